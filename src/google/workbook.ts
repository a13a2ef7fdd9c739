import type { Workbook } from '../app/ports';
import { columnLetter } from '../domain/registry/headers';
import type { OpenSpreadsheet } from './spreadsheet';

/** The port Workbook over SpreadsheetApp. */
export function sheetsWorkbook(open: OpenSpreadsheet): Workbook {
  const roomFor = (sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: number, columns: number) => {
    const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    if (rows > maxRows) sheet.insertRowsAfter(maxRows, rows - maxRows);
    if (columns > maxColumns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
  };
  return {
    url: () => open.spreadsheet.getUrl(),
    titles: () => open.titles(),
    read(title) {
      const sheet = open.find(title);
      return sheet ? open.cells().toCells(sheet.getDataRange().getValues()) : null;
    },
    // Write first, clear after: an error in between leaves the whole new table and an old tail, never half a table.
    refill(title, rows) {
      const sheet = open.sheet(title);
      const width = Math.max(1, ...rows.map((r) => r.length));
      const values = open.cells().toValues(rows.map((r) => [...r, ...new Array(width - r.length).fill('')]));
      roomFor(sheet, rows.length, width);
      if (values.length > 0) sheet.getRange(1, 1, values.length, width).setValues(values);
      const [lastRow, lastColumn] = [sheet.getLastRow(), sheet.getLastColumn()];
      if (lastRow > values.length)
        sheet.getRange(values.length + 1, 1, lastRow - values.length, lastColumn).clearContent();
      if (lastColumn > width && values.length > 0)
        sheet.getRange(1, width + 1, values.length, lastColumn - width).clearContent();
    },
    append(title, rows) {
      const sheet = open.sheet(title);
      const width = Math.max(1, ...rows.map((r) => r.length));
      const after = sheet.getLastRow();
      roomFor(sheet, after + rows.length, width);
      sheet.getRange(after + 1, 1, rows.length, width).setValues(open.cells().toValues(rows));
    },
    writeCell(title, row, column, value) {
      open
        .sheet(title)
        .getRange(row + 1, column + 1)
        .setValues(open.cells().toValues([[value]]));
    },
    mark(title, column, colours) {
      const sheet = open.sheet(title);
      const letter = columnLetter(column);
      for (const { colour, rows } of colours) {
        if (rows.length > 0) sheet.getRangeList(rows.map((r) => `${letter}${r + 1}`)).setBackground(colour);
      }
    },
    merged: (title) =>
      open
        .sheet(title)
        .getDataRange()
        .getMergedRanges()
        .map((r) => r.getA1Notation()),
  };
}
