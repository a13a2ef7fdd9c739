import type { Finding } from './finding';

/** A finding of an earlier run, as the tab «Проверка» remembers it. */
export interface RememberedFinding
  extends Pick<Finding, 'code' | 'tab' | 'recordId' | 'row' | 'column' | 'organisation'> {
  /** `yyyy-mm-dd`: first seen. */
  readonly since: string;
  /** How its cell was marked, null when it was not. */
  readonly marked: 'error' | 'warning' | null;
}

interface Comparison {
  /** First seen, in the order of the findings. */
  readonly since: readonly string[];
  readonly fresh: readonly boolean[];
  /** Remembered ones that are found no more. */
  readonly gone: readonly RememberedFinding[];
}

/** Compares with the last run; of several findings in one cell each meets one of the remembered. */
export function compareRuns(
  findings: readonly Finding[],
  remembered: readonly RememberedFinding[],
  today: string,
): Comparison {
  const left = new Map<string, RememberedFinding[]>();
  for (const finding of remembered) {
    const key = keyOf(finding);
    const known = left.get(key);
    if (known) known.push(finding);
    else left.set(key, [finding]);
  }
  const since: string[] = [];
  const fresh: boolean[] = [];
  for (const finding of findings) {
    const before = remembered.length === 0 ? undefined : left.get(keyOf(finding))?.shift();
    since.push(before?.since || today);
    fresh.push(before === undefined);
  }
  return { since, fresh, gone: [...left.values()].flat() };
}

/** What makes a finding the same in two runs: rows move, so the record's ID stands for the row where there is one. */
function keyOf({ code, tab, recordId, row, column }: Finding | RememberedFinding): string {
  return `${code}|${tab}|${recordId || row}|${column}`;
}
