/** The panel of the monitoring report: asks for a wave, then shows what came out. The server is asked once a screen. */
import type { ReportSummary } from '../../app/rpc';
import { call, russian } from '../kit/call';
import { element, pageInput } from '../kit/element';
import { ENGLISH, RUSSIAN } from './words';

interface Wave {
  readonly wave: string;
  readonly asOf: string;
}

interface Input {
  readonly result?: ReportSummary;
  readonly choose?: { readonly waves: readonly Wave[] } | null;
}

const words = russian() ? RUSSIAN : ENGLISH;
const screen = document.getElementById('screen') as HTMLElement;
const input = pageInput<Input | null>();

document.title = words.title;
if (input?.result) showResult(input.result);
else if (input?.choose) showChoice(input.choose.waves);
else showFailure(words.nothing);

function waveWords(wave: string): string {
  return words.month(words.months[Number(wave.slice(5)) - 1], wave.slice(0, 4));
}

function showChoice(waves: readonly Wave[]): void {
  const wave = element('select', { id: 'wave' });
  for (const w of waves) wave.append(element('option', { value: w.wave }, waveWords(w.wave)));
  const asOf = element('input', { type: 'date', id: 'as-of' });
  const setDate = () => {
    asOf.value = waves.find((w) => w.wave === wave.value)?.asOf ?? '';
  };
  setDate();
  wave.addEventListener('change', setDate);
  const button = element('button', { type: 'submit', class: 'main' }, words.build);
  const form = element(
    'form',
    {},
    element('label', { for: 'wave' }, words.wave),
    wave,
    element('label', { for: 'as-of' }, words.asOf),
    asOf,
    button,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = words.building;
    call<ReportSummary>('reportSummary', { wave: wave.value, asOf: asOf.value }).then(
      showResult,
      (error: Error) => showFailure(error.message),
    );
  });
  screen.replaceChildren(element('h1', {}, words.title), form);
  wave.focus();
}

function showResult(result: ReportSummary): void {
  const facts = element('dl');
  const add = (term: string, value: string) =>
    facts.append(element('dt', {}, term), element('dd', {}, value));
  add(words.dataOn, result.asOf.split('-').reverse().join('.'));
  add(words.submitted, words.of(result.submitted, result.organisations));
  add(words.withValue, String(result.withValue));
  if (result.withoutData > 0) add(words.withoutData, String(result.withoutData));
  if (result.errors > 0) add(words.errors, String(result.errors));
  const link = element('a', { class: 'link' }, words.open);
  // A file: on a computer, where the page of the book opens it.
  if (/^(?:https|file):\/\//.test(result.url)) link.href = result.url;
  const notes = [...result.notes, ...result.firstErrors];
  if (result.errors > result.firstErrors.length)
    notes.push(words.shown(result.firstErrors.length, result.errors));
  screen.replaceChildren(
    element('h1', { tabindex: '-1' }, words.ready(waveWords(result.wave))),
    facts,
    element('div', {}, link),
    element('p', { class: 'muted' }, words.tabs),
  );
  if (notes.length > 0)
    screen.append(
      element('ul', { class: 'muted', lang: 'ru' }, ...notes.map((note) => element('li', {}, note))),
    );
  (link.href ? link : screen.querySelector('h1'))?.focus();
}

function showFailure(text: string): void {
  screen.replaceChildren(element('p', { class: 'bad', role: 'alert' }, text));
}
