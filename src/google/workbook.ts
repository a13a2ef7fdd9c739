import type { Workbook } from '../app/ports';
import type { OpenSpreadsheet } from './spreadsheet';

/** The port Workbook over SpreadsheetApp. */
export function sheetsWorkbook(open: OpenSpreadsheet): Workbook {
  return {
    url: () => open.spreadsheet.getUrl(),
    titles: () => open.titles(),
    firstRow(title) {
      const row = open.sheet(title).getRange('1:1').getDisplayValues()[0];
      let last = row.length;
      while (last > 0 && row[last - 1] === '') last--;
      return row.slice(0, last);
    },
    read(title) {
      const sheet = open.find(title);
      return sheet ? open.cells().toCells(sheet.getDataRange().getValues()) : null;
    },
    // Write first, clear after: an error in between leaves the whole new table and an old tail, never half a table.
    refill(title, rows) {
      const sheet = open.sheet(title);
      const width = Math.max(1, ...rows.map((r) => r.length));
      const values = open.cells().toValues(rows.map((r) => [...r, ...new Array(width - r.length).fill('')]));
      // Asked before writing: a question after it would wait until the write is through.
      const used = sheet.getDataRange();
      const [lastRow, lastColumn] = [used.getLastRow(), used.getLastColumn()];
      if (rows.length > lastRow || width > lastColumn) open.makeRoom(title, rows.length, width);
      if (values.length > 0) sheet.getRange(1, 1, values.length, width).setValues(values);
      if (lastRow > values.length)
        sheet.getRange(values.length + 1, 1, lastRow - values.length, lastColumn).clearContent();
      if (lastColumn > width && values.length > 0)
        sheet.getRange(1, width + 1, values.length, lastColumn - width).clearContent();
    },
    append(title, rows) {
      const sheet = open.sheet(title);
      const width = Math.max(1, ...rows.map((r) => r.length));
      const after = sheet.getLastRow();
      open.makeRoom(title, after + rows.length, width);
      sheet.getRange(after + 1, 1, rows.length, width).setValues(open.cells().toValues(rows));
    },
    writeCell(title, row, column, value) {
      open
        .sheet(title)
        .getRange(row + 1, column + 1)
        .setValues(open.cells().toValues([[value]]));
    },
    mark(title, column, colours) {
      open
        .sheet(title)
        .getRange(2, column + 1, colours.length, 1)
        .setBackgrounds(colours.map((colour) => [colour]));
    },
    merged: (title) =>
      open
        .sheet(title)
        .getDataRange()
        .getMergedRanges()
        .map((r) => r.getA1Notation()),
  };
}
