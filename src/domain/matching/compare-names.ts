import type { NameForm } from './name-form';
import { isOneEdit } from './one-edit';

/** How two names that are not equal may still be one person's. */
export interface NameDifference {
  /** How much of certainty the differences take away, of 100. */
  readonly cost: number;
  /** In words, the same for both orders of the names. */
  readonly reasons: readonly string[];
}

/** What each difference costs. The sum is taken from 100, evidence.ts adds to it, and 70 is worth a question. */
const COST = {
  spacing: 5,
  swapped: 10,
  former: 10,
  variant: 10,
  doubleSurname: 15,
  patronymicLetter: 25,
  patronymicInitial: 30,
  patronymicMissing: 40,
  initials: 40,
  initialAlone: 45,
  surnameLetter: 40,
  shortSurnameLetter: 55,
  nameLetter: 45,
  changedSurname: 70,
  changedRare: 55,
} as const;

/** Names in use that a single letter tells apart: two of them are two names, not a slip of the keyboard. */
const REAL_NAMES = new Set(
  (
    'мария марина карина дарина арина ирина алина галина полина елена алена милена анна жанна инна инга яна дина нина ' +
    'зина лина рина диана дарья марья лидия лилия юлия вера лера рита лариса раиса лия лея ия майя олеся алеся ' +
    'эльвира эльмира василий василиса антон антонина роман рустам руслан ринат ренат марат мурат артем артур эдуард'
  ).split(' '),
);

/**
 * What sets two names apart, or null when they are names of different people: other surnames, other given names, other
 * patronymics, a man and a woman of one surname. Equal keys are not compared here.
 */
export function compareNames(a: NameForm, b: NameForm): NameDifference | null {
  if (a.surname === '' || b.surname === '' || a.name === '' || b.name === '') return null;
  if (a.gender !== '' && b.gender !== '' && a.gender !== b.gender) return null;
  const given = compareGiven(a, b);
  if (given === null) return null;
  const surname = compareSurnames(a, b);
  // A slip in the given name is believed only where nothing else differs.
  if (surname === null || (given.slip && surname.cost > 0)) return null;
  const cost = surname.cost + given.cost;
  return cost === 0 ? SWAPPED : { cost, reasons: [...surname.reasons, ...given.reasons] };
}

/**
 * The same for people of one name and patronymic whose surnames have nothing in common: only further evidence makes it
 * a question.
 * @param rare nobody else has this name and patronymic
 */
export function compareChanged(a: NameForm, b: NameForm, rare: boolean): NameDifference | null {
  // Women change surnames by marriage; of men it is too rare to ask about every two of one name and patronymic.
  if (a.gender === 'm' || b.gender === 'm') return null;
  if (a.surname === '' || b.surname === '' || a.surname === b.surname || compareSurnames(a, b) !== null)
    return null;
  const cost = rare ? COST.changedRare : COST.changedSurname;
  return { cost, reasons: [`возможна смена фамилии: ${both(a.surname, b.surname)}`] };
}

const SWAPPED: NameDifference = { cost: COST.swapped, reasons: ['части ФИО переставлены'] };

/** The same letters in another order of words, or with other spaces and hyphens; null when it is more than that. */
export function compareLetters(a: NameForm, b: NameForm): NameDifference | null {
  if (squeezed(a.key) === squeezed(b.key))
    return { cost: COST.spacing, reasons: ['отличаются только пробелы и дефисы'] };
  // «О. Ю.» and «Ю. О.» are initials of two people.
  return !HAS_INITIAL.test(a.key) && sortedWords(a.key) === sortedWords(b.key) ? SWAPPED : null;
}

const HAS_INITIAL = /(?:^| ).(?: |$)/;

const squeezed = (key: string): string => key.replace(/[ -]/g, '');
const sortedWords = (key: string): string => key.split(/[ -]/).sort().join(' ');

type Part = { readonly cost: number; readonly reasons: readonly string[]; readonly slip?: boolean };
const EQUAL: Part = { cost: 0, reasons: [] };

function compareSurnames(a: NameForm, b: NameForm): Part | null {
  if (a.surname === b.surname)
    return a.former.length === b.former.length
      ? EQUAL
      : { cost: COST.former, reasons: ['прежняя фамилия в скобках'] };
  if (a.former.includes(b.surname) || b.former.includes(a.surname))
    return {
      cost: COST.former,
      reasons: [`смена фамилии: ${both(a.surname, b.surname)}, прежняя в скобках`],
    };
  if (isGenderPair(a.surname, b.surname) && (a.gender === '' || b.gender === '')) return null;
  if (a.surnames.some((part) => b.surnames.includes(part)))
    return { cost: COST.doubleSurname, reasons: [`двойная фамилия: ${both(a.surname, b.surname)}`] };
  if (isOneEdit(a.surname, b.surname)) {
    const short = Math.min(a.surname.length, b.surname.length) < 5;
    return {
      cost: short ? COST.shortSurnameLetter : COST.surnameLetter,
      reasons: [`одна буква в фамилии: ${both(a.surname, b.surname)}`],
    };
  }
  return null;
}

/** Иванов and Иванова, Горский and Горская: surnames of husband and wife, of brother and sister. */
function isGenderPair(a: string, b: string): boolean {
  const [man, woman] = a.length < b.length || a.endsWith('й') ? [a, b] : [b, a];
  if (woman === `${man}а`) return true;
  return woman.endsWith('ая') && man.endsWith('й') && man.slice(0, -2) === woman.slice(0, -2);
}

function compareGiven(a: NameForm, b: NameForm): Part | null {
  const [n, m] = [a.name, b.name];
  const [p, q] = [a.patronymic, b.patronymic];
  if (n.length === 1 || m.length === 1) {
    if (n[0] !== m[0]) return null;
    if (p === '' || q === '')
      return {
        cost: COST.initialAlone,
        reasons: [`инициал вместо имени: ${shortForms(a, b)}`],
      };
    if (p[0] !== q[0] || (p.length > 1 && q.length > 1 && p !== q)) return null;
    return {
      cost: n === m && p === q ? 0 : COST.initials,
      reasons: n === m && p === q ? [] : [`инициалы вместо имени: ${shortForms(a, b)}`],
    };
  }
  let name = EQUAL;
  if (n !== m) {
    if (variant(n) === variant(m))
      name = { cost: COST.variant, reasons: [`варианты одного имени: ${both(n, m)}`] };
    else if (isSlip(n, m))
      name = { cost: COST.nameLetter, reasons: [`одна буква в имени: ${both(n, m)}`], slip: true };
    else return null;
  }
  const patronymic = comparePatronymics(p, q);
  if (patronymic === null || (name.slip && patronymic.cost > COST.variant)) return null;
  return {
    cost: name.cost + patronymic.cost,
    reasons: [...name.reasons, ...patronymic.reasons],
    slip: name.slip,
  };
}

function isSlip(n: string, m: string): boolean {
  return Math.min(n.length, m.length) >= 4 && isOneEdit(n, m) && !(REAL_NAMES.has(n) && REAL_NAMES.has(m));
}

function comparePatronymics(p: string, q: string): Part | null {
  if (p === q) return EQUAL;
  if (p === '' || q === '')
    return { cost: COST.patronymicMissing, reasons: ['отчество указано только в одной записи'] };
  if (p.length === 1 || q.length === 1)
    return p[0] === q[0] ? { cost: COST.patronymicInitial, reasons: ['инициал вместо отчества'] } : null;
  if (p[0] !== q[0]) return null;
  if (fatherOf(p) === fatherOf(q))
    return { cost: COST.variant, reasons: [`написание отчества: ${both(p, q)}`] };
  return Math.min(p.length, q.length) >= 6 && isOneEdit(p, q)
    ? { cost: COST.patronymicLetter, reasons: [`одна буква в отчестве: ${both(p, q)}`] }
    : null;
}

/** Наталия and Наталья, София and Софья, Даниил and Данил. */
function variant(name: string): string {
  return name.replace(/ия$/, 'ья').replace('ии', 'и').replace(/ила$/, 'ил');
}

/** The father's name as far as the patronymic tells it: «Гасан оглы» and «Гасанович» have one father. */
function fatherOf(patronymic: string): string {
  return patronymic
    .replace(/(?:[ое]вич|[ое]вна)$/, '')
    .replace(/[иьй]+$/, '')
    .replace('аил', 'айл')
    .replace('ии', 'и');
}

/** As the records with initials are written. Where both have them, both are named: neither order of the two is the right one. */
function shortForms(a: NameForm, b: NameForm): string {
  const forms = [a, b].filter(({ name }) => name.length === 1).map(shortForm);
  return [...new Set(forms)].sort().join(' / ');
}

function shortForm({ surname, name, patronymic }: NameForm): string {
  const initial = (word: string) => (word === '' ? '' : ` ${word[0].toUpperCase()}.`);
  return `${capital(surname)}${initial(name)}${initial(patronymic)}`;
}

function both(a: string, b: string): string {
  return a < b ? `${capital(a)} / ${capital(b)}` : `${capital(b)} / ${capital(a)}`;
}

function capital(word: string): string {
  return word
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('-');
}
