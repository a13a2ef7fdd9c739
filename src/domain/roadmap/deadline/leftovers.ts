import { has, type Sign, type Token } from './pattern';

/** Symbols that add nothing to a term whose days are known. */
const CONNECTORS: readonly Sign[] = [
  'comma',
  'and',
  'or',
  'dash',
  'slash',
  'since',
  'through',
  'until',
  'toward',
  'later',
  'filler',
  'whole',
  'during',
  'period',
  'realise',
  'year-word',
  'dated',
  'yearless',
  'recur',
  'always',
];
const NOTES: readonly Sign[] = [
  'plan',
  'authority',
  'accord',
  'set',
  'need',
  'measure',
  'programme',
  'refresh',
  'afterwards',
  'results',
  'event',
];
const RHYTHMS: readonly Sign[] = [
  'month-day',
  'quarter-month',
  'next',
  'reported',
  'last',
  'begin',
  'middle',
  'end',
  'half',
  'quarter',
  'month-word',
  'week',
  'day-word',
  'school',
  'each',
  'seldom',
];
/** Symbols that may be a number which nothing took. */
const COUNTED: readonly Sign[] = ['number', 'ordinal', 'digits', 'multiple', 'year', 'school-year'];

/** What each way of reading a text leaves aside without a word. */
export const HARMLESS = {
  days: [...CONNECTORS, ...NOTES],
  rhythm: [...CONNECTORS, ...NOTES, ...RHYTHMS],
  continuous: [...CONNECTORS, ...NOTES, 'object', 'day-word'] as Sign[],
} as const;

/** Pieces of the text that nothing took, neighbours together; `counted` when one of them has a number. */
export function leftovers(
  tokens: readonly Token[],
  text: string,
  harmless: readonly Sign[],
): { parts: string[]; counted: boolean } {
  const parts: string[] = [];
  let run: Token[] = [];
  const close = (): void => {
    if (run.length > 0) parts.push(text.slice(run[0]!.from, run[run.length - 1]!.to));
    run = [];
  };
  const left = tokens.filter((t) => !harmless.includes(t.symbol));
  for (const token of tokens) {
    if (left.includes(token)) run.push(token);
    else close();
  }
  close();
  const counted = left.some((t) => has([t], ...COUNTED) && /\d/.test(text.slice(t.from, t.to)));
  return { parts, counted: counted || left.some((t) => has([t], 'month-day')) };
}

/** Numbers alone: what a text without days of its own may not have. */
export function numbersLeft(tokens: readonly Token[], text: string): string[] {
  return tokens
    .filter((t) => has([t], ...COUNTED) && /\d/.test(text.slice(t.from, t.to)))
    .map((t) => text.slice(t.from, t.to));
}
