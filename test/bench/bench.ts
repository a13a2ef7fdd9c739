import { checkBook } from '../../src/domain/checks/check';
import type { Block } from '../../src/domain/memo/blocks';
import { buildMemo } from '../../src/domain/memo/build';
import { buildReport } from '../../src/domain/monitoring/build';
import { indicators } from '../../src/domain/monitoring/indicators';
import { waveOf } from '../../src/domain/monitoring/wave';
import { type Registry, readRegistry } from '../../src/domain/registry/workbook';
import { calendarOf } from '../../src/domain/roadmap/calendar-of';
import { gridsOf } from '../domain/book';
import { bundleFigures } from './bundle';
import { handBuild } from './hand-build';
import { handCheck } from './hand-check';
import { handRead } from './hand-read';
import { journalTime } from './journal';
import { planning, sending } from './letters';
import { type Load, loadOf } from './load';
import { collect, compare, heapOf, median, times } from './measure';
import { onEditRows } from './on-edit';
import { type Cost, MeasuredBook, memoParts } from './operations';
import { matchingTime, pairwiseTime } from './people';
import { deadlines, fulfilment, rehearsals } from './roadmap';
import { type Figure, printTable, type TableRow } from './table';

/**
 * `npm run bench`: what set-up, full check, report and bundle cost, with the budget beside each figure. Budgets are
 * shown, never asserted: times depend on the machine, so CPU is judged by the ratio to a hand-written loop in the same
 * run.
 */
const WAVE = '2024-04';
const TODAY = '2024-04-20';
const MEMORY = { S: 20, L: 45 } as const;
const KB = 1024;
/** With names: in code mode every name would be a finding. */
const FULL = { storageMode: 'Полный' };

const at = (value: number, limit?: number, unit = ''): Figure => ({ value, limit, unit });

function setUpRow(operation: string, cost: Cost): TableRow {
  return {
    operation,
    load: '',
    trips: at(cost.trips, 8 * cost.tabs),
    perTab: at(cost.trips / cost.tabs, 8),
    calls: at(cost.calls),
    cpu: at(cost.cpu, 10, 'ms'),
  };
}

function reportRows(load: Load, first: Cost, again: Cost | null): TableRow[] {
  const row = (operation: string, cost: Cost): TableRow[] => {
    const trips = cost.trips - cost.memoTrips;
    const { memo } = cost.value as { memo: readonly Block[] };
    return [
      {
        operation,
        load: load.name,
        // 2 a tab + 12 for reading, 2 more for the build; the memo has its own line.
        trips: at(trips, 2 * cost.tabs + 14),
        perTab: at(trips / cost.tabs),
        calls: at(cost.calls),
        cpu: at(cost.cpu, undefined, 'ms'),
      },
      { operation: '  memo of it', load: load.name, trips: at(cost.memoTrips, memoParts(memo) + 5) },
    ];
  };
  return [...row('report, first', first), ...(again ? row('report, again', again) : [])];
}

/** «Проверить записи» on a book that was just filled, and again when nothing has changed. */
function checks(loads: readonly Load[]): TableRow[] {
  return loads.flatMap((load) => {
    const book = new MeasuredBook();
    book.run('setUp', { storageMode: 'Полный' });
    book.fill(load);
    const row = (operation: string): TableRow => {
      const cost = book.run('check', {});
      return {
        operation,
        load: load.name,
        trips: at(cost.trips, 2 * cost.tabs + 12),
        perTab: at(cost.trips / cost.tabs),
        calls: at(cost.calls),
        cpu: at(cost.cpu, undefined, 'ms'),
      };
    };
    return [row('full check with marks, first'), row('full check with marks, again')];
  });
}

/** Reading, every rule, exceptions and comparison, beside loops written by hand for the four long tabs. */
function checking(load: Load): TableRow {
  const grids = gridsOf(load.book, FULL);
  const own = () => checkBook(readRegistry(grids), TODAY);
  const { own: cpu, hand } = compare(own, () => handCheck(grids), load.name === 'S' ? 21 : 3);
  const registry = readRegistry(grids);
  const { mb } = heapOf(() => checkBook(registry, TODAY));
  return {
    operation: 'reading and full check',
    load: load.name,
    cpu: at(cpu, undefined, 'ms'),
    hand: at(hand, undefined, 'ms'),
    ratio: at(cpu / hand, 2),
    heap: at(mb, MEMORY[load.name], 'MB'),
  };
}

function setUpRows(): TableRow[] {
  const costs = Array.from({ length: 5 }, () => {
    const book = new MeasuredBook();
    return { made: book.run('setUp', { storageMode: 'Полный' }), again: book.run('setUp', {}) };
  });
  const row = (operation: string, key: 'made' | 'again') =>
    setUpRow(operation, { ...costs[0]![key], cpu: median(costs.map((c) => c[key].cpu)) });
  return [row('set-up, new book', 'made'), row('set-up, again', 'again')];
}

function reports(loads: readonly Load[]): TableRow[] {
  return loads.flatMap((load) => {
    const book = new MeasuredBook();
    book.run('setUp', { storageMode: 'Полный' });
    book.fill(load);
    const report = () => book.run('report', { wave: WAVE });
    return reportRows(load, report(), load.name === 'S' ? report() : null);
  });
}

function domain(load: Load): TableRow[] {
  const grids = gridsOf(load.book, FULL);
  const rounds = load.name === 'S' ? 7 : 3;
  const reading = compare(
    () => readRegistry(grids),
    () => handRead(grids),
    rounds,
  );
  const read = heapOf(() => readRegistry(grids));
  const registry: Registry = read.made;
  const wave = waveOf(WAVE, registry.settings);
  const building = compare(
    () => buildReport(registry, wave, TODAY, []),
    () => handBuild(registry),
    rounds,
  );
  const built = heapOf(() => buildReport(registry, wave, TODAY, []));
  const { report } = built.made;
  const checks = { errors: 0, warnings: 0, hints: 0, accepted: 0, byRule: [] };
  const memo = {
    report,
    settings: registry.settings,
    today: TODAY,
    calendar: calendarOf(registry),
    authorTexts: [],
    checks,
  };
  const words = times(rounds, () => buildMemo({ ...memo, indicatorTable: indicators }));
  return [
    {
      operation: 'reading and checks',
      load: load.name,
      cpu: at(reading.own, undefined, 'ms'),
      hand: at(reading.hand, undefined, 'ms'),
      ratio: at(reading.own / reading.hand, 2),
      heap: at(read.mb, MEMORY[load.name], 'MB'),
    },
    {
      operation: 'monitoring build',
      load: load.name,
      cpu: at(building.own, undefined, 'ms'),
      hand: at(building.hand, undefined, 'ms'),
      ratio: at(building.own / building.hand, 2),
      heap: at(built.mb + read.mb, MEMORY[load.name], 'MB'),
    },
    { operation: 'memo as blocks', load: load.name, cpu: at(words, load.name === 'S' ? 5 : undefined, 'ms') },
  ];
}

/** Replaying the journal and comparing it with the tabs: what a recording costs beside its read and its write. */
function journal(load: Load): TableRow {
  const { ms } = journalTime(load, 5);
  return {
    operation: 'journal: replay and compare',
    load: load.name,
    trips: at(0, 0),
    cpu: at(ms, load.name === 'S' ? 100 : undefined, 'ms'),
  };
}

/** Three passes of matching; beside them every name compared with every other. */
function people(): TableRow[] {
  return (
    [
      [5000, 41],
      [20000, 135],
    ] as const
  ).map(([count, budget]) => {
    const { ms } = matchingTime(count, 7);
    const pairwise = pairwiseTime(count);
    return {
      operation: `near-duplicate names, ${count}`,
      load: '',
      trips: at(0, 0),
      cpu: at(ms, budget, 'ms'),
      hand: at(pairwise, undefined, 'ms'),
      ratio: at(ms / pairwise),
    };
  });
}

function bundle(): TableRow[] {
  const b = bundleFigures('dist/Code.js');
  const row = (operation: string, figure: Figure): TableRow => ({ operation, load: '', figure });
  return [
    row('bundle: minified', at(b.bytes / KB, 150, 'KB')),
    row('bundle: characters', at(b.characters / KB, undefined, 'K')),
    row('bundle: evaluated in a bare context', at(b.evaluate, 4, 'ms')),
    row('bundle: heap after evaluation', at(b.heapLoaded, 1, 'MB')),
    row('bundle: first onOpen', at(b.firstCall, 15, 'ms')),
    row('bundle: heap after first onOpen', at(b.heapCalled, undefined, 'MB')),
  ];
}

/** A part of the bench by its name: `npm run bench -- check` measures the full check alone. */
const PARTS: Readonly<Record<string, (loads: () => readonly Load[]) => TableRow[] | Promise<TableRow[]>>> = {
  bundle,
  // Before the others: its first call is to be one.
  letters: () => [...planning(), ...[10, 40, 60].map(sending)],
  deadlines,
  fulfilment: (loads) => loads().flatMap(fulfilment),
  rehearsal: (loads) => rehearsals(loads()[0]!),
  read: (loads) => loads().flatMap(domain),
  check: (loads) => loads().map(checking),
  // On loads of its own: it edits them.
  journal: () => (['S', 'L'] as const).map((name) => journal(loadOf(name))),
  people,
  edit: (loads) => loads().flatMap(onEditRows),
  'set-up': setUpRows,
  marks: (loads) => checks(loads()),
  report: (loads) => reports(loads()),
  page: async () => (await import('./page')).pageRows(loadOf('S')),
};

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !PARTS[name]);
  if (unknown !== undefined) throw new Error(`No part "${unknown}": ${Object.keys(PARTS).join(', ')}`);
  const made: Load[] = [];
  const loads = () => {
    if (made.length === 0) made.push(loadOf('S'), loadOf('L'));
    return made;
  };
  const rows: TableRow[] = [];
  for (const [name, measure] of Object.entries(PARTS))
    if (asked.length === 0 || asked.includes(name)) {
      collect();
      rows.push(...(await measure(loads)));
    }
  const sizes = made.map((l) => `${l.name} = ${l.rows} rows, ${l.cells} filled cells`).join('; ');
  process.stdout.write(`${sizes}\n\n${printTable(rows)}\n`);
}

await main(process.argv.slice(2));
