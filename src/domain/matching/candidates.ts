import { compareChanged, compareLetters, compareNames, type NameDifference } from './compare-names';
import { evidenceOf } from './evidence';
import type { NameForm } from './name-form';
import { oneEditPairs } from './one-edit';
import type { Person } from './person';

/** Two rows of one tab that may be one person. */
export interface Likeness {
  /** By the row of the sheet: the second is the later one. */
  readonly first: Person;
  readonly second: Person;
  /** In words; the names first, then what else speaks for it. */
  readonly reasons: readonly string[];
  /** Of 100 for equal names; 70 is the least that is asked about. */
  readonly score: number;
}

/** What matching found in one tab. */
export interface Matched {
  /** Rows of one name (or, in one organisation, of one code), two or more in each, by the row. */
  readonly same: readonly (readonly Person[])[];
  /** Rows whose names are alike. */
  readonly alike: readonly Likeness[];
}

const ASKED = 70;
/** Between two names that many rows bear only rows of one organisation are compared. */
const MANY_ROWS = 64;

/** All rows that bear one name. */
interface Bearer {
  readonly form: NameForm;
  readonly rows: readonly Person[];
  /** Number of the name. */
  readonly at: number;
}

/**
 * Finds rows that may be one person, without comparing everybody with everybody. Names are compared, not rows, in three
 * passes: the same surname and first letter of the name; the same name and patronymic; surnames one letter apart. A
 * fourth look, by the letters alone, finds parts in another order and lost spaces.
 * @param people of one tab, whoever counts today
 * @param year of today
 */
export function match(people: readonly Person[], year: number): Matched {
  const byKey = new Map<string, Person[]>();
  for (const person of [...people].sort((a, b) => a.entry.row - b.entry.row)) {
    // A code means something inside its organisation only.
    push(byKey, person.coded ? `${person.form.key}|${person.organisation}` : person.form.key, person);
  }
  const groups = [...byKey.values()];
  const bearers = groups
    .filter(([{ coded, form }]) => !coded && form.name !== '')
    .map((rows, at): Bearer => ({ form: rows[0].form, rows, at }));
  return { same: groups.filter((rows) => rows.length > 1), alike: alike(bearers, year) };
}

function alike(bearers: readonly Bearer[], year: number): Likeness[] {
  const found: Likeness[] = [];
  const compared = new Set<number>();
  const compare = (a: Bearer, b: Bearer, by: Comparison = compareNames): void => {
    const difference = by(a.form, b.form);
    if (difference === null) return;
    const pair = a.at < b.at ? a.at * bearers.length + b.at : b.at * bearers.length + a.at;
    if (compared.has(pair)) return;
    compared.add(pair);
    join(a, b, difference, year, found);
  };

  const bySurname = new Map<string, Map<string, Bearer[]>>();
  const byGiven = new Map<string, Bearer[]>();
  const byLetters = new Map<number, Bearer[]>();
  for (const bearer of bearers) {
    const { form } = bearer;
    for (const surname of form.surnames) {
      let known = bySurname.get(surname);
      if (!known) {
        known = new Map();
        bySurname.set(surname, known);
      }
      push(known, form.name[0], bearer);
    }
    if (form.patronymic.length > 1 && form.name.length > 1)
      push(byGiven, `${form.name} ${form.patronymic}`, bearer);
    push(byLetters, lettersOf(form.key), bearer);
  }

  for (const block of byLetters.values()) everyTwo(block, (a, b) => compare(a, b, compareLetters));
  for (const blocks of bySurname.values())
    for (const block of blocks.values()) everyTwo(block, (a, b) => compare(a, b));
  oneEditPairs(bySurname.keys(), (one, other) => {
    const others = bySurname.get(other)!;
    for (const [letter, left] of bySurname.get(one)!)
      for (const b of others.get(letter) ?? []) for (const a of left) compare(a, b);
  });
  for (const block of byGiven.values()) if (block.length > 1) joinChanged(block, year, found);
  return found.sort(
    (a, b) => a.second.entry.row - b.second.entry.row || a.first.entry.row - b.first.entry.row,
  );
}

type Comparison = (a: NameForm, b: NameForm) => NameDifference | null;

/**
 * Another surname with the same name and patronymic may be a changed one where nobody else has them, or in one
 * organisation and year of birth.
 */
function joinChanged(block: readonly Bearer[], year: number, found: Likeness[]): void {
  if (block.length === 2) {
    const difference = compareChanged(block[0].form, block[1].form, true);
    if (difference) join(block[0], block[1], difference, year, found, notBornApart);
    return;
  }
  const places = new Map<string, Person[]>();
  for (const { rows } of block)
    for (const person of rows) {
      const place = placeAndYear(person);
      if (place !== '') push(places, place, person);
    }
  for (const people of places.values())
    everyTwo(people, (a, b) => {
      const difference = compareChanged(a.form, b.form, false);
      if (difference) joinRows(a, b, difference, year, found);
    });
}

function placeAndYear({ organisation, entry }: Person): string {
  const birth = String(entry.values.birth ?? '');
  return organisation !== '' && birth.length === 4 ? `${organisation} ${birth}` : '';
}

function join(
  a: Bearer,
  b: Bearer,
  difference: NameDifference,
  year: number,
  found: Likeness[],
  may: (x: Person, y: Person) => boolean = () => true,
): void {
  const oneOrganisation = a.rows.length * b.rows.length > MANY_ROWS;
  for (const x of a.rows)
    for (const y of b.rows)
      if ((!oneOrganisation || x.organisation === y.organisation) && may(x, y))
        joinRows(x, y, difference, year, found);
}

/** Two surnames and two years of birth are two people, even where the years are neighbours. */
function notBornApart({ entry: a }: Person, { entry: b }: Person): boolean {
  const [x, y] = [String(a.values.birth ?? ''), String(b.values.birth ?? '')];
  return x === y || x.length !== 4 || y.length !== 4;
}

function joinRows(x: Person, y: Person, difference: NameDifference, year: number, found: Likeness[]): void {
  const evidence = evidenceOf(x, y, year, ASKED - 100 + difference.cost);
  if (evidence === null) return;
  const score = 100 - difference.cost + evidence.points;
  if (score < ASKED) return;
  const [first, second] = x.entry.row < y.entry.row ? [x, y] : [y, x];
  found.push({ first, second, score, reasons: [...difference.reasons, ...evidence.reasons] });
}

/** Equal for texts of the same letters, whatever their order, spaces and hyphens. */
function lettersOf(key: string): number {
  let sum = 0;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code !== 32 && code !== 45) sum = (sum + Math.imul(code, code * 0x9e3779b1)) | 0;
  }
  return sum;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function everyTwo<T>(list: readonly T[], use: (a: T, b: T) => void): void {
  for (let i = 1; i < list.length; i++) for (let j = 0; j < i; j++) use(list[i], list[j]);
}
