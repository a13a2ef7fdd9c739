import { type CellConverter, cellConverter } from './cells';

/** The open workbook during one command: sheets by title, looked up once. */
export interface OpenSpreadsheet {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  sheet(title: string): GoogleAppsScript.Spreadsheet.Sheet;
  find(title: string): GoogleAppsScript.Spreadsheet.Sheet | null;
  titles(): string[];
  /** Rows of the sheet's grid, asked once. */
  rows(title: string): number;
  /** `wanted`, or fewer where the sheet's grid is narrower. Asked once. */
  columns(title: string, wanted: number): number;
  /** The size is to be asked again. */
  resized(title: string): void;
  /** Makes the grid at least this large. @returns whether it was smaller */
  makeRoom(title: string, rows: number, columns: number): boolean;
  /** Tells the size of a sheet that was just made, so that it need not be asked. */
  hasSize(title: string, rows: number, columns: number): void;
  timeZone(): string;
  /** Forgets the looked-up sheets: after tabs were made or renamed. */
  forget(): void;
  cells(): CellConverter;
}

export function openSpreadsheet(): OpenSpreadsheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  let sheets: Map<string, GoogleAppsScript.Spreadsheet.Sheet> | null = null;
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  let converter: CellConverter | null = null;
  let zone: string | null = null;
  const all = () => {
    sheets ??= new Map(spreadsheet.getSheets().map((s) => [s.getName(), s]));
    return sheets;
  };
  return {
    spreadsheet,
    titles: () => [...all().keys()],
    find: (title) => all().get(title) ?? null,
    sheet(title) {
      const found = all().get(title);
      if (!found) throw new Error(`В книге нет вкладки «${title}».`);
      return found;
    },
    rows(title) {
      const known = rows.get(title) ?? this.sheet(title).getMaxRows();
      rows.set(title, known);
      return known;
    },
    columns(title, wanted) {
      const known = columns.get(title) ?? this.sheet(title).getMaxColumns();
      columns.set(title, known);
      return Math.min(wanted, known);
    },
    resized(title) {
      rows.delete(title);
      columns.delete(title);
    },
    makeRoom(title, needed, width) {
      const sheet = this.sheet(title);
      const have = this.rows(title);
      if (needed > have) {
        sheet.insertRowsAfter(have, needed - have);
        rows.set(title, needed);
      }
      const wide = columns.get(title) ?? sheet.getMaxColumns();
      if (width > wide) sheet.insertColumnsAfter(wide, width - wide);
      columns.set(title, Math.max(wide, width));
      return needed > have || width > wide;
    },
    hasSize(title, height, width) {
      rows.set(title, height);
      columns.set(title, width);
    },
    forget() {
      sheets = null;
      rows.clear();
      columns.clear();
    },
    timeZone() {
      zone ??= spreadsheet.getSpreadsheetTimeZone();
      return zone;
    },
    cells() {
      converter ??= cellConverter(this.timeZone());
      return converter;
    },
  };
}
