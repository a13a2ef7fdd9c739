import { performance } from 'node:perf_hooks';
import { mentors } from '../../src/domain/registry/tabs/mentors';
import { createHost, type Host, type Project } from '../../src/local/host/host';
import { countTrips } from '../../src/local/host/trips';
import { fillHost } from './fill-host';
import type { Load } from './load';
import { collect, median } from './measure';
import { type ServiceClock, serviceClock } from './service-clock';
import type { TableRow } from './table';

const ROUNDS = 7;
const ROWS = 50;

/** The check at the cell: an edit deep in «Наставники», each in a fresh start of the script, as on Apps Script. */
export function onEditRows(load: Load): TableRow[] {
  const host = createHost({ locale: 'ru_RU', now: '2024-04-20T07:00:00Z' });
  host.spreadsheets.activeId = host.spreadsheets.create('Наставничество').model.id;
  const setUp = (args: object) => start(host).run('rpc', ['setUp', args]);
  setUp({ storageMode: 'Полный' });
  fillHost(host, load);
  setUp({});
  const sheet = host.spreadsheets.active()!.model.sheets.find((s) => s.name === mentors.title)!;
  const last = sheet.rows.length;
  const years = sheet.rows[0]!.values.indexOf(mentors.columns.find((c) => c.key === 'years')!.title);
  const organisation = sheet.rows[0]!.values.indexOf(
    mentors.columns.find((c) => c.key === 'organisation')!.title,
  );
  const paste = Array.from({ length: ROWS }, (_, i) => ['ORG-01', `Вставкин Пётр ${i}`]);
  const edits: readonly [string, (round: number) => Cost, number][] = [
    ['onEdit, one cell among the first 250 rows', (i) => edit(host, sheet.id, 100 + i, years, [[99 + i]]), 5],
    ['onEdit, one cell deep in the tab', (i) => edit(host, sheet.id, last - 2 - i, years, [[99 + i]]), 5],
    ['onEdit, the cell again', (i) => edit(host, sheet.id, last - 2 - i, years, [[5]]), 5],
    [
      'paste of 50 rows over records',
      (i) => edit(host, sheet.id, last - ROWS * (i + 2), organisation, paste),
      6,
    ],
    ['paste of 50 new rows', (i) => edit(host, sheet.id, last + ROWS * i, organisation, paste), 6],
  ];
  return edits.map(([operation, run, cpu]) => {
    const costs = Array.from({ length: ROUNDS }, (_, i) => run(i));
    const most = (figure: (cost: Cost) => number) => Math.max(...costs.map(figure));
    return {
      operation,
      load: load.name,
      trips: { value: most((c) => c.trips), limit: 4, unit: '' },
      calls: { value: most((c) => c.calls), limit: operation.startsWith('onEdit') ? 8 : undefined, unit: '' },
      cpu: { value: median(costs.map((c) => c.cpu)), limit: cpu, unit: 'ms' },
    };
  });
}

/** A fresh start of the script in the same workbook. */
function start(host: Host): Project {
  for (const name of Object.keys(host.project?.functions ?? {})) delete host.globals[name];
  return host.load('dist');
}

const clocks = new WeakMap<Host, ServiceClock>();

/** One clock a host: it wraps the façades, and wrapping them again would cost time of its own. */
function clockOf(host: Host, range: unknown): ServiceClock {
  const known = clocks.get(host) ?? serviceClock({ ...host.globals, range });
  clocks.set(host, known);
  return known;
}

interface Cost {
  readonly trips: number;
  readonly calls: number;
  readonly cpu: number;
}

function edit(
  host: Host,
  sheetId: number,
  row: number,
  column: number,
  values: readonly (readonly unknown[])[],
): Cost {
  const sheet = host.spreadsheets.active()!.model.sheets.find((s) => s.id === sheetId)!;
  for (const cells of sheet.rows) if (cells) cells.validations = undefined;
  const { range } = host.spreadsheets.userEdit(sheetId, row, column, values);
  const project = start(host);
  const event = { range: host.wrap(range) };
  const clock = clockOf(host, event.range);
  clock.reset();
  const before = { ...host.calls };
  collect();
  const from = performance.now();
  project.run('onEdit', [event], 'LIMITED');
  const ms = performance.now() - from;
  const calls = Object.fromEntries(
    Object.entries(host.calls).map(([name, n]) => [name, n - (before[name] ?? 0)]),
  );
  return {
    trips: countTrips(calls),
    calls: Object.values(calls).reduce((sum, n) => sum + n, 0),
    cpu: ms - clock.spent(),
  };
}
