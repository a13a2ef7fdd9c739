import { type Finding, shown } from '../checks/finding';
import { foldHeader } from '../text/fold';
import { type Cell, cellText, type Grid, isBlank } from './cell';
import type { EnumerationKey } from './enumerations';
import { columnLetter, type HeaderMap, mapHeaders } from './headers';
import type { Problem } from './problem';
import type { Column, Tab } from './tab';
import { blankValue, type CellReader, cellReader, type Value } from './values';
import type { Vocabulary } from './vocabulary';

/** One row of a tab as read. */
export interface Entry {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** The ID cell; '' when blank. */
  readonly id: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Required cells that are due in this row, and how many of them are filled (§5.4). */
  readonly due: number;
  readonly filled: number;
  readonly errors: number;
}

export interface ReadTab {
  readonly tab: Tab;
  /** False: the workbook has no such tab. */
  readonly present: boolean;
  readonly headers: HeaderMap | null;
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/** True when the column can be relied on: the tab is there and the header stands in it once. */
export function hasColumn(read: ReadTab, key: string): boolean {
  return read.headers?.at.has(key) ?? false;
}

/** A row where only these are left was cleared: its number is kept, and never given to another record. */
const KEPT_WHEN_CLEARED: ReadonlySet<string> = new Set(['id', 'updatedOn', 'updatedBy']);

interface ColumnPlan {
  readonly column: Column;
  readonly at: number;
  readonly read: CellReader;
  readonly blank: Value;
}

/**
 * Reads a tab: values by header, findings for what cannot be read. The grid is not changed.
 * @param grid rows of the sheet with the header first; null when there is no such tab
 * @param known where the columns stand, if the caller has asked already
 */
export function readTab(
  tab: Tab,
  grid: Grid | null,
  vocabularies: (key: EnumerationKey) => Vocabulary,
  known?: HeaderMap,
): ReadTab {
  if (grid === null)
    return {
      tab,
      present: false,
      headers: null,
      entries: [],
      findings: tab.optional ? [] : [missingTab(tab)],
    };
  const header = grid[0] ?? [];
  const headers = known ?? mapHeaders(tab, header);
  const findings: Finding[] = headerFindings(tab, headers);
  const plans = tab.columns
    .filter((c) => headers.at.has(c.key))
    .map(
      (column): ColumnPlan => ({
        column,
        at: headers.at.get(column.key)!,
        read: cellReader(column, vocabularies),
        blank: blankValue(column),
      }),
    );
  const filledByPeople = plans.filter(
    (p) => p.column.owner !== 'script' && !KEPT_WHEN_CLEARED.has(p.column.key),
  );
  // Cloned for each row: an object that grows by one key at a time costs several times more.
  const blank: Record<string, Value> = {};
  for (const plan of plans) blank[plan.column.key] = plan.blank;
  const entries: Entry[] = [];
  const seen = new Map<string, number>();
  const idAt = headers.at.get('id') ?? -1;
  for (let r = 1; r < grid.length; r++) {
    const cells = grid[r];
    if (filledByPeople.every((p) => isBlank(cells[p.at]))) continue;
    const stray = RECORD_ID.test(String(cells[idAt] ?? '')) ? null : strayRow(tab, header, cells, r + 1);
    if (stray) {
      findings.push(stray);
      continue;
    }
    entries.push(readRow(tab, plans, blank, cells, r + 1, findings, seen));
  }
  return { tab, present: true, headers, entries, findings };
}

function readRow(
  tab: Tab,
  plans: readonly ColumnPlan[],
  blank: Readonly<Record<string, Value>>,
  cells: readonly Cell[],
  row: number,
  findings: Finding[],
  seen: Map<string, number>,
): Entry {
  const values: Record<string, Value> = { ...blank };
  const first = findings.length;
  let reading: ColumnPlan = plans[0];
  const idAt = plans.find((p) => p.column.type === 'id')?.at;
  const id = idAt === undefined || isBlank(cells[idAt]) ? '' : cellText(cells[idAt]).trim();
  const add = (column: Column, problem: Problem, found: unknown) =>
    findings.push({
      ...problem,
      tab: tab.title,
      row,
      recordId: id,
      column: column.title,
      found: shown(found),
      organisation: typeof values.organisation === 'string' ? values.organisation : '',
    });
  const report = (problem: Problem) => add(reading.column, problem, cellText(cells[reading.at]));
  for (const plan of plans) {
    const cell = cells[plan.at];
    if (isBlank(cell)) continue;
    reading = plan;
    values[plan.column.key] = plan.read(cell, report);
  }
  if (id) {
    const holder = seen.get(id);
    if (holder === undefined) seen.set(id, row);
    else
      add(
        tab.columns[0],
        {
          code: 'R-04',
          severity: 'error',
          message: `Повторяющийся ID ${id}.`,
          expected: `номер, которого нет в других строках (первая запись — в строке ${holder})`,
          instruction: 'Дайте копии новый номер: первая запись сохраняет свой.',
        },
        id,
      );
  }
  let due = 0;
  let filled = 0;
  const draft = values.recordStatus === 'Черновик';
  for (const { column, at } of plans) {
    if (!column.required || column.owner === 'script') continue;
    if (column.required !== 'always' && !column.required.when(values)) continue;
    due++;
    if (!isBlank(cells[at])) filled++;
    else if (!draft)
      add(
        column,
        {
          code: 'R-01',
          severity: 'error',
          message: `Не заполнено обязательное поле «${column.title}».`,
          expected: column.required === 'always' ? 'значение' : `значение (${column.required.words})`,
          instruction: `Заполните ячейку. ${column.help}`,
        },
        '',
      );
  }
  let errors = 0;
  for (let i = first; i < findings.length; i++) if (findings[i].severity === 'error') errors++;
  return { row, id, values, due, filled, errors };
}

function missingTab(tab: Tab): Finding {
  return {
    code: 'S-01',
    severity: 'error',
    tab: tab.title,
    row: null,
    recordId: '',
    column: '',
    found: 'вкладки нет',
    expected: `вкладка «${tab.title}»`,
    message: `В книге нет вкладки «${tab.title}».`,
    instruction:
      'Выполните «Наставничество → Настройка → Создать или обновить книгу» или верните вкладке прежнее название.',
    organisation: '',
  };
}

function headerFindings(tab: Tab, headers: HeaderMap): Finding[] {
  const base = { tab: tab.title, row: 1, recordId: '', organisation: '' };
  return [
    ...headers.doubled.map(
      ({ column, positions }): Finding => ({
        ...base,
        code: 'S-03',
        severity: 'error',
        column: column.title,
        found: `столбцы ${positions.map(columnLetter).join(' и ')}`,
        expected: 'один столбец с таким заголовком',
        message: `На вкладке «${tab.title}» заголовок «${column.title}» стоит дважды.`,
        instruction: 'Переименуйте или удалите лишний столбец: программа не угадывает, какой из них верный.',
      }),
    ),
    ...headers.missing
      .filter((c) => c.owner !== 'script')
      .map(
        (column): Finding => ({
          ...base,
          code: 'S-02',
          severity: column.required === 'always' ? 'error' : 'hint',
          column: column.title,
          found: 'столбца нет',
          expected: `столбец «${column.title}»`,
          message: `На вкладке «${tab.title}» нет столбца «${column.title}».`,
          instruction:
            'Верните заголовок или выполните «Создать или обновить книгу»: столбец будет добавлен справа.',
        }),
      ),
  ];
}

export const RECORD_ID = /^[A-Z]{2,3}-\d/;
// \b knows Latin letters only.
const TOTAL = /^(?:итого|всего(?![а-яё]))/i;

/** What a row among the records is when it is no record: a total or the headers once more; null for anything else. */
export function strayKind(header: readonly Cell[], cells: readonly Cell[]): 'total' | 'header' | null {
  const texts = cells.map((c) => (isBlank(c) ? '' : cellText(c).trim()));
  const named = texts.filter((t) => t !== '');
  if (TOTAL.test(named[0] ?? '')) return 'total';
  const repeats =
    named.length >= 3 &&
    texts.every((t, i) => t === '' || foldHeader(t) === foldHeader(cellText(header[i] ?? '')));
  return repeats ? 'header' : null;
}

/** A total or a repeated header pasted among the records: reported and left out. */
function strayRow(tab: Tab, header: readonly Cell[], cells: readonly Cell[], row: number): Finding | null {
  const kind = strayKind(header, cells);
  if (kind === null) return null;
  const first = cellText(cells.find((c) => !isBlank(c)) ?? '').trim();
  const base = { tab: tab.title, row, recordId: '', column: '', found: shown(first), organisation: '' };
  if (kind === 'total')
    return {
      ...base,
      code: 'S-06',
      severity: 'warning',
      expected: 'строка записи',
      message: `Строка ${row} вкладки «${tab.title}» похожа на итог и не читается как запись.`,
      instruction: 'Удалите строку итога из реестра: итоги считает отчёт.',
    };
  return {
    ...base,
    code: 'S-07',
    severity: 'warning',
    expected: 'строка записи',
    message: `Строка ${row} вкладки «${tab.title}» повторяет заголовки.`,
    instruction: 'Удалите повтор заголовков.',
  };
}
