import { type Layouts, TypedTableError } from '../app/ports';
import { foldHeader } from '../domain/text/fold';
import type { ColumnLayout } from '../domain/workbook/layout';
import { createTabs } from './new-tabs';
import type { OpenSpreadsheet } from './spreadsheet';
import { dressColumns, dressHeader, type Rules } from './tab-look';
import { inspectTab, repairTab } from './tab-repair';
import { ruleOf } from './validation';

/** The live text of a write into a Table with typed columns (platform.md §7). */
const TYPED_TABLE = /not allowed on cells in typed columns/i;

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
  let warnedSheets: ReadonlySet<number> | null = null;
  /** Ids of the sheets with a warning-only protection: one question for all tabs. */
  const warned = (): ReadonlySet<number> => {
    warnedSheets ??= new Set(
      open.spreadsheet
        .getProtections(SpreadsheetApp.ProtectionType.SHEET)
        .filter((p) => p.isWarningOnly())
        .map((p) => p.getRange().getSheet().getSheetId()),
    );
    return warnedSheets;
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
    },
    inspect: (layout, placed) =>
      guarded(() =>
        inspectTab(
          open.sheet(layout.title),
          layout,
          placed,
          rulesOf(placed.map((p) => p.column)),
          warned().has(open.sheet(layout.title).getSheetId()),
        ),
      ),
    repair: (layout, placed, deviations) =>
      guarded(() =>
        repairTab(open.sheet(layout.title), layout, placed, deviations, rulesOf(placed.map((p) => p.column))),
      ),
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
      }),
    setHeader: (title, position, text) =>
      guarded(() => {
        const cell = open.sheet(title).getRange(1, position + 1);
        cell.setNumberFormat('@').setValue(text);
      }),
  };
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = String((error as { message?: unknown })?.message ?? error);
    if (TYPED_TABLE.test(message)) throw new TypedTableError(message);
    throw error;
  }
}
