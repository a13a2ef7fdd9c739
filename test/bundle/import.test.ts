import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import { type Bound, bound, shown } from './bundle';

const GOOD = ['Ветров Глеб Олегович', 'учитель', 'физика', '12 лет'];
const BAD = ['Кедрова Яна Олеговна', 'учитель', 'физика', 'много'];
const HEADER = ['ФИО наставника', 'Должность', 'Предмет', 'Педагогический стаж'];

function demo(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, demoRecords({ codes: false }));
  return book;
}

const request = (...rows: unknown[][]) => ({
  grid: [HEADER, ...rows],
  organisation: 'ORG-01',
  tab: 'mentors',
});

describe('import of an old table', () => {
  test('a preview changes nothing', () => {
    const book = demo();
    const before = JSON.stringify(book.model.sheets.map((s) => [s.name, s.rows]));
    const preview = book.rpc<{ counts: object }>('importPreview', request(GOOD, BAD));
    expect(preview.counts).toEqual({ add: 1, exists: 0, skip: 0, bad: 1 });
    expect(JSON.stringify(book.model.sheets.map((s) => [s.name, s.rows]))).toBe(before);
  });

  test('all or nothing: one row with errors and nothing is written', () => {
    const book = demo();
    const before = shown(book, 'Наставники');
    const words = book.refusal('importRows', { ...request(GOOD, BAD), mode: 'all' });
    expect(words).toMatch(/^Ничего не внесено: 1\sстрока с ошибками/);
    expect(shown(book, 'Наставники')).toEqual(before);
  });

  test('rows are added below with new numbers, stamps and one line of the journal each; again they are there already', () => {
    const book = demo();
    const before = shown(book, 'Наставники');
    const done = book.rpc<{ added: number; bad: number; rows: { id: string }[] }>('importRows', {
      ...request(GOOD, BAD),
      mode: 'good',
    });
    expect(done).toMatchObject({ added: 1, bad: 1 });
    const after = shown(book, 'Наставники');
    expect(after.slice(0, before.length)).toEqual(before);
    const row = after[before.length]!;
    expect(row).toEqual(expect.arrayContaining(['Ветров Глеб Олегович', '12', 'Черновик', '20.04.2024']));
    expect(before.map((r) => r[0])).not.toContain(row[0]);
    const journal = shown(book, 'Журнал изменений').filter((r) => r.includes(row[0]!));
    expect(journal).toHaveLength(1);
    expect(journal[0]!.join('|')).toContain('импорт');
    const again = book.rpc<{ added: number; exists: number }>('importRows', {
      ...request(GOOD),
      mode: 'all',
    });
    expect(again).toMatchObject({ added: 0, exists: 1 });
  });

  test.each([
    ['no headers', { grid: [['Иванова', 'учитель']] }, 'По заголовкам не видно'],
    ['no rows', { grid: [HEADER], tab: 'mentors' }, 'нет ни одной заполненной строки'],
    ['an unknown registry', { grid: [HEADER, GOOD], tab: 'Ученики' }, 'Нет реестра «Ученики»'],
    ['an unknown organisation', { ...request(GOOD), organisation: 'ORG-99' }, 'Нет организации «ORG-99»'],
    ['no table', { grid: 'текст' }, 'Таблица не прочитана'],
    [
      'too large',
      { grid: Array.from({ length: 5002 }, () => GOOD), tab: 'mentors' },
      'Таблица слишком велика',
    ],
  ])('refused in words: %s', (_, args, words) => {
    expect(demo().refusal('importPreview', args)).toContain(words);
  });

  test('cells that begin like formulas and odd characters come in as text', () => {
    const book = demo();
    const odd = ['=HYPERLINK("x")', '+1', '@a', '😀\u202e\u0000'].map((text) => [text, 'учитель', text, 1]);
    const { rows, added } = book.rpc<{ added: number; rows: object[] }>('importRows', {
      ...request(...odd),
      mode: 'good',
    });
    expect({ rows, added }).toMatchObject({ added: odd.length });
    const sheet = book.sheet('Наставники');
    expect(sheet.rows.flatMap((r) => r?.formulas ?? []).filter(Boolean)).toEqual([]);
    // A plain-text cell shows the apostrophe that keeps the text a text; read back it is what was imported.
    expect(shown(book, 'Наставники').flat().join('|')).toContain('=HYPERLINK("x")');
    const again = book.rpc<{ exists: number }>('importPreview', request(...odd)) as unknown as {
      counts: { exists: number };
    };
    expect(again.counts.exists).toBe(odd.length);
  });
});
