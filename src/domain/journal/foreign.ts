import type { Cell } from '../registry/cell';
import { cellToText, textToCell } from './cell-text';
import { GONE_RECORD, type JournalRow, NEW_RECORD, SNAPSHOT_RECORD } from './journal-row';
import { columnKey, textToRecord } from './record-text';
import { replay, tabOfRow } from './replay';

/** A change that a curator made in a record of somebody else's organisation. */
export interface ForeignChange {
  readonly row: JournalRow;
  /** Key of the column; null for a whole new record. */
  readonly column: string | null;
  /** The cell still holds what the author wrote, as far as the journal knows: it can be undone. */
  readonly holds: boolean;
}

const WHOLE: ReadonlySet<string> = new Set([NEW_RECORD, GONE_RECORD, SNAPSHOT_RECORD]);
/** The stamps follow from the other changes. */
const STAMPS: ReadonlySet<string> = new Set(['updatedOn', 'updatedBy']);

/** Foreign changes, the latest first; those that were undone are left out. */
export function foreignChanges(rows: readonly JournalRow[]): ForeignChange[] {
  const known = replay(rows);
  // What was undone settles every earlier change of the cell.
  const undone = new Map(
    rows.filter((row) => row.source === 'отмена').map((row) => [cellOf(row), row.number]),
  );
  const found: ForeignChange[] = [];
  for (const row of rows) {
    const tab = tabOfRow(row);
    if (!tab || !isForeign(row) || (undone.get(cellOf(row)) ?? 0) > row.number) continue;
    const column = WHOLE.has(row.column) ? null : columnKey(tab, row.column);
    if (column !== null && STAMPS.has(column)) continue;
    if (column === null && row.column !== NEW_RECORD) continue;
    const record = known.get(tab.key)?.get(row.id);
    if (column === null && !record) continue;
    const now =
      record && column !== null
        ? (record.changed?.get(column) ?? textToRecord(tab, record.text)[column] ?? '')
        : null;
    found.push({ row, column, holds: now !== null && cellToText(now) === cellToText(textToCell(row.after)) });
  }
  return found.reverse();
}

/** The author is a curator, and not of the organisation whose record it was. */
function isForeign({ organisation, authorOrganisation, source }: JournalRow): boolean {
  return (
    organisation !== '' &&
    authorOrganisation !== '' &&
    source !== 'отмена' &&
    !authorOrganisation.split('; ').includes(organisation)
  );
}

function cellOf({ tab, id, column }: JournalRow): string {
  return JSON.stringify([tab, id, column]);
}

/** One cell to be given back what stood there before the foreign changes. */
export interface Undoing {
  readonly tab: string;
  readonly id: string;
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
}

/**
 * What undoing the chosen changes writes: several changes of one cell that follow one another are undone together, so
 * that the cell gets what stood there before the first of them.
 */
export function undoings(chosen: readonly ForeignChange[]): Undoing[] {
  const cells = new Map<string, { row: JournalRow; column: string; before: Cell }>();
  for (const { row, column } of [...chosen].sort((a, b) => b.row.number - a.row.number)) {
    if (column === null) continue;
    const key = JSON.stringify([row.tab, row.id, column]);
    const later = cells.get(key);
    if (!later) cells.set(key, { row, column, before: row.before });
    else if (later.before === row.after) later.before = row.before;
  }
  return [...cells.values()].map(({ row, column, before }) => ({
    tab: row.tab,
    id: row.id,
    column,
    before: textToCell(row.after),
    after: textToCell(before),
  }));
}
