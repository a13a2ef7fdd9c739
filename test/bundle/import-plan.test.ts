import { tabs } from '../../src/domain/registry/tabs';
import { okhansk, PERM } from '../domain/roadmap/import/plan-tables-of';
import { type Bound, bound, shown } from './bundle';

const TAB = tabs.roadmap.title;
const PLAN = [
  PERM,
  new Array(5).fill('4 Своё направление (муниципальный уровень)'),
  ['4.1', 'Издание приказа', 'до 20 октября 2022', 'Отдел', '=HYPERLINK("x")'],
  ['4.2', 'Опрос школ', 'когда получится', 'ОО', ''],
  ['', 'Совещание', 'по отдельному плану', 'Отдел', 'Протокол'],
];

function made(options: Parameters<typeof bound>[0] = {}): Bound {
  const book = bound(options);
  book.rpc('setUp', { storageMode: 'Полный' });
  return book;
}

/** The same workbook in a host of its own. */
function copyOf(book: Bound, onCall: (method: string) => void): Bound {
  return bound({ onCall: (_, method) => onCall(method) }, structuredClone(book.model));
}

/** What an import leaves, and which of its calls is the first that writes: before it there is nothing to cut. */
function wholeRun(blank: Bound, args: Record<string, unknown>) {
  const calls: string[] = [];
  const book = copyOf(blank, (method) => void calls.push(method));
  calls.length = 0;
  book.rpc('planImport', args);
  return { expected: rowsOf(book), first: calls.findIndex((method) => /^set|^append|^insert/.test(method)) };
}

/** Rows of the tab by the titles of its columns. */
function rowsOf(book: Bound): Record<string, string>[] {
  const [header, ...rows] = shown(book, TAB);
  return rows.map((row) => Object.fromEntries(header!.map((title, i) => [title, row[i]!])));
}

const all = (book: Bound): string => JSON.stringify(book.model.sheets.map((s) => [s.name, s.rows]));

describe('adding', () => {
  test('a preview changes nothing and says how every term was understood', () => {
    const book = made();
    const before = all(book);
    const plan = book.rpc<{ counts: object; plan: object; rows: { number: string; termKind: string }[] }>(
      'planPreview',
      { grid: PLAN },
    );
    expect(all(book)).toBe(before);
    expect(plan).toMatchObject({
      plan: { start: '2022-10-03', end: '2024-12-31' },
      counts: { new: 3, same: 0, conflict: 0, asked: 1 },
      rows: [{ number: '4.1', termKind: 'дата «до»' }, { termKind: 'не распознан' }, { number: '4.3' }],
    });
  });

  test('rows go below the data by header after columns were moved, with IDs and a line of the journal each; again nothing', () => {
    const book = made();
    const tab = book.tab(TAB);
    tab.moveColumns(tab.getRange('D1:F1'), 2);
    tab.insertColumnBefore(3);
    tab.getRange(1, 3).setValue('Своё');
    const before = rowsOf(book);
    expect(book.rpc('planImport', { grid: PLAN, mode: 'add' })).toEqual({
      added: 3,
      kept: 0,
      left: 0,
      asked: 1,
    });
    const after = rowsOf(book);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([
      {
        ID: 'RM-4.1',
        '№ п/п': '4.1',
        Раздел: '1 Муниципальный уровень',
        Наименование: 'Издание приказа',
        'Срок (текст плана)': 'до 20 октября 2022',
        'Тип срока': 'дата «до»',
        'Дата начала': '03.10.2022',
        'Контрольные даты': '20.10.2022',
        Ответственный: 'Отдел',
        // A plain-text cell shows the apostrophe that keeps the text a text.
        'Результат, вид документа': expect.stringContaining('=HYPERLINK("x")'),
        'По каждой ОО': 'нет',
        Своё: '',
      },
      { ID: 'RM-4.2', 'Тип срока': 'не распознан', 'Контрольные даты': '', 'По каждой ОО': 'да' },
      { ID: 'RM-4.3', Наименование: 'Совещание' },
    ]);
    const journal = shown(book, 'Журнал изменений').filter((r) => r.includes('импорт'));
    expect(journal.map((r) => r.find((cell) => cell.startsWith('RM-')))).toEqual([
      'RM-4.1',
      'RM-4.2',
      'RM-4.3',
    ]);
    expect(book.rpc('planImport', { grid: PLAN })).toEqual({ added: 0, kept: 3, left: 0, asked: 1 });
    expect(rowsOf(book)).toEqual(after);
  });

  test('what people wrote into rows that are there stays, whatever the plan says', () => {
    const book = made();
    const [header] = shown(book, TAB);
    const row = rowsOf(book).findIndex((r) => r.ID === 'RM-2.5') + 2;
    book
      .tab(TAB)
      .getRange(row, header!.indexOf('Контрольные даты') + 1)
      .setValue('01.12.2022');
    const before = rowsOf(book);
    const table = okhansk().map((r) =>
      r[0] === '2.5' ? ['2.5', r[1]!, 'до 1 мая 2023 г.', 'Отдел', 'Иное'] : r,
    );
    expect(book.rpc('planImport', { tables: [table], mode: 'add' })).toMatchObject({ added: 0, kept: 19 });
    expect(rowsOf(book)).toEqual(before);
  });

  test('the Okhansk plan is there already, all nineteen rows of it', () => {
    const { counts } = made().rpc<{ counts: object }>('planPreview', { grid: okhansk() });
    expect(counts).toEqual({
      new: 0,
      same: 19,
      changed: 0,
      conflict: 0,
      doubled: 0,
      incomplete: 0,
      asked: 0,
    });
  });

  test('a run that is cut off at any call leaves whole rows or none, and the next one ends with the same rows', () => {
    const blank = made();
    const standing = rowsOf(blank).length;
    const { expected, first } = wholeRun(blank, { grid: PLAN });
    for (let cut = first; ; cut++) {
      let left = Number.POSITIVE_INFINITY;
      const book = copyOf(blank, () => {
        if (--left < 0) throw new Error('cut off');
      });
      left = cut;
      let died = false;
      try {
        book.rpc('planImport', { grid: PLAN });
      } catch {
        died = true;
      }
      left = Number.POSITIVE_INFINITY;
      expect([standing, standing + 3]).toContain(rowsOf(book).length);
      expect(rowsOf(book)).toEqual(expected.slice(0, rowsOf(book).length));
      if (!died) break;
      book.rpc('planImport', { grid: PLAN });
      expect(rowsOf(book)).toEqual(expected);
    }
  }, 120_000);
});

describe('replacing the whole plan', () => {
  const OTHER = [
    PERM,
    ...['1.1', '1.2', '2.1', '5.1'].map((n) => [n, `Мероприятие ${n}`, 'до 20 октября 2022', 'Отдел', '']),
  ];

  test('the built-in rows become those of the plan, what is left over is cleared; set-up adds nothing', () => {
    const book = made();
    expect(book.rpc('planImport', { grid: OTHER, mode: 'replace' })).toMatchObject({ added: 0, kept: 4 });
    const names = () => rowsOf(book).map((r) => `${r.ID} ${r.Наименование}`);
    const expected = ['1.1', '1.2', '2.1', '5.1'].map((n) => `RM-${n} Мероприятие ${n}`);
    expect(names()).toEqual(expected);
    book.rpc('setUp');
    expect(names()).toEqual(expected);
    const journal = shown(book, 'Журнал изменений').filter((r) => r.includes('импорт'));
    expect(journal.map((r) => r.join('|')).join('\n')).toContain('Мероприятие 5.1');
  });

  test('a longer plan goes on below', () => {
    const book = made();
    const longer = [
      PERM,
      ...Array.from({ length: 25 }, (_, i) => [
        `1.${i + 1}`,
        `Дело ${i + 1}`,
        'до 20 октября 2022',
        'Отдел',
        '',
      ]),
    ];
    expect(book.rpc('planImport', { grid: longer, mode: 'replace' })).toMatchObject({ added: 6, kept: 19 });
    expect(rowsOf(book).map((r) => r['№ п/п'])).toEqual(longer.slice(1).map((r) => r[0]));
  });

  test.each([
    ['Статус: ручная правка', 'проверено'],
    ['Контрольные даты', '01.02.2023'],
    ['Комментарий', 'звонили'],
    ['Наименование', 'Своими словами'],
  ])('refused where people wrote into «%s», with the row; nothing is changed', (column, text) => {
    const book = made();
    const at = shown(book, TAB)[0]!.indexOf(column) + 1;
    book.tab(TAB).getRange(6, at).setValue(text);
    const before = rowsOf(book);
    const words = book.refusal('planImport', { grid: OTHER, mode: 'replace' });
    expect(words).toContain(`строка 6 (№ 1.5): «${column}»`);
    expect(book.rpc('planPreview', { grid: OTHER, mode: 'replace' })).toMatchObject({
      blocked: expect.stringContaining('строка 6'),
    });
    expect(rowsOf(book)).toEqual(before);
  });

  test('refused where the fulfilment of organisations is noted under the old numbers', () => {
    const book = made();
    const [{ title, columns }] = Object.values(tabs).filter(
      (t) =>
        t.key !== 'roadmap' &&
        book.titles().includes(t.title) &&
        t.columns.some((c) => c.values === 'roadmapStatus'),
    );
    const column = columns.find((c) => c.values === 'roadmapStatus')!.title;
    book
      .tab(title)
      .getRange(2, shown(book, title)[0]!.indexOf(column) + 1)
      .setValue('Выполнено');
    expect(book.refusal('planImport', { grid: OTHER, mode: 'replace' })).toContain(title);
  });

  test('a run that was cut off at any call is finished by running it again', () => {
    const blank = made();
    const { expected, first } = wholeRun(blank, { grid: OTHER, mode: 'replace' });
    for (let cut = first; ; cut++) {
      let left = Number.POSITIVE_INFINITY;
      const book = copyOf(blank, () => {
        if (--left < 0) throw new Error('cut off');
      });
      left = cut;
      let died = false;
      try {
        book.rpc('planImport', { grid: OTHER, mode: 'replace' });
      } catch {
        died = true;
      }
      left = Number.POSITIVE_INFINITY;
      if (!died) break;
      book.rpc('planImport', { grid: OTHER, mode: 'replace' });
      expect({ cut, rows: rowsOf(book) }).toEqual({ cut, rows: expected });
    }
  }, 120_000);
});

test.each([
  ['a text without columns', { grid: [['ПЛАН'], ['1.1 Утверждение'], ['октябрь 2022']] }, 'сплошной текст'],
  ['no headers', { grid: [['Иванова', 'учитель']] }, 'Не найдена строка заголовков плана'],
  ['headers alone', { grid: [PERM] }, 'нет ни одного мероприятия'],
  ['no table', { grid: 'текст' }, 'Таблица не прочитана'],
  ['nothing', { tables: [] }, 'Таблица пуста'],
  ['too large', { grid: Array.from({ length: 5002 }, () => PERM) }, 'Таблица слишком велика'],
])('refused in words: %s', (_, args, words) => {
  expect(made().refusal('planPreview', args)).toContain(words);
});

test('a curator may look, not write', () => {
  const book = made({ user: 'curator@example.ru' });
  const settings = shown(book, 'Настройки');
  const row = settings.findIndex((r) => r.includes('Учётные записи координаторов'));
  book
    .tab('Настройки')
    .getRange(row + 1, settings[0]!.indexOf('Значение') + 1)
    .setValue('boss@example.ru');
  expect(book.rpc<{ counts: object }>('planPreview', { grid: PLAN }).counts).toMatchObject({ new: 3 });
  expect(book.refusal('planImport', { grid: PLAN })).toContain('действие координатора');
});
