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

/** Symbols that change what days are meant: without understanding them the days are not known. */
const ESSENTIAL: readonly Sign[] = [
  'times',
  'multiple',
  'each',
  'not',
  'quarter',
  'half',
  'decade',
  'moiety',
  'school',
  'week',
  'month-word',
  'month-day',
];

/** What each way of reading a text leaves aside without a word. */
export const HARMLESS = {
  days: [...CONNECTORS, ...NOTES],
  rhythm: [...CONNECTORS, ...NOTES, ...RHYTHMS],
  continuous: [...CONNECTORS, ...NOTES, 'object', 'day-word'] as Sign[],
} as const;

/**
 * Pieces of the text that nothing took, neighbours together; `essential` when one of them is a number or changes
 * the days. */
export function leftovers(
  tokens: readonly Token[],
  text: string,
  harmless: readonly Sign[],
): { parts: string[]; essential: boolean } {
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
  return { parts, essential: left.some((t) => has([t], ...ESSENTIAL) || isNumber(t, text)) };
}

/** Numbers alone: what a text without days of its own may not have. */
export function numbersLeft(tokens: readonly Token[], text: string): string[] {
  return tokens.filter((t) => isNumber(t, text)).map((t) => text.slice(t.from, t.to));
}

/** Figures and Roman numerals; «первый этап» is only words. */
function isNumber(token: Token, text: string): boolean {
  return has([token], ...COUNTED) && !/^[а-яё]{3,}$/i.test(text.slice(token.from, token.to));
}
