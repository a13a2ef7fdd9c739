/** A1 and R1C1 notations as text ↔ rectangles. Rows and columns are 0-based here. */

/** A rectangle in a notation; an open side is Infinity and starts at 0. */
export interface Notation {
  /** Name of the sheet in front of `!`, without quotes; null when there is none. */
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 0, aa → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** `B2:D4`, or `B2` for one cell; open sides give `A:C`, `2:3`, `A2:C`. */
export function rectangleName(row: number, column: number, rows: number, columns: number): string {
  const lastRow = row + rows;
  const lastColumn = column + columns;
  if (rows === Infinity && columns === Infinity) return '';
  if (rows === Infinity) {
    return `${columnName(column)}${row > 0 ? row + 1 : ''}:${columnName(lastColumn - 1)}`;
  }
  if (columns === Infinity) return `${column > 0 ? columnName(column) : ''}${row + 1}:${lastRow}`;
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(lastRow - 1, lastColumn - 1)}`;
}

/** `'О''Коннор'!A1` → [`О'Коннор`, `A1`]; a leading `!` names no sheet. */
export function splitSheet(text: string): [string | null, string] {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return [quoted[1].replaceAll("''", "'"), quoted[2]];
  const at = text.lastIndexOf('!');
  if (at < 0) return [null, text];
  return [at === 0 ? null : text.slice(0, at), text.slice(at + 1)];
}

const A1 = /^\$?([a-z]{1,3})?\$?([1-9]\d*)?(?::\$?([a-z]{1,3})?\$?([1-9]\d*)?)?$/i;
const R1C1 = /^r([1-9]\d*)c([1-9]\d*)(?::r([1-9]\d*)c([1-9]\d*))?$/i;

/** Reads a notation (any case, `$`, corners in any order, open sides, R1C1); null when it is none. */
export function parseNotation(text: string): Notation | null {
  const [sheet, cells] = splitSheet(text.trim());
  const absolute = R1C1.exec(cells);
  if (absolute) {
    const [row, column] = [Number(absolute[1]) - 1, Number(absolute[2]) - 1];
    const toRow = absolute[3] ? Number(absolute[3]) - 1 : row;
    return {
      sheet,
      ...span('row', row, toRow),
      ...span('column', column, absolute[4] ? Number(absolute[4]) - 1 : column),
    };
  }
  const match = A1.exec(cells);
  if (!match || cells === '') return null;
  const [, letters1, digits1, letters2, digits2] = match;
  if (!cells.includes(':')) {
    if (!letters1 || !digits1) return null;
    return { sheet, row: Number(digits1) - 1, column: columnIndex(letters1), rows: 1, columns: 1 };
  }
  if (!(letters1 || digits1) || !(letters2 || digits2)) return null;
  if (!(letters1 || letters2) && !(digits1 && digits2)) return null;
  if (!(digits1 || digits2) && !(letters1 && letters2)) return null;
  return {
    sheet,
    ...side('row', rowIndex(digits1), rowIndex(digits2)),
    ...side('column', letterIndex(letters1), letterIndex(letters2)),
  };
}

const rowIndex = (digits: string | undefined) => (digits ? Number(digits) - 1 : null);
const letterIndex = (letters: string | undefined) => (letters ? columnIndex(letters) : null);

function side<K extends 'row' | 'column'>(key: K, from: number | null, to: number | null) {
  if (from === null || to === null) {
    return { [key]: from ?? to ?? 0, [`${key}s`]: Infinity } as { [P in K | `${K}s`]: number };
  }
  return span(key, from, to);
}

function span<K extends 'row' | 'column'>(key: K, from: number, to: number) {
  const start = Math.min(from, to);
  return { [key]: start, [`${key}s`]: Math.abs(to - from) + 1 } as { [P in K | `${K}s`]: number };
}

/** The name as formulas and notations write it: quoted unless it is a plain word. */
export function quotedSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !A1.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
