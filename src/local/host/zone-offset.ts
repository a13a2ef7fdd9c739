import { tzOffset } from '@date-fns/tz';

const DAY = 86_400_000;

/** Offsets of a time zone from UTC, remembered for the UTC days on which they do not change. */
export class ZoneOffsets {
  readonly #days = new Map<number, number>();
  constructor(readonly timeZone: string) {}

  /** Milliseconds to add to a moment to get the clock on the wall. */
  at(moment: number): number {
    const day = Math.floor(moment / DAY);
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const start = this.#exact(day * DAY);
    if (start !== this.#exact((day + 1) * DAY - 1)) return this.#exact(moment);
    this.#days.set(day, start);
    return start;
  }

  #exact(moment: number): number {
    return Math.round(tzOffset(this.timeZone, new Date(moment)) * 60) * 1000;
  }
}

const made = new Map<string, ZoneOffsets>();

export function zoneOffsets(timeZone: string): ZoneOffsets {
  let known = made.get(timeZone);
  if (!known) {
    known = new ZoneOffsets(timeZone);
    made.set(timeZone, known);
  }
  return known;
}
