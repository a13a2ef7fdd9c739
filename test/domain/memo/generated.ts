/** Reports that no person would think of: any sizes, any mixture of missing figures. Shares never exceed 100 %. */
import fc from 'fast-check';
import {
  type IndicatorValue,
  MUNICIPALITY,
  type Remark,
  type WaveReport,
} from '../../../src/domain/monitoring/report';
import { enumerations } from '../../../src/domain/registry/enumerations';
import { figures, fullReport, organisation, SHARES, share } from './reports';

const REMARKS: Remark['kind'][] = [
  'not-submitted',
  'no-curator',
  'no-section',
  'no-package',
  'new-without-mentor',
  'untrained',
  'expired-pairs',
  'no-order',
  'no-programme',
  'data-errors',
];

const pair = fc.option(
  fc.tuple(fc.nat(130), fc.nat(130)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  { nil: null, freq: 4 },
);

const orgShares = new Set(['И-04', 'И-05', 'И-06', 'И-07', 'И-08', 'И-18', 'И-19', 'И-27', 'И-29']);

/** Figures whose denominators are organisations stay within the number of organisations. */
function within(values: readonly IndicatorValue[], total: number): IndicatorValue[] {
  return values.map((v) => {
    if ((!orgShares.has(v.code) && v.code !== 'И-09') || v.denominator === null) return v;
    const whole = Math.min(v.denominator, total);
    return share(v.code, [Math.min(v.numerator!, whole), whole], v.scope, v.part);
  });
}

const municipal = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...SHARES, 'И-09 mentees', 'И-09 mentors', 'И-21'), pair, { maxKeys: 30 }),
    fc.array(fc.nat(150), { maxLength: 7 }),
  )
  .map(([shares, counts]) => figures({ shares, counts }));

const distribution = fc
  .array(fc.record({ label: fc.constantFrom(...enumerations.form.values), count: fc.nat(25) }), {
    maxLength: 6,
  })
  .map((items) => ({ title: 'Распределение', items: [...new Map(items.map((i) => [i.label, i])).values()] }));

export const generatedReport: fc.Arbitrary<WaveReport> = fc
  .record({
    total: fc.constantFrom(0, 1, 2, 5, 11, 21),
    submitted: fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }),
    accepted: fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }),
    newTeachers: fc.array(fc.option(fc.nat(6), { nil: null }), { minLength: 21, maxLength: 21 }),
    now: municipal,
    past: fc.option(
      fc.tuple(municipal, fc.boolean(), fc.constantFrom('snapshot' as const, 'registries' as const)),
      { nil: null },
    ),
    forms: distribution,
    kinds: distribution,
    remarks: fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...REMARKS), fc.integer({ min: 1, max: 25 })), {
      maxLength: 25,
    }),
    alone: fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12 })), { maxLength: 4 }),
    statuses: fc.array(fc.constantFrom(...enumerations.roadmapStatus.values), { maxLength: 19 }),
    empty: fc.boolean(),
  })
  .map((g) => {
    const base = fullReport();
    const organisations = Array.from({ length: g.total }, (_, i) =>
      organisation(`ORG-${i}`, `МБОУ «Школа ${i}»`, {
        submitted: g.submitted[i]!,
        formStatus: g.submitted[i] ? (g.accepted[i] ? 'Принято' : 'На проверке') : '',
        submittedOn: g.submitted[i] ? '2024-04-10' : '',
        newTeachers: g.newTeachers[i]!,
      }),
    );
    const id = (n: number) => `ORG-${n % g.total}`;
    const n = organisations.filter((o) => o.submitted).length;
    const own = organisations.map((o) => share('И-01', o.submitted ? [1, 20] : null, o.id));
    return {
      ...base,
      organisations,
      indicators: [...within(g.now, n), ...own].filter((v) => v.code !== 'И-29' || v.scope === MUNICIPALITY),
      previous: g.past && {
        wave: '2023-04',
        asOf: '2023-03-31',
        source: g.past[2],
        comparable: g.past[1],
        indicators: within(g.past[0], g.total),
      },
      distributions: { ...base.distributions, forms: g.forms, kinds: g.kinds },
      formsByKinds: g.empty ? { rows: [], columns: [], cells: [] } : base.formsByKinds,
      practices: g.empty ? { rows: [], columns: [], cells: [] } : base.practices,
      training: g.empty ? [] : base.training,
      documents: g.empty ? [] : base.documents,
      swot: g.empty ? [] : base.swot.slice(0, n),
      publishableMentors: [],
      remarks: g.total ? g.remarks.map(([o, kind, count]) => ({ organisation: id(o), kind, count })) : [],
      newWithoutMentor: g.total ? g.alone.map(([o, count]) => ({ organisation: id(o), count })) : [],
      roadmap: g.statuses.map((status, i) => ({
        number: `${1 + (i % 3)}.${i}`,
        name: 'Мероприятие',
        term: 'октябрь 2022',
        status,
        evidence: '',
        due: true,
      })),
    };
  });
