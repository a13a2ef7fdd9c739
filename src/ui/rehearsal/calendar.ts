import type { RehearsedDay } from '../../domain/letters/rehearse';
import { element } from '../kit/element';
import { daysOf, nextDay, weekday } from './days';
import type { RUSSIAN } from './words';

/** Shades of a day, from no letters to as many as on the fullest day. */
const SHADES = 4;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -28,
  PageDown: 28,
};

export interface Calendar {
  readonly root: HTMLElement;
  /** Moves to the day and shows its letters. */
  show(date: string): void;
}

/**
 * Months with a button for each day: one stop of the Tab key, arrows go on from there (a year of stops would be a wall).
 * @param chosen is called with the day that was pressed
 */
export function calendar(
  words: typeof RUSSIAN,
  from: string,
  to: string,
  days: readonly RehearsedDay[],
  isOver: (day: RehearsedDay) => boolean,
  chosen: (date: string) => void,
): Calendar {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const most = Math.max(1, ...days.map((day) => day.letters.length));
  const buttons = new Map<string, HTMLButtonElement>();

  const weekdayOf = (date: string) => words.fullWeekdays[weekday(date)];
  const unseen = (text: string) => element('span', { class: 'unseen' }, text);
  const mark = () => element('b', { 'aria-hidden': 'true' }, '!');

  const dayButton = (date: string): HTMLButtonElement => {
    const day = byDate.get(date);
    const n = day?.letters.length ?? 0;
    const over = day !== undefined && isOver(day);
    const made = element(
      'button',
      {
        type: 'button',
        tabindex: '-1',
        class: `day shade${Math.ceil((n / most) * SHADES)}${over ? ' over' : ''}`,
        'data-date': date,
        'aria-pressed': 'false',
      },
      element('span', { class: 'number' }, String(Number(date.slice(8)))),
      unseen(`${words.ofMonth(Number(date.slice(5, 7)))} ${date.slice(0, 4)}, ${weekdayOf(date)},`),
      n === 0
        ? element('span', { class: 'count', 'aria-hidden': 'true' }, '·')
        : element('span', { class: 'count' }, String(n), ...(over ? [mark()] : [])),
      unseen((n === 0 ? words.letters(0) : words.noun(n)) + (over ? `, ${words.overQuota}` : '')),
    );
    buttons.set(date, made);
    return made;
  };

  const month = (key: string, dates: readonly string[]): HTMLElement => {
    const cells = [
      ...Array.from({ length: weekday(dates[0]) }, () => element('td')),
      ...dates.map((date) => element('td', {}, dayButton(date))),
    ];
    const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
      element('tr', {}, ...cells.slice(i * 7, i * 7 + 7)),
    );
    const heads = words.weekdays.map((name, i) =>
      element('th', { scope: 'col', abbr: words.fullWeekdays[i] }, name),
    );
    return element(
      'table',
      {},
      element('caption', {}, `${words.months[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`),
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
    );
  };

  const months = new Map<string, string[]>();
  for (const date of daysOf(from, to)) {
    const key = date.slice(0, 7);
    months.set(key, [...(months.get(key) ?? []), date]);
  }
  const root = element('div', { class: 'months' }, ...[...months].map(([key, dates]) => month(key, dates)));

  let stop = from;
  const moveTo = (date: string) => {
    buttons.get(stop)?.setAttribute('tabindex', '-1');
    stop = date < from ? from : date > to ? to : date;
    buttons.get(stop)?.setAttribute('tabindex', '0');
  };
  const press = (date: string) => {
    moveTo(date);
    root.querySelector('[aria-pressed="true"]')?.setAttribute('aria-pressed', 'false');
    buttons.get(date)?.setAttribute('aria-pressed', 'true');
    chosen(date);
  };
  const dateOf = (target: EventTarget | null) =>
    (target as HTMLElement | null)?.closest<HTMLElement>('.day')?.dataset.date;
  root.addEventListener('click', ({ target }) => {
    const date = dateOf(target);
    if (date) press(date);
  });
  root.addEventListener('keydown', (event) => {
    const date = dateOf(event.target);
    if (!date || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = STEPS[event.key];
    const ends: Readonly<Record<string, string>> = { Home: from, End: to };
    if (step === undefined && !(event.key in ends)) return;
    event.preventDefault();
    moveTo(ends[event.key] ?? nextDay(date, step));
    buttons.get(stop)?.focus();
  });
  moveTo(from);
  return {
    root,
    show(date) {
      press(date);
      buttons.get(date)?.focus();
    },
  };
}
