import type { Document, Order } from '../../monitoring/records';
import type { EvidenceRuleTitle } from '../../registry/enumerations';
import type { TabKey } from '../../registry/tab';
import type { DateText } from '../../text/calendar';
import { printOrderReference } from '../../text/order-number';
import { counted, type PluralForms } from '../../text/plural';
import type { Evidence } from '../obligation';
import type { Own, Sources } from './sources';

/** How one kind of evidence is recognised in the registries (domain.md §1.2, last column). */
export interface EvidenceRule {
  /** As it stands in the column «Чем подтверждается». */
  readonly title: EvidenceRuleTitle;
  /** What is to be done, in short: for letters. */
  readonly task: string;
  /** The tab where it is done. */
  readonly tab: TabKey;
  /** Tabs with the columns without which nothing is known. */
  readonly needs: readonly (readonly [TabKey, ...string[]])[];
  /** Stands on registries of people, which «Только агрегаты» does not keep. */
  readonly people?: true;
  /** The municipality answers for the whole beside what each organisation has done (3.4). */
  readonly sums?: true;
  /** What to do when the last activity grows old; for measures that go on. */
  readonly renew?: string;
  /** How the organisations stand together, in words; absent: who has not fulfilled it. */
  readonly summary?: (c: WholeCase) => string;
  readonly judge: (c: Case) => Judged;
}

/** What is asked: how things stand on a day, with one organisation or with the municipality. */
export interface Case {
  readonly day: DateText;
  readonly sources: Sources;
  /** null: the municipality. */
  readonly own: Own | null;
  /** Organisations that take part on the day. */
  readonly acting: readonly Own[];
  /** '' for what goes on all the time. */
  readonly controlDate: DateText | '';
  /** The last day in time; ''. */
  readonly due: DateText | '';
  /** The control dates before and after this one; '' where there is none. */
  readonly before: DateText | '';
  readonly after: DateText | '';
  /** The first day of the measure. */
  readonly start: DateText;
}

/** What is asked of all organisations together. */
export type WholeCase = Pick<Case, 'day' | 'sources' | 'acting' | 'controlDate' | 'due'>;

/** How things stand. Facts dated later than the day of the case must not count. */
export interface Judged {
  readonly done: boolean;
  /** The day on which it was done; '' = done, but nothing says when. */
  readonly doneOn: DateText | '';
  /** Of «дата + непрерывно»: it was done once, whatever has become of it since. Absent: as `done`. */
  readonly once?: boolean;
  /** Of measures that go on: the last day in order; the day since which it is not. '' = nothing grows old here. */
  readonly renewBy: DateText | '';
  readonly evidence: readonly Evidence[];
  /** What is left to do, a sentence without a full stop; ''. */
  readonly left: string;
  /** It is somebody else's turn: nothing is asked of the one who answers for it. */
  readonly waiting?: true;
}

export const ORGANISATIONS: PluralForms = ['ОО', 'ОО', 'ОО'];

export function evidence(text: string, tab: string, id = '', url = ''): Evidence {
  return { text, tab, id, url };
}

/** «№ 26/1 от 01.09.2022» */
export function paper(d: Document, tab: string): Evidence {
  return evidence(`№ ${printOrderReference({ number: d.number, date: d.date })}`, tab, d.id, d.link);
}

/** Number and date stand there and the date has come. */
export function isDated(d: Order, day: DateText): boolean {
  return d.until > day && d.number !== '' && d.date !== '' && d.date <= day;
}

/** The earlier of documents that stand; the list may be in any order. */
export function earliest(documents: readonly Document[]): Document | undefined {
  let found: Document | undefined;
  for (const d of documents) if (found === undefined || d.date < found.date) found = d;
  return found;
}

/** «3 ОО (ORG-02, ORG-05, ORG-11)»: IDs as long as they can be read. */
export function organisations(own: readonly Own[]): string {
  const ids = own
    .map((o) => o.organisation.id)
    .sort()
    .slice(0, 8);
  const rest = own.length > ids.length ? '…' : '';
  return `${counted(own.length, ORGANISATIONS)} (${ids.join(', ')}${rest})`;
}
