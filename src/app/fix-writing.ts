import { formatFor } from '../domain/fixes/fix-cell';
import type { Fixed } from '../domain/fixes/undo-sheet';
import { type Cell, cellText, type Grid, sameCell } from '../domain/registry/cell';
import { columnLetter, mapHeaders } from '../domain/registry/headers';
import { columnOf, type TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { blocksOf } from './cell-blocks';
import type { Ports } from './ports';
import { type CellChange, type WriteOutcome, writeCells } from './write-cells';

/** A cell that was left as it is. */
export type Refused = WriteOutcome['refused'][number];

/** What became of many scattered cells. */
export interface Written {
  readonly written: readonly CellChange[];
  readonly refused: readonly Refused[];
  /** The time was not enough for these; nothing was done to them. */
  readonly rest: readonly Fixed[];
}

/** Runs of neighbouring cells that are written at one go: about 40 seconds of writing where they are scattered. */
const RUNS = 150;
/** Google stops a run after six minutes: after these seconds no portion is begun. */
const BEGIN_BY_SECONDS = 200;

/**
 * Writes cells of records portion by portion while there is time. A fixed cell gets the format that keeps its value.
 * @param titles key → title in this workbook
 * @param done called after each portion: what is written is journalled even when the run dies in the next one
 */
export function writeInTime(
  ports: Ports,
  titles: ReadonlyMap<TabKey, string>,
  fixes: readonly Fixed[],
  done: (written: readonly CellChange[]) => void,
): Written {
  const written: CellChange[] = [];
  const refused: Refused[] = [];
  const portions = portionsOf(fixes);
  for (let i = 0; i < portions.length; i++) {
    if (i > 0 && ports.clock.seconds() > BEGIN_BY_SECONDS)
      return { written, refused, rest: portions.slice(i).flat() };
    const outcome = writeCells(ports.workbook, titles, withFormats(ports, titles, portions[i]));
    done(outcome.written);
    written.push(...outcome.written);
    refused.push(...outcome.refused);
  }
  return { written, refused, rest: [] };
}

/** Cells of one tab each, column by column: neighbours are written together. */
function portionsOf(fixes: readonly Fixed[]): Fixed[][] {
  const portions: Fixed[][] = [];
  for (const key of new Set(fixes.map((f) => f.tab))) {
    const places = new Map(tabs[key].columns.map((c, i) => [c.key, i]));
    const sorted = fixes
      .filter((f) => f.tab === key)
      .sort((a, b) => places.get(a.column)! - places.get(b.column)! || a.row - b.row);
    let runs = RUNS;
    let before: Fixed | null = null;
    for (const fix of sorted) {
      const goesOn = before !== null && before.column === fix.column && before.row + 1 === fix.row;
      if (!goesOn && ++runs > RUNS) {
        portions.push([]);
        runs = 1;
      }
      portions[portions.length - 1].push(fix);
      before = fix;
    }
  }
  return portions;
}

/**
 * Prepares the formats of the cells of a portion: «26/1» without its «№» would become a date, a text given back to a cell
 * of dates a date again. A value may look otherwise in its new format: the changes tell what stands there now.
 */
function withFormats(
  { workbook, layouts }: Ports,
  titles: ReadonlyMap<TabKey, string>,
  portion: readonly Fixed[],
): readonly CellChange[] {
  const { tab } = portion[0];
  const title = titles.get(tab);
  if (title === undefined) return portion;
  const grid = workbook.read(title) ?? [];
  const place = placesIn(tab, grid);
  const byFormat = new Map<string, { row: number; column: number; value: Cell }[]>();
  const reshaped = new Map<Fixed, { row: number; column: number }>();
  for (const fix of portion) {
    const at = place(fix);
    if (at === null || !sameCell(grid[at.row][at.column] ?? '', fix.before)) continue;
    const format = formatFor(columnOf(tabs[tab], fix.column), fix.after);
    if (format === null) continue;
    const cells = byFormat.get(format) ?? [];
    cells.push({ ...at, value: '' });
    byFormat.set(format, cells);
    if (typeof fix.before !== 'string') reshaped.set(fix, at);
  }
  for (const [format, cells] of byFormat)
    layouts.format(
      title,
      blocksOf(cells).map(({ row, column, values }) => {
        const last = `${columnLetter(column + values[0].length - 1)}${row + values.length}`;
        return `${columnLetter(column)}${row + 1}:${last}`;
      }),
      format,
    );
  if (reshaped.size === 0) return portion;
  const now = workbook.read(title) ?? [];
  return portion.map((fix) => {
    const at = reshaped.get(fix);
    return at ? { ...fix, before: now[at.row]?.[at.column] ?? '' } : fix;
  });
}

/** Where the cell of a record stands in a grid, 0-based; null where that cannot be told. */
export function placesIn(tab: TabKey, grid: Grid): (fix: Fixed) => { row: number; column: number } | null {
  const { at } = mapHeaders(tabs[tab], grid[0] ?? []);
  const idAt = at.get('id') ?? -1;
  const rows = new Map<string, number[]>();
  grid.forEach((cells, row) => {
    const id = cellText(cells[idAt] ?? '').trim();
    if (row > 0 && id !== '') rows.set(id, [...(rows.get(id) ?? []), row]);
  });
  return ({ id, row, column }) => {
    const position = at.get(column);
    const found = rows.get(id) ?? [];
    const here = id === '' || found.includes(row - 1) ? row - 1 : found.length === 1 ? found[0] : null;
    return position === undefined || here === null || here >= grid.length
      ? null
      : { row: here, column: position };
  };
}
