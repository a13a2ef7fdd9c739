import type { Workbook } from '../app/ports';
import { columnLetter } from '../domain/registry/headers';
import { guarded } from './layouts';
import type { OpenSpreadsheet } from './spreadsheet';

/** The port Workbook over SpreadsheetApp. */
export function sheetsWorkbook(open: OpenSpreadsheet): Workbook {
  return {
    url: () => open.spreadsheet.getUrl(),
    id: () => open.spreadsheet.getId(),
    titles: () => open.titles(),
    firstRow(title) {
      const row = open.sheet(title).getRange('1:1').getDisplayValues()[0];
      let last = row.length;
      while (last > 0 && row[last - 1] === '') last--;
      return row.slice(0, last);
    },
    read(title) {
      const sheet = open.find(title);
      return sheet ? open.cells().toCells(valuesOf(sheet)) : null;
    },
    readColumns(title, from, count) {
      const columns = `${columnLetter(from)}:${columnLetter(from + count - 1)}`;
      return open.cells().toCells(open.sheet(title).getRange(columns).getValues());
    },
    // Write first, clear after: an error in between leaves the whole new table and an old tail, never half a table.
    refill(title, rows, standing) {
      const sheet = open.sheet(title);
      const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
      const values = open.cells().toValues(rows.map((r) => [...r, ...new Array(width - r.length).fill('')]));
      // Asked before writing: a question after it would wait until the write is through.
      const used = standing ? null : sheet.getDataRange();
      const lastRow = used ? used.getLastRow() : (standing?.length ?? 0);
      const lastColumn = used ? used.getLastColumn() : (standing?.[0]?.length ?? 0);
      if (values.length > 0)
        withRoom(open, title, [values.length, width], lastRow, () => {
          sheet.getRange(1, 1, values.length, width).setValues(values);
        });
      if (lastRow > values.length)
        sheet.getRange(values.length + 1, 1, lastRow - values.length, lastColumn).clearContent();
      if (lastColumn > width && values.length > 0)
        sheet.getRange(1, width + 1, values.length, lastColumn - width).clearContent();
    },
    append(title, rows) {
      const sheet = open.sheet(title);
      const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
      const after = sheet.getLastRow();
      const values = open.cells().toValues(rows);
      withRoom(open, title, [after + rows.length, width], 0, () => {
        sheet.getRange(after + 1, 1, rows.length, width).setValues(values);
      });
    },
    appendAfter(title, last, rows) {
      if (rows.length === 0) return;
      const sheet = open.sheet(title);
      const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
      const values = open.cells().toValues(rows.map((r) => [...r, ...new Array(width - r.length).fill('')]));
      withRoom(open, title, [last + rows.length, width], last, () => {
        sheet.getRange(last + 1, 1, rows.length, width).setValues(values);
      });
    },
    appendRow(title, row) {
      open.sheet(title).appendRow(open.cells().toValues([row])[0]);
    },
    writeBlocks(title, blocks) {
      const sheet = open.sheet(title);
      const cells = open.cells();
      for (const { row, column, values } of blocks) {
        const range = sheet.getRange(row + 1, column + 1, values.length, values[0].length);
        guarded(() => range.setValues(cells.toValues(values)));
      }
    },
    colour(title, addresses, colour) {
      if (addresses.length === 0) return;
      const cells = open.sheet(title).getRangeList([...addresses]);
      guarded(() => cells.setBackground(colour));
    },
    // Rich texts, not HYPERLINK formulas: a formula a row would delay every later read while it recalculates.
    links(title, column, links) {
      if (links.length === 0) return;
      const ids = new Map<string, number>();
      const values = links.map(({ text, tab, address }) => {
        const made = SpreadsheetApp.newRichTextValue().setText(text);
        if (address === '') return [made.build()];
        const id = ids.get(tab) ?? open.sheet(tab).getSheetId();
        ids.set(tab, id);
        return [made.setLinkUrl(`#gid=${id}&range=${address}`).build()];
      });
      open
        .sheet(title)
        .getRange(2, column + 1, links.length, 1)
        .setRichTextValues(values);
    },
    note(title, addresses, text) {
      if (addresses.length === 0) return;
      const cells = open.sheet(title).getRangeList([...addresses]);
      guarded(() => cells.setNote(text));
    },
    tabId: (title) => open.sheet(title).getSheetId(),
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
    lastRow: (title) => open.sheet(title).getLastRow(),
    size: () =>
      open
        .titles()
        .map((title) => open.sheet(title))
        .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0),
    trim(title) {
      const sheet = open.sheet(title);
      const [lastRow, lastColumn] = [Math.max(2, sheet.getLastRow()), Math.max(1, sheet.getLastColumn())];
      const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
      if (rows > lastRow) sheet.deleteRows(lastRow + 1, rows - lastRow);
      if (columns > lastColumn) sheet.deleteColumns(lastColumn + 1, columns - lastColumn);
      open.hasSize(title, Math.min(rows, lastRow), Math.min(columns, lastColumn));
    },
  };
}

/**
 * Most tabs have room for what is written: it is made only where the write found none, first below, then to the right.
 * @param used rows that are in use, where a few spare ones below the table do no harm; 0: the rows are counted first
 */
function withRoom(
  open: OpenSpreadsheet,
  title: string,
  [rows, columns]: readonly [number, number],
  used: number,
  write: () => void,
): void {
  const fault = faultOf(write);
  if (fault === null) return;
  const have = used || open.rows(title);
  if (have < rows) {
    open.sheet(title).insertRowsAfter(have, rows - have);
    open.resized(title);
    if (faultOf(write) === null) return;
  }
  if (!open.makeRoom(title, rows, columns)) throw fault;
  write();
}

function faultOf(write: () => void): unknown {
  try {
    write();
    return null;
  } catch (error) {
    return error;
  }
}

/** Everything up to the last row and column with data: one trip. A blank tab has no last row and is asked the longer way. */
function valuesOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): unknown[][] {
  try {
    return sheet.getSheetValues(1, 1, -1, -1);
  } catch {
    return sheet.getLastRow() === 0 ? [['']] : sheet.getDataRange().getValues();
  }
}
