import { enumKey, isEnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import { type CellContent, type CopiedPart, placeCell, takeCells } from './cell-copy';
import type { CellFormat, Merge } from './model';
import { RangeImpl } from './range';
import { clearParts } from './range-clear';
import type { SheetImpl } from './sheet';
import { assertWritable, contains, intersects } from './write-guard';

const ALL: readonly CopiedPart[] = ['values', 'formulas', 'format', 'note', 'validation'];

/** What each CopyPasteType takes along. */
const PARTS: Readonly<Record<string, readonly CopiedPart[]>> = {
  PASTE_NORMAL: ALL,
  PASTE_NO_BORDERS: ALL,
  PASTE_FORMAT: ['format'],
  PASTE_FORMULA: ['values', 'formulas'],
  PASTE_DATA_VALIDATION: ['validation'],
  PASTE_VALUES: ['values'],
  PASTE_CONDITIONAL_FORMATTING: [],
  PASTE_COLUMN_WIDTHS: [],
};

interface CopyOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
}

/** Copies and moves of cells. */
export const rangeCopyMethods = {
  copyTo(this: RangeImpl, target: RangeImpl, how?: unknown, transposed?: boolean): void {
    const type = how === undefined || how === null ? 'PASTE_NORMAL' : pasteType(how);
    const parts = PARTS[type];
    if (type === 'PASTE_COLUMN_WIDTHS') copyWidths(this, target);
    else copy(this, target, parts, transposed === true, type === 'PASTE_NO_BORDERS');
  },
  copyValuesToRange(
    this: RangeImpl,
    sheet: SheetImpl | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    copy(this, targetRange(this, sheet, column, columnEnd, row, rowEnd), ['values'], false, false);
  },
  copyFormatToRange(
    this: RangeImpl,
    sheet: SheetImpl | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    copy(this, targetRange(this, sheet, column, columnEnd, row, rowEnd), ['format'], false, false);
  },
  /** Cuts and pastes; formulas keep their references, the source is left blank and without formats. */
  moveTo(this: RangeImpl, target: RangeImpl): void {
    const cells = takeCells(this.sheet, this.row, this.column, this.rows, this.columns);
    const end = new RangeImpl(target.sheet, target.row, target.column, this.rows, this.columns);
    assertWritable(end.sheet, end);
    const merges = this.sheet.model.merges.filter((merge) => contains(this, merge));
    this.sheet.model.merges = this.sheet.model.merges.filter((merge) => !contains(this, merge));
    clearParts(this, ['values', 'formats', 'notes', 'validations']);
    place(end, cells, ALL, true, false);
    for (const merge of merges)
      end.sheet.model.merges.push({
        ...merge,
        row: merge.row - this.row + end.row,
        column: merge.column - this.column + end.column,
      });
  },
};

/** Unknown types and options copy everything, as the live service does (Google issue 427192537). */
function pasteType(how: unknown): string {
  if (isEnumValue(how)) return enumKey('Spreadsheet.CopyPasteType', how) ?? 'PASTE_NORMAL';
  const options = how as CopyOptions;
  if (options.formatOnly && !options.contentsOnly) return 'PASTE_FORMAT';
  return options.contentsOnly && !options.formatOnly ? 'PASTE_VALUES' : 'PASTE_NORMAL';
}

function targetRange(
  source: RangeImpl,
  sheet: SheetImpl | number,
  column: number,
  columnEnd: number,
  row: number,
  rowEnd: number,
) {
  const parent = source.sheet.parent;
  const model = typeof sheet === 'number' ? parent.model.sheets.find((s) => s.id === sheet) : sheet.model;
  if (!model) fail('The sheet does not exist.');
  const target = typeof sheet === 'number' ? parent.sheetOf(model) : sheet;
  return new RangeImpl(
    target,
    row - 1,
    column - 1,
    Math.max(1, rowEnd - row + 1),
    Math.max(1, columnEnd - column + 1),
  );
}

/** A smaller target gets the whole source; a larger one is filled with as many whole repetitions as fit. */
function copy(
  source: RangeImpl,
  target: RangeImpl,
  parts: readonly CopiedPart[],
  transposed: boolean,
  noBorders: boolean,
): void {
  const taken = takeCells(source.sheet, source.row, source.column, source.rows, source.columns);
  const cells = transposed ? taken[0].map((_, c) => taken.map((line) => line[c])) : taken;
  const [rows, columns] = [cells.length, cells[0].length];
  const down = Math.max(1, Math.floor(target.rows / rows));
  const across = Math.max(1, Math.floor(target.columns / columns));
  const end = new RangeImpl(target.sheet, target.row, target.column, rows * down, columns * across);
  assertWritable(end.sheet, end);
  const merges =
    parts === ALL && !transposed ? source.sheet.model.merges.filter((merge) => contains(source, merge)) : [];
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < across; j++) {
      const part = new RangeImpl(
        target.sheet,
        target.row + i * rows,
        target.column + j * columns,
        rows,
        columns,
      );
      place(part, cells, parts, false, noBorders);
      if (parts === ALL) placeMerges(part, source, merges);
    }
  }
}

function placeMerges(target: RangeImpl, source: RangeImpl, merges: readonly Merge[]): void {
  const { model } = target.sheet;
  const same = source.sheet === target.sheet && source.row === target.row && source.column === target.column;
  if (same) return;
  model.merges = model.merges.filter((merge) => !(intersects(merge, target) && contains(target, merge)));
  for (const merge of merges)
    model.merges.push({
      ...merge,
      row: merge.row - source.row + target.row,
      column: merge.column - source.column + target.column,
    });
}

function place(
  target: RangeImpl,
  cells: CellContent[][],
  parts: readonly CopiedPart[],
  keepReferences: boolean,
  noBorders: boolean,
) {
  for (let r = 0; r < cells.length; r++) {
    for (let c = 0; c < cells[r].length; c++) {
      const [row, column] = [target.row + r, target.column + c];
      let cell = cells[r][c];
      if (noBorders)
        cell = { ...cell, format: withBorders(cell.format, target.sheet.model.rows[row]?.formats?.[column]) };
      placeCell(target.sheet, row, column, cell, parts, keepReferences);
    }
  }
}

function withBorders(format: CellFormat | undefined, old: CellFormat | undefined): CellFormat | undefined {
  const { borders: _, ...rest } = format ?? {};
  const made = old?.borders ? { ...rest, borders: old.borders } : rest;
  return Object.keys(made).length > 0 ? made : undefined;
}

function copyWidths(source: RangeImpl, target: RangeImpl): void {
  for (let c = 0; c < source.columns; c++) {
    const width = source.sheet.model.columnWidths.get(source.column + c);
    if (width === undefined) target.sheet.model.columnWidths.delete(target.column + c);
    else target.sheet.model.columnWidths.set(target.column + c, width);
  }
}
