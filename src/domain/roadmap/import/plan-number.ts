import { type Cell, cellText, isDateCell } from '../../registry/cell';
import { cleanText, dropTail } from '../../text/spaces';

/** A number of the plan as it stands: `2.1`, a whole `2`, a Roman `II` as `2`; '' = none. */
export interface PlanNumber {
  readonly text: string;
  readonly kind: 'dotted' | 'whole' | 'roman' | 'none';
  /** What stands in the cell and is no number. */
  readonly unread: string;
}

const NONE: PlanNumber = { text: '', kind: 'none', unread: '' };
const DOTTED = /^\d{1,3}(?:\.\d{1,3})+$/;
const WHOLE = /^\d{1,3}$/;
const ROMAN = /^(?:X{0,2})(?:IX|IV|V?I{0,3})$/;

/** The number of a measure. Excel makes a date of «2.1» (2 January) and a number of «1.1»: both are read back. */
export function planNumber(cell: Cell): PlanNumber {
  if (isDateCell(cell)) {
    const [, month, day] = cell.date.split('-').map(Number);
    return { text: `${day}.${month}`, kind: 'dotted', unread: '' };
  }
  const source = cleanText(cellText(cell)).replace(/^№\s*/, '');
  const text = dropTail(source.replace(/,/g, '.').replace(/\s*\.\s*/g, '.'), '.) ');
  if (text === '') return NONE;
  if (DOTTED.test(text)) return { text: text.replace(/(^|\.)0+(?=\d)/g, '$1'), kind: 'dotted', unread: '' };
  if (WHOLE.test(text)) return { text: String(Number(text)), kind: 'whole', unread: '' };
  const latin = text.replace(/[ХІ]/gi, (c) => (c.toUpperCase() === 'Х' ? 'X' : 'I')).toUpperCase();
  if (ROMAN.test(latin)) return { text: String(fromRoman(latin)), kind: 'roman', unread: '' };
  return { ...NONE, unread: source };
}

const LEADING = /^(?:раздел\s+|этап\s+|[№]\s*)?(\d{1,2}(?:\.\d{1,3})*|[IVXХІ]{1,5})(?:[.)]+\s*|\s+)(?=\S)/i;

/** The number at the beginning of a text, «1.1. Утверждение …», and the rest. A year or a count is none. */
export function leadingNumber(text: string): { readonly number: PlanNumber; readonly rest: string } {
  const found = LEADING.exec(text);
  const number = found ? planNumber(found[1]) : NONE;
  if (!found || number.kind === 'none') return { number: NONE, rest: text };
  const rest = text.slice(found[0].length);
  // «2 этап …» or «3 заседания …» without a dot: a small letter follows.
  if (number.kind !== 'dotted' && !/[.)]/.test(found[0]) && !/^[\p{Lu}«"(]/u.test(rest))
    return { number: NONE, rest: text };
  return { number, rest };
}

function fromRoman(text: string): number {
  const values = [...text].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0);
}

/** What stands before the last dot: `2` of `2.1`, '' of a whole number. */
export const prefixOf = (number: string): string => number.slice(0, Math.max(0, number.lastIndexOf('.')));

const lastOf = (number: string): number => Number(number.slice(number.lastIndexOf('.') + 1));

/** Excel shows 1.10 as 1.1: the number that was meant where `before` says so, else null. */
export function lostZero(number: string, before: string): string | null {
  if (prefixOf(number) !== prefixOf(before) || prefixOf(number) === '') return null;
  const next = lastOf(before) + 1;
  return next % 10 === 0 && String(lastOf(number)) === String(next).replace(/0+$/, '')
    ? `${prefixOf(number)}.${next}`
    : null;
}

/** The number after the greatest of a section that nobody bears. */
export function nextNumber(prefix: string, taken: Iterable<string>): string {
  let last = 0;
  for (const number of taken) if (prefixOf(number) === prefix) last = Math.max(last, lastOf(number));
  return prefix === '' ? String(last + 1) : `${prefix}.${last + 1}`;
}
