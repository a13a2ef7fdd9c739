import { printNumber } from './print-number';
import { NBSP } from './spaces';

/** A noun after 1, after 2–4, after 5–20: `['пара', 'пары', 'пар']`. After «из»: `['пары', 'пар', 'пар']`. */
export type PluralForms = readonly [one: string, few: string, many: string];

/** The form of a noun that goes with a number; a fraction takes the genitive singular («1,5 пары»). */
export function plural(n: number, forms: PluralForms): string {
  if (!Number.isInteger(n)) return forms[1];
  const tens = Math.abs(n) % 100;
  const ones = tens % 10;
  if (tens > 10 && tens < 15) return forms[2];
  return ones === 1 ? forms[0] : ones > 1 && ones < 5 ? forms[1] : forms[2];
}

/** A number with its noun, never broken between lines. @example counted(21, ['пара', 'пары', 'пар']) // '21 пара' */
export function counted(n: number, forms: PluralForms): string {
  return printNumber(n) + NBSP + plural(n, forms);
}
