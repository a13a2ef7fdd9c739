import type { Block } from '../domain/memo/blocks';
import type { ChartData } from '../domain/monitoring/charts';
import type { Cell, Grid } from '../domain/registry/cell';
import type { ColumnLayout, TabLayout } from '../domain/workbook/layout';

/** What the use cases need of the world, named for the need. The adapters are in src/google. */

/** Values of the tabs. A read is one trip a tab; writing comes at the end of a command. */
export interface Workbook {
  url(): string;
  titles(): readonly string[];
  /** The first row as it is shown, up to its last filled cell; [] for a blank one. */
  firstRow(title: string): readonly string[];
  /** All rows with data, the header first; null when there is no such tab. */
  read(title: string): Grid | null;
  /** Writes the rows from row 1 (header included) and clears what stood below; the tab belongs to the script. */
  refill(title: string, rows: readonly (readonly Cell[])[]): void;
  /** Adds rows below the data of a tab that people fill. */
  append(title: string, rows: readonly (readonly Cell[])[]): void;
  /** One cell; row and column are 0-based in the grid. */
  writeCell(title: string, row: number, column: number, value: Cell): void;
  /** Backgrounds of the cells of one column (0-based) below the header: one trip. For tabs of the script only. */
  mark(title: string, column: number, colours: readonly string[]): void;
  /** Addresses of merged cells of a tab. */
  merged(title: string): readonly string[];
}

/** The structure of the tabs. */
export interface Layouts {
  /** Makes the tabs in their order, each with header, notes, formats, dropdowns, widths, protection and preloaded rows. */
  create(layouts: readonly TabLayout[], order: readonly string[]): void;
  rename(from: string, to: string): void;
  /**
   * Compares an existing tab with its layout.
   * @throws TypedTableError when the tab is a typed Table
   */
  inspect(layout: TabLayout, positions: readonly Placed[]): Deviations;
  /** @throws TypedTableError */
  repair(layout: TabLayout, positions: readonly Placed[], deviations: Deviations): void;
  /** Adds columns at the right of the tab's used columns. @throws TypedTableError */
  addColumns(title: string, after: number, columns: readonly ColumnLayout[]): void;
  setHeader(title: string, position: number, text: string): void;
}

/** A column of a layout and where it stands, 0-based. */
export interface Placed {
  readonly column: ColumnLayout;
  readonly position: number;
}

/** Positions of columns that differ from the layout. */
export interface Deviations {
  readonly notes: readonly number[];
  readonly formats: readonly number[];
  readonly validations: readonly number[];
  /** Texts do not wrap: the tab comes from another program or was cleared; then its widths are restored too. */
  readonly undressed: boolean;
  readonly unfrozen: boolean;
  readonly unprotected: boolean;
}

/** The tab was turned into a typed Table by hand: SpreadsheetApp may not write into it. */
export class TypedTableError extends Error {}

/** Pivot and charts of the report; made once, then kept. */
export interface ReportSheets {
  pivots(): void;
  charts(data: readonly ChartData[]): void;
  /** PNG pictures of the charts for the memo, by key; a chart without data is absent. */
  pictures(keys: readonly ChartData['key'][]): Readonly<Record<string, unknown>>;
  /** Widths and alignment of the table of indicators, once. */
  dressIndicators(title: string, widths: readonly number[]): void;
}

export interface Documents {
  /** Makes a new document from the blocks. */
  write(
    title: string,
    blocks: readonly Block[],
    pictures: Readonly<Record<string, unknown>>,
  ): { readonly id: string; readonly url: string };
}

export interface Screen {
  /** 'ru' or 'en', from the account's language. */
  language(): 'ru' | 'en';
  toast(message: string, title: string): void;
  alert(title: string, message: string): void;
  /** Yes, no, or null when the window was closed. */
  ask(title: string, question: string): boolean | null;
  panel(
    name: string,
    title: string,
    data: unknown,
    size: { readonly width: number; readonly height: number },
  ): void;
}

export interface Clock {
  /** `yyyy-mm-dd` in the spreadsheet's time zone. */
  today(): string;
}

export interface Locks {
  /** Runs alone among the runs of this workbook; null when another run holds the lock too long. */
  alone<T>(work: () => T): { readonly result: T } | null;
}

export interface Ports {
  readonly workbook: Workbook;
  readonly layouts: Layouts;
  readonly sheets: ReportSheets;
  readonly documents: Documents;
  readonly screen: Screen;
  readonly clock: Clock;
  readonly locks: Locks;
  /** The acting person's address, or 'неизвестно'. */
  actor(): string;
}

/** A command that cannot be done, said in words for a person; nothing was changed. */
export class Refusal extends Error {}
