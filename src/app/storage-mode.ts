import type { Leftover } from '../domain/privacy/book-text';
import {
  type CodeBases,
  type CodingPlan,
  codeBases,
  codingPlan,
  nextCode,
} from '../domain/privacy/coding-plan';
import { keyPrint, printKey } from '../domain/privacy/key-file';
import { officialNames } from '../domain/privacy/officials';
import { type SwitchEdits, switchEdits, type TextEdit } from '../domain/privacy/switch-edits';
import { type Cell, cellText } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import { readSettings } from '../domain/registry/read-settings';
import { settingDefinitions } from '../domain/registry/settings';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { bookSheets } from './book-sheets';
import { refreshIndex } from './edit-index';
import { type Block2D, type Ports, Refusal } from './ports';
import { type ReadWorkbook, readWorkbook } from './read-workbook';
import { type CellChange, writeCells } from './write-cells';

const FULL = 'Полный';
const CODES = 'Коды вместо ФИО';
/** Greatest number of a code that was ever given. */
const LAST = 'storage.last';
/** A switch that has begun: the print of its key and the beginnings of the numbers. No names. */
const PENDING = 'storage.pending';

/** What the window shows before anything happens. */
export interface StorageScreen {
  readonly mode: string;
  /** True: a switch was cut short; only the rest of it can be done. */
  readonly unfinished: boolean;
  /** The code for the next person. */
  readonly next: string;
}

export interface StoragePreview {
  readonly people: number;
  readonly tabs: readonly { readonly tab: string; readonly cells: number }[];
  readonly left: readonly Leftover[];
  /** More of them than are listed. */
  readonly leftMore: number;
  /** Memos made earlier: they may name mentors and are not changed. */
  readonly memos: readonly string[];
  readonly problems: readonly string[];
}

export interface StorageKey {
  /** The whole file, to be saved on the person's computer. */
  readonly text: string;
  readonly print: string;
  readonly people: number;
}

export interface StorageDone {
  readonly cells: number;
  readonly left: readonly Leftover[];
  readonly leftMore: number;
  /** Cells that somebody changed meanwhile: repeat. */
  readonly again: readonly string[];
}

interface Pending {
  readonly print: string;
  readonly bases: CodeBases;
}

const LISTED = 200;

export function storageScreen(ports: Ports): StorageScreen {
  const { registry } = readWorkbook(ports.workbook);
  return {
    mode: registry.settings.text('storageMode'),
    unfinished: storageUnfinished(ports),
    next: nextCode(registry, lastOf(ports)),
  };
}

/** A switch to codes was cut short. */
export function storageUnfinished(ports: Ports): boolean {
  return pendingOf(ports) !== null;
}

/** What a switch to codes would change; nothing is written. */
export function storagePreview(ports: Ports): StoragePreview {
  const read = readWorkbook(ports.workbook);
  refuseUnlessFull(ports, read);
  const { plan, edits } = planOf(ports, read, 'leave');
  const counts = new Map<string, number>();
  const count = (tab: string) => counts.set(tab, (counts.get(tab) ?? 0) + 1);
  for (const cell of [...plan.names, ...plan.mentions]) count(tabs[cell.tab].title);
  for (const edit of [...edits.cells, ...edits.notes]) count(edit.sheet);
  for (const { from } of edits.titles) count(from);
  return {
    people: plan.rows.length,
    tabs: [...counts].map(([tab, cells]) => ({ tab, cells })),
    ...shownLeft(edits),
    memos: read.registry.tabs.documents.entries
      .filter(({ values: v }) => v.kind === 'Аналитическая справка' && v.link)
      .map(({ values: v }) => String(v.link)),
    problems: problemsOf(ports, plan),
  };
}

/** The key, once: the only place where code and name stand together. Nothing is written. */
export function storageKey(ports: Ports): StorageKey {
  const read = readWorkbook(ports.workbook);
  refuseUnlessFull(ports, read);
  if (pendingOf(ports) !== null)
    throw new Refusal('Переход уже начат: файл ключа сохранён раньше. Выберите «Закончить переход».');
  const plan = codingPlan(read.registry, codeBases(read.registry, lastOf(ports)));
  refuseProblems(problemsOf(ports, plan));
  return { text: printKey(plan.rows), print: keyPrint(plan.rows), people: plan.rows.length };
}

export interface SwitchRequest {
  /** The person has saved the key file and says so. */
  readonly confirmed: boolean;
  readonly keyPrint: string;
  /** What to do with pieces of people's own texts that may be names. */
  readonly leftovers: 'hide' | 'leave' | '';
}

/**
 * Names give way to codes everywhere in the workbook. A run that was killed in the middle can be repeated and finishes:
 * texts go first, while the cells of names still tell who is who, then the cells of names.
 * @throws Refusal when the key was not saved or somebody changed the people since
 */
export function storageSwitch(ports: Ports, request: SwitchRequest): StorageDone {
  if (!request.confirmed)
    throw new Refusal('Сначала сохраните файл ключа и подтвердите это: без него имена не вернуть.');
  const done = ports.locks.alone(() => switchAlone(ports, request));
  if (done === null) throw new Refusal('В книгу сейчас пишет другой запуск. Повторите через минуту.');
  return done.result;
}

function switchAlone(ports: Ports, request: SwitchRequest): StorageDone {
  const read = readWorkbook(ports.workbook);
  refuseUnlessFull(ports, read);
  const rest = request.leftovers === 'hide' ? 'hide' : 'leave';
  const { plan, edits } = planOf(ports, read, rest);
  refuseProblems(problemsOf(ports, plan));
  const begun = pendingOf(ports);
  if (begun === null) {
    if (keyPrint(plan.rows) !== request.keyPrint)
      throw new Refusal(
        'Пока вы сохраняли ключ, в книге изменились записи о людях. Ничего не заменено. Сохраните файл ключа ещё раз.',
      );
    if (request.leftovers === '' && edits.left.length > 0)
      throw new Refusal(
        'В текстах остались места, похожие на имена. Выберите, скрыть их или оставить, и повторите.',
      );
    const bases = codeBases(read.registry, lastOf(ports));
    ports.store.set(PENDING, JSON.stringify({ print: request.keyPrint, bases } satisfies Pending));
  } else if (begun.print !== request.keyPrint && request.keyPrint !== '')
    throw new Refusal('Начатый переход сделан с другим файлом ключа. Закончите его с тем же файлом.');
  ports.store.set(LAST, String(Math.max(plan.last, lastOf(ports))));
  const again: string[] = [];
  writeTexts(ports, read, edits, again);
  const change = ({ tab, id, row, column, before }: Omit<CellChange, 'after'>, after: Cell): CellChange => ({
    tab,
    id,
    row,
    column,
    before: rawCell(read, tab, row, column) ?? before,
    after,
  });
  write(
    ports,
    read,
    plan.mentions.map((m) => change(m, m.after)),
    again,
  );
  // Who has the code of another record is found by the name of that record: it is done last.
  write(
    ports,
    read,
    plan.names.filter((n) => !n.first).map((n) => change(n, n.code)),
    again,
  );
  write(
    ports,
    read,
    plan.names.filter((n) => n.first).map((n) => change(n, n.code)),
    again,
  );
  if (again.length === 0) {
    setMode(ports, read, CODES);
    ports.store.set(PENDING, null);
    // The check at the cell must know the mode at once, and nothing of before stays in the cache.
    refreshIndex(ports, readWorkbook(ports.workbook));
  }
  const cells = edits.cells.length + edits.notes.length + plan.mentions.length + plan.names.length;
  return { cells, again, ...shownLeft(edits) };
}

function planOf(
  ports: Ports,
  read: ReadWorkbook,
  rest: 'hide' | 'leave',
): { plan: CodingPlan; edits: SwitchEdits } {
  const bases = pendingOf(ports)?.bases ?? codeBases(read.registry, lastOf(ports));
  const plan = codingPlan(read.registry, bases);
  const officials = officialNames(read.registry.settings);
  return { plan, edits: switchEdits(bookSheets(ports, read), plan, officials, rest) };
}

function shownLeft({ left }: SwitchEdits): { left: readonly Leftover[]; leftMore: number } {
  return { left: left.slice(0, LISTED), leftMore: Math.max(0, left.length - LISTED) };
}

function refuseUnlessFull(ports: Ports, { registry }: ReadWorkbook): void {
  const mode = registry.settings.text('storageMode');
  if (mode === FULL || pendingOf(ports) !== null) return;
  throw new Refusal(
    mode === CODES
      ? 'В книге уже хранятся коды. Вернуть ФИО можно только на своём компьютере: npm run local -- names --book <книга> --key <файл ключа> --out <папка>.'
      : 'В режиме «Только агрегаты» записей о людях в книге нет: заменять нечего.',
  );
}

function refuseProblems(problems: readonly string[]): void {
  if (problems.length > 0) throw new Refusal(problems.slice(0, 5).join(' '));
}

function problemsOf(ports: Ports, plan: CodingPlan): string[] {
  const holders = Object.entries(ports.traces.properties())
    .filter(([, value]) => plan.people.some((p) => value.includes(p.name)))
    .map(([key]) => `Служебная запись «${key}» хранит имя: дождитесь конца правки и повторите.`);
  return [...plan.problems, ...holders];
}

function lastOf({ store }: Ports): number {
  return Number(store.get(LAST) ?? 0) || 0;
}

function pendingOf({ store }: Ports): Pending | null {
  const text = store.get(PENDING);
  return text === null ? null : (JSON.parse(text) as Pending);
}

/** Cells of the template's columns go by record; other cells, notes and titles by their place after a fresh look. */
function writeTexts(ports: Ports, read: ReadWorkbook, edits: SwitchEdits, again: string[]): void {
  const { workbook, traces, layouts } = ports;
  const keyOf = new Map([...read.titles].map(([key, title]) => [title, key]));
  const changes: CellChange[] = [];
  const byPlace = new Map<string, TextEdit[]>();
  for (const edit of edits.cells) {
    const tab = keyOf.get(edit.sheet);
    if (tab !== undefined && edit.key !== '' && edit.row > 0)
      changes.push({
        tab,
        id: idAt(read, tab, edit.row),
        row: edit.row + 1,
        column: edit.key,
        before: edit.before,
        after: edit.after,
      });
    else group(byPlace, edit);
  }
  write(ports, read, changes, again);
  for (const [title, ofSheet] of byPlace) writePlaces(ports, title, ofSheet, again);
  const notes = new Map<string, TextEdit[]>();
  for (const edit of edits.notes) group(notes, edit);
  for (const [title, ofSheet] of notes) {
    const now = traces.read(title).notes.map((row) => [...row]);
    for (const { row, column, before, after } of ofSheet)
      if (now[row]?.[column] === before) now[row][column] = after;
    traces.writeNotes(title, now);
  }
  for (const { from, to } of edits.titles)
    if (!workbook.titles().includes(to)) layouts.rename(from, to.slice(0, 100));
}

function group(groups: Map<string, TextEdit[]>, edit: TextEdit): void {
  const known = groups.get(edit.sheet);
  if (known) known.push(edit);
  else groups.set(edit.sheet, [edit]);
}

/** Cells one below the other go together. */
function writePlaces({ workbook }: Ports, title: string, edits: readonly TextEdit[], again: string[]): void {
  const now = workbook.read(title) ?? [];
  const blocks: { row: number; column: number; values: Cell[][] }[] = [];
  for (const { row, column, before, after } of [...edits].sort(
    (a, b) => a.column - b.column || a.row - b.row,
  )) {
    if (now[row]?.[column] !== before) {
      again.push(`«${title}», строка ${row + 1}`);
      continue;
    }
    const last = blocks[blocks.length - 1];
    if (last && last.column === column && last.row + last.values.length === row) last.values.push([after]);
    else blocks.push({ row, column, values: [[after]] });
  }
  workbook.writeBlocks(title, blocks satisfies readonly Block2D[]);
}

function write(ports: Ports, read: ReadWorkbook, changes: readonly CellChange[], again: string[]): void {
  if (changes.length === 0) return;
  for (const { change } of writeCells(ports.workbook, read.titles, changes).refused)
    again.push(`«${tabs[change.tab].title}», строка ${change.row}`);
}

function idAt(read: ReadWorkbook, tab: TabKey, row: number): string {
  const at = mapHeaders(tabs[tab], read.grids.get(tab)?.[0] ?? []).at.get('id');
  return at === undefined ? '' : cellText(read.grids.get(tab)?.[row]?.[at] ?? '').trim();
}

/** The cell as it stands, not as it was read: a cleaned name is not what a fresh look is compared with. */
function rawCell(read: ReadWorkbook, tab: TabKey, row: number, column: string): Cell | undefined {
  const grid = read.grids.get(tab);
  const at = mapHeaders(tabs[tab], grid?.[0] ?? []).at.get(column);
  return at === undefined ? undefined : grid?.[row - 1]?.[at];
}

function setMode({ workbook }: Ports, read: ReadWorkbook, mode: string): void {
  const title = read.titles.get('settings');
  const grid = read.grids.get('settings');
  if (title === undefined || !grid) return;
  const { at } = mapHeaders(tabs.settings, grid[0]);
  const row = readSettings(grid).rows.get('storageMode');
  const valueAt = at.get('value');
  if (valueAt === undefined) return;
  if (row !== undefined) workbook.writeCell(title, row, valueAt, mode);
  else {
    const cells: Cell[] = new Array(Math.max(...at.values()) + 1).fill('');
    cells[at.get('name') ?? 0] = settingDefinitions.find((d) => d.key === 'storageMode')!.title;
    cells[valueAt] = mode;
    workbook.append(title, [cells]);
  }
}
