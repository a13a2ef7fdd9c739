import fc from 'fast-check';
import { withoutApostrophe } from '../../src/domain/text/escape';
import { type Bound, bound, shown } from './bundle';
import { journalBook, twoSchools } from './journal-book';

interface Cell {
  tab: string;
  row: number;
  id: string;
  column: string;
  before: string;
  after: string;
}
interface Preview {
  groups: { kind: string; title: string; count: number; cells: Cell[]; hidden: number }[];
  own: string[] | null;
  undo: number;
}
interface Outcome {
  written: number;
  left: string[];
  leftHidden: number;
  rest: number;
}

const TAB = 'Документы';

function filled(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  const header = shown(book, TAB)[0];
  const at = (name: string) => header.indexOf(name);
  const row = (id: string, number: string, date: string, name: string) => {
    const cells = new Array(header.length).fill('');
    cells[at('ID')] = id;
    cells[at('№')] = number;
    cells[at('Дата')] = date;
    cells[at('Название')] = name;
    cells[at('Вид')] = 'Аналитическая справка';
    return cells;
  };
  // As a paste leaves it: the column of dates holds texts, a formula gives a name.
  book
    .tab(TAB)
    .getRange(2, at('Дата') + 1, 3, 1)
    .setNumberFormat('@');
  book
    .tab(TAB)
    .getRange(4, at('Название') + 1)
    .setNumberFormat('General');
  book
    .tab(TAB)
    .getRange(2, 1, 3, header.length)
    .setValues([
      row('DOC-001', '№ 26/1', '1 сентября 2023 г.', ' О  «наставничестве»'),
      row('DOC-002', '27', '02.09.2023', 'Положение "О парах"'),
      row('DOC-003', 'Пр. № 01-07', 'скоро', '="о"&" "'),
    ]);
  return book;
}

const cell = (book: Bound, row: number, column: string): unknown =>
  book.tab(TAB).getDataRange().getValues()[row - 1][shown(book, TAB)[0].indexOf(column)];
const records = (book: Bound) => shown(book, TAB).slice(1, 4);
const preview = (book: Bound) => book.rpc<Preview>('fixesPreview');
const cellsOf = (book: Bound) => preview(book).groups.flatMap((g) => g.cells);
const done = (written: number): Outcome => ({ written, left: [], leftHidden: 0, rest: 0 });

test('the preview names every cell, before and after, and writes nothing', () => {
  const book = filled();
  const before = records(book);
  const { groups, own, undo } = preview(book);
  expect(records(book)).toEqual(before);
  expect(book.titles()).not.toContain('Отмена исправлений');
  expect([undo, own]).toEqual([0, null]);
  expect(groups.map((g) => [g.kind, g.count])).toEqual([
    ['spaces', 1],
    ['quotes', 1],
    ['date', 2],
    ['order-number', 2],
  ]);
  expect(groups.find((g) => g.kind === 'quotes')!.cells).toContainEqual({
    tab: TAB,
    row: 3,
    id: 'DOC-002',
    column: 'Название',
    before: 'Положение "О парах"',
    after: 'Положение «О парах»',
  });
});

test('applied once there is nothing left to fix; dates are dates, numbers of orders stay text', () => {
  const book = filled();
  expect(book.rpc<Outcome>('fixesApply', {})).toEqual(done(6));
  expect(Object.prototype.toString.call(cell(book, 2, 'Дата'))).toBe('[object Date]');
  expect([cell(book, 2, '№'), cell(book, 4, '№')]).toEqual(['26/1', '01-07']);
  expect(shown(book, TAB)[1]).toContain('01.09.2023');
  expect(cell(book, 4, 'Дата')).toBe('скоро');
  const rest = preview(book);
  expect([rest.groups, rest.undo]).toEqual([[], 6]);
  expect(book.sheet('Отмена исправлений').hidden).toBe(true);
});

test('a formula is left to give its text', () => {
  const book = filled();
  expect(cellsOf(book).some((f) => f.row === 4 && f.column === 'Название')).toBe(false);
  book.rpc('fixesApply', {});
  expect(book.sheet(TAB).rows[3]!.formulas).toContain('="о"&" "');
});

test('only the accepted kinds', () => {
  const book = filled();
  expect(book.rpc<Outcome>('fixesApply', { kinds: ['quotes'] }).written).toBe(1);
  expect(preview(book).groups.map((g) => g.kind)).toEqual(['spaces', 'date', 'order-number']);
});

test('undo gives everything back, once; rows that were sorted meanwhile are found by their IDs', () => {
  const book = filled();
  const before = records(book);
  book.rpc('fixesApply', {});
  const rows = book.tab(TAB).getRange(2, 1, 3, before[0].length);
  const dates = shown(book, TAB)[0].indexOf('Дата') + 1;
  // Sorting takes the formats of the cells along.
  book.tab(TAB).getRange(2, dates, 3, 1).setNumberFormat('dd.mm.yyyy');
  rows.setValues([...rows.getValues()].reverse());
  expect(book.rpc<Outcome>('fixesUndo').left).toEqual([]);
  expect(records(book).reverse()).toEqual(before);
  expect(book.refusal('fixesUndo')).toMatch(/Отменять нечего/);
});

test('a cell that a person changed since is left and told', () => {
  const book = filled();
  book.rpc('fixesApply', {});
  const at = shown(book, TAB)[0].indexOf('Название') + 1;
  book.tab(TAB).getRange(3, at).setValue('Другое название');
  const { written, left } = book.rpc<Outcome>('fixesUndo');
  expect(written).toBe(5);
  expect(left).toEqual([
    '«Документы», строка 3 (DOC-002), столбец «Название»: там уже другое значение («Другое название»), оно оставлено.',
  ]);
  expect(cell(book, 3, 'Название')).toBe('Другое название');
});

test('the journal knows the fixes by their source', () => {
  const book = filled();
  book.rpc('fixesApply', { kinds: ['quotes'] });
  const rows = shown(book, 'Журнал изменений').filter((r) => r.includes('исправления'));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toEqual(expect.arrayContaining([TAB, 'DOC-002', 'Название', 'Положение «О парах»']));
});

test('numbers, lists, yes and no: fixed and given back as the texts they were', () => {
  const book = twoSchools();
  const typed = { 'Численность педагогических работников, чел.': '12 чел.', 'Участвует в ЦМН': 'Да ' };
  book.put('Организации', 2, typed);
  book.put('Наставники', 2, { Должность: 'Учитель', 'Педагогический стаж, полных лет': '3 года 5 мес.' });
  const before = [shown(book, 'Организации'), shown(book, 'Наставники')];
  expect(preview(book).groups.map((g) => [g.kind, g.count])).toEqual([
    ['word', 1],
    ['yes-no', 1],
    ['number', 1],
    ['years', 1],
  ]);
  expect(book.rpc<Outcome>('fixesApply').written).toBe(4);
  expect(book.cell('Наставники', 2, 'Педагогический стаж, полных лет')).toBe('3');
  expect(preview(book).groups).toEqual([]);
  expect(book.rpc<Outcome>('fixesUndo')).toEqual(done(4));
  expect([shown(book, 'Организации'), shown(book, 'Наставники')]).toEqual(before);
  expect(
    book
      .journal()
      .slice(-4)
      .map((r) => r.Источник),
  ).toEqual(Array(4).fill('отмена'));
});

test('a curator fixes, and takes back, the rows of the own organisation only', () => {
  const book = twoSchools();
  for (const row of [2, 3]) book.put('Организации', row, { 'Краткое наименование': ` Школа № ${row - 1} ` });
  book.as('curator2@example.org');
  const { own, groups } = preview(book);
  expect(own).toEqual(['Школа № 2']);
  expect(groups.flatMap((g) => g.cells.map((c) => c.id))).toEqual(['ORG-02']);
  expect(book.rpc<Outcome>('fixesApply').written).toBe(1);
  book.as('curator1@example.org');
  expect(preview(book).undo).toBe(0);
  expect(book.refusal('fixesUndo')).toMatch(/Отменять нечего/);
  book.as('curator2@example.org');
  expect(book.rpc<Outcome>('fixesUndo').written).toBe(1);
  book.as('stranger@example.org');
  expect(book.refusal('fixesPreview')).toMatch(/Исправляют координатор и кураторы/);
});

/** Mentors with every second name spoilt. */
function scattered(count: number) {
  const book = journalBook();
  const [header] = shown(book, 'Наставники');
  const names = Array.from({ length: count }, (_, i) => {
    const row = new Array<string>(header.length).fill('');
    row[header.indexOf('ID')] = `NST-${String(i + 1).padStart(3, '0')}`;
    row[header.indexOf('ФИО наставника')] = i % 2 === 0 ? `Иванова  Мария ${i}` : `Петрова Мария ${i}`;
    return row;
  });
  book.tab('Наставники').getRange(2, 1, count, header.length).setValues(names);
  return book;
}

test('a run out of time says so, goes on when asked again, and is undone as one batch', () => {
  const book = scattered(700);
  const before = shown(book, 'Наставники');
  let minutes = 0;
  // Each write takes its time.
  book.watch((service, method) => {
    if (`${service}.${method}` === 'Range.setValues' && ++minutes % 100 === 0)
      book.at(`2024-04-20T07:${String(minutes / 50).padStart(2, '0')}:00Z`);
  });
  const first = book.rpc<Outcome>('fixesApply');
  expect(first.rest).toBeGreaterThan(0);
  expect(first.written + first.rest).toBe(350);
  book.watch(() => undefined);
  book.at('2024-04-20T08:00:00Z');
  const second = book.rpc<Outcome>('fixesApply');
  expect([second.written, second.rest]).toEqual([first.rest, 0]);
  expect(preview(book).undo).toBe(350);
  expect(book.rpc<Outcome>('fixesUndo')).toEqual(done(350));
  expect(shown(book, 'Наставники')).toEqual(before);
});

test('a run that dies in the middle can be undone', () => {
  const book = scattered(700);
  const before = shown(book, 'Наставники');
  let writes = 0;
  book.watch((service, method) => {
    if (`${service}.${method}` === 'Range.setValues' && ++writes === 200)
      throw new Error('Service timed out');
  });
  expect(() => book.rpc('fixesApply')).toThrow('timed out');
  book.watch(() => undefined);
  const rest = preview(book).groups[0].count;
  expect(rest).toBeGreaterThan(0);
  expect(rest).toBeLessThan(350);
  expect(book.rpc<Outcome>('fixesUndo').written).toBe(350 - rest);
  expect(shown(book, 'Наставники')).toEqual(before);
});

test('neighbouring cells are written at one go', () => {
  const book = scattered(2);
  const [header] = shown(book, 'Наставники');
  const at = header.indexOf('ФИО наставника') + 1;
  const names = Array.from({ length: 300 }, (_, i) => [`Иванова  Мария ${i}`]);
  book.tab('Наставники').getRange(2, at, 300, 1).setValues(names);
  let writes = 0;
  book.watch((service, method) => {
    if (`${service}.${method}` === 'Range.setValues') writes++;
  });
  expect(book.rpc<Outcome>('fixesApply').written).toBe(300);
  expect(writes).toBeLessThan(10);
});

test('what a person types in the moment of writing is not lost', () => {
  const book = twoSchools();
  book.put('Организации', 2, { 'Краткое наименование': 'Школа  № 1' });
  let typed = false;
  book.watch((service, method) => {
    if (typed || `${service}.${method}` !== 'Range.getFormulas') return;
    typed = true;
    book.put('Организации', 2, { 'Краткое наименование': 'Гимназия' });
  });
  const { written, left } = book.rpc<Outcome>('fixesApply');
  expect([written, left.length]).toEqual([0, 1]);
  expect(book.cell('Организации', 2, 'Краткое наименование')).toBe('Гимназия');
});

test('people’s own tab under the title of the batch is not written into', () => {
  const book = filled();
  const app = book.host.globals.SpreadsheetApp as {
    getActiveSpreadsheet(): {
      insertSheet(name: string): { getRange(a1: string): { setValue(v: string): void } };
    };
  };
  app.getActiveSpreadsheet().insertSheet('Отмена исправлений').getRange('A1').setValue('Моё');
  const before = records(book);
  expect(book.refusal('fixesApply')).toMatch(/ваши данные/);
  expect(records(book)).toEqual(before);
});

test('the change from names to codes leaves no name in the batch, the former surname included', () => {
  const book = twoSchools();
  book.put('Наставники', 2, { 'ФИО наставника': 'Лисицына  Мария Петровна' });
  book.rpc('fixesApply');
  book.put('Наставники', 2, { 'ФИО наставника': 'Воронова Мария Петровна' });
  const { print } = book.rpc<{ print: string }>('storageKey');
  book.rpc('storageSwitch', { confirmed: true, keyPrint: print, leftovers: 'hide' });
  const left = book.titles().flatMap((title) => shown(book, title).flat());
  expect(left.filter((text) => /Лисицын|Воронов/.test(text))).toEqual([]);
});

test('undo after apply gives back every value, whatever people typed', () => {
  const book = filled();
  const header = shown(book, TAB)[0];
  // A cell with the text format may keep the apostrophe that guards «=»: it reads back as it was written.
  const values = () =>
    book
      .tab(TAB)
      .getDataRange()
      .getValues()
      .slice(1, 4)
      .map((row) => row.map((cell) => (typeof cell === 'string' ? withoutApostrophe(cell) : cell)));
  const piece = fc.constantFrom(
    ' ',
    '\u00a0',
    '"',
    '«',
    '»',
    ' - ',
    '№ ',
    '26/1',
    '1.09.2023',
    'да',
    'План',
    '12 чел.',
    ';',
    '=1+1',
    '@',
    'Черновик',
  );
  const text = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
  const people = ['№', 'Дата', 'Название', 'Вид', 'Статус записи', 'Подписал'].map((name) =>
    header.indexOf(name),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
      (rows) => {
        rows.forEach((cells, r) => {
          cells.forEach((cell, i) => {
            const range = book.tab(TAB).getRange(r + 2, people[i] + 1);
            range.setNumberFormat('@');
            range.setValue(cell);
          });
        });
        const before = values();
        const { written } = book.rpc<Outcome>('fixesApply');
        expect(preview(book).groups).toEqual([]);
        if (written > 0) book.rpc('fixesUndo');
        expect(values()).toEqual(before);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});
