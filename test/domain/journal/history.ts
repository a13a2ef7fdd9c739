import { type Change, changesOf, previousRecording } from '../../../src/domain/journal/compare';
import {
  JOURNAL_HEADER,
  type JournalRow,
  journalCells,
  readJournal,
} from '../../../src/domain/journal/journal-row';
import { identityColumn, journalColumns } from '../../../src/domain/journal/record-text';
import { type Known, knownCells, replay } from '../../../src/domain/journal/replay';
import type { Cell } from '../../../src/domain/registry/cell';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { type Book, gridOf } from '../book';

/** What a recording of this book adds to the journal; goes through the cells of the tab, as the journal in a workbook does. */
export function record(rows: readonly JournalRow[], book: Book, now: string): JournalRow[] {
  const known = replay(rows);
  const previous = previousRecording(rows);
  const changes: Change[] = (Object.keys(book) as TabKey[]).flatMap((key) => {
    const grid = gridOf(tabs[key], book[key] ?? []);
    const at = tabs[key].columns.findIndex((c) => c.key === 'organisation');
    const organisationOf = (row: number) => /ORG-\d+/.exec(String(grid[row - 1]?.[at] ?? ''))?.[0] ?? '';
    return changesOf(tabs[key], grid, known, { now, previous, organisationOf });
  });
  const last = rows.length === 0 ? 0 : rows[rows.length - 1].number;
  const added = changes.map(
    (change, i): JournalRow => ({ ...change, number: last + i + 1, authorOrganisation: '' }),
  );
  return readJournal([JOURNAL_HEADER, ...[...rows, ...added].map(journalCells)]);
}

type Records = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

/** The records of a book as the journal should know them: people's cells that are not blank, by ID. */
export function snapshotOf(book: Book): Readonly<Record<string, Records>> {
  return Object.fromEntries(
    (Object.keys(book) as TabKey[]).map((key) => {
      const tab = tabs[key];
      const identity = identityColumn(tab)!;
      const columns = journalColumns(tab);
      const grid = gridOf(tab, book[key] ?? []);
      const records = grid.slice(1).map((cells) => {
        const at = (k: string) => cells[tab.columns.findIndex((c) => c.key === k)];
        const filled = columns.filter((c) => at(c.key) !== '').map((c) => [c.key, at(c.key)] as const);
        return [String(at(identity)), Object.fromEntries(filled)] as const;
      });
      return [key, Object.fromEntries(records)];
    }),
  );
}

export function known(state: Known, keys: readonly TabKey[]): Readonly<Record<string, Records>> {
  return Object.fromEntries(
    keys.map((key) => [
      key,
      Object.fromEntries(
        [...(state.get(key) ?? [])].map(([id, one]) => [id, { ...knownCells(tabs[key], one) }] as const),
      ),
    ]),
  );
}
