import type { Recurrence } from './deadline';
import type { DatedSpan, YearlessSpan } from './span';
import type { Word } from './vocabulary';

/**
 * A piece of a term. Words are symbols of the vocabulary; what the rules make of several of them is a symbol too:
 * `dated` days of the calendar, `yearless` days whose year is not written, `school-year` 2022/2023, `recur` how often,
 * `month-day` «до 5 числа», `quarter-month` «третьего месяца квартала», `wrong` what no calendar has.
 */
export type Sign =
  | Word
  | 'word'
  | 'digits'
  | 'comma'
  | 'dash'
  | 'slash'
  | 'number'
  | 'ordinal'
  | 'multiple'
  | 'month'
  | 'year'
  | 'school-year'
  | 'dated'
  | 'yearless'
  | 'recur'
  | 'month-day'
  | 'quarter-month'
  | 'wrong';

/** How often: every `every` units, `times` in each; `part` when it is due at the beginning or in the middle of each. */
export interface Rhythm {
  readonly unit: Recurrence;
  readonly every: number;
  readonly times: number;
  readonly part: 'begin' | 'middle' | 'end';
}

/** «до X»: before X, or on it when it is a day; «не позднее X», «по X»: to the end of X; «с X»: from X on. */
export type Bound = 'until' | 'by' | 'since';

export interface Token {
  readonly symbol: Sign;
  /** Where it stands in the cleaned text. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly dated: DatedSpan | null;
  readonly yearless: YearlessSpan | null;
  readonly rhythm: Rhythm | null;
  readonly bound: Bound | null;
  /** For `wrong` why; otherwise what a person should look at. */
  readonly question: string;
}

export const bare = (symbol: Sign, from: number, to: number, more: Partial<Token> = {}): Token => ({
  symbol,
  from,
  to,
  value: 0,
  dated: null,
  yearless: null,
  rhythm: null,
  bound: null,
  question: '',
  ...more,
});

/** A token in place of several. */
export function merged(run: readonly Token[], symbol: Sign, more: Partial<Token> = {}): Token {
  const question = run.map((t) => t.question).find((q) => q !== '') ?? '';
  return bare(symbol, run[0]!.from, run[run.length - 1]!.to, { question, ...more });
}

/**
 * A rule of the grammar. `when` is a regular expression over symbols with spaces between; `make` gives what stands in
 * their place, or null when the pieces do not fit after all.
 */
export interface Rule {
  readonly when: string;
  readonly make: (run: readonly Token[]) => readonly Token[] | null;
}

const FIRST_CODE = 0x4e00;
const codes = new Map<string, string>();
const compiled = new Map<string, RegExp>();

/** One character for a symbol, so that places in the text of symbols are places in the list of tokens. */
function codeOf(symbol: string): string {
  const known = codes.get(symbol);
  if (known !== undefined) return known;
  const code = String.fromCharCode(FIRST_CODE + codes.size);
  codes.set(symbol, code);
  return code;
}

function expressionOf(when: string): RegExp {
  const known = compiled.get(when);
  if (known !== undefined) return known;
  const made = new RegExp(when.replace(/[a-z]+(?:-[a-z]+)*/g, codeOf).replace(/ /g, ''), 'g');
  compiled.set(when, made);
  return made;
}

/** The tokens after one rule was applied wherever it fits, from left to right. */
function applied(tokens: readonly Token[], rule: Rule): readonly Token[] {
  const expression = expressionOf(rule.when);
  const text = tokens.map((t) => codeOf(t.symbol)).join('');
  const result: Token[] = [];
  let done = 0;
  expression.lastIndex = 0;
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const end = found.index + found[0].length;
    const put = rule.make(tokens.slice(found.index, end));
    if (put === null) {
      expression.lastIndex = found.index + 1;
      continue;
    }
    result.push(...tokens.slice(done, found.index), ...put);
    done = end;
  }
  return done === 0 ? tokens : [...result, ...tokens.slice(done)];
}

/** The tokens after all rules, one after another in their order. */
export function reduce(tokens: readonly Token[], rules: readonly Rule[]): readonly Token[] {
  return rules.reduce(applied, tokens);
}

/** Whether the symbols stand somewhere in the text of the tokens. */
export function fits(tokens: readonly Token[], when: string): boolean {
  const expression = expressionOf(when);
  expression.lastIndex = 0;
  return expression.test(tokens.map((t) => codeOf(t.symbol)).join(''));
}

export function has(tokens: readonly Token[], ...symbols: readonly Sign[]): boolean {
  return tokens.some((t) => symbols.includes(t.symbol));
}
