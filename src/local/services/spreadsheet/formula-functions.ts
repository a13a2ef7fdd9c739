import type { CellValue } from './model';

/** Where a formula stands and what it can see. */
export interface FormulaSource {
  readonly row: number;
  readonly column: number;
  /** Serial number of today and of the present moment in the spreadsheet's time zone. */
  readonly now: number;
  /** The values of a rectangle of a sheet (null = own sheet); undefined when there is no such sheet. */
  read(
    sheet: string | null,
    row: number,
    column: number,
    rows: number,
    columns: number,
  ): CellValue[][] | undefined;
}

/** Values that formulas work with, and the functions that the evaluator knows. */
export type Result = CellValue | Area | ErrorValue;
export interface Area {
  readonly cells: CellValue[][];
  readonly row: number;
  readonly column: number;
}

/** `#DIV/0!` and the like. A value until something needs a number or text of it: `IF(A1=0, "", 1/A1)` is no error. */
export class ErrorValue extends Error {}

/** The result of some work, an error in it as a value. */
export function attempt(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ErrorValue) return error;
    throw error;
  }
}

/** The one value of a result: of an area its first cell. Errors are thrown. */
export function scalar(result: Result): CellValue {
  if (result instanceof ErrorValue) throw result;
  if (typeof result !== 'object') return result;
  const value = result.cells[0]?.[0] ?? '';
  if (typeof value === 'string' && isErrorText(value)) throw new ErrorValue(value);
  return value;
}

const isErrorText = (text: string) => /^#(DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(text);

export function toNumber(value: CellValue): number {
  if (typeof value !== 'string') return Number(value);
  if (value === '') return 0;
  const number = Number(value.replace(',', '.'));
  if (Number.isNaN(number)) throw new ErrorValue('#VALUE!');
  return number;
}

function toText(value: CellValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

export function operate(sign: string, a: CellValue, b: CellValue): CellValue {
  switch (sign) {
    case '&':
      return toText(a) + toText(b);
    case '+':
      return toNumber(a) + toNumber(b);
    case '-':
      return toNumber(a) - toNumber(b);
    case '*':
      return toNumber(a) * toNumber(b);
    case '^':
      return toNumber(a) ** toNumber(b);
    case '/':
      if (toNumber(b) === 0) throw new ErrorValue('#DIV/0!');
      return toNumber(a) / toNumber(b);
  }
  const order = compare(a, b);
  return {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  }[sign] as boolean;
}

/** Numbers < text < booleans; text without regard to case; blank equals both 0 and ''. */
function compare(a: CellValue, b: CellValue): number {
  if (a === '' && typeof b === 'number') return 0 - b;
  if (b === '' && typeof a === 'number') return a;
  const rank = (v: CellValue) => ['number', 'string', 'boolean'].indexOf(typeof v);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string') return a.toLowerCase().localeCompare(String(b).toLowerCase());
  return Number(a) - Number(b);
}

/** Numbers of the arguments: texts and booleans in ranges do not count, given directly they do. */
function numbers(values: readonly Result[]): number[] {
  return values.flatMap((value) =>
    isArea(value) ? flat([value]).filter((v) => typeof v === 'number') : [toNumber(scalar(value))],
  );
}

/** Arguments of AND and OR: texts and blank cells in ranges do not count; without any there is nothing to say. */
function truths(values: readonly Result[]): boolean[] {
  const found = values.flatMap((value) =>
    isArea(value)
      ? flat([value]).flatMap((v) => (typeof v === 'number' || typeof v === 'boolean' ? [Boolean(v)] : []))
      : [toNumber(scalar(value)) !== 0],
  );
  if (found.length === 0) throw new ErrorValue('#VALUE!');
  return found;
}

const extreme = (list: readonly number[], pick: (a: number, b: number) => number): number =>
  list.length === 0 ? 0 : list.reduce((a, b) => pick(a, b));

const isArea = (value: Result | undefined): value is Area =>
  typeof value === 'object' && !(value instanceof ErrorValue);

const flat = (values: readonly Result[]): CellValue[] =>
  values.flatMap((value) => {
    if (!isArea(value)) return [scalar(value)];
    const cells = value.cells.flat();
    const error = cells.find((v) => typeof v === 'string' && isErrorText(v));
    if (error !== undefined) throw new ErrorValue(String(error));
    return cells;
  });

export const FUNCTIONS: Readonly<
  Record<string, (values: readonly Result[], source: FormulaSource) => Result>
> = {
  SUM: (values) => numbers(values).reduce((sum, n) => sum + n, 0),
  AVERAGE: (values) => {
    const list = numbers(values);
    if (list.length === 0) throw new ErrorValue('#DIV/0!');
    return list.reduce((sum, n) => sum + n, 0) / list.length;
  },
  MIN: (values) => extreme(numbers(values), Math.min),
  MAX: (values) => extreme(numbers(values), Math.max),
  COUNT: (values) => flat(values).filter((v) => typeof v === 'number').length,
  COUNTA: (values) => flat(values).filter((v) => v !== '').length,
  IF: ([test, yes = true, no = false]) => (toNumber(scalar(test)) !== 0 ? yes : no),
  AND: (values) => truths(values).every(Boolean),
  OR: (values) => truths(values).some(Boolean),
  NOT: ([value]) => toNumber(scalar(value)) === 0,
  HYPERLINK: ([url, label]) => (label === undefined ? scalar(url) : scalar(label)),
  TODAY: (_, { now }) => Math.floor(now),
  NOW: (_, { now }) => now,
  ROW: ([area], { row }) => (isArea(area) ? area.row : row) + 1,
  COLUMN: ([area], { column }) => (isArea(area) ? area.column : column) + 1,
  CONCATENATE: (values) => flat(values).map(toText).join(''),
  TRUE: () => true,
  FALSE: () => false,
};
