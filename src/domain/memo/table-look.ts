import type { Block } from './blocks';

/** How a table is set: points. Apps Script has no automatic widths, so they are counted here from the words. */
export interface TableLook {
  readonly fontSize: number;
  readonly widths: readonly number[];
}

/** Width of an average letter of Times New Roman for one point of size; headers are bold. */
const LETTER = 0.53;
const BOLD_LETTER = 0.6;
/** Padding of a cell on both sides. */
const PADDING = 10.8;
const SIZES = [11, 10, 9, 8, 7] as const;
/** Words longer than this may be broken: one long name must not shrink the whole table. */
const LONGEST_WORD = 14;

/**
 * The largest size at which no column is narrower than its longest word; what is left over goes by the amount of text
 * (or by the given shares).
 */
export function tableLook(table: Extract<Block, { kind: 'table' }>, width: number): TableLook {
  const columns = table.rows[0].map((_, i) => table.rows.map((row) => row[i] ?? ''));
  const shares = table.widths ?? columns.map((cells) => amount(cells));
  const all = shares.reduce((a, b) => a + b, 0);
  for (const fontSize of SIZES) {
    const least = columns.map((cells) => leastWidth(cells, fontSize));
    const rest = width - least.reduce((a, b) => a + b, 0);
    if (rest < 0 && fontSize !== SIZES[SIZES.length - 1]) continue;
    if (rest < 0) return { fontSize, widths: least.map((w) => Math.floor((w * width) / (width - rest))) };
    return {
      fontSize,
      widths: spread(
        least,
        shares.map((s) => (s * width) / all),
        width,
      ),
    };
  }
  throw new Error('No size');
}

/** Each column gets what it wants as far as the least widths of the others allow. */
function spread(least: readonly number[], wanted: readonly number[], width: number): number[] {
  const over = wanted.map((w, i) => Math.max(0, w - least[i]));
  const sum = over.reduce((a, b) => a + b, 0);
  const rest = width - least.reduce((a, b) => a + b, 0);
  return least.map((w, i) => Math.floor(w + (sum === 0 ? rest / least.length : (rest * over[i]) / sum)));
}

function leastWidth(cells: readonly string[], fontSize: number): number {
  const longest = (text: string) =>
    Math.min(LONGEST_WORD, Math.max(0, ...text.split(/[ \n]/).map((word) => word.length)));
  const body = Math.max(0, ...cells.slice(1).map(longest));
  return Math.ceil(Math.max(longest(cells[0]) * BOLD_LETTER, body * LETTER) * fontSize + PADDING);
}

/** Longer cells want more room, but not in proportion: a paragraph may well take three lines. */
function amount(cells: readonly string[]): number {
  return Math.sqrt(Math.max(1, ...cells.map((c) => c.length)));
}
