import { type FontWeight, textWidth } from './font-metrics';

export interface WrapOptions {
  readonly width: number;
  readonly size: number;
  readonly lines: number;
  readonly weight?: FontWeight;
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** Something was left out or a word was cut. */
  readonly cut: boolean;
}

const ELLIPSIS = '…';

/**
 * Breaks a text into lines that fit. What does not fit is left out of the middle of the text: names of organisations
 * begin alike and differ at the end («… школа № 12»).
 */
export function wrapText(text: string, options: WrapOptions): Wrapped {
  const { width, size, weight } = options;
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  const words = glued(text.trim()).split(/[ \n\t]+/);
  if (words.every(fits)) {
    const lines = fill(words, fits);
    if (lines.length <= options.lines) return { lines, cut: false };
  }
  const lines = shorten(
    words.flatMap((word) => breakWord(word, fits)),
    fits,
    options.lines,
  );
  return { lines, cut: true };
}

/** Keeps together what must not be parted: «№ 12», initials, and short prepositions with the next word. */
function glued(text: string): string {
  return text
    .replace(/№\s+/g, '№\u00a0')
    .replace(/(\p{Lu}\.) (?=\p{Lu})/gu, '$1\u00a0')
    .replace(/(?<=^|[\s(«])(\p{Ll}{1,2}\.?) (?=\S)/gu, '$1\u00a0');
}

function fill(words: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const joined = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Keeps the beginning in all lines but the last, and the end of the text in the last one. */
function shorten(words: readonly string[], fits: (line: string) => boolean, count: number): string[] {
  const lines = fill(words, fits);
  if (lines.length <= count) return lines;
  if (count <= 1) return [middleCut(words.join(' '), fits)];
  const head = lines.slice(0, count - 1);
  let tail = '';
  for (let i = words.length - 1; i >= 0; i--) {
    const longer = tail ? `${words[i]} ${tail}` : words[i];
    if (!fits(`${ELLIPSIS} ${longer}`)) break;
    tail = longer;
  }
  return [...head, tail ? `${ELLIPSIS} ${tail}` : middleCut(`${ELLIPSIS}${words[words.length - 1]}`, fits)];
}

function middleCut(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  return wholeWords(text.split(/[ \n\t]+/), fits) ?? wholeCharacters(text, fits);
}

/** «МБОУ «Средняя … школа № 1»»: words from both ends, as many as fit; null when not even one of each does. */
function wholeWords(words: readonly string[], fits: (line: string) => boolean): string | null {
  const lineOf = (head: number, tail: number): string | null => {
    if (head + tail >= words.length) return null;
    const line = `${words.slice(0, head).join(' ')} ${ELLIPSIS} ${words.slice(words.length - tail).join(' ')}`;
    return fits(line) ? line : null;
  };
  let [head, tail] = [1, 1];
  let best = lineOf(head, tail);
  while (best !== null) {
    const length = (part: readonly string[]) => part.join(' ').length;
    const shortHead = length(words.slice(0, head)) <= length(words.slice(words.length - tail));
    // The shorter end grows first; when its next word does not fit, the other one.
    const next = (shortHead ? [1, 0] : [0, 1]).map((grow) => ({ head: head + grow, tail: tail + 1 - grow }));
    const found = next.find((n) => lineOf(n.head, n.tail) !== null);
    if (!found) break;
    ({ head, tail } = found);
    best = lineOf(head, tail);
  }
  return best;
}

function wholeCharacters(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept--) {
    const head = Math.ceil(kept * 0.55);
    const start = characters.slice(0, head).join('').trimEnd();
    const line = `${start}${ELLIPSIS}${characters
      .slice(characters.length - (kept - head))
      .join('')
      .trimStart()}`;
    if (fits(line)) return line;
  }
  return ELLIPSIS;
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && !fits(`${piece}${character}-`)) {
      pieces.push(`${piece}-`);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
