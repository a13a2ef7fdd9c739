import { fail } from '../../host/errors';
import { recalculate } from './calculation';
import { type CellContent, type CopiedPart, placeCell, takeCells } from './cell-copy';
import type { CellValue } from './model';
import { RangeImpl } from './range';
import { assertWritable } from './write-guard';

const MOVED: readonly CopiedPart[] = ['values', 'formulas', 'format', 'note'];

export interface SortKey {
  /** 0-based column of the sheet. */
  readonly column: number;
  readonly ascending: boolean;
}

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });

/** Numbers (dates among them) < text without regard to case < FALSE < TRUE. Blanks are not for this function. */
export function compareValues(a: CellValue, b: CellValue): number {
  const rank = (v: CellValue) => (typeof v === 'number' ? 0 : typeof v === 'string' ? 1 : 2);
  const byKind = rank(a) - rank(b);
  if (byKind !== 0) return byKind;
  return typeof a === 'string' ? collator.compare(a, b as string) : Number(a) - Number(b);
}

/** Sorts rows in place, stable; blanks come last in either direction. Rules stay where they are. */
export function sortRows(range: RangeImpl, keys: readonly SortKey[]): void {
  assertWritable(range.sheet, range);
  const rows = takeCells(range.sheet, range.row, range.column, range.rows, range.columns);
  const order = (a: CellContent[], b: CellContent[]) => {
    for (const { column, ascending } of keys) {
      const [x, y] = [a[column - range.column].value, b[column - range.column].value];
      if (x === '' || y === '') {
        if (x !== y) return x === '' ? 1 : -1;
        continue;
      }
      const result = compareValues(x, y);
      if (result !== 0) return ascending ? result : -result;
    }
    return 0;
  };
  putRows(range, rows.slice().sort(order));
}

/** Writes rows of cells over the range; the rest of the range becomes blank. */
export function putRows(range: RangeImpl, rows: readonly CellContent[][]): void {
  for (let r = 0; r < range.rows; r++) {
    for (let c = 0; c < range.columns; c++) {
      const cell = rows[r]?.[c] ?? BLANK;
      // In its place already: nothing to write.
      if (cell.row === range.row + r && cell.column === range.column + c) continue;
      placeCell(range.sheet, range.row + r, range.column + c, cell, MOVED);
    }
  }
}

const BLANK: CellContent = {
  value: '',
  formula: undefined,
  format: undefined,
  note: undefined,
  validation: undefined,
  runs: undefined,
  row: -1,
  column: -1,
};

/** Order of rows: sort, shuffle, doubles. */
export const rangeOrderMethods = {
  /** A 1-based column of the sheet, `{column, ascending}`, or an array of these. */
  sort(this: RangeImpl, spec: unknown): RangeImpl {
    const keys = (Array.isArray(spec) ? spec : [spec]).map((item: unknown): SortKey => {
      const { column: wanted, ascending = true } =
        typeof item === 'object' && item !== null
          ? (item as { column: number; ascending?: boolean })
          : { column: Number(item) };
      if (!Number.isFinite(wanted))
        fail("The parameters ((class)) don't match the method signature for SpreadsheetApp.Range.sort.");
      const column = Math.trunc(wanted);
      if (column - 1 < this.column || column > this.column + this.columns)
        fail('The sort column is outside the range.');
      return { column: column - 1, ascending };
    });
    sortRows(this, keys);
    return this;
  },
  randomize(this: RangeImpl): RangeImpl {
    const rows = takeCells(this.sheet, this.row, this.column, this.rows, this.columns);
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [rows[i], rows[j]] = [rows[j], rows[i]];
    }
    assertWritable(this.sheet, this);
    putRows(this, rows);
    return this;
  },
  /** Columns are 1-based columns of the sheet. Rows equal but for case are doubles; returns what is left. */
  removeDuplicates(this: RangeImpl, columns?: number[]): RangeImpl {
    recalculate(this.sheet.parent);
    const compared =
      columns?.map((column) => column - 1 - this.column) ?? Array.from({ length: this.columns }, (_, c) => c);
    if (compared.some((c) => c < 0 || c >= this.columns)) fail('The column to compare is outside the range.');
    assertWritable(this.sheet, this);
    const seen = new Set<string>();
    const kept = takeCells(this.sheet, this.row, this.column, this.rows, this.columns).filter((row) => {
      const key = JSON.stringify(
        compared.map((c) =>
          typeof row[c].value === 'string' ? String(row[c].value).toLowerCase() : row[c].value,
        ),
      );
      return !seen.has(key) && seen.add(key);
    });
    putRows(this, kept);
    return new RangeImpl(this.sheet, this.row, this.column, kept.length, this.columns);
  },
};
