import type { Entry } from '../../registry/read';
import { completeYears } from '../../text/calendar';
import type { BookCase, BookRule } from '../rule';
import { lessThanYears } from './mentors';
import { isOpen, REVERSE, type Unit, unitsOf } from './units';
import { number, text } from './values';

/** Forms in which the mentor need not be a teacher: years of teaching say nothing of him. */
const NOT_A_TEACHER: ReadonlySet<unknown> = new Set([
  'работодатель – студент педагогического вуза/колледжа',
  'социальный партнёр – педагог',
]);

const entryOf = (book: BookCase, id: string): Entry | undefined => book.find(id)?.entry;

/** Years of service today: the cell plus what has passed since its as-of date; null: unknown. */
function yearsToday(entry: Entry, today: string): number | null {
  const years = number(entry, 'years');
  const on = text(entry, 'yearsOn');
  return years === null || on === '' ? years : Math.max(0, years + completeYears(on, today));
}

/** Pairs that are not over on the day, where the mentor's years of service matter. */
function judgedByYears(unit: Unit, today: string): boolean {
  const { kind, entry } = unit;
  return isOpen(unit, today) && kind !== '' && kind !== REVERSE && !NOT_A_TEACHER.has(entry.values.form);
}

/** Years of service of both on one footing: recomputed to today only where they stand on two different dates. */
function compared(mentor: Entry, mentee: Entry, today: string): readonly [number, number] | null {
  const [first, second] = [text(mentor, 'yearsOn'), text(mentee, 'yearsOn')];
  const move = first !== second && first !== '' && second !== '';
  const a = move ? yearsToday(mentor, today) : number(mentor, 'years');
  const b = move ? yearsToday(mentee, today) : number(mentee, 'years');
  return a === null || b === null ? null : [a, b];
}

export const pairYearRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-14',
    severity: 'warning',
    title: 'стаж наставника меньше порога',
    instruction: 'Проверьте стаж наставника; если младший учит старшего, укажите вид «реверсивное».',
    columns: ['mentors', 'kind'],
    needs: [
      ['pairs', 'mentors', 'kind', 'status'],
      ['mentors', 'years'],
    ],
    check(book, report) {
      const least = book.settings.number('minMentorYears');
      const { today } = book;
      for (const unit of book.once(unitsOf).all) {
        if (!judgedByYears(unit, today)) continue;
        for (const id of unit.mentors) {
          const mentor = entryOf(book, id);
          const stated = mentor && number(mentor, 'years');
          if (stated === undefined || stated === null || stated >= least) continue;
          const years = yearsToday(mentor!, today)!;
          if (years >= least) continue;
          report('pairs', unit.entry, 'mentors', {
            message: `Стаж наставника ${lessThanYears(book.settings)}.`,
            expected: `стаж не меньше ${least} или вид «реверсивное»`,
            found: `${id}: ${years}`,
          });
        }
      }
    },
  },
  {
    scope: 'book',
    code: 'R-15',
    severity: 'warning',
    title: 'стаж наставника не больше стажа наставляемого',
    instruction: 'Проверьте стаж обоих; если так и задумано, укажите вид «реверсивное».',
    columns: ['mentors', 'mentees', 'kind'],
    needs: [
      ['pairs', 'mentors', 'mentees', 'kind', 'status'],
      ['mentors', 'years'],
      ['mentees', 'years'],
    ],
    check(book, report) {
      const { today } = book;
      for (const unit of book.once(unitsOf).all) {
        if (!judgedByYears(unit, today)) continue;
        const found: string[] = [];
        for (const id of unit.mentors) {
          const mentor = entryOf(book, id);
          if (!mentor) continue;
          for (const other of unit.mentees) {
            const mentee = entryOf(book, other);
            const years = mentee && compared(mentor, mentee, today);
            if (years && years[0] <= years[1]) found.push(`${id}: ${years[0]}, ${other}: ${years[1]}`);
          }
        }
        if (found.length === 0) continue;
        report('pairs', unit.entry, 'mentors', {
          message: 'Стаж наставника не больше стажа наставляемого.',
          expected: 'у наставника больше полных лет стажа',
          found: found.join('; '),
        });
      }
    },
  },
];
