import type { Values } from '../book';
import type { Changes } from './healthy';

/** A rule with a book that breaks it and books that nearly do. */
export interface RuleTest {
  readonly code: string;
  /** `PAR-001 › Статус`: where the finding is. */
  readonly at: string;
  readonly breaks: Changes;
  readonly nearly: Changes | readonly Changes[];
  readonly values?: Values & { readonly today?: string };
}

const rule = (
  code: string,
  at: string,
  breaks: Changes,
  nearly: RuleTest['nearly'],
  values?: RuleTest['values'],
): RuleTest => ({ code, at, breaks, nearly, values });

const GROUP = { type: 'группа', kind: 'групповое', mentees: 'MNT-001; MNT-002' };
const OVER = { status: 'Завершена', ended: '2024-02-01' };
const SECOND_PAIR = { 'NST-002': {}, 'MNT-002': {}, 'PAR-002': { mentors: 'NST-002', mentees: 'MNT-002' } };
const MUTUAL = {
  'NST-001': { name: 'Белова Ирина Ильинична' },
  'MNT-001': { name: 'Чернов Олег Ильич' },
  'NST-002': { name: 'Чернов Олег Ильич' },
  'MNT-002': { name: 'Белова Ирина Ильинична' },
};
const unit = (fields: Changes[string]): Changes => ({ 'ORG-02': { head: 'ORG-01', ...fields } });
const UNIT_FREE = { reportsThroughHead: true };
const SECOND_SCHOOL = { 'ORG-02': {}, 'CUR-002': { organisation: 'ORG-02' } };
const LATER = { today: '2025-10-01' };

/** The rules of domain.md §2.14 and their continuation, in the order of the codes. */
export const cases: readonly RuleTest[] = [
  rule(
    'R-01',
    'NST-001 › Должность',
    { 'NST-001': { position: '' } },
    { 'NST-001': { position: '', recordStatus: 'Черновик' } },
  ),
  rule('R-02', 'PUB-001 › Тип', { 'PUB-001': { type: 'песня' } }, { 'PUB-001': { type: 'Статья ' } }),
  rule(
    'R-03',
    'PAR-001 › Наставник(и)',
    { 'PAR-001': { mentors: 'NST-009' } },
    { 'PAR-001': { mentors: 'NST-001 · Ветрова А. О.' } },
  ),
  rule(
    'R-08',
    'PAR-001 › Наставник(и)',
    { 'NST-001': { name: 'Сёмина Алёна Юрьевна' }, 'MNT-001': { name: 'Семина Алена  Юрьевна' } },
    [
      { 'NST-001': { name: 'Семина Алена Юрьевна' }, 'MNT-001': { name: 'Семина Елена Юрьевна' } },
      { 'NST-001': { name: 'П-017' }, 'MNT-001': { name: 'П-017' } },
    ],
  ),
  rule('R-08', 'PAR-001', { 'PAR-001': { mentees: 'NST-001' } }, {}),
  rule(
    'R-09',
    'MNT-002 › Код / ФИО наставляемого',
    { 'MNT-002': { name: 'Сомов Илья Ильич' }, 'NST-001': { name: 'Сомов Илья Ильич' } },
    [
      {
        'MNT-002': { name: 'Сомов Илья Ильич', entered: '2022-09-01', ended: '2023-05-01' },
        'NST-001': { name: 'Сомов Илья Ильич' },
      },
    ],
  ),
  rule(
    'R-10',
    'PAR-002 › Вид наставничества',
    { ...MUTUAL, 'PAR-002': { mentors: 'NST-002', mentees: 'MNT-002' } },
    [
      { ...MUTUAL, 'PAR-002': { mentors: 'NST-002', mentees: 'MNT-002', kind: 'реверсивное' } },
      {
        ...MUTUAL,
        'PAR-002': { mentors: 'NST-002', mentees: 'MNT-002', from: '2024-06-03', plannedEnd: '2024-12-27' },
      },
    ],
  ),
  rule('R-11', 'NST-001 › Приказ о назначении наставником', { 'DOC-002': { date: '' } }, [
    { 'NST-001': { order: '26/1 от 01.09.2023' } },
    { 'NST-001': { left: '2024-01-31', leftWhy: 'перевод', order: '' } },
    { 'DOC-002': { number: 'б/н' } },
  ]),
  rule(
    'R-12',
    'NST-001 › Педагогический стаж, полных лет',
    { 'NST-001': { years: 61 } },
    { 'NST-001': { years: 0 } },
  ),
  rule('R-13', 'NST-001 › Педагогический стаж, полных лет', { 'NST-001': { birth: '1990', years: 18 } }, [
    { 'NST-001': { birth: '1990', years: 17 } },
    { 'NST-001': { birth: '60 и старше', years: 55 } },
  ]),
  rule(
    'R-13',
    'MNT-001',
    { 'MNT-001': { birth: '25–29', years: 13, category: 'иное' } },
    { 'MNT-001': { birth: '25–29', years: 12, category: 'иное' } },
  ),
  rule('R-14', 'PAR-001 › Наставник(и)', { 'NST-001': { years: 2 } }, [
    { 'NST-001': { years: 3 } },
    { 'NST-001': { years: 2, yearsOn: '2022-09-01' } },
    { 'NST-001': { years: 2 }, 'PAR-001': { kind: 'реверсивное' } },
    { 'NST-001': { years: 0 }, 'PAR-001': { form: 'социальный партнёр – педагог' } },
  ]),
  rule('R-14', 'PAR-001', { 'NST-001': { years: 4 } }, { 'NST-001': { years: 5 } }, { minMentorYears: 5 }),
  rule('R-15', 'PAR-001 › Наставник(и)', { 'MNT-001': { years: 20, category: 'иное' } }, [
    { 'MNT-001': { years: 19, category: 'иное' } },
    { 'MNT-001': { years: 20, category: 'иное' }, 'PAR-001': { kind: 'реверсивное' } },
    { 'MNT-001': { years: 20, category: 'иное' }, 'PAR-001': OVER },
  ]),
  rule(
    'R-16',
    'MNT-001 › Педагогический стаж, полных лет',
    { 'MNT-001': { years: 4 } },
    { 'MNT-001': { years: 3 } },
  ),
  rule(
    'R-17',
    'MNT-001 › Год рождения (или группа)',
    { 'MNT-001': { category: 'молодой педагог до 35 лет', birth: 1988 } },
    [
      { 'MNT-001': { category: 'молодой педагог до 35 лет', birth: 1989 } },
      { 'MNT-001': { category: 'молодой педагог до 35 лет', birth: '30–34' } },
    ],
  ),
  rule(
    'R-18',
    'PAR-001 › Дата окончания план',
    { 'PAR-001': { plannedEnd: '2023-09-03' } },
    { 'PAR-001': { plannedEnd: '2023-09-04' } },
  ),
  rule(
    'R-18',
    'TRN-001 › Дата окончания',
    { 'TRN-001': { to: '2023-10-01' } },
    { 'TRN-001': { to: '2023-10-02' } },
  ),
  rule('R-19', 'PAR-001 › Дата окончания факт', { 'PAR-001': { status: 'Завершена' } }, [
    { 'PAR-001': OVER },
    { 'PAR-001': { status: 'Приостановлена' } },
  ]),
  rule(
    'R-19',
    'PAR-001 › Статус',
    { 'PAR-001': { ended: '2024-04-19' } },
    { 'PAR-001': { ended: '2024-04-20' } },
  ),
  rule(
    'R-20',
    'PAR-001 › Дата начала',
    { 'PAR-001': { from: '2023-08-31' } },
    { 'PAR-001': { from: '2023-09-01' } },
  ),
  rule('R-21', 'PAR-001 › Дата окончания план', { 'PAR-001': { plannedEnd: '2024-04-05' } }, [
    { 'PAR-001': { plannedEnd: '2024-04-06' } },
    { 'PAR-001': { plannedEnd: '2024-04-05', status: 'Приостановлена' } },
  ]),
  rule(
    'R-22',
    'PAR-001 › Наставляемый(ые)',
    { 'MNT-002': {}, 'PAR-001': { mentees: 'MNT-001; MNT-002' } },
    { 'MNT-002': {}, 'PAR-001': GROUP },
  ),
  rule('R-22', 'PAR-001', { 'PAR-001': { ...GROUP, mentees: 'MNT-001; MNT-001' } }, {}),
  rule(
    'R-23',
    'NST-001',
    Object.fromEntries(
      [1, 2, 3, 4].flatMap((n) => [
        [`MNT-00${n}`, {}],
        [`PAR-00${n}`, { mentees: `MNT-00${n}` }],
      ]),
    ),
    [
      Object.fromEntries(
        [1, 2, 3].flatMap((n) => [
          [`MNT-00${n}`, {}],
          [`PAR-00${n}`, { mentees: `MNT-00${n}` }],
        ]),
      ),
      {
        'MNT-002': {},
        'MNT-003': {},
        'MNT-004': {},
        'PAR-001': { ...GROUP, mentees: 'MNT-001; MNT-002; MNT-003; MNT-004' },
      },
    ],
  ),
  rule(
    'R-24',
    'PAR-001 › Вид наставничества',
    { 'MNT-002': {}, 'PAR-001': { ...GROUP, kind: 'традиционное' } },
    { 'MNT-002': {}, 'PAR-001': GROUP },
  ),
  rule('R-24', 'PAR-001', { 'PAR-001': { kind: 'групповое' } }, { 'PAR-001': { kind: 'ситуационное' } }),
  rule('R-25', 'PAR-001 › Дата окончания план', { 'PAR-001': { kind: 'скоростное' } }, [
    { 'PAR-001': { kind: 'скоростное', plannedEnd: '2024-03-04', status: 'Завершена', ended: '2024-03-04' } },
    { 'PAR-001': { kind: 'ситуационное' } },
  ]),
  rule('R-26', 'MNT-001', { 'NST-002': {}, 'PAR-002': { mentors: 'NST-002' } }, [
    { 'NST-002': {}, 'PAR-002': { mentors: 'NST-002', ...OVER } },
    { 'NST-002': {}, 'PAR-002': { mentors: 'NST-002', status: 'Приостановлена' } },
    { 'NST-002': {}, 'MNT-002': {}, 'PAR-001': { ...GROUP, mentors: 'NST-001; NST-002' } },
  ]),
  rule(
    'R-27',
    'PAR-001 › Наставляемый(ые)',
    { 'MNT-001': { ended: '2024-04-19', result: 'цель достигнута' } },
    [
      { 'MNT-001': { ended: '2024-04-20', result: 'цель достигнута' } },
      { 'MNT-001': { ended: '2024-02-01', result: 'цель достигнута' }, 'PAR-001': OVER },
    ],
  ),
  rule(
    'R-27',
    'PAR-001',
    { 'MNT-001': { recordStatus: 'Архив', archivedOn: '2024-04-01', archivedWhy: 'уволена' } },
    {
      'MNT-001': { recordStatus: 'Архив', archivedOn: '2024-04-01', archivedWhy: 'уволена' },
      'PAR-001': OVER,
    },
  ),
  rule(
    'R-28',
    'CUR-002 › Начало полномочий',
    { 'CUR-001': { to: '2024-01-31' }, 'CUR-002': { from: '2024-01-31' } },
    [
      { 'CUR-001': { to: '2024-01-31' }, 'CUR-002': { from: '2024-02-01' } },
      { ...SECOND_SCHOOL },
      { ...unit(UNIT_FREE), 'CUR-002': { organisation: 'ORG-02' } },
    ],
  ),
  rule('R-29', 'ORG-01', { 'CUR-001': { to: '2024-04-19' } }, [
    { 'CUR-001': { to: '2024-04-20' } },
    { 'CUR-001': { to: '2024-04-19' }, 'ORG-01': { participates: false, whyNot: 'нет педагогов' } },
    { 'CUR-001': { to: '2024-04-19' }, 'ORG-01': { activeTo: '2024-04-19' } },
    unit(UNIT_FREE),
  ]),
  rule(
    'R-30',
    'ORG-01 › из них молодых педагогов, чел.',
    { 'ORG-01': { youngTeachers: 31 } },
    { 'ORG-01': { youngTeachers: 30 } },
  ),
  rule(
    'R-30',
    'MON-001 › Численность: стаж 0–3',
    { 'MON-001': { teachers: 4, newTeachers: 5 } },
    { 'MON-001': { newTeachers: 5 } },
  ),
  rule(
    'R-31',
    'ORG-01 › Численность педагогических работников, чел.',
    { 'ORG-01': { teachers: 1, youngTeachers: 0, newTeachers: 0 } },
    [
      { 'ORG-01': { teachers: 2, youngTeachers: 0, newTeachers: 0 } },
      {
        'ORG-01': { teachers: 1, youngTeachers: 0, newTeachers: 0 },
        'MNT-001': { category: 'студент-практикант / целевик' },
      },
      {
        'ORG-01': { teachers: 1, youngTeachers: 0, newTeachers: 0 },
        'NST-001': { workplace: 'Иная организация: колледж' },
      },
      { 'ORG-01': { teachers: 1, youngTeachers: 0, newTeachers: 0 }, ...unit({ ...UNIT_FREE, teachers: 1 }) },
      { 'ORG-01': { teachers: '' } },
    ],
  ),
  rule('R-32', 'MON-001 › Наставляемых', { 'MON-001': { mentees: 2 } }, [
    { 'MON-001': { mentees: '' } },
    { 'MNT-001': { recordStatus: 'Архив', archivedOn: '2024-04-01', archivedWhy: 'уволена' } },
    { 'MON-002': { wave: '2023-04', status: 'Принято', mentees: 9 } },
  ]),
  rule(
    'R-32',
    'MON-001 › Пар',
    { 'PAR-001': { status: 'Приостановлена' } },
    { 'PAR-001': { ended: '2024-03-31', status: 'Завершена' } },
  ),
  rule('R-33', 'MNT-002', { 'MNT-002': { entered: '2024-03-20' } }, [
    { 'MNT-002': { entered: '2024-03-21' } },
    { ...SECOND_PAIR, 'PAR-002': { ...SECOND_PAIR['PAR-002'], status: 'Приостановлена' } },
    { ...SECOND_PAIR, 'PAR-002': { ...SECOND_PAIR['PAR-002'], status: 'Завершена', ended: '2024-04-15' } },
  ]),
  rule('R-33', 'NST-002', { 'NST-002': { entered: '2024-01-20' } }, [
    { 'NST-002': { entered: '2024-01-21' } },
    { 'NST-002': { left: '2024-01-31', leftWhy: 'перевод' } },
  ]),
  rule('R-34', 'PAR-001', { 'PRG-001': { type: 'План работы пары' } }, [
    { 'PRG-001': { type: 'ППН' } },
    { 'PRG-001': { pair: 'PAR-009' }, 'PAR-001': OVER },
  ]),
  rule('R-35', 'PAR-001 › Дата окончания план', { 'PAR-001': { plannedEnd: '2026-04-21' } }, [
    { 'PAR-001': { plannedEnd: '2026-04-20' } },
    {
      'NST-001': {
        dataConsent: '2014-05-05',
        publicationConsent: '2023-09-01',
        publicationConsentTo: '2031-01-01',
      },
    },
    { 'DOC-004': { kind: 'Положение', date: '2017-02-01', to: '2030-12-31' } },
  ]),
  rule(
    'R-35',
    'NST-001 › Дата вхождения',
    { 'NST-001': { entered: '2018-12-31' } },
    { 'NST-001': { entered: '2019-01-01' } },
  ),
  rule(
    'R-35',
    'DOC-003 › Дата',
    { 'DOC-003': { date: '2012-09-03' } },
    { 'DOC-003': { date: '2022-09-01' } },
  ),
  rule('R-36', 'DOC-003 › Дата', { 'DOC-003': { date: '2023-09-02' } }, [
    { 'DOC-003': { date: '2023-09-01' } },
    { 'DOC-003': { date: '2022-03-05' } },
    { 'DOC-003': { date: '2023-09-02' }, 'CAL-01': { date: '2023-09-02', day: 'рабочий' } },
  ]),
  rule(
    'R-36',
    'DOC-003 › Дата',
    { 'DOC-003': { date: '2023-11-06' } },
    // The tab is the whole truth about a year that it has a row of.
    { 'DOC-003': { date: '2023-11-06' }, 'CAL-01': { date: '2023-11-04', day: 'выходной' } },
  ),
  rule(
    'R-37',
    'DOC-003 › Дата',
    { 'DOC-002': { number: '26/1' }, 'DOC-003': { number: '№ 26/1', date: '2023-09-04' } },
    [
      { 'DOC-002': { number: '26/1' }, 'DOC-003': { number: '26/1' } },
      { 'DOC-002': { number: '26/1' }, 'DOC-003': { number: '26/1', date: '2022-09-01' } },
      { 'DOC-002': { number: 'б/н' }, 'DOC-003': { number: 'б/н', date: '2023-09-04' } },
      {
        'ORG-02': {},
        'DOC-002': { number: '26/1' },
        'DOC-003': { number: '26/1', date: '2023-09-04', organisation: 'ORG-02' },
      },
      { 'DOC-002': { number: '26/1' }, 'DOC-003': { number: '26/1', date: '2023-09-04', kind: 'Положение' } },
    ],
  ),
  rule(
    'R-38',
    'PUB-002 › Ссылка',
    { 'PUB-002': { link: 'http://www.journal.example.ru/PUB-001/?utm_source=vk' } },
    { 'PUB-002': {} },
  ),
  rule(
    'R-38',
    'PUB-001 › Ссылка',
    { 'PUB-001': { link: 'journal.example.ru/1' } },
    { 'PUB-001': { link: 'https://journal.example.ru/1' } },
  ),
  rule(
    'R-39',
    'PRG-001 › Ссылка',
    { 'PRG-001': { link: 'https://disk.yandex.ru/i/abc' } },
    { 'PRG-001': { link: 'https://school.example.ru/iom' } },
  ),
  rule(
    'R-39',
    'DOC-003 › Ссылка',
    { 'DOC-003': { link: 'https://drive.google.com/file/d/1' } },
    { 'DOC-004': { kind: 'Положение', link: 'https://drive.google.com/file/d/1' } },
  ),
  rule(
    'R-40',
    'PUB-001 › Согласие на распространение получено',
    { 'PUB-001': { personal: true, consent: false } },
    { 'PUB-001': { personal: true, consent: true } },
  ),
  rule(
    'R-41',
    'NST-001 › Согласие на распространение ПДн: действует по',
    { 'NST-001': { publicationConsent: '2023-09-01', publicationConsentTo: '2024-04-19' } },
    {
      'NST-001': { publicationConsent: '2023-09-01', publicationConsentTo: '2024-04-20' },
    },
  ),
  rule(
    'R-42',
    'NST-002 › Доп. соглашение №',
    {
      'DOC-004': { kind: 'Приказ о назначении наставников', date: '2025-03-03' },
      'NST-002': { order: 'DOC-004', entered: '2025-03-03', consent: '2025-03-03' },
    },
    [
      { 'NST-002': { entered: '2025-03-03' } },
      {
        'DOC-004': { kind: 'Приказ о назначении наставников', date: '2025-03-03' },
        'NST-002': { order: 'DOC-004', workplace: 'Иная организация: колледж' },
      },
    ],
    LATER,
  ),
  rule('R-43', 'TRN-001 › Часы', { 'TRN-001': { hours: 15 } }, [
    { 'TRN-001': { hours: 16 } },
    { 'TRN-001': { hours: 4, kind: 'семинар' } },
  ]),
  rule(
    'R-43',
    'TRN-001 › Документ, дата',
    { 'TRN-001': { certificateDate: '' } },
    {
      'TRN-001': {
        certificate: '',
        certificateDate: '',
        state: 'план',
        from: '2024-05-13',
        to: '2024-05-24',
      },
    },
  ),
  rule(
    'R-44',
    'NST-001 › Доп. категория',
    { 'NST-001': { extraQualification: 'педагог-наставник', qualification: 'первая' } },
    [
      { 'NST-001': { extraQualification: 'педагог-наставник' } },
      { 'NST-001': { extraQualification: 'педагог-методист', qualification: 'первая' } },
    ],
  ),
  rule(
    'R-44',
    'NST-001',
    { 'NST-001': { extraQualification: 'педагог-наставник', updatedOn: '2023-08-31' } },
    {
      'NST-001': { extraQualification: 'педагог-наставник', updatedOn: '2023-09-01' },
    },
  ),
  rule(
    'R-46',
    'DOC-004 › Название',
    {
      'ORG-01': { shortName: 'МБДОУ д/с № 72' },
      'DOC-004': { kind: 'Положение', name: 'План наставничества в МБДОУ д/с 27' },
    },
    [
      {
        'ORG-01': { shortName: 'МБДОУ д/с № 72' },
        'DOC-004': { kind: 'Положение', name: 'План наставничества в МБДОУ «Детский сад № 72»' },
      },
      {
        'ORG-01': { shortName: 'МБДОУ д/с № 72' },
        'DOC-004': { name: 'О закреплении пар (приказ № 27 от 01.09.2023)' },
      },
    ],
  ),
  rule(
    'R-46',
    'DOC-004',
    {
      'ORG-02': { shortName: 'МБОУ «Заречная ООШ»' },
      'DOC-004': { name: 'Положение о наставничестве МБОУ «Заречная ООШ»' },
    },
    [
      {
        'ORG-01': { shortName: 'МБОУ «Заречная ООШ»' },
        'DOC-004': { name: 'Положение о наставничестве МБОУ «Заречная ООШ»' },
      },
      {
        ...unit({ shortName: 'МБОУ «Заречная ООШ»' }),
        'DOC-004': { name: 'Положение о наставничестве МБОУ «Заречная ООШ»' },
      },
    ],
  ),
  rule(
    'R-47',
    'DOC-004 › Ссылка',
    {
      ...SECOND_SCHOOL,
      'DOC-004': { organisation: 'ORG-02', link: 'https://www.school.example.ru/DOC-003.pdf' },
    },
    [
      { 'DOC-004': { link: 'https://school.example.ru/DOC-003.pdf' } },
      { ...unit({}), 'DOC-004': { organisation: 'ORG-02', link: 'https://school.example.ru/DOC-003.pdf' } },
    ],
  ),
  rule('R-48', 'PAR-001 › Наставник(и)', { 'MNT-001': { requests: 'Оценивание; Цифровые инструменты' } }, [
    { 'MNT-001': { requests: 'оценивание; Иное: вокал' } },
    {
      'NST-002': { competences: 'Цифровые инструменты' },
      'MNT-001': { requests: 'Оценивание; Цифровые инструменты' },
      'PAR-002': { mentors: 'NST-002' },
    },
  ]),
  rule(
    'R-68',
    'PRG-001 › Пара',
    { 'PRG-001': { pair: 'NST-001' } },
    { 'TRN-001': { participants: 'NST-001; CUR-001' }, 'PUB-001': { authors: 'MNT-001' } },
  ),
  rule('R-69', 'NST-001 › Приказ о назначении наставником', { 'DOC-002': { date: '2023-10-02' } }, [
    {
      'DOC-002': { date: '2023-10-02' },
      'DOC-004': { kind: 'Приказ о назначении наставников', date: '2022-09-01' },
    },
  ]),
  rule(
    'R-70',
    'CUR-001 › Начало полномочий',
    { 'CUR-001': { from: '2022-10-14' } },
    { 'CUR-001': { from: '2022-10-18' } },
  ),
  rule(
    'R-71',
    'CUR-002 › Начало полномочий',
    { 'CUR-001': { to: '2024-01-31' }, 'CUR-002': { from: '2024-02-16' } },
    { 'CUR-001': { to: '2024-01-31' }, 'CUR-002': { from: '2024-02-15' } },
  ),
  rule(
    'R-72',
    'ORG-02 › Краткое наименование',
    { ...SECOND_SCHOOL, 'ORG-02': { shortName: 'школа  посёлка "ORG-01"' } },
    {
      'ORG-01': { activeTo: '2023-08-31' },
      'ORG-02': { shortName: 'Школа посёлка ORG-01', activeFrom: '2023-09-01' },
    },
  ),
  rule(
    'R-73',
    'PUB-001 › Дата',
    { 'PUB-001': { date: '2024-04-21' } },
    { 'PUB-001': { date: '2024-04-20' } },
  ),
  rule(
    'R-73',
    'TRN-001 › Дата окончания',
    { 'TRN-001': { to: '2024-04-21' } },
    { 'TRN-001': { to: '2024-04-21', state: 'план' } },
  ),
  rule(
    'R-74',
    'DOC-003 › Дата',
    { 'DOC-003': { date: '2024-09-02' } },
    { 'DOC-003': { date: '2022-09-02' } },
  ),
  rule(
    'R-75',
    'TRN-001 › План/факт',
    { 'TRN-001': { state: 'план' } },
    { 'TRN-001': { state: 'план', to: '2024-04-20' } },
  ),
  rule('R-76', 'TRN-001 › Дата окончания', { 'TRN-001': { from: '2021-04-12', to: '2021-04-19' } }, [
    { 'TRN-001': { from: '2021-04-12', to: '2021-04-20' } },
    { 'TRN-001': { from: '2020-04-12', to: '2020-04-19' }, 'TRN-002': {} },
    {
      'TRN-001': { from: '2020-04-12', to: '2020-04-19' },
      'NST-001': { left: '2024-04-01', leftWhy: 'перевод' },
    },
  ]),
  rule(
    'R-77',
    'PAR-001 › Наставник(и)',
    { 'NST-001': { left: '2024-04-01', leftWhy: 'увольнение' } },
    { 'NST-001': { left: '2024-04-20', leftWhy: 'увольнение' } },
  ),
  rule('R-78', 'PRG-001 › Срок по', { 'PRG-001': { to: '2024-06-28' } }, [
    { 'PAR-001': { status: 'Прекращена досрочно', ended: '2024-02-01', endWhy: 'увольнение' } },
    { 'PRG-001': { to: '2024-06-28', result: 'продлена' } },
  ]),
  rule('R-78', 'PRG-001 › Срок с', { 'PRG-001': { from: '2023-09-01' } }, {}),
  rule('R-79', 'PRG-002 › Пара', { 'PRG-002': {} }, [
    { 'PRG-002': { type: 'ППН' } },
    { 'PRG-001': { to: '2023-12-29' }, 'PRG-002': { from: '2024-01-09' } },
    { 'MNT-002': {}, 'PAR-001': GROUP, 'PRG-002': {} },
  ]),
  rule('R-80', 'PRG-001 › Срок по', { 'PRG-001': { to: '2023-12-02' } }, [
    { 'PRG-001': { to: '2023-12-03' } },
    { 'PRG-001': { to: '2023-10-02' }, 'PAR-001': { kind: 'ситуационное' } },
  ]),
  rule('R-81', 'MON-002 › Волна', { 'MON-002': {} }, [
    { 'MON-002': { wave: '2023-04' } },
    { 'MON-002': { recordStatus: 'Архив', archivedOn: '2024-04-12', archivedWhy: 'ошибка' } },
  ]),
  rule('R-82', 'ORG-01 › Головная организация', { 'ORG-01': { head: 'ORG-01' } }, unit({})),
  rule(
    'R-82',
    'ORG-02',
    { ...SECOND_SCHOOL, 'ORG-01': { head: 'ORG-02' }, 'ORG-02': { head: 'ORG-01' } },
    {},
  ),
  rule('R-82', 'ORG-01', { 'ORG-01': { reportsThroughHead: true } }, {}),
  rule(
    'R-83',
    'MON-002 › ОО (ID)',
    { ...unit(UNIT_FREE), 'MON-002': { organisation: 'ORG-02' } },
    { ...unit({}), 'MON-002': { organisation: 'ORG-02' } },
  ),
  rule('R-84', 'MON-001 › Удовлетворённость наставляемых: n ответов', { 'MON-001': { menteeAnswers9: 2 } }, [
    { 'MON-001': { menteeAnswers9: '' } },
    { 'MON-001': { mentorAnswers: 0 } },
  ]),
  rule('R-85', 'CUR-001 › Дата актуализации', { 'CUR-001': { updatedOn: '2023-10-19' } }, [
    { 'CUR-001': { updatedOn: '2023-10-20' } },
    { 'CUR-001': { updatedOn: '2023-01-10', to: '2023-01-10' } },
  ]),
  rule(
    'R-86',
    'NST-001 › Дата архивации',
    { 'NST-001': { archivedOn: '2024-04-01' } },
    { 'PUB-001': { archivedOn: '2024-04-01', archivedWhy: 'ошибка', recordStatus: 'Архив' } },
  ),
  rule(
    'R-87',
    'PAR-002 › Статус',
    { 'PAR-002': { status: 'Планируется', from: '2024-04-05' } },
    { 'PAR-002': { status: 'Планируется', from: '2024-04-06' } },
  ),
  rule(
    'R-88',
    'PAR-002 › Заменяет пару',
    { ...SECOND_PAIR, 'PAR-002': { ...SECOND_PAIR['PAR-002'], replaces: 'PAR-001' } },
    {
      'PAR-001': { status: 'Прекращена досрочно', ended: '2023-12-01', endWhy: 'замена наставника' },
      'NST-002': {},
      'PAR-002': { mentors: 'NST-002', replaces: 'PAR-001', from: '2023-12-04' },
    },
  ),
  rule('R-89', 'PAR-002 › Наставляемый(ые)', { 'PAR-002': {} }, [
    { 'PAR-001': OVER, 'PAR-002': { from: '2024-02-02' } },
    { 'PAR-002': { kind: 'ситуационное' } },
  ]),
  rule(
    'R-90',
    'MON-001 › Дата представления',
    { 'MON-001': { submittedOn: '' } },
    { 'MON-001': { submittedOn: '', confirmed: '', status: 'В работе' } },
  ),
  rule('R-90', 'MON-001 › Подтверждение руководителя', { 'MON-001': { confirmed: false } }, {}),
  rule(
    'R-91',
    'MON-001 › Угрозы',
    { 'MON-001': { threats: 'я'.repeat(501) } },
    { 'MON-001': { threats: 'я'.repeat(500) } },
  ),
  rule(
    'R-93',
    ' › День',
    { 'CAL-01': { date: '2024-05-10', day: 'выходной' }, 'CAL-02': { date: '2024-05-10', day: 'рабочий' } },
    [
      {
        'CAL-01': { date: '2024-05-10', day: 'выходной' },
        'CAL-02': { date: '10.05.2024', day: 'праздник' },
      },
      { 'CAL-01': { date: '2024-05-10', day: 'выходной' }, 'CAL-02': { date: '2024-05-11', day: 'рабочий' } },
      { 'CAL-01': { date: '', day: 'выходной' }, 'CAL-02': { date: '', day: 'рабочий' } },
    ],
  ),
];
