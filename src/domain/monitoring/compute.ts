import type { MonitoringContext } from './context';
import { indicators } from './indicators';
import type { Indicator, Tally } from './indicators/indicator';
import { type IndicatorValue, MUNICIPALITY } from './report';

/** Every indicator for the municipality and for each participating organisation. */
export function computeIndicators(c: MonitoringContext): IndicatorValue[] {
  return indicators.flatMap((indicator) => {
    const reliable =
      indicator.needs.every(([tab, ...columns]) => c.has(tab, ...columns)) &&
      participantsKnown(c) &&
      (indicator.ofAll || submissionsKnown(c));
    const counted = indicator.ofAll ? c.organisations : c.submitted;
    const tallies = new Map(
      reliable ? counted.map((o) => [o.organisation.id, indicator.organisation(o, c)]) : [],
    );
    const total = !reliable
      ? null
      : indicator.municipal
        ? municipal(indicator, c)
        : sum([...tallies.values()]);
    return [
      figure(indicator, MUNICIPALITY, total, c),
      ...c.organisations.map(({ organisation: { id } }) => figure(indicator, id, tallies.get(id) ?? null, c)),
    ];
  });
}

function participantsKnown(c: MonitoringContext): boolean {
  return c.has(
    'organisations',
    'id',
    'participates',
    'head?',
    'reportsThroughHead?',
    'activeFrom?',
    'activeTo?',
  );
}

function submissionsKnown(c: MonitoringContext): boolean {
  return c.has('forms', 'organisation', 'wave', 'status');
}

/** The roadmap is the municipality's own; everything else has no figure while nobody has submitted. */
function municipal(indicator: Indicator, c: MonitoringContext): Tally | null {
  return c.submitted.length === 0 && indicator.code !== 'И-28' ? null : indicator.municipal!(c);
}

/** Σ/Σ; an organisation without data is left out of both sums. */
function sum(tallies: readonly (Tally | null)[]): Tally | null {
  const known = tallies.filter((t): t is Tally => t !== null);
  if (known.length === 0) return null;
  const count = known.reduce((total, t) => total + t.count, 0);
  return known.some((t) => t.of === undefined)
    ? { count }
    : { count, of: known.reduce((total, t) => total + t.of!, 0) };
}

function figure(
  indicator: Indicator,
  scope: string,
  tally: Tally | null,
  c: MonitoringContext,
): IndicatorValue {
  const { code, part, unit } = indicator;
  const base = { code, part, scope, unit, target: c.settings.target(code, c.wave.year) };
  if (tally === null) return { ...base, numerator: null, denominator: null, value: null, status: 'no-data' };
  const { count, of } = tally;
  if (of === 0) return { ...base, numerator: count, denominator: 0, value: null, status: 'zero-denominator' };
  if (unit === 'count')
    return { ...base, numerator: count, denominator: null, value: count, status: 'value' };
  const value = unit === '%' ? (100 * count) / of! : count / of!;
  return { ...base, numerator: count, denominator: of!, value, status: 'value' };
}
