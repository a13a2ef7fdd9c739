import { ownerOf } from '../checks/finding';
import type { Registry } from '../registry/workbook';

/** Completeness and quality of an organisation's rows (domain.md §5.4); shares in %, null when it has no rows. */
export interface Quality {
  readonly completeness: number | null;
  readonly quality: number | null;
  readonly errors: number;
}

/** By organisation ID; rows of all tabs, archived ones left out. */
export function qualityByOrganisation(registry: Registry): ReadonlyMap<string, Quality> {
  const sums = new Map<
    string,
    { due: number; filled: number; rows: number; bad: Set<string>; errors: number }
  >();
  const of = (id: string) => {
    let known = sums.get(id);
    if (!known) {
      known = { due: 0, filled: 0, rows: 0, bad: new Set(), errors: 0 };
      sums.set(id, known);
    }
    return known;
  };
  for (const [key, tab] of Object.entries(registry.tabs)) {
    for (const entry of tab.entries) {
      const id = key === 'organisations' ? entry.id : entry.values.organisation;
      if (typeof id !== 'string' || !id || entry.values.recordStatus === 'Архив') continue;
      const sum = of(id);
      sum.due += entry.due;
      sum.filled += entry.filled;
      sum.rows++;
    }
  }
  for (const finding of registry.findings) {
    if (finding.severity !== 'error' || finding.row === null) continue;
    const id = ownerOf(finding);
    if (!id || !sums.has(id)) continue;
    of(id).errors++;
    of(id).bad.add(`${finding.tab}|${finding.row}`);
  }
  return new Map(
    [...sums].map(([id, s]) => [
      id,
      {
        completeness: s.due === 0 ? null : (100 * s.filled) / s.due,
        quality: s.rows === 0 ? null : (100 * Math.max(0, s.rows - s.bad.size)) / s.rows,
        errors: s.errors,
      },
    ]),
  );
}
