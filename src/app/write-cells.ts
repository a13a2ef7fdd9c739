import { type Cell, cellText, type Grid, isBlank, sameCell } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { blocksOf } from './cell-blocks';
import type { Workbook } from './ports';
import { Afterwards } from './write-afterwards';

type Cells = Pick<Workbook, 'read' | 'writeBlocks'>;

/** One cell of a record that should change. */
export interface CellChange {
  readonly tab: TabKey;
  /** ID of the record; '' where it has none yet: then the row itself, unchanged, stands for it. */
  readonly id: string;
  /** 1-based row where the record was read; where two rows bear one ID it tells which. */
  readonly row: number;
  /** 1-based rows that bore the ID when a copy was found: where they have moved since, the copy is not told from the record. */
  readonly among?: readonly number[];
  readonly column: string;
  /** What the decision was based on. */
  readonly before: Cell;
  readonly after: Cell;
}

export interface WriteOutcome {
  readonly written: readonly CellChange[];
  /** Not written: somebody changed the cell meanwhile, or the record or the column is gone. */
  readonly refused: readonly RefusedChange[];
}

interface RefusedChange {
  readonly change: CellChange;
  /** What stands in the cell now; null: the record or the column is gone. */
  readonly now: Cell | null;
}

interface PlacedChange {
  readonly change: CellChange;
  /** 0-based in the grid. */
  readonly row: number;
  readonly column: number;
}

/**
 * Writes cells of records: found by ID and header after a fresh read, compared with what the decision was based on, and
 * looked at again afterwards. A lock stops other runs, not people: rows or columns that move in the very moment of writing
 * put a value into somebody else's cell; that cell is then given back what stood there and the change is tried once more.
 * Call it under the lock. Two reads a tab and a write a run of neighbouring cells.
 * @param titles key → title in this workbook
 * @param whole changes of which all are written in a tab or nothing is, as far as can be seen before writing
 */
export function writeCells(
  workbook: Cells,
  titles: ReadonlyMap<TabKey, string>,
  changes: readonly CellChange[],
  whole: (change: CellChange) => boolean = () => false,
): WriteOutcome {
  const written: CellChange[] = [];
  const refused: RefusedChange[] = [];
  const byTab = new Map<TabKey, CellChange[]>();
  for (const change of changes) {
    const known = byTab.get(change.tab);
    if (known) known.push(change);
    else byTab.set(change.tab, [change]);
  }
  for (const [key, ofTab] of byTab) {
    const title = titles.get(key);
    if (title === undefined) refused.push(...ofTab.map((change) => ({ change, now: null })));
    else writeTab(workbook, key, title, ofTab, written, refused, whole);
  }
  return { written, refused };
}

const TRIES = 3;

function writeTab(
  workbook: Cells,
  key: TabKey,
  title: string,
  changes: readonly CellChange[],
  written: CellChange[],
  refused: RefusedChange[],
  whole: (change: CellChange) => boolean,
): void {
  let left = changes;
  let grid = workbook.read(title) ?? [];
  for (let time = 1; left.length > 0; time++) {
    const placed = place(key, grid, left, refused);
    if (placed.length === 0) return;
    if (time === 1 && refused.some(({ change }) => changes.includes(change) && whole(change))) {
      refused.push(...placed.map(({ change }) => ({ change, now: change.before })));
      return;
    }
    workbook.writeBlocks(
      title,
      blocksOf(placed.map(({ row, column, change }) => ({ row, column, value: change.after }))),
    );
    const after = workbook.read(title) ?? [];
    if (sameStructure(key, grid, after, placed)) {
      written.push(...placed.map((p) => p.change));
      return;
    }
    const seen = new Afterwards(key, grid, after, placed);
    const astray = placed.filter((p) => !seen.stands(p));
    written.push(...placed.filter((p) => !astray.includes(p)).map((p) => p.change));
    const blocks = astray.flatMap((p) => seen.giveBack(p));
    if (blocks.length > 0) workbook.writeBlocks(title, blocks);
    const [ids, others] = [astray.filter(isId), astray.filter((p) => !isId(p))];
    // A number that went astray is not tried again: the next run gives it, or another.
    refused.push(...ids.map(({ change }) => ({ change, now: null })));
    left = others.map((p) => p.change);
    grid = workbook.read(title) ?? [];
    if (time === TRIES) {
      refused.push(...left.map((change) => ({ change, now: null })));
      return;
    }
  }
}

const isId = ({ change }: PlacedChange): boolean => change.column === 'id';

/** Where each change belongs now; what cannot be written goes to `refused`. */
function place(
  key: TabKey,
  grid: Grid,
  changes: readonly CellChange[],
  refused: RefusedChange[],
): PlacedChange[] {
  const { at } = mapHeaders(tabs[key], grid[0] ?? []);
  const rows = rowsById(grid, at.get('id'));
  const placed: PlacedChange[] = [];
  for (const change of changes) {
    const column = at.get(change.column);
    const row = rowOf(change, grid, rows, at.get('id'));
    const now = row === null || column === undefined ? null : (grid[row]?.[column] ?? '');
    if (now === null || row === null || column === undefined) refused.push({ change, now: null });
    else if (sameCell(now, change.after)) continue;
    else if (!sameCell(now, change.before)) refused.push({ change, now });
    else placed.push({ change, row, column });
  }
  return placed;
}

function rowsById(grid: Grid, idAt: number | undefined): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  if (idAt === undefined) return rows;
  for (let r = 1; r < grid.length; r++) {
    const id = cellText(grid[r][idAt] ?? '').trim();
    if (id === '') continue;
    const known = rows.get(id);
    if (known) known.push(r);
    else rows.set(id, [r]);
  }
  return rows;
}

function rowOf(
  { id, row, among }: CellChange,
  grid: Grid,
  rows: ReadonlyMap<string, readonly number[]>,
  idAt: number | undefined,
): number | null {
  if (id === '') {
    const cells = grid[row - 1];
    // A row without ID is only trusted where it stood, while it still has none.
    return cells && (idAt === undefined || isBlank(cells[idAt])) ? row - 1 : null;
  }
  const found = rows.get(id) ?? [];
  if (among && among.join() !== found.map((r) => r + 1).join()) return null;
  if (found.length === 1) return found[0];
  return found.includes(row - 1) ? row - 1 : null;
}

/** Headers and IDs stand where they stood, and every written cell holds what was written. */
function sameStructure(key: TabKey, before: Grid, after: Grid, placed: readonly PlacedChange[]): boolean {
  const header = (grid: Grid) => JSON.stringify((grid[0] ?? []).map(cellText));
  if (header(before) !== header(after)) return false;
  const idAt = mapHeaders(tabs[key], before[0] ?? []).at.get('id');
  const ownId = new Set(placed.filter((p) => p.change.column === 'id').map((p) => p.row));
  if (idAt === undefined) return true;
  const height = Math.max(before.length, after.length);
  for (let r = 1; r < height; r++)
    if (!ownId.has(r) && cellText(before[r]?.[idAt] ?? '') !== cellText(after[r]?.[idAt] ?? '')) return false;
  return true;
}
