import type { QuestionView } from '../../protocol';
import { button, element } from '../element';
import { words } from '../words/words';
import { type Dialog, openDialog } from './dialog';

/** Questions of the script that are shown now. */
const shown = new Map<number, Dialog>();

type Answer = (question: number, button: string, text: string) => void;

/** `Ui.alert` and `Ui.prompt`: the buttons in the script's order; closing the box is an answer too. */
export function ask(question: QuestionView, answer: Answer): void {
  if (shown.has(question.id)) return;
  let given = 'CLOSE';
  const field = question.kind === 'prompt' ? element('input', { type: 'text', autofocus: true }) : null;
  const dialog = openDialog(question.title ?? words.question, {
    closed: () => {
      if (shown.delete(question.id)) answer(question.id, given, field?.value ?? '');
    },
  });
  shown.set(question.id, dialog);
  const give = (name: string) => {
    given = name;
    dialog.close();
  };
  const captions: Readonly<Record<string, string>> = words.answers;
  const buttons = question.buttons.map((name, i) =>
    button(captions[name] ?? name, () => give(name), { class: i === 0 ? 'main' : undefined }),
  );
  const message = element('p', { class: 'said' }, question.message);
  if (field) {
    const label = element('label', {}, message, field);
    dialog.body.append(label);
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && question.buttons[0]) give(question.buttons[0]);
    });
  } else dialog.body.append(message);
  dialog.body.append(element('div', { class: 'buttons' }, ...buttons));
  (field ?? buttons[0])?.focus();
}

/** Answered elsewhere, or not waited for any more. */
export function forget(question: number): void {
  const dialog = shown.get(question);
  shown.delete(question);
  dialog?.close();
}
