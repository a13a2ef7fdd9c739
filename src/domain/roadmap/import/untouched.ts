import { type Cell, cellText } from '../../registry/cell';
import { roadmap } from '../../registry/tabs/roadmap';
import { cleanText } from '../../text/spaces';
import type { Standing } from './standing-rows';

/** What people have written into a row of the roadmap. */
export interface Touched {
  /** 1-based row of the tab. */
  readonly row: number;
  readonly number: string;
  /** Titles of the columns. */
  readonly columns: readonly string[];
}

/**
 * Rows that are not as the program put them there: a status, a date, a comment, other words. Only where there are none may
 * another plan take their place.
 * @param builtIn the preloaded rows by column key
 * @param coming rows of the plan that takes their place: a run that was cut off has written some of their cells already
 */
export function touchedRows(
  standing: readonly Standing[],
  builtIn: readonly Readonly<Record<string, Cell>>[],
  coming: readonly Readonly<Record<string, Cell>>[],
): Touched[] {
  const byNumber = new Map(builtIn.map((row) => [textOf(row.number), row]));
  const people = roadmap.columns.filter((c) => c.owner !== 'script');
  return standing.flatMap((row, i) => {
    const candidates = [byNumber.get(row.number), builtIn[i], coming[i]];
    const columns = people.filter(({ key }) => {
      const text = row.texts[key] ?? '';
      return text !== '' && !candidates.some((c) => c !== undefined && textOf(c[key]) === text);
    });
    return columns.length === 0
      ? []
      : [{ row: row.row, number: row.number, columns: columns.map((c) => c.title) }];
  });
}

const textOf = (cell: Cell | undefined): string => cleanText(cellText(cell ?? ''));
