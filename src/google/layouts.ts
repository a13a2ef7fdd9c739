import { type Layouts, LockedCellsError, TypedTableError } from '../app/ports';
import { foldHeader } from '../domain/text/fold';
import type { ColumnLayout } from '../domain/workbook/layout';
import { createTabs } from './new-tabs';
import type { OpenSpreadsheet } from './spreadsheet';
import { dressColumns, dressHeader, type Rules } from './tab-look';
import { lookAt, lookAtProtections, mendTab, protectOnce } from './tab-repair';
import { ruleOf, rulePrinter } from './validation';

/** The live text of a write into a Table with typed columns (platform.md §7). */
const TYPED_TABLE = /not allowed on cells in typed columns/i;
/** The text of a write into a protected range, in the languages of the accounts here. */
const LOCKED = /protected cell|защищ[её]нн(?:ую|ой|ые|ых)/i;

/** The port Layouts over SpreadsheetApp. */
export function sheetLayouts(open: OpenSpreadsheet): Layouts {
  const headers = new Map<string, readonly string[]>();
  /** 0-based position of a column in a tab, by the header that stands there now or will stand there. */
  const columnOf = (tab: string, column: string): number => {
    let header = headers.get(tab);
    if (!header) {
      const sheet = open.find(tab);
      const width = sheet?.getLastColumn() ?? 0;
      header = sheet && width > 0 ? sheet.getRange(1, 1, 1, width).getDisplayValues()[0] : [];
      headers.set(tab, header);
    }
    return header.findIndex((text) => foldHeader(text) === foldHeader(column));
  };
  let protections: Map<number, GoogleAppsScript.Spreadsheet.Protection[]> | null = null;
  /** Protections of whole sheets: one question for all tabs. */
  const protectionsOf = (title: string) => {
    if (!protections) {
      protections = new Map();
      for (const p of open.spreadsheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) {
        const id = p.getRange().getSheet().getSheetId();
        protections.set(id, [...(protections.get(id) ?? []), p]);
      }
    }
    return protections.get(open.sheet(title).getSheetId()) ?? [];
  };
  const rulesOf = (columns: readonly ColumnLayout[]): Rules =>
    columns.map((c) => (c.validation ? ruleOf(c.validation, open, columnOf) : null));

  return {
    create(layouts, order) {
      for (const { title, columns } of layouts)
        if (columns.length > 0)
          headers.set(
            title,
            columns.map((c) => c.title),
          );
      createTabs(open, layouts, order, (layout) => rulesOf(layout.columns));
    },
    rename(from, to) {
      open.sheet(from).setName(to);
      open.forget();
      headers.clear();
    },
    isHidden: (title) => open.sheet(title).isSheetHidden(),
    setHidden(title, hidden) {
      if (hidden) open.sheet(title).hideSheet();
      else open.sheet(title).showSheet();
    },
    protection: (title) => lookAtProtections(protectionsOf(title)),
    protect(title, placed) {
      const done = protectOnce(open.sheet(title), open.rows(title), placed, protectionsOf(title));
      protections = null;
      return done;
    },
    look(title, used, wanted, filter) {
      const width = wanted > used ? Math.max(used, open.columns(title, wanted)) : used;
      return lookAt(
        open.sheet(title),
        open.rows(title),
        width,
        filter,
        lookAtProtections(protectionsOf(title)),
      );
    },
    notes: (title, row, columns) =>
      open
        .sheet(title)
        .getRange(row + 1, 1, 1, columns)
        .getNotes()[0],
    rules(columns) {
      const print = rulePrinter();
      const rules = rulesOf(columns);
      return new Map(columns.map((c, i) => [c, c.validation && !rules[i] ? null : print(rules[i])] as const));
    },
    probe: (title, columns) =>
      guarded(() => {
        const cells = open.sheet(title).getRange(2, 1, 1, columns);
        cells.setDataValidations(cells.getDataValidations());
      }),
    mend: (title, mending) =>
      guarded(() =>
        mendTab(open.sheet(title), open.rows(title), mending, rulesOf(mending.placed.map((p) => p.column))),
      ),
    format(title, addresses, format) {
      if (addresses.length > 0)
        open
          .sheet(title)
          .getRangeList([...addresses])
          .setNumberFormat(format);
    },
    raiseHeader: (title, row, blankAbove) =>
      guarded(() => {
        const sheet = open.sheet(title);
        if (blankAbove) sheet.deleteRows(1, row);
        else sheet.moveRows(sheet.getRange(`${row + 1}:${row + 1}`), 1);
        open.resized(title);
        headers.delete(title);
      }),
    addColumns: (title, after, columns) =>
      guarded(() => {
        const sheet = open.sheet(title);
        const have = sheet.getMaxColumns();
        const missing = after + columns.length - have;
        if (missing > 0) sheet.insertColumnsAfter(have, missing);
        const rows = sheet.getMaxRows();
        sheet.getRange(1, after + 1, rows, columns.length).setWrap(true);
        dressHeader(sheet.getRange(1, after + 1, 1, columns.length));
        dressColumns(sheet, after, rows, columns, rulesOf(columns));
        columns.forEach((c, i) => {
          if (c.width) sheet.setColumnWidth(after + 1 + i, c.width);
        });
        headers.delete(title);
        open.resized(title);
      }),
    setHeader: (title, position, text) =>
      guarded(() => {
        const cell = open.sheet(title).getRange(1, position + 1);
        if (text === '') cell.clearContent().clearNote();
        else cell.setNumberFormat('@').setValue(text);
        headers.delete(title);
      }),
  };
}

/** Tells a typed Table and a protected range from other failures. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = String((error as { message?: unknown })?.message ?? error);
    if (TYPED_TABLE.test(message)) throw new TypedTableError(message);
    if (LOCKED.test(message)) throw new LockedCellsError(message);
    throw error;
  }
}
