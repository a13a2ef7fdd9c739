import { addYears } from '../../text/calendar';
import type { MonitoringContext, OrganisationFacts } from '../context';
import { inBothRoles } from '../persons';
import type { Mentee, Mentor, Pair } from '../records';
import { type Indicator, onlyAggregates, share, type Tally, unlessAggregates } from './indicator';

const MENTORS = ['mentors', 'organisation', 'entered', 'left?', 'name?', 'workplace?'] as const;
const MENTEES = ['mentees', 'organisation', 'entered', 'ended?', 'name?', 'category?'] as const;
const YEARS = ['mentees', 'years', 'yearsOn?'] as const;
const PAIRS = ['pairs', 'type', 'mentees', 'from', 'ended?', 'status'] as const;

/** Unique people in either role, external mentors and students left out. */
function involved(mentors: readonly Mentor[], mentees: readonly Mentee[], c: MonitoringContext): number {
  const own = mentors.filter((m) => !m.external);
  const learning = mentees.filter((m) => !m.student);
  return persons(own, c) + learning.length - inBothRoles(own, learning, c.persons.D);
}

const personOf = (m: Mentor, c: MonitoringContext, period: PeriodKey = 'D'): string =>
  c.persons[period].get(m.id) ?? m.id;

const isNew = (m: Mentee, c: MonitoringContext): boolean =>
  m.years !== null && (c.settings.text('newYears') === '< 3' ? m.years < 3 : m.years <= 3);

const all = <T>(c: MonitoringContext, pick: (o: OrganisationFacts) => readonly T[]): T[] =>
  c.submitted.flatMap(pick);

const persons = (mentors: readonly Mentor[], c: MonitoringContext, period: PeriodKey = 'D'): number =>
  new Set(mentors.map((m) => personOf(m, c, period))).size;

/** A count by the registry; by the form where the authority keeps no registries of people. */
function counted(
  key: string,
  c: MonitoringContext,
  o: OrganisationFacts,
  registry: () => number,
): Tally | null {
  if (!onlyAggregates(c)) return { count: registry() };
  const typed = o.form?.values[key];
  return typeof typed === 'number' ? { count: typed } : null;
}

const inGroups = (pairs: readonly Pair[]): number =>
  new Set(pairs.filter((p) => p.group).flatMap((p) => p.mentees)).size;

type PeriodKey = 'D' | 'P';

function counts(period: PeriodKey): Indicator[] {
  const words = period === 'D' ? 'на отчётную дату D' : 'за период P (с 1 сентября по D)';
  const mentors = (o: OrganisationFacts) => (period === 'D' ? o.mentors : o.mentorsInPeriod);
  const mentees = (o: OrganisationFacts) => (period === 'D' ? o.mentees : o.menteesInPeriod);
  const pairs = (o: OrganisationFacts) => (period === 'D' ? o.pairs : o.pairsInPeriod);
  const base = { code: 'И-10', unit: 'count', better: null, source: 'план, п. 3.1' } as const;
  const fromForm = (key: string) => (period === 'D' ? key : '');
  return [
    {
      ...base,
      part: `mentors.${period}`,
      name: `Количество наставников ${words}`,
      formula: `уникальные наставники ${words}`,
      needs: [MENTORS],
      organisation: (o, c) => counted(fromForm('mentors'), c, o, () => persons(mentors(o), c, period)),
      municipal: (c) =>
        onlyAggregates(c) ? sumOf(c, fromForm('mentors')) : { count: persons(all(c, mentors), c, period) },
    },
    {
      ...base,
      part: `mentees.${period}`,
      name: `Количество наставляемых ${words}`,
      formula: `уникальные наставляемые ${words}`,
      needs: [MENTEES],
      organisation: (o, c) => counted(fromForm('mentees'), c, o, () => mentees(o).length),
    },
    {
      ...base,
      part: `pairs.${period}`,
      name: `Количество пар ${words}`,
      formula: `пары ${words}`,
      needs: [PAIRS],
      organisation: (o, c) => counted(fromForm('pairs'), c, o, () => pairs(o).filter((p) => !p.group).length),
    },
    {
      ...base,
      part: `groups.${period}`,
      name: `Количество групп ${words}`,
      formula: `группы ${words}`,
      needs: [PAIRS],
      organisation: (o, c) => counted(fromForm('groups'), c, o, () => pairs(o).filter((p) => p.group).length),
    },
    {
      ...base,
      part: `group_members.${period}`,
      name: `Количество участников групп ${words}`,
      formula: `уникальные наставляемые в группах ${words}`,
      needs: [PAIRS],
      organisation: (o, c) => (onlyAggregates(c) ? null : { count: inGroups(pairs(o)) }),
      municipal: (c) => (onlyAggregates(c) ? null : { count: inGroups(all(c, pairs)) }),
    },
  ];
}

function sumOf(c: MonitoringContext, key: string): Tally | null {
  const typed = c.submitted.map((o) => o.form?.values[key]).filter((v): v is number => typeof v === 'number');
  return typed.length === 0 ? null : { count: typed.reduce((a, b) => a + b, 0) };
}

/** The greatest number of unique mentees of one mentor over all active pairs and groups; a part-timer's rows add up. */
function heaviest(c: MonitoringContext, mentors: readonly Mentor[]): Tally {
  const loads = new Map<string, ReadonlySet<string>>();
  let count = 0;
  for (const m of mentors) {
    const [person, own] = [personOf(m, c), c.load.get(m.id)];
    if (!own) continue;
    const other = loads.get(person);
    const mentees = other ? new Set([...other, ...own]) : own;
    loads.set(person, mentees);
    count = Math.max(count, mentees.size);
  }
  return { count, of: mentors.length === 0 ? 0 : 1 };
}

const paired = (c: MonitoringContext, mentees: readonly Mentee[]): number =>
  mentees.filter((m) => c.menteesInPairs.has(m.id)).length;

export const participants: readonly Indicator[] = [
  {
    code: 'И-01',
    part: '',
    name: 'Доля педагогов, вовлечённых в наставничество (в роли наставника и/или наставляемого)',
    formula:
      'уникальные активные наставники ∪ наставляемые (без внешних наставников и студентов) / педагогические работники',
    unit: '%',
    better: 'more',
    source: 'план, п. 3.2',
    needs: [MENTORS, MENTEES, ['forms', 'teachers?']],
    organisation: unlessAggregates((o, c) => share(involved(o.mentors, o.mentees, c), o.teachers)),
    municipal: (c) => {
      const known = c.submitted.filter((o) => o.teachers !== null);
      if (onlyAggregates(c) || known.length === 0) return null;
      return {
        count: involved(
          known.flatMap((o) => o.mentors),
          known.flatMap((o) => o.mentees),
          c,
        ),
        of: known.reduce((sum, o) => sum + o.teachers!, 0),
      };
    },
  },
  {
    code: 'И-02',
    part: '',
    name: 'Доля молодых специалистов (стаж 0–3 года), вошедших в программы в роли наставляемых',
    formula: 'активные наставляемые со стажем 0–3 года / все педагоги со стажем 0–3 года',
    unit: '%',
    better: 'more',
    source: 'федеральные материалы Р-145; сверить перед цитированием',
    needs: [MENTEES, YEARS, ['forms', 'newTeachers?']],
    organisation: unlessAggregates((o, c) =>
      share(o.mentees.filter((m) => isNew(m, c)).length, o.newTeachers),
    ),
  },
  {
    code: 'И-03',
    part: '',
    name: 'Доля педагогов до 35 лет, вовлечённых в формы поддержки и наставничества в первые три года работы',
    formula: 'активные наставляемые до 35 лет со стажем 0–3 года / педагоги до 35 лет со стажем 0–3 года',
    unit: '%',
    better: 'more',
    source: 'федеральный проект «Учитель будущего»; сверить перед цитированием',
    needs: [MENTEES, [...YEARS, 'birth'], ['forms', 'youngTeachers?']],
    organisation: unlessAggregates((o, c) =>
      c.settings.text('youngRule') === 'возраст И стаж'
        ? share(o.mentees.filter((m) => m.young === true && isNew(m, c)).length, o.youngTeachers)
        : null,
    ),
  },
  ...counts('D'),
  ...counts('P'),
  {
    code: 'И-21',
    part: 'mean',
    name: 'Средняя нагрузка наставника',
    formula: 'активные наставляемые в парах и группах / активные наставники',
    unit: 'ratio',
    better: 'less',
    source: 'определение этой программы',
    needs: [MENTORS, [...MENTEES, 'id'], PAIRS],
    organisation: unlessAggregates((o, c) => share(paired(c, o.mentees), persons(o.mentors, c))),
    municipal: (c) =>
      onlyAggregates(c)
        ? null
        : share(
            paired(
              c,
              all(c, (o) => o.mentees),
            ),
            persons(
              all(c, (o) => o.mentors),
              c,
            ),
          ),
  },
  {
    code: 'И-21',
    part: 'max',
    name: 'Максимальная нагрузка наставника',
    formula: 'наибольшее число наставляемых одного наставника по всем активным парам и группам',
    unit: 'count',
    better: 'less',
    source: 'определение этой программы',
    needs: [
      [...MENTORS, 'id'],
      [...PAIRS, 'mentors'],
    ],
    organisation: unlessAggregates((o, c) => heaviest(c, o.mentors)),
    municipal: (c) =>
      onlyAggregates(c)
        ? null
        : heaviest(
            c,
            all(c, (o) => o.mentors),
          ),
  },
  {
    code: 'И-22',
    part: '',
    name: 'Обеспеченность запросов наставниками',
    formula: 'наставляемые в активной паре или группе / все активные наставляемые в базе',
    unit: '%',
    better: 'more',
    source: 'план, п. 2.3–2.6',
    needs: [[...MENTEES, 'id'], PAIRS],
    organisation: unlessAggregates((o, c) => share(paired(c, o.mentees), o.mentees.length)),
  },
  {
    code: 'И-26',
    part: '',
    name: 'Доля закрепившихся молодых специалистов',
    formula:
      'отметка «да» / отметки «да» и «нет» у молодых специалистов, завершивших программу за год до отчётного года',
    unit: '%',
    better: 'more',
    source: 'ожидаемый результат АЗ-1128/08',
    needs: [['mentees', 'organisation', 'category', 'ended', 'retained']],
    organisation: unlessAggregates((o, c) => {
      const [after, until] = [addYears(c.wave.asOf, -2), addYears(c.wave.asOf, -1)];
      const ended = o.allMentees.filter(
        (m) => m.category === 'молодой специалист (стаж 0–3 года)' && m.ended > after && m.ended <= until,
      );
      const stayed = ended.filter((m) => m.retained === 'да').length;
      return share(stayed, stayed + ended.filter((m) => m.retained === 'нет').length);
    }),
  },
];
