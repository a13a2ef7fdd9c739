import type { LetterText, LetterView } from '../../protocol';
import { button, element } from '../element';
import type { Connection } from '../link/connection';
import { attempt } from '../notices';
import { momentOf } from '../words/when';
import { words } from '../words/words';
import { openListing } from './listing';

/** The letters that were sent, as a mail reader shows them: the list, and the letter beside it. */
export function openOutbox(connection: Connection, link: (href: string) => void): void {
  openListing(
    words.outbox,
    () => connection.ask({ kind: 'outbox' }),
    words.noLetters,
    (letters: readonly LetterView[]) => reader(letters, connection, link),
  );
}

function reader(
  letters: readonly LetterView[],
  connection: Connection,
  link: (href: string) => void,
): HTMLElement {
  const view = element(
    'article',
    { class: 'mail-view', 'aria-live': 'polite' },
    element('p', { class: 'muted' }, words.chooseLetter),
  );
  const buttons: HTMLButtonElement[] = letters.map((letter) =>
    button(
      element(
        'span',
        { class: 'mail-line' },
        element('strong', {}, letter.subject || words.noSubject),
        element('span', {}, letter.to),
        element('span', { class: 'muted' }, letter.date === null ? '' : momentOf(letter.date)),
      ),
      () => {
        for (const one of buttons) one.removeAttribute('aria-current');
        buttons[letters.indexOf(letter)]?.setAttribute('aria-current', 'true');
        void attempt(async () => {
          const text = await connection.ask({ kind: 'letter', file: letter.file });
          view.replaceChildren(...letterParts(text, link));
        });
      },
      { class: 'mail-choice' },
    ),
  );
  return element(
    'div',
    { class: 'mail-reader' },
    element('ul', { class: 'mail-list' }, ...buttons.map((one) => element('li', {}, one))),
    view,
  );
}

function letterParts(letter: LetterText, link: (href: string) => void): Node[] {
  const line = (name: string, value: string) =>
    value === '' ? [] : [element('dt', {}, name), element('dd', {}, value)];
  const head = element(
    'dl',
    { class: 'mail-head' },
    ...line(words.from, letter.from),
    ...line(words.to, letter.to),
    ...line(words.replyTo, letter.replyTo),
    ...line(words.date, letter.date === null ? '' : momentOf(letter.date)),
  );
  const plain = element('pre', { class: 'plain', tabindex: 0, hidden: letter.html !== '' }, letter.text);
  const shown: Node[] = [plain];
  const tools = element('div', { class: 'line' });
  if (letter.html !== '') {
    const body = letterBody(letter, link);
    shown.unshift(body);
    const turn = button(words.plainText, () => {
      body.hidden = !body.hidden;
      plain.hidden = !plain.hidden;
      turn.setAttribute('aria-pressed', String(body.hidden));
    });
    turn.setAttribute('aria-pressed', 'false');
    if (letter.text !== '') tools.append(turn);
  }
  for (const { name, address } of letter.attachments)
    tools.append(element('a', { href: address, download: name, class: 'button' }, words.attachment(name)));
  const eml = `/outbox/${encodeURIComponent(letter.file)}`;
  tools.append(element('a', { href: eml, download: letter.file, class: 'button' }, words.downloadEml));
  return [element('h3', {}, letter.subject || words.noSubject), head, tools, ...shown];
}

/** No script runs in it: neither the frame nor the policy of the page allows one. The page itself catches its links. */
function letterBody({ subject, html }: LetterText, link: (href: string) => void): HTMLIFrameElement {
  const body = element('iframe', {
    class: 'mail-body',
    title: subject,
    sandbox: 'allow-same-origin',
    srcdoc: html,
  });
  body.addEventListener('load', () => {
    body.contentDocument?.addEventListener('click', (event) => {
      const anchor = (event.target as Element).closest('a[href]');
      if (!anchor) return;
      event.preventDefault();
      link(anchor.getAttribute('href') ?? '');
    });
  });
  return body;
}
