import { tabs } from '../registry/tabs';
import type { CheckedFinding } from './check';
import { type Finding, ownerOf } from './finding';

/** The organisation that has to mend a finding; '' for those of nobody and on the coordinator's own tabs. */
export function mendedBy(finding: Finding): string {
  return finding.tab === tabs.marks.title ? '' : ownerOf(finding);
}

/** Errors that somebody of an organisation has to mend, by its ID; accepted ones left out. */
export function openErrors(findings: readonly CheckedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.severity !== 'error' || finding.accepted !== null) continue;
    const organisation = mendedBy(finding);
    if (organisation !== '') counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  }
  return counts;
}
