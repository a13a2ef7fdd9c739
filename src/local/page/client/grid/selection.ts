/** What is selected and how the keys move it: plain data, no page. */
import type { Axis } from './axis';
import type { Place } from './contract';
import type { Merges } from './merges';

export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Selection {
  /** Where typing goes. */
  readonly active: Place;
  /** The selection is spanned between these two; Shift moves the head. */
  readonly anchor: Place;
  readonly head: Place;
}

/** The tab as far as moves need it. */
export interface Field {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: Merges;
}

export function at(field: Field, place: Place): Selection {
  const merge = field.merges.at(place.row, place.column);
  const active = merge ? { row: merge.row, column: merge.column } : place;
  return { active, anchor: active, head: active };
}

export function extended(selection: Selection, head: Place): Selection {
  return { ...selection, head };
}

/** The same cells of a tab that may have fewer by now. */
export function within({ active, anchor, head }: Selection, rows: number, columns: number): Selection {
  const clamp = (place: Place) => ({
    row: Math.min(place.row, rows - 1),
    column: Math.min(place.column, columns - 1),
  });
  return { active: clamp(active), anchor: clamp(anchor), head: clamp(head) };
}

/** The selected cells: the span of anchor and head, grown until it cuts no merge. */
export function boxOf({ merges }: Pick<Field, 'merges'>, { anchor, head }: Selection): Box {
  let top = Math.min(anchor.row, head.row);
  let left = Math.min(anchor.column, head.column);
  let low = Math.max(anchor.row, head.row) + 1;
  let far = Math.max(anchor.column, head.column) + 1;
  for (let grown = true; grown; ) {
    grown = false;
    for (const { row, column, rows, columns } of merges.all) {
      const [end, side] = [row + rows, column + columns];
      const touches = row < low && end > top && column < far && side > left;
      const inside = row >= top && end <= low && column >= left && side <= far;
      if (!touches || inside) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      low = Math.max(low, end);
      far = Math.max(far, side);
      grown = true;
    }
  }
  return { row: top, column: left, rows: low - top, columns: far - left };
}

/** One step, over hidden rows and out of a merge. */
export function stepped(field: Field, from: Place, down: number, across: number): Place {
  const merge = field.merges.at(from.row, from.column);
  const low = merge ? merge.row + merge.rows - 1 : from.row;
  const far = merge ? merge.column + merge.columns - 1 : from.column;
  return {
    row: down === 0 ? from.row : field.rows.step(down > 0 ? low : from.row, down),
    column: across === 0 ? from.column : field.columns.step(across > 0 ? far : from.column, across),
  };
}

/**
 * Tab and Enter inside a selection of several cells: the active cell goes round in it, row by row (Tab) or column by column.
 * @param by 1 or -1
 */
export function round(field: Field, box: Box, active: Place, by: number, byRows: boolean): Place {
  const rows = seenIn(field.rows, box.row, box.rows);
  const columns = seenIn(field.columns, box.column, box.columns);
  const count = rows.length * columns.length;
  let order = byRows
    ? rows.indexOf(active.row) * columns.length + columns.indexOf(active.column)
    : columns.indexOf(active.column) * rows.length + rows.indexOf(active.row);
  for (let tried = 0; tried < count; tried++) {
    order = (order + by + count) % count;
    const place = byRows
      ? { row: rows[Math.floor(order / columns.length)], column: columns[order % columns.length] }
      : { row: rows[order % rows.length], column: columns[Math.floor(order / rows.length)] };
    const merge = field.merges.at(place.row, place.column);
    if (!merge || (merge.row === place.row && merge.column === place.column)) return place;
  }
  return active;
}

function seenIn(axis: Axis, from: number, count: number): number[] {
  const list: number[] = [];
  for (let order = axis.order(from); order < axis.order(from + count); order++) list.push(axis.index(order));
  return list;
}
