import { addDays, type DateText, weekday } from '../text/calendar';

/** Public holidays of a fixed date (ТК РФ, ст. 112). Days moved by the government are not known here. */
const HOLIDAYS = '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(
  ' ',
);
const DATA_DAYS = 3;
const DOCUMENT_DAYS = 30;

function isWorking(day: DateText): boolean {
  return weekday(day) < 6 && !HOLIDAYS.includes(day.slice(5));
}

function onWorkingDay(day: DateText): DateText {
  return isWorking(day) ? day : onWorkingDay(addDays(day, 1));
}

/**
 * The date by which a remark is to be mended, counted from the day of the memo: data in three working days (domain.md
 * §5.2), documents and decisions in thirty days, moved to the next working day.
 */
export function deadline(today: DateText, term: 'data' | 'documents'): DateText {
  if (term === 'documents') return onWorkingDay(addDays(today, DOCUMENT_DAYS));
  let day = today;
  for (let left = DATA_DAYS; left > 0; left--) day = onWorkingDay(addDays(day, 1));
  return day;
}
