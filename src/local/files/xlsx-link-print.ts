import type { SheetModel, TextRun } from '../services/spreadsheet/model';
import type { CellExtras } from './xlsx-extras';
import { areaName, cellName, parseSheetArea } from './xlsx-reference';
import { escapeXml } from './xml';

/** The one link that a cell of .xlsx can have. */
export interface CellLink {
  readonly row: number;
  readonly column: number;
  readonly address: string;
}

const ADDRESS_LIMIT = 2_000;
/** A place inside the workbook, as Google writes it. */
const PLACE = /^#gid=(\d+)&range=([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)$/;

/**
 * `#gid=12&range=B7` → `'Вкладка'!B7`: Excel and LibreOffice follow this one. null: no place inside the workbook.
 * @param nameOf the name of a sheet in the file
 */
export function placeOf(link: string, nameOf: (sheetId: number) => string | undefined): string | null {
  const match = PLACE.exec(link);
  const name = match ? nameOf(Number(match[1])) : undefined;
  return match && name !== undefined ? `'${name.replaceAll("'", "''")}'!${match[2]}` : null;
}

/** The inverse of {@link placeOf}; null where the file has no such sheet. */
export function linkTo(place: string, sheetId: (name: string) => number | undefined): string | null {
  const at = parseSheetArea(place);
  const id = at?.sheet ? sheetId(at.sheet) : undefined;
  if (!at || id === undefined || !Number.isFinite(at.area.rows) || !Number.isFinite(at.area.columns))
    return null;
  return `#gid=${id}&range=${areaName(at.area)}`;
}

/** The element of a link to a place inside the workbook. */
export function placeXml({ row, column }: CellLink, place: string): string {
  return `<hyperlink ref="${cellName(row, column)}" location="${escapeXml(place)}"/>`;
}

/** The links of a sheet; where a text has several, or one on a part of it, the runs themselves go into the extras. */
export function printLinks(sheet: SheetModel, extras: Record<string, CellExtras>): CellLink[] {
  const links: CellLink[] = [];
  sheet.rows.forEach((row, r) => {
    row?.runs?.forEach((runs, c) => {
      const text = String(row.values[c] ?? '');
      const first = runs?.find((run) => run.link)?.link;
      if (!runs || !first || text === '') return;
      const address = first.replace(/[\s<>"{}|\\^`]/g, (x) => encodeURIComponent(x));
      const isWhole = address === first && coversWith(runs, text.length, first);
      const isWritten = address.length <= ADDRESS_LIMIT;
      if (isWritten) links.push({ row: r, column: c, address });
      if (!isWhole || !isWritten)
        extras[cellName(r, c)] = { ...extras[cellName(r, c)], runs: { of: text, runs } };
    });
  });
  return links;
}

function coversWith(runs: readonly TextRun[], length: number, link: string): boolean {
  let done = 0;
  for (const run of runs) {
    if (run.start !== done || run.link !== link) return false;
    done = run.end;
  }
  return done >= length;
}
