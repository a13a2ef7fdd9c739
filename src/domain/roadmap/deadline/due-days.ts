import { addDays, type DateText, schoolYearOf } from '../../text/calendar';
import type { Period } from './deadline';
import type { Bound, Token } from './pattern';
import * as ask from './questions';
import { type DatedSpan, inYear } from './span';

/** The day by which it is due, and what is to be asked about it. */
export interface Due {
  readonly date: DateText;
  readonly question: string;
}

/** First days of a middle: «до середины октября» is by the 15th. */
const TO_MIDDLE = 4;

/**
 * The last day for a span: «до 20 октября» is that day, «октябрь», «до конца октября» and «не позднее октября» the last
 * of the month, «до октября» the day before it.
 */
export function dueOf(span: DatedSpan, bound: Bound | null): Due {
  const on = (date: DateText): Due => ({ date, question: '' });
  if (bound !== 'until' || span.grain === 'day' || span.part === 'end') return on(span.end);
  if (span.part === 'begin') return on(span.start);
  if (span.part === 'middle') return on(addDays(span.start, TO_MIDDLE));
  const date = addDays(span.start, -1);
  return { date, question: ask.takenBefore(date) };
}

export const yearOf = (date: DateText): number => Number(date.slice(0, 4));

/** Every placing of a span without a year that may touch the plan, ascending. */
export function placings(token: Token, plan: Period): DatedSpan[] {
  if (token.yearless === null) return token.dated === null ? [] : [token.dated];
  const found: DatedSpan[] = [];
  for (let year = yearOf(plan.start) - 1; year <= yearOf(plan.end); year++) {
    const span = inYear(token.yearless, year);
    if (span !== null) found.push(span);
  }
  return found;
}

/** A span in the first year in which it falls into the plan; one with its year stays where it is. */
export function placed(token: Token, plan: Period): DatedSpan | null {
  if (token.dated !== null) return token.dated;
  const inside = placings(token, plan).filter((span) => {
    const key = token.bound === 'since' ? span.start : dueOf(span, token.bound).date;
    return plan.start <= key && key <= plan.end;
  });
  return inside[0] ?? null;
}

/** What to ask when years were taken that are not written. */
export function yearQuestion(tokens: readonly Token[], spans: readonly DatedSpan[]): string {
  const chosen = spans.filter((_, i) => tokens[i]!.dated === null);
  if (chosen.length === 0) return '';
  const at = tokens.findIndex((t) => t.yearless?.school === true);
  if (at >= 0) return ask.noSchoolYear(schoolYearOf(spans[at]!.start));
  return ask.noYear([...new Set(chosen.map((span) => span.start.slice(0, 4)))].sort());
}

export const ascending = (dates: readonly DateText[]): DateText[] => [...new Set(dates)].sort();
