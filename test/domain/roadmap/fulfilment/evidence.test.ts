import type { Book, Row } from '../../book';
import { document, type Options, record, school, standing } from './case';

const DONE = 'Выполнено';
const LATE = 'Выполнено с нарушением срока';
const OVERDUE = 'Не выполнено (просрочено)';
const GOES_ON = 'Действует постоянно';
const UNPROVEN = 'Нет подтверждений';

const INTRODUCTION = 'Приказ о внедрении ЦМН';
const CURATOR = 'Приказ о назначении куратора';
const REGULATION = 'Положение о системе наставничества педагогических работников и обучающихся';
const municipal = (id: string, kind: string, fields: Row = {}): Row =>
  document(id, kind, { organisation: '', level: 'муниципальный', date: '2022-10-03', ...fields });

const bothPapers = [municipal('DOC-001', INTRODUCTION), municipal('DOC-002', 'Муниципальная дорожная карта')];
const mentor = (id: string, fields: Row = {}): Row =>
  record(id, {
    name: id,
    entered: '2022-10-10',
    competences: 'Оценивание',
    order: 'DOC-004',
    updatedOn: '2024-03-28',
    ...fields,
  });
const fullMentor: Row = mentor('NST-001', {
  order: 'DOC-004',
  workplace: 'ORG-01',
  position: 'методист',
  years: 20,
  qualification: 'высшая',
  dataConsent: '2023-09-01',
});
const mentee = (id: string, fields: Row = {}): Row =>
  record(id, { name: id, entered: '2022-10-12', requests: 'Оценивание', updatedOn: '2024-03-28', ...fields });
const pair = (id: string, fields: Row = {}): Row =>
  record(id, {
    mentors: 'NST-001',
    mentees: 'MNT-001',
    from: '2023-09-04',
    status: 'Действует',
    order: 'DOC-004',
    ...fields,
  });
const programme = (id: string, fields: Row = {}): Row =>
  record(id, { type: 'ИОМ', pair: 'PAR-001', from: '2023-09-04', to: '2024-05-31', progress: 50, ...fields });
const training = (id: string, fields: Row = {}): Row =>
  record(id, {
    level: 'краевой',
    from: '2023-10-02',
    to: '2023-10-13',
    participants: 'NST-001',
    state: 'факт',
    ...fields,
  });
const practice = (id: string, fields: Row = {}): Row =>
  record(id, { level: 'муниципальный', date: '2024-02-12', ...fields });
const support = (id: string, date: string, kinds: string): Row => ({
  id,
  recordStatus: 'Действует',
  date,
  kinds,
});
const curator = (id: string, fields: Row = {}): Row =>
  record(id, { name: id, from: '2022-10-17', updatedOn: '2024-03-28', ...fields });
const form = (id: string, fields: Row = {}): Row =>
  record(id, {
    wave: '2024-04',
    status: 'Принято',
    submittedOn: '2024-04-10',
    acceptedOn: '2024-04-18',
    ...fields,
  });

const ORDER = document('DOC-004', 'Приказ о назначении наставников');
const CASES: readonly (readonly [
  number: string,
  what: string,
  book: Book,
  status: string,
  left?: string,
  options?: Options & { row?: Row },
])[] = [
  ['1.1', 'both municipal papers', { documents: bothPapers }, DONE],
  [
    '1.1',
    'one of them later',
    { documents: [bothPapers[0]!, { ...bothPapers[1]!, date: '2022-11-01' }] },
    LATE,
  ],
  [
    '1.1',
    'one without a link',
    { documents: [bothPapers[0]!, { ...bothPapers[1]!, link: '' }] },
    OVERDUE,
    'дорожная карта»',
  ],
  [
    '1.1',
    'one run out',
    { documents: [{ ...bothPapers[0]!, to: '2023-12-31' }, bothPapers[1]!] },
    OVERDUE,
    'о внедрении',
  ],
  [
    '1.1',
    'one of an organisation',
    { documents: [document('DOC-001', INTRODUCTION), bothPapers[1]!] },
    OVERDUE,
  ],

  [
    '1.2',
    'an entry of this quarter',
    { support: [support('SUP-001', '2024-03-01', 'методическая')] },
    GOES_ON,
    'организационная',
  ],
  [
    '1.2',
    'an entry too old',
    { support: [support('SUP-001', '2024-01-10', 'методическая')] },
    UNPROVEN,
    '10.01.2024',
  ],
  [
    '1.2',
    'all five kinds',
    {
      support: [
        support('SUP-001', '2024-03-01', 'методическая; организационная; консультационная'),
        support('SUP-002', '2024-04-01', 'информационная; просветительская'),
      ],
    },
    GOES_ON,
    '',
  ],

  ['1.3', 'one curator, looked through lately', { curators: [curator('CUR-001')] }, GOES_ON, ''],
  ['1.3', 'two curators', { curators: [curator('CUR-001'), curator('CUR-002')] }, UNPROVEN, 'больше одного'],
  ['1.3', 'none any more', { curators: [curator('CUR-001', { to: '2023-12-29' })] }, UNPROVEN, 'ORG-01'],
  [
    '1.3',
    'looked through long ago',
    { curators: [curator('CUR-001', { updatedOn: '2023-09-01' })] },
    UNPROVEN,
    'обновите',
  ],

  ['1.4', 'the list confirmed this school year', { mentors: [fullMentor] }, GOES_ON, ''],
  ['1.4', 'a row with an error', { mentors: [{ ...fullMentor, years: '' }] }, UNPROVEN, 'ошибки'],
  [
    '1.4',
    'the list of last year',
    { mentors: [mentor('NST-001', { updatedOn: '2023-06-01' })] },
    UNPROVEN,
    'не подтверждены',
  ],

  ['1.5', 'an event of the municipality', { training: [training('TRN-001')] }, GOES_ON],
  ['1.5', 'an event of the organisation', { training: [training('TRN-001', { level: 'ОО' })] }, UNPROVEN],
  [
    '1.5',
    'an event of last school year',
    { training: [training('TRN-001', { to: '2023-08-30' })] },
    UNPROVEN,
  ],
  ['1.5', 'an event that was planned', { training: [training('TRN-001', { state: 'план' })] }, UNPROVEN],

  ['1.6', 'a practice of this year', { practices: [practice('PUB-001')] }, GOES_ON],
  ['1.6', 'a practice of the organisation', { practices: [practice('PUB-001', { level: 'ОО' })] }, UNPROVEN],
  ['1.6', 'a practice of long ago', { practices: [practice('PUB-001', { date: '2023-04-19' })] }, UNPROVEN],

  ['2.1', 'an order with a link', { documents: [document('DOC-001', CURATOR)] }, DONE],
  [
    '2.1',
    'an order after the term',
    { documents: [document('DOC-001', CURATOR, { date: '2022-11-14' })] },
    LATE,
  ],
  [
    '2.1',
    'an order without a link',
    { documents: [document('DOC-001', CURATOR, { link: '' })] },
    OVERDUE,
    'ссылку',
  ],
  [
    '2.1',
    'the earliest order in time, a later one linked',
    {
      documents: [
        document('DOC-001', CURATOR, { link: '' }),
        document('DOC-002', CURATOR, { date: '2023-08-31' }),
      ],
    },
    DONE,
  ],

  [
    '2.2',
    'both papers',
    { documents: [document('DOC-001', REGULATION), document('DOC-002', 'Дорожная карта ОО')] },
    DONE,
  ],
  ['2.2', 'one paper', { documents: [document('DOC-001', REGULATION)] }, OVERDUE, 'Дорожная карта ОО'],
  [
    '2.2',
    'the second one late',
    {
      documents: [
        document('DOC-001', REGULATION),
        document('DOC-002', 'Дорожная карта ОО', { date: '2022-10-21' }),
      ],
    },
    LATE,
  ],

  ['2.3', 'a mentee with requests', { mentees: [mentee('MNT-001')] }, DONE, ''],
  [
    '2.3',
    'a mentee without requests',
    { mentees: [mentee('MNT-001', { requests: '' })] },
    OVERDUE,
    'с запросами',
  ],
  ['2.3', 'the first one late', { mentees: [mentee('MNT-001', { entered: '2022-10-21' })] }, LATE],
  [
    '2.3',
    'not looked through for long',
    { mentees: [mentee('MNT-001', { updatedOn: '2023-09-01' })] },
    UNPROVEN,
  ],
  [
    '2.3',
    'no mentees, and why',
    { organisations: [school('ORG-01', { noMentees: 'все опытные', updatedOn: '2024-03-01' })] },
    DONE,
  ],

  ['2.4', 'mentors with an order', { mentors: [mentor('NST-001')], documents: [ORDER] }, DONE],
  [
    '2.4',
    'an order without a number',
    { mentors: [mentor('NST-001')], documents: [{ ...ORDER, number: '' }] },
    OVERDUE,
    'приказ',
  ],
  [
    '2.4',
    'the order late',
    { mentors: [mentor('NST-001')], documents: [{ ...ORDER, date: '2022-10-21' }] },
    LATE,
  ],
  [
    '2.4',
    'a new mentor without competences',
    {
      mentors: [mentor('NST-001'), mentor('NST-002', { competences: '', entered: '2024-02-01' })],
      documents: [ORDER],
    },
    UNPROVEN,
    '1 наставника',
  ],

  ['2.5', 'no date of the separate plan', {}, 'Ждём срок'],
  [
    '2.5',
    'training before the date',
    { mentors: [mentor('NST-001')], training: [training('TRN-001')] },
    DONE,
    '',
    { row: { controlDates: '30.12.2023' } },
  ],
  [
    '2.5',
    'training after the date',
    { mentors: [mentor('NST-001')], training: [training('TRN-001')] },
    LATE,
    '',
    { row: { controlDates: '30.09.2023' } },
  ],
  [
    '2.5',
    'training before the date before',
    { mentors: [mentor('NST-001')], training: [training('TRN-001', { to: '2022-11-01' })] },
    OVERDUE,
    'обучение наставников',
    { row: { controlDates: '30.12.2022; 30.12.2023' } },
  ],

  ['2.6', 'a pair with an order', { pairs: [pair('PAR-001')], documents: [ORDER] }, GOES_ON, ''],
  [
    '2.6',
    'a pair without an order',
    { pairs: [pair('PAR-001', { order: '' })], documents: [ORDER] },
    UNPROVEN,
    '1 пары или группы',
  ],
  ['2.6', 'no pairs', {}, UNPROVEN, 'Сформируйте'],
  [
    '2.6',
    'no pairs, and why',
    { organisations: [school('ORG-01', { noMentees: 'все опытные' })] },
    GOES_ON,
    '',
  ],

  [
    '2.7',
    'a pair with a route',
    { pairs: [pair('PAR-001')], programmes: [programme('PRG-001')] },
    GOES_ON,
    '',
  ],
  [
    '2.7',
    'a pair with a plan of work',
    { pairs: [pair('PAR-001')], programmes: [programme('PRG-001', { type: 'План работы пары' })] },
    UNPROVEN,
  ],
  [
    '2.7',
    'a route without dates',
    { pairs: [pair('PAR-001')], programmes: [programme('PRG-001', { to: '' })] },
    UNPROVEN,
  ],
  [
    '2.7',
    'a route past its term',
    { pairs: [pair('PAR-001')], programmes: [programme('PRG-001', { to: '2024-03-31' })] },
    GOES_ON,
    'итога нет: 1 программы',
  ],

  [
    '2.8',
    'a rubric and a material',
    {
      organisations: [school('ORG-01', { section: 'https://a.example.ru/n' })],
      practices: [practice('PUB-001', { level: 'ОО' })],
    },
    GOES_ON,
    '',
  ],
  ['2.8', 'a material and no rubric', { practices: [practice('PUB-001')] }, UNPROVEN, 'рубрику'],
  [
    '2.8',
    'a rubric and an old material',
    {
      organisations: [school('ORG-01', { section: 'https://a.example.ru/n' })],
      practices: [practice('PUB-001', { date: '2023-04-01' })],
    },
    UNPROVEN,
    'материал',
  ],

  ['3.1', 'no date of the institute', {}, 'Ждём срок'],
  ['3.1', 'a date and no mark', {}, OVERDUE, 'Передайте', { row: { controlDates: '15.11.2023' } }],
  [
    '3.1',
    'a date and a mark with evidence',
    {
      documents: [municipal('DOC-006', 'Письмо ИРО ПК')],
      marks: [
        {
          number: '3.1',
          controlDate: '2023-11-15',
          status: DONE,
          doneOn: '2023-11-14',
          evidence: 'DOC-006',
          comment: 'внесены',
        },
      ],
    },
    DONE,
    '',
    { row: { controlDates: '15.11.2023' } },
  ],

  ['3.2', 'looked through, no errors', { mentees: [mentee('MNT-001')] }, GOES_ON, '', { errors: {} }],
  [
    '3.2',
    'an error',
    { mentees: [mentee('MNT-001')] },
    UNPROVEN,
    'исправьте ошибки',
    { errors: { 'ORG-01': 2 } },
  ],
  [
    '3.2',
    'looked through long ago',
    { mentees: [mentee('MNT-001', { updatedOn: '2023-09-01' })] },
    UNPROVEN,
    'сверьте',
    { errors: {} },
  ],

  ['3.3', 'accepted', { forms: [form('MON-001')] }, DONE, '', { row: { controlDates: '30.04.2024' } }],
  [
    '3.3',
    'handed in',
    { forms: [form('MON-001', { status: 'На проверке' })] },
    'В работе',
    '',
    { row: { controlDates: '30.04.2024' } },
  ],
  [
    '3.3',
    'returned',
    { forms: [form('MON-001', { status: 'Возвращено на доработку', returnedOn: '2024-04-16' })] },
    'В работе',
    '16.04.2024',
    { row: { controlDates: '30.04.2024' } },
  ],
  [
    '3.3',
    'handed in after the term',
    { forms: [form('MON-001', { submittedOn: '2024-05-03', acceptedOn: '2024-05-06' })] },
    LATE,
    '',
    { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
  ],
  [
    '3.3',
    'never handed in',
    {},
    OVERDUE,
    'Представьте',
    { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
  ],

  ['3.4', 'all accepted', { forms: [form('MON-001')] }, DONE, '', { row: { controlDates: '30.04.2024' } }],
  [
    '3.4',
    'one is absent',
    { organisations: [school('ORG-01'), school('ORG-02')], forms: [form('MON-001')] },
    'В работе',
    'ORG-02',
    { row: { controlDates: '30.04.2024' } },
  ],
  [
    '3.4',
    'the term is over, who is absent is listed',
    { organisations: [school('ORG-01'), school('ORG-02')], forms: [form('MON-001')] },
    DONE,
    'Представьте',
    { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
  ],
  [
    '3.4',
    'the term is over, one waits for the coordinator',
    { forms: [form('MON-001', { status: 'На проверке' })] },
    OVERDUE,
    'на проверке',
    { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
  ],

  [
    '3.5',
    'a signed memo',
    { documents: [municipal('DOC-009', 'Аналитическая справка', { date: '2024-04-29' })] },
    DONE,
    '',
    { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
  ],
  [
    '3.5',
    'a memo after the term',
    { documents: [municipal('DOC-009', 'Аналитическая справка', { date: '2024-05-13' })] },
    LATE,
    '',
    { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
  ],
  [
    '3.5',
    'a memo without a number',
    { documents: [municipal('DOC-009', 'Аналитическая справка', { date: '2024-04-29', number: '' })] },
    OVERDUE,
    'Подпишите',
    { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
  ],
  [
    '3.5',
    'the memo of the wave before',
    { documents: [municipal('DOC-009', 'Аналитическая справка', { date: '2023-04-28' })] },
    OVERDUE,
    'Подпишите',
    { today: '2024-05-20' },
  ],
];

describe('evidence of a measure', () => {
  it.each(CASES.map((c) => [`${c[0]}, ${c[1]}`, c] as const))(
    '%s',
    (_, [number, , book, status, left, options]) => {
      const found = standing(number, book, options);
      expect(found.status).toBe(status);
      if (left === '')
        expect(
          found.own
            .filter((o) => !o.continuous || o.open)
            .map((o) => o.left)
            .join(''),
        ).toBe('');
      else if (left) expect(found.left.replace(/\u00a0/g, ' ').toLowerCase()).toContain(left.toLowerCase());
    },
  );

  it('is a row of the registry with its ID, and no name', () => {
    const { own, state } = standing('2.1', { documents: [document('DOC-001', CURATOR)] });
    expect(own[0]!.evidence).toEqual([
      {
        text: '№ 26/1 от 17.10.2022',
        tab: 'Документы',
        id: 'DOC-001',
        url: 'https://school.example.ru/a.pdf',
      },
    ]);
    expect(state.found).toBe('исполнили 1 из 1\u00a0ОО');
    expect(standing('1.1', { documents: bothPapers }).state.found).toBe(
      'DOC-001: № 26/1 от 03.10.2022; DOC-002: № 26/1 от 03.10.2022',
    );
  });

  it('tells who has not submitted once the term is over', () => {
    const { state } = standing(
      '3.4',
      { organisations: [school('ORG-01'), school('ORG-02')], forms: [form('MON-001')] },
      { row: { controlDates: '30.04.2024' }, today: '2024-05-20' },
    );
    expect(state.found).toContain('форму приняли у 1 из 2 ОО; не представили 1\u00a0ОО (ORG-02)');
    expect(state.organisations).toEqual({ done: 1, of: 2 });
  });

  it('is unknown, never overdue, where a column is missing', () => {
    const { own, status, state } = standing('2.1', { documents: null });
    expect(status).toBe(UNPROVEN);
    expect(own[0]!.open).toBe(false);
    expect(state.next).toBe('Нет вкладки «Документы».');
  });

  it('is not looked for in registries of people that are not kept', () => {
    const { status, own } = standing('2.4', {}, { values: { storageMode: 'Только агрегаты' } });
    expect([status, own[0]!.open]).toEqual([UNPROVEN, false]);
  });
});
