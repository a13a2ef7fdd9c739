import type { Likeness } from '../matching/candidates';
import { decided, decisionsOf, STATES } from '../matching/decisions';
import { type MatchedPeople, matchingByDay, peopleOf, sameName } from '../matching/people';
import { PEOPLE_TABS, type Person } from '../matching/person';
import type { Column, TabKey } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { hasMixedAlphabet, isHomoglyphWord, mixedWords } from '../text/alphabet';
import { isCode } from '../text/person-name';
import { cleanText, dropTail } from '../text/spaces';
import { shown } from './finding';
import type { BookCase, BookRule, ReportRow, RowCase, RowRule } from './rule';

/** Rules about people: how names are written, who stands in the registry twice. */

const DECIDE = 'запишите решение на вкладке «Совпадения людей»';
const ONE_PERSON = 'один человек — одна действующая запись';

export const personRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-07',
    severity: 'warning',
    title: 'ФИО записано не полностью или с ошибкой',
    instruction: 'Впишите фамилию, имя и отчество полностью, как в приказе.',
    tabs: PEOPLE_TABS,
    columns: ['name'],
    check({ entry }, report) {
      const name = String(entry.values.name ?? '');
      const expected = nameFault(name);
      if (expected !== null) report('name', { message: `Проверьте ФИО: «${shown(name)}».`, expected });
    },
  },
  {
    scope: 'row',
    code: 'R-45',
    severity: 'warning',
    title: 'русские и латинские буквы в одном слове',
    instruction: 'Наберите слово заново на одной раскладке клавиатуры.',
    tabs: Object.keys(tabs) as TabKey[],
    columns: [],
    check: checkAlphabets,
  },
];

const LATIN_WORD = /(?:^|[\s-])[a-z]+(?=$|[\s.-])/i;
const CAPITALS = /\p{Lu}{3}/u;
const INITIAL = /^(?:\p{Lu}\.?-?){1,3}$/u;
const STRANGE = /[^\p{L}\p{M}\s.()'’ʼ`´\-‐‑‒–—−]/u;
const DASH = /\s*[-‐‑‒–—−]\s*/g;
/** A name may begin with a small particle: «фон Беллинг», «тер-Петросян». */
const SMALL_FIRST = /^(?!(?:фон|ван|де|да|ди|дель|дер|ла|ле|эль|аль|бен|ибн|тер)[ -])\p{Ll}/u;

/** Most names: two to four words with a capital each. */
const USUAL = /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?: [А-ЯЁ][а-яё]+){1,3}$/;

/** What the name should look like, when it does not; null: nothing to say. A code is no name. */
function nameFault(name: string): string | null {
  if (name === '' || USUAL.test(name) || isCode(name)) return null;
  if (/[,;\n/]/.test(name)) return 'один человек в строке';
  if (/\d/.test(name)) return 'ФИО без цифр (или код вида П-017)';
  if (LATIN_WORD.test(name)) return 'ФИО русскими буквами';
  if (STRANGE.test(name)) return 'только буквы, пробелы и дефис';
  const words = cleanText(name.replace(/\([^()]*\)/g, ' ').replace(DASH, '-')).split(' ');
  if (words.some((word) => INITIAL.test(word)) || /\p{Lu}\.\s*\p{Lu}\./u.test(name))
    return 'имя и отчество полностью, без инициалов';
  if (words.length < 2 || words.length > 4) return 'от двух до четырёх слов: фамилия, имя, отчество';
  if (CAPITALS.test(name)) return 'прописные только первые буквы: Фамилия Имя Отчество';
  if (SMALL_FIRST.test(name)) return 'с прописной буквы: Фамилия Имя Отчество';
  return null;
}

const checked = new Map<TabKey, readonly Column[]>();

/** Columns that people type words into. */
function wordColumns(tab: TabKey): readonly Column[] {
  let known = checked.get(tab);
  if (!known) {
    known = tabs[tab].columns.filter(
      (c) =>
        c.owner !== 'script' && c.key !== 'updatedBy' && (c.type === 'text' || (c.type === 'enum' && c.free)),
    );
    checked.set(tab, known);
  }
  return known;
}

/** In a name any mixture is a slip; elsewhere only letters that look alike are: «Excelем» and «Zoomе» are words. */
function checkAlphabets({ tab, entry }: RowCase, report: ReportRow): void {
  for (const { key } of wordColumns(tab)) {
    const value = entry.values[key];
    const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join('; ') : '';
    if (text === '' || !hasMixedAlphabet(text)) continue;
    const words = mixedWords(text).filter((word) => key === 'name' || isHomoglyphWord(word));
    if (words.length > 0)
      report(key, {
        message: `Смешанные алфавиты в «${shown(words.join(', '))}».`,
        expected: 'все буквы слова из одного алфавита',
      });
  }
}

export const personBookRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-05',
    severity: 'warning',
    title: 'возможный дубль: одинаковые ФИО',
    instruction: `Оставьте одну запись, лишнюю переведите в архив; если это разные люди, ${DECIDE}.`,
    columns: ['name', 'organisation', 'recordStatus'],
    check(book, report) {
      const { matched, decision } = peopleCase(book);
      for (const tab of PEOPLE_TABS)
        for (const rows of matched[tab].same) {
          const before = new Map<string, Person[]>();
          for (const person of rows) {
            const others = earlierOf(before, person).filter((p) => !decision(p.entry.id, person.entry.id));
            if (others.length === 0) continue;
            const how = sameName(others[0], person);
            report(tab, person.entry, 'name', {
              message: `Возможный дубль: ${shown(person.name)} (строки ${rowsOf([...others, person])}).`,
              expected: person.name === others[0].name ? ONE_PERSON : `${ONE_PERSON}; ${how}`,
            });
          }
        }
    },
  },
  {
    scope: 'book',
    code: 'R-06',
    severity: 'hint',
    title: 'совпадение ФИО в разных ОО',
    instruction: `Проверьте, один ли это человек, и ${DECIDE}.`,
    columns: ['name', 'organisation', 'recordStatus'],
    check(book, report) {
      const { matched, decision } = peopleCase(book);
      for (const tab of PEOPLE_TABS) {
        for (const rows of matched[tab].same) {
          const last = lastOfTwoOrganisations(rows, decision);
          if (last === null) continue;
          const others = rows.filter((p) => p !== last && p.organisation !== last.organisation);
          report(tab, last.entry, 'name', {
            message: 'Совпадение ФИО в разных ОО: проверьте совместительство.',
            found: `${shown(last.name)}: ${book.registry.tabs[tab].tab.title}, строки ${rowsOf([...others, last])}`,
            expected: 'известно, один это человек или тёзки',
          });
        }
        for (const alike of matched[tab].alike)
          if (alike.first.organisation !== alike.second.organisation && !isDecided(alike, decision))
            report(tab, alike.second.entry, 'name', {
              message: `Похожие ФИО в разных ОО: ${alikeWords(alike)} Проверьте совместительство.`,
              expected: 'известно, один это человек или разные',
            });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-61',
    severity: 'warning',
    title: 'возможный дубль: похожие ФИО',
    instruction: `Если это один человек, оставьте одну запись с верным ФИО; если разные, ${DECIDE}.`,
    columns: ['name', 'organisation', 'recordStatus', 'birth', 'subject', 'position'],
    check(book, report) {
      const { matched, decision } = peopleCase(book);
      for (const tab of PEOPLE_TABS)
        for (const alike of matched[tab].alike)
          if (alike.first.organisation === alike.second.organisation && !isDecided(alike, decision))
            report(tab, alike.second.entry, 'name', {
              message: `Возможный дубль: похожие ФИО. ${alikeWords(alike)}`,
              expected: ONE_PERSON,
            });
    },
  },
  {
    scope: 'book',
    code: 'R-62',
    severity: 'warning',
    title: 'решение о совпадении людей не исполнено',
    instruction:
      'Переведите лишнюю запись в архив с причиной «дубль», пары и группы перепишите на оставшуюся.',
    columns: ['recordStatus', 'first', 'second', 'decision'],
    check: checkDecisions,
  },
];

/** «Одно лицо» leaves one row of a tab in force in one organisation; a decision names two records that exist. */
function checkDecisions(
  book: BookCase,
  report: (
    tab: TabKey,
    entry: Person['entry'],
    column: string,
    found: {
      message: string;
      expected: string;
      found?: string;
      instruction?: string;
    },
  ) => void,
): void {
  const decisions = decisionsOf(book.registry);
  if (decisions.length === 0) return;
  const active = new Map<string, Person>();
  for (const tab of PEOPLE_TABS)
    for (const person of peopleOf(book.registry, tab, book.today)) active.set(person.entry.id, person);
  for (const { entry, first, second, decision, state } of decisions) {
    if (state === STATES.gone) {
      const [column, id] = book.find(first) ? ['second', second] : ['first', first];
      report('matches', entry, column, {
        message: `В решении названа запись ${id}, но её нет на вкладках людей.`,
        expected: 'ID куратора, наставника или наставляемого',
        instruction: 'Исправьте ID записи или удалите строку решения.',
      });
    }
    if (state !== STATES.stands || decision !== 'одно лицо') continue;
    const [a, b] = [active.get(first), active.get(second)];
    if (!a || !b || a.tab !== b.tab || a.organisation !== b.organisation) continue;
    const [kept, extra] = a.entry.row < b.entry.row ? [a, b] : [b, a];
    report(extra.tab, extra.entry, 'recordStatus', {
      message: `Записи ${kept.entry.id} и ${extra.entry.id} признаны одним лицом, но обе действуют (строки ${rowsOf([kept, extra])}).`,
      expected: ONE_PERSON,
    });
  }
}

interface PeopleCase {
  readonly matched: MatchedPeople;
  readonly decision: ReturnType<typeof decided>;
}

/** Matching is done once for the three rules that report it. */
function peopleCase(book: BookCase): PeopleCase {
  return book.once(peopleCaseOf);
}

function peopleCaseOf(book: BookCase): PeopleCase {
  const matched = book.once(matchingOf)(book.today);
  return { matched, decision: book.once(decisionOf) };
}

const matchingOf = ({ registry }: BookCase) => matchingByDay(registry);
const decisionOf = ({ registry }: BookCase) => decided(registry);

/** A word that stands for a name in hundreds of rows («вакансия») must not cost their square. */
const COMPARED = 50;

/** The rows of the same organisation met before this one, which joins them. */
function earlierOf(before: Map<string, Person[]>, person: Person): readonly Person[] {
  const known = before.get(person.organisation);
  if (!known) {
    before.set(person.organisation, [person]);
    return [];
  }
  const earlier = known.slice(0, COMPARED);
  known.push(person);
  return earlier;
}

/** The last row that shares its name with a row of another organisation without a decision; one finding a name. */
function lastOfTwoOrganisations(rows: readonly Person[], decision: PeopleCase['decision']): Person | null {
  for (let i = rows.length - 1; i > 0; i--)
    for (let j = 0; j < i; j++)
      if (
        rows[j].organisation !== rows[i].organisation &&
        decision(rows[j].entry.id, rows[i].entry.id) === undefined
      )
        return rows[i];
  return null;
}

function isDecided({ first, second }: Likeness, decision: PeopleCase['decision']): boolean {
  return decision(first.entry.id, second.entry.id) !== undefined;
}

function alikeWords({ first, second, reasons }: Likeness): string {
  const names = `${shown(first.name)} и ${shown(second.name)} (строки ${rowsOf([first, second])})`;
  return `${names}: ${dropTail(reasons.join('; '), '.')}.`;
}

const LISTED = 5;

function rowsOf(people: readonly Person[]): string {
  const rows = people.map((p) => p.entry.row).sort((a, b) => a - b);
  const more = rows.length - LISTED;
  return rows.slice(0, LISTED).join(', ') + (more > 0 ? ` и ещё ${more}` : '');
}
