import type { Recurrence } from './deadline';
import { has, merged, type Rhythm, type Rule, type Token } from './pattern';

const UNIT = '(school year-word|school|year-word|half|quarter|month-word|week)';
const COUNT = '(number|ordinal)';

function unitOf(run: readonly Token[]): Recurrence | null {
  if (has(run, 'school')) return 'school-year';
  if (has(run, 'year-word')) return 'year';
  if (has(run, 'half')) return 'half-year';
  if (has(run, 'quarter')) return 'quarter';
  if (has(run, 'month-word')) return 'month';
  return has(run, 'week') ? 'week' : null;
}

/** Months in a unit; a week has none. */
const MONTHS: Readonly<Record<Recurrence, number>> = {
  week: 0,
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  'school-year': 12,
};
const BY_MONTHS: readonly (readonly [number, Recurrence])[] = [
  [12, 'year'],
  [6, 'half-year'],
  [3, 'quarter'],
  [1, 'month'],
];

/** «раз в 6 месяцев» is every half-year, «2 раза в год» too; «раз в 2 года» stays every second year. */
function rhythmOf(unit: Recurrence, times: number, every: number): Rhythm {
  const plain: Rhythm = { unit, every, times, part: 'end' };
  const months = (MONTHS[unit] * every) / times;
  if (unit === 'school-year' || times * every === 1) return plain;
  const [, other] = BY_MONTHS.find(([length]) => length === months) ?? [];
  return other === undefined ? plain : { unit: other, every: 1, times: 1, part: 'end' };
}

const recur = (run: readonly Token[], rhythm: Rhythm, question = ''): readonly Token[] | null =>
  rhythm.times < 1 || rhythm.every < 1 ? null : [merged(run, 'recur', { rhythm, question })];

/** Often: «каждый квартал», «не реже 2 раз в год», «по полугодиям», «по итогам года». */
export const recurrenceRules: readonly Rule[] = [
  { when: 'not seldom', make: (run) => [merged(run, 'filler')] },
  {
    when: `(begin|middle|end)? each number? ${UNIT}`,
    make: (run) => {
      const unit = unitOf(run)!;
      const every = run.find((t) => t.symbol === 'number')?.value ?? 1;
      const part = run[0]!.symbol === 'begin' || run[0]!.symbol === 'middle' ? run[0]!.symbol : 'end';
      return recur(run, { ...rhythmOf(unit, 1, every), part });
    },
  },
  {
    when: `(${COUNT} ((dash|or) ${COUNT})? )?(times|multiple) (during|each)? whole? number? ${UNIT}`,
    make: (run) => {
      const at = run.findIndex((t) => t.symbol === 'times' || t.symbol === 'multiple');
      const times = run[at]!.symbol === 'multiple' ? run[at]!.value : at > 0 ? run[0]!.value : 1;
      const every = run.slice(at + 1).find((t) => t.symbol === 'number')?.value ?? 1;
      return recur(run, rhythmOf(unitOf(run)!, times, every));
    },
  },
  {
    when: 'through (half|quarter|month-word|week|year-word)',
    make: (run) => recur(run, rhythmOf(unitOf(run)!, 1, 1)),
  },
  {
    when: `through (results|end) whole? ${UNIT}`,
    make: (run) => recur(run, rhythmOf(unitOf(run)!, 1, 1)),
  },
  { when: 'through (results|end) recur', make: (run) => [run[2]!] },
  { when: 'recur (comma|dash|and)? recur', make: finer },
];

/** «ежегодно 2 раза в год» says the year twice; two other rhythms are no one rhythm. */
function finer(run: readonly Token[]): readonly Token[] | null {
  const [first, last] = [run[0]!.rhythm!, run[run.length - 1]!.rhythm!];
  const same = first.unit === last.unit && first.every === last.every && first.times === last.times;
  if (same) return [merged(run, 'recur', { rhythm: last.part === 'end' ? first : last })];
  const yearly = ({ unit, every, times }: Rhythm): boolean => unit === 'year' && every * times === 1;
  if (yearly(first)) return [merged(run, 'recur', { rhythm: last })];
  return yearly(last) ? [merged(run, 'recur', { rhythm: first })] : null;
}

/** Days inside each period: «до 5 числа», «до 20 числа последнего месяца квартала», «в конце месяца». */
export const monthDayRules: readonly Rule[] = [
  {
    when: `since ${COUNT} (through|until) ${COUNT} date-number|${COUNT} dash ${COUNT} date-number`,
    make: (run) => monthDay(run, run[run.length - 2]!.value),
  },
  {
    when: `(${COUNT} (comma|and) )*${COUNT} date-number`,
    make: (run) => run.filter((t) => has([t], 'number', 'ordinal')).flatMap((t) => monthDay([t], t.value)),
  },
  { when: 'last filler? (date-number|day-word)', make: (run) => monthDay(run, 31) },
  {
    when: '(ordinal|last) month-word',
    make: (run) => {
      const which = run[0]!.symbol === 'last' ? 3 : run[0]!.value;
      return which > 3 ? null : [merged(run, 'quarter-month', { value: which })];
    },
  },
  {
    when: '(begin|middle|end) month-word',
    make: (run) => monthDay(run, { begin: 10, middle: 20, end: 31 }[run[0]!.symbol as 'begin']),
  },
];

function monthDay(run: readonly Token[], day: number): readonly Token[] {
  return [merged(run, day < 1 || day > 31 ? 'wrong' : 'month-day', { value: day })];
}
