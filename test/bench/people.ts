import { match } from '../../src/domain/matching/candidates';
import { personOf } from '../../src/domain/matching/person';
import type { Entry } from '../../src/domain/registry/read';
import { seededRandom } from '../../src/local/demo/random';
import { collect, times } from './measure';

const BEGINNINGS =
  'бар вас гор дем еро жил зах кал лап мак нов олех пан рат сав тим ува фом хар чер шат щер юд яр'.split(' ');
const MIDDLES = 'ан ар ед ен ич ок ол ор ош уб уд ун ут яб яг'.split(' ');
const ENDS = 'ов ев ин ский ков енков'.split(' ');
const FEMALE = 'Анна Мария Ольга Наталья Ирина Елена Юлия Светлана Татьяна Людмила Галина Екатерина'.split(
  ' ',
);
const MALE = 'Пётр Сергей Иван Андрей Дмитрий Николай Алексей Михаил'.split(' ');
const FATHERS = 'Павлов Сергеев Иванов Петров Викторов Андреев Николаев Владимиров Михайлов Алексеев'.split(
  ' ',
);

/** People of a large municipality: some 4 000 surnames, usual given names, every fiftieth misspelt or shortened. */
export function peopleOf(count: number): Entry[] {
  const { pick, whole, chance } = seededRandom(11);
  const names: string[] = [];
  const name = (): string => {
    const woman = chance(0.8);
    const stem = pick(BEGINNINGS) + pick(MIDDLES) + pick(ENDS);
    const surname = (stem[0]!.toUpperCase() + stem.slice(1)).replace(/ский$/, woman ? 'ская' : 'ский');
    const ending = woman && !surname.endsWith('я') ? 'а' : '';
    return `${surname}${ending} ${pick(woman ? FEMALE : MALE)} ${pick(FATHERS)}${woman ? 'на' : 'ич'}`;
  };
  const misspelt = (full: string): string => {
    const at = whole(1, 4);
    return chance(0.5)
      ? full.slice(0, at) + full.slice(at + 1)
      : full.replace(/ (\S)\S+ (\S)\S+$/, ' $1. $2.');
  };
  for (let i = 0; i < count; i++)
    names.push(i > 0 && chance(0.02) ? misspelt(names[whole(0, i - 1)]!) : name());
  return names.map((full, i) => ({
    row: i + 2,
    id: `MNT-${i + 1}`,
    values: {
      name: full,
      organisation: `ORG-${1 + Math.floor(i / 125)}`,
      position: 'учитель',
      subject: pick(['математика', 'русский язык', 'физика', 'история']),
      birth: String(whole(1960, 2000)),
    },
    due: 0,
    filled: 0,
    errors: 0,
  }));
}

/** Milliseconds of matching, names folded anew each time, and what was found. */
export function matchingTime(count: number, rounds: number): { ms: number; found: number } {
  const entries = peopleOf(count);
  const work = () =>
    match(
      entries.map((entry) => personOf('mentees', entry)!),
      2024,
    );
  const { same, alike } = work();
  collect();
  return { ms: times(rounds, work), found: same.length + alike.length };
}

/** Milliseconds of comparing every name with every other by Levenshtein distance, from a sample of 1 000. */
export function pairwiseTime(count: number): number {
  const sample = 1000;
  const names = peopleOf(sample).map(({ values }) => String(values.name).toLowerCase());
  const ms = times(1, () => {
    let near = 0;
    for (let i = 1; i < sample; i++)
      for (let j = 0; j < i; j++) if (distance(names[i]!, names[j]!) <= 2) near++;
    return near;
  });
  return ms * (count / sample) ** 2;
}

function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = a[i - 1] === b[j - 1] ? diagonal : 1 + Math.min(diagonal, above, row[j - 1]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}
