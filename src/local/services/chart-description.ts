/** A chart as data: what the Charts service and the charts on sheets say, and what chart-image.ts draws. */

export type ChartKind =
  | 'COLUMN'
  | 'BAR'
  | 'LINE'
  | 'AREA'
  | 'STEPPED_AREA'
  | 'COMBO'
  | 'SCATTER'
  | 'PIE'
  | 'HISTOGRAM'
  | 'TABLE';

export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** In a COMBO chart: how this series is drawn. */
  readonly draw?: 'columns' | 'line' | 'area';
  /** #rrggbb */
  readonly color?: string;
  /** Dashed line: a target, a plan. */
  readonly dashed?: boolean;
  /** Whether the values are written at the marks; default: where they fit. */
  readonly labels?: boolean;
}

export interface ChartAxis {
  readonly title?: string;
  readonly min?: number;
  readonly max?: number;
  readonly log?: boolean;
  /** Number pattern, e.g. `0%`, `0.0`. */
  readonly format?: string;
}

export interface ChartDescription {
  readonly kind: ChartKind;
  readonly title?: string;
  readonly categories: readonly string[];
  /** For SCATTER: the x of each point. */
  readonly positions?: readonly (number | null)[];
  readonly series: readonly ChartSeries[];
  /** Columns of a TABLE: the head and the rows as text. */
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly stacked?: false | 'absolute' | 'percent';
  readonly colors?: readonly string[];
  readonly background?: string;
  /** Bottom axis and left axis, whatever they carry (in a BAR chart the bottom one carries the values). */
  readonly horizontal?: ChartAxis;
  readonly vertical?: ChartAxis;
  readonly legend?: 'top' | 'bottom' | 'right' | 'left' | 'none';
  readonly reverseCategories?: boolean;
  readonly smooth?: boolean;
  /** Radius of the points of lines, px; 0 = none. */
  readonly pointSize?: number;
  /** Share of the hole of a pie, 0–1. */
  readonly pieHole?: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** BCP 47 language for numbers; default ru. */
  readonly locale?: string;
}
