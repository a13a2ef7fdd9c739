import { toLatin } from './alphabet';
import { cleanText, dropTail } from './spaces';

/** The parts of a record's ID: `NST-001` → `{ prefix: 'NST', number: 1 }`. */
export type IdParts = { prefix: string; number: number };

const ID = /^[A-Z]{2,3}-\d+(?:\.\d+)*$/;
const NUMBERED = /^([A-Z]{2,3})-(\d{1,9})$/;

/** Whether the text is an ID exactly as the registries write it (`NST-001`, `RM-1.1`). */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** The parts of a numbered ID; null for anything else, a roadmap's `RM-1.1` and `nst-001` included. */
export function parseId(id: string): IdParts | null {
  const found = NUMBERED.exec(id);
  return found ? { prefix: found[1]!, number: Number(found[2]) } : null;
}

/** @example makeId('NST', 7) // 'NST-007' */
export function makeId(prefix: string, number: number, width = 3): string {
  return `${prefix}-${String(number).padStart(width, '0')}`;
}

/** The ID after the greatest taken one with this prefix: gaps stay, an ID is never given twice. */
export function nextId(prefix: string, taken: Iterable<string>, width = 3): string {
  let greatest = 0;
  for (const id of taken) {
    const parts = parseId(id);
    if (parts && parts.prefix === prefix && parts.number > greatest) greatest = parts.number;
  }
  return makeId(prefix, greatest + 1, width);
}

/** The ID that a misspelt one stands for (case, dash, spaces, Cyrillic look-alikes), for the advice only; or null. */
export function likelyId(text: string): string | null {
  const latin = toLatin(cleanText(text).toLowerCase()).toUpperCase();
  const id = dropTail(latin.replace(/\s*[-_\u2010-\u2015\u2212]\s*/, '-'), '.');
  return isId(id) ? id : null;
}
