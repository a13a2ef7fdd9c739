import type { CellView, RowView } from '../../protocol';
import type { Place } from './contract';

interface Typed {
  readonly operation: string;
  readonly text: string;
  /** The cell as it was: a change that differs from it is the answer to what was typed. */
  readonly before: CellView | null;
}

/** What was typed and is not known to be in the book yet, cell by cell. */
export class Pending {
  private readonly rows = new Map<number, Map<number, Typed>>();
  private readonly places = new Map<string, Place[]>();

  get(row: number, column: number): string | undefined {
    return this.rows.get(row)?.get(column)?.text;
  }

  add(operation: string, place: Place, text: string, before: CellView | null): void {
    const row = this.rows.get(place.row) ?? new Map<number, Typed>();
    row.set(place.column, { operation, text, before });
    this.rows.set(place.row, row);
    const places = this.places.get(operation) ?? [];
    places.push(place);
    this.places.set(operation, places);
  }

  /** Rows have come: cells that are others than before the typing are answered. */
  applied(rows: readonly RowView[]): void {
    for (const row of rows) {
      for (const [column, { text, before }] of this.rows.get(row.r) ?? []) {
        const now = row.c[column] ?? null;
        if (content(now) !== content(before) || content(now) === text) this.remove(row.r, column);
      }
    }
  }

  /** @returns the rows to draw again */
  settle(operation: string): ReadonlySet<number> {
    const rows = new Set<number>();
    for (const { row, column } of this.places.get(operation) ?? []) {
      if (this.rows.get(row)?.get(column)?.operation !== operation) continue;
      this.remove(row, column);
      rows.add(row);
    }
    this.places.delete(operation);
    return rows;
  }

  private remove(row: number, column: number): void {
    const cells = this.rows.get(row);
    cells?.delete(column);
    if (cells?.size === 0) this.rows.delete(row);
  }
}

/** What the editor opens with. */
export function content(cell: CellView | null): string {
  return cell?.e ?? cell?.t ?? '';
}
