import type { Entry } from '../../registry/read';
import { isOutside } from '../../registry/read-references';
import { foldName, foldOrganisation } from '../../text/fold';
import { isCode } from '../../text/person-name';
import type { BookCase, BookRule, RowRule } from '../rule';
import { answeringOf } from './answering';
import { isActing } from './mentors';
import { put } from './units';
import { nameOf, number, overlap, text } from './values';

const STUDENT = 'студент-практикант / целевик';

export const organisationRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-30',
    severity: 'error',
    title: 'часть больше целого',
    instruction: 'Проверьте численность: часть педагогов не может быть больше их общего числа.',
    tabs: ['organisations', 'forms'],
    columns: ['teachers'],
    check({ entry, tab }, report) {
      const parts = [
        ['teachers', 'youngTeachers'],
        ['teachers', 'newTeachers'],
        ...(tab === 'forms' ? [['students', 'studentsInvolved']] : []),
      ];
      for (const [whole, part] of parts) {
        const [all, some] = [number(entry, whole), number(entry, part)];
        if (all !== null && some !== null && some > all)
          report(part, { message: 'Часть больше целого.', expected: `не больше ${all}` });
      }
    },
  },
];

/** People of an organisation and its units who are acting today and belong to its staff. */
function staffOf(book: BookCase): ReadonlyMap<string, readonly Entry[]> {
  const { of } = book.once(answeringOf);
  const staff = new Map<string, Entry[]>();
  for (const entry of book.live('mentors')) {
    const home = of(text(entry, 'organisation'));
    const work = text(entry, 'workplace');
    // External mentors and part-timers of another organisation are not on this staff.
    if (work !== '' && (isOutside(work) || of(work) !== home)) continue;
    if (home !== '' && isActing(entry, book.today, 'left')) put(staff, home, entry);
  }
  for (const entry of book.live('mentees')) {
    const home = of(text(entry, 'organisation'));
    if (home === '' || entry.values.category === STUDENT) continue;
    if (isActing(entry, book.today, 'ended')) put(staff, home, entry);
  }
  return staff;
}

/** Teachers of an organisation with the units that it answers for; null: somebody has not said. */
function teachersOf(book: BookCase): (id: string) => number | null {
  const { of } = book.once(answeringOf);
  const sums = new Map<string, number | null>();
  for (const entry of book.live('organisations')) {
    const own = number(entry, 'teachers');
    const home = of(entry.id);
    const sum = sums.get(home);
    sums.set(home, own === null || sum === null ? null : (sum ?? 0) + own);
  }
  return (id) => sums.get(id) ?? null;
}

/** One person in two rows (mentor and mentee) is counted once; a code tells nothing of the person. */
function personKey(entry: Entry): string {
  const name = text(entry, 'name');
  return name === '' || isCode(name) ? `${nameOf(entry)}` : foldName(name);
}

export const organisationRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-31',
    severity: 'error',
    title: 'участников больше, чем педагогов',
    instruction:
      'Проверьте численность педагогов; выбывшим наставникам и наставляемым поставьте дату выхода.',
    columns: ['teachers'],
    needs: [
      ['organisations', 'id', 'teachers'],
      ['mentors', 'organisation', 'entered'],
      ['mentees', 'organisation', 'entered'],
    ],
    check(book, report) {
      const staff = book.once(staffOf);
      const teachers = book.once(teachersOf);
      for (const entry of book.live('organisations')) {
        const all = teachers(entry.id);
        const rows = staff.get(entry.id);
        if (all === null || !rows || rows.length <= all) continue;
        const people = new Set(rows.map(personKey)).size;
        if (people <= all) continue;
        report('organisations', entry, 'teachers', {
          message: 'Участников больше, чем педагогов в ОО.',
          expected: `не меньше ${people}: столько наставников и наставляемых в реестрах`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-72',
    severity: 'error',
    title: 'краткое наименование повторяется',
    instruction: 'Дайте организациям разные краткие наименования, например с номером или посёлком.',
    columns: ['shortName', 'activeFrom', 'activeTo'],
    needs: [['organisations', 'id', 'shortName']],
    check(book, report) {
      const byName = new Map<string, Entry[]>();
      for (const entry of book.live('organisations')) {
        const name = foldOrganisation(text(entry, 'shortName'));
        if (name === '') continue;
        // The successor of a closed organisation may bear its name.
        const other = byName
          .get(name)
          ?.find((e) =>
            overlap(
              text(entry, 'activeFrom'),
              text(entry, 'activeTo'),
              text(e, 'activeFrom'),
              text(e, 'activeTo'),
            ),
          );
        put(byName, name, entry);
        if (other)
          report('organisations', entry, 'shortName', {
            message: `Краткое наименование уже есть у ${nameOf(other)}.`,
            expected: 'наименование, которого нет у других организаций',
          });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-82',
    severity: 'error',
    title: 'головная организация указана неверно',
    instruction: 'Выберите головную организацию из списка или очистите ячейку, если её нет.',
    columns: ['head', 'reportsThroughHead'],
    needs: [['organisations', 'id', 'head']],
    check(book, report) {
      for (const entry of book.live('organisations')) {
        const head = text(entry, 'head');
        const fault =
          head === ''
            ? entry.values.reportsThroughHead === true
              ? 'Организация отчитывается через головную, а головная не указана.'
              : ''
            : head === entry.id
              ? 'Организация указана головной самой себе.'
              : leadsBack(book, entry)
                ? 'Организации указаны головными друг другу.'
                : '';
        if (fault !== '')
          report('organisations', entry, 'head', { message: fault, expected: 'другая организация' });
      }
    },
  },
];

function leadsBack(book: BookCase, entry: Entry): boolean {
  let at = book.find(text(entry, 'head'))?.entry;
  for (let step = 0; at && step < 20; step++) {
    if (at.id === entry.id) return true;
    at = book.find(text(at, 'head'))?.entry;
  }
  return false;
}
