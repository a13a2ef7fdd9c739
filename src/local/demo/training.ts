import { addDays, addMonths, type DateText } from '../../domain/text/calendar';
import { type DemoRow, day, inForce, recordId, row, several, workday } from './cells';
import { type Curator, curatorReference } from './curators';
import { curatorMail } from './documents';
import type { Naming } from './names';
import { type Organisation, organisationReference } from './organisations';
import type { Mentor } from './people';
import { mentorReference } from './people-rows';
import { type Random, seededRandom } from './random';

interface Training {
  readonly organisation: Organisation;
  readonly kind: string;
  readonly topic: string;
  readonly organiser: string;
  readonly level: string;
  readonly from: DateText;
  readonly to: DateText;
  readonly hours: number;
  readonly attendance: string;
  readonly participants: readonly string[];
  readonly certificate?: string;
  readonly certificateDate?: DateText;
  readonly state: 'план' | 'факт';
}

const COURSES = [
  ['Наставничество как инструмент профессионального роста педагога', 36],
  ['Деятельность наставника в образовательной организации', 72],
  ['Проектирование персонализированных программ наставничества', 24],
  ['Сопровождение молодого педагога', 16],
  ['Менторство и коучинг в образовании', 108],
] as const;

/** Seminars and the like: topic, kind, organiser, level, day, hours, how many mentors. */
const EVENTS: readonly (readonly [string, string, string, string, DateText, number, number])[] = [
  [
    'С чего начинает наставник',
    'семинар',
    'Сектор по методической работе',
    'муниципальный',
    '2022-11-16',
    4,
    9,
  ],
  [
    'Анкеты и диагностика дефицитов',
    'практикум',
    'Сектор по методической работе',
    'муниципальный',
    '2023-02-08',
    3,
    5,
  ],
  [
    'Наставничество в Прикамье: опыт территорий',
    'форум/конференция',
    'ИРО ПК',
    'краевой',
    '2023-04-19',
    6,
    4,
  ],
  [
    'Индивидуальный образовательный маршрут: от запроса к плану',
    'вебинар',
    'ЦНППМ',
    'краевой',
    '2023-10-12',
    2,
    8,
  ],
  [
    'Школа наставника: занятие первое',
    'школа наставника',
    'Сектор по методической работе',
    'муниципальный',
    '2023-11-22',
    4,
    7,
  ],
  ['Обратная связь без обид', 'мастер-класс', 'ОО', 'ОО', '2024-01-25', 2, 4],
  ['Стажировка в школе-партнёре', 'стажировка', 'ОО', 'межмуниципальный', '2024-02-14', 8, 2],
  [
    'Разбор трудных случаев',
    'консультация',
    'Сектор по методической работе',
    'муниципальный',
    '2024-03-13',
    2,
    3,
  ],
];

export function trainingRows(
  seed: number,
  mentors: readonly Mentor[],
  curators: readonly Curator[],
  organisations: readonly Organisation[],
  naming: Naming,
): readonly DemoRow[] {
  const random = seededRandom(seed + 501);
  const owner = (id: string) => organisations.find((o) => o.id === id)!;
  const trained = random.sample(
    mentors.filter((m) => !m.draft && !m.workplace),
    33,
  );
  const never = mentors.filter((m) => !trained.includes(m) && m.cohort === 2022 && m.left === undefined);
  const courses: Training[] = [
    ...trained
      .slice(0, 17)
      .map((m) =>
        course(
          random,
          owner(m.organisation),
          [mentorReference(m, naming)],
          addDays('2021-10-04', random.whole(0, 860)),
        ),
      ),
    // More than three years before the reference date: no longer counted.
    ...never
      .slice(0, 2)
      .map((m, i) => course(random, owner(m.organisation), [mentorReference(m, naming)], `2020-1${i}-12`)),
    ...random
      .sample(
        curators.filter((c) => c.to === undefined),
        5,
      )
      .map((c) =>
        course(
          random,
          c.organisation,
          [curatorReference(c, naming)],
          addDays('2022-11-07', random.whole(0, 460)),
        ),
      ),
  ];
  const events = EVENTS.map(([topic, kind, organiser, level, from, hours, howMany]): Training => {
    const people = random.sample(trained.slice(9), howMany);
    const hosts = random.sample(
      curators.filter((c) => c.to === undefined),
      organiser === 'ОО' ? 0 : 2,
    );
    return {
      organisation: owner(people[0]!.organisation),
      kind,
      topic,
      organiser,
      level,
      from,
      to: kind === 'стажировка' ? addDays(from, 1) : from,
      hours,
      attendance: kind === 'вебинар' ? 'дистанционно' : 'очно',
      participants: [
        ...people.map((m) => mentorReference(m, naming)),
        ...hosts.map((c) => curatorReference(c, naming)),
      ],
      state: 'факт',
    };
  });
  const plans = [0, 1, 2].map((i): Training => {
    const people = random.sample(never.slice(2), 2);
    const from = workday(addDays('2024-05-13', 14 * i));
    const planned = course(
      random,
      owner(people[0]!.organisation),
      people.map((m) => mentorReference(m, naming)),
      from,
    );
    return {
      ...planned,
      certificate: undefined,
      certificateDate: undefined,
      state: 'план',
      kind: i === 2 ? 'семинар' : planned.kind,
    };
  });
  return [...courses, ...events, ...plans].map((t, index) =>
    row({
      id: recordId('TRN', index + 1),
      organisation: organisationReference(t.organisation),
      kind: t.kind,
      topic: t.topic,
      organiser: t.organiser,
      level: t.level,
      from: day(t.from),
      to: day(t.to),
      hours: t.hours,
      attendance: t.attendance,
      participants: several(t.participants),
      certificate: t.certificate,
      certificateDate: day(t.certificateDate),
      state: t.state,
      ...inForce('2024-03-29', curatorMail(t.organisation)),
    }),
  );
}

function course(
  random: Random,
  organisation: Organisation,
  participants: readonly string[],
  on: DateText,
): Training {
  const [topic, hours] = random.pick(COURSES);
  const from = workday(on);
  const to = workday(hours > 40 ? addMonths(from, 1) : addDays(from, Math.ceil(hours / 8) - 1));
  return {
    organisation,
    kind: 'КПК (удостоверение)',
    topic,
    organiser: random.pick(['ИРО ПК', 'ИРО ПК', 'ЦНППМ']),
    level: 'краевой',
    from,
    to,
    hours,
    attendance: random.pick(['дистанционно', 'смешанно', 'очно']),
    participants,
    certificate: `59-${from.slice(2, 4)}-${String(random.whole(1, 9999)).padStart(4, '0')}`,
    certificateDate: to,
    state: 'факт',
  };
}
