import { type Entry, hasColumn } from '../../registry/read';
import type { BookCase, BookRule } from '../rule';
import { day, text } from './values';

/** The government moves the days off of a year in the autumn before it; from this day on they are asked for. */
const NEXT_YEAR_FROM = '12-01';
/** No term of the target model is earlier: a slip in the settings must not ask for a hundred years. */
const FIRST_YEAR = 2019;

/**
 * Years whose working days are counted: those of the plan, this one, from December the next one. Later years of a plan
 * are not asked for, because nobody can know their transfers yet.
 */
function yearsInUse({ settings, today }: BookCase): number[] {
  const current = Number(today.slice(0, 4));
  const last = today.slice(5) >= NEXT_YEAR_FROM ? current + 1 : current;
  const planned = [settings.date('planStart'), settings.date('planEnd')].map((date) =>
    date === '' ? current : Number(date.slice(0, 4)),
  );
  const years = new Set([current, last]);
  for (let year = Math.max(planned[0], FIRST_YEAR); year <= Math.min(planned[1], last); year++)
    years.add(year);
  return [...years].sort((a, b) => a - b);
}

export const calendarRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-92',
    severity: 'warning',
    title: 'в календаре нет года',
    instruction: 'Впишите праздники и переносы года на вкладку «Календарь».',
    columns: ['date', 'day'],
    check(book, report) {
      const read = book.registry.tabs.calendar;
      // A lost header is told of itself; the rows below it are not to be typed again.
      if (read.present && !(hasColumn(read, 'date') && hasColumn(read, 'day'))) return;
      for (const year of yearsInUse(book)) {
        if (book.calendar.knows(year)) continue;
        report('calendar', null, '', {
          message: `В календаре нет ${year} года: сроки считаются без его праздников и переносов.`,
          expected: `строки ${year} года`,
          found: 'строк нет',
          instruction: read.present
            ? `Впишите праздники и переносы ${year} года на вкладку «Календарь».`
            : `Выполните «Создать или обновить книгу» и впишите праздники и переносы ${year} года на вкладку «Календарь».`,
        });
      }
    },
  },
  {
    scope: 'book',
    code: 'R-93',
    severity: 'warning',
    title: 'один день записан в календаре и выходным, и рабочим',
    instruction: 'Оставьте одну строку этого дня: пока их две, действует нижняя.',
    columns: ['date', 'day'],
    needs: [['calendar', 'date', 'day']],
    check({ registry }, report) {
      const known = new Map<string, Entry>();
      for (const entry of registry.tabs.calendar.entries) {
        const [date, kind] = [text(entry, 'date'), text(entry, 'day')];
        if (date === '' || kind === '') continue;
        const first = known.get(date);
        if (!first) known.set(date, entry);
        else if (text(first, 'day') !== kind)
          report('calendar', entry, 'day', {
            message: `${day(date)} записано в календаре дважды: «${text(first, 'day')}» и «${kind}».`,
            expected: `одна строка дня (первая — строка ${first.row})`,
          });
      }
    },
  },
];
