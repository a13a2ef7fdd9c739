import { fireOnEdit } from '../../src/local/host/editor-events';
import { bound } from './bundle';
import { person } from './person';

const made = () => {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  return { book, me: person(book) };
};

const ORGANISATION = {
  'Полное наименование': 'МБОУ «Средняя школа № 1»',
  'Краткое наименование': 'СОШ № 1',
  'Статус записи': 'Действует',
};
const MENTOR = {
  'ОО (ID)': 'ORG-01',
  'ФИО наставника': 'Иванова Мария Петровна',
  'Статус записи': 'Действует',
};

describe('edit at the cell', () => {
  test('a new row gets the next ID, who and when, and words about what is missing', () => {
    const { book, me } = made();
    me.fill('Организации', 2, ORGANISATION);
    me.fill('Наставники', 2, MENTOR);
    expect(me.cell('Организации', 2, 'ID')).toBe('ORG-01');
    expect(me.cell('Наставники', 2, 'ID')).toBe('NST-001');
    expect(me.cell('Наставники', 2, 'Дата актуализации')).toBe('20.04.2024');
    expect(me.cell('Наставники', 2, 'Кто изменил')).toBe('неизвестно');
    expect(me.cell('Наставники', 2, 'Ошибки')).toMatch(/^\d+ ошиб.*Не заполнено обязательное поле.*\[R-01\]/);
    expect(me.cell('Наставники', 2, 'Ошибки')).not.toContain('R-03');
    expect(book.host.log).toEqual([]);
  });
  test('a mistake is named at once and gone at once when it is mended', () => {
    const { me } = made();
    me.fill('Наставники', 2, { ...MENTOR, 'ОО (ID)': 'ORG-07' });
    expect(me.cell('Наставники', 2, 'Ошибки')).toContain('R-03');
    me.edit('Наставники', 2, 'Педагогический стаж, полных лет', [[900]]);
    expect(me.cell('Наставники', 2, 'Ошибки')).toContain('R-12');
    me.edit('Наставники', 2, 'Педагогический стаж, полных лет', [[9]]);
    expect(me.cell('Наставники', 2, 'Ошибки')).not.toContain('R-12');
  });
  test('a pasted copy of a row gets a number of its own and a note; the first holder keeps its number', () => {
    const { book, me } = made();
    me.fill('Наставники', 3, MENTOR);
    const row = book.tab('Наставники').getRange('3:3').getValues()[0];
    me.edit('Наставники', 2, 'ID', [row]);
    expect(me.cell('Наставники', 3, 'ID')).toBe('NST-001');
    expect(me.cell('Наставники', 2, 'ID')).toBe('NST-002');
    expect(book.sheet('Наставники').rows[1]?.notes?.[0]).toBe(
      'Копия записи NST-001: выдан новый номер NST-002, 20.04.2024',
    );
  });
  test('the number of a deleted record is never given again, and it is its own when the row comes back', () => {
    const { book, me } = made();
    me.fill('Наставники', 2, MENTOR);
    me.fill('Наставники', 3, MENTOR);
    const row = book.tab('Наставники').getRange('3:3').getValues()[0];
    const blank = row.map(() => '');
    me.edit('Наставники', 3, 'ID', [blank]);
    me.fill('Наставники', 4, MENTOR);
    expect(me.cell('Наставники', 4, 'ID')).toBe('NST-003');
    me.edit('Наставники', 3, 'ID', [row]);
    expect(me.cell('Наставники', 3, 'ID')).toBe('NST-002');
  });
  test('a row that was cleared keeps its number and loses its words', () => {
    const { me } = made();
    me.fill('Наставники', 2, MENTOR);
    me.fill('Наставники', 2, { 'ОО (ID)': '', 'ФИО наставника': '', 'Статус записи': '' });
    expect(me.cell('Наставники', 2, 'ID')).toBe('NST-001');
    expect(me.cell('Наставники', 2, 'Ошибки')).toBe('');
  });
  test('where the event of the clearing was lost, the full check takes the words away', () => {
    const { book, me } = made();
    me.fill('Наставники', 2, { 'Статус записи': 'Архив' });
    me.edit('Наставники', 2, 'Статус записи', [['']], true);
    expect(me.cell('Наставники', 2, 'Ошибки')).toContain('«Дата архивации»');
    book.rpc('check');
    expect(me.cell('Наставники', 2, 'ID')).toBe('NST-001');
    expect(me.cell('Наставники', 2, 'Ошибки')).toBe('');
  });
  test('who is entered in a cleared row does not take the number of the record that was moved from it', () => {
    const { book, me } = made();
    me.fill('Наставники', 2, MENTOR);
    const row = book.tab('Наставники').getRange('2:2').getValues()[0];
    me.edit('Наставники', 3, 'ID', [row], true);
    me.fill('Наставники', 2, { 'ОО (ID)': '', 'ФИО наставника': '', 'Статус записи': '' });
    book.rpc('check');
    me.fill('Наставники', 2, { 'ФИО наставника': 'Сидорова Анна Львовна' });
    book.rpc('check');
    expect(me.cell('Наставники', 2, 'ID')).toBe('NST-002');
    expect(me.cell('Наставники', 3, 'ID')).toBe('NST-001');
  });
  test('without the lock no number is given; the full check gives it', () => {
    const { book, me } = made();
    const free = book.host.locks.holdElsewhere('document');
    me.fill('Наставники', 2, MENTOR);
    expect(me.cell('Наставники', 2, 'ID')).toBe('');
    free();
    book.rpc('check');
    expect(me.cell('Наставники', 2, 'ID')).toBe('NST-001');
  });
  test('columns that were moved since are found where they are now', () => {
    const { book, me } = made();
    me.fill('Наставники', 2, MENTOR);
    const tab = book.tab('Наставники');
    tab.moveColumns(tab.getRange('C1:C2'), 2);
    tab.insertColumnBefore(1);
    me.edit('Наставники', 2, 'Педагогический стаж, полных лет', [['сто']]);
    expect(me.cell('Наставники', 2, 'Ошибки')).toContain('R-50');
    expect(me.cell('Наставники', 2, 'ОО (ID)')).toBe('ORG-01');
    expect(tab.getRange('A2').getValues()).toEqual([['']]);
  });
  test('tabs that are no registry and the header row cost next to nothing', () => {
    const { book, me } = made();
    const before = book.host.trips();
    book.tab('Наставники');
    me.edit('Наставники', 1, 'Должность', [['Должность']]);
    expect(book.host.trips() - before).toBeLessThan(4);
  });
  test.each([
    '=1+1',
    '+7 900',
    '-5',
    '@имя',
    "'=2",
    '<img src=x onerror=alert(1)>',
    '😀👩\u200d🏫',
    '\u202eabc',
    'а\u0000б',
    'я'.repeat(50_000),
  ])('a hostile value does no harm (%#)', (value) => {
    const { book, me } = made();
    me.edit('Наставники', 2, 'ОО (ID)', [
      ['ORG-01', value.startsWith('=') ? `'${value}` : value, value.startsWith('=') ? `'${value}` : value],
    ]);
    expect(book.host.log).toEqual([]);
    expect(me.cell('Наставники', 2, 'ID')).toBe('NST-001');
    const { values, formulas } = book.sheet('Наставники').rows[1] as {
      values: unknown[];
      formulas?: unknown[];
    };
    expect(typeof values[me.column('Наставники', 'Ошибки')]).toBe('string');
    expect(formulas?.[me.column('Наставники', 'Ошибки')]).toBeUndefined();
  });
  test('without the index references and words are not judged, numbers are still safe', () => {
    const { book, me } = made();
    me.fill('Наставники', 2, MENTOR);
    forget(book);
    me.fill('Наставники', 3, { ...MENTOR, 'ОО (ID)': 'ORG-07' });
    me.edit('Наставники', 3, 'Квалификационная категория', [['небывалая']]);
    expect(me.cell('Наставники', 3, 'ID')).toBe('NST-002');
    expect(me.cell('Наставники', 3, 'Ошибки')).toContain('R-01');
    expect(me.cell('Наставники', 3, 'Ошибки')).not.toMatch(/R-0[23]/);
    const row = book.tab('Наставники').getRange('2:2').getValues()[0];
    me.edit('Наставники', 4, 'ID', [row]);
    expect(me.cell('Наставники', 4, 'ID')).toBe('NST-003');
    expect(book.host.log).toEqual([]);
  });
  test('where the cache has lost the index the properties have it', () => {
    const { book, me } = made();
    cacheOf(book).remove('edit-index');
    me.fill('Наставники', 2, { ...MENTOR, 'ОО (ID)': 'ORG-07' });
    expect(me.cell('Наставники', 2, 'Ошибки')).toContain('R-03');
  });
  test('the report refreshes the index', () => {
    const { book, me } = made();
    me.fill('Организации', 2, ORGANISATION);
    forget(book);
    book.rpc('report', { wave: '2024-04' });
    me.fill('Наставники', 2, { ...MENTOR, 'ОО (ID)': 'ORG-07' });
    expect(me.cell('Наставники', 2, 'Ошибки')).toContain('R-03');
  });
  test('more than 2 000 rows at once are left to the full check: one line says so', () => {
    const { book, me } = made();
    book.sheet('Наставники').maxRows = 3000;
    const before = book.host.trips();
    me.edit(
      'Наставники',
      2,
      'ФИО наставника',
      Array.from({ length: 2001 }, (_, i) => [`Иванова Мария ${i}`]),
    );
    expect(me.cell('Наставники', 2, 'Ошибки')).toMatch(
      /^Изменено сразу 2001\sстрока: выполните «Проверить записи»\.$/,
    );
    expect(me.cell('Наставники', 3, 'Ошибки')).toBe('');
    expect(me.cell('Наставники', 2, 'ID')).toBe('');
    expect(book.host.trips() - before).toBeLessThan(20);
  });
  test('trips do not grow with the rows of a paste', () => {
    const trips = (rows: number): number => {
      const { book, me } = made();
      let spent = 0;
      for (const title of ['ФИО наставника', 'Должность']) {
        const values = Array.from({ length: rows }, (_, i) => [`Иванова ${i}`]);
        me.edit('Наставники', 2, title, values, true);
        const { range } = book.host.spreadsheets.userEdit(
          book.sheet('Наставники').id,
          1,
          me.column('Наставники', title),
          values,
        );
        const before = book.host.trips();
        for (const { error } of fireOnEdit(book.host, { range })) if (error) throw error;
        spent = Math.max(spent, book.host.trips() - before);
      }
      return spent;
    };
    expect(trips(2)).toBeLessThanOrEqual(8);
    expect(trips(50)).toBe(trips(2));
  });
  test('one cell of a record costs four trips, none of them a write where nothing changes', () => {
    const { book, me } = made();
    me.fill('Организации', 2, ORGANISATION);
    me.fill('Наставники', 2, MENTOR);
    book.rpc('check');
    const trips = (value: unknown): number => {
      const event = book.host.spreadsheets.userEdit(
        book.sheet('Наставники').id,
        1,
        me.column('Наставники', 'Педагогический стаж, полных лет'),
        [[value]],
      );
      const before = book.host.trips();
      for (const { error } of fireOnEdit(book.host, event)) if (error) throw error;
      return book.host.trips() - before;
    };
    me.edit('Наставники', 2, 'Педагогический стаж, полных лет', [[9]]);
    expect(trips('много')).toBe(4);
    expect(trips('немало')).toBeLessThanOrEqual(4);
    expect(trips(9)).toBe(4);
    expect(trips(10)).toBe(2);
  });
});

type Book = ReturnType<typeof bound>;

function cacheOf(book: Book): { remove(key: string): void } {
  const service = book.host.globals.CacheService as { getDocumentCache(): { remove(key: string): void } };
  return service.getDocumentCache();
}

/** The cache is evicted and the properties were cleared by somebody. */
function forget(book: Book): void {
  cacheOf(book).remove('edit-index');
  const service = book.host.globals.PropertiesService as {
    getDocumentProperties(): { deleteProperty(key: string): void };
  };
  service.getDocumentProperties().deleteProperty('edit-index');
}
