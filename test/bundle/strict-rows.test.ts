import fc from 'fast-check';
import { shown } from './bundle';
import { type JournalBook, twoSchools } from './journal-book';

interface Outcome {
  moved: number;
  guarded: number;
  notes: string[];
}

const MENTORS = 'Наставники';
const keep = (book: JournalBook): Outcome => book.rpc<Outcome>('keepStrictRows');

function setting(book: JournalBook, name: string, value: string): void {
  const row = shown(book, 'Настройки').findIndex((r) => r[1] === name);
  book.put('Настройки', row + 1, { Значение: value });
}

function strict(spare = '2'): JournalBook {
  const book = twoSchools();
  setting(book, 'Строгий режим строк', 'да');
  setting(book, 'Запасных строк на организацию', spare);
  for (const [i, school] of [2, 1, 2, 1].entries())
    book.put(MENTORS, i + 3, {
      ID: `NST-1${i}`,
      'ОО (ID)': `ORG-0${school}`,
      'ФИО наставника': `Человек ${i}`,
    });
  return book;
}

const ids = (book: JournalBook): string[] =>
  shown(book, MENTORS)
    .slice(1)
    .map((row) => row[0]);

const guards = (book: JournalBook) =>
  book.sheet(MENTORS).protections.filter((p) => p.description.startsWith('Наставничество: строки '));

test('rows of an organisation stand together with spare rows, and only its curators and coordinators may edit them', () => {
  const book = strict();
  const outcome = keep(book);
  expect(outcome.moved).toBeGreaterThan(0);
  expect(ids(book)).toEqual(['NST-001', 'NST-11', 'NST-13', '', '', 'NST-10', 'NST-12']);
  expect(guards(book).map((p) => [p.range?.row, p.range?.rows, p.editors])).toEqual([
    [1, 5, ['curator1@example.org', 'coordinator@example.org'].filter((e) => e !== owner(book))],
    [6, 4, ['curator2@example.org', 'coordinator@example.org'].filter((e) => e !== owner(book))],
  ]);
});

const owner = (book: JournalBook): string => book.model.owner;

test('a second run changes nothing', () => {
  const book = strict();
  keep(book);
  const before = JSON.stringify(book.sheet(MENTORS));
  expect(keep(book)).toMatchObject({ moved: 0, guarded: 0 });
  expect(JSON.stringify(book.sheet(MENTORS))).toBe(before);
});

test('a row that a curator began in a spare row without naming the organisation stays in the block', () => {
  const book = strict();
  keep(book);
  book.put(MENTORS, 5, { 'ФИО наставника': 'Новый Человек' });
  keep(book);
  expect(shown(book, MENTORS)[4]).toContain('Новый Человек');
  expect(guards(book)[0].range).toMatchObject({ row: 1, rows: 6 });
  expect(keep(book)).toMatchObject({ moved: 0, guarded: 0 });
});

test('an organisation without an account is not locked, and is named', () => {
  const book = strict();
  book.put('Кураторы', 3, { 'Аккаунт доступа': '' });
  const { notes } = keep(book);
  expect(guards(book)).toHaveLength(1);
  expect(notes.join()).toContain('Школа № 2');
});

test('a new curator is let in, the former one is not', () => {
  const book = strict();
  keep(book);
  book.put('Кураторы', 2, { 'Аккаунт доступа': 'new@example.org' });
  keep(book);
  expect(guards(book)[0].editors).toContain('new@example.org');
  expect(guards(book)[0].editors).not.toContain('curator1@example.org');
});

test('switched off, it takes its own protections away and nobody else’s', () => {
  const book = strict();
  const others = book.sheet(MENTORS).protections.length;
  keep(book);
  setting(book, 'Строгий режим строк', 'нет');
  const order = ids(book);
  keep(book);
  expect(book.sheet(MENTORS).protections).toHaveLength(others);
  expect(guards(book)).toEqual([]);
  expect(ids(book)).toEqual(order);
});

test('nothing that people entered is lost or changed, only moved, and the next run has nothing to do', () => {
  const book = twoSchools();
  setting(book, 'Строгий режим строк', 'да');
  const row = fc.record({
    school: fc.constantFrom('ORG-01', 'ORG-02', 'Школа № 2', 'ORG-77', ''),
    name: fc.string({ maxLength: 6 }),
    note: fc.constantFrom('', 'a', 'свои слова'),
    gap: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.nat(3), (rows, spare) => {
      setting(book, 'Запасных строк на организацию', String(spare));
      const sheet = book.tab(MENTORS);
      const width = book.sheet(MENTORS).maxColumns;
      sheet.getRange(2, 1, 80, width).setValues(Array.from({ length: 80 }, () => new Array(width).fill('')));
      let at = 2;
      rows.forEach(({ school, name, note, gap }, i) => {
        at += gap;
        book.put(MENTORS, at++, { ID: `NST-${i + 1}`, 'ОО (ID)': school, 'ФИО наставника': name });
        sheet.getRange(at - 1, width).setValue(note);
      });
      const entered = () =>
        shown(book, MENTORS)
          .slice(1)
          .filter((r) => r.some((text) => text !== ''))
          .map((r) => JSON.stringify(r))
          .sort();
      const before = entered();
      keep(book);
      expect(entered()).toEqual(before);
      expect(keep(book)).toMatchObject({ moved: 0, guarded: 0 });
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test('a row that somebody inserts while rows are moved is kept, and the block waits for the next run', () => {
  const book = strict();
  let once = true;
  book.watch((service, method) => {
    if (!once || `${service}.${method}` !== 'Sheet.moveRows') return;
    once = false;
    const sheet = book.sheet(MENTORS);
    sheet.rows.splice(2, 0, undefined as never);
  });
  keep(book);
  expect([...ids(book)].filter(Boolean).sort()).toEqual(['NST-001', 'NST-10', 'NST-11', 'NST-12', 'NST-13']);
  book.watch(() => undefined);
  keep(book);
  expect(keep(book)).toMatchObject({ moved: 0, guarded: 0 });
});
