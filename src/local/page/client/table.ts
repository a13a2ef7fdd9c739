import type { Area, Drawn, Seen, SheetChange, SheetView } from '../protocol';
import type { Book } from './book';
import { choose } from './dialogs/dialog';
import { refusedEdit } from './dialogs/refused-edit';
import type { Grid, GridEvents, GridSource } from './grid/contract';
import type { Connection } from './link/connection';
import { Refused } from './link/post';
import { freshId } from './link/window-id';
import { ofWindow, recall, remember } from './memory';
import type { Place } from './places/place';
import { words } from './words/words';

type Values = readonly (readonly string[])[];
type MakeGrid = (place: HTMLElement, source: GridSource, events: GridEvents) => Grid;

export interface TableListener extends Pick<GridEvents, 'link' | 'columnMenu' | 'contextMenu' | 'leave'> {
  /** Another tab, other rows of it, or another selection. */
  shown(): void;
  filtered(shown: number, total: number): void;
  said(words: string): void;
}

const PLACE_KEY = 'page:place';
/** More only while others write without a pause: then the next event brings the rows. */
const MOST_TRIES = 4;
/** So long a confirmed warning of a protected tab is not repeated, as on Google. */
const CONFIRMED_MS = 300_000;

/** The tab that is shown: the grid, what is typed into it, and where one is. */
export class Table {
  readonly grid: Grid;
  sheet: SheetView | null = null;
  private asked = 0;
  /** The event up to which the tab was drawn when it was shown last. */
  private drawnTo = 0;
  /** Where one was on the other tabs. */
  private readonly left = new Map<number, Area>();
  private readonly confirmed = new Map<number, number>();

  constructor(
    readonly place: HTMLElement,
    makeGrid: MakeGrid,
    private readonly connection: Connection,
    private readonly book: Book,
    private readonly listener: TableListener,
  ) {
    this.grid = makeGrid(
      place,
      {
        rows: async (sheetId, from, to) => {
          const { rows } = await this.drawn(() => connection.ask({ kind: 'rows', sheetId, from, to }));
          // The active cell may be among them: it is here once the grid has taken them in.
          setTimeout(() => listener.shown());
          return rows;
        },
        choices: (sheetId, row, column) => connection.ask({ kind: 'choices', sheetId, row, column }),
        style: (index) => book.style(index),
        seen: () => this.seen,
      },
      {
        ...listener,
        edit: ({ sheetId, row, column }, values, seen) => this.edit(sheetId, row, column, values, seen),
        select: (area) => this.selected(area),
        filtered: (shown, total) => listener.filtered(shown, total),
        resize: (column, width) => void this.resize(column, width),
        refused: (text) => listener.said(text),
      },
    );
  }

  /** The moment of the book that the rows on the screen are counted in. */
  get seen(): Seen {
    const { boot, seq } = this.book.seen;
    return { boot, seq: Math.max(seq, this.drawnTo) };
  }

  /** Where the window was before a reload. */
  get before(): Area | null {
    try {
      return JSON.parse(recall(PLACE_KEY, ofWindow) ?? 'null') as Area | null;
    } catch {
      return null;
    }
  }

  /** Shows a tab; the place is gone to, or the place where one was. */
  async show(sheetId: number, place?: Place | null): Promise<void> {
    const turn = ++this.asked;
    const { sheet, rows, seq } = await this.drawn(() => this.connection.ask({ kind: 'sheet', sheetId }));
    if (turn !== this.asked) return;
    const other = this.sheet?.id !== sheet.id;
    this.sheet = sheet;
    this.drawnTo = seq;
    this.grid.show(sheet, rows);
    const area = place ? { sheetId, ...place } : (this.left.get(sheetId) ?? first(sheet));
    if (other || place) this.grid.select(within(sheet, area));
    this.listener.shown();
  }

  /** An answer that a later event has overtaken is asked for again. */
  private async drawn<T extends Drawn>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const reply = await ask();
      if (reply.seq < this.book.known && tries < MOST_TRIES) continue;
      this.book.addStyles(reply.styles);
      return reply;
    }
  }

  /** The same tab again: its place, filters and an open editor stay. */
  async again(): Promise<void> {
    if (this.sheet) await this.show(this.sheet.id);
  }

  async apply(change: SheetChange): Promise<void> {
    if (change.sheetId !== this.sheet?.id) return;
    if (change.kind === 'reload') return this.again();
    this.sheet = { ...this.sheet, used: change.used };
    this.grid.apply(change);
    this.listener.shown();
  }

  async go(sheetId: number, place: Place | null): Promise<void> {
    if (this.sheet?.id !== sheetId) return this.show(sheetId, place);
    if (place) this.grid.select(within(this.sheet, { sheetId, ...place }));
    else this.grid.focus();
  }

  /** @returns the name of the operation for the grid */
  edit(sheetId: number, row: number, column: number, values: Values, seen = this.seen): string {
    const operation = freshId();
    void this.carryOut(operation, { sheetId, row, column }, values, seen);
    return operation;
  }

  private async carryOut(
    operation: string,
    at: { readonly sheetId: number; readonly row: number; readonly column: number },
    values: Values,
    seen: Seen,
  ): Promise<void> {
    // The grid learns the name of the operation first.
    await Promise.resolve();
    const area: Area = { ...at, rows: values.length, columns: values[0]?.length ?? 1 };
    if (!(await this.allowed(area))) return this.grid.settle(operation, false);
    try {
      const done = await this.connection.change({ kind: 'edit', id: operation, ...at, values }, area, seen);
      await this.book.shown(done.seq);
      this.grid.settle(operation, true);
      this.book.undo(done.undo);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.grid.settle(operation, false);
      await refusedEdit(error.why, error.message, values);
      const [[text] = []] = values;
      const single = area.rows === 1 && area.columns === 1 && text !== undefined;
      if (single && this.sheet?.id === at.sheetId) this.grid.editWith(at.row, at.column, text);
    }
  }

  /** Cells that belong to the script are asked about first, once in a while. Closed ones are refused by the server. */
  private async allowed(area: Area): Promise<boolean> {
    const { sheetId } = area;
    const guard = this.sheet?.id === sheetId ? this.sheet.protection : null;
    if (guard?.kind !== 'warning' || guard.open.some((open) => holds(open, area))) return true;
    if (Date.now() - (this.confirmed.get(sheetId) ?? 0) < CONFIRMED_MS) return true;
    const yes = await choose(words.protectedTitle, guard.text || words.protectedText, [
      { caption: words.cancel, value: false },
      { caption: words.editAnyway, value: true, main: true },
    ]);
    if (yes) this.confirmed.set(sheetId, Date.now());
    this.grid.focus();
    return yes === true;
  }

  private async resize(column: number, width: number): Promise<void> {
    if (!this.sheet) return;
    try {
      const act = { kind: 'resize', id: freshId(), sheetId: this.sheet.id, column, width } as const;
      this.book.undo((await this.connection.change(act)).undo);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.listener.said(error.message);
      await this.again();
    }
  }

  private selected(area: Area): void {
    this.left.set(area.sheetId, area);
    remember(PLACE_KEY, JSON.stringify(area), ofWindow);
    this.listener.shown();
  }
}

/** Below the frozen header, where records are. */
function first(sheet: SheetView): Area {
  const row = sheet.used > sheet.frozenRows ? Math.min(sheet.frozenRows, sheet.rows - 1) : 0;
  return { sheetId: sheet.id, row, column: 0, rows: 1, columns: 1 };
}

/** An old link may lead outside of what the tab is now. */
function within(sheet: SheetView, area: Area): Area {
  const row = Math.min(area.row, sheet.rows - 1);
  const column = Math.min(area.column, sheet.columns - 1);
  return {
    sheetId: sheet.id,
    row,
    column,
    rows: Math.max(1, Math.min(area.rows, sheet.rows - row)),
    columns: Math.max(1, Math.min(area.columns, sheet.columns - column)),
  };
}

function holds(open: Place, { row, column, rows, columns }: Place): boolean {
  const inRows = row >= open.row && row + rows <= open.row + open.rows;
  return inRows && column >= open.column && column + columns <= open.column + open.columns;
}
