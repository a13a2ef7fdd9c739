import type { Cell } from '../registry/cell';
import type { Tab, TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { textToCell } from './cell-text';
import { CONTINUED, dayOf, GONE_RECORD, type JournalRow, NEW_RECORD, SNAPSHOT_RECORD } from './journal-row';
import { columnKey, type RecordCells, textToRecord } from './record-text';

/** What the journal last knew of a record. Its JSON is read only when somebody asks for the cells. */
export interface KnownRecord {
  readonly text: string;
  /** Cells that changed since, by column key. */
  readonly changed: ReadonlyMap<string, Cell> | null;
  /** The last row about it. */
  readonly last: JournalRow;
}

export type Known = ReadonlyMap<TabKey, ReadonlyMap<string, KnownRecord>>;

const byTitle = new Map<string, Tab>(Object.values(tabs).map((tab) => [tab.title, tab]));

/** The tab that a row of the journal is about; undefined for one that the program does not know any more. */
export function tabOfRow(row: JournalRow): Tab | undefined {
  return byTitle.get(row.tab);
}

/** Replays the changes: every record as the last of the rows left it. */
export function replay(rows: Iterable<JournalRow>): Known {
  const known = new Map<TabKey, Map<string, KnownRecord>>();
  for (const row of rows) {
    const tab = byTitle.get(row.tab);
    if (!tab) continue;
    let records = known.get(tab.key);
    if (!records) {
      records = new Map();
      known.set(tab.key, records);
    }
    if (row.column === GONE_RECORD) records.delete(row.id);
    else if (row.column === NEW_RECORD || row.column === SNAPSHOT_RECORD)
      records.set(row.id, { text: String(row.after), changed: null, last: row });
    else {
      const rest = row.column.endsWith(CONTINUED);
      const key = columnKey(tab, rest ? row.column.slice(0, -CONTINUED.length) : row.column);
      if (key === null) continue;
      const before = records.get(row.id);
      const changed = new Map(before?.changed ?? []);
      const cell = textToCell(row.after);
      changed.set(key, rest ? `${changed.get(key) ?? ''}${cell}` : cell);
      records.set(row.id, { text: before?.text ?? '', changed, last: row });
    }
  }
  return known;
}

/** All known records at the end of a day. */
export function stateOn(rows: Iterable<JournalRow>, date: string): Known {
  const until: JournalRow[] = [];
  for (const row of rows) if (dayOf(row) <= date) until.push(row);
  return replay(until);
}

/** The cells of a known record by column key; a blank cell is absent. */
export function knownCells(tab: Tab, { text, changed }: KnownRecord): RecordCells {
  const cells = textToRecord(tab, text);
  for (const [key, cell] of changed ?? []) {
    if (cell === '') delete cells[key];
    else cells[key] = cell;
  }
  return cells;
}
