/** Notes of cells, shown beside them: under the pointer, and for the active cell while the grid has the focus. */
import type { Desk } from './desk';

/** A note on the way of the pointer does not flash. */
const HOVER_MS = 250;

export interface Tip {
  /** The selection or the content is another now. */
  update(): void;
}

export function listenForTip(desk: Desk): Tip {
  const { sheet, scroller, tip, root } = desk.parts;
  let owner: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    owner?.removeAttribute('aria-describedby');
    owner = null;
    tip.hidden = true;
  };
  const show = (cell: Element) => {
    const note = noteOf(desk, cell);
    if (!note) return hide();
    if (owner !== cell) hide();
    owner = cell;
    tip.textContent = note;
    tip.hidden = false;
    cell.setAttribute('aria-describedby', tip.id);
    const frame = root.getBoundingClientRect();
    const at = cell.getBoundingClientRect();
    const left =
      at.right - frame.left + tip.offsetWidth + 8 > scroller.clientWidth
        ? Math.max(0, at.left - frame.left - tip.offsetWidth - 4)
        : at.right - frame.left + 4;
    tip.style.left = `${left}px`;
    tip.style.top = `${Math.max(0, Math.min(at.top - frame.top, scroller.clientHeight - tip.offsetHeight))}px`;
  };
  const ofActive = () => {
    const active = desk.selection?.active;
    const cell = active && desk.painter.element(active.row, active.column);
    if (cell && document.activeElement === sheet) show(cell);
    else hide();
  };

  sheet.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const cell = (event.target as Element).closest('.noted');
    if (cell === owner) return;
    clearTimeout(timer);
    // The note of the active cell stays until there is another to show.
    timer = setTimeout(cell ? () => show(cell) : ofActive, HOVER_MS);
  });
  sheet.addEventListener('pointerleave', () => {
    clearTimeout(timer);
    timer = setTimeout(ofActive, HOVER_MS);
  });
  // The pointer may go onto the note, to read on or to select its text.
  tip.addEventListener('pointerenter', () => clearTimeout(timer));
  tip.addEventListener('pointerleave', ofActive);
  sheet.addEventListener('focus', () => {
    // By the keyboard: then the active cell is the visible focus.
    if (desk.selection && sheet.matches(':focus-visible')) desk.reveal(desk.selection.active);
    ofActive();
  });
  sheet.addEventListener('blur', hide);
  scroller.addEventListener('scroll', () => {
    if (owner) hide();
  });
  // WCAG 1.4.13: a note goes away without moving the pointer or the focus.
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  return { update: ofActive };
}

function noteOf(desk: Desk, cell: Element): string | undefined {
  const row = Number(cell.parentElement?.getAttribute('aria-rowindex')) - 1;
  const column = Number(cell.getAttribute('aria-colindex')) - 1;
  return desk.tab?.cell(row, column)?.n;
}
