import type { Conflict } from '../../app/save-card';
import { element } from '../kit/element';
import type { RUSSIAN } from './words';

interface Decisions {
  /** Values by field: the chosen ones, and what only the sheet has changed. */
  save(chosen: Readonly<Record<string, string>>): void;
  /** Back without choosing: only what the sheet has changed alone. */
  back(theirs: Readonly<Record<string, string>>): void;
}

/** Somebody changed the record meanwhile: both values of each field, and the person chooses. */
export function showConflict(
  fields: readonly Conflict[],
  words: typeof RUSSIAN,
  { save, back }: Decisions,
): HTMLElement {
  const theirs = Object.fromEntries(fields.filter((f) => !f.choose).map((f) => [f.column, f.now]));
  const title = element('h1', { tabindex: '-1' }, words.conflict);
  const form = element(
    'form',
    {},
    title,
    element('p', { role: 'alert' }, words.conflictAbout),
    ...fields.map((field) => (field.choose ? choice(field, words) : notice(field, words))),
    element('button', { type: 'submit', class: 'main' }, words.saveChosen),
  );
  const cancel = element('button', { type: 'button' }, words.back);
  cancel.addEventListener('click', () => back(theirs));
  form.append(cancel);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = fields
      .filter((f) => f.choose)
      .map((f) => {
        const mine = form.querySelector<HTMLInputElement>(`#mine-${f.column}`)?.checked;
        return [f.column, mine ? f.yours : f.now];
      });
    save({ ...theirs, ...Object.fromEntries(chosen) });
  });
  return form;
}

/** «Ваше» is chosen at first: the person has just typed it. */
function choice({ column, title, yours, now }: Conflict, words: typeof RUSSIAN): HTMLElement {
  const radio = (id: string, label: string, value: string, checked: boolean) =>
    element(
      'label',
      { for: id },
      element('input', { type: 'radio', id, name: `choice-${column}`, checked }),
      ` ${label}: `,
      element('strong', { lang: 'ru' }, value || words.blank),
    );
  return element(
    'fieldset',
    { class: 'choice' },
    element('legend', { lang: 'ru' }, title),
    radio(`mine-${column}`, words.yours, yours, true),
    radio(`theirs-${column}`, words.now, now, false),
  );
}

function notice({ title, now }: Conflict, words: typeof RUSSIAN): HTMLElement {
  return element(
    'p',
    {},
    element('strong', { lang: 'ru' }, title),
    ` — ${words.now}: `,
    element('strong', { lang: 'ru' }, now || words.blank),
    ` (${words.onlyThere})`,
  );
}
