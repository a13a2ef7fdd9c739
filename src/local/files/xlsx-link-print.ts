import type { SheetModel, TextRun } from '../services/spreadsheet/model';
import type { CellExtras } from './xlsx-extras';
import { cellName } from './xlsx-reference';

/** The one link that a cell of .xlsx can have. */
export interface CellLink {
  readonly row: number;
  readonly column: number;
  readonly address: string;
}

const ADDRESS_LIMIT = 2_000;

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
