import { fail } from '../../host/errors';
import { recalculate } from './calculation';
import { readDisplay, usedRows } from './cell-read';
import type { RangeImpl } from './range';
import type { SheetImpl } from './sheet';
import { deleteLines, insertLines } from './structure';
import { assertUnprotected } from './write-guard';

type Dimension = 'ROWS' | 'COLUMNS';
const WIDTH = 100;
const HEIGHT = 21;

function size(sheet: SheetImpl, dimension: Dimension): number {
  return dimension === 'ROWS' ? sheet.model.maxRows : sheet.model.maxColumns;
}

/** Throws when 1-based lines are not all on the sheet. */
function assertLines(sheet: SheetImpl, dimension: Dimension, first: number, count: number): void {
  if (first < 1 || count < 1 || first + count - 1 > size(sheet, dimension))
    fail(dimension === 'ROWS' ? 'Those rows are out of bounds.' : 'Those columns are out of bounds.');
}

/** 0-based rectangle of whole rows or columns, for the check of protections. */
function lines(sheet: SheetImpl, dimension: Dimension, first: number, count: number) {
  const { maxRows, maxColumns } = sheet.model;
  return dimension === 'ROWS'
    ? { row: first, column: 0, rows: count, columns: maxColumns }
    : { row: 0, column: first, rows: maxRows, columns: count };
}

function insert(sheet: SheetImpl, dimension: Dimension, asked: number, count: number, after: boolean): void {
  const position = Math.trunc(asked);
  assertLines(sheet, dimension, position, 1);
  if (count < 1)
    fail(dimension === 'ROWS' ? 'Those rows are out of bounds.' : 'Those columns are out of bounds.');
  // Between two lines of a protected block the new ones would lie inside it.
  const at = after ? position : position - 1;
  if (at > 0 && at < size(sheet, dimension))
    assertUnprotected(sheet, lines(sheet, dimension, position - 1, 1));
  insertLines(sheet, dimension, at, Math.trunc(count), position - 1);
}

function remove(sheet: SheetImpl, dimension: Dimension, first: number, count: number): void {
  assertLines(sheet, dimension, first, count);
  const frozen = dimension === 'ROWS' ? sheet.model.frozenRows : sheet.model.frozenColumns;
  const left = size(sheet, dimension) - frozen - Math.max(0, first + count - 1 - Math.max(frozen, first - 1));
  if (left < 1)
    fail(`Sorry, it is not possible to delete all non-frozen ${dimension === 'ROWS' ? 'rows' : 'columns'}.`);
  assertUnprotected(sheet, lines(sheet, dimension, first - 1, count));
  deleteLines(sheet, dimension, first - 1, Math.trunc(count));
}

function setHidden(
  sheet: SheetImpl,
  dimension: Dimension,
  first: number,
  count: number,
  hidden: boolean,
): void {
  assertLines(sheet, dimension, first, count);
  const set = dimension === 'ROWS' ? sheet.model.hiddenRows : sheet.model.hiddenColumns;
  for (let line = first - 1; line < first - 1 + count; line++) {
    if (hidden) set.add(line);
    else set.delete(line);
  }
}

function setSize(
  sheet: SheetImpl,
  dimension: Dimension,
  first: number,
  count: number,
  pixels: number,
): SheetImpl {
  assertLines(sheet, dimension, first, count);
  const sizes = dimension === 'ROWS' ? sheet.model.rowHeights : sheet.model.columnWidths;
  for (let line = first - 1; line < first - 1 + count; line++) sizes.set(line, Math.trunc(pixels));
  return sheet;
}

/** Widths by the longest text; the host has no fonts to measure with. */
function fitColumns(sheet: SheetImpl, first: number, count: number): SheetImpl {
  assertLines(sheet, 'COLUMNS', first, count);
  recalculate(sheet.parent);
  const texts = readDisplay(sheet, 0, first - 1, Math.min(usedRows(sheet.model), 2_000), count);
  for (let c = 0; c < count; c++) {
    const longest = texts.reduce(
      (most, line) => Math.max(most, ...line[c].split('\n').map((part) => part.length)),
      0,
    );
    if (longest > 0) sheet.model.columnWidths.set(first - 1 + c, Math.min(1_000, longest * 7 + 17));
  }
  return sheet;
}

/** Rows and columns: insert, delete, hide, size, freeze. Positions are 1-based. */
export const sheetLineMethods = {
  insertRowAfter(this: SheetImpl, after: number): SheetImpl {
    insert(this, 'ROWS', after, 1, true);
    return this;
  },
  insertRowBefore(this: SheetImpl, before: number): SheetImpl {
    insert(this, 'ROWS', before, 1, false);
    return this;
  },
  insertRowsAfter(this: SheetImpl, after: number, count: number): SheetImpl {
    insert(this, 'ROWS', after, count, true);
    return this;
  },
  insertRowsBefore(this: SheetImpl, before: number, count: number): SheetImpl {
    insert(this, 'ROWS', before, count, false);
    return this;
  },
  insertRows(this: SheetImpl, at: number, count = 1): void {
    insert(this, 'ROWS', at, count, false);
  },
  insertColumnAfter(this: SheetImpl, after: number): SheetImpl {
    insert(this, 'COLUMNS', after, 1, true);
    return this;
  },
  insertColumnBefore(this: SheetImpl, before: number): SheetImpl {
    insert(this, 'COLUMNS', before, 1, false);
    return this;
  },
  insertColumnsAfter(this: SheetImpl, after: number, count: number): SheetImpl {
    insert(this, 'COLUMNS', after, count, true);
    return this;
  },
  insertColumnsBefore(this: SheetImpl, before: number, count: number): SheetImpl {
    insert(this, 'COLUMNS', before, count, false);
    return this;
  },
  insertColumns(this: SheetImpl, at: number, count = 1): void {
    insert(this, 'COLUMNS', at, count, false);
  },
  deleteRow(this: SheetImpl, row: number): SheetImpl {
    remove(this, 'ROWS', row, 1);
    return this;
  },
  deleteRows(this: SheetImpl, row: number, count: number): void {
    remove(this, 'ROWS', row, count);
  },
  deleteColumn(this: SheetImpl, column: number): SheetImpl {
    remove(this, 'COLUMNS', column, 1);
    return this;
  },
  deleteColumns(this: SheetImpl, column: number, count: number): void {
    remove(this, 'COLUMNS', column, count);
  },

  hideRow(this: SheetImpl, range: RangeImpl): void {
    setHidden(this, 'ROWS', range.row + 1, range.rows, true);
  },
  hideRows(this: SheetImpl, row: number, count = 1): void {
    setHidden(this, 'ROWS', row, count, true);
  },
  showRows(this: SheetImpl, row: number, count = 1): void {
    setHidden(this, 'ROWS', row, count, false);
  },
  unhideRow(this: SheetImpl, range: RangeImpl): void {
    setHidden(this, 'ROWS', range.row + 1, range.rows, false);
  },
  isRowHiddenByUser(this: SheetImpl, row: number): boolean {
    assertLines(this, 'ROWS', row, 1);
    return this.model.hiddenRows.has(row - 1);
  },
  hideColumn(this: SheetImpl, range: RangeImpl): void {
    setHidden(this, 'COLUMNS', range.column + 1, range.columns, true);
  },
  hideColumns(this: SheetImpl, column: number, count = 1): void {
    setHidden(this, 'COLUMNS', column, count, true);
  },
  showColumns(this: SheetImpl, column: number, count = 1): void {
    setHidden(this, 'COLUMNS', column, count, false);
  },
  unhideColumn(this: SheetImpl, range: RangeImpl): void {
    setHidden(this, 'COLUMNS', range.column + 1, range.columns, false);
  },
  isColumnHiddenByUser(this: SheetImpl, column: number): boolean {
    assertLines(this, 'COLUMNS', column, 1);
    return this.model.hiddenColumns.has(column - 1);
  },

  getRowHeight(this: SheetImpl, row: number): number {
    assertLines(this, 'ROWS', row, 1);
    return this.model.rowHeights.get(row - 1) ?? HEIGHT;
  },
  setRowHeight(this: SheetImpl, row: number, pixels: number): SheetImpl {
    return setSize(this, 'ROWS', row, 1, pixels);
  },
  setRowHeights(this: SheetImpl, row: number, count: number, pixels: number): SheetImpl {
    return setSize(this, 'ROWS', row, count, pixels);
  },
  setRowHeightsForced(this: SheetImpl, row: number, count: number, pixels: number): SheetImpl {
    return setSize(this, 'ROWS', row, count, pixels);
  },
  getColumnWidth(this: SheetImpl, column: number): number {
    assertLines(this, 'COLUMNS', column, 1);
    return this.model.columnWidths.get(column - 1) ?? WIDTH;
  },
  setColumnWidth(this: SheetImpl, column: number, pixels: number): SheetImpl {
    return setSize(this, 'COLUMNS', column, 1, pixels);
  },
  setColumnWidths(this: SheetImpl, column: number, count: number, pixels: number): SheetImpl {
    return setSize(this, 'COLUMNS', column, count, pixels);
  },
  autoResizeColumn(this: SheetImpl, column: number): SheetImpl {
    return fitColumns(this, column, 1);
  },
  autoResizeColumns(this: SheetImpl, column: number, count: number): SheetImpl {
    return fitColumns(this, column, count);
  },
  autoResizeRows(this: SheetImpl, row: number, count: number): SheetImpl {
    assertLines(this, 'ROWS', row, count);
    for (let line = row - 1; line < row - 1 + count; line++) this.model.rowHeights.delete(line);
    return this;
  },

  getFrozenRows(this: SheetImpl): number {
    return this.model.frozenRows;
  },
  setFrozenRows(this: SheetImpl, rows: number): void {
    if (rows < 0 || rows > this.model.maxRows) fail('Those rows are out of bounds.');
    if (rows === this.model.maxRows && rows > 0) fail("You can't freeze all visible rows on the sheet.");
    this.model.frozenRows = Math.trunc(rows);
  },
  getFrozenColumns(this: SheetImpl): number {
    return this.model.frozenColumns;
  },
  setFrozenColumns(this: SheetImpl, columns: number): void {
    if (columns < 0 || columns > this.model.maxColumns) fail('Those columns are out of bounds.');
    if (columns === this.model.maxColumns && columns > 0)
      fail("You can't freeze all visible columns on the sheet.");
    this.model.frozenColumns = Math.trunc(columns);
  },
};
