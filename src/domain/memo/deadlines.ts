import type { WorkingCalendar } from '../roadmap/working-calendar';
import { addDays, type DateText } from '../text/calendar';

const DATA_DAYS = 3;
const DOCUMENT_DAYS = 30;

/**
 * The date by which a remark is to be mended, counted from the day of the memo: data in three working days (domain.md
 * §5.2), documents and decisions in thirty days, moved to the next working day.
 */
export function deadline(today: DateText, term: 'data' | 'documents', calendar: WorkingCalendar): DateText {
  return term === 'data'
    ? calendar.addWorkingDays(today, DATA_DAYS)
    : calendar.onOrAfter(addDays(today, DOCUMENT_DAYS));
}
