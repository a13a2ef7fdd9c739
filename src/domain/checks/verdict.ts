import { plural } from '../text/plural';
import type { Finding, Severity } from './finding';

/** Room for the words in a cell of the column «Ошибки». */
const LIMIT = 300;
const MESSAGE_LIMIT = 160;
const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/**
 * The words of the column «Ошибки»: how many errors and warnings the row has, then what they are, errors first, the code
 * in brackets; '' for a row without any. Hints ask for nothing and are left out. The same findings in any order give the
 * same words, so the edit at the cell and the full check agree.
 * @example verdictOf(...) = '1 ошибка, 1 предупреждение. Недопустимый стаж. [R-12] Работа начата до издания приказа. [R-20]'
 */
export function verdictOf(findings: readonly Finding[]): string {
  const asked = findings.filter((f) => f.severity !== 'hint').sort(byWeight);
  if (asked.length === 0) return '';
  const errors = asked.filter((f) => f.severity === 'error').length;
  const warnings = asked.length - errors;
  const head = [
    ...(errors > 0 ? [`${errors} ${plural(errors, ['ошибка', 'ошибки', 'ошибок'])}`] : []),
    ...(warnings > 0
      ? [`${warnings} ${plural(warnings, ['предупреждение', 'предупреждения', 'предупреждений'])}`]
      : []),
  ].join(', ');
  const words = [...new Set(asked.map(wordsOf))];
  for (let shown = Math.min(words.length, 12); ; shown--) {
    const text = `${head}. ${[...words.slice(0, shown), ...restOf(asked, words.slice(0, shown))].join(' ')}`;
    if (text.length <= LIMIT) return text;
    if (shown === 0) return `${text.slice(0, LIMIT - 2)}…]`;
  }
}

/** The codes that a verdict names, each once. */
export function codesOf(verdict: string): readonly string[] {
  const codes = new Set<string>();
  for (const group of verdict.match(/\[[RS]-\d+(?:, [RS]-\d+)*(?:\]|, |…)/g) ?? [])
    for (const code of group.match(/[RS]-\d+/g) ?? []) codes.add(code);
  return [...codes];
}

function byWeight(a: Finding, b: Finding): number {
  return (
    ORDER[a.severity] - ORDER[b.severity] ||
    compare(a.code, b.code) ||
    compare(a.column, b.column) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function wordsOf({ code, column, message }: Finding): string {
  const named = column === '' || message.includes(`«${column}»`) ? message : `«${column}»: ${message}`;
  return `${named.length > MESSAGE_LIMIT ? `${named.slice(0, MESSAGE_LIMIT - 1)}…` : named} [${code}]`;
}

/** The codes whose words found no room. */
function restOf(asked: readonly Finding[], shown: readonly string[]): string[] {
  const codes = [...new Set(asked.filter((f) => !shown.includes(wordsOf(f))).map((f) => f.code))];
  return codes.length > 0 ? [`Ещё: [${codes.join(', ')}]`] : [];
}
