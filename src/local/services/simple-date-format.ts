import { fail } from '../host/errors';
import { type CalendarFields, calendarFields } from './calendar-fields';
import { type Zone, zoneOf } from './time-zone';

/** A pattern taken apart: text to copy, or a letter with its count. */
export type PatternPart = { readonly text: string } | { readonly letter: string; readonly count: number };

const LETTERS = 'GyMdkHmsSEDFwWahKzZYuXL';
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Formats a moment as Java's SimpleDateFormat does in the US locale, which is what Utilities.formatDate documents.
 * @param moment milliseconds since 1970-01-01 UTC
 * @param timeZone an IANA id, `GMT+5`, `GMT+05:30` or an old short id; unknown ids mean GMT
 * @throws `Illegal pattern character 'b'`, `Unterminated quote`, `invalid ISO 8601 format: length=4`
 * @example formatDate(0, 'Asia/Yekaterinburg', "dd.MM.yyyy HH:mm XXX") // 01.01.1970 05:00 +05:00
 */
export function formatDate(moment: number, timeZone: string, pattern: string): string {
  const parts = parsePattern(pattern);
  const zone = zoneOf(timeZone);
  const offset = zone.offset(moment);
  const fields = calendarFields(moment + offset);
  return parts
    .map((part) =>
      'text' in part ? part.text : print(part.letter, part.count, fields, moment, offset, zone),
    )
    .join('');
}

const parsed = new Map<string, readonly PatternPart[]>();

export function parsePattern(pattern: string): readonly PatternPart[] {
  let parts = parsed.get(pattern);
  if (!parts) {
    parts = takeApart(pattern);
    parsed.set(pattern, parts);
  }
  return parts;
}

function takeApart(pattern: string): PatternPart[] {
  const parts: PatternPart[] = [];
  let text = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === "'") {
      if (pattern[i + 1] === "'") {
        text += "'";
        i++;
      } else quoted = !quoted;
    } else if (quoted || !/[A-Za-z]/.test(c)) text += c;
    else {
      if (!LETTERS.includes(c)) fail(`Illegal pattern character '${c}'`);
      let count = 1;
      while (pattern[i + 1] === c) {
        count++;
        i++;
      }
      if (text) parts.push({ text });
      text = '';
      parts.push({ letter: c, count });
    }
  }
  if (quoted) fail('Unterminated quote');
  if (text) parts.push({ text });
  return parts;
}

function print(
  letter: string,
  count: number,
  at: CalendarFields,
  moment: number,
  offset: number,
  zone: Zone,
): string {
  switch (letter) {
    case 'G':
      return at.year > 0 ? 'AD' : 'BC';
    case 'y':
      return yearText(at.year > 0 ? at.year : 1 - at.year, count);
    case 'Y':
      return yearText(at.weekYear, count);
    case 'M':
    case 'L':
      return count > 2 ? word(MONTHS[at.month], count) : pad(at.month + 1, count);
    case 'E':
      return word(WEEKDAYS[at.weekday], count);
    case 'u':
      return pad(at.weekday || 7, count);
    case 'a':
      return at.hour < 12 ? 'AM' : 'PM';
    case 'k':
      return pad(at.hour || 24, count);
    case 'K':
      return pad(at.hour % 12, count);
    case 'h':
      return pad(at.hour % 12 || 12, count);
    case 'z':
      return zone.name(moment, count > 3);
    case 'Z':
      return offsetText(offset, '');
    case 'X':
      return isoOffset(offset, count);
    default:
      return pad(numberOf(letter, at), count);
  }
}

function numberOf(letter: string, at: CalendarFields): number {
  switch (letter) {
    case 'd':
      return at.day;
    case 'H':
      return at.hour;
    case 'm':
      return at.minute;
    case 's':
      return at.second;
    case 'S':
      return at.millisecond;
    case 'D':
      return at.dayOfYear;
    case 'F':
      return at.weekdayInMonth;
    case 'w':
      return at.weekOfYear;
    default:
      return at.weekOfMonth;
  }
}

function word(name: string, count: number): string {
  return count > 3 ? name : name.slice(0, 3);
}

function yearText(year: number, count: number): string {
  return count === 2 ? (year < 0 ? '-' : '') + pad(Math.abs(year) % 100, 2) : pad(year, count);
}

function pad(value: number, width: number): string {
  return (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(width, '0');
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.trunc(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(minutes % 60, 2)}`;
}

function isoOffset(offset: number, count: number): string {
  if (count > 3) fail(`invalid ISO 8601 format: length=${count}`);
  if (offset === 0) return 'Z';
  return count === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, count === 3 ? ':' : '');
}
