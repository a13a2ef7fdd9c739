import type { Cell, Grid } from '../domain/registry/cell';
import type { Edit } from './ports';

/** More rows than this are left to the full check: the trigger has 30 seconds. */
const MOST_ROWS = 2000;
/** Rows near the top are read together with the header: one range costs more than some thousands of cells. */
const WITH_HEADER = 250;
/** Rows above the edited ones are read along: where somebody inserts rows at the same moment, these slide into our place. */
const ABOVE = 10;

/** What was read of a tab at an edit. */
export interface EditedRows {
  readonly header: readonly Cell[];
  /** 1-based, the last one included: rows that were edited. */
  readonly first: number;
  readonly last: number;
  /** Rows from `top` to `last`. */
  readonly top: number;
  readonly grid: Grid;
}

/** 1-based rows of an edit below the header; only the first of too many. */
export function rowsOf(edit: Edit): { first: number; last: number; tooMany: number } {
  const first = Math.max(2, edit.firstRow);
  const count = edit.lastRow - first + 1;
  return count > MOST_ROWS
    ? { first, last: first, tooMany: count }
    : { first, last: edit.lastRow, tooMany: 0 };
}

/** The edited rows and the header, in one trip where that is cheaper. */
export function readRows(edit: Edit, first: number, last: number, zone: string): EditedRows {
  const { top, header, grid } = readWindow(edit, first, last, zone);
  return { header: header ?? headerOf(edit, zone), first, last, top, grid };
}

/** The same rows without a header of their own where they stand deep in the tab. */
export function readWindow(
  edit: Edit,
  first: number,
  last: number,
  zone: string,
): { readonly top: number; readonly grid: Grid; readonly header: readonly Cell[] | null } {
  if (last <= WITH_HEADER) {
    const [header, ...grid] = edit.rows(1, last, zone);
    return { top: 2, grid, header };
  }
  const top = Math.max(2, first - ABOVE);
  return { top, grid: edit.rows(top, last, zone), header: null };
}

export function headerOf(edit: Edit, zone: string): readonly Cell[] {
  return edit.rows(1, 1, zone)[0];
}

/** The edited ones among the rows that were read. */
export function editedOf({ grid, top, first }: Pick<EditedRows, 'grid' | 'top' | 'first'>): Grid {
  return grid.slice(first - top);
}
