import { fail, NotImplementedError } from '../../host/errors';
import { changed, formulaWritten } from './calculation';
import { CellImageImpl } from './cell-image';
import { parseInput } from './cell-input';
import { setNumberFormat } from './cell-number-format';
import { type LocaleSettings, localeSettings } from './locale';
import { type CellValue, type Row, rowForWriting } from './model';
import { formatKind } from './number-format';
import { dayOfSerial, isDate, type SerialDates, serialDates } from './serial-date';
import type { SheetImpl } from './sheet';

const MAX_LENGTH = 50_000;

/** What a spreadsheet's settings say about reading input. */
interface InputRules {
  readonly locale: LocaleSettings;
  readonly dates: SerialDates;
  readonly year: number;
}

/**
 * Writes values as setValues does: texts are read like typed input unless the cell is plain text (`@`), `=…` is a
 * formula, a Date gets the spreadsheet's date format where the cell has none, null and undefined blank the cell.
 * Formats, notes and rules of the cells stay. The caller has checked that the cells may be written.
 */
export function writeValues(
  sheet: SheetImpl,
  row: number,
  column: number,
  grid: readonly (readonly unknown[])[],
): void {
  for (const line of grid)
    for (const value of line) if (typeof value === 'string' && value.length > MAX_LENGTH) tooLong();
  const rules = inputRules(sheet);
  const { model } = sheet;
  for (let r = 0; r < grid.length; r++) {
    const line = grid[r];
    let target = model.rows[row + r];
    for (let c = 0; c < line.length; c++) {
      const value = line[c];
      if (!target) {
        if (value === '' || value === null || value === undefined) continue;
        target = rowForWriting(model, row + r);
      }
      writeCell(sheet, target, column + c, value, rules);
    }
  }
  changed(sheet);
}

export function inputRules(sheet: SheetImpl): InputRules {
  const { locale, timeZone } = sheet.parent.model;
  const dates = serialDates(timeZone);
  return {
    locale: localeSettings(locale),
    dates,
    year: dayOfSerial(dates.serial(sheet.context.clock.now()))[0],
  };
}

function writeCell(sheet: SheetImpl, row: Row, column: number, input: unknown, rules: InputRules): void {
  if (row.formulas?.[column] !== undefined) row.formulas[column] = undefined;
  if (row.runs?.[column] !== undefined) row.runs[column] = undefined;
  switch (typeof input) {
    case 'string':
      writeText(sheet, row, column, input, rules);
      return;
    case 'number':
      put(row, column, Number.isFinite(input) ? input : '#NUM!');
      return;
    case 'boolean':
      put(row, column, input);
      return;
  }
  if (input === null || input === undefined) put(row, column, '');
  else if (isDate(input)) writeDate(row, column, input, rules);
  else if (input instanceof CellImageImpl) throw new NotImplementedError('An image in a cell');
  else put(row, column, objectText(input as object));
}

/** An object of a service becomes its class name, any other its own text. */
function objectText(input: object): string {
  const api = (input.constructor as { api?: string } | undefined)?.api;
  const named = api && String(input) === '[object Object]';
  return named ? api.slice(api.indexOf('.') + 1) : String(input);
}

function writeText(sheet: SheetImpl, row: Row, column: number, text: string, rules: InputRules): void {
  if (text === '') {
    put(row, column, '');
    return;
  }
  const format = row.formats?.[column]?.numberFormat;
  if (format === '@') {
    put(row, column, text);
    return;
  }
  const first = text.charCodeAt(0);
  if (first === 39) put(row, column, text.slice(1));
  else if (first === 61 && text.length > 1) putFormula(sheet, row, column, text);
  else {
    const parsed = parseInput(text, rules.locale, rules.year);
    put(row, column, parsed === null ? text : parsed.value);
    if (parsed?.format && formatKind(format) === 'automatic') setNumberFormat(row, column, parsed.format);
  }
}

function writeDate(row: Row, column: number, date: Date, rules: InputRules): void {
  const time = date.getTime();
  if (Number.isNaN(time)) {
    put(row, column, '#NUM!');
    return;
  }
  const serial = rules.dates.serial(time);
  put(row, column, serial);
  if (formatKind(row.formats?.[column]?.numberFormat) !== 'automatic') return;
  setNumberFormat(
    row,
    column,
    Number.isInteger(serial) ? rules.locale.dateFormat : rules.locale.dateTimeFormat,
  );
}

/** Puts a value without looking at it. Blank beyond the end of the row leaves no trace. */
export function put(row: Row, column: number, value: CellValue): void {
  const { values } = row;
  if (column < values.length) values[column] = value;
  else if (value !== '') {
    while (values.length < column) values.push('');
    values.push(value);
  }
}

/** Sets a formula (with its `=`); '' removes it together with its value. The value is computed at the next read. */
export function putFormula(sheet: SheetImpl, row: Row, column: number, formula: string): void {
  if (formula.length > MAX_LENGTH) tooLong();
  put(row, column, '');
  if (row.runs?.[column] !== undefined) row.runs[column] = undefined;
  if (formula === '') {
    if (row.formulas) row.formulas[column] = undefined;
    return;
  }
  row.formulas ??= [];
  row.formulas[column] = formula;
  formulaWritten(sheet);
  const automatic = formatKind(row.formats?.[column]?.numberFormat) === 'automatic';
  if (automatic && /^=\s*(TODAY|NOW)\(\)\s*([-+]\s*\d+)?$/i.test(formula)) {
    const { dateFormat, dateTimeFormat } = localeSettings(sheet.parent.model.locale);
    setNumberFormat(row, column, /^=\s*TODAY/i.test(formula) ? dateFormat : dateTimeFormat);
  }
}

function tooLong(): never {
  fail(`Your input contains more than the maximum of ${MAX_LENGTH} characters in a single cell.`);
}
