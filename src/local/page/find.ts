import { readDisplay, usedColumns, usedRows } from '../services/spreadsheet/cell-read';
import type { SpreadsheetImpl } from '../services/spreadsheet/spreadsheet';
import type { HitView } from './protocol';

/** The page shows so many and says how many there are. */
const MOST_HITS = 200;

/**
 * Cells whose shown text has these words, whatever the case and ё, in the order of reading.
 * @param sheetId null = all tabs that are not hidden
 */
export function findText(
  spreadsheet: SpreadsheetImpl,
  text: string,
  sheetId: number | null,
): { readonly hits: readonly HitView[]; readonly total: number } {
  const wanted = folded(text);
  const hits: HitView[] = [];
  let total = 0;
  if (wanted === '') return { hits, total };
  for (const sheet of spreadsheet.getSheets()) {
    const { id, name, hidden } = sheet.model;
    if (sheetId === null ? hidden : id !== sheetId) continue;
    const lines = readDisplay(sheet, 0, 0, usedRows(sheet.model), usedColumns(sheet.model));
    lines.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell === '' || !folded(cell).includes(wanted)) return;
        total++;
        if (hits.length < MOST_HITS) hits.push({ sheetId: id, sheet: name, row, column, text: cell });
      });
    });
  }
  return { hits, total };
}

function folded(text: string): string {
  return text.trim().toLowerCase().replace(/ё/g, 'е');
}
