import type { Area, CellView } from '../../protocol';
import { numberOf } from '../words/when';
import { words } from '../words/words';

/** Beyond this the sum is not worth its time at every step of a selection. */
const LOOKED_THROUGH = 20_000;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const SPACES = /[\s\u00a0\u202f]/g;

/** What the status bar says of a selection; '' for one cell. @example '6 ячеек, сумма 12' */
export function selectedWords(
  area: Area | null,
  cell: (row: number, column: number) => CellView | null,
): string {
  if (!area) return '';
  const count = area.rows * area.columns;
  if (count < 2) return '';
  if (count > LOOKED_THROUGH) return words.cells(count);
  let sum = 0;
  let numbers = 0;
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const value = numberIn(cell(row, column));
      if (value === null) continue;
      sum += value;
      numbers++;
    }
  return numbers > 1 ? `${words.cells(count)}, ${words.sum(numberOf(sum))}` : words.cells(count);
}

/** The number of a cell: the unrounded one where the editor has it; null for a text, a day or a formula's text. */
function numberIn(cell: CellView | null): number | null {
  if (!cell) return null;
  for (const text of [cell.e, cell.t]) {
    const plain = (text ?? '').replace(SPACES, '');
    if (NUMBER.test(plain)) return Number(plain.replace(',', '.'));
  }
  return null;
}
