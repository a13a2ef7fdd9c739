import { byUrgency, priorityOf } from './item-order';
import type { Letter, LetterItem, Recipient } from './letter';
import { letterCalendar } from './letter-calendar';
import type { LetterInput } from './letter-input';
import { contentOf, subjectOf } from './letter-text';
import type { Mailbox } from './mailboxes';

const ROLES: readonly Recipient[] = ['curator', 'head', 'coordinator'];

/** The digest of a mailbox. @param unreached how many people mail does not reach, for the coordinator */
export function compose(
  mailbox: Mailbox,
  given: Iterable<LetterItem>,
  input: LetterInput,
  unreached: number,
): Letter {
  const items = [...given].sort(byUrgency);
  const calendar = letterCalendar(mailbox.address, items, input);
  return {
    to: mailbox.address,
    as: ROLES.filter((role) => mailbox.as.has(role)),
    date: input.today,
    items,
    subject: subjectOf(items),
    content: contentOf(mailbox, items, input, unreached, calendar !== null),
    calendar,
    priority: priorityOf(items, input.told.lastBefore(mailbox.address, input.today)),
  };
}
