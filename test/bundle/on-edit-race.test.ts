import fc from 'fast-check';
import { columnLetter } from '../../src/domain/registry/headers';
import { fireOnEdit } from '../../src/local/host/editor-events';
import { type Bound, bound } from './bundle';
import { person } from './person';

/**
 * Other people at work in the middle of an edit's run: before any one of its calls they insert, delete or sort rows, move or
 * insert columns, or type. No cell of theirs is lost, and no ID.
 */
const TAB = 'Наставники';
const ROWS = 6;
/**
 * Cells of the program: nobody loses anything there. A column moved in the very moment of the write may leave a verdict in
 * the neighbouring column of the program, which the next full check computes anew.
 */
const OWN_TITLES = ['Дата актуализации', 'Кто изменил', 'Ошибки', 'Активных пар / наставляемых сейчас'];
const NAME = 'ФИО наставника';

interface Sheet {
  insertRowsBefore(row: number, count: number): void;
  deleteRow(row: number): void;
  insertColumnBefore(column: number): void;
  moveColumns(range: unknown, to: number): void;
  getRange(a1: string): { sort(column: number): void };
}

type Move =
  | { kind: 'insert' | 'delete'; row: number }
  | { kind: 'sort' }
  | { kind: 'column'; at: number }
  | { kind: 'move'; from: number; to: number }
  | { kind: 'type'; row: number };

const row = fc.integer({ min: 2, max: ROWS + 1 });
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insert' as const, 'delete' as const), row }),
  fc.constant({ kind: 'sort' as const }),
  fc.record({ kind: fc.constant('column' as const), at: fc.integer({ min: 1, max: 7 }) }),
  fc.record({
    kind: fc.constant('move' as const),
    from: fc.integer({ min: 5, max: 8 }),
    to: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ kind: fc.constant('type' as const), row }),
);

const width = (book: Bound): number => book.tab(TAB).getDataRange().getValues()[0].length;

function act(book: Bound, m: Move): void {
  const tab = book.tab(TAB) as unknown as Sheet;
  if (m.kind === 'insert') tab.insertRowsBefore(m.row, 1);
  else if (m.kind === 'delete') tab.deleteRow(m.row);
  else if (m.kind === 'sort')
    tab.getRange(`A2:${columnLetter(width(book) - 1)}${ROWS + 3}`).sort(person(book).column(TAB, NAME) + 1);
  else if (m.kind === 'column') tab.insertColumnBefore(m.at);
  else if (m.kind === 'move') {
    const letter = String.fromCharCode(64 + m.from);
    tab.moveColumns(tab.getRange(`${letter}1:${letter}2`), m.to);
  } else person(book).edit(TAB, m.row, 'Должность', [['вписано человеком']], true);
}

let during: { at: number; act: () => void } | null = null;
let calls = 0;
let busy = false;

function made(): Bound {
  during = null;
  const book = bound({
    onCall: () => {
      if (busy || !during) return;
      if (calls++ !== during.at) return;
      busy = true;
      try {
        during.act();
      } finally {
        busy = false;
      }
    },
  });
  book.rpc('setUp', { storageMode: 'Полный' });
  const me = person(book);
  me.edit('Организации', 2, 'Краткое наименование', [['СОШ № 1']]);
  const people = ['Яковлева', 'Петрова', 'Иванова', 'Сидорова', 'Орлова', 'Белова'];
  me.edit(
    TAB,
    2,
    'ОО (ID)',
    people.map((surname) => ['ORG-01', `${surname} Мария Петровна`]),
  );
  return book;
}

/** What people and IDs stand in each row that has a name, by name: the columns of the stamps and the verdict apart. */
function peoples(book: Bound): Record<string, Record<string, string>> {
  const [header, ...rows] = book.tab(TAB).getDataRange().getDisplayValues();
  const names = header.indexOf(NAME);
  return Object.fromEntries(
    rows
      .filter((cells) => cells[names] !== '')
      .map((cells) => [
        cells[names],
        Object.fromEntries(
          header.flatMap((title, c) =>
            OWN_TITLES.includes(title) || cells[c] === '' ? [] : [[title, cells[c]]],
          ),
        ),
      ]),
  );
}

/** Cells that stand in no column of the tab. */
function stray(book: Bound): string[] {
  const [header, ...rows] = book.tab(TAB).getDataRange().getDisplayValues();
  return rows.flatMap((cells) => cells.filter((cell, c) => header[c] === '' && cell !== ''));
}

interface MyEdit {
  row: number;
  values: string[][];
  header: string;
}
const edits: readonly MyEdit[] = [
  { row: 4, header: 'Должность', values: [['учитель']] },
  { row: 3, header: 'Должность', values: [['учитель'], ['логопед'], ['педагог']] },
  { row: ROWS + 2, header: 'ОО (ID)', values: [['ORG-01', 'Новая Анна Ивановна']] },
];

test('people at work in the middle of an edit lose no cell and no ID', () => {
  const book = made();
  const start = structuredClone(book.sheet(TAB));
  fc.assert(
    fc.property(fc.constantFrom(...edits), move, fc.nat(22), (mine, m, at) => {
      const edit = () => {
        Object.assign(book.sheet(TAB), structuredClone(start));
        const column = person(book).column(TAB, mine.header);
        return book.host.spreadsheets.userEdit(book.sheet(TAB).id, mine.row - 1, column, mine.values);
      };
      edit();
      act(book, m);
      const alone = peoples(book);
      const event = edit();
      calls = 0;
      during = { at, act: () => act(book, m) };
      const fired = fireOnEdit(book.host, event);
      during = null;
      // A row deleted between a range and its reading: the event is lost, as any may be, and nothing was written.
      for (const { error } of fired) if (error && !/outside the dimensions/.test(String(error))) throw error;
      if (calls <= at) act(book, m);
      const together = peoples(book);
      // The new row may have got its number.
      for (const [name, cells] of Object.entries(together)) if (!alone[name]?.ID) delete cells.ID;
      expect(together).toEqual(alone);
      expect(stray(book)).toEqual([]);
      const ids = book
        .tab(TAB)
        .getDataRange()
        .getDisplayValues()
        .slice(1)
        .map((cells) => cells[person(book).column(TAB, 'ID')])
        .filter((id) => id !== '');
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 120, endOnFailure: true },
  );
});
