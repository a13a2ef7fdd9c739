import type { Cell } from '../registry/cell';
import type { HeaderMap } from '../registry/headers';
import type { Column, Tab } from '../registry/tab';
import { foldHeader } from '../text/fold';

/** Cells of a record by the keys of their columns; a blank cell is absent. */
export type RecordCells = Readonly<Record<string, Cell>>;

/** Longest text of a journal's cell: 50 000 less an apostrophe. */
const LIMIT = 49_999;

/** The columns whose cells the journal keeps: people's own, without the one that names the record. */
export function journalColumns(tab: Tab): readonly Column[] {
  const identity = identityColumn(tab);
  return tab.columns.filter(
    (c) => c.owner !== 'script' && c.key !== identity && !OF_PROGRAM.has(`${tab.key}.${c.key}`),
  );
}

/** «Настройки»: the words beside a parameter are the program's. */
const OF_PROGRAM: ReadonlySet<string> = new Set(['settings.section', 'settings.about']);

/** Key of the column that names a record; null: its rows cannot be told apart, the journal does not follow them. */
export function identityColumn(tab: Tab): string | null {
  if (tab.id) return 'id';
  return tab.key === 'settings' ? 'name' : null;
}

/** Where the journal's columns stand in a sheet; a column that another stands in for is not there twice. */
export function placedColumns(tab: Tab, { at }: HeaderMap): readonly { column: Column; at: number }[] {
  return journalColumns(tab).flatMap((column) => {
    const position = at.get(column.key);
    const standsIn = column.standIn !== undefined && at.get(column.standIn) === position;
    return position === undefined || standsIn ? [] : [{ column, at: position }];
  });
}

/** A record as compact JSON, columns by their titles in the order of the tab; the same cells give the same text. */
function recordText(placed: readonly { column: Column; at: number }[], cells: readonly Cell[]): string {
  let text = '';
  for (const { column, at } of placed) {
    const cell = cells[at];
    if (cell === undefined || cell === '') continue;
    text += (text === '' ? '' : ',') + titleText(column) + jsonOf(cell);
  }
  return `{${text}}`;
}

/** Whether `recordText` would give this text; it is not made for that. */
export function isRecordText(
  placed: readonly { column: Column; at: number }[],
  cells: readonly Cell[],
  text: string,
): boolean {
  let at = 0;
  for (const { column, at: position } of placed) {
    const cell = cells[position];
    if (cell === undefined || cell === '') continue;
    const title = titleText(column);
    // After the bracket or the comma.
    at++;
    if (!text.startsWith(title, at)) return false;
    at += title.length;
    if (typeof cell === 'string' && !ESCAPED.test(cell)) {
      const end = at + 1 + cell.length;
      if (text.charCodeAt(at) !== 34 || text.charCodeAt(end) !== 34 || !text.startsWith(cell, at + 1))
        return false;
      at = end + 1;
    } else {
      const json = JSON.stringify(cell);
      if (!text.startsWith(json, at)) return false;
      at += json.length;
    }
  }
  return text.length === Math.max(at, 1) + 1;
}

/** What JSON writes differently from the text itself. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** JSON of a cell; most texts need no escaping, and asking is faster than writing. */
function jsonOf(cell: Cell): string {
  return typeof cell === 'string' && !ESCAPED.test(cell) ? `"${cell}"` : JSON.stringify(cell);
}

const titles = new Map<string, string>();

function titleText({ title }: Column): string {
  let known = titles.get(title);
  if (known === undefined) {
    known = `${JSON.stringify(title)}:`;
    titles.set(title, known);
  }
  return known;
}

/** The cells that `recordText` was given; columns are found by title or alias, so that a renamed one is not lost. */
export function textToRecord(tab: Tab, text: string): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [title, cell] of Object.entries(JSON.parse(text || '{}') as Record<string, Cell>)) {
    const key = columnKey(tab, title);
    if (key !== null) cells[key] = cell;
  }
  return cells;
}

/** Key of a column by the title that stood in the journal, or null: the tab has no such column any more. */
export function columnKey(tab: Tab, title: string): string | null {
  const exact = tab.columns.find((c) => c.title === title);
  if (exact) return exact.key;
  const folded = foldHeader(title);
  const found = tab.columns.find((c) =>
    [c.title, ...(c.aliases ?? [])].some((t) => foldHeader(t) === folded),
  );
  return found?.key ?? null;
}

/** Text of a record by keys, for a snapshot. */
export function cellsText(tab: Tab, cells: RecordCells): string {
  const columns = journalColumns(tab);
  return recordText(
    columns.map((column, at) => ({ column, at })),
    columns.map((column) => cells[column.key] ?? ''),
  );
}

/**
 * A record in pieces that fit into cells: its JSON, and the longest cells by themselves where it would be too long.
 * @returns the text, and the keys of the cells that are left out of it
 */
export function fittingText(
  tab: Tab,
  cells: RecordCells,
): { readonly text: string; readonly left: readonly string[] } {
  let kept: RecordCells = cells;
  const left: string[] = [];
  let text = cellsText(tab, kept);
  while (text.length > LIMIT) {
    const longest = Object.keys(kept)
      .filter((key) => kept[key] !== '')
      .sort((a, b) => String(kept[b]).length - String(kept[a]).length)[0];
    left.push(longest);
    kept = { ...kept, [longest]: '' };
    text = cellsText(tab, kept);
  }
  return { text, left };
}
