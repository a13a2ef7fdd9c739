/**
 * A field that is filled from a long list: type to filter, arrows and Enter to choose, Escape to close; several values
 * are chips with buttons. The pattern is the combobox with a list popup of the WAI-ARIA practices.
 */
import { russian } from './call';
import { element } from './element';
import { named } from './names';

export interface PickerOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly multi: boolean;
  /** A text that is not in the list is a value too. */
  readonly free: boolean;
  /** Asked whenever the list opens. */
  readonly options: () => readonly string[];
  readonly changed: () => void;
}

export interface Picker {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  value(): string;
}

/** More than these are not drawn: the person types on. */
const DRAWN = 50;
const words = () => (russian() ? RUSSIAN : ENGLISH);
const fold = (text: string) => text.toLowerCase().replace(/ё/g, 'е');

export function picker({ id, label, value, multi, free, options, changed }: PickerOptions): Picker {
  const w = words();
  const chosen: string[] = multi ? pieces(value) : [];
  const input = element('input', {
    id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${id}-list`,
  });
  if (!multi) input.value = value;
  const list = element('ul', { id: `${id}-list`, class: 'options', role: 'listbox', 'aria-label': label });
  const status = element('p', { class: 'muted small', role: 'status' });
  const chips = element('ul', { class: 'chips', 'aria-label': `${label}: ${w.chosen}` });
  const root = element('div', { class: 'picker' }, ...(multi ? [chips] : []), input, list, status);
  let found: readonly string[] = [];
  let active = -1;
  list.hidden = true;
  chips.hidden = true;

  const drawChips = () => {
    chips.hidden = chosen.length === 0;
    chips.replaceChildren(
      ...chosen.map((text) => {
        const remove = element('button', { type: 'button', 'aria-label': `${w.remove}: ${text}` }, '×');
        remove.addEventListener('click', () => {
          chosen.splice(chosen.indexOf(text), 1);
          drawChips();
          status.textContent = `${w.removed}: ${text}`;
          input.focus();
          changed();
        });
        return element('li', {}, element('span', {}, named(text)), remove);
      }),
    );
  };
  const point = (at: number) => {
    active = at;
    [...list.children].forEach((child, i) => {
      child.setAttribute('aria-selected', String(i === at));
      if (i === at) child.scrollIntoView({ block: 'nearest' });
    });
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${id}-${at}`);
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    point(-1);
  };
  const open = (typed: string) => {
    const asked = fold(typed).split(/\s+/);
    const all = options().filter((text) => {
      const folded = fold(named(text));
      return !chosen.includes(text) && asked.every((word) => folded.includes(word));
    });
    found = all.slice(0, DRAWN);
    list.replaceChildren(
      ...found.map((text, i) => {
        const option = element('li', { id: `${id}-${i}`, role: 'option' }, named(text));
        // The press would take the focus from the input before the click arrives.
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => take(text));
        return option;
      }),
    );
    status.textContent = all.length > DRAWN ? w.more(DRAWN, all.length) : all.length === 0 ? w.none : '';
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    point(-1);
  };
  const take = (text: string) => {
    if (multi) {
      if (!chosen.includes(text)) chosen.push(text);
      input.value = '';
      drawChips();
      status.textContent = `${w.added}: ${text}`;
    } else {
      input.value = text;
      status.textContent = '';
    }
    close();
    changed();
  };
  /** What was typed and left: a value of the list in other letters, a free text, or a text for the server to judge. */
  const settle = () => {
    const typed = input.value.trim();
    const same = options().find((text) => fold(text) === fold(typed));
    if (typed !== '' && (same !== undefined || (multi && free))) take(same ?? typed);
    close();
  };

  input.addEventListener('input', () => {
    open(input.value);
    changed();
  });
  input.addEventListener('click', () => open(multi ? input.value : ''));
  input.addEventListener('blur', settle);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // A value that stands in the field is no search: the whole list opens.
      if (list.hidden) open(multi ? input.value : '');
      if (found.length > 0)
        point(active < 0 && step < 0 ? found.length - 1 : (active + step + found.length) % found.length);
    } else if (event.key === 'Enter' && (!list.hidden || (multi && input.value.trim() !== ''))) {
      event.preventDefault();
      const typed = input.value.trim();
      const only = typed !== '' && found.length === 1 && (!free || fold(found[0]).startsWith(fold(typed)));
      const pick = active >= 0 ? active : only ? 0 : -1;
      if (pick >= 0 && !list.hidden) take(found[pick]);
      else settle();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  drawChips();
  return {
    root,
    input,
    value: () => (multi ? [...chosen, input.value.trim()].filter(Boolean).join('; ') : input.value.trim()),
  };
}

function pieces(value: string): string[] {
  return value
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

const RUSSIAN = {
  chosen: 'выбрано',
  remove: 'Убрать',
  removed: 'Убрано',
  added: 'Добавлено',
  none: 'Ничего не найдено.',
  more: (part: number, whole: number) => `Показаны ${part} из ${whole}: напишите точнее.`,
};
const ENGLISH: typeof RUSSIAN = {
  chosen: 'chosen',
  remove: 'Remove',
  removed: 'Removed',
  added: 'Added',
  none: 'Nothing found.',
  more: (part, whole) => `${part} of ${whole} are shown: type more.`,
};
