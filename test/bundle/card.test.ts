import type { CardScreen } from '../../src/app/card-screen';
import type { SaveOutcome } from '../../src/app/save-card';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import type { HostOptions } from '../../src/local/host/host';
import { type Bound, bound, shown } from './bundle';

const records = demoRecords({ codes: false });

function demoBook(options: HostOptions = {}): Bound {
  const book = bound(options);
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, records);
  return book;
}

/** 1-based row and column of a cell of a record. */
function place(book: Bound, tab: string, id: string, column: string): [number, number] {
  const [header, ...rows] = shown(book, tab);
  return [rows.findIndex((r) => r[header.indexOf('ID')] === id) + 2, header.indexOf(column) + 1];
}

function cell(book: Bound, tab: string, id: string, column: string): string {
  const [row, at] = place(book, tab, id, column);
  return shown(book, tab)[row - 1][at - 1];
}

function setting(book: Bound, title: string, value: string): void {
  const grid = shown(book, 'Настройки');
  const row = grid.findIndex((r) => r.includes(title)) + 1;
  book
    .tab('Настройки')
    .getRange(row, grid[0].indexOf('Значение') + 1)
    .setValue(value);
}

function open(book: Bound, tab: string, id = '', organisation = '') {
  const { card } = book.rpc<CardScreen>('cardScreen', { tab, id, organisation });
  if (!card) throw new Error('No card');
  return card;
}

function save(
  book: Bound,
  card: ReturnType<typeof open>,
  typed: Record<string, string>,
  organisation = '',
): SaveOutcome {
  const { tab, id, row, cells, values } = card;
  return book.rpc<SaveOutcome>('cardSave', {
    tab,
    id,
    row,
    cells,
    values: { ...values, ...typed },
    organisation,
  });
}

describe('saving a card', () => {
  const book = demoBook();

  test('writes dates as dates, references with their labels, and only what changed', () => {
    const before = shown(book, 'Пары и группы');
    const outcome = save(book, open(book, 'pairs', 'PAR-003'), { plannedEnd: '«30» июня 2025 г.' });
    expect(outcome.kind).toBe('saved');
    const [row, at] = place(book, 'Пары и группы', 'PAR-003', 'Дата окончания план');
    const [[written]] = book.tab('Пары и группы').getRange(row, at).getValues();
    expect(Object.prototype.toString.call(written)).toBe('[object Date]');
    const changed = shown(book, 'Пары и группы').flatMap((line, r) =>
      line.flatMap((text, c) => (text === before[r][c] ? [] : [before[0][c]])),
    );
    expect(changed.filter((c) => c !== 'Ошибки')).toEqual([
      'Дата актуализации',
      'Кто изменил',
      'Дата окончания план',
    ]);
  });

  test('finds the row by its ID after rows and columns have moved', () => {
    const card = open(book, 'mentors', 'NST-005');
    book.tab('Наставники').insertColumnBefore(1);
    const outcome = save(book, card, { hours: '2,5' });
    expect(outcome.kind).toBe('saved');
    expect(cell(book, 'Наставники', 'NST-005', 'Ресурс времени, ч/нед.')).toMatch(/^2[.,]5$/);
    book.tab('Наставники').deleteColumn(1);
  });

  test('two new records get two numbers, and a number is not given again when its row is deleted', () => {
    const made = (name: string) =>
      save(book, open(book, 'mentees'), { name, organisation: 'ORG-01', recordStatus: 'Черновик' }) as {
        id: string;
        row: number;
      };
    const first = made('Первая Анна Ивановна');
    const width = shown(book, 'Наставляемые')[0].length;
    const blank = [new Array(width).fill('')];
    book.tab('Наставляемые').getRange(first.row, 1, 1, width).setValues(blank);
    const second = made('Вторая Анна Ивановна');
    expect(Number(second.id.slice(4))).toBe(Number(first.id.slice(4)) + 1);
  });

  test('what remains wrong is told, an old error does not keep a person from mending another field', () => {
    const [row, at] = place(book, 'Наставники', 'NST-007', 'Дата вхождения');
    book.tab('Наставники').getRange(row, at).setValue('осенью');
    const outcome = save(book, open(book, 'mentors', 'NST-007'), { hours: '4' });
    expect(outcome.kind).toBe('saved');
    expect(outcome.kind === 'saved' && outcome.errors.map((e) => e.column)).toContain('entered');
  });

  test('an error that is new keeps the record from being saved, but not a draft', () => {
    const card = open(book, 'pairs', 'PAR-004');
    const refused = save(book, card, { kind: '' });
    expect(refused).toMatchObject({
      kind: 'errors',
      draft: true,
      errors: [{ column: 'kind', code: 'R-01' }],
    });
    expect(save(book, card, { kind: '', recordStatus: 'Черновик' }).kind).toBe('saved');
  });
});

test('an edit in the very moment of saving is not written over', () => {
  let edit: (() => void) | null = null;
  const book = demoBook({
    onCall: (_, method) => {
      if (method !== 'tryLock' || !edit) return;
      const now = edit;
      edit = null;
      now();
    },
  });
  const card = open(book, 'mentors', 'NST-002');
  const [row, at] = place(book, 'Наставники', 'NST-002', 'Ресурс времени, ч/нед.');
  edit = () => book.tab('Наставники').getRange(row, at).setValue(7);
  const outcome = save(book, card, { hours: '1', achievements: 'моё' });
  expect(outcome).toMatchObject({ kind: 'conflict', fields: [{ column: 'hours', yours: '1', now: '7' }] });
  expect(cell(book, 'Наставники', 'NST-002', 'Ресурс времени, ч/нед.')).toBe('7');
  // «Ничего не записано» is true of the other fields too.
  expect(cell(book, 'Наставники', 'NST-002', 'Достижения, значимые для наставничества')).not.toBe('моё');
});

describe('who may do what', () => {
  const book = demoBook({ activeUser: 'curator@example.ru' });
  setting(book, 'Учётные записи координаторов', 'boss@example.ru');
  const foreign = shown(book, 'Наставники').find((r) => r.some((c) => c.startsWith('ORG-02 ')))!;
  const foreignId = foreign.find((c) => /^NST-/.test(c))!;

  test('a stranger chooses an organisation first, and opens its records only', () => {
    const asked = book.rpc<CardScreen>('cardScreen', { tab: 'mentors', id: foreignId });
    expect([asked.role, asked.card]).toEqual(['unknown', null]);
    expect(open(book, 'mentors', foreignId, 'ORG-02').id).toBe(foreignId);
    expect(book.refusal('cardScreen', { tab: 'mentors', id: foreignId, organisation: 'ORG-01' })).toMatch(
      /другой организации \(ORG-02\)/,
    );
  });

  test('a record cannot be given to another organisation, nor one of another be saved', () => {
    const card = open(book, 'mentors', foreignId, 'ORG-02');
    const { tab, id, row, cells, values } = card;
    const args = { tab, id, row, cells, values };
    expect(book.refusal('cardSave', { ...args, organisation: 'ORG-01' })).toMatch(/другой организации/);
    expect(
      book.refusal('cardSave', {
        ...args,
        values: { ...values, organisation: 'ORG-01' },
        organisation: 'ORG-02',
      }),
    ).toMatch(/другой организации/);
  });

  test('lists hold the own organisation; in a pair the mentors of all', () => {
    const pairs = open(book, 'pairs', '', 'ORG-02');
    expect(pairs.lists.mentees?.every(([, o]) => o === 'ORG-02' || o === '')).toBe(true);
    expect(pairs.lists.mentors?.[0][1]).toBe('ORG-02');
    expect(pairs.lists.mentors?.some(([, o]) => o !== 'ORG-02' && o !== '')).toBe(true);
  });

  test('an observer has no cards', () => {
    setting(book, 'Учётные записи наблюдателей', 'curator@example.ru');
    expect(book.refusal('cardScreen', { tab: 'mentors' })).toMatch(/Наблюдатель/);
  });
});
