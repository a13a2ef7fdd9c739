import { type HighWater, printHighWater, readHighWater } from '../domain/identity/high-water';
import type { Store } from './ports';

const KEY = 'ids';

/** The greatest numbers ever given, in one property of the workbook. */
export function marksOf(store: Store): HighWater {
  return readHighWater(store.get(KEY));
}

/** @param known the marks as they were read: equal ones are not written again */
export function keepMarks(store: Store, marks: HighWater, known: HighWater): void {
  const text = printHighWater(marks);
  if (text !== printHighWater(known)) store.set(KEY, text);
}
