import { indicators } from '../../../src/domain/monitoring/indicators';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { type Book, gridsOf, type Row, type Values } from '../book';
import { figures } from './figures';
import { form, mentee, mentor, order, organisation, pair, row, school } from './fixture';

/** `a из b`, a number, `—` or `нет данных`. */
function shown(
  book: Book,
  code: string,
  part = '',
  scope = 'municipality',
  values: Values = {},
  asOf?: string,
) {
  const f = figures(book, values, '2024-04', asOf).get(`${code}|${part}|${scope}`);
  if (!f) throw new Error(`No figure ${code} ${part} ${scope}`);
  if (f.status === 'no-data') return 'нет данных';
  if (f.status === 'zero-denominator') return '—';
  return f.denominator === null ? f.value : `${f.numerator} из ${f.denominator}`;
}

type Case = readonly [why: string, book: Book, expected: string | number, values?: Values, asOf?: string];
const cases = (code: string, part: string, list: readonly Case[], scope?: string) =>
  describe(`${code} ${part}`, () => {
    for (const [why, book, expected, values, asOf] of list)
      test(why, () => {
        expect(shown(book, code, part, scope, values, asOf)).toBe(expected);
      });
  });

const mentors = (...rows: Row[]) => school({ mentors: rows });
const mentees = (...rows: Row[]) => school({ mentees: rows });
const pairs = (...rows: Row[]) =>
  school({ mentors: [mentor('NST-001')], mentees: [mentee('MNT-001'), mentee('MNT-002')], pairs: rows });
const documents = (...rows: Row[]) => school({ documents: rows });
const POLICY = 'Положение о системе наставничества педагогических работников и обучающихся';
const STUDENT = 'студент-практикант / целевик';

test('all thirty-one indicators are there, in order', () => {
  expect([...new Set(indicators.map((i) => i.code))]).toEqual(
    Array.from({ length: 31 }, (_, i) => `И-${String(i + 1).padStart(2, '0')}`),
  );
});

cases('И-10', 'mentors.D', [
  ['entered on D', mentors(mentor('NST-001', { entered: '2024-03-31' })), 1],
  ['entered the day after D', mentors(mentor('NST-001', { entered: '2024-04-01' })), 0],
  ['left on D', mentors(mentor('NST-001', { left: '2024-03-31' })), 1],
  ['left the day before D', mentors(mentor('NST-001', { left: '2024-03-30' })), 0],
  ['a draft', mentors(mentor('NST-001', { recordStatus: 'Черновик' })), 0],
  [
    'archived the day after D',
    mentors(mentor('NST-001', { recordStatus: 'Архив', archivedOn: '2024-04-01' })),
    1,
  ],
  ['archived on D', mentors(mentor('NST-001', { recordStatus: 'Архив', archivedOn: '2024-03-31' })), 0],
  ['archived on a day not known', mentors(mentor('NST-001', { recordStatus: 'Архив' })), 0],
  ['no date of entry', mentors(mentor('NST-001', { entered: '' })), 0],
  ['no pair is needed', mentors(mentor('NST-001'), mentor('NST-002')), 2],
  [
    'namesakes are two',
    mentors(mentor('NST-001', { name: 'Ким О. П.' }), mentor('NST-002', { name: 'Ким О. П.' })),
    2,
  ],
  ['a row without ID counts', mentors(mentor('', { name: 'Ким' })), 1],
  ['a doubled ID counts once', mentors(mentor('NST-001'), mentor('NST-001', { name: 'Ким' })), 1],
  ['external ones stay', mentors(mentor('NST-001', { workplace: 'Иная организация: колледж' })), 1],
  ['another D', mentors(mentor('NST-001', { entered: '2024-04-01' })), 1, {}, '2024-04-01'],
  ['D by the setting', mentors(mentor('NST-001', { entered: '2024-04-05' })), 1, { asOfDay: '05.04' }],
]);
cases('И-10', 'mentors.P', [
  ['left on 1 September', mentors(mentor('NST-001', { entered: '2022-09-01', left: '2023-09-01' })), 1],
  ['left on 31 August', mentors(mentor('NST-001', { entered: '2022-09-01', left: '2023-08-31' })), 0],
  ['entered on D', mentors(mentor('NST-001', { entered: '2024-03-31' })), 1],
  ['entered after D', mentors(mentor('NST-001', { entered: '2024-04-01' })), 0],
]);
cases('И-10', 'mentees.D', [
  ['finished on D', mentees(mentee('MNT-001', { ended: '2024-03-31' })), 1],
  ['finished before D', mentees(mentee('MNT-001', { ended: '2024-03-30' })), 0],
  ['a student stays', mentees(mentee('MNT-001', { category: STUDENT })), 1],
]);
cases('И-10', 'mentees.P', [
  ['finished in P', mentees(mentee('MNT-001', { ended: '2023-09-01' })), 1],
  ['finished before P', mentees(mentee('MNT-001', { entered: '2022-09-01', ended: '2023-08-31' })), 0],
]);
cases('И-10', 'pairs.D', [
  ['begun on D', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { from: '2024-03-31' })), 1],
  ['begun after D', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { from: '2024-04-01' })), 0],
  ['planned', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Планируется' })), 0],
  ['paused', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Приостановлена' })), 0],
  [
    'finished later than D',
    pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Завершена', ended: '2024-04-10' })),
    1,
  ],
  [
    'stopped on D',
    pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Прекращена досрочно', ended: '2024-03-31' })),
    1,
  ],
  [
    'finished before D',
    pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Завершена', ended: '2024-03-30' })),
    0,
  ],
  ['finished, no day known', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Завершена' })), 0],
  ['a group is no pair', pairs(pair('PAR-001', 'NST-001', 'MNT-001; MNT-002', { type: 'группа' })), 0],
]);
cases('И-10', 'pairs.P', [
  ['paused took part', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Приостановлена' })), 1],
  ['planned did not', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Планируется' })), 0],
  [
    'ended on 1 September',
    pairs(
      pair('PAR-001', 'NST-001', 'MNT-001', { from: '2022-09-01', status: 'Завершена', ended: '2023-09-01' }),
    ),
    1,
  ],
  [
    'ended on 31 August',
    pairs(
      pair('PAR-001', 'NST-001', 'MNT-001', { from: '2022-09-01', status: 'Завершена', ended: '2023-08-31' }),
    ),
    0,
  ],
]);
const group = pair('PAR-001', 'NST-001', 'MNT-001; MNT-002', { type: 'группа' });
cases('И-10', 'groups.D', [
  ['one group', pairs(group), 1],
  ['a pair is no group', pairs(pair('PAR-001', 'NST-001', 'MNT-001')), 0],
]);
cases('И-10', 'groups.P', [['paused group', pairs({ ...group, status: 'Приостановлена' }), 1]]);
cases('И-10', 'group_members.D', [
  ['a mentee in two groups is one', pairs(group, { ...group, id: 'PAR-002', mentees: 'MNT-002' }), 2],
  ['of a pair: none', pairs(pair('PAR-001', 'NST-001', 'MNT-001')), 0],
]);
cases('И-10', 'group_members.P', [['of a paused group', pairs({ ...group, status: 'Приостановлена' }), 2]]);

cases('И-01', '', [
  ['mentor and mentee', school({ mentors: [mentor('NST-001')], mentees: [mentee('MNT-001')] }), '2 из 20'],
  [
    'one person in both roles, ё and е alike',
    school({
      mentors: [mentor('NST-001', { name: 'Королёв П. И.' })],
      mentees: [mentee('MNT-001', { name: 'королев п.и.' })],
    }),
    '1 из 20',
  ],
  [
    'of two namesakes among mentees one is the mentor',
    school({
      mentors: [mentor('NST-001', { name: 'Ким' })],
      mentees: [mentee('MNT-001', { name: 'Ким' }), mentee('MNT-002', { name: 'Ким' })],
    }),
    '2 из 20',
  ],
  [
    'an external mentor does not count',
    mentors(mentor('NST-001', { workplace: 'Иная организация: колледж' })),
    '0 из 20',
  ],
  ['a student does not count', mentees(mentee('MNT-001', { category: STUDENT })), '0 из 20'],
  [
    'the form speaks before «Организации»',
    { ...mentors(mentor('NST-001')), forms: [form('MON-001', { teachers: 25 })] },
    '1 из 25',
  ],
  ['head count 0', { ...school(), forms: [form('MON-001', { teachers: 0 })] }, '—'],
  ['head count unknown', school({ organisations: [organisation('ORG-01', { teachers: '' })] }), 'нет данных'],
]);
const partTimer: Book = {
  organisations: [organisation('ORG-01'), organisation('ORG-02')],
  forms: [form('MON-001'), form('MON-002', { organisation: 'ORG-02' })],
  mentors: [
    mentor('NST-001', { name: 'Ким О. П.', workplace: 'ORG-01' }),
    mentor('NST-002', { name: 'Ким О. П.', workplace: 'ORG-01', organisation: 'ORG-02' }),
  ],
};
test('a part-timer with two rows is one in the municipality and one in each organisation', () => {
  expect(shown(partTimer, 'И-10', 'mentors.D')).toBe(1);
  expect(shown(partTimer, 'И-01')).toBe('1 из 40');
  expect(shown(partTimer, 'И-15')).toBe('0 из 1');
  for (const o of ['ORG-01', 'ORG-02']) {
    expect(shown(partTimer, 'И-10', 'mentors.D', o)).toBe(1);
    expect(shown(partTimer, 'И-01', '', o)).toBe('1 из 20');
  }
});
test('a part-timer who came back under a new row is one, not two', () => {
  const [first, second] = partTimer.mentors!;
  const before = { ...first, id: 'NST-000', entered: '2021-09-01', left: '2022-05-31' };
  expect(shown({ ...partTimer, mentors: [before, first, second] }, 'И-10', 'mentors.D')).toBe(1);
});
test('loads of a part-timer add up', () => {
  const book: Book = {
    ...partTimer,
    mentees: [mentee('MNT-001'), mentee('MNT-002', { organisation: 'ORG-02' })],
    pairs: [pair('PAR-001', 'NST-001', 'MNT-001'), pair('PAR-002', 'NST-002', 'MNT-002')],
  };
  expect(shown(book, 'И-21', 'max')).toBe(2);
  expect(shown(book, 'И-21', 'max', 'ORG-02')).toBe(1);
  expect(shown(book, 'И-21', 'mean')).toBe('2 из 1');
});

cases('И-02', '', [
  ['three years', mentees(mentee('MNT-001', { years: 3 })), '1 из 4'],
  ['four years', mentees(mentee('MNT-001', { years: 4 })), '0 из 4'],
  [
    'three years when the setting is < 3',
    mentees(mentee('MNT-001', { years: 3 })),
    '0 из 4',
    { newYears: '< 3' },
  ],
  [
    'two years when the setting is < 3',
    mentees(mentee('MNT-001', { years: 2 })),
    '1 из 4',
    { newYears: '< 3' },
  ],
  [
    'three years a year ago are four',
    mentees(mentee('MNT-001', { years: 3, yearsOn: '2023-03-31' })),
    '0 из 4',
  ],
  [
    'three years a year less a day ago are three',
    mentees(mentee('MNT-001', { years: 3, yearsOn: '2023-04-01' })),
    '1 из 4',
  ],
  ['stated after D', mentees(mentee('MNT-001', { years: 4, yearsOn: '2025-03-31' })), '1 из 4'],
  ['years unknown', mentees(mentee('MNT-001', { years: '' })), '0 из 4'],
  [
    'nobody has 0–3 years',
    { ...mentees(), organisations: [organisation('ORG-01', { newTeachers: 0 })] },
    '—',
  ],
]);
cases('И-03', '', [
  ['34 years old', mentees(mentee('MNT-001', { years: 1, birth: 1990 })), '1 из 4'],
  ['35 years old', mentees(mentee('MNT-001', { years: 1, birth: 1989 })), '0 из 4'],
  [
    '35 years old, limit included',
    mentees(mentee('MNT-001', { years: 1, birth: 1989 })),
    '1 из 4',
    { youngAge: '≤ 35' },
  ],
  [
    '36 years old, limit included',
    mentees(mentee('MNT-001', { years: 1, birth: 1988 })),
    '0 из 4',
    { youngAge: '≤ 35' },
  ],
  ['age group 30–34', mentees(mentee('MNT-001', { years: 1, birth: '30–34' })), '1 из 4'],
  ['age group 35–39', mentees(mentee('MNT-001', { years: 1, birth: '35–39' })), '0 из 4'],
  ['young but four years of service', mentees(mentee('MNT-001', { years: 4, birth: 1995 })), '0 из 4'],
  [
    'young by age or service',
    mentees(mentee('MNT-001', { years: 1, birth: 1990 })),
    'нет данных',
    { youngRule: 'возраст ИЛИ стаж' },
  ],
  [
    'young by service only',
    mentees(mentee('MNT-001', { years: 1, birth: 1990 })),
    'нет данных',
    { youngRule: 'только стаж' },
  ],
]);

const doc = (id: string, kind: string, fields: Row = {}) => order(id, { kind, ...fields });
cases('И-04', '', [
  ['order of introduction', documents(doc('DOC-001', 'Приказ о внедрении ЦМН')), '1 из 1'],
  ['Положение', documents(doc('DOC-001', POLICY)), '1 из 1'],
  ['neither', documents(doc('DOC-001', 'Дорожная карта ОО')), '0 из 1'],
  ['dated D', documents(doc('DOC-001', POLICY, { date: '2024-03-31' })), '1 из 1'],
  ['dated after D', documents(doc('DOC-001', POLICY, { date: '2024-04-01' })), '0 из 1'],
  ['in force to D', documents(doc('DOC-001', POLICY, { to: '2024-03-31' })), '1 из 1'],
  ['ran out before D', documents(doc('DOC-001', POLICY, { to: '2024-03-30' })), '0 из 1'],
  ['comes into force after D', documents(doc('DOC-001', POLICY, { from: '2024-04-01' })), '0 из 1'],
]);
const curator = (fields: Row = {}, documentFields: Row = {}) =>
  school({
    curators: [row('CUR-001', { from: '2022-10-10', order: 'DOC-001', ...fields })],
    documents: [doc('DOC-001', 'Приказ о назначении куратора', { date: '2022-10-10', ...documentFields })],
  });
cases('И-05', '', [
  ['with an order', curator(), '1 из 1'],
  ['order on D', curator({}, { date: '2024-03-31' }), '1 из 1'],
  ['order after D', curator({}, { date: '2024-04-01' }), '0 из 1'],
  ['order without number', curator({}, { number: '' }), '0 из 1'],
  ['order without date', curator({}, { date: '' }), '0 из 1'],
  ['no order', curator({ order: '' }), '0 из 1'],
  ['order typed into the cell', curator({ order: '26/1 от 10.10.2022' }), '1 из 1'],
  ['powers ended on D', curator({ to: '2024-03-31' }), '1 из 1'],
  ['powers ended before D', curator({ to: '2024-03-30' }), '0 из 1'],
]);
cases('И-06', '', [
  ['on the last day', curator({}, { date: '2022-10-20' }), '1 из 1'],
  ['a day late', curator({}, { date: '2022-10-21' }), '0 из 1'],
  ['no curator: not in the base', curator({ order: '' }, { date: '2022-10-10' }), '—'],
  ['another deadline', curator({}, { date: '2022-10-21' }), '1 из 1', { curatorDeadline: '21.10.2022' }],
  [
    'a late successor of a curator in time',
    school({
      curators: [
        row('CUR-001', { from: '2022-10-10', to: '2023-08-31', order: 'DOC-001' }),
        row('CUR-002', { from: '2023-09-01', order: 'DOC-002' }),
      ],
      documents: [
        doc('DOC-001', 'Приказ о назначении куратора', { date: '2022-10-10' }),
        doc('DOC-002', 'Приказ о назначении куратора', { date: '2023-09-01' }),
      ],
    }),
    '1 из 1',
  ],
]);
cases('И-07', '', [
  ['both', documents(doc('DOC-001', POLICY), doc('DOC-002', 'Дорожная карта ОО')), '1 из 1'],
  ['one', documents(doc('DOC-001', POLICY)), '0 из 1'],
]);
cases('И-08', '', [
  [
    'all three',
    documents(
      doc('DOC-001', POLICY),
      doc('DOC-002', 'Дорожная карта ОО'),
      doc('DOC-003', 'Программа наставничества'),
    ),
    '1 из 1',
  ],
  [
    'the programme ran out',
    documents(
      doc('DOC-001', POLICY),
      doc('DOC-002', 'Дорожная карта ОО'),
      doc('DOC-003', 'Программа наставничества', { to: '2024-03-30' }),
    ),
    '0 из 1',
  ],
]);
cases('И-09', 'mentees', [
  ['all with requests', mentees(mentee('MNT-001'), mentee('MNT-002')), '1 из 1'],
  ['one without', mentees(mentee('MNT-001'), mentee('MNT-002', { requests: '' })), '0 из 1'],
  [
    'one without has left',
    mentees(mentee('MNT-001'), mentee('MNT-002', { requests: '', ended: '2024-03-30' })),
    '1 из 1',
  ],
  ['no rows', mentees(), '0 из 1'],
  [
    'no mentees, with a reason',
    school({ organisations: [organisation('ORG-01', { noMentees: 'все опытные' })] }),
    '1 из 1',
  ],
]);
cases('И-09', 'mentors', [
  ['all with competences', mentors(mentor('NST-001')), '1 из 1'],
  ['one without', mentors(mentor('NST-001'), mentor('NST-002', { competences: '' })), '0 из 1'],
  [
    'no mentees is no reason for mentors',
    school({ organisations: [organisation('ORG-01', { noMentees: 'все опытные' })] }),
    '0 из 1',
  ],
]);
const ordered = (fields: Row = {}, pairFields: Row = {}) => ({
  ...pairs(pair('PAR-001', 'NST-001', 'MNT-001', { order: 'DOC-001', ...pairFields })),
  documents: [order('DOC-001', fields)],
});
cases('И-11', '', [
  ['number and date', ordered(), '1 из 1'],
  ['order on D', ordered({ date: '2024-03-31' }), '1 из 1'],
  ['order after D', ordered({ date: '2024-04-01' }), '0 из 1'],
  ['no number', ordered({ number: '' }), '0 из 1'],
  ['no date', ordered({ date: '' }), '0 из 1'],
  ['«б/н» is a number', ordered({ number: 'без номера' }), '1 из 1'],
  ['no active pairs', ordered({}, { status: 'Приостановлена' }), '—'],
]);
const programme = (fields: Row, ...rest: Row[]) => ({
  ...pairs(pair('PAR-001', 'NST-001', 'MNT-001'), ...rest),
  programmes: [row('PRG-001', { type: 'ИОМ', pair: 'PAR-001', from: '2023-09-01', ...fields })],
});
cases('И-12', '', [
  ['a route', programme({}), '1 из 1'],
  ['a programme', programme({ type: 'ППН' }), '1 из 1'],
  ['a plan of work', programme({ type: 'План работы пары' }), '0 из 1'],
  ['an expired one', programme({ to: '2023-12-31' }), '1 из 1'],
  ['begun on D', programme({ from: '2024-03-31' }), '1 из 1'],
  ['begun after D', programme({ from: '2024-04-01' }), '0 из 1'],
  ['of one pair of two', programme({}, pair('PAR-002', 'NST-001', 'MNT-002')), '1 из 2'],
]);
cases('И-13', '', [
  [
    'by the result',
    mentees(
      mentee('MNT-001', { ended: '2023-09-01', result: 'цель достигнута' }),
      mentee('MNT-002', { ended: '2024-03-31', result: 'достигнута частично' }),
      mentee('MNT-003', { ended: '2023-12-31', result: 'программа прекращена' }),
      mentee('MNT-004', { ended: '2023-12-31' }),
    ),
    '1 из 3',
  ],
  [
    'ended before P',
    mentees(mentee('MNT-001', { entered: '2022-09-01', ended: '2023-08-31', result: 'цель достигнута' })),
    '—',
  ],
  ['ended after D', mentees(mentee('MNT-001', { ended: '2024-04-01', result: 'цель достигнута' })), '—'],
]);
const ended = (status: string, day: string, endWhy = '') =>
  pair('PAR-001', 'NST-001', 'MNT-001', { from: '2023-01-09', status, ended: day, endWhy });
cases('И-14', '', [
  ['stopped', pairs(ended('Прекращена досрочно', '2023-12-31')), '1 из 1'],
  ['finished', pairs(ended('Завершена', '2023-12-31')), '0 из 1'],
  ['a change of mentor', pairs(ended('Прекращена досрочно', '2023-12-31', 'замена наставника')), '1 из 1'],
  [
    'a change of mentor marked as finished',
    pairs(ended('Завершена', '2023-12-31', 'замена наставника')),
    '1 из 1',
  ],
  ['on 1 September', pairs(ended('Прекращена досрочно', '2023-09-01')), '1 из 1'],
  ['on 31 August', pairs(ended('Прекращена досрочно', '2023-08-31')), '—'],
  ['on D', pairs(ended('Завершена', '2024-03-31')), '0 из 1'],
  ['after D', pairs(ended('Завершена', '2024-04-01')), '—'],
]);
test('a replaced mentor: one active pair of two, the old one stopped early', () => {
  const book = pairs(
    pair('PAR-001', 'NST-001', 'MNT-001', {
      status: 'Прекращена досрочно',
      ended: '2024-01-15',
      endWhy: 'замена наставника',
    }),
    pair('PAR-002', 'NST-001', 'MNT-001', { from: '2024-01-16', replaces: 'PAR-001' }),
  );
  expect(shown(book, 'И-10', 'pairs.D')).toBe(1);
  expect(shown(book, 'И-10', 'pairs.P')).toBe(2);
  expect(shown(book, 'И-14')).toBe('1 из 1');
});

const trained = (fields: Row = {}) =>
  school({
    mentors: [mentor('NST-001'), mentor('NST-002')],
    curators: [row('CUR-001', { from: '2022-10-10' })],
    training: [
      row('TRN-001', {
        kind: 'КПК (удостоверение)',
        from: '2021-01-11',
        to: '2021-03-31',
        participants: 'NST-001; CUR-001',
        state: 'факт',
        ...fields,
      }),
    ],
  });
for (const code of ['И-15', 'И-16'])
  cases(code, '', [
    ['exactly three years before D', trained(), '1 из 2'],
    ['three years and a day', trained({ to: '2021-03-30' }), '0 из 2'],
    ['ended on D', trained({ to: '2024-03-31' }), '1 из 2'],
    ['ended after D', trained({ to: '2024-04-01' }), '0 из 2'],
    ['planned', trained({ state: 'план' }), '0 из 2'],
    ['valid for two years', trained({ to: '2022-03-30' }), '0 из 2', { trainingYears: 2 }],
    ['no mentors', school(), '—'],
  ]);
cases('И-15', '', [['a seminar counts', trained({ kind: 'семинар' }), '1 из 2']]);
cases('И-16', '', [['a seminar is no course', trained({ kind: 'семинар' }), '0 из 2']]);
cases('И-17', '', [
  ['a curator', trained(), '1 из 1'],
  ['too long ago', trained({ to: '2021-03-30' }), '0 из 1'],
  ['no curators', school(), '—'],
]);
cases('И-18', '', [
  [
    'with a section',
    school({ organisations: [organisation('ORG-01', { section: 'https://school.example/n' })] }),
    '1 из 1',
  ],
  ['without', school(), '0 из 1'],
  ['no address at all', school({ organisations: [organisation('ORG-01', { section: 'есть' })] }), '0 из 1'],
]);
const practice = (fields: Row) =>
  school({
    practices: [row('PUB-001', { type: 'статья', level: 'краевой', date: '2024-01-10', ...fields })],
  });
cases('И-19', '', [
  ['above the organisation', practice({}), '1 из 1'],
  ['of the organisation', practice({ level: 'ОО' }), '0 из 1'],
  ['on 1 September', practice({ date: '2023-09-01' }), '1 из 1'],
  ['on 31 August', practice({ date: '2023-08-31' }), '0 из 1'],
  ['on D', practice({ date: '2024-03-31' }), '1 из 1'],
  ['after D', practice({ date: '2024-04-01' }), '0 из 1'],
]);
cases('И-20', 'total', [
  ['in P', practice({}), 1],
  ['before P', practice({ date: '2023-08-31' }), 0],
]);
cases('И-20', 'level:краевой', [
  ['its level', practice({}), 1],
  ['another', practice({ level: 'ОО' }), 0],
]);
cases('И-20', 'level:ОО', [['its level', practice({ level: 'ОО' }), 1]]);
cases('И-20', 'type:статья', [
  ['its type', practice({}), 1],
  ['another', practice({ type: 'выступление' }), 0],
]);
test('И-20 has a total, six levels and nine types', () => {
  expect(indicators.filter((i) => i.code === 'И-20')).toHaveLength(1 + 6 + 9);
});

cases('И-21', 'mean', [
  [
    'a paused pair does not count',
    pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Приостановлена' })),
    '0 из 1',
  ],
  [
    'a mentee in two pairs is one',
    pairs(pair('PAR-001', 'NST-001', 'MNT-001'), pair('PAR-002', 'NST-001', 'MNT-001')),
    '1 из 1',
  ],
  ['no mentors', mentees(mentee('MNT-001')), '—'],
]);
cases('И-21', 'max', [
  [
    'both mentors of a group carry all of it',
    pairs(pair('PAR-001', 'NST-001; NST-002', 'MNT-001; MNT-002', { type: 'группа' })),
    2,
  ],
  ['unique over pair and group', pairs(group, pair('PAR-002', 'NST-001', 'MNT-001')), 2],
  ['no pairs', pairs(), 0],
  ['no mentors', school(), '—'],
]);
cases('И-22', '', [
  ['one of two', pairs(pair('PAR-001', 'NST-001', 'MNT-001')), '1 из 2'],
  ['in a group', pairs(group), '2 из 2'],
  ['paused', pairs(pair('PAR-001', 'NST-001', 'MNT-001', { status: 'Приостановлена' })), '0 из 2'],
  ['no mentees', school(), '—'],
]);
for (const [code, role] of [
  ['И-23', 'menteeAnswers'],
  ['И-24', 'mentorAnswers'],
] as const) {
  const survey = (fields: Row) => ({ ...school(), forms: [form('MON-001', fields)] });
  const mean = { satisfactionRule: 'средняя × 10 %' };
  cases(code, '', [
    [
      'grades 8, 9, 10 of ten',
      survey({ [role]: 4, [`${role}7`]: 1, [`${role}8`]: 1, [`${role}9`]: 1, [`${role}10`]: 1 }),
      '3 из 4',
    ],
    ['mean of the grades', survey({ [role]: 2, [`${role}7`]: 1, [`${role}10`]: 1 }), '17 из 20', mean],
    ['blank: no survey', survey({}), 'нет данных'],
    ['0 answers', survey({ [role]: 0 }), '—'],
    ['answers but no grades', survey({ [role]: 4 }), 'нет данных'],
  ]);
}
const asked = (fields: Row) => ({
  ...school({
    mentors: [mentor('NST-001', { name: 'Ким' })],
    mentees: [mentee('MNT-001', { name: 'Ким' }), mentee('MNT-002')],
  }),
  forms: [form('MON-001', fields)],
});
cases('И-25', '', [
  ['a person in both roles is asked twice', asked({ menteeAnswers: 2, mentorAnswers: 0 }), '2 из 3'],
  ['mentors were not asked', asked({ menteeAnswers: 1 }), '1 из 2'],
  ['nobody was asked', asked({}), 'нет данных'],
  ['no participants', { ...school(), forms: [form('MON-001', { menteeAnswers: 0 })] }, '—'],
]);
const stayed = (day: string, retained: string, category = 'молодой специалист') =>
  mentees(mentee('MNT-001', { entered: '2021-09-01', ended: day, retained, category }));
cases('И-26', '', [
  ['a year before D', stayed('2023-03-31', 'да'), '1 из 1'],
  ['less than a year before D', stayed('2023-04-01', 'да'), '—'],
  ['two years less a day', stayed('2022-04-01', 'нет'), '0 из 1'],
  ['two years', stayed('2022-03-31', 'да'), '—'],
  ['not due yet', stayed('2023-03-31', 'срок не наступил'), '—'],
  ['another category', stayed('2023-03-31', 'да', 'иное'), '—'],
]);
cases('И-27', '', [
  ['a local act', documents(doc('DOC-001', 'Локальный акт о поощрении наставников')), '1 из 1'],
  ['none', school(), '0 из 1'],
]);
const measure = (n: string, status: string, evidence = ''): Row => ({
  id: `RM-${n}`,
  number: n,
  status,
  evidence,
});
cases('И-28', '', [
  [
    'done, late, standing with evidence; not due ones are left out',
    school({
      roadmap: [
        measure('1.1', 'Выполнено'),
        measure('1.2', 'Выполнено с нарушением срока'),
        measure('1.3', 'Действует постоянно', 'DOC-001'),
        measure('1.4', 'Действует постоянно'),
        measure('1.5', 'Не выполнено (просрочено)'),
        measure('1.6', 'Срок не наступил'),
        measure('2.1', 'Не применимо'),
      ],
    }),
    '3 из 5',
  ],
  ['nothing due', school({ roadmap: [measure('1.1', 'Срок не наступил')] }), '—'],
  [
    'what waits for a date is not due, what is only claimed is not fulfilled',
    school({
      roadmap: [
        measure('1.1', 'Выполнено'),
        measure('2.5', 'Ждём срок'),
        measure('3.1', 'Требует даты'),
        measure('2.1', 'Заявлено'),
      ],
    }),
    '1 из 2',
  ],
  ['no statuses', school({ roadmap: [measure('1.1', '')] }), 'нет данных'],
]);
cases('И-29', '', [
  ['on the last day', { ...school(), forms: [form('MON-001', { submittedOn: '2024-04-15' })] }, '1 из 1'],
  ['a day late', { ...school(), forms: [form('MON-001', { submittedOn: '2024-04-16' })] }, '0 из 1'],
  ['not accepted', { ...school(), forms: [form('MON-001', { status: 'Представлено' })] }, '0 из 1'],
  ['no form', { ...school(), forms: [] }, '0 из 1'],
  ['another wave', { ...school(), forms: [form('MON-001', { wave: '2023-04' })] }, '0 из 1'],
]);
const appointed = (fields: Row, date = '2025-03-01') => ({
  ...mentors(
    mentor('NST-001', {
      order: 'DOC-001',
      entered: '2025-03-01',
      consent: '2025-03-01',
      addendum: '7',
      addendumDate: '2025-03-01',
      ...fields,
    }),
  ),
  forms: [form('MON-001', { wave: '2024-04' })],
  documents: [order('DOC-001', { date })],
});
cases('И-30', '', [
  ['complete', appointed({}), '1 из 1', {}, '2025-03-31'],
  ['appointed the day before', appointed({}, '2025-02-28'), '—', {}, '2025-03-31'],
  ['no consent', appointed({ consent: '' }), '0 из 1', {}, '2025-03-31'],
  ['addendum without date', appointed({ addendumDate: '' }), '0 из 1', {}, '2025-03-31'],
]);
cases('И-31', '', [
  [
    'as typed',
    { ...school(), forms: [form('MON-001', { students: 100, studentsInvolved: 70 })] },
    '70 из 100',
  ],
  ['not typed', school(), 'нет данных'],
]);

describe('whose figures they are', () => {
  test.each(['Не начато', 'В работе', 'Возвращено на доработку', ''])(
    'a form «%s» is not submitted',
    (status) => {
      const book = { ...mentors(mentor('NST-001')), forms: [form('MON-001', { status })] };
      for (const i of indicators.filter((one) => !['И-28', 'И-29'].includes(one.code)))
        for (const scope of ['ORG-01', 'municipality'])
          expect(shown(book, i.code, i.part, scope)).toBe('нет данных');
      expect(shown(book, 'И-29', '', 'ORG-01')).toBe('0 из 1');
    },
  );
  test.each(['Представлено', 'На проверке', 'Принято', 'Представлено повторно'])('«%s» is', (status) => {
    expect(shown({ ...mentors(mentor('NST-001')), forms: [form('MON-001', { status })] }, 'И-01')).toBe(
      '1 из 20',
    );
  });
  test('shares of organisations are over those that submitted, И-29 over all', () => {
    const book = {
      ...documents(doc('DOC-001', POLICY)),
      organisations: [organisation('ORG-01'), organisation('ORG-02')],
    };
    expect(shown(book, 'И-04')).toBe('1 из 1');
    expect(shown(book, 'И-29')).toBe('1 из 2');
  });
  const unit = (fields: Row = {}) =>
    organisation('ORG-02', { reportsThroughHead: true, head: 'ORG-01', teachers: 5, ...fields });
  const both = (second: Row): Book => ({
    ...school({ mentors: [mentor('NST-001'), mentor('NST-002', { organisation: 'ORG-02' })] }),
    organisations: [organisation('ORG-01'), second],
  });
  test('rows and teachers of a unit that reports through the head count for the head', () => {
    expect(shown(both(unit()), 'И-10', 'mentors.D', 'ORG-01')).toBe(2);
    expect(shown(both(unit()), 'И-01', '', 'ORG-01')).toBe('2 из 25');
    expect(figures(both(unit())).has('И-01||ORG-02')).toBe(false);
  });
  test('the form of such a unit is not the form of the head', () => {
    const book = {
      ...both(unit()),
      forms: [
        form('MON-001', { teachers: 30 }),
        form('MON-002', { organisation: 'ORG-02', submittedOn: '2024-04-12', teachers: 5 }),
      ],
    };
    expect(shown(book, 'И-01', '', 'ORG-01')).toBe('2 из 30');
  });
  test('a unit of a unit counts for the head of both', () => {
    const book: Book = {
      ...both(unit()),
      organisations: [
        organisation('ORG-01'),
        unit(),
        organisation('ORG-03', { reportsThroughHead: true, head: 'ORG-02' }),
      ],
      mentors: [mentor('NST-001', { organisation: 'ORG-03' })],
    };
    expect(shown(book, 'И-10', 'mentors.D', 'ORG-01')).toBe(1);
  });
  test('a closed unit has no teachers on D', () => {
    expect(shown(both(unit({ activeTo: '2023-12-31' })), 'И-01', '', 'ORG-01')).toBe('2 из 20');
  });
  test.each<[string, Row, boolean]>([
    ['does not take part', { participates: false }, false],
    ['period begins on D', { activeFrom: '2024-03-31' }, true],
    ['period begins after D', { activeFrom: '2024-04-01' }, false],
    ['period ends on D', { activeTo: '2024-03-31' }, true],
    ['period ended before D', { activeTo: '2024-03-30' }, false],
    ['archived after D', { recordStatus: 'Архив', archivedOn: '2024-04-01' }, true],
    ['archived on D', { recordStatus: 'Архив', archivedOn: '2024-03-31' }, false],
    ['a draft', { recordStatus: 'Черновик' }, false],
  ])('a participant or not: %s', (_, fields, takesPart) => {
    const book: Book = {
      organisations: [organisation('ORG-01'), organisation('ORG-02', fields)],
      forms: [form('MON-001'), form('MON-002', { organisation: 'ORG-02' })],
      mentors: [mentor('NST-001', { organisation: 'ORG-02' })],
    };
    expect(figures(book).has('И-01||ORG-02')).toBe(takesPart);
    expect(shown(book, 'И-01')).toBe(takesPart ? '1 из 40' : '0 из 20');
  });
  test('a pair belongs to the organisation of its first mentee', () => {
    const book: Book = {
      organisations: [organisation('ORG-01'), organisation('ORG-02')],
      forms: [form('MON-001'), form('MON-002', { organisation: 'ORG-02' })],
      mentees: [mentee('MNT-001', { organisation: 'ORG-02' }), mentee('MNT-002')],
      pairs: [pair('PAR-001', 'NST-001', 'MNT-001; MNT-002', { type: 'группа' })],
    };
    expect(shown(book, 'И-10', 'groups.D', 'ORG-01')).toBe(0);
    expect(shown(book, 'И-10', 'groups.D', 'ORG-02')).toBe(1);
    expect(shown(book, 'И-10', 'group_members.D', 'ORG-02')).toBe(2);
  });
  test('a pair of a mentee outside the model does not come back through its own column', () => {
    const book: Book = {
      organisations: [organisation('ORG-01'), organisation('ORG-02', { participates: false })],
      forms: [form('MON-001')],
      mentees: [mentee('MNT-001', { organisation: 'ORG-02' })],
      pairs: [pair('PAR-001', 'NST-001', 'MNT-001')],
    };
    expect(shown(book, 'И-10', 'pairs.D')).toBe(0);
  });
  test('an organisation whose head count is unknown is left out of both sums', () => {
    const book: Book = {
      organisations: [organisation('ORG-01'), organisation('ORG-02', { teachers: '' })],
      forms: [form('MON-001'), form('MON-002', { organisation: 'ORG-02' })],
      mentors: [mentor('NST-001'), mentor('NST-002', { organisation: 'ORG-02' })],
    };
    expect(shown(book, 'И-01')).toBe('1 из 20');
    expect(shown(book, 'И-01', '', 'ORG-02')).toBe('нет данных');
  });
});

describe('only aggregates are kept', () => {
  const values = { storageMode: 'Только агрегаты' };
  const book = {
    ...pairs(pair('PAR-001', 'NST-001', 'MNT-001')),
    forms: [form('MON-001', { mentors: 7, mentees: 9, pairs: 0 })],
  };
  test.each([
    ['И-10', 'mentors.D', 7],
    ['И-10', 'mentees.D', 9],
    ['И-10', 'pairs.D', 0],
    ['И-10', 'groups.D', 'нет данных'],
    ['И-10', 'mentors.P', 'нет данных'],
    ['И-10', 'group_members.D', 'нет данных'],
    ['И-01', '', 'нет данных'],
    ['И-11', '', 'нет данных'],
    ['И-12', '', 'нет данных'],
    ['И-14', '', 'нет данных'],
    ['И-21', 'max', 'нет данных'],
    ['И-22', '', 'нет данных'],
    ['И-05', '', '0 из 1'],
  ])('%s %s', (code, part, expected) => {
    expect(shown(book, code, part, 'municipality', values)).toBe(expected);
    expect(shown(book, code, part, 'ORG-01', values)).toBe(expected);
  });
});

test('a row whose organisation is no participant is told about, not lost in silence', () => {
  const book = school({ mentors: [mentor('NST-001', { organisation: 'ORG-99' })] });
  expect(readRegistry(gridsOf(book)).findings).toContainEqual(
    expect.objectContaining({ code: 'R-03', found: 'ORG-99' }),
  );
});
