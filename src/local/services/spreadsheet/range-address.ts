import { fail } from '../../host/errors';
import { rectangleName } from './notation';
import { RangeImpl } from './range';
import type { SheetImpl } from './sheet';

/** What a position may not be; the same texts serve Sheet.getRange, Range.offset and Range.getCell. */
export function checkRectangle(
  sheet: SheetImpl,
  row: number,
  column: number,
  rows: number,
  columns: number,
): void {
  if (row < 0) fail('The starting row of the range is too small.');
  if (column < 0) fail('The starting column of the range is too small.');
  if (rows < 1) fail('The number of rows in the range must be at least 1.');
  if (columns < 1) fail('The number of columns in the range must be at least 1.');
  if (row + rows > sheet.model.maxRows || column + columns > sheet.model.maxColumns)
    fail('The coordinates of the range are outside the dimensions of the sheet.');
}

/** Which sides an open notation names: `A2:C` → start row yes, end row no. */
function bounded(range: RangeImpl, side: 0 | 1, part: RegExp): boolean {
  if (range.openNotation === null) return true;
  return part.test(range.openNotation.split(':')[side] ?? '');
}

/** Where a range is: rows, columns, notation, neighbours. */
export const rangeAddressMethods = {
  getRow(this: RangeImpl): number {
    return this.row + 1;
  },
  getRowIndex(this: RangeImpl): number {
    return this.row + 1;
  },
  getColumn(this: RangeImpl): number {
    return this.column + 1;
  },
  getColumnIndex(this: RangeImpl): number {
    return this.column + 1;
  },
  getLastRow(this: RangeImpl): number {
    return this.row + this.rows;
  },
  getLastColumn(this: RangeImpl): number {
    return this.column + this.columns;
  },
  getNumRows(this: RangeImpl): number {
    return this.rows;
  },
  getNumColumns(this: RangeImpl): number {
    return this.columns;
  },
  getHeight(this: RangeImpl): number {
    return this.rows;
  },
  getWidth(this: RangeImpl): number {
    return this.columns;
  },
  getSheet(this: RangeImpl): SheetImpl {
    return this.sheet;
  },
  getGridId(this: RangeImpl): number {
    return this.sheet.model.id;
  },
  getA1Notation(this: RangeImpl): string {
    return this.openNotation ?? rectangleName(this.row, this.column, this.rows, this.columns);
  },
  isStartRowBounded(this: RangeImpl): boolean {
    return bounded(this, 0, /\d/);
  },
  isEndRowBounded(this: RangeImpl): boolean {
    return bounded(this, 1, /\d/);
  },
  isStartColumnBounded(this: RangeImpl): boolean {
    return bounded(this, 0, /[A-Z]/);
  },
  isEndColumnBounded(this: RangeImpl): boolean {
    return bounded(this, 1, /[A-Z]/);
  },
  /** Row and column are 1-based within the range. */
  getCell(this: RangeImpl, row: number, column: number): RangeImpl {
    if (row < 1 || row > this.rows) fail('Row index out of range.');
    if (column < 1 || column > this.columns) fail('Column index out of range.');
    return new RangeImpl(this.sheet, this.row + row - 1, this.column + column - 1, 1, 1);
  },
  offset(
    this: RangeImpl,
    rowOffset: number,
    columnOffset: number,
    rows?: number,
    columns?: number,
  ): RangeImpl {
    const [row, column] = [this.row + Math.trunc(rowOffset), this.column + Math.trunc(columnOffset)];
    const [height, width] = [rows ?? this.rows, columns ?? this.columns];
    checkRectangle(this.sheet, row, column, height, width);
    return new RangeImpl(this.sheet, row, column, height, width);
  },
};
