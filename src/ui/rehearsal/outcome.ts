import type { Rehearsal } from '../../app/rehearsal';
import type { RehearsedDay, RehearsedPerson } from '../../domain/letters/rehearse';
import { shownDay } from '../kit/day';
import { element } from '../kit/element';
import { calendar } from './calendar';
import { daysOf, weekday } from './days';
import type { RUSSIAN } from './words';

type Words = typeof RUSSIAN;

/** The answer: one sentence, what does not fit, the calendar with the letters of a day beside it, the load per person. */
export function outcome(words: Words, from: string, to: string, answer: Rehearsal): HTMLElement {
  const { days, persons, totals, notes } = answer;
  const isOver = ({ letters, carried }: RehearsedDay) => carried > 0 || letters.length > totals.quotaPerDay;
  const title = element('h2', { tabindex: '-1', class: 'totals' }, sentence(words, from, to, totals));
  if (totals.letters === 0) return element('div', {}, title, ...noteList(words, notes));
  const aside = element('section', { class: 'letters-of-day', tabindex: '0', 'aria-label': words.dayTitle });
  const byDate = new Map(days.map((day) => [day.date, day]));
  // The focus stays in the calendar: what was chosen is said.
  const said = element('p', { class: 'unseen', role: 'status' });
  const show = (date: string) => {
    const day = byDate.get(date);
    aside.replaceChildren(...lettersOf(words, date, day, isOver));
    aside.scrollTop = 0;
    said.textContent = `${shownDay(date)}: ${words.letters(day?.letters.length ?? 0)}`;
  };
  aside.append(element('h3', {}, words.dayTitle), element('p', { class: 'muted' }, words.chooseDay));
  const year = calendar(words, from, to, days, isOver, show);
  return element(
    'div',
    {},
    title,
    ...quotaWords(words, totals, days.filter(isOver), (date) => year.show(date)),
    ...noteList(words, notes),
    element('h2', {}, words.calendar),
    element('p', { class: 'muted' }, words.keys),
    legend(words),
    element('div', { class: 'beside' }, year.root, aside),
    said,
    element('h2', {}, words.persons(persons.length)),
    element('p', { class: 'muted' }, words.personsAbout),
    load(words, persons),
  );
}

function sentence(words: Words, from: string, to: string, totals: Rehearsal['totals']): string {
  const { letters, items, escalations, peakDay } = totals;
  if (letters === 0) return words.none;
  const whole = words.totals(daysOf(from, to).length, letters, items, escalations);
  return peakDay ? `${whole} ${words.peak(shownDay(peakDay.date), peakDay.letters)}` : whole;
}

function quotaWords(
  words: Words,
  { daysOverQuota, quotaPerDay }: Rehearsal['totals'],
  over: readonly RehearsedDay[],
  go: (date: string) => void,
): HTMLElement[] {
  if (daysOverQuota === 0 && over.length === 0)
    return [element('p', { class: 'good' }, `✓ ${words.fits(quotaPerDay)}`)];
  const list = over.map(({ date, letters, carried }) => {
    const made = element(
      'button',
      { type: 'button' },
      words.overDay(shownDay(date), letters.length, carried),
    );
    made.addEventListener('click', () => go(date));
    return element('li', {}, made);
  });
  return [
    element('p', { class: 'bad' }, `! ${words.over(Math.max(daysOverQuota, over.length), quotaPerDay)}`),
    element('ul', { class: 'over-days' }, ...list),
  ];
}

function noteList(words: Words, notes: readonly string[]): HTMLElement[] {
  if (notes.length === 0) return [];
  const list = notes.map((note) => element('li', { lang: 'ru' }, note));
  return [element('h2', {}, words.notes), element('ul', { class: 'notes' }, ...list)];
}

function legend(words: Words): HTMLElement {
  const shades = [1, 2, 3, 4].map((n) => element('span', { class: `swatch shade${n}` }));
  return element('p', { class: 'legend small', 'aria-hidden': 'true' }, words.less, ...shades, words.more);
}

function lettersOf(
  words: Words,
  date: string,
  day: RehearsedDay | undefined,
  isOver: (day: RehearsedDay) => boolean,
): HTMLElement[] {
  const letters = day?.letters ?? [];
  const over = day !== undefined && isOver(day);
  return [
    element('h3', {}, `${shownDay(date)}, ${words.fullWeekdays[weekday(date)]}`),
    element(
      'p',
      { class: over ? 'bad' : undefined },
      words.letters(letters.length),
      over ? `, ${words.overQuota}` : '',
    ),
    ...(day && day.carried > 0 ? [element('p', { class: 'bad' }, words.carried(day.carried))] : []),
    element(
      'ol',
      {},
      ...letters.map(({ to, subject, items, overdue }) =>
        element(
          'li',
          {},
          element('strong', {}, to),
          element('span', { lang: 'ru' }, subject),
          element(
            'span',
            { class: 'muted' },
            words.items(items),
            ...(overdue > 0 ? [', ', element('span', { class: 'bad' }, words.overdue(overdue))] : []),
          ),
        ),
      ),
    ),
  ];
}

function load(words: Words, persons: readonly RehearsedPerson[]): HTMLElement {
  const sorted = [...persons].sort(
    (a, b) => b.letters - a.letters || b.mostInAWeek - a.mostInAWeek || b.items - a.items,
  );
  const heads = [words.address, words.columnLetters, words.columnItems, words.mostInAWeek];
  const row = ({ address, letters, items, mostInAWeek }: RehearsedPerson) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, address),
      ...[letters, items, mostInAWeek].map((n) => element('td', {}, String(n))),
    );
  return element(
    'table',
    { class: 'load' },
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...sorted.map(row)),
  );
}
