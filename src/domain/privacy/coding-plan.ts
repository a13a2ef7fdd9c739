import { type Cell, cellText, isBlank } from '../registry/cell';
import { type Entry, hasColumn } from '../registry/read';
import { type Column, columnOf, type TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import type { Registry } from '../registry/workbook';
import { foldName } from '../text/fold';
import { isId, parseId } from '../text/id';
import { isCode, parseName } from '../text/person-name';
import { cleanText } from '../text/spaces';
import type { KeyRow } from './key-file';
import { likelyNames } from './likely-names';
import { type Coded, nameIndex } from './name-index';
import { isOfficial, officialNames } from './officials';

/**
 * Where the numbers of the codes begin, tab by tab. A code follows from the record's own number, so a switch that was
 * killed in the middle gives the rest of the people the same codes, although no name is kept anywhere.
 */
export type CodeBases = Readonly<Record<string, number>>;

/** A cell of a person's name and the code that takes its place. */
export interface NameCell {
  readonly tab: TabKey;
  readonly id: string;
  /** 1-based. */
  readonly row: number;
  readonly column: string;
  readonly before: Cell;
  readonly code: string;
  /** False: the code comes from another record of the same person, so that record must keep its name until this one is done. */
  readonly first: boolean;
}

/** A cell that mentions people among other words, and its new text. */
export interface MentionCell {
  readonly tab: TabKey;
  readonly id: string;
  readonly row: number;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface CodingPlan {
  readonly rows: readonly KeyRow[];
  readonly names: readonly NameCell[];
  readonly mentions: readonly MentionCell[];
  /** For finding the names elsewhere. */
  readonly people: readonly Coded[];
  /** Record → code, those coded before included. */
  readonly codes: ReadonlyMap<string, string>;
  /** What must be put right before anything is replaced, in words. */
  readonly problems: readonly string[];
  /** The greatest number given. */
  readonly last: number;
}

const ROLES: Readonly<Partial<Record<TabKey, string>>> = {
  mentors: 'Наставник',
  mentees: 'Наставляемый',
  curators: 'Куратор',
};
const NAMED: readonly TabKey[] = ['mentors', 'mentees', 'curators'];
const MENTIONED = Object.values(tabs).flatMap((tab) =>
  tab.columns.filter((c) => c.personal === 'mention').map((column) => ({ tab: tab.key, column })),
);
/** Names in one cell of a mention that get a code of their own. */
const IN_CELL = 4;

const DIGITS = 3;
const codeText = (n: number): string => `П-${String(n).padStart(DIGITS, '0')}`;

/** The greatest number of a code `П-…` in these texts; 0 when there is none. */
export function greatestCode(registry: Registry): number {
  let greatest = 0;
  for (const key of NAMED)
    for (const { values } of registry.tabs[key].entries) {
      const found = /^П-(\d{1,5})$/.exec(cleanText(String(values.name ?? '')));
      if (found) greatest = Math.max(greatest, Number(found[1]));
    }
  return greatest;
}

/** The code for the next person: codes are never used again. */
export function nextCode(registry: Registry, last: number): string {
  return codeText(Math.max(last, greatestCode(registry)) + 1);
}

/** Room for every record that has a number now. */
export function codeBases(registry: Registry, last: number): CodeBases {
  let next = Math.max(last, greatestCode(registry));
  const bases: Record<string, number> = {};
  const greatestOf = (key: TabKey) =>
    registry.tabs[key].entries.reduce((most, e) => Math.max(most, parseId(e.id)?.number ?? 0), 0);
  for (const key of NAMED) {
    bases[key] = next;
    next += greatestOf(key);
  }
  for (const { tab, column } of MENTIONED) {
    bases[`${tab}.${column.key}`] = next;
    next += greatestOf(tab) * IN_CELL;
  }
  return bases;
}

/**
 * Who gets which code. The same person in two roles (the same name in one organisation, or decided «одно лицо») keeps
 * one code; cells that hold a code already are left.
 */
export function codingPlan(registry: Registry, bases: CodeBases): CodingPlan {
  const problems: string[] = [];
  const codes = new Map<string, string>();
  const people: (Coded & { organisation: string })[] = [];
  const rows: KeyRow[] = [];
  const names: NameCell[] = [];
  const byPerson = new Map<string, string>();
  const decided = decisions(registry);
  let last = 0;
  const give = (base: number, number: number): string => {
    last = Math.max(last, base + number);
    return codeText(base + number);
  };
  for (const key of NAMED) {
    const read = registry.tabs[key];
    if (read.present && !hasColumn(read, 'name'))
      problems.push(
        `На вкладке «${tabs[key].title}» нет столбца «${columnOf(tabs[key], 'name').title}» или он стоит дважды. Исправьте заголовок и повторите.`,
      );
  }
  for (const { tab, entry } of named(registry)) {
    const name = textOf(entry, 'name');
    const number = parseId(entry.id)?.number;
    if (isCode(name)) codes.set(entry.id, cleanText(name));
    if (isBlank(name) || isCode(name)) continue;
    if (number === undefined || codes.has(entry.id)) {
      problems.push(
        `«${tabs[tab].title}», строка ${entry.row}: ${number === undefined ? 'нет ID' : `ID ${entry.id} повторяется`}. Дайте записи свой ID (пункт «Проверить записи») и повторите.`,
      );
      continue;
    }
    const organisation = organisationOf(entry);
    const person = `${foldName(cleanText(name))}|${organisation}`;
    const same = decided.same
      .get(entry.id)
      ?.map((id) => codes.get(id))
      .find((code) => code !== undefined);
    const holder = byPerson.get(person);
    const apart = holder !== undefined && decided.apart.has([holder, entry.id].sort().join('|'));
    const shared = same ?? (holder !== undefined && !apart && isFull(name) ? codes.get(holder) : undefined);
    const code = shared ?? give(bases[tab] ?? 0, number);
    codes.set(entry.id, code);
    if (!byPerson.has(person)) byPerson.set(person, entry.id);
    people.push({ code, name, organisation });
    rows.push({
      code,
      name,
      organisation: organisationName(registry, organisation),
      role: ROLES[tab] ?? '',
      record: entry.id,
    });
    names.push({
      tab,
      id: entry.id,
      row: entry.row,
      column: 'name',
      before: name,
      code,
      first: shared === undefined,
    });
  }
  const mentions = mentionCells(registry, people, bases, rows, give);
  return { rows, names, mentions, people, codes, problems, last };
}

function* named(registry: Registry): Generator<{ tab: TabKey; entry: Entry }> {
  for (const tab of NAMED) for (const entry of registry.tabs[tab].entries) yield { tab, entry };
}

/** Heads, those who sign, those who are responsible: the person's name gives way to a code, the post stays. */
function mentionCells(
  registry: Registry,
  people: (Coded & { organisation: string })[],
  bases: CodeBases,
  rows: KeyRow[],
  give: (base: number, number: number) => string,
): MentionCell[] {
  const cells: MentionCell[] = [];
  const byOrganisation = new Map<string, Coded[]>();
  // Only a colleague of the same organisation is the same person: an official elsewhere may share surname and initials.
  for (const person of people) {
    if (person.organisation === '') continue;
    const known = byOrganisation.get(person.organisation);
    if (known) known.push(person);
    else byOrganisation.set(person.organisation, [person]);
  }
  const indexes = new Map([...byOrganisation].map(([id, list]) => [id, nameIndex(list)]));
  const officials = officialNames(registry.settings);
  const added = new Map<string, string>();
  for (const { tab, column } of MENTIONED)
    for (const entry of registry.tabs[tab].entries) {
      const before = textOf(entry, column.key);
      const number = parseId(entry.id)?.number;
      if (isBlank(before) || number === undefined) continue;
      const organisation = tab === 'organisations' ? entry.id : organisationOf(entry);
      let after = indexes.get(organisation)?.replace(before).text ?? before;
      let ordinal = 0;
      // From the end, so that the places found stay right.
      for (const { start, end } of likelyNames(after).reverse()) {
        const name = after.slice(start, end);
        if (ordinal === IN_CELL || isOfficial(name, officials)) continue;
        const person = `${foldName(name)}|${organisation}`;
        const base = bases[`${tab}.${column.key}`] ?? 0;
        const code = added.get(person) ?? give(base, (number - 1) * IN_CELL + ++ordinal);
        if (!added.has(person)) {
          added.set(person, code);
          people.push({ code, name, organisation });
          rows.push({
            code,
            name,
            organisation: organisationName(registry, organisation),
            role: roleOf(column),
            record: entry.id,
          });
        }
        after = after.slice(0, start) + code + after.slice(end);
      }
      if (after !== before)
        cells.push({ tab, id: entry.id, row: entry.row, column: column.key, before, after });
    }
  return cells;
}

const roleOf = (column: Column): string => column.title.replace(/\s*\(.*$/, '');

/** A surname with initials may be two people: only a whole name makes two records one person. */
function isFull(name: string): boolean {
  const { surname, name: first } = parseName(name);
  return surname !== '' && first.length > 2;
}

function textOf(entry: Entry, key: string): string {
  const value = entry.values[key];
  return value === null || value === undefined ? '' : cellText(String(value));
}

function organisationOf({ values }: Entry): string {
  const value = values.organisation || values.workplace;
  return typeof value === 'string' && isId(value) ? value : '';
}

function organisationName(registry: Registry, id: string): string {
  const entry = registry.tabs.organisations.entries.find((e) => e.id === id);
  return String(entry?.values.shortName ?? '') || id;
}

function decisions(registry: Registry): {
  same: ReadonlyMap<string, readonly string[]>;
  apart: ReadonlySet<string>;
} {
  const same = new Map<string, string[]>();
  const apart = new Set<string>();
  for (const { values } of registry.tabs.matches.entries) {
    const pair = [String(values.first ?? ''), String(values.second ?? '')];
    if (values.decision === 'разные люди') apart.add([...pair].sort().join('|'));
    if (values.decision !== 'одно лицо') continue;
    for (const [one, other] of [pair, [...pair].reverse()]) same.set(one, [...(same.get(one) ?? []), other]);
  }
  return { same, apart };
}
