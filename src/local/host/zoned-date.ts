import { TZDate } from '@date-fns/tz';
import { zoneOffsets } from './zone-offset';

/**
 * A Date whose local parts are those of a time zone, made and read about a hundred times faster than TZDate (a sheet
 * of 130 000 dates is read at once). Everything that is not made from a number or read part by part is left to TZDate.
 * The last argument of the constructor is the IANA name of the zone.
 */
export class ZonedDate extends Date {
  // Not a private field: the methods are made in loops below.
  declare readonly zone: string;

  constructor(...args: [...unknown[], string]) {
    super(args.length === 2 && typeof args[0] === 'number' ? args[0] : momentOf(args));
    const zone = args[args.length - 1];
    // A subclass for one zone has it on its prototype: a property for each date would cost more than the date.
    if (this.zone !== zone) Object.defineProperty(this, 'zone', { value: zone });
  }
}

function momentOf(args: readonly unknown[]): number {
  return new TZDate(...(args as [number, number, string])).getTime();
}

const GETTERS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const SETTERS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const TEXTS = [
  'toString',
  'toDateString',
  'toTimeString',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'getTimezoneOffset',
] as const;

type AnyMethod = (...args: unknown[]) => unknown;

function define(name: string, method: (this: ZonedDate, ...args: unknown[]) => unknown): void {
  Object.defineProperty(ZonedDate.prototype, name, { value: method, writable: true, configurable: true });
}

for (const part of GETTERS) {
  define(`get${part}`, function () {
    const moment = this.getTime();
    return new Date(moment + zoneOffsets(this.zone).at(moment))[`getUTC${part}`]();
  });
}
for (const part of SETTERS) {
  define(`set${part}`, function (...args) {
    const zoned = new TZDate(this.getTime(), this.zone);
    (zoned[`set${part}`] as AnyMethod).apply(zoned, args);
    return this.setTime(zoned.getTime());
  });
}
for (const name of TEXTS) {
  define(name, function (...args) {
    const zoned = new TZDate(this.getTime(), this.zone);
    return (zoned[name] as AnyMethod).apply(zoned, args);
  });
}
