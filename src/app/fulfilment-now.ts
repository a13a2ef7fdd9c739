import type { CheckedFinding } from '../domain/checks/check';
import { openErrors } from '../domain/checks/open-errors';
import type { Registry } from '../domain/registry/workbook';
import { calendarOf } from '../domain/roadmap/calendar-of';
import { fulfilmentOn, prepareFulfilment } from '../domain/roadmap/fulfilment';
import type { Fulfilment } from '../domain/roadmap/fulfilment-report';
import { computesStatuses } from '../domain/roadmap/measures';

/**
 * How the roadmap stands today, from the registries as read; no trip.
 * @returns null where people type the statuses themselves: a workbook of an older schema, or made elsewhere
 */
export function fulfilmentNow(
  registry: Registry,
  findings: readonly CheckedFinding[],
  today: string,
): Fulfilment | null {
  if (!computesStatuses(registry)) return null;
  return fulfilmentOn(prepareFulfilment(registry, openErrors(findings)), today, calendarOf(registry));
}
