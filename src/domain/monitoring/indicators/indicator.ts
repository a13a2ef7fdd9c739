import type { TabKey } from '../../registry/tab';
import type { MonitoringContext, OrganisationFacts } from '../context';
import type { IndicatorUnit } from '../report';

/** Numerator and denominator of one organisation; `of` is absent for counts. */
export interface Tally {
  readonly count: number;
  readonly of?: number;
}

/**
 * One figure of the indicator table (domain.md §3.3). Municipal figures are Σ counts / Σ denominators over the submitted
 * organisations that have data, unless `municipal` says how else; null means no data, never zero.
 */
export interface Indicator {
  /** `И-01` */
  readonly code: string;
  readonly part: string;
  readonly name: string;
  /** Numerator / denominator in words; printed in the methodology. */
  readonly formula: string;
  readonly unit: IndicatorUnit;
  /** What is good: more, less, or neither (plain counts). */
  readonly better: 'more' | 'less' | null;
  /** Tabs with the columns without which there is no data. */
  readonly needs: readonly (readonly [TabKey, ...string[]])[];
  /** Stands on cells without a date, so that it cannot be counted for an earlier day. */
  readonly undated?: true;
  /** Over all participants instead of those that submitted (И-29). */
  readonly ofAll?: true;
  readonly organisation: (o: OrganisationFacts, c: MonitoringContext) => Tally | null;
  readonly municipal?: (c: MonitoringContext) => Tally | null;
  /** Where the definition comes from: S the plan, K federal package, D this product (domain.md §3.3). */
  readonly source: string;
}

export function share(count: number, of: number | null): Tally | null {
  return of === null ? null : { count, of };
}

/** Yes or no of one organisation. */
export function one(yes: boolean): Tally {
  return { count: yes ? 1 : 0, of: 1 };
}

/** The authority keeps no registries of people and pairs: what is counted from them is unknown, not zero. */
export function onlyAggregates(c: MonitoringContext): boolean {
  return c.settings.text('storageMode') === 'Только агрегаты';
}

/** The tally, or no data where there are no registries of people. */
export function unlessAggregates(of: Indicator['organisation']): Indicator['organisation'] {
  return (o, c) => (onlyAggregates(c) ? null : of(o, c));
}
