import type { BookView } from '../../protocol';
import { button, element } from '../element';
import type { Connection } from '../link/connection';
import { attempt } from '../notices';
import { language, words } from '../words/words';
import { openDialog } from './dialog';

/** Many curators: then the list is searched. */
const SEARCHED_FROM = 8;

/** Chooses whom the window acts as. */
export function openPeople(connection: Connection, view: BookView, taken: (view: BookView) => void): void {
  const dialog = openDialog(words.actAs);
  const act = (user: string) =>
    void attempt(async () => {
      taken(await connection.askAfterEdits({ kind: 'actAs', user, language }));
      dialog.close();
    });
  const choices = view.people.map(({ user, who }) => {
    const choice = button(element('strong', {}, who), () => act(user), {
      class: 'person-choice',
      'aria-current': user === view.user ? 'true' : undefined,
    });
    choice.append(' ', element('span', { class: 'muted' }, user));
    return element('li', {}, choice);
  });
  const search = element('input', { type: 'search' });
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase();
    for (const choice of choices) choice.hidden = !choice.textContent?.toLowerCase().includes(wanted);
  });
  const mail = element('input', { type: 'email', required: true, autocomplete: 'off' });
  const form = element(
    'form',
    { class: 'free' },
    element('label', {}, words.otherMail, mail),
    element('button', { type: 'submit' }, words.enter),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(mail.value.trim());
  });
  dialog.body.append(element('p', {}, words.actAsHelp));
  if (choices.length >= SEARCHED_FROM) dialog.body.append(element('label', {}, words.search, search));
  dialog.body.append(element('ul', { class: 'people' }, ...choices), form);
}
