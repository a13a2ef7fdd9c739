/** The editor over a cell: it lies beside the grid, so that what it says is not read as cells, and follows the scroll. */

import type { Seen } from '../../protocol';
import { attachChoices } from './choice-list';
import type { Place } from './contract';
import { attachDate } from './date-field';
import type { Frame } from './frame';
import { cellAddress } from './letters';
import { LETTERS_HEIGHT, type Tab } from './tab';
import type { GridWords } from './words';

export type Way = 'down' | 'up' | 'right' | 'left' | 'stay';

export interface EditorOptions {
  choices(sheetId: number, row: number, column: number): Promise<readonly string[]>;
  /** @param changed whether the text is another than the cell's */
  done(place: Place, sheetId: number, text: string, changed: boolean, way: Way, seen: Seen): void;
  cancelled(): void;
}

export interface Opening {
  readonly own: string;
  readonly text: string;
  readonly quick: boolean;
  /** When its place was chosen: rows may move while somebody types. */
  readonly seen: Seen;
}

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** What stands beside the text: a list, a date. */
export interface Attached {
  /** @returns whether the key was taken */
  key(event: KeyboardEvent): boolean;
}

interface Open {
  tab: Tab;
  readonly place: Place;
  readonly box: HTMLElement;
  readonly field: Field;
  /** Compared with, for a one-line field drops line ends by itself. */
  readonly own: string;
  readonly seen: Seen;
  quick: boolean;
}

export class Editor {
  private opened: Open | null = null;

  constructor(
    private readonly parts: Frame,
    private readonly words: GridWords,
    private readonly options: EditorOptions,
  ) {}

  get place(): Place | null {
    return this.opened?.place ?? null;
  }

  open(tab: Tab, place: Place, { own, text, quick, seen }: Opening): void {
    this.commit('stay');
    const kind = tab.cell(place.row, place.column)?.v;
    const box = document.createElement('div');
    box.className = 'editor';
    const field: Field = document.createElement(kind === 1 ? 'input' : 'textarea');
    field.setAttribute('aria-label', this.words.editor(cellAddress(place.row, place.column)));
    field.value = own;
    const open: Open = { tab, place, box, field, own: field.value, seen, quick };
    field.value = text;
    if (field instanceof HTMLTextAreaElement) field.rows = 1;
    box.append(field);
    this.opened = open;
    this.parts.root.append(box);
    const choose = (value: string) => {
      field.value = value;
      this.commit('stay');
    };
    const attached =
      kind === 1
        ? attachChoices(box, field as HTMLInputElement, this.words, choose, () =>
            this.options.choices(tab.sheet.id, place.row, place.column),
          )
        : kind === 2
          ? attachDate(box, field, this.words)
          : null;
    this.follow();
    field.focus({ preventScroll: true });
    field.setSelectionRange(text.length, text.length);
    box.addEventListener('keydown', (event) => {
      if (event.target !== field) return;
      if (!event.isComposing && this.key(open, event, attached)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
    field.addEventListener('input', () => this.follow());
    field.addEventListener('pointerdown', () => {
      open.quick = false;
    });
    box.addEventListener('focusout', (event) => {
      if (box.contains(event.relatedTarget as Node | null)) return;
      // Another window has the focus: the person comes back to what was being typed.
      if (!document.hasFocus()) return;
      if (this.opened === open) this.commit('stay');
    });
  }

  /** The tab is shown again: its cells may lie elsewhere, what was typed stays. */
  onto(tab: Tab): void {
    if (this.opened) this.opened.tab = tab;
  }

  /** Puts the editor over its cell, inside what is seen. */
  follow(): void {
    const open = this.opened;
    if (!open) return;
    const { tab, place, box, field } = open;
    const { scroller } = this.parts;
    const frozenRow = tab.rows.isFrozen(place.row);
    const frozenColumn = tab.columns.isFrozen(place.column);
    const merge = tab.merges.at(place.row, place.column);
    const width = tab.columns.size(place.column, merge?.columns);
    const height = tab.rows.size(place.row, merge?.rows);
    const low = LETTERS_HEIGHT + (frozenRow ? 0 : tab.rows.frozenSize);
    const near = tab.numbersWidth + (frozenColumn ? 0 : tab.columns.frozenSize);
    const top = LETTERS_HEIGHT + tab.rows.start(place.row) - (frozenRow ? 0 : scroller.scrollTop);
    const left =
      tab.numbersWidth + tab.columns.start(place.column) - (frozenColumn ? 0 : scroller.scrollLeft);
    const room = scroller.clientWidth;
    const wide = Math.min(Math.max(width + 1, 120), room - 8);
    const shownLeft = Math.max(Math.min(left, room - wide - 2), Math.min(near, room - wide - 2));
    const shownTop = Math.min(Math.max(top, low), Math.max(0, scroller.clientHeight - 30));
    box.style.left = `${shownLeft - 1}px`;
    box.style.top = `${shownTop - 1}px`;
    field.style.minWidth = `${wide + 1}px`;
    field.style.maxWidth = `${Math.max(wide + 1, Math.min(480, room - shownLeft - 4))}px`;
    field.style.minHeight = `${Math.min(height, 200) + 1}px`;
    field.style.maxHeight = `${Math.max(60, scroller.clientHeight - shownTop - 8)}px`;
    // Where the browser does not size a field by its content.
    if (field instanceof HTMLTextAreaElement && !CSS.supports('field-sizing', 'content')) {
      field.rows = field.value.split('\n').length;
    }
  }

  commit(way: Way): void {
    const open = this.opened;
    if (!open) return;
    const text = open.field.value;
    this.close();
    this.options.done(open.place, open.tab.sheet.id, text, text !== open.own, way, open.seen);
  }

  cancel(): void {
    if (!this.opened) return;
    this.close();
    this.options.cancelled();
  }

  /** The focus goes back to the grid, unless it has gone elsewhere by itself. */
  private close(): void {
    const open = this.opened;
    this.opened = null;
    if (open?.box.contains(document.activeElement)) this.parts.sheet.focus({ preventScroll: true });
    open?.box.remove();
  }

  private key(open: Open, event: KeyboardEvent, attached: Attached | null): boolean {
    const { field } = open;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') this.cancel();
    else if (event.key === 'Enter' && (event.altKey || control)) {
      if (field instanceof HTMLTextAreaElement) {
        field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
        this.follow();
      }
    } else if (attached?.key(event)) return true;
    else if (event.key === 'Enter') this.commit(event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab' && !control && !event.altKey) this.commit(event.shiftKey ? 'left' : 'right');
    else if (event.key === 'F2') open.quick = !open.quick;
    else if (open.quick && !control && !event.altKey && !event.shiftKey) {
      const way = { ArrowDown: 'down', ArrowUp: 'up', ArrowRight: 'right', ArrowLeft: 'left' }[event.key];
      if (!way) return false;
      this.commit(way as Way);
    } else return false;
    return true;
  }
}
