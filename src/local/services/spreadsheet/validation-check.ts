import { isRef, meets, todayOf } from './criteria';
import type { CellValue, ValidationRule } from './model';
import { rangeOfRef } from './range-ref';
import { isDate, serialDates } from './serial-date';
import type { SheetImpl } from './sheet';

/**
 * What a person sees who types a value that the rule of the cell rejects; null when the value may stay.
 * Only for edits by people: the writes of scripts are not checked by validation rules. A rule that allows invalid
 * values only warns. Rules with formulas (CUSTOM_FORMULA, or a formula as a bound) reject nothing here.
 * @param value as the cell would hold it (a Date is taken as its serial number)
 * @param cell A1 notation for the text, e.g. `X9`
 */
export function violates(
  rule: ValidationRule,
  value: CellValue | Date,
  sheet: SheetImpl,
  cell: string,
): string | null {
  if (rule.allowInvalid || value === '' || fitsRule(rule, value, sheet)) return null;
  const text = `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;
  const more = rule.helpText ?? allowedText(rule);
  return more ? `${text}\n${more}` : text;
}

function allowedText(rule: ValidationRule): string {
  if (rule.criteria !== 'VALUE_IN_LIST') return '';
  return `Please enter one of the following values: ${(rule.values[0] as readonly string[]).join(', ')}.`;
}

function fitsRule(rule: ValidationRule, given: CellValue | Date, sheet: SheetImpl): boolean {
  const value = isDate(given) ? serialDates(sheet.parent.model.timeZone).serial(given.getTime()) : given;
  switch (rule.criteria) {
    case 'VALUE_IN_LIST':
      return (rule.values[0] as readonly string[]).includes(textOf(value));
    case 'VALUE_IN_RANGE':
      return isRef(rule.values[0]) ? listed(rule, value, sheet) : true;
    case 'CHECKBOX':
      return rule.values.length === 0
        ? typeof value === 'boolean'
        : rule.values.some((v) => textOf(v) === textOf(value));
    case 'CUSTOM_FORMULA':
      return true;
  }
  if (
    rule.values.some((v) => typeof v === 'string' && v.startsWith('=') && !rule.criteria.startsWith('TEXT_'))
  )
    return true;
  return meets(
    { type: rule.criteria, values: rule.values },
    { value, text: textOf(value) },
    todayOf(sheet.parent),
  );
}

function listed(rule: ValidationRule, value: CellValue, sheet: SheetImpl): boolean {
  const ref = rule.values[0];
  const range = isRef(ref) ? rangeOfRef(sheet.parent, ref) : null;
  if (!range) return false;
  const rows = range.sheet.model.rows;
  const wanted = textOf(value);
  for (let r = range.row; r < Math.min(range.row + range.rows, rows.length); r++) {
    const values = rows[r]?.values;
    if (!values) continue;
    for (let c = range.column; c < range.column + range.columns; c++) {
      const candidate = values[c];
      if (candidate !== undefined && candidate !== '' && textOf(candidate) === wanted) return true;
    }
  }
  return false;
}

function textOf(value: unknown): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
