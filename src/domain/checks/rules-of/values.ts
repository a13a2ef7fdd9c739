import type { Entry } from '../../registry/read';
import { shortDate } from '../../text/print-date';

/** Values of a row by their kind; what the workbook lacks is blank. */

export function text(entry: Entry, key: string): string {
  const value = entry.values[key];
  return typeof value === 'string' ? value : '';
}

export function number(entry: Entry, key: string): number | null {
  const value = entry.values[key];
  return typeof value === 'number' ? value : null;
}

const NONE: readonly string[] = [];

export function list(entry: Entry, key: string): readonly string[] {
  const value = entry.values[key];
  return Array.isArray(value) ? (value as readonly string[]) : NONE;
}

export function isDraft(entry: Entry): boolean {
  return entry.values.recordStatus === 'Черновик';
}

/** Days in words, by the day: a registry has few days and many findings about them. */
const days = new Map<string, string>([['', '']]);
const DAYS_KEPT = 5000;

/** A day for a message; '' stays ''. */
export function day(date: string): string {
  let words = days.get(date);
  if (words === undefined) {
    words = shortDate(date);
    if (days.size < DAYS_KEPT) days.set(date, words);
  }
  return words;
}

/** How a message names a record: by its ID, or by its row where it has none. */
export function nameOf(entry: Entry): string {
  return entry.id || `строка ${entry.row}`;
}

/** Whether two periods share a day; a blank end is open. Days compare as strings. */
export function overlap(from: string, to: string, otherFrom: string, otherTo: string): boolean {
  return (to === '' || otherFrom <= to) && (otherTo === '' || from <= otherTo);
}

/** The later of two days; '' is before all of them. */
export function later(a: string, b: string): string {
  if (a > b) return a;
  return b;
}
