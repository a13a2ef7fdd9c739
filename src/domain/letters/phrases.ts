import type { Obligation } from '../roadmap/obligation';
import type { WorkingCalendar } from '../roadmap/working-calendar';
import type { DateText } from '../text/calendar';
import { DAYS, daysLeftWords } from '../text/days-left';
import { counted } from '../text/plural';
import { longDate, shortDate } from '../text/print-date';
import { cleanText, dropTail, NBSP } from '../text/spaces';
import type { LetterLine } from './letter';

/**
 * How much time is left.
 * @example daysPhrase(3) // 'осталось 3 дня'
 * @example daysPhrase(-21) // 'просрочено на 21 день'
 */
export function daysPhrase(daysLeft: number): string {
  if (daysLeft === 0) return 'срок сегодня';
  if (daysLeft < 0) return `просрочено на${NBSP}${counted(-daysLeft, DAYS)}`;
  return daysLeftWords(daysLeft);
}

export function toneOf(daysLeft: number): LetterLine['tone'] {
  return daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : 'soon';
}

/**
 * The time left and the day in words; where the plan says another day, why it is another.
 * @example 'осталось 3 дня: срок до 21 октября 2022 г. включительно (20.10.2022 — нерабочий день, срок перенесён на 21.10.2022)'
 */
export function whenPhrase(obligation: Obligation, daysLeft: number, calendar: WorkingCalendar): string {
  const due: DateText = obligation.due;
  if (due === '') return '';
  const day = longDate(due);
  const what = obligation.continuous ? 'срок актуализации' : 'срок';
  const time = daysPhrase(daysLeft);
  const said =
    daysLeft < 0
      ? `${time}: ${what} был ${day}`
      : daysLeft === 0
        ? `${obligation.continuous ? `${what} сегодня` : time}, ${day}`
        : `${time}: ${what} до ${day} включительно`;
  return said + movedPhrase(obligation, calendar);
}

function movedPhrase({ controlDate, due, continuous }: Obligation, calendar: WorkingCalendar): string {
  if (continuous || controlDate === '' || due === '' || controlDate === due) return '';
  const planned = shortDate(controlDate);
  return calendar.isWorking(controlDate)
    ? ` (по плану ${planned})`
    : ` (${planned} — нерабочий день, срок перенесён на${NBSP}${shortDate(due)})`;
}

/** @example '2.1. Назначение кураторов' */
export function measureTitle({ number, title }: Pick<Obligation, 'number' | 'title'>): string {
  // «… в 2022–2023 уч.г.» keeps its dot: only that of a sentence goes.
  const clean = cleanText(title);
  const name = clean.endsWith('.') ? clean.replace(/(\p{L}{4}|[»)])\.$/u, '$1') : clean;
  return number === '' ? name : `${dropTail(number, '.')}. ${name}`;
}
