import { foldKey } from '../text/fold';
import type { Deadline } from './deadline/deadline';

/** Somebody's plan or timetable, not a planned thing: «по отдельному плану», «по графику». */
const NAMES_PLAN = /(?:^|[^а-я])(?:план(?!ир|ов)|график|расписани|циклограмм)/;

/** The value of «Тип срока» (registry/enumerations.ts, termKind) for a term as understood. */
export function termKindOf({ kind, text, controlDates, freshness }: Deadline): string {
  switch (kind) {
    case 'date':
    case 'month':
    case 'range':
      if (freshness !== null) return 'дата + непрерывно';
      if (kind === 'date') return 'дата «до»';
      if (kind === 'range') return 'период';
      return controlDates.length > 1 ? 'несколько месяцев' : 'месяц';
    case 'recurring':
      return 'повторяющийся';
    case 'continuous':
      return 'непрерывно';
    case 'external':
      return NAMES_PLAN.test(foldKey(text)) ? 'внешний план' : 'внешний срок';
    case 'programme':
      return 'по программам';
    case 'as-needed':
      return 'по мере необходимости';
    case 'unknown':
      return 'не распознан';
  }
}
