import type { Cell } from '../../domain/registry/cell';
import { unzip } from './zip';

/** A sheet of an .xlsx that a person chose, read in the browser: the file itself goes nowhere. */
export interface Sheet {
  readonly name: string;
  /** @param merged every cell of a merged range says what its first one says */
  read(merged?: boolean): Promise<Cell[][]>;
}

/** @throws when the file is no .xlsx */
export async function sheetsOf(file: File): Promise<Sheet[]> {
  const parts = await unzip(await file.arrayBuffer());
  const xml = async (name: string): Promise<Document | null> => {
    const part = parts.get(name);
    return part ? new DOMParser().parseFromString(await part(), 'text/xml') : null;
  };
  const book = await xml('xl/workbook.xml');
  const links = await xml('xl/_rels/workbook.xml.rels');
  if (!book || !links) throw new Error('not an .xlsx');
  const targets = new Map(
    all(links, 'Relationship').map((r) => [r.getAttribute('Id') ?? '', r.getAttribute('Target') ?? '']),
  );
  const since1904 = all(book, 'workbookPr')[0]?.getAttribute('date1904') === '1';
  const strings = all(await xml('xl/sharedStrings.xml'), 'si').map(textOf);
  const dates = dateStyles(await xml('xl/styles.xml'));
  return all(book, 'sheet').map((sheet) => ({
    name: sheet.getAttribute('name') ?? '',
    async read(merged = false) {
      const target = targets.get(attributeOf(sheet, 'id')) ?? '';
      const part = await xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      const grid = gridOf(part, { strings, dates, since1904 });
      if (merged) fillMerged(grid, part);
      return grid;
    },
  }));
}

interface Context {
  readonly strings: readonly string[];
  /** Positions of the cell formats that show a date. */
  readonly dates: ReadonlySet<number>;
  readonly since1904: boolean;
}

function gridOf(sheet: Document | null, context: Context): Cell[][] {
  const grid: Cell[][] = [];
  all(sheet, 'row').forEach((row, i) => {
    const cells: Cell[] = [];
    all(row, 'c').forEach((c, k) => {
      const at = columnOf(c.getAttribute('r') ?? '') ?? k;
      while (cells.length < at) cells.push('');
      cells[at] = cellOf(c, context);
    });
    const at = Number(row.getAttribute('r') ?? i + 1) - 1;
    while (grid.length < at) grid.push([]);
    grid[at] = cells;
  });
  return grid;
}

/** Within what the sheet holds: a merged title may reach to the last column that there is. */
function fillMerged(grid: Cell[][], sheet: Document | null): void {
  const width = Math.max(0, ...grid.map((row) => row.length));
  for (const range of all(sheet, 'mergeCell')) {
    const [from, to] = (range.getAttribute('ref') ?? '').split(':');
    const [left, right] = [columnOf(from ?? ''), columnOf(to ?? '')];
    const [top, bottom] = [from, to].map((address) => Number(/\d+$/.exec(address ?? '')?.[0] ?? 0) - 1);
    if (left === null || right === null || top < 0) continue;
    const text = grid[top]?.[left] ?? '';
    for (let r = top; r <= Math.min(bottom, grid.length - 1); r++)
      for (let c = left; c <= Math.min(right, width - 1); c++) {
        while (grid[r].length < c) grid[r].push('');
        grid[r][c] = text;
      }
  }
}

function cellOf(cell: Element, { strings, dates, since1904 }: Context): Cell {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return textOf(cell);
  const value = all(cell, 'v')[0]?.textContent ?? '';
  if (value === '') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1';
  if (type === 'str' || type === 'e') return value;
  if (type === 'd') return { date: value.slice(0, 10) };
  const number = Number(value);
  return dates.has(Number(cell.getAttribute('s') ?? 0)) ? { date: dayOf(number, since1904) } : number;
}

const DAY = 86_400_000;

/** Serial 25 569 is 1 January 1970. */
function dayOf(serial: number, since1904: boolean): string {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0) - 25_569;
  return new Date(days * DAY).toISOString().slice(0, 10);
}

function dateStyles(styles: Document | null): ReadonlySet<number> {
  const own = new Map(
    all(styles, 'numFmt').map((f) => [
      Number(f.getAttribute('numFmtId')),
      f.getAttribute('formatCode') ?? '',
    ]),
  );
  const isDate = (id: number): boolean => {
    const code = (own.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    return (id >= 14 && id <= 17) || id === 22 || /[dy]/i.test(code);
  };
  const formats = all(all(styles, 'cellXfs')[0] ?? null, 'xf');
  return new Set(formats.flatMap((xf, i) => (isDate(Number(xf.getAttribute('numFmtId') ?? 0)) ? [i] : [])));
}

/** Elements by local name whatever the prefix. */
function all(from: Document | Element | null, name: string): Element[] {
  return from ? [...from.getElementsByTagNameNS('*', name)] : [];
}

function attributeOf(element: Element, name: string): string {
  return [...element.attributes].find((a) => a.localName === name && a.name.includes(':'))?.value ?? '';
}

/** Runs of rich text together, phonetic hints left out. */
function textOf(element: Element): string {
  return all(element, 't')
    .filter((t) => t.parentElement?.localName !== 'rPh')
    .map((t) => t.textContent ?? '')
    .join('');
}

function columnOf(address: string): number | null {
  const letters = /^[A-Z]+/.exec(address)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
