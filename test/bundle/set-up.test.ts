import fc from 'fast-check';
import { tabs } from '../../src/domain/registry/tabs';
import { officialDays } from '../../src/domain/roadmap/holidays';
import { type Migration, pending } from '../../src/domain/workbook/migrations';
import { type Bound, bound, shown } from './bundle';
import { differingTabs, picture } from './picture';

interface Outcome {
  created: string[];
  repaired: { tab: string; what: string }[];
  leftAlone: { tab: string; why: string }[];
}

const NOTHING: Outcome = { created: [], repaired: [], leftAlone: [] };

const setUp = (book: Bound): Outcome => book.rpc<Outcome>('setUp', { storageMode: 'Полный' });

function ready(): Bound {
  const book = bound();
  setUp(book);
  return book;
}

const header = (book: Bound, title: string): string[] => shown(book, title)[0];

/** 1-based column of a header. */
function columnOf(book: Bound, title: string, heading: string): number {
  const at = header(book, title).indexOf(heading);
  if (at < 0) throw new Error(`No «${heading}» on «${title}»`);
  return at + 1;
}

const REGISTRIES = [
  'Организации',
  'Кураторы',
  'Наставники',
  'Наставляемые',
  'Пары и группы',
  'Программы и ИОМ',
  'Обучение',
  'Практики',
  'Документы',
  'Журнал поддержки',
  'Дорожная карта',
  'Отметки исполнения',
  'Календарь',
  'Мониторинг ОО',
  'Справочники',
  'Настройки',
];

/** The matrix of the first schema is read where it is, but not made any more. */
const made = Object.values(tabs).filter((tab) => tab.key !== 'fulfilment');

describe('a blank spreadsheet', () => {
  const book = bound();
  const outcome = setUp(book);

  test('gets every tab, and the blank sheet is used instead of staying beside them', () => {
    expect(book.titles()).toEqual(expect.arrayContaining(REGISTRIES));
    expect(book.titles()).toEqual(
      expect.arrayContaining(['Начало', 'Показатели', 'Свод', 'Диаграммы', 'Данные свода']),
    );
    expect(book.titles()).not.toContain('Лист1');
    expect(book.titles()[0]).toBe('Начало');
    expect(outcome).toEqual({ created: book.titles(), repaired: [], leftAlone: [] });
  });

  test('headers stand in row 1, frozen, bold, as text', () => {
    for (const title of REGISTRIES) {
      const sheet = book.sheet(title);
      expect([title, sheet.frozenRows]).toEqual([title, 1]);
      const width = header(book, title).length;
      const formats = sheet.rows[0]!.formats!.slice(0, width);
      expect(formats.every((f) => f?.bold === true && f.numberFormat === '@')).toBe(true);
      expect(header(book, title).every((text) => text !== '')).toBe(true);
    }
  });

  test.each([
    ['Кураторы', ['ID', 'ОО (ID)', 'ФИО куратора', 'Должность', 'Приказ о назначении']],
    ['Наставники', ['ФИО наставника', 'Стаж указан на дату', 'Приказ о назначении наставником']],
    ['Наставляемые', ['Категория наставляемого', 'Дата завершения (план)', 'Дата завершения (факт)']],
    [
      'Пары и группы',
      ['Тип объединения', 'Приказ о закреплении', 'Дата окончания план', 'Дата окончания факт'],
    ],
    ['Программы и ИОМ', ['Срок с', 'Срок по', 'Кол-во мероприятий план', '% выполнения']],
    ['Документы', ['Уровень', 'Вид', '№', 'Дата', 'Название', 'Ссылка', 'Статус записи', 'Ошибки']],
    [
      'Мониторинг ОО',
      ['Волна', 'Отчётная дата D', 'Статус представления', 'Численность: стаж 0–3', 'Угрозы'],
    ],
    ['Отметки исполнения', ['Мероприятие', 'ОО (ID)', 'Контрольная дата', 'Отметка', 'Комментарий']],
    ['Справочники', ['Должности', 'Форма наставничества', 'Вид наставничества']],
  ])('«%s» has the columns of the registry', (title, wanted) => {
    expect(header(book, title)).toEqual(expect.arrayContaining(wanted));
  });

  test('order numbers, IDs and references are text to the last row, dates are dd.mm.yyyy', () => {
    const format = (title: string, heading: string, row: number) =>
      book.sheet(title).rows[row - 1]?.formats?.[columnOf(book, title, heading) - 1]?.numberFormat;
    for (const row of [2, 500, book.sheet('Документы').maxRows]) {
      expect(format('Документы', 'ID', row)).toBe('@');
      expect(format('Документы', '№', row)).toBe('@');
      expect(format('Документы', 'ОО (ID)', row)).toBe('@');
      expect(format('Документы', 'Дата', row)).toBe('dd.mm.yyyy');
      expect(format('Пары и группы', 'Дата начала', row)).toBe('dd.mm.yyyy');
      expect(format('Мониторинг ОО', 'Волна', row)).toBe('@');
      expect(format('Мониторинг ОО', 'Численность: стаж 0–3', row)).toBe('0');
    }
  });

  test('an order number that looks like a date stays what was typed', () => {
    const typed = ready();
    const at = columnOf(typed, 'Документы', '№');
    typed
      .tab('Документы')
      .getRange(2, at, 3, 1)
      .setValues([['26/1'], ['01-07'], ['0012']]);
    expect(typed.tab('Документы').getRange(2, at, 3, 1).getValues()).toEqual([['26/1'], ['01-07'], ['0012']]);
  });

  test('columns of the registry carry a dropdown or a check where one is due', () => {
    const rule = (title: string, heading: string) =>
      book.sheet(title).rows[1]!.validations?.[columnOf(book, title, heading) - 1];
    expect(rule('Организации', 'Участвует в ЦМН')).toMatchObject({
      criteria: 'VALUE_IN_LIST',
      values: [['да', 'нет'], true],
      allowInvalid: false,
    });
    expect(rule('Документы', 'Вид')).toMatchObject({ criteria: 'VALUE_IN_LIST' });
    expect(rule('Документы', 'Дата')).toMatchObject({ criteria: 'DATE_IS_VALID_DATE', allowInvalid: false });
    expect(rule('Документы', 'ОО (ID)')).toMatchObject({ criteria: 'VALUE_IN_RANGE', allowInvalid: true });
    expect(rule('Пары и группы', 'Форма наставничества')).toMatchObject({ criteria: 'VALUE_IN_RANGE' });
    expect(rule('Организации', 'Численность педагогических работников, чел.')).toMatchObject({
      allowInvalid: false,
    });
    for (const tab of made)
      for (const column of tab.columns.filter((c) => c.type === 'enum' || c.type === 'date'))
        if (column.owner !== 'script')
          expect([tab.title, column.title, rule(tab.title, column.title)]).not.toContain(undefined);
  });

  test('the dropdown of references offers the column of its tab on «Списки»', () => {
    const lists = book.sheet('Списки');
    const rule = book.sheet('Наставники').rows[1]!.validations![columnOf(book, 'Наставники', 'ОО (ID)') - 1]!;
    const range = rule.values[0] as { sheetId: number; row: number; column: number };
    expect(range.sheetId).toBe(lists.id);
    expect(lists.rows[0]!.values[range.column]).toBe('Организации');
    expect(range.row).toBe(1);
    expect(lists.hidden).toBe(true);
  });

  test('a note on every header says what to enter, and whether it must be', () => {
    for (const tab of made) {
      const notes = book.sheet(tab.title).rows[0]!.notes ?? [];
      tab.columns.forEach((column, i) => {
        expect([tab.title, column.title, notes[i] ?? '']).not.toContain('');
        if (column.required === 'always') expect(notes[i]).toMatch(/^Обязательно\. /);
      });
    }
  });

  test('what the script owns carries a warning, what people own does not', () => {
    for (const title of ['Показатели', 'Свод', 'Диаграммы', 'Данные свода', 'Начало']) {
      expect([title, book.sheet(title).protections]).toEqual([
        title,
        [expect.objectContaining({ type: 'SHEET', warningOnly: true, unprotected: [] })],
      ]);
    }
    const [protection, ...more] = book.sheet('Документы').protections;
    expect(more).toEqual([]);
    expect(protection).toMatchObject({ type: 'SHEET', warningOnly: true });
    const open = (heading: string) => {
      const at = columnOf(book, 'Документы', heading) - 1;
      return protection.unprotected.some((r) => r.row === 1 && r.column <= at && at < r.column + r.columns);
    };
    expect(open('Название')).toBe(true);
    expect(open('Статус записи')).toBe(true);
    expect(open('Ошибки')).toBe(false);
    expect(open('ID')).toBe(false);
  });

  test('the nineteen measures stand verbatim, the misprint of the plan included', () => {
    const rows = shown(book, 'Дорожная карта');
    const at = (heading: string) => rows[0].indexOf(heading);
    const [number, term] = [at('№ п/п'), at('Срок (текст плана)')];
    const whole = 'В течение всего периода реализации ЦМН';
    const fresh = 'до 20 октября 2022 г., актуализация в течение периода реализации ЦМН';
    expect(rows.slice(1).map((row) => [row[number], row[term]])).toEqual([
      ['1.1', 'октябрь 2022'],
      ['1.2', whole],
      ['1.3', whole],
      ['1.4', whole],
      ['1.5', whole],
      ['1.6', whole],
      ['2.1', 'до 20 октября 2022'],
      ['2.2', 'до 20 октября 2022'],
      ['2.3', fresh],
      ['2.4', fresh],
      ['2.5', 'по отдельному плану'],
      ['2.6', whole],
      ['2.7', 'в соответствии с сороками реализации программ наставничества'],
      ['2.8', whole],
      ['3.1', 'в соответствии со сроками, устанавливаемыми ИРО ПК'],
      ['3.2', whole],
      ['3.3', 'апрель 2023 г. апрель 2024 г.'],
      ['3.4', 'апрель 2023 г. апрель 2024 г.'],
      ['3.5', 'апрель 2023 г. апрель 2024 г.'],
    ]);
    const cell = (measure: string, heading: string) => rows.find((r) => r[number] === measure)![at(heading)];
    expect(cell('1.2', 'Результат, вид документа')).toBe('');
    expect(cell('2.3', 'Результат, вид документа')).toBe('База наставляемых с перечнем запросов');
    expect(cell('2.5', 'Ответственный')).toBe('ИРО ПК, ОО');
    expect(cell('1.5', 'Ответственный')).toBe('ИРО, ОО');
    expect(cell('1.6', 'Ответственный')).toBe('ИРО, сектор по методической работе, ОО');
    expect(cell('2.2', 'Наименование')).toBe(
      'Разработка «Положения о системе наставничества педагогических работников и обучающихся в образовательной организации», Дорожной карты, Программы наставничества',
    );
    expect(cell('3.2', 'Наименование')).toBe(
      'Организация персонифицированного учета наставников и наставляемых',
    );
    expect(cell('2.1', 'Контрольные даты')).toBe('20.10.2022');
    expect(cell('3.3', 'Контрольные даты')).toBe('30.04.2023; 30.04.2024');
  });

  test('«Календарь» holds the holidays and transfers that the program knows, as dates', () => {
    const rows = shown(book, 'Календарь');
    expect(rows[0]).toEqual(['Дата', 'День', 'Примечание']);
    expect(rows).toHaveLength(officialDays.length + 1);
    expect(rows).toContainEqual(['10.05.2024', 'выходной', 'перенос с 06.01.2024']);
    expect(rows).toContainEqual(['27.04.2024', 'рабочий', 'перенос на 29.04.2024']);
    expect(book.sheet('Календарь').rows[1]!.formats![0]!.numberFormat).toBe('dd.mm.yyyy');
  });

  test('settings are those of the customer, dictionaries are filled', () => {
    const settings = new Map(shown(book, 'Настройки').map((row) => [row[1], row[2]]));
    expect([...settings.values()]).toEqual(
      expect.arrayContaining([
        'Управление муниципальными учреждениями администрации Оханского городского округа',
        '156',
        '03.10.2022',
        '31.12.2024',
        'Полный',
      ]),
    );
    expect(settings.get('Версия схемы')).toBe('2');
    const lists = shown(book, 'Справочники');
    const column = (heading: string) => lists.slice(1).map((row) => row[lists[0].indexOf(heading)]);
    expect(column('Форма наставничества')).toEqual(expect.arrayContaining(['педагог – педагог', 'иная']));
    expect(column('Вид наставничества')).toEqual(
      expect.arrayContaining(['традиционное («один на один»)', 'реверсивное', 'скоростное']),
    );
    expect(column('Должности')).toEqual(expect.arrayContaining(['учитель', 'концертмейстер', 'директор']));
  });

  test('texts wrap', () => {
    expect(book.sheet('Практики').rows[5]!.formats![3]).toMatchObject({ wrap: 'WRAP' });
  });
});

test('the storage mode is the one that was asked for; an unknown one is refused', () => {
  const book = bound();
  expect(book.refusal('setUp', { storageMode: 'Тайный' })).toMatch(/Режим хранения «Тайный» не известен/);
  expect(book.titles()).toEqual(['Лист1']);
  book.rpc('setUp', {});
  expect(shown(book, 'Настройки').flat()).toContain('Коды вместо ФИО');
});

test('a second run changes nothing and says so', () => {
  const book = ready();
  const before = picture(book.model);
  expect(setUp(book)).toEqual(NOTHING);
  expect(differingTabs(before, picture(book.model))).toEqual([]);
  book.project.run('setUpWorkbook');
  expect(book.host.ui.questions.at(-1)!.message).toBe('Всё на месте: менять ничего не пришлось.');
  expect(differingTabs(before, picture(book.model))).toEqual([]);
});

test('whatever people typed survives, and does not make set-up write', () => {
  const book = ready();
  const titles = [...REGISTRIES.filter((t) => t !== 'Настройки'), 'Настройки'];
  const cell = fc.record({
    title: fc.constantFrom(...titles),
    row: fc.integer({ min: 2, max: 1000 }),
    column: fc.integer({ min: 1, max: 26 }),
    value: fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.boolean(), fc.constant('01.09.2023')),
  });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (cells) => {
      // The schema version belongs to the script, and a tab emptied of its rows would be preloaded again.
      const typed = cells.filter(
        ({ title, row }) => !['Настройки', 'Дорожная карта'].includes(title) || row > 60,
      );
      for (const { title, row, column, value } of typed)
        book
          .tab(title)
          .getRange(row, column)
          .setValue(typeof value === 'string' ? `'${value}` : value);
      const before = picture(book.model);
      const outcome = setUp(book);
      expect(outcome).toEqual(NOTHING);
      // «Списки» follow the registries: what people entered is offered by the dropdowns.
      const changed = differingTabs(before, picture(book.model)).filter((title) => title !== 'Списки');
      expect(changed).toEqual([]);
    }),
    // A run takes a second: looking for the smallest counterexample would take minutes.
    { numRuns: 4, endOnFailure: true },
  );
});

describe('what was spoilt is mended, and nothing else is touched', () => {
  /** Spoils a workbook, sets it up again; after that another run has nothing to do. */
  function mended(spoil: (book: Bound) => void): { book: Bound; outcome: Outcome } {
    const book = ready();
    book.tab('Организации').getRange(2, 1).setValue('ORG-01');
    spoil(book);
    const outcome = setUp(book);
    expect(setUp(book)).toEqual({ ...NOTHING, leftAlone: outcome.leftAlone });
    expect(book.tab('Организации').getRange(2, 1).getValues()).toEqual([['ORG-01']]);
    return { book, outcome };
  }

  test('a deleted tab comes back in its place', () => {
    const order = ready().titles();
    const { book, outcome } = mended((b) => {
      const app = b.host.globals.SpreadsheetApp as never as {
        getActiveSpreadsheet(): { deleteSheet(sheet: unknown): void };
      };
      app.getActiveSpreadsheet().deleteSheet(b.tab('Обучение'));
    });
    expect(outcome.created).toEqual(['Обучение']);
    expect(book.titles()).toEqual(order);
    expect(header(book, 'Обучение')).toEqual(tabs.training.columns.map((c) => c.title));
  });

  test('a missing column is added at the right of everything, with its note, format and list', () => {
    const { book, outcome } = mended((b) =>
      b.tab('Документы').deleteColumn(columnOf(b, 'Документы', 'Дата')),
    );
    expect(outcome.repaired).toEqual([{ tab: 'Документы', what: 'добавлены столбцы: «Дата»' }]);
    expect(header(book, 'Документы').at(-1)).toBe('Дата');
    const at = header(book, 'Документы').length - 1;
    const { rows, columnWidths } = book.sheet('Документы');
    expect(rows[0]!.notes![at]).toMatch(/^Обязательно/);
    expect(rows[7]!.formats![at]).toMatchObject({ numberFormat: 'dd.mm.yyyy' });
    expect(rows[7]!.validations![at]).toMatchObject({ criteria: 'DATE_IS_VALID_DATE' });
    expect(columnWidths.get(0)).toBe(90);
  });

  test('a missing column does not land on figures that stand under no header', () => {
    const { book } = mended((b) => {
      b.tab('Документы').deleteColumn(columnOf(b, 'Документы', 'Дата'));
      b.tab('Документы')
        .getRange(3, header(b, 'Документы').length + 1)
        .setValue('моя пометка');
    });
    const column = columnOf(book, 'Документы', 'Дата');
    const values = book.tab('Документы').getRange(2, column, 20, 1).getValues().flat();
    expect(values.every((v) => v === '')).toBe(true);
    expect(shown(book, 'Документы').flat()).toContain('моя пометка');
  });

  test('a header found under an alias gets its own title', () => {
    const { book, outcome } = mended((b) =>
      b
        .tab('Документы')
        .getRange(1, columnOf(b, 'Документы', 'Вид'))
        .setValue('Вид документа'),
    );
    expect(outcome.repaired[0]).toMatchObject({
      tab: 'Документы',
      what: 'заголовок «Вид документа» → «Вид»',
    });
    expect(header(book, 'Документы')).toContain('Вид');
    expect(header(book, 'Документы')).not.toContain('Вид документа');
  });

  test('columns that people moved stay where they are', () => {
    const { book, outcome } = mended((b) => {
      b.tab('Документы').moveColumns(b.tab('Документы').getRange('H:H'), 5);
      b.tab('Документы').insertColumnBefore(6);
      b.tab('Документы').getRange(1, 6).setValue('Моя графа');
    });
    expect(outcome).toEqual(NOTHING);
    expect(header(book, 'Документы')[5]).toBe('Моя графа');
  });

  test('wiped dropdowns, notes, formats, frozen header and protection return', () => {
    const { book, outcome } = mended((b) => {
      const whole = b.tab('Пары и группы').getRange(2, 1, 999, 20);
      whole.clearDataValidations();
      whole.setNumberFormat('General');
      b.tab('Пары и группы').getRange(1, 1, 1, 20).clearNote();
      const sheet = b.sheet('Пары и группы');
      sheet.frozenRows = 0;
      sheet.protections = [];
    });
    expect(outcome.created).toEqual([]);
    expect(outcome.repaired).toHaveLength(1);
    expect(outcome.repaired[0].tab).toBe('Пары и группы');
    expect(outcome.repaired[0].what).toMatch(
      /заметки.*форматы.*выпадающие списки.*закрепление заголовка.*предупреждающая защита/,
    );
    const fresh = ready();
    const [was, is] = [picture(fresh.model)['Пары и группы'], picture(book.model)['Пары и группы']];
    expect(is.rows).toEqual(was.rows);
    expect(book.sheet('Пары и группы').frozenRows).toBe(1);
    expect(book.sheet('Пары и группы').protections[0]).toMatchObject({ warningOnly: true });
  });

  test('a table of another program gets the wrapping and the widths of the registry', () => {
    const { book } = mended((b) => {
      const sheet = b.sheet('Практики');
      sheet.columnWidths = new Map();
      for (const row of sheet.rows)
        row?.formats?.forEach((format, i) => {
          if (format) row.formats![i] = { ...format, wrap: undefined };
        });
    });
    const was = ready().sheet('Практики');
    const { rows, columnWidths } = book.sheet('Практики');
    expect(rows[5]!.formats![3]).toMatchObject({ wrap: 'WRAP' });
    const width = (widths: Map<number, number>, i: number) => widths.get(i) ?? 100;
    for (let i = 0; i < header(book, 'Практики').length; i++)
      expect(width(columnWidths, i)).toBe(width(was.columnWidths, i));
  });

  test('widths that people chose stay', () => {
    const { book, outcome } = mended((b) => b.sheet('Практики').columnWidths.set(3, 333));
    expect(outcome).toEqual(NOTHING);
    expect(book.sheet('Практики').columnWidths.get(3)).toBe(333);
  });

  test('the warning on a generated tab returns', () => {
    const { book } = mended((b) => {
      b.sheet('Показатели').protections = [];
    });
    expect(book.sheet('Показатели').protections).toEqual([expect.objectContaining({ warningOnly: true })]);
  });

  test('an emptied tab gets its header and its rows again', () => {
    const { book } = mended((b) => {
      for (const row of b.sheet('Дорожная карта').rows) if (row) row.values = [];
    });
    expect(shown(book, 'Дорожная карта')).toHaveLength(20);
    expect(shown(book, 'Дорожная карта').flat()).toContain(
      'в соответствии с сороками реализации программ наставничества',
    );
  });

  test('days that people took out of «Календарь», changed or added stay as they are', () => {
    const { book, outcome } = mended((b) => {
      const sheet = b.tab('Календарь');
      sheet.getRange(2, 1, 15, 3).setValues(Array.from({ length: 15 }, () => ['', '', '']));
      sheet.getRange(17, 2).setValue('рабочий');
      sheet.getRange(officialDays.length + 2, 1, 1, 2).setValues([['11.01.2027', 'выходной']]);
    });
    expect(outcome).toEqual(NOTHING);
    const days = shown(book, 'Календарь').filter(([date]) => date !== '');
    expect(days).toHaveLength(1 + officialDays.length - 15 + 1);
    expect(days[1]).toEqual([expect.any(String), 'рабочий', expect.any(String)]);
  });

  test('a book of an earlier version gets the tab with its days', () => {
    const { book, outcome } = mended((b) => {
      const app = b.host.globals.SpreadsheetApp as never as {
        getActiveSpreadsheet(): { deleteSheet(sheet: unknown): void };
      };
      app.getActiveSpreadsheet().deleteSheet(b.tab('Календарь'));
    });
    expect(outcome.created).toEqual(['Календарь']);
    expect(shown(book, 'Календарь')).toHaveLength(officialDays.length + 1);
  });

  test('parameters that «Настройки» lacks are added below, values that people changed stay', () => {
    const { book, outcome } = mended((b) => {
      const sheet = b.tab('Настройки');
      const names = shown(b, 'Настройки').map((row) => row[1]);
      sheet.getRange(names.indexOf('Территория') + 1, 3).setValue('Лесной муниципальный округ');
      sheet.getRange(names.indexOf('Подразделение-координатор') + 1, 1, 1, 4).setValues([['', '', '', '']]);
    });
    expect(outcome.repaired).toEqual([{ tab: 'Настройки', what: 'добавлено строк: 1' }]);
    const rows = shown(book, 'Настройки');
    expect(rows.find((r) => r[1] === 'Территория')![2]).toBe('Лесной муниципальный округ');
    expect(rows.at(-1)!.slice(1, 3)).toEqual(['Подразделение-координатор', 'Сектор по методической работе']);
  });
});

describe('what cannot be mended is named and left alone', () => {
  test('a doubled header', () => {
    const book = ready();
    const at = header(book, 'Документы').length + 1;
    book.tab('Документы').getRange(1, at).setValue('Дата');
    book.tab('Практики').getRange(1, 1).clearNote();
    const before = picture(book.model);
    const outcome = setUp(book);
    expect(outcome.leftAlone).toEqual([
      {
        tab: 'Документы',
        why: expect.stringMatching(/«Дата» стоит дважды \(столбцы [A-Z] и [A-Z]+\)\. Переименуйте/),
      },
    ]);
    expect(outcome.repaired.map((r) => r.tab)).toEqual(['Практики']);
    expect(differingTabs(before, picture(book.model)).filter((t) => t !== 'Начало')).toEqual(['Практики']);
  });

  test('a tab that became a typed Table', () => {
    const book = ready();
    const sheet = book.sheet('Наставники');
    sheet.typedTable = { row: 0, column: 0, rows: 200, columns: header(book, 'Наставники').length };
    sheet.rows[0]!.notes = [];
    book.tab('Практики').getRange(1, 1).clearNote();
    const before = picture(book.model);
    const outcome = setUp(book);
    expect(outcome.leftAlone).toEqual([
      { tab: 'Наставники', why: expect.stringMatching(/«Таблицу».*«Преобразовать в обычный диапазон»/) },
    ]);
    expect(outcome.repaired.map((r) => r.tab)).toEqual(['Практики']);
    expect(differingTabs(before, picture(book.model)).filter((t) => t !== 'Начало')).toEqual(['Практики']);
    book.project.run('setUpWorkbook');
    expect(book.host.ui.questions.at(-1)!.message).toMatch(/^«Наставники» не изменена: вкладка превращена/m);
  });

  test.each(['Начало', 'Показатели', 'Свод', 'Диаграммы', 'Данные свода', 'Списки'])(
    'a tab of people that is called «%s», by set-up and by the report',
    (title) => {
      const book = bound();
      const own = book.host.spreadsheets.active()!.model.sheets[0];
      own.name = title;
      book.tab(title).getRange(1, 1).setValue('Мои записи');
      const before = picture(book.model);
      expect(setUp(book).leftAlone).toEqual([
        { tab: title, why: expect.stringMatching(/Переименуйте свою вкладку/) },
      ]);
      expect(differingTabs(before, picture(book.model))).not.toContain(title);
      book
        .tab('Организации')
        .getRange(2, 1, 1, tabs.organisations.columns.length)
        .setValues([
          tabs.organisations.columns.map((c) => ({ id: 'ORG-01', shortName: 'Школа' })[c.key] ?? ''),
        ]);
      expect(book.refusal('report')).toMatch(`«${title}» занята вашими данными`);
      expect(shown(book, title)).toEqual([['Мои записи']]);
    },
  );
});

describe('versions of the workbook', () => {
  test('the migrations to go through follow from the version, in order', () => {
    const list: Migration[] = [
      { version: 3, title: 'в' },
      { version: 1, title: 'а' },
      { version: 2, title: 'б' },
    ];
    const left = (version: number) => pending(version, list).map((m) => m.version);
    expect([left(0), left(1), left(2), left(3), left(9)]).toEqual([[1, 2, 3], [2, 3], [3], [], []]);
  });

  test('a workbook of a newer version is refused, and not a cell of it changes', () => {
    const book = ready();
    const names = shown(book, 'Настройки').map((row) => row[1]);
    book
      .tab('Настройки')
      .getRange(names.indexOf('Версия схемы') + 1, 3)
      .setValue('7');
    book.tab('Практики').getRange(1, 1).clearNote();
    const before = picture(book.model);
    expect(book.refusal('setUp', { storageMode: 'Полный' })).toMatch(
      /более новой версией .*схема 7, здесь 2/,
    );
    expect(differingTabs(before, picture(book.model))).toEqual([]);
  });

  test.each([
    [
      'with settings',
      (b: Bound) => {
        const names = shown(b, 'Настройки').map((row) => row[1]);
        b.tab('Настройки')
          .getRange(names.indexOf('Версия схемы') + 1, 3)
          .setValue('0');
      },
    ],
    [
      'made by hand, without settings',
      (b: Bound) => {
        b.model.sheets.splice(b.titles().indexOf('Настройки'), 1);
      },
    ],
  ])('version 0 (%s): people’s «Исполнение» becomes the archive, its rows stay', (_, make) => {
    const book = ready();
    book
      .tab('Исполнение')
      .getRange(1, 1, 2, 2)
      .setValues([
        ['ОО (ID)', '2.1'],
        ['ORG-01', 'Выполнено'],
      ]);
    make(book);
    const outcome = setUp(book);
    expect(outcome.repaired).toContainEqual({
      tab: 'Исполнение по ОО (архив)',
      what: 'вкладка «Исполнение по ОО» переименована',
    });
    expect(book.titles()).not.toContain('Исполнение по ОО');
    expect(shown(book, 'Исполнение по ОО (архив)')[1].slice(0, 2)).toEqual(['ORG-01', 'Выполнено']);
    expect(new Map(shown(book, 'Настройки').map((r) => [r[1], r[2]])).get('Версия схемы')).toBe('2');
    expect(setUp(book)).toEqual(NOTHING);
  });

  test('2: what people typed as the status stays their word, the matrix of people becomes an archive', () => {
    const book = ready();
    const header = () => shown(book, 'Дорожная карта')[0];
    const at = (title: string) => header().indexOf(title) + 1;
    // As the first schema had it: «Статус» typed by people, none of the columns of the script.
    book.tab('Дорожная карта').deleteColumn(at('Статус'));
    for (const title of ['Чем подтверждается', 'Исполнили ОО', 'Найдено', 'Что дальше'])
      book.tab('Дорожная карта').deleteColumn(at(title));
    book.tab('Дорожная карта').getRange(1, at('Статус вручную')).setValue('Статус');
    book.tab('Дорожная карта').getRange(2, at('Статус')).setValue('Выполнено');
    book.tab('Исполнение').setName('Исполнение по ОО');
    book
      .tab('Исполнение по ОО')
      .getRange(1, 1, 2, 2)
      .setValues([
        ['ОО (ID)', '2.1'],
        ['ORG-01', 'Выполнено'],
      ]);
    const names = shown(book, 'Настройки').map((row) => row[1]);
    const version = names.indexOf('Версия схемы') + 1;
    book.tab('Настройки').getRange(version, 3).setValue('1');
    const { repaired } = setUp(book);
    expect(repaired).toEqual(
      expect.arrayContaining([
        { tab: 'Исполнение по ОО (архив)', what: 'вкладка «Исполнение по ОО» переименована' },
        { tab: 'Дорожная карта', what: 'столбец «Статус» переименован в «Статус вручную»' },
      ]),
    );
    const row = shown(book, 'Дорожная карта')[1];
    expect([row[at('Статус') - 1], row[at('Статус вручную') - 1]]).toEqual(['', 'Выполнено']);
    expect(header()).toEqual(expect.arrayContaining(['Чем подтверждается', 'Исполнили ОО', 'Что дальше']));
    expect(shown(book, 'Исполнение по ОО (архив)')[1].slice(0, 2)).toEqual(['ORG-01', 'Выполнено']);
    expect(shown(book, 'Настройки')[version - 1][2]).toBe('2');
    expect(setUp(book)).toEqual(NOTHING);
  });
});

describe('from the menu', () => {
  test('a new workbook is asked first what to keep about people; it stays blank until then', () => {
    const book = bound();
    book.project.run('setUpWorkbook');
    expect(book.titles()).toEqual(['Лист1']);
    expect(book.host.ui.pages.map((p) => p.title)).toEqual(['Новая книга']);
    book.rpc('setUp', { storageMode: 'Полный' });
    book.project.run('setUpWorkbook');
    expect(shown(book, 'Настройки').flat()).toContain('Полный');
    expect(book.host.ui.pages).toHaveLength(1);
    expect(book.host.ui.questions.map((q) => q.title)).toEqual(['Книга готова']);
  });

  test('a second run at the same time is refused in words', () => {
    const book = ready();
    book.tab('Практики').getRange(1, 1).clearNote();
    const before = picture(book.model);
    book.host.locks.holdElsewhere('document');
    expect(book.refusal('setUp', { storageMode: 'Полный' })).toMatch(/настраивает другой запуск. Повторите/);
    book.project.run('setUpWorkbook');
    expect(book.host.ui.questions.at(-1)!.message).toMatch(/настраивает другой запуск/);
    expect(differingTabs(before, picture(book.model))).toEqual([]);
  });
});
