import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { changed } from './calculation';
import type { FilterCriteriaImpl } from './filter-criteria';
import type { PivotGroupModel, PivotModel, PivotValueModel } from './pivot-model';
import { PivotFilterImpl, PivotGroupImpl, PivotValueImpl } from './pivot-parts';
import { clear, outdated, redraw } from './pivot-refresh';
import type { RangeImpl } from './range';
import { rangeOfRef, refOf } from './range-ref';
import type { SheetImpl } from './sheet';

/** A pivot table. Every change writes its cells again at once. Columns of the source are absolute and 1-based. */
export class PivotTableImpl {
  static readonly api = 'Spreadsheet.PivotTable';
  readonly #parts = new WeakMap<object, object>();
  constructor(
    readonly sheet: SheetImpl,
    readonly model: PivotModel,
  ) {}
  addRowGroup(column: number): PivotGroupImpl {
    return this.#addGroup('rows', column);
  }
  addColumnGroup(column: number): PivotGroupImpl {
    return this.#addGroup('columns', column);
  }
  addPivotValue(column: number, summarize: EnumValue): PivotValueImpl {
    return this.#addValue({
      offset: this.offset(column),
      formula: null,
      summarize: summarize.name(),
      name: null,
      show: 'DEFAULT',
    });
  }
  addCalculatedPivotValue(name: string, formula: string): PivotValueImpl {
    if (!formula.startsWith('=')) fail('Formula must start with an "=" sign.');
    // A formula with bare fields can only be computed after summarizeBy(SUM): what cannot be computed is said at the read.
    const value: PivotValueModel = { offset: null, formula, summarize: 'CUSTOM', name, show: 'DEFAULT' };
    this.model.values.push(value);
    outdated(this.model);
    changed(this.sheet);
    return this.#value(value);
  }
  addFilter(column: number, criteria: FilterCriteriaImpl): PivotFilterImpl {
    const filter = {
      offset: this.offset(column),
      criteria: criteria.toModel(this.sheet.parent.model.timeZone),
    };
    this.change(() => this.model.filters.push(filter));
    return new PivotFilterImpl(this, filter);
  }
  getAnchorCell(): RangeImpl {
    return (
      (this.model.anchor && rangeOfRef(this.sheet.parent, this.model.anchor)) ??
      fail('The pivot table was deleted.')
    );
  }
  getSourceDataRange(): RangeImpl {
    const { source } = this.model;
    return (source && rangeOfRef(this.sheet.parent, source)) ?? fail('The source data was deleted.');
  }
  getRowGroups(): PivotGroupImpl[] {
    return this.model.rows.map((group) => this.#group(group));
  }
  getColumnGroups(): PivotGroupImpl[] {
    return this.model.columns.map((group) => this.#group(group));
  }
  getPivotValues(): PivotValueImpl[] {
    return this.model.values.map((value) => this.#value(value));
  }
  getFilters(): PivotFilterImpl[] {
    return this.model.filters.map((filter) => new PivotFilterImpl(this, filter));
  }
  getValuesDisplayOrientation(): EnumValue {
    return enumeration('Spreadsheet.Dimension')[this.model.orientation];
  }
  setValuesDisplayOrientation(dimension: EnumValue): this {
    this.change(() => {
      this.model.orientation = dimension.name();
    });
    return this;
  }
  remove(): void {
    clear(this.sheet.model, this.model);
    this.sheet.model.pivots = this.sheet.model.pivots.filter((p) => p !== this.model);
  }

  /** Changes the table and writes its cells; a table that cannot be computed stays as it was. */
  change(work: () => void): void {
    const before = structuredClone({ ...this.model, rows: [], columns: [], values: [], filters: [] });
    const lists = {
      rows: [...this.model.rows],
      columns: [...this.model.columns],
      values: [...this.model.values],
      filters: [...this.model.filters],
    };
    work();
    try {
      redraw(this.sheet.parent, this.sheet.model, this.model);
    } catch (problem) {
      Object.assign(this.model, before, lists);
      throw problem;
    }
  }

  /** 0-based column inside the source of an absolute, 1-based column. */
  offset(column: number): number {
    const { source } = this.model;
    const offset = column - 1 - (source?.column ?? 0);
    if (!Number.isInteger(offset) || offset < 0 || offset >= (source?.columns ?? 0))
      fail(`The source data column ${column} is outside the source range of the pivot table.`);
    return offset;
  }
  column(offset: number): number {
    return offset + (this.model.source?.column ?? 0) + 1;
  }
  #addGroup(list: 'rows' | 'columns', column: number): PivotGroupImpl {
    const offset = this.offset(column);
    const group: PivotGroupModel = {
      offset,
      ascending: true,
      sortBy: null,
      totals: true,
      name: null,
      repeat: false,
    };
    this.change(() => this.model[list].push(group));
    return this.#group(group);
  }
  #addValue(value: PivotValueModel): PivotValueImpl {
    this.change(() => this.model.values.push(value));
    return this.#value(value);
  }
  #group(group: PivotGroupModel): PivotGroupImpl {
    return this.#part(group, () => new PivotGroupImpl(this, group));
  }
  #value(value: PivotValueModel): PivotValueImpl {
    return this.#part(value, () => new PivotValueImpl(this, value));
  }
  #part<T extends object>(model: object, make: () => T): T {
    const known = this.#parts.get(model) as T | undefined;
    if (known) return known;
    const made = make();
    this.#parts.set(model, made);
    return made;
  }
}

const made = new WeakMap<PivotModel, PivotTableImpl>();

function shown(sheet: SheetImpl, model: PivotModel): PivotTableImpl {
  let known = made.get(model);
  if (!known) {
    known = new PivotTableImpl(sheet, model);
    made.set(model, known);
  }
  return known;
}

export const rangePivotMethods = {
  createPivotTable(this: RangeImpl, source: RangeImpl): PivotTableImpl {
    const model: PivotModel = {
      anchor: { ...this.ref(), rows: 1, columns: 1 },
      source: refOf(source),
      rows: [],
      columns: [],
      values: [],
      filters: [],
      orientation: 'COLUMNS',
      written: { rows: 0, columns: 0 },
    };
    this.sheet.model.pivots.push(model);
    return shown(this.sheet, model);
  },
};

export const sheetPivotMethods = {
  getPivotTables(this: SheetImpl): PivotTableImpl[] {
    const models = this.model.pivots as PivotModel[];
    return models.filter((p) => p.anchor !== null).map((model) => shown(this, model));
  },
};
