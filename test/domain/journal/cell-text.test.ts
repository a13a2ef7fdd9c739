import fc from 'fast-check';
import { cellToText, piecesOf, textToCell } from '../../../src/domain/journal/cell-text';
import type { Cell } from '../../../src/domain/registry/cell';
import { asPlainText } from '../../../src/domain/text/escape';

const ODD: readonly Cell[] = [
  '=1+1',
  '+7 342',
  '-5',
  '@x',
  "'кавычка",
  '5',
  '05',
  '5,5',
  '26/1',
  '1e+21',
  1e21,
  0.1,
  -3.5,
  0,
  'ИСТИНА',
  'да',
  true,
  false,
  '20.10.2022',
  { date: '2022-10-20' },
  '(-5)',
  '"5"',
  '""5""',
  '"',
  '""',
  '«5»',
  ' ',
  '\n',
  '{"date":"x"}',
  '\u0000',
  '\u202eабв',
  '👩‍🏫',
  '<b>x</b>',
];

test.each(ODD.map((cell) => [cell]))('%p comes back as it was', (cell) => {
  expect(textToCell(cellToText(cell))).toEqual(cell);
});

test('any text, number, date and tick comes back as it was, and different cells have different texts', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((d) => ({ date: d.toISOString().slice(0, 10) }));
  const numberLike = fc
    .oneof(fc.integer().map(String), fc.constantFrom('"', '""', '"7"', '1.5', '01.02.2023'))
    .map((t) => t);
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'binary' }),
    numberLike,
    fc.array(numberLike).map((parts) => `"${parts.join('"')}"`),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    fc.boolean(),
    day,
  );
  fc.assert(
    fc.property(cell, cell, (a, b) => {
      expect(textToCell(cellToText(a))).toEqual(a);
      if (JSON.stringify(a) !== JSON.stringify(b)) expect(cellToText(a)).not.toBe(cellToText(b));
    }),
    { numRuns: 2000 },
  );
});

test('no text of the journal is taken for a formula, and the pieces of the longest text fit into cells', () => {
  for (const cell of [...ODD, `=${'7'.repeat(49_999)}`, '👩'.repeat(25_000)]) {
    const pieces = piecesOf(cell).map((piece) => cellToText(piece));
    for (const text of pieces) {
      expect(asPlainText(text)).toBe(text);
      expect(text.length).toBeLessThanOrEqual(50_000);
      expect(text).not.toMatch(/[\ud800-\udbff]$/);
    }
    if (typeof cell === 'string') expect(pieces.map((text) => textToCell(text)).join('')).toBe(cell);
  }
});

test('a journal that lost its text format is still read', () => {
  expect([textToCell(5), textToCell({ date: '2022-10-20' }), textToCell(true)]).toEqual([
    5,
    { date: '2022-10-20' },
    true,
  ]);
});
