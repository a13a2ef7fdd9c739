import type { Letter } from './letter';
import type { LetterInput } from './letter-input';
import { whyNot } from './mailboxes';
import { byPriority } from './plan-letters';
import { carriedLetter, tellsOfCarried } from './quota-notice';

export interface Fitted {
  readonly now: readonly Letter[];
  /** Not sent today; the next run plans them anew. */
  readonly later: readonly Letter[];
}

/**
 * What goes today when the service takes so many recipients more: the most urgent letters, and among them a word to the
 * coordinator about the rest. That word costs the place of the least urgent letter only where no digest goes to a
 * coordinator; with a quota of one the letter goes and the word does not.
 * @param quota letters, whole; each has one recipient
 */
export function fitQuota(letters: readonly Letter[], quota: number, input: LetterInput): Fitted {
  const sorted = [...letters].sort(byPriority);
  const places = Math.max(0, Math.floor(quota) || 0);
  if (sorted.length <= places) return { now: sorted, later: [] };
  let now = sorted.slice(0, places);
  let later = sorted.slice(places);
  if (places > 1 && !now.some(isCoordinators)) {
    const digest = later.find(isCoordinators);
    const replaced = now[places - 1];
    const others = later.filter((letter) => letter !== digest);
    const to = noticeAddress(input);
    if (digest) {
      now = [...now.slice(0, -1), digest];
      later = [replaced, ...others];
    } else if (to !== '') {
      now = [...now.slice(0, -1), carriedLetter(to, later.length + 1, input)];
      later = [replaced, ...later];
    }
  }
  const told = now.map((letter) =>
    isCoordinators(letter) && letter.items.length > 0 ? tellsOfCarried(letter, later.length) : letter,
  );
  return { now: told.sort(byPriority), later };
}

function isCoordinators(letter: Letter): boolean {
  return letter.as.includes('coordinator');
}

/** A coordinator who can be written to and has had no letter today; ''. */
function noticeAddress({ contacts, told, today }: LetterInput): string {
  const free = contacts.coordinators.find(
    (contact) => whyNot(contact, told) === null && !told.wroteOn(contact.address, today),
  );
  return free?.address ?? '';
}
