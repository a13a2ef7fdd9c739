import { element } from '../element';
import { words } from '../words/words';
import { openDialog } from './dialog';

/** Sets the width of a column without a pointer. */
export function openWidth(column: string, now: number, set: (width: number) => void): void {
  const dialog = openDialog(words.columnWidth(column).replace('…', ''));
  const width = element('input', { type: 'number', min: 21, max: 2000, required: true, value: now });
  const form = element(
    'form',
    {},
    element('label', {}, words.width, width),
    element('div', { class: 'buttons' }, element('button', { type: 'submit', class: 'main' }, words.apply)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    set(Number(width.value));
  });
  dialog.body.append(form);
  width.select();
}
