/**
 * Calendar fields as Java's GregorianCalendar (US week rules) gives them: Julian before 15 October 1582, Gregorian
 * from then on; weeks start on Sunday and the week with 1 January is week 1.
 */
export interface CalendarFields {
  /** Proleptic: 0 is 1 BC, -1 is 2 BC. */
  readonly year: number;
  /** 0–11. */
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  readonly weekOfYear: number;
  readonly weekOfMonth: number;
  /** 2 = the second Tuesday, Wednesday … of the month. */
  readonly weekdayInMonth: number;
  readonly weekYear: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const DAY = 86_400_000;
/** 15 October 1582 in days since 1970-01-01. */
const GREGORIAN_START = -141_427;

/** @param local milliseconds since 1970-01-01 on the wall clock of the zone */
export function calendarFields(local: number): CalendarFields {
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  const { year, month, day } = civil(days);
  const weekOfYear = yearWeek(days, year);
  const monthStart = daysFromCivil(year, month, 1);
  return {
    year,
    month,
    day,
    dayOfYear: days - daysFromCivil(year, 0, 1) + 1,
    weekday: mod(days + 4, 7),
    weekOfYear,
    weekOfMonth: weekNumber(monthStart, days),
    weekdayInMonth: Math.floor((days - monthStart) / 7) + 1,
    weekYear: month === 11 && weekOfYear === 1 ? year + 1 : year,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: rest % 1000,
  };
}

/** Days since 1970-01-01 of a date in the mixed calendar; month and day may overflow, as in lenient Java. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = year + Math.floor(month / 12);
  const m = mod(month, 12);
  const gregorian = gregorianDays(y, m) + day - 1;
  return gregorian >= GREGORIAN_START ? gregorian : julianDays(y, m) + day - 1;
}

function civil(days: number): { year: number; month: number; day: number } {
  if (days >= GREGORIAN_START) {
    const date = new Date(days * DAY);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
  }
  let year = Math.floor((days + 719_530) / 365.25);
  while (julianDays(year + 1, 0) <= days) year++;
  while (julianDays(year, 0) > days) year--;
  let month = 11;
  while (julianDays(year, month) > days) month--;
  return { year, month, day: days - julianDays(year, month) + 1 };
}

function gregorianDays(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / DAY);
}

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function julianDays(year: number, month: number): number {
  const leapDay = mod(year, 4) === 0 && month > 1 ? 1 : 0;
  return 365 * year + Math.floor((year + 3) / 4) + DAYS_BEFORE[month] + leapDay - 719_530;
}

function yearWeek(days: number, year: number): number {
  const week = weekNumber(daysFromCivil(year, 0, 1), days);
  if (week < 52) return week;
  const next = daysFromCivil(year + 1, 0, 1);
  return days >= sundayUpTo(next) ? 1 : week;
}

function weekNumber(periodStart: number, days: number): number {
  return Math.floor((days - sundayUpTo(periodStart)) / 7) + 1;
}

function sundayUpTo(days: number): number {
  return days - mod(days + 4, 7);
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
