import type { GuardedRows, RowBlocks } from '../app/ports';
import type { OpenSpreadsheet } from './spreadsheet';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** The port RowBlocks over Sheet.moveRows and range protections. */
export function rowBlocks(open: OpenSpreadsheet): RowBlocks {
  const protections = new WeakMap<GuardedRows, Protection>();
  return {
    height: (title) => open.rows(title),
    addRows(title, count) {
      const sheet = open.sheet(title);
      open.makeRoom(title, open.rows(title) + count, sheet.getMaxColumns());
    },
    move(title, from, count, before) {
      const sheet = open.sheet(title);
      sheet.moveRows(sheet.getRange(from, 1, count, 1), before);
    },
    guarded: (words) =>
      open.spreadsheet
        .getProtections(SpreadsheetApp.ProtectionType.RANGE)
        .filter((p) => p.getDescription().startsWith(words))
        .map((protection) => {
          const range = protection.getRange();
          const rows: GuardedRows = {
            title: range.getSheet().getName(),
            description: protection.getDescription(),
            from: range.getRow(),
            count: range.getNumRows(),
            remove: () => protection.remove(),
          };
          protections.set(rows, protection);
          return rows;
        }),
    guard({ title, description, from, count }, accounts, known) {
      const sheet = open.sheet(title);
      const range = sheet.getRange(from, 1, count, sheet.getMaxColumns());
      const protection = (known && protections.get(known)?.setRange(range)) ?? range.protect();
      if (known?.description === description) return;
      // Recognised already, complete only with the full description: a run that breaks off is made up for by the next.
      protection.setDescription(description.split(' · ')[0]);
      // Only who is named may edit: protect() alone locks nobody out, and the acting person and the owner always stay.
      const wanted = new Set(accounts);
      const others = protection.getEditors().filter((user) => !wanted.has(user.getEmail().toLowerCase()));
      protection.addEditors([...accounts]);
      protection.removeEditors(others as unknown as string[]);
      // In files of a consumer account setDomainEdit throws.
      if (protection.canDomainEdit()) protection.setDomainEdit(false);
      protection.setDescription(description);
    },
  };
}
