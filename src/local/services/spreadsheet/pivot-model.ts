import type { FilterCriteriaModel } from './filter-criteria';
import type { CellValue, RangeRef } from './model';

/** A pivot table as SheetModel.pivots holds it. Plain data; `offset` is a 0-based column of the source. */
export interface PivotModel {
  /** null when the cell was deleted. */
  anchor: RangeRef | null;
  /** With its heading row; null when it was deleted. */
  source: RangeRef | null;
  rows: PivotGroupModel[];
  columns: PivotGroupModel[];
  values: PivotValueModel[];
  filters: { offset: number; criteria: FilterCriteriaModel }[];
  /** Key of Dimension: where several values stand. */
  orientation: string;
  /** Size of what is written into the cells now. */
  written: { rows: number; columns: number };
}

export interface PivotGroupModel {
  offset: number;
  ascending: boolean;
  /** Sorted by a value instead of by the labels; `opposite` = labels of the other dimension, none = its grand total. */
  sortBy: { value: number; opposite: readonly unknown[] } | null;
  totals: boolean;
  name: string | null;
  repeat: boolean;
}

export interface PivotValueModel {
  /** null for a calculated value. */
  offset: number | null;
  formula: string | null;
  /** Key of PivotTableSummarizeFunction. */
  summarize: string;
  name: string | null;
  /** Key of PivotValueDisplayType. */
  show: string;
}

/** One row of the source. */
export type PivotRecord = readonly CellValue[];

/** A cell that a pivot table writes. */
export interface PivotCell {
  readonly value: CellValue;
  readonly format?: string;
}

/** Words that a pivot table writes, by the language of the spreadsheet. */
export interface PivotWords {
  readonly grandTotal: string;
  total(label: string): string;
  totalOf(value: string): string;
  valueName(summarize: string, heading: string): string;
}

export function pivotWords(locale: string): PivotWords {
  return locale.startsWith('ru')
    ? {
        grandTotal: 'Общий итог',
        total: (label) => `${label} Итог`,
        totalOf: (value) => `Итог ${value}`,
        valueName: (summarize, heading) => `${summarize} из ${heading}`,
      }
    : {
        grandTotal: 'Grand Total',
        total: (label) => `${label} Total`,
        totalOf: (value) => `Total ${value}`,
        valueName: (summarize, heading) => `${summarize} of ${heading}`,
      };
}
