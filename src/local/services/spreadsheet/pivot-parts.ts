import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { FilterCriteriaImpl } from './filter-criteria';
import type { PivotTableImpl } from './pivot';
import type { PivotGroupModel, PivotModel, PivotValueModel } from './pivot-model';

/** The parts of a pivot table as scripts see them. Every change goes through the table, which writes its cells again. */

export class PivotGroupImpl {
  static readonly api = 'Spreadsheet.PivotGroup';
  constructor(
    readonly table: PivotTableImpl,
    readonly model: PivotGroupModel,
  ) {}
  get #list(): PivotGroupModel[] {
    const { rows, columns } = this.table.model;
    return rows.includes(this.model) ? rows : columns;
  }
  #set(change: Partial<PivotGroupModel>): this {
    this.table.change(() => Object.assign(this.model, change));
    return this;
  }
  getPivotTable(): PivotTableImpl {
    return this.table;
  }
  getDimension(): EnumValue {
    const dimensions = enumeration('Spreadsheet.Dimension');
    return this.table.model.rows.includes(this.model) ? dimensions.ROWS : dimensions.COLUMNS;
  }
  getIndex(): number {
    return this.#list.indexOf(this.model);
  }
  getSourceDataColumn(): number {
    return this.table.column(this.model.offset);
  }
  moveToIndex(index: number): this {
    this.table.change(() => {
      const list = this.#list;
      list.splice(list.indexOf(this.model), 1);
      list.splice(index, 0, this.model);
    });
    return this;
  }
  remove(): void {
    this.table.change(() => {
      const list = this.#list;
      list.splice(list.indexOf(this.model), 1);
    });
  }
  sortAscending(): this {
    return this.#set({ ascending: true });
  }
  sortDescending(): this {
    return this.#set({ ascending: false });
  }
  isSortAscending(): boolean {
    return this.model.ascending;
  }
  /** @param opposite labels of the other dimension, outermost first; none = by its grand total */
  sortBy(value: PivotValueImpl, opposite: readonly unknown[]): this {
    const at = this.table.model.values.indexOf(value.model);
    if (at < 0) fail('The pivot value is not in this pivot table.');
    return this.#set({ sortBy: { value: at, opposite: [...opposite] } });
  }
  clearSort(): this {
    return this.#set({ ascending: true, sortBy: null });
  }
  showTotals(totals: boolean): this {
    return this.#set({ totals });
  }
  totalsAreShown(): boolean {
    return this.model.totals;
  }
  setDisplayName(name: string): this {
    return this.#set({ name });
  }
  resetDisplayName(): this {
    return this.#set({ name: null });
  }
  showRepeatedLabels(): this {
    return this.#set({ repeat: true });
  }
  hideRepeatedLabels(): this {
    return this.#set({ repeat: false });
  }
  areLabelsRepeated(): boolean {
    return this.model.repeat;
  }
}

export class PivotValueImpl {
  static readonly api = 'Spreadsheet.PivotValue';
  constructor(
    readonly table: PivotTableImpl,
    readonly model: PivotValueModel,
  ) {}
  #set(change: Partial<PivotValueModel>): this {
    this.table.change(() => Object.assign(this.model, change));
    return this;
  }
  getPivotTable(): PivotTableImpl {
    return this.table;
  }
  /** 1-based column of the sheet; null for a calculated value. */
  getSourceDataColumn(): number | null {
    return this.model.offset === null ? null : this.table.column(this.model.offset);
  }
  getFormula(): string | null {
    return this.model.formula;
  }
  setFormula(formula: string): this {
    return this.#set({ formula });
  }
  getSummarizedBy(): EnumValue {
    return enumeration('Spreadsheet.PivotTableSummarizeFunction')[this.model.summarize];
  }
  summarizeBy(summarize: EnumValue): this {
    return this.#set({ summarize: summarize.name() });
  }
  getDisplayType(): EnumValue {
    return enumeration('Spreadsheet.PivotValueDisplayType')[this.model.show];
  }
  showAs(type: EnumValue): this {
    return this.#set({ show: type.name() });
  }
  setDisplayName(name: string): this {
    return this.#set({ name });
  }
  remove(): void {
    this.table.change(() => {
      const { values } = this.table.model;
      values.splice(values.indexOf(this.model), 1);
    });
  }
}

export class PivotFilterImpl {
  static readonly api = 'Spreadsheet.PivotFilter';
  constructor(
    readonly table: PivotTableImpl,
    readonly model: PivotModel['filters'][number],
  ) {}
  getPivotTable(): PivotTableImpl {
    return this.table;
  }
  getSourceDataColumn(): number {
    return this.table.column(this.model.offset);
  }
  getFilterCriteria(): FilterCriteriaImpl {
    return FilterCriteriaImpl.fromModel(this.model.criteria, this.table.sheet.parent);
  }
  setFilterCriteria(criteria: FilterCriteriaImpl): this {
    this.table.change(() => {
      this.model.criteria = criteria.toModel(this.table.sheet.parent.model.timeZone);
    });
    return this;
  }
  remove(): void {
    this.table.change(() => {
      const { filters } = this.table.model;
      filters.splice(filters.indexOf(this.model), 1);
    });
  }
}
