import { addDays, type DateText, daysBetween, makeDate, weekday } from '../text/calendar';
import type { CalendarDay } from './holidays';

/** Working days as the workbook knows them. A year of which it knows nothing has weekends only, and is announced. */
export interface WorkingCalendar {
  isWorking(day: DateText): boolean;
  /** Holidays and transfers of the year are known. */
  knows(year: number): boolean;
  /** The first working day on or after the day. */
  onOrAfter(day: DateText): DateText;
  /** The last working day on or before the day. */
  onOrBefore(day: DateText): DateText;
  /** The n-th working day after the day (before it when n is negative); the day itself for 0. */
  addWorkingDays(day: DateText, n: number): DateText;
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  workingDaysBetween(from: DateText, to: DateText): number;
}

interface Year {
  /** Day → its place in `through`. */
  readonly places: ReadonlyMap<DateText, number>;
  /** Working days of the year up to and including the day. */
  readonly through: readonly number[];
  readonly working: readonly DateText[];
}

/**
 * The calendar in which the given days are what they say, other Mondays to Fridays are working days and other weekends
 * are not. Of two entries for one day the later one holds. Days that are no dates and days outside the years 1–9999
 * throw a RangeError.
 *
 * A year is laid out at the first question about it; every further answer is a look-up.
 * @example workingCalendar(officialDays).addWorkingDays('2024-04-27', 1) // '2024-05-02'
 */
export function workingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  const listed = new Map(days.map((day) => [day.date, day.working]));
  const known = new Set(days.map((day) => yearOf(day.date)));
  const years = new Map<number, Year>();

  const layOut = (year: number): Year => {
    const [first, last] = [makeDate(year, 1, 1), makeDate(year, 12, 31)];
    if (first === null || last === null) throw new RangeError(`No such year in a calendar: ${year}`);
    const places = new Map<DateText, number>();
    const through: number[] = [];
    const working: DateText[] = [];
    const firstWeekday = weekday(first);
    const length = daysBetween(first, last) + 1;
    for (let i = 0; i < length; i++) {
      const day = addDays(first, i);
      if (listed.get(day) ?? (firstWeekday - 1 + i) % 7 < 5) working.push(day);
      places.set(day, i);
      through.push(working.length);
    }
    return { places, through, working };
  };
  const laidOut = (year: number): Year => {
    let found = years.get(year);
    if (!found) {
      found = layOut(year);
      years.set(year, found);
    }
    return found;
  };
  /** Working days of the day's own year up to and including the day. */
  const throughDay = (day: DateText): number => {
    const { places, through } = laidOut(yearOf(day));
    const place = places.get(day);
    if (place === undefined) throw new RangeError(`Not a calendar date: ${String(day)}`);
    return through[place];
  };

  const calendar: WorkingCalendar = {
    isWorking(day) {
      const count = throughDay(day);
      return laidOut(yearOf(day)).working[count - 1] === day;
    },
    knows: (year) => known.has(year),
    onOrAfter: (day) => (calendar.isWorking(day) ? day : calendar.addWorkingDays(day, 1)),
    onOrBefore: (day) => (calendar.isWorking(day) ? day : calendar.addWorkingDays(day, -1)),
    addWorkingDays(day, n) {
      if (!Number.isInteger(n)) throw new RangeError(`Not a number of days: ${n}`);
      const count = throughDay(day);
      if (n === 0) return day;
      let year = yearOf(day);
      // Place of the answer among the working days of the year, from 0; outside the year it is in another one.
      let place = count + n - (n < 0 && calendar.isWorking(day) ? 1 : 0) - (n > 0 ? 1 : 0);
      while (place < 0) place += laidOut(--year).working.length;
      while (place >= laidOut(year).working.length) place -= laidOut(year++).working.length;
      return laidOut(year).working[place];
    },
    workingDaysBetween(from, to) {
      let count = throughDay(to) - throughDay(from);
      if (to <= from) return 0;
      for (let year = yearOf(from); year < yearOf(to); year++) count += laidOut(year).working.length;
      return count;
    },
  };
  return calendar;
}

function yearOf(day: DateText): number {
  return Number(String(day).slice(0, 4));
}
