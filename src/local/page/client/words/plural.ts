const RUSSIAN = new Intl.PluralRules('ru');
const NO_BREAK = '\u00a0';

/** A number with its noun, never broken between lines. @example countedRu(21, 'письмо', 'письма', 'писем') // '21 письмо' */
export function countedRu(n: number, one: string, few: string, many: string): string {
  const form = RUSSIAN.select(n);
  return `${n}${NO_BREAK}${form === 'one' ? one : form === 'few' ? few : many}`;
}

/** @example countedEn(2, 'letter', 'letters') // '2 letters' */
export function countedEn(n: number, one: string, other: string): string {
  return `${n}${NO_BREAK}${n === 1 ? one : other}`;
}
