/** The side bar «Мои замечания»: what is to be mended, record by record; the list shrinks as it is. One call a screen. */
import type { FindingsScreen, FoundRecord, ShownFinding } from '../../app/findings-screen';
import { call, russian } from '../kit/call';
import { isoDay, shownDay } from '../kit/day';
import { element } from '../kit/element';
import { keyFileButton } from '../kit/key-file';
import { learnNames, named } from '../kit/names';
import { ENGLISH, RUSSIAN } from './words';

const words = russian() ? RUSSIAN : ENGLISH;
const screen = document.getElementById('screen') as HTMLElement;
/** Chosen by the person; kept while the side bar is open. */
let organisation = '';
let chosen = false;
/** The most that waited while the side bar is open: what is left is told of it. */
let whole = 0;

document.title = words.title;
load();

function load(): void {
  screen.setAttribute('aria-busy', 'true');
  if (!screen.firstChild) screen.append(element('p', { role: 'status' }, words.loading));
  for (const b of screen.querySelectorAll('button')) b.disabled = true;
  call<FindingsScreen>('findingsScreen', { organisation })
    .then(
      (answer) => {
        if (answer.role === 'unknown' && !chosen) askOrganisation(answer);
        else showFindings(answer);
      },
      (error: Error) => {
        screen.replaceChildren(
          element('p', { class: 'bad', role: 'alert' }, error.message),
          button(words.again, load, 'main'),
        );
      },
    )
    .finally(() => screen.removeAttribute('aria-busy'));
}

function button(text: string, press: () => void, style?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: style }, text);
  made.addEventListener('click', press);
  return made;
}

/** @param all the whole workbook may be chosen too */
function organisationSelect(organisations: readonly string[], all: boolean): HTMLSelectElement {
  const select = element('select', { id: 'organisation', lang: 'ru' });
  if (all) select.append(element('option', { value: '' }, words.all));
  for (const text of organisations) select.append(element('option', { value: text.split(' ')[0] }, text));
  select.value = organisation;
  return select;
}

function choose(id: string): void {
  organisation = id;
  chosen = true;
  whole = 0;
  load();
}

function askOrganisation({ organisations, remark }: FindingsScreen): void {
  const select = organisationSelect(organisations, false);
  select.selectedIndex = 0;
  const form = element(
    'form',
    {},
    element('h1', {}, words.organisationFirst),
    element('p', { class: 'muted', lang: 'ru' }, remark),
    element('label', { for: 'organisation' }, words.organisation),
    select,
    element('button', { type: 'submit', class: 'main' }, words.next),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(select.value);
  });
  screen.replaceChildren(form);
  select.focus();
}

function showFindings(answer: FindingsScreen): void {
  const { records, open, accepted, due, checkedAt, organisations, role } = answer;
  organisation = answer.organisation;
  whole = Math.max(whole, open);
  const title = element('h1', { tabindex: '-1' }, open > 0 ? words.left(open, whole) : words.clean);
  const parts: HTMLElement[] = [title];
  if (organisations.length > 1) {
    const select = organisationSelect(organisations, role === 'coordinator');
    select.addEventListener('change', () => choose(select.value));
    parts.push(element('label', { for: 'organisation' }, words.organisation), select);
  }
  if (open > 0)
    parts.push(
      element('progress', {
        max: String(whole),
        value: String(whole - open),
        'aria-label': words.left(open, whole),
      }),
      element('p', {}, element('strong', {}, words.due(shownDay(due)))),
    );
  else parts.push(element('p', { class: 'good' }, `✓ ${words.cleanAbout}`));
  parts.push(
    element(
      'p',
      { class: 'muted', role: 'status' },
      [words.checked(checkedAt.slice(11)), accepted > 0 ? words.accepted(accepted) : '']
        .filter(Boolean)
        .join('. '),
    ),
    button(words.again, load, open > 0 ? undefined : 'main'),
  );
  if (answer.codes)
    parts.push(
      keyFileButton((names) => {
        learnNames(names);
        showFindings(answer);
      }),
    );
  const waits = records.filter((r) => r.findings.some((f) => f.severity !== 'hint'));
  const hints = records.filter((r) => !waits.includes(r));
  parts.push(...waits.map(recordOf));
  if (hints.length > 0)
    parts.push(
      element('details', {}, element('summary', {}, words.hints(hints.length)), ...hints.map(recordOf)),
    );
  if (records.length >= 100) parts.push(element('p', { class: 'muted' }, words.shown(records.length)));
  screen.replaceChildren(...parts);
  title.focus();
}

function recordOf(record: FoundRecord): HTMLElement {
  const name = named([record.id, record.label].filter(Boolean).join(' · '));
  const place = record.row > 0 ? words.row(record.row) : words.wholeTab;
  const root = element(
    'section',
    { class: 'record', lang: 'ru' },
    element('h2', {}, name || record.tab),
    element('p', { class: 'muted' }, `${record.tab}, `, element('span', uiLanguage(), place)),
    ...record.findings.map((finding) => findingOf(record, finding)),
  );
  if (record.card !== '')
    root.append(
      action(root, words.card, name, () =>
        call('showCard', { tab: record.card, id: record.id, row: record.row }),
      ),
    );
  return root;
}

/** Interface words inside the Russian texts of the workbook. */
const uiLanguage = () => ({ lang: document.documentElement.lang });

function findingOf(record: FoundRecord, finding: ShownFinding): HTMLElement {
  const { severity, column, found, expected, message, instruction, people } = finding;
  const line = (label: string, text: string, clean: boolean) =>
    text === ''
      ? []
      : [
          element(
            'p',
            {},
            element('span', { ...uiLanguage(), class: 'muted' }, `${label}: `),
            clean ? named(text) : text,
          ),
        ];
  const root = element(
    'div',
    { class: `finding ${severity}` },
    element(
      'p',
      {},
      element('strong', uiLanguage(), `${words[severity]}. `),
      named(column !== '' && !message.includes(column) ? `«${column}»: ${message}` : message),
    ),
    ...line(words.found, found, true),
    ...line(words.expected, expected, false),
    element('p', {}, element('strong', {}, instruction)),
  );
  if (record.row > 0)
    root.append(
      action(root, words.goTo, `${record.id} ${column}`, () =>
        call('goTo', { tab: record.tab, id: record.id, row: record.row, column }),
      ),
    );
  if (people.length > 0) root.append(...people.map((pair) => decision(pair)));
  else if (severity === 'warning' && record.id !== '') root.append(acceptance(record, finding));
  return root;
}

/** A button that asks the server for something; a refusal is told beside it. */
function action(
  root: HTMLElement,
  text: string,
  about: string,
  ask: () => Promise<unknown>,
): HTMLButtonElement {
  const made = button(text, () => {
    made.disabled = true;
    root.querySelector(':scope > .told')?.remove();
    ask()
      .catch((error: Error) => root.append(told(error.message)))
      .finally(() => {
        made.disabled = false;
      });
  });
  made.lang = document.documentElement.lang;
  made.setAttribute('aria-label', `${text}: ${about.trim()}`);
  return made;
}

function told(message: string): HTMLElement {
  return element('p', { class: 'bad told', role: 'alert' }, message);
}

let forms = 0;

/** «Так и должно быть…»: a reason, and until when. */
function acceptance({ id: record }: FoundRecord, { code, column }: ShownFinding): HTMLElement {
  const id = `accept-${++forms}`;
  const reason = element('textarea', { id: `${id}-reason`, rows: '2', 'aria-required': 'true' });
  const until = element('input', {
    id: `${id}-until`,
    type: 'text',
    placeholder: words.day,
    autocomplete: 'off',
  });
  return asking(
    words.accept,
    `${record} ${column}`,
    words.save,
    [
      element('label', { for: reason.id }, words.reason),
      reason,
      element('label', { for: until.id }, words.until),
      until,
    ],
    () => {
      const day = isoDay(until.value);
      if (until.value.trim() !== '' && day === '') throw new Error(words.badDay);
      return call('acceptException', { code, record, column, reason: reason.value, until: day });
    },
  );
}

/** «Один человек или разные?» with a reason. */
function decision({ first, second, words: about }: ShownFinding['people'][number]): HTMLElement {
  const id = `people-${++forms}`;
  const radio = (value: string, label: string, checked: boolean) =>
    element('label', {}, element('input', { type: 'radio', name: id, value, checked }), ` ${label}`);
  const choice = element(
    'fieldset',
    { class: 'choice' },
    element('legend', {}, words.decide),
    element('p', { lang: 'ru' }, named(about)),
    radio('разные люди', words.different, true),
    radio('одно лицо', words.same, false),
  );
  const reason = element('textarea', { id: `${id}-reason`, rows: '2', 'aria-required': 'true' });
  return asking(
    words.decide,
    `${first} ${second}`,
    words.keep,
    [choice, element('label', { for: reason.id }, words.reason), reason],
    () => {
      const value = choice.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
      return call('peopleDecision', { first, second, decision: value, reason: reason.value });
    },
  );
}

/** A button that opens a small form; what it asked is done, the list is checked anew. */
function asking(
  text: string,
  about: string,
  done: string,
  fields: readonly HTMLElement[],
  ask: () => Promise<unknown>,
): HTMLElement {
  const save = element('button', { type: 'submit', class: 'main' }, done);
  const form = element('form', { novalidate: true }, ...fields, save);
  const root = element('div', uiLanguage());
  const opener = button(text, () => {
    form.hidden = !form.hidden;
    opener.setAttribute('aria-expanded', String(!form.hidden));
    if (!form.hidden) form.querySelector<HTMLElement>('input, textarea')?.focus();
  });
  opener.setAttribute('aria-label', `${text} ${about.trim()}`);
  opener.setAttribute('aria-expanded', 'false');
  form.hidden = true;
  form.append(
    button(words.cancel, () => {
      opener.click();
      opener.focus();
    }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save.disabled = true;
    form.querySelector('.told')?.remove();
    Promise.resolve()
      .then(ask)
      .then(load, (error: Error) => {
        save.disabled = false;
        form.append(told(error.message));
      });
  });
  root.append(opener, form);
  return root;
}
