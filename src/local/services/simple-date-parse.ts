import { fail } from '../host/errors';
import { daysFromCivil } from './calendar-fields';
import { MONTHS, type PatternPart, parsePattern, WEEKDAYS } from './simple-date-format';
import { momentAt, zoneOf } from './time-zone';

/**
 * Reads a text as Java's lenient SimpleDateFormat does: text after the match is ignored, month 13 is January of the
 * next year, a two-digit year is the one from 80 years back to 20 years ahead.
 * @param now milliseconds; decides the century of two-digit years
 * @returns milliseconds since 1970-01-01 UTC
 * @throws `Unparseable date: "…"`
 */
export function parseDate(text: string, timeZone: string, pattern: string, now: number): number {
  const reader = new Reader(text);
  const parts = parsePattern(pattern);
  parts.forEach((part, i) => {
    if ('text' in part) reader.literal(part.text);
    else reader.field(part, isNumeric(parts[i + 1]), timeZone, now);
  });
  return reader.moment(timeZone, now);
}

const NUMERIC = 'yYMLdDHkKhmsSuFwW';

function isNumeric(part: PatternPart | undefined): boolean {
  return (
    part !== undefined &&
    'letter' in part &&
    NUMERIC.includes(part.letter) &&
    !(/[ML]/.test(part.letter) && part.count > 2)
  );
}

class Reader {
  #at = 0;
  readonly #fields: Record<string, number> = {};
  #pm: boolean | null = null;
  #bc = false;
  #offset: number | null = null;
  #twoDigitYear = false;

  constructor(readonly text: string) {}

  literal(text: string): void {
    for (const c of text) {
      if (this.text[this.#at] !== c) this.#refuse();
      this.#at++;
    }
  }

  field(part: { letter: string; count: number }, abutting: boolean, timeZone: string, now: number): void {
    const { letter, count } = part;
    // A field that another number follows at once ends after its count, the blanks before it included.
    const end = abutting ? this.#at + count : undefined;
    // More blanks than the pattern has are skipped before a number, not before a word.
    if (!'GaE'.includes(letter) && !('ML'.includes(letter) && count > 2)) this.#skipBlanks();
    if (letter === 'G') this.#bc = this.#word(['AD', 'BC']) === 1;
    else if (letter === 'a') this.#pm = this.#word(['AM', 'PM']) === 1;
    else if (letter === 'E') this.#word(namesOf(WEEKDAYS));
    else if ('ML'.includes(letter) && count > 2) this.#fields.M = (this.#word(namesOf(MONTHS)) % 12) + 1;
    else if (letter === 'X') this.#isoOffset(count);
    else if ('zZ'.includes(letter)) this.#zone(timeZone, now);
    else {
      const start = this.#at;
      const value = this.#number(end);
      const digits = this.#at - start;
      const short = 'yY'.includes(letter) && count <= 2 && digits === 2 && value >= 0;
      if (short) this.#twoDigitYear = true;
      this.#fields[letter === 'L' ? 'M' : letter] = short ? nearYear(value, now) : value;
    }
  }

  moment(timeZone: string, now: number): number {
    const year = this.#fields.y ?? this.#fields.Y ?? 1970;
    const moment = this.#momentIn(this.#bc ? 1 - year : year, timeZone);
    if (!this.#twoDigitYear || moment >= yearsBack(now)) return moment;
    return this.#momentIn(year + 100, timeZone);
  }

  #momentIn(year: number, timeZone: string): number {
    const f = this.#fields;
    const byDayOfYear = f.D !== undefined && f.M === undefined;
    const days = byDayOfYear ? daysFromCivil(year, 0, f.D) : daysFromCivil(year, (f.M ?? 1) - 1, f.d ?? 1);
    const local =
      days * 86_400_000 + this.#hour() * 3_600_000 + (f.m ?? 0) * 60_000 + (f.s ?? 0) * 1000 + (f.S ?? 0);
    return this.#offset === null ? momentAt(local, timeZone) : local - this.#offset;
  }

  #hour(): number {
    const f = this.#fields;
    if (f.H !== undefined) return f.H;
    if (f.k !== undefined) return f.k === 24 ? 0 : f.k;
    const half = f.K ?? (f.h === 12 ? 0 : f.h);
    return half === undefined ? (this.#pm ? 12 : 0) : half + (this.#pm ? 12 : 0);
  }

  #number(end: number | undefined): number {
    if (end !== undefined && end > this.text.length) return this.#refuse();
    const found = /^-?\d+/.exec(this.text.slice(this.#at, end));
    if (!found) return this.#refuse();
    this.#at += found[0].length;
    return Number(found[0]);
  }

  /** The place of the longest name that the text goes on with. */
  #word(names: readonly string[]): number {
    const rest = this.text.slice(this.#at).toLowerCase();
    let best = -1;
    names.forEach((name, i) => {
      if (rest.startsWith(name.toLowerCase()) && (best < 0 || name.length > names[best].length)) best = i;
    });
    if (best < 0) this.#refuse();
    this.#at += names[best].length;
    return best;
  }

  /** `Z`, `+05`, `+0500`, `+05:00` by the number of letters. */
  #isoOffset(count: number): void {
    if (this.#accept(/^Z/)) this.#offset = 0;
    else
      this.#offset = this.#signed(
        count === 1 ? /^([+-])(\d\d)/ : count === 2 ? /^([+-])(\d\d)(\d\d)/ : /^([+-])(\d\d):(\d\d)/,
      );
  }

  /** `+0500`, `GMT`, `GMT+5:00`, or a name: of the zone itself, or one of the known ones. */
  #zone(timeZone: string, now: number): void {
    const names = namesOfZone(timeZone, now);
    if (/^[+-]/.test(this.text.slice(this.#at))) this.#offset = this.#signed(/^([+-])(\d\d)(\d\d)/);
    else if (this.#accept(/^GMT(?![+-])/i)) this.#offset = 0;
    else if (this.#accept(/^GMT(?=[+-])/i)) this.#offset = this.#signed(/^([+-])(\d\d?):(\d\d)/);
    else {
      const rest = this.text.slice(this.#at).toLowerCase();
      const own = [...names.keys()].find((name) => rest.startsWith(name.toLowerCase()));
      const other = own ?? this.#accept(/^[A-Z]{3,4}\b/) ?? this.#refuse();
      if (own) this.#at += own.length;
      this.#offset = names.get(other) ?? namedOffset(other) ?? this.#refuse();
    }
  }

  /** Hours and minutes with a sign, as milliseconds. */
  #signed(form: RegExp): number {
    const found = form.exec(this.text.slice(this.#at));
    if (!found) return this.#refuse();
    const [, sign, hours, minutes = '0'] = found;
    if (Number(hours) > 23 || Number(minutes) > 59) return this.#refuse();
    this.#at += found[0].length;
    const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000;
    return sign === '-' ? -size : size;
  }

  #accept(form: RegExp): string | null {
    const found = form.exec(this.text.slice(this.#at))?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #skipBlanks(): void {
    while (/[ \t]/.test(this.text[this.#at] ?? '')) this.#at++;
  }

  #refuse(): never {
    return fail(`Unparseable date: "${this.text}"`);
  }
}

function namesOf(long: readonly string[]): string[] {
  return [...long.map((n) => n.slice(0, 3)), ...long];
}

/** The names that a zone has in winter and summer now → milliseconds from UTC. */
function namesOfZone(timeZone: string, now: number): Map<string, number> {
  const zone = zoneOf(timeZone);
  const year = new Date(now).getUTCFullYear();
  const moments = [Date.UTC(year, 0, 15), Date.UTC(year, 6, 15)];
  return new Map(
    [true, false].flatMap((long) => moments.map((at) => [zone.name(at, long), zone.offset(at)] as const)),
  );
}

/** Where the hundred years of two-digit years begin. */
function yearsBack(now: number): number {
  const start = new Date(now);
  start.setUTCFullYear(start.getUTCFullYear() - 80);
  return start.getTime();
}

function nearYear(twoDigits: number, now: number): number {
  const from = new Date(yearsBack(now)).getUTCFullYear();
  const year = Math.floor(from / 100) * 100 + twoDigits;
  return year < from ? year + 100 : year;
}

/** Summer names of American zones → their standard names. */
const SUMMER: Readonly<Record<string, string>> = { PDT: 'PST', CDT: 'CST', EDT: 'EST', MDT: 'MST' };
const HOURS: Readonly<Record<string, number>> = {
  PST: -8,
  CST: -6,
  MSK: 3,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  YEKT: 5,
  SAMT: 4,
};

function namedOffset(name: string): number | null {
  if (name === 'GMT' || name === 'UTC') return 0;
  const standard = SUMMER[name] ?? name;
  const hours =
    HOURS[standard] ?? (/^(EST|MST|HST)$/.test(standard) ? zoneOf(standard).offset(0) / 3_600_000 : null);
  return hours === null ? null : (hours + (SUMMER[name] ? 1 : 0)) * 3_600_000;
}
