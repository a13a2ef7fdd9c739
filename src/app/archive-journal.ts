import { archiveYears } from '../domain/journal/archive';
import {
  archiveTitle,
  JOURNAL_HEADER,
  JOURNAL_TITLE,
  type JournalRow,
  journalCells,
  readJournal,
} from '../domain/journal/journal-row';
import { journalLayout } from '../domain/workbook/generated-layout';
import { coordinatorOnly } from './access';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';

export interface ArchiveOutcome {
  /** Tabs that hold the finished years. */
  readonly tabs: readonly string[];
  /** Rows that left the journal. */
  readonly moved: number;
  /** Rows that the journal holds now. */
  readonly left: number;
}

/** Google refuses a workbook of more cells. */
const CELLS = 10_000_000;
/** What other tabs may need until the next archive. */
const RESERVE = 500_000;

/**
 * Moves the finished years of the journal to tabs of their own; the journal then begins with a snapshot. Archives are
 * written before the journal gets shorter: a run that breaks off loses nothing, and may be repeated.
 * @throws Refusal when there is nothing to move, the workbook is near its limit, or a tab of that name is somebody's
 */
export function archiveJournal(ports: Ports): ArchiveOutcome {
  const done = ports.locks.alone(() => archiveAlone(ports));
  if (done === null) throw new Refusal('С книгой сейчас работает другой запуск. Повторите через минуту.');
  return done.result;
}

function archiveAlone(ports: Ports): ArchiveOutcome {
  const { workbook, layouts, clock } = ports;
  coordinatorOnly(ports, readWorkbook(workbook).registry);
  const rows = readJournal(workbook.titles().includes(JOURNAL_TITLE) ? workbook.read(JOURNAL_TITLE) : null);
  const parts = archiveYears(rows, clock.today().slice(0, 4));
  if (parts === null) throw new Refusal('В журнале нет записей за прошлые годы: архивировать нечего.');
  const added = parts.years.reduce((sum, { rows: own }) => sum + own.length + 1, 0) * JOURNAL_HEADER.length;
  if (workbook.size() + added > CELLS - RESERVE)
    throw new Refusal(
      'Книга близка к пределу Google в 10 000 000 ячеек, архиву не хватит места. Сохраните копию книги (Файл → Создать копию), удалите из этой книги старые вкладки «Журнал …» и пустые столбцы и повторите.',
    );
  const made: string[] = [];
  for (const { year, rows: own } of parts.years) {
    const title = archiveTitle(year);
    if (!workbook.titles().includes(title)) layouts.create([journalLayout(title)], workbook.titles());
    else if (!isSame(readJournal(workbook.read(title)), own))
      throw new Refusal(`Вкладка «${title}» уже есть и хранит другое. Переименуйте её и повторите.`);
    workbook.refill(title, [JOURNAL_HEADER, ...own.map(journalCells)]);
    workbook.trim(title);
    made.push(title);
  }
  workbook.refill(JOURNAL_TITLE, [JOURNAL_HEADER, ...parts.current.map(journalCells)]);
  workbook.trim(JOURNAL_TITLE);
  return {
    tabs: made,
    moved: rows.length - parts.current.filter((r) => r.source !== 'снимок').length,
    left: parts.current.length,
  };
}

/** A run that broke off has left the same rows, or none yet. */
function isSame(found: readonly JournalRow[], wanted: readonly JournalRow[]): boolean {
  return (
    found.length === 0 ||
    (found.length === wanted.length &&
      found.every((row, i) => journalCells(row).join() === journalCells(wanted[i]).join()))
  );
}
