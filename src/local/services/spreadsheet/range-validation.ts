import { fail } from '../../host/errors';
import { changed } from './calculation';
import { checkGridSize, gridPart } from './cell-formats';
import { put } from './cell-write';
import { DataValidationImpl } from './data-validation';
import { type CellValue, rowForWriting, type SheetModel, type ValidationRule } from './model';
import type { RangeImpl } from './range';
import { assertWritable } from './write-guard';

const shown = new WeakMap<ValidationRule, DataValidationImpl>();

function shownRule(range: RangeImpl, row: number, column: number): DataValidationImpl | null {
  const rule = range.sheet.model.rows[row]?.validations?.[column];
  if (!rule) return null;
  // Ranges in the values belong to one spreadsheet; a rule object is never shared between two.
  let known = shown.get(rule);
  if (!known) {
    known = DataValidationImpl.fromModel(rule, range.sheet.parent);
    shown.set(rule, known);
  }
  return known;
}

function setRules(
  range: RangeImpl,
  ruleAt: (row: number, column: number) => ValidationRule | undefined,
): void {
  const { model } = range.sheet;
  assertWritable(range.sheet, range);
  const { top, left, bottom, right } = gridPart(range);
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const rule = ruleAt(row - range.row, column - range.column);
      if (rule === model.rows[row]?.validations?.[column]) continue;
      const line = rowForWriting(model, row);
      line.validations ??= [];
      line.validations[column] = rule;
    }
  }
}

function eachCell(
  range: RangeImpl,
  visit: (row: number, column: number, rule: ValidationRule | undefined) => void,
): void {
  const { top, left, bottom, right } = gridPart(range);
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++)
      visit(row, column, range.sheet.model.rows[row]?.validations?.[column]);
}

/** The caller says `changed` when it is done. */
function putValue(sheet: SheetModel, row: number, column: number, value: CellValue): void {
  const line = rowForWriting(sheet, row);
  put(line, column, value);
  if (line.formulas) line.formulas[column] = undefined;
  if (line.runs) line.runs[column] = undefined;
}

/** The values of a checkbox cell: [checked, unchecked]. */
function boxValues(rule: ValidationRule): readonly [CellValue, CellValue] {
  const [checked = true, unchecked = rule.values.length ? '' : false] = rule.values as CellValue[];
  return [checked, unchecked];
}

function markBoxes(range: RangeImpl, checked: boolean): RangeImpl {
  assertWritable(range.sheet, range);
  eachCell(range, (row, column, rule) => {
    if (rule?.criteria === 'CHECKBOX')
      putValue(range.sheet.model, row, column, boxValues(rule)[checked ? 0 : 1]);
  });
  changed(range.sheet);
  return range;
}

export const rangeValidationMethods = {
  getDataValidation(this: RangeImpl): DataValidationImpl | null {
    return shownRule(this, this.row, this.column);
  },
  getDataValidations(this: RangeImpl): (DataValidationImpl | null)[][] {
    return Array.from({ length: this.rows }, (_, r) =>
      Array.from({ length: this.columns }, (__, c) => shownRule(this, this.row + r, this.column + c)),
    );
  },
  setDataValidation(this: RangeImpl, rule: DataValidationImpl | null): RangeImpl {
    const stored = rule?.toModel(this.sheet.parent.model.timeZone);
    setRules(this, () => stored);
    return this;
  },
  setDataValidations(this: RangeImpl, rules: (DataValidationImpl | null)[][]): RangeImpl {
    checkGridSize(this, rules, 'setDataValidations');
    if (rules.flat().some((rule) => rule !== null && !(rule instanceof DataValidationImpl)))
      fail(
        "The parameters ((class)[][]) don't match the method signature for SpreadsheetApp.Range.setDataValidations.",
      );
    const { timeZone } = this.sheet.parent.model;
    setRules(this, (row, column) => rules[row][column]?.toModel(timeZone));
    return this;
  },
  clearDataValidations(this: RangeImpl): RangeImpl {
    setRules(this, () => undefined);
    return this;
  },
  insertCheckboxes(this: RangeImpl, ...values: unknown[]): RangeImpl {
    const rule: ValidationRule = { criteria: 'CHECKBOX', values, allowInvalid: true, helpText: null };
    setRules(this, () => rule);
    const unchecked = boxValues(rule)[1];
    eachCell(this, (row, column) => putValue(this.sheet.model, row, column, unchecked));
    changed(this.sheet);
    return this;
  },
  removeCheckboxes(this: RangeImpl): RangeImpl {
    assertWritable(this.sheet, this);
    eachCell(this, (row, column, rule) => {
      if (rule?.criteria !== 'CHECKBOX') return;
      putValue(this.sheet.model, row, column, '');
      const line = this.sheet.model.rows[row];
      if (line?.validations) line.validations[column] = undefined;
    });
    changed(this.sheet);
    return this;
  },
  check(this: RangeImpl): RangeImpl {
    return markBoxes(this, true);
  },
  uncheck(this: RangeImpl): RangeImpl {
    return markBoxes(this, false);
  },
  /** true or false when every cell is a checkbox in that state, otherwise null. */
  isChecked(this: RangeImpl): boolean | null {
    const states = new Set<boolean | null>();
    eachCell(this, (row, column, rule) => {
      if (rule?.criteria !== 'CHECKBOX') states.add(null);
      else states.add(this.sheet.model.rows[row]?.values[column] === boxValues(rule)[0]);
    });
    return states.size === 1 ? ([...states][0] as boolean | null) : null;
  },
};
