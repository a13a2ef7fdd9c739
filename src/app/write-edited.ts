import { type Cell, type Grid, sameCell } from '../domain/registry/cell';
import type { TabKey } from '../domain/registry/tab';
import { blocksOf, type PlacedCell } from './cell-blocks';
import { type EditedRows, headerOf, readWindow } from './edited-rows';
import type { Edit } from './ports';
import { Afterwards } from './write-afterwards';

/** A cell of an edited row; rows and columns are 0-based in the sheet. */
export interface EditedCell extends PlacedCell {
  /** Key of the column. */
  readonly key: string;
  /** ID of the record; '' for one that gets its ID by this very write. */
  readonly id: string;
}

/**
 * Writes beside the rows that were edited and looks at them once more. Between the reading and the writing other people may
 * insert, delete or sort rows and move columns, and no order of calls closes that gap: so the look afterwards is worth its
 * trip, for only it can give back what a value fell upon. The rows are compared over their full width, which shows moved
 * columns too, without the header. Where something moved, cells of people and IDs get back what they held; a stamp or a
 * verdict that is not known is left blank: the next check writes it.
 * @param ids the whole ID column as read before, where IDs are written
 * @returns whether everything stands where it should
 */
export function writeEdited(
  edit: Edit,
  tab: TabKey,
  seen: EditedRows,
  cells: readonly EditedCell[],
  ids: Grid | null,
  zone: string,
): boolean {
  if (cells.length === 0) return true;
  edit.write(blocksOf(cells), zone);
  const after = readWindow(edit, seen.first, seen.last, zone);
  if (asExpected(seen, after.grid, cells)) return true;
  const header = after.header ?? headerOf(edit, zone);
  const idAt = cells.find((cell) => cell.key === 'id')?.column ?? null;
  const before = wholeTab(seen.header, seen.top, seen.grid, idAt, ids);
  const now = wholeTab(header, after.top, after.grid, idAt, ids && idAt !== null ? edit.column(idAt) : null);
  const placed = cells.map(({ row, column, key, id, value }) => ({
    row,
    column,
    change: { id, column: key, after: value },
  }));
  const look = new Afterwards(tab, before, now, placed);
  const blocks = placed.filter((p) => !look.stands(p)).flatMap((p) => look.giveBack(p));
  if (blocks.length > 0) edit.write(blocks, zone);
  return false;
}

function asExpected({ grid, top, first }: EditedRows, after: Grid, cells: readonly EditedCell[]): boolean {
  const written = new Map(cells.map(({ row, column, value }) => [`${row} ${column}`, value]));
  for (let i = first - top; i < grid.length; i++) {
    const now = after[i] ?? [];
    if (now.length !== grid[i].length) return false;
    for (let c = 0; c < now.length; c++) {
      const wanted = written.get(`${top + i - 1} ${c}`) ?? grid[i][c];
      if (!sameCell(now[c], wanted)) return false;
    }
  }
  return true;
}

/** The tab as far as it is known: the rows that were read, and the IDs of the others. */
function wholeTab(
  header: readonly Cell[],
  top: number,
  grid: Grid,
  idAt: number | null,
  ids: Grid | null,
): Grid {
  const rows: (readonly Cell[])[] = [header];
  for (let r = 1; r < Math.max(ids?.length ?? 0, top - 1 + grid.length); r++) {
    const known = grid[r - top + 1];
    if (known) {
      rows.push(known);
      continue;
    }
    const row: Cell[] = new Array(header.length).fill('');
    if (idAt !== null) row[idAt] = ids?.[r]?.[0] ?? '';
    rows.push(row);
  }
  return rows;
}
