import { type EnumValue, enumeration } from '../../host/enums';
import { type Criterion, meets, type SeenCell, valuesFromModel, valuesToModel } from './criteria';
import { type CriterionHolder, criterionMethods, type ScriptCriterion } from './criteria-builder';
import type { SpreadsheetImpl } from './spreadsheet';

/** What a filter asks of a column, as the model holds it. Values are displayed texts. */
export interface FilterCriteriaModel {
  readonly criterion: Criterion | null;
  readonly hidden: readonly string[] | null;
  readonly visible: readonly string[] | null;
}

interface ScriptCriteria {
  readonly criterion: ScriptCriterion | null;
  readonly hidden: readonly string[] | null;
  readonly visible: readonly string[] | null;
}

export class FilterCriteriaImpl {
  static readonly api: string = 'Spreadsheet.FilterCriteria';
  constructor(protected criteria: ScriptCriteria) {}
  copy(): FilterCriteriaBuilderImpl {
    return new FilterCriteriaBuilderImpl(this.criteria);
  }
  getCriteriaType(): EnumValue | null {
    return (
      this.criteria.criterion && enumeration('Spreadsheet.BooleanCriteria')[this.criteria.criterion.type]
    );
  }
  getCriteriaValues(): unknown[] {
    return [...(this.criteria.criterion?.values ?? [])];
  }
  getHiddenValues(): string[] {
    return [...(this.criteria.hidden ?? [])];
  }
  getVisibleValues(): string[] {
    return [...(this.criteria.visible ?? [])];
  }

  toModel(timeZone: string): FilterCriteriaModel {
    const { criterion } = this.criteria;
    return {
      ...this.criteria,
      criterion: criterion && { type: criterion.type, values: valuesToModel(criterion.values, timeZone) },
    };
  }

  static fromModel(model: FilterCriteriaModel, spreadsheet: SpreadsheetImpl): FilterCriteriaImpl {
    const { criterion } = model;
    return new FilterCriteriaImpl({
      ...model,
      criterion: criterion && { type: criterion.type, values: valuesFromModel(criterion, spreadsheet) },
    });
  }
}

export class FilterCriteriaBuilderImpl extends FilterCriteriaImpl implements CriterionHolder {
  static override readonly api = 'Spreadsheet.FilterCriteriaBuilder';
  constructor(criteria: ScriptCriteria = { criterion: null, hidden: null, visible: null }) {
    super(criteria);
  }
  build(): FilterCriteriaImpl {
    return new FilterCriteriaImpl(this.criteria);
  }
  holdCriterion(criterion: ScriptCriterion): this {
    this.criteria = { ...this.criteria, criterion };
    return this;
  }
  setHiddenValues(values: readonly string[]): this {
    this.criteria = { ...this.criteria, hidden: values.map(String), visible: null };
    return this;
  }
  setVisibleValues(values: readonly string[]): this {
    this.criteria = { ...this.criteria, visible: values.map(String), hidden: null };
    return this;
  }
}
Object.assign(FilterCriteriaBuilderImpl.prototype, criterionMethods);

/** Whether a cell passes. @throws NotImplementedError for a condition with formulas */
export function passes(criteria: FilterCriteriaModel, cell: SeenCell, today: number): boolean {
  if (criteria.hidden?.includes(cell.text)) return false;
  if (criteria.visible && !criteria.visible.includes(cell.text)) return false;
  return criteria.criterion === null || meets(criteria.criterion, cell, today);
}
