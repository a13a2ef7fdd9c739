import { isOneEdit } from '../../matching/one-edit';
import { monthName, monthNumber } from '../../text/months';
import type { Recurrence } from './deadline';
import { counts, ENDINGS, frequencies, multiples, ordinals, type Word, words } from './vocabulary';

/** What a word stands for. `typo` when it is one letter off the word it was taken for. */
export type Recognised = {
  readonly symbol: Word | 'month' | 'number' | 'ordinal' | 'multiple' | 'recur';
  readonly value: number;
  readonly unit: Recurrence | null;
  readonly typo: boolean;
};

/** Shorter words are too near to each other: «мая» and «май», «года» and «рода». */
const SHORTEST_TYPO = 4;
const SHORTEST_KEYWORD_TYPO = 5;

let lexicon: Map<string, Recognised> | null = null;

/** Every form of every word. Made when a term is first read, not when the module loads. */
function forms(): Map<string, Recognised> {
  if (lexicon !== null) return lexicon;
  const made = new Map<string, Recognised>();
  const put = (written: string, symbol: Recognised['symbol'], value = 0, unit: Recurrence | null = null) => {
    for (const form of expand(written)) made.set(form, { symbol, value, unit, typo: false });
  };
  for (const [symbol, written] of Object.entries(words)) put(written, symbol as Word);
  for (const [value, written] of counts) put(written, 'number', value);
  for (const [value, written] of ordinals) put(written, 'ordinal', value);
  for (const [value, written] of multiples) put(written, 'multiple', value);
  for (const [unit, written] of Object.entries(frequencies)) put(written, 'recur', 0, unit as Recurrence);
  for (let month = 1; month <= 12; month++)
    put(
      `${monthName(month)} ${monthName(month, 'genitive')} ${monthName(month, 'dative')} ${monthName(month, 'prepositional')}`,
      'month',
      month,
    );
  lexicon = made;
  return made;
}

function expand(written: string): string[] {
  return written.split(' ').flatMap((word) => {
    const [stem, endings] = word.replace(/[~^=]$/, (mark) => ENDINGS[mark]!).split('(');
    return endings === undefined
      ? [stem!]
      : endings
          .slice(0, -1)
          .split('|')
          .map((ending) => stem + ending);
  });
}

/**
 * The idea of a folded lower-case word. A word one letter off is taken for the only idea that is so near; a misspelt
 * month too, but only when no other month and no other word is as near («июнь» and «июль» never stand for each other).
 */
export function recogniseWord(word: string): Recognised | null {
  const known = forms().get(word);
  if (known !== undefined) return known;
  const month = monthNumber(word);
  if (month > 0) return { symbol: 'month', value: month, unit: null, typo: false };
  if (word.length < SHORTEST_TYPO) return null;
  let near: Recognised | null = null;
  for (const [form, idea] of forms()) {
    const shortest = idea.symbol === 'month' ? SHORTEST_TYPO : SHORTEST_KEYWORD_TYPO;
    if (form.length < shortest || word.length < shortest || !isOneEdit(word, form)) continue;
    if (near === null) near = idea;
    else if (near.symbol !== idea.symbol || near.value !== idea.value || near.unit !== idea.unit) return null;
  }
  return near === null ? null : { ...near, typo: true };
}
