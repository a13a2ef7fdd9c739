/** What is done in the grid, by whatever means: keys, pointer, clipboard and the shell all end here. */
import type { Seen } from '../../protocol';
import type { GridEvents, Place } from './contract';
import type { Editor } from './editor';
import type { Frame } from './frame';
import type { Painter } from './painter';
import { content } from './pending';
import { at, type Box, boxOf, extended, type Selection } from './selection';
import { LETTERS_HEIGHT, type Tab } from './tab';
import type { Tip } from './tip';
import type { GridWords } from './words';

/** The server takes no larger blocks in one go, and the page would freeze. */
export const MOST_CELLS = 100_000;
/** Runs of rows between hidden ones are separate edits. */
const MOST_PIECES = 200;

export class Desk {
  tab: Tab | null = null;
  selection: Selection | null = null;
  /** Column where a run of Tabs began: Enter goes back to it. */
  tabbedFrom: number | null = null;
  editor!: Editor;
  painter!: Painter;
  tip!: Tip;

  constructor(
    readonly parts: Frame,
    readonly events: GridEvents,
    readonly words: GridWords,
    readonly seen: () => Seen,
  ) {}

  box(): Box | null {
    return this.tab && this.selection && boxOf(this.tab, this.selection);
  }

  choose(selection: Selection, reveal: Place | null = selection.head): void {
    const { tab } = this;
    if (!tab) return;
    this.selection = selection;
    if (reveal) this.reveal(reveal);
    // At once: a screen reader looks the active cell up when the key is handled.
    this.painter.paint();
    this.tip.update();
    const box = boxOf(tab, selection);
    this.events.select({ sheetId: tab.sheet.id, ...box }, selection.active);
  }

  go(place: Place): void {
    if (this.tab) this.choose(at(this.tab, place));
  }

  extend(head: Place): void {
    if (this.selection) this.choose(extended(this.selection, head));
  }

  /** Scrolls as little as needed to see a cell beside what is frozen. */
  reveal({ row, column }: Place): void {
    const { tab } = this;
    const { scroller } = this.parts;
    if (!tab) return;
    if (!tab.rows.isFrozen(row)) {
      const room = scroller.clientHeight - LETTERS_HEIGHT;
      const start = tab.rows.start(row);
      const end = start + Math.min(tab.rows.size(row), room - tab.rows.frozenSize);
      const top = Math.min(scroller.scrollTop, start - tab.rows.frozenSize);
      scroller.scrollTop = Math.max(top, end - room);
    }
    if (!tab.columns.isFrozen(column)) {
      const room = scroller.clientWidth - tab.numbersWidth;
      const start = tab.columns.start(column);
      const end = start + Math.min(tab.columns.size(column), room - tab.columns.frozenSize);
      const left = Math.min(scroller.scrollLeft, start - tab.columns.frozenSize);
      scroller.scrollLeft = Math.max(left, end - room);
    }
  }

  /** The rows of a box that are seen, in runs: hidden ones are not written to. */
  private runs(tab: Tab, from: number, count: number): (readonly [number, number])[] {
    const runs: [number, number][] = [];
    for (let row = from; row < from + count; row++) {
      if (tab.passesOver(row)) continue;
      const last = runs[runs.length - 1];
      if (last && last[0] + last[1] === row) last[1] += 1;
      else runs.push([row, 1]);
    }
    return runs;
  }

  /**
   * Writes a block, drawn at once. It goes to the rows that are seen, one edit a run of them.
   * @param box with the number of seen rows
   * @returns whether it was let through
   */
  write(box: Box, text: (r: number, c: number, row: number) => string, seen = this.seen()): boolean {
    const { tab } = this;
    if (!tab) return false;
    if (box.rows * box.columns > MOST_CELLS) return this.refuse(this.words.tooMany(MOST_CELLS));
    const rows = tab.extent(box.row, box.rows);
    // The tab grows under a larger block, as on Google; past hidden rows it would not be clear which ones are meant.
    const left = tab.sheet.rows - box.row;
    if (rows === null && tab.seen(box.row, left) < left) return this.refuse(this.words.outside);
    const runs: readonly (readonly [number, number])[] =
      rows === null ? [[box.row, box.rows]] : this.runs(tab, box.row, rows);
    if (runs.length > MOST_PIECES) return this.refuse(this.words.tooManyPieces);
    let done = 0;
    for (const [row, count] of runs) {
      const values = Array.from({ length: count }, (_, r) =>
        Array.from({ length: box.columns }, (_, c) => text(done + r, c, row + r)),
      );
      done += count;
      this.send(tab, { row, column: box.column }, values, seen);
    }
    return true;
  }

  private send(tab: Tab, { row, column }: Place, values: readonly (readonly string[])[], seen: Seen): void {
    const operation = this.events.edit({ sheetId: tab.sheet.id, row, column }, values, seen);
    values.forEach((line, r) => {
      line.forEach((text, c) => {
        const place = { row: row + r, column: column + c };
        tab.pending.add(operation, place, text, tab.cell(place.row, place.column));
      });
    });
    this.painter.redraw();
  }

  clear(): boolean {
    const { tab } = this;
    const box = this.box();
    if (!tab || !box) return false;
    // Of a whole column only the part with content: nobody means thousands of empty rows.
    const end = Math.min(box.row + box.rows, Math.max(tab.used, box.row + 1));
    const rows = tab.seen(box.row, end - box.row);
    return (
      rows > 0 &&
      this.write({ ...box, rows }, (_, c, row) => (tab.cell(row, box.column + c)?.v === 3 ? 'FALSE' : ''))
    );
  }

  /** Opens the editor over the active cell. @param quick typing replaces, and arrows leave */
  edit(text?: string, quick = false): void {
    const { tab, selection } = this;
    if (!tab || !selection) return;
    const { row, column } = selection.active;
    this.reveal(selection.active);
    this.painter.paint();
    const own = tab.pending.get(row, column) ?? content(tab.cell(row, column));
    this.editor.open(tab, selection.active, { own, text: text ?? own, quick, seen: this.seen() });
  }

  /** Space, a click: all checkboxes of the selection take the state that the active one has not. */
  toggle(checked: boolean): void {
    const { tab, selection } = this;
    const box = this.box();
    if (!tab || !selection || !box) return;
    let all = box.rows * box.columns <= MOST_CELLS;
    for (let row = box.row; all && row < box.row + box.rows; row++) {
      for (let c = box.column; all && c < box.column + box.columns; c++) all = tab.cell(row, c)?.v === 3;
    }
    const where = all
      ? { ...box, rows: tab.seen(box.row, box.rows) }
      : { ...selection.active, rows: 1, columns: 1 };
    this.write(where, () => (checked ? 'TRUE' : 'FALSE'));
  }

  refuse(words: string): false {
    this.events.refused(words);
    return false;
  }

  focus(): void {
    this.parts.sheet.focus({ preventScroll: true });
  }
}
