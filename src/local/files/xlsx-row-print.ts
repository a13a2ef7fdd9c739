import type { CellFormat, CellValue, Row, SheetModel } from '../services/spreadsheet/model';
import { wrappedHeight } from '../services/spreadsheet/wrapped-height';
import { standInFormula, toXlsxFormula } from './formula-text';
import { type BandingFills, bandingFills } from './xlsx-banding';
import type { CellExtras } from './xlsx-extras';
import { outlineLevel } from './xlsx-groups';
import { cellName, columnLetters } from './xlsx-reference';
import type { StringTable } from './xlsx-string-table';
import { encodeText } from './xml';

/** What printing the cells of a workbook shares between sheets. */
export interface CellPrinter {
  readonly strings: StringTable;
  /** Style number in styles.xml. */
  style(format: CellFormat): number;
  /** Formulas name sheets as the file does. */
  renamed(formula: string): string;
}

export interface PrintedRows {
  /** `<sheetData>…</sheetData>`, UTF-8. */
  readonly data: Buffer;
  readonly dimension: string;
  readonly hasFormulas: boolean;
  /** What a cell of .xlsx cannot hold. */
  readonly cells: Record<string, CellExtras>;
}

/** The limits of Excel; a longer text or formula makes it repair the file. */
const TEXT_LIMIT = 32_767;
const FORMULA_LIMIT = 8_000;
const FLUSH_ROWS = 2_000;
const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

export function printRows(sheet: SheetModel, printer: CellPrinter): PrintedRows {
  const bands = bandingFills(sheet);
  const parts: Buffer[] = [];
  const cells: Record<string, CellExtras> = {};
  let xml = '<sheetData>';
  let hasFormulas = false;
  let lastRow = 0;
  let lastColumn = 0;
  const height = Math.max(
    sheet.rows.length,
    maxKey(sheet.rowHeights.keys()) + 1,
    maxKey(sheet.hiddenRows) + 1,
    maxKey(sheet.rowGroups.depths.keys()) + 1,
  );
  for (let r = 0; r < height; r += 1) {
    const row = sheet.rows[r];
    const attributes = rowAttributes(sheet, r, bands);
    const width = row ? rowWidth(row, bands) : 0;
    let inside = '';
    const name = String(r + 1);
    for (let c = 0; row && c < width; c += 1) {
      const cell = printCell(row, r, c, printer, bands, cells);
      if (cell === '') continue;
      if (row.formulas?.[c]) hasFormulas = true;
      inside += `<c r="${letters(c)}${name}"${cell}`;
      if (c > lastColumn) lastColumn = c;
    }
    if (inside === '' && attributes === '') continue;
    lastRow = r;
    xml +=
      inside === '' ? `<row r="${name}"${attributes}/>` : `<row r="${name}"${attributes}>${inside}</row>`;
    if (r % FLUSH_ROWS === FLUSH_ROWS - 1) {
      parts.push(Buffer.from(xml));
      xml = '';
    }
  }
  parts.push(Buffer.from(`${xml}</sheetData>`));
  return { data: Buffer.concat(parts), dimension: `A1:${cellName(lastRow, lastColumn)}`, hasFormulas, cells };
}

/** Cells of a row that are written. */
export function rowWidth(row: Row, bands: BandingFills | null): number {
  return Math.max(
    row.values.length,
    row.formulas?.length ?? 0,
    row.formats?.length ?? 0,
    bands?.columns ?? 0,
  );
}

/** The format of a cell as the file shows it. */
export function formatOf(row: Row, r: number, c: number, bands: BandingFills | null): CellFormat | undefined {
  const format = row.formats?.[c];
  const fill = bands && !format?.background ? bands.of(r, c) : undefined;
  return fill ? { ...format, background: fill } : format;
}

function maxKey(keys: Iterable<number>): number {
  let max = -1;
  for (const key of keys) if (key > max) max = key;
  return max;
}

const known: string[] = [];
/** The letters of a column, made once. */
function letters(column: number): string {
  known[column] ??= columnLetters(column);
  return known[column];
}

/** Pixels → points, 96 pixels an inch; Excel takes up to 409.5 points. A height that nobody set follows the text. */
function rowAttributes(sheet: SheetModel, r: number, bands: BandingFills | null): string {
  const set = sheet.rowHeights.get(r);
  const row = sheet.rows[r];
  const height = set ?? (row ? wrappedHeight(sheet, row, (c) => formatOf(row, r, c, bands)) : null);
  const points = height === null ? '' : ` ht="${Math.min((height * 72) / 96, 409.5)}"`;
  const level = outlineLevel(sheet.rowGroups, r);
  const outline = level > 0 ? ` outlineLevel="${level}"` : '';
  return `${points}${outline}${set === undefined ? '' : ' customHeight="1"'}${sheet.hiddenRows.has(r) ? ' hidden="1"' : ''}`;
}

/** Everything after the cell's name; '' when there is nothing to write. */
function printCell(
  row: Row,
  r: number,
  c: number,
  printer: CellPrinter,
  bands: BandingFills | null,
  extras: Record<string, CellExtras>,
): string {
  const value = row.values[c] ?? '';
  const formula = row.formulas?.[c];
  const format = formatOf(row, r, c, bands);
  const number = format ? printer.style(format) : 0;
  const style = number === 0 ? '' : ` s="${number}"`;
  if (formula) {
    const printed = printFormula(formula, value, printer, r, c);
    if (printed !== null) return `${style}${cachedType(value)}>${printed}${cachedValue(value)}</c>`;
    extras[cellName(r, c)] = { ...extras[cellName(r, c)], formula };
  }
  if (typeof value === 'number' && Number.isFinite(value)) return `${style}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = String(value);
  if (text === '') return style === '' ? '' : `${style}/>`;
  if (text.charCodeAt(0) === 35 && ERRORS.test(text)) return `${style} t="e"><v>${text}</v></c>`;
  return `${style} t="s"><v>${textNumber(text, row, r, c, printer, extras)}</v></c>`;
}

function textNumber(
  text: string,
  row: Row,
  r: number,
  c: number,
  printer: CellPrinter,
  extras: Record<string, CellExtras>,
): number {
  const runs = row.runs?.[c];
  if (text.length > TEXT_LIMIT) {
    extras[cellName(r, c)] = { ...extras[cellName(r, c)], text, ...(runs && { runs: { of: text, runs } }) };
    const end = /[\ud800-\udbff]/.test(text[TEXT_LIMIT - 1]) ? TEXT_LIMIT - 1 : TEXT_LIMIT;
    return printer.strings.plain(text.slice(0, end));
  }
  const isStyled = runs?.some((run) => Object.keys(run.style).length > 0);
  return runs && isStyled ? printer.strings.rich(text, runs, row.formats?.[c]) : printer.strings.plain(text);
}

/** `<f>…</f>`; null when the formula is too long for the format. */
function printFormula(
  formula: string,
  value: CellValue,
  printer: CellPrinter,
  r: number,
  c: number,
): string | null {
  const renamed = printer.renamed(formula);
  const array = /^=ARRAYFORMULA\((.*)\)$/is.exec(renamed);
  const inner = array && toXlsxFormula(`=${array[1]}`);
  const text =
    inner ??
    toXlsxFormula(renamed) ??
    standInFormula(formula, typeof value === 'string' ? value.slice(0, 2_000) : value);
  if (text.length > FORMULA_LIMIT) return null;
  const kind = inner ? ` t="array" ref="${cellName(r, c)}"` : '';
  return `<f${kind}>${encodeText(text)}</f>`;
}

function cachedType(value: CellValue): string {
  if (typeof value === 'boolean') return ' t="b"';
  if (typeof value === 'number') return '';
  return ERRORS.test(value) ? ' t="e"' : ' t="str"';
}

function cachedValue(value: CellValue): string {
  if (typeof value === 'boolean') return `<v>${value ? 1 : 0}</v>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<v>${value}</v>` : '';
  return `<v>${encodeText(value.slice(0, TEXT_LIMIT))}</v>`;
}
