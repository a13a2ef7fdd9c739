import type { SheetModel } from '../services/spreadsheet/model';
import type { CellExtras } from './xlsx-extras';
import { parseArea } from './xlsx-reference';

/** Puts back what a cell of .xlsx could not hold, unless the cell was changed in another program. */
export function applyCellExtras(sheet: SheetModel, cells: Readonly<Record<string, CellExtras>>): void {
  for (const [name, { text, formula, runs }] of Object.entries(cells)) {
    const at = parseArea(name);
    const row = at && sheet.rows[at.row];
    const value = at && row?.values[at.column];
    if (!at || !row) continue;
    if (text !== undefined && typeof value === 'string' && value !== '' && text.startsWith(value))
      row.values[at.column] = text;
    if (formula !== undefined && !row.formulas?.[at.column]) {
      row.formulas ??= [];
      row.formulas[at.column] = formula;
    }
    if (runs && runs.of === row.values[at.column]) {
      row.runs ??= [];
      row.runs[at.column] = runs.runs;
    }
  }
}
