import fc from 'fast-check';
import { ruleOf } from '../../src/domain/checks/rules';
import { codesOf } from '../../src/domain/checks/verdict';
import { type Bound, bound } from './bundle';
import { person } from './person';

const TAB = 'Наставники';
const HUMAN = ['ОО (ID)', 'ФИО наставника', 'Педагогический стаж, полных лет', 'Статус записи'];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  'ОО (ID)': ['ORG-01', 'ORG-09', ''],
  'ФИО наставника': ['Иванова Мария Петровна', 'Пётр', ''],
  'Педагогический стаж, полных лет': [5, 99, 'много', ''],
  'Статус записи': ['Действует', 'Черновик', 'Архив', ''],
};
const ROWS = 8;

type Step =
  | { kind: 'cell'; row: number; column: number; value: number; lost: boolean }
  | { kind: 'copy'; from: number; to: number; lost: boolean }
  | { kind: 'new'; row: number; lost: boolean }
  | { kind: 'insert'; row: number; lost: boolean }
  | { kind: 'clear'; row: number; lost: boolean }
  | { kind: 'sort' };

const row = fc.integer({ min: 2, max: ROWS });
const lost = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('cell' as const), row, column: fc.nat(3), value: fc.nat(3), lost }),
  fc.record({ kind: fc.constant('copy' as const), from: row, to: row, lost }),
  fc.record({ kind: fc.constant('new' as const), row, lost }),
  fc.record({ kind: fc.constant('insert' as const), row, lost }),
  fc.record({ kind: fc.constant('clear' as const), row, lost }),
  fc.record({ kind: fc.constant('sort' as const) }),
);

/** A record of one word loses it and the event is lost: what is left is a number, the stamps and the words of then. */
const CLEARED_UNSEEN: Step[] = [
  { kind: 'cell', row: 2, column: 3, value: 2, lost: false },
  { kind: 'cell', row: 2, column: 3, value: 3, lost: true },
];
/** The same after its row was copied unseen: the number then stands in the record and in the row that was cleared. */
const MOVED_UNSEEN: Step[] = [
  CLEARED_UNSEEN[0],
  { kind: 'copy', from: 2, to: 4, lost: true },
  { kind: 'copy', from: 2, to: 3, lost: true },
  CLEARED_UNSEEN[1],
];

function made(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  person(book).edit('Организации', 2, 'Краткое наименование', [['СОШ № 1']]);
  return book;
}

interface Sheet {
  insertRowsBefore(row: number, count: number): void;
  getRange(a1: string): { getValues(): unknown[][]; sort(column: number): void };
}

function act(book: Bound, step: Step): void {
  const me = person(book);
  const tab = book.tab(TAB) as unknown as Sheet;
  if (step.kind === 'sort') tab.getRange(`A2:Z${ROWS + 4}`).sort(me.column(TAB, 'ФИО наставника') + 1);
  else if (step.kind === 'insert') tab.insertRowsBefore(step.row, 1);
  else if (step.kind === 'clear')
    me.edit(
      TAB,
      step.row,
      'ID',
      [
        tab
          .getRange(`${step.row}:${step.row}`)
          .getValues()[0]
          .map(() => ''),
      ],
      step.lost,
    );
  else if (step.kind === 'copy')
    me.edit(TAB, step.to, 'ID', [tab.getRange(`${step.from}:${step.from}`).getValues()[0]], step.lost);
  else if (step.kind === 'new')
    me.edit(TAB, step.row, 'ОО (ID)', [['ORG-01', 'Новая Анна Ивановна']], step.lost);
  else {
    const header = HUMAN[step.column];
    me.edit(TAB, step.row, header, [[VALUES[header][step.value % VALUES[header].length]]], step.lost);
  }
}

const humanCells = (book: Bound): string => {
  const me = person(book);
  const columns = HUMAN.map((h) => me.column(TAB, h));
  return JSON.stringify(
    book
      .tab(TAB)
      .getDataRange()
      .getDisplayValues()
      .map((cells) => columns.map((c) => cells[c])),
  );
};

const column = (book: Bound, header: string): string[] => {
  const at = person(book).column(TAB, header);
  return book
    .tab(TAB)
    .getDataRange()
    .getDisplayValues()
    .slice(1)
    .map((cells) => cells[at]);
};

/** The same rows in a book where no event ever ran. */
function fresh(book: Bound): Bound {
  const other = made();
  const values = book.tab(TAB).getDataRange().getDisplayValues();
  const errors = person(book).column(TAB, 'Ошибки');
  values.forEach((cells, r) => {
    const typed = cells.map((cell, c) => (c === errors && r > 0 ? '' : cell));
    person(other).edit(TAB, r + 1, 'ID', [typed], true);
  });
  return other;
}

test('after the full check numbers are unique, and the words are those of a book where no event ever ran', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 12 }), (steps) => {
      const book = made();
      const given = new Set<string>();
      for (const s of steps) {
        const before = new Set(column(book, 'ID'));
        act(book, s);
        // A number that has left the tab comes back only with its own row, never for a new record.
        if (s.kind === 'new' && !s.lost)
          for (const id of column(book, 'ID')) if (id && !before.has(id)) expect(given).not.toContain(id);
        for (const id of column(book, 'ID')) if (id) given.add(id);
      }
      expect(book.host.log).toEqual([]);
      const people = humanCells(book);
      book.rpc('check');
      expect(humanCells(book)).toBe(people);
      const ids = column(book, 'ID').filter((id) => id !== '');
      expect(new Set(ids).size).toBe(ids.length);
      const other = fresh(book);
      other.rpc('check');
      expect(column(book, 'Ошибки')).toEqual(column(other, 'Ошибки'));
      const again = column(book, 'ID');
      book.rpc('check');
      expect(column(book, 'ID')).toEqual(again);
    }),
    { numRuns: 14, endOnFailure: true, examples: [[CLEARED_UNSEEN], [MOVED_UNSEEN]] },
  );
});

test('where no event was lost the words at the cell are already those of the full check', () => {
  fc.assert(
    fc.property(
      fc.array(
        step.filter((s) => s.kind !== 'sort' && s.kind !== 'insert'),
        { minLength: 2, maxLength: 10 },
      ),
      (steps) => {
        const book = made();
        for (const s of steps) act(book, { ...s, lost: false } as Step);
        const atCell = column(book, 'Ошибки').map(rowPart);
        book.rpc('check');
        expect(column(book, 'Ошибки').map(rowPart)).toEqual(atCell);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

/** The codes that one row alone decides: every rule of reading and of a row, but for the doubled ID. */
function rowPart(verdict: string): string[] {
  return codesOf(verdict)
    .filter((code) => code !== 'R-04' && ruleOf(code).scope !== 'book')
    .sort();
}
