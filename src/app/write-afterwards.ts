import { type Cell, cellText, type Grid, isBlank, isDateCell, sameCell } from '../domain/registry/cell';
import { mapHeaders } from '../domain/registry/headers';
import type { TabKey } from '../domain/registry/tab';
import { tabs } from '../domain/registry/tabs';
import { daysBetween } from '../domain/text/calendar';
import type { Block2D } from './ports';

/** A value and the cell that it was written into, 0-based. */
interface PlacedChange {
  readonly change: { readonly id: string; readonly column: string; readonly after: Cell };
  readonly row: number;
  readonly column: number;
}

/**
 * A tab after rows or columns moved in the moment of writing: which changes still reached their record, and what the cells
 * held that took a value meant for another. Rows are told by their ID, or by their other cells where the ID itself was
 * written over.
 */
export class Afterwards {
  readonly #before: Grid;
  readonly #after: Grid;
  readonly #was: ReadonlyMap<string, number>;
  readonly #is: ReadonlyMap<string, number>;
  readonly #written: ReadonlySet<string>;
  /** IDs that are no longer there, with their 0-based rows: overwritten, or deleted by somebody. */
  readonly #gone: Map<string, number>;

  constructor(key: TabKey, before: Grid, after: Grid, placed: readonly PlacedChange[]) {
    this.#before = before;
    this.#after = after;
    this.#was = mapHeaders(tabs[key], before[0] ?? []).at;
    this.#is = mapHeaders(tabs[key], after[0] ?? []).at;
    this.#written = new Set(placed.map(({ row, column }) => `${row} ${column}`));
    const left = new Set(after.map((_, r) => this.#idAt(after, this.#is, r)));
    this.#gone = new Map(
      before.flatMap((_, r) => {
        const id = this.#idAt(before, this.#was, r);
        return r === 0 || id === '' || left.has(id) ? [] : [[id, r] as const];
      }),
    );
  }

  /** Whether the record of a change now holds the new value, and nothing was lost for it. */
  stands({ change, row, column }: PlacedChange): boolean {
    const here = sameCell(this.#after[row]?.[column] ?? '', change.after);
    if (change.column === 'id') {
      const holders = this.#after.flatMap((_, r) =>
        this.#idAt(this.#after, this.#is, r) === change.after ? [r] : [],
      );
      if (holders.length === 0) return false;
      if (this.#is.get('id') !== column || !here || holders.some((r) => r !== row)) return true;
      return this.#rowBefore(row) === row || this.#gone.size === 0;
    }
    const at = this.#is.get(change.column);
    if (at === undefined) return false;
    if (change.id === '') return at === column && here && this.#rowBefore(row) === row;
    return this.#after.some(
      (cells, r) => this.#idAt(this.#after, this.#is, r) === change.id && sameCell(cells[at], change.after),
    );
  }

  /** What the cell held that took the value of another. */
  giveBack({ change, row, column }: PlacedChange): Block2D[] {
    if (!isWritten(this.#after[row]?.[column] ?? '', change.after)) return [];
    const value = this.#held(row, column);
    return [{ row, column, values: [[value]] }];
  }

  #held(row: number, column: number): Cell {
    if (column === this.#is.get('id')) {
      const found = this.#rowBefore(row);
      if (found !== undefined) {
        const id = this.#idAt(this.#before, this.#was, found);
        return this.#gone.delete(id) ? id : '';
      }
      // The row of a person who has just inserted one, or below the data: it held no number.
      if (this.#after[row].every((cell, c) => c === column || isBlank(cell))) return '';
      return this.#nearestGone(row);
    }
    const then = this.#columnBefore(column);
    const found = this.#rowBefore(row);
    return found === undefined || then === undefined ? '' : (this.#before[found][then] ?? '');
  }

  /** Where the tab is known by its IDs alone: the ID that is missing and stood nearest. */
  #nearestGone(row: number): string {
    const [nearest] = [...this.#gone].sort((a, b) => Math.abs(a[1] - row) - Math.abs(b[1] - row));
    if (!nearest) return '';
    this.#gone.delete(nearest[0]);
    return nearest[0];
  }

  /** The 0-based row where the record of this row stood before. */
  #rowBefore(row: number): number | undefined {
    // An ID that was written a moment ago tells nothing of the row that it fell upon.
    const isNew = this.#written.has(`${row} ${this.#is.get('id')}`);
    const id = isNew ? '' : this.#idAt(this.#after, this.#is, row);
    if (id !== '') {
      const found = this.#before.findIndex((_, r) => r > 0 && this.#idAt(this.#before, this.#was, r) === id);
      return found < 0 ? undefined : found;
    }
    const same = (r: number) => this.#sameOtherCells(r, row);
    if (row < this.#before.length && same(row)) return row;
    const found = this.#before.findIndex((_, r) => r > 0 && same(r));
    return found < 0 ? undefined : found;
  }

  #sameOtherCells(then: number, now: number): boolean {
    return (this.#after[now] ?? []).every((cell, column) => {
      if (this.#written.has(`${now} ${column}`)) return true;
      const was = this.#columnBefore(column);
      return was === undefined || sameCell(this.#before[then]?.[was] ?? '', cell);
    });
  }

  /** Where the column stood before, told by its header; a column without one by where it stands. */
  #columnBefore(column: number): number | undefined {
    const header = cellText(this.#after[0]?.[column] ?? '').trim();
    const before = this.#before[0] ?? [];
    if (header === '') return isBlank(before[column]) ? column : undefined;
    const found = before.findIndex((cell) => cellText(cell).trim() === header);
    return found < 0 ? undefined : found;
  }

  #idAt(grid: Grid, at: ReadonlyMap<string, number>, row: number): string {
    const column = at.get('id');
    return column === undefined ? '' : cellText(grid[row]?.[column] ?? '').trim();
  }
}

/** Whether the cell holds the value, in any form: a date that fell into a column of texts or numbers reads as its number. */
function isWritten(cell: Cell, value: Cell): boolean {
  if (sameCell(cell, value)) return true;
  return (
    isDateCell(value) &&
    [cellText(value), String(daysBetween('1899-12-30', value.date))].includes(cellText(cell))
  );
}
