import { element } from '../element';
import { words } from '../words/words';
import { openDialog } from './dialog';

/** The list of keys. */
export function openKeys(): void {
  const dialog = openDialog(words.keysTitle);
  // Nothing in it takes the focus: the keyboard scrolls the list itself.
  dialog.body.tabIndex = 0;
  dialog.body.append(
    element(
      'dl',
      { class: 'keys' },
      ...words.keys.flatMap(([keys, what]) => [
        element('dt', {}, element('kbd', {}, keys)),
        element('dd', {}, what),
      ]),
    ),
  );
}
