import { enumerations } from '../registry/enumerations';
import { numberOf } from '../roadmap/measures';
import { addYears } from '../text/calendar';
import { printOrderReference } from '../text/order-number';
import type { MonitoringContext } from './context';
import { KINDS } from './document-kinds';
import { isDue } from './indicators/roadmap';
import { answers, satisfied } from './indicators/satisfaction';
import { isCurrentTraining } from './membership';
import type {
  CrossTable,
  Distribution,
  DocumentCell,
  PublishableMentor,
  RoadmapLine,
  Satisfaction,
  SwotEntry,
  TrainingLine,
  WaveReport,
} from './report';

/** The tables of the memo that are no indicators (domain.md §4, Т2–Т8), over the organisations that submitted. */

/** Т2 has seven kinds of documents. */
export const TABLE_KINDS: readonly string[] = [
  KINDS.introduction,
  KINDS.curator,
  KINDS.regulation,
  KINDS.roadmap,
  KINDS.programme,
  KINDS.mentors,
  KINDS.pairs,
];

export function documentTable(c: MonitoringContext): WaveReport['documents'] {
  return c.submitted.map((o) => ({
    organisation: o.organisation.id,
    cells: TABLE_KINDS.map((kind): DocumentCell => {
      const found = o.documents.find((d) => d.kind === kind);
      const order = found ?? (kind === KINDS.curator ? o.curators[0]?.order : undefined);
      const requisites =
        order?.number && order.date
          ? `№ ${printOrderReference({ number: order.number, date: order.date })}`
          : '';
      return { kind, present: order !== undefined, requisites };
    }),
  }));
}

export function formsByKinds(c: MonitoringContext): CrossTable {
  const pairs = c.submitted.flatMap((o) => o.pairs);
  return cross(
    pairs,
    (p) => p.form,
    (p) => p.kind,
    enumerations.form.values,
    enumerations.kind.values,
  );
}

export function practiceTable(c: MonitoringContext): CrossTable {
  const practices = c.submitted.flatMap((o) => o.practices);
  return cross(
    practices,
    (p) => p.level,
    (p) => p.type,
    enumerations.level.values,
    enumerations.practiceType.values,
  );
}

/** Rows and columns that occur, in the order of the enumerations; the authority's own values after them. */
function cross<T>(
  items: readonly T[],
  row: (item: T) => string,
  column: (item: T) => string,
  rowOrder: readonly string[],
  columnOrder: readonly string[],
): CrossTable {
  const used = items.filter((i) => row(i) !== '' && column(i) !== '');
  const rows = inOrder(used.map(row), rowOrder);
  const columns = inOrder(used.map(column), columnOrder);
  const cells = rows.map(() => columns.map(() => 0));
  for (const item of used) cells[rows.indexOf(row(item))][columns.indexOf(column(item))]++;
  return { rows, columns, cells };
}

function inOrder(values: readonly string[], order: readonly string[]): string[] {
  const present = new Set(values);
  return [...order.filter((v) => present.has(v)), ...[...present].filter((v) => !order.includes(v)).sort()];
}

export function distributions(c: MonitoringContext): WaveReport['distributions'] {
  const pairs = c.submitted.flatMap((o) => o.pairs);
  const mentees = c.submitted.flatMap((o) => o.mentees);
  const mentors = [
    ...new Map(c.submitted.flatMap((o) => o.mentors).map((m) => [c.persons.D.get(m.id), m])).values(),
  ];
  const requests = distribution(
    'Запросы наставляемых',
    mentees.flatMap((m) => [...new Set(m.requests)]),
    [],
  );
  return {
    forms: distribution(
      'Формы наставничества',
      pairs.map((p) => p.form),
      enumerations.form.values,
    ),
    kinds: distribution(
      'Виды наставничества',
      pairs.map((p) => p.kind),
      enumerations.kind.values,
    ),
    organisationTypes: distribution(
      'Типы ОО',
      c.submitted.map((o) => o.organisation.type),
      enumerations.organisationType.values,
    ),
    menteeCategories: distribution(
      'Категории наставляемых',
      mentees.map((m) => m.category),
      enumerations.menteeCategory.values,
    ),
    mentorQualifications: distribution(
      'Категории наставников',
      mentors.map((m) => m.qualification),
      enumerations.qualification.values,
    ),
    topRequests: {
      title: 'Десять самых частых запросов',
      items: [...requests.items]
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
        .slice(0, 10),
    },
  };
}

function distribution(title: string, values: readonly string[], order: readonly string[]): Distribution {
  const known = values.filter((v) => v !== '');
  const counts = new Map<string, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { title, items: inOrder(known, order).map((label) => ({ label, count: counts.get(label) ?? 0 })) };
}

/** Т5: training done within the school year up to D, by kind. */
export function trainingTable(c: MonitoringContext): TrainingLine[] {
  const year = c.facts.training.filter(
    (t) => isCurrentTraining(t, c.wave, 1) && t.to >= c.wave.periodFrom && t.to > addYears(c.wave.asOf, -1),
  );
  const kinds = inOrder(
    year.map((t) => t.kind).filter((k) => k !== ''),
    enumerations.trainingKind.values,
  );
  return kinds.map((kind) => {
    const own = year.filter((t) => t.kind === kind);
    return {
      kind,
      events: own.length,
      people: new Set(own.flatMap((t) => t.participants)).size,
      hours: own.reduce((sum, t) => sum + (t.hours ?? 0), 0),
    };
  });
}

/** Т7 */
export function satisfactionTable(c: MonitoringContext): Satisfaction[] {
  return c.submitted.flatMap((o) =>
    (['mentees', 'mentors'] as const).map((role): Satisfaction => {
      const key = role === 'mentees' ? 'menteeAnswers' : 'mentorAnswers';
      return {
        scope: o.organisation.id,
        role,
        answers: answers(o.form, key),
        high: satisfied(o.form, key, c)?.count ?? null,
      };
    }),
  );
}

export function swot(c: MonitoringContext): SwotEntry[] {
  const text = (v: unknown): string => (typeof v === 'string' ? v : '');
  return c.submitted.flatMap(({ organisation, form }) =>
    form
      ? [
          {
            organisation: organisation.id,
            strengths: text(form.values.strengths),
            weaknesses: text(form.values.weaknesses),
            opportunities: text(form.values.opportunities),
            threats: text(form.values.threats),
            problems: text(form.values.problems),
          },
        ]
      : [],
  );
}

/** Т8 */
export function roadmapTable(c: MonitoringContext): RoadmapLine[] {
  const text = (v: unknown): string => (typeof v === 'string' ? v : '');
  const { fulfilment } = c;
  const computed = new Map(fulfilment?.measures.map((state) => [state.measure.number, state]));
  return c.registry.tabs.roadmap.entries.map(({ values: v }) => {
    const state = computed.get(numberOf(text(v.number)));
    const status = fulfilment ? (state?.status ?? '') : text(v.status);
    return {
      number: text(v.number),
      name: text(v.name),
      term: text(v.term),
      status,
      evidence: fulfilment ? (state?.found ?? '') : text(v.evidence),
      due: isDue(status),
    };
  });
}

/** Mentors who may be named in the memo: consent to publication given by D and not run out. */
export function publishableMentors(c: MonitoringContext): PublishableMentor[] {
  const { asOf } = c.wave;
  if (c.settings.text('storageMode') !== 'Полный') return [];
  return c.submitted.flatMap((o) =>
    o.mentors
      .filter(
        (m) =>
          m.publication.from !== '' &&
          m.publication.from <= asOf &&
          (!m.publication.to || m.publication.to >= asOf),
      )
      .map((m) => ({ id: m.id, name: m.name, organisation: o.organisation.id })),
  );
}
