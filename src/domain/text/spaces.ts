/** No-break space: between a day and its month, a number and its noun, initials. */
export const NBSP = '\u00a0';

// Control characters, soft hyphen, zero-width spaces and joiners, direction marks, byte order mark:
// they come with text copied from PDF and Word, and cannot be seen in a cell.
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Words of usual letters with single spaces between: most cells, which need no cleaning. */
const CLEAN = /^(?:[!-~А-Яа-яЁё«»№–—·]+(?: (?! |$)|$))*$/;
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

/**
 * One line of text as a person sees it: composed letters (NFC), invisible characters removed, every run of spaces of
 * any kind (line breaks too) made one ordinary space, none at the ends.
 * @example cleanText(' Иванова\u00a0\u200bМария\nПавловна ') // 'Иванова Мария Павловна'
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** The same for a text of several lines: lines are cleaned one by one, blank ones at the ends are dropped. */
export function cleanLines(text: string): string {
  return text
    .split(LINE_BREAK)
    .map(cleanText)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The text without the given characters at its end. A loop: `/[.]+$/` takes seconds on a cell of leader dots. */
export function dropTail(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.indexOf(text[end - 1]!) >= 0) end--;
  return text.slice(0, end);
}
