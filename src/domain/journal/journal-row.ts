import { type Cell, cellText, type Grid } from '../registry/cell';
import { foldHeader } from '../text/fold';

export const JOURNAL_TITLE = 'Журнал изменений';
/** An archive: `Журнал 2025`. */
export const ARCHIVE_TITLE = /^Журнал (\d{4})$/;
export const archiveTitle = (year: string): string => `Журнал ${year}`;

/** Who could not be told: Google does not name people of other domains. */
export const UNKNOWN = 'неизвестно';

/** What made a change. The first and the last three are written by the journal itself. */
export type Source = 'правка' | 'карточка' | 'ремонт' | 'исправления' | 'импорт' | 'отмена' | 'снимок';

/** In place of a column: the row tells of the whole record, its cells stand as JSON. */
export const NEW_RECORD = '(новая запись)';
export const GONE_RECORD = '(запись удалена)';
export const SNAPSHOT_RECORD = '(снимок)';

/** After the title of a column: the row holds the rest of a text that did not fit into the row before. */
export const CONTINUED = ' (продолжение)';

/** One row of the journal; texts as they stand in its cells. */
export interface JournalRow {
  /** Running number: the order of the changes, however the tab was sorted. */
  readonly number: number;
  /** `yyyy-mm-dd hh:mm`, or `yyyy-mm-dd` where only the day is known. */
  readonly when: string;
  readonly who: string;
  /** Title of the tab, as the program names it. */
  readonly tab: string;
  readonly id: string;
  /** Title of the column, or one of the words for a whole record. */
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
  readonly source: string;
  /** ID of the organisation whose record it was before the change; '' where it belongs to none. */
  readonly organisation: string;
  /** IDs of the author's organisations; '' where the author is unknown or of no organisation. */
  readonly authorOrganisation: string;
}

const COLUMNS: readonly (readonly [keyof JournalRow, string])[] = [
  ['number', '№'],
  ['when', 'Когда'],
  ['who', 'Кто'],
  ['tab', 'Вкладка'],
  ['id', 'Запись'],
  ['column', 'Столбец'],
  ['before', 'Было'],
  ['after', 'Стало'],
  ['source', 'Источник'],
  ['organisation', 'ОО записи'],
  ['authorOrganisation', 'ОО автора'],
];

export const JOURNAL_HEADER: readonly string[] = COLUMNS.map(([, title]) => title);

/** Rows of the tab in the order in which the changes were recorded. */
export function readJournal(grid: Grid | null): JournalRow[] {
  if (grid === null || grid.length < 2) return [];
  const header = grid[0].map((cell) => foldHeader(cellText(cell)));
  const [number, when, who, tab, id, column, before, after, source, organisation, author] = COLUMNS.map(
    ([, title]) => header.indexOf(foldHeader(title)),
  );
  const rows: JournalRow[] = [];
  let sorted = true;
  for (let r = 1; r < grid.length; r++) {
    const cells = grid[r];
    const name = textOf(cells[tab]);
    if (name === '') continue;
    const made: JournalRow = {
      number: Number(cells[number] ?? r) || r,
      when: momentOf(cells[when]),
      who: textOf(cells[who]),
      tab: name,
      id: textOf(cells[id]),
      column: textOf(cells[column]),
      before: cells[before] ?? '',
      after: cells[after] ?? '',
      source: textOf(cells[source]),
      organisation: textOf(cells[organisation]),
      authorOrganisation: textOf(cells[author]),
    };
    if (rows.length > 0 && rows[rows.length - 1].number > made.number) sorted = false;
    rows.push(made);
  }
  return sorted ? rows : rows.sort((a, b) => a.number - b.number);
}

/** The cells of a row, in the order of the header. */
export function journalCells(row: JournalRow): Cell[] {
  return COLUMNS.map(([key]) => row[key]);
}

export const dayOf = (row: JournalRow): string => row.when.slice(0, 10);

/** The day of the first row: of what was before it nothing is known. '' for a blank journal. */
export function journalBegins(rows: readonly JournalRow[]): string {
  return rows.reduce((first, row) => (first === '' || dayOf(row) < first ? dayOf(row) : first), '');
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cellText(cell);
}

function momentOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.date : textOf(cell);
}
