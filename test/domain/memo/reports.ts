/** Hand-made wave reports for the tests of the memo; no computation stands behind the figures. */
import type { MemoInput } from '../../../src/domain/memo/input';
import { indicators } from '../../../src/domain/monitoring/indicators';
import {
  type IndicatorUnit,
  type IndicatorValue,
  MUNICIPALITY,
  type OrganisationLine,
  type WaveReport,
} from '../../../src/domain/monitoring/report';
import { type Settings, settingDefinitions } from '../../../src/domain/registry/settings';
import { officialCalendar } from '../../../src/domain/roadmap/calendar-of';

/** The settings as shipped, with changes given as the person would type them. */
export function settings(changes: Readonly<Record<string, string>> = {}): Settings {
  const raw = (key: string) => changes[key] ?? settingDefinitions.find((d) => d.key === key)?.initial ?? '';
  return {
    text: raw,
    date: (key) => raw(key).split('.').reverse().join('-'),
    number: (key) => Number(raw(key).replace(',', '.')),
    dayMonth: (key) => raw(key).split('.').reverse().join('-'),
    target: (code, year) => {
      const text = raw(`target ${code}`);
      if (text === '') return null;
      const byYear = text.split(';').map((pair) => pair.split(':').map(Number));
      if (byYear[0]!.length === 1) return byYear[0]![0]!;
      return byYear.find(([y]) => y === year)?.[1] ?? null;
    },
  };
}

type Pair = readonly [numerator: number, denominator: number] | null;

function unitOf(code: string): IndicatorUnit {
  return code === 'И-10' || code === 'И-20' ? 'count' : code === 'И-21' ? 'ratio' : '%';
}

export function share(code: string, pair: Pair, scope: string = MUNICIPALITY, part = ''): IndicatorValue {
  const base = {
    code,
    part,
    scope,
    unit: unitOf(code),
    target: scope === MUNICIPALITY ? settings().target(code, 2024) : null,
  };
  if (!pair) return { ...base, numerator: null, denominator: null, value: null, status: 'no-data' };
  const [numerator, denominator] = pair;
  if (denominator === 0) return { ...base, numerator, denominator, value: null, status: 'zero-denominator' };
  const scale = base.unit === '%' ? 100 : 1;
  return { ...base, numerator, denominator, value: (numerator / denominator) * scale, status: 'value' };
}

export function amount(
  code: string,
  part: string,
  value: number | null,
  scope: string = MUNICIPALITY,
): IndicatorValue {
  const status = value === null ? 'no-data' : 'value';
  return {
    code,
    part,
    scope,
    numerator: value,
    denominator: null,
    value,
    unit: unitOf(code),
    status,
    target: null,
  };
}

export function organisation(
  id: string,
  name: string,
  changes: Partial<OrganisationLine> = {},
): OrganisationLine {
  return {
    id,
    name,
    type: 'Общеобразовательная',
    formStatus: 'Принято',
    submitted: true,
    submittedOn: '2024-04-12',
    late: false,
    returnedWhy: '',
    completeness: 100,
    quality: 98.5,
    errors: 0,
    teachers: 20,
    newTeachers: 2,
    youngTeachers: 3,
    ...changes,
  };
}

export const SHARES = [
  'И-01',
  'И-02',
  'И-03',
  'И-04',
  'И-05',
  'И-06',
  'И-07',
  'И-08',
  'И-11',
  'И-12',
  'И-13',
  'И-14',
  'И-15',
  'И-16',
  'И-17',
  'И-18',
  'И-19',
  'И-22',
  'И-23',
  'И-24',
  'И-25',
  'И-26',
  'И-27',
  'И-28',
  'И-29',
  'И-30',
];

const COUNTS = ['mentors', 'mentees', 'pairs', 'groups', 'group_members'];

export interface Numbers {
  readonly shares: Readonly<Record<string, Pair>>;
  readonly counts: readonly number[];
}

export function figures({ shares, counts }: Numbers): IndicatorValue[] {
  return [
    ...SHARES.map((code) => share(code, shares[code] ?? null)),
    share('И-09', shares['И-09 mentees'] ?? null, MUNICIPALITY, 'mentees'),
    share('И-09', shares['И-09 mentors'] ?? null, MUNICIPALITY, 'mentors'),
    ...COUNTS.flatMap((part, i) => [
      amount('И-10', `${part}.D`, counts[i] ?? null),
      amount('И-10', `${part}.P`, counts[i] === undefined ? null : counts[i]! + 1),
    ]),
    amount('И-20', 'total', counts[5] ?? null),
    share('И-21', shares['И-21'] ?? null, MUNICIPALITY, 'mean'),
    amount('И-21', 'max', counts[6] ?? null),
  ];
}

const FORMS = ['педагог – педагог', 'руководитель ОО – педагог', 'социальный партнёр – педагог', 'иная'];
const KINDS = ['традиционное («один на один»)', 'групповое', 'реверсивное'];
const DOCUMENTS = [
  'Приказ о внедрении ЦМН',
  'Приказ о назначении куратора',
  'Положение о системе наставничества педагогических работников и обучающихся',
  'Дорожная карта ОО',
  'Программа наставничества',
  'Приказ о назначении наставников',
  'Приказ о закреплении наставнических пар/групп',
];

const SCHOOL = 'МБОУ «Оханская средняя общеобразовательная школа № 1»';
const GARDEN = 'МБДОУ «Детский сад № 3»';
const CLUB = 'МБУ ДО «Дом детского творчества»';
const SMALL_SCHOOL = 'МБОУ «Дубровская СОШ»';

/** Four organisations, one of which did not submit; a comparable wave before. */
export function fullReport(changes: Partial<WaveReport> = {}): WaveReport {
  const organisations = [
    organisation('ORG-01', SCHOOL, { teachers: 40, newTeachers: 4 }),
    organisation('ORG-02', GARDEN, {
      type: 'Дошкольная',
      late: true,
      submittedOn: '2024-04-18',
      completeness: 93.75,
      errors: 2,
    }),
    organisation('ORG-03', CLUB, {
      type: 'Дополнительного образования',
      formStatus: 'Возвращено на доработку',
      submitted: false,
      submittedOn: '',
      returnedWhy: 'Сидорова Анна Петровна записана дважды',
      completeness: null,
      quality: null,
      errors: 5,
      teachers: null,
      newTeachers: null,
    }),
    organisation('ORG-04', SMALL_SCHOOL, { teachers: 10, newTeachers: 0, formStatus: 'На проверке' }),
  ];
  const shares: Record<string, Pair> = {
    'И-01': [10, 70],
    'И-02': [5, 6],
    'И-03': [4, 5],
    'И-04': [3, 3],
    'И-05': [2, 3],
    'И-06': [1, 3],
    'И-07': [2, 3],
    'И-08': [1, 3],
    'И-09 mentees': [2, 3],
    'И-09 mentors': [3, 3],
    'И-11': [4, 5],
    'И-12': [3, 5],
    'И-13': [0, 0],
    'И-14': [1, 3],
    'И-15': [3, 4],
    'И-16': [1, 4],
    'И-17': [0, 2],
    'И-18': [2, 3],
    'И-19': [1, 3],
    'И-21': [7, 4],
    'И-22': [6, 7],
    'И-23': [5, 6],
    'И-24': [2, 3],
    'И-25': [9, 11],
    'И-27': [1, 3],
    'И-28': [9, 12],
    'И-29': [2, 4],
    'И-26': null,
    'И-30': [0, 0],
  };
  const own: IndicatorValue[] = [
    ...(
      [
        ['ORG-01', [7, 40], [3, 4], [3, 5, 2, 1, 3]],
        ['ORG-02', [3, 20], [2, 2], [1, 2, 2, 0, 0]],
        ['ORG-04', [0, 10], [0, 0], [0, 0, 0, 0, 0]],
      ] as const
    ).flatMap(([id, involved, young, counts]) => [
      share('И-01', involved, id),
      share('И-02', young, id),
      ...COUNTS.map((part, i) => amount('И-10', `${part}.D`, counts[i]!, id)),
    ]),
    share('И-01', null, 'ORG-03'),
    share('И-02', null, 'ORG-03'),
  ];
  const before: Record<string, Pair> = {
    ...shares,
    'И-01': [6, 68],
    'И-02': [3, 7],
    'И-05': [1, 3],
    'И-25': [12, 13],
    'И-28': [11, 12],
  };
  return {
    wave: '2024-04',
    asOf: '2024-03-31',
    periodFrom: '2023-09-01',
    builtOn: '2024-04-25',
    organisations,
    indicators: [...figures({ shares, counts: [4, 7, 4, 1, 3, 6, 3] }), ...own],
    previous: {
      wave: '2023-04',
      asOf: '2023-03-31',
      source: 'snapshot',
      comparable: true,
      indicators: figures({ shares: before, counts: [3, 5, 3, 0, 0, 4, 3] }),
    },
    documents: organisations.map((o, i) => ({
      organisation: o.id,
      cells: DOCUMENTS.map((kind, k) => ({
        kind,
        present: k <= 4 - i,
        requisites: k <= 4 - i ? `№ ${26 + k}/1 от 01.09.2022` : '',
      })),
    })),
    formsByKinds: {
      rows: FORMS,
      columns: KINDS,
      cells: [
        [3, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    },
    distributions: {
      forms: { title: 'Формы', items: FORMS.map((label, i) => ({ label, count: [4, 1, 0, 0][i]! })) },
      kinds: { title: 'Виды', items: KINDS.map((label, i) => ({ label, count: [4, 1, 0][i]! })) },
      organisationTypes: {
        title: 'Пары и группы по типам ОО',
        items: [
          { label: 'Общеобразовательная', count: 3 },
          { label: 'Дошкольная', count: 2 },
        ],
      },
      menteeCategories: {
        title: 'Категории наставляемых',
        items: [
          { label: 'молодой специалист (стаж 0–3 года)', count: 5 },
          { label: 'вновь принятый педагог', count: 2 },
        ],
      },
      mentorQualifications: {
        title: 'Категории наставников',
        items: [
          { label: 'высшая', count: 3 },
          { label: 'первая', count: 1 },
        ],
      },
      topRequests: {
        title: 'Запросы',
        items: [
          { label: 'Методика преподавания предмета', count: 5 },
          { label: 'Работа по ФГОС/ФОП', count: 3 },
        ],
      },
    },
    training: [
      { kind: 'КПК (удостоверение)', events: 1, people: 1, hours: 36 },
      { kind: 'семинар', events: 2, people: 3, hours: 8 },
      { kind: 'вебинар', events: 0, people: 0, hours: 0 },
    ],
    practices: {
      rows: ['ОО', 'муниципальный', 'краевой'],
      columns: ['статья', 'выступление', 'мастер-класс'],
      cells: [
        [1, 2, 0],
        [0, 3, 0],
        [0, 0, 0],
      ],
    },
    satisfaction: [
      { scope: MUNICIPALITY, role: 'mentees', answers: 6, high: 5 },
      { scope: MUNICIPALITY, role: 'mentors', answers: 3, high: 2 },
    ],
    swot: [
      {
        organisation: 'ORG-01',
        strengths: 'Опыт Ивановой Марии Павловны',
        weaknesses: 'Мало времени',
        opportunities: '',
        threats: 'Нагрузка',
        problems: 'Нужен семинар',
      },
      {
        organisation: 'ORG-02',
        strengths: 'Дружный коллектив',
        weaknesses: '',
        opportunities: '',
        threats: '',
        problems: '',
      },
    ],
    roadmap: [
      {
        number: '1.1',
        name: 'Утверждение муниципальной дорожной карты',
        term: 'октябрь 2022',
        status: 'Выполнено',
        evidence: 'Приказ № 156 от 03.10.2022',
        due: true,
      },
      {
        number: '1.3',
        name: 'Формирование базы кураторов',
        term: 'В течение всего периода реализации ЦМН',
        status: 'Действует постоянно',
        evidence: '',
        due: true,
      },
      {
        number: '2.1',
        name: 'Назначение кураторов',
        term: 'до 20 октября 2022',
        status: 'Не выполнено (просрочено)',
        evidence: '2 из 3 ОО',
        due: true,
      },
      {
        number: '2.5',
        name: 'Обучение наставников',
        term: 'по отдельному плану',
        status: 'Требует даты',
        evidence: '',
        due: false,
      },
      {
        number: '3.5',
        name: 'Анализ результатов мониторинга',
        term: 'апрель 2023 г. апрель 2024 г.',
        status: 'В работе',
        evidence: '',
        due: false,
      },
    ],
    newWithoutMentor: [
      { organisation: 'ORG-01', count: 3 },
      { organisation: 'ORG-02', count: 1 },
    ],
    remarks: [
      { organisation: 'ORG-03', kind: 'not-submitted', count: 1 },
      { organisation: 'ORG-04', kind: 'no-curator', count: 1 },
      { organisation: 'ORG-02', kind: 'no-package', count: 1, missing: ['Программа наставничества'] },
      {
        organisation: 'ORG-04',
        kind: 'no-package',
        count: 2,
        missing: ['Дорожная карта ОО', 'Программа наставничества'],
      },
      { organisation: 'ORG-01', kind: 'new-without-mentor', count: 3 },
      { organisation: 'ORG-02', kind: 'new-without-mentor', count: 1 },
      { organisation: 'ORG-01', kind: 'untrained', count: 1 },
      { organisation: 'ORG-01', kind: 'expired-pairs', count: 2 },
      { organisation: 'ORG-02', kind: 'no-order', count: 1 },
      { organisation: 'ORG-02', kind: 'no-programme', count: 5 },
      { organisation: 'ORG-04', kind: 'no-section', count: 1 },
      { organisation: 'ORG-02', kind: 'data-errors', count: 2 },
    ],
    publishableMentors: [{ id: 'NST-001', name: 'Павлова Ирина Сергеевна', organisation: 'ORG-01' }],
    notes: ['Численность педагогов ОО ORG-03 неизвестна: ОО не вошла в И-01'],
    definitions: {
      'Молодой педагог': 'возраст до 35 лет и стаж не больше 3 лет',
      'Отчётная дата': '31.03.2024',
    },
    ...changes,
  };
}

/** The same wave as if nobody had sent the form. */
export function nobodySubmitted(): WaveReport {
  const full = fullReport({ previous: null });
  return {
    ...full,
    organisations: full.organisations.map((o) => ({
      ...o,
      submitted: false,
      submittedOn: '',
      late: false,
      formStatus: '',
      completeness: null,
      quality: null,
    })),
    indicators: figures({ shares: { 'И-28': [9, 12], 'И-29': [0, 4] }, counts: [] }),
    swot: [],
    satisfaction: [],
    remarks: full.organisations.map((o) => ({ organisation: o.id, kind: 'not-submitted', count: 1 })),
    newWithoutMentor: [],
    publishableMentors: [],
  };
}

export function input(report: WaveReport, changes: Partial<MemoInput> = {}): MemoInput {
  return {
    report,
    settings: settings({ chiefName: 'И. И. Иванов', coordinatorName: 'П. П. Петрова' }),
    today: '2024-04-25',
    calendar: officialCalendar,
    authorTexts: [],
    indicatorTable: indicators,
    checks: {
      errors: 7,
      warnings: 1,
      hints: 0,
      accepted: 0,
      byRule: [
        { code: 'R-01', message: 'Не заполнено обязательное поле «{поле}».', count: 5, severity: 'error' },
        { code: 'R-05', message: 'Возможный дубль: {ФИО} (строки {n}, {m}).', count: 1, severity: 'warning' },
        {
          code: 'R-11',
          message: 'Нет реквизитов приказа о назначении наставника.',
          count: 2,
          severity: 'error',
        },
      ],
    },
    ...changes,
  };
}
