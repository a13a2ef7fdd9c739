import { createHash } from 'node:crypto';
import { chartPng } from '../services/chart-image';
import { usedRows } from '../services/spreadsheet/cell-read';
import { type ChartModel, chartDescription } from '../services/spreadsheet/chart';
import { isHiddenByFilter } from '../services/spreadsheet/filter-rows';
import type { SheetModel } from '../services/spreadsheet/model';
import { isEditable } from '../services/spreadsheet/protection';
import type { SheetImpl } from '../services/spreadsheet/sheet';
import type { SpreadsheetImpl } from '../services/spreadsheet/spreadsheet';
import { rowPainter, type StyleTable, USUAL_HEIGHT } from './cell-views';
import type { ChartView, SheetInfo, SheetView } from './protocol';

const USUAL_WIDTH = 100;

export function sheetInfo({ id, name, hidden, tabColor }: SheetModel): SheetInfo {
  return { id, name, hidden, color: tabColor };
}

/** A tab but for its rows, as the acting person may see and change it. */
export function sheetView(sheet: SheetImpl, styles: StyleTable): SheetView {
  const { model } = sheet;
  const used = usedRows(model);
  const paint = rowPainter(sheet, styles);
  const heights: [number, number][] = [];
  for (let r = 0; r < model.rows.length; r++) {
    const { h } = model.rows[r] || model.rowHeights.has(r) ? paint(r) : { h: undefined };
    if (h !== undefined && h !== USUAL_HEIGHT) heights.push([r, h]);
  }
  return {
    ...sheetInfo(model),
    rows: model.maxRows,
    columns: model.maxColumns,
    used,
    frozenRows: model.frozenRows,
    frozenColumns: model.frozenColumns,
    widths: Array.from({ length: model.maxColumns }, (_, c) => model.columnWidths.get(c) ?? USUAL_WIDTH),
    heights,
    hiddenRows: hiddenRows(sheet, used),
    hiddenColumns: [...model.hiddenColumns],
    merges: model.merges.map((m) => ({ ...m })),
    charts: chartViews(sheet),
    protection: protectionOf(sheet),
  };
}

/** What a change of rows does not tell: when this text differs, the tab is asked for again. */
export function frameOf(sheet: SheetImpl): string {
  const { model } = sheet;
  return JSON.stringify([
    model.maxRows,
    model.maxColumns,
    model.frozenRows,
    model.frozenColumns,
    [...model.columnWidths],
    [...model.rowHeights],
    [...model.hiddenRows],
    [...model.hiddenColumns],
    model.filter,
    model.merges,
    model.protections,
    model.conditionalFormats,
    model.bandings,
    chartViews(sheet),
  ]);
}

function hiddenRows(sheet: SheetImpl, used: number): number[] {
  const hidden = new Set(sheet.model.hiddenRows);
  if (sheet.model.filter) for (let r = 0; r < used; r++) if (isHiddenByFilter(sheet, r)) hidden.add(r);
  return [...hidden].sort((a, b) => a - b);
}

function chartViews(sheet: SheetImpl): ChartView[] {
  const pictures = sheet.model.pictures.map((picture, i) => ({
    address: `/api/picture/${sheet.model.id}/picture/${i}`,
    title: picture.altText,
    row: picture.row,
    column: picture.column,
    offsetX: picture.offsetX,
    offsetY: picture.offsetY,
    width: picture.width,
    height: picture.height,
  }));
  const charts = (sheet.model.charts as ChartModel[]).map((chart, i) => {
    const description = chartDescription(sheet.parent, chart);
    // Another address when the picture is another one, so that the browser does not show the old one.
    const print = createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 12);
    return {
      address: `/api/picture/${sheet.model.id}/chart/${i}?of=${print}`,
      title: description.title ?? '',
      row: chart.anchor?.row ?? 0,
      column: chart.anchor?.column ?? 0,
      offsetX: chart.offsetX,
      offsetY: chart.offsetY,
      width: description.width,
      height: description.height,
    };
  });
  return [...pictures, ...charts];
}

/** A chart as the memo has it, or a picture as it is; null where there is none. */
export function pictureOf(
  spreadsheet: SpreadsheetImpl,
  sheetId: number,
  kind: string,
  index: number,
): { readonly type: string; readonly data: Uint8Array } | null {
  const sheet = spreadsheet.getSheetById(sheetId);
  if (kind === 'chart') {
    const chart = sheet?.model.charts[index] as ChartModel | undefined;
    if (!chart) return null;
    return { type: 'image/png', data: chartPng(chartDescription(spreadsheet, chart)) };
  }
  const picture = sheet?.model.pictures[index];
  return picture ? { type: `image/${picture.type}`, data: picture.data } : null;
}

/** The protection of the whole tab: it only warns, or it lets nobody else in; some of its ranges may be open. */
function protectionOf(sheet: SheetImpl): SheetView['protection'] {
  const { protections, maxRows, maxColumns, id } = sheet.model;
  const whole = protections.find((p) => p.range === null);
  if (!whole) return null;
  const open = whole.unprotected.map(({ row, column, rows, columns }) => ({
    row,
    column,
    rows: Math.min(rows, maxRows - row),
    columns: Math.min(columns, maxColumns - column),
  }));
  const text = whole.description;
  if (whole.warningOnly) return { kind: 'warning', text, open };
  const isMine = isEditable(sheet, { sheetId: id, row: 0, column: 0, rows: maxRows, columns: maxColumns });
  return isMine ? null : { kind: 'closed', text, open };
}
