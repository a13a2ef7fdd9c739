import type { Cell, Grid } from '../../src/domain/registry/cell';
import { handNamesakes } from './hand-namesakes';
import { handRead } from './hand-read';

/**
 * The yardstick of the full check: what a programmer writes by hand for the rules about organisations, mentors, mentees
 * and pairs, their orders, dates and namesakes, after the hand-written reading; counted by organisation and sorted, as
 * the check does. Plain loops over plain records, one short text a problem: no advice, no settings, no aliases, no other
 * tabs, no exceptions, no comparison with the last run.
 */
type Person = Readonly<Record<string, unknown>>;
type Add = (record: Person, row: number, rule: string, text: string) => void;

interface Problem {
  readonly organisation: string;
  readonly id: unknown;
  readonly row: number;
  readonly rule: string;
  readonly text: string;
}

interface HandChecked {
  readonly found: readonly Problem[];
  readonly counts: ReadonlyMap<string, number>;
}

const TODAY = '2024-04-20';
const LATIN_AND_CYRILLIC = /(?=\S*[a-z])(?=\S*[а-яё])\S+/i;

export function handCheck(grids: Readonly<Record<string, Grid | null>>): HandChecked {
  const { records, problems } = handRead(grids);
  const [organisations, mentors, mentees, pairs] = records as [Person[], Person[], Person[], Person[]];
  const found: Problem[] = [];
  const add: Add = (record, row, rule, text) => {
    found.push({
      organisation: first(record.organisation) || String(record.id),
      id: record.id,
      row,
      rule,
      text,
    });
  };
  for (const { row, column, text } of problems) add({ id: '' }, row, column, text);
  const mentorOf = index(mentors);
  const menteeOf = index(mentees);
  for (const rows of [mentors, mentees]) {
    people(rows, add);
    namesakes(rows, add);
  }
  bothRoles(mentors, mentees, add);
  for (let r = 0; r < mentees.length; r++) menteeRules(mentees[r]!, r + 2, add);
  const load = new Map<string, Set<string>>();
  const busy = new Map<string, number>();
  for (let r = 0; r < pairs.length; r++) pairRules(pairs[r]!, r + 2, mentorOf, menteeOf, load, busy, add);
  papers(pairs, mentors, grids, add);
  for (let r = 0; r < mentors.length; r++) mentorRules(mentors[r]!, r + 2, load, add);
  for (let r = 0; r < mentees.length; r++) {
    const mentee = mentees[r]!;
    const times = busy.get(mentee.id as string) ?? 0;
    if (times > 1) add(mentee, r + 2, 'R-26', `${times}`);
    if (times === 0 && live(mentee) && !mentee.ended && before(mentee.entered, '2024-03-21'))
      add(mentee, r + 2, 'R-33', 'not in a pair');
  }
  twoWays(pairs, add);
  heads(organisations, mentors, mentees, add);
  const counts = new Map<string, number>();
  for (const { organisation } of found) counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  found.sort((a, b) =>
    a.organisation < b.organisation ? -1 : a.organisation > b.organisation ? 1 : a.row - b.row,
  );
  return { found, counts };
}

/** Orders and programmes: begun before the order, before the mentor was appointed, without a programme. */
function papers(
  pairs: readonly Person[],
  mentors: readonly Person[],
  grids: Readonly<Record<string, Grid | null>>,
  add: Add,
): void {
  const days = new Map<string, string>();
  const appointed = new Map<string, string>();
  const [idAt, dateAt, kindAt, homeAt] = positions(grids.documents!, ['ID', 'Дата', 'Вид', 'ОО (ID)']);
  for (const row of grids.documents!.slice(1)) {
    const cell = row[dateAt!];
    if (typeof cell !== 'object') continue;
    days.set(String(row[idAt!]), cell.date);
    const home = String(row[homeAt!]).split(' ')[0]!;
    if (row[kindAt!] === 'Приказ о назначении наставников' && !(appointed.get(home)! <= cell.date))
      appointed.set(home, cell.date);
  }
  const [pairAt] = positions(grids.programmes!, ['Пара']);
  const planned = new Set(grids.programmes!.slice(1).map((row) => String(row[pairAt ?? 0]).split(' ')[0]));
  const firstFrom = new Map<string, string>();
  for (let r = 0; r < pairs.length; r++) {
    const pair = pairs[r]!;
    if (!live(pair)) continue;
    const from = pair.from as string | null;
    if (!from) continue;
    const day = days.get(first(pair.order));
    if (day !== undefined && from < day) add(pair, r + 2, 'R-20', day);
    if (pair.status === 'Действует' && !pair.ended && from <= TODAY && !planned.has(pair.id as string))
      add(pair, r + 2, 'R-34', 'no programme');
    for (const id of (pair.mentors as string[] | null) ?? [])
      if (!(firstFrom.get(id)! <= from)) firstFrom.set(id, from);
  }
  for (let r = 0; r < mentors.length; r++) {
    const mentor = mentors[r]!;
    const day = days.get(first(mentor.order));
    const from = firstFrom.get(mentor.id as string);
    if (!live(mentor) || day === undefined || from === undefined || from >= day) continue;
    if (!(appointed.get(first(mentor.organisation))! <= from)) add(mentor, r + 2, 'R-69', `${from} ${day}`);
  }
}

function positions(grid: Grid, titles: readonly string[]): number[] {
  const header = grid[0]!.map((cell: Cell) => String(cell));
  return titles.map((title) => header.indexOf(title));
}

/** The same person as mentor and as mentee. */
function bothRoles(mentors: readonly Person[], mentees: readonly Person[], add: Add): void {
  const fold = (row: Person) =>
    `${String(row.name).toLowerCase().replace(/ё/g, 'е')}|${first(row.organisation)}`;
  const known = new Set<string>();
  for (const row of mentors) if (live(row)) known.add(fold(row));
  for (let r = 0; r < mentees.length; r++)
    if (live(mentees[r]!) && known.has(fold(mentees[r]!))) add(mentees[r]!, r + 2, 'R-09', '');
}

function namesakes(rows: readonly Person[], add: Add): void {
  const people = rows.flatMap((row, r) => {
    const end = (row.left ?? row.ended) as string | null;
    if (!live(row) || (end && end < TODAY)) return [];
    return [
      { row: r, name: String(row.name ?? ''), organisation: first(row.organisation), birth: row.birth },
    ];
  });
  handNamesakes(people, (one, other, why) => {
    const later = Math.max(one.row, other.row);
    const rule = one.organisation === other.organisation ? 'R-61' : 'R-06';
    add(rows[later]!, later + 2, rule, `${one.name}, ${other.name}: ${why}`);
  });
}

const live = (row: Person): boolean => row.recordStatus === 'Действует';
const before = (day: unknown, other: string): boolean => typeof day === 'string' && day !== '' && day < other;
const first = (ids: unknown): string => (ids as string[] | null)?.[0] ?? '';

function index(rows: readonly Person[]): ReadonlyMap<string, Person> {
  const found = new Map<string, Person>();
  for (const row of rows) if (!found.has(row.id as string)) found.set(row.id as string, row);
  return found;
}

/** Names, dates, doubles inside one organisation and across. */
function people(rows: readonly Person[], add: Add): void {
  const sameName = new Map<string, { row: number; home: string }[]>();
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    if (!live(row)) continue;
    const name = String(row.name ?? '');
    const words = name.split(' ');
    if (words.length < 2 || words.length > 4 || /\d/.test(name) || name === name.toUpperCase())
      add(row, r + 2, 'R-07', name);
    if (LATIN_AND_CYRILLIC.test(name)) add(row, r + 2, 'R-45', name);
    const key = name.toLowerCase().replace(/ё/g, 'е');
    const known = sameName.get(key);
    const home = first(row.organisation);
    if (known === undefined) sameName.set(key, [{ row: r + 2, home }]);
    else {
      const own = known.filter((other) => other.home === home);
      if (own.length > 0) add(row, r + 2, 'R-05', own.map((other) => other.row).join(', '));
      else if (known.length === 1) add(row, r + 2, 'R-06', `row ${known[0]!.row}`);
      known.push({ row: r + 2, home });
    }
    for (const column of ['entered', 'left', 'ended', 'consent', 'dataConsent', 'publicationConsent'])
      if (row[column] && (before(row[column], '2019-01-01') || (row[column] as string) > '2026-04-20'))
        add(row, r + 2, 'R-35', column);
    for (const column of ['dataConsent', 'consent'])
      if (row[column] && (row[column] as string) > TODAY) add(row, r + 2, 'R-74', column);
    const end = row.left ?? row.ended;
    if (end && row.entered && (end as string) < (row.entered as string)) add(row, r + 2, 'R-18', String(end));
  }
}

function menteeRules(row: Person, r: number, add: Add): void {
  if (!live(row)) return;
  const years = row.years as number | null;
  if (row.category === 'молодой специалист (стаж 0–3 года)' && years !== null && years > 3)
    add(row, r, 'R-16', String(years));
  if (row.category === 'молодой педагог до 35 лет' && 2024 - Number(row.birth) >= 35)
    add(row, r, 'R-17', String(row.birth));
  if (years !== null && row.birth && years > 2024 - Number(row.birth) - 17)
    add(row, r, 'R-13', String(years));
}

function mentorRules(row: Person, r: number, load: ReadonlyMap<string, Set<string>>, add: Add): void {
  if (!live(row)) return;
  if (first(row.order) === '') add(row, r, 'R-11', '');
  if (row.extraQualification === 'педагог-наставник' && row.qualification !== 'высшая')
    add(row, r, 'R-44', '');
  if (row.publicationConsentTo && before(row.publicationConsentTo, TODAY)) add(row, r, 'R-41', '');
  if (!before(row.entered, '2025-03-01') && (!row.consent || !row.addendum)) add(row, r, 'R-42', '');
  const mentees = load.get(row.id as string);
  if (mentees && mentees.size > 3) add(row, r, 'R-23', String(mentees.size));
  if (!mentees && !row.left && before(row.entered, '2024-01-20')) add(row, r, 'R-33', 'not in a pair');
}

function pairRules(
  pair: Person,
  r: number,
  mentorOf: ReadonlyMap<string, Person>,
  menteeOf: ReadonlyMap<string, Person>,
  load: Map<string, Set<string>>,
  busy: Map<string, number>,
  add: Add,
): void {
  if (!live(pair)) return;
  const mentors = (pair.mentors as string[] | null) ?? [];
  const mentees = (pair.mentees as string[] | null) ?? [];
  const { status, from, ended, plannedEnd, kind, type } = pair as Record<string, string | null>;
  const active = status === 'Действует' && !ended;
  if (from && ended && ended < from) add(pair, r, 'R-18', ended);
  if (from && plannedEnd && plannedEnd < from) add(pair, r, 'R-18', plannedEnd);
  if ((status === 'Завершена' || status === 'Прекращена досрочно') !== Boolean(ended && ended <= TODAY))
    add(pair, r, 'R-19', String(status));
  if (active && plannedEnd && plannedEnd < '2024-04-06') add(pair, r, 'R-21', plannedEnd);
  if (type === 'пара' ? mentees.length !== 1 : mentees.length < 2)
    add(pair, r, 'R-22', String(mentees.length));
  if (type === 'группа' && kind === 'традиционное («один на один»)') add(pair, r, 'R-24', kind);
  if (from && plannedEnd && (kind === 'скоростное' || kind === 'краткосрочное (целеполагающее)'))
    if (Date.parse(plannedEnd) - Date.parse(from) > 184 * 86_400_000) add(pair, r, 'R-25', kind);
  for (const id of mentors) {
    const mentor = mentorOf.get(id);
    if (!mentor) continue;
    if (mentor.years !== null && (mentor.years as number) < 3 && kind !== 'реверсивное')
      add(pair, r, 'R-14', id);
    if (active) {
      const known = load.get(id);
      if (known) for (const mentee of mentees) known.add(mentee);
      else load.set(id, new Set(mentees));
      if (mentor.recordStatus === 'Архив' || mentor.left) add(pair, r, 'R-77', id);
    }
    for (const other of mentees) {
      const mentee = menteeOf.get(other);
      if (!mentee) continue;
      if (
        id === other ||
        (mentor.name === mentee.name && first(mentor.organisation) === first(mentee.organisation))
      )
        add(pair, r, 'R-08', id);
      if (kind !== 'реверсивное' && mentor.years !== null && mentee.years !== null)
        if ((mentor.years as number) <= (mentee.years as number)) add(pair, r, 'R-15', id);
    }
  }
  if (!active) return;
  for (const id of mentees) {
    busy.set(id, (busy.get(id) ?? 0) + 1);
    const mentee = menteeOf.get(id);
    const missing = uncovered(mentee, mentors, mentorOf);
    if (missing !== '' && busy.get(id) === 1) add(pair, r, 'R-48', missing);
    if (mentee && (mentee.recordStatus === 'Архив' || mentee.ended)) add(pair, r, 'R-27', id);
  }
}

/** Requests that no mentor of the pair can meet. */
function uncovered(
  mentee: Person | undefined,
  mentors: readonly string[],
  mentorOf: ReadonlyMap<string, Person>,
): string {
  const known = mentors.map((id) => mentorOf.get(id)?.competences as string[] | null | undefined);
  const requests = (mentee?.requests as string[] | null) ?? [];
  return requests.filter((request) => !known.some((own) => own?.includes(request))).join('; ');
}

/** A mentors B and B mentors A. */
function twoWays(pairs: readonly Person[], add: Add): void {
  const ways = new Map<string, number>();
  for (let r = 0; r < pairs.length; r++)
    for (const mentor of (pairs[r]!.mentors as string[] | null) ?? [])
      for (const mentee of (pairs[r]!.mentees as string[] | null) ?? []) {
        ways.set(`${mentor}|${mentee}`, r + 2);
        if (ways.has(`${mentee}|${mentor}`)) add(pairs[r]!, r + 2, 'R-10', mentor);
        if (ways.get(`${mentor}|${mentee}`) !== r + 2) add(pairs[r]!, r + 2, 'R-89', mentor);
      }
}

function heads(
  organisations: readonly Person[],
  mentors: readonly Person[],
  mentees: readonly Person[],
  add: Add,
): void {
  const people = new Map<string, number>();
  for (const row of [...mentors, ...mentees]) {
    const home = first(row.organisation);
    if (live(row)) people.set(home, (people.get(home) ?? 0) + 1);
  }
  organisations.forEach((row, r) => {
    const teachers = row.teachers as number;
    if ((row.youngTeachers as number) > teachers || (row.newTeachers as number) > teachers)
      add(row, r + 2, 'R-30', String(teachers));
    if ((people.get(row.id as string) ?? 0) > teachers) add(row, r + 2, 'R-31', String(teachers));
  });
}
