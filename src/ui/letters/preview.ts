import type { LettersScreen, ShownLetter } from '../../app/letters-screen';
import { element } from '../kit/element';
import { type Desk, longList, paragraph, part, words } from './desk';

const FEW = 8;

/** The letters of today, each opens; or why there are none. */
export function preview(desk: Desk): HTMLElement {
  const { screen } = desk;
  const { letters, sendsToday, later } = screen;
  const list = longList(
    letters.map((letter) => element('li', {}, opener(desk, letter))),
    FEW,
    'letters',
  );
  if (!sendsToday)
    return part(
      words.dayOff,
      paragraph(words.dayOffWhy),
      ...(letters.length > 0 ? [paragraph(words.dayOffLetters), list] : []),
    );
  if (letters.length === 0)
    return part(
      words.nobody,
      paragraph(words.nobodyWhy),
      element('ul', {}, ...words.nobodyFirst.map((text) => element('li', {}, text))),
      ...(later > 0 ? limits(screen) : []),
    );
  return part(
    screen.state === 'live' && screen.alive ? words.now(letters.length) : words.would(letters.length),
    element('p', { class: 'muted' }, element('strong', {}, `${words.preview}. `), words.previewWhy),
    list,
    ...limits(screen),
  );
}

function opener(desk: Desk, letter: ShownLetter): HTMLElement {
  const { to, subject, items, overdue } = letter;
  const made = element(
    'button',
    { type: 'button', class: 'letter', 'data-to': to },
    element('strong', {}, to),
    element('span', { lang: 'ru' }, subject),
    element(
      'span',
      { class: 'muted' },
      words.items(items),
      ...(overdue > 0 ? [', ', element('span', { class: 'bad' }, words.overdue(overdue))] : []),
      ...(desk.isRead(letter) ? [' · ', element('span', { class: 'good' }, words.read)] : []),
    ),
  );
  made.addEventListener('click', () => desk.open(letter));
  return made;
}

function limits({ quota, later }: LettersScreen): HTMLElement[] {
  const said =
    quota === null
      ? paragraph(words.quotaUnknown, 'warn')
      : quota === 0
        ? paragraph(words.noQuota, 'bad')
        : paragraph(words.quota(quota), 'muted');
  return [said, ...(later > 0 ? [paragraph(words.later(later), 'warn')] : [])];
}
