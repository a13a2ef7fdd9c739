import { addDays, type DateText } from '../text/calendar';
import { dueDay } from './due-day';
import type { EvidenceRule } from './evidence/evidence-rule';
import type { Own, Sources } from './evidence/sources';
import type { Mark, Measure } from './measures';
import type { Obligation } from './obligation';
import type { WorkingCalendar } from './working-calendar';

/** What does not depend on the day, made once: a rehearsal asks for hundreds of days in a row. */
export interface PreparedFulfilment {
  readonly sources: Sources;
  readonly measures: readonly PreparedMeasure[];
}

export interface PreparedMeasure {
  readonly measure: Measure;
  readonly rule: EvidenceRule;
  readonly marks: readonly Mark[];
  /** Why nothing can be known, in words; '' when all is there. */
  readonly unknown: string;
  /** It goes on all the time, alone or after its control dates. */
  readonly goesOn: boolean;
  /** Somebody else has still to say when. */
  readonly waits: boolean;
  readonly start: DateText;
  readonly owner: Obligation['owner'];
  readonly title: string;
}

/** A day with what is asked of it again and again. */
export interface Day {
  readonly today: DateText;
  readonly calendar: WorkingCalendar;
  readonly sources: Sources;
  readonly acting: readonly Own[];
  readonly actingIds: ReadonlySet<Own>;
  /** The setting `dayOffRule`. */
  readonly rule: string;
  readonly planEnd: DateText;
  readonly dues: Map<DateText, DateText>;
}

export function dueOn(on: Day, controlDate: DateText): DateText {
  let due = on.dues.get(controlDate);
  if (due === undefined) {
    due = dueDay(controlDate, on.rule, on.calendar);
    on.dues.set(controlDate, due);
  }
  return due;
}

/** The first day of a term: of the measure, of the month that the plan names, or the day after the date before. */
export function startOf({ measure, start }: PreparedMeasure, at: number): DateText {
  if (at === 0) return start;
  const controlDate = measure.controlDates[at];
  return /месяц/i.test(measure.termKind)
    ? `${controlDate.slice(0, 7)}-01`
    : addDays(measure.controlDates[at - 1], 1);
}
