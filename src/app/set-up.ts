import { cellText } from '../domain/registry/cell';
import { defaultSettings, readSettings } from '../domain/registry/read-settings';
import { type Settings, STORAGE_MODES } from '../domain/registry/settings';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { foldHeader } from '../domain/text/fold';
import { LISTS_TITLE } from '../domain/workbook/layout';
import { listSheet } from '../domain/workbook/lists';
import { type Migration, migrations, pending, SCHEMA_VERSION } from '../domain/workbook/migrations';
import { mendedWords } from '../domain/workbook/repair-words';
import { START_TITLE, startPage } from '../domain/workbook/start-page';
import { refreshIndex } from './edit-index';
import { type Ports, Refusal } from './ports';
import { findTitle, readWorkbook } from './read-workbook';
import { type Restored, restore } from './restore';

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
  const migrated: { tab: string; what: string }[] = [];
  migrate(ports, all, migrated);
  const restored = restore(ports, storageMode, () => true);
  refreshPages(ports, restored, storageMode);
  return {
    created: restored.created.map((l) => l.title),
    repaired: [...migrated, ...mendedWords(restored.mended)],
    leftAlone: restored.leftAlone,
  };
}

/** «Начало» when it is new, and «Списки», which follow from the registries: one read a tab, none for those read already. */
export function refreshPages(ports: Ports, restored: Restored, storageMode: string): void {
  const made = (title: string) => restored.created.some((l) => l.title === title);
  const taken = (title: string) => restored.leftAlone.some((t) => t.tab === title);
  const startIsNew = made(START_TITLE);
  const { workbook } = ports;
  const read = (title: string) => restored.grids.get(title) ?? workbook.read(title);
  if (made(tabs.settings.title) && made(tabs.organisations.title)) {
    if (startIsNew) writeStartPage(ports, storageMode, defaultSettings(), 0);
    refreshIndex(ports, readWorkbook({ ...workbook, read }));
    return;
  }
  const whole = readWorkbook({ ...workbook, read });
  const { registry } = whole;
  const { settings, tabs: entries } = registry;
  refreshIndex(ports, whole);
  if (startIsNew)
    writeStartPage(ports, settings.text('storageMode'), settings, entries.organisations.entries.length);
  if (!taken(LISTS_TITLE)) refreshLists(ports, registry);
}

function migrate(ports: Ports, all: readonly Migration[], repaired: { tab: string; what: string }[]): void {
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
}

/** The page of a new «Начало», blank until now; later the report keeps it. */
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
    [['']],
  );
}

/** The hidden «Списки» follow from the registries: after set-up the dropdowns offer what people have entered since. */
function refreshLists(ports: Ports, registry: Registry): void {
  ports.workbook.refill(LISTS_TITLE, listSheet(registry));
}
