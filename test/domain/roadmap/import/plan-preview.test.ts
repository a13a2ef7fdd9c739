import { roadmap } from '../../../../src/domain/registry/tabs/roadmap';
import { previewPlan, roadmapCells } from '../../../../src/domain/roadmap/import/plan-preview';
import { usualPlanPeriod } from '../../../../src/domain/roadmap/plan-period';
import { registryLayouts } from '../../../../src/domain/workbook/registry-layout';
import { CHELYABINSK, okhansk, PERM, preview, previewOf, reading, tab, told } from './plan-tables-of';

const row = (number: string, name: string, term = 'до 1 марта 2023 г.', who = 'Отдел', result = '') => [
  number,
  name,
  term,
  who,
  result,
];

describe('columns', () => {
  test('the set of Perm, in any case, with quotes, line breaks and divided words', () => {
    const { rows, columns, unused } = preview([
      ['План мероприятий («дорожная карта») на 2023–2025 годы', '', '', '', ''],
      [
        '№\nп/п',
        '«НАИМЕНОВАНИЕ\nмероприятий»',
        'Срок  реали-\nзации',
        'Ответствен\u00ad\nный исполнитель',
        'Результат,\nвид документа',
      ],
      row('1.1', 'Издание приказа', 'до 1 марта 2023 г.', 'Отдел', 'Приказ'),
    ]);
    expect(columns.map((c) => c.field)).toEqual(['number', 'name', 'term', 'responsible', 'result']);
    expect(unused).toEqual([]);
    expect(rows).toMatchObject([
      {
        number: '1.1',
        name: 'Издание приказа',
        deadline: { controlDates: ['2023-03-01'] },
        responsible: 'Отдел',
        result: 'Приказ',
      },
    ]);
  });

  test('the set of Chelyabinsk: two columns of results become one', () => {
    const { rows } = preview([
      CHELYABINSK,
      ['1', 'Издание приказа', 'весь период', 'Отдел / школы', 'Приказ', 'Модель внедрена'],
      ['2', 'Сбор сведений', 'весь период', 'Отдел', '', 'Сведения собраны'],
      ['3', 'Рассылка', 'весь период', 'Отдел', 'Письмо', 'письмо'],
    ]);
    expect(rows.map((r) => r.result)).toEqual([
      'Приказ; Модель внедрена',
      'Сведения собраны',
      'Письмо; письмо',
    ]);
    expect(rows.map((r) => r.number)).toEqual(['1', '2', '3']);
  });

  test('a header of two lines: the beginning and the end below one «Сроки»', () => {
    const { rows, passed } = preview([
      ['№', 'Мероприятие', 'Сроки', 'Сроки'],
      ['№', 'Мероприятие', 'начало', 'окончание'],
      ['1', 'Обучение', { date: '2023-09-01' }, '31.05.2024'],
    ]);
    expect(rows).toMatchObject([
      { term: '01.09.2023 – 31.05.2024', deadline: { controlDates: ['2024-05-31'] } },
    ]);
    expect(passed).toHaveLength(1);
  });

  test('without numbers, in another order, with columns that are not taken over', () => {
    const { rows, unused } = preview([
      ['Сроки', 'Мероприятие', 'Отметка об исполнении', 'Исполнители', 'Примечание'],
      ['постоянно', 'Беседы', 'да', 'Школы', ''],
      ['постоянно', 'Встречи', '', 'Школы', 'важно'],
    ]);
    expect(unused).toEqual(['Отметка об исполнении', 'Примечание']);
    expect(told(rows)).toEqual(['1 Беседы [new]', '2 Встречи [new]']);
    expect(rows[0]!.remarks).toEqual(['В плане нет номера: дан 1.']);
  });

  test.each([
    ['plain-text', [['ПЛАН'], ['мероприятий'], ['1.1 Утверждение'], ['октябрь 2022']]],
    ['empty', [['', ''], ['']]],
    [
      'no-header',
      [
        ['Иванова', 'учитель'],
        ['Петрова', 'учитель'],
      ],
    ],
  ])('no table of a plan: %s', (fault, grid) => {
    expect(previewPlan([grid], tab(), reading, false)).toBe(fault);
  });
});

describe('rows that are no measures', () => {
  test('sections: merged over all columns, in one cell, with a Roman number, with a whole number', () => {
    const { rows, sections } = preview([
      PERM,
      new Array(5).fill('Раздел I. Районный уровень'),
      row('1.1', 'Приказ'),
      ['', 'II. Работа в образовательных организациях', '', '', ''],
      row('2.1', 'Назначение'),
      ['3', 'Мониторинг', '', '', ''],
      row('3.1', 'Опрос'),
      ['4', 'Информационное сопровождение', '', '', ''],
      row('4.1', 'Публикации'),
    ]);
    expect(told(rows)).toEqual([
      '1.1 Приказ [new]',
      '2.1 Назначение [new]',
      '3.1 Опрос [new]',
      '4.1 Публикации [new]',
    ]);
    expect(rows.map((r) => r.section)).toEqual([
      '1 Муниципальный уровень',
      '2 Институциональный уровень',
      '3 Мониторинг',
      '',
    ]);
    expect(sections.map((s) => [s.number, s.guessed])).toEqual([
      ['1', false],
      ['2', false],
      ['3', false],
      ['4', true],
    ]);
  });

  test('titles, signatures, column numbers, blank rows of a form and repeated headers are passed over and shown', () => {
    const { rows, passed, repeatedHeaders } = preview([
      ['УТВЕРЖДЁН', '', '', '', 'приказом от 09.01.2023 № 5'],
      PERM,
      ['1', '2', '3', '4', '5'],
      row('1.1', 'Приказ'),
      PERM.map((h) => h.toUpperCase()),
      row('1.2', 'Письмо'),
      ['1.3', '', '', '', ''],
      ['Примечание: сроки могут меняться', '', '', '', ''],
      ['* ЦМН – целевая модель наставничества', '', '', '', ''],
    ]);
    expect(told(rows)).toEqual(['1.1 Приказ [new]', '1.2 Письмо [new]']);
    expect(repeatedHeaders).toBe(1);
    expect(passed).toEqual([
      { row: 1, text: 'УТВЕРЖДЁН | приказом от 09.01.2023 № 5' },
      { row: 3, text: '1 | 2 | 3 | 4 | 5' },
      { row: 7, text: '1.3' },
      { row: 8, text: 'Примечание: сроки могут меняться' },
      { row: 9, text: '* ЦМН – целевая модель наставничества' },
    ]);
  });
});

describe('rows divided by a page', () => {
  test('a title of a section goes on too', () => {
    const { sections } = preview([
      PERM,
      ['1 Внедрение модели в', '', '', '', ''],
      ['образовательных организациях района (муниципальный уровень)', '', '', '', ''],
      row('1.1', 'Приказ'),
    ]);
    expect(sections).toEqual([
      {
        row: 2,
        number: '1',
        title: 'Внедрение модели в образовательных организациях района (муниципальный уровень)',
        section: '1 Муниципальный уровень',
        guessed: false,
      },
    ]);
  });

  test('a small letter, or a name that breaks off: joined, and said', () => {
    const { rows } = preview([
      PERM,
      row(
        '1.1',
        'Проведение семинаров, интернет-',
        'весь',
        'Отдел по методической',
        'Участие в семинарах, интернет-',
      ),
      row('', 'конференций', 'период', 'работе', 'сообществах'),
      row('1.2', 'Разработка и', 'весь период', 'Отдел', 'Приказ'),
      row('', 'Утверждение положения', '', '', ''),
      row('1.3', 'Беседы', 'весь период', 'Отдел', ''),
      row('', '', '', '', 'Журнал бесед'),
    ]);
    expect(rows).toMatchObject([
      {
        rows: [2, 3],
        name: 'Проведение семинаров, интернет-конференций',
        term: 'весь период',
        responsible: 'Отдел по методической работе',
        result: 'Участие в семинарах, интернет-сообществах',
        remarks: ['Строка 3 присоединена к строке 2: это её продолжение.'],
      },
      { rows: [4, 5], name: 'Разработка и Утверждение положения' },
      { rows: [6, 7], result: 'Журнал бесед' },
    ]);
  });

  test('a measure of several rows (its number and name merged down) is one', () => {
    const { rows } = preview([
      PERM,
      row('3.1', 'Мониторинг', 'апрель 2023 г.', 'Отдел', 'Справка'),
      row('3.1', 'Мониторинг', 'апрель 2024 г.', 'Отдел', 'Отчёт'),
    ]);
    expect(rows).toMatchObject([
      { rows: [2, 3], term: 'апрель 2023 г. апрель 2024 г.', responsible: 'Отдел', result: 'Справка; Отчёт' },
    ]);
  });

  test('tables that go on without a header or with the same one are one plan; others are passed over', () => {
    const { rows, passed } = previewOf([
      [['УТВЕРЖДАЮ', 'Начальник']],
      [PERM, row('1.1', 'Приказ')],
      [row('1.2', 'Письмо')],
      [PERM, row('1.3', 'Беседа')],
      [
        ['Исполнитель', 'Телефон'],
        ['Петрова', '2-22-22'],
      ],
    ]);
    expect(told(rows)).toEqual(['1.1 Приказ [new]', '1.2 Письмо [new]', '1.3 Беседа [new]']);
    expect(passed.map((p) => p.text)).toEqual([
      'УТВЕРЖДАЮ | Начальник',
      'Исполнитель | Телефон',
      'Петрова | 2-22-22',
    ]);
  });
});

describe('numbers', () => {
  test('a doubled one is told and left out; a blank one gets the next free one of its section', () => {
    const { rows } = preview([
      PERM,
      row('1.1', 'Приказ'),
      row('1.1', 'Письмо'),
      row('', 'Совещание'),
      row('1.3', 'Беседа'),
      row('1а', 'Опрос'),
    ]);
    expect(told(rows)).toEqual([
      '1.1 Приказ [new]',
      '1.1 Письмо [doubled]',
      '1.4 Совещание [new]',
      '1.3 Беседа [new]',
      '1.5 Опрос [new]',
    ]);
    expect(rows[1]!.questions[0]).toContain('уже стоит в строке 2 плана');
    expect(rows[2]!.remarks).toContain('В плане нет номера: дан 1.4.');
    expect(rows[4]!.remarks).toContain('Номер «1а» не читается: дан 1.5.');
  });

  test('what Excel makes of them: a date, a number without its last zero', () => {
    const { rows } = preview([
      PERM,
      [{ date: '2024-01-01' }, 'Приказ', 'постоянно', '', ''],
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => row(`1.${n}`, `Дело ${n}`)),
      [1.1, 'Десятое дело', 'постоянно', '', ''],
    ]);
    expect(rows[0]!.number).toBe('1.1');
    expect(rows.at(-1)).toMatchObject({ number: '1.10', outcome: 'new' });
    expect(rows.at(-1)!.remarks[0]).toContain('прочитан как 1.10');
  });

  test('numbers that begin anew in each section are told apart by it', () => {
    const { rows } = preview([
      CHELYABINSK,
      new Array(6).fill('1. Организационное обеспечение района'),
      ['1', 'Приказ', 'постоянно', '', '', ''],
      ['2', 'Письмо', 'постоянно', '', '', ''],
      new Array(6).fill('2. Мониторинг'),
      ['1', 'Опрос', 'постоянно', '', '', ''],
    ]);
    expect(rows.map((r) => r.number)).toEqual(['1.1', '1.2', '2.1']);
  });

  test('in front of the name, where there is no column for them', () => {
    const { rows, sections } = preview([
      PERM.slice(1),
      ['1 Внедрение модели (муниципальный уровень)', '', '', ''],
      ['1.1. Приказ', 'постоянно', '', ''],
      ['2023 год педагога и наставника', 'постоянно', '', ''],
    ]);
    expect(told(rows)).toEqual(['1.1 Приказ [new]', '1.2 2023 год педагога и наставника [new]']);
    expect(sections).toHaveLength(1);
  });
});

describe('terms', () => {
  test('one that is not known stays as it is and is asked about; so is a blank one', () => {
    const { rows } = preview([
      PERM,
      row('1.1', 'Приказ', 'в  рабочем\nпорядке'),
      row('1.2', 'Письмо', ''),
      row('1.3', 'Беседа', 'по отдельному плану'),
    ]);
    expect(rows).toMatchObject([
      {
        term: 'в рабочем порядке',
        termKind: 'не распознан',
        deadline: { controlDates: [], start: '' },
        outcome: 'new',
      },
      { term: '', questions: ['Срок не указан.'] },
      { term: 'по отдельному плану', termKind: 'внешний план', questions: [] },
    ]);
    expect(rows[0]!.questions).toEqual([expect.stringContaining('не распознан: «в рабочем порядке»')]);
  });

  test('a word divided at the end of a line is put together and said; a compound keeps its hyphen', () => {
    const { rows } = preview([
      PERM,
      row('1.1', 'Обу-\nчение', 'постоянно', 'учебно-\nметодический отдел', 'обра\u00ad\nзец'),
    ]);
    expect(rows).toMatchObject([
      {
        name: 'Обучение',
        responsible: 'учебно-методический отдел',
        result: 'образец',
        remarks: ['Перенос слова убран: Обу-чение → Обучение.'],
      },
    ]);
  });
});

test.each([
  ['ОО', '', true],
  ['Кураторы внедрения ЦМН ОО', '', true],
  ['школы района и детские сады', '', true],
  ['МБОУ «Заречная СОШ»', '', false],
  ['школа № 3, ОО', '', false],
  ['МБОУ, МДОУ', '', true],
  ['Руководители ОО, кураторы', '', true],
  ['Отдел образования, ОО', '', false],
  ['ИРО, ОО', '2 Институциональный уровень', true],
  ['Муниципальный координатор', '2 Институциональный уровень', false],
  ['', '2 Институциональный уровень', false],
])('for every organisation: «%s» (%s) → %s', (who, section, expected) => {
  const title = section === '' ? [] : [new Array(5).fill('2 Институциональный уровень')];
  const { rows } = preview([PERM, ...title, row('1.1', 'Дело', 'постоянно', who)]);
  expect(rows[0]!.everyOrganisation).toBe(expected);
});

describe('beside the rows of the tab', () => {
  const standing = tab(
    {
      id: 'RM-1.1',
      number: '1.1',
      name: 'Издание приказа',
      term: 'до 1 марта 2023 г.',
      controlDates: '05.03.2023',
    },
    { id: 'RM-1.2', number: '1.2', name: 'Письмо в школы', term: 'постоянно' },
    { id: 'RM-1.5', number: '1.4', name: 'Совещание', term: 'постоянно' },
  );
  const { rows } = preview(
    [
      PERM,
      row('1.1', '«Издание  Приказа»', 'до 1 апреля 2023 г.', '', ''),
      row('1.2', 'Опрос школ', 'постоянно', '', ''),
      row('1.3', 'Совещание', 'постоянно', '', ''),
      row('1.5', 'Беседа', 'постоянно', '', ''),
      row('1.6', 'Рассылка', 'постоянно', '', ''),
    ],
    standing,
  );

  test('the same measure stays, another one under its number or ID is refused, a new one is added', () => {
    expect(rows.map((r) => r.outcome)).toEqual(['changed', 'conflict', 'new', 'conflict', 'new']);
    expect(rows[0]!.remarks.join()).toContain(
      'в плане «до 1 апреля 2023 г.», на вкладке «до 1 марта 2023 г.»',
    );
    expect(rows[1]!.questions[0]).toContain('«Письмо в школы»');
    expect(rows[2]!.questions[0]).toContain('уже есть под номером 1.4');
  });

  test('a measure without a number keeps the one that it has on the tab', () => {
    const again = preview([PERM, row('', 'Письмо в школы', 'постоянно', '', '')], standing);
    expect(told(again.rows)).toEqual(['1.2 Письмо в школы [same]']);
  });
});

test('the Okhansk plan as a table: 19 rows, all equal to the preloaded ones', () => {
  const found = previewPlan([okhansk()], tab(), { ...reading, plan: usualPlanPeriod() }, false);
  if (typeof found === 'string') throw new Error(found);
  expect(found.sections.map((s) => [s.section, s.guessed])).toEqual([
    ['1 Муниципальный уровень', false],
    ['2 Институциональный уровень', false],
    ['3 Мониторинг', false],
  ]);
  const { rows } = registryLayouts('').find((l) => l.title === roadmap.title)!.preload!;
  const preloaded = rows.map((row) => Object.fromEntries(roadmap.columns.map((c, i) => [c.key, row[i]!])));
  expect(found.rows).toHaveLength(19);
  for (const [i, row] of found.rows.entries()) expect(preloaded[i]).toMatchObject(roadmapCells(row));
  expect(found.rows.flatMap((r) => [...r.questions, ...r.remarks])).toEqual([]);
});
