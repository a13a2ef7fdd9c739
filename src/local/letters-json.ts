/** A letter as the bundle reports it: `rpc('lettersReport')`, `rpc('lettersClaim')` (src/app/letters-report.ts). */
export interface LetterJson {
  readonly letter: string;
  readonly to: string;
  readonly as: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly senderName: string;
  readonly replyTo: string;
  readonly calendar: string | null;
  readonly items: readonly { readonly key: string; readonly daysLeft: number }[];
}

export interface LettersJson {
  readonly today: string;
  readonly letters: readonly LetterJson[];
  readonly later: number;
  readonly waiting: { readonly people: number; readonly items: number; readonly dayOff: boolean };
  readonly unreachable: readonly unknown[];
  readonly unknown: readonly { readonly to: string; readonly at: string; readonly items: number }[];
  readonly quota: number;
  readonly notes: readonly string[];
}

/** What became of letters that were handed over. */
export interface SentJson {
  readonly sent: number;
  readonly refused: number;
  readonly failed: number;
  readonly unknown: number;
  readonly notNeeded: number;
  readonly waiting: { readonly quota: number; readonly time: number; readonly stopped: number };
}
