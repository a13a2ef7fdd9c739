import { NotImplementedError } from '../../host/errors';
import type { CellValue } from './model';
import type { PivotRecord, PivotValueModel } from './pivot-model';

const DIVISION_BY_ZERO = '#DIV/0!';
const sum = (n: readonly number[]) => n.reduce((a, b) => a + b, 0);

type Summary = (numbers: readonly number[], all: readonly CellValue[]) => number | string;

/** Sum of squared distances from the mean, over a divisor; too few values give an error as in a cell. */
function spread(numbers: readonly number[], divisor: number): number | string {
  if (divisor <= 0) return DIVISION_BY_ZERO;
  const mean = sum(numbers) / numbers.length;
  return sum(numbers.map((n) => (n - mean) ** 2)) / divisor;
}
const root = (value: number | string) => (typeof value === 'number' ? Math.sqrt(value) : value);

const SUMMARIES: Readonly<Record<string, Summary>> = {
  SUM: sum,
  COUNTA: (_, all) => all.filter((v) => v !== '').length,
  COUNT: (numbers) => numbers.length,
  COUNTUNIQUE: (_, all) => new Set(all.filter((v) => v !== '').map((v) => `${typeof v}:${v}`)).size,
  AVERAGE: (numbers) => (numbers.length ? sum(numbers) / numbers.length : DIVISION_BY_ZERO),
  MAX: (numbers) => (numbers.length ? Math.max(...numbers) : 0),
  MIN: (numbers) => (numbers.length ? Math.min(...numbers) : 0),
  MEDIAN: (numbers) => {
    if (numbers.length === 0) return '#NUM!';
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  },
  PRODUCT: (numbers) => (numbers.length ? numbers.reduce((a, b) => a * b, 1) : 0),
  STDEV: (numbers) => root(spread(numbers, numbers.length - 1)),
  STDEVP: (numbers) => root(spread(numbers, numbers.length)),
  VAR: (numbers) => spread(numbers, numbers.length - 1),
  VARP: (numbers) => spread(numbers, numbers.length),
};

function summarizeColumn(
  summarize: string,
  records: readonly PivotRecord[],
  offset: number,
): number | string {
  const summary = SUMMARIES[summarize];
  if (!summary) throw new NotImplementedError(`Pivot table values summarized by ${summarize}`);
  const all = records.map((record) => record[offset] ?? '');
  return summary(
    all.filter((v): v is number => typeof v === 'number'),
    all,
  );
}

/** The value of a pivot cell for the source rows that belong to it. */
export function summarize(
  value: PivotValueModel,
  records: readonly PivotRecord[],
  headings: readonly string[],
): number | string {
  if (value.formula !== null) return calculate(value, records, headings);
  return summarizeColumn(value.summarize, records, value.offset ?? 0);
}

/**
 * A calculated value: arithmetic over `SUM(field)` and its sisters; a bare field stands for its sum when the value
 * is summarized by SUM. Fields are headings, in apostrophes when they are not one word.
 * @throws NotImplementedError for any other formula
 */
function calculate(
  value: PivotValueModel,
  records: readonly PivotRecord[],
  headings: readonly string[],
): number | string {
  const formula = value.formula ?? '';
  const unsupported = (): never => {
    throw new NotImplementedError(`The calculated pivot value ${formula}`);
  };
  const tokens =
    formula.replace(/^=/, '').match(/'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*|\d+(?:\.\d+)?|[-+*/()]|\S/gu) ??
    [];
  let at = 0;
  const field = (token: string): number => {
    const name = token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
    const offset = headings.findIndex((h) => h.toLowerCase() === name.toLowerCase());
    return offset >= 0 ? offset : unsupported();
  };
  const number = (result: number | string): number => (typeof result === 'number' ? result : Number.NaN);
  const operand = (): number => {
    const token = tokens[at++];
    if (token === undefined) return unsupported();
    if (token === '-') return -operand();
    if (token === '(') {
      const inner = additive();
      if (tokens[at++] !== ')') unsupported();
      return inner;
    }
    if (/^\d/.test(token)) return Number(token);
    const name = token.toUpperCase();
    if (tokens[at] === '(' && SUMMARIES[name]) {
      const result = summarizeColumn(name, records, field(tokens[at + 1] ?? ''));
      if (tokens[at + 2] !== ')') unsupported();
      at += 3;
      return number(result);
    }
    return value.summarize === 'SUM' ? number(summarizeColumn('SUM', records, field(token))) : unsupported();
  };
  const chain =
    (next: () => number, operators: string, apply: (op: string, a: number, b: number) => number) => () => {
      let result = next();
      while (tokens[at] !== undefined && operators.includes(tokens[at])) {
        const operator = tokens[at++];
        result = apply(operator, result, next());
      }
      return result;
    };
  const product = chain(operand, '*/', (op, a, b) => (op === '*' ? a * b : b === 0 ? Number.NaN : a / b));
  const additive: () => number = chain(product, '+-', (op, a, b) => (op === '+' ? a + b : a - b));
  const result = additive();
  if (at < tokens.length) unsupported();
  return Number.isNaN(result) ? DIVISION_BY_ZERO : result;
}
