import type { Cell } from '../domain/registry/cell';
import type { Block2D } from './ports';

/** A cell to be written; row and column are 0-based. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
}

/** Cells that stand together are written together: runs down a column, and neighbouring runs of one height side by side. */
export function blocksOf(cells: readonly PlacedCell[]): Block2D[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: PlacedCell[][] = [];
  for (const cell of sorted) {
    const last = runs[runs.length - 1] as PlacedCell[] | undefined;
    const before = last?.[last.length - 1];
    if (last && before && before.column === cell.column && before.row + 1 === cell.row) last.push(cell);
    else runs.push([cell]);
  }
  const blocks: { row: number; column: number; values: Cell[][] }[] = [];
  const open = new Map<string, { row: number; column: number; values: Cell[][] }>();
  for (const run of runs) {
    const [{ row, column }] = run;
    const left = open.get(`${row} ${run.length}`);
    if (left && left.column + left.values[0].length === column)
      run.forEach(({ value }, i) => {
        left.values[i].push(value);
      });
    else {
      const block = { row, column, values: run.map(({ value }) => [value]) };
      blocks.push(block);
      open.set(`${row} ${run.length}`, block);
    }
  }
  return blocks;
}
