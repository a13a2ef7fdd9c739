import type { ConditionalStyle } from '../services/spreadsheet/conditional-format';
import type { CellFormat, Merge, SheetModel, TextRun } from '../services/spreadsheet/model';
import { blankSheet, rowForWriting } from '../services/spreadsheet/model';
import { readColour } from './xlsx-colour';
import { readConditionalFormats } from './xlsx-conditional';
import { readPictures } from './xlsx-drawing';
import { settleGroups } from './xlsx-groups';
import { linkTo } from './xlsx-link-print';
import { parseArea } from './xlsx-reference';
import { type CellContext, type Extent, keptColumns, keptRows, rowScanner } from './xlsx-rows';
import { splitSheet } from './xlsx-sheet-parts';
import { readRichString } from './xlsx-strings';
import {
  applyValidations,
  type FileValidation,
  readValidations,
  type ValidationNames,
} from './xlsx-validation';
import { child, children, descendants, flag, relationId, type XmlElement } from './xml';
import type { OfficePackage, Relation } from './zip-package';

export interface SheetSource {
  readonly id: number;
  readonly name: string;
  readonly part: string;
  readonly state: string | undefined;
}

/** What sheets share: the cells' tables and the styles of conditional formats. */
export interface SheetContext extends CellContext {
  readonly conditionalStyles: readonly ConditionalStyle[];
}

export interface ReadSheet {
  readonly model: SheetModel;
  readonly extent: Extent;
  readonly filterArea: Merge | null;
}

/** Reads one worksheet part. `ruleOf` may put the exact rule in place of what the file could say. */
export async function readSheet(
  file: OfficePackage,
  source: SheetSource,
  context: SheetContext,
  names: ValidationNames,
  ruleOf: (validation: FileValidation) => FileValidation,
): Promise<ReadSheet> {
  const sheet = blankSheet(source.id, source.name);
  sheet.hidden = source.state === 'hidden' || source.state === 'veryHidden';
  const data = await file.bytes(source.part);
  if (!data) return { model: sheet, extent: { rows: 0, columns: 0 }, filterArea: null };
  const { frame, pieces } = splitSheet(data);
  const { scan, extent } = rowScanner(sheet, context);
  for (const piece of pieces) scan(piece);

  const relations = await file.relations(source.part);
  readView(sheet, frame);
  sheet.tabColor = readColour(child(child(frame, 'sheetPr'), 'tabColor'), context.theme);
  sheet.merges = children(child(frame, 'mergeCells'), 'mergeCell')
    .map((m) => parseArea(m.attributes.ref ?? ''))
    .filter(
      (m) => m !== null && Number.isFinite(m.rows) && Number.isFinite(m.columns) && m.rows * m.columns > 1,
    ) as Merge[];
  for (const merge of sheet.merges) {
    extent.rows = Math.max(extent.rows, Math.min(merge.row + merge.rows, keptRows(extent)));
    extent.columns = Math.max(extent.columns, Math.min(merge.column + merge.columns, 256));
  }
  readColumns(sheet, frame, context, extent);
  settleGroups(sheet, frame);
  sheet.conditionalFormats = readConditionalFormats(frame, source.id, context.conditionalStyles);
  readLinks(sheet, frame, relations, names.sheetId);
  for (const relation of relations.values()) {
    if (relation.type === 'comments') await readNotes(file, relation.target, sheet, extent, context);
  }
  applyValidations(sheet, readValidations(frame, source.id, names).map(ruleOf), extent);
  trimFormats(sheet, extent);
  sheet.maxRows = Math.max(1000, extent.rows, sheet.rows.length);
  sheet.maxColumns = keptColumns(extent);
  for (const relation of relations.values()) {
    if (relation.type === 'drawing')
      sheet.pictures.push(...(await readPictures(file, relation.target, sheet)));
  }
  return { model: sheet, extent, filterArea: parseArea(child(frame, 'autoFilter')?.attributes.ref ?? '') };
}

function readView(sheet: SheetModel, frame: XmlElement): void {
  const view = child(child(frame, 'sheetViews'), 'sheetView');
  if (!view) return;
  sheet.hiddenGridlines = !flag(view.attributes.showGridLines, true);
  sheet.rightToLeft = flag(view.attributes.rightToLeft);
  const pane = child(view, 'pane');
  if (pane && /^frozen/.test(pane.attributes.state ?? '')) {
    sheet.frozenRows = Math.round(Number(pane.attributes.ySplit ?? 0));
    sheet.frozenColumns = Math.round(Number(pane.attributes.xSplit ?? 0));
  }
}

/** Widths in characters of 7 pixels; formats of whole columns go to the blank cells that are kept. */
function readColumns(sheet: SheetModel, frame: XmlElement, context: CellContext, extent: Extent): void {
  const plain = JSON.stringify(context.formats.formats[0]);
  const limit = keptColumns(extent);
  const columnFormats: [number, CellFormat][] = [];
  for (const { attributes } of children(child(frame, 'cols'), 'col')) {
    const last = Math.min(Number(attributes.max), limit);
    const format = context.formats.formats[Number(attributes.style ?? 0)];
    for (let column = Number(attributes.min) - 1; column < last; column += 1) {
      const width = Math.round(Number(attributes.width) * 7);
      if (width > 0 && width !== 100 && (flag(attributes.customWidth) || flag(attributes.bestFit))) {
        sheet.columnWidths.set(column, width);
      }
      if (flag(attributes.hidden)) sheet.hiddenColumns.add(column);
      const level = Number(attributes.outlineLevel ?? 0);
      if (level > 0) sheet.columnGroups.depths.set(column, level);
      if (format && JSON.stringify(format) !== plain) columnFormats.push([column, format]);
    }
  }
  if (columnFormats.length === 0) return;
  for (let row = 0; row < keptRows(extent); row += 1) {
    const target = rowForWriting(sheet, row);
    target.formats ??= [];
    for (const [column, format] of columnFormats) target.formats[column] ??= format;
  }
}

/**
 * The address of a cell is a link over its whole text; a place inside the book is one by the sheet's id, or keeps the "#"
 * (`#Имя`) where it names no cells of a sheet.
 */
function readLinks(
  sheet: SheetModel,
  frame: XmlElement,
  relations: ReadonlyMap<string, Relation>,
  sheetId: (name: string) => number | undefined,
): void {
  for (const link of children(child(frame, 'hyperlinks'), 'hyperlink')) {
    const area = parseArea(link.attributes.ref ?? '');
    const address = relations.get(relationId(link) ?? '')?.target ?? '';
    const place = link.attributes.location;
    const inside = place === undefined || address !== '' ? null : linkTo(place, sheetId);
    const target = inside ?? (place === undefined ? address : `${address}#${place}`);
    if (!area || target === '') continue;
    const bottom = Math.min(area.row + area.rows, sheet.rows.length);
    for (let r = area.row; r < bottom; r += 1) {
      const row = sheet.rows[r];
      const right = Math.min(area.column + area.columns, row?.values.length ?? 0);
      for (let c = area.column; c < right; c += 1) {
        const value = row?.values[c];
        if (!row || typeof value !== 'string' || value === '') continue;
        row.runs ??= [];
        row.runs[c] = linkedRuns(row.runs[c], value.length, target);
      }
    }
  }
}

function linkedRuns(runs: readonly TextRun[] | undefined, length: number, link: string): readonly TextRun[] {
  return runs ? runs.map((run) => ({ ...run, link })) : [{ start: 0, end: length, style: {}, link }];
}

async function readNotes(
  file: OfficePackage,
  part: string,
  sheet: SheetModel,
  extent: Extent,
  context: CellContext,
): Promise<void> {
  const root = await file.xml(part);
  for (const comment of descendants(root ?? undefined, 'comment')) {
    const area = parseArea(comment.attributes.ref ?? '');
    const text = child(comment, 'text');
    if (!area || !text || area.column >= 1024) continue;
    const row = rowForWriting(sheet, area.row);
    row.notes ??= [];
    row.notes[area.column] = readRichString(text, context.theme).text;
    extent.rows = Math.max(extent.rows, area.row + 1);
    extent.columns = Math.max(extent.columns, area.column + 1);
  }
}

/** Formats of blank cells beyond the kept columns, read before it was known where the data ends. */
function trimFormats(sheet: SheetModel, extent: Extent): void {
  const limit = keptColumns(extent);
  for (const row of sheet.rows) {
    if (row?.formats && row.formats.length > limit) row.formats.length = limit;
  }
  while (sheet.rows.length > 0 && !sheet.rows[sheet.rows.length - 1]) sheet.rows.pop();
}
