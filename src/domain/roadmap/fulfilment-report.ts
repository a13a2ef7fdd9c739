import type { DateText } from '../text/calendar';
import type { Measure } from './measures';
import type { Evidence, Obligation } from './obligation';

/** How the roadmap stands on a day. */
export interface Fulfilment {
  readonly today: DateText;
  readonly obligations: readonly Obligation[];
  readonly measures: readonly MeasureState[];
  /** Organisations that take part on the day: the rows of the matrix. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly cells: readonly MatrixCell[];
}

export interface MeasureState {
  readonly measure: Measure;
  /** A value of the enumeration `roadmapStatus`. */
  readonly status: string;
  /** The comment of the person who set the status by hand; null = computed. */
  readonly manual: string | null;
  /** Of the organisations that it concerns, for the term that runs; null for a measure of the municipality. */
  readonly organisations: { readonly done: number; readonly of: number } | null;
  /** What evidence was found: counts and IDs, no names. */
  readonly found: string;
  /** The next action in words, with its date. */
  readonly next: string;
  readonly evidence: readonly Evidence[];
}

/** One measure of one organisation for one control date. */
export interface MatrixCell {
  readonly measureId: string;
  readonly number: string;
  readonly organisation: string;
  /** '' where the measure has one control date or none. */
  readonly controlDate: DateText | '';
  readonly status: string;
  readonly manual: string | null;
}
