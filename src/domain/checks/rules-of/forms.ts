import { dayOf } from '../../monitoring/wave';
import type { Entry } from '../../registry/read';
import type { BookCase, BookRule, RowRule } from '../rule';
import { answeringOf } from './answering';
import { list, nameOf, number, text } from './values';

const HANDED_IN: ReadonlySet<unknown> = new Set([
  'Представлено',
  'На проверке',
  'Принято',
  'Представлено повторно',
]);

/** A questionnaire of a form: how many answers, and the participants that can have answered. */
const QUESTIONNAIRES = [
  { answers: 'menteeAnswers', people: 'mentees', whom: 'наставляемых' },
  { answers: 'mentorAnswers', people: 'mentors', whom: 'наставников' },
] as const;
const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const SWOT = ['strengths', 'weaknesses', 'opportunities', 'threats'];
const SWOT_LIMIT = 500;

export const formRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-84',
    severity: 'warning',
    title: 'оценок не столько, сколько ответов',
    instruction: 'Пересчитайте анкеты: сумма по оценкам 1–10 равна числу ответов.',
    tabs: ['forms'],
    columns: ['menteeAnswers', 'mentorAnswers'],
    check({ entry }, report) {
      for (const { answers, whom } of QUESTIONNAIRES) {
        const said = number(entry, answers);
        if (said === null) continue;
        let sum: number | null = null;
        for (const grade of GRADES) {
          const some = number(entry, `${answers}${grade}`);
          if (some !== null) sum = (sum ?? 0) + some;
        }
        if (sum === null || sum === said) continue;
        report(answers, { message: `Ответов ${whom} ${said}, а оценок ${sum}.`, expected: `${sum}` });
      }
    },
  },
  {
    scope: 'row',
    code: 'R-90',
    severity: 'warning',
    title: 'форма представлена без даты или подтверждения руководителя',
    instruction: 'Впишите дату представления и «да» в столбец «Подтверждение руководителя».',
    tabs: ['forms'],
    columns: ['status', 'submittedOn', 'confirmed'],
    check({ entry }, report) {
      if (!HANDED_IN.has(entry.values.status) || isComplete(entry)) return;
      const dated = text(entry, 'submittedOn') !== '';
      report(dated ? 'confirmed' : 'submittedOn', {
        message: dated
          ? 'Форма представлена без подтверждения руководителя.'
          : 'Форма представлена, а дата представления не указана.',
        expected: dated ? 'да' : 'дата: по ней видно, в срок ли сдана форма',
      });
    },
  },
  {
    scope: 'row',
    code: 'R-91',
    severity: 'warning',
    title: 'слишком длинный текст в форме',
    instruction: 'Сократите до главного: в справку войдут первые 500 знаков.',
    tabs: ['forms'],
    columns: [],
    check({ entry }, report) {
      for (const key of SWOT) {
        const { length } = text(entry, key);
        if (length > SWOT_LIMIT)
          report(key, {
            message: `Текст длиннее ${SWOT_LIMIT} знаков: ${length}.`,
            expected: `до ${SWOT_LIMIT} знаков`,
          });
      }
    },
  },
];

function isComplete(entry: Entry): boolean {
  return text(entry, 'submittedOn') !== '' && entry.values.confirmed === true;
}

type CountKey = 'mentors' | 'mentees' | 'pairs' | 'groups';
const COUNTS: readonly CountKey[] = ['mentors', 'mentees', 'pairs', 'groups'];
type Counts = Record<CountKey, number>;

/** In force on D as a row (domain.md §3.6): archived after D counts. */
function stood(entry: Entry, asOf: string): boolean {
  const status = entry.values.recordStatus;
  return (
    status === undefined || status === 'Действует' || (status === 'Архив' && text(entry, 'archivedOn') > asOf)
  );
}

/** Mentors, mentees, pairs and groups of each organisation on D, by the readings of the indicators (И-10). */
function countsOn(book: BookCase, asOf: string): ReadonlyMap<string, Counts> {
  const { of } = book.once(answeringOf);
  const { tabs } = book.registry;
  const counts = new Map<string, Counts>();
  const add = (organisation: string, key: CountKey): void => {
    let own = counts.get(organisation);
    if (!own) {
      own = { mentors: 0, mentees: 0, pairs: 0, groups: 0 };
      counts.set(organisation, own);
    }
    own[key]++;
  };
  const home = new Map<string, string>();
  for (const [key, end] of [
    ['mentors', 'left'],
    ['mentees', 'ended'],
  ] as const) {
    const seen = new Set<string>();
    for (const entry of tabs[key].entries) {
      if (entry.id !== '' && seen.has(entry.id)) continue;
      seen.add(entry.id);
      const organisation = of(text(entry, 'organisation'));
      if (key === 'mentees') home.set(entry.id, organisation);
      const [entered, last] = [text(entry, 'entered'), text(entry, end)];
      if (entered === '' || entered > asOf || (last !== '' && last < asOf) || !stood(entry, asOf)) continue;
      add(organisation, key);
    }
  }
  const seen = new Set<string>();
  for (const entry of tabs.pairs.entries) {
    if (entry.id !== '' && seen.has(entry.id)) continue;
    seen.add(entry.id);
    const [from, ended, status] = [text(entry, 'from'), text(entry, 'ended'), text(entry, 'status')];
    if (from === '' || from > asOf || status === 'Планируется' || status === 'Приостановлена') continue;
    if (ended === '' ? status === 'Завершена' || status === 'Прекращена досрочно' : ended < asOf) continue;
    if (!stood(entry, asOf)) continue;
    add(
      home.get(list(entry, 'mentees')[0]) || of(text(entry, 'organisation')),
      entry.values.type === 'группа' ? 'groups' : 'pairs',
    );
  }
  return counts;
}

/** The forms that can still be put right: not yet accepted, or of the organisation's latest wave. */
function openForms(book: BookCase): Entry[] {
  const latest = new Map<string, string>();
  for (const entry of book.live('forms')) {
    const organisation = text(entry, 'organisation');
    if (text(entry, 'wave') > (latest.get(organisation) ?? '')) latest.set(organisation, text(entry, 'wave'));
  }
  return book
    .live('forms')
    .filter(
      (entry) =>
        text(entry, 'wave') !== '' &&
        (entry.values.status !== 'Принято' ||
          latest.get(text(entry, 'organisation')) === text(entry, 'wave')),
    );
}

export const formRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-32',
    severity: 'warning',
    title: 'число в форме расходится с реестром',
    instruction: 'Сверьте список в реестре на отчётную дату и исправьте число в форме или запись в реестре.',
    columns: [...COUNTS, 'asOf'],
    needs: [
      ['forms', 'organisation', 'wave'],
      ['mentors', 'organisation', 'entered'],
      ['mentees', 'organisation', 'entered'],
      ['pairs', 'mentees', 'type', 'from', 'status'],
    ],
    check(book, report) {
      // Without registers of people there is nothing to compare with.
      if (book.settings.text('storageMode') === 'Только агрегаты') return;
      const { of } = book.once(answeringOf);
      const usual = book.settings.dayMonth('asOfDay');
      const byDay = new Map<string, ReadonlyMap<string, Counts>>();
      for (const entry of openForms(book)) {
        const organisation = text(entry, 'organisation');
        if (organisation === '' || of(organisation) !== organisation) continue;
        if (COUNTS.every((key) => number(entry, key) === null)) continue;
        const asOf = text(entry, 'asOf') || dayOf(Number(text(entry, 'wave').slice(0, 4)), usual);
        let counts = byDay.get(asOf);
        if (!counts) {
          counts = countsOn(book, asOf);
          byDay.set(asOf, counts);
        }
        for (const key of COUNTS) {
          const said = number(entry, key);
          const counted = counts.get(organisation)?.[key] ?? 0;
          if (said !== null && said !== counted)
            report('forms', entry, key, {
              message: `В форме ${said}, в реестре ${counted}.`,
              expected: `${counted} (по реестру на отчётную дату)`,
            });
        }
      }
    },
  },
  {
    scope: 'book',
    code: 'R-81',
    severity: 'error',
    title: 'две формы организации за одну волну',
    instruction: 'Оставьте одну форму за волну, лишнюю переведите в архив.',
    columns: ['wave', 'organisation'],
    needs: [['forms', 'organisation', 'wave']],
    check(book, report) {
      const known = new Map<string, Entry>();
      for (const entry of book.live('forms')) {
        const [organisation, wave] = [text(entry, 'organisation'), text(entry, 'wave')];
        if (organisation === '' || wave === '') continue;
        const first = known.get(`${organisation} ${wave}`);
        if (!first) known.set(`${organisation} ${wave}`, entry);
        else
          report('forms', entry, 'wave', {
            message: `За волну ${wave} у организации уже есть форма ${nameOf(first)}.`,
            expected: 'одна форма на организацию и волну',
          });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-83',
    severity: 'error',
    title: 'подразделение отчитывается и само, и через головную',
    instruction: 'Уберите форму подразделения в архив или снимите отметку «Отчитывается через головную».',
    columns: ['organisation'],
    needs: [
      ['forms', 'organisation'],
      ['organisations', 'id', 'head', 'reportsThroughHead'],
    ],
    check(book, report) {
      const { of } = book.once(answeringOf);
      const latest = openForms(book);
      for (const entry of latest) {
        const organisation = text(entry, 'organisation');
        const head = of(organisation);
        if (head === organisation || entry.values.status === 'Не начато') continue;
        report('forms', entry, 'organisation', {
          message: `Организация отчитывается через ${head} и сдаёт свою форму.`,
          expected: 'или своя форма, или отчёт через головную',
        });
      }
    },
  },
];
