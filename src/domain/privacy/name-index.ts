import { foldName } from '../text/fold';
import { isCode, parseName } from '../text/person-name';
import { likelyNames, namedAfter, type Span } from './likely-names';
import { isOfficial } from './officials';

/** A person of the key: the code that stands for the name. */
export interface Coded {
  readonly code: string;
  readonly name: string;
}

/** Finds and replaces the names of known people in any text. */
export interface NameIndex {
  /**
   * Exact forms of the names become codes: «Иванова Мария Павловна», «Мария Иванова», «Иванова М. П.», «М. П. Иванова».
   * A form that several people share becomes all their codes.
   */
  replace(text: string): Replaced;
}

export interface Replaced {
  readonly text: string;
  readonly replaced: number;
  /** Pieces of the new text that may still name somebody: a surname alone or in another case, any likely name. */
  readonly left: readonly Span[];
}

export const HIDDEN_NAME = '(имя скрыто)';

interface Word extends Span {
  readonly key: string;
  readonly capital: boolean;
}

// Soft hyphens, stress marks and direction marks come with copied text and stand inside words.
const WORDS = /\p{L}[\p{L}\p{M}\u00ad\u200b-\u200f]*/gu;
/** What may stand between the parts of one name. */
const GAP = /^[\s.\u00ad\u200b-\u200f\u2010-\u2015\u2212-]{0,4}$/;
/** Endings that a surname may have in other cases and in the other gender, after its stem. */
const ENDING =
  /^(?:|а|у|е|ы|и|о[йюм]|ою|ой|ым|ыми|ых|их|им|ими|ом|ем|ей|ею|ого|ому|его|ему|ая|ую|яя|юю|ий|ый|ь|я|ю|ью|ям|ями|ам|ами|ов|ой)$/;

/** The forms are looked up by their words, so a text costs the same whether there are ten people or ten thousand. */
export function nameIndex(people: readonly Coded[], officials: ReadonlySet<string> = new Set()): NameIndex {
  const forms = new Map<string, Set<string>>();
  const stems = new Set<string>();
  let longest = 1;
  for (const { code, name } of people) {
    const { surname, name: first, patronymic, extra } = parseName(name);
    for (const form of formsOf(keys(surname), keys(first), keys(patronymic))) {
      longest = Math.max(longest, form.length);
      const known = forms.get(form.join(' '));
      if (known) known.add(code);
      else forms.set(form.join(' '), new Set([code]));
    }
    for (const part of [...keys(surname), ...keys(extra)]) if (part.length > 2) stems.add(stemOf(part));
  }
  const isSurname = (word: Word): boolean => {
    if (!word.capital || word.key.length < 3) return false;
    for (let end = word.key.length; end >= Math.max(2, word.key.length - 4); end--)
      if (stems.has(word.key.slice(0, end)) && ENDING.test(word.key.slice(end))) return true;
    return false;
  };
  return {
    replace(text) {
      let out = '';
      let from = 0;
      let replaced = 0;
      const words = wordsOf(text);
      for (let i = 0; i < words.length; i++) {
        const found = formAt(text, words, i, forms, longest);
        if (!found) continue;
        const last = words[i + found.length - 1];
        // The dot of a last initial belongs to the name.
        const end = last.key.length === 1 && text[last.end] === '.' ? last.end + 1 : last.end;
        out += text.slice(from, words[i].start) + [...found.codes].join(' или ');
        from = end;
        replaced++;
        i += found.length - 1;
      }
      const clean = replaced === 0 ? text : out + text.slice(from);
      return { text: clean, replaced, left: leftIn(clean, isSurname, officials) };
    },
  };
}

/** The text with these pieces hidden. */
export function hideSpans(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + HIDDEN_NAME + rest.slice(end), text);
}

function leftIn(text: string, isSurname: (word: Word) => boolean, officials: ReadonlySet<string>): Span[] {
  const all = likelyNames(text);
  const likely = all.filter((s) => !isOfficial(text.slice(s.start, s.end), officials));
  const alone = wordsOf(text).filter(
    (word) =>
      isSurname(word) &&
      !all.some((s) => s.start <= word.start && word.end <= s.end) &&
      !namedAfter(text, word.start),
  );
  return [...likely, ...alone.map(({ start, end }) => ({ start, end }))].sort((a, b) => a.start - b.start);
}

function wordsOf(text: string): Word[] {
  // A line break written as \n in JSON would stick to the next word.
  const plain = text.indexOf('\\') < 0 ? text : text.replace(/\\[nrtbf]/g, '  ');
  return [...plain.matchAll(WORDS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: foldName(match[0]),
    capital: /^\p{Lu}/u.test(match[0]),
  }));
}

function formAt(
  text: string,
  words: readonly Word[],
  first: number,
  forms: ReadonlyMap<string, ReadonlySet<string>>,
  longest: number,
): { codes: ReadonlySet<string>; length: number } | null {
  let key = '';
  let found: { codes: ReadonlySet<string>; length: number } | null = null;
  for (let n = 0; n < longest && first + n < words.length; n++) {
    const word = words[first + n];
    if (n > 0 && !GAP.test(text.slice(words[first + n - 1].end, word.start))) break;
    if (word.key.length === 1 && !word.capital) break;
    key = n === 0 ? word.key : `${key} ${word.key}`;
    const codes = forms.get(key);
    if (codes) found = { codes, length: n + 1 };
  }
  return found;
}

function keys(part: string): string[] {
  return isCode(part) ? [] : (part.match(WORDS) ?? []).map(foldName);
}

function formsOf(
  surname: readonly string[],
  first: readonly string[],
  patronymic: readonly string[],
): string[][] {
  if (surname.length === 0) return [];
  if (first.length === 0) return [[...surname]];
  const short = (part: readonly string[]) => part.slice(0, 1).map((word) => word[0]);
  const [n, p] = [short(first), short(patronymic)];
  const made = [
    [...surname, ...first, ...patronymic],
    [...first, ...patronymic, ...surname],
    [...surname, ...first],
    [...first, ...surname],
    [...surname, ...n, ...p],
    [...n, ...p, ...surname],
    [...surname, ...n],
    [...n, ...surname],
  ];
  return made.filter((form, i) => made.findIndex((f) => f.join(' ') === form.join(' ')) === i);
}

/** A surname without the ending that differs by gender and case. */
function stemOf(surname: string): string {
  const stem = surname.replace(/(?:ая|яя|ий|ый|ой|а|я|ь|й)$/, '');
  return stem.length < 3 ? surname : stem;
}
