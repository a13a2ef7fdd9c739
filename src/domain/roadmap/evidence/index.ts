import type { EvidenceRuleTitle } from '../../registry/enumerations';
import { activity } from './activity';
import type { EvidenceRule } from './evidence-rule';
import { forms } from './forms';
import { papers } from './papers';
import { registers } from './registers';

export const evidenceRules: readonly EvidenceRule[] = [...papers, ...activity, ...registers, ...forms];

const byTitle = new Map<string, EvidenceRule>(evidenceRules.map((rule) => [rule.title, rule]));

/** A rule that an older version of the program does not know is one that it cannot apply: by hand. */
export function ruleOf(title: EvidenceRuleTitle): EvidenceRule {
  return byTitle.get(title) ?? byTitle.get('вручную')!;
}
