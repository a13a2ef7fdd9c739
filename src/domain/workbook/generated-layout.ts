import { FACTS_HEADER, FACTS_TITLE } from '../monitoring/facts-sheet';
import { INDICATORS_TITLE } from '../monitoring/indicator-sheet';
import { SNAPSHOT_HEADER, SNAPSHOT_TITLE } from '../monitoring/snapshot';
import { tabs } from '../registry/tabs';
import { type ColumnLayout, DATE_FORMAT, LISTED, LISTS_TITLE, type TabLayout, TEXT_FORMAT } from './layout';
import { START_TITLE } from './start-page';

export const PIVOT_TITLE = 'Свод';
export const CHARTS_TITLE = 'Диаграммы';

const column = (title: string, format = '', width: number | null = null): ColumnLayout => ({
  title,
  aliases: [],
  note: '',
  format,
  width,
  owner: 'script',
  validation: null,
});

const generated = (
  title: string,
  columns: readonly ColumnLayout[],
  options: Partial<TabLayout> = {},
): TabLayout => ({
  title,
  aliases: [],
  columns,
  generated: true,
  hidden: false,
  preload: null,
  ...options,
});

/** «2024-04» would become a date, a part like «level:ОО» stays as it is. */
const formats: Readonly<Record<string, string>> = {
  Волна: TEXT_FORMAT,
  'Отчётная дата': DATE_FORMAT,
  Построено: DATE_FORMAT,
  'Стаж 0–3': TEXT_FORMAT,
};

/** The first tab: names on the left, words on the right. */
export const startLayout: () => TabLayout = () =>
  generated(START_TITLE, [column('', '', 220), column('', '', 780)]);

/** Tabs that the script fills; people look at them. */
export function generatedLayouts(): TabLayout[] {
  return [
    generated(INDICATORS_TITLE, []),
    generated(PIVOT_TITLE, []),
    generated(CHARTS_TITLE, []),
    generated(
      FACTS_TITLE,
      FACTS_HEADER.map((title) => column(title, formats[title])),
    ),
    generated(
      SNAPSHOT_TITLE,
      SNAPSHOT_HEADER.map((title) => column(title, formats[title])),
      { hidden: true },
    ),
    generated(
      LISTS_TITLE,
      LISTED.map((key) => column(tabs[key].title, '', 280)),
      { hidden: true },
    ),
  ];
}
