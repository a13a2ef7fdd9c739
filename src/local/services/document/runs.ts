import type { Attributes, Run } from './model';

/** Operations on the runs of one text node. Offsets count UTF-16 units, `end` is exclusive. */

/** The runs between two offsets, cut where needed. */
function sliceRuns(runs: readonly Run[], start: number, end: number): Run[] {
  const found: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    if (from < to) found.push({ text: run.text.slice(from, to), attributes: { ...run.attributes } });
    at += run.text.length;
  }
  return found;
}

/** Joins neighbours that look the same and drops empty ones. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last && sameAttributes(last.attributes, run.attributes)) last.text += run.text;
    else joined.push({ text: run.text, attributes: { ...run.attributes } });
  }
  return joined;
}

/** Replaces the characters [start, end) by runs of text. */
export function spliceRuns(runs: readonly Run[], start: number, end: number, insert: readonly Run[]): Run[] {
  return joinRuns([...sliceRuns(runs, 0, start), ...insert, ...sliceRuns(runs, end, Infinity)]);
}

/** The runs with a change of look on the characters [start, end). */
export function mapRuns(
  runs: readonly Run[],
  start: number,
  end: number,
  change: (attributes: Attributes) => void,
): Run[] {
  const middle = sliceRuns(runs, start, end);
  for (const run of middle) change(run.attributes);
  return spliceRuns(runs, start, end, middle);
}

/** The run that holds a character; text added at the end continues the last run. */
export function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let at = 0;
  for (const run of runs) {
    at += run.text.length;
    if (offset < at) return run;
  }
  return runs.at(-1);
}

function sameAttributes(a: Attributes, b: Attributes): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
