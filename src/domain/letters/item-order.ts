import { type DateText, daysBetween } from '../text/calendar';
import type { LetterItem } from './letter';

/** Overdue first, the longest first; then by the number in the plan, the organisation, the step. */
export function byUrgency(a: LetterItem, b: LetterItem): number {
  return (
    a.daysLeft - b.daysLeft ||
    byNumber(a.obligation.number, b.obligation.number) ||
    compare(a.obligation.organisation, b.obligation.organisation) ||
    compare(a.key, b.key)
  );
}

/** `2.9` before `2.10`. */
function byNumber(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = Number(left[i]) - Number(right[i]);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return compare(a, b);
}

/** By code units: the order must be the same in every runtime and language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Smaller first: overdue and escalated 0, then by the days left. Among equals whoever had no letter for longest, so that
 * a quota that is always too small passes nobody over for good.
 * @param last the day of the last digest to the address; '' = none yet
 */
export function priorityOf(items: readonly LetterItem[], last: DateText | ''): number {
  const urgency = items.reduce(
    (least, item) => Math.min(least, item.daysLeft < 0 ? 0 : 1 + item.daysLeft),
    FARTHEST,
  );
  return (
    urgency +
    (last === '' ? 0 : Math.min(FARTHEST, Math.max(1, daysBetween(LONG_AGO, last))) / (FARTHEST + 1))
  );
}

const LONG_AGO = '2000-01-01';
const FARTHEST = 100_000;
