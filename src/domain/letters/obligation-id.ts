import type { Obligation } from '../roadmap/obligation';
import type { DateText } from '../text/calendar';
import { measureText } from './ledger';

/**
 * The date that names an obligation in keys: the control date of the plan. What goes on all the time is another obligation
 * each time that it has grown old, so there it is the due day.
 */
export function keyDate(obligation: Obligation): DateText | '' {
  return obligation.continuous ? obligation.due : obligation.controlDate || obligation.due;
}

/** The same for everybody who is told of it. @example 'RM-3.3/submit|ORG-01|2024-04-15' */
export function obligationId(obligation: Obligation): string {
  return idOfParts(
    measureText(obligation.measureId, obligation.step),
    obligation.organisation,
    keyDate(obligation),
  );
}

export function idOfParts(measure: string, organisation: string, controlDate: string): string {
  return `${measure}|${organisation}|${controlDate}`;
}
