import { bookRules } from './book-rules';
import { exceptionRules } from './exception-rules';
import { readingRules } from './reading-rules';
import { rowRules } from './row-rules';
import type { Rule } from './rule';

/** Every rule by its code, in the order of the codes. */
export const rules: readonly Rule[] = [...readingRules, ...rowRules, ...bookRules, ...exceptionRules].sort(
  (a, b) => (a.code < b.code ? -1 : 1),
);

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** @throws for a code that no rule has: every finding has its row in the table */
export function ruleOf(code: string): Rule {
  const rule = byCode.get(code);
  if (rule === undefined) throw new Error(`Rule ${code} is not in the table`);
  return rule;
}

export function ruleTitle(code: string): string {
  return ruleOf(code).title;
}
