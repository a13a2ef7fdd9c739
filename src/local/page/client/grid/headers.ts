import type { Drawing } from './draw-cell';
import { columnLetters } from './letters';
import { LETTERS_HEIGHT, type Tab } from './tab';

/** The row of column letters, with the button of each column's menu and the border that is dragged. */
export function drawLetters(
  { tab, words }: Drawing,
  columns: readonly number[],
  filtered: ReadonlySet<number>,
): HTMLElement {
  const row = header('letters', 'row');
  row.style.height = `${LETTERS_HEIGHT}px`;
  const corner = header('corner', 'columnheader');
  corner.style.width = `${tab.numbersWidth}px`;
  corner.append(said(words.corner));
  row.append(corner);
  for (const column of columns) {
    const letters = columnLetters(column);
    const element = header('letter', 'columnheader');
    element.setAttribute('aria-colindex', String(column + 1));
    element.style.left = `${tab.numbersWidth + tab.columns.start(column)}px`;
    element.style.width = `${tab.columns.size(column)}px`;
    if (tab.columns.isFrozen(column)) element.classList.add('frozen');
    if (filtered.has(column)) element.classList.add('filtered');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'menu';
    // Alt+Down opens it from any cell of the column.
    button.tabIndex = -1;
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-label', words.columnMenu(letters));
    const grip = document.createElement('span');
    grip.className = 'grip';
    element.append(letters, button, grip);
    row.append(element);
  }
  return row;
}

export function drawNumber(tab: Tab, row: number): HTMLElement {
  const element = header('number', 'rowheader');
  element.style.width = `${tab.numbersWidth}px`;
  element.textContent = String(row + 1);
  return element;
}

function header(name: string, role: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.setAttribute('role', role);
  return element;
}

function said(words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'unseen';
  element.textContent = words;
  return element;
}
