import { fail } from '../../host/errors';
import { FilterCriteriaImpl } from './filter-criteria';
import { type FilterModel, isHiddenByFilter } from './filter-rows';
import { RangeImpl } from './range';
import { rangeOfRef } from './range-ref';
import type { SheetImpl } from './sheet';
import { SortSpecImpl } from './sort-spec';

/** The sort of a range belongs to the grid; a filter asks it for the rows below its heading. */
interface Sortable {
  sort(spec: { column: number; ascending: boolean }): unknown;
}

export class FilterImpl {
  static readonly api = 'Spreadsheet.Filter';
  constructor(
    readonly sheet: SheetImpl,
    readonly model: FilterModel,
  ) {}
  getRange(): RangeImpl {
    return rangeOfRef(this.sheet.parent, this.model.range) ?? fail('The filter is gone.');
  }
  getColumnFilterCriteria(column: number): FilterCriteriaImpl | null {
    this.#checkColumn(column);
    const found = this.model.columns.find((c) => c.range.column === column - 1);
    return found ? FilterCriteriaImpl.fromModel(found.criteria, this.sheet.parent) : null;
  }
  setColumnFilterCriteria(column: number, criteria: FilterCriteriaImpl | null): this {
    this.#checkColumn(column);
    const { model } = this;
    model.columns = model.columns.filter((c) => c.range.column !== column - 1);
    if (criteria) {
      const range = { ...model.range, column: column - 1, columns: 1 };
      model.columns.push({ range, criteria: criteria.toModel(this.sheet.parent.model.timeZone) });
    }
    return this;
  }
  removeColumnFilterCriteria(column: number): this {
    return this.setColumnFilterCriteria(column, null);
  }
  /** How a column is sorted: one column at a time is, the one of the last `sort`. */
  getColumnSortSpec(column: number): SortSpecImpl {
    this.#checkColumn(column);
    const { sort } = this.model;
    const sorted = sort?.range?.column === column - 1;
    return new SortSpecImpl(column, sorted ? sort.ascending : null);
  }
  /** Sorts the rows below the heading. */
  sort(column: number, ascending: boolean): this {
    this.#checkColumn(column);
    const { range } = this.model;
    this.model.sort = { range: { ...range, column: column - 1, columns: 1 }, ascending };
    const { row, column: left, columns } = this.model.range;
    const rows = this.getRange().rows;
    if (rows > 1) {
      const data: unknown = new RangeImpl(this.sheet, row + 1, left, rows - 1, columns);
      (data as Sortable).sort({ column, ascending });
    }
    return this;
  }
  remove(): void {
    this.sheet.model.filter = null;
  }
  #checkColumn(column: number): void {
    const { column: left, columns } = this.model.range;
    if (column <= left || column > left + columns) fail('Those columns are out of bounds.');
  }
}

const made = new WeakMap<FilterModel, FilterImpl>();

function filterOf(sheet: SheetImpl): FilterImpl | null {
  const model = sheet.model.filter as FilterModel | null;
  if (!model) return null;
  let known = made.get(model);
  if (!known || known.sheet !== sheet) {
    known = new FilterImpl(sheet, model);
    made.set(model, known);
  }
  return known;
}

export const rangeFilterMethods = {
  createFilter(this: RangeImpl): FilterImpl | null {
    if (this.sheet.model.filter) fail("You can't create a filter in a sheet that already has a filter.");
    const model: FilterModel = { range: this.ref(), columns: [] };
    this.sheet.model.filter = model;
    return filterOf(this.sheet);
  },
  /** The filter of the sheet, even when this range is not in it; so does the live service. */
  getFilter(this: RangeImpl): FilterImpl | null {
    return filterOf(this.sheet);
  },
};

export const sheetFilterMethods = {
  getFilter(this: SheetImpl): FilterImpl | null {
    return filterOf(this);
  },
  isRowHiddenByFilter(this: SheetImpl, row: number): boolean {
    return isHiddenByFilter(this, row - 1);
  },
};
