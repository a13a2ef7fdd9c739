import { fail } from '../../host/errors';
import { recalculate } from './calculation';
import { readValues, usedColumns, usedRows } from './cell-read';
import { writeValues } from './cell-write';
import { findNamedRange, NamedRangeImpl } from './named-range';
import { parseNotation, rectangleName } from './notation';
import { RangeImpl } from './range';
import { checkRectangle } from './range-address';
import { type CellPart, clearParts } from './range-clear';
import { RangeListImpl } from './range-list';
import { sortRows } from './range-order';
import { rangeOfRef } from './range-ref';
import type { SheetImpl } from './sheet';
import { insertLines } from './structure';
import { TextFinderImpl } from './text-finder';
import { assertWritable } from './write-guard';

/** The range of a notation or a name; open sides reach the end of the grid. Beyond the grid is no error here. */
export function rangeByNotation(sheet: SheetImpl, text: string): RangeImpl {
  const notation = parseNotation(text);
  if (!notation) {
    const named = findNamedRange(sheet.parent, text);
    const range = named && rangeOfRef(sheet.parent, named.range);
    return range ?? fail('Range not found');
  }
  let target: SheetImpl | null = sheet;
  if (notation.sheet !== null)
    target = sheet.parent.getSheetByName(notation.sheet) ?? fail('Range not found');
  const { row, column } = notation;
  const rows = notation.rows === Infinity ? Math.max(1, target.model.maxRows - row) : notation.rows;
  const columns =
    notation.columns === Infinity ? Math.max(1, target.model.maxColumns - column) : notation.columns;
  const open = notation.rows === Infinity || notation.columns === Infinity;
  return new RangeImpl(
    target,
    row,
    column,
    rows,
    columns,
    open ? rectangleName(row, column, notation.rows, notation.columns) : null,
  );
}

/** The whole grid. */
export function wholeSheet(sheet: SheetImpl): RangeImpl {
  return new RangeImpl(sheet, 0, 0, sheet.model.maxRows, sheet.model.maxColumns);
}

function clearSheet(sheet: SheetImpl, parts: readonly CellPart[]): SheetImpl {
  clearParts(wholeSheet(sheet), parts);
  return sheet;
}

/** Ranges of a sheet, and what is done to all of its cells. */
export const sheetRangeMethods = {
  getRange(this: SheetImpl, a: number | string, column?: number, rows = 1, columns = 1): RangeImpl {
    if (typeof a !== 'number') return rangeByNotation(this, a);
    const [top, left] = [Math.trunc(a) - 1, Math.trunc(column as number) - 1];
    const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
    checkRectangle(this, top, left, height, width);
    return new RangeImpl(this, top, left, height, width);
  },
  getRangeList(this: SheetImpl, notations: string[]): RangeListImpl {
    return new RangeListImpl(
      this,
      notations.map((notation) => rangeByNotation(this, notation)),
    );
  },
  getDataRange(this: SheetImpl): RangeImpl {
    recalculate(this.parent);
    return new RangeImpl(this, 0, 0, Math.max(1, usedRows(this.model)), Math.max(1, usedColumns(this.model)));
  },
  getLastRow(this: SheetImpl): number {
    recalculate(this.parent);
    return usedRows(this.model);
  },
  getLastColumn(this: SheetImpl): number {
    recalculate(this.parent);
    return usedColumns(this.model);
  },
  getMaxRows(this: SheetImpl): number {
    return this.model.maxRows;
  },
  getMaxColumns(this: SheetImpl): number {
    return this.model.maxColumns;
  },
  getSheetValues(this: SheetImpl, row: number, column: number, rows: number, columns: number): unknown[][] {
    const [height, width] = [
      rows === -1 ? usedRows(this.model) : rows,
      columns === -1 ? usedColumns(this.model) : columns,
    ];
    checkRectangle(this, row - 1, column - 1, height, width);
    return readValues(this, row - 1, column - 1, height, width);
  },
  /** Writes below the last row with content; the grid grows when it is full or too narrow. */
  appendRow(this: SheetImpl, values: unknown[]): SheetImpl {
    const row = usedRows(this.model);
    if (row >= this.model.maxRows) insertLines(this, 'ROWS', row, 1, row - 1);
    if (values.length > this.model.maxColumns)
      insertLines(this, 'COLUMNS', this.model.maxColumns, values.length - this.model.maxColumns, null);
    if (values.length === 0) return this;
    assertWritable(this, { row, column: 0, rows: 1, columns: values.length });
    writeValues(this, row, 0, [values]);
    return this;
  },
  /** All rows with content, the first one included. */
  sort(this: SheetImpl, sorted: number, ascending = true): SheetImpl {
    const column = Math.trunc(sorted);
    const rows = usedRows(this.model) - this.model.frozenRows;
    if (column < 1 || column > this.model.maxColumns) fail('Those columns are out of bounds.');
    if (rows < 1) return this;
    const columns = Math.max(column, usedColumns(this.model));
    sortRows(new RangeImpl(this, this.model.frozenRows, 0, rows, columns), [
      { column: column - 1, ascending },
    ]);
    return this;
  },
  /** Notes and validation rules stay, whichever of these is called (recorded). */
  clear(this: SheetImpl, options?: { contentsOnly?: boolean; formatOnly?: boolean } | null): SheetImpl {
    if (options?.contentsOnly && !options.formatOnly) return clearSheet(this, ['values']);
    if (options?.formatOnly && !options.contentsOnly) return clearSheet(this, ['formats']);
    return clearSheet(this, ['values', 'formats']);
  },
  clearContents(this: SheetImpl): SheetImpl {
    return clearSheet(this, ['values']);
  },
  clearFormats(this: SheetImpl): SheetImpl {
    return clearSheet(this, ['formats']);
  },
  clearNotes(this: SheetImpl): SheetImpl {
    return clearSheet(this, ['notes']);
  },
  createTextFinder(this: SheetImpl, text: string): TextFinderImpl {
    return new TextFinderImpl([wholeSheet(this)], String(text));
  },
  getNamedRanges(this: SheetImpl): NamedRangeImpl[] {
    const own = this.parent.model.namedRanges.filter((entry) => entry.range.sheetId === this.model.id);
    return own.map((entry) => new NamedRangeImpl(this.parent, entry));
  },
};
