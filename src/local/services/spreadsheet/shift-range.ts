import type { RangeRef } from './model';

/** Rows or columns came (count > 0) or went (count < 0) at a 0-based position. */
export interface Change {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly at: number;
  readonly count: number;
  /** Only cells of this span of the other dimension move (insertCells, deleteCells); absent = whole rows or columns. */
  readonly within?: { readonly start: number; readonly size: number };
}

/** Where a span of rows or columns is after the change; null when nothing of it is left. */
export function shiftSpan(
  start: number,
  size: number,
  change: Change,
): { start: number; size: number } | null {
  const { at, count } = change;
  if (count >= 0) {
    if (start >= at) return { start: start + count, size };
    return start + size > at ? { start, size: size + count } : { start, size };
  }
  const goneTo = at - count;
  const before = Math.max(0, Math.min(start + size, at) - start);
  const after = Math.max(0, start + size - Math.max(start, goneTo));
  if (before + after === 0) return null;
  const newStart = start < at ? start : Math.max(at, start + count);
  return { start: newStart, size: size === Infinity ? Infinity : before + after };
}

interface Rectangle {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

function shiftRectangle<T extends Rectangle>(rectangle: T, change: Change): T | null {
  const rows = change.dimension === 'ROWS';
  if (change.within) {
    const [start, size] = rows ? [rectangle.column, rectangle.columns] : [rectangle.row, rectangle.rows];
    if (start < change.within.start || start + size > change.within.start + change.within.size)
      return rectangle;
  }
  const span = rows
    ? shiftSpan(rectangle.row, rectangle.rows, change)
    : shiftSpan(rectangle.column, rectangle.columns, change);
  if (!span) return null;
  return rows
    ? { ...rectangle, row: span.start, rows: span.size }
    : { ...rectangle, column: span.start, columns: span.size };
}

/** Where a rectangle is after the change; null when all of it was deleted. Rectangles of other sheets stay. */
export function shiftRange(ref: RangeRef, change: Change): RangeRef | null {
  return ref.sheetId === change.sheetId ? shiftRectangle(ref, change) : ref;
}

/** Like shiftRange, for rectangles that belong to the changed sheet without naming it (merges). */
export function shiftList<T extends Rectangle>(list: readonly T[], change: Change): T[] {
  return list.map((item) => shiftRectangle(item, change)).filter((item) => item !== null);
}

export function isRangeRef(value: unknown): value is RangeRef {
  if (typeof value !== 'object' || value === null) return false;
  const ref = value as Partial<RangeRef>;
  return [ref.sheetId, ref.row, ref.column, ref.rows, ref.columns].every((n) => typeof n === 'number');
}

/**
 * Shifts every RangeRef found anywhere inside plain data, in place. Elements of lists whose own `range` (or which
 * themselves) were deleted are dropped, so bandings, rules and charts need no code of their own here.
 */
export function shiftInside(data: unknown, change: Change): void {
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return;
  if (data instanceof Map) {
    for (const value of data.values()) shiftInside(value, change);
    return;
  }
  if (Array.isArray(data)) {
    for (let i = data.length - 1; i >= 0; i--) {
      const moved = isRangeRef(data[i]) ? shiftRange(data[i], change) : data[i];
      if (moved === null || lostItsRange(moved, change)) data.splice(i, 1);
      else {
        data[i] = moved;
        if (!isRangeRef(moved)) shiftInside(moved, change);
      }
    }
    return;
  }
  if (Object.isFrozen(data)) return;
  const record = data as Record<string, unknown>;
  for (const key of Object.keys(record)) {
    if (isRangeRef(record[key])) record[key] = shiftRange(record[key], change);
    else shiftInside(record[key], change);
  }
}

function lostItsRange(item: unknown, change: Change): boolean {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  const { range } = item as { range?: unknown };
  return isRangeRef(range) && shiftRange(range, change) === null;
}
