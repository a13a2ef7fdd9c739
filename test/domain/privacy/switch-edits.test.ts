import type { BookSheet } from '../../../src/domain/privacy/book-text';
import { switchEdits } from '../../../src/domain/privacy/switch-edits';
import type { Grid } from '../../../src/domain/registry/cell';

const plan = {
  people: [{ code: 'П-001', name: 'Иванова Мария Павловна' }],
  codes: new Map([['NST-001', 'П-001']]),
};
const sheet = (title: string, grid: Grid, own = true): BookSheet => ({
  title,
  tab: null,
  own,
  grid,
  notes: [],
  formulas: [],
});
const after = (from: BookSheet): string[] =>
  switchEdits([from], plan, new Set(), 'leave').cells.map((c) => c.after);

test('the journal forgets a former surname too, in a cell and in a whole record', () => {
  const header = ['№', 'Запись', 'Столбец', 'Было', 'Стало'];
  const json = '{"ФИО наставника":"Петрова","Должность":"учитель"}';
  const grid: Grid = [
    header,
    [1, 'NST-001', 'ФИО наставника', 'Петрова', 'Иванова Мария Павловна'],
    [2, 'NST-001', '(новая запись)', '', json],
    [3, 'NST-002', 'ФИО наставника', '', 'Сидорова'],
    [4, 'NST-001', 'Должность', 'учитель', 'директор'],
  ];
  expect(after(sheet('Журнал изменений', grid))).toEqual([
    'П-001',
    'П-001',
    '{"ФИО наставника":"П-001","Должность":"учитель"}',
    '(имя скрыто)',
  ]);
});

test('a register as it was on a date keeps no name, whoever it was', () => {
  const grid: Grid = [
    ['Реестр «Наставники»'],
    ['ID', 'ФИО наставника'],
    ['NST-009', 'Зуева'],
    ['NST-001', 'П-001'],
  ];
  expect(after(sheet('Реестр на дату', grid))).toEqual(['(имя скрыто)']);
});

test('a label follows the ID even when it names somebody by a former surname', () => {
  expect(after(sheet('Списки', [['Наставники'], ['NST-001 · Петрова М. П.']]))).toEqual(['NST-001 · П-001']);
});

test('a tab of people’s own is not guessed at: what is left is told', () => {
  const own = sheet('Заметки', [['Ивановой позвонить; М. П. Иванова придёт']], false);
  const { cells, left } = switchEdits([own], plan, new Set(), 'leave');
  expect(cells.map((c) => c.after)).toEqual(['Ивановой позвонить; П-001 придёт']);
  expect(left).toEqual([{ sheet: 'Заметки', cell: 'A1', kind: 'cell', words: ['Ивановой'] }]);
});

test('a formula is never overwritten, and one that names somebody is told', () => {
  const own = { ...sheet('Расчёт', [['Иванова М. П.']], false), formulas: [['="Иванова М. П."']] };
  const { cells, left } = switchEdits([own], plan, new Set(), 'hide');
  expect([cells, left.map((l) => l.kind)]).toEqual([[], ['formula']]);
});
