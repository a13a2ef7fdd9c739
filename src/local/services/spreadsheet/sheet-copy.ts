import type { Row, SheetModel } from './model';
import { isRangeRef } from './shift-range';

/**
 * A copy of a sheet under another id and name; references to the sheet itself point to the copy.
 * Protections are not copied, as on Google.
 */
export function copySheet(source: SheetModel, id: number, name: string): SheetModel {
  const { rows, protections: _, ...rest } = source;
  const copy: SheetModel = {
    ...structuredClone({ ...rest, rows: [], protections: [] }),
    rows: rows.map(copyRow),
  };
  for (const data of [
    copy.bandings,
    copy.conditionalFormats,
    copy.pivots,
    copy.charts,
    copy.metadata,
    [copy.filter],
  ])
    pointTo(data, source.id, id);
  copy.id = id;
  copy.name = name;
  return copy;
}

/** Formats, rules and runs are shared: nobody changes them in place. */
function copyRow(row: Row | undefined): Row | undefined {
  if (!row) return undefined;
  const copy: Row = { values: row.values.slice() };
  if (row.formulas) copy.formulas = row.formulas.slice();
  if (row.formats) copy.formats = row.formats.slice();
  if (row.notes) copy.notes = row.notes.slice();
  if (row.validations) copy.validations = row.validations.slice();
  if (row.runs) copy.runs = row.runs.slice();
  return copy;
}

function pointTo(data: unknown, from: number, to: number): void {
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return;
  if (isRangeRef(data)) {
    if (data.sheetId === from) (data as { sheetId: number }).sheetId = to;
    return;
  }
  for (const value of data instanceof Map ? data.values() : Object.values(data)) pointTo(value, from, to);
}
