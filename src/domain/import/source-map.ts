import { type Cell, cellText, type Grid, isBlank } from '../registry/cell';
import { mapHeaders } from '../registry/headers';
import type { Column, Tab, TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { foldHeader } from '../text/fold';

/** How the columns of somebody's table answer to the columns of a registry. */
export interface SourceMap {
  /** 0-based row of the source where its headers stand. */
  readonly headerRow: number;
  readonly columns: readonly SourceColumn[];
  /** Required columns of the registry that the source does not have. */
  readonly missing: readonly Column[];
}

export interface SourceColumn {
  /** 0-based position in the source. */
  readonly at: number;
  readonly header: string;
  /** Key of the registry's column, '' when it is not taken over. */
  readonly key: string;
  /** A key that the header resembles: shown as a proposal, never used by itself. */
  readonly resembles: string;
}

/** Headers stand in one of these rows: above them are titles of the table. */
const HEADER_ROWS = 10;

/** Columns that an import may fill: what people fill, and the ID, which is kept when it is free. */
export function importColumns(tab: Tab): readonly Column[] {
  return tab.columns.filter((c) => c.owner !== 'script');
}

/**
 * Finds the header row and maps its columns by title and alias.
 * @param chosen position in the source → key, '' to leave the column out: a person's choice goes before any finding
 * @returns null when no row has at least two known headers
 */
export function mapSource(
  tab: Tab,
  grid: Grid,
  chosen: ReadonlyMap<number, string> = new Map(),
): SourceMap | null {
  const headerRow = headerRowOf(tab, grid);
  if (headerRow < 0 && chosen.size === 0) return null;
  const row = Math.max(0, headerRow);
  const header = grid[row] ?? [];
  const found = new Map<number, string>();
  for (const [key, at] of mapHeaders({ ...tab, columns: importColumns(tab) }, header).at)
    if (!found.has(at)) found.set(at, key);
  const taken = new Set(chosen.values());
  const columns = header.map((cell, at): SourceColumn => {
    const own = chosen.get(at) ?? (taken.has(found.get(at) ?? '') ? '' : (found.get(at) ?? ''));
    return { at, header: cellText(cell).trim(), key: own, resembles: '' };
  });
  const used = new Set(columns.map((c) => c.key));
  return {
    headerRow: row,
    columns: columns
      .map((c) => (c.key === '' ? { ...c, resembles: resembling(tab, c.header, used) } : c))
      .filter((c) => c.header !== '' || c.key !== ''),
    missing: importColumns(tab).filter((c) => c.required === 'always' && !used.has(c.key)),
  };
}

/**
 * The registry whose headers the source has most of; of two with as many the one whose column of names is there («ФИО
 * наставника»). null when that does not tell either.
 */
export function guessTab(grid: Grid): TabKey | null {
  const known = Object.values(tabs)
    .filter((tab) => tab.id !== undefined && !tab.optional && tab.key !== 'roadmap')
    .map((tab) => ({ key: tab.key, ...bestRow(tab, grid) }))
    .sort((a, b) => b.found - a.found || Number(b.named) - Number(a.named));
  const [first, second] = known;
  const better = first.found > second.found || (first.named && !second.named);
  return first.found >= 2 && better ? first.key : null;
}

function headerRowOf(tab: Tab, grid: Grid): number {
  const { row, found } = bestRow(tab, grid);
  return found >= 2 ? row : -1;
}

/** The row with most known headers. */
function bestRow(tab: Tab, grid: Grid): { row: number; found: number; named: boolean } {
  let best = { row: 0, found: 0, named: false };
  const columns = importColumns(tab);
  const name = columns.find((c) => c.personal === 'name')?.key ?? '';
  for (let r = 0; r < Math.min(HEADER_ROWS, grid.length); r++) {
    const { at } = mapHeaders({ ...tab, columns }, grid[r]);
    if (at.size > best.found) best = { row: r, found: at.size, named: at.has(name) };
  }
  return best;
}

/** The only column one of whose names holds the header or stands in it, word by word. */
function resembling(tab: Tab, header: string, used: ReadonlySet<string>): string {
  const words = wordsOf(header);
  if (words.length === 0) return '';
  const found = importColumns(tab).filter(
    (c) =>
      !used.has(c.key) &&
      [c.title, ...(c.aliases ?? [])].some((name) => {
        const own = wordsOf(name);
        return own.length > 0 && (own.every((w) => words.includes(w)) || words.every((w) => own.includes(w)));
      }),
  );
  return found.length === 1 ? found[0].key : '';
}

function wordsOf(text: string): string[] {
  return foldHeader(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
}

/** Rows below the header that hold anything in the mapped columns, 0-based in the source. */
export function sourceRows(grid: Grid, map: SourceMap): number[] {
  const at = map.columns.filter((c) => c.key !== '').map((c) => c.at);
  const rows: number[] = [];
  for (let r = map.headerRow + 1; r < grid.length; r++)
    if (at.some((c) => !isBlank(grid[r][c] as Cell | undefined))) rows.push(r);
  return rows;
}
