import { hasColumn } from '../registry/read';
import type { Registry } from '../registry/workbook';
import { type Matched, match } from './candidates';
import { decided } from './decisions';
import { evidenceOf } from './evidence';
import { lastDay, PEOPLE_TABS, type PeopleTab, type Person, personOf } from './person';

/** Rows of people who count today: in force, the first holder of their ID, not gone from the role. */
export function peopleOf(registry: Registry, tab: PeopleTab, today: string): Person[] {
  return peopleInForce(registry, tab).filter((person) => countsOn(person, today));
}

function countsOn({ entry }: Person, today: string): boolean {
  const last = lastDay(entry);
  return last === '' || last >= today;
}

/** The same on any day: those who are gone, too. */
function peopleInForce(registry: Registry, tab: PeopleTab): Person[] {
  const read = registry.tabs[tab];
  const hasStatus = hasColumn(read, 'recordStatus');
  const people: Person[] = [];
  const seen = new Set<string>();
  for (const entry of read.entries) {
    if (entry.id !== '') {
      if (seen.has(entry.id)) continue;
      seen.add(entry.id);
    }
    if (hasStatus && entry.values.recordStatus !== 'Действует') continue;
    const person = personOf(tab, entry);
    if (person) people.push(person);
  }
  return people;
}

export type MatchedPeople = Readonly<Record<PeopleTab, Matched>>;

/** What matching finds in each tab on a day; decisions are not looked at. */
export function matchPeople(registry: Registry, today: string): MatchedPeople {
  return matchingByDay(registry)(today);
}

/** The same for many days: names are folded once, and days of one year on which the same people count are matched once. */
export function matchingByDay(registry: Registry): (today: string) => MatchedPeople {
  const inForce = PEOPLE_TABS.map((tab) => [tab, peopleInForce(registry, tab)] as const);
  let last: { readonly year: number; readonly count: number; readonly found: MatchedPeople } | null = null;
  return (today) => {
    const year = Number(today.slice(0, 4));
    const people = inForce.map(([tab, all]) => [tab, all.filter((p) => countsOn(p, today))] as const);
    // People only leave as days go on: as many of them are the same ones.
    const count = people.reduce((sum, [, own]) => sum + own.length, 0);
    if (last?.year === year && last.count === count) return last.found;
    const found = {} as Record<PeopleTab, Matched>;
    for (const [tab, own] of people) found[tab] = match(own, year);
    last = { year, count, found };
    return found;
  };
}

/** Two rows that may be one person, for panels. */
export interface Candidate {
  readonly tab: PeopleTab;
  readonly title: string;
  readonly first: CandidateRow;
  readonly second: CandidateRow;
  readonly reasons: readonly string[];
  readonly score: number;
  readonly oneOrganisation: boolean;
}

export interface CandidateRow {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  /** ID of the organisation. */
  readonly organisation: string;
}

/** In a name that more rows bear, pairs of different organisations are those that stand next to each other. */
const EVERY_TWO = 8;

/** Every pair that still waits for a decision, the likeliest first. Nothing is ever merged. */
export function candidatesOf(registry: Registry, today: string): readonly Candidate[] {
  const decision = decided(registry);
  const year = Number(today.slice(0, 4));
  const candidates: Candidate[] = [];
  const add = (first: Person, second: Person, reasons: readonly string[], score: number): void => {
    if (decision(first.entry.id, second.entry.id) !== undefined) return;
    candidates.push({
      tab: first.tab,
      title: registry.tabs[first.tab].tab.title,
      first: rowOf(first),
      second: rowOf(second),
      reasons,
      score,
      oneOrganisation: first.organisation === second.organisation,
    });
  };
  for (const { same, alike } of Object.values(matchPeople(registry, today))) {
    for (const rows of same)
      rows.forEach((second, i) => {
        for (let j = 0; j < i; j++) {
          const first = rows[j];
          if (rows.length > EVERY_TWO && j < i - 1 && first.organisation !== second.organisation) continue;
          const { points, reasons } = evidenceOf(first, second, year);
          add(first, second, [sameName(first, second), ...reasons], 100 + points);
        }
      });
    for (const { first, second, reasons, score } of alike) add(first, second, reasons, score);
  }
  return candidates.sort((a, b) => b.score - a.score || (key(a) < key(b) ? -1 : 1));
}

const key = ({ tab, first, second }: Candidate): string => `${tab} ${first.row + 1e6} ${second.row + 1e6}`;

function rowOf({ entry, name, organisation }: Person): CandidateRow {
  return { id: entry.id, row: entry.row, name, organisation };
}

/** What two equal names differ in, in words. */
export function sameName(a: Person, b: Person): string {
  if (a.coded) return 'одинаковые коды';
  if (a.name === b.name) return 'одинаковые ФИО';
  const [x, y] = [a.name.toLowerCase(), b.name.toLowerCase()];
  if (x === y) return 'отличаются только прописные буквы';
  if (x.replace(/ё/g, 'е') === y.replace(/ё/g, 'е')) return 'отличаются только ё/е';
  if (/[a-z]/.test(x) || /[a-z]/.test(y)) return 'латинские буквы, похожие на русские';
  return 'отличаются только пробелы, точки и дефисы';
}
