import { codeOf, lacksGrounds, recordOf } from '../domain/checks/exceptions';
import type { Finding } from '../domain/checks/finding';
import type { KnownRecords } from '../domain/checks/references';
import type { HighWater } from '../domain/identity/high-water';
import { NumberSet, packNumbers } from '../domain/identity/number-set';
import { type Cell, cellText, isBlank } from '../domain/registry/cell';
import { dictionaryTitles } from '../domain/registry/dictionaries';
import { type EnumerationKey, enumerationOf } from '../domain/registry/enumerations';
import { mapHeaders } from '../domain/registry/headers';
import { readSettings } from '../domain/registry/read-settings';
import { type Settings, settingDefinitions } from '../domain/registry/settings';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { type Vocabulary, vocabulary } from '../domain/registry/vocabulary';
import { organisationNames, vocabulariesOf } from '../domain/registry/workbook';
import { foldHeader } from '../domain/text/fold';
import { parseId } from '../domain/text/id';
import { marksOf } from './id-marks';
import type { Ports, Store } from './ports';
import type { ReadWorkbook } from './read-workbook';

/**
 * What the check at the cell needs of the other tabs, small enough for one key of the cache (100 KB): which records there
 * are, as runs of numbers, the settings that differ from their defaults, added words. Names of people are not in it.
 */
interface Packed {
  readonly zone: string;
  /** Id of the sheet → key of the tab. */
  readonly tabs: Readonly<Record<string, TabKey>>;
  /** Prefix → numbers of all records, numbers of the archived ones. */
  ids: Record<string, readonly [all: string, archived: string]>;
  /** IDs that are no plain numbers (`RM-1.1`), those of archived records with `!` behind. */
  readonly odd: readonly string[];
  readonly settings: readonly (readonly [title: string, value: Cell])[];
  readonly words: Readonly<Partial<Record<EnumerationKey, readonly string[]>>>;
  /** Hash of a folded name of an organisation → ID. */
  names: Readonly<Record<string, string>>;
  readonly accepted: readonly (readonly [code: string, record: string, column: string, until: string])[];
}

const KEY = 'edit-index';
/** Letters outside ASCII take two bytes and more. */
const LONGEST = 90_000;
/** A property holds 9 KB. */
const PART = 4_000;

/** Makes the index from the workbook as read and keeps it: in the cache for speed, in the properties for good. */
export function refreshIndex(ports: Ports, read: ReadWorkbook): void {
  const text = printed(packed(ports, read));
  ports.cache.set(KEY, text);
  const before = Number(ports.store.get(KEY) ?? 0);
  const parts = Math.ceil(text.length / PART);
  const kept: Record<string, string> = { [KEY]: String(parts) };
  for (let i = 0; i < parts; i++) kept[`${KEY}.${i}`] = text.slice(i * PART, (i + 1) * PART);
  ports.store.setAll(kept);
  for (let i = parts; i < before; i++) ports.store.set(`${KEY}.${i}`, null);
}

/** The index, from the properties where the cache has lost it; null where there is none or it cannot be read. */
export function openIndex(cache: Store, store: Store): EditIndex | null {
  const text = cache.get(KEY);
  if (text !== null) return parsed(text, store);
  const parts = Number(store.get(KEY) ?? 0);
  if (parts === 0) return null;
  const kept = Array.from({ length: parts }, (_, i) => store.get(`${KEY}.${i}`) ?? '').join('');
  const index = parsed(kept, store);
  if (index) cache.set(KEY, kept);
  return index;
}

function parsed(text: string, store: Store): EditIndex | null {
  try {
    return new EditIndex(JSON.parse(text) as Packed, store);
  } catch {
    // Written by another version or cut short: as good as lost.
    return null;
  }
}

function printed(index: Packed): string {
  let text = JSON.stringify(index);
  for (const drop of ['names', 'ids'] as const) {
    if (bytesOf(text) <= LONGEST) break;
    index[drop] = {};
    text = JSON.stringify(index);
  }
  return text;
}

function bytesOf(text: string): number {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) wide++;
  return text.length + wide;
}

/** The index in use during one edit. */
export class EditIndex {
  readonly #packed: Packed;
  readonly #store: Store;
  #marks: HighWater | null = null;
  readonly #open = new Map<string, { readonly all: NumberSet; readonly archived: NumberSet }>();
  #settings: Settings | null = null;
  #changed = false;

  constructor(index: Packed, store: Store) {
    this.#packed = index;
    this.#store = store;
  }

  get zone(): string {
    return this.#packed.zone;
  }

  tab(sheetId: number): TabKey | undefined {
    return this.#packed.tabs[String(sheetId)];
  }

  /** Parsed when a rule first asks. */
  get settings(): Settings {
    const opened = (): Settings => {
      this.#settings ??= readSettings([['Параметр', 'Значение'], ...this.#packed.settings]).settings;
      return this.#settings;
    };
    return {
      text: (key) => opened().text(key),
      date: (key) => opened().date(key),
      number: (key) => opened().number(key),
      dayMonth: (key) => opened().dayMonth(key),
      target: (code, year) => opened().target(code, year),
    };
  }

  vocabulary = (key: EnumerationKey): Vocabulary => vocabulary(key, this.#packed.words[key]);

  /** Folded name of an organisation → ID. */
  get names(): { readonly size: number; get(name: string): string | undefined } {
    const { names } = this.#packed;
    return { size: Object.keys(names).length, get: (name) => names[hash(name)] };
  }

  get records(): KnownRecords {
    const { ids, odd } = this.#packed;
    const titles = new Map(Object.values(tabs).map((tab) => [tab.id?.prefix, tab.title]));
    return {
      archived: (id) => {
        const parts = parseId(id);
        if (!parts) return odd.includes(id) ? false : odd.includes(`${id}!`) ? true : undefined;
        const { all, archived } = this.#numbers(parts.prefix);
        if (all.has(parts.number)) return archived.has(parts.number);
        return parts.number > all.greatest() && parts.number <= this.#mark(parts.prefix) ? false : undefined;
      },
      tabOf: (prefix) => (ids[prefix] ? titles.get(prefix) : undefined),
    };
  }

  /** Warnings that were accepted with a reason. */
  isAccepted({ code, severity, recordId, column }: Finding, today: string): boolean {
    return (
      severity !== 'error' &&
      this.#packed.accepted.some(
        ([c, record, name, until]) =>
          c === code &&
          record === recordId &&
          (name === '' || name === foldHeader(column)) &&
          (until === '' || until >= today),
      )
    );
  }

  /** A record as it stands now; what is known already costs nothing. */
  note(id: string, isArchived: boolean): void {
    const parts = parseId(id);
    if (!parts || !this.#packed.ids[parts.prefix]) return;
    const { all, archived } = this.#numbers(parts.prefix);
    if (all.has(parts.number) && archived.has(parts.number) === isArchived) return;
    // The mark tells that it exists.
    if (!isArchived && parts.number > all.greatest()) return;
    all.set(parts.number, true);
    archived.set(parts.number, isArchived);
    this.#changed = true;
  }

  /** Keeps what was noted. */
  keep(cache: Store): void {
    if (!this.#changed) return;
    for (const [prefix, { all, archived }] of this.#open)
      this.#packed.ids[prefix] = [all.packed(), archived.packed()];
    cache.set(KEY, printed(this.#packed));
  }

  /** Numbers up to it were given: those above the greatest of the index since it was made. Asked for when a rule first needs it. */
  #mark(prefix: string): number {
    this.#marks ??= marksOf(this.#store);
    return this.#marks[prefix] ?? 0;
  }

  #numbers(prefix: string): { readonly all: NumberSet; readonly archived: NumberSet } {
    let known = this.#open.get(prefix);
    if (!known) {
      const [all, archived] = this.#packed.ids[prefix] ?? ['', ''];
      known = { all: new NumberSet(all), archived: new NumberSet(archived) };
      this.#open.set(prefix, known);
    }
    return known;
  }
}

function packed(ports: Ports, { registry, allGrids, titles }: ReadWorkbook): Packed {
  const ids: Record<string, readonly [string, string]> = {};
  const odd: string[] = [];
  for (const { tab, present, entries } of Object.values(registry.tabs)) {
    if (!tab.id || !present) continue;
    const all = new Set<number>();
    const archived = new Set<number>();
    for (const { id, values } of entries) {
      const gone = values.recordStatus === 'Архив';
      const parts = parseId(id);
      if (parts?.prefix === tab.id.prefix) {
        all.add(parts.number);
        if (gone) archived.add(parts.number);
      } else if (id.startsWith(`${tab.id.prefix}-`)) odd.push(gone ? `${id}!` : id);
    }
    ids[tab.id.prefix] = [packNumbers(ascending(all)), packNumbers(ascending(archived))];
  }
  return {
    zone: ports.clock.zone(),
    tabs: Object.fromEntries([...titles].map(([key, title]) => [String(ports.workbook.tabId(title)), key])),
    ids,
    odd,
    settings: ownSettings(allGrids),
    words: addedWords(allGrids),
    names: Object.fromEntries(
      [...organisationNames(registry.tabs.organisations)].map(([name, id]) => [hash(name), id]),
    ),
    accepted: registry.tabs.exceptions.entries
      .filter((entry) => lacksGrounds(entry) === null)
      .map((entry) => [
        codeOf(entry),
        recordOf(entry),
        foldHeader(String(entry.values.column ?? '')),
        String(entry.values.until ?? ''),
      ]),
  };
}

const ascending = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b);

/** Settings that differ from their defaults, blank ones included. */
function ownSettings({ settings: grid }: ReadWorkbook['allGrids']): [string, Cell][] {
  const { at } = mapHeaders(tabs.settings, grid?.[0] ?? []);
  const [nameAt, valueAt] = [at.get('name'), at.get('value')];
  if (!grid || nameAt === undefined || valueAt === undefined) return [];
  const initial = new Map(settingDefinitions.map((d) => [foldHeader(d.title), d.initial]));
  return grid.slice(1).flatMap((row): [string, Cell][] => {
    const [title, value] = [cellText(row[nameAt] ?? ''), row[valueAt] ?? ''];
    const usual = initial.get(foldHeader(title));
    return usual === undefined || usual === cellText(value) ? [] : [[title, value]];
  });
}

function addedWords({ dictionaries }: ReadWorkbook['allGrids']): Packed['words'] {
  const known = vocabulariesOf(dictionaries);
  const words: Partial<Record<EnumerationKey, readonly string[]>> = {};
  for (const key of Object.keys(dictionaryTitles) as EnumerationKey[]) {
    const usual = enumerationOf(key).values;
    const added = known(key).values.filter((v) => !usual.includes(v) && !isBlank(v));
    if (added.length > 0) words[key] = added;
  }
  return words;
}

/** Two names that share a hash are as likely as two people who share a number of eleven digits. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 5381;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = (Math.imul(b, 33) ^ code) | 0;
  }
  return (a >>> 0).toString(36) + ((b >>> 0) % 1296).toString(36);
}
