import { recalculate } from '../services/spreadsheet/calculation';
import { usedRows } from '../services/spreadsheet/cell-read';
import type { Row } from '../services/spreadsheet/model';
import type { SheetImpl } from '../services/spreadsheet/sheet';
import { rowPainter, type StyleTable } from './cell-views';
import type { SheetChange } from './protocol';
import { frameOf } from './sheet-views';

const PARTS = ['values', 'formulas', 'formats', 'notes', 'validations', 'runs'] as const;
/** With more rows than these a tab is asked for again: windows show some fifty. */
const MOST_ROWS = 500;

interface Remembered {
  rows: (Row | undefined)[];
  frame: string;
  used: number;
}

/**
 * How the tabs that somebody looks at were when the windows heard of them last. Writes come from people and from hundreds
 * of lines of the services: a comparison of shared values (some milliseconds at 200 000 cells) misses none of them.
 */
export class Shadow {
  readonly #known = new Map<number, Remembered>();

  /** From now on changes of this tab are told. */
  watch(sheet: SheetImpl): void {
    if (this.#known.has(sheet.model.id)) return;
    recalculate(sheet.parent);
    this.#known.set(sheet.model.id, {
      rows: sheet.model.rows.map(copyOf),
      frame: frameOf(sheet),
      used: usedRows(sheet.model),
    });
  }

  /** What has changed since the last call. */
  changes(sheets: readonly SheetImpl[], styles: StyleTable): SheetChange[] {
    return sheets.flatMap((sheet) => {
      const known = this.#known.get(sheet.model.id);
      return known ? this.#changesOf(sheet, known, styles) : [];
    });
  }

  #changesOf(sheet: SheetImpl, known: Remembered, styles: StyleTable): SheetChange[] {
    recalculate(sheet.parent);
    const { rows } = sheet.model;
    const different: number[] = [];
    for (let r = 0; r < Math.max(rows.length, known.rows.length); r++) {
      if (isSame(known.rows[r], rows[r])) continue;
      different.push(r);
      known.rows[r] = copyOf(rows[r]);
    }
    known.rows.length = rows.length;
    if (different.length > 0) known.used = usedRows(sheet.model);
    const frame = frameOf(sheet);
    const sheetId = sheet.model.id;
    if (frame !== known.frame || different.length > MOST_ROWS) {
      known.frame = frame;
      return [{ kind: 'reload', sheetId }];
    }
    if (different.length === 0) return [];
    const paint = rowPainter(sheet, styles);
    return [{ kind: 'rows', sheetId, used: known.used, rows: different.map(paint) }];
  }
}

function copyOf(row: Row | undefined): Row | undefined {
  if (!row) return undefined;
  const copy: Row = { values: row.values.slice() };
  for (const part of PARTS)
    if (row[part]) (copy as unknown as Record<string, unknown>)[part] = row[part].slice();
  return copy;
}

function isSame(old: Row | undefined, now: Row | undefined): boolean {
  if (old === now) return true;
  return PARTS.every((part) => {
    const [a, b] = [old?.[part], now?.[part]];
    if (a === b) return true;
    const length = Math.max(a?.length ?? 0, b?.length ?? 0);
    const blank = part === 'values' ? '' : undefined;
    for (let c = 0; c < length; c++) if ((a?.[c] ?? blank) !== (b?.[c] ?? blank)) return false;
    return true;
  });
}
