import { countsByDay } from '../domain/checks/counts-by-day';
import { contactsOf } from '../domain/letters/contacts';
import { type Rehearsal as RehearsedPeriod, rehearse } from '../domain/letters/rehearse';
import { calendarOf } from '../domain/roadmap/calendar-of';
import { fulfilmentOn, prepareFulfilment } from '../domain/roadmap/fulfilment';
import { withErrors } from '../domain/roadmap/with-errors';
import { addYears, daysBetween, isDate } from '../domain/text/calendar';
import { readLedgerTab } from './ledger-rows';
import { errorsOf } from './letter-book';
import { planNotes } from './letters-screen';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';

/** What a personal account may send in a day: the smaller of the two quotas. */
const PERSONAL_QUOTA = 100;
const LONGEST_DAYS = 400;

/** With what the window «Прогнать год» opens: `rpc('rehearsalScreen')`. */
export interface RehearsalScreen {
  /** `yyyy-mm-dd`: today, and a year later. */
  readonly from: string;
  readonly to: string;
  /** Letters that the mail takes in a day. */
  readonly quota: number;
}

/** What would happen on every day of a period: `rpc('rehearse', {from, to, quota?})`. Computed in memory, nothing leaves. */
export interface Rehearsal extends Omit<RehearsedPeriod, 'totals'> {
  readonly from: string;
  readonly to: string;
  readonly totals: RehearsedPeriod['totals'] & {
    readonly quotaPerDay: number;
    readonly daysOverQuota: number;
  };
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
): Rehearsal {
  if (!isDate(from) || !isDate(to) || to < from)
    throw new Refusal('Нужны первый и последний день прогона: последний не раньше первого.');
  if (daysBetween(from, to) > LONGEST_DAYS)
    throw new Refusal('Прогон — не длиннее года с небольшим: 400 дней. Выберите период короче.');
  const { registry } = readWorkbook(ports.workbook);
  const ledger = readLedgerTab(ports);
  const calendar = calendarOf(registry);
  const prepared = prepareFulfilment(registry, null);
  const counts = remembering(countsByDay(registry));
  const done = rehearse({
    from,
    to,
    obligationsOn: (day) =>
      fulfilmentOn(withErrors(prepared, errorsOf(counts(day))), day, calendar).obligations,
    contactsOn: (day) => contactsOf(registry, day),
    findingsOn: counts,
    calendar,
    settings: registry.settings,
    url: () => '',
    bookId: ports.workbook.id(),
    quotaPerDay: quota,
    ledger: ledger.entries,
  });
  const daysOverQuota = done.days.filter(({ carried }) => carried > 0).length;
  return {
    ...done,
    from,
    to,
    totals: { ...done.totals, quotaPerDay: quota, daysOverQuota },
    notes: planNotes(calendar, registry, to),
  };
}

/** A day asks for its counts twice. */
function remembering<T>(of: (day: string) => T): (day: string) => T {
  let last: { readonly day: string; readonly value: T } | null = null;
  return (day) => {
    if (last?.day !== day) last = { day, value: of(day) };
    return last.value;
  };
}
