import type { MonitoringContext, OrganisationFacts } from '../context';
import type { Form } from '../records';
import { type Indicator, share, type Tally } from './indicator';

export type SurveyKey = 'menteeAnswers' | 'mentorAnswers';

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function answers(form: Form | undefined, key: SurveyKey): number | null {
  const value = form?.values[key];
  return typeof value === 'number' ? value : null;
}

/** How many gave each grade; null when no grade was reported although there are answers. */
function grades(form: Form, key: SurveyKey): readonly number[] | null {
  const typed = GRADES.map((g) => form.values[`${key}${g}`]);
  return typed.some((v) => typeof v === 'number') ? typed.map((v) => (typeof v === 'number' ? v : 0)) : null;
}

/** Answers 8–10 of 10 over answers; by the other setting the mean of the grades. Blank = no data, 0 answers = «—». */
export function satisfied(form: Form | undefined, key: SurveyKey, c: MonitoringContext): Tally | null {
  const total = answers(form, key);
  if (form === undefined || total === null) return null;
  if (total === 0) return { count: 0, of: 0 };
  const given = grades(form, key);
  if (given === null) return null;
  if (c.settings.text('satisfactionRule') === 'средняя × 10 %')
    return { count: given.reduce((sum, n, i) => sum + n * (i + 1), 0), of: total * 10 };
  return { count: given[7] + given[8] + given[9], of: total };
}

/** Answers of a role over the people asked; a role whose count is blank is left out of both. */
function response(o: OrganisationFacts, c: MonitoringContext): Tally | null {
  const roles = [
    { given: answers(o.form, 'menteeAnswers'), asked: o.mentees.length },
    {
      given: answers(o.form, 'mentorAnswers'),
      asked: new Set(o.mentors.map((m) => c.persons.D.get(m.id))).size,
    },
  ].filter((r) => r.given !== null);
  if (roles.length === 0) return null;
  return share(
    roles.reduce((sum, r) => sum + r.given!, 0),
    roles.reduce((sum, r) => sum + r.asked, 0),
  );
}

const base = { part: '', unit: '%', better: 'more' } as const;
/** Without a column of a grade the answers would be too few, not unknown. */
const asked = (key: SurveyKey) => ['forms', key, ...GRADES.map((g) => `${key}${g}`)] as const;

export const satisfaction: readonly Indicator[] = [
  {
    ...base,
    code: 'И-23',
    name: 'Уровень удовлетворённости наставляемых',
    formula: 'ответившие с оценкой 8–10 из 10 / ответившие',
    source: 'федеральные материалы; сверить перед цитированием',
    needs: [asked('menteeAnswers')],
    organisation: (o, c) => satisfied(o.form, 'menteeAnswers', c),
  },
  {
    ...base,
    code: 'И-24',
    name: 'Уровень удовлетворённости наставников',
    formula: 'ответившие с оценкой 8–10 из 10 / ответившие',
    source: 'федеральные материалы; сверить перед цитированием',
    needs: [asked('mentorAnswers')],
    organisation: (o, c) => satisfied(o.form, 'mentorAnswers', c),
  },
  {
    ...base,
    code: 'И-25',
    name: 'Доля ответивших на анкеты',
    formula: 'ответы на анкеты / активные участники (человек в двух ролях опрашивается дважды)',
    source: 'определение этой программы',
    needs: [
      ['mentors', 'organisation', 'entered', 'left?'],
      ['mentees', 'organisation', 'entered', 'ended?'],
      ['forms', 'menteeAnswers', 'mentorAnswers'],
    ],
    organisation: (o, c) => (c.settings.text('storageMode') === 'Только агрегаты' ? null : response(o, c)),
  },
];
