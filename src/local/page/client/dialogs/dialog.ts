import { button, element } from '../element';
import { icon } from '../icon';
import { words } from '../words/words';
import { moveAbove } from './above';
import './dialog.css';

export interface Dialog {
  readonly element: HTMLDialogElement;
  readonly body: HTMLElement;
  close(): void;
}

interface DialogOptions {
  /** Lists and previews take the width of the window. */
  readonly wide?: boolean;
  readonly closed?: () => void;
}

let made = 0;

/** A modal box with a title and a button that closes it; Escape closes it too, and the focus goes back where it was. */
export function openDialog(title: string, options: DialogOptions = {}): Dialog {
  const id = `dialog-${++made}`;
  const body = element('div', { class: 'dialog-body' });
  const dialog = element('dialog', {
    class: options.wide ? 'dialog wide' : 'dialog',
    'aria-labelledby': id,
  });
  const close = () => dialog.close();
  dialog.append(
    element(
      'div',
      { class: 'dialog-head' },
      element('h2', { id }, title),
      button(icon('close'), close, { class: 'icon', 'aria-label': words.close, title: words.close }),
    ),
    body,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    moveAbove();
    options.closed?.();
  });
  // Keys of the page do nothing under a modal box.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  moveAbove();
  return { element: dialog, body, close };
}

/** Lists and previews are in the way of a place in the table that one of their links leads to. */
export function closeWide(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog.wide')) dialog.close();
}

export interface Choice<T> {
  readonly caption: string;
  readonly value: T;
  readonly main?: boolean;
}

/** Asks with buttons. @returns null when the box was closed without any of them */
export function choose<T>(
  title: string,
  text: string | HTMLElement,
  choices: readonly Choice<T>[],
): Promise<T | null> {
  return new Promise((resolve) => {
    let chosen: T | null = null;
    const dialog = openDialog(title, { closed: () => resolve(chosen) });
    const buttons = choices.map((choice) =>
      button(
        choice.caption,
        () => {
          chosen = choice.value;
          dialog.close();
        },
        { class: choice.main ? 'main' : undefined, autofocus: choice.main },
      ),
    );
    dialog.body.append(
      typeof text === 'string' ? element('p', { class: 'said' }, text) : text,
      element('div', { class: 'buttons' }, ...buttons),
    );
    (buttons.find((_, i) => choices[i]?.main) ?? buttons[0])?.focus();
  });
}

/** Says something that wants to be read. */
export async function tell(title: string, text: string): Promise<void> {
  await choose(title, text, [{ caption: words.ok, value: true, main: true }]);
}
