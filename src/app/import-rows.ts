import { type ImportRow, planImport } from '../domain/import/plan';
import { guessTab, importColumns, mapSource } from '../domain/import/source-map';
import { type Cell, cellText, type Grid } from '../domain/registry/cell';
import { columnLetter, mapHeaders } from '../domain/registry/headers';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { counted } from '../domain/text/plural';
import { printReference } from '../domain/text/reference';
import { recordLabel } from '../domain/workbook/lists';
import { accessOf } from './access';
import { type Ports, Refusal } from './ports';
import { type ReadWorkbook, readWorkbook } from './read-workbook';
import { journalChanges } from './record-journal';
import { takeIds } from './row-ids';
import { gridOf } from './source-grid';

/** What a panel or the command line asks for; everything is checked here. */
export interface ImportArgs {
  /** Title or key of the registry; absent = the one whose headers the table has most of. */
  readonly tab?: string;
  /** Cells of somebody's table: texts, numbers, booleans, `{date}`. */
  readonly grid: unknown;
  /** Position in the table → key of the column, '' to leave it out. */
  readonly choices?: unknown;
  /** ID of the organisation for rows that name none. */
  readonly organisation?: string;
  readonly status?: string;
}

export interface ImportPreview {
  readonly tab: TabKey;
  readonly title: string;
  /** 1-based row of the table where its headers stand. */
  readonly headerRow: number;
  readonly columns: readonly {
    readonly at: number;
    /** A, B, … of the table. */
    readonly letter: string;
    readonly header: string;
    readonly key: string;
    readonly resembles: string;
    /** The first value below the header. */
    readonly sample: string;
  }[];
  /** Columns of the registry that may be chosen. */
  readonly targets: readonly { readonly key: string; readonly title: string }[];
  readonly missing: readonly string[];
  readonly counts: Readonly<Record<ImportRow['outcome'], number>>;
  /** Every row that is not simply added, the rest by the counts; at most SHOWN. */
  readonly rows: readonly ImportedRow[];
  readonly hidden: number;
}

/** What the dialog needs before a table is there. */
export interface ImportScreen {
  readonly registries: readonly (readonly [key: string, title: string])[];
  readonly organisations: readonly (readonly [id: string, label: string])[];
}

export interface ImportedRow {
  readonly row: number;
  readonly outcome: ImportRow['outcome'];
  /** ID of the record: given, or there already. */
  readonly id: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly column: string;
    readonly message: string;
    readonly instruction: string;
  }[];
}

export interface ImportOutcome {
  readonly title: string;
  readonly added: number;
  readonly exists: number;
  /** Rows left out because of errors. */
  readonly bad: number;
  readonly rows: readonly ImportedRow[];
  readonly hidden: number;
}

const SHOWN = 200;

const importable = Object.values(tabs).filter(
  (t) => t.id !== undefined && !t.optional && t.key !== 'roadmap',
);

export function importScreen(ports: Ports): ImportScreen {
  const { registry } = readWorkbook(ports.workbook);
  const { role, organisations } = accessOf(ports, registry);
  return {
    registries: importable.map((t) => [t.key, t.title]),
    organisations: registry.tabs.organisations.entries
      .filter((e) => e.id !== '' && e.values.recordStatus !== 'Архив')
      .filter((e) => role !== 'curator' || organisations.includes(e.id))
      .map((e) => [e.id, printReference(e.id, String(e.values.shortName ?? ''))]),
  };
}

/** What an import would do; nothing is changed. @throws Refusal for a table that cannot be read */
export function importPreview(ports: Ports, args: ImportArgs): ImportPreview {
  const read = readWorkbook(ports.workbook);
  const { tab, grid, map, rows } = planned(ports, read, args);
  return {
    tab,
    title: tabs[tab].title,
    headerRow: map.headerRow + 1,
    columns: map.columns.map((c) => ({
      ...c,
      letter: columnLetter(c.at),
      sample: cellText(
        grid.slice(map.headerRow + 1).find((r) => cellText(r[c.at] ?? '') !== '')?.[c.at] ?? '',
      ).slice(0, 60),
    })),
    targets: importColumns(tabs[tab]).map(({ key, title }) => ({ key, title })),
    missing: map.missing.filter((c) => !isSupplied(c.key, args)).map((c) => c.title),
    counts: countsOf(rows),
    ...shownRows(rows),
  };
}

/**
 * Adds the rows below the registry. `all`: every row must be without errors, else nothing is written; `good`: rows with
 * errors are left out and told.
 * @throws Refusal when the table cannot be read, or with `all` when a row has errors
 */
export function importRows(ports: Ports, args: ImportArgs, mode: 'all' | 'good'): ImportOutcome {
  const done = ports.locks.alone(() => {
    const read = readWorkbook(ports.workbook);
    const { tab, rows } = planned(ports, read, args);
    const counts = countsOf(rows);
    if (mode === 'all' && counts.bad > 0)
      throw new Refusal(
        `Ничего не внесено: ${counted(counts.bad, ['строка', 'строки', 'строк'])} с ошибками. Исправьте их или выберите внесение только строк без ошибок (в командной строке --skip-bad).`,
      );
    const adding = rows.filter((r) => r.outcome === 'add');
    const added = adding.length === 0 ? [] : append(ports, read, tab, adding);
    return {
      title: tabs[tab].title,
      added: added.length,
      exists: counts.exists,
      bad: counts.bad,
      ...shownRows(
        rows.map((r) => {
          const at = adding.indexOf(r);
          return at < 0 ? r : { ...r, existing: added[at] };
        }),
      ),
    };
  });
  if (done === null) throw new Refusal('С книгой сейчас работает другой запуск. Повторите через минуту.');
  return done.result;
}

function planned(ports: Ports, read: ReadWorkbook, args: ImportArgs) {
  const grid = gridOf(args.grid);
  const tab = tabOf(args.tab, grid);
  const headers = read.registry.tabs[tab].headers;
  if (!headers || !read.titles.has(tab))
    throw new Refusal(
      `В книге нет вкладки «${tabs[tab].title}». Выполните «Настройка → Создать или обновить книгу» и повторите.`,
    );
  if (headers.doubled.length > 0)
    throw new Refusal(
      `На вкладке «${tabs[tab].title}» заголовок «${headers.doubled[0].column.title}» стоит дважды. Переименуйте лишний столбец и повторите.`,
    );
  const map = mapSource(tabs[tab], grid, choicesOf(args.choices));
  if (map === null)
    throw new Refusal(
      `Не найдена строка заголовков: в первых строках таблицы нет хотя бы двух столбцов реестра «${tabs[tab].title}». Скопируйте таблицу вместе с заголовками.`,
    );
  const organisation = args.organisation ?? '';
  const known = read.registry.tabs.organisations.entries.some((e) => e.id === organisation);
  if (organisation !== '' && !known)
    throw new Refusal(`Нет организации «${organisation}». Выберите её из списка.`);
  const rows = planImport(
    {
      tab,
      source: grid,
      map,
      organisation: organisation && printReference(organisation, recordLabel(read.registry, organisation)),
      status: args.status === 'Действует' ? 'Действует' : 'Черновик',
    },
    read.allGrids,
    ports.clock.today(),
  );
  if (rows.length === 0)
    throw new Refusal('Под строкой заголовков нет ни одной заполненной строки. Скопируйте таблицу целиком.');
  return { tab, grid, map, rows };
}

function isSupplied(key: string, args: ImportArgs): boolean {
  return key === 'id' || key === 'recordStatus' || (key === 'organisation' && Boolean(args.organisation));
}

function tabOf(name: string | undefined, grid: Grid): TabKey {
  if (name !== undefined) {
    const found = importable.find((t) => t.key === name || t.title.toLowerCase() === name.toLowerCase());
    if (found) return found.key;
    throw new Refusal(
      `Нет реестра «${name}». Можно внести: ${importable.map((t) => `«${t.title}»`).join(', ')}.`,
    );
  }
  const guessed = guessTab(grid);
  if (guessed === null)
    throw new Refusal('По заголовкам не видно, какой это реестр. Выберите реестр и повторите.');
  return guessed;
}

function choicesOf(value: unknown): ReadonlyMap<number, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([at, key]) =>
      /^\d+$/.test(at) && typeof key === 'string' ? [[Number(at), key] as const] : [],
    ),
  );
}

function countsOf(rows: readonly ImportRow[]): ImportPreview['counts'] {
  const number = (outcome: ImportRow['outcome']) => rows.filter((r) => r.outcome === outcome).length;
  return { add: number('add'), exists: number('exists'), skip: number('skip'), bad: number('bad') };
}

/** Rows with something to say come first; plain ones are in the counts. */
function shownRows(rows: readonly ImportRow[]): { rows: ImportedRow[]; hidden: number } {
  const telling = rows.filter((r) => r.outcome !== 'add' || r.findings.length > 0 || r.existing !== '');
  const order = { bad: 0, add: 1, skip: 2, exists: 3 };
  const sorted = [...telling].sort((a, b) => order[a.outcome] - order[b.outcome] || a.row - b.row);
  return {
    rows: sorted.slice(0, SHOWN).map(({ row, outcome, existing, findings }) => ({
      row,
      outcome,
      id: existing,
      findings: findings.map(({ code, severity, column, message, instruction }) => ({
        code,
        severity,
        column,
        message,
        instruction,
      })),
    })),
    hidden: Math.max(0, sorted.length - SHOWN),
  };
}

/** Writes the records below the data; the IDs they got, in order. */
function append(ports: Ports, read: ReadWorkbook, key: TabKey, rows: readonly ImportRow[]): string[] {
  const title = read.titles.get(key)!;
  const { at } = mapHeaders(tabs[key], read.grids.get(key)?.[0] ?? []);
  const ids = takeIds(
    ports,
    read,
    key,
    rows.map((row) => String(row.cells.id ?? '')),
  );
  const width = Math.max(...at.values()) + 1;
  const stamp: Record<string, Cell> = { updatedOn: { date: ports.clock.today() }, updatedBy: ports.actor() };
  const cells = rows.map((row, i) => {
    const made: Cell[] = new Array(width).fill('');
    for (const [k, position] of at) made[position] = (k === 'id' ? ids[i] : (stamp[k] ?? row.cells[k])) ?? '';
    return made;
  });
  ports.workbook.append(title, cells);
  const people = tabs[key].columns.filter((c) => c.owner !== 'script' && at.has(c.key));
  journalChanges(
    ports,
    ids.flatMap((id, i) =>
      people.map(({ key: column }) => ({
        tab: key,
        id,
        column,
        before: '',
        after: cells[i][at.get(column)!],
        created: true,
      })),
    ),
    'импорт',
    read.registry,
  );
  return ids;
}
