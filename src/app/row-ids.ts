import { copyNote, sharedNote } from '../domain/identity/copy-note';
import { type HighWater, raised } from '../domain/identity/high-water';
import { isNumbered } from '../domain/identity/numbered-tab';
import { type IdRow, type WantedId, wantedIds } from '../domain/identity/wanted-ids';
import { type Cell, cellText, type Grid } from '../domain/registry/cell';
import { columnLetter, mapHeaders } from '../domain/registry/headers';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { makeId } from '../domain/text/id';
import { shortDate } from '../domain/text/print-date';
import { keepMarks, marksOf } from './id-marks';
import { LockedCellsError, type Ports, TypedTableError } from './ports';
import { type ReadWorkbook, withGrids } from './read-workbook';
import { type CellChange, writeCells } from './write-cells';

/** A record that got its first ID. */
interface GivenId {
  readonly tab: TabKey;
  /** 1-based. */
  readonly row: number;
  readonly id: string;
}

/** A copy that got an ID of its own. */
interface RenumberedCopy extends GivenId {
  readonly copyOf: string;
}

interface GivenIds {
  readonly given: readonly GivenId[];
  readonly renumbered: readonly RenumberedCopy[];
  /** The workbook with the new IDs; the same object where none was given. */
  readonly read: ReadWorkbook;
}

/**
 * Gives every record its ID: new rows get the next number, copies of a row one of their own and a note. Call it under the
 * lock, before the checks. The numbers are set aside before they are written, so that an interrupted run loses numbers and
 * never doubles one.
 */
export function giveIds(ports: Ports, read: ReadWorkbook): GivenIds {
  const known = marksOf(ports.store);
  let marks = seenMarks(known, read);
  const changes: CellChange[] = [];
  for (const [key, grid] of read.grids) {
    const tab = tabs[key];
    const idAt = mapHeaders(tab, grid[0] ?? []).at.get('id');
    if (!isNumbered(tab) || idAt === undefined) continue;
    const rows = withCleared(read.registry.tabs[key].entries, grid, idAt);
    const wanted = wantedIds(tab.id, rows, marks[tab.id.prefix] ?? 0);
    marks = raised(
      marks,
      wanted.map((w) => w.id),
    );
    for (const w of wanted) changes.push(idChange(key, w, grid[w.row - 1]?.[idAt] ?? ''));
  }
  keepMarks(ports.store, marks, known);
  if (changes.length === 0) return { given: [], renumbered: [], read };
  const written = [...read.grids.keys()].flatMap((key) =>
    writtenIn(
      ports,
      read,
      changes.filter((c) => c.tab === key),
    ),
  );
  const copies = written.filter((c) => c.id !== '' && c.after !== '');
  noteCopies(ports, read, copies);
  return {
    given: written.filter((c) => c.id === '').map(({ tab, row, after }) => ({ tab, row, id: String(after) })),
    renumbered: copies.map(({ tab, row, id, after }) => ({ tab, row, id: String(after), copyOf: id })),
    read: withGrids(read, patched(read.grids, written)),
  };
}

/**
 * IDs for records that are about to be added (a card, an import): set aside before anything is written. Call it under the
 * lock.
 * @param own an ID that a new record brings along and nobody bears; '' = the next number
 */
export function takeIds(ports: Ports, read: ReadWorkbook, key: TabKey, own: readonly string[]): string[] {
  const { id } = tabs[key];
  if (!id) return own.map(() => '');
  const known = marksOf(ports.store);
  const marks = raised(
    seenMarks(known, read),
    own.filter((o) => o !== ''),
  );
  let last = marks[id.prefix] ?? 0;
  const ids = own.map((o) => o || makeId(id.prefix, ++last, id.digits));
  keepMarks(ports.store, raised(marks, ids), known);
  return ids;
}

/** The records, and the rows between them that people cleared and that still bear an ID. */
function withCleared(records: readonly IdRow[], grid: Grid, idAt: number): readonly IdRow[] {
  const rows = new Set(records.map(({ row }) => row));
  const cleared = grid.flatMap((cells, r) => {
    const id = r === 0 || rows.has(r + 1) ? '' : cellText(cells[idAt] ?? '').trim();
    return id === '' ? [] : [{ row: r + 1, id, isCleared: true }];
  });
  return cleared.length === 0 ? records : [...records, ...cleared].sort((a, b) => a.row - b.row);
}

/** A tab that was turned into a typed Table, or is kept from this person, waits, and does not stop the others: the check tells about it. */
function writtenIn(ports: Ports, read: ReadWorkbook, changes: readonly CellChange[]): readonly CellChange[] {
  try {
    return writeCells(ports.workbook, read.titles, changes).written;
  } catch (error) {
    if (error instanceof TypedTableError || error instanceof LockedCellsError) return [];
    throw error;
  }
}

function idChange(tab: TabKey, { row, was, id, among }: WantedId, before: Cell): CellChange {
  return { tab, id: was, row, column: 'id', before, after: id, ...(among.length > 0 ? { among } : {}) };
}

/** The marks of the store, raised by every ID that stands in the workbook. */
function seenMarks(known: HighWater, read: ReadWorkbook): HighWater {
  let marks = known;
  for (const [key, grid] of read.grids) {
    const tab = tabs[key];
    const { at } = mapHeaders(tab, grid[0] ?? []);
    const idAt = at.get('id');
    if (idAt !== undefined && isNumbered(tab)) marks = raised(marks, idsDown(grid, idAt));
    // A workbook that was never seen before may speak of records that are gone: their numbers are taken too.
    for (const { key: column, refers } of tab.columns) {
      const prefix = refers && tabs[refers].id?.prefix;
      const position = prefix && known[prefix] === undefined ? at.get(column) : undefined;
      if (position === undefined) continue;
      for (const row of grid) marks = raised(marks, idsIn(cellText(row[position] ?? '')));
    }
  }
  return marks;
}

const idsIn = (text: string): readonly string[] => text.match(/[A-Z]{2,3}-\d+/g) ?? [];

function* idsDown(grid: Grid, at: number): Iterable<string> {
  for (let r = 1; r < grid.length; r++) {
    const cell = grid[r][at];
    if (typeof cell === 'string' && cell !== '') yield cell.trim();
  }
}

/** Notes that tell one copy from another cost a call each; more copies than this share one text. */
const OWN_NOTES = 20;

function noteCopies(ports: Ports, read: ReadWorkbook, copies: readonly CellChange[]): void {
  const today = shortDate(ports.clock.today());
  const address = ({ tab, row }: CellChange) =>
    `${columnLetter(mapHeaders(tabs[tab], read.grids.get(tab)?.[0] ?? []).at.get('id') ?? 0)}${row}`;
  if (copies.length <= OWN_NOTES) {
    for (const copy of copies)
      ports.workbook.note(
        read.titles.get(copy.tab)!,
        [address(copy)],
        copyNote(copy.id, String(copy.after), today),
      );
    return;
  }
  for (const tab of new Set(copies.map((c) => c.tab)))
    ports.workbook.note(
      read.titles.get(tab)!,
      copies.filter((c) => c.tab === tab).map(address),
      sharedNote(today),
    );
}

function patched(
  grids: ReadonlyMap<TabKey, Grid>,
  written: readonly CellChange[],
): ReadonlyMap<TabKey, Grid> {
  const copy = new Map<TabKey, Grid>();
  for (const { tab, row, column, after } of written) {
    const original = grids.get(tab)!;
    const grid = (copy.get(tab) ?? [...original]) as Cell[][];
    const at = mapHeaders(tabs[tab], original[0]).at.get(column)!;
    grid[row - 1] = [...grid[row - 1]];
    grid[row - 1][at] = after;
    copy.set(tab, grid);
  }
  return new Map([...grids, ...copy]);
}
