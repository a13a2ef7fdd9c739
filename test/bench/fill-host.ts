import type { Cell } from '../../src/domain/registry/cell';
import type { Column, TabKey } from '../../src/domain/registry/tab';
import { tabs } from '../../src/domain/registry/tabs';
import type { Host } from '../../src/local/host/host';
import type { CellFormat, CellValue, Row as SheetRow } from '../../src/local/services/spreadsheet/model';
import type { Row } from '../domain/book';
import type { Load } from './load';

/** Puts the rows of a load into a book that set-up has made: straight into the model, as if read from a file. */
export function fillHost(host: Host, load: Pick<Load, 'book'>): void {
  for (const [key, rows] of Object.entries(load.book)) fillTab(host, key as TabKey, rows);
}

function fillTab(host: Host, key: TabKey, rows: readonly Row[]): void {
  const sheet = host.spreadsheets.active()!.model.sheets.find((s) => s.name === tabs[key].title)!;
  const header = sheet.rows[0]!.values;
  const columns = tabs[key].columns.map((column) => ({ column, at: header.indexOf(column.title) }));
  // The formats that set-up gave to the first row below the header.
  const formats = sheet.rows[1]?.formats ?? [];
  sheet.maxRows = Math.max(sheet.maxRows, rows.length + 1);
  rows.forEach((row, r) => {
    sheet.rows[r + 1] = sheetRow(row, columns, header.length, formats);
  });
}

function sheetRow(
  row: Row,
  columns: readonly { column: Column; at: number }[],
  width: number,
  formats: readonly (CellFormat | undefined)[],
): SheetRow {
  const values: CellValue[] = new Array(width).fill('');
  for (const { column, at } of columns)
    if (row[column.key] !== undefined) values[at] = stored(row[column.key]!);
  return { values, formats: [...formats] };
}

/** A date is its serial number; the column's format makes it a date. */
function stored(cell: Cell): CellValue {
  return typeof cell === 'object' ? Date.parse(`${cell.date}T00:00:00Z`) / 86_400_000 + 25_569 : cell;
}
