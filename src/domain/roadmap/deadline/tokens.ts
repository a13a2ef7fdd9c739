import { isHomoglyphWord, toCyrillic } from '../../text/alphabet';
import { makeDate } from '../../text/calendar';
import { monthName } from '../../text/months';
import { parseDate } from '../../text/parse-date';
import { bare, type Token } from './pattern';
import { recogniseWord } from './recognise-word';
import { inYear, wholeMonth, yearless } from './span';

/** How a piece of folded text is read: the first that fits wins. */
interface Lexeme {
  readonly shape: RegExp;
  readonly read: (found: RegExpExecArray, from: number, to: number) => Token | null;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
/** «П квартал», «Ш квартал»: letters that stand for Roman numerals, only where a quarter or a half-year follows. */
const LOOKALIKE: Readonly<Record<string, number>> = { п: 2, ш: 3 };

const fullDate: Lexeme['read'] = (found, from, to) => {
  const { value } = parseDate(found[0].replace(/\s+/g, ''));
  if (value === undefined) return bare('wrong', from, to);
  return bare('dated', from, to, { dated: { start: value, end: value, grain: 'day', part: null } });
};

const LEXEMES: readonly Lexeme[] = [
  { shape: /\s+|[.…_"«»“”„‟'‘’‚‛‹›()[\]*]+/y, read: () => null },
  { shape: /№\s*[\dа-яa-z/\\-]+/y, read: (_, from, to) => bare('filler', from, to) },
  // The hour of a day.
  { shape: /\d{1,2}:\d{2}(?!\d)/y, read: (_, from, to) => bare('filler', from, to) },
  { shape: /\d{4}-\d{1,2}-\d{1,2}(?!\d)/y, read: fullDate },
  { shape: /\d{1,2}\s*([./])\s*\d{1,2}\s*\1\s*(?:\d{4}|\d{2})(?![\d.]\d|\d)/y, read: fullDate },
  {
    shape: /(\d{1,2})[./]((?:19|20)\d{2})(?!\d)/y,
    read: ([, month, year], from, to) => {
      const dated = +month! > 12 ? null : inYear(wholeMonth(+month!), +year!);
      return dated === null ? bare('wrong', from, to) : bare('dated', from, to, { dated });
    },
  },
  {
    shape: /(\d{1,2})\.(\d{2})(?!\d|\.\d)/y,
    read: ([, day, month], from, to) => {
      // A leap year: 29 February is the day of some year.
      const at = [+month!, +day!] as const;
      if (makeDate(2024, ...at) !== null)
        return bare('yearless', from, to, { yearless: yearless(at, at, 'day') });
      return bare(+month! <= 12 && +month! > 0 ? 'wrong' : 'digits', from, to);
    },
  },
  {
    // «IV-й квартал»
    shape: /([ivі]+)\s?-\s?(?:го|ый|ой|ий|ое|ом|й|е|м)(?![a-zа-я])/y,
    read: ([text, numeral], from, to) => {
      const value = ROMAN[numeral!.replace(/і/g, 'i')];
      return value === undefined ? wordToken(text, from, to) : bare('ordinal', from, to, { value });
    },
  },
  {
    shape: /1v(?![a-zа-я])/y,
    read: (_, from, to) => bare('ordinal', from, to, { value: 4 }),
  },
  {
    shape:
      /(\d{1,4})(?:\s?-\s?)?(?:го|ой|ый|ий|ые|ое|ая|ья|ье|ом|ем|ым|ого|его|ому|ти|х|й|е|я|м)(?![а-яa-z])/y,
    read: ([, digits], from, to) => {
      if (digits!.length === 4) return bare('year', from, to, { value: +digits! });
      return bare('ordinal', from, to, { value: +digits! });
    },
  },
  {
    shape: /\d+/y,
    read: ([digits], from, to) => {
      if (/^(?:19|20)\d\d$/.test(digits!)) return bare('year', from, to, { value: +digits! });
      return bare(digits!.length < 3 ? 'number' : 'digits', from, to, { value: +digits! });
    },
  },
  { shape: /\s*-[-\s]*/y, read: (_, from, to) => bare('dash', from, to) },
  { shape: /[,;:+&|]+/y, read: (_, from, to) => bare('comma', from, to) },
  { shape: /[/\\]/y, read: (_, from, to) => bare('slash', from, to) },
  {
    shape: /([пш])(?=\s*(?:[-,и]\s*[ivпш1-4]+\s*)?(?:кв|полуг))/y,
    read: ([letter], from, to) => bare('ordinal', from, to, { value: LOOKALIKE[letter!]! }),
  },
  { shape: /п\/г|т\.\s?[дп]\.?|[\p{L}\p{M}]+/uy, read: ([word], from, to) => wordToken(word!, from, to) },
  { shape: /./suy, read: (_, from, to) => bare('word', from, to) },
];

function wordToken(word: string, from: number, to: number): Token | null {
  const roman = ROMAN[word.replace(/[іl]/g, 'i')];
  if (roman !== undefined) return bare('ordinal', from, to, { value: roman });
  const idea = recogniseWord(word);
  if (idea === null) return bare('word', from, to);
  // «в октябре», «октябрь», «на октябрь» are the same term.
  if (idea.symbol === 'preposition') return null;
  const { symbol, value, unit } = idea;
  const question =
    idea.typo && symbol === 'month' ? `«${word}» понято как «${monthName(value)}». Проверьте.` : '';
  const rhythm = unit === null ? null : ({ unit, every: 1, times: 1, part: 'end' } as const);
  return bare(symbol, from, to, { value, rhythm, question });
}

/** One character in another: places in the folded text are places in the text that a person sees. */
function foldLetter(letter: string): string {
  const small = letter.toLowerCase();
  if (small.length !== letter.length) return letter;
  if (small === 'ё' || small === 'ë') return 'е';
  return /[\u2010-\u2015\u2212]/.test(small) ? '-' : small;
}

/** Lower case, one kind of dash, Latin look-alikes made Cyrillic where the word is Cyrillic or can only be. */
function folded(text: string): string {
  return [...text]
    .map(foldLetter)
    .join('')
    .replace(/\p{L}+/gu, (word) => {
      if (/^[ivlі]+$/.test(word)) return word;
      // A mark of Cyrillic in front makes a wholly Latin «c» or «март» a mixed word too.
      return isHomoglyphWord(word) ? toCyrillic(`я${word}`).slice(1) : toCyrillic(word);
    });
}

/** Words in brackets that belong to the term; any other note is left out: «(приложение 1)», «(при необходимости)». */
const SAY_WHEN: readonly string[] = [
  'month',
  'recur',
  'multiple',
  'times',
  'each',
  'quarter',
  'half',
  'school',
  'date-number',
  'always',
  'refresh',
  'afterwards',
  'except',
];
const DAY_OR_YEAR = /(?:19|20)\d\d|\d{1,2}[./]\d\d(?!\d)/;

function withoutNotes(text: string): string {
  const bare = text.replace(/\([^()]*\)?/g, (note) => {
    const said = (note.match(/\p{L}+/gu) ?? []).some((word) =>
      SAY_WHEN.includes(recogniseWord(word)?.symbol ?? ''),
    );
    return said || DAY_OR_YEAR.test(note) ? note : ' '.repeat(note.length);
  });
  return bare.trim() === '' ? text : bare;
}

/** The pieces of a cleaned text, in their order. */
export function tokensOf(text: string): readonly Token[] {
  const line = withoutNotes(folded(text));
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; ) {
    for (const { shape, read } of LEXEMES) {
      shape.lastIndex = at;
      const found = shape.exec(line);
      if (found === null) continue;
      const end = at + found[0].length;
      const token = read(found, at, end);
      if (token !== null) tokens.push(token);
      at = end;
      break;
    }
  }
  return tokens;
}
