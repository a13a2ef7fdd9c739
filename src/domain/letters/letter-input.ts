import type { CountsByOrganisation } from '../checks/counts-by-day';
import type { Settings } from '../registry/settings';
import type { Obligation } from '../roadmap/obligation';
import type { WorkingCalendar } from '../roadmap/working-calendar';
import type { DateText } from '../text/calendar';
import type { Contacts } from './contacts';
import type { Told } from './told';

/** Everything that letters are made from, read once. */
export interface LetterInput {
  readonly today: DateText;
  readonly obligations: readonly Obligation[];
  readonly findings: CountsByOrganisation;
  readonly contacts: Contacts;
  readonly calendar: WorkingCalendar;
  readonly settings: Settings;
  /** `new Told(readLedger(grid))` */
  readonly told: Told;
  /** The address of a tab, of the workbook for ''; '' when there is none to give. */
  readonly url: (tab: string) => string;
  /** What tells this workbook from its copies, for events of a calendar. */
  readonly bookId: string;
}
