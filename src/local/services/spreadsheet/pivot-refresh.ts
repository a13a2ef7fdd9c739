import { afterCalculation, changed } from './calculation';
import { setNumberFormat } from './cell-number-format';
import { put } from './cell-write';
import { todayOf } from './criteria';
import { passes } from './filter-criteria';
import { localeSettings } from './locale';
import { type CellValue, rowForWriting, type SheetModel } from './model';
import { displayText } from './number-format';
import { layOut, type PivotSource } from './pivot-layout';
import { type PivotCell, type PivotModel, type PivotRecord, pivotWords } from './pivot-model';
import type { SpreadsheetImpl } from './spreadsheet';

/** The source cells for which the written cells stand. */
const drawn = new WeakMap<PivotModel, readonly CellValue[]>();

/**
 * Writes the cells of a pivot table again. A table that would cover other cells shows #REF! in its corner, as live.
 * @throws NotImplementedError when the table asks for what the host does not compute
 */
export function redraw(spreadsheet: SpreadsheetImpl, sheet: SheetModel, pivot: PivotModel): void {
  const cells = flat(spreadsheet, pivot);
  const source = sourceOf(spreadsheet, pivot);
  const table = source && pivot.anchor ? layOut(pivot, source, pivotWords(spreadsheet.model.locale)) : [];
  clear(sheet, pivot);
  drawn.set(pivot, cells);
  if (pivot.anchor && table.length > 0) write(sheet, pivot, pivot.anchor.row, pivot.anchor.column, table);
  changed(spreadsheet.sheetOf(sheet));
}

/** Blanks what a pivot table has written. */
export function clear(sheet: SheetModel, pivot: PivotModel): void {
  if (pivot.anchor) {
    const { row, column } = pivot.anchor;
    for (let r = row; r < row + pivot.written.rows; r++) {
      const line = sheet.rows[r];
      if (line) for (let c = column; c < column + pivot.written.columns; c++) put(line, c, '');
    }
  }
  pivot.written = { rows: 0, columns: 0 };
}

function write(
  sheet: SheetModel,
  pivot: PivotModel,
  row: number,
  column: number,
  table: readonly (readonly PivotCell[])[],
): void {
  const width = Math.max(...table.map((line) => line.length));
  const covered = table.some((_, r) =>
    Array.from({ length: width }, (__, c) => sheet.rows[row + r]?.values[column + c] ?? '').some(
      (v) => v !== '',
    ),
  );
  if (covered) {
    put(rowForWriting(sheet, row), column, '#REF!');
    pivot.written = { rows: 1, columns: 1 };
    return;
  }
  sheet.maxRows = Math.max(sheet.maxRows, row + table.length);
  sheet.maxColumns = Math.max(sheet.maxColumns, column + width);
  table.forEach((line, r) => {
    const cells = rowForWriting(sheet, row + r);
    line.forEach((cell, c) => {
      put(cells, column + c, cell.value);
      if (cell.format && typeof cell.value === 'number') setNumberFormat(cells, column + c, cell.format);
    });
  });
  pivot.written = { rows: table.length, columns: width };
}

function gridOf(spreadsheet: SpreadsheetImpl, pivot: PivotModel) {
  const { source } = pivot;
  const sheet = source && spreadsheet.model.sheets.find((s) => s.id === source.sheetId);
  if (!source || !sheet) return null;
  const rows = Math.min(source.rows, sheet.maxRows - source.row);
  const columns = Math.min(source.columns, sheet.maxColumns - source.column);
  return { sheet, row: source.row, column: source.column, rows, columns };
}

function flat(spreadsheet: SpreadsheetImpl, pivot: PivotModel): CellValue[] {
  const grid = gridOf(spreadsheet, pivot);
  if (!grid) return [];
  const cells: CellValue[] = [];
  for (let r = grid.row; r < grid.row + grid.rows; r++) {
    const values = grid.sheet.rows[r]?.values;
    for (let c = grid.column; c < grid.column + grid.columns; c++) cells.push(values?.[c] ?? '');
  }
  return cells;
}

function sourceOf(spreadsheet: SpreadsheetImpl, pivot: PivotModel): PivotSource | null {
  const grid = gridOf(spreadsheet, pivot);
  if (!grid) return null;
  const locale = localeSettings(spreadsheet.model.locale);
  const valueAt = (r: number, c: number): CellValue => grid.sheet.rows[r]?.values[grid.column + c] ?? '';
  const formatAt = (r: number, c: number) => grid.sheet.rows[r]?.formats?.[grid.column + c]?.numberFormat;
  const formats = Array.from({ length: grid.columns }, (_, c) => {
    for (let r = grid.row + 1; r < grid.row + grid.rows; r++) if (valueAt(r, c) !== '') return formatAt(r, c);
    return undefined;
  });
  const text = (value: CellValue, offset: number) =>
    value === '' ? '' : displayText(value, formats[offset], locale);
  const today = todayOf(spreadsheet);
  const records: PivotRecord[] = [];
  for (let r = grid.row + 1; r < grid.row + grid.rows; r++) {
    const record = Array.from({ length: grid.columns }, (_, c) => valueAt(r, c));
    const kept = pivot.filters.every(({ offset, criteria }) =>
      passes(criteria, { value: record[offset] ?? '', text: text(record[offset] ?? '', offset) }, today),
    );
    if (kept) records.push(record);
  }
  const headings = Array.from({ length: grid.columns }, (_, c) => text(valueAt(grid.row, c), c) || '');
  return { headings, records, format: (offset) => formats[offset], text };
}

/** What is written does not stand any more: the table is drawn again at the next read. */
export function outdated(pivot: PivotModel): void {
  drawn.delete(pivot);
}

/** Redraws the tables whose source changed. */
function refreshAll(spreadsheet: SpreadsheetImpl): void {
  for (const sheet of spreadsheet.model.sheets) {
    for (const pivot of sheet.pivots as PivotModel[]) {
      const known = drawn.get(pivot);
      const now = flat(spreadsheet, pivot);
      if (known && known.length === now.length && known.every((v, i) => v === now[i])) continue;
      redraw(spreadsheet, sheet, pivot);
    }
  }
}

afterCalculation(refreshAll);
