import { cleanText } from '../text/spaces';

const HIDDEN = '(имя скрыто)';
const NAME = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?';
const PATRONYMIC = '[А-ЯЁ][а-яё]+(?:ич|вн|ичн|инишн|оглы|кызы)(?:а|у|ем|ом|е|ы|ой)?(?![а-яё])';
const INITIALS = '[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.';
const PEOPLE = [
  `${NAME}\\s+${NAME}\\s+${PATRONYMIC}`,
  `${NAME}\\s+${PATRONYMIC}(?:\\s+${NAME})?`,
  `${NAME}\\s+${INITIALS}`,
  `${INITIALS}\\s?${NAME}`,
  // The code of a mentee can be linked back to a person.
  'MNT-\\d+(?:\\s·\\s[^,;.]+)?',
].map((pattern) => new RegExp(`(?<![А-Яа-яЁё])${pattern}`, 'g'));

/**
 * A text that people typed, without full names, names with initials and codes of mentees. A second fence only: texts
 * where names are likely (SWOT, requests, reasons of return) are not printed at all.
 */
export function withoutNames(text: string): string {
  return PEOPLE.reduce((rest, pattern) => rest.replace(pattern, HIDDEN), cleanText(text));
}

/**
 * Counts by organisation for a table: positive counts below `few` are not shown. When just one is hidden, the smallest
 * of the others goes with it, or the total of the column would give it away.
 */
export function guardedCounts(counts: readonly (number | null)[], few: number): string[] {
  const hidden = counts.map((n) => n !== null && n > 0 && n < few);
  const shown = counts.flatMap((n, i) => (n !== null && n > 0 && !hidden[i] ? [n] : []));
  const companion =
    hidden.filter(Boolean).length === 1 && shown.length ? counts.indexOf(Math.min(...shown)) : -1;
  return counts.map((n, i) => {
    if (n === null) return 'нет данных';
    if (hidden[i]) return `менее ${few}`;
    return i === companion ? 'не показано' : String(n);
  });
}
