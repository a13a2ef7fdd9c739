import { tabs } from '../registry/tabs';
import type { CheckedFinding } from './check';
import { ownerOf } from './finding';

/** Errors that somebody of an organisation has to mend, by its ID: accepted ones and the coordinator's own tabs left out. */
export function openErrors(findings: readonly CheckedFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.severity !== 'error' || finding.accepted !== null || finding.tab === tabs.marks.title)
      continue;
    const organisation = ownerOf(finding);
    if (organisation !== '') counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  }
  return counts;
}
