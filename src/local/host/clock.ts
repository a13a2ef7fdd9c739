import { TZDate } from '@date-fns/tz';
import { ZonedDate } from './zoned-date';

/**
 * The host's clock: runs with the machine's until it is set; then stands still until moved, or runs on from a moment of
 * its own.
 */
export class Clock {
  #fixed: number | null = null;
  #ahead = 0;

  constructor(start?: Date | string | number | (() => Date | number)) {
    if (typeof start === 'function') this.now = () => Number(start());
    else if (start !== undefined) this.set(start);
  }

  /** Milliseconds since 1970-01-01 UTC. */
  now(): number {
    return this.#fixed ?? globalThis.Date.now() + this.#ahead;
  }

  set(moment: Date | string | number): void {
    this.#fixed = new globalThis.Date(moment).getTime();
    if (Number.isNaN(this.#fixed)) throw new Error(`Not a moment: ${String(moment)}`);
  }

  /** Goes on with the machine's pace from this moment. */
  runFrom(moment: number): void {
    this.#fixed = null;
    this.#ahead = moment - globalThis.Date.now();
  }

  advance(milliseconds: number): void {
    this.#fixed = this.now() + milliseconds;
  }

  /** A clock that stands is moved at once; with one that runs the time really passes; a given function is left alone. */
  sleep(milliseconds: number): void {
    if (this.#fixed !== null) this.advance(milliseconds);
    else if (!Object.hasOwn(this, 'now'))
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  }
}

/**
 * The `Date` that scripts see: local parts are those of the script's time zone, `new Date()` and `Date.now()` follow
 * the host's clock. It extends the Date of this realm, so `instanceof Date` holds on both sides.
 */
export function scriptDate(clock: Clock, timeZone: string): DateConstructor {
  class ScriptDate extends ZonedDate {
    constructor(...args: unknown[]) {
      if (args.length === 0) super(clock.now(), timeZone);
      else if (args.length === 1) super(toMoment(args[0]), timeZone);
      else
        super(
          ...([...args.slice(0, 7), ...[0, 0, 1, 0, 0, 0, 0].slice(Math.min(args.length, 7))] as [
            number,
            number,
            number,
            number,
            number,
            number,
            number,
          ]),
          timeZone,
        );
    }
    static override now(): number {
      return clock.now();
    }
    override toISOString(): string {
      return new globalThis.Date(this.getTime()).toISOString();
    }
    override toJSON(): string {
      return this.toISOString();
    }
  }
  Object.defineProperty(ScriptDate.prototype, 'zone', { value: timeZone });
  const toMoment = (value: unknown): number => {
    if (typeof value === 'number') return value;
    if (Object.prototype.toString.call(value) === '[object Date]') return (value as Date).getTime();
    const text = String(value);
    const hasZone =
      /(Z|[+-]\d\d:?\d\d|GMT|UTC)\s*(\(.*\))?$/i.test(text) || /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);
    const parsed = globalThis.Date.parse(text);
    if (hasZone || Number.isNaN(parsed)) return parsed;
    const local = new globalThis.Date(parsed);
    return new TZDate(
      local.getFullYear(),
      local.getMonth(),
      local.getDate(),
      local.getHours(),
      local.getMinutes(),
      local.getSeconds(),
      local.getMilliseconds(),
      timeZone,
    ).getTime();
  };
  // Called without `new`, Date gives text.
  return new Proxy(ScriptDate as unknown as DateConstructor, {
    apply: () => new ScriptDate().toString(),
  });
}
