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
  const bounds = spans.filter((t) => !due.includes(t));
  let window = plan;
  const windows: Period[] = [];
  let question = '';
  for (const token of bounds) {
    const span = placed(token, plan);
    if (token.bound === null) windows.push(...placings(token, plan));
    else if (span === null) question = ask.noneInside;
    else if (token.bound === 'since') window = { start: span.start, end: window.end };
    else {
      const last = dueOf(span, token.bound);
      window = { start: window.start, end: last.date };
      question = last.question;
    }
    if (token.bound !== null && token.yearless !== null && span !== null)
      question = ask.noYear([span.start.slice(0, 4)]);
  }
  let dates: DateText[];
  if (due.length > 0) {
    const found = yearly(due, rhythm, plan);
    dates = found.dates;
    question = question || found.question;
  } else {
    const periods = periodsOf(rhythm.unit, plan).filter((_, i) => (i + 1) % rhythm.every === 0);
    dates = periods
      .filter((p) => p.end >= window.start && (windows.length === 0 || windows.some((w) => meet(w, p))))
      .flatMap((p) => dueInPeriod(p, rhythm, tokens));
    const day = has(tokens, 'month-day') && !has(tokens, 'next', 'quarter-month');
    if (day && rhythm.unit !== 'month' && rhythm.unit !== 'week') question = question || ask.monthAfter;
  }
  const after = has(tokens, 'next') && has(tokens, 'month-day');
  const inside = ascending(dates).filter(
    (d) =>
      within(d, plan) &&
      within(d, window) &&
      (after || windows.length === 0 || windows.some((w) => within(d, w))),
  );
  const [first] = windows.map((w) => w.start).sort();
  const dated = bounds.some((t) => t.bound === null && t.dated !== null);
  const start = bounds.some((t) => t.bound === 'since')
    ? window.start
    : dated && first! > plan.start
      ? first!
      : plan.start;
  if (due.length === 0 && rhythm.every > 1) question = inside.length > 0 ? ask.counted : ask.noneInside;
  else if (due.length === 0 && rhythm.times > 1) question = ask.manyTimes(rhythm.times);
  else if (inside.length === 0) question = ask.noneInside;
  return { recurrence: rhythm.unit, start, dates: inside, question };
}

const within = (date: DateText, { start, end }: Period): boolean => start <= date && date <= end;
const meet = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end;
