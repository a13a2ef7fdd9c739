/**
 * A spreadsheet as data: what the SpreadsheetApp façades read and change, and what the .xlsx files are read into
 * and written from. No Apps Script type here.
 *
 * Rows and columns are 0-based in the model and 1-based in the Apps Script classes.
 */

/** What a cell holds. Blank is ''. A date is its serial number (days since 1899-12-30) with a date number format. */
export type CellValue = string | number | boolean;

export interface BorderSide {
  readonly style: string; // key of SpreadsheetApp.BorderStyle
  readonly color: string; // #rrggbb
}

/** Only what somebody set; everything absent is the default. Objects are shared between cells: never change one in place. */
export interface CellFormat {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrap?: 'OVERFLOW' | 'WRAP' | 'CLIP';
  readonly rotation?: number;
  readonly verticalText?: boolean;
  readonly textDirection?: 'LEFT_TO_RIGHT' | 'RIGHT_TO_LEFT';
  /** Links of the cell look like plain text. */
  readonly plainLinks?: true;
  readonly borders?: Readonly<Partial<Record<'top' | 'left' | 'bottom' | 'right', BorderSide>>>;
}

/** A rectangle on a sheet. An open side is Infinity (`A2:A` has rows: Infinity). */
export interface RangeRef {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ValidationRule {
  /** Key of SpreadsheetApp.DataValidationCriteria. */
  readonly criteria: string;
  /** As getCriteriaValues() gives them, ranges as RangeRef, dates as serial numbers. */
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** A styled piece of a cell's text, [start, end). */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly style: CellFormat;
  readonly link: string | null;
}

/** One row; a missing array or a hole means nothing was ever set there. Arrays are indexed by 0-based column. */
export interface Row {
  values: CellValue[];
  /** With the leading `=`; the result is in `values`. */
  formulas?: (string | undefined)[];
  formats?: (CellFormat | undefined)[];
  notes?: (string | undefined)[];
  validations?: (ValidationRule | undefined)[];
  runs?: (readonly TextRun[] | undefined)[];
}

export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface ProtectionModel {
  id: string;
  type: 'RANGE' | 'SHEET';
  range: RangeRef | null;
  description: string;
  warningOnly: boolean;
  editors: string[];
  domainEdit: boolean;
  unprotected: RangeRef[];
  rangeName: string | null;
}

/** A picture on a sheet. */
export interface PictureModel {
  data: Uint8Array;
  type: 'png' | 'jpeg' | 'gif';
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  width: number;
  height: number;
  altText: string;
}

/** Groups of the rows or of the columns of a sheet. A group of depth d is a run of lines whose depth is d or more. */
export interface LineGroups {
  /** 0-based line → depth; absent = in no group. */
  depths: Map<number, number>;
  /** Collapsed groups, each by a line of it and its depth. */
  collapsed: { line: number; depth: number }[];
  /** The toggle is behind the group, not in front of it. */
  controlAfter: boolean;
}

export interface SheetModel {
  id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  /** Sparse: a missing row is blank. Length never exceeds maxRows. */
  rows: (Row | undefined)[];
  /** Pixels; absent = 100. */
  columnWidths: Map<number, number>;
  /** Pixels; absent = 21. */
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  rowGroups: LineGroups;
  columnGroups: LineGroups;
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  hiddenGridlines: boolean;
  tabColor: string | null;
  rightToLeft: boolean;
  merges: Merge[];
  protections: ProtectionModel[];
  pictures: PictureModel[];
  /** Filled by the classes that own them (filter.ts, banding.ts, pivot.ts, chart.ts, conditional-format.ts, metadata.ts). */
  filter: unknown;
  bandings: unknown[];
  conditionalFormats: unknown[];
  pivots: unknown[];
  charts: unknown[];
  metadata: unknown[];
  /**
   * The tab holds a typed Table made by hand: every write into these columns must throw
   * "This operation is not allowed on cells in typed columns." (a test can set this; nothing in Apps Script can).
   */
  typedTable: Merge | null;
}

export interface SpreadsheetModel {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  owner: string;
  editors: string[];
  viewers: string[];
  sheets: SheetModel[];
  activeSheetId: number;
  namedRanges: { name: string; range: RangeRef }[];
  metadata: unknown[];
}

/** A blank sheet of the size that Google Sheets gives. */
export function blankSheet(id: number, name: string, rows = 1000, columns = 26): SheetModel {
  return {
    id,
    name,
    maxRows: rows,
    maxColumns: columns,
    rows: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    rowGroups: noGroups(),
    columnGroups: noGroups(),
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    hiddenGridlines: false,
    tabColor: null,
    rightToLeft: false,
    merges: [],
    protections: [],
    pictures: [],
    filter: null,
    bandings: [],
    conditionalFormats: [],
    pivots: [],
    charts: [],
    metadata: [],
    typedTable: null,
  };
}

function noGroups(): LineGroups {
  return { depths: new Map(), collapsed: [], controlAfter: false };
}

/** The row for writing, made when missing. */
export function rowForWriting(sheet: SheetModel, row: number): Row {
  const known = sheet.rows[row];
  if (known) return known;
  const made: Row = { values: [] };
  while (sheet.rows.length < row) sheet.rows.push(undefined);
  sheet.rows[row] = made;
  return made;
}
