import fc from 'fast-check';
import { formulaShield } from '../../../src/domain/fixes/formula-shield';
import { difference } from '../../../src/domain/fixes/shown-change';
import { type Fixed, joinBatches, readUndo, undoRows } from '../../../src/domain/fixes/undo-sheet';
import type { Cell } from '../../../src/domain/registry/cell';

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom<Cell>('5', '01.09.2023', '="5"', "'=1", 'ИСТИНА', ' a ', 12, -1.5, true, {
    date: '2023-09-01',
  }),
);
const fixed = fc.record({
  tab: fc.constantFrom('mentors' as const, 'documents' as const),
  id: fc.constantFrom('', 'NST-001', 'DOC-002'),
  row: fc.nat({ max: 90 }),
  column: fc.constantFrom('recordStatus', 'updatedOn'),
  before: cell,
  after: cell,
});

test('what is stored is read back', () => {
  fc.assert(
    fc.property(fc.array(fixed), (batch) => {
      expect(readUndo(undoRows(batch))).toEqual(batch);
    }),
  );
  expect(readUndo(null)).toEqual([]);
  expect(readUndo([['Мои данные'], ['a', 'b']])).toEqual([]);
});

test('a batch that goes on keeps what its cells held at first', () => {
  const fix = (row: number, before: Cell, after: Cell): Fixed => ({
    tab: 'mentors',
    id: '',
    row,
    column: 'name',
    before,
    after,
  });
  expect(
    joinBatches(
      [fix(2, 'a', 'b'), fix(3, 'a', 'b'), fix(4, 'a', 'b')],
      [fix(3, 'b', 'c'), fix(4, 'x', 'y'), fix(5, 'd', 'e')],
    ),
  ).toEqual([fix(2, 'a', 'b'), fix(3, 'a', 'c'), fix(4, 'x', 'y'), fix(5, 'd', 'e')]);
});

test('cells of formulas and what a formula spills over are shielded', () => {
  const shield = formulaShield([
    ['', '', ''],
    ['=A1&" "', '', ''],
    ['', '=ARRAYFORMULA(A1:A9)', ''],
  ]);
  expect([shield(1, 0), shield(2, 0), shield(1, 1)]).toEqual([true, false, false]);
  expect([shield(2, 1), shield(8, 1), shield(8, 2), shield(8, 0)]).toEqual([true, true, true, false]);
});

test('long texts are shown where they begin to differ', () => {
  const [before, after] = difference(
    `${'а'.repeat(1000)}  б${'в'.repeat(500)}`,
    `${'а'.repeat(1000)} б${'в'.repeat(500)}`,
  );
  expect(before.length).toBeLessThanOrEqual(162);
  expect([before.includes('  б'), after.includes('а б'), before[0], after.slice(-1)]).toEqual([
    true,
    true,
    '…',
    '…',
  ]);
  expect(difference(' a', 'a')).toEqual([' a', 'a']);
});
