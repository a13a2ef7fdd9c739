import type { Traces } from '../app/ports';
import type { OpenSpreadsheet } from './spreadsheet';

/** The port Traces over SpreadsheetApp. */
export function bookTraces(open: OpenSpreadsheet): Traces {
  return {
    read(title) {
      const range = open.sheet(title).getDataRange();
      return { notes: range.getNotes(), formulas: range.getFormulas() };
    },
    formulas: (title) => open.sheet(title).getDataRange().getFormulas(),
    writeNotes(title, notes) {
      if (notes.length > 0)
        open
          .sheet(title)
          .getRange(1, 1, notes.length, notes[0].length)
          .setNotes(notes.map((row) => [...row]));
    },
    bookName: () => open.spreadsheet.getName(),
    properties: () => PropertiesService.getDocumentProperties()!.getProperties(),
  };
}
