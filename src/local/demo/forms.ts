import type { DateText } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, recordId, row, WAVE_DATES } from './cells';
import { curatorMail } from './documents';
import { headCount, isMenteeOn } from './head-count';
import type { OrganisationProfile } from './organisation-profile';
import { reporting, reportsAs } from './organisation-profiles';
import { type Organisation, organisationReference } from './organisations';
import type { Mentee, Mentor } from './people';
import { type Random, seededRandom } from './random';
import { opportunities, problems, strengths, threats, weaknesses } from './swot';
import type { Unit } from './units';

interface State {
  readonly status: string;
  readonly submittedOn?: DateText;
  readonly returnedOn?: DateText;
  readonly returnedWhy?: string;
  readonly acceptedOn?: DateText;
}

const ACCEPTED = 'Принято';

/** Where the forms of the running wave are on the demo's today; all others are accepted. */
const STATES_2024: Readonly<Record<string, State>> = {
  'ORG-04': { status: 'На проверке', submittedOn: '2024-04-15' },
  'ORG-05': {
    status: 'Возвращено на доработку',
    submittedOn: '2024-04-12',
    returnedOn: '2024-04-16',
    returnedWhy: 'Не указаны реквизиты дорожной карты; проверьте число наставников',
  },
  'ORG-08': {
    status: 'Представлено повторно',
    submittedOn: '2024-04-18',
    returnedOn: '2024-04-15',
    returnedWhy: 'Нет ответов на анкету куратора',
  },
  'ORG-09': { status: 'На проверке', submittedOn: '2024-04-12' },
  'ORG-11': { status: 'Не начато' },
  // Accepted, but handed in after 15 April.
  'ORG-12': { status: ACCEPTED, submittedOn: '2024-04-18', acceptedOn: '2024-04-19' },
};
const LATE_2023: Readonly<Record<string, State>> = {
  'ORG-10': { status: ACCEPTED, submittedOn: '2023-04-19', acceptedOn: '2023-04-21' },
};

/** Questionnaires that nobody answered, and where they were not held. */
const NO_ANSWERS = 'ORG-09';
const NOT_HELD = 'ORG-04';
/** The curator counted a mentee too many: rule R-32 should notice. */
const MISCOUNTED = 'ORG-02';

/** People and units of an organisation and its units on the reference date. */
function onDate(
  o: OrganisationProfile,
  wave: string,
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
  units: readonly Unit[],
) {
  const on = WAVE_DATES[wave]!;
  const active = units.filter(
    (u) =>
      reportsAs(u.organisation.id) === o.id &&
      u.from <= on &&
      (u.ended === undefined || u.ended >= on) &&
      u.status !== 'Планируется' &&
      u.status !== 'Приостановлена',
  );
  return {
    mentors: mentors.filter(
      (m) =>
        reportsAs(m.organisation) === o.id &&
        !m.draft &&
        m.entered <= on &&
        (m.left === undefined || m.left >= on),
    ).length,
    mentees: mentees.filter((m) => reportsAs(m.organisation) === o.id && isMenteeOn(m, on)).length,
    pairs: active.filter((u) => u.mentees.length === 1).length,
    groups: active.filter((u) => u.mentees.length > 1).length,
  };
}

export function formRows(
  seed: number,
  organisations: readonly Organisation[],
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
  units: readonly Unit[],
): readonly DemoRow[] {
  const rows: DemoRow[] = [];
  for (const wave of Object.keys(WAVE_DATES))
    for (const { id } of reporting(wave)) {
      const o = organisations.find((x) => x.id === id)!;
      const random = seededRandom(seed * 101 + rows.length);
      const state = stateOf(o.id, wave, random);
      const heading = {
        id: recordId('MON', rows.length + 1),
        organisation: organisationReference(o),
        wave,
        asOf: day(WAVE_DATES[wave]!),
        status: state.status,
      };
      const system = inForce(state.acceptedOn ?? state.submittedOn ?? '2024-03-25', curatorMail(o));
      if (state.submittedOn === undefined) {
        rows.push(row({ ...heading, ...system }));
        continue;
      }
      const people = onDate(o, wave, mentors, mentees, units);
      const staff = headCount(o, mentees, wave);
      const running = wave === '2024-04';
      rows.push(
        row({
          ...heading,
          submittedOn: day(state.submittedOn),
          returnedOn: day(state.returnedOn),
          returnedWhy: state.returnedWhy,
          acceptedOn: day(state.acceptedOn),
          teachers: staff.teachers,
          newTeachers: staff.beginning,
          youngTeachers: staff.young,
          ...people,
          mentees: people.mentees + (o.id === MISCOUNTED && running ? 1 : 0),
          ...answersOf('menteeAnswers', o.id, wave, people.mentees, running ? 0.72 : 0.64, random),
          ...answersOf('mentorAnswers', o.id, wave, people.mentors, running ? 0.78 : 0.7, random),
          strengths: random.pick(strengths),
          weaknesses: random.pick(weaknesses),
          opportunities: random.pick(opportunities),
          threats: random.pick(threats),
          ...curatorScores(o, random),
          problems: random.pick(problems),
          confirmed: state.status === 'На проверке' && o.id === 'ORG-09' ? 'нет' : 'да',
          students: o.students,
          studentsInvolved: o.students && Math.round(o.students * (0.12 + random.next() * 0.3)),
          ...system,
        }),
      );
    }
  return rows;
}

function stateOf(id: string, wave: string, random: Random): State {
  const known = wave === '2024-04' ? STATES_2024[id] : LATE_2023[id];
  if (known) return known;
  const year = wave.slice(0, 4);
  const spread = random.whole(0, 4);
  const days = year === '2024' ? [8, 9, 10, 11, 12] : [5, 6, 7, 10, 13];
  const reviewed = year === '2024' ? [15, 16, 17, 18, 19] : [17, 18, 19, 20, 24];
  const on = (n: number): DateText => `${year}-04-${String(n).padStart(2, '0')}`;
  return { status: ACCEPTED, submittedOn: on(days[spread]!), acceptedOn: on(reviewed[spread]!) };
}

/** The number of answers and of each grade; the sum of the grades is the number of answers. */
function answersOf(key: string, id: string, wave: string, asked: number, high: number, random: Random) {
  if (wave === '2024-04' && id === NOT_HELD) return {};
  if (wave === '2024-04' && id === NO_ANSWERS) return { [key]: 0 };
  const answers = Math.round(asked * (0.7 + random.next() * 0.3));
  const grades = Array.from({ length: 10 }, () => 0);
  for (let n = 0; n < answers; n++) {
    const grade = random.chance(high) ? random.pick([8, 8, 9, 9, 10]) : random.pick([4, 5, 6, 6, 7, 7, 7]);
    grades[grade - 1]! += 1;
  }
  return { [key]: answers, ...Object.fromEntries(grades.map((n, i) => [`${key}${i + 1}`, n])) };
}

/** Organisations with a full package answer «да» more often. */
function curatorScores(o: OrganisationProfile, random: Random): Record<string, number> {
  const good = 0.35 + o.package.length * 0.1;
  return Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [
      `curator${i + 1}`,
      random.chance(good) ? 2 : random.chance(0.75) ? 1 : 0,
    ]),
  );
}
