import { copyNote } from '../domain/identity/copy-note';
import { raised } from '../domain/identity/high-water';
import { isNumbered } from '../domain/identity/numbered-tab';
import { type WantedId, wantedIds } from '../domain/identity/wanted-ids';
import { cellText, type Grid } from '../domain/registry/cell';
import type { Entry } from '../domain/registry/read';
import type { Tab } from '../domain/registry/tab';
import { shortDate } from '../domain/text/print-date';
import { type EditedRows, editedOf } from './edited-rows';
import { keepMarks, marksOf } from './id-marks';
import type { Edit, EditPorts } from './ports';

interface EditedRecords {
  readonly seen: EditedRows;
  readonly tab: Tab;
  readonly at: ReadonlyMap<string, number>;
  /** By 1-based row. */
  readonly entries: ReadonlyMap<number, Entry>;
  /** Keys of the columns that were edited. */
  readonly edited: ReadonlySet<string>;
}

/** IDs set aside for edited rows; nothing is written yet. */
export interface NewIds {
  readonly wanted: readonly WantedId[];
  /** The whole ID column as it was under the lock; null where none is to be written. */
  readonly column: Grid | null;
}

const NONE: NewIds = { wanted: [], column: null };

/**
 * IDs for new rows and for copies among the rows that a person has just edited; an edit of records that have theirs takes
 * no lock. Where the lock is not free the rows wait for the full check. The number comes from the mark of the greatest one
 * ever given: the column is looked through only where a paste brought IDs along, or while there is no mark.
 * @returns 'moved' when rows or columns are no longer where they were read
 */
export function idsAtCell({ edit, hold, store }: EditPorts, records: EditedRecords): NewIds | 'moved' {
  const { seen, tab, at, entries, edited } = records;
  const idAt = at.get('id');
  const isPasted = edited.has('id');
  const needs = [...entries.values()].some(({ id }) => id === '' || isPasted);
  if (!needs || idAt === undefined || !isNumbered(tab) || !hold()) return NONE;
  const column = edit.column(idAt);
  const idIn = (row: number) => cellText(column[row - 1]?.[0] ?? '').trim();
  const stands = editedOf(seen).every(
    (cells, i) => idIn(seen.first + i) === cellText(cells[idAt] ?? '').trim(),
  );
  if (!stands || idIn(1) !== cellText(seen.header[idAt]).trim()) return 'moved';
  const known = marksOf(store);
  const { prefix } = tab.id;
  const asked = isPasted || known[prefix] === undefined;
  const ids = asked ? column.map((_, i) => idIn(i + 1)) : [];
  const marks = raised(known, ids);
  const isEdited = (row: number) => row >= seen.first && row <= seen.last;
  const rows = [...entries].filter(([, { id }]) => id === '').map(([row]) => ({ row, id: '' }));
  if (isPasted)
    ids.forEach((id, i) => {
      if (i > 0 && id !== '') rows.push({ row: i + 1, id });
    });
  rows.sort((a, b) => a.row - b.row);
  const wanted = wantedIds(tab.id, rows, marks[prefix] ?? 0, isEdited).filter((w) => isEdited(w.row));
  keepMarks(
    store,
    raised(
      marks,
      wanted.map((w) => w.id),
    ),
    known,
  );
  return wanted.length > 0 ? { wanted, column } : NONE;
}

/** Says beside its new ID which record a row is a copy of. */
export function noteCopies(edit: Edit, idAt: number, wanted: readonly WantedId[], today: string): void {
  const runs: WantedId[][] = [];
  for (const copy of wanted) {
    if (copy.was === '') continue;
    const last = runs[runs.length - 1] as WantedId[] | undefined;
    if (last && last[last.length - 1].row + 1 === copy.row) last.push(copy);
    else runs.push([copy]);
  }
  for (const run of runs)
    edit.notes(
      run[0].row - 1,
      idAt,
      run.map(({ was, id }) => copyNote(was, id, shortDate(today))),
    );
}
