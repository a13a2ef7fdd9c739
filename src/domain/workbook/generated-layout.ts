import { CHECK_HEADER, CHECK_TITLE } from '../checks/check-sheet';
import { SUMMARY_TITLE } from '../checks/summary-sheet';
import { UNDO_HEADER, UNDO_TITLE } from '../fixes/undo-sheet';
import { JOURNAL_HEADER, JOURNAL_TITLE } from '../journal/journal-row';
import { REGISTER_TITLE } from '../journal/register';
import { LEDGER_HEADER, LEDGER_TITLE } from '../letters/ledger';
import { FACTS_HEADER, FACTS_TITLE } from '../monitoring/facts-sheet';
import { INDICATORS_TITLE } from '../monitoring/indicator-sheet';
import { SNAPSHOT_HEADER, SNAPSHOT_TITLE } from '../monitoring/snapshot';
import { tabs } from '../registry/tabs';
import { MATRIX_TITLE } from '../roadmap/matrix-sheet';
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

/** Texts stay texts: what was found in a cell may look like a date or a number. */
const CHECK_WIDTHS: Readonly<Record<string, number>> = {
  '№': 50,
  Организация: 190,
  Код: 60,
  Строка: 60,
  Сообщение: 280,
  'Что сделать': 280,
  Перейти: 80,
};

/** What the full check fills. */
export function checkLayouts(): TabLayout[] {
  return [
    generated(
      CHECK_TITLE,
      CHECK_HEADER.map((title) =>
        column(
          title,
          title === 'Замечено с' ? DATE_FORMAT : title === '№' || title === 'Строка' ? '0' : TEXT_FORMAT,
          CHECK_WIDTHS[title] ?? null,
        ),
      ),
    ),
    generated(SUMMARY_TITLE, [column('', '', 280)]),
  ];
}

/** Tabs that the script fills; people look at them. */
export function generatedLayouts(): TabLayout[] {
  return [
    ...checkLayouts(),
    matrixLayout(),
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
    journalLayout(JOURNAL_TITLE),
    ledgerLayout(),
    generated(
      LISTS_TITLE,
      LISTED.map((key) => column(tabs[key].title, '', 280)),
      { hidden: true },
    ),
  ];
}

/** The organisation, then as many columns as a plan may have; their headers come with the statuses. */
const MATRIX_COLUMNS = 40;

/** Organisations × measures: the full check fills it. */
export const matrixLayout = (): TabLayout =>
  generated(MATRIX_TITLE, [
    column('', TEXT_FORMAT, 280),
    ...Array.from({ length: MATRIX_COLUMNS }, () => column('', TEXT_FORMAT)),
  ]);

const journalWidths: Readonly<Record<string, number>> = { '№': 60, Было: 280, Стало: 280 };

/** «Журнал изменений» or its archive of a year: texts, so that what was typed stays what it was. */
export function journalLayout(title: string): TabLayout {
  return generated(
    title,
    JOURNAL_HEADER.map((name) => column(name, name === '№' ? '' : TEXT_FORMAT, journalWidths[name])),
  );
}

const ledgerWidths: Readonly<Record<string, number>> = {
  Ключ: 420,
  Письмо: 280,
  Кому: 280,
  Пояснение: 280,
};

/** «Письма»: what was told to whom, texts only. */
export function ledgerLayout(): TabLayout {
  return generated(
    LEDGER_TITLE,
    LEDGER_HEADER.map((name) => column(name, TEXT_FORMAT, ledgerWidths[name] ?? null)),
  );
}

/** As many columns as the widest register has; their headers come with the register. */
const REGISTER_COLUMNS = 60;

/** Made when somebody asks for the first register on a date. */
export const registerOnDateLayout = (): TabLayout =>
  generated(
    REGISTER_TITLE,
    Array.from({ length: REGISTER_COLUMNS }, () => column('', TEXT_FORMAT)),
  );

/** Made before the first safe fixes: texts, so that what stood in a cell stays what it was. */
export const undoLayout = (): TabLayout =>
  generated(
    UNDO_TITLE,
    UNDO_HEADER.map((title) => column(title, TEXT_FORMAT, journalWidths[title])),
    { hidden: true },
  );
