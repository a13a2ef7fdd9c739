import { russianQuotes } from '../text/organisation-name';
import { parseSchoolYear } from '../text/school-year';

/** For a class of characters, where it stands first: its hyphen would make a range with what is in front of it. */
const DASHES = '-\u2010-\u2015\u2212';

/** «Иванова – Петрова Мария»: a double surname has a hyphen without spaces. Only in front, where the surname stands. */
const DOUBLE_SURNAME = new RegExp(`^(\\p{Lu}\\p{L}+)\\s*[${DASHES}]\\s*(?=\\p{Lu}\\p{L}+\\s+\\p{Lu})`, 'u');
const INSIDE_WORD = new RegExp(`(\\p{L})[${DASHES}](?=\\p{L})`, 'gu');

/** A person's name: its dashes are hyphens; letters and their case are never touched. */
export function nameDashes(text: string): string {
  return text.replace(DOUBLE_SURNAME, '$1-').replace(INSIDE_WORD, '$1-');
}

/** Years from – to, but not the numbers of a date, a telephone or an order. */
const YEARS = new RegExp(
  `(?<![${DASHES}\\d./])((?:19|20)\\d\\d)\\s*[${DASHES}]\\s*((?:19|20)\\d\\d)(?![${DASHES}\\d./])`,
  'g',
);

/** Between words with spaces and between two years stands a dash, not a hyphen; inside a word everything stays. */
export function titleDashes(text: string): string {
  return text.replace(/(?<=\S )[-\u2010\u2011\u2012\u2212](?= \S)/g, '–').replace(YEARS, '$1–$2');
}

/** Every kind of double quotes as «ёлочки»; where one of a pair is missing it is not guessed which. */
export function titleQuotes(text: string): string {
  const [all, opening, closing] = [/["«»“”„‟]/g, /«/g, /»/g].map((sign) => (text.match(sign) ?? []).length);
  if (all % 2 !== 0 || opening + closing === all) return text;
  const fixed = russianQuotes(text);
  const pairs = (fixed.match(/«/g) ?? []).length === (fixed.match(/»/g) ?? []).length;
  return pairs ? fixed : text;
}

/** Two years before «уч. год»: without the word they may be any period. */
const SCHOOL_YEAR = new RegExp(
  `(?<![${DASHES}\\d./])(\\d{4}\\s*[${DASHES}/]\\s*(?:\\d{4}|\\d{2}))(?=\\s*уч)`,
  'gi',
);

/** @example titleSchoolYears('План на 2022-23 уч. год') // 'План на 2022/2023 уч. год' */
export function titleSchoolYears(text: string): string {
  return text.replace(SCHOOL_YEAR, (found) => parseSchoolYear(found).value ?? found);
}

const LOOSE_REFERENCE = new RegExp(
  `^([A-Z]{2,3}-\\d+(?:\\.\\d+)*)(?:\\s*\\u00b7\\s*|\\s+[${DASHES}]\\s+)(?=\\S)`,
);
const REFERENCE = /^[A-Z]{2,3}-\d+(?:\.\d+)*(?=$|[\s\u00b7,])/;

/** One reference as a dropdown writes it: most cells. */
const PRINTED = /^[A-Z]{2,3}-\d+(?: \u00b7 [^;\n]+)?$/;

/** References as the dropdowns write them; a piece without an ID in front may be anything, so the cell is left. */
export function printedReferences(text: string): string {
  if (PRINTED.test(text)) return text;
  const pieces = text
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (!pieces.every((piece) => REFERENCE.test(piece))) return text;
  return pieces.map((piece) => piece.replace(LOOSE_REFERENCE, '$1 \u00b7 ')).join('; ');
}
