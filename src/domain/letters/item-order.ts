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

/** What has the same priority goes by the address. Smaller first: overdue and escalated 0, then by the days left. */
export function priorityOf(items: readonly LetterItem[]): number {
  return items.reduce(
    (least, item) => Math.min(least, item.daysLeft < 0 ? 0 : 1 + item.daysLeft),
    Number.MAX_SAFE_INTEGER,
  );
}
