import { enumeration, isEnumValue } from '../../host/enums';
import { NotImplementedError } from '../../host/errors';
import type { CellValue, RangeRef } from './model';
import { RangeImpl } from './range';
import { rangeOfRef, refOf } from './range-ref';
import { isDate, serialDates } from './serial-date';
import type { SpreadsheetImpl } from './spreadsheet';

/** A condition on a cell: key of BooleanCriteria or DataValidationCriteria, and its values as the model holds them. */
export interface Criterion {
  readonly type: string;
  /** Dates as serial numbers of whole days, ranges as RangeRef, relative dates as their keys. */
  readonly values: readonly unknown[];
}

/** Values of a script → values of the model. The time of a date is ignored, as Google's reference says. */
export function valuesToModel(values: readonly unknown[], timeZone: string): unknown[] {
  return values.map((value) => {
    if (isDate(value)) return Math.floor(serialDates(timeZone).serial(value.getTime()));
    if (value instanceof RangeImpl) return refOf(value);
    return isEnumValue(value) ? value.name() : value;
  });
}

/** Values of the model → values for a script. */
export function valuesFromModel(criterion: Criterion, spreadsheet: SpreadsheetImpl): unknown[] {
  const { type } = criterion;
  return criterion.values.map((value) => {
    if (type.endsWith('_RELATIVE')) return enumeration('Spreadsheet.RelativeDate')[String(value)] ?? value;
    if (type.startsWith('DATE_') && typeof value === 'number')
      return new spreadsheet.context.Date(serialDates(spreadsheet.model.timeZone).moment(value));
    return isRef(value) ? rangeOfRef(spreadsheet, value) : value;
  });
}

export function isRef(value: unknown): value is RangeRef {
  return typeof value === 'object' && value !== null && 'sheetId' in value && 'columns' in value;
}

/** A cell as the conditions see it. `text` is what is displayed. */
export interface SeenCell {
  readonly value: CellValue;
  readonly text: string;
}

type Test = (cell: SeenCell, values: readonly unknown[], today: number) => boolean;

const numeric =
  (compare: (n: number, a: number, b: number) => boolean): Test =>
  ({ value }, [a, b]) =>
    typeof value === 'number' && compare(value, Number(a), Number(b));
const textual =
  (compare: (text: string, wanted: string) => boolean): Test =>
  ({ text }, [wanted]) =>
    compare(text.toLowerCase(), String(wanted).toLowerCase());
/** Days only: a moment in a day is that day. */
const dated =
  (compare: (day: number, a: number, b: number) => boolean): Test =>
  ({ value }, [a, b]) =>
    typeof value === 'number' && compare(Math.floor(value), Number(a), Number(b));
const relative =
  (compare: (day: number, first: number, last: number) => boolean): Test =>
  ({ value }, [key], today) => {
    const span: Readonly<Record<string, readonly [number, number]>> = {
      TODAY: [0, 0],
      TOMORROW: [1, 1],
      YESTERDAY: [-1, -1],
      PAST_WEEK: [-6, 0],
      PAST_MONTH: [-30, 0],
      PAST_YEAR: [-365, 0],
    };
    const [first, last] = span[String(key)] ?? [0, 0];
    return typeof value === 'number' && compare(Math.floor(value), today + first, today + last);
  };

const TESTS: Readonly<Record<string, Test>> = {
  CELL_EMPTY: ({ value }) => value === '',
  CELL_NOT_EMPTY: ({ value }) => value !== '',
  NUMBER_BETWEEN: numeric((n, a, b) => n >= Math.min(a, b) && n <= Math.max(a, b)),
  NUMBER_NOT_BETWEEN: numeric((n, a, b) => n < Math.min(a, b) || n > Math.max(a, b)),
  NUMBER_EQUAL_TO: numeric((n, a) => n === a),
  NUMBER_NOT_EQUAL_TO: numeric((n, a) => n !== a),
  NUMBER_GREATER_THAN: numeric((n, a) => n > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: numeric((n, a) => n >= a),
  NUMBER_LESS_THAN: numeric((n, a) => n < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: numeric((n, a) => n <= a),
  TEXT_CONTAINS: textual((t, w) => t.includes(w)),
  TEXT_DOES_NOT_CONTAIN: textual((t, w) => !t.includes(w)),
  TEXT_EQUAL_TO: textual((t, w) => t === w),
  TEXT_STARTS_WITH: textual((t, w) => t.startsWith(w)),
  TEXT_ENDS_WITH: textual((t, w) => t.endsWith(w)),
  TEXT_IS_VALID_EMAIL: ({ text }) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()),
  TEXT_IS_VALID_URL: ({ text }) => /^(https?:\/\/|ftp:\/\/|mailto:)?[^\s/]+\.[^\s]+$/i.test(text.trim()),
  DATE_IS_VALID_DATE: ({ value }) => typeof value === 'number',
  DATE_AFTER: dated((d, a) => d > a),
  DATE_BEFORE: dated((d, a) => d < a),
  DATE_ON_OR_AFTER: dated((d, a) => d >= a),
  DATE_ON_OR_BEFORE: dated((d, a) => d <= a),
  DATE_EQUAL_TO: dated((d, a) => d === a),
  DATE_BETWEEN: dated((d, a, b) => d >= a && d <= b),
  DATE_NOT_BETWEEN: dated((d, a, b) => d < a || d > b),
  DATE_AFTER_RELATIVE: relative((d, _, last) => d > last),
  DATE_BEFORE_RELATIVE: relative((d, first) => d < first),
  DATE_EQUAL_TO_RELATIVE: relative((d, first, last) => d >= first && d <= last),
};

/**
 * Whether a cell meets a condition. Text is compared without regard to case.
 * @param today serial number of the current day in the spreadsheet's time zone
 * @throws NotImplementedError for conditions that need the formula engine
 */
export function meets(criterion: Criterion, cell: SeenCell, today: number): boolean {
  const test = TESTS[criterion.type];
  if (!test || criterion.values.some((v) => typeof v === 'string' && v.startsWith('=')))
    throw new NotImplementedError(`Evaluating the condition ${criterion.type} with formulas`);
  return test(cell, criterion.values, today);
}

/** Today's serial number for a spreadsheet. */
export function todayOf(spreadsheet: SpreadsheetImpl): number {
  return Math.floor(serialDates(spreadsheet.model.timeZone).serial(spreadsheet.context.clock.now()));
}
