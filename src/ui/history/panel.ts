/** The dialog «Реестр на дату»: a register and a day in, a filled tab out. */
import type { HistoryScreen, RegisterOnDate } from '../../app/register-on-date';
import { CallError, call, close } from '../kit/call';
import { element, pageInput } from '../kit/element';
import { words } from './words';

const w = words();
const input = pageInput<HistoryScreen>();
const screen = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;

showChoice();

function showChoice(): void {
  if (input.from === '') {
    screen.replaceChildren(element('h1', {}, w.title), element('p', {}, w.empty));
    return;
  }
  const register = element(
    'select',
    { id: 'register' },
    ...input.registers.map(({ key, title }) => element('option', { value: key }, title)),
  );
  const date = element('input', {
    type: 'date',
    id: 'date',
    required: true,
    min: input.from,
    max: input.today,
  });
  date.value = input.today;
  const submit = element('button', { type: 'submit', class: 'main' }, w.show);
  const form = element(
    'form',
    {},
    element('h1', {}, w.title),
    element('p', { class: 'muted', id: 'since' }, `${w.since} ${dayWords(input.from)}. ${w.before}`),
    element('label', { for: 'register' }, w.register),
    register,
    element('label', { for: 'date' }, w.date),
    date,
    submit,
  );
  date.setAttribute('aria-describedby', 'since');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit.disabled = true;
    say(w.working, false);
    call<RegisterOnDate>('registerOnDate', { tab: register.value, date: date.value })
      .then(showResult)
      .catch((error: unknown) => {
        if (!(error instanceof CallError)) throw error;
        say(error.message, true);
      })
      .finally(() => {
        submit.disabled = false;
      });
  });
  screen.replaceChildren(form);
  register.focus();
}

function showResult({ tab, register, date, records, notes }: RegisterOnDate): void {
  const heading = element('h1', { tabindex: '-1' }, `${w.done}: «${register}», ${dayWords(date)}`);
  const again = element('button', { type: 'button' }, w.again);
  again.addEventListener('click', () => {
    say('', false);
    showChoice();
  });
  const done = element('button', { type: 'button', class: 'main' }, w.close);
  done.addEventListener('click', close);
  screen.replaceChildren(
    heading,
    element('p', {}, `${w.records}: ${records}. ${w.where} «${tab}».`),
    element('ul', { class: 'muted' }, ...notes.map((note) => element('li', {}, note))),
    done,
    again,
  );
  say('', false);
  heading.focus();
}

function say(text: string, bad: boolean): void {
  state.textContent = text;
  state.className = bad ? 'bad' : 'muted';
}

function dayWords(date: string): string {
  return date.split('-').reverse().join('.');
}
