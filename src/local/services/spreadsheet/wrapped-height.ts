import type { CellFormat, Row, SheetModel } from './model';

/** Pixels of one line of text and of an empty row, as Google Sheets draws Arial 10. */
const LINE = 17;
const ROW = 21;
const PADDING = 8;
/** Excel takes up to 409.5 points, and nobody reads a higher cell. */
const MOST = 540;
/** Pixels of an average Cyrillic letter of Arial for one point of size. */
const LETTER = 0.63;
const BOLD_LETTER = 0.69;

/**
 * Google Sheets grows a row to its wrapped text; programs that open an .xlsx trust the height in the file. Pixels of the
 * row, or null where one line is enough.
 */
export function wrappedHeight(
  sheet: SheetModel,
  row: Row,
  formatOf: (column: number) => CellFormat | undefined,
): number | null {
  let lines = 1;
  for (let c = 0; c < row.values.length; c++) {
    const value = row.values[c];
    if (typeof value !== 'string' || value === '') continue;
    const format = formatOf(c);
    if (format?.wrap !== 'WRAP') continue;
    lines = Math.max(lines, linesOf(value, (sheet.columnWidths.get(c) ?? 100) - PADDING, format));
  }
  return lines === 1 ? null : Math.min(MOST, ROW + (lines - 1) * LINE);
}

/** Lines of a text broken between words, as a cell of this width shows it. */
function linesOf(text: string, width: number, format: CellFormat): number {
  const letter = (format.fontSize ?? 10) * (format.bold ? BOLD_LETTER : LETTER);
  const room = Math.max(1, Math.floor(width / letter));
  if (text.length <= room && !text.includes('\n')) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines++;
        used = 0;
      }
      lines += Math.max(0, Math.ceil(word.length / room) - 1);
      used = used === 0 ? word.length % room || Math.min(word.length, room) : used + 1 + word.length;
    }
  }
  return lines;
}
