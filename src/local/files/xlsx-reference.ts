import type { Merge, RangeRef } from '../services/spreadsheet/model';

/** Size of a sheet in .xlsx; a reference that reaches it is open on that side. */
export const XLSX_ROWS = 1_048_576;
export const XLSX_COLUMNS = 16_384;

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 0, AA → 26. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `A1`, 0-based. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `A2:C9` of a bounded rectangle; one cell is `A2`. */
export function areaName(area: Merge): string {
  const first = cellName(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellName(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

const AREA = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/;

/** `A1`, `$A$2:$C$9`, `A:C`, `2:5` → a rectangle; sides that are open or reach the end of the sheet are Infinity. */
export function parseArea(text: string): Merge | null {
  const match = AREA.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const single = !text.includes(':');
  const rowOf = (digits: string | undefined, absent: number) =>
    digits === undefined ? absent : Number(digits) - 1;
  const columnOf = (letters: string | undefined, absent: number) => (letters ? columnIndex(letters) : absent);
  const [r1, c1] = [rowOf(match[2], 0), columnOf(match[1], 0)];
  const r2 = single && match[2] !== undefined ? r1 : rowOf(match[4], Number.POSITIVE_INFINITY);
  const c2 = single && match[1] !== undefined ? c1 : columnOf(match[3], Number.POSITIVE_INFINITY);
  if (r1 < 0 || c1 < 0 || r2 < 0) return null;
  const [top, left] = [Math.min(r1, r2), Math.min(c1, c2)];
  const [bottom, right] = [Math.max(r1, r2), Math.max(c1, c2)];
  return {
    row: top,
    column: left,
    rows: bottom >= XLSX_ROWS - 1 && bottom !== top ? Number.POSITIVE_INFINITY : bottom - top + 1,
    columns: right >= XLSX_COLUMNS - 1 && right !== left ? Number.POSITIVE_INFINITY : right - left + 1,
  };
}

/** `'Мой лист'!$A$2:$A$9` → sheet name and rectangle; the name is null when there is none. */
export function parseSheetArea(text: string): { sheet: string | null; area: Merge } | null {
  const match = /^=?(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(text.trim());
  const area = match && parseArea(match[3]);
  if (!match || !area) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? null, area };
}

/** `'Мой лист'!$A$2:$A$9`. An open side is written to the end of the sheet, as Excel needs it. */
export function sheetAreaName(sheet: string, range: Omit<RangeRef, 'sheetId'>): string {
  const last = Math.min(range.row + range.rows, XLSX_ROWS) - 1;
  const right = Math.min(range.column + range.columns, XLSX_COLUMNS) - 1;
  const at = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const first = at(range.row, range.column);
  const area = range.rows === 1 && range.columns === 1 ? first : `${first}:${at(last, right)}`;
  return `${quotedSheet(sheet)}!${area}`;
}

/** A sheet name for a formula. Quotes are always right; only plain Latin words go without them. */
function quotedSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
