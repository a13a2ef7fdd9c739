import { type Cell, cellText, type Grid, isBlank, sameCell } from '../domain/registry/cell';
import { columnLetter, mapHeaders } from '../domain/registry/headers';
import { strayKind } from '../domain/registry/read';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import type { Workbook } from './ports';

/** A record as it was read: its ID, or its row while it has none. */
export interface RowKey {
  readonly id: string;
  /** 1-based. */
  readonly row: number;
}

/** What the columns of the script and the marks on a tab should be. */
export interface OwnedPart {
  readonly tab: TabKey;
  readonly title: string;
  /** The tab as the command read it. */
  readonly grid: Grid;
  readonly rows: readonly RowKey[];
  /** Key of a column of the script → its texts in the order of `rows`; rows that are no records become blank. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Cells whose background changes, by colour; null takes the colour away. */
  readonly marks: readonly { readonly colour: string | null; readonly cells: readonly MarkedCell[] }[];
}

export interface MarkedCell extends RowKey {
  /** Key of the column, 'id' for the whole row. */
  readonly column: string;
}

/** Where the records and the columns of the script stand at this moment. */
interface Fresh {
  readonly at: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  /** Cells of a column of the script from row 1 on; null where they were not read again. */
  column(key: string): readonly Cell[] | null;
}

interface Written {
  readonly key: string;
  /** 0-based. */
  readonly position: number;
  readonly from: number;
  readonly values: readonly string[];
}

/** A tab with more cells is not read whole again: the columns of the script and the IDs cost less. */
const LARGE = 20_000;
/** Columns of the script that stand further apart are not read in one piece. */
const WIDEST = 10;
const TRIES = 2;

/**
 * Writes the script's own columns of one tab and marks cells. The header is read right before writing, so that no cell
 * of people takes a value; neighbouring columns are one block from the first to the last changed cell, whatever the
 * number of findings. Afterwards the IDs and the columns are looked at once more: where rows went elsewhere since the
 * command read the tab, it is written once more by what stands there now; where people moved columns in that very
 * moment, their cells get back what stood there.
 * Call it under the lock.
 * @returns false when the tab would not hold still: it is left for the next run
 */
export function writeOwned(workbook: Workbook, part: OwnedPart): boolean {
  const marks = part.marks.filter((m) => m.cells.length > 0);
  let fresh = freshOf(part, part.grid);
  let blocks: readonly Written[] = [];
  if (marks.length === 0 && differing(part, fresh, blocks).length === 0) return true;
  for (let time = 1; time <= TRIES; time++) {
    const header = workbook.firstRow(part.title);
    if (!sameWords(header, part.grid[0] ?? [])) fresh = freshOf(part, workbook.read(part.title) ?? []);
    blocks = differing(part, fresh, blocks);
    if (blocks.length > 0) workbook.writeBlocks(part.title, rectangles(blocks));
    const after = readAgain(workbook, part, fresh);
    if (heldStill(fresh, after, blocks)) {
      for (const { colour, cells } of marks) workbook.colour(part.title, addresses(cells, after), colour);
      return true;
    }
    giveBack(workbook, part, blocks);
    fresh = after;
  }
  return false;
}

/** Blocks of neighbouring columns as one, where they have the same rows. */
function rectangles(blocks: readonly Written[]): { row: number; column: number; values: Cell[][] }[] {
  const found: { row: number; column: number; values: Cell[][] }[] = [];
  for (const { position, from, values } of blocks) {
    const last = found[found.length - 1];
    const joins =
      last?.row === from &&
      last.values.length === values.length &&
      last.column + last.values[0].length === position;
    if (joins) values.forEach((value, i) => void last.values[i].push(value));
    else found.push({ row: from, column: position, values: values.map((value) => [value]) });
  }
  return found;
}

/** The IDs and the columns of the script as they stand now; of a small tab all of it. */
function readAgain(workbook: Workbook, part: OwnedPart, fresh: Fresh): Fresh {
  const own = ['id', ...part.columns.keys()].flatMap((key) => fresh.at.get(key) ?? []);
  const from = Math.min(...own);
  const width = Math.max(...own) - from + 1;
  const small = part.grid.length * (part.grid[0]?.length ?? 0) <= LARGE;
  if (small || !fresh.at.has('id') || width > WIDEST) return freshOf(part, workbook.read(part.title) ?? []);
  const narrow = workbook.readColumns(part.title, from, width);
  const now = mapHeaders(tabs[part.tab], narrow[0] ?? []).at;
  const moved = ['id', ...part.columns.keys()].some((key) => {
    const position = fresh.at.get(key);
    return position !== undefined && now.get(key) !== position - from;
  });
  if (moved) return freshOf(part, workbook.read(part.title) ?? []);
  const column = (key: string): Cell[] | null => {
    const position = now.get(key);
    return position === undefined ? null : narrow.map((row) => row[position] ?? '');
  };
  return { at: fresh.at, ids: (column('id') ?? []).map((cell) => cellText(cell).trim()), column };
}

function freshOf(part: OwnedPart, grid: Grid): Fresh {
  const { at } = mapHeaders(tabs[part.tab], grid[0] ?? []);
  const idAt = at.get('id');
  return {
    at,
    ids: grid.map((row) => (idAt === undefined ? '' : cellText(row[idAt] ?? '').trim())),
    column(key) {
      const position = at.get(key);
      return position === undefined ? null : grid.map((row) => row[position] ?? '');
    },
  };
}

/**
 * One block a column, from the first cell that differs to the last; neighbours that both differ get the same rows.
 * @param earlier what was written before rows turned out to have moved: a new record that took one of those values loses it
 */
function differing(part: OwnedPart, fresh: Fresh, earlier: readonly Written[]): Written[] {
  const indexAt = placesOf(part, fresh);
  const changed: { key: string; position: number; wanted: string[]; first: number; last: number }[] = [];
  for (const [key, texts] of part.columns) {
    const position = fresh.at.get(key);
    const cells = fresh.column(key);
    if (position === undefined || cells === null) continue;
    const taken = earlier.find((block) => block.key === key);
    let [first, last] = [0, 0];
    const wanted: string[] = [];
    for (let r = 1; r < fresh.ids.length; r++) {
      const index = indexAt[r];
      const now = cells[r] ?? '';
      // A record that is new since the tab was read keeps what it has.
      if (index === null) wanted[r] = taken && taken.values[r - taken.from] === now ? '' : cellText(now);
      else wanted[r] = index < 0 ? '' : texts[index];
      if (sameCell(now, wanted[r]) || (wanted[r] === '' && isBlank(now))) continue;
      if (first === 0) first = r;
      last = r;
    }
    if (first > 0) changed.push({ key, position, wanted, first, last });
  }
  changed.sort((a, b) => a.position - b.position);
  const blocks: Written[] = [];
  for (let from = 0, to = 0; from < changed.length; from = to) {
    do to++;
    while (to < changed.length && changed[to].position === changed[to - 1].position + 1);
    const group = changed.slice(from, to);
    const first = Math.min(...group.map((c) => c.first));
    const last = Math.max(...group.map((c) => c.last));
    for (const { key, position, wanted } of group)
      blocks.push({ key, position, from: first, values: wanted.slice(first, last + 1) });
  }
  return blocks;
}

/** For each row now: the record that stands there as an index of `rows`, -1 for no record, null for an unknown one. */
function placesOf(part: OwnedPart, { ids }: Fresh): (number | null)[] {
  const { rows, grid } = part;
  const then = freshOf(part, grid).ids;
  const byRow = new Map<number, number>();
  const byId = new Map<string, number | null>();
  rows.forEach(({ id, row }, i) => {
    byRow.set(row, i);
    if (id !== '') byId.set(id, byId.has(id) ? null : i);
  });
  const met = new Map<string, number>();
  for (const id of ids) if (id !== '') met.set(id, (met.get(id) ?? 0) + 1);
  // A row that people cleared keeps its number and is no record; a total and a repeated header are theirs.
  const isCleared = (id: string, r: number) =>
    then[r] === id && !byRow.has(r + 1) && strayKind(grid[0], grid[r]) === null;
  return ids.map((id, r) => {
    const here = byRow.get(r + 1);
    const same = here !== undefined && rows[here].id === id;
    if (id === '') return same ? here : -1;
    const only = byId.get(id);
    if (only !== undefined && only !== null && met.get(id) === 1) return only;
    if (same) return here;
    return isCleared(id, r) ? -1 : null;
  });
}

function heldStill(before: Fresh, after: Fresh, blocks: readonly Written[]): boolean {
  if (blocks.some(({ key, position }) => after.at.get(key) !== position)) return false;
  const height = Math.max(before.ids.length, after.ids.length);
  for (let r = 1; r < height; r++) if ((before.ids[r] ?? '') !== (after.ids[r] ?? '')) return false;
  return true;
}

/** Trailing blanks aside. */
function sameWords(a: readonly Cell[], b: readonly Cell[]): boolean {
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (cellText(a[i] ?? '') !== cellText(b[i] ?? '')) return false;
  return true;
}

/** Cells of people that took a value meant for a column of the script get back what their record held there. */
function giveBack(workbook: Workbook, part: OwnedPart, blocks: readonly Written[]): void {
  const grid = workbook.read(part.title) ?? [];
  const header = (grid[0] ?? []).map(cellText);
  const then = freshOf(part, part.grid);
  const rowOf = new Map(then.ids.map((id, r) => [id, r]));
  const ids = freshOf(part, grid).ids;
  const now = mapHeaders(tabs[part.tab], grid[0] ?? []).at;
  const returned = blocks.flatMap(({ key, position, from, values }) => {
    if (now.get(key) === position) return [];
    const columnThen = (part.grid[0] ?? []).findIndex((cell) => cellText(cell) === header[position]);
    const cells = values.map((written, i): Cell[] => {
      const r = from + i;
      const current = grid[r]?.[position] ?? '';
      if (!sameCell(current, written)) return [current];
      const rowThen = ids[r] === '' ? (then.ids[r] === '' ? r : -1) : (rowOf.get(ids[r]) ?? -1);
      return [rowThen < 0 || columnThen < 0 ? '' : (part.grid[rowThen]?.[columnThen] ?? '')];
    });
    return [{ row: from, column: position, values: cells }];
  });
  if (returned.length > 0) workbook.writeBlocks(part.title, returned);
}

/** A1 addresses of the cells where they stand now, neighbours of one column together. */
function addresses(cells: readonly MarkedCell[], fresh: Fresh): string[] {
  const rowOf = new Map<string, number | null>();
  fresh.ids.forEach((id, r) => {
    if (r > 0 && id !== '') rowOf.set(id, rowOf.has(id) ? null : r);
  });
  const places = cells
    .flatMap(({ id, row, column }) => {
      const position = fresh.at.get(column);
      const only = id === '' ? null : rowOf.get(id);
      const r = only ?? (fresh.ids[row - 1] === id ? row - 1 : undefined);
      return position === undefined || r === undefined || r < 1 ? [] : [{ r, position }];
    })
    .sort((a, b) => a.position - b.position || a.r - b.r);
  const found: string[] = [];
  for (let i = 0; i < places.length; ) {
    const { r, position } = places[i];
    let end = r;
    while (++i < places.length && places[i].position === position && places[i].r <= end + 1)
      end = places[i].r;
    const letter = columnLetter(position);
    found.push(end === r ? `${letter}${r + 1}` : `${letter}${r + 1}:${letter}${end + 1}`);
  }
  return found;
}
