import type { Obligation } from '../roadmap/obligation';
import type { DateText } from '../text/calendar';

/**
 * Why a letter speaks of an obligation today: so many days before its due day, on it (`0`), the n-th time after it, or the
 * step of escalation. It is part of the key in the ledger: `-14`, `0`, `+1`, `head`, `coordinator`.
 */
export type Stage = string;

/** A step of escalation: what others have not done, not one's own thing. */
export function isEscalation(stage: Stage): stage is 'head' | 'coordinator' {
  return stage === 'head' || stage === 'coordinator';
}

export type Recipient = 'curator' | 'head' | 'coordinator';

/** One obligation in a letter, at one stage: what the ledger keeps once for good. */
export interface LetterItem {
  /** measure [/ step] × organisation × address × stage × control date; see `ledgerKey`. */
  readonly key: string;
  readonly obligation: Obligation;
  readonly stage: Stage;
  /** Days to the due day: negative = overdue by so many. */
  readonly daysLeft: number;
}

/** A digest: everything that one address is to be told on one day. */
export interface Letter {
  readonly to: string;
  /** In which capacities the address is written to. */
  readonly as: readonly Recipient[];
  readonly date: DateText;
  /** Overdue first. */
  readonly items: readonly LetterItem[];
  readonly subject: string;
  readonly content: readonly LetterBlock[];
  /** Text of the calendar file; null when it is switched off. */
  readonly calendar: string | null;
  /** Smaller goes first when the quota is short. */
  readonly priority: number;
}

/** A letter as data: printed as HTML and as plain text, and shown by the panel, from the same blocks. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly LetterLine[] }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export interface LetterLine {
  /** «2.1. Назначение кураторов (МБОУ «Школа № 1»)» */
  readonly text: string;
  /** «просрочено на 21 день: срок был 20.10.2022» */
  readonly when: string;
  readonly tone: 'overdue' | 'today' | 'soon';
  /** What is left to do; ''. */
  readonly left: string;
  /** Link to the tab; ''. */
  readonly url: string;
}

/** Why somebody who has something to do is not written to. */
export interface Unreachable {
  readonly organisation: string;
  readonly as: Recipient;
  /** The address as it stands, '' when there is none. */
  readonly address: string;
  readonly why: 'no-address' | 'bad-address' | 'refused-address' | 'undelivered';
  readonly items: number;
}
