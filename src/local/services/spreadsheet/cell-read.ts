import { recalculate } from './calculation';
import { localeSettings } from './locale';
import type { CellValue, SheetModel } from './model';
import { displayText, formatKind } from './number-format';
import { serialDates } from './serial-date';
import type { SheetImpl } from './sheet';

/** Values as getValues gives them: a fresh grid, "" for blank, dates as the script's Date objects. */
export function readValues(
  sheet: SheetImpl,
  row: number,
  column: number,
  rows: number,
  columns: number,
): unknown[][] {
  recalculate(sheet.parent);
  const dates = serialDates(sheet.parent.model.timeZone);
  const ScriptDate = sheet.context.Date;
  const grid: unknown[][] = new Array(rows);
  for (let r = 0; r < rows; r++) {
    const source = sheet.model.rows[row + r];
    const line: unknown[] = new Array(columns);
    if (!source) {
      grid[r] = line.fill('');
      continue;
    }
    const { values, formats } = source;
    for (let c = 0; c < columns; c++) {
      const value = values[column + c];
      if (value === undefined) line[c] = '';
      else if (typeof value !== 'number' || !formats) line[c] = value;
      else
        line[c] =
          formatKind(formats[column + c]?.numberFormat) === 'date'
            ? new ScriptDate(dates.moment(value))
            : value;
    }
    grid[r] = line;
  }
  return grid;
}

/** Texts as the cells show them. */
export function readDisplay(
  sheet: SheetImpl,
  row: number,
  column: number,
  rows: number,
  columns: number,
): string[][] {
  recalculate(sheet.parent);
  const locale = localeSettings(sheet.parent.model.locale);
  const grid: string[][] = new Array(rows);
  for (let r = 0; r < rows; r++) {
    const source = sheet.model.rows[row + r];
    const line: string[] = new Array(columns).fill('');
    if (source) {
      for (let c = 0; c < columns; c++) {
        const value = source.values[column + c];
        if (value !== undefined && value !== '')
          line[c] = displayText(value, source.formats?.[column + c]?.numberFormat, locale);
      }
    }
    grid[r] = line;
  }
  return grid;
}

/** The bare value of one cell, dates as serial numbers. */
export function rawValue(sheet: SheetImpl, row: number, column: number): CellValue {
  return sheet.model.rows[row]?.values[column] ?? '';
}

/** Whether the cell counts as content: a value or a formula, even one that shows nothing. */
export function hasContent(model: SheetModel, row: number, column: number): boolean {
  const cells = model.rows[row];
  if (!cells) return false;
  const value = cells.values[column];
  return (value !== undefined && value !== '') || Boolean(cells.formulas?.[column]);
}

/** Number of rows up to the last one with content; 0 = empty sheet. */
export function usedRows(model: SheetModel): number {
  for (let row = model.rows.length - 1; row >= 0; row--) if (usedInRow(model, row, 0) > 0) return row + 1;
  return 0;
}

/** Number of columns up to the last one with content; 0 = empty sheet. */
export function usedColumns(model: SheetModel): number {
  let used = 0;
  for (let row = 0; row < model.rows.length; row++) used = usedInRow(model, row, used);
  return used;
}

/** The row's used columns when they are more than `known`, else `known`; looks at nothing before it. */
function usedInRow(model: SheetModel, row: number, known: number): number {
  const cells = model.rows[row];
  if (!cells) return known;
  const length = Math.max(cells.values.length, cells.formulas?.length ?? 0);
  for (let column = length - 1; column >= known; column--)
    if (hasContent(model, row, column)) return column + 1;
  return known;
}
