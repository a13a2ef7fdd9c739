/**
 * «Восстановить правила»: shows what differs from the template, tab by tab, and mends what is left ticked. One call shows,
 * one call mends.
 */
import type { RepairOutcome, RepairPreview, ShownDifference } from '../../app/repair';
import { CallError, call, close, russian } from '../kit/call';
import { element } from '../kit/element';
import { words } from './words';

const text = words[russian() ? 'ru' : 'en'];
const screen = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;

/** Lines of a tab that are shown before «и ещё». */
const SHOWN = 12;

void look();

async function look(): Promise<void> {
  state.textContent = text.looking;
  await attempt(async () => show(await call<RepairPreview>('repairPreview')));
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    state.className = 'muted';
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    state.textContent = error.message;
    state.className = 'bad';
  }
}

function show({ differences, leftAlone }: RepairPreview): void {
  const mended = byTab(differences.filter((d) => d.mends));
  const told = differences.filter((d) => !d.mends);
  state.textContent = '';
  const heading = element('h1', { tabindex: '-1' }, text.heading);
  if (mended.size === 0) {
    screen.replaceChildren(heading, element('p', {}, text.nothing), ...remarks(told, leftAlone), closing());
    heading.focus();
    return;
  }
  const form = element('form', {}, element('p', { class: 'muted' }, text.about));
  const boxes: HTMLInputElement[] = [];
  for (const [tab, list] of mended) {
    const box = element('input', { type: 'checkbox', checked: true, value: tab });
    boxes.push(box);
    form.append(element('fieldset', {}, element('legend', {}, element('label', {}, box, tab)), lines(list)));
  }
  const button = element('button', { type: 'submit', class: 'main' }, text.mend);
  form.append(button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const tabs = boxes.filter((box) => box.checked).map((box) => box.value);
    if (tabs.length === 0) state.textContent = text.none;
    else void mend(tabs, button);
  });
  screen.replaceChildren(heading, form, ...remarks(told, leftAlone));
  heading.focus();
}

async function mend(tabs: readonly string[], button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  state.textContent = text.mending;
  await attempt(async () => showDone(await call<RepairOutcome>('repairApply', { tabs })));
  button.disabled = false;
}

function showDone({ done, left, leftAlone }: RepairOutcome): void {
  state.textContent = '';
  const heading = element('h1', { tabindex: '-1' }, text.done);
  const list = done.map(({ tab, what }) => element('li', {}, `«${tab}»: ${what}.`));
  const again = element('button', { type: 'button' }, text.again);
  again.addEventListener('click', () => void look());
  screen.replaceChildren(
    heading,
    list.length > 0 ? element('ul', {}, ...list) : element('p', {}, text.doneNothing),
    ...remarks(left, leftAlone),
    again,
    closing(),
  );
  heading.focus();
}

function byTab(differences: readonly ShownDifference[]): Map<string, ShownDifference[]> {
  const tabs = new Map<string, ShownDifference[]>();
  for (const difference of differences) {
    const known = tabs.get(difference.tab);
    if (known) known.push(difference);
    else tabs.set(difference.tab, [difference]);
  }
  return tabs;
}

function lines(differences: readonly ShownDifference[]): HTMLElement {
  const list = element('ul', {}, ...differences.slice(0, SHOWN).map((d) => element('li', {}, d.words)));
  if (differences.length > SHOWN) list.append(element('li', {}, text.more(differences.length - SHOWN)));
  return list;
}

function remarks(told: readonly ShownDifference[], leftAlone: RepairPreview['leftAlone']): HTMLElement[] {
  const section = (heading: string, list: readonly string[]) =>
    list.length === 0
      ? []
      : [
          element('h2', {}, heading),
          element('ul', {}, ...list.map((line) => element('li', { class: 'warn' }, line))),
        ];
  return [
    ...section(
      text.left,
      told.map((d) => `«${d.tab}». ${d.words}`),
    ),
    ...section(
      text.alone,
      leftAlone.map(({ tab, why }) => `«${tab}»: ${why}`),
    ),
  ];
}

function closing(): HTMLElement {
  const button = element('button', { type: 'button' }, text.close);
  button.addEventListener('click', close);
  return button;
}
