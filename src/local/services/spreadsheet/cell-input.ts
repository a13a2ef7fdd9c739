import type { LocaleSettings } from './locale';
import type { CellValue } from './model';
import { serialOfDay } from './serial-date';

/** What typed text means: a number, date or boolean with the format that its writing implies. */
export interface ParsedInput {
  readonly value: CellValue;
  /** Absent = the cell stays automatic. */
  readonly format?: string;
}

/**
 * Reads text as Sheets reads what a person types. null = it stays text as it is.
 * Formulas and the leading apostrophe are not handled here.
 * @param year the current year, for dates without one
 */
export function parseInput(text: string, locale: LocaleSettings, year: number): ParsedInput | null {
  const length = text.length;
  if (length === 0 || length > 40) return null;
  const first = text.charCodeAt(0);
  if (first === 32 || first === 160 || text.charCodeAt(length - 1) === 32) {
    const trimmed = text.trim();
    return trimmed.length < length && trimmed !== '' ? parseInput(trimmed, locale, year) : null;
  }
  if (first >= 48 && first <= 57) return parseNumeric(text, length, locale, year);
  if (isLetter(first)) return parseWord(text, locale);
  // + - − . , ( and currency signs
  return parseNumber(text, locale);
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0x400 && code <= 0x52f);
}

function parseNumeric(
  text: string,
  length: number,
  locale: LocaleSettings,
  year: number,
): ParsedInput | null {
  let digits = 0;
  while (digits < length && (text.charCodeAt(digits) - 48) >>> 0 < 10) digits++;
  if (digits === length) return { value: Number(text) };
  return parseDate(text, locale, year) ?? parseTime(text) ?? parseNumber(text, locale);
}

function parseWord(text: string, locale: LocaleSettings): ParsedInput | null {
  if (text.length <= 6 && isBooleanStart(text, locale)) {
    const upper = text.toUpperCase();
    if (upper === 'TRUE' || upper === locale.booleans[0]) return { value: true };
    if (upper === 'FALSE' || upper === locale.booleans[1]) return { value: false };
  }
  // `Jan 5, 2024` and `March 2024` end with a digit; most texts are through here.
  if ((text.charCodeAt(text.length - 1) - 48) >>> 0 > 9) return null;
  const named = /^([\p{L}]{3,9})\.?[ -](?:(\d{1,2})(?:, | ))?(\d{4})$/u.exec(text);
  if (!named) return null;
  const month = locale.months.get(named[1].toLowerCase());
  if (!month) return null;
  const name = named[1].length > 3 ? 'mmmm' : 'mmm';
  return day(Number(named[3]), month, Number(named[2] ?? 1), named[2] ? `${name} d, yyyy` : `${name} yyyy`);
}

function isBooleanStart(text: string, locale: LocaleSettings): boolean {
  const first = text[0].toUpperCase();
  return first === 'T' || first === 'F' || first === locale.booleans[0][0] || first === locale.booleans[1][0];
}

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const FULL = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const SHORT = /^(\d{1,2})([-/.])(\d{1,2})$/;
const MONTH_OF_YEAR = /^(\d{1,2})([-/.])(\d{4})$/;
const NAMED = /^(\d{1,2})([ -])(\p{L}{3,9})\.?(?:\2(\d{4}))?(?: г\.)?$/u;
const WITH_TIME = /^(\S+)\s+(\d{1,2}:\d{2}.*)$/;

function parseDate(text: string, locale: LocaleSettings, year: number): ParsedInput | null {
  const timed = WITH_TIME.exec(text);
  if (timed) {
    const date = parseDate(timed[1], locale, year);
    const time = date && parseTime(timed[2]);
    if (!date || !time) return null;
    return { value: Number(date.value) + Number(time.value), format: `${date.format} ${time.format}` };
  }
  const iso = ISO.exec(text);
  if (iso) {
    const format = `yyyy${iso[2]}${mask('m', iso[3])}${iso[2]}${mask('d', iso[4])}`;
    return day(Number(iso[1]), Number(iso[3]), Number(iso[4]), format);
  }
  const full = FULL.exec(text);
  if (full) {
    if (full[2] === '.' && locale.order === 'mdy') return null;
    const written = full[4].length === 2 ? century(Number(full[4])) : Number(full[4]);
    return ordered(full[1], full[3], full[2], written, locale, full[4].length === 2 ? 'yy' : 'yyyy');
  }
  const brief = SHORT.exec(text);
  // `1.5` is a number where the point is the decimal sign.
  if (brief)
    return brief[2] === locale.decimal || (brief[2] === '.' && locale.order !== 'dmy')
      ? null
      : ordered(brief[1], brief[3], brief[2], year, locale, '');
  const month = MONTH_OF_YEAR.exec(text);
  if (month)
    return month[2] === locale.decimal
      ? null
      : day(Number(month[2 + 1]), Number(month[1]), 1, `${mask('m', month[1])}${month[2]}yyyy`);
  const named = NAMED.exec(text);
  if (!named) return null;
  const known = locale.months.get(named[3].toLowerCase());
  if (!known) return null;
  const format = ['d', named[3].length > 3 ? 'mmmm' : 'mmm', ...(named[4] ? ['yyyy'] : [])].join(named[2]);
  return day(Number(named[4] ?? year), known, Number(named[1]), format);
}

function ordered(
  a: string,
  b: string,
  separator: string,
  year: number,
  locale: LocaleSettings,
  yearMask: string,
) {
  const tail = yearMask ? separator + yearMask : '';
  return locale.order === 'mdy'
    ? day(year, Number(a), Number(b), `${mask('m', a)}${separator}${mask('d', b)}${tail}`)
    : day(year, Number(b), Number(a), `${mask('d', a)}${separator}${mask('m', b)}${tail}`);
}

/** A date keeps the look it was typed with: `01` → `mm`, `1` → `m`. */
function mask(letter: string, digits: string): string {
  return digits.length === 2 ? letter + letter : letter;
}

function century(short: number): number {
  return short < 30 ? 2000 + short : 1900 + short;
}

function day(year: number, month: number, dayOfMonth: number, format: string): ParsedInput | null {
  const serial = serialOfDay(year, month, dayOfMonth);
  return serial === null ? null : { value: serial, format };
}

const TIME = /^(\d{1,4}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(?: ?([ap]m))?$/i;

function parseTime(text: string): ParsedInput | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const half = match[5]?.toLowerCase();
  let hours = Number(match[1]);
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0) + Number(match[4] ?? 0)];
  if (minutes > 59 || seconds >= 60 || (half && (hours < 1 || hours > 12))) return null;
  if (half) hours = (hours % 12) + (half === 'pm' ? 12 : 0);
  const format = `${hours > 23 ? '[h]' : 'h'}:mm${match[3] ? ':ss' : ''}${match[4] ? '.000' : ''}${half ? ' am/pm' : ''}`;
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86_400, format };
}

const patterns = new WeakMap<LocaleSettings, RegExp>();
const CURRENCIES = '$€£¥₽₴₸';

function numberPattern(locale: LocaleSettings): RegExp {
  let pattern = patterns.get(locale);
  if (!pattern) {
    const literal = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const sign = `[${literal(CURRENCIES)}]|${literal(locale.currency)}`;
    const whole = `\\d{1,3}(?:[${literal(locale.groups)}]\\d{3})+|\\d*`;
    const fraction = `(?:${literal(locale.decimal)}(\\d*))?`;
    pattern = new RegExp(
      `^([+\\-−]?)(${sign})?\\s?([+\\-−]?)(${whole})${fraction}(e[+-]?\\d{1,3})?\\s?(%)?\\s?(${sign})?$`,
      'i',
    );
    patterns.set(locale, pattern);
  }
  return pattern;
}

function parseNumber(text: string, locale: LocaleSettings): ParsedInput | null {
  const bracketed = /^\((.+)\)$/.exec(text);
  const match = numberPattern(locale).exec(bracketed ? bracketed[1] : text);
  if (!match) return null;
  const [, sign, before, sign2, whole, fraction, power, percent, behind] = match;
  if (whole === '' && !fraction) return null;
  if ((sign && sign2) || (before && behind) || (percent && (power || before || behind))) return null;
  const grouped = whole.replace(/\D/g, '');
  const size = Number(`${grouped || '0'}.${fraction || '0'}${power ?? ''}`);
  if (!Number.isFinite(size)) return null;
  const negative = /[-−]/.test(sign + sign2) !== Boolean(bracketed);
  const value = (negative ? -size : size) / (percent ? 100 : 1);
  const format = implied(grouped.length < whole.length, fraction, power, percent, before, behind);
  return format ? { value, format } : { value };
}

function implied(
  grouped: boolean,
  fraction: string | undefined,
  power: string | undefined,
  percent: string | undefined,
  before: string | undefined,
  behind: string | undefined,
): string | undefined {
  if (percent) return fraction ? '0.00%' : '0%';
  if (power) return '0.00E+00';
  const decimals = fraction ? `.${'0'.repeat(fraction.length)}` : '';
  const number = `#,##0${before || behind ? (fraction ? '.00' : '') : decimals}`;
  if (before) return before === '$' ? `$${number}` : `[$${before}]${number}`;
  if (behind) return `${number} [$${behind}]`;
  return grouped ? number : undefined;
}
