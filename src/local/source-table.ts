import type { Cell } from '../domain/registry/cell';
import { RefusedError } from './command';
import { openBook } from './files/book';
import { BookFileError } from './files/book-error';
import { createHost } from './host/host';

interface MergedRange {
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
}

interface SourceSheet {
  getName(): string;
  getDataRange(): { getValues(): unknown[][]; getMergedRanges(): MergedRange[] };
}

/**
 * The cells of one sheet of somebody's .xlsx, as a script would read them; the file is only read.
 * @param name title of the sheet; absent = the only one that holds anything
 * @param merged every cell of a merged range says what its first one says
 * @throws RefusedError
 */
export async function readSourceTable(file: string, name?: string, merged = false): Promise<Cell[][]> {
  const book = await openBook(file).catch((error: unknown) => {
    throw error instanceof BookFileError ? new RefusedError(error.message) : error;
  });
  // A host of its own: its calls are not those of the book.
  const host = createHost({ locale: 'ru_RU' });
  host.spreadsheets.activeId = host.spreadsheets.add(book.spreadsheet).model.id;
  const { SpreadsheetApp, Utilities } = host.globals as {
    SpreadsheetApp: {
      getActiveSpreadsheet(): { getSheets(): SourceSheet[]; getSpreadsheetTimeZone(): string };
    };
    Utilities: { formatDate(date: unknown, zone: string, format: string): string };
  };
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const sheets = spreadsheet.getSheets().map((sheet) => ({
    name: sheet.getName(),
    rows: merged ? withMerged(sheet.getDataRange()) : sheet.getDataRange().getValues(),
  }));
  const filled = sheets.filter((s) => s.rows.some((row) => row.some((cell) => cell !== '')));
  const found =
    name === undefined ? filled : sheets.filter((s) => s.name.toLowerCase() === name.toLowerCase());
  if (found.length !== 1)
    throw new RefusedError(
      `${name === undefined ? 'В файле несколько листов' : `В файле нет листа «${name}»`}: ${sheets.map((s) => `«${s.name}»`).join(', ')}. Укажите лист: --sheet <название>.`,
    );
  return found[0]!.rows.map((row) =>
    row.map((value): Cell => {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
      return { date: Utilities.formatDate(value, zone, 'yyyy-MM-dd') };
    }),
  );
}

function withMerged(range: ReturnType<SourceSheet['getDataRange']>): unknown[][] {
  const rows = range.getValues();
  for (const area of range.getMergedRanges()) {
    const [top, left] = [area.getRow() - 1, area.getColumn() - 1];
    const [bottom, right] = [top + area.getNumRows(), left + area.getNumColumns()];
    for (let r = top; r < Math.min(bottom, rows.length); r++)
      for (let c = left; c < Math.min(right, rows[r]!.length); c++) rows[r]![c] = rows[top]![left];
  }
  return rows;
}
