import fc from 'fast-check';
import type { Cell, Grid } from '../../../src/domain/registry/cell';
import { hasColumn, type ReadTab, readTab } from '../../../src/domain/registry/read';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { readRegistry, vocabulariesOf, type WorkbookGrids } from '../../../src/domain/registry/workbook';
import { gridOf, gridsOf, type Row } from '../book';

const read = (key: TabKey, rows: readonly Row[]): ReadTab =>
  readTab(tabs[key], gridOf(tabs[key], rows), vocabulariesOf(null));
const active = { recordStatus: 'Действует' };
/** The value of one cell and the codes of the findings in its column. */
function cell(key: TabKey, column: string, value: Cell): [unknown, ...string[]] {
  const found = read(key, [{ id: 'NST-001', ...active, [column]: value }]);
  const title = tabs[key].columns.find((c) => c.key === column)!.title;
  return [
    found.entries[0].values[column],
    ...found.findings.filter((f) => f.column === title).map((f) => f.code),
  ];
}

describe('dates', () => {
  test.each<[Cell, string]>([
    ['20.10.2022', '2022-10-20'],
    ['20.10.22', '2022-10-20'],
    ['20. 10. 2022 г.', '2022-10-20'],
    ['20 октября 2022', '2022-10-20'],
    ['20 октября 2022 г.', '2022-10-20'],
    ['20 октября 2022года', '2022-10-20'],
    ['«20» октября 2022 г.', '2022-10-20'],
    ['"20" октября 2022', '2022-10-20'],
    ['20/10/2022', '2022-10-20'],
    ['2022-10-20', '2022-10-20'],
    [44854, '2022-10-20'],
    [{ date: '2022-10-20' }, '2022-10-20'],
    ['20\u00a0октября\u202f2022\u00a0г.', '2022-10-20'],
    ['20.10.\u200b20\u00ad22', '2022-10-20'],
    ['31. 03. 22 г.', '2022-03-31'],
    ['«31»__08_2021_г.', '2021-08-31'],
    ['на 13.12.2024г', '2024-12-13'],
  ])('%j', (typed, date) => {
    expect(cell('mentors', 'entered', typed)).toEqual([date]);
  });
  test.each<Cell>([
    '31.02.2023',
    '20.13.2022',
    '08 декабри 2022',
    'скоро',
    44854.5,
    true,
    '01.01.1900',
    { date: '2199-01-01' },
  ])('%j is no date', (typed) => {
    expect(cell('mentors', 'entered', typed)).toEqual(['', 'R-35']);
  });
});

describe('numbers', () => {
  test.each<[Cell, number]>([
    [12, 12],
    ['12', 12],
    ['12 чел.', 12],
    ['12\u00a0чел.', 12],
    ['1 250', 1250],
    [0, 0],
    ['0', 0],
  ])('a count %j', (typed, value) => {
    expect(cell('forms', 'teachers', typed)).toEqual([value]);
  });
  test.each<[Cell, string]>([
    ['-', 'R-49'],
    ['—', 'R-49'],
    ['нет', 'R-49'],
    ['около 10', 'R-50'],
    ['1,5', 'R-50'],
    [-1, 'R-50'],
    [true, 'R-50'],
    [{ date: '2022-10-20' }, 'R-50'],
  ])('a count %j is unknown, not zero', (typed, code) => {
    expect(cell('forms', 'teachers', typed)).toEqual([null, code]);
  });
  test('blank is no data and no finding', () => {
    expect(cell('forms', 'teachers', '')).toEqual([null]);
    expect(cell('forms', 'teachers', ' \u00a0')).toEqual([null]);
  });
  test.each<[Cell, number | null, ...string[]]>([
    ['100%', 100],
    ['85,5 %', 85.5],
    [101, null, 'R-59'],
  ])('a share %j', (typed, ...expected) => {
    expect(cell('programmes', 'progress', typed)).toEqual(expected);
  });
  test.each<[Cell, number | null, ...string[]]>([
    ['3 года 5 мес.', 3],
    ['3,5', 3],
    [3.9, 3],
    ['менее года', 0],
    ['11 мес.', 0],
    [60, 60],
    [61, null, 'R-12'],
    [-1, null, 'R-12'],
    ['более 10 лет', null, 'R-50'],
  ])('years %j', (typed, ...expected) => {
    expect(cell('mentors', 'years', typed)).toEqual(expected);
  });
});

test.each<[Cell, boolean | null, ...string[]]>([
  ['да', true],
  ['ДА', true],
  [true, true],
  ['+', true],
  ['нет', false],
  [false, false],
  ['-', null, 'R-55'],
  ['может быть', null, 'R-55'],
])('yes or no: %j', (typed, ...expected) => {
  expect(cell('organisations', 'participates', typed)).toEqual(expected);
});

describe('other cells', () => {
  test.each<[TabKey, string, Cell, unknown, ...string[]]>([
    ['documents', 'number', '№ 26/1', '26/1'],
    ['documents', 'number', '01-03\\482', '01-03\\482'],
    ['documents', 'number', 156, '156'],
    ['documents', 'number', 'без номера', 'б/н'],
    ['documents', 'number', { date: '2024-01-26' }, '', 'R-52'],
    ['mentors', 'name', ' Иванова\u00a0\u200bМария ', 'Иванова Мария'],
    ['mentors', 'name', '#REF!', '', 'R-51'],
    ['mentors', 'entered', '#ССЫЛКА!', '', 'R-51'],
    ['mentors', 'competences', 'оценивание; Работа с одаренными', ['Оценивание', 'Работа с одарёнными']],
    ['mentors', 'competences', 'Оценивание, Цифровые инструменты', ['Оценивание', 'Цифровые инструменты']],
    ['mentors', 'competences', 'Оценивание\nИное: шахматы', ['Оценивание', 'Иное: шахматы']],
    ['mentors', 'qualification', 'первая категория', 'первая'],
    ['mentors', 'qualification', 'третья', '', 'R-02'],
    ['pairs', 'type', 'тройка', '', 'R-02'],
    [
      'pairs',
      'mentees',
      'MNT-001 · Код 1; MNT-002\nMNT-003, MNT-004',
      ['MNT-001', 'MNT-002', 'MNT-003', 'MNT-004'],
    ],
    ['pairs', 'mentees', 'Иванова М. П., Петров И. И.', [], 'R-03'],
    ['pairs', 'mentees', 'MNT-001; mnt-2', ['MNT-001'], 'R-03'],
    ['programmes', 'pair', 'PAR-001; PAR-002', '', 'R-56'],
    ['mentors', 'order', '26/1 от 01.09.2022', '26/1 от 01.09.2022', 'R-60'],
    ['mentors', 'workplace', 'Иная организация: колледж', 'Иная организация: колледж'],
    ['mentees', 'birth', 1995, '1995'],
    ['mentees', 'birth', '1995 г.', '1995'],
    ['mentees', 'birth', '30-34', '30–34'],
    ['mentees', 'birth', '12.05.1995', '', 'R-57'],
    ['forms', 'wave', '2024-04', '2024-04'],
    ['forms', 'wave', 'Апрель 2024 г.', '2024-04'],
    ['forms', 'wave', { date: '2024-04-01' }, '2024-04'],
    ['forms', 'wave', 'весна', '', 'R-58'],
    ['practices', 'link', 'https://школа.рф/n', 'https://школа.рф/n'],
    ['practices', 'link', 'нет ссылки', '', 'R-38'],
  ])('%s.%s %j', (key, column, typed, ...expected) => {
    expect(cell(key, column, typed)).toEqual(expected);
  });
  test('a text of 50 000 characters is cut and told about', () => {
    const [value, code] = cell('mentors', 'achievements', 'опыт '.repeat(10000));
    expect(String(value).length).toBeLessThanOrEqual(5000);
    expect(code).toBe('R-54');
  });
});

describe('rows', () => {
  const header = tabs.mentors.columns.map((c) => c.title);
  const blank = header.map(() => '');
  const at = (r: Row) => gridOf(tabs.mentors, [r])[1];
  const mentors = (...rows: (readonly Cell[])[]) =>
    readTab(tabs.mentors, [header, ...rows], vocabulariesOf(null));
  test('rows keep the number that the person sees; blank ones are passed over', () => {
    const found = mentors(blank, at({ id: 'NST-001', ...active }), blank, at({ id: 'NST-002', ...active }));
    expect(found.entries.map((e) => [e.row, e.id])).toEqual([
      [3, 'NST-001'],
      [5, 'NST-002'],
    ]);
  });
  test.each(['Итого', 'Итого:', 'ИТОГО по округу', 'Всего'])('a total «%s» is no record', (word) => {
    const found = mentors(at({ id: word, hours: 12 }), at({ name: word, hours: 12 }));
    expect(found.entries).toEqual([]);
    expect(found.findings.map((f) => [f.code, f.row])).toEqual([
      ['S-06', 2],
      ['S-06', 3],
    ]);
  });
  test('a repeated header is no record', () => {
    const found = mentors(header);
    expect(found.entries).toEqual([]);
    expect(found.findings).toEqual([expect.objectContaining({ code: 'S-07', severity: 'warning', row: 2 })]);
  });
  test('a doubled ID is told about and both rows are read', () => {
    const found = mentors(at({ id: 'NST-001', ...active }), at({ id: 'NST-001', ...active }));
    expect(found.entries).toHaveLength(2);
    expect(found.findings).toContainEqual(
      expect.objectContaining({
        code: 'R-04',
        row: 3,
        recordId: 'NST-001',
        message: 'Повторяющийся ID NST-001.',
        expected: expect.stringContaining('строке 2'),
      }),
    );
  });
  test('required cells are counted; a draft is not scolded for them', () => {
    const [record] = mentors(at({ id: 'NST-001', ...active })).entries;
    const draft = mentors(at({ id: 'NST-001', recordStatus: 'Черновик' }));
    expect(record).toMatchObject({ filled: 2, errors: record.due - 2 });
    expect(draft.entries[0]).toMatchObject({ filled: 2, due: record.due, errors: 0 });
    expect(draft.findings).toEqual([]);
  });
  test('a cell that cannot be read is filled: it has its own finding, not R-01', () => {
    const found = mentors(at({ id: 'NST-001', ...active, entered: 'скоро' }));
    expect(found.findings.filter((f) => f.column === 'Дата вхождения').map((f) => f.code)).toEqual(['R-35']);
  });
  test('a row that was cleared keeps its number and is no record', () => {
    const cleared = at({ id: 'NST-001', updatedOn: { date: '2024-03-01' }, updatedBy: 'неизвестно' });
    expect(mentors(cleared)).toMatchObject({ entries: [], findings: [] });
  });
  test('a short row reads as blank at its end', () => {
    const organisationAt = tabs.mentors.columns.findIndex((c) => c.key === 'organisation');
    const short = at({ id: 'NST-001', organisation: 'ORG-01' }).slice(0, organisationAt + 1);
    expect(mentors(short).entries[0].values).toMatchObject({
      name: '',
      years: null,
      competences: [],
    });
  });
});

describe('headers', () => {
  test('a tab that is not there', () => {
    expect(readTab(tabs.mentors, null, vocabulariesOf(null))).toMatchObject({
      present: false,
      entries: [],
      findings: [
        {
          code: 'S-01',
          severity: 'error',
          tab: 'Наставники',
          row: null,
          message: 'В книге нет вкладки «Наставники».',
        },
      ],
    });
  });
  test('a missing and a doubled column are told about and not guessed', () => {
    const grid: Cell[][] = [
      ['ID', 'Дата вхождения', 'Дата вхождения', 'ОО (ID)'],
      ['NST-001', '01.09.2023', '02.09.2023', 'ORG-01'],
    ];
    const found = readTab(tabs.mentors, grid, vocabulariesOf(null));
    expect(hasColumn(found, 'entered')).toBe(false);
    expect(found.findings).toContainEqual(
      expect.objectContaining({ code: 'S-03', row: 1, column: 'Дата вхождения', found: 'столбцы B и C' }),
    );
    expect(found.findings).toContainEqual(
      expect.objectContaining({ code: 'S-02', severity: 'error', column: 'ФИО наставника' }),
    );
    expect(found.entries[0].values).not.toHaveProperty('entered');
  });
  test('an empty sheet has no records and does not fail', () => {
    expect(readTab(tabs.mentors, [], vocabulariesOf(null)).entries).toEqual([]);
  });
});

test('a finding says where, what stands there, what is expected and what to do', () => {
  const [finding] = read('mentors', [
    { id: 'NST-001', organisation: 'ORG-01', recordStatus: 'Черновик', entered: '31.02.2023' },
  ]).findings;
  expect(finding).toEqual({
    code: 'R-35',
    severity: 'error',
    tab: 'Наставники',
    row: 2,
    recordId: 'NST-001',
    column: 'Дата вхождения',
    found: '31.02.2023',
    expected: 'дата вида 20.10.2022',
    message: 'Недопустимая дата «31.02.2023».',
    instruction: 'Введите существующую дату числом: день.месяц.год.',
    organisation: 'ORG-01',
  });
});

describe('references', () => {
  const organisations: Row[] = [
    { id: 'ORG-01', ...active, fullName: 'Школа № 1', shortName: 'МБОУ «СОШ №1»' },
    { id: 'ORG-02', ...active, fullName: 'Сад', shortName: 'Сад' },
    { id: 'ORG-03', ...active, fullName: 'Школа № 3', shortName: 'Сад' },
  ];
  const home = (typed: string) =>
    readRegistry(gridsOf({ organisations, mentors: [{ id: 'NST-001', ...active, organisation: typed }] }))
      .tabs.mentors.entries[0].values.organisation;
  test.each([
    ['ORG-01 · СОШ 1', 'ORG-01'],
    ['МБОУ "СОШ № 1"', 'ORG-01'],
    ['мбоу сош N1', 'ORG-01'],
    ['школа №1', 'ORG-01'],
    ['Школа № 3', 'ORG-03'],
    ['Сад', ''],
    ['Лицей', ''],
  ])('an organisation written as %j is %j', (typed, id) => {
    expect(home(typed)).toBe(id);
  });
  test('the grids are not changed by reading', () => {
    const grids = gridsOf({ organisations, mentors: [{ id: 'NST-001', organisation: 'Школа № 1' }] });
    const before = JSON.stringify(grids);
    readRegistry(grids);
    expect(JSON.stringify(grids)).toBe(before);
  });
  test.each<[string, Row, number]>([
    ['not there', {}, 1],
    ['archived', { id: 'NST-001', recordStatus: 'Архив' }, 1],
    ['there', { id: 'NST-001', recordStatus: 'Действует' }, 0],
  ])('a mentor of a pair is %s', (_, mentor, times) => {
    const { findings } = readRegistry(
      gridsOf({ mentors: [mentor], pairs: [{ id: 'PAR-001', ...active, mentors: 'NST-001' }] }),
    );
    expect(findings.filter((f) => f.code === 'R-03' && f.tab === 'Пары и группы')).toHaveLength(times);
  });
});

describe('no input makes reading fail', () => {
  const anyCell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constant(''),
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((d) => ({ date: d.toISOString().slice(0, 10) })),
    fc.constantFrom(
      'ORG-01',
      'NST-001; NST-002',
      'да',
      'Действует',
      'Итого',
      '#REF!',
      '__proto__',
      'constructor',
      '20.10.2022',
      '12 чел.',
    ),
  );
  const keys = Object.keys(tabs) as TabKey[];
  const anyGrid = (key: TabKey): fc.Arbitrary<Grid | null> => {
    const header = fc.oneof(
      fc.constant(tabs[key].columns.map((c): Cell => c.title)),
      fc.array(fc.oneof(anyCell, fc.constantFrom(...tabs[key].columns.map((c): Cell => c.title))), {
        maxLength: 8,
      }),
    );
    return fc.option(
      header.chain((h) =>
        fc
          .array(fc.array(anyCell, { maxLength: h.length + 1 }), { maxLength: 3 })
          .map((rows) => [h, ...rows]),
      ),
      { freq: 8 },
    );
  };
  test('arbitrary grids of arbitrary cells', () => {
    const book = fc.record({
      ...Object.fromEntries(keys.map((k) => [k, anyGrid(k)])),
      dictionaries: anyGrid('settings'),
    });
    fc.assert(
      fc.property(book, (grids) => {
        const registry = readRegistry(grids as unknown as WorkbookGrids);
        for (const f of registry.findings) {
          expect(f.tab).not.toBe('');
          expect(f.message).not.toBe('');
          expect(f.instruction).not.toBe('');
          expect(f.found.length).toBeLessThanOrEqual(120);
        }
      }),
      { numRuns: 60 },
    );
  });
});
