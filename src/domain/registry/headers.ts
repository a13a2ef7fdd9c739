import { foldHeader } from '../text/fold';
import { type Cell, cellText } from './cell';
import type { Column, Tab } from './tab';

/** Where the columns of a tab stand in a sheet. */
export interface HeaderMap {
  /** Column key → 0-based position in the sheet. A doubled column is absent here: which one is meant is not guessed. */
  readonly at: ReadonlyMap<string, number>;
  readonly missing: readonly Column[];
  readonly doubled: readonly { readonly column: Column; readonly positions: readonly number[] }[];
  /** Found under an alias: set-up restores the title. */
  readonly renamed: readonly { readonly column: Column; readonly position: number; readonly found: string }[];
}

/** Where columns stand by their titles and aliases; the columns may be those of a tab or of a layout. */
export interface TitleMatch<C> {
  readonly at: ReadonlyMap<C, number>;
  readonly missing: readonly C[];
  readonly doubled: readonly { readonly column: C; readonly positions: readonly number[] }[];
  readonly renamed: readonly { readonly column: C; readonly position: number; readonly found: string }[];
}

interface Titled {
  readonly title: string;
  readonly aliases?: readonly string[];
}

/** Finds every column by its title, then by an alias that no title claims; never by position. */
export function matchTitles<C extends Titled>(columns: readonly C[], header: readonly Cell[]): TitleMatch<C> {
  const asWritten = inTheirWords(columns, header);
  if (asWritten) return asWritten;
  const positions = new Map<string, number[]>();
  header.forEach((cell, i) => {
    const key = foldHeader(cellText(cell));
    if (key) positions.set(key, [...(positions.get(key) ?? []), i]);
  });
  const at = new Map<C, number>();
  const taken = new Set<number>();
  const missing: C[] = [];
  const doubled: { column: C; positions: number[] }[] = [];
  const renamed: { column: C; position: number; found: string }[] = [];
  const pending: C[] = [];
  for (const column of columns) {
    const found = positions.get(foldHeader(column.title)) ?? [];
    if (found.length === 0) pending.push(column);
    else if (found.length > 1) doubled.push({ column, positions: found });
    else at.set(column, found[0]);
    for (const position of found) taken.add(position);
  }
  for (const column of pending) {
    const names = new Set((column.aliases ?? []).map(foldHeader));
    const found = [...names].flatMap((name) => positions.get(name) ?? []).filter((p) => !taken.has(p));
    if (found.length === 0) missing.push(column);
    else if (found.length > 1) doubled.push({ column, positions: found });
    else {
      at.set(column, found[0]);
      renamed.push({ column, position: found[0], found: cellText(header[found[0]]) });
    }
    for (const position of found) taken.add(position);
  }
  return { at, missing, doubled, renamed };
}

/** The usual header: titles of the columns letter for letter, each once, in any order, and nothing else. Else null. */
function inTheirWords<C extends Titled>(
  columns: readonly C[],
  header: readonly Cell[],
): TitleMatch<C> | null {
  const positions = new Map<Cell, number>();
  for (let i = 0; i < header.length; i++) if (header[i] !== '') positions.set(header[i], i);
  if (positions.size !== columns.length) return null;
  const at = new Map<C, number>();
  for (const column of columns) {
    const position = positions.get(column.title);
    if (position === undefined) return null;
    at.set(column, position);
  }
  // Titles of two columns that are equal but for their writing would be doubled.
  return header.filter((cell) => cell !== '').length === columns.length
    ? { at, missing: [], doubled: [], renamed: [] }
    : null;
}

/** Where the columns of a tab stand; a column that another one stands in for is not missing. */
export function mapHeaders(tab: Tab, header: readonly Cell[]): HeaderMap {
  const { at: positions, missing, doubled, renamed } = matchTitles(tab.columns, header);
  const at = new Map([...positions].map(([column, position]) => [column.key, position] as const));
  const absent = missing.filter((column) => {
    const stand = column.standIn === undefined ? undefined : at.get(column.standIn);
    if (stand !== undefined) at.set(column.key, stand);
    return stand === undefined;
  });
  return { at, missing: absent, doubled, renamed };
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(position: number): string {
  const rest = Math.floor(position / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (position % 26));
}
