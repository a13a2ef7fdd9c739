import { rawValue, readDisplay } from './cell-read';
import type { ConditionalStyle } from './conditional-conditions';
import type { ConditionalFormatModel } from './conditional-format';
import { type Criterion, meets, todayOf } from './criteria';
import { evaluate } from './formula';
import { moveFormula } from './formula-references';
import type { CellValue, RangeRef, SheetModel } from './model';
import { serialDates } from './serial-date';
import type { SheetImpl } from './sheet';
import { contains } from './write-guard';

/**
 * What the conditional formats of a sheet make of a cell: of all rules that hold, each part of the look comes from the
 * first one that says it. Colour scales are not drawn.
 */
export function conditionalLook(sheet: SheetImpl, row: number, column: number): ConditionalStyle | null {
  let look: ConditionalStyle | null = null;
  const cell = { row, column, rows: 1, columns: 1 };
  for (const rule of sheet.model.conditionalFormats as ConditionalFormatModel[]) {
    if (!rule.criterion || !rule.ranges.some((range) => contains(range, cell))) continue;
    if (holds(sheet, rule.criterion, rule.ranges[0], row, column)) look = { ...rule.style, ...(look ?? {}) };
  }
  return look;
}

function holds(
  sheet: SheetImpl,
  { type, values }: Criterion,
  first: RangeRef,
  row: number,
  column: number,
): boolean {
  if (type === 'CUSTOM_FORMULA') {
    // The formula is written for the upper left cell of the first range.
    const formula = moveFormula(String(values[0]), row - first.row, column - first.column);
    const now = serialDates(sheet.parent.model.timeZone).serial(sheet.context.clock.now());
    const read = (name: string | null, ...area: [number, number, number, number]) =>
      cellsOf(name === null ? sheet.model : named(sheet, name), ...area);
    return evaluate(formula, { row, column, now, read }) === true;
  }
  // A condition with a formula in it is beyond the host: the cell looks as without the rule.
  if (values.some((value) => typeof value === 'string' && value.startsWith('='))) return false;
  const text = readDisplay(sheet, row, column, 1, 1)[0][0];
  return meets({ type, values }, { value: rawValue(sheet, row, column), text }, todayOf(sheet.parent));
}

function named(sheet: SheetImpl, name: string): SheetModel | undefined {
  return sheet.parent.model.sheets.find((s) => s.name.toLowerCase() === name.toLowerCase());
}

function cellsOf(
  sheet: SheetModel | undefined,
  row: number,
  column: number,
  rows: number,
  columns: number,
): CellValue[][] | undefined {
  if (!sheet) return undefined;
  const last = Math.min(row + rows, rows === 1 ? row + 1 : sheet.rows.length);
  return Array.from({ length: Math.max(0, last - row) }, (_, r) =>
    Array.from({ length: columns }, (__, c) => sheet.rows[row + r]?.values[column + c] ?? ''),
  );
}
