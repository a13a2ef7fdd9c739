import { russian } from './call';
import { element } from './element';

/**
 * A button that copies a text, and what it says of it. The clipboard of a page inside a frame is often shut: then the
 * text is copied from a field, and where that is refused too the field stays, selected, for the person's own Ctrl+C.
 * @param about what is copied, for a screen reader: many such buttons stand on one page
 */
export function copyButton(label: string, about: string, text: string): HTMLElement {
  const w = russian() ? RUSSIAN : ENGLISH;
  const status = element('p', { class: 'good', role: 'status' });
  const button = element('button', { type: 'button', 'aria-label': `${label}: ${about}` }, label);
  const root = element('div', { class: 'copy' }, button, status);
  const say = (words: string) => {
    status.textContent = '';
    // The same words again are said again.
    setTimeout(() => {
      status.textContent = words;
    }, 50);
  };
  const byField = () => {
    root.querySelector('textarea')?.remove();
    const field = element('textarea', { readonly: true, rows: '4', 'aria-label': about, lang: 'ru' });
    field.value = text;
    root.append(field);
    field.focus();
    field.select();
    if (!document.execCommand('copy')) {
      say(w.byHand);
      return;
    }
    field.remove();
    button.focus();
    say(w.copied);
  };
  button.addEventListener('click', () => {
    const copying = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copying.then(() => say(w.copied), byField);
  });
  return root;
}

const RUSSIAN = { copied: '✓ Скопировано', byHand: 'Текст выделен: нажмите Ctrl+C.' };
const ENGLISH: typeof RUSSIAN = { copied: '✓ Copied', byHand: 'The text is selected: press Ctrl+C.' };
