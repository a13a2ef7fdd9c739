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
    else reader.field(part, isNumeric(parts[i + 1]), now);
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
      if (c === ' ' || c === '\t') {
        // Blanks of the pattern match any run of blanks, at least one unless the text is over.
        if (this.#at < this.text.length && !/[ \t]/.test(this.text[this.#at])) this.#refuse();
        this.#skipBlanks();
      } else if (this.text[this.#at] === c) this.#at++;
      else this.#refuse();
    }
  }

  field(part: { letter: string; count: number }, abutting: boolean, now: number): void {
    const { letter, count } = part;
    this.#skipBlanks();
    if (letter === 'G') this.#bc = this.#word(['AD', 'BC']) === 1;
    else if (letter === 'a') this.#pm = this.#word(['AM', 'PM']) === 1;
    else if (letter === 'E') this.#word(namesOf(WEEKDAYS));
    else if ('ML'.includes(letter) && count > 2) this.#fields.M = (this.#word(namesOf(MONTHS)) % 12) + 1;
    else if ('zZX'.includes(letter)) this.#zone();
    else {
      const start = this.#at;
      const value = this.#number(abutting ? count : undefined);
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

  #number(width: number | undefined): number {
    const found = new RegExp(`^-?\\d${width === undefined ? '+' : `{1,${width}}`}`).exec(
      this.text.slice(this.#at),
    );
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

  #zone(): void {
    const rest = this.text.slice(this.#at);
    const found = /^(?:(Z)\b|(?:GMT|UTC)?([+-])(\d\d?):?(\d\d)?|([A-Z]{3,4})\b)/.exec(rest);
    if (!found) this.#refuse();
    this.#at += found[0].length;
    if (found[2]) {
      const size = Number(found[3]) * 3_600_000 + Number(found[4] ?? 0) * 60_000;
      this.#offset = found[2] === '-' ? -size : size;
    } else this.#offset = found[1] ? 0 : namedOffset(found[5]);
    if (this.#offset === null) this.#refuse();
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
