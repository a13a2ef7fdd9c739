import { fail } from '../../host/errors';
import type { RangeRef } from './model';
import { checkEditable } from './protection';
import type { SheetImpl } from './sheet';

type Rectangle = Omit<RangeRef, 'sheetId'>;

export function intersects(a: Rectangle, b: Rectangle): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Throws when the cells are not on the grid. */
export function assertOnGrid(sheet: SheetImpl, cells: Rectangle): void {
  const { maxRows, maxColumns } = sheet.model;
  if (cells.row + cells.rows > maxRows || cells.column + cells.columns > maxColumns)
    fail('The coordinates of the range are outside the dimensions of the sheet.');
}

/** Throws when these cells may not be written: off the grid, typed columns of a Table, protected from this user. */
export function assertWritable(sheet: SheetImpl, cells: Rectangle): void {
  assertOnGrid(sheet, cells);
  const { typedTable } = sheet.model;
  if (typedTable && intersects(typedTable, cells))
    fail('This operation is not allowed on cells in typed columns.');
  assertUnprotected(sheet, cells);
}

/** Throws when a protection keeps the acting person from these cells. */
export function assertUnprotected(sheet: SheetImpl, cells: Rectangle): void {
  const { row, column, rows, columns } = cells;
  checkEditable(sheet, { sheetId: sheet.model.id, row, column, rows, columns });
}
