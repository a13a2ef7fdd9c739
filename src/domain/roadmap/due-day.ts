import { DAY_OFF_RULES } from '../registry/settings';
import type { DateText } from '../text/calendar';
import type { WorkingCalendar } from './working-calendar';

const [LATER, EARLIER] = DAY_OFF_RULES;

/**
 * The last day on which an obligation is still in time: the control date of the plan, moved off a day that is not
 * worked as the setting `dayOffRule` says. A value that the setting does not have leaves the date where it is.
 * @param rule `settings.text('dayOffRule')`
 * @example dueDay('2023-04-30', 'переносится на следующий рабочий день', officialCalendar) // '2023-05-02'
 */
export function dueDay(controlDate: DateText, rule: string, calendar: WorkingCalendar): DateText {
  if (rule === LATER) return calendar.onOrAfter(controlDate);
  if (rule === EARLIER) return calendar.onOrBefore(controlDate);
  return controlDate;
}
