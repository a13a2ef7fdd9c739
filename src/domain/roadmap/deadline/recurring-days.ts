import {
  addDays,
  addMonths,
  addYears,
  type DateText,
  dateParts,
  lastDayOfMonth,
  makeDate,
  weekday,
} from '../../text/calendar';
import type { Period, Recurrence } from './deadline';
import { ascending, dueOf, placed, placings, yearOf } from './due-days';
import { has, type Rhythm, type Token } from './pattern';
import * as ask from './questions';
import { inYear, monthsLong } from './span';

/** Days on which something is due again and again. */
export interface RecurringDays {
  readonly recurrence: Recurrence;
  readonly start: DateText;
  readonly dates: readonly DateText[];
  readonly question: string;
}

const MONTHS: Readonly<Record<Recurrence, number>> = {
  week: 0.25,
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  'school-year': 12,
};

/** Weeks, months, quarters … that touch the plan. */
function periodsOf(unit: Recurrence, plan: Period): Period[] {
  const found: Period[] = [];
  const length = MONTHS[unit];
  const [year] = dateParts(plan.start);
  let start =
    unit === 'week'
      ? addDays(plan.start, 1 - weekday(plan.start))
      : unit === 'school-year'
        ? makeDate(year - 1, 9, 1)!
        : makeDate(year, 1, 1)!;
  while (start <= plan.end) {
    const next = unit === 'week' ? addDays(start, 7) : addMonths(start, length);
    const end = addDays(next, -1);
    if (end >= plan.start) found.push({ start, end });
    start = next;
  }
  return found;
}

/** The day of the month, or its last day where the month is shorter. */
function dayOfMonth(first: DateText, day: number): DateText {
  const [year, month] = dateParts(first);
  return makeDate(year, month, day) ?? lastDayOfMonth(first);
}

/** The days of a period: its end unless the text says which. */
function dueInPeriod(period: Period, rhythm: Rhythm, tokens: readonly Token[]): DateText[] {
  const days = tokens.filter((t) => t.symbol === 'month-day').map((t) => t.value);
  const which = tokens.find((t) => t.symbol === 'quarter-month');
  const length = Math.max(1, MONTHS[rhythm.unit]);
  if (rhythm.unit !== 'week' && (days.length > 0 || which !== undefined)) {
    const after = has(tokens, 'next') || (rhythm.unit !== 'month' && which === undefined);
    const month = addMonths(period.start, after ? length : which !== undefined ? which.value - 1 : 0);
    return (days.length > 0 ? days : [31]).map((day) => dayOfMonth(month, day));
  }
  if (rhythm.part === 'end' || rhythm.unit === 'week') return [period.end];
  if (rhythm.unit === 'month') return [addDays(period.start, rhythm.part === 'begin' ? 9 : 19)];
  const months = rhythm.part === 'begin' ? 0 : Math.floor((length - 1) / 2);
  return [lastDayOfMonth(addMonths(period.start, months))];
}

/** How long a span is in months; a day is no time at all. */
function lengthOf(token: Token): number {
  const span = token.dated ?? inYear(token.yearless!, 2024)!;
  return span.grain === 'day' ? 0 : monthsLong(span);
}

/** Whether a span says on which days it is due; else it says from when till when the rhythm goes on. */
function isDue(token: Token, rhythm: Rhythm, spans: readonly Token[]): boolean {
  const length = MONTHS[rhythm.unit] * rhythm.every;
  if (token.bound === 'since') return false;
  if (lengthOf(token) >= length) return false;
  // «ежемесячно до 31.12.2023»: a last day, unless several days share out the year.
  const only = spans.filter((t) => t.bound === token.bound).length === 1;
  if (token.bound !== null && only && token.yearless?.part !== 'end')
    return length >= 12 || (token.dated === null && length >= 6);
  return true;
}

/** A day of a written year comes again each year from then on; several written days are all there are. */
function yearly(
  tokens: readonly Token[],
  rhythm: Rhythm,
  plan: Period,
): { dates: DateText[]; question: string } {
  const dated = tokens.filter((t) => t.dated !== null);
  const [only] = dated;
  const question = dated
    .concat(tokens)
    .map((t) => dueOf(t.dated ?? inYear(t.yearless!, 2024)!, t.bound).question)
    .find((q) => q !== '');
  if (only !== undefined && tokens.length === 1 && MONTHS[rhythm.unit] >= 12) {
    const first = dueOf(only.dated!, only.bound).date;
    return { dates: anniversaries(first, plan), question: ask.firstYear(first.slice(0, 4)) };
  }
  const dates = tokens.flatMap((t) => placings(t, plan).map((span) => dueOf(span, t.bound).date));
  return { dates, question: question ?? '' };
}

/** The same day each year; a last day of February stays the last. */
export function anniversaries(first: DateText, plan: Period): DateText[] {
  const last = first === lastDayOfMonth(first);
  return Array.from({ length: Math.max(0, yearOf(plan.end) - yearOf(first)) + 1 }, (_, i) => {
    const day = addYears(first, i);
    return last ? lastDayOfMonth(day) : day;
  });
}

/** From when till when a rhythm goes on: first and last day, and windows that come again or are named. */
interface Bounds {
  readonly whole: Period;
  readonly windows: readonly Period[];
  readonly start: DateText;
  readonly question: string;
}

function boundsOf(spans: readonly Token[], plan: Period): Bounds {
  let { start, end } = plan;
  let question = '';
  const between = spans.filter((t) => t.bound === null);
  for (const token of spans.filter((t) => t.bound !== null)) {
    const span = placed(token, plan);
    if (span === null) {
      question = ask.noneInside;
      continue;
    }
    const last = dueOf(span, token.bound);
    if (token.bound === 'since') start = span.start;
    else end = last.date;
    if (token.yearless !== null) question = ask.noYear([span.start.slice(0, 4)]);
    else if (token.bound !== 'since') question = last.question;
  }
  const windows = between.flatMap((t) => placings(t, plan));
  const [named] = between.flatMap((t) => t.dated?.start ?? []).sort();
  const first = named !== undefined && start === plan.start && named > start ? named : start;
  return { whole: { start, end }, windows, start: first, question };
}

/** Days of the rhythm itself, where the text names none. */
function ofRhythm(tokens: readonly Token[], rhythm: Rhythm, plan: Period, bounds: Bounds): DateText[] {
  const { whole, windows } = bounds;
  const open = (p: Period): boolean => windows.length === 0 || windows.some((w) => meet(w, p));
  // A report «до 5 числа следующего месяца» is due after its period, and after the window that the period ends.
  const after = has(tokens, 'next') && has(tokens, 'month-day');
  return periodsOf(rhythm.unit, plan)
    .filter((p, i) => (i + 1) % rhythm.every === 0 && p.end >= whole.start && open(p))
    .flatMap((p) => dueInPeriod(p, rhythm, tokens))
    .filter((d) => after || open({ start: d, end: d }));
}

/** All days of a rhythm inside the plan, and inside what the text bounds it to. */
export function recurringDays(tokens: readonly Token[], written: Rhythm, plan: Period): RecurringDays {
  const all = tokens.filter((t) => t.symbol === 'dated' || t.symbol === 'yearless');
  const school = written.unit === 'year' && all.some((t) => t.yearless?.school === true);
  const rhythm: Rhythm = {
    ...written,
    unit: school ? 'school-year' : written.unit,
    part: has(tokens, 'begin') ? 'begin' : has(tokens, 'middle') ? 'middle' : written.part,
  };
  const spans = all.filter((t) => !(school && t.yearless?.school === true && t.yearless.part === null));
  const due = spans.filter((t) => isDue(t, rhythm, spans));
  const bounds = boundsOf(
    spans.filter((t) => !due.includes(t)),
    plan,
  );
  const found =
    due.length > 0
      ? yearly(due, rhythm, plan)
      : { dates: ofRhythm(tokens, rhythm, plan, bounds), question: rhythmQuestion(tokens, rhythm) };
  const inside = (d: DateText): boolean => within(d, plan) && within(d, bounds.whole);
  const named = (d: DateText): boolean => bounds.windows.some((w) => within(d, w));
  const kept = found.dates.filter(
    (d) => inside(d) && (due.length === 0 || bounds.windows.length === 0 || named(d)),
  );
  const question = kept.length === 0 ? ask.noneInside : bounds.question || found.question;
  return { recurrence: rhythm.unit, start: bounds.start, dates: ascending(kept), question };
}

/** What the rhythm leaves open. */
function rhythmQuestion(tokens: readonly Token[], { unit, every, times }: Rhythm): string {
  if (every > 1) return ask.counted;
  if (times > 1) return ask.manyTimes(times);
  const months = unit !== 'month' && unit !== 'week';
  return months && has(tokens, 'month-day') && !has(tokens, 'next', 'quarter-month') ? ask.monthAfter : '';
}

const within = (date: DateText, { start, end }: Period): boolean => start <= date && date <= end;
const meet = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end;
