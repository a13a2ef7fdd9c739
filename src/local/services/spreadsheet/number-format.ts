import { format as formatNumber, isDateFormat } from 'numfmt';
import { type LocaleSettings, monthName } from './locale';
import type { CellValue } from './model';

/** What getNumberFormat() gives for a cell with no format of its own ("Automatic"). */
export const AUTOMATIC_FORMAT = '0.###############';

export type FormatKind = 'automatic' | 'text' | 'date' | 'number';
const kinds = new Map<string, FormatKind>();

/** What a pattern makes of a number; an absent pattern is automatic. */
export function formatKind(pattern: string | undefined): FormatKind {
  if (pattern === undefined) return 'automatic';
  let kind = kinds.get(pattern);
  if (kind === undefined) {
    if (pattern === '' || pattern === AUTOMATIC_FORMAT || /^general$/i.test(pattern)) kind = 'automatic';
    else if (pattern === '@') kind = 'text';
    else kind = safely(() => isDateFormat(pattern), false) ? 'date' : 'number';
    kinds.set(pattern, kind);
  }
  return kind;
}

/** The text that a cell shows. */
export function displayText(value: CellValue, pattern: string | undefined, locale: LocaleSettings): string {
  if (typeof value === 'string') {
    if (value === '' || pattern === undefined || !/[@;]/.test(pattern) || pattern === '@') return value;
    return safely(() => formatNumber(pattern, value, { locale: locale.tag }), value);
  }
  if (typeof value === 'boolean') return locale.booleans[value ? 0 : 1];
  const kind = formatKind(pattern);
  if (kind === 'automatic' || kind === 'text') return automatic(value, locale.decimal);
  return formatted(value, pattern as string, locale);
}

/** Automatic display: up to 10 significant digits of a fraction, 15 digits of a whole number, then 1.23457E+17. */
function automatic(value: number, decimal: string): string {
  const size = Math.abs(value);
  if (size >= 1e15) return exponent(value, decimal);
  if (Number.isInteger(value)) return String(value);
  if (size < 1e-10) return exponent(value, decimal);
  const whole = size < 1 ? 0 : Math.floor(Math.log10(size)) + 1;
  const digits = Math.max(10, whole);
  const rounded = Number(value.toPrecision(digits));
  const text = size < 1e-5 ? rounded.toFixed(20).replace(/0+$/, '') : String(rounded);
  return decimal === '.' ? text : text.replace('.', decimal);
}

function exponent(value: number, decimal: string): string {
  const [mantissa, power] = value.toExponential(5).split('e');
  const sign = power[0] === '-' ? '-' : '+';
  const digits = power.replace(/^[+-]/, '').padStart(2, '0');
  return `${mantissa.replace(/\.?0+$/, '').replace('.', decimal)}E${sign}${digits}`;
}

const shown = new Map<string, string>();

function formatted(value: number, pattern: string, locale: LocaleSettings): string {
  const key = `${value}\u0000${pattern}\u0000${locale.tag}`;
  const known = shown.get(key);
  if (known !== undefined) return known;
  const named = formatKind(pattern) === 'date' ? withMonthName(pattern, value, locale) : pattern;
  const text = safely(
    () => formatNumber(named, value, { locale: locale.tag, leap1900: false }),
    automatic(value, locale.decimal),
  );
  if (shown.size > 20_000) shown.clear();
  shown.set(key, text);
  return text;
}

/** numfmt has one form of a month's name; languages with cases need another one beside a day (`15 марта`). */
function withMonthName(pattern: string, serial: number, locale: LocaleSettings): string {
  if (locale.tag.startsWith('en') || !/m{3,4}/i.test(pattern)) return pattern;
  const date = new Date(Math.floor(serial - 25_569) * 86_400_000);
  const bare = pattern.replace(/"[^"]*"|\\./g, '');
  const besideDay = /(?<!d)d{1,2}(?!d)/i.test(bare);
  return pattern.replace(/"[^"]*"|\\.|(?<!m)m{3,4}(?!m)/gi, (part) => {
    if (!/^m/i.test(part)) return part;
    return `"${monthName(locale.tag, date, part.length === 4 ? 'long' : 'short', besideDay)}"`;
  });
}

function safely<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    // A pattern that numfmt does not know shows the bare value, as Sheets shows it for a pattern it dropped.
    return otherwise;
  }
}
