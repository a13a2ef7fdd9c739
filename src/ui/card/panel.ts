/** The side bar «Карточка»: enters or edits one record. Made of what the server says of the tab; one call a screen. */

import type { CardError } from '../../app/card-record';
import type { Card, CardScreen } from '../../app/card-screen';
import type { SaveOutcome } from '../../app/save-card';
import { call, russian } from '../kit/call';
import { element, pageInput } from '../kit/element';
import { keyFileButton } from '../kit/key-file';
import { learnNames } from '../kit/names';
import { showConflict } from './conflict';
import { type ShownField, shownField } from './field';
import { ENGLISH, RUSSIAN } from './words';

interface Wanted {
  readonly tab?: string;
  readonly id?: string;
  readonly row?: number;
}

const words = russian() ? RUSSIAN : ENGLISH;
const screen = document.getElementById('screen') as HTMLElement;
/** Chosen by a person whom Google does not name; kept while the side bar is open. */
let organisation = '';

document.title = words.title;
open(pageInput<Wanted | null>() ?? {});

function open(wanted: Wanted): void {
  show(element('p', { role: 'status' }, words.loading));
  call<CardScreen>('cardScreen', { ...wanted, organisation }).then(
    (answer) => {
      const idOf = (text: string) => text.split(' ')[0];
      if (answer.role === 'curator' && answer.organisations.length === 0) fail(words.noOrganisation, wanted);
      else if (answer.role === 'unknown' && organisation === '')
        askOrganisation(answer, (text) => {
          organisation = idOf(text);
          open(wanted);
        });
      else if (answer.card) showCard(answer.card, {}, []);
      else askKind(answer);
    },
    (error: Error) => fail(error.message, wanted),
  );
}

function show(...parts: readonly Node[]): void {
  screen.replaceChildren(...parts);
  window.scrollTo(0, 0);
}

function fail(message: string, wanted: Wanted): void {
  show(
    element('p', { class: 'bad', role: 'alert' }, message),
    button(words.again, () => open(wanted), 'main'),
    button(words.other, () => open({})),
  );
}

function button(text: string, press: () => void, style?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: style }, text);
  made.addEventListener('click', press);
  return made;
}

function heading(text: string): HTMLElement {
  return element('h1', { tabindex: '-1' }, text);
}

function askOrganisation({ organisations, remark }: CardScreen, chosen: (text: string) => void): void {
  const select = element('select', { id: 'organisation' });
  for (const text of organisations) select.append(element('option', {}, text));
  const form = element(
    'form',
    {},
    heading(words.organisationFirst),
    element('p', { class: 'muted', lang: 'ru' }, remark),
    element('label', { for: 'organisation' }, words.organisation),
    select,
    element('button', { type: 'submit', class: 'main' }, words.next),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    chosen(select.value);
  });
  show(form);
  select.focus();
}

function askKind({ kinds, remark }: CardScreen): void {
  const title = heading(words.what);
  const list = element(
    'div',
    { lang: 'ru' },
    ...kinds.map((k) => button(k.title, () => open({ tab: k.tab }))),
  );
  show(title, list, ...(remark ? [element('p', { class: 'muted', lang: 'ru' }, remark)] : []));
  title.focus();
}

/** @param typed what the person has typed already, by field; the rest is as the server sent it */
function showCard(card: Card, typed: Readonly<Record<string, string>>, refused: readonly CardError[]): void {
  const status = element('p', { class: 'unseen', role: 'status' });
  const summary = element('div');
  let shown: readonly ShownField[] = [];
  const values = () => Object.fromEntries(shown.map((s) => [s.field.key, s.value()]));
  const watch = (first = false) => {
    const now = values();
    const appeared = shown.filter((s) => s.watch(now)).map((s) => s.field.title);
    if (!first && appeared.length > 0) status.textContent = `${words.appeared}: ${appeared.join(', ')}`;
    const filled = more.filter((s) => s.value() !== '').length;
    moreTitle.textContent = words.optional(filled, more.length);
  };
  shown = card.fields.map((field) =>
    shownField(field, typed[field.key] ?? card.values[field.key] ?? '', card.lists, words, () => watch()),
  );
  const more = shown.filter((s) => s.field.required === false && !s.field.system);
  const moreTitle = element('summary');
  const details = element('details', {}, moreTitle, ...more.map((s) => s.root));
  const group = (title: string, fields: readonly ShownField[]) =>
    element('fieldset', {}, element('legend', {}, title), ...fields.map((s) => s.root));
  const save = element('button', { type: 'submit', class: 'main' }, words.save);
  const draft = button(words.draft, () => {
    const state = document.getElementById('field-recordStatus') as HTMLSelectElement | null;
    if (state) state.value = 'Черновик';
    submit();
  });
  const draftWhy = element('p', { class: 'muted' }, words.draftWhy);
  draft.hidden = true;
  draftWhy.hidden = true;
  const form = element(
    'form',
    { novalidate: true },
    group(
      words.required,
      shown.filter((s) => s.field.required !== false && !s.field.system),
    ),
    ...(more.length > 0 ? [details] : []),
    group(
      words.state,
      shown.filter((s) => s.field.system),
    ),
    element(
      'div',
      { class: 'bar' },
      draftWhy,
      draft,
      save,
      button(words.other, () => open({})),
    ),
  );
  const title = heading(card.title);
  title.lang = 'ru';

  const tell = (errors: readonly CardError[]) => {
    for (const s of shown) s.tell(errors.filter((e) => e.column === s.field.key));
    watch(true);
    const bad = errors.filter((e) => e.severity === 'error');
    summary.replaceChildren(...(bad.length > 0 ? [summaryOf(bad, shown, details)] : []));
    const whole = errors.filter(
      (e) => !shown.some((s) => s.field.key === e.column) && e.severity !== 'error',
    );
    summary.append(
      ...whole.map((e) => element('p', { class: 'warn', lang: 'ru' }, `${e.message} ${e.instruction}`)),
    );
    return shown.find((s) => bad.some((e) => e.column === s.field.key));
  };
  const submit = () => {
    const sent = values();
    const { tab, id, row, cells } = card;
    for (const b of [save, draft]) b.disabled = true;
    save.textContent = words.saving;
    const ready = () => {
      for (const b of [save, draft]) b.disabled = false;
      save.textContent = words.save;
    };
    call<SaveOutcome>('cardSave', { tab, id, row, cells, values: sent, organisation }).then(
      (outcome) => {
        ready();
        if (outcome.kind === 'saved') showSaved({ ...card, ...outcome, values: sent });
        else if (outcome.kind === 'errors') {
          const first = tell(outcome.errors);
          draft.hidden = !outcome.draft;
          draftWhy.hidden = !outcome.draft;
          if (first && details.contains(first.root)) details.open = true;
          if (first) first.control.focus();
          else summary.querySelector<HTMLElement>('[tabindex]')?.focus();
        } else
          show(
            showConflict(outcome.fields, words, {
              // The sheet's own changes are taken over, so the next saving compares with what stands there now.
              save: (chosen) => {
                showCard({ ...card, cells: outcome.cells }, { ...sent, ...chosen }, []);
                document.querySelector('form')?.requestSubmit();
              },
              back: (theirs) => showCard({ ...card, cells: outcome.cells }, { ...sent, ...theirs }, []),
            }),
          );
      },
      (error: Error) => {
        ready();
        summary.replaceChildren(element('p', { class: 'bad', role: 'alert' }, error.message));
        summary.scrollIntoView();
      },
    );
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  show(
    title,
    element('p', { class: 'muted' }, card.id || (card.row > 0 ? words.noId(card.row) : words.newRecord)),
    ...(card.codes ? [element('p', { class: 'muted' }, words.codes), keyFileButton(learnNames)] : []),
    element('p', { class: 'muted small' }, words.star),
    summary,
    form,
    status,
  );
  const first = tell(refused.length > 0 ? refused : card.errors);
  if (first && details.contains(first.root)) details.open = true;
  const visible = shown.find((s) => !s.root.hidden && !details.contains(s.root));
  (first ?? visible)?.control.focus();
}

/** What must be corrected, with links to the fields. */
function summaryOf(
  errors: readonly CardError[],
  shown: readonly ShownField[],
  details: HTMLDetailsElement,
): HTMLElement {
  const items = errors.map((error) => {
    const field = shown.find((s) => s.field.key === error.column);
    if (!field) return element('li', {}, `${error.message} ${error.instruction}`);
    const link = element('a', { href: `#${field.control.id}` }, field.field.title);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (details.contains(field.root)) details.open = true;
      field.control.focus();
    });
    return element('li', {}, link);
  });
  return element(
    'div',
    { class: 'summary bad', role: 'alert', tabindex: '-1' },
    element('h2', {}, words.mend(errors.length)),
    element('ul', { lang: 'ru' }, ...items),
  );
}

function showSaved(card: Card): void {
  const title = heading(words.saved(card.id));
  const errors = card.errors.filter((e) => e.severity !== 'hint');
  const left = errors.map((e) => element('li', {}, `${e.message} ${e.instruction}`));
  show(
    title,
    ...(left.length === 0
      ? [element('p', { class: 'good' }, words.clean)]
      : [element('p', {}, `${words.remains}:`), element('ul', { lang: 'ru' }, ...left)]),
    button(words.goOn, () => showCard(card, {}, []), left.length > 0 ? 'main' : undefined),
    button(words.more, () => open({ tab: card.tab }), left.length > 0 ? undefined : 'main'),
    button(words.toRow, () => void call('goTo', { tab: card.title, row: card.row, id: card.id })),
    button(words.other, () => open({})),
  );
  title.focus();
}
