import { enumerations } from '../../domain/registry/enumerations';
import type { DateText } from '../../domain/text/calendar';
import { recordId } from './cells';
import { type Gender, type inventPeople, type Named, type Person, SPECIAL_PEOPLE } from './names';
import type { OrganisationProfile } from './organisation-profile';
import type { Organisation } from './organisations';
import type { Random } from './random';

export type SchoolYear = 2022 | 2023;

interface Teacher extends Named {
  readonly id: string;
  readonly organisation: string;
  readonly position: string;
  readonly subject?: string;
  readonly born: number;
  /** Began to teach on 1 September of this year. */
  readonly began: number;
  readonly cohort: SchoolYear;
}

export interface Mentor extends Teacher {
  readonly qualification: string;
  /** Grows when pairs are made: mentors are chosen for what mentees ask. */
  readonly competences: string[];
  readonly draft: boolean;
  readonly entered: DateText;
  /** Works elsewhere: the name of the other organisation. */
  readonly workplace?: string;
  /** Set when pairs are made. */
  left?: DateText;
  leftWhy?: string;
}

export interface Mentee extends Teacher {
  readonly category: string;
  readonly requests: readonly string[];
  readonly student: boolean;
  /** Set when pairs are made. */
  entered: DateText;
  plannedEnd?: DateText;
  ended?: DateText;
  result?: string;
}

export const BEGINNER = 'молодой специалист (стаж 0–3 года)';
export const STUDENT = 'студент-практикант / целевик';
export const ELDER = 'педагог старшего возраста (цифровые компетенции)';
const ELDER_REQUESTS = ['Цифровые инструменты', 'Документация и отчётность'];
const TOPICS = enumerations.topic.values.filter((t) => t !== 'Иное (текст)');

/** Categories of mentees in the proportions of the demo; years of service and age at the beginning by category. */
const CATEGORIES: readonly { name: string; share: number; years: readonly [number, number] }[] = [
  { name: BEGINNER, share: 62, years: [0, 1] },
  { name: 'молодой педагог до 35 лет', share: 10, years: [4, 7] },
  { name: 'вновь принятый педагог', share: 8, years: [2, 8] },
  { name: 'педагог, сменивший должность/предмет', share: 7, years: [4, 8] },
  { name: 'педагог с профессиональными затруднениями', share: 6, years: [5, 8] },
  { name: 'педагог, вернувшийся после перерыва', share: 4, years: [3, 8] },
  { name: ELDER, share: 3, years: [29, 37] },
];

interface Job {
  readonly position: string;
  readonly subject?: string;
}
const SUBJECTS =
  'русский язык и литература;математика;начальные классы;история и обществознание;физика;химия;биология;география;английский язык;информатика;физическая культура;технология;музыка';
const CRAFTS = 'хореография;робототехника;вокал;изобразительное искусство;туризм;театр';
const jobs = (position: string, subjects: string): Job[] =>
  subjects.split(';').map((subject) => ({ position, subject }));
const JOBS: Readonly<Record<OrganisationProfile['type'], readonly Job[]>> = {
  Общеобразовательная: [
    ...jobs('учитель', SUBJECTS),
    { position: 'педагог-психолог' },
    { position: 'социальный педагог' },
  ],
  Дошкольная: [
    ...jobs('воспитатель', 'ранний возраст;младшая группа;средняя группа;подготовительная группа'),
    { position: 'музыкальный руководитель' },
    { position: 'учитель-логопед' },
  ],
  'Дополнительного образования': [
    ...jobs('педагог дополнительного образования', CRAFTS),
    ...jobs('тренер-преподаватель', 'лыжные гонки;волейбол'),
  ],
  Профессиональная: jobs('преподаватель', 'педагогика;психология;методика начального обучения;информатика'),
  Иная: [{ position: 'педагог-психолог' }],
};

const genderFor = (random: Random, o: OrganisationProfile): Gender =>
  random.chance(o.type === 'Дошкольная' ? 0.02 : o.type === 'Общеобразовательная' ? 0.18 : 0.35) ? 'm' : 'f';

export function inventMentors(
  random: Random,
  invent: ReturnType<typeof inventPeople>,
  organisations: readonly Organisation[],
): Mentor[] {
  const mentors: Mentor[] = [];
  for (const o of organisations)
    for (let place = 0; place < o.mentors; place++) {
      const number = mentors.length + 1;
      const cohort = place < firstYearMentors(o) ? 2022 : 2023;
      const began = cohort - random.whole(10, 34);
      const last = place === o.mentors - 1;
      const deputy = place === 1 && o.mentors > 3;
      const outsider = o.id === 'ORG-10' && last;
      const draft = o.id === 'ORG-01' && last;
      const job: Job = deputy ? { position: deputyOf(o) } : random.pick(JOBS[o.type]);
      mentors.push({
        id: recordId('NST', number),
        code: recordId('Н', number),
        organisation: o.id,
        person: specialMentor(o.id, place) ?? invent(genderFor(random, o)),
        ...job,
        born: began - random.whole(21, 24),
        began,
        cohort,
        entered: draft ? '2024-04-15' : cohort === 2022 ? o.days.appointed22 : o.days.appointed23,
        qualification: random.pick([
          'высшая',
          'высшая',
          'высшая',
          'первая',
          'первая',
          'соответствие занимаемой должности',
        ]),
        competences: random.sample(TOPICS, random.whole(3, 5)),
        draft,
        workplace: outsider ? 'Иная организация: Дом ремёсел «Туесок»' : undefined,
      });
    }
  return mentors;
}

/** No more than there was work for. */
const firstYearMentors = (o: OrganisationProfile): number =>
  Math.min(Math.ceil(o.mentors * 0.6), o.units22.split(' ').length);

const deputyOf = (o: OrganisationProfile): string =>
  o.type === 'Дошкольная' ? 'старший воспитатель' : 'заместитель директора';

function specialMentor(organisation: string, place: number): Person | undefined {
  if (place !== 0) return undefined;
  return {
    'ORG-02': SPECIAL_PEOPLE.namesake,
    'ORG-03': SPECIAL_PEOPLE.spacedDouble,
    'ORG-08': SPECIAL_PEOPLE.namesake,
  }[organisation];
}

/** Mentees of the first year are as many as its pairs and groups need; the others come in the second. */
export function inventMentees(
  random: Random,
  invent: ReturnType<typeof inventPeople>,
  organisations: readonly Organisation[],
  places22: (o: Organisation) => number,
  mentors: readonly Mentor[],
): Mentee[] {
  const total = organisations.reduce((sum, o) => sum + o.mentees, 0);
  const deck = random.sample(deckOfCategories(total), total);
  const mentees: Mentee[] = [];
  for (const o of organisations)
    for (let place = 0; place < o.mentees; place++) {
      const number = mentees.length + 1;
      const cohort = place < places22(o) ? 2022 : 2023;
      const drawn = deck[number - 1]!;
      const student =
        (o.id === 'ORG-12' && (place === 2 || place === 3)) || (o.id === 'ORG-06' && place === 15);
      const category = student ? STUDENT : (specialCategory(o.id, place) ?? drawn);
      // A teacher of the gymnasium is a mentor and a mentee at once: counted once among those involved.
      const both =
        o.id === 'ORG-06' && place === 14 ? mentors.find((m) => m.organisation === o.id) : undefined;
      const began = both?.began ?? cohort - random.whole(...yearsOf(category));
      const job: Job = student ? { position: 'студент' } : (both ?? random.pick(JOBS[o.type]));
      mentees.push({
        id: recordId('MNT', number),
        code: recordId('П', number),
        organisation: o.id,
        person: both?.person ?? specialMentee(o.id, place) ?? invent(genderFor(random, o)),
        position: job.position,
        subject: job.subject,
        born: both?.born ?? (student ? 2003 : began - ageAtStart(random, category)),
        began,
        cohort,
        entered: cohort === 2022 ? o.days.appointed22 : o.days.appointed23,
        category: both ? ELDER : category,
        requests: category === ELDER || both ? ELDER_REQUESTS : random.sample(TOPICS, random.whole(1, 3)),
        student,
      });
    }
  return mentees;
}

function deckOfCategories(size: number): string[] {
  return CATEGORIES.flatMap((c) => Array.from({ length: Math.ceil((c.share / 100) * size) }, () => c.name));
}

const yearsOf = (category: string): readonly [number, number] =>
  CATEGORIES.find((c) => c.name === category)?.years ?? [0, 0];

/** One beginner in eight came to school as an adult; «до 35» must hold for the young. */
function ageAtStart(random: Random, category: string): number {
  return category === BEGINNER && random.chance(0.12) ? random.whole(36, 41) : random.whole(21, 24);
}

/** The organisation without young teachers; a beginner who leaves in the first year. */
function specialCategory(organisation: string, place: number): string | undefined {
  if (organisation === 'ORG-06' && place === 4) return BEGINNER;
  if (organisation !== 'ORG-05') return undefined;
  return place === 0 ? ELDER : 'педагог, сменивший должность/предмет';
}

function specialMentee(organisation: string, place: number): Person | undefined {
  if (place !== 0) return undefined;
  return {
    'ORG-01': SPECIAL_PEOPLE.yo,
    'ORG-07': SPECIAL_PEOPLE.noPatronymic,
    'ORG-09': SPECIAL_PEOPLE.double,
  }[organisation];
}
