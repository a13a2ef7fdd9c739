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
  USUAL_WIDTHS,
  usualWidth,
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

/**
 * The first new tab gets its look by calls; the others are copies of it while it is still blank, which brings the look in
 * one call a tab. Gives the size of a new tab.
 */
function makeTabs(open: OpenSpreadsheet, layouts: readonly TabLayout[], order: readonly string[]): Size {
  const { spreadsheet } = open;
  const blank = onlyBlankSheet(spreadsheet);
  const present = blank ? [] : open.titles();
  let template: Sheet | null = null;
  for (const layout of layouts) {
    const before = order.slice(0, order.indexOf(layout.title)).filter((t) => present.includes(t)).length;
    const index = order.includes(layout.title) ? before : present.length;
    if (template) spreadsheet.insertSheet(layout.title, index, { template });
    else template = firstTab(spreadsheet, blank, layout.title, index);
    present.splice(index, 0, layout.title);
  }
  open.forget();
  const size = template
    ? { rows: template.getMaxRows(), columns: template.getMaxColumns() }
    : { rows: 0, columns: 0 };
  for (const { title } of layouts) open.hasSize(title, size.rows, size.columns);
  return size;
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
): Sheet {
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
  sheet.setColumnWidths(1, columns, USUAL_WIDTH);
  USUAL_WIDTHS.forEach((width, i) => {
    sheet.setColumnWidth(i + 1, width);
  });
  return sheet;
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
    // The look of the last column of the template, still blank here.
    sheet
      .getRange(1, made, rows, 1)
      .copyTo(sheet.getRange(1, made + 1, rows, missing), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
    open.hasSize(layout.title, rows, columns.length);
  }
  dressColumns(sheet, 0, rows, columns, rules, open.cells().toValues(preload?.rows ?? []));
  setWidths(
    sheet,
    columns.map((c, i) => c.width ?? usualWidth(i)),
    usualWidth,
  );
}
