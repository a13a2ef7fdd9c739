import { type Cell, cellText, type Grid, isBlank } from '../../registry/cell';
import { type PlanField, type PlanHeader, planHeader } from './plan-header';
import { planText } from './plan-text';

/** A row of the plan below its header. */
export interface SourceRow {
  /** 1-based, counted through all tables of the source. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly header: PlanHeader;
}

/** A line that is no measure, shown to the person. */
export interface PassedLine {
  readonly row: number;
  readonly text: string;
}

export interface PlanTables {
  readonly header: PlanHeader;
  /** 1-based row of the first header. */
  readonly headerRow: number;
  readonly rows: readonly SourceRow[];
  readonly passed: readonly PassedLine[];
  /** How often the header stands again. */
  readonly repeated: number;
}

/** Why a source is no table of a plan. */
export type PlanFault = 'empty' | 'plain-text' | 'no-header';

/** Above the header stand the approval and the title of the plan. */
const HEADER_ROWS = 40;

/**
 * The rows of a plan from the tables of a document. The first table with a known header is the plan; tables with the same
 * columns, and tables of the same width that follow it without a header of their own (Word divides them at a page), go on.
 */
export function planTables(tables: readonly Grid[]): PlanTables | PlanFault {
  const filled = tables.flat().filter((row) => row.some((cell) => !isBlank(cell)));
  if (filled.length === 0) return 'empty';
  if (filled.every((row) => new Set(texts(row)).size <= 1)) return 'plain-text';
  let plan = null as { readonly header: PlanHeader; readonly row: number; readonly set: string } | null;
  let current = null as { readonly header: PlanHeader; readonly width: number } | null;
  let before = 0;
  let repeated = 0;
  const rows: SourceRow[] = [];
  const passed: PassedLine[] = [];
  for (const table of tables) {
    const at = table.slice(0, HEADER_ROWS).findIndex((row) => planHeader(row) !== null);
    const own = at < 0 ? null : planHeader(table[at]);
    const width = widthOf(table);
    const taken: boolean =
      own !== null
        ? plan === null || setOf(own) === plan.set
        : current !== null && current.width === width && width > 1;
    const header: PlanHeader | null = own ?? current?.header ?? null;
    if (taken && own && plan === null) plan = { header: own, row: before + at + 1, set: setOf(own) };
    else if (taken && own) repeated++;
    for (const [i, cells] of table.entries()) {
      const row = before + i + 1;
      if (taken && header && i > at) {
        if (planHeader(cells)) repeated++;
        else if (isSecondLine(cells, header)) passed.push({ row, text: lineOf(cells) });
        else if (isColumnNumbers(cells)) passed.push({ row, text: lineOf(cells) });
        else rows.push({ row, cells, header });
      } else if (!(taken && i === at) && texts(cells).length > 0) passed.push({ row, text: lineOf(cells) });
    }
    current = taken && header ? { header, width } : null;
    before += table.length;
  }
  if (plan === null) return 'no-header';
  return { header: plan.header, headerRow: plan.row, rows, passed, repeated };
}

/** Texts of the filled cells, each once: a merged cell comes as several that say the same. */
export function texts(row: readonly Cell[]): string[] {
  return [...new Set(row.map((cell) => planText(cellText(cell)).text).filter((text) => text !== ''))];
}

/** Two columns below one «Сроки» are its beginning and its end. */
const BETWEEN: Readonly<Record<PlanField, string>> = {
  number: ' ',
  name: ' ',
  term: ' – ',
  responsible: ', ',
  result: '; ',
};

/** The text of a field; of several columns those that say something of their own. */
export function fieldOf(
  { cells, header }: SourceRow,
  field: PlanField,
  read: (text: string) => string,
): string {
  const found = (header.at.get(field) ?? []).map((at) => read(cellText(cells[at] ?? '')));
  const own = [...new Set(found.filter((text) => text !== ''))];
  return own.join(BETWEEN[field]);
}

function lineOf(row: readonly Cell[]): string {
  const line = texts(row).join(' | ');
  return line.length > 160 ? `${line.slice(0, 157)}…` : line;
}

/** «начало | окончание» below «Сроки»: the name of the measure, merged down, says its header again. */
function isSecondLine(cells: readonly Cell[], { at, used }: PlanHeader): boolean {
  const name = planText(cellText(cells[at.get('name')![0]] ?? '')).text;
  return name !== '' && used.some((u) => u.field === 'name' && u.header === name);
}

/** «1 | 2 | 3 | 4 | 5» below the header. */
function isColumnNumbers(row: readonly Cell[]): boolean {
  const filled = row.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
  return filled.length >= 3 && filled.every((text, i) => text === String(i + 1));
}

const widthOf = (table: Grid): number => Math.max(0, ...table.map((row) => row.length));

const setOf = (header: PlanHeader): string => [...header.at.keys()].sort().join();
