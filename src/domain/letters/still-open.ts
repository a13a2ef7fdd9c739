import type { Obligation } from '../roadmap/obligation';
import { compose } from './compose';
import type { Letter, LetterItem } from './letter';
import type { LetterInput } from './letter-input';
import { gather, isOpenFor } from './mailboxes';
import { obligationId } from './obligation-id';
import { noticeOf, withNotice } from './quota-notice';
import { letterRules } from './rules';

/**
 * The letter as it should go at the moment of sending: without what is done by now, with what is left as it stands now.
 * @param now the same as the letter was planned from, with the obligations read anew
 * @returns the very same letter when nothing has changed, null when nothing is left to tell
 */
export function stillOpen(letter: Letter, now: LetterInput): Letter | null {
  if (letter.items.length === 0) return letter;
  const rules = letterRules(now.settings);
  const wanted = new Set(letter.items.map((item) => obligationId(item.obligation)));
  const known = new Map<string, Obligation>();
  for (const obligation of now.obligations) {
    const id = obligationId(obligation);
    if (wanted.has(id) && isOpenFor(obligation, rules)) known.set(id, obligation);
  }
  const items: LetterItem[] = [];
  let same = true;
  for (const item of letter.items) {
    const obligation = known.get(obligationId(item.obligation));
    if (!obligation || obligation.owner !== item.obligation.owner) {
      same = false;
      continue;
    }
    if (!readsAlike(obligation, item.obligation)) same = false;
    items.push({ ...item, obligation });
  }
  if (same) return letter;
  if (items.length === 0) return null;
  // Over midnight it is still the letter of its day.
  const input = { ...now, today: letter.date };
  const { mailboxes, unreachable } = gather(input);
  const mailbox = mailboxes.get(letter.to);
  if (!mailbox) return null;
  // Its own intents stand in the ledger already: what it tells of was not told before.
  const inWork = new Set([...mailbox.inWork].filter((id) => !wanted.has(id)));
  const rebuilt = compose({ ...mailbox, as: new Set(letter.as), inWork }, items, input, unreachable.length);
  const notice = noticeOf(letter);
  return notice === null ? rebuilt : withNotice(rebuilt, notice);
}

function readsAlike(a: Obligation, b: Obligation): boolean {
  return (
    a.left === b.left && a.due === b.due && a.title === b.title && a.number === b.number && a.tab === b.tab
  );
}
