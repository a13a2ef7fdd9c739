import type { Contact, Contacts } from '../../../src/domain/letters/contacts';
import type { LedgerEntry } from '../../../src/domain/letters/ledger';
import type { LetterInput } from '../../../src/domain/letters/letter-input';
import { Told } from '../../../src/domain/letters/told';
import { readRegistry } from '../../../src/domain/registry/workbook';
import type { Obligation } from '../../../src/domain/roadmap/obligation';
import type { WorkingCalendar } from '../../../src/domain/roadmap/working-calendar';
import { addDays, weekday } from '../../../src/domain/text/calendar';
import { addressError } from '../../../src/domain/text/email-address';
import { gridsOf, type Values } from '../book';

const START = '2021-01-01';
const ALL = Array.from({ length: 365 * 6 }, (_, i) => addDays(START, i));
const PLACES = new Map(ALL.map((day, i) => [day, i]));
const made = new Map<string, WorkingCalendar>();

/** Saturdays and Sundays from 2021 to 2026, and the given days besides. Looked up: a year of days is asked for it. */
export function weekends(holidays: readonly string[] = []): WorkingCalendar {
  const key = holidays.join();
  const calendar = made.get(key) ?? lookedUp(holidays);
  made.set(key, calendar);
  return calendar;
}

function lookedUp(holidays: readonly string[]): WorkingCalendar {
  const working = ALL.map((day) => weekday(day) < 6 && !holidays.includes(day));
  let count = 0;
  const passed = working.map((is) => (is ? ++count : count));
  const workdays = ALL.filter((_, i) => working[i]);
  const place = (day: string) => PLACES.get(day)!;
  const go = (day: string, step: number) => {
    let at = place(day);
    while (!working[at]) at += step;
    return ALL[at];
  };
  return {
    isWorking: (day) => working[place(day)],
    knows: () => true,
    onOrAfter: (day) => go(day, 1),
    onOrBefore: (day) => go(day, -1),
    // The n-th working day is `workdays[n - 1]`; before a day off fewer have passed than on it.
    addWorkingDays: (day, n) => {
      if (n === 0) return day;
      const at = passed[place(day)] - 1 + n;
      return workdays[n > 0 || working[place(day)] ? at : at + 1];
    },
    workingDaysBetween: (from, to) => (to > from ? passed[place(to)] - passed[place(from)] : 0),
  };
}

export const settingsOf = (values: Values = {}) => readRegistry(gridsOf({}, values)).settings;

/** 2.1 of the school ORG-01 by Friday 19 April 2024. */
export function obligation(more: Partial<Obligation> = {}): Obligation {
  const due = more.due ?? '2024-04-19';
  const number = more.number ?? '2.1';
  return {
    number,
    measureId: `RM-${number}`,
    organisation: 'ORG-01',
    step: '',
    title: 'Назначение кураторов',
    controlDate: due,
    due,
    status: 'В работе',
    doneOn: '',
    evidence: [],
    left: 'внести приказ о назначении',
    tab: 'Кураторы',
    manual: null,
    open: true,
    continuous: false,
    owner: 'curator',
    ...more,
  };
}

export function contact(address: string, more: Partial<Contact> = {}): Contact {
  return { address, error: addressError(address), name: '', phone: '', ...more };
}

/** Schools ORG-01 … with a curator and a mailbox each, and one coordinator. */
export function contacts(schools = 3, more: Partial<Contacts> = {}): Contacts {
  const organisations = new Map(
    Array.from({ length: schools }, (_, i) => {
      const n = String(i + 1).padStart(2, '0');
      return [
        `ORG-${n}`,
        {
          name: `МБОУ «Школа № ${i + 1}»`,
          curators: [contact(`curator${n}@school.ru`, { phone: `8 (34279) 3-00-${n}` })],
          head: contact(`school${n}@school.ru`),
        },
      ] as const;
    }),
  );
  return { organisations, coordinators: [contact('coordinator@town.ru')], ...more };
}

export interface Scene extends Partial<Omit<LetterInput, 'told' | 'settings'>> {
  readonly ledger?: readonly LedgerEntry[];
  readonly values?: Values;
}

/** Everything that letters are made from. Today is Friday 12 April 2024, a week before the due day. */
export function scene({ ledger = [], values = {}, ...more }: Scene = {}): LetterInput {
  return {
    today: '2024-04-12',
    obligations: [obligation()],
    findings: new Map(),
    contacts: contacts(),
    calendar: weekends(),
    settings: settingsOf(values),
    told: new Told(ledger),
    url: (tab) => `https://docs.google.com/book#${encodeURIComponent(tab)}`,
    bookId: '1AbC',
    ...more,
  };
}
