import { foldKey } from './fold';
import { cleanLines, cleanText } from './spaces';

const OTHER = /^ин(?:ое|ая|ой)\s*[:(\u2013\u2014-]\s*(.*?)\)?$/i;

// Lists are folded once: a registry has thousands of cells and twenty values to compare each with.
const folded = new WeakMap<readonly string[], Map<string, string>>();

/**
 * The value of the list that a text stands for (case, ё, dashes, quotes do not count), spelt as in the list; or null.
 * The list must not be changed afterwards: its keys are remembered.
 */
export function findValue(text: string, vocabulary: readonly string[]): string | null {
  let keys = folded.get(vocabulary);
  if (!keys) {
    keys = new Map(vocabulary.map((value): [string, string] => [foldKey(value), value]));
    // Most cells are spelt as in the list: they need no folding.
    for (const value of vocabulary) keys.set(value, value);
    folded.set(vocabulary, keys);
  }
  return keys.get(text) ?? keys.get(foldKey(text)) ?? null;
}

/** The text after «Иное:» or in «Иное (…)»; null when the value is no free text. */
export function otherText(value: string): string | null {
  const found = OTHER.exec(cleanText(value));
  return found?.[1] ? found[1].trim() : null;
}

/**
 * The values of a cell that holds several, as typed. They are separated by `;` or a line break; by commas only when
 * each piece between them is in the vocabulary or is free text («Иное: …»), since a value may have a comma of its own.
 */
export function splitValues(cell: string, vocabulary: readonly string[]): string[] {
  const values: string[] = [];
  for (const piece of cleanLines(cell).split(/[;\n]/)) {
    const text = cleanText(piece);
    if (text === '') continue;
    const parts = text.split(',').map(cleanText);
    const known = (part: string) => findValue(part, vocabulary) !== null;
    const other = parts.findIndex((part) => otherText(part) !== null);
    // Everything after «Иное:» belongs to its text, commas too.
    const listed = other < 0 ? parts : parts.slice(0, other);
    if (known(text) || !listed.every(known)) values.push(text);
    else values.push(...listed, ...(other < 0 ? [] : [parts.slice(other).join(', ')]));
  }
  return values;
}
