import type { TabLayout } from '../domain/workbook/layout';
import type { OpenSpreadsheet } from './spreadsheet';
import {
  dressColumns,
  dressHeader,
  protectGenerated,
  protectScriptColumns,
  type Rules,
  setWidths,
  USUAL_WIDTH,
  usualWidth,
  widthRuns,
} from './tab-look';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows and columns of a sheet's grid. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Makes the tabs in their places and gives each its columns. */
export function createTabs(
  open: OpenSpreadsheet,
  layouts: readonly TabLayout[],
  order: readonly string[],
  rulesOf: (layout: TabLayout) => Rules,
): void {
  const size = makeTabs(open, layouts, order);
  for (const layout of layouts) {
    const sheet = open.sheet(layout.title);
    const placed = layout.columns.map((column, position) => ({ column, position }));
    if (placed.length > 0) fill(open, sheet, layout, rulesOf(layout), size);
    if (layout.hidden) sheet.hideSheet();
    else if (layout.generated) protectGenerated(sheet);
    else protectScriptColumns(sheet, placed, size.rows);
  }
}

/** A tab that was just made, still blank, with the widths of its columns. */
interface Made {
  readonly sheet: Sheet;
  readonly widths: readonly number[];
}

/**
 * The first new tab gets the usual look by calls; each other is a copy of the one of them whose widths are nearest, while
 * all are still blank, which brings the look in one call a tab. Gives the size of a new tab.
 */
function makeTabs(open: OpenSpreadsheet, layouts: readonly TabLayout[], order: readonly string[]): Size {
  const { spreadsheet } = open;
  const blank = onlyBlankSheet(spreadsheet);
  const present = blank ? [] : open.titles();
  const made: Made[] = [];
  let size: Size = { rows: 0, columns: 0 };
  for (const layout of layouts) {
    const before = order.slice(0, order.indexOf(layout.title)).filter((t) => present.includes(t)).length;
    const index = order.includes(layout.title) ? before : present.length;
    if (made.length === 0) {
      const first = firstTab(spreadsheet, blank, layout.title, index);
      size = first;
      made.push({ sheet: first.sheet, widths: usualWidths(size.columns) });
    } else {
      const widths = widthsOf(layout, size.columns);
      const nearest = made.reduce((best, one) =>
        widthRuns(widths, one.widths).length < widthRuns(widths, best.widths).length ? one : best,
      );
      const sheet = spreadsheet.insertSheet(layout.title, index, { template: nearest.sheet });
      setWidths(sheet, widths, nearest.widths);
      made.push({ sheet, widths });
    }
    present.splice(index, 0, layout.title);
  }
  open.forget();
  if (made.length > 0) setWidths(made[0].sheet, widthsOf(layouts[0], size.columns), made[0].widths);
  for (const { title } of layouts) open.hasSize(title, size.rows, size.columns);
  return size;
}

const usualWidths = (count: number): number[] => Array.from({ length: count }, (_, i) => usualWidth(i));

function widthsOf({ columns }: TabLayout, count: number): number[] {
  return Array.from({ length: count }, (_, i) => columns[i]?.width ?? usualWidth(i));
}

/** The sheet that Google gives a new spreadsheet, while nobody has used it. */
function onlyBlankSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Sheet | null {
  const sheets = spreadsheet.getSheets();
  return sheets.length === 1 && sheets[0].getLastRow() === 0 ? sheets[0] : null;
}

function firstTab(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  blank: Sheet | null,
  title: string,
  index: number,
): Size & { readonly sheet: Sheet } {
  const sheet = blank ? blank.setName(title) : spreadsheet.insertSheet(title, index);
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(1);
  sheet
    .getRange(1, 1, rows, columns)
    .setWrap(true)
    .setVerticalAlignment('top')
    .setHorizontalAlignment('left');
  dressHeader(sheet.getRange(1, 1, 1, columns));
  setWidths(sheet, usualWidths(columns), []);
  return { sheet, rows, columns };
}

function fill(
  open: OpenSpreadsheet,
  sheet: Sheet,
  layout: TabLayout,
  rules: Rules,
  { rows, columns: made }: Size,
): void {
  const { columns, preload } = layout;
  const missing = columns.length - made;
  if (missing > 0) {
    sheet.insertColumnsAfter(made, missing);
    sheet.setColumnWidths(made + 1, missing, USUAL_WIDTH);
    const widths = columns.map((c) => c.width ?? USUAL_WIDTH);
    const have = widths.map((width, i) => (i < made ? width : USUAL_WIDTH));
    setWidths(sheet, widths, have);
    // The look of the last column of the template, still blank here.
    sheet
      .getRange(1, made, rows, 1)
      .copyTo(sheet.getRange(1, made + 1, rows, missing), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
    open.hasSize(layout.title, rows, columns.length);
  }
  dressColumns(sheet, 0, rows, columns, rules, open.cells().toValues(preload?.rows ?? []));
}
