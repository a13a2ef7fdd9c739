import type { RowView } from '../../protocol';

/** Rows of one request while a person looks around, and while all rows of the tab are looked through. */
const BLOCK = 200;
const SCAN = 2_000;
/** A fling passes thousands of rows: only those where it slows down are asked for. */
const PAUSE_MS = 50;
const RETRY_MS = 2_000;
const AT_ONCE = 3;
/** 24 000 rows; the others are asked for again when they are looked at. */
const KEPT_BLOCKS = 120;

type Row = RowView | null;

export interface BlockOptions {
  load(from: number, to: number): Promise<readonly RowView[]>;
  arrived(rows: readonly RowView[], from: number, to: number): void;
  failed(): void;
}

/** The rows of a tab that are here, in blocks. One object a tab: a late answer for another tab falls into the void. */
export class Blocks {
  private readonly blocks = new Map<number, Row[]>();
  /** Blocks from before the tab was shown again: drawn until the new ones are here. */
  private readonly stale = new Set<number>();
  private readonly asked = new Set<number>();
  /** Rows that came as a change while their block was on its way: the block may be older. */
  private readonly newer = new Map<number, RowView>();
  /** Said once, not at every try. */
  private told = false;
  /** Answers that are waited for. */
  private waiting = 0;
  private wanted: readonly number[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly rows: number,
    private readonly options: BlockOptions,
    before?: Blocks,
  ) {
    if (!before) return;
    this.blocks = new Map(before.blocks);
    for (const block of this.blocks.keys()) this.stale.add(block);
    before.stop();
  }

  /** Undefined: not here yet; null: nothing is there. */
  row(row: number): Row | undefined {
    return this.blocks.get(Math.floor(row / BLOCK))?.[row % BLOCK];
  }

  /** Rows that came with the tab. */
  begin(rows: readonly RowView[]): void {
    if (rows.length === 0) return;
    const [from, to] = [rows[0].r, rows[rows.length - 1].r + 1];
    for (let block = Math.ceil(from / BLOCK); block * BLOCK < to; block++) {
      if (Math.min((block + 1) * BLOCK, this.rows) <= to) this.fill(block, rows);
    }
  }

  /** A change: rows of blocks that are not here come later anyway. */
  replace(rows: readonly RowView[]): void {
    for (const row of rows) {
      const block = Math.floor(row.r / BLOCK);
      const held = this.blocks.get(block);
      if (held) held[row.r % BLOCK] = row;
      if (this.waiting > 0) this.newer.set(row.r, row);
    }
  }

  /** The rows that are looked at now. */
  want(rows: Iterable<number>): void {
    const wanted: number[] = [];
    const looked = new Set<number>();
    for (const row of rows) looked.add(Math.floor(row / BLOCK));
    for (const block of looked) {
      const held = this.blocks.get(block);
      if (held) {
        // The order of a Map is that of insertion: what was looked at last is dropped last.
        this.blocks.delete(block);
        this.blocks.set(block, held);
      }
      if ((!held || this.stale.has(block)) && !this.asked.has(block)) wanted.push(block);
    }
    const same = wanted.length === this.wanted.length && wanted.every((block, i) => block === this.wanted[i]);
    if (same) return;
    this.wanted = wanted;
    clearTimeout(this.timer);
    if (wanted.length > 0) this.timer = setTimeout(() => this.ask(), this.stale.size > 0 ? 0 : PAUSE_MS);
  }

  /** Brings all rows in turn to `each` until it says false; those that are not here are had in large pieces. */
  async scan(from: number, to: number, each: (row: number, view: Row) => boolean | undefined): Promise<void> {
    for (let start = from; start < to; ) {
      if (this.row(start) === undefined || this.stale.has(Math.floor(start / BLOCK))) {
        const first = Math.floor(start / BLOCK) * BLOCK;
        const end = Math.min(this.rows, first + SCAN);
        await this.load(first, end);
      }
      const end = Math.min(to, (Math.floor(start / BLOCK) + 1) * BLOCK);
      for (let row = start; row < end; row++) {
        if (each(row, this.row(row) ?? null) === false) return;
      }
      start = end;
    }
    this.drop();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.wanted = [];
  }

  private ask(): void {
    const blocks = this.wanted.slice(0, AT_ONCE - this.asked.size);
    this.wanted = [];
    for (const block of blocks) {
      const [from, to] = [block * BLOCK, Math.min(this.rows, (block + 1) * BLOCK)];
      this.asked.add(block);
      this.load(from, to).then(
        (rows) => {
          this.asked.delete(block);
          this.told = false;
          this.options.arrived(rows, from, to);
        },
        () => {
          if (!this.told) this.options.failed();
          this.told = true;
          // The block stays among those asked for a while, or each frame would ask again.
          setTimeout(() => {
            this.asked.delete(block);
            this.options.arrived([], from, from);
          }, RETRY_MS);
        },
      );
    }
  }

  private async load(from: number, to: number): Promise<readonly RowView[]> {
    this.waiting += 1;
    try {
      const rows = await this.options.load(from, to);
      for (let block = from / BLOCK; block * BLOCK < to; block++) this.fill(block, rows);
      this.drop();
      return rows;
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0) this.newer.clear();
    }
  }

  private fill(block: number, rows: readonly RowView[]): void {
    const first = block * BLOCK;
    const list = Array<Row>(Math.min(BLOCK, this.rows - first)).fill(null);
    for (const row of rows) {
      if (row.r >= first && row.r < first + list.length) list[row.r - first] = this.newer.get(row.r) ?? row;
    }
    this.blocks.delete(block);
    this.blocks.set(block, list);
    this.stale.delete(block);
  }

  private drop(): void {
    for (const block of this.blocks.keys()) {
      if (this.blocks.size <= KEPT_BLOCKS) return;
      this.blocks.delete(block);
    }
  }
}
