import type { SheetView } from '../../protocol';
import type { Place } from './place';

/**
 * Where the next record of a tab is typed: the first row after the last one with content, and there the first cell that the
 * script does not fill itself.
 */
export function freePlace({ used, frozenRows, rows, protection }: SheetView): Place {
  const row = Math.min(Math.max(used, frozenRows), rows - 1);
  const open = (protection?.open ?? []).filter((area) => row >= area.row && row < area.row + area.rows);
  const column = open.length > 0 ? Math.min(...open.map((area) => area.column)) : 0;
  return { row, column, rows: 1, columns: 1 };
}
