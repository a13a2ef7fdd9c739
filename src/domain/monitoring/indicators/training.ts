import type { MonitoringContext, OrganisationFacts } from '../context';
import type { Mentor } from '../records';
import { type Indicator, share, type Tally } from './indicator';

const TRAINING = ['training', 'participants', 'to', 'state', 'kind'] as const;
const MENTORS = ['mentors', 'id', 'organisation', 'entered', 'left?', 'name?', 'workplace?'] as const;
const base = { part: '', unit: '%', better: 'more' } as const;

/** A part-timer is trained when any of the person's rows is. */
function trainedShare(
  c: MonitoringContext,
  mentors: readonly Mentor[],
  among: ReadonlySet<string>,
): Tally | null {
  const people = (some: readonly Mentor[]) => new Set(some.map((m) => c.persons.D.get(m.id))).size;
  return share(people(mentors.filter((m) => among.has(m.id))), people(mentors));
}

const noPersons = (c: MonitoringContext): boolean => c.settings.text('storageMode') === 'Только агрегаты';
const everyMentor = (c: MonitoringContext): Mentor[] =>
  c.submitted.flatMap((o: OrganisationFacts) => o.mentors);

export const training: readonly Indicator[] = [
  {
    ...base,
    code: 'И-15',
    name: 'Доля наставников, прошедших обучение',
    formula: 'активные наставники с обучением «факт», законченным за три года до D / активные наставники',
    source: 'план, п. 1.5, 2.5',
    needs: [MENTORS, TRAINING],
    organisation: (o, c) => (noPersons(c) ? null : trainedShare(c, o.mentors, c.trained)),
    municipal: (c) => (noPersons(c) ? null : trainedShare(c, everyMentor(c), c.trained)),
  },
  {
    ...base,
    code: 'И-16',
    name: 'в т. ч. КПК',
    formula: 'активные наставники с КПК за три года до D / активные наставники',
    source: 'план, п. 1.5, 2.5',
    needs: [MENTORS, TRAINING],
    organisation: (o, c) => (noPersons(c) ? null : trainedShare(c, o.mentors, c.trainedByCourse)),
    municipal: (c) => (noPersons(c) ? null : trainedShare(c, everyMentor(c), c.trainedByCourse)),
  },
  {
    ...base,
    code: 'И-17',
    name: 'Доля кураторов, прошедших обучение',
    formula:
      'действующие на D кураторы с обучением «факт», законченным за три года до D / действующие кураторы',
    source: 'план, п. 1.5',
    needs: [['curators', 'id', 'organisation', 'from', 'to?'], TRAINING],
    organisation: (o, c) =>
      share(o.actingCurators.filter((x) => c.trained.has(x.id)).length, o.actingCurators.length),
  },
];
