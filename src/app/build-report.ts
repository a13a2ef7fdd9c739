import { type Checked, type CheckedFinding, checkBook } from '../domain/checks/check';
import type { Severity } from '../domain/checks/finding';
import { ruleTitle } from '../domain/checks/rules';
import type { Block } from '../domain/memo/blocks';
import { buildMemo } from '../domain/memo/build';
import { checkMemo } from '../domain/memo/check';
import { buildReport, definitionWords, type Snapshot } from '../domain/monitoring/build';
import { canDraw, chartData } from '../domain/monitoring/chart-data';
import { FACTS_HEADER, FACTS_TITLE, factRows } from '../domain/monitoring/facts-sheet';
import { INDICATORS_TITLE, indicatorSheet } from '../domain/monitoring/indicator-sheet';
import { indicators as indicatorTable } from '../domain/monitoring/indicators';
import type { IndicatorValue, WaveReport } from '../domain/monitoring/report';
import {
  mergeSnapshot,
  readSnapshots,
  SNAPSHOT_HEADER,
  SNAPSHOT_TITLE,
  snapshotRows,
} from '../domain/monitoring/snapshot';
import { latestWave, NotAWaveError, type Wave, waveOf } from '../domain/monitoring/wave';
import { cellText } from '../domain/registry/cell';
import { type Entry, hasColumn } from '../domain/registry/read';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { calendarOf } from '../domain/roadmap/calendar-of';
import { MATRIX_TITLE } from '../domain/roadmap/matrix-sheet';
import { monthYear } from '../domain/text/print-date';
import { generatedLayouts, startLayout } from '../domain/workbook/generated-layout';
import { LISTS_TITLE } from '../domain/workbook/layout';
import { listSheet } from '../domain/workbook/lists';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { START_TITLE, startPage } from '../domain/workbook/start-page';
import { refreshIndex } from './edit-index';
import { fulfilmentNow } from './fulfilment-now';
import { fillHeartbeat } from './letters-heartbeat';
import { type Ports, Refusal } from './ports';
import { findTitle, readWorkbook } from './read-workbook';
import { recordMemo } from './record-memo';

export interface ReportRequest {
  /** `2024-04`; default: the latest April that has begun. */
  readonly wave?: string;
  /** Reference date D, `yyyy-mm-dd`; default by the settings. */
  readonly asOf?: string;
}

export interface ReportOutcome {
  readonly wave: string;
  readonly asOf: string;
  readonly indicators: readonly IndicatorValue[];
  readonly memo: readonly Block[];
  readonly document: { readonly id: string; readonly url: string };
  readonly findings: readonly CheckedFinding[];
  readonly notes: readonly string[];
  /** Participating organisations and those that submitted. */
  readonly organisations: number;
  readonly submitted: number;
}

const VERDICT_COLOURS = {
  достигнут: '#d9ead3',
  'близок к достижению': '#fff2cc',
  'не достигнут': '#f4cccc',
} as const;

/**
 * The monitoring report of a wave: figures, flat data, pivot, charts, snapshot, memo. Running it again for the same wave
 * replaces its figures and nothing else.
 * @throws Refusal when the workbook has no list of organisations, or the wave cannot be read
 */
export function buildMonitoringReport(ports: Ports, request: ReportRequest): ReportOutcome {
  const done = ports.locks.alone(() => buildAlone(ports, request));
  if (done === null) throw new Refusal('Отчёт уже строит другой запуск. Повторите через минуту.');
  return done.result;
}

function buildAlone(ports: Ports, request: ReportRequest): ReportOutcome {
  const { workbook } = ports;
  const read = readWorkbook(workbook);
  refuseWithoutOrganisations(read.registry);
  const today = ports.clock.today();
  const checked = checkBook(read.registry, today);
  // Quality counts the errors of all rules (domain.md §5.4).
  const registry: Registry = { ...read.registry, findings: checked.findings };
  const wave = waveFor(request, today, registry);
  const snapshotGrid =
    findTitle(workbook.titles(), SNAPSHOT_TITLE) === null ? null : workbook.read(SNAPSHOT_TITLE);
  const fulfilment = fulfilmentNow(registry, checked.findings, today);
  const { report, context } = buildReport(registry, wave, today, readSnapshots(snapshotGrid), fulfilment);
  const charts = chartData(report, registry.settings);

  createGeneratedTabs(ports);
  const sheet = indicatorSheet(report, registry.settings);
  workbook.refill(INDICATORS_TITLE, sheet.rows);
  const colours: Readonly<Record<string, string>> = VERDICT_COLOURS;
  // Rows that an earlier wave filled further down lose their colour too.
  workbook.mark(
    INDICATORS_TITLE,
    3,
    indicatorTable.map((_, i) => colours[sheet.verdicts[i] ?? ''] ?? '#ffffff'),
  );
  ports.sheets.dressIndicators(INDICATORS_TITLE, sheet.widths);
  workbook.refill(FACTS_TITLE, [[...FACTS_HEADER], ...factRows(context)]);
  refreshIndex(ports, read);
  const snapshot: Snapshot = {
    wave: wave.key,
    asOf: wave.asOf,
    definitions: definitionWords(registry.settings),
    indicators: report.indicators,
  };
  workbook.refill(SNAPSHOT_TITLE, [
    [...SNAPSHOT_HEADER],
    ...mergeSnapshot(snapshotGrid, wave.key, snapshotRows(snapshot, today)),
  ]);
  workbook.refill(START_TITLE, startRows(report, registry, today));
  fillHeartbeat(ports);
  ports.sheets.pivots();
  ports.sheets.charts(charts);

  const memo = memoOf(report, registry, checked, today);
  const pictures = ports.sheets.pictures(charts.filter(canDraw).map((c) => c.key));
  const document = ports.documents.write(
    `Аналитическая справка по наставничеству, ${monthYear(wave.key).replace(/г\.$/, 'года')}`,
    memo,
    pictures,
  );
  const recorded = recordMemo(ports, read, report, document.url, today);
  workbook.refill(LISTS_TITLE, listSheet(recorded ? withDocument(registry, recorded) : registry));
  return {
    wave: wave.key,
    asOf: wave.asOf,
    indicators: report.indicators,
    memo,
    document,
    findings: checked.findings,
    notes: [...report.notes, ...checkMemo(memo, report).map((fault) => `Проверьте справку: ${fault}`)],
    organisations: report.organisations.length,
    submitted: report.organisations.filter((o) => o.submitted).length,
  };
}

/** The registry with the row that this run added to «Документы», so that the dropdowns offer it at once. */
function withDocument(registry: Registry, entry: Entry): Registry {
  const { documents } = registry.tabs;
  const added = { ...documents, entries: [...documents.entries, entry] };
  return { ...registry, tabs: { ...registry.tabs, documents: added } };
}

function waveFor(request: ReportRequest, today: string, registry: Registry): Wave {
  try {
    return waveOf(request.wave || latestWave(today), registry.settings, request.asOf);
  } catch (error) {
    if (error instanceof NotAWaveError) throw new Refusal(error.message);
    throw error;
  }
}

/** Without the list of organisations no share has a denominator: the report is refused rather than empty. */
function refuseWithoutOrganisations(registry: Registry): void {
  const { organisations } = registry.tabs;
  const { title } = tabs.organisations;
  const fix =
    'Выполните «Наставничество → Настройка → Создать или обновить книгу» или верните прежнее название.';
  if (!organisations.present)
    throw new Refusal(`В книге нет вкладки «${title}», без неё отчёт не строится. ${fix}`);
  for (const key of ['id', 'participates']) {
    if (hasColumn(organisations, key)) continue;
    const column = tabs.organisations.columns.find((c) => c.key === key)!;
    const doubled = organisations.headers?.doubled.some((d) => d.column.key === key);
    throw new Refusal(
      doubled
        ? `На вкладке «${title}» заголовок «${column.title}» стоит дважды. Переименуйте лишний столбец и повторите.`
        : `На вкладке «${title}» нет столбца «${column.title}», без него отчёт не строится. ${fix}`,
    );
  }
  if (organisations.entries.length === 0)
    throw new Refusal(
      `На вкладке «${title}» нет ни одной организации. Внесите организации (строки со 2-й) и повторите.`,
    );
}

/** A table made elsewhere may lack the generated tabs; they are made here too, so that a report needs no set-up. */
function createGeneratedTabs({ workbook, layouts }: Ports): void {
  const present = workbook.titles();
  // The matrix is filled by the check, which leaves a tab of people with its title alone.
  const all = [startLayout(), ...generatedLayouts()].filter((l) => l.title !== MATRIX_TITLE);
  for (const { title } of all) {
    if (present.includes(title) && !isOwnTab(title, workbook.firstRow(title)))
      throw new Refusal(
        `Вкладка «${title}» занята вашими данными, а отчёт пишет на вкладку с этим названием. Переименуйте свою вкладку и повторите; ничего не изменено.`,
      );
  }
  const missing = all.filter((l) => findTitle(present, l.title) === null);
  if (missing.length > 0) layouts.create(missing, [START_TITLE]);
}

function startRows(report: WaveReport, registry: Registry, today: string): string[][] {
  return startPage({
    territory: registry.settings.text('territory'),
    storageMode: registry.settings.text('storageMode'),
    today,
    organisations: registry.tabs.organisations.entries.length,
    last: {
      wave: report.wave,
      builtOn: today,
      submitted: report.organisations.filter((o) => o.submitted).length,
      of: report.organisations.length,
    },
  });
}

function memoOf(
  report: WaveReport,
  registry: Registry,
  { counts, findings }: Checked,
  today: string,
): Block[] {
  const byRule = new Map<string, { code: string; message: string; count: number; severity: Severity }>();
  for (const finding of findings) {
    if (finding.accepted) continue;
    const known = byRule.get(finding.code);
    if (known) known.count++;
    else {
      const { code, severity } = finding;
      byRule.set(code, { code, severity, message: ruleTitle(code), count: 1 });
    }
  }
  const authorTexts = registry.tabs.memoTexts.entries
    .filter(({ values: v }) => v.wave === report.wave && v.section !== '' && v.text !== '')
    .map(({ values: v }) => ({ section: cellText(String(v.section)), text: String(v.text) }));
  return buildMemo({
    report,
    settings: registry.settings,
    today,
    calendar: calendarOf(registry),
    authorTexts,
    indicatorTable,
    checks: {
      ...counts,
      byRule: [...byRule.values()],
    },
  });
}
