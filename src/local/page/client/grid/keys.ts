/** The keyboard of the grid, as in Google Sheets. Letters are told by their place: «А» of a Russian layout is F. */

import type { Desk } from './desk';
import { isChecked } from './draw-cell';
import { jumped } from './jump';
import { followLinks } from './links';
import { round, stepped } from './selection';
import { LETTERS_HEIGHT } from './tab';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const WIDE: ReadonlySet<string> = new Set(['Home', 'End', 'PageUp', 'PageDown']);

export function listenToKeys(desk: Desk): void {
  desk.parts.sheet.addEventListener('keydown', (event) => {
    if (event.target !== desk.parts.sheet || event.isComposing) return;
    if (handle(desk, event)) event.preventDefault();
  });
}

/** @returns whether the key was the grid's: all others go their way, into the editor too */
function handle(desk: Desk, event: KeyboardEvent): boolean {
  const { tab, selection } = desk;
  if (event.key === 'F6') {
    desk.events.leave(event.shiftKey);
    return true;
  }
  if (!tab || !selection) return false;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Tab' && !control && !event.altKey) return tabbed(desk, event.shiftKey ? -1 : 1);
  if (event.key === 'Enter' && !control) return entered(desk, event);
  if (event.altKey && event.key === 'ArrowDown') {
    openColumnMenu(desk);
    return true;
  }
  if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
    openContextMenu(desk);
    return true;
  }
  if (event.altKey) return false;
  const arrow = ARROWS[event.key];
  if (arrow || WIDE.has(event.key)) desk.tabbedFrom = null;
  if (arrow) return moved(desk, arrow, control, event.shiftKey);
  if (wide(desk, event, control)) return true;
  if (control) return false;
  switch (event.key) {
    case 'F2':
      desk.edit();
      return true;
    case 'Delete':
    case 'Backspace':
      desk.clear();
      return true;
    case ' ':
      if (tab.cell(selection.active.row, selection.active.column)?.v === 3) return toggled(desk);
  }
  // The editor takes the focus now and the letter after it: a dead key or an input method begins in the editor.
  if (event.key.length === 1 || event.key === 'Dead' || event.key === 'Process') desk.edit('', true);
  return false;
}

function moved(
  desk: Desk,
  [down, across]: readonly [number, number],
  far: boolean,
  extends_: boolean,
): boolean {
  const { tab, selection } = desk;
  if (!tab || !selection) return false;
  const from = extends_ ? selection.head : selection.active;
  if (far) {
    jumped(tab, from, down, across).then(
      (place) => {
        // Rows were waited for; meanwhile the person may have gone elsewhere.
        if (desk.tab !== tab || desk.selection !== selection) return;
        if (extends_) desk.extend(place);
        else desk.go(place);
      },
      () => desk.refuse(desk.words.notLoaded),
    );
    return true;
  }
  const place = stepped(tab, from, down, across);
  if (extends_) desk.extend(place);
  else desk.go(place);
  return true;
}

/** Home, End, pages, everything. */
function wide(desk: Desk, event: KeyboardEvent, control: boolean): boolean {
  const { tab, selection } = desk;
  if (!tab || !selection) return false;
  const { rows, columns } = tab;
  const from = event.shiftKey ? selection.head : selection.active;
  const go = event.shiftKey ? desk.extend.bind(desk) : desk.go.bind(desk);
  const page = Math.max(
    1,
    Math.floor((desk.parts.scroller.clientHeight - LETTERS_HEIGHT - rows.frozenSize) / 21) - 1,
  );
  const pagedTo = (by: number) => {
    const pixel = rows.start(from.row) + by * page * 21;
    const row = rows.at(Math.max(0, pixel));
    return row === from.row ? rows.step(row, by) : row;
  };
  const last = (count: number, axis: typeof rows) => axis.step(Math.max(0, count), 0);
  if (event.key === 'Home') go({ row: control ? rows.index(0) : from.row, column: columns.index(0) });
  else if (event.key === 'End') {
    const row = control ? last(tab.used - 1, rows) : from.row;
    go({ row, column: columns.index(columns.count - 1) });
  } else if (event.key === 'PageDown' && !control) go({ row: pagedTo(1), column: from.column });
  else if (event.key === 'PageUp' && !control) go({ row: pagedTo(-1), column: from.column });
  else if (control && event.code === 'KeyA') chooseAll(desk);
  else if (event.key === ' ' && control) {
    desk.choose(
      {
        ...selection,
        anchor: { row: 0, column: selection.anchor.column },
        head: { row: tab.sheet.rows - 1, column: selection.head.column },
      },
      null,
    );
  } else if (event.key === ' ' && event.shiftKey) {
    desk.choose(
      {
        ...selection,
        anchor: { row: selection.anchor.row, column: 0 },
        head: { row: selection.head.row, column: tab.sheet.columns - 1 },
      },
      null,
    );
  } else return false;
  return true;
}

export function chooseAll(desk: Desk): void {
  const { tab, selection } = desk;
  if (!tab) return;
  const first = { row: 0, column: 0 };
  const end = { row: tab.sheet.rows - 1, column: tab.sheet.columns - 1 };
  desk.choose({ active: selection?.active ?? first, anchor: first, head: end }, null);
}

function tabbed(desk: Desk, by: number): boolean {
  const { tab, selection } = desk;
  const box = desk.box();
  if (!tab || !selection || !box) return false;
  if (isMany(desk)) {
    const active = round(tab, box, selection.active, by, true);
    desk.choose({ ...selection, active }, active);
    return true;
  }
  const { row, column } = selection.active;
  const from = desk.tabbedFrom ?? column;
  desk.go(stepped(tab, { row, column }, 0, by));
  desk.tabbedFrom = from;
  return true;
}

function entered(desk: Desk, event: KeyboardEvent): boolean {
  const { tab, selection } = desk;
  if (!tab || !selection) return false;
  const { row, column } = selection.active;
  if (event.altKey) return followLinks(desk);
  if (isMany(desk) || event.shiftKey) {
    afterEdit(desk, event.shiftKey ? 'up' : 'down');
    return true;
  }
  if (tab.cell(row, column)?.v === 3) return toggled(desk);
  desk.edit();
  return true;
}

function toggled(desk: Desk): boolean {
  const { row, column } = desk.selection!.active;
  const checked = isChecked(desk.tab!.text(row, column));
  if (checked === null) return false;
  desk.toggle(!checked);
  return true;
}

/** Where the active cell goes once what was typed is taken. */
export function afterEdit(desk: Desk, way: 'down' | 'up' | 'right' | 'left' | 'stay'): void {
  const { tab, selection } = desk;
  const box = desk.box();
  if (!tab || !selection || !box || way === 'stay') return;
  const by = way === 'down' || way === 'right' ? 1 : -1;
  if (way === 'right' || way === 'left') {
    tabbed(desk, by);
    return;
  }
  if (isMany(desk)) {
    const active = round(tab, box, selection.active, by, false);
    desk.choose({ ...selection, active }, active);
    return;
  }
  const column = desk.tabbedFrom ?? selection.active.column;
  desk.tabbedFrom = null;
  desk.go({ ...stepped(tab, selection.active, by, 0), column });
}

/** Several cells are selected, a merged one counting as one. */
function isMany(desk: Desk): boolean {
  const box = desk.box();
  if (!box || !desk.tab) return false;
  const merge = desk.tab.merges.at(box.row, box.column);
  return box.rows > (merge?.rows ?? 1) || box.columns > (merge?.columns ?? 1);
}

function openColumnMenu(desk: Desk): void {
  const { column } = desk.selection!.active;
  desk.reveal(desk.selection!.active);
  desk.painter.paint();
  const header = desk.parts.top.querySelector(`.letter[aria-colindex="${column + 1}"] .menu`);
  desk.events.columnMenu(column, (header ?? desk.parts.top).getBoundingClientRect());
}

function openContextMenu(desk: Desk): void {
  const { active } = desk.selection!;
  desk.reveal(active);
  desk.painter.paint();
  const cell = desk.painter.element(active.row, active.column)?.getBoundingClientRect();
  const area = { sheetId: desk.tab!.sheet.id, ...desk.box()! };
  desk.events.contextMenu(area, { x: (cell?.left ?? 0) + 8, y: cell?.bottom ?? 0 });
}
