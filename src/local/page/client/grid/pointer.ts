/** Mouse and touch: selecting, dragging, resizing columns, the menus. Touch scrolls; a tap selects, a second one edits. */
import type { Place } from './contract';
import type { Desk } from './desk';
import { isChecked } from './draw-cell';
import { chooseAll } from './keys';
import { at } from './selection';
import { LETTERS_HEIGHT } from './tab';

const NARROWEST = 24;

export function listenToPointer(desk: Desk): void {
  const { sheet, scroller } = desk.parts;
  sheet.addEventListener('pointerdown', (event) => {
    const target = event.target as Element;
    if (!desk.tab || event.button !== 0 || target.closest('a')) return;
    if (target.closest('.grip')) {
      event.preventDefault();
      resize(desk, target.closest('.letter') as HTMLElement, event);
    } else if (event.pointerType === 'mouse' && !target.closest('.menu')) {
      press(desk, event, target);
    }
  });
  sheet.addEventListener('click', (event) => {
    const target = event.target as Element;
    const menu = target.closest('.menu');
    if (menu) {
      const column = Number(menu.parentElement?.getAttribute('aria-colindex')) - 1;
      desk.events.columnMenu(column, menu.getBoundingClientRect());
      return;
    }
    if ((event as PointerEvent).pointerType !== 'mouse') tap(desk, target, event);
    if (target.closest('.list')) desk.edit();
    if (target.closest('.box')) {
      const { row, column } = placeAt(desk, event);
      desk.toggle(isChecked(desk.tab!.text(row, column)) === false);
    }
  });
  sheet.addEventListener('dblclick', (event) => {
    if ((event.target as Element).closest('.cell') && !(event.target as Element).closest('.box, a'))
      desk.edit();
  });
  sheet.addEventListener('contextmenu', (event) => {
    // The menu key comes here too, without a place: keys.ts answers it.
    if (!desk.tab || event.button !== 2) return;
    event.preventDefault();
    const place = placeAt(desk, event);
    const box = desk.box();
    const inside =
      box &&
      place.row >= box.row &&
      place.row < box.row + box.rows &&
      place.column >= box.column &&
      place.column < box.column + box.columns;
    if (!inside) press(desk, event, event.target as Element, false);
    desk.events.contextMenu(
      { sheetId: desk.tab.sheet.id, ...desk.box()! },
      { x: event.clientX, y: event.clientY },
    );
  });
  scroller.addEventListener('dragstart', (event) => event.preventDefault());
}

/** The cell under a point; beyond the edge the nearest one. */
function placeAt(desk: Desk, { clientX, clientY }: { clientX: number; clientY: number }): Place {
  const tab = desk.tab!;
  const { scroller } = desk.parts;
  const frame = scroller.getBoundingClientRect();
  const x = clientX - frame.left - tab.numbersWidth;
  const y = clientY - frame.top - LETTERS_HEIGHT;
  return {
    row: tab.rows.at(y < tab.rows.frozenSize ? Math.max(0, y) : y + scroller.scrollTop),
    column: tab.columns.at(x < tab.columns.frozenSize ? Math.max(0, x) : x + scroller.scrollLeft),
  };
}

function tap(desk: Desk, target: Element, event: MouseEvent): void {
  if (!desk.tab || target.closest('a')) return;
  const place = at(desk.tab, placeAt(desk, event)).active;
  const active = desk.selection?.active;
  const again = active?.row === place.row && active.column === place.column;
  if (again && target.closest('.cell') && !target.closest('.box, .list')) desk.edit();
  else press(desk, event, target, false);
}

type Kind = 'cells' | 'rows' | 'columns';

function press(desk: Desk, event: MouseEvent, target: Element, drags = true): void {
  const tab = desk.tab!;
  event.preventDefault();
  desk.focus();
  desk.tabbedFrom = null;
  if (target.closest('.corner')) {
    chooseAll(desk);
    return;
  }
  const kind: Kind = target.closest('.letter') ? 'columns' : target.closest('.number') ? 'rows' : 'cells';
  const place = placeAt(desk, event);
  select(desk, kind, place, event.shiftKey);
  let last = place;
  const follow = (point: MouseEvent) => {
    const now = placeAt(desk, point);
    if (now.row === last.row && now.column === last.column) return;
    last = now;
    select(desk, kind, now, true);
  };
  if (drags) drag(desk, follow);
  function select(to: Desk, of: Kind, { row, column }: Place, extend: boolean): void {
    const from = extend && to.selection ? to.selection : null;
    const { rows, columns } = tab.sheet;
    if (of === 'cells') {
      if (from) to.choose({ ...from, head: { row, column } }, null);
      else to.choose(at(tab, { row, column }), { row, column });
    } else if (of === 'columns') {
      const anchor = { row: 0, column: from?.anchor.column ?? column };
      const active = from?.active ?? { row: tab.rows.at(desk.parts.scroller.scrollTop), column };
      to.choose({ active, anchor, head: { row: rows - 1, column } }, null);
    } else {
      const anchor = { row: from?.anchor.row ?? row, column: 0 };
      const active = from?.active ?? { row, column: tab.columns.index(0) };
      to.choose({ active, anchor, head: { row, column: columns - 1 } }, null);
    }
  }
}

/** Follows the pointer until it is let go; beyond the edge the tab scrolls. */
function drag(desk: Desk, moved: (point: MouseEvent) => void): void {
  const { scroller } = desk.parts;
  let point: PointerEvent | null = null;
  let frame = 0;
  const scroll = () => {
    frame = requestAnimationFrame(scroll);
    if (!point) return;
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    const down = Math.min(0, point.clientY - top - LETTERS_HEIGHT) + Math.max(0, point.clientY - bottom + 16);
    const across = Math.min(0, point.clientX - left) + Math.max(0, point.clientX - right + 16);
    if (down === 0 && across === 0) return;
    scroller.scrollBy({ top: down, left: across, behavior: 'instant' });
    moved(point);
  };
  const move = (event: PointerEvent) => {
    point = event;
    moved(event);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
  };
  frame = requestAnimationFrame(scroll);
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}

function resize(desk: Desk, header: HTMLElement, from: PointerEvent): void {
  const tab = desk.tab!;
  const column = Number(header.getAttribute('aria-colindex')) - 1;
  const before = tab.widths[column];
  const move = (event: PointerEvent) => {
    tab.widths[column] = Math.max(NARROWEST, Math.round(before + event.clientX - from.clientX));
    tab.layout();
    desk.painter.redraw();
  };
  const end = () => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    if (desk.tab === tab && tab.widths[column] !== before) desk.events.resize(column, tab.widths[column]);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}
