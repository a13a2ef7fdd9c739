import type { ChangingAct } from '../../src/local/page/protocol';
import { RowMoves } from '../../src/local/page/row-moves';

const edit = (row: number, rows = 1): ChangingAct => ({
  kind: 'edit',
  id: 'a',
  sheetId: 1,
  row,
  column: 0,
  values: Array.from({ length: rows }, () => ['x']),
});

const rowOf = (moves: RowMoves, act: ChangingAct, seen: number): number | string => {
  try {
    return (moves.follow(act, seen) as { row: number }).row;
  } catch (error) {
    return (error as Error).message;
  }
};

const GONE = expect.stringMatching(/удалили или переставили/);

test.each([
  ['rows came above', 5, 2, edit(5), 7],
  ['rows came below', 6, 2, edit(5), 5],
  ['rows came inside of a block', 6, 2, edit(5, 3), GONE],
  ['rows went above', 3, -2, edit(5), 3],
  ['the row went', 4, -2, edit(5), GONE],
  ['rows went below', 6, -2, edit(5), 5],
  ['a row of a block went', 7, -1, edit(5, 3), GONE],
  ['another order', 1, null, edit(5), GONE],
  ['another order below', 6, null, edit(5), 5],
])('%s', (_, row, count, act, now) => {
  const moves = new RowMoves();
  moves.add({ seq: 8, sheetId: 1, row, count });
  expect(rowOf(moves, act, 7)).toEqual(now);
  // Seen by the window already, or on another tab.
  expect(rowOf(moves, act, 8)).toBe(5);
  expect(rowOf(moves, { ...act, sheetId: 2 } as ChangingAct, 7)).toBe(5);
});

test('one move after another; a selection of nothing is none', () => {
  const moves = new RowMoves();
  moves.add({ seq: 1, sheetId: 1, row: 2, count: 3 });
  moves.add({ seq: 2, sheetId: 1, row: 8, count: -1 });
  moves.add({ seq: 3, sheetId: 1, row: 0, count: 1 });
  const area = (row: number) => ({ sheetId: 1, row, column: 0, rows: 1, columns: 1 });
  expect(moves.followArea(area(6), 0)).toEqual(area(9));
  expect(moves.followArea(area(5), 0)).toBeNull();
  expect(moves.followArea(area(8), 1)).toBeNull();
  expect(moves.followArea(area(9), 1)).toEqual(area(9));
});
