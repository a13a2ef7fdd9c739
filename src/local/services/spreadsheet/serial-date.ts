import { type ZoneOffsets, zoneOffsets } from '../../host/zone-offset';

const DAY = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01. */
const EPOCH = 25_569;

/**
 * Serial numbers of a spreadsheet ↔ moments, in the spreadsheet's time zone. A serial number is a wall-clock time:
 * days since 1899-12-30 with the time of day as the fraction.
 */
export class SerialDates {
  readonly #offsets: ZoneOffsets;
  constructor(readonly timeZone: string) {
    this.#offsets = zoneOffsets(timeZone);
  }

  /** Serial number of a moment (ms since 1970 UTC). */
  serial(moment: number): number {
    return (moment + this.#offsets.at(moment)) / DAY + EPOCH;
  }

  /** Moment (ms since 1970 UTC) of a serial number, to the millisecond. */
  moment(serial: number): number {
    const wall = Math.round((serial - EPOCH) * DAY);
    const guess = wall - this.#offsets.at(wall);
    return wall - this.#offsets.at(guess);
  }
}

const made = new Map<string, SerialDates>();

export function serialDates(timeZone: string): SerialDates {
  let known = made.get(timeZone);
  if (!known) {
    known = new SerialDates(timeZone);
    made.set(timeZone, known);
  }
  return known;
}

/** Serial number of a calendar day; null when there is no such day. Month is 1-based. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? Math.round(date.getTime() / DAY) + EPOCH : null;
}

/** [year, month 1-based, day] of a serial number. */
export function dayOfSerial(serial: number): [number, number, number] {
  const date = new Date((Math.floor(serial) - EPOCH) * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export function isDate(value: unknown): value is Date {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}
