import { changed, recalculate } from './calculation';
import { checkGridSize } from './cell-formats';
import { hasContent, readDisplay, readValues } from './cell-read';
import { put, putFormula, writeValues } from './cell-write';
import { formulaText, fromR1C1, moveFormula, toR1C1 } from './formula-references';
import { rowForWriting } from './model';
import type { RangeImpl } from './range';
import { assertOnGrid, assertWritable } from './write-guard';

/** Values, shown texts and formulas of cells. */
export const rangeValueMethods = {
  getValue(this: RangeImpl): unknown {
    assertOnGrid(this.sheet, { ...this.ref(), rows: 1, columns: 1 });
    return readValues(this.sheet, this.row, this.column, 1, 1)[0][0];
  },
  getValues(this: RangeImpl): unknown[][] {
    assertOnGrid(this.sheet, this);
    return readValues(this.sheet, this.row, this.column, this.rows, this.columns);
  },
  getDisplayValue(this: RangeImpl): string {
    assertOnGrid(this.sheet, { ...this.ref(), rows: 1, columns: 1 });
    return readDisplay(this.sheet, this.row, this.column, 1, 1)[0][0];
  },
  getDisplayValues(this: RangeImpl): string[][] {
    assertOnGrid(this.sheet, this);
    return readDisplay(this.sheet, this.row, this.column, this.rows, this.columns);
  },
  setValue(this: RangeImpl, value: unknown): RangeImpl {
    assertWritable(this.sheet, this);
    if (
      typeof value === 'string' &&
      value.startsWith('=') &&
      value.length > 1 &&
      this.rows * this.columns > 1
    )
      return setFormulaEverywhere(this, value);
    const line = new Array(this.columns).fill(value);
    writeValues(this.sheet, this.row, this.column, new Array(this.rows).fill(line));
    return this;
  },
  setValues(this: RangeImpl, values: unknown[][]): RangeImpl {
    checkGridSize(this, values, 'setValues');
    assertWritable(this.sheet, this);
    writeValues(this.sheet, this.row, this.column, values);
    return this;
  },
  isBlank(this: RangeImpl): boolean {
    recalculate(this.sheet.parent);
    for (let row = this.row; row < Math.min(this.row + this.rows, this.sheet.model.rows.length); row++) {
      for (let column = this.column; column < this.column + this.columns; column++)
        if (hasContent(this.sheet.model, row, column)) return false;
    }
    return true;
  },

  getFormula(this: RangeImpl): string {
    return this.sheet.model.rows[this.row]?.formulas?.[this.column] ?? '';
  },
  getFormulas(this: RangeImpl): string[][] {
    return readFormulas(this, (formula) => formula);
  },
  getFormulaR1C1(this: RangeImpl): string {
    return readFormulas(this, toR1C1)[0][0];
  },
  getFormulasR1C1(this: RangeImpl): string[][] {
    return readFormulas(this, toR1C1);
  },
  setFormula(this: RangeImpl, formula: string | null): RangeImpl {
    assertWritable(this.sheet, this);
    return setFormulaEverywhere(this, formulaText(String(formula ?? '')));
  },
  setFormulaR1C1(this: RangeImpl, formula: string | null): RangeImpl {
    assertWritable(this.sheet, this);
    const text = formulaText(String(formula ?? ''));
    writeFormulas(this, (r, c) => fromR1C1(text, this.row + r, this.column + c));
    return this;
  },
  setFormulas(this: RangeImpl, formulas: string[][] | null): RangeImpl {
    return setFormulaGrid(this, formulas, 'setFormulas', (formula) => formula);
  },
  setFormulasR1C1(this: RangeImpl, formulas: string[][] | null): RangeImpl {
    return setFormulaGrid(this, formulas, 'setFormulasR1C1', fromR1C1);
  },
};

function readFormulas(
  range: RangeImpl,
  text: (formula: string, row: number, column: number) => string,
): string[][] {
  const grid: string[][] = [];
  for (let row = range.row; row < range.row + range.rows; row++) {
    const formulas = range.sheet.model.rows[row]?.formulas;
    const line: string[] = new Array(range.columns).fill('');
    if (formulas) {
      for (let c = 0; c < range.columns; c++) {
        const formula = formulas[range.column + c];
        if (formula) line[c] = text(formula, row, range.column + c);
      }
    }
    grid.push(line);
  }
  return grid;
}

/** The formula is the first cell's; in the others its relative references move along. */
function setFormulaEverywhere(range: RangeImpl, formula: string): RangeImpl {
  writeFormulas(range, (r, c) => moveFormula(formula, r, c));
  return range;
}

function setFormulaGrid(
  range: RangeImpl,
  formulas: string[][] | null,
  method: string,
  text: (formula: string, row: number, column: number) => string,
): RangeImpl {
  if (formulas === null) {
    assertWritable(range.sheet, range);
    writeFormulas(range, () => '');
    return range;
  }
  checkGridSize(range, formulas, method);
  assertWritable(range.sheet, range);
  writeFormulas(range, (r, c) =>
    text(formulaText(String(formulas[r][c] ?? '')), range.row + r, range.column + c),
  );
  return range;
}

function writeFormulas(range: RangeImpl, formulaAt: (row: number, column: number) => string): void {
  const { sheet } = range;
  for (let r = 0; r < range.rows; r++) {
    for (let c = 0; c < range.columns; c++) {
      const formula = formulaAt(r, c);
      const row =
        formula === '' ? sheet.model.rows[range.row + r] : rowForWriting(sheet.model, range.row + r);
      if (!row) continue;
      if (formula === '') put(row, range.column + c, '');
      putFormula(sheet, row, range.column + c, formula);
    }
  }
  changed(sheet);
}
