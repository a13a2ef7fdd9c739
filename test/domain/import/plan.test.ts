import fc from 'fast-check';
import { type ImportRequest, planImport } from '../../../src/domain/import/plan';
import { guessTab, mapSource } from '../../../src/domain/import/source-map';
import type { Cell, Grid } from '../../../src/domain/registry/cell';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { gridsOf } from '../book';

const TODAY = '2024-04-20';

const book = gridsOf({
  organisations: [
    {
      id: 'ORG-01',
      fullName: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 1»',
      shortName: 'МБОУ «СОШ № 1»',
      participates: 'да',
      recordStatus: 'Действует',
    },
  ],
  documents: [
    {
      id: 'DOC-001',
      organisation: 'ORG-01',
      kind: 'Приказ о назначении наставников',
      number: '26/1',
      date: '2022-09-01',
      name: 'О назначении наставников',
      recordStatus: 'Действует',
    },
  ],
  mentors: [
    {
      id: 'NST-007',
      organisation: 'ORG-01',
      name: 'Луговая Вера Ильинична',
      workplace: 'ORG-01',
      position: 'учитель',
      recordStatus: 'Действует',
    },
  ],
});

/** An old table of a school: a title above, headers of its own, texts as people type them. */
const OLD: Grid = [
  ['База наставников на 01.09.2022', '', '', '', '', '', ''],
  [
    'Ф.И.О. наставника',
    'Основное место работы',
    'Должность',
    'Предмет',
    'Педагогический стаж',
    'Дата вхождения в программу',
    'Телефон',
  ],
  ['Соснина Ольга Павловна', 'МБОУ СОШ №1', 'Учитель', 'химия', '12 лет', '1 сентября 2022 г.', '2-12-12'],
  ['Луговая Вера Ильинична', 'МБОУ СОШ №1', 'учитель', '', '', '', ''],
  ['Берёзкин Пётр Сергеевич', 'МБОУ СОШ №1', 'учитель', 'физика', 'много', '31.02.2022', ''],
  ['Итого', '3', '', '', '', '', ''],
];

function plan(source: Grid, options: Partial<ImportRequest> = {}) {
  const tab: TabKey = options.tab ?? 'mentors';
  const map = mapSource(tabs[tab], source)!;
  return planImport(
    { tab, source, map, organisation: 'ORG-01 · МБОУ «СОШ № 1»', status: 'Действует', ...options },
    book,
    TODAY,
  );
}

describe('columns of an old table', () => {
  test('the header row is found below the title of the table', () => {
    expect(mapSource(tabs.mentors, OLD)!.headerRow).toBe(1);
    expect(guessTab(OLD)).toBe('mentors');
  });

  test('titles and aliases are mapped, the rest is left out and said', () => {
    const { columns } = mapSource(tabs.mentors, OLD)!;
    expect(Object.fromEntries(columns.map((c) => [c.header, c.key]))).toEqual({
      'Ф.И.О. наставника': 'name',
      'Основное место работы': 'workplace',
      Должность: 'position',
      Предмет: 'subject',
      'Педагогический стаж': 'years',
      'Дата вхождения в программу': 'entered',
      Телефон: '',
    });
  });

  test('a header that only resembles a column is proposed, never used', () => {
    const source: Grid = [['ФИО наставника', 'Должность', 'Квалификационная категория (если есть)']];
    const { columns } = mapSource(tabs.mentors, source)!;
    expect(columns[2]).toMatchObject({ key: '', resembles: 'qualification' });
  });

  test('of two registries with as many headers the one that alone has one of them is meant', () => {
    const header = ['ФИО наставника', 'Должность', 'Предмет', 'Категория', 'Дата приказа'];
    expect(guessTab([header, []])).toBe('mentors');
    expect(guessTab([['Должность', 'Предмет']])).toBeNull();
  });

  test("a person's choice goes before what was found", () => {
    const { columns } = mapSource(
      tabs.mentors,
      OLD,
      new Map([
        [6, 'name'],
        [0, ''],
      ]),
    )!;
    expect(columns.find((c) => c.at === 6)!.key).toBe('name');
    expect(columns.find((c) => c.at === 0)!.key).toBe('');
  });

  test('no known headers: nothing is guessed', () => {
    expect(mapSource(tabs.mentors, [['Иванова', 'учитель']])).toBeNull();
    expect(guessTab([['а', 'б']])).toBeNull();
  });
});

describe('rows of an old table', () => {
  const rows = plan(OLD);

  test('texts become what would be typed: a date, a number, a word of the list, a reference', () => {
    expect(rows[0].cells).toMatchObject({
      name: 'Соснина Ольга Павловна',
      workplace: 'ORG-01 · МБОУ «СОШ № 1»',
      organisation: 'ORG-01 · МБОУ «СОШ № 1»',
      position: 'учитель',
      years: 12,
      entered: { date: '2022-09-01' },
      recordStatus: 'Действует',
    });
    expect(rows[0].row).toBe(3);
  });

  test('what cannot be read stays as typed and is told as after typing', () => {
    expect(rows[2].outcome).toBe('bad');
    expect(rows[2].cells).toMatchObject({ years: 'много', entered: '31.02.2022' });
    expect(rows[2].findings.map((f) => f.code)).toEqual(expect.arrayContaining(['R-35', 'R-50', 'R-01']));
  });

  test('a total under a column that is not taken over is no record', () => {
    const numbered = OLD.map((row, r) => (row[0] === 'Итого' ? ['Итого', '3'] : [r, ...row]));
    const map = mapSource(tabs.mentors, numbered)!;
    const plan = planImport(
      { tab: 'mentors', source: numbered, map, organisation: 'ORG-01', status: 'Черновик' },
      book,
      TODAY,
    );
    expect(plan[3]).toMatchObject({ outcome: 'skip', findings: [{ code: 'S-06' }] });
  });
  test('a total is no record', () => {
    expect(rows[3]).toMatchObject({ outcome: 'skip', row: 6 });
    expect(rows[3].findings.map((f) => f.code)).toEqual(['S-06']);
  });

  test('a record that says the same is there already', () => {
    const source: Grid = [
      ['ФИО наставника', 'Должность'],
      ['Луговая Вера Ильинична', 'учитель'],
      ['Луговая Вера Ильинична', 'методист'],
    ];
    const [same, other] = plan(source);
    expect(same).toMatchObject({ outcome: 'exists', existing: 'NST-007' });
    expect(other.outcome).not.toBe('exists');
  });

  test('people and orders are found by their names when exactly one record bears them', () => {
    const source: Grid = [
      ['Наставник', 'Наставляемый', 'Приказ о закреплении', 'Тип объединения'],
      ['Луговая В. И.', 'Нет такого', '№ 26/1 от 01.09.2022', 'пара'],
    ];
    const [row] = plan(source, { tab: 'pairs' });
    expect(row.cells.mentors).toMatch(/^NST-007 · /);
    expect(row.cells.order).toBe('DOC-001 · 26/1 от 01.09.2022');
    expect(row.cells.mentees).toBe('Нет такого');
    expect(row.findings.some((f) => f.code === 'R-03' && f.column === 'Наставляемый(ые)')).toBe(true);
  });

  test('a free ID of the old table is kept, a taken one is not', () => {
    const source: Grid = [
      ['ID', 'ФИО наставника', 'Должность'],
      ['NST-050', 'Соснина Ольга Павловна', 'учитель'],
      ['NST-007', 'Берёзкин Пётр Сергеевич', 'учитель'],
    ];
    const [free, taken] = plan(source);
    expect(free.cells.id).toBe('NST-050');
    expect(taken.cells.id).toBeUndefined();
  });
});

test('whatever stands in the table, every filled row is told once and nothing throws', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom<Cell>(
      '',
      '=1+1',
      '#REF!',
      'Иванова М. П.; Петров',
      5,
      true,
      { date: '2022-09-01' },
      '\u0000',
      '😀‮',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (body) => {
      const source: Grid = [['ФИО наставника', 'Должность', 'Дата вхождения'], ...body];
      const rows = plan(source);
      const told = rows.map((r) => r.row);
      expect(new Set(told).size).toBe(told.length);
      for (const r of rows) expect(r.row).toBeGreaterThan(1);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
