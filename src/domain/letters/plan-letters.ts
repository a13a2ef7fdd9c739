import { compose } from './compose';
import { compare } from './item-order';
import type { Letter } from './letter';
import type { LetterInput } from './letter-input';
import { gather, type Unreached } from './mailboxes';
import { letterRules } from './rules';

export interface LetterPlan {
  /** The most urgent first. */
  readonly letters: readonly Letter[];
  readonly unreachable: readonly Unreached[];
  /** Held back today: it is a day off, or the address has had its digest. */
  readonly waiting: { readonly people: number; readonly items: number; readonly dayOff: boolean };
}

/**
 * The letters of a day. Nothing is remembered between days but the ledger, so what a run missed the next one takes up, and
 * a second run on the same day finds nothing to send.
 */
export function planLetters(input: LetterInput): LetterPlan {
  const { mailboxes, unreachable } = gather(input);
  const dayOff = !letterRules(input.settings).daysOff && !input.calendar.isWorking(input.today);
  const letters: Letter[] = [];
  let [people, held] = [0, 0];
  for (const mailbox of mailboxes.values()) {
    if (mailbox.items.size === 0) continue;
    if (dayOff || input.told.wroteOn(mailbox.address, input.today)) {
      people++;
      held += mailbox.items.size;
    } else {
      letters.push(compose(mailbox, mailbox.items.values(), input, unreachable.length));
    }
  }
  return {
    letters: letters.sort(byPriority),
    unreachable: [...unreachable].sort(
      (a, b) =>
        compare(a.organisation, b.organisation) || compare(a.as, b.as) || compare(a.address, b.address),
    ),
    waiting: { people, items: held, dayOff },
  };
}

export function byPriority(a: Letter, b: Letter): number {
  return a.priority - b.priority || compare(a.to, b.to);
}
