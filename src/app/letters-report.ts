import { fitQuota } from '../domain/letters/fit-quota';
import { ledgerRowsOf } from '../domain/letters/intents';
import { letterId, measureText, type Outcome } from '../domain/letters/ledger';
import type { Letter, Recipient, Unreachable } from '../domain/letters/letter';
import { planLetters } from '../domain/letters/plan-letters';
import type { Registry } from '../domain/registry/workbook';
import type { Settled } from './ledger-rows';
import { letterBook, outgoing } from './letter-book';
import { planNotes, shownUnreachable, type UnknownLetter, unknownLetters } from './letters-screen';
import type { OutgoingLetter, Ports } from './ports';
import { claimLetters, settleRun } from './send-letters';

/** A letter as data, for letters.json and for a mail server of one's own. */
export interface ReportedLetter extends OutgoingLetter {
  /** ID in the ledger: `2024-04-12/address`. */
  readonly letter: string;
  readonly as: readonly Recipient[];
  readonly items: readonly ReportedItem[];
}

export interface ReportedItem {
  /** What is told once for good. */
  readonly key: string;
  /** `RM-2.1`, `RM-3.3/submit` */
  readonly measure: string;
  readonly organisation: string;
  readonly stage: string;
  readonly controlDate: string;
  readonly due: string;
  /** Negative = overdue by so many days. */
  readonly daysLeft: number;
  readonly status: string;
}

export interface LettersReport {
  readonly today: string;
  readonly letters: readonly ReportedLetter[];
  /** Letters that the quota does not take today. */
  readonly later: number;
  /** Held back: a day off, or the address has had its letter today. */
  readonly waiting: { readonly people: number; readonly items: number; readonly dayOff: boolean };
  readonly unreachable: readonly Unreachable[];
  readonly unknown: readonly UnknownLetter[];
  readonly quota: number;
  readonly notes: readonly string[];
}

/** The letters that would go out now; nothing is sent and nothing is written. */
export function lettersReport(ports: Ports): LettersReport {
  const { input, registry, ledger } = letterBook(ports);
  const plan = planLetters(input);
  const quota = ports.mail.quota();
  const { now, later } = fitQuota(plan.letters, quota, input);
  return {
    today: input.today,
    letters: now.map((letter) => reported(letter, registry)),
    later: later.length,
    waiting: plan.waiting,
    unreachable: plan.unreachable.map(shownUnreachable),
    unknown: unknownLetters(ledger.entries),
    quota,
    notes: planNotes(input.calendar, registry, input.today),
  };
}

/** The intents of this run are written: whoever asked hands the letters over and tells the results by `settleClaim`. */
export function claimReport(ports: Ports): {
  readonly run: string;
  readonly letters: readonly ReportedLetter[];
} {
  const { run, book, letters } = claimLetters(ports, true);
  return { run, letters: letters.map((letter) => reported(letter, book.registry)) };
}

/** What became of the letters of a claim: `[{letter, result, note}]`. */
export function settleClaim(ports: Ports, run: string, results: unknown): null {
  const when = ports.clock.now();
  const settled = new Map<string, Settled>();
  for (const one of Array.isArray(results) ? (results as Partial<ClaimResult>[]) : [])
    for (const key of one.keys ?? [])
      settled.set(key, { result: one.result as Outcome, note: String(one.note ?? ''), when });
  settleRun(ports, run, settled);
  return null;
}

interface ClaimResult {
  readonly keys: readonly string[];
  readonly result: string;
  readonly note: string;
}

function reported(letter: Letter, registry: Registry): ReportedLetter {
  const rows = ledgerRowsOf(letter, '', '');
  return {
    ...outgoing(letter, registry),
    letter: letterId(letter.date, letter.to),
    as: letter.as,
    items: rows.map(({ key }, i) => {
      const item = letter.items[i];
      const obligation = item?.obligation;
      return {
        key,
        measure: obligation ? measureText(obligation.measureId, obligation.step) : '',
        organisation: obligation?.organisation ?? '',
        stage: item?.stage ?? '',
        controlDate: obligation?.controlDate ?? '',
        due: obligation?.due ?? '',
        daysLeft: item?.daysLeft ?? 0,
        status: obligation?.status ?? '',
      };
    }),
  };
}
