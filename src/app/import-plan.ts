import { type Cell, type Grid, sameCell } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import { readSettings } from '../domain/registry/read-settings';
import type { Column, Tab, TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import type { Period } from '../domain/roadmap/deadline/deadline';
import { parseDeadline } from '../domain/roadmap/deadline/parse-deadline';
import {
  type PlanOutcome,
  type PlanPreview,
  type PreviewRow,
  previewPlan,
  roadmapCells,
} from '../domain/roadmap/import/plan-preview';
import type { PlanFault } from '../domain/roadmap/import/plan-tables';
import { standingRows } from '../domain/roadmap/import/standing-rows';
import { touchedRows } from '../domain/roadmap/import/untouched';
import { termKindOf } from '../domain/roadmap/term-kind';
import { counted } from '../domain/text/plural';
import { registryLayouts } from '../domain/workbook/registry-layout';
import { coordinatorOnly } from './access';
import { type Ports, Refusal } from './ports';
import { type ReadWorkbook, readWorkbook } from './read-workbook';
import { journalChanges, type RecordedChange } from './record-journal';
import { gridOf } from './source-grid';
import { type CellChange, writeCells } from './write-cells';

export interface PlanArgs {
  /** Cells of one table; or `tables`, all those of a document. */
  readonly grid?: unknown;
  readonly tables?: unknown;
  /** `add`: measures whose numbers are free; `replace`: the plan takes the place of the built-in one. */
  readonly mode?: unknown;
}

/** The preview with what the dialog and the command line show of it. */
export interface PlanScreen extends PlanPreview {
  readonly mode: 'add' | 'replace';
  readonly plan: Period;
  readonly counts: Readonly<Record<PlanOutcome, number>> & { readonly asked: number };
  /** Why the plan cannot take the place of what stands there; '' = it can, or nobody wants it to. */
  readonly blocked: string;
}

export interface PlanDone {
  readonly added: number;
  /** Measures that were there: left as they are, or with `replace` written over. */
  readonly kept: number;
  /** Rows that were left out: conflicts, doubles, without a name. */
  readonly left: number;
  /** Rows whose terms a person should look at. */
  readonly asked: number;
}

const FAULTS: Readonly<Record<PlanFault, string>> = {
  empty: 'Таблица пуста. Вставьте таблицу плана или выберите файл.',
  'plain-text':
    'Это сплошной текст без столбцов (так копируется PDF): по нему строки плана не восстановить. Скопируйте таблицу плана из Word или Excel вместе с заголовками или выберите файл .docx или .xlsx.',
  'no-header':
    'Не найдена строка заголовков плана: нужны хотя бы «Наименование мероприятий» и «Срок реализации». Скопируйте таблицу вместе с заголовками.',
};

/** Tabs beside the roadmap where people note what became of measures, by the numbers of the plan. */
const NOTED = Object.values(tabs).filter((t) => t.key !== 'roadmap' && statedColumns(t).length > 0);

const NEEDED: ReadonlySet<TabKey> = new Set<TabKey>([
  'settings',
  'organisations',
  'curators',
  'roadmap',
  ...NOTED.map((t) => t.key),
]);

function statedColumns(tab: Tab): readonly Column[] {
  return tab.columns.filter((c) => c.owner !== 'script' && c.values === 'roadmapStatus');
}

/** What an import of a plan would do; nothing is changed. @throws Refusal for a source that is no table of a plan */
export function planPreview(ports: Ports, args: PlanArgs): PlanScreen {
  return planned(readWorkbook(ports.workbook, NEEDED), args).screen;
}

/**
 * Writes the measures of the plan: computed anew from the table, after a fresh read, under the lock.
 * @throws Refusal when there is nothing to write, or the plan may not take the place of what stands there
 */
export function planImport(ports: Ports, args: PlanArgs): PlanDone {
  const done = ports.locks.alone(() => {
    const read = readWorkbook(ports.workbook, NEEDED);
    coordinatorOnly(ports, read.registry);
    const { screen, rows } = planned(read, args);
    if (screen.blocked !== '') throw new Refusal(`Ничего не внесено. ${screen.blocked}`);
    const { counts } = screen;
    const left = counts.conflict + counts.doubled + counts.incomplete;
    const kept = screen.mode === 'replace' ? replace(ports, read, rows) : counts.same + counts.changed;
    if (screen.mode === 'add') append(ports, read, rows);
    return { added: rows.length - (screen.mode === 'replace' ? kept : 0), kept, left, asked: counts.asked };
  });
  if (done === null) throw new Refusal('С книгой сейчас работает другой запуск. Повторите через минуту.');
  return done.result;
}

/** Cells of a measure by column key. */
type RowCells = Readonly<Record<string, Cell>>;

function planned(read: ReadWorkbook, args: PlanArgs): { screen: PlanScreen; rows: RowCells[] } {
  const tables = tablesOf(args);
  const { roadmap, settings: settingsTab } = tabs;
  const grid = read.grids.get('roadmap');
  if (!grid)
    throw new Refusal(
      `В книге нет вкладки «${roadmap.title}». Выполните «Настройка → Создать или обновить книгу» и повторите.`,
    );
  const { at, doubled } = mapHeaders(roadmap, grid[0] ?? []);
  if (doubled.length > 0)
    throw new Refusal(
      `На вкладке «${roadmap.title}» заголовок «${doubled[0].column.title}» стоит дважды. Переименуйте лишний столбец и повторите.`,
    );
  const absent = roadmap.columns.filter(
    (c) => ['id', 'number', 'name', 'term'].includes(c.key) && !at.has(c.key),
  );
  if (absent.length > 0)
    throw new Refusal(
      `На вкладке «${roadmap.title}» нет столбца «${absent[0].title}». Выполните «Исправить и восстановить → Восстановить правила…» и повторите.`,
    );
  const { settings } = readSettings(read.grids.get(settingsTab.key) ?? null);
  const plan: Period = { start: settings.date('planStart'), end: settings.date('planEnd') };
  const mode = args.mode === 'replace' ? 'replace' : 'add';
  const preview = previewPlan(
    tables,
    grid,
    { parse: parseDeadline, kindOf: termKindOf, plan },
    mode === 'replace',
  );
  if (typeof preview === 'string') throw new Refusal(FAULTS[preview]);
  if (preview.rows.length === 0)
    throw new Refusal('Под строкой заголовков нет ни одного мероприятия. Скопируйте таблицу целиком.');
  const rows = preview.rows.filter((r) => r.outcome === 'new').map(roadmapCells);
  const blocked = mode === 'replace' ? blockedBy(read, rows, preview.rows) : '';
  return { screen: { ...preview, mode, plan, counts: countsOf(preview.rows), blocked }, rows };
}

function tablesOf({ grid, tables }: PlanArgs): Grid[] {
  if (tables === undefined) return [gridOf(grid)];
  if (!Array.isArray(tables)) throw new Refusal('Таблица не прочитана: нужны строки и столбцы.');
  return tables.map(gridOf);
}

function countsOf(rows: readonly PreviewRow[]): PlanScreen['counts'] {
  const number = (outcome: PlanOutcome) => rows.filter((r) => r.outcome === outcome).length;
  return {
    new: number('new'),
    same: number('same'),
    changed: number('changed'),
    conflict: number('conflict'),
    doubled: number('doubled'),
    incomplete: number('incomplete'),
    asked: rows.filter((r) => r.questions.length > 0).length,
  };
}

/** Rows of a note that are named in a refusal. */
const NAMED = 5;

/** Why another plan may not take the place of these rows, in words; '' = it may. */
function blockedBy(read: ReadWorkbook, rows: readonly RowCells[], preview: readonly PreviewRow[]): string {
  const bad = preview.filter((r) => r.outcome !== 'new');
  if (bad.length > 0)
    return `Заменить план целиком можно, когда у всех мероприятий свой номер и есть наименование: исправьте в плане строки ${bad.map((r) => r.rows[0]).join(', ')}.`;
  const touched = touchedRows(standingRows(read.grids.get('roadmap') ?? []), builtIn(), rows);
  if (touched.length === 0) return notedElsewhere(read);
  const shown = touched
    .slice(0, NAMED)
    .map((t) => `строка ${t.row} (№ ${t.number}): ${t.columns.map((c) => `«${c}»`).join(', ')}`);
  const more =
    touched.length > NAMED ? ` и ещё ${counted(touched.length - NAMED, ['строка', 'строки', 'строк'])}` : '';
  return `План не заменён: на вкладке «${tabs.roadmap.title}» есть ваши записи — ${shown.join('; ')}${more}. Сохраните их в другом месте, очистите эти ячейки (или удалите строки) и повторите.`;
}

/** With another plan those notes would tell of other things. */
function notedElsewhere({ registry }: ReadWorkbook): string {
  for (const tab of NOTED) {
    const columns = statedColumns(tab);
    const filled = registry.tabs[tab.key].entries.find((e) =>
      columns.some(({ key }) => (e.values[key] ?? '') !== ''),
    );
    if (filled)
      return `План не заменён: на вкладке «${tab.title}» уже отмечено исполнение (строка ${filled.row}), а номера в другом плане означают другое. Сохраните отметки в другом месте, очистите их и повторите.`;
  }
  return '';
}

/** The rows that set-up puts there, by column key. */
function builtIn(): RowCells[] {
  const { columns, title } = tabs.roadmap;
  const rows = registryLayouts('').find((l) => l.title === title)?.preload?.rows ?? [];
  return rows.map((row) => Object.fromEntries(columns.map((c, i) => [c.key, row[i] ?? ''])));
}

const isPeoples = (key: string): boolean =>
  tabs.roadmap.columns.some((c) => c.key === key && c.owner !== 'script');

/** Below the data in one write: a run that is cut off leaves whole rows or none. */
function append(ports: Ports, read: ReadWorkbook, rows: readonly RowCells[]): void {
  if (rows.length === 0) return;
  const { at } = mapHeaders(tabs.roadmap, read.grids.get('roadmap')?.[0] ?? []);
  const width = Math.max(...at.values()) + 1;
  const cells = rows.map((row) => {
    const line: Cell[] = new Array(width).fill('');
    for (const [key, position] of at) line[position] = row[key] ?? '';
    return line;
  });
  ports.workbook.append(read.titles.get('roadmap')!, cells);
  journalChanges(
    ports,
    rows.flatMap((row) => [...at.keys()].filter(isPeoples).map((key) => created(row, key))),
    'импорт',
    read.registry,
  );
}

function created(row: RowCells, column: string): RecordedChange {
  return { tab: 'roadmap', id: String(row.id), column, before: '', after: row[column] ?? '', created: true };
}

/**
 * The plan in the place of the built-in rows, row by row from the top; what is left over below is cleared. A run that was
 * cut off is finished by running it again: its own cells count as untouched.
 * @returns how many rows were written over
 */
function replace(ports: Ports, read: ReadWorkbook, rows: readonly RowCells[]): number {
  const standing = standingRows(read.grids.get('roadmap') ?? []);
  const { at } = mapHeaders(tabs.roadmap, read.grids.get('roadmap')?.[0] ?? []);
  const changes = standing.flatMap((there, i) =>
    [...at.keys()].map(
      (column): CellChange => ({
        tab: 'roadmap',
        id: there.id,
        row: there.row,
        column,
        before: there.cells[column] ?? '',
        after: rows[i]?.[column] ?? '',
      }),
    ),
  );
  const { refused } = writeCells(ports.workbook, read.titles, changes, () => true);
  if (refused.length > 0)
    throw new Refusal(
      `Вкладку «${tabs.roadmap.title}» правили в эту самую минуту: ${counted(refused.length, ['ячейка', 'ячейки', 'ячеек'])} не записано. Повторите импорт: он продолжит с того же места.`,
    );
  const old = new Map(standing.map((there) => [there.id, there.cells]));
  const recorded = rows.slice(0, standing.length).flatMap((row) =>
    [...at.keys()].filter(isPeoples).map((column): RecordedChange => {
      const before = old.get(String(row.id));
      if (!before) return created(row, column);
      return {
        tab: 'roadmap',
        id: String(row.id),
        column,
        before: before[column] ?? '',
        after: row[column] ?? '',
      };
    }),
  );
  journalChanges(
    ports,
    recorded.filter((c) => c.created || !sameCell(c.before, c.after)),
    'импорт',
    read.registry,
  );
  append(ports, read, rows.slice(standing.length));
  return Math.min(rows.length, standing.length);
}
