import { calendarFields, daysFromCivil } from './calendar-fields';
import { momentAt, zoneOf } from './time-zone';

/** When a clock trigger fires; all that was left to chance is drawn when the trigger is made, and then kept. */
export type Schedule =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'minutes'; readonly every: number }
  | { readonly kind: 'hours'; readonly every: number; readonly minute: number }
  | (Daily & { readonly kind: 'days'; readonly every: number })
  | (Daily & { readonly kind: 'weeks'; readonly every: number /** 0 = Sunday. */; readonly weekday: number })
  | (Daily & { readonly kind: 'month'; readonly day: number });

interface Daily {
  readonly hour: number;
  /** May be below 0 or above 59: "near minute 0" reaches into the hour before. */
  readonly minute: number;
  readonly timeZone: string;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/**
 * The first firing after a moment, or null when there is none.
 * @param created when the trigger was made: it never fires before, and "every 2 days" counts from that day
 */
export function nextFiring(schedule: Schedule, created: number, after: number): number | null {
  const from = Math.max(created, after);
  if (schedule.kind === 'once') return schedule.at > after ? schedule.at : null;
  if (schedule.kind === 'minutes') return step(created, schedule.every * MINUTE, from);
  if (schedule.kind === 'hours') {
    const first = Math.floor(created / HOUR) * HOUR + schedule.minute * MINUTE;
    return step(first > created ? first : first + HOUR, schedule.every * HOUR, from, true);
  }
  const day = localDay(created, schedule.timeZone);
  const start = localDay(from, schedule.timeZone) - 1;
  const last =
    start + (schedule.kind === 'month' ? 70 : (schedule.kind === 'weeks' ? 7 : 1) * schedule.every + 9);
  for (let candidate = start; candidate <= last; candidate++) {
    if (!falls(schedule, candidate, day)) continue;
    const local = candidate * DAY + schedule.hour * HOUR + schedule.minute * MINUTE;
    const moment = momentAt(local, schedule.timeZone);
    if (moment > from) return moment;
  }
  return null;
}

/** The first of start, start + size, … after `from`; the start itself counts only when `inclusive`. */
function step(start: number, size: number, from: number, inclusive = false): number {
  const first = inclusive ? start : start + size;
  return from < first ? first : first + (Math.floor((from - first) / size) + 1) * size;
}

function localDay(moment: number, timeZone: string): number {
  return Math.floor((moment + zoneOf(timeZone).offset(moment)) / DAY);
}

function falls(schedule: Extract<Schedule, Daily>, day: number, createdDay: number): boolean {
  const date = calendarFields(day * DAY);
  switch (schedule.kind) {
    case 'days':
      return (day - createdDay) % schedule.every === 0;
    case 'weeks': {
      const sunday = day - date.weekday;
      const createdSunday = createdDay - calendarFields(createdDay * DAY).weekday;
      return date.weekday === schedule.weekday && ((sunday - createdSunday) / 7) % schedule.every === 0;
    }
    default:
      return date.day === schedule.day;
  }
}

/** Local midnight of a date, month 1–12. */
export function midnight(year: number, month: number, day: number, timeZone: string): number {
  return momentAt(daysFromCivil(year, month - 1, day) * DAY, timeZone);
}
