import { type EnumValue, enumeration, enumKey } from '../../host/enums';
import { fail } from '../../host/errors';
import { valuesFromModel, valuesToModel } from './criteria';
import type { ValidationRule } from './model';
import type { RangeImpl } from './range';
import type { SpreadsheetImpl } from './spreadsheet';

const CRITERIA = 'Spreadsheet.DataValidationCriteria';

/** A rule as scripts hold it: dates are Dates and ranges are Ranges. */
interface ScriptRule {
  readonly criteria: string | null;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

export class DataValidationImpl {
  static readonly api = 'Spreadsheet.DataValidation';
  #stored: { readonly timeZone: string; readonly rule: ValidationRule } | null = null;
  constructor(readonly rule: ScriptRule) {}
  copy(): DataValidationBuilderImpl {
    return new DataValidationBuilderImpl(this.rule);
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return this.rule.criteria === null ? null : enumeration(CRITERIA)[this.rule.criteria];
  }
  getCriteriaValues(): unknown[] {
    return [...this.rule.values];
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }

  /** The rule for the model; one object however often it is set, so that cells share it. */
  toModel(timeZone: string): ValidationRule {
    if (this.#stored?.timeZone === timeZone) return this.#stored.rule;
    const { criteria, values, allowInvalid, helpText } = this.rule;
    if (criteria === null) fail('Data validation rule must have a criteria.');
    const rule = { criteria, values: valuesToModel(values, timeZone), allowInvalid, helpText };
    this.#stored = { timeZone, rule };
    return rule;
  }

  static fromModel(rule: ValidationRule, spreadsheet: SpreadsheetImpl): DataValidationImpl {
    const values = valuesFromModel({ type: rule.criteria, values: rule.values }, spreadsheet);
    return new DataValidationImpl({ ...rule, values });
  }
}

/** `requireX` → criteria key, for the rules whose values are their arguments as they are. */
const PLAIN: Readonly<Record<string, string>> = {
  requireDate: 'DATE_IS_VALID_DATE',
  requireDateAfter: 'DATE_AFTER',
  requireDateBefore: 'DATE_BEFORE',
  requireDateBetween: 'DATE_BETWEEN',
  requireDateEqualTo: 'DATE_EQUAL_TO',
  requireDateNotBetween: 'DATE_NOT_BETWEEN',
  requireDateOnOrAfter: 'DATE_ON_OR_AFTER',
  requireDateOnOrBefore: 'DATE_ON_OR_BEFORE',
  requireFormulaSatisfied: 'CUSTOM_FORMULA',
  requireNumberBetween: 'NUMBER_BETWEEN',
  requireNumberEqualTo: 'NUMBER_EQUAL_TO',
  requireNumberGreaterThan: 'NUMBER_GREATER_THAN',
  requireNumberGreaterThanOrEqualTo: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  requireNumberLessThan: 'NUMBER_LESS_THAN',
  requireNumberLessThanOrEqualTo: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  requireNumberNotBetween: 'NUMBER_NOT_BETWEEN',
  requireNumberNotEqualTo: 'NUMBER_NOT_EQUAL_TO',
  requireTextContains: 'TEXT_CONTAINS',
  requireTextDoesNotContain: 'TEXT_DOES_NOT_CONTAIN',
  requireTextEqualTo: 'TEXT_EQUAL_TO',
  requireTextIsEmail: 'TEXT_IS_VALID_EMAIL',
  requireTextIsUrl: 'TEXT_IS_VALID_URL',
};

export class DataValidationBuilderImpl {
  static readonly api = 'Spreadsheet.DataValidationBuilder';
  #rule: ScriptRule;
  constructor(rule: ScriptRule = { criteria: null, values: [], allowInvalid: true, helpText: null }) {
    this.#rule = rule;
  }
  build(): DataValidationImpl {
    return new DataValidationImpl(this.#rule);
  }
  copy(): DataValidationBuilderImpl {
    return new DataValidationBuilderImpl(this.#rule);
  }
  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return this.build().getCriteriaType();
  }
  getCriteriaValues(): unknown[] {
    return [...this.#rule.values];
  }
  getHelpText(): string | null {
    return this.#rule.helpText;
  }
  setAllowInvalid(allowInvalid: boolean): this {
    this.#rule = { ...this.#rule, allowInvalid };
    return this;
  }
  setHelpText(helpText: string | null): this {
    this.#rule = { ...this.#rule, helpText: helpText === null ? null : String(helpText) };
    return this;
  }
  withCriteria(criteria: EnumValue, values: readonly unknown[]): this {
    const key = enumKey(CRITERIA, criteria);
    if (key === null) fail(`Invalid argument: ${String(criteria)}`);
    return this.require(key, values);
  }
  requireCheckbox(...values: unknown[]): this {
    return this.require(
      'CHECKBOX',
      values.filter((v) => v !== undefined),
    );
  }
  /** Everything in a list becomes text; the flag of the drop-down is stored even when it is not given. */
  requireValueInList(values: readonly unknown[], showDropdown = true): this {
    return this.require('VALUE_IN_LIST', [values.map(String), showDropdown]);
  }
  requireValueInRange(range: RangeImpl, showDropdown = true): this {
    return this.require('VALUE_IN_RANGE', [range, showDropdown]);
  }
  protected require(criteria: string, values: readonly unknown[]): this {
    this.#rule = { ...this.#rule, criteria, values: [...values] };
    return this;
  }
}

for (const [method, criteria] of Object.entries(PLAIN)) {
  Object.defineProperty(DataValidationBuilderImpl.prototype, method, {
    value(this: { require(criteria: string, values: readonly unknown[]): unknown }, ...values: unknown[]) {
      return this.require(criteria, values);
    },
  });
}
