import { fail } from '../../host/errors';
import { type CellFormat, rowForWriting } from './model';
import type { RangeImpl } from './range';
import { assertOnGrid, assertUnprotected } from './write-guard';

/**
 * Reads and changes the formats of the cells of a range. Cells share their format objects: one change of 30 000
 * cells from the same old to the same new format makes one object.
 */

/** The part of a range that lies on the grid, 0-based, end exclusive. */
export function gridPart(range: RangeImpl): { top: number; left: number; bottom: number; right: number } {
  const { maxRows, maxColumns } = range.sheet.model;
  return {
    top: range.row,
    left: range.column,
    bottom: Math.min(range.row + range.rows, maxRows),
    right: Math.min(range.column + range.columns, maxColumns),
  };
}

/** A grid of the range's size with one value for each cell, row by row. */
export function readFormats<T>(range: RangeImpl, read: (format: CellFormat | undefined) => T): T[][] {
  const result: T[][] = [];
  for (let r = 0; r < range.rows; r++) {
    const formats = range.sheet.model.rows[range.row + r]?.formats;
    const line: T[] = new Array(range.columns);
    for (let c = 0; c < range.columns; c++) line[c] = read(formats?.[range.column + c]);
    result.push(line);
  }
  return result;
}

export function firstFormat(range: RangeImpl): CellFormat | undefined {
  return range.sheet.model.rows[range.row]?.formats?.[range.column];
}

/** A part of a format to change; `undefined` puts a property back to its default. */
export type FormatChange = { readonly [K in keyof CellFormat]?: CellFormat[K] | undefined };

/** Makes each cell's format from the old one and the change for that cell; null leaves the cell alone. */
export function changeFormats<C>(
  range: RangeImpl,
  changeAt: (row: number, column: number) => C | null,
  apply: (old: CellFormat | undefined, change: C) => CellFormat | undefined,
): void {
  const { model } = range.sheet;
  assertOnGrid(range.sheet, range);
  assertUnprotected(range.sheet, range);
  const { top, left, bottom, right } = gridPart(range);
  const made = new Map<CellFormat | undefined, Map<C, CellFormat | undefined>>();
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const change = changeAt(row - range.row, column - range.column);
      if (change === null) continue;
      const old = model.rows[row]?.formats?.[column];
      let ofOld = made.get(old);
      if (!ofOld) {
        ofOld = new Map();
        made.set(old, ofOld);
      }
      let next = ofOld.get(change);
      if (next === undefined && !ofOld.has(change)) {
        next = apply(old, change);
        ofOld.set(change, next);
      }
      if (next === old) continue;
      const line = rowForWriting(model, row);
      line.formats ??= [];
      line.formats[column] = next;
    }
  }
}

/** The old format with the change in it; undefined when nothing is left that differs from the default. */
export function mergeFormat(old: CellFormat | undefined, change: FormatChange): CellFormat | undefined {
  const next: Record<string, unknown> = { ...old };
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return Object.keys(next).length ? (next as CellFormat) : undefined;
}

/** The same change for every cell. */
export function changeFormat(range: RangeImpl, change: FormatChange): void {
  changeFormats(range, () => change, mergeFormat);
}

/** Throws the live texts when a two-dimensional argument has not the size of the range. */
export function checkGridSize(range: RangeImpl, grid: unknown, method: string): asserts grid is unknown[][] {
  if (!Array.isArray(grid) || grid.some((line) => !Array.isArray(line)))
    fail(
      `The parameters (${grid === null ? 'null' : '(class)'}) don't match the method signature for SpreadsheetApp.Range.${method}.`,
    );
  if (grid.length !== range.rows)
    fail(
      `The number of rows in the data does not match the number of rows in the range. The data has ${grid.length} but the range has ${range.rows}.`,
    );
  const wrong = grid.find((line) => line.length !== range.columns);
  if (wrong)
    fail(
      `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${range.columns}.`,
    );
}
