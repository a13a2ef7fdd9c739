import { tabs } from '../registry/tabs';
import { organisationIn, recordChanges } from './compare';
import { type JournalRow, UNKNOWN } from './journal-row';
import { knownCells, replay } from './replay';

export interface ArchivedJournal {
  /** Each finished year by itself: its journal begins with the snapshot before it. */
  readonly years: readonly { readonly year: string; readonly rows: readonly JournalRow[] }[];
  /** What the journal holds from now on: a snapshot at the end of the last finished year, then this year. */
  readonly current: readonly JournalRow[];
}

/**
 * Splits the journal by years. Every part is replayed by itself, and on any day gives what the whole journal gave.
 * @param year the current year; it stays
 * @returns null when there is nothing of finished years but a snapshot
 */
export function archiveYears(rows: readonly JournalRow[], year: string): ArchivedJournal | null {
  const yearOf = (row: JournalRow) => row.when.slice(0, 4);
  const finished = [...new Set(rows.map(yearOf))].filter((y) => y < year).sort();
  const worth = rows.some((row) => yearOf(row) < year && row.source !== 'снимок');
  if (!worth) return null;
  const years: { year: string; rows: readonly JournalRow[] }[] = [];
  let base: readonly JournalRow[] = [];
  for (const past of finished) {
    const ofYear = rows.filter((row) => yearOf(row) === past);
    const own = [...base, ...ofYear];
    // A year that only has a snapshot is the beginning of the next one.
    if (ofYear.every((row) => row.source === 'снимок')) {
      base = own;
      continue;
    }
    years.push({ year: past, rows: numbered(own) });
    base = snapshot(own, `${past}-12-31`);
  }
  return { years, current: numbered([...base, ...rows.filter((row) => yearOf(row) >= year)]) };
}

/** The state that the rows lead to, as rows that lead to it at once. */
function snapshot(rows: readonly JournalRow[], day: string): JournalRow[] {
  const common = { when: day, who: UNKNOWN, source: 'снимок', number: 0, authorOrganisation: '' };
  return [...replay(rows)].flatMap(([key, records]) =>
    [...records].flatMap(([id, record]) => {
      const tab = tabs[key];
      const cells = knownCells(tab, record);
      return recordChanges(tab, cells, { ...common, id, organisation: organisationIn(tab, id, cells) }).map(
        (change): JournalRow => ({ ...common, ...change }),
      );
    }),
  );
}

function numbered(rows: readonly JournalRow[]): JournalRow[] {
  return rows.map((row, i) => ({ ...row, number: i + 1 }));
}
