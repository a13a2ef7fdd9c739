import { cellText, type Grid, isBlank } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import { readSettings } from '../domain/registry/read-settings';
import { tabs } from '../domain/registry/tabs';
import { copyOf, renamedFrom, type StrangeTab } from '../domain/workbook/find-tabs';
import { generatedLayouts, startLayout } from '../domain/workbook/generated-layout';
import { LISTS_TITLE, type TabLayout } from '../domain/workbook/layout';
import { SCHEMA_VERSION } from '../domain/workbook/migrations';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { mendingOrder, planTab } from '../domain/workbook/plan-tab';
import { registryLayouts } from '../domain/workbook/registry-layout';
import {
  headerCode,
  parseHeaders,
  printHeaders,
  type RememberedTab,
} from '../domain/workbook/remembered-headers';
import {
  type DamageKind,
  type Difference,
  damages,
  type Placed,
  type TabPlan,
} from '../domain/workbook/repair-plan';
import { journalMoved, type MovedOut } from './journal-moved';
import { mendTab } from './mend-tab';
import { type Ports, TypedTableError } from './ports';
import { findTitle } from './read-workbook';

/** What was found, and what became of it. */
export interface Restored {
  readonly created: readonly TabLayout[];
  /** Differences that were mended (or, of a preview, would be). */
  readonly mended: readonly Difference[];
  /** Differences that a person must decide on, and those that were not accepted. */
  readonly left: readonly Difference[];
  /** Tabs that were not touched, and why. */
  readonly leftAlone: readonly { readonly tab: string; readonly why: string }[];
  /** Cells of the tabs that were made, or read and not changed since: they need not be read again. */
  readonly grids: ReadonlyMap<string, Grid>;
}

/** Whether a kind of difference of a tab is to be mended. */
type Accepts = (kind: DamageKind, tab: string) => boolean;

interface Run {
  readonly ports: Ports;
  readonly dry: boolean;
  readonly accepts: Accepts;
  readonly remembered: ReadonlyMap<string, RememberedTab>;
  readonly headers: Map<string, RememberedTab>;
  /** Present title → title of the template, while a preview only says that the tab would be renamed. */
  readonly renamed: Map<string, string>;
  readonly mended: Difference[];
  readonly left: Difference[];
  readonly leftAlone: { tab: string; why: string }[];
  readonly moved: MovedOut[];
  readonly grids: Map<string, Grid>;
}

const HEADERS = 'headers';

/**
 * Compares the workbook with its template and mends what is accepted: the one mechanism of set-up and of repair.
 * @param accepts null: only looks, writes nothing
 */
export function restore(ports: Ports, storageMode: string, accepts: Accepts | null): Restored {
  const remembered = parseHeaders(ports.store.get(HEADERS));
  const run: Run = {
    ports,
    dry: accepts === null,
    accepts: (kind, tab) => damages[kind].mends && (accepts?.(kind, tab) ?? true),
    remembered,
    headers: new Map(),
    renamed: new Map(),
    mended: [],
    left: [],
    leftAlone: [],
    moved: [],
    grids: new Map(),
  };
  const wanted = [startLayout(), ...registryLayouts(storageMode), ...generatedLayouts()];
  const { found, missing } = findTabs(run, wanted);
  const created = missing.filter(({ title }) => settle(run, { ...BLANK, tab: title, kind: 'tab-missing' }));
  // The lists of the dropdowns come first: a tab that is made takes its rules from them.
  for (const layout of found.filter((l) => l.generated))
    guarded(run, layout, () => restoreGenerated(run, layout));
  if (created.length > 0 && !run.dry) {
    ports.layouts.create(
      created,
      wanted.map((l) => l.title),
    );
    for (const { title, columns, preload } of created)
      run.grids.set(title, [columns.map((c) => c.title), ...(preload?.rows ?? [])]);
  }
  for (const layout of mendingOrder(found.filter((l) => !l.generated)))
    guarded(run, layout, () => restoreTab(run, layout));
  if (!run.dry) remember(run, created);
  const { mended, left, leftAlone, moved, grids } = run;
  journalMoved(ports, moved);
  return { created, mended, left, leftAlone, grids };
}

const BLANK = { column: '', address: '', now: '', wanted: '' } as const;

/** Puts a difference where it belongs; true when it is to be mended. */
function settle(run: Run, found: Difference): boolean {
  const difference = { ...found, tab: run.renamed.get(found.tab) ?? found.tab };
  const accepted = run.accepts(difference.kind, difference.tab);
  (accepted ? run.mended : run.left).push(difference);
  return accepted;
}

/** The layouts that stand in the workbook, under the titles they have there, and those that do not. */
function findTabs(run: Run, wanted: readonly TabLayout[]): { found: TabLayout[]; missing: TabLayout[] } {
  const { workbook, layouts } = run.ports;
  const present = workbook.titles();
  const titles = wanted.map((layout) => findTitle(present, layout.title, layout.aliases));
  const strangers = present.filter((title) => !titles.includes(title));
  const copies = new Set<string>();
  for (const title of strangers) {
    const original = copyOf(
      title,
      wanted.map((l) => l.title),
    );
    if (original === null) continue;
    copies.add(title);
    settle(run, { ...BLANK, tab: title, kind: 'tab-copy', now: original });
  }
  let strange: StrangeTab[] | null = null;
  const found: TabLayout[] = [];
  const missing: TabLayout[] = [];
  wanted.forEach((layout, i) => {
    const title = titles[i];
    if (title !== null) {
      found.push({ ...layout, title });
      return;
    }
    strange ??= strangers
      .filter((t) => !copies.has(t))
      .map((t) => ({ title: t, id: workbook.tabId(t), header: workbook.firstRow(t) }));
    const candidates = renamedFrom(layout, strange, run.remembered.get(layout.title));
    const [one, ...more] = candidates;
    if (one === undefined) missing.push(layout);
    else if (more.length > 0)
      settle(run, {
        ...BLANK,
        tab: layout.title,
        kind: 'tab-unclear',
        now: candidates.map((c) => `«${c.title}»`).join(', '),
      });
    else {
      const accepted = settle(run, {
        ...BLANK,
        tab: layout.title,
        kind: 'tab-renamed',
        now: one.title,
        wanted: layout.title,
      });
      if (accepted && !run.dry) layouts.rename(one.title, layout.title);
      if (accepted && run.dry) run.renamed.set(one.title, layout.title);
      if (accepted) found.push({ ...layout, title: run.dry ? one.title : layout.title });
    }
  });
  return { found, missing };
}

const TYPED_TABLE =
  'вкладка превращена в «Таблицу» с типами столбцов, программа не может в неё писать. Откройте меню таблицы (стрелка у её названия) и выберите «Преобразовать в обычный диапазон».';

const OCCUPIED =
  'на ней ваши данные, а программе нужна вкладка с этим названием. Переименуйте свою вкладку и повторите.';

const FOREIGN_LOCK =
  'жёсткую защиту поставил другой человек, снять её может только он: Данные → Защищённые листы и диапазоны.';

/** A typed Table of one tab does not stop the others. */
function guarded(run: Run, { title }: TabLayout, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof TypedTableError)) throw error;
    run.leftAlone.push({ tab: title, why: TYPED_TABLE });
  }
}

/** Of a generated tab its cells are not looked at: the report refills them. */
function restoreGenerated(run: Run, layout: TabLayout): void {
  const { workbook, layouts } = run.ports;
  const { title } = layout;
  const first = workbook.firstRow(title);
  if (!isOwnTab(title, first)) {
    settle(run, { ...BLANK, tab: title, kind: 'occupied' });
    run.leftAlone.push({ tab: title, why: OCCUPIED });
    return;
  }
  restoreVisibility(run, layout);
  if (layout.hidden) {
    if (
      title === LISTS_TITLE &&
      first.length === 0 &&
      settle(run, { ...BLANK, tab: title, kind: 'lists-empty' })
    )
      if (!run.dry) workbook.refill(title, [layout.columns.map((c) => c.title)]);
    return;
  }
  const { warnings, hard } = layouts.protection(title);
  if (warnings === 1 && hard === 0) return;
  if (settle(run, { ...BLANK, tab: title, kind: 'protection' }) && !run.dry && !layouts.protect(title, null))
    run.leftAlone.push({ tab: title, why: FOREIGN_LOCK });
}

function restoreVisibility(run: Run, { title, hidden }: TabLayout): void {
  if (run.ports.layouts.isHidden(title) === hidden) return;
  const kind = hidden ? 'tab-shown' : 'tab-hidden';
  if (settle(run, { ...BLANK, tab: title, kind }) && !run.dry) run.ports.layouts.setHidden(title, hidden);
}

function restoreTab(run: Run, layout: TabLayout): void {
  const { workbook, layouts } = run.ports;
  const { title } = layout;
  restoreVisibility(run, layout);
  const grid = workbook.read(title) ?? [[]];
  const own = run.remembered.get(title);
  const used = Math.max(1, ...grid.map((row) => row.length));
  const wanted = Math.max(layout.columns.length, own?.headers.length ?? 0);
  const plan = planTab({
    layout,
    grid,
    look: layouts.look(title, used, wanted, run.dry),
    notesOf: (row) => layouts.notes(title, row, Math.max(used, 1)),
    wantedRules: layouts.rules(layout.columns),
    remembered: own?.headers ?? null,
  });
  const broken = title === tabs.settings.title ? brokenVersion(grid) : null;
  const differences = broken ? [...plan.differences, broken.difference] : plan.differences;
  for (const { kind, column, address } of differences)
    if (kind === 'header-doubled') run.leftAlone.push({ tab: title, why: doubledWords(column, address) });
    else if (kind === 'header-gone') run.leftAlone.push({ tab: title, why: HEADER_GONE });
  if (run.dry) {
    for (const difference of differences) settle(run, difference);
    return;
  }
  const { placed, moved, refused } = mendTab(run.ports, plan, (kind) => run.accepts(kind, title));
  if (broken && run.accepts('schema-version', title))
    workbook.writeCell(title, broken.row, broken.column, String(SCHEMA_VERSION));
  let changed = false;
  for (const difference of differences) {
    if (refused.includes(difference.kind)) {
      run.left.push(difference);
      run.leftAlone.push({ tab: title, why: FOREIGN_LOCK });
    } else changed = settle(run, difference) || changed;
  }
  if (moved.length > 0) run.moved.push({ tab: title, rows: moved, placed: plan.placed });
  if (!changed) run.grids.set(title, grid);
  if (plan.placed.length > 0)
    run.headers.set(title, { id: workbook.tabId(title), headers: headersAfter(plan, placed, grid) });
}

const doubledWords = (column: string, address: string) =>
  `заголовок «${column}» стоит дважды (столбцы ${address.replace(', ', ' и ')}). Переименуйте лишний и повторите.`;

const HEADER_GONE =
  'в первой строке нет заголовков. Верните её: Файл → История версий → посмотреть историю версий.';

/** The codes of the headers as they stand after mending. */
function headersAfter(plan: TabPlan, placed: readonly Placed[], grid: Grid): string[] {
  const row = grid[plan.headerRow] ?? [];
  const width = Math.max(row.length, ...placed.map((p) => p.position + 1));
  const codes = Array.from({ length: width }, (_, i) => headerCode(cellText(row[i] ?? '')));
  for (const { column, position } of placed) codes[position] = headerCode(column.title);
  return codes;
}

/** The schema version stands there and is no whole number. */
function brokenVersion(grid: Grid): { difference: Difference; row: number; column: number } | null {
  const row = readSettings(grid).rows.get('schemaVersion');
  const column = mapHeaders(tabs.settings, grid[0] ?? []).at.get('value');
  if (row === undefined || column === undefined) return null;
  const cell = grid[row][column] ?? '';
  if (!isBlank(cell) && /^\d+$/.test(cellText(cell).trim())) return null;
  const difference: Difference = {
    tab: tabs.settings.title,
    kind: 'schema-version',
    column: '',
    address: '',
    now: cellText(cell),
    wanted: String(SCHEMA_VERSION),
  };
  return { difference, row, column };
}

/** Headers of all tabs in one property: a renamed tab and a cleared header are recognised by them. */
function remember(run: Run, created: readonly TabLayout[]): void {
  const { store, workbook } = run.ports;
  const all = new Map([...run.remembered, ...run.headers]);
  for (const { title, columns, generated } of created)
    if (!generated)
      all.set(title, { id: workbook.tabId(title), headers: columns.map((c) => headerCode(c.title)) });
  const text = printHeaders(all);
  if (text !== printHeaders(run.remembered)) store.set(HEADERS, text);
}
