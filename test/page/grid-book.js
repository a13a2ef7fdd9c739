/**
 * Runs in the browser: a book of mentors with 30 columns, shown by the grid. Not TypeScript, for the tests are compiled
 * without the types of a browser.
 */
import { createGrid } from '../../src/local/page/client/grid/grid';
import { GRID_WORDS } from '../../src/local/page/client/grid/words';

const ROWS = globalThis.ROWS;
const COLUMNS = 30;
const STYLES = [
  {},
  { bold: true, background: '#1f4e79', color: '#ffffff', wrap: 'WRAP', down: 'middle', across: 'center' },
  { across: 'right' },
  { background: '#fff2cc', borders: { top: '1px solid #7f6000', bottom: '2px solid #7f6000' } },
  { color: '#c00000', background: '#ffff00' },
  { color: '#999999', italic: true },
  { background: '#e2efda', color: '#375623', wrap: 'WRAP', down: 'top' },
  { across: 'center' },
  { bold: true, size: 14, across: 'center', down: 'middle', background: '#ddebf7' },
];
const HEADERS = [
  'ID',
  'ФИО наставника',
  'Дата начала действия приказа',
  'Согласие',
  'Статус',
  'Связь',
  'Балл',
];
const CHOICES = ['действует', 'приостановлено', 'завершено', 'архив'];
const USED = Math.min(ROWS, 60_000) - 10;

const changed = new Map();
const key = (row, column) => `${row}:${column}`;

function cell(row, column) {
  const now = changed.get(key(row, column));
  if (now !== undefined) return now;
  if (row === 0)
    return {
      t: HEADERS[column] ?? `Показатель ${column}, единиц`,
      s: 1,
      ...(column === 2 ? { n: 'Дата приказа, дд.мм.гггг' } : {}),
    };
  if (row >= USED) return null;
  switch (column) {
    case 0:
      return { t: `НСТ-${String(row).padStart(3, '0')}` };
    case 1:
      return row % 7 === 3
        ? { t: `Иванова Мария Петровна, учитель начальных классов № ${row}`, s: 6 }
        : { t: `Иванова Мария ${row}`, ...(row === 2 ? { n: 'Проверьте отчество' } : {}) };
    case 2:
      return { t: '01.09.2024', s: 2, v: 2 };
    case 3:
      return { t: row % 2 ? 'TRUE' : 'FALSE', s: 7, v: 3 };
    case 4:
      return { t: CHOICES[row % 3], v: 1, ...(row % 5 === 0 ? { s: 4 } : {}) };
    case 5:
      return row % 3 === 1
        ? {
            t: 'Приказ и план',
            l: [
              [0, 6, 'https://example.org/1'],
              [9, 13, '#gid=1&range=A2'],
            ],
          }
        : null;
    case 6:
      return { t: String(row % 100), s: 2, e: `${row % 100},125` };
    case 7:
      return row % 4 === 1
        ? {
            t: 'Длинный текст, который не помещается в своём столбце и идёт дальше',
            ...(row % 8 === 1 ? { s: 3 } : {}),
          }
        : null;
    case 12:
      return { t: `значение ${row}`, s: 5 };
    default:
      return null;
  }
}

function row(r) {
  const c = Array.from({ length: 13 }, (_, column) => cell(r, column));
  if (r === 0) for (let column = 13; column < COLUMNS; column++) c.push(cell(0, column));
  if (r === 9 && !changed.has(key(9, 7))) c[7] = { t: 'Объединено', s: 8 };
  return { r, c, ...(r === 0 ? { h: 52 } : r % 7 === 3 ? { h: 40 } : {}) };
}

const sheet = {
  id: 1,
  name: 'Наставники',
  hidden: false,
  color: null,
  rows: ROWS,
  columns: COLUMNS,
  used: USED,
  frozenRows: 1,
  frozenColumns: 2,
  widths: [80, 170, 110, 90, 130, 120, 60, 120, ...Array(COLUMNS - 8).fill(100)],
  heights: [[0, 52], ...Array.from({ length: USED }, (_, r) => [r, 40]).filter(([r]) => r % 7 === 3)],
  hiddenRows: [5],
  hiddenColumns: [8],
  merges: [{ row: 9, column: 7, rows: 3, columns: 3 }],
  charts: [
    {
      address: '/api/picture/1',
      title: 'Пары по месяцам',
      row: 3,
      column: 10,
      offsetX: 10,
      offsetY: 5,
      width: 300,
      height: 180,
    },
  ],
  protection: null,
};

const said = [];
const edits = [];
const requests = [];
const say =
  (name) =>
  (...args) => {
    said.push([name, ...args]);
  };

const grid = createGrid(
  document.querySelector('main'),
  {
    async rows(_, from, to) {
      requests.push([from, to]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return Array.from({ length: to - from }, (_, i) => row(from + i));
    },
    seen: () => ({ boot: '', seq: 0 }),
    choices: async () => [...CHOICES, ...Array.from({ length: 4_996 }, (_, i) => `вариант ${i + 1}`)],
    style: (index) => STYLES[index],
  },
  {
    edit({ row, column }, values) {
      edits.push({ row, column, values });
      return String(edits.length - 1);
    },
    select: say('select'),
    link: say('link'),
    columnMenu: say('columnMenu'),
    contextMenu: say('contextMenu'),
    resize: say('resize'),
    filtered: say('filtered'),
    refused: say('refused'),
    leave: say('leave'),
  },
  GRID_WORDS.ru,
);

function placeOf(address) {
  const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(address);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(number) - 1, column };
}

Object.assign(globalThis, {
  grid,
  book: {
    said,
    edits,
    requests,
    sheet,
    row,
    drawn(address) {
      const { row, column } = placeOf(address);
      return document.querySelector(`[aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`);
    },
    active: () =>
      document
        .getElementById(document.querySelector('[role=grid]').getAttribute('aria-activedescendant') ?? '')
        ?.id.replace(/^grid\d+-/, ''),
    go(address) {
      grid.select({ sheetId: 1, ...placeOf(address), rows: 1, columns: 1 });
    },
    /** The server has taken edit number n: its cells come as a change. */
    take(n) {
      const { row: top, column: left, values } = edits[n];
      values.forEach((line, r) => {
        line.forEach((t, c) => {
          changed.set(key(top + r, left + c), { ...cell(top + r, left + c), t });
        });
      });
      grid.apply({ kind: 'rows', sheetId: 1, used: USED, rows: values.map((_, r) => row(top + r)) });
      grid.settle(String(n), true);
    },
  },
});
grid.show(
  sheet,
  Array.from({ length: 200 }, (_, r) => row(r)),
);
grid.focus();
