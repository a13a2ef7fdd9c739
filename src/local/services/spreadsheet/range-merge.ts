import { fail } from '../../host/errors';
import { changed } from './calculation';
import { hasContent } from './cell-read';
import type { Merge } from './model';
import { RangeImpl } from './range';
import { clearParts } from './range-clear';
import { assertWritable, contains, intersects } from './write-guard';

/** Merged cells. */
export const rangeMergeMethods = {
  merge(this: RangeImpl): RangeImpl {
    return mergeAll(this, [rectangle(this)]);
  },
  mergeAcross(this: RangeImpl): RangeImpl {
    const rows = Array.from({ length: this.rows }, (_, r) => ({
      ...rectangle(this),
      row: this.row + r,
      rows: 1,
    }));
    return mergeAll(this, rows);
  },
  mergeVertically(this: RangeImpl): RangeImpl {
    const columns = Array.from({ length: this.columns }, (_, c) => ({
      ...rectangle(this),
      column: this.column + c,
      columns: 1,
    }));
    return mergeAll(this, columns);
  },
  breakApart(this: RangeImpl): RangeImpl {
    assertWritable(this.sheet, this);
    const { model } = this.sheet;
    model.merges = model.merges.filter((merge) => !intersects(merge, this));
    return this;
  },
  isPartOfMerge(this: RangeImpl): boolean {
    return this.sheet.model.merges.some((merge) => intersects(merge, this));
  },
  getMergedRanges(this: RangeImpl): RangeImpl[] {
    return this.sheet.model.merges
      .filter((merge) => intersects(merge, this))
      .map((merge) => new RangeImpl(this.sheet, merge.row, merge.column, merge.rows, merge.columns));
  },
};

function rectangle(range: RangeImpl): Merge {
  return { row: range.row, column: range.column, rows: range.rows, columns: range.columns };
}

/** Each merge keeps the first value found in it, at its top left, and swallows the merges inside it. */
function mergeAll(range: RangeImpl, merges: readonly Merge[]): RangeImpl {
  const { sheet } = range;
  assertWritable(sheet, range);
  if (sheet.model.merges.some((old) => intersects(old, range) && !contains(range, old)))
    fail('You must select all cells in a merged range to merge or unmerge them.');
  sheet.model.merges = sheet.model.merges.filter((old) => !intersects(old, range));
  for (const merge of merges) {
    if (merge.rows * merge.columns === 1) continue;
    keepFirst(range, merge);
    sheet.model.merges.push(merge);
  }
  changed(sheet);
  return range;
}

function keepFirst(range: RangeImpl, merge: Merge): void {
  const { sheet } = range;
  for (let r = merge.row; r < Math.min(merge.row + merge.rows, sheet.model.rows.length); r++) {
    for (let c = merge.column; c < merge.column + merge.columns; c++) {
      if ((r !== merge.row || c !== merge.column) && hasContent(sheet.model, r, c))
        clearParts(new RangeImpl(sheet, r, c, 1, 1), ['values']);
    }
  }
}
