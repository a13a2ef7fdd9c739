/** A condition on a record as data, so that a form in a browser can watch it too (src/ui/kit/due.ts). */
export type Condition = (
  | { readonly column: string; readonly is: readonly (string | number | boolean)[] }
  /** A date not earlier than this `yyyy-mm-dd`. */
  | { readonly column: string; readonly from: string }
  | { readonly column: string; readonly filled: true }
) & { readonly and?: Condition };

/** @param record column key → value as read (values.ts) */
export function holds(condition: Condition, record: Readonly<Record<string, unknown>>): boolean {
  if (condition.and && !holds(condition.and, record)) return false;
  const value = record[condition.column];
  if ('is' in condition) return (condition.is as readonly unknown[]).includes(value);
  if ('from' in condition) return typeof value === 'string' && value >= condition.from;
  return Boolean(value);
}
