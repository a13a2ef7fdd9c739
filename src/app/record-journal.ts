import { homeOf } from '../domain/access/role';
import {
  type Change,
  cellChanges,
  changesOf,
  organisationIn,
  previousRecording,
  recordChanges,
} from '../domain/journal/compare';
import {
  dayOf,
  JOURNAL_HEADER,
  JOURNAL_TITLE,
  type JournalRow,
  journalCells,
  readJournal,
  type Source,
} from '../domain/journal/journal-row';
import type { RecordCells } from '../domain/journal/record-text';
import { replay } from '../domain/journal/replay';
import { type Cell, cellText, type Grid } from '../domain/registry/cell';
import { columnOf, type TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { journalLayout } from '../domain/workbook/generated-layout';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { type Ports, Refusal } from './ports';
import type { ReadWorkbook } from './read-workbook';

/** A cell that a command has changed. */
export interface RecordedChange {
  readonly tab: TabKey;
  readonly id: string;
  /** Key of the column. */
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
  /** The command made the record: its cells stand in one row of the journal. */
  readonly created?: boolean;
}

/**
 * Compares the tabs as read with what the journal last knew and appends the differences: one read, one write. Run a second
 * time it adds nothing. The first recording of a workbook is a snapshot of all records.
 * @returns how many rows were added
 */
export function recordJournal(ports: Ports, { registry, grids }: ReadWorkbook): number {
  const grid = ports.workbook.read(JOURNAL_TITLE);
  const title = journalTitle(ports, grid);
  const rows = readJournal(grid);
  const known = replay(rows);
  const previous = previousRecording(rows);
  const changes: Change[] = [];
  for (const tab of Object.values(tabs)) {
    const grid = grids.get(tab.key);
    if (!grid) continue;
    const owners = new Map(
      registry.tabs[tab.key].entries.map((e) => [
        e.row,
        tab.key === 'organisations' ? e.id : String(e.values.organisation ?? ''),
      ]),
    );
    changes.push(
      ...changesOf(tab, grid, known, {
        now: ports.clock.now(),
        previous,
        organisationOf: (row) => owners.get(row) ?? '',
      }),
    );
  }
  const number = rows.length === 0 ? 0 : rows[rows.length - 1].number;
  append(ports, title, { number, row: Math.max(1, grid?.length ?? 0) }, changes, registry);
  return changes.length;
}

/**
 * Notes what a command has changed, so that source and author are exact: call it after the cells were written, with what
 * was written. Rows that a command appended are marked `created`.
 * @param registry where it is at hand: tells the organisations of the record and of the author
 */
export function journalChanges(
  ports: Ports,
  changes: readonly RecordedChange[],
  source: Source,
  registry?: Registry,
): void {
  if (changes.length === 0) return;
  const title = journalTitle(ports);
  const common = { when: ports.clock.now(), who: ports.actor(), source };
  const owners = new Map<string, string>();
  for (const [key, read] of Object.entries(registry?.tabs ?? {}))
    for (const { id, values } of read.entries)
      owners.set(`${key} ${id}`, key === 'organisations' ? id : String(values.organisation ?? ''));
  const made = new Map<string, RecordCells>();
  const rows: Change[] = [];
  for (const { tab, id, column, before, after, created } of changes) {
    if (!created) {
      const about = { tab: tabs[tab].title, id, organisation: owners.get(`${tab} ${id}`) ?? '' };
      rows.push(...cellChanges(columnOf(tabs[tab], column), before, after, { ...common, ...about }));
      continue;
    }
    const key = `${tab} ${id}`;
    made.set(key, { ...made.get(key), [column]: after });
  }
  for (const [key, cells] of made) {
    const at = key.indexOf(' ');
    const [tab, id] = [tabs[key.slice(0, at) as TabKey], key.slice(at + 1)];
    const organisation = owners.get(key) || organisationIn(tab, id, cells);
    rows.push(...recordChanges(tab, cells, { ...common, id, organisation }));
  }
  const row = Math.max(1, ports.workbook.lastRow(title));
  append(ports, title, { number: row - 1, row }, rows, registry);
}

/** Title of the journal; the tab is made where the workbook has none yet. */
function journalTitle({ workbook, layouts }: Ports, grid?: Grid | null): string {
  if (!workbook.titles().includes(JOURNAL_TITLE))
    layouts.create([journalLayout(JOURNAL_TITLE)], [...workbook.titles(), JOURNAL_TITLE]);
  else {
    const header = grid ? grid[0].map(cellText) : workbook.firstRow(JOURNAL_TITLE);
    if (!isOwnTab(JOURNAL_TITLE, header))
      throw new Refusal(
        `На вкладке «${JOURNAL_TITLE}» ваши данные, а программе нужна вкладка с этим названием. Переименуйте свою вкладку и повторите.`,
      );
    if (header.every((text) => text === '')) workbook.refill(JOURNAL_TITLE, [JOURNAL_HEADER]);
  }
  return JOURNAL_TITLE;
}

function append(
  ports: Ports,
  title: string,
  last: { readonly number: number; readonly row: number },
  changes: readonly Change[],
  registry: Registry | undefined,
): void {
  if (changes.length === 0) return;
  const homes = new Map<string, string>();
  const homeText = (who: string, day: string): string => {
    if (!registry || !who.includes('@')) return '';
    const key = `${who} ${day}`;
    const known = homes.get(key) ?? homeOf(registry, who, day).join('; ');
    homes.set(key, known);
    return known;
  };
  // The journal belongs to the script and runs hold the lock: its last row is the one that was just read.
  ports.workbook.appendAfter(
    title,
    last.row,
    changes.map((change, i) => {
      const row: JournalRow = { ...change, number: last.number + i + 1, authorOrganisation: '' };
      return journalCells({ ...row, authorOrganisation: homeText(row.who, dayOf(row)) });
    }),
  );
}
