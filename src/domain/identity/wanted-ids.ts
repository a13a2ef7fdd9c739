import { makeId, parseId } from '../text/id';

/** The ID cell of a record. */
export interface IdRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** '' for a new record. */
  readonly id: string;
  /** People cleared the row: no record, though its number still stands there. */
  readonly isCleared?: boolean;
}

/** An ID that a row should get. */
export interface WantedId {
  readonly row: number;
  /** What stands in the cell: '' or the ID of the record that the row is a copy of. */
  readonly was: string;
  /** '' for a cleared row whose number another row bears: who is entered there next must not take it. */
  readonly id: string;
  /** The rows that bore `was` when this was decided; empty for a new record. */
  readonly among: readonly number[];
}

/**
 * Which rows need an ID: new records, and copies that bear the ID of another row. An ID that cannot be read is left to the
 * check: what was meant is not guessed.
 * @param rows the records of a tab from the top, cleared rows that bear a number among them
 * @param mark the greatest number that was ever given or seen with this prefix
 * @param changed rows that a person has just pasted: where the ID also stands elsewhere, they are the copies
 */
export function wantedIds(
  { prefix, digits }: { readonly prefix: string; readonly digits: number },
  rows: readonly IdRow[],
  mark: number,
  changed: (row: number) => boolean = () => false,
): readonly WantedId[] {
  const wanted: WantedId[] = [];
  const twins = doubled(rows);
  const at = new Map(twins.size > 0 ? rows.map(({ row }, i) => [row, i]) : []);
  let last = mark;
  const holders = new Map<string, number>();
  for (const { row, id, isCleared } of rows) {
    const among = twins.get(id);
    if (id !== '') {
      if (!among || parseId(id)?.prefix !== prefix) continue;
      let holder = holders.get(id);
      if (holder === undefined) {
        holder = holderOf(id, among, rows, at, changed);
        holders.set(id, holder);
      }
      if (holder === row) continue;
    }
    const next = isCleared ? '' : makeId(prefix, ++last, digits);
    wanted.push({ row, was: id, id: next, among: among ?? [] });
  }
  return wanted;
}

/** ID → rows, for those that several rows bear. */
function doubled(rows: readonly IdRow[]): ReadonlyMap<string, readonly number[]> {
  const first = new Map<string, number>();
  const found = new Map<string, number[]>();
  for (const { row, id } of rows) {
    if (id === '') continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, row);
    else if (found.has(id)) found.get(id)!.push(row);
    else found.set(id, [before, row]);
  }
  return found;
}

/**
 * Which of the rows is the record itself. A cleared row gives way to one that is not: the record was moved there by copying.
 * A pasted row is the copy of one that was there before. Where nobody saw the paste, the row that stands in the order of its
 * neighbours' numbers is the record (a copy stands at the bottom or among others' numbers), and of equals the upper one.
 */
function holderOf(
  id: string,
  among: readonly number[],
  rows: readonly IdRow[],
  at: ReadonlyMap<number, number>,
  changed: (row: number) => boolean,
): number {
  const records = among.filter((row) => !rows[at.get(row)!].isCleared);
  const bearers = records.length > 0 ? records : among;
  const old = bearers.filter((row) => !changed(row));
  const candidates = old.length > 0 ? old : bearers;
  const number = parseId(id)!.number;
  let best = candidates[0];
  let most = -1;
  for (const row of candidates) {
    const place = at.get(row)!;
    const fits =
      Number((neighbour(rows, place, -1, id) ?? 0) < number) +
      Number((neighbour(rows, place, 1, id) ?? Number.POSITIVE_INFINITY) > number);
    if (fits > most) [best, most] = [row, fits];
  }
  return best;
}

/** The number of the nearest row, up or down, that bears another ID. */
function neighbour(rows: readonly IdRow[], at: number, step: 1 | -1, id: string): number | undefined {
  for (let i = at + step; i >= 0 && i < rows.length; i += step) {
    if (rows[i].id === id) continue;
    const parts = parseId(rows[i].id);
    if (parts) return parts.number;
  }
  return undefined;
}
