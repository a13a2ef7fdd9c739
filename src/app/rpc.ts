import { latestWave, waveBefore, waveOf } from '../domain/monitoring/wave';
import { readSettings } from '../domain/registry/read-settings';
import { tabs } from '../domain/registry/tabs';
import { acceptException } from './accept-exception';
import { archiveJournal } from './archive-journal';
import { buildMonitoringReport } from './build-report';
import { type CardArgs, cardScreen, showCard } from './card-screen';
import { checkWorkbook } from './check-workbook';
import { doctorFast, doctorSlow } from './doctor';
import { findingsScreen } from './findings-screen';
import { applyFixes, previewFixes, undoFixes } from './fixes';
import { foreignEdits, undoForeignEdits } from './foreign-edits';
import { fulfilmentScreen } from './fulfilment-screen';
import { goTo } from './go-to';
import { type PlanArgs, planImport, planPreview } from './import-plan';
import { type ImportArgs, importPreview, importRows } from './import-rows';
import { markUndelivered, sendTrial, sendWords, settleUnknown } from './letters-commands';
import { claimReport, lettersReport, settleClaim } from './letters-report';
import { lettersScreen, withScreen } from './letters-screen';
import { asCoordinator, isSwitch, stopLetters, switchLetters } from './letters-switch';
import { nameScan, wordsForKey } from './name-scan';
import { openFindings } from './open-findings';
import { decidePeople } from './people-decision';
import { type Ports, Refusal } from './ports';
import { findTitle } from './read-workbook';
import { historyScreen, registerOnDate } from './register-on-date';
import { rehearsal, rehearsalScreen } from './rehearsal';
import { applyRepair, previewRepair } from './repair';
import { saveCard } from './save-card';
import { sendLetters } from './send-letters';
import { setUp } from './set-up';
import { storageKey, storagePreview, storageScreen, storageSwitch } from './storage-mode';
import { strictRowsNow } from './strict-rows';

/**
 * What panels and the command line may call, through the one public function `rpc`. Arguments and results are JSON.
 * A refusal comes back as data, so that the caller can show its words; any other error is thrown.
 */
export type RpcResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refused: string };

type Command = (ports: Ports, args: Readonly<Record<string, unknown>>) => unknown;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A list of texts; undefined when there is none. */
const textsOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : undefined;

const commands: Readonly<Record<string, Command>> = {
  cardScreen: (ports, args) => cardScreen(ports, cardArgs(args)),
  cardSave: (ports, args) => saveCard(ports, { ...cardArgs(args), cells: args.cells, values: args.values }),
  findingsScreen: (ports, args) => findingsScreen(ports, text(args.organisation) ?? ''),
  goTo: (ports, args) =>
    goTo(ports, {
      tab: text(args.tab) ?? '',
      id: text(args.id) ?? '',
      row: typeof args.row === 'number' ? args.row : 1,
      column: text(args.column) ?? '',
    }),
  showCard: (ports, args) =>
    showCard(ports, { tab: text(args.tab), id: text(args.id), row: cardArgs(args).row }),
  setUp: (ports, args) => setUp(ports, text(args.storageMode) ?? 'Коды вместо ФИО'),
  report: (ports, args) => buildMonitoringReport(ports, { wave: text(args.wave), asOf: text(args.asOf) }),
  /** The few figures that the panel shows, instead of the whole report. */
  reportSummary: (ports, args) => summaryOf(ports, { wave: text(args.wave), asOf: text(args.asOf) }),
  check: (ports) => checkWorkbook(ports),
  /** Read only: what is open now, of an organisation or of one record. */
  openFindings: (ports, args) =>
    openFindings(ports, { organisation: text(args.organisation), record: text(args.record) }),
  acceptException: (ports, args) =>
    acceptException(ports, {
      code: text(args.code) ?? '',
      record: text(args.record) ?? '',
      column: text(args.column),
      reason: text(args.reason) ?? '',
      until: text(args.until),
    }),
  peopleDecision: (ports, args) =>
    decidePeople(ports, {
      first: text(args.first) ?? '',
      second: text(args.second) ?? '',
      decision: text(args.decision) ?? '',
      reason: text(args.reason) ?? '',
    }),
  importPreview: (ports, args) => importPreview(ports, imported(args)),
  importRows: (ports, args) => importRows(ports, imported(args), args.mode === 'good' ? 'good' : 'all'),
  planPreview: (ports, args) => planPreview(ports, planArgs(args)),
  planImport: (ports, args) => planImport(ports, planArgs(args)),
  fixesPreview: (ports) => previewFixes(ports),
  fixesApply: (ports, args) => applyFixes(ports, textsOf(args.kinds)),
  fixesUndo: (ports) => undoFixes(ports),
  repairPreview: (ports) => previewRepair(ports),
  repairApply: (ports, args) => applyRepair(ports, { kinds: textsOf(args.kinds), tabs: textsOf(args.tabs) }),
  reportScreen: (ports) => {
    const latest = latestWave(ports.clock.today());
    const title = findTitle(ports.workbook.titles(), tabs.settings.title);
    const { settings } = readSettings(title === null ? null : ports.workbook.read(title));
    const waves = [latest, waveBefore(latest), waveBefore(waveBefore(latest))];
    return { waves: waves.map((wave) => ({ wave, asOf: waveOf(wave, settings).asOf })) };
  },
  storageScreen: (ports) => storageScreen(ports),
  storagePreview: (ports) => storagePreview(ports),
  storageKey: (ports) => storageKey(ports),
  storageSwitch: (ports, args) =>
    storageSwitch(ports, {
      confirmed: args.confirmed === true,
      keyPrint: text(args.keyPrint) ?? '',
      leftovers: args.leftovers === 'hide' || args.leftovers === 'leave' ? args.leftovers : '',
    }),
  historyScreen: (ports) => historyScreen(ports),
  registerOnDate: (ports, args) => registerOnDate(ports, { tab: text(args.tab), date: text(args.date) }),
  archiveJournal: (ports) => archiveJournal(ports),
  keepStrictRows: (ports) => strictRowsNow(ports),
  foreignEdits: (ports) => foreignEdits(ports),
  undoForeignEdits: (ports, args) =>
    undoForeignEdits(ports, Array.isArray(args.numbers) ? args.numbers.map(Number) : []),
  lettersScreen: (ports) => lettersScreen(ports),
  /** A stop waits for nothing: the panel says it at once and asks for the screen afterwards. */
  lettersSwitch: (ports, args) => {
    const { to } = args;
    if (to === 'stop') return { words: stopLetters(ports), screen: null };
    if (!isSwitch(to)) throw new Error(`Нет такого переключения: ${String(to)}`);
    return withScreen(ports, switchLetters(ports, to));
  },
  lettersSend: (ports) => {
    asCoordinator(ports);
    const outcome = sendLetters(ports);
    return withScreen(ports, `${sendWords(outcome)}.`, outcome);
  },
  /** The command line's --send: «письма уходят» need not be switched on; the stop switch still counts. */
  lettersSendNow: (ports) => sendLetters(ports, true),
  lettersTrial: (ports, args) => ({ words: sendTrial(ports, text(args.to) ?? '') }),
  lettersSettle: (ports, args) =>
    withScreen(
      ports,
      settleUnknown(ports, {
        letter: text(args.letter) ?? '',
        run: text(args.run) ?? '',
        as: text(args.as) ?? '',
      }),
    ),
  lettersUndelivered: (ports, args) => withScreen(ports, markUndelivered(ports, text(args.address) ?? '')),
  /** For the command line: the letters of today as data; and, for a mail server of its own, claim and results apart. */
  lettersReport: (ports) => lettersReport(ports),
  lettersClaim: (ports) => claimReport(ports),
  lettersResults: (ports, args) => settleClaim(ports, text(args.run) ?? '', args.results),
  rehearsalScreen: (ports) => rehearsalScreen(ports),
  rehearse: (ports, args) =>
    rehearsal(ports, {
      from: text(args.from) ?? '',
      to: text(args.to) ?? '',
      quota: typeof args.quota === 'number' ? args.quota : undefined,
    }),
  doctorFast: (ports, args) => doctorFast(ports, text(args.account) ?? ''),
  doctorSlow: (ports) => doctorSlow(ports),
  nameScan: (ports) => nameScan(ports),
  fulfilment: (ports) => fulfilmentScreen(ports),
  wordsForKey: (ports) => wordsForKey(ports),
};

const cardArgs = (args: Readonly<Record<string, unknown>>): CardArgs => ({
  tab: text(args.tab),
  id: text(args.id),
  row: typeof args.row === 'number' ? args.row : 0,
  organisation: text(args.organisation),
});

const planArgs = (args: Readonly<Record<string, unknown>>): PlanArgs => ({
  grid: args.grid,
  tables: args.tables,
  mode: args.mode,
});

const imported = (args: Readonly<Record<string, unknown>>): ImportArgs => ({
  tab: text(args.tab),
  grid: args.grid,
  choices: args.choices,
  organisation: text(args.organisation),
  status: text(args.status),
});

export function rpc(ports: Ports, name: string, args: unknown): RpcResult {
  const command = Object.keys(commands).includes(name) ? commands[name] : undefined;
  if (!command) throw new Error(`Нет такой команды: ${String(name)}`);
  const given =
    typeof args === 'object' && args !== null && !Array.isArray(args)
      ? (args as Record<string, unknown>)
      : {};
  try {
    // JSON both ways: what a panel cannot receive must not work in tests either.
    return { ok: true, value: JSON.parse(JSON.stringify(command(ports, given) ?? null)) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refused: error.message };
    throw error;
  }
}

/** Errors that the window has room for. */
const SHOWN = 10;

/** What the person sees after a report. */
export function summaryOf(ports: Ports, request: { wave?: string; asOf?: string }): ReportSummary {
  const { wave, asOf, document, organisations, submitted, notes, findings, indicators } =
    buildMonitoringReport(ports, request);
  const municipal = indicators.filter((i) => i.scope === 'municipality');
  return {
    wave,
    asOf,
    url: document.url,
    organisations,
    submitted,
    notes,
    errors: findings.filter((f) => f.severity === 'error').length,
    firstErrors: findings
      .filter((f) => f.severity === 'error')
      .slice(0, SHOWN)
      .map((f) => `«${f.tab}»${f.row === null ? '' : `, строка ${f.row}`}: ${f.message} ${f.instruction}`),
    withValue: municipal.filter((i) => i.status === 'value').length,
    withoutData: municipal.filter((i) => i.status === 'no-data').length,
  };
}

export interface ReportSummary {
  readonly wave: string;
  readonly asOf: string;
  readonly url: string;
  readonly organisations: number;
  readonly submitted: number;
  readonly notes: readonly string[];
  readonly errors: number;
  /** In words: tab, row, what is wrong, what to do. */
  readonly firstErrors: readonly string[];
  readonly withValue: number;
  readonly withoutData: number;
}
