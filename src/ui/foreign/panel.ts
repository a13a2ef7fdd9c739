/** The dialog «Правки в чужих строках»: what curators changed in records of other organisations, with undo. */
import type { ForeignEdit, ForeignEdits, UndoOutcome } from '../../app/foreign-edits';
import { CallError, call, close } from '../kit/call';
import { element, pageInput } from '../kit/element';
import { words } from './words';

const w = words();
const screen = document.getElementById('screen') as HTMLElement;
const state = document.getElementById('state') as HTMLElement;
let list = pageInput<ForeignEdits>();

show();

function show(): void {
  const { edits, total, remark } = list;
  const heading = element('h1', { tabindex: '-1' }, w.title);
  const done = element('button', { type: 'button' }, w.close);
  done.addEventListener('click', close);
  const notes = [remark, total > edits.length ? `${w.shown} ${edits.length} ${w.of} ${total}.` : ''].filter(
    Boolean,
  );
  if (edits.length === 0) {
    screen.replaceChildren(
      heading,
      element('p', {}, w.none),
      ...notes.map((n) => element('p', { class: 'muted' }, n)),
      done,
    );
    heading.focus();
    return;
  }
  const undo = element('button', { type: 'submit', class: 'main' }, w.undo);
  const form = element(
    'form',
    {},
    heading,
    element('p', { class: 'muted' }, w.about),
    ...notes.map((n) => element('p', { class: 'muted' }, n)),
    element('ul', { class: 'edits' }, ...edits.map(item)),
    undo,
    done,
  );
  const chosen = () =>
    [...form.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => Number(box.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const numbers = chosen();
    if (numbers.length === 0) {
      say(w.choose, true);
      return;
    }
    undo.disabled = true;
    say(w.working, false);
    call<UndoOutcome>('undoForeignEdits', { numbers })
      .then((outcome) => {
        const gone = new Set(numbers);
        list = {
          ...list,
          edits: list.edits.filter((e) => !gone.has(e.number)),
          total: list.total - numbers.length,
        };
        show();
        say([`${w.undone}: ${outcome.undone}.`, ...outcome.left].join(' '), outcome.left.length > 0);
      })
      .catch((error: unknown) => {
        if (!(error instanceof CallError)) throw error;
        undo.disabled = false;
        say(error.message, true);
      });
  });
  screen.replaceChildren(form);
  heading.focus();
}

function item(edit: ForeignEdit): HTMLLIElement {
  const id = `edit-${edit.number}`;
  const box = element('input', {
    type: 'checkbox',
    id,
    value: String(edit.number),
    disabled: !edit.undoable,
  });
  const what = edit.column.startsWith('(')
    ? w.added
    : `${edit.column}: ${edit.before || w.blank} → ${edit.after || w.blank}`;
  const reason = edit.undoable ? '' : ` ${edit.column.startsWith('(') ? w.archive : w.changed}`;
  return element(
    'li',
    {},
    box,
    element(
      'label',
      { for: id },
      element('strong', {}, `${edit.tab}, ${edit.id} (${edit.owner})`),
      element('br'),
      what,
      element('br'),
      element('span', { class: 'muted' }, `${edit.when}, ${edit.who} (${edit.from}).${reason}`),
    ),
  );
}

function say(text: string, bad: boolean): void {
  state.textContent = text;
  state.className = bad ? 'bad' : 'muted';
}
