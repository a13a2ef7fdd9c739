const LONGEST = 160;
/** So much is shown before the first difference. */
const LEAD = 30;

/**
 * Two texts as a preview shows them: long ones are cut to the place where they begin to differ.
 * @returns the first and the second, at most 162 characters each
 */
export function difference(before: string, after: string): readonly [string, string] {
  if (before.length <= LONGEST && after.length <= LONGEST) return [before, after];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const from = Math.max(0, same - LEAD);
  return [cut(before, from), cut(after, from)];
}

function cut(text: string, from: number): string {
  const end = from + LONGEST;
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`;
}
