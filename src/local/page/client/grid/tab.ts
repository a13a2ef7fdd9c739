import type { CellView, RowView, SheetView } from '../../protocol';
import { Axis } from './axis';
import type { Blocks } from './blocks';
import { Merges } from './merges';
import { Pending } from './pending';

const USUAL_HEIGHT = 21;
const USUAL_WIDTH = 100;
export const LETTERS_HEIGHT = 26;

/** The shown tab: what its cells hold and where they lie. */
export class Tab {
  rows: Axis;
  columns: Axis;
  readonly merges: Merges;
  readonly widths: number[];
  /** Room for the number of the last row. */
  readonly numbersWidth: number;
  used: number;
  private readonly heights: Map<number, number>;
  private readonly hiddenRows: ReadonlySet<number>;
  private room = { width: 0, height: 0 };

  constructor(
    readonly sheet: SheetView,
    readonly blocks: Blocks,
    /** Rows that the filters of this window do not let through. */
    public filtered: ReadonlySet<number> = new Set(),
    readonly pending: Pending = new Pending(),
  ) {
    this.merges = new Merges(sheet.merges);
    this.widths = Array.from({ length: sheet.columns }, (_, column) => sheet.widths[column] ?? USUAL_WIDTH);
    this.numbersWidth = Math.max(36, 14 + 8 * String(sheet.rows).length);
    this.used = sheet.used;
    this.heights = new Map(sheet.heights);
    this.hiddenRows = new Set(sheet.hiddenRows);
    this.rows = this.rowAxis();
    this.columns = this.columnAxis();
  }

  /**
   * @param room the visible part of the page. What is frozen may take half of it: on a phone the rest could not be read.
   */
  layout(room = this.room): void {
    this.room = room;
    this.rows = this.rowAxis();
    this.columns = this.columnAxis();
  }

  private rowAxis(): Axis {
    const seen: number[] = [];
    const { rows, frozenRows } = this.sheet;
    for (let row = 0; row < rows; row++) {
      if (!this.hiddenRows.has(row) && !this.filtered.has(row)) seen.push(row);
    }
    const height = (row: number) => this.heights.get(row) ?? USUAL_HEIGHT;
    return new Axis(seen, frozenOf(seen, frozenRows, height, this.room.height / 2), height);
  }

  private columnAxis(): Axis {
    const hidden = new Set(this.sheet.hiddenColumns);
    const seen = this.widths.map((_, column) => column).filter((column) => !hidden.has(column));
    const width = (column: number) => this.widths[column];
    const room = this.room.width / 2 - this.numbersWidth;
    return new Axis(seen, frozenOf(seen, this.sheet.frozenColumns, width, room), width);
  }

  /** Rows have come. @returns whether some are of another height now */
  measure(rows: readonly RowView[]): boolean {
    let changed = false;
    for (const { r, h = USUAL_HEIGHT } of rows) {
      if (h === (this.heights.get(r) ?? USUAL_HEIGHT)) continue;
      this.heights.set(r, h);
      changed = true;
    }
    return changed;
  }

  cell(row: number, column: number): CellView | null {
    return this.blocks.row(row)?.c[column] ?? null;
  }

  /** Text as drawn: what was typed last, until it is known what became of it. */
  text(row: number, column: number): string {
    return this.pending.get(row, column) ?? this.cell(row, column)?.t ?? '';
  }

  /** What nobody sees is neither copied nor written to: a filter of the book hides rows as well as one of this window. */
  passesOver(row: number): boolean {
    return this.filtered.has(row) || this.hiddenRows.has(row);
  }

  /** How many of these rows are seen. */
  seen(row: number, count: number): number {
    let seen = 0;
    for (let r = row; r < row + count; r++) if (!this.passesOver(r)) seen += 1;
    return seen;
  }

  /** How many rows from one on there are for so many seen ones; null where the tab ends before. */
  extent(row: number, seen: number): number | null {
    let left = seen;
    let count = 0;
    for (; left > 0; count++) {
      if (row + count >= this.sheet.rows) return null;
      if (!this.passesOver(row + count)) left -= 1;
    }
    return count;
  }
}

function frozenOf(
  seen: readonly number[],
  before: number,
  size: (index: number) => number,
  room: number,
): number {
  let count = 0;
  let taken = 0;
  for (const index of seen) {
    if (index >= before) break;
    taken += size(index);
    count += 1;
  }
  // Before the page is laid out nothing is known about its size.
  return taken > room && room > 0 ? 0 : count;
}
