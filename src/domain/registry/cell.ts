/** A cell as it comes from the workbook: a date is told apart from a number and a text by its own shape. */
export type Cell = string | number | boolean | DateCell;

export interface DateCell {
  /** `yyyy-mm-dd` in the spreadsheet's time zone. */
  readonly date: string;
}

/** Rows of a tab, the header first; all rows of one length. */
export type Grid = readonly (readonly Cell[])[];

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && cell !== null;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell as a person sees it, for messages and text columns. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (isDateCell(cell)) return `${cell.date.slice(8)}.${cell.date.slice(5, 7)}.${cell.date.slice(0, 4)}`;
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return cell ? 'да' : 'нет';
}

const FORMULA_ERROR =
  /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|ССЫЛКА!|Н\/Д|ЗНАЧ!|ИМЯ\?|ДЕЛ\/0!|ЧИСЛО!|ПУСТО!)$/;

/** The error of a formula that stands in the cell instead of a value, or null. */
export function formulaError(cell: Cell): string | null {
  return typeof cell === 'string' && cell.charCodeAt(0) === 35 && FORMULA_ERROR.test(cell.trim())
    ? cell.trim()
    : null;
}

export function sameCell(a: Cell, b: Cell): boolean {
  if (isDateCell(a) || isDateCell(b)) return isDateCell(a) && isDateCell(b) && a.date === b.date;
  return a === b;
}
