import type { Mentee, Mentor } from './records';

/**
 * Row of a mentor → the person behind it. A part-timer has a row in each organisation: rows with one name and one main
 * place of work are one person. Namesakes in one organisation stay two (domain.md §6.4): of two lists the first rows by
 * ID are one person, the second rows another.
 * @param mentors the rows that count; a row of the same person that does not (left, archived) is nobody here
 */
export function personsOf(mentors: readonly Mentor[]): ReadonlyMap<string, string> {
  const sameName = new Map<string, Mentor[]>();
  for (const mentor of mentors) {
    const key = mentor.fold ? `${mentor.fold}|${mentor.workplace}` : mentor.id;
    const known = sameName.get(key);
    if (known) known.push(mentor);
    else sameName.set(key, [mentor]);
  }
  const persons = new Map<string, string>();
  for (const [key, rows] of sameName) {
    const met = new Map<string, number>();
    if (rows.length > 1) rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { id, own } of rows) {
      const nth = met.get(own) ?? 0;
      met.set(own, nth + 1);
      persons.set(id, `${key}#${nth}`);
    }
  }
  return persons;
}

/**
 * How many mentees are mentors too. A mentee is a mentor of the same organisation (or with the main place of work in it)
 * when the folded names agree; people of one role are told apart by ID, so a mentor is behind one mentee at most, and
 * as many are joined as can be.
 */
export function inBothRoles(
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
  persons: ReadonlyMap<string, string>,
): number {
  const namesakes = new Map<string, Set<string>>();
  for (const m of mentors) {
    for (const place of m.main === m.organisation ? [m.main] : [m.main, m.organisation]) {
      const key = `${m.fold}|${place}`;
      const person = persons.get(m.id) ?? m.id;
      const known = namesakes.get(key);
      if (known) known.add(person);
      else namesakes.set(key, new Set([person]));
    }
  }
  const behind = new Map<string, Mentee>();
  const join = (mentee: Mentee, tried: Set<string>): boolean => {
    for (const person of namesakes.get(`${mentee.fold}|${mentee.organisation}`) ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const other = behind.get(person);
      if (other !== undefined && !join(other, tried)) continue;
      behind.set(person, mentee);
      return true;
    }
    return false;
  };
  for (const mentee of mentees) if (mentee.fold) join(mentee, new Set());
  return behind.size;
}
