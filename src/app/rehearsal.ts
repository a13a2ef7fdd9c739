import { contactsOf } from '../domain/letters/contacts';
import { type Rehearsal, rehearse } from '../domain/letters/rehearse';
import { calendarOf } from '../domain/roadmap/calendar-of';
import { fulfilmentOn, prepareFulfilment } from '../domain/roadmap/fulfilment';
import { addYears, daysBetween, isDate } from '../domain/text/calendar';
import { readLedgerTab } from './ledger-rows';
import { findingCounts } from './letter-book';
import { unknownYears } from './letters-screen';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';

/** What a personal account may send in a day: the smaller of the two quotas. */
const PERSONAL_QUOTA = 100;
const LONGEST_DAYS = 400;

export interface RehearsalScreen {
  readonly from: string;
  readonly to: string;
  readonly quota: number;
}

export interface RehearsalReport extends Rehearsal {
  readonly from: string;
  readonly to: string;
  readonly quotaPerDay: number;
  readonly daysOverQuota: number;
  /** Sentences for the person. */
  readonly notes: readonly string[];
}

export function rehearsalScreen({ clock }: Ports): RehearsalScreen {
  const from = clock.today();
  return { from, to: addYears(from, 1), quota: PERSONAL_QUOTA };
}

/**
 * «Прогнать год»: every day of a period as it would go with the registries as they are now, on a copy in memory. Nothing
 * is sent and nothing is written.
 * @param quota letters a day; default that of a personal account
 * @throws Refusal for a period that cannot be read
 */
export function rehearsal(
  ports: Ports,
  {
    from,
    to,
    quota = PERSONAL_QUOTA,
  }: { readonly from: string; readonly to: string; readonly quota?: number },
): RehearsalReport {
  if (!isDate(from) || !isDate(to) || to < from)
    throw new Refusal('Нужны первый и последний день прогона: последний не раньше первого.');
  if (daysBetween(from, to) > LONGEST_DAYS)
    throw new Refusal('Прогон — не длиннее года с небольшим: 400 дней.');
  const { registry } = readWorkbook(ports.workbook);
  const ledger = readLedgerTab(ports);
  const calendar = calendarOf(registry);
  const book = ports.workbook.url();
  const errors: ReadonlyMap<string, number> = new Map();
  const done = rehearse({
    from,
    to,
    obligationsOn: (day) => fulfilmentOn(prepareFulfilment(registry, errors), day, calendar).obligations,
    contactsOn: (day) => contactsOf(registry, day),
    findings: new Map(),
    calendar,
    settings: registry.settings,
    url: () => book,
    bookId: ports.workbook.id(),
    quotaPerDay: quota,
    ledger: ledger.entries,
  });
  return {
    ...done,
    from,
    to,
    quotaPerDay: quota,
    daysOverQuota: done.days.filter(({ carried }) => carried > 0).length,
    notes: unknownYears(calendar, registry, to),
  };
}
