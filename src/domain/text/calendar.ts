/** A day of the calendar, `yyyy-mm-dd`. Days compare as strings: `a < b`. */
export type DateText = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Serial number of 1970-01-01 in a spreadsheet, where day 0 is 1899-12-30. */
const EPOCH_SERIAL = 25569;

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of the given year (1–9999), month (1–12) and day of month; null when the calendar has none. */
export function makeDate(year: number, month: number, day: number): DateText | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > monthLength(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function isDate(text: unknown): text is DateText {
  const parts = typeof text === 'string' ? SHAPE.exec(text) : null;
  return parts !== null && makeDate(+parts[1]!, +parts[2]!, +parts[3]!) !== null;
}

/** `[year, month, day]` of a day. Throws a RangeError for anything else: dates are checked where they are read. */
export function dateParts(date: DateText): [number, number, number] {
  if (!isDate(date)) throw new RangeError(`Not a calendar date: ${String(date)}`);
  return [+date.slice(0, 4), +date.slice(5, 7), +date.slice(8)];
}

/** Days from 1970-01-01 to 1 January of the year. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719162;
}

function toDays(date: DateText): number {
  const [year, month, day] = dateParts(date);
  let days = daysBeforeYear(year) + day - 1;
  for (let m = 1; m < month; m++) days += monthLength(year, m);
  return days;
}

function fromDays(days: number): DateText | null {
  // Far numbers end here: from 2^53 on a year less one is the same year, and the loop below would never end.
  if (Math.abs(days) > 4e6) return null;
  // The mean year is right within a year; the year that the day is in settles it.
  let year = Math.floor(days / 365.2425) + 1971;
  while (daysBeforeYear(year) > days) year--;
  let rest = days - daysBeforeYear(year);
  let month = 1;
  while (rest >= monthLength(year, month) && month < 12) rest -= monthLength(year, month++);
  return makeDate(year, month, rest + 1);
}

function within(date: DateText | null): DateText {
  if (date === null) throw new RangeError('Outside the years 1–9999');
  return date;
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return toDays(to) - toDays(from);
}

/** The day `days` later (earlier when negative). */
export function addDays(date: DateText, days: number): DateText {
  return within(fromDays(toDays(date) + days));
}

/** The same day `months` later; the last day of the month where the month is shorter (ГК РФ, ст. 192 п. 3). */
export function addMonths(date: DateText, months: number): DateText {
  const [y, m, d] = dateParts(date);
  const index = y * 12 + m - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return within(makeDate(year, month, Math.min(d, monthLength(year, month))));
}

/** The same day `years` later; 29 February becomes the 28th in a common year. */
export function addYears(date: DateText, years: number): DateText {
  return addMonths(date, years * 12);
}

/**
 * Whole years from one day to another, truncated toward zero; agrees with `addYears`.
 * @example completeYears('2022-10-20', '2025-10-19') // 2
 */
export function completeYears(from: DateText, to: DateText): number {
  if (to < from) return -completeYears(to, from) || 0;
  const years = dateParts(to)[0] - dateParts(from)[0];
  return addYears(from, years) > to ? years - 1 : years;
}

/** The last day of the month that the day is in. */
export function lastDayOfMonth(date: DateText): DateText {
  const [year, month] = dateParts(date);
  return within(makeDate(year, month, monthLength(year, month)));
}

/** 1 for Monday … 7 for Sunday. */
export function weekday(date: DateText): number {
  return ((((toDays(date) + 3) % 7) + 7) % 7) + 1;
}

/** 1 September that the school year of the day began on. */
export function schoolYearStart(date: DateText): DateText {
  const [year, month] = dateParts(date);
  return within(makeDate(month >= 9 ? year : year - 1, 9, 1));
}

/** 31 August that the school year of the day ends on. */
export function schoolYearEnd(date: DateText): DateText {
  return addDays(addYears(schoolYearStart(date), 1), -1);
}

/** The school year (1 September – 31 August) of a day. @example schoolYearOf('2023-08-31') // '2022/2023' */
export function schoolYearOf(date: DateText): string {
  const start = dateParts(schoolYearStart(date))[0];
  return `${pad(start, 4)}/${pad(start + 1, 4)}`;
}

/** The day of a spreadsheet's serial number, its time dropped; null outside the years 1–9999. 44854 → '2022-10-20' */
export function serialToDate(serial: number): DateText | null {
  return Number.isFinite(serial) ? fromDays(Math.floor(serial) - EPOCH_SERIAL) : null;
}

/** The spreadsheet's serial number of a day. '2022-10-20' → 44854 */
export function dateToSerial(date: DateText): number {
  return toDays(date) + EPOCH_SERIAL;
}

/** The earlier of two days; '' is no day. */
export function earlier(a: DateText | '', b: DateText | ''): DateText | '' {
  return a === '' ? b : b === '' || a < b ? a : b;
}

/** The later of two days; '' is no day. */
export function later(a: DateText | '', b: DateText | ''): DateText | '' {
  return a > b ? a : b;
}
