import type { DateText } from '../text/calendar';

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
