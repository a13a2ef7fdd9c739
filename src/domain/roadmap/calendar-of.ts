import { officialDays } from './holidays';
import { type WorkingCalendar, workingCalendar } from './working-calendar';

/** The calendar of the years that the program knows itself, for where the registry is not at hand. */
export const officialCalendar: WorkingCalendar = workingCalendar(officialDays);
