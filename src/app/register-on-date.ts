import {
  ARCHIVE_TITLE,
  archiveTitle,
  JOURNAL_TITLE,
  type JournalRow,
  journalBegins,
  readJournal,
  UNKNOWN,
} from '../domain/journal/journal-row';
import { identityColumn } from '../domain/journal/record-text';
import { dayWords, REGISTER_SIGN, REGISTER_TITLE, registerRows } from '../domain/journal/register';
import { stateOn } from '../domain/journal/replay';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { isDate } from '../domain/text/calendar';
import { registerOnDateLayout } from '../domain/workbook/generated-layout';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';
import { recordJournal } from './record-journal';

/** What the dialog «Реестр на дату» offers. */
export interface HistoryScreen {
  readonly registers: readonly { readonly key: TabKey; readonly title: string }[];
  readonly today: string;
  /** The first day that the journal knows, or '' when nothing was recorded yet. */
  readonly from: string;
}

export interface RegisterOnDate {
  /** Title of the tab that holds it. */
  readonly tab: string;
  readonly register: string;
  readonly date: string;
  readonly records: number;
  /** Honest remarks: what the journal cannot know. */
  readonly notes: readonly string[];
}

export function historyScreen(ports: Ports): HistoryScreen {
  const titles = ports.workbook.titles();
  const oldest = archiveYearsOf(titles)[0];
  const rows = readJournal(ports.workbook.read(oldest === undefined ? JOURNAL_TITLE : archiveTitle(oldest)));
  return {
    registers: Object.values(tabs)
      .filter((tab) => identityColumn(tab) !== null)
      .map(({ key, title }) => ({ key, title })),
    today: ports.clock.today(),
    from: journalBegins(rows),
  };
}

/**
 * Fills «Реестр на дату» with a register as it was at the end of a day. For today the journal is brought up to date first.
 * @throws Refusal when the journal does not know that day, or another run holds the workbook
 */
export function registerOnDate(ports: Ports, request: { tab?: string; date?: string }): RegisterOnDate {
  const tab = Object.values(tabs).find((t) => t.key === request.tab || t.title === request.tab);
  if (!tab || identityColumn(tab) === null) throw new Refusal('Выберите реестр из списка.');
  const today = ports.clock.today();
  const date = request.date ?? today;
  if (!isDate(date)) throw new Refusal('Дата должна быть вида 2022-10-20.');
  if (date > today) throw new Refusal('Эта дата ещё не наступила: выберите сегодняшнюю или раньше.');
  const done = ports.locks.alone(() => {
    if (date === today) recordJournal(ports, readWorkbook(ports.workbook));
    const rows = journalOf(ports, date);
    const table = registerRows(tab, date, stateOn(rows, date));
    fill(ports, table);
    return {
      records: table.length - 1,
      unknown: rows.some((row) => row.who === UNKNOWN && row.source === 'правка'),
    };
  });
  if (done === null) throw new Refusal('С книгой сейчас работает другой запуск. Повторите через минуту.');
  const { records, unknown } = done.result;
  return {
    tab: REGISTER_TITLE,
    register: tab.title,
    date,
    records,
    notes: [
      'Правки, сделанные между двумя записями журнала, относятся ко дню, который стоит в «Дата актуализации», а если его нет — ко дню, когда их нашла проверка.',
      ...(unknown ? ['Автор части правок неизвестен: Google его не сообщил.'] : []),
    ],
  };
}

/** The part of the journal that knows the day: the first archive that reaches to it, or the journal itself. */
function journalOf(ports: Ports, date: string): readonly JournalRow[] {
  const { workbook } = ports;
  const years = archiveYearsOf(workbook.titles());
  const year = years.find((y) => y >= date.slice(0, 4));
  const rows = readJournal(workbook.read(year === undefined ? JOURNAL_TITLE : archiveTitle(year)));
  const begins = journalBegins(rows);
  if (begins !== '' && begins <= date) return rows;
  const first =
    years.length === 0 ? begins : journalBegins(readJournal(workbook.read(archiveTitle(years[0]))));
  throw new Refusal(
    first === ''
      ? 'Журнал ещё пуст: он начнётся с первой проверки записей. Что было раньше, неизвестно.'
      : `Журнал начат ${dayWords(first)}: что было в реестре раньше, неизвестно. Выберите эту дату или позже.`,
  );
}

function archiveYearsOf(titles: readonly string[]): string[] {
  return titles.flatMap((title) => ARCHIVE_TITLE.exec(title)?.[1] ?? []).sort();
}

function fill(ports: Ports, table: readonly (readonly string[])[]): void {
  const { workbook, layouts } = ports;
  if (!workbook.titles().includes(REGISTER_TITLE))
    layouts.create([registerOnDateLayout()], workbook.titles());
  else if (!isOwnTab(REGISTER_TITLE, workbook.firstRow(REGISTER_TITLE)))
    throw new Refusal(
      `На вкладке «${REGISTER_TITLE}» ваши данные: первая ячейка должна быть «${REGISTER_SIGN}». Переименуйте свою вкладку и повторите.`,
    );
  workbook.refill(REGISTER_TITLE, table);
}
