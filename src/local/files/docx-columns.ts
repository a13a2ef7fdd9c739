import type { TableCellNode, TableNode } from '../services/document/model';
import { textOf, walk } from '../services/document/tree';

/** Rough widths of a Cyrillic character of a serif face, as parts of its size; the bold one is wider. */
const CHARACTER = 0.52;
const BOLD_CHARACTER = 0.57;
const PADDING = 12;
/** Sizes of table text to choose from, points. */
const SIZES = [11, 10, 9, 8] as const;

/** Cells of a row with the number of the column each starts at. */
export function cellsOf(table: TableNode, row: number): { cell: TableCellNode; column: number }[] {
  let column = 0;
  return table.children[row].children.flatMap((cell) => {
    if (cell.type !== 'TABLE_CELL') return [];
    const placed = { cell, column };
    column += cell.colSpan;
    return [placed];
  });
}

export function columnCount(table: TableNode): number {
  const ends = table.children.flatMap((_, row) =>
    cellsOf(table, row).map(({ cell, column }) => column + cell.colSpan),
  );
  return Math.max(0, ...ends);
}

/** Columns of a table laid out on the page: widths and the size of text that has none set, in points. */
interface Layout {
  widths: number[];
  size: (typeof SIZES)[number];
}

/** The layout with the largest size of text at which no word has to be broken; the smallest size when there is none. */
export function layOut(table: TableNode, available: number): Layout {
  for (const size of SIZES) {
    const wanted = wishes(table, columnCount(table), size);
    const widths = columnWidths(table, wanted, available);
    if (widths.every((width, column) => width + 0.5 >= wanted[column].least)) return { widths, size };
  }
  const size = SIZES[SIZES.length - 1];
  return { widths: columnWidths(table, wishes(table, columnCount(table), size), available), size };
}

/**
 * Set widths are kept (shrunk together when they do not fit the page); the rest is shared by what the cells hold: every
 * column gets room for its longest word first, then by the length of its text.
 */
function columnWidths(table: TableNode, wanted: readonly Wish[], available: number): number[] {
  const set = wanted.map((_, column) => table.columnWidths[column] ?? null);
  const fixed = set.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const open = wanted.filter((_, column) => set[column] === null);
  const shared = share(open, Math.max(available - fixed, open.length * 30));
  return fitInto(
    set.map((width) => width ?? (shared.shift() as number)),
    available,
  );
}

interface Wish {
  least: number;
  most: number;
}

function wishes(table: TableNode, count: number, size: number): Wish[] {
  const found = Array.from({ length: count }, () => ({ least: 24, most: 24 }));
  table.children.forEach((_, row) => {
    for (const { cell, column } of cellsOf(table, row)) {
      if (cell.colSpan > 1) continue;
      const text = textOf(cell);
      const character = characterWidth(cell, size);
      const word = Math.max(0, ...text.split(/[\s-]+/).map((part) => part.length));
      const wish = found[column];
      wish.least = Math.max(wish.least, Math.min(word, 24) * character + PADDING);
      wish.most = Math.max(wish.most, wish.least, Math.min(text.length, 60) * character + PADDING);
    }
  });
  return found;
}

function characterWidth(cell: TableCellNode, size: number): number {
  for (const node of walk(cell)) {
    const look = node.type === 'TEXT' ? node.runs[0]?.attributes : undefined;
    if (look) return Number(look.FONT_SIZE ?? size) * (look.BOLD ? BOLD_CHARACTER : CHARACTER);
  }
  return size * CHARACTER;
}

function share(wanted: readonly Wish[], room: number): number[] {
  const least = wanted.reduce((sum, wish) => sum + wish.least, 0);
  if (least >= room) return wanted.map((wish) => (wish.least / least) * room);
  const extra = wanted.reduce((sum, wish) => sum + (wish.most - wish.least), 0);
  const spare = room - least;
  return wanted.map(
    (wish) => wish.least + spare * (extra > 0 ? (wish.most - wish.least) / extra : 1 / wanted.length),
  );
}

function fitInto(widths: readonly number[], available: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return total > available ? widths.map((width) => (width / total) * available) : [...widths];
}
