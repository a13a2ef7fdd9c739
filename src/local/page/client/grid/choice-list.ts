import type { Attached } from './editor';
import type { GridWords } from './words';

/** A list of thousands is searched by typing: only the first matches are drawn. */
const DRAWN = 100;

/** Makes a combo box of a field: a list below it that typing narrows. What is not in the list may be typed all the same. */
export function attachChoices(
  box: HTMLElement,
  field: HTMLInputElement,
  words: GridWords,
  choose: (value: string) => void,
  load: () => Promise<readonly string[]>,
): Attached {
  const list = document.createElement('ul');
  list.className = 'choices';
  list.id = 'grid-choices';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.choices);
  const status = document.createElement('div');
  status.className = 'choices-status';
  status.setAttribute('role', 'status');
  status.textContent = words.loading;
  const popup = document.createElement('div');
  popup.className = 'popup';
  popup.append(list, status);
  box.append(popup);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', list.id);
  field.autocomplete = 'off';
  let all: readonly string[] | null = null;
  let matches: readonly string[] = [];
  let current = -1;
  /** The list begins with everything: the text that the cell had is not a search. */
  let typed = false;

  const draw = () => {
    if (!all) return;
    const asked = typed ? field.value.trim().toLowerCase() : '';
    matches = asked === '' ? all : sorted(all, asked);
    current = -1;
    list.replaceChildren(...matches.slice(0, DRAWN).map(option));
    status.textContent =
      matches.length === 0
        ? words.noChoices
        : matches.length > DRAWN
          ? words.moreChoices(matches.length - DRAWN)
          : '';
    list.hidden = matches.length === 0;
    field.setAttribute('aria-expanded', String(matches.length > 0));
    field.removeAttribute('aria-activedescendant');
    if (!typed) mark(matches.indexOf(field.value));
    upOrDown();
  };
  const mark = (to: number) => {
    list.children[current]?.setAttribute('aria-selected', 'false');
    current = to;
    const element = list.children[to];
    if (!element) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    element.setAttribute('aria-selected', 'true');
    element.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', element.id);
  };
  const upOrDown = () => {
    popup.classList.remove('above');
    const { bottom } = popup.getBoundingClientRect();
    popup.classList.toggle(
      'above',
      bottom > innerHeight && box.getBoundingClientRect().top > innerHeight / 2,
    );
  };

  field.addEventListener('input', () => {
    typed = true;
    draw();
  });
  // Not `click`: the field would lose the focus first, and the editor would close with what is typed so far.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const value = (event.target as Element).closest('li')?.textContent;
    if (value != null) choose(value);
  });
  load().then(
    (choices) => {
      all = choices;
      draw();
    },
    () => {
      status.textContent = words.choicesFailed;
    },
  );

  return {
    key(event) {
      const last = Math.min(matches.length, DRAWN) - 1;
      if (event.key === 'ArrowDown') mark(Math.min(last, current + 1));
      else if (event.key === 'ArrowUp') mark(Math.max(0, current - 1));
      else if (event.key === 'PageDown') mark(Math.min(last, current + 8));
      else if (event.key === 'PageUp') mark(Math.max(0, current - 8));
      else {
        // Enter and Tab take the marked one, and go on to move.
        if ((event.key === 'Enter' || event.key === 'Tab') && current >= 0) field.value = matches[current];
        return false;
      }
      return true;
    },
  };
}

/** Those that begin with the text come first. */
function sorted(all: readonly string[], asked: string): readonly string[] {
  const begins: string[] = [];
  const holds: string[] = [];
  for (const choice of all) {
    const at = choice.toLowerCase().indexOf(asked);
    if (at === 0) begins.push(choice);
    else if (at > 0) holds.push(choice);
  }
  return [...begins, ...holds];
}

function option(choice: string, order: number): HTMLElement {
  const element = document.createElement('li');
  element.id = `grid-choice-${order}`;
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.textContent = choice;
  return element;
}
