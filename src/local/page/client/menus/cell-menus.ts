import type { Area } from '../../protocol';
import type { ColumnFilter } from '../grid/contract';
import { columnName } from '../places/place';
import { words } from '../words/words';
import type { MenuLine } from './menu';

interface CellDesk {
  cut(): void;
  copy(): void;
  paste(): void;
  clear(): void;
  insertRows(below: boolean): void;
  deleteRows(): void;
  sort(column: number, ascending: boolean): void;
  filter(column: number): void;
  clearFilter(column: number): void;
  width(column: number): void;
  copyLink(): void;
}

type Filters = ReadonlyMap<number, ColumnFilter>;
const LINE: MenuLine = { kind: 'separator' };
const item = (caption: string, act: () => void, keys?: string, disabled?: boolean): MenuLine => ({
  kind: 'item',
  caption,
  act,
  keys,
  disabled,
});

/** The menu of what is selected. */
export function cellLines(area: Area, filters: Filters, desk: CellDesk): readonly MenuLine[] {
  return [
    item(words.cut, desk.cut, 'Ctrl+X'),
    item(words.copy, desk.copy, 'Ctrl+C'),
    item(words.paste, desk.paste, 'Ctrl+V'),
    LINE,
    item(words.insertAbove, () => desk.insertRows(false)),
    item(words.insertBelow, () => desk.insertRows(true)),
    item(`${words.deleteRows(area.rows)}…`, desk.deleteRows),
    item(words.clear, desk.clear, 'Delete'),
    LINE,
    ...columnLines(area.column, filters, desk),
    LINE,
    item(words.copyLink, desk.copyLink),
  ];
}

/** The menu of a column. */
export function columnLines(column: number, filters: Filters, desk: CellDesk): readonly MenuLine[] {
  const name = columnName(column);
  return [
    item(words.sortUp(name), () => desk.sort(column, true)),
    item(words.sortDown(name), () => desk.sort(column, false)),
    item(words.filterBy(name), () => desk.filter(column)),
    item(words.clearFilter, () => desk.clearFilter(column), undefined, !filters.has(column)),
    item(words.columnWidth(name), () => desk.width(column)),
  ];
}
