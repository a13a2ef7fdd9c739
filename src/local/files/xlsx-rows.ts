import type { CellFormat, CellValue, Row, SheetModel, TextRun } from '../services/spreadsheet/model';
import { rowForWriting } from '../services/spreadsheet/model';
import { fromXlsxFormula, shiftFormula } from './formula-text';
import { isoToSerial } from './serial-date';
import type { FormatTable } from './xlsx-format';
import { columnIndex, XLSX_COLUMNS, XLSX_ROWS } from './xlsx-reference';
import { type RichString, readRichString, relativeRuns } from './xlsx-strings';
import { decodeEntities, decodeText, parseAttributes, parseXml } from './xml';

/**
 * The cells of a sheet, straight from `<sheetData>` into the model. exceljs builds an object for every cell and needs
 * 1.9 GB for 130,000 rows; this scanner reads the same sheet a few megabytes at a time.
 */

/** What the cells refer to. */
export interface CellContext {
  readonly strings: readonly RichString[];
  readonly formats: FormatTable;
  readonly theme: readonly string[];
  /** The workbook counts days from 1904-01-01: dates get 1462 added. */
  readonly date1904: boolean;
}

/** Blank rows with formats are kept for people who type below the data, not to the end of the sheet. */
const BLANK_ROWS_KEPT = 200;
const USUAL_ROWS = 1000;
const USUAL_COLUMNS = 26;

/** How far the contents of a sheet reach; counts, not indexes. */
export interface Extent {
  rows: number;
  columns: number;
}

/** Rows up to which formats and rules are applied to blank cells. */
export const keptRows = (extent: Extent): number => Math.max(extent.rows + BLANK_ROWS_KEPT, USUAL_ROWS);
export const keptColumns = (extent: Extent): number => Math.max(extent.columns, USUAL_COLUMNS);

interface Scan {
  readonly sheet: SheetModel;
  readonly context: CellContext;
  readonly extent: Extent;
  readonly shared: Map<string, { text: string; row: number; column: number }>;
  row: number;
  column: number;
  /** The current row; made when the first cell of it is kept. */
  target: Row | null;
}

/** Reads pieces of the inside of `<sheetData>` one after another; a piece ends at the end of a row. */
export function rowScanner(
  sheet: SheetModel,
  context: CellContext,
): { scan(xml: string): void; extent: Extent } {
  const state: Scan = {
    sheet,
    context,
    extent: { rows: 0, columns: 0 },
    shared: new Map(),
    row: -1,
    column: -1,
    target: null,
  };
  return { extent: state.extent, scan: (xml) => scanRows(state, xml) };
}

function scanRows(state: Scan, xml: string): void {
  let at = xml.indexOf('<');
  while (at !== -1) {
    const end = xml.indexOf('>', at);
    if (end === -1) return;
    const first = xml.charCodeAt(at + 1);
    if (first === 99 /* c */ && isNameEnd(xml.charCodeAt(at + 2))) {
      if (xml.charCodeAt(end - 1) === 47 /* / */) {
        scanCell(state, xml.slice(at, end), '');
        at = xml.indexOf('<', end);
      } else {
        const close = xml.indexOf('</c>', end);
        if (close === -1) return;
        scanCell(state, xml.slice(at, end), xml.slice(end + 1, close));
        at = xml.indexOf('<', close + 4);
      }
      continue;
    }
    if (first === 114 /* r */ && xml.startsWith('<row', at)) startRow(state, xml.slice(at, end));
    at = xml.indexOf('<', end);
  }
}

const isNameEnd = (code: number): boolean =>
  code === 32 || code === 62 || code === 47 || code === 10 || code === 13 || code === 9;

function startRow(state: Scan, tag: string): void {
  const number = attribute(tag, ' r=');
  state.row = number === null ? state.row + 1 : Number(number) - 1;
  state.column = -1;
  state.target = null;
  if (!(state.row >= 0 && state.row < XLSX_ROWS)) throw new Error(`row ${number}`);
  if (!(tag.includes('h') || tag.includes('outlineLevel')) || state.row >= keptRows(state.extent)) return;
  const attributes = parseAttributes(tag);
  // Heights in points, 96 pixels an inch. A height that nobody set is computed anew by the program that shows it.
  if (attributes.ht && (attributes.customHeight === '1' || attributes.customHeight === 'true')) {
    state.sheet.rowHeights.set(state.row, Math.round((Number(attributes.ht) * 96) / 72));
  }
  const level = Number(attributes.outlineLevel ?? 0);
  if (level > 0) state.sheet.rowGroups.depths.set(state.row, level);
  if (attributes.hidden === '1' || attributes.hidden === 'true') state.sheet.hiddenRows.add(state.row);
}

function scanCell(state: Scan, tag: string, body: string): void {
  const reference = attribute(tag, ' r=');
  state.column = reference === null ? state.column + 1 : columnOf(reference);
  const { row, column, context, extent } = state;
  if (row < 0 || column < 0 || column >= XLSX_COLUMNS) throw new Error(`cell ${reference}`);
  const style = attribute(tag, ' s=');
  const format = style === null ? undefined : context.formats.formats[Number(style)];
  const type = attribute(tag, ' t=');
  const isEmpty = body === '' || !(body.includes('<v') || body.includes('<f') || body.includes('<is'));
  if (isEmpty) {
    if (format && row < keptRows(extent) && column < keptColumns(extent))
      setFormat(targetRow(state), column, format);
    return;
  }
  const target = targetRow(state);
  const formula = body.includes('<f') ? readFormula(state, body) : undefined;
  const content = readValue(state, type, body, style, format);
  while (target.values.length < column) target.values.push('');
  target.values[column] = content.value;
  // LibreOffice writes booleans as the formulas TRUE() and FALSE().
  if (formula && !(typeof content.value === 'boolean' && /^=(?:TRUE|FALSE)\(\)$/i.test(formula))) {
    target.formulas ??= [];
    target.formulas[column] = formula;
  }
  if (content.runs) {
    target.runs ??= [];
    target.runs[column] = content.runs;
  }
  if (format) setFormat(target, column, format);
  if (content.value !== '' || formula) {
    if (row >= extent.rows) extent.rows = row + 1;
    if (column >= extent.columns) extent.columns = column + 1;
  }
}

function targetRow(state: Scan): Row {
  state.target ??= rowForWriting(state.sheet, state.row);
  return state.target;
}

function setFormat(row: Row, column: number, format: CellFormat): void {
  row.formats ??= [];
  row.formats[column] = format;
}

interface Content {
  readonly value: CellValue;
  readonly runs?: readonly TextRun[];
}

function readValue(
  state: Scan,
  type: string | null,
  body: string,
  style: string | null,
  format: CellFormat | undefined,
): Content {
  const rich = (string: RichString | undefined): Content =>
    string?.pieces
      ? { value: string.text, runs: relativeRuns(string, format) }
      : { value: string?.text ?? '' };
  if (type === 'inlineStr') {
    const start = body.indexOf('<is');
    const end = body.lastIndexOf('</is>');
    return rich(
      end === -1 ? undefined : readRichString(parseXml(body.slice(start, end + 5)), state.context.theme),
    );
  }
  const raw = elementText(body, '<v');
  if (raw === null) return { value: '' };
  switch (type) {
    case 's':
      return rich(state.context.strings[Number(raw)]);
    case 'str':
      return { value: decodeText(raw).replace(/\r\n?/g, '\n') };
    case 'b':
      return { value: raw === '1' || raw === 'true' };
    case 'e':
      return { value: decodeEntities(raw) };
    case 'd':
      return { value: isoToSerial(raw) ?? decodeEntities(raw) };
    default: {
      if (raw.trim() === '') return { value: '' };
      const number = Number(raw);
      if (Number.isNaN(number)) return { value: decodeText(raw) };
      const shift =
        state.context.date1904 && style !== null && state.context.formats.dated[Number(style)] ? 1462 : 0;
      return { value: number + shift };
    }
  }
}

/** Formulas that are shared by a block are written once, at its first cell. */
function readFormula(state: Scan, body: string): string | undefined {
  const start = body.indexOf('<f');
  const tag = body.slice(start, body.indexOf('>', start));
  const text = elementText(body, '<f');
  const type = attribute(tag, ' t=');
  const group = type === 'shared' ? attribute(tag, ' si=') : null;
  if (type === 'dataTable') return undefined;
  if (text) {
    const plain = decodeEntities(text);
    if (group !== null) state.shared.set(group, { text: plain, row: state.row, column: state.column });
    const formula = fromXlsxFormula(plain);
    // An array formula is ARRAYFORMULA at its first cell; the other cells of its block keep their values.
    return type === 'array' && !/^=ARRAYFORMULA\(/i.test(formula)
      ? `=ARRAYFORMULA(${formula.slice(1)})`
      : formula;
  }
  const source = group === null ? undefined : state.shared.get(group);
  return (
    source && fromXlsxFormula(shiftFormula(source.text, state.row - source.row, state.column - source.column))
  );
}

/** The text between `<v …>` and `</v>`; null when there is no such element, '' when it is empty. */
function elementText(body: string, tag: string): string | null {
  const start = body.indexOf(tag);
  if (start === -1) return null;
  const open = body.indexOf('>', start);
  if (body.charCodeAt(open - 1) === 47) return '';
  const end = body.indexOf('<', open);
  if (body.startsWith('<![CDATA[', end)) return body.slice(end + 9, body.indexOf(']]>', end));
  return body.slice(open + 1, end);
}

/** Value of an attribute of a tag without a full parse; the name comes as ` r=`. */
function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(name);
  if (at === -1) return null;
  const start = at + name.length + 1;
  return tag.slice(start, tag.indexOf(tag[start - 1], start));
}

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? columnIndex(reference) : column - 1;
}
