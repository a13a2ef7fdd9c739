/** One cell as an element. */
import type { CellView, StyleView } from '../../protocol';
import type { Looks } from './looks';
import type { Tab } from './tab';
import type { GridWords } from './words';

export interface Drawing {
  readonly tab: Tab;
  readonly looks: Looks;
  readonly style: (index: number | undefined) => StyleView;
  readonly words: GridWords;
  /** Prefix of the identifiers of cells. */
  readonly id: string;
}

/** Pixels of the narrowest and of the widest letter: a text that fits at the first needs no room of the neighbours. */
const NARROW = 4;
const WIDE = 14;

export function drawCell(drawing: Drawing, row: number, column: number): HTMLElement {
  const { tab, looks, words } = drawing;
  const view = tab.cell(row, column);
  const typed = tab.pending.get(row, column);
  const element = document.createElement('div');
  element.id = cellId(drawing.id, row, column);
  element.setAttribute('role', 'gridcell');
  element.setAttribute('aria-colindex', String(column + 1));
  element.setAttribute('aria-selected', 'false');
  element.className = `cell ${looks.name(view?.s)}`.trimEnd();
  if (typed !== undefined) {
    element.classList.add('pending');
    element.setAttribute('aria-busy', 'true');
  }
  if (view?.n) element.classList.add('noted');
  const text = typed ?? view?.t ?? '';
  if (view?.v === 3 && isChecked(text) !== null) element.append(...checkbox(isChecked(text) === true, words));
  else if (text !== '') element.append(textOf(drawing, row, column, text, typed === undefined ? view : null));
  if (view?.v === 1) element.append(arrow());
  return element;
}

export function cellId(prefix: string, row: number, column: number): string {
  return `${prefix}-${row}-${column}`;
}

/** A checkbox without a value is one that is not checked. Null: something else is in the cell. */
export function isChecked(text: string): boolean | null {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'ИСТИНА') return true;
  return upper === '' || upper === 'FALSE' || upper === 'ЛОЖЬ' ? false : null;
}

/** The cell stays the thing that has the focus: the box is a picture, its state is text for a screen reader. */
function checkbox(checked: boolean, words: GridWords): HTMLElement[] {
  const box = document.createElement('span');
  box.className = checked ? 'box checked' : 'box';
  box.setAttribute('aria-hidden', 'true');
  const said = document.createElement('span');
  said.className = 'unseen';
  said.textContent = checked ? words.checked : words.unchecked;
  return [box, said];
}

/** Shows that there is a list; F2 and Enter open it too. */
function arrow(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'list';
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function textOf(
  drawing: Drawing,
  row: number,
  column: number,
  text: string,
  view: CellView | null,
): HTMLElement {
  const span = document.createElement('span');
  span.className = 'text';
  if (view?.l && view.l.length > 0) span.append(...pieces(text, view.l));
  else span.textContent = text;
  const { room, bare } = roomOf(drawing, row, column, text);
  if (room > 0) {
    span.classList.add('over');
    span.classList.toggle('bare', bare);
    span.style.maxWidth = `${room}px`;
  }
  return span;
}

/** A book from elsewhere may hold `javascript:` addresses. */
const SAFE = /^(https?:|mailto:|file:|#)/i;

function pieces(text: string, links: NonNullable<CellView['l']>): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const [start, end, address] of links) {
    if (start > done) nodes.push(document.createTextNode(text.slice(done, start)));
    done = end;
    if (!SAFE.test(address)) {
      nodes.push(document.createTextNode(text.slice(start, end)));
      continue;
    }
    const link = document.createElement('a');
    link.href = address;
    // Tab moves between cells; Alt+Enter follows the link of the active one.
    link.tabIndex = -1;
    link.textContent = text.slice(start, end);
    nodes.push(link);
  }
  nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

const NONE = { room: 0, bare: false };

/**
 * Pixels that a long text may take of the empty cells to the right; 0 where it stays in its own.
 * `bare`: none of them has a fill, so the text may hide the lines between them.
 */
function roomOf(
  { tab, style }: Drawing,
  row: number,
  column: number,
  text: string,
): { readonly room: number; readonly bare: boolean } {
  const { columns } = tab;
  const own = columns.size(column);
  if (text.length * NARROW < own || text.includes('\n')) return NONE;
  const { wrap, across, background } = style(tab.cell(row, column)?.s);
  if (wrap || (across && across !== 'left') || tab.merges.at(row, column)) return NONE;
  const most = text.length * WIDE;
  let room = own;
  let bare = !background;
  for (let order = columns.order(column) + 1; order < columns.count && room < most; order++) {
    const next = columns.index(order);
    if (columns.isFrozen(next) !== columns.isFrozen(column)) break;
    const view = tab.cell(row, next);
    if (tab.text(row, next) !== '' || view?.v === 3 || tab.merges.at(row, next)) break;
    if (style(view?.s).background) bare = false;
    room += columns.size(next);
  }
  return room > own ? { room, bare } : NONE;
}
