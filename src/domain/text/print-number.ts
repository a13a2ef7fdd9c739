import { NBSP } from './spaces';

const MINUS = '\u2212';
/** «Не применимо»: a share of nothing has no value (domain.md §3.1). */
export const NOT_APPLICABLE = '—';

/**
 * Rounds half away from zero, as people do on paper. A binary fraction such as 14.249999999999998 (57 of 400, in %)
 * is taken for the 14.25 it stands for: numbers agree to 15 significant digits.
 */
export function round(n: number, digits: number): number {
  const scale = 10 ** digits;
  const scaled = Math.round(Number((Math.abs(n) * scale).toPrecision(15))) / scale;
  return n < 0 && scaled !== 0 ? -scaled : scaled;
}

/** A number with exactly so many decimals: decimal comma, groups of three from 10 000, a real minus. */
function fixed(n: number, digits: number): string {
  if (!Number.isFinite(n)) return NOT_APPLICABLE;
  const rounded = round(n, digits);
  const [whole, decimals] = Math.abs(rounded).toFixed(digits).split('.') as [string, string?];
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, NBSP) : whole;
  return (rounded < 0 ? MINUS : '') + grouped + (decimals ? `,${decimals}` : '');
}

/** A number with at most so many decimals, zeros at the end dropped: 1.75 → '1,75', 12500 → '12 500', 3 → '3'. */
export function printNumber(n: number, maxDigits = 2): string {
  // Counts: most of what is printed.
  if (Number.isInteger(n) && n >= 0 && n < 10_000) return String(n);
  const text = fixed(n, maxDigits);
  return text.indexOf(',') < 0 ? text : text.replace(/,?0+$/, '');
}

/** A value already in percent with one decimal: 14.2857 → '14,3 %'. */
export function percent(value: number): string {
  const text = fixed(value, 1);
  return text === NOT_APPLICABLE ? text : `${text}${NBSP}%`;
}

/** A change between two waves: 3.14 → '+3,1 п. п.', -2 → '−2,0 п. п.', 0 → '0,0 п. п.'. */
export function pointsDifference(change: number): string {
  const text = fixed(change, 1);
  if (text === NOT_APPLICABLE) return text;
  return `${round(change, 1) > 0 ? '+' : ''}${text}${NBSP}п.${NBSP}п.`;
}

/** A share as the memo shows it: shareOf(10, 70) → '10 из 70 (14,3 %)'; «—» when there is nothing to divide by. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return NOT_APPLICABLE;
  return `${printNumber(part)} из${NBSP}${printNumber(whole)} (${percent((part / whole) * 100)})`;
}
