import { decided } from '../../matching/decisions';
import type { Entry } from '../../registry/read';
import { foldName } from '../../text/fold';
import { isCode } from '../../text/person-name';
import type { BookCase } from '../rule';
import { put } from './units';
import { text } from './values';

/** Codes are shorter than names: most cells need not be looked at twice. */
const LONGEST_CODE = 12;

/** The folded name of a row, '' when a code stands in its place: a code is compared by ID only. */
function foldOf(entry: Entry): string {
  const name = text(entry, 'name');
  return name === '' || (name.length <= LONGEST_CODE && isCode(name)) ? '' : foldName(name);
}

/**
 * Mentees who are mentors too, with their row as a mentor: one name in one organisation, and nobody has decided that
 * they are two people. They are few. Use with `book.once(bothRolesOf)`.
 */
export function bothRolesOf(book: BookCase): readonly (readonly [mentee: Entry, mentor: Entry])[] {
  const byName = new Map<string, Entry[]>();
  for (const mentor of book.live('mentors')) put(byName, foldOf(mentor), mentor);
  byName.delete('');
  if (byName.size === 0) return [];
  const decision = decided(book.registry);
  const both: [Entry, Entry][] = [];
  for (const mentee of book.live('mentees')) {
    const home = text(mentee, 'organisation');
    for (const mentor of byName.get(foldOf(mentee)) ?? []) {
      const near = home === text(mentor, 'organisation') || home === text(mentor, 'workplace');
      if (home !== '' && near && decision(mentor.id, mentee.id) !== 'разные люди')
        both.push([mentee, mentor]);
    }
  }
  return both;
}
