import { enumKey, isEnumValue } from '../../host/enums';
import { fail } from '../../host/errors';

/** A condition as scripts hold it: key of BooleanCriteria; dates are Dates, relative dates enum constants. */
export interface ScriptCriterion {
  readonly type: string;
  readonly values: readonly unknown[];
}

/** A builder that takes conditions: of filters and of conditional formats. */
export interface CriterionHolder {
  holdCriterion(criterion: ScriptCriterion): this;
}

/** `whenX` → key of BooleanCriteria; the values are the arguments. */
const PLAIN: Readonly<Record<string, string>> = {
  whenCellEmpty: 'CELL_EMPTY',
  whenCellNotEmpty: 'CELL_NOT_EMPTY',
  whenFormulaSatisfied: 'CUSTOM_FORMULA',
  whenNumberBetween: 'NUMBER_BETWEEN',
  whenNumberEqualTo: 'NUMBER_EQUAL_TO',
  whenNumberGreaterThan: 'NUMBER_GREATER_THAN',
  whenNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  whenNumberLessThan: 'NUMBER_LESS_THAN',
  whenNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  whenNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  whenNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  whenTextContains: 'TEXT_CONTAINS',
  whenTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  whenTextEndsWith: 'TEXT_ENDS_WITH',
  whenTextEqualTo: 'TEXT_EQUAL_TO',
  whenTextStartsWith: 'TEXT_STARTS_WITH',
};

/** These take a Date, or a RelativeDate and become the relative criterion. */
const DATED: Readonly<Record<string, string>> = {
  whenDateAfter: 'DATE_AFTER',
  whenDateBefore: 'DATE_BEFORE',
  whenDateEqualTo: 'DATE_EQUAL_TO',
};

type Method = (this: CriterionHolder, ...values: never[]) => CriterionHolder;

/** For the prototypes of the builders. */
export const criterionMethods: Readonly<Record<string, Method>> = {
  ...Object.fromEntries(
    Object.entries(PLAIN).map(([method, type]): [string, Method] => [
      method,
      function (this: CriterionHolder, ...values: unknown[]) {
        return this.holdCriterion({ type, values });
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(DATED).map(([method, type]): [string, Method] => [
      method,
      function (this: CriterionHolder, value: unknown) {
        return this.holdCriterion({ type: isEnumValue(value) ? `${type}_RELATIVE` : type, values: [value] });
      },
    ]),
  ),
  withCriteria(this: CriterionHolder, criteria: unknown, values: readonly unknown[]) {
    const type = enumKey('Spreadsheet.BooleanCriteria', criteria);
    if (type === null) fail(`Invalid argument: ${String(criteria)}`);
    return this.holdCriterion({ type, values: [...values] });
  },
};
