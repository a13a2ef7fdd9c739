import { shown } from './bundle';
import { type JournalBook, twoSchools } from './journal-book';

interface Edits {
  edits: {
    number: number;
    who: string;
    from: string;
    owner: string;
    id: string;
    column: string;
    before: string;
    after: string;
    undoable: boolean;
  }[];
  total: number;
  remark: string;
}

const list = (book: JournalBook): Edits => book.rpc<Edits>('foreignEdits');

/** The second school's curator changes the first school's mentor. */
function withForeignEdit(): JournalBook {
  const book = twoSchools();
  list(book);
  book.at('2024-04-22T07:00:00Z');
  book.put('Наставники', 2, {
    Должность: 'методист',
    'Дата актуализации': '22.04.2024',
    'Кто изменил': 'curator2@example.org',
  });
  return book;
}

test('a change of another organisation’s row is listed with both values; one’s own and the coordinator’s are not', () => {
  const book = withForeignEdit();
  book.put('Кураторы', 3, {
    Должность: 'учитель',
    'Дата актуализации': '22.04.2024',
    'Кто изменил': 'curator2@example.org',
  });
  book.put('Кураторы', 2, {
    Должность: 'учитель',
    'Дата актуализации': '22.04.2024',
    'Кто изменил': 'coordinator@example.org',
  });
  expect(list(book).edits).toEqual([
    expect.objectContaining({
      who: 'curator2@example.org',
      from: 'Школа № 2',
      owner: 'Школа № 1',
      id: 'NST-001',
      column: 'Должность',
      before: 'учитель',
      after: 'методист',
      undoable: true,
    }),
  ]);
});

test('taking a record over into one’s own organisation is listed too', () => {
  const book = withForeignEdit();
  book.put('Наставники', 2, { 'ОО (ID)': 'ORG-02 · Школа № 2' });
  expect(list(book).edits.map((e) => [e.column, e.owner])).toEqual(
    expect.arrayContaining([['ОО (ID)', 'Школа № 1']]),
  );
});

test('undo gives the value back, is journalled as «отмена» and leaves the list', () => {
  const book = withForeignEdit();
  const [edit] = list(book).edits;
  expect(book.rpc('undoForeignEdits', { numbers: [edit.number] })).toEqual({ undone: 1, left: [] });
  expect(book.cell('Наставники', 2, 'Должность')).toBe('учитель');
  expect(book.journal().at(-1)).toMatchObject({
    Источник: 'отмена',
    Кто: 'coordinator@example.org',
    Было: 'методист',
    Стало: 'учитель',
  });
  expect(list(book).edits).toEqual([]);
  expect(book.refusal('undoForeignEdits', { numbers: [edit.number] })).toContain('уже нет');
});

test('a cell that somebody changed since is not undone, and the coordinator is told what stands there', () => {
  const book = withForeignEdit();
  const [edit] = list(book).edits;
  book.put('Наставники', 2, { Должность: 'логопед' });
  const outcome = book.rpc<{ undone: number; left: string[] }>('undoForeignEdits', {
    numbers: [edit.number],
  });
  expect(outcome.undone).toBe(0);
  expect(outcome.left[0]).toContain('«Наставники», NST-001, «Должность»');
  expect(outcome.left[0]).toContain('логопед');
  expect(book.cell('Наставники', 2, 'Должность')).toBe('логопед');
  expect(list(book).edits.find((e) => e.after === 'методист')?.undoable).toBe(false);
});

test('two foreign changes of one cell are undone to what stood there before the first', () => {
  const book = withForeignEdit();
  list(book);
  book.at('2024-04-23T07:00:00Z');
  book.put('Наставники', 2, { Должность: 'воспитатель', 'Дата актуализации': '23.04.2024' });
  const { edits } = list(book);
  expect(edits.map((e) => e.after)).toEqual(['воспитатель', 'методист']);
  book.rpc('undoForeignEdits', { numbers: edits.map((e) => e.number) });
  expect(book.cell('Наставники', 2, 'Должность')).toBe('учитель');
  expect(list(book).edits).toEqual([]);
});

describe('roles', () => {
  test('a curator is told that it is the coordinator’s command', () => {
    const book = twoSchools();
    book.as('curator1@example.org');
    expect(book.refusal('foreignEdits')).toContain('действие координатора');
    expect(book.refusal('archiveJournal')).toContain('действие координатора');
  });

  test('where no coordinator is named everyone is one, and the screen says so', () => {
    const book = twoSchools();
    const row = shown(book, 'Настройки').findIndex((r) => r[1] === 'Учётные записи координаторов');
    book.put('Настройки', row + 1, { Значение: '' });
    book.as('curator1@example.org');
    expect(list(book).remark).toContain('Координатор не назван');
  });

  test('somebody whom Google does not name is let through: this is order, not protection', () => {
    const book = twoSchools();
    book.as('');
    expect(list(book).remark).toContain('неизвестно');
  });
});

test('a curator sees and accepts findings of the own organisation only', () => {
  const book = twoSchools();
  book.put('Наставники', 2, { 'ФИО наставника': 'иванова' });
  type Seen = { findings: { code: string; recordId: string; organisation: string }[] };
  const ask = { code: 'R-07', record: 'NST-001', reason: 'так в приказе' };
  book.as('curator2@example.org');
  expect(book.refusal('acceptException', ask)).toMatch(/другой организации/);
  const seen = book.rpc<Seen>('openFindings', {}).findings;
  expect(seen.filter((f) => f.organisation !== 'ORG-02')).toEqual([]);
  book.as('curator1@example.org');
  expect(book.rpc('acceptException', ask)).toEqual({ id: 'EXC-001' });
});
