import type { Cell } from '../registry/cell';
import type { TabKey } from '../registry/tab';

/** How a tab should look and behave, as data: set-up compares it with the workbook and makes up the difference. */
export interface TabLayout {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly columns: readonly ColumnLayout[];
  /** True: the tab as a whole belongs to the script and is refilled in place. */
  readonly generated: boolean;
  readonly hidden: boolean;
  /** Rows that must be there, by the value of the first key column; existing rows are never touched. */
  readonly preload: { readonly keyColumn: number; readonly rows: readonly (readonly Cell[])[] } | null;
}

export interface ColumnLayout {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly note: string;
  /** Spreadsheet number format of the data cells; '' = as it is. */
  readonly format: string;
  /** Pixels; null = the usual width. */
  readonly width: number | null;
  readonly owner: 'people' | 'script';
  readonly validation: Validation | null;
}

/** What a cell accepts. `strict` refuses other values, otherwise they are marked. */
export type Validation =
  | {
      readonly kind: 'list';
      readonly values: readonly string[];
      readonly strict: boolean;
      readonly help: string;
    }
  /** A column of another tab, from row 2 down. */
  | {
      readonly kind: 'range';
      readonly tab: string;
      readonly column: string;
      readonly strict: boolean;
      readonly help: string;
    }
  | { readonly kind: 'date'; readonly help: string }
  | { readonly kind: 'number'; readonly min: number; readonly max: number | null; readonly help: string }
  | { readonly kind: 'url'; readonly help: string }
  | { readonly kind: 'email'; readonly help: string };

/** «Списки»: what the dropdowns of references offer, `NST-001 · Иванова М. П.`; refilled by the script. */
export const LISTS_TITLE = 'Списки';

export const LISTED: readonly TabKey[] = [
  'organisations',
  'curators',
  'mentors',
  'mentees',
  'pairs',
  'documents',
];

export const TEXT_FORMAT = '@';
export const DATE_FORMAT = 'dd.mm.yyyy';
