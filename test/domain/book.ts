import type { Cell, Grid } from '../../src/domain/registry/cell';
import { settingDefinitions } from '../../src/domain/registry/settings';
import type { Tab, TabKey } from '../../src/domain/registry/tab';
import { tabs } from '../../src/domain/registry/tabs';
import type { WorkbookGrids } from '../../src/domain/registry/workbook';

/** A record of a tab by the keys of its columns. Dates are `yyyy-mm-dd`, several references stand in one text. */
export type Row = Readonly<Record<string, Cell>>;
/** Rows of each tab; a tab that is left out is there and empty, `null` means that the workbook has none. */
export type Book = Readonly<Partial<Record<TabKey, readonly Row[] | null>>>;
/** Values of «Настройки» by the key of the setting. */
export type Values = Readonly<Record<string, Cell>>;

/** The grids of a workbook as the reader gets them: titles in row 1, every column of the tab, dates as date cells. */
export function gridsOf(book: Book, values: Values = {}): WorkbookGrids {
  const grids: Record<string, Grid | null> = { dictionaries: null };
  for (const tab of Object.values(tabs)) {
    const rows = book[tab.key];
    grids[tab.key] = rows === null ? null : gridOf(tab, rows ?? []);
  }
  grids.settings = settingsGrid(values);
  return grids as unknown as WorkbookGrids;
}

export function gridOf(tab: Tab, rows: readonly Row[]): Cell[][] {
  for (const row of rows)
    for (const key of Object.keys(row))
      if (!tab.columns.some((c) => c.key === key)) throw new Error(`No column ${key} on ${tab.key}`);
  return [
    tab.columns.map((c) => c.title),
    ...rows.map((row) =>
      tab.columns.map((c): Cell => {
        const cell = row[c.key] ?? '';
        return c.type === 'date' && typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)
          ? { date: cell }
          : cell;
      }),
    ),
  ];
}

function settingsGrid(values: Values): Cell[][] {
  const rows = Object.entries(values).map(([key, value]): Cell[] => {
    const definition = settingDefinitions.find((d) => d.key === key);
    if (!definition) throw new Error(`No setting ${key}`);
    return [definition.section, definition.title, value, ''];
  });
  return [['Раздел', 'Параметр', 'Значение', 'Пояснение'], ...rows];
}
