/** The window of the storage mode: chooses it for a new workbook, and takes a workbook from full names to codes. */
import type { NameScan } from '../../app/name-scan';
import type { SetUpOutcome } from '../../app/set-up';
import type { StorageDone, StorageKey, StoragePreview, StorageScreen } from '../../app/storage-mode';
import type { WordPlace } from '../../domain/privacy/name-scan';
import { call, russian } from '../kit/call';
import { element, pageInput } from '../kit/element';
import { loadKeyFile } from '../kit/key-file';
import { ENGLISH, RUSSIAN } from './words';

interface Input {
  readonly create?: boolean;
  /** The mode that is marked first. */
  readonly mode?: string;
  readonly screen?: StorageScreen;
}

const words = russian() ? RUSSIAN : ENGLISH;
const SHOWN = 100;
const screen = document.getElementById('screen') as HTMLElement;
const input = pageInput<Input | null>();

document.title = words.title;
if (input?.create) showModes();
else if (input?.screen) showMode(input.screen);
else showFailure(new Error(words.nothing));

function show(title: string, ...content: readonly Node[]): void {
  const heading = element('h1', { tabindex: '-1' }, title);
  screen.replaceChildren(heading, ...content);
  heading.focus();
}

function showFailure(error: Error): void {
  show(words.title, element('p', { class: 'bad', role: 'alert' }, error.message));
}

function paragraph(text: string, kind = ''): HTMLElement {
  return element('p', kind ? { class: kind } : {}, text);
}

/** A button that says what it is doing and can be pressed once. */
function action(text: string, busy: string, work: () => Promise<void>, main = true): HTMLButtonElement {
  const button = element('button', { type: 'button', class: main ? 'main' : undefined }, text);
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = busy;
    work().then(() => {
      button.disabled = false;
      button.textContent = text;
    }, showFailure);
  });
  return button;
}

function choice(name: string, value: string, text: string, about = '', checked = false): HTMLElement {
  const field = element('input', { type: 'radio', name, value, checked });
  return element('label', {}, field, ` ${text}`, ...(about ? [element('span', {}, about)] : []));
}

function chosen(name: string): string {
  return document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';
}

function showModes(): void {
  const modes = element('fieldset', {}, element('legend', {}, words.ask));
  for (const [mode, about] of Object.entries(words.modes))
    modes.append(choice('mode', mode, mode, about, mode === input?.mode));
  show(
    words.title,
    paragraph(words.law, 'law'),
    modes,
    action(words.create, words.creating, async () => {
      const done = await call<SetUpOutcome>('setUp', { storageMode: chosen('mode') });
      const notes = done.leftAlone.map(({ tab, why }) => element('li', {}, `«${tab}»: ${why}`));
      show(words.title, paragraph(words.created(done.created.length), 'good'), element('ul', {}, ...notes));
    }),
  );
}

function showMode(now: StorageScreen): void {
  const parts: Node[] = [paragraph(words.now(now.mode)), paragraph(words.law, 'law')];
  if (now.unfinished)
    parts.push(
      paragraph(words.unfinished, 'warn'),
      action(words.finish, words.replacing, () => replace('', 'hide')),
    );
  else if (now.mode === 'Полный')
    parts.push(
      action(words.toCodes, words.wait, async () =>
        showPreview(await call<StoragePreview>('storagePreview')),
      ),
      paragraph(words.toTotals, 'muted'),
    );
  else if (now.mode === 'Коды вместо ФИО') parts.push(...codes(now));
  else parts.push(paragraph(words.fromTotals));
  show(words.title, ...parts);
}

function codes(now: StorageScreen): Node[] {
  const found = element('div', { 'aria-live': 'polite' });
  const list = (text: string, places: readonly string[]) =>
    found.replaceChildren(paragraph(text, places.length > 0 ? 'warn' : 'good'), long(places));
  const picker = element('input', { type: 'file', accept: '.csv,text/csv', id: 'key' });
  picker.addEventListener('change', async () => {
    const file = picker.files?.[0];
    if (!file) return;
    const { names, problems } = await loadKeyFile(file);
    try {
      const places = compare(names, await call<readonly WordPlace[]>('wordsForKey'));
      list([words.keyFound(places.length), ...problems].join(' '), places);
    } catch (error) {
      showFailure(error as Error);
    }
  });
  return [
    paragraph(words.next(now.next)),
    action(words.scan, words.wait, async () => {
      const { findings } = await call<NameScan>('nameScan');
      list(
        words.scanned(findings.length),
        findings.map(
          (f) =>
            `«${f.tab}»${f.row === null ? '' : `, ${f.row}`}${f.column ? `, «${f.column}»` : ''}: ${f.found}`,
        ),
      );
    }),
    element('label', { for: 'key' }, words.byKey),
    picker,
    paragraph(words.byKeyWhy, 'muted'),
    found,
    paragraph(words.back, 'muted'),
    paragraph(words.toTotals, 'muted'),
  ];
}

/** Surnames of the key among the words of the workbook: compared here, the names leave this page never. */
function compare(names: ReadonlyMap<string, string>, places: readonly WordPlace[]): string[] {
  const fold = (word: string) => word.toLowerCase().replace(/ё/g, 'е');
  const surnames = new Set(
    [...names.values()].flatMap((name) =>
      fold(name)
        .split(/[\s.]+/)[0]
        .split('-'),
    ),
  );
  return places.filter(({ word }) => surnames.has(fold(word))).map(({ word, place }) => `${word}: ${place}`);
}

function long(items: readonly string[]): HTMLElement {
  const rest = items.length - SHOWN;
  return element(
    'ul',
    { class: 'long', tabindex: items.length > 8 ? '0' : undefined },
    ...items.slice(0, SHOWN).map((text) => element('li', {}, text)),
    ...(rest > 0 ? [element('li', {}, words.more(rest))] : []),
  );
}

function leftWords(left: StoragePreview['left'], more: number): HTMLElement {
  return long([
    ...left.map((l) => `«${l.sheet}», ${words.place[l.kind]} ${l.cell}: ${l.words.join('; ')}`),
    ...(more > 0 ? [words.more(more)] : []),
  ]);
}

function showPreview(preview: StoragePreview): void {
  const { left, leftMore, memos, problems } = preview;
  const parts: Node[] = [
    paragraph(words.people(preview.people)),
    long(preview.tabs.map(({ tab, cells }) => words.cells(tab, cells))),
  ];
  if (problems.length > 0) {
    show(words.preview, ...parts, long(problems));
    return;
  }
  if (left.length > 0)
    parts.push(
      paragraph(words.left(left.length + leftMore), 'warn'),
      leftWords(left, leftMore),
      element(
        'fieldset',
        {},
        element('legend', {}, words.choose),
        choice('left', 'hide', words.hide),
        choice('left', 'leave', words.leave),
      ),
    );
  if (memos.length > 0) parts.push(paragraph(words.memos, 'muted'), long(memos));
  const saved = element('input', { type: 'checkbox', id: 'saved', disabled: true });
  const last = action(words.replace, words.replacing, () => replace(print, chosen('left')));
  last.disabled = true;
  let print = '';
  const ready = () => {
    last.disabled = !saved.checked || (left.length > 0 && chosen('left') === '');
  };
  saved.addEventListener('change', ready);
  screen.addEventListener('change', ready);
  show(
    words.preview,
    ...parts,
    element('h2', {}, words.key),
    paragraph(words.keyWhy),
    action(
      words.save,
      words.wait,
      async () => {
        const key = await call<StorageKey>('storageKey');
        download(key.text);
        print = key.print;
        saved.disabled = false;
      },
      false,
    ),
    element('label', { for: 'saved' }, saved, ` ${words.saved}`),
    element('h2', {}, words.last),
    paragraph(words.lastWhy, 'warn'),
    last,
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = element('a', { href: address, download: 'ключ-наставничество.csv' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function replace(keyPrint: string, leftovers: string): Promise<void> {
  const done = await call<StorageDone>('storageSwitch', { confirmed: true, keyPrint, leftovers });
  const again = done.again.length > 0;
  show(
    words.title,
    paragraph(again ? words.again(done.again.join('; ')) : words.done(done.cells), again ? 'warn' : 'good'),
    ...(done.left.length > 0
      ? [paragraph(words.left(done.left.length + done.leftMore), 'warn'), leftWords(done.left, done.leftMore)]
      : []),
    paragraph(words.after, 'warn'),
  );
}
