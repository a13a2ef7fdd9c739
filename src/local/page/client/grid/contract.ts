/** What the shell of the page and the grid say to each other. Rows and columns are 0-based, as in protocol.ts. */
import type { Area, CellView, RowView, Seen, SheetChange, SheetView, StyleView } from '../../protocol';

/** Where the grid takes from what it does not hold. */
export interface GridSource {
  /** Rows of a tab, `to` exclusive. Their styles can be asked for when the promise is kept. */
  rows(sheetId: number, from: number, to: number): Promise<readonly RowView[]>;
  /** What the list of a cell offers. */
  choices(sheetId: number, row: number, column: number): Promise<readonly string[]>;
  style(index: number): StyleView;
  /** The moment of the book that is shown. */
  seen(): Seen;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where on the page a menu is to hang: a DOMRect. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a person does in the grid. */
export interface GridEvents {
  /**
   * A block of texts as typed or pasted, from its upper left cell; it is drawn at once.
   * @param seen when the place was chosen: an editor may have been open for long
   * @returns a name of the operation for `settle`
   */
  edit(at: Place & { readonly sheetId: number }, values: readonly (readonly string[])[], seen: Seen): string;
  select(area: Area, active: Place): void;
  link(address: string): void;
  /** The button of a column header, or Alt+Down. The shell draws the menu and gives the focus back by `focus()`. */
  columnMenu(column: number, anchor: Anchor): void;
  /** Right button, Shift+F10 or the menu key; the point is of the window. */
  contextMenu(area: Area, point: { readonly x: number; readonly y: number }): void;
  resize(column: number, width: number): void;
  /** Rows below the frozen ones that the filters of this window let through; the same numbers when there is no filter. */
  filtered(shown: number, total: number): void;
  /** Something was not done; said to the person as it is. */
  refused(words: string): void;
  /** F6: the focus is wanted elsewhere. `backwards`: with Shift. */
  leave(backwards: boolean): void;
}

/** Which rows a column lets through: those with one of these texts, or with this text somewhere in the cell. */
export type ColumnFilter = { readonly values: readonly string[] } | { readonly text: string };

export interface Grid {
  /** A tab, as it was left: place, selection, filters. The one shown already, again: an open editor stays too. */
  show(sheet: SheetView, rows: readonly RowView[]): void;
  /** Rows of the shown tab look so now; others are ignored, and so is `reload`: the shell shows the tab again. */
  apply(change: SheetChange): void;
  /** An operation is over, after what it has changed was applied. Refused: the old content is drawn again. */
  settle(operation: string, ok: boolean): void;
  /** Goes there, with the focus. */
  select(area: Area): void;
  selection(): Area | null;
  /** The active cell: what F2 would edit. */
  active(): Place | null;
  /** Null where nothing is, and where the row is not here yet. */
  cell(row: number, column: number): CellView | null;
  /** Opens the editor with this text instead of the cell's own. */
  editWith(row: number, column: number, text: string): void;
  /** For menus: Ctrl+C, Ctrl+X, Ctrl+V and Delete work without the shell. */
  copy(): Promise<void>;
  cut(): Promise<void>;
  paste(): Promise<void>;
  clear(): void;
  /** A filter of this window only; null takes it off. Kept when all rows of the tab were looked through. */
  setFilter(column: number, filter: ColumnFilter | null): Promise<void>;
  clearFilters(): void;
  filters(): ReadonlyMap<number, ColumnFilter>;
  /** Different texts of a column below the frozen rows, in order: for the menu of the filter. */
  values(column: number): Promise<readonly string[]>;
  focus(): void;
  dispose(): void;
}
