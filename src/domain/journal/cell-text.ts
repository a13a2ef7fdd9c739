import type { Cell } from '../registry/cell';
import { asPlainText } from '../text/escape';

/**
 * A cell as the journal shows it: one text, readable, from which exactly the same cell is made again, whatever format the
 * journal's cell has. A text that could be read as a number, a date, a tick or a formula stands in quotes: the text «5» is
 * `"5"`, the number is `5`. A text is at most two characters longer.
 */
export function cellToText(cell: Cell): string {
  if (typeof cell === 'number') return cell < 0 ? `(${cell})` : String(cell);
  if (typeof cell === 'boolean') return cell ? 'ИСТИНА' : 'ЛОЖЬ';
  if (typeof cell === 'object')
    return `${cell.date.slice(8)}.${cell.date.slice(5, 7)}.${cell.date.slice(0, 4)}`;
  return needsQuotes(cell) ? `"${cell}"` : cell;
}

/** The cell that `cellToText` was given; also of a journal whose cells lost their text format. */
export function textToCell(text: Cell): Cell {
  if (typeof text !== 'string') return text;
  if (text === 'ИСТИНА' || text === 'ЛОЖЬ') return text === 'ИСТИНА';
  if (NUMBER.test(text)) return Number(text);
  if (NEGATIVE.test(text)) return Number(text.slice(1, -1));
  if (DATE.test(text)) return { date: text.split('.').reverse().join('-') };
  const inside = quoted(text);
  return inside !== null && needsQuotes(inside) ? inside : text;
}

const NUMBER = /^\d{1,25}(?:\.\d{1,25})?(?:e[+-]\d{1,3})?$/;
/** In brackets, because a minus in front would be taken for a formula's. */
const NEGATIVE = /^\(-\d{1,25}(?:\.\d{1,25})?(?:e[+-]\d{1,3})?\)$/;
const DATE = /^\d\d\.\d\d\.\d{4}$/;

function needsQuotes(text: string): boolean {
  if (text === 'ИСТИНА' || text === 'ЛОЖЬ' || NUMBER.test(text) || NEGATIVE.test(text) || DATE.test(text))
    return true;
  // Would get an apostrophe when written, and show it in a cell with the text format.
  if (asPlainText(text) !== text) return true;
  const inside = quoted(text);
  return inside !== null && needsQuotes(inside);
}

function quoted(text: string): string | null {
  return text.length > 2 && text.charCodeAt(0) === 34 && text.charCodeAt(text.length - 1) === 34
    ? text.slice(1, -1)
    : null;
}

/** Longest text that stands in one cell of the journal; a cell holds 50 000 characters. */
const LONGEST = 49_000;

/** A text in pieces that fit into cells, never cut inside a character; any other cell is one piece. */
export function piecesOf(cell: Cell): readonly Cell[] {
  if (typeof cell !== 'string' || cell.length <= LONGEST) return [cell];
  const last = cell.charCodeAt(LONGEST - 1);
  const cut = last >= 0xd800 && last < 0xdc00 ? LONGEST - 1 : LONGEST;
  return [cell.slice(0, cut), ...piecesOf(cell.slice(cut))];
}
