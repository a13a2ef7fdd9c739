import { addDays } from '../text/calendar';
import type { MonitoringContext, OrganisationFacts } from './context';
import { KINDS } from './document-kinds';
import { hasDocument } from './indicators/organisations';
import { hasOrder } from './membership';
import type { Remark } from './report';

/** Days after the planned end before a pair counts as left open. */
const GRACE_DAYS = 14;

/** Active mentees with 0–3 years of service who are in no active pair. */
export function newWithoutMentor(o: OrganisationFacts, c: MonitoringContext): number {
  const limit = c.settings.text('newYears') === '< 3' ? 2 : 3;
  return o.mentees.filter((m) => m.years !== null && m.years <= limit && !c.menteesInPairs.has(m.id)).length;
}

/** What each organisation should mend, as facts with counts; the memo turns them into advice (§4, section 14). */
export function remarksOf(c: MonitoringContext, errors: ReadonlyMap<string, number>): Remark[] {
  const left = addDays(c.wave.asOf, -GRACE_DAYS);
  return c.organisations.flatMap((o) => {
    const organisation = o.organisation.id;
    if (!o.submitted) return [{ organisation, kind: 'not-submitted', count: 1 } satisfies Remark];
    const found: Remark[] = [];
    const add = (kind: Remark['kind'], count: number, missing?: readonly string[]) => {
      if (count > 0)
        found.push(missing ? { organisation, kind, count, missing } : { organisation, kind, count });
    };
    const absent = [KINDS.regulation, KINDS.roadmap, KINDS.programme].filter((kind) => !hasDocument(o, kind));
    const untrained = new Set(o.mentors.filter((m) => !c.trained.has(m.id)).map((m) => c.persons.D.get(m.id)))
      .size;
    const overdue = o.pairs.filter(
      (p) => p.status === 'Действует' && p.plannedEnd !== '' && p.plannedEnd < left,
    );
    add('no-curator', o.curators.length === 0 ? 1 : 0);
    add('no-section', o.organisation.section ? 0 : 1);
    add('no-package', absent.length, absent);
    add('new-without-mentor', newWithoutMentor(o, c));
    add('untrained', untrained);
    add('expired-pairs', overdue.length);
    add('no-order', o.pairs.filter((p) => !hasOrder(p, c.wave)).length);
    add('no-programme', o.pairs.filter((p) => !c.pairsWithProgramme.has(p.id)).length);
    add('data-errors', errors.get(organisation) ?? 0);
    return found;
  });
}
