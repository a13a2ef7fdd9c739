import fc from 'fast-check';
import {
  cellsText,
  fittingText,
  isRecordText,
  journalColumns,
  textToRecord,
} from '../../../src/domain/journal/record-text';
import type { Cell } from '../../../src/domain/registry/cell';
import { tabs } from '../../../src/domain/registry/tabs';

const columns = journalColumns(tabs.pairs).slice(0, 3);
const placed = columns.map((column, at) => ({ column, at }));
const ODD = ['', 'a', '"', '\\', '\\n', '\n', '","', `","${columns[1].title}":"`, '\ud800'];
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(...ODD, 5, -1.5, true, { date: '2024-01-31' }),
  fc.array(fc.constantFrom(...ODD), { maxLength: 3 }).map((parts) => parts.join('')),
);
const record = fc.tuple(cell, cell, cell);
const textOf = (cells: readonly Cell[]) =>
  cellsText(tabs.pairs, Object.fromEntries(columns.map((c, i) => [c.key, cells[i]])));

test('a record read again is the same, and its text is recognised without being made', () => {
  fc.assert(
    fc.property(record, record, (one, other) => {
      const filled = columns.flatMap((c, i) => (one[i] === '' ? [] : [[c.key, one[i]] as const]));
      expect(textToRecord(tabs.pairs, textOf(one))).toEqual(Object.fromEntries(filled));
      expect(isRecordText(placed, one, textOf(one))).toBe(true);
      expect(isRecordText(placed, one, textOf(other))).toBe(textOf(one) === textOf(other));
    }),
    { numRuns: 3000 },
  );
});

test('a record that is too long for a cell leaves its longest cells out, and names them', () => {
  const long = { name: 'Иванова', achievements: 'я'.repeat(49_000), competences: 'б'.repeat(30_000) };
  const { text, left } = fittingText(tabs.mentors, long);
  expect(text.length).toBeLessThan(50_000);
  expect(left).toEqual(['achievements']);
  expect(textToRecord(tabs.mentors, text)).toEqual({ name: 'Иванова', competences: long.competences });
});
