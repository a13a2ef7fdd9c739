import JSZip from 'jszip';
import type { CellFormat, SheetModel, SpreadsheetModel } from '../services/spreadsheet/model';
import { type CellExtras, printExtras, type SheetExtras, sheetExtras } from './xlsx-extras';
import { addExtras } from './xlsx-extras-part';
import { filterArea } from './xlsx-filter';
import { formatKey, frameOf, type WriteOptions } from './xlsx-frame';
import { LISTS_SHEET, LongLists } from './xlsx-lists';
import { areaName, sheetAreaName } from './xlsx-reference';
import { type CellPrinter, type PrintedRows, printRows } from './xlsx-row-print';
import { SheetNames } from './xlsx-sheet-names';
import { StringTable } from './xlsx-string-table';
import { finishStyles } from './xlsx-style';
import { type PrintedValidation, printValidations } from './xlsx-validation-print';
import { escapeXml } from './xml';

export type { ChartPicture, WriteOptions } from './xlsx-frame';

const FIXED_DATE = new Date(Date.UTC(2024, 0, 1));

/**
 * Writes the model as .xlsx for Excel, LibreOffice and Google. exceljs makes the frame (styles, views, notes,
 * pictures, package); cells, rules, merges and names are written here: for them exceljs needs an object a cell.
 */
export async function writeWorkbook(
  model: SpreadsheetModel,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const modified = options.modified ?? FIXED_DATE;
  const names = new SheetNames(model.sheets, [LISTS_SHEET]);
  const lists = new LongLists();
  const targets = {
    sheetName: (id: number) => names.of(id),
    hiddenList: (items: readonly string[]) => lists.add(items),
  };
  const validations = model.sheets.map((sheet) => printValidations(sheet, targets));
  const listsSheet = lists.sheet();
  const sheets = listsSheet ? [...model.sheets, listsSheet] : model.sheets;

  const frame = await frameOf(model, sheets, names, modified, options);
  const zip = await JSZip.loadAsync(frame.bytes);
  const text = async (part: string): Promise<string> => (await zip.file(part)?.async('string')) ?? '';
  const put = (part: string, content: string | Uint8Array) =>
    zip.file(part, content, { date: modified, createFolders: false });

  const styleNumbers = paletteNumbers(await text('xl/worksheets/sheet1.xml'), frame.palette);
  const printer = cellPrinter(styleNumbers, names);
  const extras: Record<string, SheetExtras> = {};
  for (const [i, sheet] of sheets.entries()) {
    const part = `xl/worksheets/sheet${i + 1}.xml`;
    const rows = printRows(sheet, printer);
    const rules = validations[i] ?? [];
    put(part, sheetXml(await text(part), sheet, rows, rules, frame.places[i] ?? []));
    const name = names.of(sheet.id);
    if (name !== undefined)
      extras[name] = sheetExtras(sheet, {
        ...(name !== sheet.name && { name: sheet.name }),
        ...exactRules(rules),
        ...cellRests(frame.cells[i], rows.cells),
      });
  }
  put('xl/sharedStrings.xml', printer.strings.xml());
  put('xl/styles.xml', finishStyles(await text('xl/styles.xml')));
  put('xl/workbook.xml', workbookXml(await text('xl/workbook.xml'), model, names));
  for (const [i, pictures] of frame.pictures.entries()) {
    const part = `xl/drawings/drawing${i + 1}.xml`;
    put(part, nameShapes(await text(part), pictures));
  }
  const unnamed = model.namedRanges.filter(({ name }) => !isExcelName(name));
  const content = printExtras({
    version: 1,
    metadata: model.metadata,
    ...(unnamed.length > 0 && { namedRanges: unnamed }),
    sheets: extras,
  });
  await addExtras(put, text, content);
  return packed(zip, modified);
}

function paletteNumbers(xml: string, palette: readonly CellFormat[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [, row, style] of xml.matchAll(/<c r="D(\d+)" s="(\d+)"/g)) {
    const format = palette[Number(row) - 1];
    if (format) numbers.set(formatKey(format), Number(style));
  }
  return numbers;
}

function cellPrinter(numbers: ReadonlyMap<string, number>, names: SheetNames): CellPrinter {
  const known = new Map<CellFormat, number>();
  return {
    strings: new StringTable(),
    style(format) {
      let number = known.get(format);
      if (number === undefined) {
        number = numbers.get(formatKey(format)) ?? 0;
        known.set(format, number);
      }
      return number;
    },
    renamed: (formula) => names.renamed(formula),
  };
}

/** The frame's XML with the cells, the filter, the merges and the rules in their places. */
function sheetXml(
  frame: string,
  sheet: SheetModel,
  rows: PrintedRows,
  rules: readonly PrintedValidation[],
  places: readonly string[],
): Buffer {
  const filter = filterArea(sheet);
  const merges = sheet.merges.map((m) => `<mergeCell ref="${areaName(m)}"/>`);
  const afterCells = [
    filter ? `<autoFilter ref="${areaName(filter)}"/>` : '',
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
  ].join('');
  const validations =
    rules.length > 0
      ? `<dataValidations count="${rules.length}">${rules.map((v) => v.xml).join('')}</dataValidations>`
      : '';
  const head = frame
    .slice(0, frame.indexOf('<sheetData'))
    .replace(/<dimension[^>]*\/>/, `<dimension ref="${rows.dimension}"/>`)
    // A default height that is "custom" would keep rows of wrapped text from growing.
    .replace(/(<sheetFormatPr[^>]*?) customHeight="1"/, '$1');
  const tail = frame.slice(frame.search(/(?<=<\/sheetData>|<sheetData\/>)/));
  // The order of the schema: … conditionalFormatting, dataValidations, hyperlinks, printOptions, pageMargins …
  const at = tail.search(
    /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|extLst)[\s>/]|<\/worksheet>/,
  );
  return Buffer.concat([
    Buffer.from(head),
    rows.data,
    Buffer.from(afterCells + tail.slice(0, at) + validations + withPlaces(tail.slice(at), places)),
  ]);
}

function withPlaces(tail: string, places: readonly string[]): string {
  if (places.length === 0) return tail;
  const inner = places.join('');
  return tail.startsWith('<hyperlinks>')
    ? tail.replace('<hyperlinks>', () => `<hyperlinks>${inner}`)
    : `<hyperlinks>${inner}</hyperlinks>${tail}`;
}

function exactRules(rules: readonly PrintedValidation[]): Pick<SheetExtras, 'validations'> {
  const approximate = rules.filter((r) => r.isApproximate);
  return approximate.length > 0
    ? { validations: Object.fromEntries(approximate.map((r) => [r.key, r.rule])) }
    : {};
}

function cellRests(
  links: Record<string, CellExtras>,
  rows: Record<string, CellExtras>,
): Pick<SheetExtras, 'cells'> {
  const cells = { ...links };
  for (const [name, rest] of Object.entries(rows)) cells[name] = { ...cells[name], ...rest };
  return Object.keys(cells).length > 0 ? { cells } : {};
}

/** Excel repairs a book with a name that reads as a cell (`ИТОГ` is fine, `ABC1` and `R1C1` are not). */
function isExcelName(name: string): boolean {
  const isWord = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name);
  return isWord && !/^(?:[A-Za-z]{1,3}\d+|[Rr]\d*|[Cc]\d*|[Rr]\d*[Cc]\d*|true|false)$/i.test(name);
}

function workbookXml(xml: string, model: SpreadsheetModel, names: SheetNames): string {
  const defined = model.namedRanges.flatMap(({ name, range }) => {
    const sheet = names.of(range.sheetId);
    return sheet === undefined || !isExcelName(name)
      ? []
      : [`<definedName name="${escapeXml(name)}">${escapeXml(sheetAreaName(sheet, range))}</definedName>`];
  });
  model.sheets.forEach((sheet, i) => {
    const area = filterArea(sheet);
    const name = names.of(sheet.id);
    if (!area || name === undefined) return;
    const target = escapeXml(sheetAreaName(name, area));
    defined.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${target}</definedName>`,
    );
  });
  return defined.length === 0
    ? xml
    : xml.replace('</sheets>', () => `</sheets><definedNames>${defined.join('')}</definedNames>`);
}

/** exceljs gives pictures numbers for names and no alternative text. */
function nameShapes(
  xml: string,
  shapes: readonly { readonly name: string; readonly altText: string }[],
): string {
  let i = 0;
  return xml.replace(/(<xdr:cNvPr id="\d+" )name="[^"]*"/g, (whole, start: string) => {
    const shape = shapes[i];
    i += 1;
    return shape ? `${start}name="${escapeXml(shape.name)}" descr="${escapeXml(shape.altText)}"` : whole;
  });
}

/** The zip with one date and one order of entries: the content types first, as Office writes them. */
async function packed(zip: JSZip, date: Date): Promise<Uint8Array> {
  const ordered = new JSZip();
  const names = Object.keys(zip.files).filter((name) => !zip.files[name].dir);
  names.sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1),
  );
  for (const name of names) {
    // Pictures are compressed already; trying once more took a fifth of a save.
    const compression = name.endsWith('.png') ? 'STORE' : 'DEFLATE';
    const data = await zip.files[name].async('uint8array');
    ordered.file(name, data, { date, createFolders: false, compression });
  }
  return ordered.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 4 },
  });
}
