import type { Grid } from '../domain/registry/cell';
import { cellText, isBlank } from '../domain/registry/cell';
import { columnLetter } from '../domain/registry/headers';
import { defaultSettings, readSettings } from '../domain/registry/read-settings';
import { type Settings, STORAGE_MODES } from '../domain/registry/settings';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { foldHeader } from '../domain/text/fold';
import { generatedLayouts, startLayout } from '../domain/workbook/generated-layout';
import { LISTS_TITLE, type TabLayout } from '../domain/workbook/layout';
import { listRows } from '../domain/workbook/lists';
import { type Migration, migrations, pending, SCHEMA_VERSION } from '../domain/workbook/migrations';
import { isOwnTab } from '../domain/workbook/own-tabs';
import { registryLayouts } from '../domain/workbook/registry-layout';
import { START_TITLE, startPage } from '../domain/workbook/start-page';
import { type Deviations, type Placed, type Ports, Refusal, TypedTableError } from './ports';
import { findTitle, readWorkbook } from './read-workbook';

/** What set-up did, for the message to the person. */
export interface SetUpOutcome {
  readonly created: readonly string[];
  /** Tab → what was mended, in words. */
  readonly repaired: readonly { readonly tab: string; readonly what: string }[];
  /** Tabs that were not touched, and why. */
  readonly leftAlone: readonly { readonly tab: string; readonly why: string }[];
}

const SCHEMA_SETTING = 'schemaVersion';

/**
 * Makes the missing tabs and columns, repairs headers, dropdowns, formats, notes, frozen headers and protections. Never
 * touches what people entered; run a second time it changes nothing.
 * @param storageMode asked of the person when the workbook is new
 * @throws Refusal when the workbook was made by a newer version
 */
export function setUp(
  ports: Ports,
  storageMode: string,
  all: readonly Migration[] = migrations,
): SetUpOutcome {
  if (!(STORAGE_MODES as readonly string[]).includes(storageMode))
    throw new Refusal(`Режим хранения «${storageMode}» не известен: ${STORAGE_MODES.join(', ')}.`);
  const done = ports.locks.alone(() => setUpAlone(ports, storageMode, all));
  if (done === null) throw new Refusal('Книгу сейчас настраивает другой запуск. Повторите через минуту.');
  return done.result;
}

function setUpAlone(ports: Ports, storageMode: string, all: readonly Migration[]): SetUpOutcome {
  const { workbook, layouts } = ports;
  const repaired: { tab: string; what: string }[] = [];
  const leftAlone: { tab: string; why: string }[] = [];
  const isNew = findTitle(workbook.titles(), tabs.settings.title) === null;
  const present = migrate(ports, all, repaired);

  const wanted = [startLayout(), ...registryLayouts(storageMode), ...generatedLayouts()];
  const found = wanted.map((layout) => ({ layout, title: findTitle(present, layout.title, layout.aliases) }));
  const missing = found.filter((f) => f.title === null).map((f) => f.layout);
  if (missing.length > 0)
    layouts.create(
      missing,
      wanted.map((l) => l.title),
    );

  for (const { layout, title } of found) {
    if (title === null) continue;
    const own = { ...layout, title };
    try {
      if (layout.generated && !isOwnTab(title, workbook.firstRow(title))) throw new LeftAlone(OCCUPIED);
      const what = layout.generated
        ? mendLook(ports, own, [])
        : mend(ports, own, workbook.read(title) ?? [[]]);
      if (what.length > 0) repaired.push({ tab: title, what: what.join('; ') });
    } catch (error) {
      if (error instanceof LeftAlone) leftAlone.push({ tab: title, why: error.message });
      else if (error instanceof TypedTableError) leftAlone.push({ tab: title, why: TYPED_TABLE });
      else throw error;
    }
  }
  const startIsNew = missing.some((l) => l.title === START_TITLE);
  const taken = (title: string) => leftAlone.some((t) => t.tab === title);
  if (isNew) {
    if (!taken(START_TITLE)) writeStartPage(ports, storageMode, defaultSettings(), 0);
  } else {
    const { registry } = readWorkbook(workbook);
    const { settings, tabs: read } = registry;
    if (startIsNew)
      writeStartPage(ports, settings.text('storageMode'), settings, read.organisations.entries.length);
    if (!taken(LISTS_TITLE)) refreshLists(ports, registry);
  }
  return { created: missing.map((l) => l.title), repaired, leftAlone };
}

const OCCUPIED =
  'на ней ваши данные, а программе нужна вкладка с этим названием. Переименуйте свою вкладку и повторите.';

const TYPED_TABLE =
  'вкладка превращена в «Таблицу» с типами столбцов, программа не может в неё писать. Откройте меню таблицы (стрелка у её названия) и выберите «Преобразовать в обычный диапазон».';

/** A tab that set-up must not write into; the message says why. */
class LeftAlone extends Error {}

function migrate(
  ports: Ports,
  all: readonly Migration[],
  repaired: { tab: string; what: string }[],
): readonly string[] {
  const { workbook, layouts } = ports;
  let present = workbook.titles();
  // A workbook without «Настройки» is new or was made by hand: it goes through all of them.
  const title = findTitle(present, tabs.settings.title);
  const grid = title === null ? null : workbook.read(title);
  const { rows, settings } = readSettings(grid);
  const version = rows.has(SCHEMA_SETTING) ? settings.number(SCHEMA_SETTING) : 0;
  if (version > SCHEMA_VERSION)
    throw new Refusal(
      `Книга создана более новой версией программы (схема ${version}, здесь ${SCHEMA_VERSION}). Обновите программу; книга не изменена.`,
    );
  const steps = pending(version, all);
  for (const step of steps) {
    for (const [from, to] of step.renameTabs ?? []) {
      if (!present.includes(from) || present.includes(to)) continue;
      layouts.rename(from, to);
      repaired.push({ tab: to, what: `вкладка «${from}» переименована` });
      present = workbook.titles();
    }
    for (const [tab, from, to] of step.renameColumns ?? []) {
      const header = present.includes(tab) ? (workbook.read(tab)?.[0] ?? []) : [];
      const at = header.findIndex((cell) => cellText(cell) === from);
      if (at < 0 || header.some((cell) => cellText(cell) === to)) continue;
      layouts.setHeader(tab, at, to);
      repaired.push({ tab, what: `столбец «${from}» переименован в «${to}»` });
    }
  }
  const last = steps[steps.length - 1];
  const row = rows.get(SCHEMA_SETTING);
  if (last && title !== null && row !== undefined) {
    const valueAt = (grid?.[0] ?? []).findIndex(
      (cell) => foldHeader(cellText(cell)) === foldHeader('Значение'),
    );
    if (valueAt >= 0) workbook.writeCell(title, row, valueAt, String(last.version));
  }
  return present;
}

/** Compares one existing tab with its layout and mends the difference; what was mended, in words. */
function mend(ports: Ports, layout: TabLayout, grid: Grid): string[] {
  const { layouts } = ports;
  const header = (grid[0] ?? []).map(cellText);
  const what: string[] = [];
  const placed: Placed[] = [];
  const absent: TabLayout['columns'][number][] = [];
  for (const column of layout.columns) {
    const positions = find(header, column.title);
    const aliases =
      positions.length > 0
        ? []
        : column.aliases
            .flatMap((a) => find(header, a))
            .filter((p) => !layout.columns.some((c) => foldHeader(c.title) === foldHeader(header[p])));
    const all = positions.length > 0 ? positions : [...new Set(aliases)];
    if (all.length > 1)
      throw new LeftAlone(
        `заголовок «${column.title}» стоит дважды (столбцы ${all.map(columnLetter).join(' и ')}). Переименуйте лишний и повторите.`,
      );
    if (all.length === 0) absent.push(column);
    else placed.push({ column, position: all[0] });
  }
  // Before anything is written: a typed Table is recognised here.
  const look = mendLook(ports, layout, placed);
  for (const { column, position } of placed) {
    if (header[position] === column.title) continue;
    layouts.setHeader(layout.title, position, column.title);
    what.push(`заголовок «${header[position].trim()}» → «${column.title}»`);
  }
  if (absent.length > 0) {
    const after = usedColumns(grid);
    layouts.addColumns(layout.title, after, absent);
    absent.forEach((column, i) => {
      placed.push({ column, position: after + i });
    });
    what.push(`добавлены столбцы: ${absent.map((c) => `«${c.title}»`).join(', ')}`);
  }
  return [...what, ...look, ...fillPreload(ports, layout, grid, placed)];
}

/** Notes, formats, dropdowns, look, frozen header and protection of an existing tab; what was mended, in words. */
function mendLook({ layouts }: Ports, layout: TabLayout, placed: readonly Placed[]): string[] {
  const deviations = layouts.inspect(layout, placed);
  if (!isDeviating(deviations)) return [];
  layouts.repair(layout, placed, deviations);
  return deviationWords(deviations);
}

function find(header: readonly string[], title: string): number[] {
  const key = foldHeader(title);
  return header.flatMap((text, i) => (foldHeader(text) === key ? [i] : []));
}

/** Columns up to the last one with anything in it: people may have figures under no header. */
function usedColumns(grid: Grid): number {
  let last = Math.max(0, ...grid.map((row) => row.length));
  while (last > 0 && grid.every((row) => isBlank(row[last - 1]))) last--;
  return last;
}

function isDeviating(d: Deviations): boolean {
  const columns = d.notes.length + d.formats.length + d.validations.length;
  return columns > 0 || d.undressed || d.unfrozen || d.unprotected;
}

function deviationWords(d: Deviations): string[] {
  return [
    ...(d.notes.length > 0 ? [`заметки к заголовкам (${d.notes.length})`] : []),
    ...(d.formats.length > 0 ? [`форматы столбцов (${d.formats.length})`] : []),
    ...(d.validations.length > 0 ? [`выпадающие списки и проверки (${d.validations.length})`] : []),
    ...(d.undressed ? ['перенос строк и ширина столбцов'] : []),
    ...(d.unfrozen ? ['закрепление заголовка'] : []),
    ...(d.unprotected ? ['предупреждающая защита'] : []),
  ];
}

/** A tab without records gets its preloaded rows; «Настройки» gets the parameters that it lacks. Nothing is overwritten. */
function fillPreload(
  { workbook }: Ports,
  layout: TabLayout,
  grid: Grid,
  placed: readonly Placed[],
): string[] {
  if (!layout.preload || layout.preload.keyColumn < 0) return [];
  const { keyColumn, rows } = layout.preload;
  const at = layout.columns.map((column) => placed.find((p) => p.column === column)!.position);
  const key = at[keyColumn];
  const records = grid.slice(1).filter((row) => !isBlank(row[key]));
  if (layout.title !== tabs.settings.title && records.length > 0) return [];
  const known = new Set(records.map((row) => foldHeader(cellText(row[key]))));
  const added = rows.filter((row) => !known.has(foldHeader(cellText(row[keyColumn]))));
  if (added.length === 0) return [];
  const width = Math.max(...at) + 1;
  workbook.append(
    layout.title,
    added.map((row) =>
      Array.from({ length: width }, (_, i) => (at.indexOf(i) >= 0 ? row[at.indexOf(i)] : '')),
    ),
  );
  return [`добавлено строк: ${added.length}`];
}

/** The page of a new «Начало»; later the report keeps it. */
function writeStartPage(ports: Ports, storageMode: string, settings: Settings, organisations: number): void {
  ports.workbook.refill(
    START_TITLE,
    startPage({
      territory: settings.text('territory'),
      storageMode,
      today: ports.clock.today(),
      organisations,
      last: null,
    }),
  );
}

/** The hidden «Списки» follow from the registries: after set-up the dropdowns offer what people have entered since. */
function refreshLists(ports: Ports, registry: Registry): void {
  const layout = generatedLayouts().find((l) => l.title === LISTS_TITLE)!;
  ports.workbook.refill(LISTS_TITLE, [layout.columns.map((c) => c.title), ...listRows(registry)]);
}
