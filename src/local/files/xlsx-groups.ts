import type ExcelJS from 'exceljs';
import { fold, listGroups } from '../services/spreadsheet/line-groups';
import type { LineGroups, SheetModel } from '../services/spreadsheet/model';
import { child, type XmlElement } from './xml';

/** Groups of rows and columns as .xlsx has them: an outline level for each line; the toggle is behind by default. */

const FURTHEST_LEVEL = 7;

export function outlineLevel(groups: LineGroups, line: number): number {
  return Math.min(FURTHEST_LEVEL, groups.depths.get(line) ?? 0);
}

/** What the properties of a worksheet say of its groups; nothing when there are none. */
export function outlineProperties({
  rowGroups,
  columnGroups,
}: SheetModel): Partial<ExcelJS.WorksheetProperties> {
  if (rowGroups.depths.size + columnGroups.depths.size === 0) return {};
  const deepest = (groups: LineGroups) => Math.min(FURTHEST_LEVEL, Math.max(0, ...groups.depths.values()));
  return {
    outlineLevelRow: deepest(rowGroups),
    outlineLevelCol: deepest(columnGroups),
    outlineProperties: { summaryBelow: rowGroups.controlAfter, summaryRight: columnGroups.controlAfter },
  } as Partial<ExcelJS.WorksheetProperties>;
}

/** After the levels were read: where the toggles are, and which groups are folded (all their lines are hidden). */
export function settleGroups(sheet: SheetModel, frame: XmlElement): void {
  const outline = child(child(frame, 'sheetPr'), 'outlinePr')?.attributes;
  const off = (value: string | undefined) => value === '0' || value === 'false';
  for (const [dimension, groups, hidden] of [
    ['ROWS', sheet.rowGroups, sheet.hiddenRows],
    ['COLUMNS', sheet.columnGroups, sheet.hiddenColumns],
  ] as const) {
    if (groups.depths.size === 0) continue;
    groups.controlAfter = !off(dimension === 'ROWS' ? outline?.summaryBelow : outline?.summaryRight);
    // Of groups that lie in a folded one the file does not tell: they are taken for open.
    const all = listGroups(sheet, dimension);
    const folded = new Set<number>();
    for (const group of all) {
      const lines = Array.from({ length: group.size }, (_, i) => group.start + i);
      if (lines.some((line) => !hidden.has(line) || folded.has(line))) continue;
      for (const line of lines) folded.add(line);
      fold(sheet, dimension, group, true);
    }
  }
}
