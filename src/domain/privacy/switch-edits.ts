import { columnLetter, mapHeaders } from '../registry/headers';
import { settingDefinitions } from '../registry/settings';
import type { Column } from '../registry/tab';
import { tabs } from '../registry/tabs';
import { isCode } from '../text/person-name';
import { printReference } from '../text/reference';
import type { BookSheet, Leftover } from './book-text';
import type { CodingPlan } from './coding-plan';
import type { Span } from './likely-names';
import { HIDDEN_NAME, hideSpans, nameIndex } from './name-index';
import { OFFICIAL_SETTINGS } from './officials';

/** A text of a cell or a note to be replaced; row and column are 0-based in the sheet. */
export interface TextEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Key of the registry's column; '' where the sheet is no registry or the column is not the template's. */
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

export interface SwitchEdits {
  readonly cells: readonly TextEdit[];
  readonly notes: readonly TextEdit[];
  readonly titles: readonly { readonly from: string; readonly to: string }[];
  readonly left: readonly Leftover[];
}

/**
 * Every text outside the cells of names and mentions that has to change when names give way to codes. Labels of
 * references follow the ID in front of them; other texts lose the exact forms of the names. In the program's own tabs
 * whatever still looks like a name is hidden; in people's tabs it is hidden or left to them, as they chose.
 */
export function switchEdits(
  sheets: readonly BookSheet[],
  plan: Pick<CodingPlan, 'people' | 'codes'>,
  officials: ReadonlySet<string>,
  rest: 'hide' | 'leave',
): SwitchEdits {
  const index = nameIndex(plan.people, officials);
  const made = {
    cells: [] as TextEdit[],
    notes: [] as TextEdit[],
    titles: [] as { from: string; to: string }[],
  };
  const left: Leftover[] = [];
  for (const sheet of sheets) {
    const { title, grid, own } = sheet;
    const hide = own || rest === 'hide';
    const leave = (
      kind: Leftover['kind'],
      text: string,
      spans: readonly Span[],
      row: number,
      column: number,
    ) => {
      if (spans.length > 0)
        left.push({
          sheet: title,
          cell: kind === 'title' ? '' : `${columnLetter(column)}${row + 1}`,
          kind,
          words: spans.map((s) => text.slice(s.start, s.end)),
        });
    };
    const columns = columnsOf(sheet);
    const official = officialRows(sheet, columns);
    const journal = own ? journalColumns(grid) : null;
    const named = own && journal === null ? nameColumns(grid) : new Map<number, number>();
    const change = (
      text: string,
      labels: boolean,
    ): { after: string; spans: readonly Span[]; text: string } => {
      const done = index.replace(labels ? relabel(text, plan.codes) : text);
      return hide
        ? { after: hideSpans(done.text, done.left), spans: [], text: done.text }
        : { after: done.text, spans: done.left, text: done.text };
    };
    grid.forEach((cells, row) => {
      cells.forEach((before, column) => {
        if (typeof before !== 'string' || before === '') return;
        const known = columns.get(column);
        if (known?.personal || known?.type === 'id' || (row === 0 && known) || official.has(row)) return;
        const formula = sheet.formulas[row]?.[column] ?? '';
        if (formula !== '') {
          const found = index.replace(formula);
          if (found.replaced > 0) leave('formula', formula, [{ start: 0, end: formula.length }], row, column);
          return;
        }
        const { after: changed, spans, text } = change(before, own || known?.type === 'reference');
        const told = journal?.values.has(column) ? formerName(changed, cells, journal, plan.codes) : changed;
        const below = row > (named.get(column) ?? Number.POSITIVE_INFINITY);
        const after = below && !isCode(told) ? HIDDEN_NAME : told;
        leave('cell', text, spans, row, column);
        if (after !== before)
          made.cells.push({ sheet: title, row, column, key: known?.key ?? '', before, after });
      });
    });
    sheet.notes.forEach((cells, row) => {
      cells.forEach((before, column) => {
        if (before === '' || (row === 0 && columns.has(column))) return;
        const { after, spans, text } = change(before, false);
        leave('note', text, spans, row, column);
        if (after !== before) made.notes.push({ sheet: title, row, column, key: '', before, after });
      });
    });
    if (sheet.tab !== null) continue;
    const { after, spans, text } = change(title, false);
    if (!own) leave('title', text, spans, 0, 0);
    if (after !== title) made.titles.push({ from: title, to: after });
  }
  return { ...made, left };
}

/** 0-based position → column of the template. */
export function columnsOf({ tab, grid }: BookSheet): ReadonlyMap<number, Column> {
  if (tab === null) return new Map();
  const { at } = mapHeaders(tabs[tab], grid[0] ?? []);
  return new Map(tabs[tab].columns.flatMap((c) => (at.has(c.key) ? [[at.get(c.key)!, c] as const] : [])));
}

/** Rows of «Настройки» that name officials: they stay. */
export function officialRows(
  { tab, grid }: BookSheet,
  columns: ReadonlyMap<number, Column>,
): ReadonlySet<number> {
  if (tab !== 'settings') return new Set();
  const titles = settingDefinitions.filter((d) => OFFICIAL_SETTINGS.includes(d.key)).map((d) => d.title);
  const nameAt = [...columns].find(([, c]) => c.key === 'name')?.[0] ?? -1;
  return new Set(grid.flatMap((cells, row) => (titles.includes(String(cells[nameAt]).trim()) ? [row] : [])));
}

const LABEL = /([A-Z]{3}-\d+)\s*\u00b7\s*[^;\n"]*/g;
/** A cell that is nothing but references. */
const REFERENCES = /^\s*[A-Z]{3}-\d+\s*\u00b7[^;\n]*(?:[;\n]\s*[A-Z]{3}-\d+(?:\s*\u00b7[^;\n]*)?)*\s*$/;

function relabel(text: string, codes: ReadonlyMap<string, string>): string {
  if (!REFERENCES.test(text)) return text;
  return text.replace(LABEL, (piece, id: string) => {
    const code = codes.get(id);
    return code === undefined ? piece : printReference(id, code);
  });
}

/** Where a tab of the program tells of cells one by one: journal, findings, undo. */
interface JournalColumns {
  readonly record: number;
  readonly column: number;
  readonly values: ReadonlySet<number>;
}

/** Headers of a register stand below its heading. */
const HEADER_ROWS = 6;
const VALUES: readonly string[] = ['Было', 'Стало', 'Найдено'];
const NAME_TITLES: ReadonlySet<string> = new Set(
  Object.values(tabs).flatMap((tab) =>
    tab.columns.filter((c) => c.personal === 'name').flatMap((c) => [c.title, ...(c.aliases ?? [])]),
  ),
);
/** A name cell in a record kept as JSON. */
const IN_RECORD = new RegExp(
  `("(?:${[...NAME_TITLES].map((t) => t.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')}|name)":")((?:[^"\\\\]|\\\\.)*)(")`,
  'g',
);

/** A register as it was on a date: columns of names and the row in which their headers stand. */
function nameColumns(grid: BookSheet['grid']): Map<number, number> {
  const found = new Map<number, number>();
  grid.slice(0, HEADER_ROWS).forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (typeof cell === 'string' && NAME_TITLES.has(cell)) found.set(column, row);
    });
  });
  return found;
}

function journalColumns(grid: BookSheet['grid']): JournalColumns | null {
  const header = (grid[0] ?? []).map(String);
  const column = header.indexOf('Столбец');
  const values = new Set(header.flatMap((title, i) => (VALUES.includes(title) ? [i] : [])));
  return column < 0 || values.size === 0 ? null : { record: header.indexOf('Запись'), column, values };
}

/** What stood in a name cell once, under whatever former surname: the code of the record, or nothing. */
function formerName(
  text: string,
  cells: BookSheet['grid'][number],
  { record, column }: JournalColumns,
  codes: ReadonlyMap<string, string>,
): string {
  const code = codes.get(String(cells[record] ?? '')) ?? HIDDEN_NAME;
  const inCode = (name: string) => (name === '' || isCode(name) ? name : code);
  if (NAME_TITLES.has(String(cells[column] ?? ''))) return inCode(text);
  return text.charAt(0) === '{'
    ? text.replace(IN_RECORD, (_, key: string, name: string, end: string) => key + inCode(name) + end)
    : text;
}
