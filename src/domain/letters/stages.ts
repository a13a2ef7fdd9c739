import type { WorkingCalendar } from '../roadmap/working-calendar';
import { addDays, type DateText, daysBetween } from '../text/calendar';
import type { Stage } from './letter';
import type { LetterRules } from './rules';

/** Where an obligation with this due day stands today. */
export interface Standing {
  /** The latest stage that has come; null: none yet, or no letters about it. */
  readonly stage: Stage | null;
  /** The day on which that stage came; '' without one. */
  readonly since: DateText | '';
  /** Negative = overdue by so many. */
  readonly daysLeft: number;
  readonly workingDaysLate: number;
  /** The next stage of something overdue that was left alone for two working days by now; else null. */
  readonly nextSoon: Stage | null;
}

/** So many days of the rhythm something overdue is left alone, whatever else is told. */
const REST = 2;

/**
 * Tells the standing by the due day. Only the latest stage counts, so that days without a run are caught up by one
 * letter. Due days are few and obligations many: each day is worked out once.
 */
export function standings(
  rules: LetterRules,
  calendar: WorkingCalendar,
  today: DateText,
): (due: DateText) => Standing {
  const known = new Map<DateText, Standing>();
  return (due) => {
    let standing = known.get(due);
    if (!standing) {
      standing = standingOf(due, rules, calendar, today);
      known.set(due, standing);
    }
    return standing;
  };
}

function standingOf(due: DateText, rules: LetterRules, calendar: WorkingCalendar, today: DateText): Standing {
  const daysLeft = daysBetween(today, due);
  if (daysLeft >= 0) {
    // Ascending: the first that has come is the latest of them.
    for (const days of rules.before) {
      const day = addDays(due, -days);
      const since = rules.daysOff ? day : calendar.onOrBefore(day);
      if (since <= today)
        return { stage: days === 0 ? '0' : `-${days}`, since, daysLeft, workingDaysLate: 0, nextSoon: null };
    }
    return { stage: null, since: '', daysLeft, workingDaysLate: 0, nextSoon: null };
  }
  const workingDaysLate = calendar.workingDaysBetween(due, today);
  // Late by days off only: the first letter about it comes with the first working day.
  if (workingDaysLate < 1 || rules.overdueEvery === 0)
    return { stage: null, since: '', daysLeft, workingDaysLate, nextSoon: null };
  const passed = Math.floor((workingDaysLate - 1) / rules.overdueEvery);
  const since = calendar.addWorkingDays(due, 1 + passed * rules.overdueEvery);
  const sinceThen = (workingDaysLate - 1) % rules.overdueEvery;
  const nextSoon = sinceThen >= REST ? `+${passed + 2}` : null;
  return { stage: `+${passed + 1}`, since, daysLeft, workingDaysLate, nextSoon };
}
