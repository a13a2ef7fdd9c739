import { textToCell } from '../../src/domain/journal/cell-text';
import { countTrips } from '../../src/local/host/trips';
import { shown } from './bundle';
import { type JournalBook, twoSchools } from './journal-book';

interface Register {
  records: number;
  notes: string[];
}

const onDate = (book: JournalBook, date: string, tab = 'mentors'): Register =>
  book.rpc<Register>('registerOnDate', { tab, date });

/** The register that the tab shows, by ID. */
function register(book: JournalBook): Record<string, Record<string, string>> {
  const [header, ...rows] = shown(book, 'Реестр на дату');
  return Object.fromEntries(
    rows.map((row) => [row[1], Object.fromEntries(header.map((h, i) => [h, row[i]]))]),
  );
}

describe('«Реестр на дату»', () => {
  const book = twoSchools();
  book.at('2024-04-20T07:00:00Z');
  onDate(book, '2024-04-20');
  book.at('2024-05-10T07:00:00Z');
  book.put('Наставники', 2, {
    Должность: 'воспитатель',
    'Дата актуализации': '05.05.2024',
    'Кто изменил': 'curator1@example.org',
  });
  book.put('Наставники', 3, {
    ID: 'NST-002',
    'ОО (ID)': 'ORG-02',
    'ФИО наставника': 'Петров Пётр Ильич',
    'Статус записи': 'Черновик',
  });
  onDate(book, '2024-05-10');

  test.each([
    ['2024-04-20', 'учитель', ['NST-001']],
    ['2024-05-04', 'учитель', ['NST-001']],
    ['2024-05-05', 'воспитатель', ['NST-001']],
    ['2024-05-10', 'воспитатель', ['NST-001', 'NST-002']],
  ])('%s: position «%s», records %p', (date, position, ids) => {
    expect(onDate(book, date).records).toBe(ids.length);
    const records = register(book);
    expect(Object.keys(records)).toEqual(ids);
    expect(records['NST-001'].Должность).toBe(position);
    expect(records['NST-001']['Дата вхождения']).toBe('01.09.2023');
    expect(records['NST-001']['Реестр и дата']).toBe(`Наставники на ${date.split('-').reverse().join('.')}`);
  });

  test('a known author is named, an unknown one is called unknown', () => {
    const rows = book.journal();
    expect(rows.find((r) => r.Запись === 'NST-001' && r.Столбец === 'Должность')).toMatchObject({
      Когда: '2024-05-05',
      Кто: 'curator1@example.org',
      Было: 'учитель',
      Стало: 'воспитатель',
      Источник: 'правка',
      'ОО записи': 'ORG-01',
      'ОО автора': 'ORG-01',
    });
    expect(rows.find((r) => r.Запись === 'NST-002')).toMatchObject({
      Кто: 'неизвестно',
      Столбец: '(новая запись)',
    });
  });

  test('a day before the journal is refused in words, and so is a day to come', () => {
    expect(book.refusal('registerOnDate', { tab: 'mentors', date: '2024-04-19' })).toContain(
      'Журнал начат 20.04.2024',
    );
    expect(book.refusal('registerOnDate', { tab: 'mentors', date: '2030-01-01' })).toContain('не наступила');
    expect(book.refusal('registerOnDate', { tab: 'memoTexts', date: '2024-05-10' })).toContain(
      'Выберите реестр',
    );
  });

  test('a second recording adds nothing', () => {
    const before = book.journal().length;
    onDate(book, '2024-05-10');
    expect(book.journal()).toHaveLength(before);
  });

  test('a record that vanished is told with its last values and is still in the register of the day before', () => {
    book.at('2024-05-12T07:00:00Z');
    (book.tab('Наставники') as unknown as { deleteRow(row: number): void }).deleteRow(3);
    expect(onDate(book, '2024-05-12').records).toBe(1);
    expect(book.journal().at(-1)).toMatchObject({
      Запись: 'NST-002',
      Столбец: '(запись удалена)',
      Стало: '',
    });
    expect(book.journal().at(-1)!.Было).toContain('Петров Пётр Ильич');
    expect(onDate(book, '2024-05-11').records).toBe(2);
  });

  test('a tab that lost its ID header loses no record', () => {
    const before = book.journal().length;
    book.tab('Наставники').getRange(1, 1).setValue('Номер');
    onDate(book, '2024-05-12');
    expect(book.journal()).toHaveLength(before);
    book.tab('Наставники').getRange(1, 1).setValue('ID');
  });
});

test('cells that look like formulas, HTML, right-to-left marks and 50 000 characters are kept exactly', () => {
  const book = twoSchools();
  const achievements = 'Достижения, значимые для наставничества';
  const odd = [
    '=1+1',
    '+7 342',
    '-5',
    '@x',
    "'кавычка",
    '<b>Имя</b>',
    '\u202eдом',
    '👩‍🏫',
    '26/1',
    `=${'ж'.repeat(49_999)}`,
    '👩'.repeat(25_000),
  ];
  odd.forEach((text, i) => {
    const id = `NST-1${String(i).padStart(2, '0')}`;
    // The column has the text format: the text stands as it is.
    book.put('Наставники', i + 3, {
      ID: id,
      'ОО (ID)': 'ORG-01',
      [achievements]: text,
      'Статус записи': 'Черновик',
    });
    expect(book.cell('Наставники', i + 3, achievements)).toBe(text);
  });
  onDate(book, '2024-04-20');
  const before = book.journal().length;
  odd.forEach((_, i) => {
    book.put('Наставники', i + 3, { [achievements]: '' });
  });
  onDate(book, '2024-04-20');
  // What was there can be put back from the journal.
  const gone = book.journal().slice(before);
  const was = (id: string) =>
    gone
      .filter((r) => r.Запись === id && r.Столбец.startsWith(achievements))
      .map((r) => textToCell(r.Было))
      .join('');
  odd.forEach((text, i) => {
    expect(was(`NST-1${String(i).padStart(2, '0')}`)).toBe(text);
  });
  const count = book.journal().length;
  onDate(book, '2024-04-20');
  expect(book.journal()).toHaveLength(count);
  expect(
    book
      .sheet('Журнал изменений')
      .rows.flatMap((row) => row?.formulas ?? [])
      .filter(Boolean),
  ).toEqual([]);
});

test('the tab that people made under the name of the journal is left alone', () => {
  const book = twoSchools();
  book.tab('Журнал изменений').setName('Прежний журнал');
  const own = book.host.globals.SpreadsheetApp as {
    getActiveSpreadsheet(): {
      insertSheet(name: string): { getRange(a1: string): { setValue(v: unknown): void } };
    };
  };
  own.getActiveSpreadsheet().insertSheet('Журнал изменений').getRange('A1').setValue('Мои заметки');
  expect(book.refusal('registerOnDate', { tab: 'mentors', date: '2024-04-20' })).toContain('ваши данные');
  expect(shown(book, 'Журнал изменений')).toEqual([['Мои заметки']]);
});

describe('the archive of past years', () => {
  const book = twoSchools();
  book.at('2023-11-01T07:00:00Z');
  onDate(book, '2023-11-01');
  for (const [moment, position] of [
    ['2023-12-05T07:00:00Z', 'методист'],
    ['2024-06-01T07:00:00Z', 'педагог-психолог'],
    ['2025-03-01T07:00:00Z', 'воспитатель'],
  ]) {
    book.at(moment);
    book.put('Наставники', 2, { Должность: position });
    onDate(book, moment.slice(0, 10));
  }
  const days = [
    '2023-11-01',
    '2023-12-04',
    '2023-12-05',
    '2023-12-31',
    '2024-01-01',
    '2024-05-31',
    '2024-06-01',
    '2024-12-31',
    '2025-02-28',
    '2025-03-01',
  ];
  const positions = () =>
    days.map((day) => {
      onDate(book, day);
      return register(book)['NST-001'].Должность;
    });
  const before = positions();
  const outcome = book.rpc<{ tabs: string[]; moved: number; left: number }>('archiveJournal');

  test('every day shows the same register as before', () => {
    expect(outcome.tabs).toEqual(['Журнал 2023', 'Журнал 2024']);
    expect(new Set(before)).toEqual(new Set(['учитель', 'методист', 'педагог-психолог', 'воспитатель']));
    expect(positions()).toEqual(before);
    expect(book.refusal('registerOnDate', { tab: 'mentors', date: '2023-10-31' })).toContain('01.11.2023');
  });

  test('the journal holds a snapshot and this year, without blank rows', () => {
    const rows = book.journal();
    expect(rows.filter((r) => r.Источник !== 'снимок')).toHaveLength(1);
    expect(book.sheet('Журнал изменений').maxRows).toBe(rows.length + 1);
    expect(book.sheet('Журнал 2023').maxColumns).toBe(11);
  });

  test('a second archive has nothing to do, and a recording after it adds nothing', () => {
    expect(book.refusal('archiveJournal')).toContain('нечего');
    const count = book.journal().length;
    onDate(book, '2025-03-01');
    expect(book.journal()).toHaveLength(count);
  });

  test('near the limit of cells it is refused with advice', () => {
    book.at('2026-02-01T07:00:00Z');
    book.put('Наставники', 2, { Должность: 'логопед' });
    onDate(book, '2026-02-01');
    const sheet = book.sheet('Показатели');
    const rows = sheet.maxRows;
    sheet.maxRows = 9_700_000 / sheet.maxColumns;
    expect(book.refusal('archiveJournal')).toContain('10 000 000');
    sheet.maxRows = rows;
    expect(book.rpc<{ tabs: string[] }>('archiveJournal').tabs).toEqual(['Журнал 2025']);
  });
});

test('in code mode no name is in the journal, because none was typed', () => {
  const book = twoSchools();
  const key = ['Иванова', 'Мария', 'Петровна'];
  const mode = shown(book, 'Настройки').findIndex((row) => row[1] === 'Режим хранения');
  book.put('Настройки', mode + 1, { Значение: 'Коды вместо ФИО' });
  book.put('Наставники', 2, { 'ФИО наставника': 'Н-017', 'Кто изменил': 'curator1@example.org' });
  onDate(book, '2024-04-20');
  const texts = JSON.stringify([book.journal(), shown(book, 'Реестр на дату')]);
  expect(texts).toContain('Н-017');
  for (const word of key) expect(texts).not.toContain(word);
});

test('a recording is one read and one write beside the read of the workbook', () => {
  const book = twoSchools();
  onDate(book, '2024-04-20');
  const tabs = book.titles().length;
  const before = { ...book.host.calls };
  book.rpc('foreignEdits');
  const spent = Object.fromEntries(
    Object.entries(book.host.calls).map(([name, n]) => [name, n - (before[name] ?? 0)]),
  );
  expect(countTrips(spent)).toBeLessThanOrEqual(tabs + 12);
});
