/** Copy, cut and paste as other spreadsheets do: text with tabs, and a table for programs that take one. */
import type { RowView } from '../../protocol';
import { type Desk, MOST_CELLS } from './desk';
import { content } from './pending';
import type { Box } from './selection';
import type { Tab } from './tab';
import { parseTsv, printTable, printTsv, spread } from './tsv';

const NOTHING: Copied = { shown: [['']], typed: [['']] };

export function listenToClipboard(desk: Desk): void {
  const { sheet } = desk.parts;
  const take = (event: ClipboardEvent, cuts: boolean) => {
    if (event.target !== sheet || !desk.tab || !desk.selection) return;
    event.preventDefault();
    const copied = here(desk);
    if (copied && event.clipboardData) {
      event.clipboardData.setData('text/plain', printTsv(remember(copied).shown));
      event.clipboardData.setData('text/html', printTable(copied.shown));
      if (cuts) desk.clear();
    } else copy(desk, cuts).catch(() => desk.refuse(desk.words.notLoaded));
  };
  sheet.addEventListener('copy', (event) => take(event, false));
  sheet.addEventListener('cut', (event) => take(event, true));
  sheet.addEventListener('paste', (event) => {
    if (event.target !== sheet) return;
    event.preventDefault();
    pasteText(desk, event.clipboardData?.getData('text/plain') ?? '');
  });
}

/** Over the clipboard of the browser: from a menu, and when rows of the selection have to be had first. */
export async function copy(desk: Desk, cuts: boolean): Promise<void> {
  const { tab, selection } = desk;
  const box = desk.box();
  if (!tab || !box || !isSmall(desk)) return;
  // Asked for before the rows are here: a browser lets a page write only just after a key or a click.
  const rows = brought(tab, box).then((copied) => remember(copied).shown);
  const blob = (type: string, print: (rows: string[][]) => string) =>
    rows.then((list) => new Blob([print(list)], { type }));
  const item = new ClipboardItem({
    'text/plain': blob('text/plain', printTsv),
    'text/html': blob('text/html', printTable),
  });
  await navigator.clipboard.write([item]);
  // At once, not when it is pasted: what was cut may be pasted in another program.
  if (cuts && desk.tab === tab && desk.selection === selection) desk.clear();
}

export async function paste(desk: Desk): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    desk.refuse(desk.words.noClipboard);
    return;
  }
  pasteText(desk, text);
}

function pasteText(desk: Desk, text: string): void {
  const { tab, selection } = desk;
  const box = desk.box();
  if (!tab || !selection || !box || text === '') return;
  const ours = last?.text === text.replaceAll('\r\n', '\n') ? last : null;
  const block = ours?.typed ?? parseTsv(text, MOST_CELLS);
  const merge = tab.merges.at(box.row, box.column);
  // A merged cell is one place.
  const single = merge?.rows === box.rows && merge.columns === box.columns;
  const height = single ? 1 : tab.seen(box.row, box.rows);
  const { rows, columns, at } = spread(block, height, single ? 1 : box.columns);
  if (!desk.write({ row: box.row, column: box.column, rows, columns }, at) || single) return;
  const start = { row: box.row, column: box.column };
  // What lies beyond the tab is there when it has grown.
  const taken = tab.extent(box.row, rows) ?? tab.sheet.rows - box.row;
  const end = {
    row: box.row + taken - 1,
    column: Math.min(box.column + columns, tab.sheet.columns) - 1,
  };
  desk.choose({ active: selection.active, anchor: start, head: end }, null);
}

function isSmall(desk: Desk): boolean {
  const [tab, box] = [desk.tab!, desk.box()!];
  return (
    (endOf(tab, box) - box.row) * box.columns <= MOST_CELLS || desk.refuse(desk.words.tooMany(MOST_CELLS))
  );
}

interface Copied {
  readonly shown: string[][];
  /** What the editors would open with: a number is not rounded when it is pasted here. */
  readonly typed: string[][];
}

/** What was copied here last, with the text that it is known by when it comes back. */
let last: { readonly text: string; readonly typed: string[][] } | null = null;

function remember(copied: Copied): Copied {
  last = { text: printTsv(copied.shown), typed: copied.typed };
  return copied;
}

/** @returns null when some rows are not here yet, or are too many */
function here(desk: Desk): Copied | null {
  const [tab, box] = [desk.tab!, desk.box()!];
  const copied = empty();
  const end = endOf(tab, box);
  if ((end - box.row) * box.columns > MOST_CELLS) return null;
  for (let row = box.row; row < end; row++) {
    const view = tab.blocks.row(row);
    if (view === undefined && row < tab.used) return null;
    add(copied, tab, box, row, view ?? null);
  }
  return copied.shown.length > 0 ? copied : NOTHING;
}

/** The same, waiting for the rows that are not here. */
async function brought(tab: Tab, box: Box): Promise<Copied> {
  const copied = empty();
  await tab.blocks.scan(box.row, endOf(tab, box), (row, view) => {
    add(copied, tab, box, row, view);
    return true;
  });
  return copied.shown.length > 0 ? copied : NOTHING;
}

function empty(): Copied {
  return { shown: [], typed: [] };
}

/** Of a whole column only the part with content is copied. */
function endOf(tab: Tab, box: Box): number {
  return Math.min(box.row + box.rows, Math.max(tab.used, box.row + 1));
}

/** A row as shown: hidden columns too, but not a hidden row. */
function add({ shown, typed }: Copied, tab: Tab, box: Box, row: number, view: RowView | null): void {
  if (tab.passesOver(row)) return;
  const columns = Array.from({ length: box.columns }, (_, c) => box.column + c);
  const pending = columns.map((column) => tab.pending.get(row, column));
  const texts = columns.map((column, c) => pending[c] ?? view?.c[column]?.t ?? '');
  shown.push(texts);
  // A formula is pasted as its value: its references would point elsewhere from another cell.
  typed.push(
    columns.map((column, c) => {
      const text = pending[c] ?? content(view?.c[column] ?? null);
      return text.startsWith('=') ? texts[c] : text;
    }),
  );
}
