import {
  attempt,
  ErrorValue,
  type FormulaSource,
  FUNCTIONS,
  operate,
  type Result,
  scalar,
  toNumber,
} from './formula-functions';
import { parseCorner } from './formula-references';
import type { CellValue } from './model';

/** What is beyond this evaluator. */
class Unsupported extends Error {}
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_(])|([\p{L}][\p{L}\p{N}_.]*)(?=\s*\()|(TRUE|FALSE)|(<>|<=|>=|[-+*/^&(),;=<>%]))/iuy;

interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'boolean' | 'sign';
  readonly text: string;
  readonly sheet: string | null;
}

const tokenized = new Map<string, readonly Token[] | null>();

function tokenize(formula: string): readonly Token[] | null {
  const known = tokenized.get(formula);
  if (known !== undefined) return known;
  const tokens: Token[] = [];
  const body = formula.trimEnd();
  TOKEN.lastIndex = 1;
  let result: readonly Token[] | null = tokens;
  while (TOKEN.lastIndex < body.length) {
    const m = TOKEN.exec(body);
    if (!m) {
      result = null;
      break;
    }
    const sheet = m[3] ? m[3].slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'") : null;
    if (m[1] !== undefined) tokens.push({ kind: 'number', text: m[1], sheet });
    else if (m[2] !== undefined) tokens.push({ kind: 'text', text: m[2].replaceAll('""', '"'), sheet });
    else if (m[4] !== undefined) tokens.push({ kind: 'reference', text: m[4], sheet });
    else if (m[5] !== undefined) tokens.push({ kind: 'name', text: m[5].toUpperCase(), sheet });
    else if (m[6] !== undefined) tokens.push({ kind: 'boolean', text: m[6].toUpperCase(), sheet });
    else tokens.push({ kind: 'sign', text: m[7], sheet });
  }
  if (tokenized.size > 5_000) tokenized.clear();
  tokenized.set(formula, result);
  return result;
}

/**
 * The value of a formula. A small evaluator, for the formulas that scripts and tests lean on: arithmetic, comparison,
 * texts, references and the functions of formula-functions.ts. For anything else the result is undefined and the
 * cell keeps the value that came with the file (else blank); unsupportedFormulas() lists those.
 */
export function evaluate(formula: string, source: FormulaSource): CellValue | undefined {
  const tokens = tokenize(formula);
  if (!tokens || tokens.length === 0) return undefined;
  try {
    const evaluator = new Evaluator(tokens, source);
    const result = scalar(evaluator.all());
    return typeof result === 'number' && !Number.isFinite(result) ? '#NUM!' : result;
  } catch (error) {
    if (error instanceof ErrorValue) return error.message;
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Evaluator {
  #at = 0;
  constructor(
    readonly tokens: readonly Token[],
    readonly source: FormulaSource,
  ) {}

  all(): Result {
    const result = this.#binary(0);
    if (this.#at < this.tokens.length) throw new Unsupported();
    return result;
  }

  #sign(...signs: string[]): string | null {
    const token = this.tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.#at++;
    return token.text;
  }

  #binary(level: number): Result {
    if (level === LEVELS.length) return this.#unary();
    let left = this.#binary(level + 1);
    for (let sign = this.#sign(...LEVELS[level]); sign; sign = this.#sign(...LEVELS[level])) {
      const [a, b, by] = [left, this.#binary(level + 1), sign];
      left = attempt(() => operate(by, scalar(a), scalar(b)));
    }
    return left;
  }

  #unary(): Result {
    const sign = this.#sign('-', '+');
    if (sign) {
      const operand = this.#unary();
      return attempt(() => (sign === '-' ? -1 : 1) * toNumber(scalar(operand)));
    }
    const value = this.#primary();
    return this.#sign('%') ? attempt(() => toNumber(scalar(value)) / 100) : value;
  }

  #primary(): Result {
    if (this.#sign('(')) {
      const inner = this.#binary(0);
      if (!this.#sign(')')) throw new Unsupported();
      return inner;
    }
    const token = this.tokens[this.#at++];
    switch (token?.kind) {
      case 'number':
        return Number(token.text);
      case 'text':
        return token.text;
      case 'boolean':
        return token.text === 'TRUE';
      case 'reference':
        return this.#area(token);
      case 'name':
        return this.#call(token.text);
      default:
        throw new Unsupported();
    }
  }

  #area(token: Token): Result {
    const corners = token.text.split(':').map(parseCorner);
    const [a, b] = [corners[0], corners.at(-1) ?? corners[0]];
    const row = Math.min(a.row ?? 0, b.row ?? Infinity);
    const column = Math.min(a.column ?? 0, b.column ?? 0);
    const rows = a.row === null || b.row === null ? Infinity : Math.abs(a.row - b.row) + 1;
    const columns = Math.abs((a.column ?? 0) - (b.column ?? 0)) + 1;
    const cells = this.source.read(token.sheet, row, column, rows, columns);
    if (!cells) return new ErrorValue('#REF!');
    return { cells, row, column };
  }

  #call(name: string): Result {
    const known = FUNCTIONS[name];
    if (!known || !this.#sign('(')) throw new Unsupported();
    const values: Result[] = [];
    if (!this.#sign(')')) {
      do values.push(this.#argument());
      while (this.#sign(',', ';'));
      if (!this.#sign(')')) throw new Unsupported();
    }
    return attempt(() => known(values, this.source));
  }

  /** An argument may be left out: `IF(A1,,2)`. */
  #argument(): Result {
    const next = this.tokens[this.#at];
    if (next?.kind === 'sign' && [',', ';', ')'].includes(next.text)) return '';
    return this.#binary(0);
  }
}
