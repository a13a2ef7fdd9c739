import type { Finding } from '../domain/checks/finding';
import { verdictOf } from '../domain/checks/verdict';
import { typedCell } from '../domain/import/typed-cell';
import { type Cell, cellText, sameCell } from '../domain/registry/cell';
import { type Column, columnOf, type TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { cellReader } from '../domain/registry/values';
import { readRegistry, vocabulariesOf } from '../domain/registry/workbook';
import { parseReferences } from '../domain/text/reference';
import { cleanLines, cleanText } from '../domain/text/spaces';
import { referencesTo } from '../domain/workbook/lists';
import {
  CARD_TABS,
  type CardError,
  cardColumns,
  cellsOf,
  entryOf,
  errorOf,
  ownOrganisations,
  readForCard,
  refuseForeign,
  rowFindings,
} from './card-record';
import { type Ports, Refusal } from './ports';
import type { ReadWorkbook } from './read-workbook';
import { journalChanges, type RecordedChange } from './record-journal';
import { takeIds } from './row-ids';
import { type CellChange, writeCells } from './write-cells';

export interface SaveArgs {
  readonly tab?: string;
  /** '' and row 0: a new record. */
  readonly id?: string;
  readonly row?: number;
  readonly organisation?: string;
  /** The cells of the record as the card got them. */
  readonly cells?: unknown;
  /** What the fields show now. */
  readonly values?: unknown;
}

export type SaveOutcome =
  | {
      readonly kind: 'saved';
      readonly id: string;
      readonly row: number;
      readonly cells: Readonly<Record<string, Cell>>;
      /** What remains to be mended. */
      readonly errors: readonly CardError[];
    }
  /** Nothing was written. `draft`: it can be saved as «Черновик». */
  | { readonly kind: 'errors'; readonly errors: readonly CardError[]; readonly draft: boolean }
  /** Nothing was written: the record was changed after the card was opened. */
  | {
      readonly kind: 'conflict';
      readonly fields: readonly Conflict[];
      readonly cells: Readonly<Record<string, Cell>>;
    };

export interface Conflict {
  readonly column: string;
  readonly title: string;
  /** What the card shows. */
  readonly yours: string;
  /** What stands in the sheet. */
  readonly now: string;
  /** False: only the sheet has changed, there is nothing to choose. */
  readonly choose: boolean;
}

/** A cell of Google Sheets holds no more. */
const LONGEST = 50_000;
const DRAFT = 'Черновик';

/** Writes a record of the card: checked by the rules of typing, into the row that bears its ID, under the lock. */
export function saveCard(ports: Ports, args: SaveArgs): SaveOutcome {
  const key = CARD_TABS.find((k) => k === args.tab);
  if (!key) throw new Refusal('Для этой вкладки карточки нет.');
  const read = readForCard(ports, key);
  const { registry } = read;
  const { own } = ownOrganisations(ports, registry, args.organisation ?? '');
  const [id, row] = [args.id ?? '', args.row ?? 0];
  const entry = id === '' && row === 0 ? null : entryOf(registry, key, id, row);
  if (entry === undefined)
    throw new Refusal(
      `Записи ${id || `в строке ${row}`} на вкладке «${tabs[key].title}» больше нет: её удалили или перенесли. Ничего не записано.`,
    );
  if (entry) refuseForeign(key, entry, own);
  const now = entry ? cellsOf(read, key, entry.row) : {};
  const values = textsOf(args.values);
  const known = objectOf(args.cells) as Record<string, Cell>;
  if (entry) {
    const conflict = conflictOf(read, key, known, now, values);
    if (conflict) return conflict;
  }

  const { typed, unreadable } = typedCells(read, key, now, values);
  const grid = [...(read.grids.get(key) ?? [])].map((cells) => [...cells]);
  const at = registry.tabs[key].headers!.at;
  const line = entry ? grid[entry.row - 1] : new Array<Cell>(grid[0].length).fill('');
  if (!entry) grid.push(line);
  for (const [column, cell] of typed) line[at.get(column)!] = cell;
  const after = readRegistry({ ...read.allGrids, [key]: grid });
  const made = after.tabs[key].entries.find((e) => e.row === (entry?.row ?? grid.length));
  if (!made) throw new Refusal('Заполните хотя бы одно поле.');
  refuseForeign(key, made, own);
  if (own !== null && key === 'organisations' && !entry) throw new Refusal('Организации вносит координатор.');

  const today = ports.clock.today();
  const findings = rowFindings(after, key, made, today);
  const before = entry ? rowFindings(registry, key, entry, today) : [];
  const refused = refusedErrors(key, unreadable, findings, before, made.values.recordStatus === DRAFT);
  if (refused) return refused;
  if (entry && typed.size === 0)
    return { kind: 'saved', id: entry.id, row: entry.row, cells: now, errors: errorsOf(key, findings) };

  const stamped = new Map<string, Cell>([
    ...typed,
    ...([
      ['updatedOn', { date: today }],
      ['updatedBy', ports.actor()],
      ['errors', verdictOf(findings)],
    ] as const),
  ]);
  const done = ports.locks.alone(() =>
    entry
      ? change(ports, read, key, { id: entry.id, row: entry.row }, stamped)
      : add(ports, read, key, stamped),
  );
  if (done === null)
    throw new Refusal('Книгу сейчас меняет другой запуск. Ничего не записано; нажмите «Сохранить» ещё раз.');
  if (done.result === null) {
    const fresh = readForCard(ports, key);
    const there = entry && entryOf(fresh.registry, key, id, row);
    const conflict = there && conflictOf(fresh, key, now, cellsOf(fresh, key, there.row), values);
    if (conflict) return conflict;
    throw new Refusal('Пока карточка сохранялась, запись перенесли или удалили. Откройте её заново.');
  }
  const cells = { ...now, ...Object.fromEntries(typed) };
  return { kind: 'saved', ...done.result, cells, errors: errorsOf(key, findings) };
}

const errorsOf = (key: TabKey, findings: readonly Finding[]): CardError[] =>
  findings.map((finding) => errorOf(key, finding));

/** What somebody else has changed since the card was opened; null when nothing that differs from the card. */
function conflictOf(
  read: ReadWorkbook,
  key: TabKey,
  known: Readonly<Record<string, Cell>>,
  now: Readonly<Record<string, Cell>>,
  values: Readonly<Record<string, string>>,
): SaveOutcome | null {
  const fields = cardColumns(read.registry, key)
    .filter(({ key: c }) => !sameCell(known[c] ?? '', now[c]) && values[c] !== cellText(now[c]))
    .map(({ key: c, title }) => ({
      column: c,
      title,
      yours: values[c] ?? '',
      now: cellText(now[c]),
      choose: (values[c] ?? '') !== cellText(known[c] ?? ''),
    }));
  return fields.length > 0 ? { kind: 'conflict', fields, cells: now } : null;
}

/** The cells that differ from what stands in the sheet, as they are to be written. */
function typedCells(
  read: ReadWorkbook,
  key: TabKey,
  now: Readonly<Record<string, Cell>>,
  values: Readonly<Record<string, string>>,
): { readonly typed: Map<string, Cell>; readonly unreadable: ReadonlySet<string> } {
  const vocabularies = vocabulariesOf(read.allGrids.dictionaries);
  const typed = new Map<string, Cell>();
  const unreadable = new Set<string>();
  for (const column of cardColumns(read.registry, key)) {
    const text = values[column.key];
    if (text === undefined || text === cellText(now[column.key] ?? '')) continue;
    if (text.length > LONGEST)
      throw new Refusal(
        `«${column.title}»: ${text.length} знаков, а в ячейку помещается ${LONGEST}. Оставьте суть, документ приложите ссылкой.`,
      );
    const cell = cellFor(column, text, read, vocabularies, () => unreadable.add(column.key));
    if (!sameCell(cell, now[column.key] ?? '')) typed.set(column.key, cell);
  }
  return { typed, unreadable };
}

function cellFor(
  column: Column,
  text: string,
  read: ReadWorkbook,
  vocabularies: Parameters<typeof cellReader>[1],
  refuse: () => void,
): Cell {
  // Reading shortens a long text for the checks; the cell keeps all of it.
  if (column.type === 'text') return cleanLines(text);
  const tidy = cleanText(text);
  if (tidy === '') return '';
  let readable = true;
  const value = cellReader(column, vocabularies)(tidy, ({ severity }) => {
    readable &&= severity !== 'error';
  });
  if (!readable) {
    refuse();
    return tidy;
  }
  return column.type === 'reference' ? labelled(column, tidy, read) : typedCell(column, value, tidy);
}

/** References with the labels that they have now. */
function labelled(column: Column, text: string, read: ReadWorkbook): Cell {
  const { ids, wrong } = parseReferences(text);
  if (wrong.length > 0) return text;
  const known = [column.refers, column.refersAlso].flatMap((tab) =>
    tab === undefined ? [] : referencesTo(read.registry, tab),
  );
  const texts = new Map(known.map(([shown]) => [shown.split(' ')[0], shown]));
  return ids.map((id) => texts.get(id) ?? id).join('; ');
}

/**
 * What keeps the record from being saved: a value just typed that cannot be read; or, unless it is a draft, an error
 * that was not there before.
 */
function refusedErrors(
  key: TabKey,
  unreadable: ReadonlySet<string>,
  findings: readonly Finding[],
  before: readonly Finding[],
  draft: boolean,
): SaveOutcome | null {
  const old = new Set(before.map((f) => `${f.code} ${f.column}`));
  const errors = findings.filter((f) => f.severity === 'error');
  const bad = errors.filter((f) => unreadable.has(errorOf(key, f).column));
  const added = draft ? [] : errors.filter((f) => !old.has(`${f.code} ${f.column}`));
  const refused = [...new Set([...bad, ...added])];
  if (refused.length === 0) return null;
  return { kind: 'errors', errors: errorsOf(key, refused), draft: bad.length === 0 };
}

type Written = { readonly id: string; readonly row: number };

/** null: the record was changed or moved in the very moment. */
function change(
  ports: Ports,
  read: ReadWorkbook,
  key: TabKey,
  { id, row }: Written,
  stamped: ReadonlyMap<string, Cell>,
): Written | null {
  const { at } = read.registry.tabs[key].headers!;
  const cells = read.grids.get(key)?.[row - 1] ?? [];
  const changes = [...stamped]
    .filter(([column]) => at.has(column))
    .map(([column, after]): CellChange => {
      return { tab: key, id, row, column, before: cells[at.get(column)!] ?? '', after };
    });
  const typed = (c: CellChange) => isPeoples(c) && !STAMPED.includes(c.column);
  const { written, refused } = writeCells(ports.workbook, read.titles, changes, typed);
  journalChanges(ports, written.filter(isPeoples), 'карточка', read.registry);
  return refused.some(({ change: c }) => typed(c)) ? null : { id, row };
}

const STAMPED: readonly string[] = ['updatedOn', 'updatedBy'];

const isPeoples = ({ tab, column }: CellChange): boolean => columnOf(tabs[tab], column).owner !== 'script';

/** A new record takes the next number and the first row below the data. */
function add(ports: Ports, read: ReadWorkbook, key: TabKey, stamped: ReadonlyMap<string, Cell>): Written {
  const title = read.titles.get(key)!;
  const { at } = read.registry.tabs[key].headers!;
  const [id] = takeIds(ports, read, key, ['']);
  const cells = new Map([...stamped, ['id', id] as const]);
  const line = new Array<Cell>(Math.max(...at.values()) + 1).fill('');
  for (const [column, cell] of cells) if (at.has(column)) line[at.get(column)!] = cell;
  ports.workbook.appendRow(title, line);
  const ids = ports.workbook.readColumns(title, at.get('id')!, 1);
  const row = ids.findIndex(([cell]) => cell === id) + 1;
  if (row === 0) throw new Error(`${id} was not written to ${title}`);
  const recorded = [...cells]
    .filter(([column]) => at.has(column) && columnOf(tabs[key], column).owner !== 'script')
    .map(([column, after]): RecordedChange => ({ tab: key, id, column, before: '', after, created: true }));
  journalChanges(ports, recorded, 'карточка', read.registry);
  return { id, row };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
