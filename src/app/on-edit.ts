import type { Finding } from '../domain/checks/finding';
import { findingsIn } from '../domain/checks/kept-verdict';
import { checkReferencesOf } from '../domain/checks/references';
import { ruleOf } from '../domain/checks/rules';
import { checkRows } from '../domain/checks/run';
import { verdictOf } from '../domain/checks/verdict';
import { isNumbered } from '../domain/identity/numbered-tab';
import { type Cell, cellText, type Grid, isBlank, sameCell } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import { type Entry, readTab } from '../domain/registry/read';
import { columnOf, type Tab, type TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { namesToIds, vocabulariesOf } from '../domain/registry/workbook';
import { officialCalendar } from '../domain/roadmap/calendar-of';
import { parseId } from '../domain/text/id';
import { counted } from '../domain/text/plural';
import type { PlacedCell } from './cell-blocks';
import { type EditIndex, openIndex } from './edit-index';
import { type EditedRows, editedOf, readRows, rowsOf } from './edited-rows';
import { idsAtCell, noteCopies } from './ids-at-cell';
import type { Edit, EditPorts } from './ports';
import { findTitle } from './read-workbook';
import { writeEdited } from './write-edited';

const STAMPS = ['updatedOn', 'updatedBy'] as const;
/** The columns that an edit may make the program write; they stand together. */
const OWN = ['id', ...STAMPS, 'errors'] as const;

/**
 * A person has edited cells: the rows get their IDs, the stamp of who and when, and the words of what is wrong beside the
 * ID. It is a hint and may be lost; the full check gives the same for the same rows. The header is read each time:
 * columns that have moved since the index was made must never take a value meant for another.
 */
export function checkEdit(ports: EditPorts): void {
  const { edit } = ports;
  if (edit.lastRow < 2) return;
  const index = openIndex(ports.cache, ports.store);
  const key = index ? index.tab(edit.tabId) : tabOfTitle(edit.title());
  if (key === undefined || !tabs[key].columns.some((c) => c.key === 'errors')) return;
  const run: Run = { ports, index, tab: tabs[key], zone: index?.zone ?? edit.zone() };
  const { first, last, tooMany } = rowsOf(edit);
  const seen = readRows(edit, first, last, run.zone);
  if (tooMany > 0) {
    sayTooMany(run, seen, tooMany);
    return;
  }
  if (checkRowsOf(run, seen) !== 'moved') return;
  // Another run gave IDs while this one waited for the lock; rows that are no longer the same are left to the check.
  const again = readRows(edit, first, last, run.zone);
  if (samePeoplesCells(run.tab, seen, again)) checkRowsOf(run, again);
}

interface Run {
  readonly ports: EditPorts;
  readonly index: EditIndex | null;
  readonly tab: Tab;
  readonly zone: string;
}

function checkRowsOf({ ports, index, tab, zone }: Run, seen: EditedRows): 'moved' | 'done' {
  const { edit } = ports;
  const headers = mapHeaders(tab, seen.header);
  const { at } = headers;
  const edited = editedColumns(tab, at, edit);
  if ([...edited].every((key) => columnOf(tab, key).owner === 'script')) return 'done';
  const today = edit.today(zone);
  const cells = editedOf(seen);
  const names = index?.names ?? { size: 0, get: () => undefined };
  const grid = namesToIds(tab.key, [seen.header, ...cells], names, headers);
  const read = readTab(tab, grid, index?.vocabulary ?? vocabulariesOf(null), headers);
  const rowOf = (row: number) => row + seen.first - 2;
  const entries = new Map(read.entries.map((entry) => [rowOf(entry.row), entry]));
  const ids = idsAtCell(ports, { seen, tab, at, entries, edited });
  if (ids === 'moved') return 'moved';
  const given = new Map(ids.wanted.map(({ row, id }) => [row, id]));
  const findings = new Map<number, Finding[]>();
  const all: Finding[] = read.findings.filter((f) => f.row !== 1);
  if (index) {
    checkReferencesOf(read, index.records, all);
    checkRows(read, { settings: index.settings, today, calendar: officialCalendar }, all);
  }
  const idTitle = columnOf(tab, 'id').title;
  for (const finding of all) {
    const row = rowOf(finding.row ?? 0);
    if (!entries.has(row) || !isJudged(finding.code, index) || index?.isAccepted(finding, today)) continue;
    if (given.has(row) && finding.column === idTitle) continue;
    findings.set(row, [...(findings.get(row) ?? []), finding]);
  }
  const stamp = { updatedOn: { date: today }, updatedBy: edit.by };
  const wanted = cells.map((row, i) => {
    const place = seen.first + i;
    const words = wantedCells(row, at, edited, {
      entry: entries.get(place),
      findings: findings.get(place) ?? [],
      isNew: given.has(place),
      index,
      stamp,
    });
    const idAt = at.get('id');
    if (idAt !== undefined && given.size > 0 && (given.has(place) || parseId(cellText(row[idAt] ?? ''))))
      words.set(idAt, given.get(place) ?? row[idAt]);
    return words;
  });
  const keys = new Map(OWN.filter((key) => at.has(key)).map((key) => [at.get(key)!, key]));
  const placed = changed(cells, seen.first - 1, wanted, [...keys.keys()]).map((cell) => {
    const row = cell.row + 1;
    return { ...cell, key: keys.get(cell.column)!, id: given.has(row) ? '' : (entries.get(row)?.id ?? '') };
  });
  if (!writeEdited(edit, tab.key, seen, placed, ids.column, zone)) return 'done';
  noteCopies(edit, at.get('id') ?? 0, ids.wanted, today);
  if (!index || !isNumbered(tab)) return 'done';
  for (const [row, { id, values }] of entries)
    index.note(given.get(row) ?? id, values.recordStatus === 'Архив');
  index.keep(ports.cache);
  return 'done';
}

/** Whether the rows hold the same as before in everything that people fill. */
function samePeoplesCells(tab: Tab, before: EditedRows, now: EditedRows): boolean {
  const at = mapHeaders(tab, before.header).at;
  const own = new Set(OWN.map((key) => at.get(key)));
  const [then, rows] = [editedOf(before), editedOf(now)];
  return (
    before.header.every((cell, c) => sameCell(cell, now.header[c] ?? '')) &&
    then.every((row, i) => row.every((cell, c) => own.has(c) || sameCell(cell, rows[i]?.[c] ?? '')))
  );
}

function tabOfTitle(title: string): TabKey | undefined {
  return Object.values(tabs).find((tab) => findTitle([title], tab.title, tab.aliases) !== null)?.key;
}

/** Keys of the columns that were edited. */
function editedColumns(tab: Tab, at: ReadonlyMap<string, number>, { columns }: Edit): ReadonlySet<string> {
  const inside = (position: number) => !columns || (position >= columns.first && position <= columns.last);
  return new Set(tab.columns.map((c) => c.key).filter((key) => at.has(key) && inside(at.get(key)!)));
}

function sayTooMany({ ports, tab, zone }: Run, seen: EditedRows, count: number): void {
  const { at } = mapHeaders(tab, seen.header);
  const column = at.get('errors');
  if (column === undefined) return;
  const id = cellText(editedOf(seen)[0]?.[at.get('id') ?? -1] ?? '').trim();
  const value = `Изменено сразу ${counted(count, ['строка', 'строки', 'строк'])}: выполните «Проверить записи».`;
  writeEdited(
    ports.edit,
    tab.key,
    seen,
    [{ row: seen.first - 1, column, key: 'errors', id, value }],
    null,
    zone,
  );
}

/** What one row alone tells. Without the index neither added words nor other records nor the settings are known. */
function isJudged(code: string, index: EditIndex | null): boolean {
  if (code === 'R-04') return false;
  const { scope } = ruleOf(code);
  if (!index && (code === 'R-02' || code === 'R-03')) return false;
  return scope === 'reading' || (scope === 'row' && index !== null);
}

interface Judgement {
  readonly entry: Entry | undefined;
  readonly findings: readonly Finding[];
  readonly isNew: boolean;
  readonly index: EditIndex | null;
  readonly stamp: Readonly<Record<(typeof STAMPS)[number], Cell | (() => Cell)>>;
}

/** Position → what should stand there. */
function wantedCells(
  cells: readonly Cell[],
  at: ReadonlyMap<string, number>,
  edited: ReadonlySet<string>,
  { entry, findings, isNew, index, stamp }: Judgement,
): Map<number, Cell> {
  const wanted = new Map<number, Cell>();
  const errorsAt = at.get('errors');
  if (errorsAt !== undefined) {
    // A verdict that was pasted along is that of another row.
    const before = entry && !edited.has('errors') ? cellText(cells[errorsAt] ?? '') : '';
    const kept = findingsIn(before, (code) => !isJudged(code, index) && !mayBeMended(code, edited));
    wanted.set(errorsAt, entry ? verdictOf([...kept, ...findings]) : '');
  }
  if (!entry) return wanted;
  for (const key of STAMPS) {
    const position = at.get(key);
    if (position === undefined) continue;
    // What the person has just typed or pasted there is theirs, unless it came with a copy.
    if (edited.has(key) && !isNew && !isBlank(cells[position])) continue;
    const value = stamp[key];
    wanted.set(position, typeof value === 'function' ? value() : value);
  }
  return wanted;
}

function mayBeMended(code: string, edited: ReadonlySet<string>): boolean {
  if (code === 'R-04') return edited.has('id');
  const rule = ruleOf(code);
  return 'columns' in rule && rule.columns.some((column) => edited.has(column));
}

/**
 * The cells that differ from what should stand there: one block where the columns stand together, so that a paste of any
 * size takes one write. Between them a cell is written again as it was read, but only a cell of these columns, and not
 * where that could turn a person's text into something else.
 */
function changed(
  grid: Grid,
  firstRow: number,
  wanted: readonly ReadonlyMap<number, Cell>[],
  own: readonly number[],
): PlacedCell[] {
  const now = (i: number, column: number): Cell => grid[i][column] ?? '';
  const differs = (i: number, column: number) =>
    wanted[i].has(column) && !sameCell(wanted[i].get(column)!, now(i, column));
  const boxOf = (columns: readonly number[]): Box | null => {
    const rows = grid.map((_, i) => i).filter((i) => columns.some((c) => differs(i, c)));
    if (rows.length === 0) return null;
    const used = columns.filter((c) => rows.some((i) => differs(i, c)));
    return {
      rows: range(rows[0], rows[rows.length - 1]),
      columns: range(Math.min(...used), Math.max(...used)),
    };
  };
  const cellsOf = ({ rows, columns }: Box) =>
    rows.flatMap((i) =>
      columns.map((column) => ({
        row: firstRow + i,
        column,
        value: wanted[i].get(column) ?? now(i, column),
        isSafe: own.includes(column) && (wanted[i].has(column) || isBlank(now(i, column))),
        differs: differs(i, column),
      })),
    );
  const whole = boxOf(own);
  if (whole === null) return [];
  const together = cellsOf(whole);
  if (together.every((cell) => cell.isSafe)) return together;
  return own.flatMap((column) => {
    const box = boxOf([column]);
    const cells = box ? cellsOf(box) : [];
    return cells.every((cell) => cell.isSafe) ? cells : cells.filter((cell) => cell.differs);
  });
}

interface Box {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
