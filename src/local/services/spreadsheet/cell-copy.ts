import { changed, recalculate } from './calculation';
import { put, putFormula } from './cell-write';
import { moveFormula } from './formula-references';
import type { CellFormat, CellValue, SheetModel, TextRun, ValidationRule } from './model';
import { type Row, rowForWriting } from './model';
import type { SheetImpl } from './sheet';

/** All that one cell holds, taken out of its row. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly format: CellFormat | undefined;
  readonly note: string | undefined;
  readonly validation: ValidationRule | undefined;
  readonly runs: readonly TextRun[] | undefined;
  /** Where it was, for the relative references of its formula. */
  readonly row: number;
  readonly column: number;
}

export type CopiedPart = 'values' | 'formulas' | 'format' | 'note' | 'validation';

export function takeCell(model: SheetModel, row: number, column: number): CellContent {
  const cells = model.rows[row];
  return {
    value: cells?.values[column] ?? '',
    formula: cells?.formulas?.[column],
    format: cells?.formats?.[column],
    note: cells?.notes?.[column],
    validation: cells?.validations?.[column],
    runs: cells?.runs?.[column],
    row,
    column,
  };
}

export function takeCells(
  sheet: SheetImpl,
  row: number,
  column: number,
  rows: number,
  columns: number,
): CellContent[][] {
  recalculate(sheet.parent);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => takeCell(sheet.model, row + r, column + c)),
  );
}

/** Puts parts of a taken cell somewhere. `values` without `formulas` puts results; `keepReferences` is for moves. */
export function placeCell(
  sheet: SheetImpl,
  row: number,
  column: number,
  cell: CellContent,
  parts: readonly CopiedPart[],
  keepReferences = false,
): void {
  const known = sheet.model.rows[row];
  const blank = cell.value === '' && !cell.formula && !cell.format && !cell.note && !cell.validation;
  if (!known && blank) return;
  const target = known ?? rowForWriting(sheet.model, row);
  if (parts.includes('formulas') && cell.formula) {
    const formula = keepReferences
      ? cell.formula
      : moveFormula(cell.formula, row - cell.row, column - cell.column);
    putFormula(sheet, target, column, formula);
    put(target, column, cell.value);
  } else if (parts.includes('values')) {
    if (target.formulas) target.formulas[column] = undefined;
    put(target, column, cell.value);
    setPart(target, 'runs', column, cell.runs);
  }
  if (parts.includes('format')) setPart(target, 'formats', column, cell.format);
  if (parts.includes('note')) setPart(target, 'notes', column, cell.note);
  if (parts.includes('validation')) setPart(target, 'validations', column, cell.validation);
  changed(sheet);
}

function setPart(
  row: Row,
  part: 'formats' | 'notes' | 'validations' | 'runs',
  column: number,
  value: unknown,
): void {
  let cells = row[part] as unknown[] | undefined;
  if (!cells) {
    if (value === undefined) return;
    cells = [];
    (row as unknown as Record<string, unknown>)[part] = cells;
  }
  cells[column] = value;
}
