import type { Registry } from '../registry/workbook';
import { applyExceptions } from './exceptions';
import { type Finding, ownerOf } from './finding';
import type { BookRule, RowRule } from './rule';
import { runRules } from './run';

export interface OpenCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** By ID of the organisation. */
export type CountsByOrganisation = ReadonlyMap<string, OpenCounts>;

/**
 * Open errors and warnings of the organisations on any day, for a rehearsal of a year: a rule that never asked for the
 * day finds the same on every day and runs once; the others run for each day. The same numbers as `checkBook` gives.
 */
export function countsByDay(registry: Registry): (day: string) => CountsByOrganisation {
  const ids = registry.tabs.organisations.entries.map(({ id }) => id).filter((id) => id !== '');
  const dated = new Set<RowRule | BookRule>();
  let always: readonly Finding[] | null = null;
  return (day) => {
    const findings: Finding[] = [];
    if (always === null) {
      runRules(registry, day, [], { wanted: () => true, asked: (rule) => dated.add(rule) });
      const fixed: Finding[] = [...registry.findings];
      runRules(registry, day, fixed, { wanted: (rule) => !dated.has(rule) });
      always = fixed;
    }
    runRules(registry, day, findings, { wanted: (rule) => dated.has(rule) });
    const all = [...always, ...findings];
    const { accepted } = applyExceptions(registry, all, day);
    const counts = new Map(ids.map((id) => [id, { errors: 0, warnings: 0 }]));
    for (const finding of all) {
      if (finding.severity === 'hint' || accepted.has(finding)) continue;
      const own = counts.get(ownerOf(finding));
      if (own) own[finding.severity === 'error' ? 'errors' : 'warnings']++;
    }
    return counts;
  };
}
