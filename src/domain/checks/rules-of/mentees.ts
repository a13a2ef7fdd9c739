import type { Entry } from '../../registry/read';
import type { BookCase, BookRule, ReportBook, RowRule } from '../rule';
import { ageOn, isActing } from './mentors';
import { isActive, isOpen, type Unit, unitsOf } from './units';
import { day, list, number, text } from './values';

const NEW_SPECIALIST = 'молодой специалист (стаж 0–3 года)';
const YOUNG_TEACHER = 'молодой педагог до 35 лет';

export const menteeRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-16',
    severity: 'warning',
    title: 'стаж не соответствует категории «молодой специалист»',
    instruction: 'Исправьте стаж или выберите другую категорию наставляемого.',
    tabs: ['mentees'],
    columns: ['category', 'years'],
    check({ entry, settings }, report) {
      if (entry.values.category !== NEW_SPECIALIST) return;
      const years = number(entry, 'years');
      const most = settings.text('newYears') === '< 3' ? 2 : 3;
      if (years === null || years <= most) return;
      report('years', {
        message: 'Стаж не соответствует категории «молодой специалист».',
        expected: `не больше ${most} полных лет`,
      });
    },
  },
  {
    scope: 'row',
    code: 'R-17',
    severity: 'warning',
    title: 'возраст не соответствует категории «молодой педагог до 35 лет»',
    instruction: 'Исправьте год рождения или выберите другую категорию наставляемого.',
    tabs: ['mentees'],
    columns: ['category', 'birth'],
    check({ entry, settings, today }, report) {
      if (entry.values.category !== YOUNG_TEACHER) return;
      const birth = text(entry, 'birth');
      if (birth === '') return;
      const inclusive = settings.text('youngAge') === '≤ 35';
      // The category is given on entry: one who has turned 35 since then is no mistake.
      const age = birth === '60 и старше' ? 60 : ageOn(birth, text(entry, 'entered') || today);
      // An age group that the limit of the setting cuts in two says nothing.
      if (age === null || (birth === '35–39' && inclusive) || (inclusive ? age <= 35 : age < 35)) return;
      report('birth', {
        message: 'Возраст не соответствует категории «молодой педагог до 35 лет».',
        expected: `на дату вхождения возраст ${inclusive ? 'до 35 лет включительно' : 'до 35 лет'}`,
      });
    },
  },
];

/** In the base longer than allowed and in no pair or group since then. */
function unattached(
  book: BookCase,
  report: ReportBook,
  tab: 'mentees' | 'mentors',
  units: ReadonlyMap<string, readonly Unit[]>,
  lastEnds: () => ReadonlyMap<string, string>,
): void {
  const { today } = book;
  const days = book.settings.number(tab === 'mentees' ? 'menteeWaitDays' : 'mentorWaitDays');
  const limit = book.daysAgo(days);
  for (const entry of book.live(tab)) {
    // One who came recently has time; the most part of the others is in a pair.
    if (text(entry, 'entered') >= limit || units.get(entry.id)?.some((unit) => isOpen(unit, today))) continue;
    if (!isActing(entry, today, tab === 'mentees' ? 'ended' : 'left')) continue;
    const since = lastEnds().get(entry.id) ?? '';
    if (since >= limit) continue;
    report(tab, entry, '', {
      message: 'В базе, но не закреплён.',
      expected: `пара или группа не позже чем через ${days} дн.`,
      found:
        since === '' ? `в базе с ${day(text(entry, 'entered'))}` : `последняя пара закончилась ${day(since)}`,
    });
  }
}

/** The last day in a pair or group that is over, archived rows too: whoever was in one yesterday is not forgotten. */
function lastEndsOf(book: BookCase): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const entry of book.registry.tabs.pairs.entries) {
    const ended = text(entry, 'ended') || text(entry, 'archivedOn');
    if (ended === '' || entry.values.recordStatus === 'Черновик') continue;
    for (const key of ['mentors', 'mentees'])
      for (const id of list(entry, key)) if (ended > (ends.get(id) ?? '')) ends.set(id, ended);
  }
  return ends;
}

/** Of two pairs that work today, or of one pair with two mentors; a group may have several mentors by its nature. */
function mentorsOf(units: readonly Unit[], today: string): readonly string[] {
  const active = units.filter((unit) => isActive(unit, today));
  if (active.length === 1 && active[0].isGroup) return [];
  return [...new Set(active.flatMap((unit) => unit.mentors))];
}

const whereOf = (entry: Entry, units: readonly Unit[], today: string): string =>
  units
    .filter((unit) => isActive(unit, today))
    .map((unit) => `${unit.entry.id || entry.id}: ${unit.mentors.join(', ')}`)
    .join('; ');

export const menteeBookRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-26',
    severity: 'warning',
    title: 'у наставляемого несколько наставников',
    instruction: 'Завершите лишнюю пару, а при замене наставника укажите её в столбце «Заменяет пару».',
    columns: [],
    needs: [['pairs', 'mentors', 'mentees', 'status', 'from']],
    check(book, report) {
      const { today } = book;
      const { byMentee } = book.once(unitsOf);
      for (const entry of book.live('mentees')) {
        const units = byMentee.get(entry.id);
        if (!units || (units.length === 1 && units[0].mentors.length < 2)) continue;
        if (mentorsOf(units, today).length < 2) continue;
        report('mentees', entry, '', {
          message: 'Несколько наставников: проверьте.',
          expected: 'один наставник или группа с несколькими',
          found: whereOf(entry, units, today),
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-33',
    severity: 'warning',
    title: 'в базе, но не закреплён',
    instruction: 'Внесите пару или группу, а если участие закончилось, поставьте дату завершения (выхода).',
    columns: ['entered', 'ended', 'left'],
    needs: [['pairs', 'mentors', 'mentees', 'status']],
    check(book, report) {
      const { byMentee, byMentor } = book.once(unitsOf);
      const ends = () => book.once(lastEndsOf);
      unattached(book, report, 'mentees', byMentee, ends);
      unattached(book, report, 'mentors', byMentor, ends);
    },
  },
];
