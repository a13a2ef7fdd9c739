/** The window «Прогнать год»: a period in, the calendar of the letters that would go out in it. Nothing leaves. */
import type { Rehearsal, RehearsalScreen } from '../../app/rehearsal';
import { call, russian } from '../kit/call';
import { element } from '../kit/element';
import { outcome } from './outcome';
import { ENGLISH, RUSSIAN } from './words';

const words = russian() ? RUSSIAN : ENGLISH;
const screen = document.getElementById('screen') as HTMLElement;

document.title = words.title;
open();

function open(): void {
  screen.replaceChildren(
    element('h1', { tabindex: '-1' }, words.title),
    element('p', { role: 'status' }, words.loading),
  );
  call<RehearsalScreen>('rehearsalScreen').then(showForm, (error: Error) => {
    const again = element('button', { type: 'button', class: 'main' }, words.retry);
    again.addEventListener('click', open);
    const heading = element('h1', { tabindex: '-1' }, words.title);
    screen.replaceChildren(heading, element('p', { class: 'bad', role: 'alert' }, error.message), again);
    heading.focus();
  });
}

function showForm(defaults: RehearsalScreen): void {
  const from = day('from', defaults.from);
  const to = day('to', defaults.to);
  const submit = element('button', { type: 'submit', class: 'main' }, words.run);
  const state = element('div', { class: 'state', role: 'status' });
  const result = element('div');
  const form = element(
    'form',
    { class: 'period', novalidate: true },
    element('label', { for: 'from' }, words.from, from),
    element('label', { for: 'to' }, words.to, to),
    submit,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const period = { from: from.value, to: to.value };
    if (period.from === '' || period.to < period.from) {
      state.replaceChildren(element('p', { class: 'bad' }, words.badPeriod));
      (period.from === '' ? from : to).focus();
      return;
    }
    result.replaceChildren();
    const fields = [from, to, submit];
    for (const one of fields) one.disabled = true;
    const stop = working(state);
    call<Rehearsal>('rehearse', period)
      .then(
        (answer) => {
          result.replaceChildren(outcome(words, period.from, period.to, answer));
          submit.textContent = words.runAgain;
          return null;
        },
        (error: Error) => element('p', { class: 'bad' }, error.message),
      )
      .then((failure) => {
        stop();
        for (const one of fields) one.disabled = false;
        if (failure) state.replaceChildren(failure);
        (failure ? submit : result.querySelector<HTMLElement>('h2'))?.focus();
      });
  });
  const heading = element('h1', { tabindex: '-1' }, words.title);
  screen.replaceChildren(
    heading,
    element('p', { class: 'safe' }, words.safe),
    form,
    element('p', { class: 'muted small' }, words.quota(defaults.quota)),
    state,
    result,
  );
  from.focus();
}

function day(id: string, value: string): HTMLInputElement {
  const made = element('input', { type: 'date', id, required: true });
  made.value = value;
  return made;
}

/** Says that it works, and shows that it has not died; the seconds are not read aloud. @returns ends it */
function working(state: HTMLElement): () => void {
  const seconds = element('p', { class: 'muted', 'aria-hidden': 'true' });
  state.replaceChildren(
    element('p', {}, words.working),
    element('progress', { 'aria-label': words.working }),
    seconds,
  );
  let passed = 0;
  const clock = setInterval(() => {
    passed += 1;
    seconds.textContent = words.seconds(passed);
  }, 1000);
  return () => {
    clearInterval(clock);
    state.replaceChildren();
  };
}
