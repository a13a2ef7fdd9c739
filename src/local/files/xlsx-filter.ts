import type { Merge, RangeRef, SheetModel } from '../services/spreadsheet/model';

/** The rectangle of a sheet's filter; null when there is none. The criteria are kept in the extras. */
export function filterArea(sheet: SheetModel): Merge | null {
  const range = (sheet.filter as { range?: RangeRef } | null)?.range;
  if (typeof range?.row !== 'number') return null;
  const { row, column } = range;
  const rows = Math.min(range.rows, sheet.maxRows - row);
  const columns = Math.min(range.columns, sheet.maxColumns - column);
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}
