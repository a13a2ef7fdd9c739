/** What strict mode needs to know of one row of a tab below the header. */
export interface RowOwner {
  /** ID of the organisation; '' for a row that names none. */
  readonly organisation: string;
  readonly blank: boolean;
}

/** Moves `count` rows from the 0-based row `from` in front of row `before`; rows are counted below the header. */
export interface Move {
  readonly from: number;
  readonly count: number;
  readonly before: number;
}

/** The rows of one organisation and its spare rows, 0-based below the header. */
export interface Block {
  readonly organisation: string;
  readonly from: number;
  readonly count: number;
}

export interface StrictPlan {
  readonly moves: readonly Move[];
  /** Blank rows that must be added at the end of the tab before the moves. */
  readonly missing: number;
  /** Where the blocks stand after the moves. */
  readonly blocks: readonly Block[];
}

/**
 * Brings the rows of each organisation together, in the order of the organisations and otherwise as they stand, with
 * spare rows below them. Rows are only moved, never written. Rows that name no organisation of the list come after the
 * blocks. What stands right is not touched: a second plan has no moves.
 * @param rows every row of the tab below the header, blank ones too
 * @param order IDs of the organisations
 * @param spare blank rows wanted below each block; more than that go to the end of the tab
 */
export function planStrictRows(
  rows: readonly RowOwner[],
  order: readonly string[],
  spare: number,
): StrictPlan {
  const { target, blocks, missing } = rowsInOrder(rows, order, spare);
  const height = rows.length + missing;
  const current = Array.from({ length: height }, (_, i) => i);
  return { moves: movesTo(current, target), missing, blocks };
}

function rowsInOrder(
  rows: readonly RowOwner[],
  order: readonly string[],
  spare: number,
): { target: number[]; blocks: Block[]; missing: number } {
  const own = new Map<string, number[]>(order.map((organisation) => [organisation, []]));
  const others: number[] = [];
  const spares = new Map<string, number[]>();
  const free: number[] = [];
  let above = '';
  rows.forEach((row, i) => {
    if (row.blank) {
      // Blank rows right below a block are its spare rows already.
      const known = spares.get(above);
      if (above !== '' && (known?.length ?? 0) < spare) spares.set(above, [...(known ?? []), i]);
      else free.push(i);
      return;
    }
    const list = own.get(row.organisation);
    above = list ? row.organisation : '';
    (list ?? others).push(i);
  });
  const filled = order.filter((organisation) => own.get(organisation)!.length > 0);
  const lacking = filled.reduce((sum, o) => sum + spare - (spares.get(o)?.length ?? 0), 0);
  const missing = Math.max(0, lacking - free.length);
  // The lowest blank rows go first: those in between may be somebody's visible gap.
  const pool = [...Array.from({ length: missing }, (_, i) => rows.length + i), ...[...free].reverse()];
  const target: number[] = [];
  const blocks: Block[] = [];
  for (const organisation of filled) {
    const kept = spares.get(organisation) ?? [];
    const added = pool.splice(0, spare - kept.length).sort((a, b) => a - b);
    const block = [...own.get(organisation)!, ...kept, ...added];
    blocks.push({ organisation, from: target.length, count: block.length });
    target.push(...block);
  }
  target.push(...others, ...pool.sort((a, b) => a - b));
  return { target, blocks, missing };
}

/** A list after the moves. */
export function moved<T>(list: readonly T[], moves: readonly Move[]): T[] {
  const rows = [...list];
  for (const { from, count, before } of moves) {
    const block = rows.splice(from, count);
    rows.splice(before > from ? before - count : before, 0, ...block);
  }
  return rows;
}

/** Runs of rows that stand together in the target go together; the longest chain of rows in order stays where it is. */
function movesTo(current: readonly number[], target: readonly number[]): Move[] {
  const stays = longestRising(target);
  const rows = [...current];
  const moves: Move[] = [];
  for (let i = 0; i < target.length; ) {
    if (stays.has(target[i])) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < target.length && target[end] === target[end - 1] + 1 && !stays.has(target[end])) end++;
    let count = end - i;
    const from = rows.indexOf(target[i]);
    // Earlier moves may have parted the run.
    let together = 1;
    while (together < count && rows[from + together] === target[i + together]) together++;
    count = together;
    const before = i === 0 ? 0 : rows.indexOf(target[i - 1]) + 1;
    if (before < from || before > from + count) {
      moves.push({ from, count, before });
      const block = rows.splice(from, count);
      rows.splice(before > from ? before - count : before, 0, ...block);
    }
    i += count;
  }
  return moves;
}

/** The elements of a longest rising chain (patience sorting). */
function longestRising(list: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const value of list) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle] < value) low = middle + 1;
      else high = middle;
    }
    before.set(value, tails[low - 1]);
    tails[low] = value;
  }
  const chain = new Set<number>();
  for (
    let value = tails[tails.length - 1] as number | undefined;
    value !== undefined;
    value = before.get(value)
  )
    chain.add(value);
  return chain;
}
