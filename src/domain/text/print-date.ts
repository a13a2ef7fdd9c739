import { type DateText, dateParts } from './calendar';
import { type GrammaticalCase, monthName } from './months';
import { NBSP } from './spaces';

/** '2022-10-20' → '20.10.2022' */
export function shortDate(date: DateText): string {
  dateParts(date);
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** '2022-10-20 08:12' → '20.10.2022 08:12'; anything else as it is. */
export function shortMoment(moment: string): string {
  return moment.replace(/^(\d{4})-(\d\d)-(\d\d)(?= \d)/, '$3.$2.$1');
}

/** '2022-10-20' → '20 октября 2022 г.', no line break inside «20 октября» and «2022 г.» */
export function longDate(date: DateText): string {
  const [year, month, day] = dateParts(date);
  return `${day}${NBSP}${monthName(month, 'genitive')} ${year}${NBSP}г.`;
}

/**
 * The month of a wave or of a day in words.
 * @example monthYear('2024-04') // 'апрель 2024 г.'
 * @example monthYear('2023-04', 'prepositional') // 'апреле 2023 г.'
 */
export function monthYear(month: string, grammaticalCase: GrammaticalCase = 'nominative'): string {
  const [year, number] = dateParts(`${month.slice(0, 7)}-01`);
  return `${monthName(number, grammaticalCase)} ${year}${NBSP}г.`;
}
