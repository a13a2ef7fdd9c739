import type { Entry } from '../../registry/read';
import type { BookCase } from '../rule';
import { text } from './values';

/** Organisations in force and which of them answers for which (domain.md §3.6). */
interface Answering {
  /** The head (or the head's head) of a unit that reports through it, otherwise the organisation itself. */
  of(id: string): string;
  /** Whether both are one organisation with its units. */
  related(a: string, b: string): boolean;
  /** Participating today: takes part, inside its period, does not report through a head. */
  readonly participating: readonly Entry[];
}

/** Use with `book.once(answeringOf)`. */
export function answeringOf(book: BookCase): Answering {
  const { today } = book;
  const organisations = book.live('organisations');
  const heads = new Map<string, string>();
  const reportsTo = new Map<string, string>();
  for (const entry of organisations) {
    const head = text(entry, 'head');
    if (head === '' || head === entry.id) continue;
    heads.set(entry.id, head);
    if (entry.values.reportsThroughHead === true) reportsTo.set(entry.id, head);
  }
  const top = (id: string, up: ReadonlyMap<string, string>): string => {
    let at = id;
    // A circle of heads is a finding of its own: here it only must not hang.
    for (let step = 0; step < 20; step++) {
      const head = up.get(at);
      if (head === undefined) break;
      at = head;
    }
    return at;
  };
  return {
    of: (id) => top(id, reportsTo),
    related: (a, b) => a === b || top(a, heads) === top(b, heads),
    participating: organisations.filter(
      (entry) =>
        entry.values.participates === true &&
        !reportsTo.has(entry.id) &&
        (text(entry, 'activeFrom') || today) <= today &&
        (text(entry, 'activeTo') || today) >= today,
    ),
  };
}
