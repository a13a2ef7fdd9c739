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
    const target = c.settings.target(indicator.code, c.wave.year);
    return [
      figure(indicator, MUNICIPALITY, total, target),
      ...c.organisations.map(({ organisation: { id } }) =>
        figure(indicator, id, tallies.get(id) ?? null, target),
      ),
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
  { code, part, unit }: Indicator,
  scope: string,
  tally: Tally | null,
  target: number | null,
): IndicatorValue {
  const numerator = tally === null ? null : tally.count;
  const denominator = tally === null || (unit === 'count' && tally.of !== 0) ? null : tally.of!;
  const status = tally === null ? 'no-data' : denominator === 0 ? 'zero-denominator' : 'value';
  const value =
    status !== 'value' ? null : denominator === null ? numerator : ratio(numerator!, denominator, unit);
  return { code, part, scope, unit, target, numerator, denominator, value, status };
}

function ratio(count: number, of: number, unit: string): number {
  return unit === '%' ? (100 * count) / of : count / of;
}
