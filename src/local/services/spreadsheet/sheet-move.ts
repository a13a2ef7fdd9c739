import { fail } from '../../host/errors';
import { changed } from './calculation';
import type { Row } from './model';
import type { RangeImpl } from './range';
import type { SheetImpl } from './sheet';

const CELL_ARRAYS = ['values', 'formulas', 'formats', 'notes', 'validations', 'runs'] as const;

/** Old positions in their new order: `count` lines from `from` (0-based) go in front of line `to`. */
function movedOrder(size: number, from: number, count: number, to: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  const block = order.splice(from, count);
  order.splice(to > from ? to - count : to, 0, ...block);
  return order;
}

function reordered<T>(lines: Map<number, T>, order: readonly number[]): Map<number, T> {
  const result = new Map<number, T>();
  for (const [at, old] of order.entries()) if (lines.has(old)) result.set(at, lines.get(old) as T);
  return result;
}

function check(position: number, size: number, from: number, count: number): number {
  if (position < 1 || position > size + 1) fail('Those rows are out of bounds.');
  const to = position - 1;
  if (to > from && to < from + count) fail('The destination lies inside the moved range.');
  return to;
}

/** Moving of whole rows and columns. References in formulas are not rewritten. */
export const sheetMoveMethods = {
  moveRows(this: SheetImpl, rows: RangeImpl, destination: number): void {
    const { model } = this;
    const order = movedOrder(
      model.maxRows,
      rows.row,
      rows.rows,
      check(destination, model.maxRows, rows.row, rows.rows),
    );
    const moved: (Row | undefined)[] = order.map((old) => model.rows[old]);
    while (moved.length > 0 && moved.at(-1) === undefined) moved.pop();
    model.rows = moved;
    model.rowHeights = reordered(model.rowHeights, order);
    model.rowGroups.depths = reordered(model.rowGroups.depths, order);
    model.hiddenRows = new Set(order.flatMap((old, at) => (model.hiddenRows.has(old) ? [at] : [])));
    changed(this);
  },
  moveColumns(this: SheetImpl, columns: RangeImpl, destination: number): void {
    const { model } = this;
    const to = check(destination, model.maxColumns, columns.column, columns.columns);
    const order = movedOrder(model.maxColumns, columns.column, columns.columns, to);
    for (const row of model.rows) {
      for (const key of CELL_ARRAYS) {
        const cells = row?.[key] as unknown[] | undefined;
        if (row && cells)
          Object.assign(row, {
            [key]: order.map((old) => cells[old] ?? (key === 'values' ? '' : undefined)),
          });
      }
    }
    model.columnWidths = reordered(model.columnWidths, order);
    model.columnGroups.depths = reordered(model.columnGroups.depths, order);
    model.hiddenColumns = new Set(order.flatMap((old, at) => (model.hiddenColumns.has(old) ? [at] : [])));
    changed(this);
  },
};
