import type { LettersScreen, ShownLetter } from '../../app/letters-screen';
import type { Switch } from '../../app/letters-switch';
import { russian } from '../kit/call';
import { element } from '../kit/element';
import { ENGLISH, RUSSIAN } from './words';

export const words = russian() ? RUSSIAN : ENGLISH;

/** What the parts of the side bar know and may do. */
export interface Desk {
  readonly screen: LettersScreen;
  /** A button that asks the server for a change and shows the screen that comes back. */
  command(text: string, busy: string, ask: Ask, kind?: string): HTMLButtonElement;
  /** A button whose answer is only words, said beside it. */
  tell(text: string, busy: string, ask: Ask): HTMLElement;
  open(letter: ShownLetter): void;
  /** The person has read it while the side bar is open. */
  isRead(letter: ShownLetter): boolean;
}

export interface Ask {
  readonly name: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

export const switchTo = (to: Switch | 'stop'): Ask => ({
  name: 'lettersSwitch',
  args: { to },
});

export function button(text: string, press: () => void, kind?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, text);
  made.addEventListener('click', press);
  return made;
}

export function paragraph(text: string, kind?: string): HTMLElement {
  return element('p', { class: kind }, text);
}

/** A paragraph of the server's own words. */
export function quoted(text: string, kind?: string): HTMLElement {
  return element('p', { class: kind, lang: 'ru' }, text);
}

/** A part with its heading. */
export function part(title: string, ...content: readonly Node[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...content);
}

/** A long list begins with a few; the rest comes on demand, and the focus goes to where it begins. */
export function longList(items: readonly HTMLElement[], few: number, kind: string): HTMLElement {
  const list = element('ul', { class: kind }, ...items.slice(0, few));
  if (items.length <= few) return list;
  const more = button(words.all(items.length), () => {
    list.append(...items.slice(few));
    more.remove();
    const first = items[few];
    const target = first.querySelector('button') ?? first;
    if (target === first) first.tabIndex = -1;
    target.focus();
  });
  return element('div', {}, list, more);
}
