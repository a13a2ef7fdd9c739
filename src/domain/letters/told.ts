import type { DateText } from '../text/calendar';
import { countsAsTold, type LedgerEntry, outcomeOf } from './ledger';
import { idOfParts } from './obligation-id';

/** Something that an address was told of, as far as the ledger knows it. */
export interface Telling {
  readonly measure: string;
  readonly organisation: string;
  readonly controlDate: DateText | '';
}

/**
 * What the ledger says, ready for questions. A rehearsal adds to it a day at a time; after a change of a row that stands
 * already it is made anew.
 */
export class Told {
  private readonly days = new Map<string, DateText | ''>();
  private readonly written = new Set<string>();
  private readonly last = new Map<string, readonly [last: DateText, before: DateText | '']>();
  private readonly refused = new Set<string>();
  private readonly lost = new Set<string>();
  private readonly tellings = new Map<string, Set<string>>();
  private readonly byAddress = new Map<string, Map<string, Telling>>();

  constructor(entries: Iterable<LedgerEntry> = []) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: LedgerEntry): void {
    const outcome = outcomeOf(entry);
    if (outcome === 'неверный адрес') this.refused.add(entry.to);
    if (outcome === 'не дошло') this.lost.add(entry.to);
    if (!countsAsTold(outcome)) return;
    if (entry.key !== '') this.days.set(entry.key, entry.date);
    if (entry.date !== '') {
      this.written.add(`${entry.to}|${entry.date}`);
      const [last, _] = this.last.get(entry.to) ?? ['', ''];
      if (entry.date > last) this.last.set(entry.to, [entry.date, last]);
    }
    if (entry.measure === '') return;
    const id = idOfParts(entry.measure, entry.organisation, entry.controlDate);
    made(this.tellings, id, () => new Set<string>()).add(entry.date);
    made(this.byAddress, entry.to, () => new Map<string, Telling>()).set(id, entry);
  }

  has(key: string): boolean {
    return this.days.has(key);
  }

  /** The day on which the key was told; null: it was not, or the row does not say when. */
  dayOf(key: string): DateText | null {
    return this.days.get(key) || null;
  }

  /** A digest went to the address on the day. */
  wroteOn(address: string, day: DateText): boolean {
    return this.written.has(`${address}|${day}`);
  }

  /** The day of the last digest to the address before the day; '' = none. */
  lastBefore(address: string, day: DateText): DateText | '' {
    const [last, before] = this.last.get(address) ?? ['', ''];
    return last < day ? last : before;
  }

  isRefused(address: string): boolean {
    return this.refused.has(address);
  }

  isUndelivered(address: string): boolean {
    return this.lost.has(address);
  }

  /** On how many days before the day letters told of the obligation; it only grows. */
  daysToldBefore(id: string, day: DateText): number {
    let count = 0;
    for (const date of this.tellings.get(id) ?? []) if (date < day) count++;
    return count;
  }

  /** Everything that the address was ever told of, by `obligationId`. */
  toldTo(address: string): ReadonlyMap<string, Telling> {
    return this.byAddress.get(address) ?? new Map();
  }
}

function made<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
