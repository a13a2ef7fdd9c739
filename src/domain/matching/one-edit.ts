/** Whether one letter more, less or other, or two neighbours that changed places, turns one word into the other. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let tail = 0;
  while (tail < short.length - from && short[short.length - 1 - tail] === long[long.length - 1 - tail])
    tail++;
  const left = short.length - from - tail;
  if (long.length > short.length) return left === 0;
  return left === 1 || (left === 2 && short[from] === long[from + 1] && short[from + 1] === long[from]);
}

/**
 * Every two of the words that are one edit apart, each pair once. Words one edit apart share a word that is left when
 * one letter of each is dropped, so nothing is compared with everything.
 */
export function oneEditPairs(words: Iterable<string>, found: (a: string, b: string) => void): void {
  const byRest = new Map<string, string | string[]>();
  const put = (rest: string, word: string): void => {
    const known = byRest.get(rest);
    if (known === undefined) byRest.set(rest, word);
    else if (typeof known === 'string') {
      if (known !== word) byRest.set(rest, [known, word]);
    } else if (!known.includes(word)) known.push(word);
  };
  for (const word of words) {
    put(word, word);
    for (let i = 0; i < word.length; i++)
      if (i === 0 || word[i] !== word[i - 1]) put(word.slice(0, i) + word.slice(i + 1), word);
  }
  const seen = new Set<string>();
  for (const known of byRest.values()) {
    if (typeof known === 'string') continue;
    for (let i = 1; i < known.length; i++)
      for (let j = 0; j < i; j++) {
        const [a, b] = known[i] < known[j] ? [known[i], known[j]] : [known[j], known[i]];
        const pair = `${a} ${b}`;
        if (seen.has(pair) || !isOneEdit(a, b)) continue;
        seen.add(pair);
        found(a, b);
      }
  }
}
