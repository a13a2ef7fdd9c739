import type { SheetView } from '../../protocol';

export type Merge = SheetView['merges'][number];

/** Which merge covers a cell. */
export class Merges {
  private readonly byRow = new Map<number, Merge[]>();

  constructor(readonly all: readonly Merge[]) {
    for (const merge of all) {
      for (let row = merge.row; row < merge.row + merge.rows; row++) {
        this.byRow.set(row, [...(this.byRow.get(row) ?? []), merge]);
      }
    }
  }

  of(row: number): readonly Merge[] {
    return this.byRow.get(row) ?? [];
  }

  at(row: number, column: number): Merge | null {
    for (const merge of this.of(row)) {
      if (column >= merge.column && column < merge.column + merge.columns) return merge;
    }
    return null;
  }
}
