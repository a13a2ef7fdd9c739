import { changed } from './calculation';
import { checkGridSize, gridPart } from './cell-formats';
import { rowForWriting } from './model';
import type { RangeImpl } from './range';
import { assertWritable } from './write-guard';

/** The documented options of clear; none given = contents and formats. Notes and validation rules stay. */
interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
  skipFilteredRows?: boolean;
}

export type CellPart = 'values' | 'formats' | 'notes' | 'validations';

/** Blanks parts of the cells of a range; `values` takes formulas and rich text with it. */
export function clearParts(range: RangeImpl, parts: readonly CellPart[]): void {
  const { sheet } = range;
  assertWritable(sheet, range);
  const { top, left, bottom, right } = gridPart(range);
  const rows = sheet.model.rows;
  for (let r = top; r < Math.min(bottom, rows.length); r++) {
    const row = rows[r];
    if (!row) continue;
    for (const part of parts) {
      const cells = row[part] as unknown[] | undefined;
      if (part === 'values') {
        blank(row.values, left, right, '');
        blank(row.formulas, left, right, undefined);
        blank(row.runs, left, right, undefined);
      } else blank(cells, left, right, undefined);
    }
  }
  if (parts.includes('values')) changed(sheet);
}

function blank<T>(cells: T[] | undefined, from: number, to: number, value: T): void {
  if (!cells) return;
  if (to >= cells.length) cells.length = Math.min(cells.length, from);
  else cells.fill(value, from, to);
}

/** Clearing of cells, and their notes. */
export const rangeClearMethods = {
  clear(this: RangeImpl, options?: ClearOptions | null): RangeImpl {
    const parts: CellPart[] = [];
    if (options?.contentsOnly) parts.push('values');
    if (options?.formatOnly) parts.push('formats');
    if (options?.commentsOnly) parts.push('notes');
    if (options?.validationsOnly) parts.push('validations');
    clearParts(this, parts.length > 0 ? parts : ['values', 'formats']);
    return this;
  },
  clearContent(this: RangeImpl): RangeImpl {
    clearParts(this, ['values']);
    return this;
  },
  clearFormat(this: RangeImpl): RangeImpl {
    clearParts(this, ['formats']);
    return this;
  },
  clearNote(this: RangeImpl): RangeImpl {
    clearParts(this, ['notes']);
    return this;
  },

  getNote(this: RangeImpl): string {
    return this.sheet.model.rows[this.row]?.notes?.[this.column] ?? '';
  },
  getNotes(this: RangeImpl): string[][] {
    return Array.from({ length: this.rows }, (_, r) => {
      const notes = this.sheet.model.rows[this.row + r]?.notes;
      return Array.from({ length: this.columns }, (__, c) => notes?.[this.column + c] ?? '');
    });
  },
  setNote(this: RangeImpl, note: unknown): RangeImpl {
    const text = note === null ? '' : String(note);
    writeNotes(this, () => text);
    return this;
  },
  setNotes(this: RangeImpl, notes: unknown[][]): RangeImpl {
    checkGridSize(this, notes, 'setNotes');
    writeNotes(this, (r, c) => listedNote(notes[r][c]));
    return this;
  },
};

/** setNotes writes whole numbers as 25.0, setNote as 25 (Google issue 429373214). */
function listedNote(note: unknown): string {
  if (note === null || note === undefined) return '';
  return typeof note === 'number' && Number.isInteger(note) ? note.toFixed(1) : String(note);
}

function writeNotes(range: RangeImpl, noteAt: (row: number, column: number) => string): void {
  assertWritable(range.sheet, range);
  for (let r = 0; r < range.rows; r++) {
    for (let c = 0; c < range.columns; c++) {
      const note = noteAt(r, c);
      if (note === '' && !range.sheet.model.rows[range.row + r]?.notes) continue;
      const row = rowForWriting(range.sheet.model, range.row + r);
      row.notes ??= [];
      row.notes[range.column + c] = note === '' ? undefined : note;
    }
  }
}
