import { setNumberFormat } from './cell-number-format';
import { evaluate } from './formula';
import { parseCorner } from './formula-references';
import type { CellValue, Row, SheetModel } from './model';
import { cellName } from './notation';
import { formatKind } from './number-format';
import { serialDates } from './serial-date';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';

/**
 * Values of formulas. They are computed lazily: a write says `changed`, the next read calls `recalculate`.
 * A formula that formula.ts cannot compute keeps its cached value; without one (set by a script) it reads as "".
 */
interface State {
  version: number;
  /** Version and day for which the values stand. */
  calculated: string;
  /** null = not looked for yet. */
  hasFormulas: boolean | null;
  unsupported: UnsupportedFormula[];
  /** Version for which the pivot tables stand. */
  settled: number;
  settling: boolean;
}

const MINUTES = 1440;

export interface UnsupportedFormula {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
}

const states = new WeakMap<SpreadsheetImpl, State>();

function stateOf(spreadsheet: SpreadsheetImpl): State {
  let state = states.get(spreadsheet);
  if (!state) {
    state = { version: 0, calculated: '', hasFormulas: null, unsupported: [], settled: -1, settling: false };
    states.set(spreadsheet, state);
  }
  return state;
}

/** Must be called after any change of values or formulas. */
export function changed(sheet: SheetImpl): void {
  stateOf(sheet.parent).version++;
}

export function formulaWritten(sheet: SheetImpl): void {
  stateOf(sheet.parent).hasFormulas = true;
}

export function hasFormulas(spreadsheet: SpreadsheetImpl): boolean {
  const state = stateOf(spreadsheet);
  state.hasFormulas ??= spreadsheet.model.sheets.some((sheet) =>
    sheet.rows.some((row) => row?.formulas !== undefined),
  );
  return state.hasFormulas;
}

/** Formulas whose values the host did not compute: they show what came with the file, or nothing. */
export function unsupportedFormulas(spreadsheet: SpreadsheetImpl): readonly UnsupportedFormula[] {
  recalculate(spreadsheet);
  return stateOf(spreadsheet).unsupported;
}

let settle: ((spreadsheet: SpreadsheetImpl) => void) | null = null;

/** What else follows from the cells (pivot tables): called after the formulas when something changed. */
export function afterCalculation(work: (spreadsheet: SpreadsheetImpl) => void): void {
  settle = work;
}

/** Brings the values of formulas and the pivot tables up to date; cheap when nothing changed. */
export function recalculate(spreadsheet: SpreadsheetImpl): void {
  calculate(spreadsheet);
  const state = stateOf(spreadsheet);
  if (!settle || state.settling || state.settled === state.version) return;
  state.settling = true;
  try {
    settle(spreadsheet);
  } finally {
    state.settling = false;
  }
  calculate(spreadsheet);
  state.settled = state.version;
}

function calculate(spreadsheet: SpreadsheetImpl): void {
  if (!hasFormulas(spreadsheet)) return;
  const state = stateOf(spreadsheet);
  const now = serialDates(spreadsheet.model.timeZone).serial(spreadsheet.context.clock.now());
  // NOW() goes on within a day; a minute is fine enough.
  const key = `${state.version}/${Math.floor(now * MINUTES)}`;
  if (state.calculated === key) return;
  state.calculated = key;
  state.unsupported = [];
  const pass = new Pass(spreadsheet, now, state.unsupported);
  for (const sheet of spreadsheet.model.sheets) {
    for (let row = 0; row < sheet.rows.length; row++) {
      const formulas = sheet.rows[row]?.formulas;
      if (!formulas) continue;
      for (let column = 0; column < formulas.length; column++)
        if (formulas[column]) pass.value(sheet, row, column);
    }
  }
}

/** `=A1` shows a date as a date: an automatic cell takes over the format of the one cell that it repeats. */
function takeFormat(sheet: SheetModel, cells: Row, column: number, formula: string): void {
  const single = /^=\s*(\$?[A-Za-z]{1,3}\$?[1-9]\d*)\s*$/.exec(formula);
  if (!single || formatKind(cells.formats?.[column]?.numberFormat) !== 'automatic') return;
  const source = parseCorner(single[1]);
  const format = sheet.rows[source.row ?? 0]?.formats?.[source.column ?? 0]?.numberFormat;
  if (format !== undefined && ['date', 'number'].includes(formatKind(format)))
    setNumberFormat(cells, column, format);
}

/** One recalculation: every formula once, the ones it refers to first. */
class Pass {
  readonly #done = new Set<string>();
  readonly #active = new Set<string>();
  constructor(
    readonly spreadsheet: SpreadsheetImpl,
    readonly now: number,
    readonly unsupported: UnsupportedFormula[],
  ) {}

  value(sheet: SheetModel, row: number, column: number): CellValue {
    const cells = sheet.rows[row];
    const formula = cells?.formulas?.[column];
    if (!cells || !formula) return cells?.values[column] ?? '';
    const key = `${sheet.id}/${row}/${column}`;
    if (this.#active.has(key)) return '#REF!';
    if (!this.#done.has(key)) {
      this.#active.add(key);
      const result = evaluate(formula, {
        row,
        column,
        now: this.now,
        read: (name, ...rectangle) => this.#read(name === null ? sheet : this.#sheet(name), ...rectangle),
      });
      this.#active.delete(key);
      this.#done.add(key);
      if (result !== undefined) {
        cells.values[column] = result;
        if (typeof result === 'number') takeFormat(sheet, cells, column, formula);
      } else this.unsupported.push({ sheet: sheet.name, cell: cellName(row, column), formula });
    }
    return cells.values[column] ?? '';
  }

  #sheet(name: string): SheetModel | undefined {
    return this.spreadsheet.model.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  #read(sheet: SheetModel | undefined, row: number, column: number, rows: number, columns: number) {
    if (!sheet) return undefined;
    const lastRow = Math.min(row + rows, rows === 1 ? row + 1 : sheet.rows.length);
    const area: CellValue[][] = [];
    for (let r = row; r < lastRow; r++) {
      const line: CellValue[] = [];
      for (let c = column; c < column + columns; c++) line.push(this.value(sheet, r, c));
      area.push(line);
    }
    return area;
  }
}
