import type { Registry } from '../registry/workbook';
import { applyExceptions } from './exceptions';
import type { Finding } from './finding';
import { mendedBy } from './open-errors';
import type { BookRule, RowRule } from './rule';
import { lastingOf, runRules } from './run';

export interface OpenCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** By ID of the organisation. */
export type CountsByOrganisation = ReadonlyMap<string, OpenCounts>;

type Ruled = RowRule | BookRule;

const counts = ({ severity }: Ruled): boolean => severity !== 'hint';

/** Open errors and warnings that the organisations have to mend on a day: the numbers of `checkBook`, without its lists. */
export function openCounts(registry: Registry, day: string): CountsByOrganisation {
  const findings: Finding[] = [...registry.findings];
  runRules(registry, day, findings, { wanted: counts });
  return countsOf(registry, findings, day);
}

/**
 * The same on any day, for a rehearsal of a year: a rule that never asks for the day finds the same on every day and runs
 * once; the others run for each day.
 */
export function countsByDay(registry: Registry): (day: string) => CountsByOrganisation {
  const dated = new Set<Ruled>();
  const lasting = lastingOf(registry);
  let always: Finding[] | null = null;
  return (day) => {
    if (always === null) {
      runRules(registry, day, [], { wanted: counts, asked: (rule) => dated.add(rule) }, lasting);
      always = [...registry.findings];
      runRules(registry, day, always, { wanted: (rule) => counts(rule) && !dated.has(rule) }, lasting);
    }
    const findings = [...always];
    runRules(registry, day, findings, { wanted: (rule) => dated.has(rule) }, lasting);
    return countsOf(registry, findings, day);
  };
}

function countsOf(registry: Registry, findings: readonly Finding[], day: string): CountsByOrganisation {
  const { accepted } = applyExceptions(registry, findings, day);
  const found = new Map<string, { errors: number; warnings: number }>();
  for (const { id } of registry.tabs.organisations.entries)
    if (id !== '') found.set(id, { errors: 0, warnings: 0 });
  for (const finding of findings) {
    if (finding.severity === 'hint' || accepted.has(finding)) continue;
    const own = found.get(mendedBy(finding));
    if (own) own[finding.severity === 'error' ? 'errors' : 'warnings']++;
  }
  return found;
}
