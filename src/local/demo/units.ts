import type { DateText } from '../../domain/text/calendar';
import { recordId, TODAY } from './cells';
import { type Course, courseOf, fatesOf, isGroup, places } from './fates';
import type { Fate } from './organisation-profile';
import type { Organisation } from './organisations';
import { BEGINNER, ELDER, type Mentee, type Mentor, type SchoolYear, STUDENT } from './people';
import type { Random } from './random';

/** A pair or a group. */
export interface Unit extends Course {
  readonly id: string;
  readonly organisation: Organisation;
  readonly year: SchoolYear;
  readonly fate: Fate;
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  readonly form: string;
  readonly subForm?: string;
  readonly kind: string;
  readonly replaces?: Unit;
}

export const places22 = (o: Organisation): number =>
  fatesOf(o, 2022).reduce((sum, fate) => sum + places(fate), 0);

const RESULTS = [
  ...Array.from({ length: 6 }, () => 'цель достигнута'),
  ...['достигнута частично', 'достигнута частично', 'не достигнута'],
];

/** Pairs of the second year whose mentor comes from here. */
const CROSS_MENTOR_FROM = 'ORG-06';

/** Forms every pair and group of both years and writes into people how their part ended. */
export function formUnits(
  random: Random,
  organisations: readonly Organisation[],
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
): readonly Unit[] {
  const units: Unit[] = [];
  for (const year of [2022, 2023] as const)
    for (const o of organisations) {
      const own = mentors.filter((m) => m.organisation === o.id && !m.draft);
      const available = year === 2022 ? own.filter((m) => m.cohort === 2022) : secondYear(own);
      const queue = waiting(o, year, mentees, units);
      let turn = 0;
      for (const fate of fatesOf(o, year)) {
        const replaces = fate === 'replacement' ? units.find((u) => u.fate === 'replaced') : undefined;
        const taken = replaces ? [...replaces.mentees] : queue.splice(0, places(fate));
        const pool =
          fate === 'cross' ? mentors.filter((m) => m.organisation === CROSS_MENTOR_FROM) : available;
        const fit = pool.filter(
          (m) => !taken.some((t) => t.person === m.person) && !replaces?.mentors.includes(m),
        );
        const lead = fit[turn++ % fit.length]!;
        const second = fate === 'group-long' ? [fit[turn++ % fit.length]!] : [];
        units.push({
          id: recordId('PAR', units.length + 1),
          organisation: o,
          year,
          fate,
          mentors: [lead, ...second],
          mentees: taken,
          ...courseOf(fate, year, o, random),
          ...formAndKind(fate, lead, taken, random),
          replaces,
        });
      }
    }
  for (const u of units) if (random.chance(0.7)) matchCompetences(u);
  for (const m of mentees) enterLater(m, units);
  for (const m of mentees) closeMentee(m, units, random);
  for (const m of mentors) closeMentor(m, units);
  return units;
}

/** New mentors first; the last of the first year's rests when there are enough. */
function secondYear(own: readonly Mentor[]): readonly Mentor[] {
  const first = own.filter((m) => m.cohort === 2022);
  return [...own.filter((m) => m.cohort === 2023), ...(first.length > 2 ? first.slice(0, -1) : first)];
}

/** Mentees without a mentor: the year's new ones, then those whose first programme ended in spring and who go on. */
function waiting(
  o: Organisation,
  year: SchoolYear,
  mentees: readonly Mentee[],
  units: readonly Unit[],
): Mentee[] {
  const own = mentees.filter((m) => m.organisation === o.id);
  const fresh = own.filter((m) => m.cohort === year);
  const again = own.filter((m) => {
    const last = units.find((u) => u.mentees.includes(m));
    return last !== undefined && (last.fate === 'year' || last.fate === 'short' || last.fate === 'group');
  });
  return year === 2022 ? fresh : [...fresh, ...again];
}

function formAndKind(fate: Fate, lead: Mentor, mentees: readonly Mentee[], random: Random) {
  return { ...formOf(lead, mentees, random), kind: kindOf(fate, mentees, random) };
}

function formOf(lead: Mentor, mentees: readonly Mentee[], random: Random): Pick<Unit, 'form' | 'subForm'> {
  if (mentees.some((m) => m.category === STUDENT)) {
    return { form: 'работодатель – студент педагогического вуза/колледжа' };
  }
  if (lead.workplace) return { form: 'социальный партнёр – педагог' };
  if (lead.organisation === 'ORG-12') return { form: 'педагог вуза/колледжа – молодой педагог' };
  if (lead.position === 'заместитель директора') return { form: 'руководитель ОО – педагог' };
  const first = mentees[0]!.category;
  const subForm =
    first === BEGINNER
      ? 'опытный педагог – молодой специалист'
      : first === ELDER
        ? 'педагог-новатор – консервативный педагог'
        : random.pick([
            'опытный предметник – неопытный предметник',
            'лидер сообщества – педагог с затруднениями',
          ]);
  return { form: 'педагог – педагог', subForm: random.chance(0.7) ? subForm : undefined };
}

function kindOf(fate: Fate, mentees: readonly Mentee[], random: Random): string {
  if (fate === 'group-speed') return 'скоростное';
  if (isGroup(fate)) return 'групповое';
  if (mentees[0]!.category === ELDER) return 'реверсивное';
  if (fate === 'short' || fate === 'short23') return 'краткосрочное (целеполагающее)';
  if (fate === 'cross') return 'виртуальное (дистанционное)';
  return random.chance(0.1)
    ? random.pick(['ситуационное', 'виртуальное (дистанционное)'])
    : 'традиционное («один на один»)';
}

/** The first request of each mentee is among what the mentor can do. */
function matchCompetences(u: Unit): void {
  const can = u.mentors[0]!.competences;
  for (const { requests } of u.mentees)
    if (!can.includes(requests[0]!) && can.length < 7) can.push(requests[0]!);
}

/** Those who came in the middle of the year, and those for whom a pair is only planned. */
function enterLater(mentee: Mentee, units: readonly Unit[]): void {
  const first = units.find((u) => u.mentees.includes(mentee));
  if (first?.order === 'winter') mentee.entered = '2024-01-11';
  if (first?.order === 'spring') mentee.entered = '2024-04-08';
}

const isOver = (u: Unit): u is Unit & { ended: DateText } => u.ended !== undefined;

function closeMentee(mentee: Mentee, units: readonly Unit[], random: Random): void {
  const last = units.filter((u) => u.mentees.includes(mentee)).at(-1);
  if (!last) return;
  mentee.plannedEnd = last.plannedEnd;
  // A mentor's refusal leaves the mentee without a mentor, not out of the registry.
  if (!isOver(last) || last.endWhy === 'отказ наставника') return;
  mentee.ended = last.ended;
  mentee.result = last.status === 'Завершена' ? random.pick(RESULTS) : 'программа прекращена';
}

/** Mentors of the first year who took nobody since, in the larger organisations; those whose work ended with a reason. */
function closeMentor(mentor: Mentor, units: readonly Unit[]): void {
  const own = units.filter((u) => u.mentors.includes(mentor));
  const last = own
    .map((u) => u.ended ?? TODAY)
    .sort()
    .at(-1);
  if (own.length === 0 || last === undefined || !own.every(isOver)) return;
  if (own.some((u) => u.fate === 'replaced' || u.fate === 'after-D')) {
    mentor.left = last;
    mentor.leftWhy = 'увольнение';
  } else if (mentor.organisation === 'ORG-15') {
    mentor.left = '2023-08-31';
    mentor.leftWhy = 'перевод';
  } else if (mentor.cohort === 2022 && last < '2024-01-01' && Number(mentor.id.slice(-2)) % 3 !== 0) {
    mentor.left = last;
    mentor.leftWhy = 'завершение программы';
  }
}
