import type { ReadTab } from '../registry/read';
import { hasColumn } from '../registry/read';
import type { Settings } from '../registry/settings';
import type { TabKey } from '../registry/tab';
import type { Registry } from '../registry/workbook';
import type { Fulfilment } from '../roadmap/fulfilment-report';
import { factsOf } from './facts';
import {
  formsOfWave,
  isActingCurator,
  isActiveMentee,
  isActiveMentor,
  isActivePair,
  isAppointedCurator,
  isCurrentTraining,
  isDocumentInForce,
  isInsidePeriod,
  isParticipating,
  isPracticeInPeriod,
  isProgramme,
  isSubmitted,
  tookPartMentee,
  tookPartMentor,
  tookPartPair,
} from './membership';
import { personsOf } from './persons';
import type { Curator, Document, Facts, Form, Mentee, Mentor, Organisation, Pair, Practice } from './records';
import type { Wave } from './wave';

/** What belongs to one organisation in one wave. */
export interface OrganisationFacts {
  readonly organisation: Organisation;
  readonly form: Form | undefined;
  readonly submitted: boolean;
  readonly teachers: number | null;
  readonly newTeachers: number | null;
  readonly youngTeachers: number | null;
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  readonly pairs: readonly Pair[];
  readonly mentorsInPeriod: readonly Mentor[];
  readonly menteesInPeriod: readonly Mentee[];
  readonly pairsInPeriod: readonly Pair[];
  /** All mentees and pairs whose row is in force, whatever their dates (ends in P, retention). */
  readonly allMentees: readonly Mentee[];
  readonly allPairs: readonly Pair[];
  /** Acting on D with an order; and all acting ones. */
  readonly curators: readonly Curator[];
  readonly actingCurators: readonly Curator[];
  /** Orders on the appointment of curators, former ones included. */
  readonly curatorOrders: readonly string[];
  readonly documents: readonly Document[];
  readonly practices: readonly Practice[];
}

export interface MonitoringContext {
  readonly wave: Wave;
  readonly settings: Settings;
  readonly facts: Facts;
  readonly registry: Registry;
  /** How the roadmap stands today by the evidence; null: as people typed it. */
  readonly fulfilment: Fulfilment | null;
  /** Participating organisations by ID order. */
  readonly organisations: readonly OrganisationFacts[];
  readonly submitted: readonly OrganisationFacts[];
  /** IDs of mentees in an active pair or group. */
  readonly menteesInPairs: ReadonlySet<string>;
  /** IDs of pairs with a programme or route. */
  readonly pairsWithProgramme: ReadonlySet<string>;
  /** IDs of mentors and curators with current training / with current courses (КПК). */
  readonly trained: ReadonlySet<string>;
  readonly trainedByCourse: ReadonlySet<string>;
  /** Mentor ID → the person, among those active on D and among those of P. */
  readonly persons: { readonly D: ReadonlyMap<string, string>; readonly P: ReadonlyMap<string, string> };
  /** Mentor ID → unique mentees over all active pairs and groups. */
  readonly load: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * False when a needed tab or column is absent or doubled: then there is no data, not a zero. A column with `?` may be
   * absent (nobody has left yet), but not doubled.
   */
  has(tab: TabKey, ...columns: string[]): boolean;
}

/** Sorts everything by organisation once, so that each indicator is a walk over short lists. */
export function contextOf(
  registry: Registry,
  wave: Wave,
  fulfilment: Fulfilment | null = null,
): MonitoringContext {
  const facts = factsOf(registry, wave);
  const { settings } = registry;
  const forms = formsOfWave(facts, wave);
  const participating = facts.organisations
    .filter((o) => isParticipating(o, wave))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const { pairs } = facts;
  const group = <T extends { organisation: string }>(rows: readonly T[], keep: (row: T) => boolean) => {
    const groups = new Map<string, T[]>();
    for (const row of rows) {
      if (!keep(row)) continue;
      const known = groups.get(row.organisation);
      if (known) known.push(row);
      else groups.set(row.organisation, [row]);
    }
    return (id: string): readonly T[] => groups.get(id) ?? [];
  };
  const mentors = group(facts.mentors, (m) => isActiveMentor(m, wave));
  const mentees = group(facts.mentees, (m) => isActiveMentee(m, wave));
  const activePairs = group(pairs, (p) => isActivePair(p, wave));
  const mentorsInPeriod = group(facts.mentors, (m) => tookPartMentor(m, wave));
  const menteesInPeriod = group(facts.mentees, (m) => tookPartMentee(m, wave));
  const pairsInPeriod = group(pairs, (p) => tookPartPair(p, wave));
  const allMentees = group(facts.mentees, (m) => m.inForce);
  const allPairs = group(pairs, (p) => p.inForce);
  const curators = group(facts.curators, (c) => isAppointedCurator(c, wave));
  const actingCurators = group(facts.curators, (c) => isActingCurator(c, wave));
  const curatorRows = group(facts.curators, (c) => c.inForce && c.order.date !== '');
  const documents = group(facts.documents, (d) => isDocumentInForce(d, wave));
  const appointments = group(
    facts.documents,
    (d) => d.inForce && d.kind === 'Приказ о назначении куратора' && d.date !== '',
  );
  const practices = group(facts.practices, (p) => isPracticeInPeriod(p, wave));
  const organisations = participating.map((organisation): OrganisationFacts => {
    const { id } = organisation;
    const form = forms.get(id);
    const units = facts.organisations.filter(
      (o) => o.participates && o.reportsTo === id && isInsidePeriod(o, wave),
    );
    return {
      organisation,
      form,
      submitted: isSubmitted(form),
      teachers: headCount(form, 'teachers', [organisation, ...units]),
      newTeachers: headCount(form, 'newTeachers', [organisation, ...units]),
      youngTeachers: headCount(form, 'youngTeachers', [organisation, ...units]),
      mentors: mentors(id),
      mentees: mentees(id),
      pairs: activePairs(id),
      mentorsInPeriod: mentorsInPeriod(id),
      menteesInPeriod: menteesInPeriod(id),
      pairsInPeriod: pairsInPeriod(id),
      allMentees: allMentees(id),
      allPairs: allPairs(id),
      curators: curators(id),
      actingCurators: actingCurators(id),
      curatorOrders: [...curatorRows(id).map((c) => c.order.date), ...appointments(id).map((d) => d.date)],
      documents: documents(id),
      practices: practices(id),
    };
  });
  const active = pairs.filter((p) => isActivePair(p, wave));
  const current = facts.training.filter((t) => isCurrentTraining(t, wave, settings.number('trainingYears')));
  return {
    wave,
    settings,
    facts,
    registry,
    fulfilment,
    organisations,
    submitted: organisations.filter((o) => o.submitted),
    menteesInPairs: new Set(active.flatMap((p) => p.mentees)),
    pairsWithProgramme: new Set(facts.programmes.filter((p) => isProgramme(p, wave)).map((p) => p.pair)),
    trained: new Set(current.flatMap((t) => t.participants)),
    trainedByCourse: new Set(
      current.filter((t) => t.kind === 'КПК (удостоверение)').flatMap((t) => t.participants),
    ),
    persons: {
      D: personsOf(facts.mentors.filter((m) => isActiveMentor(m, wave))),
      P: personsOf(facts.mentors.filter((m) => tookPartMentor(m, wave))),
    },
    load: loads(active),
    has: (tab, ...columns) => isReliable(registry.tabs[tab], columns),
  };
}

/** From the wave's form, from «Организации» when the form is blank (a head with its units); null = unknown. */
function headCount(
  form: Form | undefined,
  key: 'teachers' | 'newTeachers' | 'youngTeachers',
  own: readonly Organisation[],
): number | null {
  const typed = form?.values[key];
  if (typeof typed === 'number') return typed;
  let sum = 0;
  for (const organisation of own) {
    const value = organisation[key];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function loads(pairs: readonly Pair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const mentees = new Map<string, Set<string>>();
  for (const pair of pairs) {
    for (const mentor of pair.mentors) {
      const known = mentees.get(mentor) ?? new Set();
      for (const mentee of pair.mentees) known.add(mentee);
      mentees.set(mentor, known);
    }
  }
  return mentees;
}

/** Whether a row counts at all must be known for every tab. */
const ALWAYS: readonly string[] = ['recordStatus?', 'archivedOn?'];

function isReliable(tab: ReadTab, columns: readonly string[]): boolean {
  const doubled = new Set(tab.headers?.doubled.map((d) => d.column.key));
  const known = (c: string) => (c.endsWith('?') ? !doubled.has(c.slice(0, -1)) : hasColumn(tab, c));
  return tab.present && ALWAYS.every(known) && columns.every(known);
}
