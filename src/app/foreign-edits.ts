import { foreignChanges, undoings } from '../domain/journal/foreign';
import { JOURNAL_TITLE, readJournal } from '../domain/journal/journal-row';
import { dayWords } from '../domain/journal/register';
import { cellText } from '../domain/registry/cell';
import { tabs } from '../domain/registry/tabs';
import { accessOf, coordinatorOnly } from './access';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';
import { journalChanges, recordJournal } from './record-journal';
import { type CellChange, writeCells } from './write-cells';

/** One change in a record of somebody else's organisation, in words for the coordinator. */
export interface ForeignEdit {
  /** Number of the row in the journal. */
  readonly number: number;
  readonly when: string;
  readonly who: string;
  /** Short names of the author's organisations. */
  readonly from: string;
  readonly tab: string;
  readonly id: string;
  /** Short name of the organisation whose record it is. */
  readonly owner: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly undoable: boolean;
}

export interface ForeignEdits {
  readonly edits: readonly ForeignEdit[];
  /** More than are shown. */
  readonly total: number;
  readonly remark: string;
}

const SHOWN = 200;
const LONGEST = 200;

/** Brings the journal up to date and lists what curators changed in rows of other organisations. */
export function foreignEdits(ports: Ports): ForeignEdits {
  const done = ports.locks.alone(() => {
    const read = readWorkbook(ports.workbook);
    coordinatorOnly(ports, read.registry);
    recordJournal(ports, read);
    const changes = foreignChanges(readJournal(ports.workbook.read(JOURNAL_TITLE)));
    const names = new Map(
      read.registry.tabs.organisations.entries.map((e) => [e.id, String(e.values.shortName || e.id)]),
    );
    const nameOf = (ids: string) =>
      ids
        .split('; ')
        .map((id) => names.get(id) ?? id)
        .join('; ');
    return {
      edits: changes.slice(0, SHOWN).map(({ row, column, holds }) => ({
        number: row.number,
        when: `${dayWords(row.when.slice(0, 10))}${row.when.slice(10)}`,
        who: row.who,
        from: nameOf(row.authorOrganisation),
        tab: row.tab,
        id: row.id,
        owner: nameOf(row.organisation),
        column: row.column,
        before: column === null ? '' : brief(cellText(row.before)),
        after: column === null ? '' : brief(cellText(row.after)),
        undoable: holds,
      })),
      total: changes.length,
      remark: accessOf(ports, read.registry).remark,
    };
  });
  if (done === null) throw new Refusal(BUSY);
  return done.result;
}

const BUSY = 'С книгой сейчас работает другой запуск. Повторите через минуту.';

function brief(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export interface UndoOutcome {
  readonly undone: number;
  /** Cells that were left alone, in words. */
  readonly left: readonly string[];
}

/**
 * Gives the cells back what stood there before the chosen changes; a cell that holds something else by now is left alone.
 * @param numbers rows of the journal, see `foreignEdits`
 */
export function undoForeignEdits(ports: Ports, numbers: readonly number[]): UndoOutcome {
  const done = ports.locks.alone(() => {
    const { registry, titles } = readWorkbook(ports.workbook);
    coordinatorOnly(ports, registry);
    const wanted = new Set(numbers);
    const chosen = foreignChanges(readJournal(ports.workbook.read(JOURNAL_TITLE))).filter((c) =>
      wanted.has(c.row.number),
    );
    if (chosen.length === 0)
      throw new Refusal(
        'Этих правок в списке уже нет: они отменены или журнал сдан в архив. Откройте окно снова.',
      );
    const changes = undoings(chosen).flatMap((u): CellChange[] => {
      const tab = Object.values(tabs).find((t) => t.title === u.tab);
      return tab ? [{ ...u, tab: tab.key, row: 0 }] : [];
    });
    const { written, refused } = writeCells(ports.workbook, titles, changes);
    journalChanges(ports, written, 'отмена', registry);
    return {
      undone: written.length,
      left: refused.map(({ change, now }) => {
        const column = tabs[change.tab].columns.find((c) => c.key === change.column)?.title ?? change.column;
        const place = `«${tabs[change.tab].title}», ${change.id}, «${column}»`;
        return now === null
          ? `${place}: записи или столбца больше нет.`
          : `${place}: там уже другое значение («${brief(cellText(now))}»), оно оставлено.`;
      }),
    };
  });
  if (done === null) throw new Refusal(BUSY);
  return done.result;
}
