import { type CellConverter, cellConverter } from './cells';

/** The open workbook during one command: sheets by title, looked up once. */
export interface OpenSpreadsheet {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  sheet(title: string): GoogleAppsScript.Spreadsheet.Sheet;
  find(title: string): GoogleAppsScript.Spreadsheet.Sheet | null;
  titles(): string[];
  /** Rows of the sheet's grid, asked once. */
  rows(title: string): number;
  /** Forgets the looked-up sheets: after tabs were made or renamed. */
  forget(): void;
  cells(): CellConverter;
}

export function openSpreadsheet(): OpenSpreadsheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  let sheets: Map<string, GoogleAppsScript.Spreadsheet.Sheet> | null = null;
  const rows = new Map<string, number>();
  let converter: CellConverter | null = null;
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
    forget() {
      sheets = null;
      rows.clear();
    },
    cells() {
      converter ??= cellConverter(spreadsheet.getSpreadsheetTimeZone());
      return converter;
    },
  };
}
