import { ABBREVIATIONS } from './time-zone-abbreviations';
import { LONG_NAMES } from './time-zone-long-names';

/** A time zone as Java's TimeZone.getTimeZone(id) finds it; an id it does not know is GMT. */
export interface Zone {
  readonly id: string;
  /** Milliseconds to add to UTC at a moment. */
  offset(moment: number): number;
  /** English name at a moment: "YEKT", "Pacific Daylight Time". */
  name(moment: number, long: boolean): string;
}

/** Java's old three-letter ids. */
const SHORT_IDS: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
};

const FIXED: Readonly<Record<string, readonly [hours: number, long: string]>> = {
  GMT: [0, 'Greenwich Mean Time'],
  UTC: [0, 'Coordinated Universal Time'],
  EST: [-5, 'Eastern Standard Time'],
  MST: [-7, 'Mountain Standard Time'],
  HST: [-10, 'Hawaii Standard Time'],
};

const known = new Map<string, Zone>();

export function zoneOf(id: string): Zone {
  let zone = known.get(id);
  if (!zone) {
    zone = find(id);
    known.set(id, zone);
  }
  return zone;
}

/** Whether Java knows the id; zoneOf takes any other for GMT. */
export function isZone(id: string): boolean {
  return id === 'GMT' || zoneOf(id) !== zoneOf('GMT');
}

/**
 * The moment at which the wall clock of a zone shows a time, as lenient Java finds it: a time that a spring change
 * skips is that much later, of a time that autumn has twice the second is taken.
 * @param local milliseconds since 1970-01-01 on the wall clock
 */
export function momentAt(local: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const before = zone.offset(local - 86_400_000);
  const after = zone.offset(local + 86_400_000);
  const fits = [before, after].filter((offset) => zone.offset(local - offset) === offset);
  return local - (fits.length > 0 ? Math.min(...fits) : before);
}

function find(id: string): Zone {
  if (Object.hasOwn(FIXED, id)) return fixed(id, FIXED[id][0] * 3_600_000, id, FIXED[id][1]);
  if (/^(Etc\/)?(UTC|UCT|Universal|Zulu)$/.test(id)) return fixed(id, 0, 'UTC', FIXED.UTC[1]);
  const custom = /^GMT([+-])(\d{1,2})(?::?(\d\d))?$/.exec(id);
  if (custom && Number(custom[2]) < 24 && Number(custom[3] ?? 0) < 60) {
    const size = Number(custom[2]) * 60 + Number(custom[3] ?? 0);
    const minutes = custom[1] === '-' ? -size : size;
    const name = minutes === 0 ? 'GMT' : offsetName(minutes * 60_000);
    return fixed(name, minutes * 60_000, name, minutes === 0 ? FIXED.GMT[1] : name);
  }
  const region = SHORT_IDS[id] ?? id;
  if (!/^(?:[A-Z][A-Za-z0-9_+-]*)(?:\/[A-Z][A-Za-z0-9_+-]*)*$/.test(region) || !exists(region))
    return zoneOf('GMT');
  return new Region(region);
}

/** `GMT+05:00` */
function offsetName(offset: number): string {
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  return `GMT${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function fixed(id: string, offset: number, short: string, long: string): Zone {
  return { id, offset: () => offset, name: (_, wantLong) => (wantLong ? long : short) };
}

function exists(id: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}

const QUARTER = 900_000;
/** Java's table of transitions starts here; before it every zone keeps the standard offset it has today. */
const YEAR_1900 = -2_208_988_800_000;
const MOROCCO_ALWAYS_SUMMER = Date.UTC(2018, 9, 28);
const JANUARY = Date.UTC(2024, 0, 15);
const JULY = Date.UTC(2024, 6, 15);

class Region implements Zone {
  readonly #offsets: Intl.DateTimeFormat;
  readonly #cache = new Map<number, number>();
  readonly #standard: number;
  #names: Intl.DateTimeFormat | null = null;

  constructor(readonly id: string) {
    this.#offsets = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' });
    this.#standard = Math.min(this.#read(JANUARY), this.#read(JULY));
  }

  offset(moment: number): number {
    if (moment < YEAR_1900) return this.#standard;
    // No zone changes its offset inside a quarter of an hour, and a table of dates asks for the same ones again.
    const quarter = Math.floor(moment / QUARTER);
    let offset = this.#cache.get(quarter);
    if (offset === undefined) {
      offset = this.#read(moment);
      if (this.#cache.size > 20_000) this.#cache.clear();
      this.#cache.set(quarter, offset);
    }
    return offset;
  }

  #read(moment: number): number {
    const text = this.#offsets.format(moment);
    const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
    if (!found?.[1]) return 0;
    const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
    return (found[1] === '-' ? -seconds : seconds) * 1000;
  }

  name(moment: number, long: boolean): string {
    const now = this.#long(moment);
    const own = LONG_NAMES.get(this.id);
    const unnamed = own !== undefined || /^GMT[+-]/.test(now);
    const summer = moment >= YEAR_1900 && (isSummer(now) || (unnamed && this.#isAhead(moment)));
    if (!long) {
      const pair = ABBREVIATIONS[this.id] ?? ABBREVIATIONS[this.#offsets.resolvedOptions().timeZone];
      const offset = this.offset(moment);
      return pair ? pair[summer ? 1 : 0] : offset === 0 ? 'GMT' : offsetName(offset);
    }
    if (own) return own[summer ? 1 : 0];
    if (isSummer(now)) return now;
    // The standard name does not depend on the moment in Java.
    const january = this.#long(JANUARY);
    const standard = isSummer(january) ? this.#long(JULY) : january;
    return summer ? standard.replace('Standard', 'Summer') : standard;
  }

  /** For times of which only the offset is known: ahead of both winters around it. */
  #isAhead(moment: number): boolean {
    // In Morocco all the year but Ramadan is summer.
    if (/^Africa\/(Casablanca|El_Aaiun)$/.test(this.id) && moment >= MOROCCO_ALWAYS_SUMMER)
      return this.offset(moment) > 0;
    const year = new Date(moment).getUTCFullYear();
    return [year, year + 1].every((y) => this.offset(Date.UTC(y, 0, 1)) < this.offset(moment));
  }

  #long(moment: number): string {
    this.#names ??= new Intl.DateTimeFormat('en-US', { timeZone: this.id, timeZoneName: 'long' });
    return this.#names.formatToParts(moment).find((p) => p.type === 'timeZoneName')?.value ?? this.id;
  }
}

function isSummer(longName: string): boolean {
  return /Daylight|Summer|Irish Standard/.test(longName);
}
