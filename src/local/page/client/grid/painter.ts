import { cellId, type Drawing, drawCell } from './draw-cell';
import type { Frame } from './frame';
import { drawLetters, drawNumber } from './headers';
import { type Box, boxOf, type Selection } from './selection';
import { LETTERS_HEIGHT, type Tab } from './tab';

/** Pixels drawn beyond what is seen, so that a scroll finds rows there before the next frame. */
const BEYOND_ROWS = 400;
const BEYOND_COLUMNS = 200;

interface DrawnRow {
  readonly element: HTMLElement;
  readonly cells: Map<number, HTMLElement>;
  /** Which columns are drawn; the row is put together again when they are others. */
  columns: string;
}

/** Keeps the drawn part of the tab in step with the scroll, the content and the selection. */
export class Painter {
  private readonly rows = new Map<number, DrawnRow>();
  private letters: HTMLElement | null = null;
  private lettersOf = '';
  private frame = 0;

  constructor(
    private readonly parts: Frame,
    private readonly drawing: () => Drawing,
    private readonly selection: () => Selection | null,
    private readonly filters: () => ReadonlySet<number>,
  ) {}

  /** Draws before the next frame. */
  soon(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  /** These rows hold something else now; without an argument everything does. */
  redraw(rows?: Iterable<number>): void {
    for (const row of rows ?? this.rows.keys()) {
      const drawn = this.rows.get(row);
      if (!drawn) continue;
      drawn.cells.clear();
      drawn.columns = '';
    }
    if (!rows) this.lettersOf = '';
    this.soon();
  }

  paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const drawing = this.drawing();
    const { tab } = drawing;
    const { scroller, sizer, top, body } = this.parts;
    sizer.style.width = `${tab.numbersWidth + tab.columns.total}px`;
    sizer.style.height = `${LETTERS_HEIGHT + tab.rows.total}px`;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller;
    const [fromRow, toRow] = tab.rows.between(
      scrollTop + tab.rows.frozenSize - BEYOND_ROWS,
      scrollTop + clientHeight - LETTERS_HEIGHT + BEYOND_ROWS,
    );
    const [fromColumn, toColumn] = tab.columns.between(
      scrollLeft + tab.columns.frozenSize - BEYOND_COLUMNS,
      scrollLeft + clientWidth - tab.numbersWidth + BEYOND_COLUMNS,
    );
    const columns = [...orders(0, tab.columns.frozen), ...orders(fromColumn, toColumn)].map((order) =>
      tab.columns.index(order),
    );
    this.paintLetters(drawing, columns);
    const needed = this.neededRows(tab, fromRow, toRow);
    for (const [row, { element }] of this.rows) {
      if (needed.has(row)) continue;
      element.remove();
      this.rows.delete(row);
    }
    const elements = [...needed].map((row) => ({
      row,
      element: this.paintRow(drawing, row, columns).element,
    }));
    for (const { row, element } of elements) {
      if (tab.rows.isFrozen(row) && element.parentElement !== top) top.append(element);
    }
    // In the order of the tab, moving only what is not in its place.
    let place = body.firstElementChild;
    for (const { row, element } of elements) {
      if (tab.rows.isFrozen(row)) continue;
      if (element === place) place = element.nextElementSibling;
      else body.insertBefore(element, place);
    }
    this.mark();
    tab.blocks.want(needed);
  }

  /** Frozen rows, those on the page, the active one, and those where merges begin that reach into the page. */
  private neededRows(tab: Tab, from: number, to: number): ReadonlySet<number> {
    const rows = new Set([...orders(0, tab.rows.frozen), ...orders(from, to)].map((o) => tab.rows.index(o)));
    for (const merge of to > from ? tab.merges.of(tab.rows.index(from)) : []) rows.add(merge.row);
    const active = this.selection()?.active;
    if (active && tab.rows.shows(active.row)) rows.add(active.row);
    return new Set([...rows].sort((a, b) => a - b));
  }

  private paintLetters(drawing: Drawing, columns: readonly number[]): void {
    const filters = this.filters();
    const key = `${columns.join()}|${[...filters].join()}`;
    if (key === this.lettersOf && this.letters) return;
    this.lettersOf = key;
    const letters = drawLetters(drawing, columns, filters);
    if (this.letters) this.letters.replaceWith(letters);
    else this.parts.top.prepend(letters);
    this.letters = letters;
  }

  private paintRow(drawing: Drawing, row: number, seen: readonly number[]): DrawnRow {
    const { tab } = drawing;
    const columns = this.columnsOf(tab, row, seen);
    const key = columns.join();
    let drawn = this.rows.get(row);
    if (!drawn) {
      const element = document.createElement('div');
      element.className = 'row';
      element.setAttribute('role', 'row');
      element.setAttribute('aria-rowindex', String(row + 1));
      drawn = { element, cells: new Map(), columns: '' };
      this.rows.set(row, drawn);
    }
    const { element, cells } = drawn;
    element.style.top = tab.rows.isFrozen(row) ? '' : `${LETTERS_HEIGHT + tab.rows.start(row)}px`;
    element.style.height = `${tab.rows.size(row)}px`;
    if (drawn.columns === key) return drawn;
    drawn.columns = key;
    element.ariaBusy = tab.blocks.row(row) === undefined ? 'true' : null;
    for (const column of cells.keys()) if (!columns.includes(column)) cells.delete(column);
    for (const column of columns) {
      if (cells.has(column)) continue;
      const cell = drawCell(drawing, row, column);
      place(tab, cell, row, column);
      cells.set(column, cell);
    }
    element.replaceChildren(
      drawNumber(tab, row),
      ...columns.map((column) => cells.get(column) as HTMLElement),
    );
    return drawn;
  }

  /** Cells under a merge are left out, but for the one where it begins. */
  private columnsOf(tab: Tab, row: number, seen: readonly number[]): readonly number[] {
    const active = this.selection()?.active;
    const merges = tab.merges.of(row);
    if (merges.length === 0 && active?.row !== row) return seen;
    const columns = new Set(seen);
    if (active?.row === row && tab.columns.shows(active.column)) columns.add(active.column);
    for (const merge of merges) {
      const covered = seen.filter((c) => c >= merge.column && c < merge.column + merge.columns);
      for (const column of covered) columns.delete(column);
      if (covered.length > 0 && merge.row === row) columns.add(merge.column);
    }
    return [...columns].sort((a, b) => a - b);
  }

  /** Which of the drawn cells are selected, and which one is active. */
  mark(): void {
    const selection = this.selection();
    const { tab, id } = this.drawing();
    const box = selection && boxOf(tab, selection);
    for (const [row, { element, cells }] of this.rows) {
      const inRows = box !== null && row >= box.row && row < box.row + box.rows;
      element.firstElementChild?.classList.toggle('in', inRows);
      for (const [column, cell] of cells) {
        const selected = inRows && column >= box.column && column < box.column + box.columns;
        if (cell.ariaSelected !== String(selected)) cell.ariaSelected = String(selected);
        const active = selection?.active.row === row && selection.active.column === column;
        cell.classList.toggle('active', active);
        const edge = selected ? edges(tab, box, row, column) : '';
        if ((cell.dataset.edge ?? '') !== edge) cell.dataset.edge = edge;
      }
    }
    for (const header of this.letters?.children ?? []) {
      const column = Number(header.getAttribute('aria-colindex') ?? 0) - 1;
      const inColumns = box !== null && column >= box.column && column < box.column + box.columns;
      header.classList.toggle('in', inColumns);
    }
    if (selection) {
      const { row, column } = selection.active;
      this.parts.sheet.setAttribute('aria-activedescendant', cellId(id, row, column));
    } else this.parts.sheet.removeAttribute('aria-activedescendant');
  }

  element(row: number, column: number): HTMLElement | null {
    return this.rows.get(row)?.cells.get(column) ?? null;
  }
}

function* orders(from: number, to: number): Generator<number> {
  for (let order = from; order < to; order++) yield order;
}

function place(tab: Tab, cell: HTMLElement, row: number, column: number): void {
  const merge = tab.merges.at(row, column);
  const frozen = tab.columns.isFrozen(column);
  if (frozen) cell.classList.add('frozen');
  cell.style.left = `${tab.numbersWidth + tab.columns.start(column)}px`;
  cell.style.width = `${tab.columns.size(column, merge?.columns)}px`;
  if (!merge) return;
  cell.classList.add('merged');
  cell.style.height = `${tab.rows.size(row, merge.rows)}px`;
  cell.ariaRowSpan = String(merge.rows);
  cell.ariaColSpan = String(merge.columns);
}

/** Sides of the selection that a cell lies at: t, l, b, r. */
function edges(tab: Tab, box: Box, row: number, column: number): string {
  const merge = tab.merges.at(row, column);
  const low = row + (merge?.rows ?? 1);
  const far = column + (merge?.columns ?? 1);
  return [
    row === box.row ? 't' : '',
    column === box.column ? 'l' : '',
    low === box.row + box.rows ? 'b' : '',
    far === box.column + box.columns ? 'r' : '',
  ].join('');
}
