import { type Cell, cellText, type Grid, isBlank } from '../registry/cell';
import { matchTitles } from '../registry/headers';
import { foldHeader } from '../text/fold';
import type { ColumnLayout, TabLayout } from './layout';
import { headerCode } from './remembered-headers';
import type { Placed } from './repair-plan';

/** Where the columns of a layout stand, and how that is known. */
export interface Placement {
  readonly placed: readonly Placed[];
  readonly missing: readonly ColumnLayout[];
  readonly aliases: readonly { readonly column: ColumnLayout; readonly position: number }[];
  /** Header cleared or replaced; recognised by its note or by its place between its neighbours. */
  readonly lost: readonly { readonly column: ColumnLayout; readonly position: number }[];
  /** The same header above a wholly blank column. */
  readonly twins: readonly { readonly column: ColumnLayout; readonly position: number }[];
  /** Several columns could be it, or one without proof: a person decides. */
  readonly unclear: readonly { readonly column: ColumnLayout; readonly positions: readonly number[] }[];
  readonly doubled: readonly { readonly column: ColumnLayout; readonly positions: readonly number[] }[];
}

/** What is known of a tab besides its cells. */
export interface Evidence {
  /** Notes of the header row. */
  readonly notes: readonly string[];
  /** Codes of the headers as they stood last time; null: not remembered. */
  readonly remembered: readonly string[] | null;
  /** The rule below a header, '' = none; and the rule that a column should have, null = cannot be said. */
  readonly ruleAt: (position: number) => string;
  readonly wantedRule: (column: ColumnLayout) => string | null;
}

/**
 * The row in which the headers stand: the first one, or another that has most of them while the first has few.
 * @returns 0-based; -1 when the tab has cells and no row of headers
 */
export function headerRowOf(layout: TabLayout, grid: Grid, notes: readonly string[]): number {
  const wanted = new Set(layout.columns.flatMap((c) => [c.title, ...c.aliases]).map(foldHeader));
  const own = new Set(layout.columns.map((c) => c.note).filter((n) => n !== ''));
  const hits = (row: readonly Cell[]) =>
    row.filter((cell) => typeof cell === 'string' && cell !== '' && wanted.has(foldHeader(cell))).length;
  const first =
    hits(grid[0] ?? []) + (grid[0] ?? []).filter((c, i) => isBlank(c) && own.has(notes[i])).length;
  const filled = (grid[0] ?? []).filter((cell) => !isBlank(cell)).length;
  if (first >= 3 || first * 2 >= filled + 1) return 0;
  const enough = Math.min(3, layout.columns.length);
  let [best, at] = [0, -1];
  for (let r = 1; r < grid.length; r++) {
    const found = hits(grid[r]);
    if (found > best) [best, at] = [found, r];
  }
  if (best >= enough && best > first * 2) return at;
  const blank = grid.every((row) => row.every((cell) => isBlank(cell)));
  return first > 0 || blank || layout.columns.every((c) => c.title === '') ? 0 : -1;
}

/** Finds the columns of the layout in a tab whose headers stand in the first row of the grid. */
export function placeColumns(layout: TabLayout, grid: Grid, width: number, evidence: Evidence): Placement {
  const header = Array.from({ length: width }, (_, i) => grid[0]?.[i] ?? '');
  const match = matchTitles(layout.columns, header);
  const at = new Map(match.at);
  const twins: { column: ColumnLayout; position: number }[] = [];
  const doubled = match.doubled.filter(({ column, positions }) => {
    const withData = positions.filter((p) => !isBlankBelow(grid, p));
    if (withData.length !== 1) return true;
    at.set(column, withData[0]);
    for (const position of positions) if (position !== withData[0]) twins.push({ column, position });
    return false;
  });
  const taken = new Set([...at.values(), ...match.doubled.flatMap((d) => d.positions)]);
  const free = header.map((_, i) => i).filter((i) => !taken.has(i));
  const { lost, unclear } = recognise(layout, match.missing, header, free, evidence);
  for (const { column, position } of lost) at.set(column, position);
  return {
    placed: layout.columns.filter((c) => at.has(c)).map((column) => ({ column, position: at.get(column)! })),
    missing: match.missing.filter(
      (c) => !at.has(c) && !unclear.some((u) => u.column === c) && !doubled.some((d) => d.column === c),
    ),
    aliases: match.renamed,
    lost,
    twins,
    unclear,
    doubled,
  };
}

export function isBlankBelow(grid: Grid, position: number): boolean {
  for (let r = 1; r < grid.length; r++) if (!isBlank(grid[r][position])) return false;
  return true;
}

/**
 * Columns whose header says nothing: by the note that stays on the header cell, or, where the header was wiped with its
 * note, by both neighbours of last time. A header with other words and without the note may be a column of people.
 */
function recognise(
  layout: TabLayout,
  missing: readonly ColumnLayout[],
  header: readonly Cell[],
  free: readonly number[],
  { notes, remembered, ruleAt, wantedRule }: Evidence,
): Pick<Placement, 'lost' | 'unclear'> {
  const lost: { column: ColumnLayout; position: number }[] = [];
  const unclear: { column: ColumnLayout; positions: number[] }[] = [];
  const codes = header.map((cell) => headerCode(cellText(cell)));
  const claimed = new Set<number>();
  const fits = (column: ColumnLayout, position: number) => {
    const [found, wanted] = [ruleAt(position), wantedRule(column)];
    return found === '' || wanted === null || found === wanted;
  };
  for (const column of missing) {
    const alone = layout.columns.filter((c) => c.note === column.note).length === 1;
    const noted = column.note === '' || !alone ? [] : free.filter((p) => notes[p] === column.note);
    const between = noted.length > 0 ? [] : betweenNeighbours(column, codes, remembered, free);
    const sure = noted.length > 0 ? noted : between.filter((p) => isBlank(header[p]) && fits(column, p));
    const candidates = noted.length > 0 ? noted : between;
    if (sure.length === 1 && !claimed.has(sure[0])) {
      claimed.add(sure[0]);
      lost.push({ column, position: sure[0] });
    } else if (candidates.length > 0) unclear.push({ column, positions: [...candidates] });
  }
  return { lost, unclear };
}

function betweenNeighbours(
  column: ColumnLayout,
  codes: readonly string[],
  remembered: readonly string[] | null,
  free: readonly number[],
): number[] {
  const was = remembered?.indexOf(headerCode(column.title)) ?? -1;
  if (remembered === null || was < 0) return [];
  return free.filter((p) => {
    const left = was === 0 ? p === 0 : p > 0 && known(codes[p - 1]) && codes[p - 1] === remembered[was - 1];
    const right =
      was === remembered.length - 1
        ? p >= codes.length - 1 || !known(codes[p + 1])
        : known(codes[p + 1]) && codes[p + 1] === remembered[was + 1];
    return left && right;
  });
}

const known = (code: string | undefined) => code !== undefined && code !== headerCode('');
