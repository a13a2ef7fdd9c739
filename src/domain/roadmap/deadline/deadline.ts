import type { DateText } from '../../text/calendar';

/**
 * How a term of a plan is meant:
 * `date` a day or several; `month` a month or several, each due by its end; `range` from … to …, due by its end (quarters,
 * half-years, school years too); `recurring` again and again within the plan; `continuous` all the time; `external` when
 * somebody else says so; `programme` as the programmes of the pairs run; `as-needed`; `unknown` not recognised.
 */
export type DeadlineKind =
  | 'date'
  | 'month'
  | 'range'
  | 'recurring'
  | 'continuous'
  | 'external'
  | 'programme'
  | 'as-needed'
  | 'unknown';

/** Days from the first to the last, both included. */
export interface Period {
  readonly start: DateText;
  readonly end: DateText;
}

export type Recurrence = 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'school-year';

/** A term of a plan as understood. */
export interface Deadline {
  /** As it stands in the plan, untouched. */
  readonly text: string;
  readonly kind: DeadlineKind;
  /** The first day; '' where the text does not say. */
  readonly start: DateText | '';
  /** The days by which it must be done, inclusive, ascending, each once. */
  readonly controlDates: readonly DateText[];
  readonly recurrence: Recurrence | null;
  /** When it is to be kept fresh after that: «до …, актуализация в течение …». */
  readonly freshness: Period | null;
  /** What a person should look at, in words: a year that was not written, the part that was not understood; '' = nothing. */
  readonly question: string;
}
