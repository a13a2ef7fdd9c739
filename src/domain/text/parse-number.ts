import type { Parsed } from './parsed';
import { cleanText } from './spaces';

const NUMBER = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?\s*(.*)$/;
/** Nouns that people add to a number; with any other word («тыс.», «или 13») the text is no number. */
const UNITS =
  /^(?:чел|человека?|пар[аы]?|групп[аы]?|педагог(?:а|ов)?|наставник(?:а|ов)?|наставляем(?:ый|ого|ых)|час(?:а|ов)?|ч|шт|ед|раза?|балл(?:а|ов)?|мероприяти[еяй]|оо)?\.?$/;
const NOTHING = /^(?:[-\u2010-\u2015\u2212]+|нету?|отсутству[ею]т)\.?$/;

/** A number and its decimals as typed. */
type Reading = { number: number; decimals: string };

function read(value: string | number, units: RegExp): Parsed<Reading> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { error: 'not-a-number' };
    return { value: { number: value, decimals: '' } };
  }
  const text = cleanText(value).toLowerCase();
  if (text === '') return { error: 'empty' };
  if (isNothing(text)) return { error: 'needs-confirmation' };
  const found = NUMBER.exec(text.replace(/^\u2212/, '-'));
  if (!found || !units.test(found[4]!)) return { error: 'not-a-number' };
  const whole = found[2]!.replace(/ /g, '');
  const decimals = found[3] ?? '';
  // Beyond nine digits it is a telephone or an account, not a count.
  if (whole.length > 9) return { error: 'out-of-range' };
  return { value: { number: Number(`${found[1]}${whole}.${decimals || '0'}`), decimals } };
}

/** «-», «—», «нет»: perhaps a zero, perhaps unknown; a person has to say which. */
export function isNothing(text: string): boolean {
  return NOTHING.test(cleanText(text).toLowerCase());
}

/**
 * A whole number, 0 or more: `12`, `12 чел.`, `5 пар`, `1 250`, `12,0`.
 * @returns the number, or `empty`, `needs-confirmation` («-», «нет»), `not-whole` («1,5»), `negative`, `out-of-range`,
 * `not-a-number` («около 10», «12,000»: twelve or twelve thousand)
 */
export function parseCount(value: string | number): Parsed<number> {
  const reading = read(value, UNITS);
  if (reading.error) return reading;
  const { number, decimals } = reading.value;
  if (decimals === '000') return { error: 'not-a-number' };
  if (!Number.isInteger(number)) return { error: 'not-whole' };
  return number < 0 ? { error: 'negative' } : { value: number || 0 };
}

/** A number with decimals after a comma or a dot: `1,5`, `1.5`, `2 ч`, `-0,5`. */
export function parseDecimal(value: string | number): Parsed<number> {
  const reading = read(value, UNITS);
  return reading.error ? reading : { value: reading.value.number || 0 };
}

/** Percent from 0 to 100, the sign may be left out: `100%`, `85,5 %`, `85`. A number is taken as percent, not as a share. */
export function parsePercent(value: string | number): Parsed<number> {
  const reading = read(value, /^%?\.?$/);
  if (reading.error) return reading;
  const { number } = reading.value;
  return number < 0 || number > 100 ? { error: 'out-of-range' } : { value: number || 0 };
}
