/** Latin letters that look like Cyrillic ones (domain.md §6.4), in lower case, and their twins at the same places. */
const LATIN = 'abcehkmoptxyë';
const CYRILLIC = 'авсенкмортхуе';

const ANY_CYRILLIC = /[\u0400-\u04ff]/;
const ANY_LATIN = /[a-yë]/;
const LATIN_LETTER = /[A-Za-z\u00c0-\u024f]/;
// A word with both alphabets has a place where one letter follows a letter of the other.
const MEETING =
  /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;

function mapLetters(text: string, from: string, to: string): string {
  let mapped = '';
  for (const letter of text) {
    const at = from.indexOf(letter);
    mapped += at < 0 ? letter : to[at];
  }
  return mapped;
}

/** Lower-case text with Latin look-alikes made Cyrillic, if it has any Cyrillic letter; otherwise as it was. */
export function toCyrillic(text: string): string {
  return ANY_LATIN.test(text) && ANY_CYRILLIC.test(text) ? mapLetters(text, LATIN, CYRILLIC) : text;
}

/** Lower-case text with Cyrillic look-alikes made Latin. */
export function toLatin(text: string): string {
  return mapLetters(text, CYRILLIC, LATIN);
}

/** Whether a word mixes Latin and Cyrillic letters; in a text, whether any word does. */
export function hasMixedAlphabet(text: string): boolean {
  // Most cells have no Latin letter at all.
  return LATIN_LETTER.test(text) && MEETING.test(text.normalize('NFC'));
}

const LETTERS = /[\p{L}\p{M}]+/gu;

/** The words of a text that mix Latin and Cyrillic letters, as they stand there. */
export function mixedWords(text: string): string[] {
  return (text.normalize('NFC').match(LETTERS) ?? []).filter(hasMixedAlphabet);
}

/** Whether every Latin letter of the word looks like a Cyrillic one: «Мaрия», but not «Excelем». */
export function isHomoglyphWord(word: string): boolean {
  for (const letter of word.toLowerCase())
    if (/[a-z\u00df-\u024f]/.test(letter) && LATIN.indexOf(letter) < 0) return false;
  return true;
}
