import type { RangeRef, SheetModel } from './model';
import type { RangeImpl } from './range';
import type { SpreadsheetImpl } from './spreadsheet';

export type Location = 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';

/** An entry, as SheetModel.metadata and SpreadsheetModel.metadata hold it. Plain data. */
export interface MetadataModel {
  id: number;
  key: string;
  value: string | null;
  /** Key of DeveloperMetadataVisibility. */
  visibility: string;
  /** The whole row or column that it sits on; null on a sheet or the spreadsheet. Dies with the row or column. */
  range: RangeRef | null;
}

/** Where an entry is found: the sheet is null for the spreadsheet itself. */
export interface Found {
  readonly sheet: SheetModel | null;
  readonly model: MetadataModel;
}

export function locationOf({ sheet, model }: Found): Location {
  if (!sheet) return 'SPREADSHEET';
  if (!model.range) return 'SHEET';
  return model.range.columns === Infinity ? 'ROW' : 'COLUMN';
}

/** The one entire row or column that a range is; null for any other range. */
export function wholeLine(range: RangeImpl): RangeRef | null {
  const { maxRows, maxColumns, id } = range.sheet.model;
  const fullHeight = range.row === 0 && range.rows >= maxRows;
  const fullWidth = range.column === 0 && range.columns >= maxColumns;
  if (fullHeight && range.columns === 1)
    return { sheetId: id, row: 0, column: range.column, rows: Infinity, columns: 1 };
  if (fullWidth && range.rows === 1)
    return { sheetId: id, row: range.row, column: 0, rows: 1, columns: Infinity };
  return null;
}

/** Every entry of a spreadsheet, its own first, then sheet by sheet. */
export function allMetadata(spreadsheet: SpreadsheetImpl): Found[] {
  const own = (spreadsheet.model.metadata as MetadataModel[]).map((model) => ({ sheet: null, model }));
  return [
    ...own,
    ...spreadsheet.model.sheets.flatMap((sheet) =>
      (sheet.metadata as MetadataModel[]).map((model) => ({ sheet, model })),
    ),
  ];
}
