import { factsOf, lastsUntil } from '../../monitoring/facts';
import { isInsidePeriod } from '../../monitoring/membership';
import type {
  Curator,
  Document,
  Form,
  Mentee,
  Mentor,
  Organisation,
  Pair,
  Practice,
  Programme,
  Training,
} from '../../monitoring/records';
import type { Settings } from '../../registry/settings';
import type { Registry } from '../../registry/workbook';
import { type DateText, later } from '../../text/calendar';

/** Everything that evidence is looked for in, sorted by organisation once; rows of any date, drafts left out. */
export interface Sources {
  readonly settings: Settings;
  /** Organisations that take part at some time and report themselves, by ID. */
  readonly organisations: readonly Own[];
  /** Organisation → the head through which it reports, '' where it reports itself. */
  readonly heads: ReadonlyMap<string, string>;
  /** Municipal documents. */
  readonly documents: readonly Document[];
  readonly allDocuments: ReadonlyMap<string, Document>;
  readonly support: readonly SupportEntry[];
  readonly training: readonly Training[];
  readonly practices: readonly Practice[];
  readonly programmes: ReadonlyMap<string, readonly Programme[]>;
  /** Keys of the waves that have forms, ascending. */
  readonly waves: readonly string[];
}

/** What belongs to one organisation and the units that report through it. */
export interface Own {
  readonly organisation: Organisation;
  readonly curators: readonly Curator[];
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  readonly pairs: readonly Pair[];
  readonly documents: readonly Document[];
  readonly practices: readonly Practice[];
  /** Training of its mentors that took place, by its last day. */
  readonly training: readonly Course[];
  /** Wave → its form; of two, the later submitted one. */
  readonly forms: ReadonlyMap<string, Form>;
  /** Days on which rows of mentees, of mentors, and of any person or pair were entered or looked through; ascending. */
  readonly seen: {
    readonly mentees: readonly DateText[];
    readonly mentors: readonly DateText[];
    readonly all: readonly DateText[];
  };
  /** Open errors of its rows; null = not known. */
  readonly errors: number | null;
}

export interface Course extends Pick<Training, 'id' | 'to' | 'until'> {
  /** The first day on which one of those trained is a mentor of the organisation. */
  readonly from: DateText;
}

export interface SupportEntry {
  readonly date: DateText;
  readonly until: string;
  readonly kinds: readonly string[];
}

/** Before every record: rows that were archived later are still there, each with the day until which it counts. */
const BEFORE_ALL = '0001-01-01';

export function sourcesOf(registry: Registry, errors: ReadonlyMap<string, number> | null): Sources {
  const { settings, tabs } = registry;
  const facts = factsOf(registry, { asOf: BEFORE_ALL });
  const kept = <T extends { readonly until: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.until !== '');
  const mentors = kept(facts.mentors);
  const training = kept(facts.training)
    .filter((t) => t.done && t.to !== '')
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const documents = kept(facts.documents);
  const byOrganisation = {
    curators: grouped(kept(facts.curators)),
    mentors: grouped(mentors),
    mentees: grouped(kept(facts.mentees)),
    pairs: grouped(kept(facts.pairs)),
    documents: grouped(documents),
    practices: grouped(kept(facts.practices)),
    forms: grouped(kept(facts.forms)),
    training: trainingOf(mentors, training),
  };
  const heads = new Map(facts.organisations.map((o) => [o.id, o.reportsTo]));
  const errorsOf = reportedErrors(heads, errors);
  const organisations = facts.organisations
    .filter((o) => o.participates && o.reportsTo === '')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((organisation): Own => {
      const of = <T>(rows: ReadonlyMap<string, readonly T[]>): readonly T[] =>
        rows.get(organisation.id) ?? [];
      const [own, mentees, pairs] = [
        of(byOrganisation.mentors),
        of(byOrganisation.mentees),
        of(byOrganisation.pairs),
      ];
      const curators = of(byOrganisation.curators);
      const seenMentees = daysIn(mentees, 'updatedOn', 'entered');
      const seenMentors = daysIn(own, 'updatedOn', 'entered');
      return {
        organisation,
        curators,
        mentors: own,
        mentees,
        pairs,
        documents: of(byOrganisation.documents),
        practices: of(byOrganisation.practices),
        training: of(byOrganisation.training),
        forms: formsByWave(of(byOrganisation.forms)),
        seen: {
          mentees: seenMentees,
          mentors: seenMentors,
          all: ascending([
            ...seenMentees,
            ...seenMentors,
            ...daysIn(pairs, 'updatedOn', 'from'),
            ...daysIn(curators, 'updatedOn', 'from'),
          ]),
        },
        errors: errorsOf(organisation.id),
      };
    });
  return {
    settings,
    organisations,
    heads,
    documents: documents.filter((d) => d.organisation === '' && d.level !== 'ОО'),
    allDocuments: new Map(documents.map((d) => [d.id, d])),
    support: tabs.support.entries
      .map(
        (entry): SupportEntry => ({
          date: String(entry.values.date ?? ''),
          until: lastsUntil(tabs.support, entry),
          kinds: Array.isArray(entry.values.kinds) ? entry.values.kinds : [],
        }),
      )
      .filter((entry) => entry.date !== '' && entry.until !== ''),
    training,
    practices: kept(facts.practices),
    programmes: groupedBy(kept(facts.programmes), (p) => p.pair),
    waves: [...new Set(facts.forms.map((f) => f.wave).filter((wave) => wave !== ''))].sort(),
  };
}

/** Takes part on the day: the row in force, the day inside «Период действия». */
export function actsOn({ organisation }: Own, day: DateText): boolean {
  return organisation.until > day && isInsidePeriod(organisation, { asOf: day });
}

/** The last of ascending days that is not later than the day; ''. */
export function latestBy(days: readonly DateText[], day: DateText): DateText | '' {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? '' : days[low - 1];
}

/** The days in these columns, each once, ascending. */
function daysIn<K extends string>(
  rows: readonly Readonly<Record<K, string>>[],
  ...columns: readonly K[]
): DateText[] {
  const days = new Set<string>();
  for (const row of rows) for (const column of columns) days.add(row[column]);
  return ascending(days);
}

function ascending(days: Iterable<string>): DateText[] {
  return [...new Set(days)].filter((day) => day !== '').sort();
}

function grouped<T extends { readonly organisation: string }>(rows: readonly T[]) {
  return groupedBy(rows, (row) => row.organisation);
}

function groupedBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known) known.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** A course is evidence for every organisation that had a mentor in it. */
function trainingOf(
  mentors: readonly Mentor[],
  training: readonly Training[],
): ReadonlyMap<string, readonly Course[]> {
  const byId = new Map(mentors.map((m) => [m.id, m]));
  const found = new Map<string, Course[]>();
  for (const { id, to, until, participants } of training) {
    const since = new Map<string, DateText>();
    for (const participant of participants) {
      const mentor = byId.get(participant);
      if (mentor === undefined || mentor.entered === '') continue;
      const known = since.get(mentor.organisation);
      if (known === undefined || mentor.entered < known) since.set(mentor.organisation, mentor.entered);
    }
    for (const [organisation, entered] of since) {
      const course: Course = { id, to, until, from: later(to, entered) };
      const known = found.get(organisation);
      if (known) known.push(course);
      else found.set(organisation, [course]);
    }
  }
  return found;
}

function formsByWave(forms: readonly Form[]): ReadonlyMap<string, Form> {
  const found = new Map<string, Form>();
  for (const form of forms) {
    const known = found.get(form.wave);
    if (!known || form.submittedOn >= known.submittedOn) found.set(form.wave, form);
  }
  return found;
}

/** The same sources with other counts of errors: those of another day. */
export function sourcesWithErrors(sources: Sources, errors: ReadonlyMap<string, number>): Sources {
  const errorsOf = reportedErrors(sources.heads, errors);
  return {
    ...sources,
    organisations: sources.organisations.map((own) => ({ ...own, errors: errorsOf(own.organisation.id) })),
  };
}

/** Errors of a unit that reports through its head are the head's. */
function reportedErrors(
  heads: ReadonlyMap<string, string>,
  errors: ReadonlyMap<string, number> | null,
): (id: string) => number | null {
  if (errors === null) return () => null;
  const sums = new Map<string, number>();
  for (const [id, count] of errors) {
    let top = id;
    for (let step = 0; step < heads.size && heads.get(top); step++) top = heads.get(top)!;
    sums.set(top, (sums.get(top) ?? 0) + count);
  }
  return (id) => sums.get(id) ?? 0;
}
