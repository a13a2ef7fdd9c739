import type { Entry } from '../../registry/read';
import { addYears } from '../../text/calendar';
import { counted } from '../../text/plural';
import type { BookCase, BookRule, RowRule } from '../rule';
import { day, isDraft, list, number, text } from './values';

const COURSE = 'КПК (удостоверение)';

export const trainingRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-43',
    severity: 'warning',
    title: 'КПК: объём или документ',
    instruction: 'Сверьте с удостоверением: впишите часы, номер и дату; короткий курс укажите как семинар.',
    tabs: ['training'],
    columns: ['kind'],
    check({ entry, settings }, report) {
      if (entry.values.kind !== COURSE) return;
      const message = 'КПК: проверьте объём и документ.';
      const hours = number(entry, 'hours');
      const least = settings.number('courseHours');
      if (hours !== null && hours < least) report('hours', { message, expected: `не меньше ${least} часов` });
      // A course that is planned or goes on has no document yet.
      if (entry.values.state !== 'факт' || isDraft(entry)) return;
      const { certificate, certificateDate } = entry.values;
      if (certificate === '' || certificateDate === '')
        report(certificate === '' ? 'certificate' : 'certificateDate', {
          message,
          expected: certificate === '' ? 'номер удостоверения' : 'дата удостоверения',
        });
    },
  },
  {
    scope: 'row',
    code: 'R-75',
    severity: 'warning',
    title: 'обучение прошло, а отмечено как план',
    instruction: 'Поставьте «факт», если обучение состоялось, или перенесите даты.',
    tabs: ['training'],
    columns: ['state', 'to'],
    check({ entry, today }, report) {
      const to = text(entry, 'to');
      if (entry.values.state !== 'план' || to === '' || to >= today) return;
      report('state', {
        message: `Обучение закончилось ${day(to)}, а отмечено как план.`,
        expected: 'факт или новая дата',
      });
    },
  },
];

/** The last day of the latest course of each participant. */
function latestCoursesOf(book: BookCase): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const entry of book.live('training')) {
    if (!isCourse(entry)) continue;
    const end = text(entry, 'to') || text(entry, 'from');
    for (const id of list(entry, 'participants')) if (end > (latest.get(id) ?? '')) latest.set(id, end);
  }
  return latest;
}

const isCourse = (entry: Entry): boolean => entry.values.kind === COURSE && entry.values.state === 'факт';

export const trainingRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-76',
    severity: 'warning',
    title: 'курсы устарели',
    instruction: 'Запланируйте новые курсы: эти в показателях больше не засчитываются.',
    columns: ['to', 'participants', 'kind'],
    needs: [['training', 'kind', 'to', 'participants', 'state']],
    check(book, report) {
      const years = Math.round(book.settings.number('trainingYears'));
      const limit = addYears(book.today, -years);
      const latest = book.once(latestCoursesOf);
      for (const entry of book.live('training')) {
        const to = text(entry, 'to');
        if (to === '' || to >= limit || !isCourse(entry)) continue;
        // Whoever has left, or has been on a newer course, needs nothing.
        const waiting = list(entry, 'participants').filter(
          (id) => latest.get(id) === to && isAtWork(book, id),
        );
        if (waiting.length === 0) continue;
        report('training', entry, 'to', {
          message: `Курсы пройдены больше чем ${counted(years, ['год', 'года', 'лет'])} назад.`,
          expected: `не раньше ${day(limit)} или новые курсы`,
          found: `${day(to)}: ${waiting.join(', ')}`,
        });
      }
    },
  },
];

function isAtWork(book: BookCase, id: string): boolean {
  const found = book.find(id);
  if (!found || found.entry.values.recordStatus === 'Архив') return false;
  const last = text(found.entry, found.tab === 'curators' ? 'to' : 'left');
  return last === '' || last >= book.today;
}
