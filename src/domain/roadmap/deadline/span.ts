import { type DateText, daysBetween, lastDayOfMonth, makeDate } from '../../text/calendar';

export type Part = 'begin' | 'middle' | 'end';
export type Grain = 'day' | 'month' | 'range';

/** Days with their year. `part` when the text says the beginning, the middle or the end of something. */
export interface DatedSpan {
  readonly start: DateText;
  readonly end: DateText;
  readonly grain: Grain;
  readonly part: Part | null;
}

/** Month and day; day 0 is the last of its month. */
export type MonthDay = readonly [month: number, day: number];

/** Days of some year. The end is in the next year when its month is before the month of the beginning. */
export interface YearlessSpan {
  readonly from: MonthDay;
  readonly to: MonthDay;
  readonly grain: Grain;
  readonly part: Part | null;
  /** «учебный год» and its parts. */
  readonly school: boolean;
  /** First or second half-year: a school year has other ones. */
  readonly half: number;
}

export const yearless = (
  from: MonthDay,
  to: MonthDay,
  grain: Grain,
  more: Partial<YearlessSpan> = {},
): YearlessSpan => ({ from, to, grain, part: null, school: false, half: 0, ...more });

export const wholeMonth = (month: number): YearlessSpan => yearless([month, 1], [month, 0], 'month');
export const wholeYear: YearlessSpan = yearless([1, 1], [12, 0], 'range');
/** As the registry has it: 1 September – 31 August (text/calendar.ts, schoolYearOf). */
export const schoolYear: YearlessSpan = yearless([9, 1], [8, 0], 'range', { school: true });

function dayIn(year: number, [month, day]: MonthDay): DateText | null {
  if (day > 0) return makeDate(year, month, day);
  const first = makeDate(year, month, 1);
  return first === null ? null : lastDayOfMonth(first);
}

export const wraps = (span: YearlessSpan): boolean => span.from[0] > span.to[0];

function between(
  start: DateText | null,
  end: DateText | null,
  { grain, part }: YearlessSpan,
): DatedSpan | null {
  return start === null || end === null || start > end ? null : { start, end, grain, part };
}

/** The span that begins in the given year; null when the calendar has no such days. */
export function inYear(span: YearlessSpan, year: number): DatedSpan | null {
  return between(dayIn(year, span.from), dayIn(wraps(span) ? year + 1 : year, span.to), span);
}

/** The span in the school year that begins in the given year: September–December in it, January–August in the next. */
export function inSchoolYear(span: YearlessSpan, first: number): DatedSpan | null {
  // School half-years are September–December and January–August.
  if (span.half > 0 && !span.school && span.part === null)
    return inSchoolYear(
      span.half === 1 ? yearless([9, 1], [12, 0], 'range') : yearless([1, 1], [8, 0], 'range'),
      first,
    );
  const year = (month: number): number => (month >= 9 ? first : first + 1);
  return between(dayIn(year(span.from[0]), span.from), dayIn(year(span.to[0]), span.to), span);
}

/** Which days of a month are its beginning, middle and end. */
const TENS: Readonly<Record<Part, readonly [number, number]>> = {
  begin: [1, 10],
  middle: [11, 20],
  end: [21, 0],
};

/**
 * The beginning, middle or end of a span: tens of days of a month; the first, middle or last month of something longer;
 * of a school year September, January, and May to its last day.
 */
export function partOf(span: YearlessSpan, part: Part): YearlessSpan | null {
  const [month, length] = [span.from[0], ((span.to[0] - span.from[0] + 12) % 12) + 1];
  if (span.grain === 'day' || span.part !== null) return null;
  if (span.grain === 'month') {
    const [first, last] = TENS[part];
    return yearless([month, first], [month, last], 'range', { part });
  }
  if (span.school) {
    const [first, last] = { begin: [9, 9], middle: [1, 1], end: [5, 8] }[part];
    return yearless([first!, 1], [last!, 0], 'range', { part, school: true });
  }
  const at = { begin: 0, middle: Math.floor((length - 1) / 2), end: length - 1 }[part];
  const found = ((month - 1 + at) % 12) + 1;
  return yearless([found, 1], [found, 0], 'range', { part });
}

/** From the first day of one to the last day of the other; null when they are the wrong way round. */
export function joined(first: DatedSpan, last: DatedSpan): DatedSpan | null {
  return first.start > last.end || first.end > last.end
    ? null
    : { start: first.start, end: last.end, grain: 'range', part: null };
}

/** The same without years; null when it goes back inside one month. */
export function joinedYearless(first: YearlessSpan, last: YearlessSpan): YearlessSpan | null {
  const [from, to] = [first.from, last.to];
  if (from[0] === to[0] && to[1] !== 0 && from[1] > to[1]) return null;
  return yearless(from, to, 'range', { school: first.school && last.school });
}

/** Length of a span in months, rounded: 0 for days. */
export function monthsLong({ start, end }: DatedSpan): number {
  return Math.round(daysBetween(start, end) / 30.5);
}
