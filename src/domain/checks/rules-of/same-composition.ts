import type { Entry } from '../../registry/read';
import type { BookRule } from '../rule';
import { isActing } from './mentors';
import { bothRolesOf } from './same-person';
import { isClosed, REVERSE, type Unit, unitsOf } from './units';
import { nameOf, overlap, text } from './values';

/** One person on both sides, and pairs that repeat or mirror each other. */

/** The other pair leads back, in the same time, and neither is reverse; of the two the later row is reported. */
function isMutual(unit: Unit, other: Unit, one: ReadonlySet<string>): boolean {
  if (other.entry.row >= unit.entry.row || unit.kind === REVERSE || other.kind === REVERSE) return false;
  if (unit.kind === '' || other.kind === '' || unit.from === '' || other.from === '') return false;
  const end = (u: Unit) => u.ended || text(u.entry, 'plannedEnd');
  if (!overlap(unit.from, end(unit), other.from, end(other))) return false;
  return unit.mentors.some((mentor) => other.mentees.some((mentee) => one.has(`${mentor} ${mentee}`)));
}

/** The actual end, the planned one for a pair that is over without it, open for one that goes on. */
const endOf = (unit: Unit): string =>
  unit.ended || (isClosed(unit.status) ? text(unit.entry, 'plannedEnd') : '');

function isRepeated(unit: Unit, other: Unit): boolean {
  // A pair that was ended and begun anew later is no repetition.
  return (
    unit.isGroup === other.isGroup &&
    unit.kind === other.kind &&
    unit.mentors.join() === other.mentors.join() &&
    unit.mentees.join() === other.mentees.join() &&
    overlap(unit.from, endOf(unit), other.from, endOf(other))
  );
}

export const sameCompositionRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-08',
    severity: 'error',
    title: 'наставник и наставляемый — одно лицо',
    instruction:
      'Выберите другого наставника; если это тёзки, отметьте «разные люди» на вкладке «Совпадения людей».',
    columns: ['mentors', 'mentees'],
    needs: [['pairs', 'mentors', 'mentees']],
    check(book, report) {
      const same = new Map<Unit, string>();
      const { all, byMentee } = book.once(unitsOf);
      for (const unit of all)
        for (const id of unit.mentors) if (unit.mentees.includes(id)) same.set(unit, id);
      for (const [mentee, mentor] of book.once(bothRolesOf))
        for (const unit of byMentee.get(mentee.id) ?? [])
          if (unit.mentors.includes(mentor.id)) same.set(unit, `${mentor.id} и ${mentee.id}`);
      for (const [{ entry }, found] of same)
        report('pairs', entry, 'mentors', {
          message: 'Наставник и наставляемый — одно лицо.',
          expected: 'два разных человека',
          found,
        });
    },
  },
  {
    scope: 'book',
    code: 'R-09',
    severity: 'hint',
    title: 'и наставник, и наставляемый',
    instruction:
      'Если это один человек в разных парах, ничего менять не нужно; тёзок отметьте на вкладке «Совпадения людей».',
    columns: ['name', 'organisation', 'ended'],
    needs: [
      ['mentors', 'name', 'organisation'],
      ['mentees', 'name', 'organisation'],
    ],
    check(book, report) {
      const { today } = book;
      const told = new Set<Entry>();
      for (const [mentee, mentor] of book.once(bothRolesOf)) {
        if (told.has(mentee) || !isActing(mentor, today, 'left') || !isActing(mentee, today, 'ended'))
          continue;
        told.add(mentee);
        report('mentees', mentee, 'name', {
          message: `${text(mentee, 'name')} — и наставник, и наставляемый (допустимо при реверсивном виде).`,
          expected: `известно, что ${nameOf(mentor)} и ${nameOf(mentee)} — один человек`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-10',
    severity: 'warning',
    title: 'взаимное наставничество без реверсивного вида',
    instruction: 'Укажите вид «реверсивное» в одной из пар или исправьте состав.',
    columns: ['mentors', 'mentees', 'kind', 'from', 'plannedEnd', 'ended'],
    needs: [
      ['pairs', 'mentors', 'mentees', 'kind', 'from'],
      ['mentors', 'name'],
      ['mentees', 'name'],
    ],
    check(book, report) {
      const { byMentor, byMentee } = book.once(unitsOf);
      const both = book.once(bothRolesOf);
      const one = new Set(both.map(([mentee, mentor]) => `${mentor.id} ${mentee.id}`));
      const told = new Set<Unit>();
      for (const [mentee, mentor] of both)
        for (const unit of byMentee.get(mentee.id) ?? [])
          for (const back of byMentor.get(mentor.id) ?? []) {
            if (told.has(unit) || !isMutual(unit, back, one)) continue;
            told.add(unit);
            report('pairs', unit.entry, 'kind', {
              message: 'Взаимное наставничество без реверсивного вида.',
              expected: 'вид «реверсивное» в одной из двух пар',
              found: `${nameOf(unit.entry)} и ${nameOf(back.entry)}`,
            });
          }
    },
  },
  {
    scope: 'book',
    code: 'R-89',
    severity: 'warning',
    title: 'пара записана дважды',
    instruction: 'Оставьте одну запись, вторую переведите в архив с причиной «ошибка ввода».',
    columns: ['mentors', 'mentees', 'from', 'plannedEnd', 'ended'],
    needs: [['pairs', 'mentors', 'mentees', 'status', 'from']],
    check(book, report) {
      const { all, byMentee } = book.once(unitsOf);
      for (const unit of all) {
        if (unit.mentees.length === 0 || unit.from === '') continue;
        const others = byMentee.get(unit.mentees[0])!;
        if (others.length < 2) continue;
        const first = others.find((other) => other.entry.row < unit.entry.row && isRepeated(unit, other));
        if (!first) continue;
        report('pairs', unit.entry, 'mentees', {
          message: `Те же наставник и наставляемый уже записаны на это время: ${nameOf(first.entry)}.`,
          expected: 'одна запись на одну пару',
        });
      }
    },
  },
];
