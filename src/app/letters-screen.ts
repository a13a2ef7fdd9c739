import type { LetterBlock, Recipient, Unreachable } from '../domain/letters/letter';

/**
 * What the side bar «Напоминания» shows: `rpc('lettersScreen')`. Read only: the letters that would go out now, as they
 * would be, and what stands in their way.
 */
export interface LettersScreen {
  /**
   * `off`: no daily run; `dry`: it runs and only counts; `live`: letters leave; `stopped`: the stop switch is on;
   * `copy`: this is a copy of the workbook for which they were switched on.
   */
  readonly state: 'off' | 'dry' | 'live' | 'stopped' | 'copy';
  /** Letters may leave when somebody presses «Отправить сейчас», whatever the daily run does. */
  readonly live: boolean;
  readonly owner: string;
  /** The daily run is the acting person's own. */
  readonly mine: boolean;
  /** False: no run for 36 hours. */
  readonly alive: boolean;
  /** `dd.mm.yyyy hh:mm` of the last run and how it went; ''. */
  readonly seen: string;
  readonly outcome: string;
  /** `yyyy-mm-dd` */
  readonly today: string;
  /** False on a day off on which nothing is sent. */
  readonly sendsToday: boolean;
  /** Letters that may still be sent today; null = could not be asked. */
  readonly quota: number | null;
  readonly letters: readonly ShownLetter[];
  /** Letters that do not fit into the quota and go with the next run. */
  readonly later: number;
  readonly unreachable: readonly (Unreachable & { readonly name: string })[];
  /** A run died between its intent and the result: whether they left is not known, and they are not sent again. */
  readonly unknown: readonly UnknownLetter[];
  readonly messengers: readonly MessengerText[];
  /** Years without holidays on «Календарь», obligations without dates: sentences for the person. */
  readonly notes: readonly string[];
}

export interface ShownLetter {
  readonly to: string;
  readonly as: readonly Recipient[];
  readonly subject: string;
  readonly content: readonly LetterBlock[];
  readonly items: number;
  readonly overdue: number;
}

export interface UnknownLetter {
  /** Identify it for `lettersSettle`. */
  readonly letter: string;
  readonly run: string;
  readonly to: string;
  /** `yyyy-mm-dd hh:mm` of the intent. */
  readonly at: string;
  readonly items: number;
}

/** For somebody whom mail does not reach: a text to copy and a number to call. */
export interface MessengerText {
  readonly organisation: string;
  /** Short name of the organisation. */
  readonly name: string;
  readonly phone: string;
  readonly text: string;
}
