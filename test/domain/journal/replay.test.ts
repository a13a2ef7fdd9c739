import fc from 'fast-check';
import { archiveYears } from '../../../src/domain/journal/archive';
import { dayOf, type JournalRow, readJournal } from '../../../src/domain/journal/journal-row';
import { replay, stateOn } from '../../../src/domain/journal/replay';
import type { Cell } from '../../../src/domain/registry/cell';
import type { TabKey } from '../../../src/domain/registry/tab';
import type { Book, Row } from '../book';
import { known, record, snapshotOf } from './history';

const KEYS: readonly TabKey[] = ['mentors', 'pairs'];

type Step =
  | {
      readonly kind: 'edit';
      readonly tab: number;
      readonly record: number;
      readonly column: number;
      readonly cell: Cell;
      readonly stamped: boolean;
    }
  | { readonly kind: 'add'; readonly tab: number }
  | { readonly kind: 'remove'; readonly tab: number; readonly record: number }
  | { readonly kind: 'sort'; readonly tab: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'record' };

const COLUMNS: readonly string[][] = [
  ['name', 'position', 'years', 'entered', 'achievements', 'organisation'],
  ['kind', 'form', 'from', 'organisation'],
];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    '',
    'учитель',
    'ORG-01 · Школа № 1',
    '=1',
    '@',
    '5',
    5,
    true,
    'ИСТИНА',
    { date: '2024-02-29' },
    '29.02.2024',
    '"',
    ' ',
  ),
  fc.string({ maxLength: 8 }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      tab: fc.nat(1),
      record: fc.nat(9),
      column: fc.nat(5),
      cell,
      stamped: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), tab: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), tab: fc.nat(1), record: fc.nat(9) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sort' as const), tab: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 200 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('record' as const) }) },
);

interface Recorded {
  readonly day: string;
  readonly rows: number;
  readonly state: ReturnType<typeof snapshotOf>;
}

/** Plays the steps; gives the journal and what was stored beside it at every recording. */
function play(steps: readonly Step[]): { rows: JournalRow[]; recorded: Recorded[]; today: string } {
  const book: Record<string, Row[]> = { mentors: [], pairs: [] };
  const counters = [0, 0];
  let day = Date.UTC(2023, 10, 1);
  const today = () => new Date(day).toISOString().slice(0, 10);
  let rows: JournalRow[] = [];
  const recorded: Recorded[] = [];
  let dirty = false;
  const save = () => {
    rows = record(rows, book as Book, `${today()} 03:00`);
    const one = { day: today(), rows: rows.length, state: snapshotOf(book as Book) };
    if (recorded.at(-1)?.day === today()) recorded.pop();
    recorded.push(one);
    dirty = false;
  };
  for (const s of steps) {
    if (s.kind === 'days') {
      day += s.days * 86_400_000;
      continue;
    }
    if (s.kind === 'record') {
      save();
      continue;
    }
    const key = KEYS[s.tab];
    const list = book[key];
    if (s.kind === 'add') {
      list.push({
        id: `${key === 'mentors' ? 'NST' : 'PAR'}-${String(++counters[s.tab]).padStart(3, '0')}`,
        recordStatus: 'Черновик',
      });
    } else if (s.kind === 'sort') list.reverse();
    else if (list.length > 0) {
      const at = s.record % list.length;
      if (s.kind === 'remove') list.splice(at, 1);
      else {
        const column = COLUMNS[s.tab][s.column % COLUMNS[s.tab].length];
        // An edit on a day that is recorded already is stamped with that day: it belongs to it, not to the recording.
        const stamp: Row =
          s.stamped && recorded.at(-1)?.day !== today()
            ? { updatedOn: today(), updatedBy: 'k@example.org' }
            : {};
        list[at] = { ...list[at], [column]: s.cell, ...stamp };
      }
    }
    dirty = true;
  }
  if (dirty || rows.length === 0) save();
  return { rows, recorded, today: today() };
}

const history = fc.array(step, { minLength: 5, maxLength: 60 });

test('the journal replayed is the workbook as last recorded, and every recorded day is its stored snapshot', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { rows, recorded } = play(steps);
      expect(known(replay(rows), KEYS)).toEqual(recorded.at(-1)!.state);
      for (const { day, rows: count, state } of recorded) {
        expect(known(replay(rows.slice(0, count)), KEYS)).toEqual(state);
        expect(known(stateOn(rows, day), KEYS)).toEqual(state);
      }
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

test('a second recording of the same workbook adds nothing', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { rows, recorded, today } = play(steps);
      const book = recorded.at(-1)!.state;
      const again: Record<string, Row[]> = {};
      for (const key of KEYS)
        again[key] = Object.entries(book[key]).map(([id, cells]) => ({ id, ...cells }) as Row);
      expect(record(rows, again as Book, `${today} 23:00`)).toHaveLength(rows.length);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('archives and the shortened journal give every day what the whole journal gave', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { rows, today } = play(steps);
      const parts = archiveYears(rows, today.slice(0, 4));
      if (parts === null) return;
      for (const day of new Set(rows.map(dayOf))) {
        // As «Реестр на дату» looks it up: the first part that reaches to the day.
        const own = parts.years.find((y) => y.year >= day.slice(0, 4))?.rows ?? parts.current;
        expect(known(stateOn(own, day), KEYS)).toEqual(known(stateOn(rows, day), KEYS));
      }
      expect(known(replay(parts.current), KEYS)).toEqual(known(replay(rows), KEYS));
      expect(archiveYears(parts.current, today.slice(0, 4))).toBeNull();
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('rows that somebody sorted by another column are replayed in their order', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { rows, recorded } = play(steps);
      const sorted = [...rows].sort((a, b) => String(b.after).localeCompare(String(a.after)));
      const grid = [
        [
          'Когда',
          '№',
          'Кто',
          'Вкладка',
          'Запись',
          'Столбец',
          'Было',
          'Стало',
          'Источник',
          'ОО записи',
          'ОО автора',
        ],
        ...sorted.map((r) => [
          r.when,
          r.number,
          r.who,
          r.tab,
          r.id,
          r.column,
          r.before,
          r.after,
          r.source,
          '',
          '',
        ]),
      ];
      expect(known(replay(readJournal(grid)), KEYS)).toEqual(recorded.at(-1)!.state);
    }),
    { numRuns: 30, endOnFailure: true },
  );
});
