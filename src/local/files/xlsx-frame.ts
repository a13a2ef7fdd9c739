import ExcelJS from 'exceljs';
import type { CellFormat, SheetModel, SpreadsheetModel } from '../services/spreadsheet/model';
import { bandingFills } from './xlsx-banding';
import { addConditionalFormats } from './xlsx-conditional';
import { CHART_PICTURE } from './xlsx-drawing';
import type { CellExtras } from './xlsx-extras';
import { outlineLevel, outlineProperties } from './xlsx-groups';
import { placeOf, placeXml, printLinks } from './xlsx-link-print';
import { LISTS_SHEET } from './xlsx-lists';
import { formatOf, rowWidth } from './xlsx-row-print';
import type { SheetNames } from './xlsx-sheet-names';
import { argb, excelStyle } from './xlsx-style';

/** A chart as a picture, in pixels at a cell (0-based). */
export interface ChartPicture {
  readonly data: Uint8Array; // PNG
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

export interface WriteOptions {
  /** Date of the file's properties and of the entries of the zip; a fixed one by default, so that equal models give equal bytes. */
  readonly modified?: Date;
  /** Draws a chart of `sheet.charts`; null = leave it out. Charts themselves are kept in the extras. */
  readonly chartPicture?: (
    chart: unknown,
    sheet: SheetModel,
  ) => ChartPicture | null | Promise<ChartPicture | null>;
}

export interface Frame {
  readonly bytes: ArrayBuffer;
  /** Formats in the order of the cells D1, D2 … of the first sheet, from which their style numbers are read. */
  readonly palette: readonly CellFormat[];
  /** Names of the shapes of each drawing part. */
  readonly pictures: readonly { readonly name: string; readonly altText: string }[][];
  readonly cells: readonly Record<string, CellExtras>[];
  /** Links of each sheet to places inside the workbook, as XML: exceljs would write them as addresses of files. */
  readonly places: readonly (readonly string[])[];
}

/** The book without its cells. */
export async function frameOf(
  model: SpreadsheetModel,
  sheets: readonly SheetModel[],
  names: SheetNames,
  modified: Date,
  options: WriteOptions,
): Promise<Frame> {
  const book = new ExcelJS.Workbook();
  book.creator = model.owner;
  book.lastModifiedBy = model.owner;
  book.created = modified;
  book.modified = modified;
  book.title = model.name;
  book.calcProperties.fullCalcOnLoad = model.sheets.some((s) =>
    s.rows.some((row) => row?.formulas?.some(Boolean)),
  );
  const active = Math.max(
    0,
    model.sheets.findIndex((s) => s.id === model.activeSheetId && !s.hidden),
  );
  book.views = [
    { x: 0, y: 0, width: 28_800, height: 15_000, firstSheet: 0, activeTab: active, visibility: 'visible' },
  ];
  const pictures: { name: string; altText: string }[][] = [];
  const places: string[][] = [];
  const cells: Record<string, CellExtras>[] = [];
  const isAllHidden = sheets.every((s) => s.hidden);
  for (const [i, sheet] of sheets.entries()) {
    const isList = sheet.id === -1 && sheet.name === LISTS_SHEET;
    const state = isList ? 'veryHidden' : sheet.hidden && !(isAllHidden && i === 0) ? 'hidden' : 'visible';
    const worksheet = book.addWorksheet(names.of(sheet.id) ?? sheet.name, {
      state,
      // A row is 21 pixels high, a column 100 pixels wide, as in Google Sheets.
      properties: {
        defaultRowHeight: 15.75,
        defaultColWidth: 100 / 7,
        ...outlineProperties(sheet),
        ...(sheet.tabColor && { tabColor: argb(sheet.tabColor) }),
      },
      views: [sheetView(sheet)],
      // Printed on A4 across, all columns on one page.
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    const rest: Record<string, CellExtras> = {};
    cells.push(rest);
    const inside: string[] = [];
    places.push(inside);
    setColumns(worksheet, sheet);
    addConditionalFormats(worksheet, sheet);
    for (const link of printLinks(sheet, rest)) {
      const place = placeOf(link.address, (id) => names.of(id));
      if (place !== null) {
        inside.push(placeXml(link, place));
        continue;
      }
      worksheet.getCell(link.row + 1, link.column + 1).value = { text: ' ', hyperlink: link.address };
    }
    sheet.rows.forEach((row, r) => {
      row?.notes?.forEach((note, c) => {
        if (note) worksheet.getCell(r + 1, c + 1).note = note;
      });
    });
    const shapes = await addPictures(book, worksheet, sheet, options);
    if (shapes.length > 0) pictures.push(shapes);
  }
  const palette = usedFormats(sheets);
  const first = book.worksheets[0];
  palette.forEach((format, i) => {
    first.getCell(i + 1, 4).style = excelStyle(format);
  });
  // exceljs leaves the part of texts out of the package when there is none.
  first.getCell(palette.length + 1, 5).value = ' ';
  return {
    bytes: (await book.xlsx.writeBuffer()) as unknown as ArrayBuffer,
    palette,
    pictures,
    cells,
    places,
  };
}

function sheetView(sheet: SheetModel): Partial<ExcelJS.WorksheetView> {
  const look = { showGridLines: !sheet.hiddenGridlines, rightToLeft: sheet.rightToLeft };
  if (sheet.frozenRows === 0 && sheet.frozenColumns === 0)
    return { state: 'normal', ...look } as ExcelJS.WorksheetView;
  return {
    state: 'frozen',
    ySplit: sheet.frozenRows,
    xSplit: sheet.frozenColumns,
    ...look,
  } as ExcelJS.WorksheetView;
}

function setColumns(worksheet: ExcelJS.Worksheet, sheet: SheetModel): void {
  const { depths } = sheet.columnGroups;
  const last = Math.max(-1, ...sheet.columnWidths.keys(), ...sheet.hiddenColumns, ...depths.keys());
  for (let c = 0; c <= last; c += 1) {
    const column = worksheet.getColumn(c + 1);
    column.width = Math.min((sheet.columnWidths.get(c) ?? 100) / 7, 255);
    if (sheet.hiddenColumns.has(c)) column.hidden = true;
    if (depths.has(c)) column.outlineLevel = outlineLevel(sheet.columnGroups, c);
  }
}

async function addPictures(
  book: ExcelJS.Workbook,
  worksheet: ExcelJS.Worksheet,
  sheet: SheetModel,
  options: WriteOptions,
) {
  const shapes: { name: string; altText: string }[] = [];
  const add = (
    data: Uint8Array,
    type: 'png' | 'jpeg' | 'gif',
    at: Omit<ChartPicture, 'data'>,
    offsetX = 0,
    offsetY = 0,
  ): void => {
    const id = book.addImage({ buffer: Buffer.from(data) as unknown as ExcelJS.Buffer, extension: type });
    const tl = {
      nativeCol: at.column,
      nativeRow: at.row,
      nativeColOff: offsetX * 9525,
      nativeRowOff: offsetY * 9525,
    };
    worksheet.addImage(id, {
      tl: tl as never,
      ext: { width: at.width, height: at.height },
      editAs: 'oneCell',
    });
  };
  for (const picture of sheet.pictures) {
    add(picture.data, picture.type, picture, picture.offsetX, picture.offsetY);
    shapes.push({ name: `Picture ${shapes.length + 1}`, altText: picture.altText });
  }
  for (const [i, chart] of sheet.charts.entries()) {
    const picture = await options.chartPicture?.(chart, sheet);
    if (!picture) continue;
    add(picture.data, 'png', picture);
    shapes.push({ name: `${CHART_PICTURE}-${i + 1}`, altText: '' });
  }
  return shapes;
}

/** Equal formats have equal keys. */
export const formatKey = (format: CellFormat): string => {
  const { borders, ...plain } = format;
  return JSON.stringify([
    Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1)),
    borders && [borders.top, borders.left, borders.bottom, borders.right],
  ]);
};

/** The different formats of the book in the order of their first use. */
function usedFormats(sheets: readonly SheetModel[]): CellFormat[] {
  const seen = new Set<CellFormat>();
  const found = new Map<string, CellFormat>();
  const add = (format: CellFormat): void => {
    if (seen.has(format)) return;
    seen.add(format);
    const key = formatKey(format);
    if (!found.has(key)) found.set(key, format);
  };
  for (const sheet of sheets) {
    const bands = bandingFills(sheet);
    sheet.rows.forEach((row, r) => {
      const width = row ? (bands ? rowWidth(row, bands) : (row.formats?.length ?? 0)) : 0;
      for (let c = 0; row && c < width; c += 1) {
        const format = formatOf(row, r, c, bands);
        if (format) add(format);
      }
    });
  }
  return [...found.values()];
}
