import { ARCHIVE_TITLE, JOURNAL_TITLE } from '../domain/journal/journal-row';
import type { BookSheet } from '../domain/privacy/book-text';
import { cellText } from '../domain/registry/cell';
import type { TabKey } from '../domain/registry/tab';
import { generatedLayouts } from '../domain/workbook/generated-layout';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { START_TITLE } from '../domain/workbook/start-page';
import type { Ports } from './ports';
import type { ReadWorkbook } from './read-workbook';

/** Tabs that commands make as they need them. */
const MADE = /^(?:Проверка|Сводка проверки|Отмена исправлений|Вынесено из реестров|Реестр на дату.*)$/;

/** Every sheet of the workbook with all its texts: three trips a sheet. Those read already are not read again. */
export function bookSheets({ workbook, traces }: Ports, read: ReadWorkbook): BookSheet[] {
  const keys = new Map<string, TabKey>([...read.titles].map(([key, title]) => [title, key]));
  const generated = new Set([START_TITLE, ...generatedLayouts().map((l) => l.title)]);
  return workbook.titles().map((title) => {
    const tab = keys.get(title) ?? null;
    const grid = (tab === null ? null : read.grids.get(tab)) ?? workbook.read(title) ?? [];
    const own =
      tab === null &&
      (title === JOURNAL_TITLE ||
        ARCHIVE_TITLE.test(title) ||
        MADE.test(title) ||
        (generated.has(title) && isOwnTab(title, (grid[0] ?? []).map(cellText))));
    return { title, tab, own, grid, ...traces.read(title) };
  });
}
