import type { BookView } from '../../protocol';
import { button, element } from '../element';
import type { Connection } from '../link/connection';
import { freshId } from '../link/window-id';
import { attempt } from '../notices';
import { runTable } from '../results/runs';
import { dayOf } from '../words/when';
import { words } from '../words/words';
import { openDialog } from './dialog';

/** Moves the day of the book, and says what the triggers that were due have done. */
export function openToday(connection: Connection, view: BookView): void {
  const dialog = openDialog(words.todayTitle);
  const day = element('input', { type: 'date', value: view.today, required: true });
  const result = element('div', { role: 'status', 'aria-live': 'polite' });
  const form = element(
    'form',
    {},
    element('p', {}, words.todayHelp),
    element('label', {}, words.newDay, day),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'submit', class: 'main' }, words.moveDay),
      button(words.nextDay, () => {
        day.value = after(day.value, 1);
      }),
      button(words.nextMonth, () => {
        day.value = after(day.value, 30);
      }),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    result.replaceChildren(element('p', { class: 'muted' }, words.moving));
    void attempt(async () => {
      const date = day.value;
      const { fired } = await connection.change({ kind: 'today', id: freshId(), date });
      const letters = fired.reduce((sum, run) => sum + run.letters, 0);
      result.replaceChildren(
        element('p', {}, words.fired(dayOf(date), fired.length, letters)),
        ...(fired.length > 0 ? [runTable(fired)] : []),
      );
      if (fired.length > 0) dialog.element.classList.add('wide');
    }).then((done) => {
      if (!done) result.replaceChildren();
    });
  });
  dialog.body.append(form, result);
  day.focus();
}

/** @param day `yyyy-mm-dd` */
function after(day: string, days: number): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? day : new Date(ms + days * 86_400_000).toISOString().slice(0, 10);
}
