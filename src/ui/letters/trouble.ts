import type { MessengerText, UnknownLetter } from '../../app/letters-screen';
import { copyButton } from '../kit/copy';
import { shownDay } from '../kit/day';
import { element } from '../kit/element';
import { type Desk, longList, paragraph, part, words } from './desk';

const FEW = 10;

/** Letters of which nobody knows whether they left: a person looks and says. */
export function unknownLetters(desk: Desk): HTMLElement[] {
  const { unknown } = desk.screen;
  if (unknown.length === 0) return [];
  return [
    element(
      'section',
      { class: 'unknown' },
      element('h2', {}, words.unknown(unknown.length)),
      paragraph(words.unknownWhy),
      paragraph(words.notLeftWhy),
      longList(
        unknown.map((letter) => unknownLetter(desk, letter)),
        FEW,
        'plain',
      ),
    ),
  ];
}

function unknownLetter(desk: Desk, { letter, run, to, at, items }: UnknownLetter): HTMLElement {
  const choice = (text: string, as: string) => {
    const made = desk.command(text, words.wait, { name: 'lettersSettle', args: { letter, run, as } });
    made.setAttribute('aria-label', `${text}: ${to}`);
    return made;
  };
  const [day, time = ''] = at.split(' ');
  return element(
    'li',
    {},
    element('strong', {}, to),
    element('span', { class: 'muted' }, `${shownDay(day)} ${time}, ${words.items(items)}`),
    element(
      'div',
      { class: 'pair' },
      choice(words.left, 'отправлено'),
      choice(words.notLeft, 'не отправлено'),
    ),
  );
}

/** Who has something to do and gets no letter, and why. */
export function unreachable({ screen }: Desk): HTMLElement[] {
  const list = screen.unreachable;
  if (list.length === 0) return [];
  return [
    part(
      words.unreachable(list.length),
      paragraph(words.unreachableWhy),
      longList(
        list.map(({ name, organisation, as, address, why, items }) =>
          element(
            'li',
            {},
            element('strong', { lang: 'ru' }, name || organisation),
            element('span', {}, `${words.role[as]}: ${words.why[why]}`),
            ...(address === '' ? [] : [element('span', { class: 'muted' }, address)]),
            element('span', { class: 'muted' }, words.items(items)),
          ),
        ),
        FEW,
        'plain',
      ),
      paragraph(words.fix, 'muted'),
    ),
  ];
}

/** For those whom mail does not reach: a text each, and numbers to call. */
export function messengers({ screen }: Desk): HTMLElement[] {
  const list = screen.messengers;
  if (list.length === 0) return [];
  const phones = list.map((one) => `${one.name}: ${one.phone || words.noPhone}`);
  return [
    part(
      words.messengers(list.length),
      paragraph(words.messengersWhy),
      longList(list.map(messenger), FEW, 'plain'),
      element(
        'details',
        {},
        element('summary', {}, words.phones),
        longList(
          phones.map((line) => element('li', { lang: 'ru' }, line)),
          FEW,
          'plain phones',
        ),
      ),
      copyButton(words.copyPhones, words.phonesAbout, phones.join('\n')),
    ),
  ];
}

function messenger({ name, phone, text }: MessengerText): HTMLElement {
  return element(
    'li',
    {},
    element('strong', { lang: 'ru' }, name),
    element('span', { class: 'muted' }, phone || words.noPhone),
    element(
      'details',
      {},
      element('summary', {}, words.text),
      element('p', { class: 'text', lang: 'ru' }, text),
    ),
    copyButton(words.copy, words.copyText(name), text),
  );
}
