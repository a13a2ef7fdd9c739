/**
 * The side bar «Доктор»: the fast checks at once, the slow ones when asked. What needs a hand comes first, with one thing
 * to do; what is well stands below, closed. One call a screen; nothing is changed.
 */
import type { FastExamination } from '../../app/doctor';
import type { Area, HealthResult } from '../../domain/health/check';
import { CallError, call, russian } from '../kit/call';
import { element, pageInput } from '../kit/element';
import { foundWords, supportReport } from './report';
import { type CheckKey, SIGNS } from './words';
import { englishWords } from './words-en';
import { russianWords } from './words-ru';

const words = russian() ? russianWords : englishWords;
const screen = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;
const openedBy = pageInput<{ account?: string } | null>()?.account ?? '';

const RANK = { error: 0, warning: 1, unknown: 2, ok: 3 } as const;

/** What is known so far; a slow check says more than the fast one of the same name. */
let examination: FastExamination | null = null;
let deeper: readonly HealthResult[] | null = null;

document.title = words.title;
void look();

async function look(): Promise<void> {
  await attempt(words.wait, async () => {
    examination = await call<FastExamination>('doctorFast', { account: openedBy });
    deeper = null;
  });
}

async function lookDeeper(): Promise<void> {
  await attempt(words.waitSlow, async () => {
    deeper = await call<readonly HealthResult[]>('doctorSlow');
  });
}

async function attempt(wait: string, work: () => Promise<void>): Promise<void> {
  state.className = 'muted';
  state.textContent = wait;
  screen.setAttribute('aria-busy', 'true');
  for (const button of screen.querySelectorAll('button')) button.disabled = true;
  let failure = '';
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    failure = error.message;
  }
  screen.removeAttribute('aria-busy');
  show();
  if (failure !== '') {
    state.className = 'bad';
    state.textContent = failure;
  }
}

function show(): void {
  const heading = element('h1', { tabindex: '-1' }, words.title);
  if (examination === null) {
    screen.replaceChildren(heading, button(words.again, look, 'main'));
    heading.focus();
    return;
  }
  const results = new Map([...examination.results, ...(deeper ?? [])].map((r) => [r.key, r]));
  const all = [...results.values()];
  const bad = all.filter((r) => r.state !== 'ok').sort((a, b) => RANK[a.state] - RANK[b.state]);
  state.className = '';
  state.textContent = words.count(bad.length, all.length);
  screen.replaceChildren(
    heading,
    element('p', { class: 'muted' }, words.account(examination.account)),
    ...bad.filter((r) => r.state !== 'unknown').map(card),
    ...byReason(bad.filter((r) => r.state === 'unknown')).map(unknownCard),
    well(all.filter((r) => r.state === 'ok')),
    ...(deeper === null
      ? [button(words.slow, lookDeeper, 'main'), element('p', { class: 'muted' }, words.slowWhy)]
      : []),
    button(words.again, look),
    ...support(supportReport(words, examination.about, all)),
  );
  heading.focus();
}

function card(result: HealthResult): HTMLElement {
  const [title, , todo] = words.checks[result.key as CheckKey];
  const { place } = result;
  return section(
    result,
    element('h2', {}, foundWords(words, result)),
    element('p', { class: 'muted' }, words.should, title, '.'),
    element('p', {}, element('strong', {}, words.todo), todo),
    ...(place
      ? [
          button(words.go(`«${place.tab}»${place.id === '' ? '' : `, ${place.id}`}`), () =>
            go({ ...place, column: '' }),
          ),
        ]
      : []),
  );
}

/** One cause keeps many checks from an answer: it is said once. */
function unknownCard(results: readonly HealthResult[]): HTMLElement {
  return section(
    results[0],
    element('h2', {}, words.unknownOf(results.length)),
    element('ul', {}, ...results.map((r) => element('li', {}, words.checks[r.key as CheckKey][0]))),
    element('p', {}, foundWords(words, results[0])),
    element('p', {}, element('strong', {}, words.todo), words.unknownTodo),
  );
}

function byReason(results: readonly HealthResult[]): HealthResult[][] {
  const groups = new Map<string, HealthResult[]>();
  for (const result of results) {
    const reason = (result.personal ?? []).join();
    groups.set(reason, [...(groups.get(reason) ?? []), result]);
  }
  return [...groups.values()];
}

function section({ state: is, key }: HealthResult, ...children: readonly HTMLElement[]): HTMLElement {
  const sign = element('span', { 'aria-hidden': 'true' }, `${SIGNS[is]} `);
  return element(
    'section',
    { class: `check ${is}`, 'data-key': key },
    element('p', { class: 'state' }, sign, words.state[is]),
    ...children,
  );
}

async function go(place: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await call('goTo', place);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    state.className = 'bad';
    state.textContent = error.message;
  }
}

function well(results: readonly HealthResult[]): HTMLElement {
  const areas = [...new Set(results.map((r) => r.area))];
  const titles = (area: Area) =>
    results
      .filter((r) => r.area === area)
      .map((r) =>
        element(
          'li',
          {},
          element('span', { 'aria-hidden': 'true' }, `${SIGNS.ok} `),
          words.checks[r.key as CheckKey][0],
        ),
      );
  return element(
    'details',
    {},
    element('summary', {}, words.good(results.length)),
    ...areas.flatMap((area) => [element('h2', {}, words.area[area]), element('ul', {}, ...titles(area))]),
  );
}

/** The person sees what is copied. The clipboard of a page inside a frame is often shut: then the text stays selected. */
function support(text: string): HTMLElement[] {
  const area = element('textarea', { readonly: true, rows: '6', 'aria-label': words.report, hidden: true });
  area.value = text;
  const status = element('p', { class: 'muted', role: 'status' }, words.copyWhy);
  const copy = button(words.copy, () => {
    area.hidden = false;
    area.focus();
    area.select();
    status.textContent = document.execCommand('copy') ? words.copied : words.copyByHand;
  });
  return [copy, status, area];
}

function button(text: string, work: () => unknown, kind?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, text);
  made.addEventListener('click', () => void work());
  return made;
}
