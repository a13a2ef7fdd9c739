/**
 * «Безопасные исправления»: every cell that would change, by kind, before it changes; and the way back. One call a screen.
 */
import type { FixesOutcome, FixesPreview } from '../../app/fixes';
import { CallError, call, close, russian } from '../kit/call';
import { element } from '../kit/element';
import { marked } from './marked';
import { words } from './words';

type Group = FixesPreview['groups'][number];

const text = words[russian() ? 'ru' : 'en'];
const screen = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;

void look();

async function look(): Promise<void> {
  await attempt(text.looking, async () => show(await call<FixesPreview>('fixesPreview')));
}

/** While the server works no button answers; a failed call leaves the screen as it was, with the words of the error. */
async function attempt(doing: string, work: () => Promise<void>): Promise<void> {
  state.textContent = doing;
  state.className = 'muted';
  screen.setAttribute('aria-busy', 'true');
  const buttons = [...screen.querySelectorAll('button')].filter((b) => !b.disabled);
  for (const button of buttons) button.disabled = true;
  try {
    await work();
    state.textContent = '';
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    state.textContent = error.message;
    state.className = 'bad';
  } finally {
    for (const button of buttons) button.disabled = false;
    screen.removeAttribute('aria-busy');
  }
}

function show({ groups, own, undo }: FixesPreview): void {
  const heading = element('h1', { tabindex: '-1' }, text.heading);
  const about = element('p', { class: 'muted' }, groups.length > 0 ? text.about : text.nothing);
  const form = element('form', {}, about);
  if (own) form.append(element('p', {}, text.own(own.join('; '))));
  const parts = groups.map((group) => ({ group, box: partOf(group, form) }));
  if (groups.length > 0) {
    const fix = element('button', { type: 'submit', class: 'main' });
    const accepted = () => parts.filter(({ box }) => box.checked).map(({ group }) => group);
    const count = () => {
      const cells = accepted().reduce((sum, group) => sum + group.count, 0);
      fix.textContent = cells > 0 ? text.fix(cells) : text.none;
      fix.disabled = cells === 0;
    };
    form.addEventListener('change', count);
    count();
    form.append(fix);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void apply(accepted().map((group) => group.kind));
    });
  }
  screen.replaceChildren(heading, form, ...(undo > 0 ? [undoButton(text.undo(undo))] : []), closing());
  heading.focus();
}

/** A kind with its tick and its cells. */
function partOf({ title, count, cells, hidden }: Group, form: HTMLElement): HTMLInputElement {
  const box = element('input', { type: 'checkbox', checked: true });
  const rows = cells.map(({ tab, row, id, column, before, after }) =>
    element(
      'tr',
      {},
      element('td', {}, text.place(tab, row, id, column)),
      element('td', {}, ...marked(before, after, text.hidden)),
      element('td', {}, after),
    ),
  );
  const name = text.kind(title, count);
  const head = text.columns.map((column) => element('th', { scope: 'col' }, column));
  const table = element(
    'table',
    {},
    element('caption', { class: 'unseen' }, name),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  );
  const part = element('fieldset', {}, element('legend', {}, element('label', {}, box, name)), table);
  if (hidden > 0) part.append(element('p', { class: 'warn' }, text.shown(cells.length, count)));
  form.append(part);
  return box;
}

async function apply(kinds: readonly string[]): Promise<void> {
  await attempt(text.fixing, async () => {
    const outcome = await call<FixesOutcome>('fixesApply', { kinds });
    tell(outcome, text.fixed(outcome.written), () => apply(kinds), true);
  });
}

async function undo(): Promise<void> {
  await attempt(text.undoing, async () => {
    const outcome = await call<FixesOutcome>('fixesUndo');
    tell(outcome, text.undone(outcome.written), undo, false);
  });
}

/** What was done; with what is left for another run, and with the way back where there is one. */
function tell(
  { left, leftHidden, rest, written }: FixesOutcome,
  done: string,
  goOn: () => Promise<void>,
  undoable: boolean,
): void {
  const heading = element('h1', { tabindex: '-1' }, done);
  const parts: HTMLElement[] = [heading];
  if (rest > 0) parts.push(element('p', { class: 'warn' }, text.rest(rest)), button(text.more, goOn, 'main'));
  if (left.length > 0) {
    const lines = leftHidden > 0 ? [...left, text.leftHidden(leftHidden)] : left;
    parts.push(
      element('h2', {}, text.left),
      element('ul', {}, ...lines.map((line) => element('li', {}, line))),
    );
  }
  parts.push(button(text.again, look, rest > 0 ? undefined : 'main'));
  if (undoable && written > 0) parts.push(undoButton(text.undo(written)));
  screen.replaceChildren(...parts, closing());
  heading.focus();
}

const undoButton = (name: string): HTMLElement => button(name, undo);

function button(name: string, run: () => Promise<void>, look?: string): HTMLElement {
  const made = element('button', { type: 'button', class: look }, name);
  made.addEventListener('click', () => void run());
  return made;
}

function closing(): HTMLElement {
  const made = element('button', { type: 'button' }, text.close);
  made.addEventListener('click', close);
  return made;
}
