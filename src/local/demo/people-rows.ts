import { addDays, completeYears, type DateText } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, referenceTo, row, several, TODAY } from './cells';
import { curatorMail, type Documents } from './documents';
import { yearsOn } from './head-count';
import type { Naming } from './names';
import { type Organisation, organisationReference } from './organisations';
import { BEGINNER, type Mentee, type Mentor } from './people';
import { seededRandom } from './random';

const ACHIEVEMENTS = [
  'Победитель муниципального конкурса «Учитель года»',
  'Руководитель методического объединения',
  'Автор программы внеурочной деятельности',
  'Призёр краевого конкурса методических разработок',
  'Эксперт муниципальной аттестационной комиссии',
];
const FOUND_BY = [
  'анкетирование',
  'анкетирование',
  'диагностика дефицитов',
  'собеседование',
  'обращение педагога',
];
const READY_KINDS = [
  'традиционное («один на один»)',
  'групповое',
  'виртуальное (дистанционное)',
  'ситуационное',
];
/** The day on which the years of service of the year's newcomers were written down. */
const SERVICE_ON = { 2022: '2022-09-01', 2023: '2023-09-01' } as const;

/** A stream of its own for each record: an added person does not change the others. */
const own = (seed: number, id: string) => seededRandom(seed * 1000 + Number(id.slice(-3)) + id.charCodeAt(0));

export function mentorRows(
  seed: number,
  mentors: readonly Mentor[],
  organisations: readonly Organisation[],
  documents: Documents,
  naming: Naming,
): readonly DemoRow[] {
  return mentors.map((m) => {
    const random = own(seed, m.id);
    const o = organisations.find((x) => x.id === m.organisation)!;
    const on = SERVICE_ON[m.cohort];
    const published = random.chance(0.6);
    const archived = m.leftWhy === 'увольнение' && m.left! > '2024-04-01';
    return row({
      id: m.id,
      organisation: organisationReference(o),
      name: naming.full(m),
      workplace: m.workplace ?? organisationReference(o),
      position: m.position,
      subject: m.subject,
      birth: m.born,
      years: yearsOn(m, on),
      yearsOn: day(on),
      qualification: m.qualification,
      extraQualification:
        m.qualification === 'высшая' && random.chance(0.08) ? 'педагог-методист' : undefined,
      competences: several(m.competences),
      achievements: random.chance(0.5) ? random.pick(ACHIEVEMENTS) : undefined,
      hours: random.chance(0.8) ? random.pick([1, 1.5, 2, 2, 3, 4]) : undefined,
      readyForms: 'педагог – педагог',
      readyKinds: several(random.sample(READY_KINDS, random.whole(1, 2))),
      order: m.draft ? undefined : documents.reference(`${o.id} appointed${m.cohort - 2000}`),
      entered: day(m.entered),
      left: day(m.left),
      leftWhy: m.leftWhy,
      consent: random.chance(0.8) ? day(addDays(m.entered, -1)) : undefined,
      payment: m.draft
        ? undefined
        : o.package.includes('О')
          ? 'стимулирующая выплата'
          : random.pick(['нет', 'нет', 'доплата']),
      dataConsent: day(m.entered),
      publicationConsent: published ? day(m.entered) : undefined,
      publicationConsentTo: published && random.chance(0.3) ? day('2025-08-31') : undefined,
      ...inForce(addDays('2024-03-25', random.whole(0, 11)), curatorMail(o)),
      ...(m.draft ? { recordStatus: 'Черновик' } : {}),
      ...(archived
        ? { recordStatus: 'Архив', archivedOn: day(addDays(m.left!, 3)), archivedWhy: 'уволен' }
        : {}),
    });
  });
}

export const mentorReference = (m: Mentor, naming: Naming): string => referenceTo(m.id, naming.short(m));
export const menteeReference = (m: Mentee, naming: Naming): string => referenceTo(m.id, naming.short(m));

export function menteeRows(
  seed: number,
  mentees: readonly Mentee[],
  organisations: readonly Organisation[],
  naming: Naming,
): readonly DemoRow[] {
  return mentees.map((m) => {
    const random = own(seed, m.id);
    const o = organisations.find((x) => x.id === m.organisation)!;
    const on = SERVICE_ON[m.cohort];
    return row({
      id: m.id,
      organisation: organisationReference(o),
      name: naming.full(m),
      position: m.position,
      subject: m.subject,
      category: m.category,
      birth: random.chance(0.12) ? ageGroup(on, m.born) : m.born,
      years: yearsOn(m, on),
      yearsOn: day(on),
      requests: several(m.requests),
      foundBy: random.pick(FOUND_BY),
      entered: day(m.entered),
      plannedEnd: day(m.plannedEnd),
      ended: day(m.ended),
      result: m.result,
      retained: retained(m, random.chance(0.82)),
      dataConsent: day(m.entered),
      publicationConsent: random.chance(0.25) ? day(m.entered) : undefined,
      ...inForce(addDays('2024-03-25', random.whole(0, 11)), curatorMail(o)),
    });
  });
}

function retained(m: Mentee, stays: boolean): string | undefined {
  if (m.ended === undefined || m.category !== BEGINNER) return undefined;
  if (completeYears(m.ended, TODAY) < 1) return 'срок не наступил';
  return stays && m.result !== 'программа прекращена' ? 'да' : 'нет';
}

function ageGroup(on: DateText, born: number): string {
  const age = Number(on.slice(0, 4)) - born;
  if (age < 25) return 'до 25';
  if (age >= 60) return '60 и старше';
  if (age >= 50) return '50–59';
  if (age >= 40) return '40–49';
  return age < 30 ? '25–29' : age < 35 ? '30–34' : '35–39';
}
