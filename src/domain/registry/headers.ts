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

/** Finds every column of the tab by its title, then by an alias; never by position. */
export function mapHeaders(tab: Tab, header: readonly Cell[]): HeaderMap {
  const positions = new Map<string, number[]>();
  header.forEach((cell, i) => {
    const key = foldHeader(cellText(cell));
    if (key) positions.set(key, [...(positions.get(key) ?? []), i]);
  });
  const at = new Map<string, number>();
  const taken = new Set<number>();
  const missing: Column[] = [];
  const doubled: { column: Column; positions: number[] }[] = [];
  const renamed: { column: Column; position: number; found: string }[] = [];
  const pending: Column[] = [];
  for (const column of tab.columns) {
    const found = positions.get(foldHeader(column.title)) ?? [];
    if (found.length === 0) pending.push(column);
    else if (found.length > 1) doubled.push({ column, positions: found });
    else at.set(column.key, found[0]);
    for (const position of found) taken.add(position);
  }
  for (const column of pending) {
    const names = new Set((column.aliases ?? []).map(foldHeader));
    const found = [...names].flatMap((name) => positions.get(name) ?? []).filter((p) => !taken.has(p));
    if (found.length === 0) missing.push(column);
    else if (found.length > 1) doubled.push({ column, positions: found });
    else {
      at.set(column.key, found[0]);
      renamed.push({ column, position: found[0], found: cellText(header[found[0]]) });
    }
    for (const position of found) taken.add(position);
  }
  // A column that another one stands in for is not missing.
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
