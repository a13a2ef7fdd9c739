import { russian } from './call';
import { element } from './element';
import { type KeyNames, readKeyText } from './key-text';

/**
 * Reads the key file that a person chose, inside the browser: the names go into the page's memory and nowhere else.
 * A file that Excel saved again in the Windows code page is read too.
 */
export async function loadKeyFile(file: Blob): Promise<KeyNames> {
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder('utf-8').decode(bytes);
  return readKeyText(text.includes('\ufffd') ? new TextDecoder('windows-1251').decode(bytes) : text);
}

const CODE_IN_TEXT = /(?<![\p{L}\d])[A-ZА-ЯЁ]{1,3}-\d{1,5}(?!\d)/gu;

/** The codes of a text with the names beside them: `П-017 (Иванова Мария Павловна)`. For showing only. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text;
  return text.replace(CODE_IN_TEXT, (code) => {
    const name = names.get(code);
    return name === undefined ? code : `${code} (${name})`;
  });
}

/**
 * «Показать имена из файла ключа…» for a side bar: put the element where names are wanted and draw the panel again in
 * `show`, passing every text that may hold a code through `withNames`. Never put a name into an argument of `call`.
 * @example main.append(keyFileButton((names) => draw(names)))
 */
export function keyFileButton(show: (names: ReadonlyMap<string, string>) => void): HTMLElement {
  const words = russian() ? RUSSIAN : ENGLISH;
  const picker = element('input', { type: 'file', accept: '.csv,text/csv', hidden: true, tabindex: '-1' });
  const button = element('button', { type: 'button' }, words.load);
  const state = element('p', { class: 'muted', role: 'status' }, words.stays);
  button.addEventListener('click', () => picker.click());
  picker.addEventListener('change', async () => {
    const file = picker.files?.[0];
    if (!file) return;
    const { names, problems } = await loadKeyFile(file);
    state.textContent = [words.known(names.size), ...problems.slice(0, 3)].join(' ');
    show(names);
  });
  return element('div', { class: 'key-file' }, button, picker, state);
}

const RUSSIAN = {
  load: 'Показать имена из файла ключа…',
  stays: 'Файл читается в браузере и никуда не отправляется.',
  known: (n: number) => `Известно кодов: ${n}. Имена видны только в этом окне.`,
};
const ENGLISH: typeof RUSSIAN = {
  load: 'Show names from the key file…',
  stays: 'The file is read in the browser and is not sent anywhere.',
  known: (n) => `Codes known: ${n}. The names are seen in this window only.`,
};
