import type { Finding } from '../checks/finding';
import { checkReferences } from '../checks/references';
import { foldHeader, foldOrganisation } from '../text/fold';
import { type Cell, cellText, type Grid, isBlank } from './cell';
import { dictionaryTitles } from './dictionaries';
import type { EnumerationKey } from './enumerations';
import { type HeaderMap, mapHeaders } from './headers';
import { type ReadTab, readTab } from './read';
import { readSettings } from './read-settings';
import type { Settings } from './settings';
import type { TabKey } from './tab';
import { tabs } from './tabs';
import { type Vocabulary, vocabulary } from './vocabulary';

/** Everything that a command needs to know of the workbook, read once. */
export interface Registry {
  readonly settings: Settings;
  readonly tabs: Readonly<Record<TabKey, ReadTab>>;
  readonly findings: readonly Finding[];
}

/** The grids of the tabs by key; null: there is no such tab. `dictionaries` is the tab «Справочники». */
export type WorkbookGrids = Readonly<Record<TabKey | 'dictionaries', Grid | null>>;

/** Reads all tabs: organisations first, because other tabs may name them by their names. */
export function readRegistry(grids: WorkbookGrids): Registry {
  const { settings, findings: settingFindings } = readSettings(grids.settings);
  const vocabularies = vocabulariesOf(grids.dictionaries);
  const organisations = readTab(tabs.organisations, grids.organisations, vocabularies);
  const byName = organisationNames(organisations);
  const read = {} as Record<TabKey, ReadTab>;
  for (const key of Object.keys(tabs) as TabKey[]) {
    if (key === 'settings') continue;
    read[key] =
      key === 'organisations'
        ? organisations
        : readTab(tabs[key], namesToIds(key, grids[key], byName), vocabularies);
  }
  read.settings = {
    tab: tabs.settings,
    present: grids.settings !== null,
    headers: null,
    entries: [],
    findings: [],
  };
  const findings = [...settingFindings, ...Object.values(read).flatMap((t) => t.findings)];
  return { settings, tabs: read, findings: [...findings, ...checkReferences(read)] };
}

/** Enumerations with what the authority added on «Справочники». */
export function vocabulariesOf(grid: Grid | null): (key: EnumerationKey) => Vocabulary {
  const added = new Map<string, string[]>();
  (grid?.[0] ?? []).forEach((header, i) => {
    const values = grid!
      .slice(1)
      .map((row) => row[i] ?? '')
      .filter((c) => !isBlank(c))
      .map((c) => cellText(c).trim());
    added.set(foldHeader(cellText(header)), values);
  });
  const made = new Map<EnumerationKey, Vocabulary>();
  return (key) => {
    let known = made.get(key);
    if (!known) {
      const title = dictionaryTitles[key];
      known = vocabulary(key, title === undefined ? [] : added.get(foldHeader(title)));
      made.set(key, known);
    }
    return known;
  };
}

/** Folded full and short names → ID; a name that two organisations share names none. */
export function organisationNames(read: ReadTab): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, values } of read.entries) {
    for (const name of new Set([
      foldOrganisation(String(values.fullName ?? '')),
      foldOrganisation(String(values.shortName ?? '')),
    ])) {
      if (!name || !id) continue;
      if (names.has(name) && names.get(name) !== id) shared.add(name);
      names.set(name, id);
    }
  }
  for (const name of shared) names.delete(name);
  return names;
}

const HAS_ID = /ORG-\d/;

/** Reading a name that exactly one organisation bears is no guess: the cell is read as its ID. The sheet is not changed. */
export function namesToIds(
  key: TabKey,
  grid: Grid | null,
  names: Pick<ReadonlyMap<string, string>, 'get' | 'size'>,
  headers?: HeaderMap,
): Grid | null {
  if (grid === null || names.size === 0) return grid;
  const columns = tabs[key].columns.filter((c) => c.refers === 'organisations');
  if (columns.length === 0) return grid;
  const where = (headers ?? mapHeaders(tabs[key], grid[0] ?? [])).at;
  const at = columns.flatMap((c) => where.get(c.key) ?? []);
  const needs = (cell: Cell | undefined): cell is string =>
    typeof cell === 'string' && cell !== '' && !HAS_ID.test(cell);
  return grid.map((row, r) => {
    if (r === 0 || !at.some((i) => needs(row[i]))) return row;
    const copy = [...row];
    for (const i of at) {
      const cell = row[i];
      if (needs(cell)) copy[i] = names.get(foldOrganisation(cell)) ?? cell;
    }
    return copy;
  });
}
