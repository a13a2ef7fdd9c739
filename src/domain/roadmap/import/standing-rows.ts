import { type Cell, cellText, type Grid, isBlank } from '../../registry/cell';
import { mapHeaders } from '../../registry/headers';
import { roadmap } from '../../registry/tabs/roadmap';
import { cleanText } from '../../text/spaces';
import { planNumber } from './plan-number';

/** A row of the tab «Дорожная карта» as it stands. */
export interface Standing {
  /** 1-based. */
  readonly row: number;
  readonly id: string;
  readonly number: string;
  /** Column key → the text of the cell; columns that are not in the tab are absent. */
  readonly texts: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Rows with anything in the columns of the tab: where a clearing was cut off, number and name are gone before the rest. */
export function standingRows(grid: Grid): Standing[] {
  const { at } = mapHeaders(roadmap, grid[0] ?? []);
  const rows: Standing[] = [];
  for (let r = 1; r < grid.length; r++) {
    const cells: Record<string, Cell> = {};
    const texts: Record<string, string> = {};
    for (const [key, position] of at) {
      cells[key] = grid[r][position] ?? '';
      texts[key] = cleanText(cellText(cells[key]));
    }
    if (Object.values(cells).every(isBlank)) continue;
    const read = planNumber(cells.number ?? '');
    rows.push({ row: r + 1, id: texts.id ?? '', number: read.text || (texts.number ?? ''), texts, cells });
  }
  return rows;
}
