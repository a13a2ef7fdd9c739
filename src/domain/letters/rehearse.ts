import type { Obligation } from '../roadmap/obligation';
import { addDays, type DateText, weekday } from '../text/calendar';
import type { Contacts } from './contacts';
import { fitQuota } from './fit-quota';
import { ledgerRowsOf } from './intents';
import { compare } from './item-order';
import type { LedgerEntry } from './ledger';
import { isEscalation, type Letter, type Recipient } from './letter';
import type { LetterInput } from './letter-input';
import { planLetters } from './plan-letters';
import { Told } from './told';

export interface RehearsalInput extends Pick<LetterInput, 'calendar' | 'settings' | 'url' | 'bookId'> {
  readonly from: DateText;
  /** The last day, included. */
  readonly to: DateText;
  /** What is open on a day: fulfilment as it would be then. */
  readonly obligationsOn: (day: DateText) => readonly Obligation[];
  readonly contactsOn: (day: DateText) => Contacts;
  readonly findingsOn: (day: DateText) => LetterInput['findings'];
  readonly quotaPerDay: number;
  /** What was told before the period. */
  readonly ledger: readonly LedgerEntry[];
}

export interface RehearsedLetter {
  readonly to: string;
  readonly as: readonly Recipient[];
  readonly subject: string;
  readonly items: number;
  readonly overdue: number;
}

export interface RehearsedDay {
  readonly date: DateText;
  readonly letters: readonly RehearsedLetter[];
  /** Letters that the quota did not take. */
  readonly carried: number;
  /** People with something to be told whom mail does not reach. */
  readonly unreachable: number;
}

export interface RehearsedPerson {
  readonly address: string;
  readonly letters: number;
  readonly items: number;
  /** From Monday to Sunday. */
  readonly mostInAWeek: number;
}

export interface Rehearsal {
  /** Only days on which there is something to show. */
  readonly days: readonly RehearsedDay[];
  /** The most letters first. */
  readonly persons: readonly RehearsedPerson[];
  readonly totals: {
    readonly letters: number;
    readonly items: number;
    readonly escalations: number;
    readonly carried: number;
    /** null: no letters at all. */
    readonly peakDay: { readonly date: DateText; readonly letters: number } | null;
    /** Share of the quota on the peak day, 0…1. */
    readonly quotaUse: number;
  };
}

/**
 * A period as it would go, day by day, with the functions of a real day; every letter is taken for sent.
 * @param onDay sees what would be sent, for those who want the letters themselves
 */
export function rehearse(
  input: RehearsalInput,
  onDay: (day: DateText, letters: readonly Letter[]) => void = () => {},
): Rehearsal {
  const told = new Told(input.ledger);
  const days: RehearsedDay[] = [];
  const people = new People();
  let [letters, items, escalations, carried] = [0, 0, 0, 0];
  let peakDay: { date: DateText; letters: number } | null = null;
  for (let today = input.from; today <= input.to; today = addDays(today, 1)) {
    const { calendar, settings, url, bookId } = input;
    const findings = input.findingsOn(today);
    const obligations = input.obligationsOn(today);
    const contacts = input.contactsOn(today);
    const day = { today, obligations, contacts, findings, calendar, settings, url, bookId, told };
    const plan = planLetters(day);
    const { now, later } = fitQuota(plan.letters, input.quotaPerDay, day);
    onDay(today, now);
    for (const letter of now) {
      for (const row of ledgerRowsOf(letter, REHEARSAL, today, 'отправлено')) told.add(row);
      people.add(letter);
      items += letter.items.length;
      escalations += letter.items.filter(({ stage }) => isEscalation(stage)).length;
    }
    letters += now.length;
    carried += later.length;
    if (now.length > 0 && now.length > (peakDay?.letters ?? 0))
      peakDay = { date: today, letters: now.length };
    if (now.length > 0 || later.length > 0)
      days.push({
        date: today,
        letters: now.map(rehearsed),
        carried: later.length,
        unreachable: plan.unreachable.length,
      });
  }
  const quotaUse = peakDay && input.quotaPerDay > 0 ? peakDay.letters / input.quotaPerDay : 0;
  return {
    days,
    persons: people.list(),
    totals: { letters, items, escalations, carried, peakDay, quotaUse },
  };
}

const REHEARSAL = 'прогон';

function rehearsed({ to, as, subject, items }: Letter): RehearsedLetter {
  return { to, as, subject, items: items.length, overdue: items.filter((item) => item.daysLeft < 0).length };
}

/** Counts the load of each address. Days come in their order. */
class People {
  private readonly known = new Map<
    string,
    { letters: number; items: number; week: string; now: number; most: number }
  >();

  add({ to, date, items }: Letter): void {
    const week = addDays(date, 1 - weekday(date));
    const person = this.known.get(to) ?? { letters: 0, items: 0, week, now: 0, most: 0 };
    if (person.week !== week) person.now = 0;
    person.week = week;
    person.now++;
    person.most = Math.max(person.most, person.now);
    person.letters++;
    person.items += items.length;
    this.known.set(to, person);
  }

  list(): RehearsedPerson[] {
    return [...this.known]
      .map(([address, { letters, items, most }]) => ({ address, letters, items, mostInAWeek: most }))
      .sort((a, b) => b.letters - a.letters || compare(a.address, b.address));
  }
}
