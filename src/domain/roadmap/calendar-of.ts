import type { Registry } from '../registry/workbook';
import { type CalendarDay, officialDays } from './holidays';
import { type WorkingCalendar, workingCalendar } from './working-calendar';

/** The calendar of the years that the program knows itself, for where the registry is not at hand. */
export const officialCalendar: WorkingCalendar = workingCalendar(officialDays);

/**
 * The calendar of a workbook. What stands on the tab «Календарь» is the whole truth about the years that have a row
 * there; other years are as the program knows them, and a year of which neither says anything is not known.
 * Rows without a readable date or without «выходной»/«рабочий» are as if they were not there. Of two rows for one day
 * the lower one holds (R-93 tells of them). Make it once a command: it is laid out anew each time.
 */
export function calendarOf({ tabs }: Pick<Registry, 'tabs'>): WorkingCalendar {
  const own: CalendarDay[] = [];
  for (const { values } of tabs.calendar.entries) {
    const { date, day, note } = values;
    if (typeof date !== 'string' || date === '' || (day !== 'рабочий' && day !== 'выходной')) continue;
    own.push({ date, working: day === 'рабочий', note: typeof note === 'string' ? note : '' });
  }
  if (own.length === 0) return officialCalendar;
  const years = new Set(own.map((d) => d.date.slice(0, 4)));
  return workingCalendar([...officialDays.filter((d) => !years.has(d.date.slice(0, 4))), ...own]);
}
