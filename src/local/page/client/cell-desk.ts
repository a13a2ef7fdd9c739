import type { Commands } from './commands';
import { openFilter } from './dialogs/filter';
import { openWidth } from './dialogs/width';
import { hashOf } from './places/address';
import { columnName } from './places/place';
import type { Table } from './table';
import { words } from './words/words';

/** What the menus of the table do to it. */
export function cellDesk(table: Table, commands: Commands, said: (words: string) => void) {
  const { grid } = table;
  return {
    cut: () => void grid.cut(),
    copy: () => void grid.copy(),
    paste: () => void grid.paste(),
    clear: () => grid.clear(),
    insertRows: (below: boolean) => void commands.insertRows(below),
    deleteRows: () => void commands.deleteRows(),
    sort: (column: number, ascending: boolean) => void commands.sort(column, ascending),
    clearFilter: (column: number) => void grid.setFilter(column, null),
    clearFilters: () => grid.clearFilters(),
    filtered: () => grid.filters().size > 0,
    filter(column: number) {
      const { sheet } = table;
      if (!sheet) return;
      const header = sheet.frozenRows > 0 ? grid.cell(sheet.frozenRows - 1, column)?.t : undefined;
      const name = header || columnName(column);
      void openFilter(grid, { column, name, from: sheet.frozenRows, to: sheet.used });
    },
    width(column: number) {
      const now = table.sheet?.widths[column];
      openWidth(columnName(column), now ?? 100, (width) => void commands.resize(column, width));
    },
    copyLink() {
      const area = grid.selection();
      if (!area) return;
      const link = location.origin + location.pathname + hashOf(area.sheetId, area);
      navigator.clipboard.writeText(link).then(
        () => said(words.linkCopied),
        () => said(words.linkShown(link)),
      );
    },
  };
}
