import { fail } from '../../host/errors';
import { recalculate } from './calculation';
import { parseInput } from './cell-input';
import { rawValue } from './cell-read';
import { inputRules, writeValues } from './cell-write';
import type { CellValue } from './model';
import { cellName } from './notation';
import { RangeImpl } from './range';
import { select } from './selected-ranges';
import { isDate } from './serial-date';
import type { SheetImpl } from './sheet';
import { insertLines } from './structure';
import { violates } from './validation-check';
import { assertUnprotected } from './write-guard';

/** What an onEdit event carries. Both values only for one cell; absent when that cell is (was) blank. */
export interface EditEvent {
  readonly range: RangeImpl;
  readonly value?: string;
  readonly oldValue?: string;
}

/**
 * Typing or pasting by a person: rules that reject invalid data and protections hold (unlike for scripts), texts are
 * read by the locale, the grid grows under a paste, the cells become the selection. All or nothing.
 */
export function editAsPerson(
  sheet: SheetImpl,
  row: number,
  column: number,
  values: readonly (readonly unknown[])[],
): EditEvent {
  const [rows, columns] = [values.length, Math.max(0, ...values.map((line) => line.length))];
  if (rows === 0 || columns === 0) throw new Error('Nothing to enter');
  assertUnprotected(sheet, { row, column, rows, columns });
  checkRules(sheet, row, column, values);
  const { maxRows, maxColumns } = sheet.model;
  if (row + rows > maxRows) insertLines(sheet, 'ROWS', maxRows, row + rows - maxRows, null);
  if (column + columns > maxColumns)
    insertLines(sheet, 'COLUMNS', maxColumns, column + columns - maxColumns, null);
  recalculate(sheet.parent);
  const oldValue = eventText(rawValue(sheet, row, column));
  writeValues(sheet, row, column, values);
  const range = new RangeImpl(sheet, row, column, rows, columns);
  select(sheet, [range]);
  if (rows * columns > 1) return { range };
  recalculate(sheet.parent);
  const value = eventText(rawValue(sheet, row, column));
  return {
    range,
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

/** Events carry text: dates as serial numbers, booleans as TRUE and FALSE. */
function eventText(value: CellValue): string | undefined {
  if (value === '') return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function checkRules(
  sheet: SheetImpl,
  row: number,
  column: number,
  values: readonly (readonly unknown[])[],
): void {
  const { locale, year } = inputRules(sheet);
  for (const [r, line] of values.entries()) {
    const cells = sheet.model.rows[row + r];
    if (!cells?.validations) continue;
    for (const [c, input] of line.entries()) {
      const rule = cells.validations[column + c];
      if (!rule || rule.allowInvalid || input === null || input === undefined || input === '') continue;
      const asText = cells.formats?.[column + c]?.numberFormat === '@';
      let value = input as CellValue | Date;
      if (typeof input === 'string' && !asText) {
        if (input.startsWith('=')) continue;
        value = parseInput(input, locale, year)?.value ?? input.replace(/^'/, '');
      } else if (typeof input === 'object' && !isDate(input)) value = String(input);
      const refusal = violates(rule, value, sheet, cellName(row + r, column + c));
      if (refusal) fail(refusal);
    }
  }
}
