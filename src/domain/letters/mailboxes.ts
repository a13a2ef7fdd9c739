import type { Obligation } from '../roadmap/obligation';
import type { DateText } from '../text/calendar';
import { type Contact, NOBODY, type OrganisationContacts } from './contacts';
import { ledgerKey } from './ledger';
import { isEscalation, type LetterItem, type Recipient, type Stage, type Unreachable } from './letter';
import type { LetterInput } from './letter-input';
import { keyDate, obligationId } from './obligation-id';
import { type LetterRules, letterRules } from './rules';
import { type Standing, standings } from './stages';
import type { Told } from './told';

/** An address with everything that it is to hear of today. */
export interface Mailbox {
  readonly address: string;
  readonly as: ReadonlySet<Recipient>;
  /** Of whom it is the curator. */
  readonly organisations: ReadonlySet<string>;
  /** By `obligationId`: a mailbox of two roles hears of a thing once, in the higher one. */
  readonly items: ReadonlyMap<string, LetterItem>;
  /** Own things whose stage was told before. */
  readonly inWork: ReadonlySet<string>;
  /** «Анна Петровна»; '' when not allowed, not known, or several people read the mailbox. */
  readonly name: string;
}

/** Somebody whom mail does not reach, with what has to be said. */
export interface Unreached extends Unreachable {
  readonly phone: string;
  readonly name: string;
  readonly items: number;
  readonly toSay: readonly LetterItem[];
}

export interface Gathered {
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
  readonly unreachable: readonly Unreached[];
}

interface OpenMailbox {
  address: string;
  as: Set<Recipient>;
  organisations: Set<string>;
  items: Map<string, LetterItem>;
  inWork: Set<string>;
  /** What is overdue and comes again within days, at its next stage. */
  near: Map<string, LetterItem>;
  names: Set<string>;
}

const RANK: Readonly<Record<Recipient, number>> = { curator: 0, head: 1, coordinator: 2 };
/** In a ledger from which the day cannot be read the step counts as told later than anything. */
const SOME_DAY = '9999-12-31';

/**
 * Who is to be told what: each open dated obligation at its current stage to those who do it, and by the steps of
 * escalation to the head and the coordinators.
 */
export function gather(input: LetterInput): Gathered {
  const rules = letterRules(input.settings);
  const standing = standings(rules, input.calendar, input.today);
  const { coordinators } = input.contacts;
  const known = coordinators.length > 0 ? coordinators : [NOBODY];
  const post = new Post(input, rules);
  for (const obligation of input.obligations) {
    if (!isOpenFor(obligation, rules)) continue;
    const at = standing(obligation.due);
    if (obligation.owner === 'coordinator') {
      if (at.stage !== null)
        for (const who of known) post.offer(obligation, at, who, 'coordinator', at.stage);
      continue;
    }
    const home = input.contacts.organisations.get(obligation.organisation);
    if (at.stage !== null)
      for (const who of curatorsOf(home)) post.offer(obligation, at, who, 'curator', at.stage);
    if (reached(at, rules.escalateHead)) post.offer(obligation, at, home?.head ?? NOBODY, 'head', 'head');
    if (reached(at, rules.escalateCoordinator))
      for (const who of known) post.offer(obligation, at, who, 'coordinator', 'coordinator');
  }
  return post.gathered();
}

/** Letters speak of it at all. */
export function isOpenFor(obligation: Obligation, rules: LetterRules): boolean {
  return (
    obligation.open &&
    obligation.owner !== 'nobody' &&
    obligation.due !== '' &&
    (!obligation.continuous || rules.continuous)
  );
}

function curatorsOf(home: OrganisationContacts | undefined): readonly Contact[] {
  return home && home.curators.length > 0 ? home.curators : [NOBODY];
}

function reached(at: Standing, workingDays: number): boolean {
  return workingDays > 0 && at.workingDaysLate >= workingDays;
}

/** Why somebody cannot be written to; null = a letter reaches the address. */
export function whyNot({ address, error }: Contact, told: Told): Unreachable['why'] | null {
  if (error === 'empty') return 'no-address';
  if (error !== null) return 'bad-address';
  if (told.isRefused(address)) return 'refused-address';
  return told.isUndelivered(address) ? 'undelivered' : null;
}

/** Sorts what is offered into mailboxes. */
class Post {
  private readonly open = new Map<string, OpenMailbox>();
  private readonly unreached = new Map<
    string,
    { contact: Contact; first: Unreachable; items: LetterItem[] }
  >();
  /** People without an address are told apart by themselves. */
  private readonly numbers = new Map<Contact, number>();

  constructor(
    private readonly input: LetterInput,
    private readonly rules: LetterRules,
  ) {}

  offer(obligation: Obligation, at: Standing, contact: Contact, as: Recipient, stage: Stage): void {
    const { address } = contact;
    const key = this.key(obligation, address, stage);
    const item = { key, obligation, stage, daysLeft: at.daysLeft };
    const why = whyNot(contact, this.input.told);
    if (why !== null) {
      const organisation = as === 'coordinator' ? '' : obligation.organisation;
      if (!this.numbers.has(contact)) this.numbers.set(contact, this.numbers.size);
      const who = `${organisation}|${as}|${this.numbers.get(contact)}`;
      const known = this.unreached.get(who);
      if (known) known.items.push(item);
      else
        this.unreached.set(who, {
          contact,
          first: { organisation, as, address, why, items: 0 },
          items: [item],
        });
      return;
    }
    const box = this.box(contact);
    const own = !isEscalation(stage);
    if (as === 'curator') box.organisations.add(obligation.organisation);
    const id = obligationId(obligation);
    if (this.input.told.has(key) || this.heardAbove(obligation, at, address, as, stage)) {
      if (own) {
        box.inWork.add(id);
        box.as.add(as);
        const next = at.nextSoon;
        if (next !== null)
          box.near.set(id, { ...item, stage: next, key: this.key(obligation, address, next) });
      }
      return;
    }
    box.as.add(as);
    const other = box.items.get(id);
    if (!other || RANK[roleOf(other)] < RANK[as]) box.items.set(id, item);
  }

  gathered(): Gathered {
    const mailboxes = new Map<string, Mailbox>();
    for (const [address, box] of this.open) {
      this.join(box);
      for (const id of box.items.keys()) box.inWork.delete(id);
      mailboxes.set(address, { ...box, name: box.names.size === 1 ? [...box.names][0] : '' });
    }
    const unreachable = [...this.unreached.values()].map(({ contact, first, items }) => ({
      ...first,
      phone: contact.phone,
      name: contact.name,
      items: items.length,
      toSay: items,
    }));
    return { mailboxes, unreachable };
  }

  /**
   * Each overdue thing comes again in a rhythm of its own: whoever has several would be written to nearly every day. When
   * one of them comes today, those that would come within days come along, and not by themselves then.
   */
  private join(box: OpenMailbox): void {
    if (![...box.items.values()].some(({ stage }) => stage.startsWith('+'))) return;
    for (const [id, item] of box.near)
      if (!box.items.has(id) && !this.input.told.has(item.key)) box.items.set(id, item);
  }

  /** The mailbox heard of the obligation in a higher role, on the day of this stage or later. */
  private heardAbove(
    obligation: Obligation,
    at: Standing,
    address: string,
    as: Recipient,
    stage: Stage,
  ): boolean {
    for (const higher of ['head', 'coordinator'] as const) {
      if (RANK[higher] <= RANK[as]) continue;
      const key = this.key(obligation, address, higher);
      if (!this.input.told.has(key)) continue;
      const since = stage === 'head' ? this.headSince(obligation) : at.since;
      if ((this.input.told.dayOf(key) ?? SOME_DAY) >= since) return true;
    }
    return false;
  }

  private headSince(obligation: Obligation): DateText {
    return this.input.calendar.addWorkingDays(obligation.due, this.rules.escalateHead);
  }

  private key(obligation: Obligation, address: string, stage: Stage): string {
    const { measureId, step, organisation } = obligation;
    return ledgerKey({ measureId, step, organisation, address, stage, controlDate: keyDate(obligation) });
  }

  private box(contact: Contact): OpenMailbox {
    let box = this.open.get(contact.address);
    if (!box) {
      box = {
        address: contact.address,
        as: new Set(),
        organisations: new Set(),
        items: new Map(),
        inWork: new Set(),
        near: new Map(),
        names: new Set(),
      };
      this.open.set(contact.address, box);
    }
    if (contact.name !== '') box.names.add(contact.name);
    return box;
  }
}

function roleOf(item: LetterItem): Recipient {
  if (isEscalation(item.stage)) return item.stage;
  return item.obligation.owner === 'coordinator' ? 'coordinator' : 'curator';
}
