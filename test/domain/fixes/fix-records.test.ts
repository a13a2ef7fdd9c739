import fc from 'fast-check';
import { checkRegistry } from '../../../src/domain/checks/run';
import { fixRecords } from '../../../src/domain/fixes/fix-records';
import { allFixKinds } from '../../../src/domain/fixes/kinds';
import { type Cell, cellText } from '../../../src/domain/registry/cell';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { readRegistry, type WorkbookGrids } from '../../../src/domain/registry/workbook';
import { gridsOf } from '../book';
import { bookWith, TODAY } from '../checks/healthy';

const ALL = new Set(allFixKinds);
const grids = gridsOf(bookWith({ 'ORG-02': {}, 'NST-009': { organisation: 'ORG-02' } }), {
  storageMode: 'Полный',
});
const fixesOf = (of: WorkbookGrids, own: readonly string[] | null = null) =>
  fixRecords(readRegistry(of), of, ALL, own);

/** The same value as people type and paste it. */
const spoilings: readonly ((text: string) => string)[] = [
  (text) => ` ${text}\u00a0`,
  (text) => text.replace(/ /g, '  '),
  (text) => text.replace(/(.)(?=.$)/u, '$1\u200b'),
  (text) => text.replace(/[«»]/g, '"'),
  (text) => text.replace(/ [–-] /g, '-'),
  (text) => text.replace(/-/g, ' – '),
  (text) => text.toUpperCase(),
  (text) => text.replace(/; /g, ';\n'),
  (text) => `№ ${text}`,
  (text) => `${text} чел.`,
  (text) => `${text} года 5 мес.`,
  (text) => text.replace(/ · /g, ' - '),
  (text) => `${text} г.`,
  (text) => text,
];

/** Cells of the healthy book that hold something, people's tabs only. */
const filled = (Object.keys(tabs) as TabKey[]).flatMap((tab) =>
  (grids[tab] ?? []).flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      row > 0 && cell !== '' && tab !== 'settings' ? [{ tab, row, column }] : [],
    ),
  ),
);

const changed = (
  of: WorkbookGrids,
  cells: readonly { tab: TabKey; row: number; column: number; cell: Cell }[],
): WorkbookGrids => {
  const copy: Record<string, Cell[][] | null> = {};
  for (const [key, grid] of Object.entries(of))
    copy[key] = grid === null ? null : grid.map((row) => [...row]);
  for (const { tab, row, column, cell } of cells) copy[tab]![row][column] = cell;
  return copy as unknown as WorkbookGrids;
};

const spoilt = fc
  .array(fc.record({ at: fc.constantFrom(...filled), how: fc.constantFrom(...spoilings) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) =>
    changed(
      grids,
      list.map(({ at, how }) => ({ ...at, cell: how(cellText(grids[at.tab]![at.row][at.column])) })),
    ),
  );

const findingsOf = (of: WorkbookGrids): string[] =>
  checkRegistry(readRegistry(of), TODAY).map((f) => `${f.code} ${f.tab} ${f.row} ${f.column}`);

test('a clean book has nothing to fix', () => {
  expect(fixesOf(grids)).toEqual([]);
});

test('over a whole book: nothing new is found after the fixes, and a second preview is empty', () => {
  fc.assert(
    fc.property(spoilt, (book) => {
      const fixes = fixesOf(book);
      const mended = changed(
        book,
        fixes.map(({ tab, row, position, after }) => ({ tab, row: row - 1, column: position, cell: after })),
      );
      const before = new Set(findingsOf(book));
      expect(findingsOf(mended).filter((f) => !before.has(f))).toEqual([]);
      expect(fixesOf(mended)).toEqual([]);
      for (const { tab, row, position, before: was } of fixes)
        expect(book[tab]![row - 1][position]).toEqual(was);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('a curator’s batch touches the rows of the own organisation only', () => {
  const book = changed(
    grids,
    filled.map((at) => ({ ...at, cell: ` ${cellText(grids[at.tab]![at.row][at.column])}` })),
  );
  const all = readRegistry(book);
  const [one] = all.tabs.organisations.entries;
  const fixes = fixesOf(book, [one.id]);
  expect(fixes.length).toBeGreaterThan(0);
  expect(fixes.length).toBeLessThan(fixesOf(book).length);
  for (const { tab, row } of fixes) {
    const entry = all.tabs[tab].entries.find((e) => e.row === row)!;
    expect(tab === 'organisations' ? entry.id : entry.values.organisation).toBe(one.id);
  }
});
