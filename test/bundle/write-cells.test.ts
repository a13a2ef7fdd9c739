import fc from 'fast-check';
import type { Block2D } from '../../src/app/ports';
import { type CellChange, writeCells } from '../../src/app/write-cells';
import type { Cell } from '../../src/domain/registry/cell';
import { tabs } from '../../src/domain/registry/tabs';

/** A tab in memory; `between` plays what people do right before the script's write reaches the sheet. */
class Tab {
  constructor(
    public cells: Cell[][],
    private readonly between: ((tab: Tab) => void)[] = [],
  ) {}
  read = (): Cell[][] => this.cells.map((row) => [...row]);
  writeBlocks = (_: string, blocks: readonly Block2D[]): void => {
    this.between.shift()?.(this);
    for (const { row, column, values } of blocks)
      values.forEach((line, r) => {
        line.forEach((value, c) => {
          while (this.cells.length <= row + r) this.cells.push(this.cells[0].map(() => ''));
          this.cells[row + r][column + c] = value;
        });
      });
  };
}

const KEYS = ['id', 'errors', 'name', 'position'] as const;
const header = KEYS.map((key) => tabs.mentors.columns.find((c) => c.key === key)!.title);
const rows = (n: number): Cell[][] =>
  Array.from({ length: n }, (_, i) => [`NST-00${i + 1}`, '', `имя ${i + 1}`, `должность ${i + 1}`]);
const titles = new Map([['mentors', 'Наставники']] as const);
const change = (row: number, column: string, before: Cell, after: Cell): CellChange => ({
  tab: 'mentors',
  id: `NST-00${row}`,
  row: row + 1,
  column,
  before,
  after,
});
const byId = (tab: Tab, key: (typeof KEYS)[number]): Record<string, Cell> => {
  const at = (k: (typeof KEYS)[number]) => tab.cells[0].indexOf(header[KEYS.indexOf(k)]);
  return Object.fromEntries(
    tab.cells
      .slice(1)
      .filter((r) => r[at('id')] !== '')
      .map((r) => [String(r[at('id')]), r[at(key)]]),
  );
};

type Move = { kind: 'insert' | 'delete' | 'type'; row: number } | { kind: 'reverse' } | { kind: 'columns' };
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('insert' as const, 'delete' as const, 'type' as const),
    row: fc.integer({ min: 1, max: 5 }),
  }),
  fc.constant({ kind: 'reverse' as const }),
  fc.constant({ kind: 'columns' as const }),
);
function people(tab: Tab, m: Move): void {
  if (m.kind === 'insert')
    tab.cells.splice(
      m.row,
      0,
      tab.cells[0].map(() => ''),
    );
  else if (m.kind === 'delete') tab.cells.splice(m.row, 1);
  else if (m.kind === 'type') tab.cells[m.row][tab.cells[0].indexOf(header[2])] = 'вписано человеком';
  else if (m.kind === 'reverse') tab.cells = [tab.cells[0], ...tab.cells.slice(1).reverse()];
  else tab.cells = tab.cells.map(([a, b, c, d]) => [a, c, b, d]);
}

test('what people do in the very moment of writing loses none of their cells', () => {
  fc.assert(
    fc.property(
      move,
      fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
      (m, wanted) => {
        const alone = new Tab([header, ...rows(5)].map((r) => [...r]));
        people(alone, m);
        const tab = new Tab(
          [header, ...rows(5)].map((r) => [...r]),
          [(t) => people(t, m)],
        );
        const changes = wanted.map((row) => change(row, 'errors', '', `замечание ${row}`));
        const { written, refused } = writeCells(tab, titles, changes);
        for (const key of ['id', 'name', 'position'] as const)
          expect(byId(tab, key)).toEqual(byId(alone, key));
        expect(written.length + refused.length).toBe(changes.length);
        const words = byId(tab, 'errors');
        for (const { id, after } of written) expect(words[id]).toBe(after);
        for (const [id, text] of Object.entries(words))
          if (text !== '') expect(text).toBe(`замечание ${Number(id.slice(4))}`);
      },
    ),
    { numRuns: 300 },
  );
});

test('a number never takes the place of another record’s number', () => {
  fc.assert(
    fc.property(move, (m) => {
      const grid = (): Cell[][] => [header, ...rows(5), ['', '', 'имя 6', 'должность 6']].map((r) => [...r]);
      const alone = new Tab(grid());
      people(alone, m);
      const tab = new Tab(grid(), [(t) => people(t, m)]);
      writeCells(tab, titles, [
        { tab: 'mentors', id: '', row: 7, column: 'id', before: '', after: 'NST-006' },
      ]);
      const left = byId(tab, 'name');
      delete left['NST-006'];
      expect(left).toEqual(byId(alone, 'name'));
    }),
    { numRuns: 100 },
  );
});

test('a cell that somebody has changed since is refused and told', () => {
  const tab = new Tab([header, ...rows(2)]);
  const { written, refused } = writeCells(tab, titles, [change(1, 'name', 'прежнее имя', 'новое имя')]);
  expect([written, refused.map((r) => r.now)]).toEqual([[], ['имя 1']]);
});

test('of two rows with one number the copy is written only while both stand where they were', () => {
  const twice = [...rows(1), ...rows(1)];
  const copy: CellChange = { ...change(1, 'id', 'NST-001', 'NST-002'), row: 3, among: [2, 3] };
  const still = new Tab([header, ...twice.map((r) => [...r])]);
  expect(writeCells(still, titles, [copy]).written).toHaveLength(1);
  expect(still.cells.map((r) => r[0])).toEqual(['ID', 'NST-001', 'NST-002']);
  const moved = new Tab([header, ['', '', '', ''], ...twice.map((r) => [...r])]);
  expect(writeCells(moved, titles, [copy]).refused).toHaveLength(1);
});

test('changes that belong together are all written or none, and the others of the tab wait with them', () => {
  const tab = new Tab([header, ...rows(2)]);
  const changes = [
    change(1, 'name', 'имя 1', 'новое имя'),
    // Somebody has typed into this cell since the card was opened.
    change(1, 'position', 'другая должность', 'новая должность'),
    change(1, 'errors', '', 'Ошибок нет'),
  ];
  const together = (c: CellChange) => c.column !== 'errors';
  const { written, refused } = writeCells(tab, titles, changes, together);
  expect(written).toEqual([]);
  expect(refused.map((r) => r.change.column).sort()).toEqual(['errors', 'name', 'position']);
  expect(tab.cells).toEqual([header, ...rows(2)]);
  // Without that wish what can be written is.
  expect(
    writeCells(tab, titles, changes)
      .written.map((c) => c.column)
      .sort(),
  ).toEqual(['errors', 'name']);
});
