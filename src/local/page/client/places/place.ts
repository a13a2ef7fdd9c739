/** A place in the book as people and links write it. Rows and columns are 0-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** @example columnName(27) // 'AB' */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** @example placeName({ row: 1, column: 1, rows: 1, columns: 2 }) // 'B2:C2' */
export function placeName(place: Place): string {
  const first = `${columnName(place.column)}${place.row + 1}`;
  if (place.rows === 1 && place.columns === 1) return first;
  return `${first}:${columnName(place.column + place.columns - 1)}${place.row + place.rows}`;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** @returns null when the text is no address @example parsePlace('B12') // { row: 11, column: 1, rows: 1, columns: 1 } */
export function parsePlace(text: string): Place | null {
  const found = CELL.exec(text.trim());
  if (!found) return null;
  const [, left = '', top = '', right = left, bottom = top] = found;
  const row = Math.min(Number(top), Number(bottom)) - 1;
  const column = Math.min(columnNumber(left), columnNumber(right));
  if (row < 0) return null;
  return {
    row,
    column,
    rows: Math.abs(Number(bottom) - Number(top)) + 1,
    columns: Math.abs(columnNumber(right) - columnNumber(left)) + 1,
  };
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `B12`, `Наставники!B12`, `'План 2024'!B2:C3`, or a tab's name alone. @returns null when it is none of these */
export function parseAddress(
  text: string,
  tabs: readonly { readonly id: number; readonly name: string }[],
): { readonly sheetId: number | null; readonly place: Place | null } | null {
  const asked = text.trim();
  const mark = asked.lastIndexOf('!');
  const place = parsePlace(asked.slice(mark + 1));
  if (mark < 0 && place) return { sheetId: null, place };
  const name = (mark < 0 ? asked : asked.slice(0, mark)).replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
  const tab = tabs.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!tab || (mark >= 0 && !place)) return null;
  return { sheetId: tab.id, place };
}
