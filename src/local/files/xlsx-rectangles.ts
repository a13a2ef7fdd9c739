import type { Merge } from '../services/spreadsheet/model';

/**
 * Cells → few rectangles that cover exactly them: runs in a row, then equal runs of following rows joined.
 * Cells come row by row, left to right.
 */
export class RectangleCollector {
  readonly #done: Merge[] = [];
  #open: Merge[] = [];
  #current: Merge[] = [];
  #row = -1;

  add(row: number, column: number): void {
    if (row !== this.#row) {
      this.#closeRow();
      this.#row = row;
    }
    const last = this.#current[this.#current.length - 1];
    if (last && last.column + last.columns === column) last.columns += 1;
    else this.#current.push({ row, column, rows: 1, columns: 1 });
  }

  /** The rectangles, top to bottom by their first rows. */
  finish(): Merge[] {
    this.#closeRow();
    this.#done.push(...this.#open);
    this.#open = [];
    return this.#done.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  #closeRow(): void {
    if (this.#current.length === 0) return;
    const next: Merge[] = [];
    for (const run of this.#current) {
      const above = this.#open.find(
        (r) => r.row + r.rows === run.row && r.column === run.column && r.columns === run.columns,
      );
      if (above) {
        above.rows += 1;
        next.push(above);
      } else next.push(run);
    }
    for (const rectangle of this.#open) if (!next.includes(rectangle)) this.#done.push(rectangle);
    this.#open = next;
    this.#current = [];
  }
}
