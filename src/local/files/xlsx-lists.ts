import type { Row, SheetModel } from '../services/spreadsheet/model';
import { blankSheet } from '../services/spreadsheet/model';
import { sheetAreaName } from './xlsx-reference';

/** The very hidden sheet of lists that are too long for a rule; people never see it. */
export const LISTS_SHEET = '_lists';

/** Collects long lists, a list a column; equal lists share one. */
export class LongLists {
  readonly #lists = new Map<string, readonly string[]>();

  /** @returns the formula of the rule */
  add(items: readonly string[]): string {
    const key = JSON.stringify(items);
    this.#lists.set(key, items);
    const column = [...this.#lists.keys()].indexOf(key);
    return sheetAreaName(LISTS_SHEET, { row: 0, column, rows: Math.max(1, items.length), columns: 1 });
  }

  /** The sheet to write; null when no list was too long. */
  sheet(): SheetModel | null {
    if (this.#lists.size === 0) return null;
    const sheet = blankSheet(-1, LISTS_SHEET);
    [...this.#lists.values()].forEach((items, column) => {
      items.forEach((item, r) => {
        sheet.rows[r] ??= { values: [] };
        const row = sheet.rows[r] as Row;
        while (row.values.length < column) row.values.push('');
        row.values[column] = item;
      });
    });
    return sheet;
  }
}
