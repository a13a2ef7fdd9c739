import { checkBook } from '../domain/checks/check';
import { SUMMARY_TITLE } from '../domain/checks/summary-sheet';
import {
  computedDiffer,
  journalSize,
  lastCheckOf,
  lastReport,
  listsFresh,
  longestText,
  strictOrganisations,
} from '../domain/health/book-facts';
import { type Answer, ask, examine, type HealthResult } from '../domain/health/check';
import { fastChecks } from '../domain/health/fast-checks';
import { slowChecks } from '../domain/health/slow-checks';
import { raised } from '../domain/identity/high-water';
import { isNumbered } from '../domain/identity/numbered-tab';
import { JOURNAL_TITLE } from '../domain/journal/journal-row';
import { SNAPSHOT_TITLE } from '../domain/monitoring/snapshot';
import { cellText, type Grid } from '../domain/registry/cell';
import { readSettings } from '../domain/registry/read-settings';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { LISTS_TITLE } from '../domain/workbook/layout';
import { SCHEMA_VERSION } from '../domain/workbook/migrations';
import { marksOf } from './id-marks';
import { readLedgerTab } from './ledger-rows';
import { unknownLetters } from './letters-screen';
import { isRunning, lettersState } from './letters-state';
import { nameScan } from './name-scan';
import { isAlive, readSweep, SWEEP_HANDLER } from './nightly-sweep';
import { type Ports, type Store, TypedTableError } from './ports';
import { findTitle, type ReadWorkbook, readWorkbook } from './read-workbook';
import { previewRepair } from './repair';
import { storageUnfinished } from './storage-mode';
import { isStrict, STRICT_WORDS } from './strict-rows';

/** What the side bar shows at once. */
export interface FastExamination {
  readonly results: readonly HealthResult[];
  /** The account that the server sees, '' when Google does not tell. */
  readonly account: string;
  /** For the report to support: nothing that names a person. */
  readonly about: {
    readonly at: string;
    readonly schema: number;
    readonly storageMode: string;
    readonly locale: string;
  };
}

/**
 * The checks that need no reading of the registries: headers, «Настройки», what the last check left, the services.
 * Nothing is written.
 * @param openedBy the account that opened the side bar from the menu, '' when it is not known
 */
export function doctorFast(ports: Ports, openedBy: string): FastExamination {
  const { workbook, clock, traces } = ports;
  const around = ports.health.surroundings(SWEEP_HANDLER);
  const titles = ask(() => workbook.titles());
  const settingsGrid = ask(() => gridOf(ports, tabs.settings.title));
  const settings = ask(() => readSettings(answered(settingsGrid)));
  const properties = ask(() => traces.properties());
  const remembering = { ...ports, store: storeOf(properties) };
  const results = examine(fastChecks, {
    ...around,
    today: clock.today(),
    openedBy,
    titles,
    settings,
    headers: ask(() => headersOf(ports, answered(settingsGrid))),
    lastCheck: ask(() => lastCheckOf(gridOf(ports, SUMMARY_TITLE) ?? [])),
    properties,
    sweep: ask(() => {
      const sweep = readSweep(remembering.store);
      return sweep && { ...sweep, alive: isAlive(sweep, clock.now()) };
    }),
    letters: ask(() => {
      const state = lettersState(remembering.store);
      return { ...state, alive: isRunning(state, clock.now()) };
    }),
    storageUnfinished: ask(() => storageUnfinished(remembering)),
  });
  return {
    results,
    account: 'value' in around.accounts ? around.accounts.value[0] : '',
    about: {
      at: clock.now(),
      schema: SCHEMA_VERSION,
      storageMode: 'value' in settings ? settings.value.settings.text('storageMode') : '',
      locale: 'value' in around.locale ? around.locale.value : '',
    },
  };
}

/** Everything, each tab read once: records, the structure against the template, names, size. Nothing is changed. */
export function doctorSlow(given: Ports): readonly HealthResult[] {
  const ports: Ports = { ...given, workbook: readingOnce(given.workbook) };
  const { workbook, clock, store, health } = ports;
  const today = clock.today();
  const read = ask(() => readWorkbook(workbook));
  /** A question about the registries fails as their reading failed. */
  const ofBook = <T>(question: (read: ReadWorkbook) => T): Answer<T> =>
    'value' in read ? ask(() => question(read.value)) : read;
  return examine(slowChecks, {
    today,
    book: ofBook(({ registry, grids }) => ({
      registry,
      checked: checkBook(registry, today),
      computedDiffer: computedDiffer(registry, grids, today),
      listsFresh: listsFresh(gridOf(ports, LISTS_TITLE) ?? [], registry),
      longest: longestText(registry, grids),
      strictWanted: new Map(
        Object.values(tabs)
          .filter(isStrict)
          .map((tab) => [tab.title, strictOrganisations(registry, tab.key, today)]),
      ),
    })),
    lowMarks: ofBook(({ registry }) => {
      const marks = marksOf(store);
      return Object.values(registry.tabs)
        .filter(
          ({ tab, entries }) =>
            isNumbered(tab) &&
            raised(
              marks,
              entries.map((e) => e.id),
            ) !== marks,
        )
        .map(({ tab }) => tab.title);
    }),
    structure: ask(() => previewRepair(ports)),
    typedTables: ofBook((it) => typedTables(ports, it)),
    protections: ask(() => health.protections(STRICT_WORDS)),
    names: ofBook(({ registry }) =>
      registry.settings.text('storageMode') === 'Полный' ? 0 : nameScan(ports).findings.length,
    ),
    unknownLetters: ask(() => unknownLetters(readLedgerTab(ports).entries).length),
    cells: ask(() => workbook.size()),
    journal: ask(() => {
      const grid = gridOf(ports, JOURNAL_TITLE);
      return grid && journalSize(grid, today);
    }),
    lastReport: ask(() => lastReport(gridOf(ports, SNAPSHOT_TITLE) ?? [])),
  });
}

/** Only a refused write tells: the probe writes back what stands there. */
function typedTables({ layouts }: Ports, { registry, titles }: ReadWorkbook): string[] {
  return [...titles].flatMap(([key, title]) => {
    try {
      layouts.probe(title, Math.max(1, registry.tabs[key].headers?.at.size ?? 1));
      return [];
    } catch (error) {
      if (!(error instanceof TypedTableError)) throw error;
      return [title];
    }
  });
}

function gridOf({ workbook }: Ports, title: string): Grid | null {
  const found = findTitle(workbook.titles(), title);
  return found === null ? null : workbook.read(found);
}

/** A trip a tab: tabs that the workbook can do without wait for the slow checks. */
function headersOf({ workbook }: Ports, settings: Grid | null): ReadonlyMap<TabKey, readonly string[]> {
  const present = workbook.titles();
  const rows = new Map<TabKey, readonly string[]>();
  if (settings) rows.set('settings', (settings[0] ?? []).map(cellText));
  for (const tab of Object.values(tabs)) {
    const title = findTitle(present, tab.title, tab.aliases);
    if (title !== null && !tab.optional && !rows.has(tab.key)) rows.set(tab.key, workbook.firstRow(title));
  }
  return rows;
}

/** @throws what the question failed with */
function answered<T>(answer: Answer<T>): T {
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.value;
}

/** The examination takes several looks at the same tabs: one read each is enough. */
function readingOnce(workbook: Ports['workbook']): Ports['workbook'] {
  const grids = new Map<string, Grid | null>();
  return {
    ...workbook,
    read(title) {
      const known = grids.get(title);
      if (known !== undefined) return known;
      const grid = workbook.read(title);
      grids.set(title, grid);
      return grid;
    },
  };
}

/** Properties that were read all together, as a store: one trip instead of one a key. */
function storeOf(properties: Answer<Readonly<Record<string, string>>>): Store {
  const refuse = () => {
    throw new Error('The doctor writes nothing.');
  };
  return { get: (key) => answered(properties)[key] ?? null, set: refuse, setAll: refuse };
}
