import { cellToText, textToCell } from '../journal/cell-text';
import { type Cell, cellText, type Grid, sameCell } from '../registry/cell';
import { columnOf } from '../registry/tab';
import { tabs } from '../registry/tabs';
import type { RecordFix } from './fix-records';

/** The hidden tab with the last batch of fixes: what stood in the cells before. */
export const UNDO_TITLE = 'Отмена исправлений';

/** Told by the titles of the journal: so the change to codes finds the names here as it does there. */
export const UNDO_HEADER = ['Вкладка', 'Запись', 'Строка', 'Столбец', 'Было', 'Стало'] as const;

/** A cell of the batch. */
export type Fixed = Pick<RecordFix, 'tab' | 'id' | 'row' | 'column' | 'before' | 'after'>;

export function undoRows(batch: readonly Fixed[]): Cell[][] {
  return [
    [...UNDO_HEADER],
    ...batch.map(({ tab, id, row, column, before, after }) => [
      tabs[tab].title,
      id,
      String(row),
      columnOf(tabs[tab], column).title,
      cellToText(before),
      cellToText(after),
    ]),
  ];
}

/** The batch as it was stored; rows that cannot be read are passed over. */
export function readUndo(grid: Grid | null): Fixed[] {
  return (grid ?? []).slice(1).flatMap(([title, id, row, name, before, after]): Fixed[] => {
    const tab = Object.values(tabs).find((t) => t.title === title);
    const column = tab?.columns.find((c) => c.title === name);
    if (!tab || !column || after === undefined) return [];
    return [
      {
        tab: tab.key,
        id: cellText(id),
        row: Number(row),
        column: column.key,
        before: textToCell(before),
        after: textToCell(after),
      },
    ];
  });
}

/**
 * A batch that goes on: what was stored before a run was cut short, with what is to be written now. A cell that stands in
 * both keeps what it held at first.
 */
export function joinBatches(stored: readonly Fixed[], added: readonly Fixed[]): Fixed[] {
  const placeOf = ({ tab, id, row, column }: Fixed) => `${tab} ${column} ${row} ${id}`;
  const first = new Map(stored.map((fix) => [placeOf(fix), fix]));
  const joined = added.map((fix) => {
    const was = first.get(placeOf(fix));
    first.delete(placeOf(fix));
    return was && sameCell(was.after, fix.before) ? { ...fix, before: was.before } : fix;
  });
  return [...first.values(), ...joined];
}
