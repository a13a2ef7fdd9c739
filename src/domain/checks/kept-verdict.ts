import { capital } from '../text/letter-case';
import type { Finding } from './finding';
import { ruleOf } from './rules';

const HEAD = /^\d+ (?:ошиб|предупрежд)[^.]*\. /;
const PIECE = /(\S[\s\S]*?) \[([RS]-\d+)\]\s*/g;
const REST = /Ещё: \[([RS]-\d+(?:, [RS]-\d+)*)/;

/**
 * The findings that a verdict names, as far as its words tell: the check of one row cannot make those again that need
 * other rows, and must not lose them.
 * @param keep which codes are wanted
 */
export function findingsIn(verdict: string, keep: (code: string) => boolean): Finding[] {
  if (!HEAD.test(verdict)) return [];
  const words = verdict.replace(HEAD, '');
  const rest = REST.exec(words);
  const found: Finding[] = [];
  const add = (code: string, message: string) => {
    const severity = severityOf(code);
    if (severity !== null && keep(code)) found.push(remembered(code, severity, message));
  };
  for (const [, message, code] of (rest ? words.slice(0, rest.index) : words).matchAll(PIECE))
    add(code, message);
  for (const code of rest?.[1].split(', ') ?? []) add(code, titleOf(code));
  return found;
}

function severityOf(code: string): Finding['severity'] | null {
  try {
    return ruleOf(code).severity;
  } catch {
    // A code of a newer version: the next full check words it again.
    return null;
  }
}

function titleOf(code: string): string {
  const severity = severityOf(code);
  if (severity === null) return '';
  const { title } = ruleOf(code);
  return `${capital(title)}.`;
}

function remembered(code: string, severity: Finding['severity'], message: string): Finding {
  return {
    code,
    severity,
    message,
    tab: '',
    row: null,
    recordId: '',
    column: '',
    found: '',
    expected: '',
    instruction: '',
    organisation: '',
  };
}
