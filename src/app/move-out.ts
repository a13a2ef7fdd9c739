import { type Grid, isBlank } from '../domain/registry/cell';
import { MOVED_TITLE, movedLayout, movedRow } from '../domain/workbook/moved-rows';
import type { StrayRow } from '../domain/workbook/repair-plan';
import type { Ports } from './ports';
import { findTitle } from './read-workbook';

/**
 * Moves rows that are no records out of a tab of people: first they are written to «Вынесено из реестров», then cleared
 * where they stand, if they still stand there. People may move rows in the very moment of writing: a row that was hit
 * instead gets back what stood in it.
 * @returns the rows that were moved
 */
export function moveOut(ports: Ports, title: string, stray: readonly StrayRow[]): readonly StrayRow[] {
  const { workbook, layouts, clock } = ports;
  const before = workbook.read(title) ?? [];
  const standing = stray.filter(({ row, cells }) => sameRow(before[row], cells));
  if (standing.length === 0) return [];
  if (findTitle(workbook.titles(), MOVED_TITLE) === null) layouts.create([movedLayout()], []);
  workbook.append(
    MOVED_TITLE,
    standing.map(({ row, cells }) => movedRow(clock.now(), title, row + 1, cells)),
  );
  workbook.writeBlocks(
    title,
    standing.map(({ row, cells }) => ({ row, column: 0, values: [cells.map(() => '')] })),
  );
  const after = workbook.read(title) ?? [];
  const astray = standing.filter(({ cells }) => after.some((row) => sameRow(row, cells)));
  if (astray.length > 0) giveBack(ports, title, before, after, astray);
  return standing.filter((row) => !astray.includes(row));
}

/** Rows of `before` that are gone were hit in the place of the rows that should have been cleared. */
function giveBack(ports: Ports, title: string, before: Grid, after: Grid, astray: readonly StrayRow[]): void {
  const standing = new Set(after.map((row) => JSON.stringify(row)));
  const gone = before.filter(
    (row) => !row.every((cell) => isBlank(cell)) && !standing.has(JSON.stringify(row)),
  );
  const blanks = astray.filter(({ row }) => (after[row] ?? []).every((cell) => isBlank(cell)));
  ports.workbook.writeBlocks(
    title,
    blanks.slice(0, gone.length).map(({ row }, i) => ({ row, column: 0, values: [gone[i]] })),
  );
}

function sameRow(row: Grid[number] | undefined, cells: Grid[number]): boolean {
  return row !== undefined && JSON.stringify(row) === JSON.stringify(cells);
}
