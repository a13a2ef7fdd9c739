import { type Dialog, openDialog } from '../dialogs/dialog';
import { element } from '../element';
import { attempt } from '../notices';
import { words } from '../words/words';
import './results.css';

/** A wide box that is filled when the answer is there; an empty list says what to do first. */
export function openListing<T>(
  title: string,
  load: () => Promise<readonly T[]>,
  empty: string,
  fill: (list: readonly T[], dialog: Dialog) => HTMLElement,
): Dialog {
  const dialog = openDialog(title, { wide: true });
  const wait = element('p', { class: 'muted', role: 'status' }, words.loading);
  dialog.body.append(wait);
  void attempt(async () => {
    const list = await load();
    wait.replaceWith(list.length === 0 ? element('p', { class: 'empty' }, empty) : fill(list, dialog));
  }).then((done) => {
    if (!done) dialog.close();
  });
  return dialog;
}

/** A table with a head; cells are texts or elements. */
export function table(head: readonly string[], rows: readonly (readonly (string | Node)[])[]): HTMLElement {
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.list },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map((title) => element('th', { scope: 'col' }, title)))),
      element(
        'tbody',
        {},
        ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell)))),
      ),
    ),
  );
}
