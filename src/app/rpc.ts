import { latestWave, waveBefore, waveOf } from '../domain/monitoring/wave';
import { readSettings } from '../domain/registry/read-settings';
import { tabs } from '../domain/registry/tabs';
import { buildMonitoringReport } from './build-report';
import { type Ports, Refusal } from './ports';
import { findTitle } from './read-workbook';
import { setUp } from './set-up';

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

const commands: Readonly<Record<string, Command>> = {
  setUp: (ports, args) => setUp(ports, text(args.storageMode) ?? 'Коды вместо ФИО'),
  report: (ports, args) => buildMonitoringReport(ports, { wave: text(args.wave), asOf: text(args.asOf) }),
  /** The few figures that the panel shows, instead of the whole report. */
  reportSummary: (ports, args) => summaryOf(ports, { wave: text(args.wave), asOf: text(args.asOf) }),
  reportScreen: (ports) => {
    const latest = latestWave(ports.clock.today());
    const title = findTitle(ports.workbook.titles(), tabs.settings.title);
    const { settings } = readSettings(title === null ? null : ports.workbook.read(title));
    const waves = [latest, waveBefore(latest), waveBefore(waveBefore(latest))];
    return { waves: waves.map((wave) => ({ wave, asOf: waveOf(wave, settings).asOf })) };
  },
};

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
