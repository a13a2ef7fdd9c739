import type { CellFormat, Row } from './model';

/** Formats that hold a number format and nothing else, shared by all cells. */
const bareFormats = new Map<string, CellFormat>();

/** Gives a cell a number format; its other formats stay. */
export function setNumberFormat(row: Row, column: number, numberFormat: string): void {
  row.formats ??= [];
  const old = row.formats[column];
  let made = old ? { ...old, numberFormat } : bareFormats.get(numberFormat);
  if (!made) {
    made = { numberFormat };
    bareFormats.set(numberFormat, made);
  }
  row.formats[column] = made;
}
