import type { RangeRef } from './model';
import { rectangleName } from './notation';
import { RangeImpl } from './range';
import type { SpreadsheetImpl } from './spreadsheet';

/** What a range refers to; an open notation (`A2:A`, `5:7`) keeps its open sides. */
export function refOf(range: RangeImpl): RangeRef {
  const ref = range.ref();
  const end = range.openNotation?.split(':').at(-1) ?? '';
  if (/^\$?[A-Za-z]+$/.test(end)) return { ...ref, rows: Number.POSITIVE_INFINITY };
  if (/^\$?\d+$/.test(end)) return { ...ref, columns: Number.POSITIVE_INFINITY };
  return ref;
}

/** The range of a reference, clipped to the grid; null when its sheet is gone. */
export function rangeOfRef(spreadsheet: SpreadsheetImpl, ref: RangeRef): RangeImpl | null {
  const model = spreadsheet.model.sheets.find((s) => s.id === ref.sheetId);
  if (!model) return null;
  const rows = Number.isFinite(ref.rows) ? ref.rows : Math.max(1, model.maxRows - ref.row);
  const columns = Number.isFinite(ref.columns) ? ref.columns : Math.max(1, model.maxColumns - ref.column);
  const open =
    rows === ref.rows && columns === ref.columns
      ? null
      : rectangleName(ref.row, ref.column, ref.rows, ref.columns);
  return new RangeImpl(spreadsheet.sheetOf(model), ref.row, ref.column, rows, columns, open);
}
