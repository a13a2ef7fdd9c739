import { dayOfSerial, serialDates, serialOfDay } from '../services/spreadsheet/serial-date';

/** The calendar day of a moment in a zone, `yyyy-mm-dd`. */
export function dayOf(moment: number, timeZone: string): string {
  const [year, month, day] = dayOfSerial(serialDates(timeZone).serial(moment));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The moment of another day at the same time of day. */
export function sameTimeOn(day: string, moment: number, timeZone: string): number {
  const dates = serialDates(timeZone);
  const [year, month, date] = day.split('-').map(Number);
  const serial = serialOfDay(year, month, date);
  if (serial === null) throw new Error(`Not a day: ${day}`);
  const now = dates.serial(moment);
  return dates.moment(serial + now - Math.floor(now));
}
