import { rawValue, readDisplay } from './cell-read';
import { todayOf } from './criteria';
import { type FilterCriteriaModel, passes } from './filter-criteria';
import type { RangeRef } from './model';
import type { SheetImpl } from './sheet';

/** The filter of a sheet, as SheetModel.filter holds it. Plain data. */
export interface FilterModel {
  range: RangeRef;
  /** Each with a reference of its column: references follow when columns are inserted or deleted. */
  columns: { range: RangeRef; criteria: FilterCriteriaModel }[];
  /** The column sorted last, referred to likewise; absent = none yet, null = deleted. */
  sort?: { range: RangeRef | null; ascending: boolean };
}

/** Whether the filter of the sheet hides a row (0-based). The heading row is never hidden. */
export function isHiddenByFilter(sheet: SheetImpl, row: number): boolean {
  const filter = sheet.model.filter as FilterModel | null;
  if (!filter || row <= filter.range.row || row >= filter.range.row + filter.range.rows) return false;
  return filter.columns.some(({ range: { column }, criteria }) => {
    const text = readDisplay(sheet, row, column, 1, 1)[0][0];
    return !passes(criteria, { value: rawValue(sheet, row, column), text }, todayOf(sheet.parent));
  });
}
