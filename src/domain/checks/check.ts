import { type Quality, qualityByOrganisation } from '../monitoring/quality';
import { tabs } from '../registry/tabs';
import type { Registry } from '../registry/workbook';
import { compareRuns, type RememberedFinding } from './compare';
import { type Acceptance, type AppliedExceptions, applyExceptions } from './exceptions';
import { type Finding, ownerOf, type Severity } from './finding';
import { checkRegistry } from './run';

/** A finding with its fate: accepted or open, since when, new since the last run or not. */
export interface CheckedFinding extends Finding {
  readonly accepted: Acceptance | null;
  /** `yyyy-mm-dd`: when it was first seen. */
  readonly since: string;
  readonly state: 'new' | 'open' | 'accepted';
}

/** Open findings by severity; accepted ones apart; and how things moved since the last run. */
export interface CheckCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly accepted: number;
  readonly fixed: number;
  readonly fresh: number;
}

export interface OrganisationCheck extends CheckCounts, Quality {
  readonly id: string;
}

export interface Checked {
  /** Whole workbook first, then by organisation, severity, tab and row; accepted ones at the end. */
  readonly findings: readonly CheckedFinding[];
  readonly counts: CheckCounts;
  /** Those with most errors first. */
  readonly organisations: readonly OrganisationCheck[];
  readonly exceptions: AppliedExceptions;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const COUNTED = { error: 'errors', warning: 'warnings', hint: 'hints' } as const;

/** The full check of a registry: every rule, the accepted exceptions, the comparison with what the last run found. */
export function checkBook(
  registry: Registry,
  today: string,
  remembered: readonly RememberedFinding[] = [],
): Checked {
  const all = checkRegistry(registry, today);
  const exceptions = applyExceptions(registry, all, today);
  const { since, fresh, gone } = compareRuns(all, remembered, today);
  const once = oneOfEach();
  const findings = all.map((finding, i): CheckedFinding => {
    const accepted = exceptions.accepted.size > 0 ? (exceptions.accepted.get(finding) ?? null) : null;
    const state = accepted ? 'accepted' : fresh[i] ? 'new' : 'open';
    // Written out: a spread for each of many thousand findings costs several times more.
    return {
      code: finding.code,
      severity: finding.severity,
      tab: finding.tab,
      row: finding.row,
      recordId: finding.recordId,
      column: finding.column,
      found: finding.found,
      expected: once(finding.expected),
      message: once(finding.message),
      instruction: finding.instruction,
      organisation: ownerOf(finding),
      accepted,
      since: since[i],
      state,
    };
  });
  const quality = qualityByOrganisation({ ...registry, findings: all });
  const total = tally();
  const byOrganisation = new Map([...quality.keys()].map((id) => [id, tally()]));
  const count = (organisation: string, key: keyof CheckCounts) => {
    total[key]++;
    const own = byOrganisation.get(organisation);
    if (own) own[key]++;
  };
  for (const { organisation, severity, state } of findings) {
    count(organisation, state === 'accepted' ? 'accepted' : COUNTED[severity]);
    if (state === 'new') count(organisation, 'fresh');
  }
  for (const { organisation } of gone) count(organisation, 'fixed');
  return {
    findings: sorted(findings),
    counts: total,
    organisations: [...byOrganisation]
      .map(([id, counts]) => ({ ...quality.get(id)!, ...counts, id }))
      .sort((a, b) => b.errors - a.errors || compare(a.id, b.id)),
    exceptions,
  };
}

function tally(): { -readonly [key in keyof CheckCounts]: number } {
  return { errors: 0, warnings: 0, hints: 0, accepted: 0, fixed: 0, fresh: 0 };
}

/** Thousands of findings say the same: each text is kept once. */
function oneOfEach(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}

/** By one number a finding: comparing texts again and again would cost more than the rules. */
function sorted(findings: readonly CheckedFinding[]): CheckedFinding[] {
  const order = new Map(Object.values(tabs).map((tab, i) => [tab.title, i + 1]));
  const ids = [...new Set(findings.map((f) => f.organisation))].sort(compare);
  const places = new Map(ids.map((id, i) => [id, i]));
  const byRank = new Map<number, CheckedFinding[]>();
  for (const finding of findings) {
    const group = (finding.accepted ? ids.length : 0) + places.get(finding.organisation)!;
    const rank = (group * 3 + WEIGHT[finding.severity]) * 100 + (order.get(finding.tab) ?? 0);
    const known = byRank.get(rank);
    if (known) known.push(finding);
    else byRank.set(rank, [finding]);
  }
  return [...byRank.keys()]
    .sort((a, b) => a - b)
    .flatMap((rank) => byRank.get(rank)!.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
}

/** The first `limit` by weight, in their own order: errors of all organisations come before warnings of any. */
export function mostImportant(findings: readonly CheckedFinding[], limit: number): readonly CheckedFinding[] {
  if (findings.length <= limit) return findings;
  const places = findings
    .map((_, i) => i)
    .sort((a, b) => weightOf(findings[a]) - weightOf(findings[b]) || a - b)
    .slice(0, limit)
    .sort((a, b) => a - b);
  return places.map((i) => findings[i]);
}

function weightOf({ accepted, severity }: CheckedFinding): number {
  return accepted ? 3 : WEIGHT[severity];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
