import { type DateText, makeDate, serialToDate } from './calendar';
import { monthNumber } from './months';
import type { Parsed } from './parsed';
import { cleanText, dropTail } from './spaces';

const TIME = /^(.*\d)(?:t|\s+)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(z|[+-]\d{2}:?\d{2})?$/;
const YEAR_WORD = /^(.*\d)\s*(?:года|год|г)$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const NUMERIC = /^(\d{1,2})\s*([ ./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const WORDED = /^(\d{1,2})\s*([а-я]+\.?)\s*(\d{4}|\d{2})$/;

/**
 * Reads a day as people type it: `20.10.2022`, `20. 10. 22 г.`, `«20» октября 2022 г.`, `20 окт. 2022`, `20/10/2022`,
 * `2022-10-20`, `на 20.10.2022г`, `«31»__08_2021_г.`; a number is a spreadsheet's serial. Day comes before month, always;
 * a two-digit year 00–69 is 20xx, 70–99 is 19xx. Nothing is guessed: a misspelt month or two dates in one text are
 * errors. An order's number after the date (`«14» апреля 2022 г. № 78`) is passed over.
 * @returns the day, or `empty`, `not-a-date`, `impossible` (31.02.2023, 20.13.2022)
 */
export function parseDate(value: string | number): Parsed<DateText> {
  if (typeof value === 'number') return dated(serialToDate(value));
  let text = cleanText(value).toLowerCase();
  if (text === '') return { error: 'empty' };
  const bare = cleanText(text.replace(/["«»“”„‟'‘’‚‹›_]/g, ' '))
    .replace(/\s*№\s*\d[\dа-яa-z/-]*$/, '')
    .replace(/^(?:на|от)\s+(?=\d)/, '');
  text = dropTail(bare, ' .,;');
  const timed = TIME.exec(text);
  if (timed) {
    // Midnight in Perm is 19:00 of the day before in UTC: a moment in UTC does not say which day was meant.
    if (timed[3] === 'z' && !/^[0:.]+$/.test(timed[2]!)) return { error: 'not-a-date' };
    text = timed[1]!;
  }
  const iso = ISO.exec(text);
  if (iso) return dated(makeDate(+iso[1]!, +iso[2]!, +iso[3]!));
  const withYearWord = YEAR_WORD.exec(text);
  if (withYearWord) text = withYearWord[1]!;
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const separator = numeric[2]!;
    const year = numeric[4]!;
    // `22-10-20` may be a year first, `20 10 22` may be no date at all: only a word for the year settles it.
    const settled = year.length === 4 || separator === '.' || separator === '/' || withYearWord !== null;
    return settled ? dated(makeDate(fullYear(year), +numeric[3]!, +numeric[1]!)) : { error: 'not-a-date' };
  }
  const worded = WORDED.exec(text);
  const month = worded ? monthNumber(worded[2]!) : 0;
  if (!worded || month === 0) return { error: 'not-a-date' };
  return dated(makeDate(fullYear(worded[3]!), month, +worded[1]!));
}

function dated(date: DateText | null): Parsed<DateText> {
  return date === null ? { error: 'impossible' } : { value: date };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}
