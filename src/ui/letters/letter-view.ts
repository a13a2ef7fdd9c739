import type { ShownLetter } from '../../app/letters-screen';
import type { LetterBlock, LetterLine } from '../../domain/letters/letter';
import { element } from '../kit/element';
import { unfold } from '../kit/unfold';
import { button, type Desk, paragraph, words } from './desk';
import { stop } from './standing';

const SIGNS: Readonly<Record<LetterLine['tone'], string>> = { overdue: '▲', today: '●', soon: '○' };

/** One letter as it would go out, and what may be done with it alone. */
export function letterView(desk: Desk, letter: ShownLetter, back: () => void): HTMLElement[] {
  const { letters } = desk.screen;
  const { to, as, subject, content } = letter;
  const at = letters.indexOf(letter);
  const next = letters[at + 1];
  const no = desk.command(words.undeliveredNow, words.wait, {
    name: 'lettersUndelivered',
    args: { address: to },
  });
  return [
    ...stop(desk),
    button(words.back, back),
    paragraph(words.letterOf(at + 1, letters.length), 'muted'),
    element('h1', { tabindex: '-1', lang: 'ru' }, subject),
    element(
      'p',
      {},
      element('span', { class: 'muted' }, `${words.to}: `),
      element('strong', {}, to),
      ` (${as.map((role) => words.role[role]).join(', ')})`,
    ),
    element('article', { lang: 'ru', 'aria-label': subject }, ...content.map(blockOf)),
    ...(next ? [button(words.next, () => desk.open(next), 'main')] : []),
    desk.tell(words.trial, words.trialSending, { name: 'lettersTrial', args: { to } }),
    unfold(words.undelivered, words.cancel, [paragraph(words.undeliveredWhy(to)), no], no),
  ];
}

function blockOf(block: LetterBlock): HTMLElement {
  if (block.kind === 'heading') return element('h2', {}, block.text);
  if (block.kind === 'paragraph') return element('p', {}, block.text);
  if (block.kind === 'link') return element('p', {}, linkTo(block.url, block.text));
  return element('ul', { class: 'lines' }, ...block.items.map(lineOf));
}

function lineOf({ text, when, tone, left, url }: LetterLine): HTMLElement {
  return element(
    'li',
    { class: tone },
    element('strong', {}, text),
    element(
      'span',
      { class: 'when' },
      element('span', { 'aria-hidden': 'true' }, `${SIGNS[tone]} `),
      when || words.tone[tone],
    ),
    ...(left === '' ? [] : [element('span', {}, left)]),
    ...(url === '' ? [] : [linkTo(url, words.openTab, text)]),
  );
}

/** A link to a page of the web; the text alone for any other address, which a letter has no need of. */
function linkTo(url: string, text: string, about = ''): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return element('span', {}, text);
  const label = about === '' ? undefined : `${text}: ${about}`;
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', 'aria-label': label }, text);
}
