import { type Cell, cellText, type Grid, isBlank, isDateCell, sameCell } from '../registry/cell';
import { mapHeaders } from '../registry/headers';
import { type Column, columnOf, type Tab } from '../registry/tab';
import { parseDate } from '../text/parse-date';
import { cellToText, piecesOf } from './cell-text';
import {
  CONTINUED,
  dayOf,
  GONE_RECORD,
  type JournalRow,
  NEW_RECORD,
  SNAPSHOT_RECORD,
  UNKNOWN,
} from './journal-row';
import { fittingText, identityColumn, isRecordText, placedColumns, type RecordCells } from './record-text';
import { type Known, type KnownRecord, knownCells } from './replay';

/** A row of the journal before it has its number and the author's organisation. */
export type Change = Omit<JournalRow, 'number' | 'authorOrganisation'>;

export interface Recording {
  /** `yyyy-mm-dd hh:mm` */
  readonly now: string;
  /** Day of the latest change that an earlier recording found; '' for the first recording of the workbook. */
  readonly previous: string;
  /** The organisation of the record in this row (1-based) of the sheet, '' when it has none. */
  readonly organisationOf: (row: number) => string;
}

/** Columns that say who changed the row and when: they date the other changes. */
const STAMPS: ReadonlySet<string> = new Set(['updatedOn', 'updatedBy']);
/** Sources of the rows that a recording writes; the others come from commands. */
const OF_RECORDING: ReadonlySet<string> = new Set(['правка', 'снимок']);

/** The latest day that recordings have spoken of. */
export function previousRecording(rows: readonly JournalRow[]): string {
  return rows.reduce(
    (latest, row) => (OF_RECORDING.has(row.source) && dayOf(row) > latest ? dayOf(row) : latest),
    '',
  );
}

/**
 * What is in the sheet and not yet in the journal: a row for each new or vanished record, a row for each changed cell. A
 * column or an ID column that is not found in the sheet says nothing: no record is taken for changed or vanished by it.
 */
export function changesOf(tab: Tab, grid: Grid, known: Known, recording: Recording): Change[] {
  const headers = mapHeaders(tab, grid[0] ?? []);
  const identity = identityColumn(tab);
  const idAt = identity === null ? undefined : headers.at.get(identity);
  if (idAt === undefined) return [];
  const placed = placedColumns(tab, headers);
  const records = known.get(tab.key) ?? new Map<string, KnownRecord>();
  const changes: Change[] = [];
  const seen = new Set<string>();
  const stampsAt = { on: headers.at.get('updatedOn'), by: headers.at.get('updatedBy') };
  const first = recording.previous === '';
  for (let r = 1; r < grid.length; r++) {
    const cells = grid[r];
    if (isBlank(cells[idAt])) continue;
    const id = cellText(cells[idAt]).trim();
    // The first holder of a doubled ID is the record; the copy gets its own number soon.
    if (seen.has(id)) continue;
    seen.add(id);
    // The first recording is a snapshot, whatever single changes commands noted before it.
    const record = first ? undefined : records.get(id);
    if (record && record.changed === null && isRecordText(placed, cells, record.text)) continue;
    const before = record ? knownCells(tab, record) : {};
    const differing = record
      ? placed.filter((p) => !sameCell(before[p.column.key] ?? '', cells[p.at] ?? ''))
      : placed;
    if (record && differing.length === 0) continue;
    const stamp: Stamp = {
      on: stampsAt.on === undefined ? '' : dayOfCell(cells[stampsAt.on] ?? ''),
      by: stampsAt.by === undefined ? '' : cellText(cells[stampsAt.by] ?? '').trim(),
      fresh: differing.some((p) => STAMPS.has(p.column.key)),
    };
    const common = {
      tab: tab.title,
      id,
      organisation: ownerBefore(tab, record, before, cells, placed, recording, r),
    };
    if (!record) {
      const whole = Object.fromEntries(placed.map((p) => [p.column.key, cells[p.at] ?? '']));
      const author = first ? { who: UNKNOWN, when: recording.now } : authorOf(stamp, undefined, recording);
      changes.push(
        ...recordChanges(tab, whole, { ...common, ...author, source: first ? 'снимок' : 'правка' }),
      );
      continue;
    }
    const author = authorOf(stamp, record, recording);
    const ofCommand = commandOf(stamp, record);
    // What people changed first, the stamps of the row after it.
    const ordered = [...differing].sort(
      (a, b) => Number(STAMPS.has(a.column.key)) - Number(STAMPS.has(b.column.key)),
    );
    for (const { column, at } of ordered) {
      const by = ofCommand && STAMPS.has(column.key) ? ofCommand : { ...author, source: 'правка' };
      const { when, who, source } = by;
      changes.push(
        ...cellChanges(column, before[column.key] ?? '', cells[at] ?? '', { ...common, when, who, source }),
      );
    }
  }
  for (const [id, record] of records) {
    if (seen.has(id)) continue;
    const before = knownCells(tab, record);
    changes.push({
      when: recording.now,
      who: UNKNOWN,
      tab: tab.title,
      id,
      column: GONE_RECORD,
      before: fittingText(tab, before).text,
      after: '',
      source: 'правка',
      organisation: organisationIn(tab, id, before),
    });
  }
  return changes;
}

/** A whole record as rows of the journal: one, and a row for each cell that is too long to stand in it. */
export function recordChanges(
  tab: Tab,
  cells: RecordCells,
  common: Omit<Change, 'tab' | 'column' | 'before' | 'after'>,
): Change[] {
  const { text, left } = fittingText(tab, cells);
  const column = common.source === 'снимок' ? SNAPSHOT_RECORD : NEW_RECORD;
  return [
    { ...common, tab: tab.title, column, before: '', after: text },
    ...left.flatMap((key) => cellChanges(columnOf(tab, key), '', cells[key], { ...common, tab: tab.title })),
  ];
}

/** One changed cell as rows of the journal: one, unless the text does not fit into a cell. */
export function cellChanges(
  { title }: Column,
  before: Cell,
  after: Cell,
  common: Omit<Change, 'column' | 'before' | 'after'>,
): Change[] {
  const [was, is] = [piecesOf(before), piecesOf(after)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, i) => ({
    ...common,
    column: i === 0 ? title : `${title}${CONTINUED}`,
    before: cellToText(was[i] ?? ''),
    after: cellToText(is[i] ?? ''),
  }));
}

/** «Дата актуализации» and «Кто изменил» of a row; fresh: they changed since the journal last saw them. */
interface Stamp {
  readonly on: string;
  readonly by: string;
  readonly fresh: boolean;
}

/**
 * Who made the change and when. The row's stamp is believed where it is new and lies between the previous recording and
 * today; a stamp that is older, or that a command left there, does not say who changed the other cells.
 */
function authorOf(
  stamp: Stamp,
  record: KnownRecord | undefined,
  { now, previous }: Recording,
): { readonly who: string; readonly when: string } {
  const today = now.slice(0, 10);
  const earliest = record && dayOf(record.last) > previous ? dayOf(record.last) : previous;
  const within = stamp.on !== '' && stamp.on >= earliest && stamp.on <= today;
  // The same person on the same day leaves the same stamp.
  const fresh = stamp.fresh || stamp.on === today;
  if (!within || !fresh || (record && commandOf(stamp, record))) return { who: UNKNOWN, when: now };
  return { who: stamp.by || UNKNOWN, when: stamp.on === today ? now : stamp.on };
}

/** The row of a command that left this very stamp, or null. */
function commandOf(stamp: Stamp, { last }: KnownRecord): JournalRow | null {
  return !OF_RECORDING.has(last.source) && last.who === stamp.by && dayOf(last) === stamp.on ? last : null;
}

function dayOfCell(cell: Cell): string {
  if (isDateCell(cell)) return cell.date;
  return typeof cell === 'string' ? (parseDate(cell).value ?? '') : '';
}

/** Whose record it was before the change: moving it to another organisation does not make it one's own. */
function ownerBefore(
  tab: Tab,
  record: KnownRecord | undefined,
  before: RecordCells,
  cells: readonly Cell[],
  placed: readonly { column: { key: string }; at: number }[],
  recording: Recording,
  row: number,
): string {
  const at = placed.find((p) => p.column.key === 'organisation')?.at;
  const same = at === undefined || sameCell(before.organisation ?? '', cells[at] ?? '');
  if (!record || same) return recording.organisationOf(row + 1);
  return organisationIn(tab, '', before) || recording.organisationOf(row + 1);
}

/** The organisation that a record names by its ID; a record of «Организации» is its own. */
export function organisationIn(tab: Tab, id: string, cells: RecordCells): string {
  if (tab.key === 'organisations') return id;
  return /^\s*(ORG-\d+)/.exec(String(cells.organisation ?? cells.workplace ?? ''))?.[1] ?? '';
}
