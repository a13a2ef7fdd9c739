import { addDays, type DateText } from '../../domain/text/calendar';
import { workday } from './cells';
import type { Fate } from './organisation-profile';
import type { OrderDays, Organisation } from './organisations';
import type { SchoolYear } from './people';
import type { Random } from './random';

/** The course of a pair or group in dates. */
export interface Course {
  /** The order of assignment; absent where it was never signed. */
  readonly order?: keyof OrderDays;
  readonly from: DateText;
  readonly plannedEnd: DateText;
  readonly ended?: DateText;
  readonly status: string;
  readonly endWhy?: string;
}

export const isGroup = (fate: Fate): boolean => fate.startsWith('group');

export function fatesOf(o: Organisation, year: SchoolYear): readonly Fate[] {
  const words = (year === 2022 ? o.units22 : o.units23).split(' ').filter(Boolean);
  return words as Fate[];
}

/** Mentees that a pair or group takes. */
export const places = (fate: Fate): number => (isGroup(fate) ? 3 : 1);

const finished = (
  plannedEnd: DateText,
  ended: DateText,
): Pick<Course, 'plannedEnd' | 'ended' | 'status'> => ({
  plannedEnd,
  ended,
  status: 'Завершена',
});
const running = (plannedEnd: DateText): Pick<Course, 'plannedEnd' | 'status'> => ({
  plannedEnd,
  status: 'Действует',
});
const stopped = (plannedEnd: DateText, ended: DateText, endWhy: string) => ({
  plannedEnd,
  ended,
  status: 'Прекращена досрочно',
  endWhy,
});

/** Dates and status of a unit that was formed in the school year. */
export function courseOf(fate: Fate, year: SchoolYear, o: Organisation, random: Random): Course {
  const order = year === 2022 ? 'assigned22' : 'assigned23';
  const from = workday(addDays(o.days[order], random.whole(0, 7)));
  const may = workday(addDays(`${year + 1}-05-24`, random.whole(0, 6)));
  const lastDay = `${year + 1}-05-31`;
  const autumn = { order, from } as const;
  switch (fate) {
    case 'year':
      return { ...autumn, ...finished(lastDay, may) };
    case 'short': {
      const end = workday(addDays('2023-03-20', random.whole(0, 9)));
      return { ...autumn, ...finished('2023-03-31', end) };
    }
    case 'long':
    case 'group-long':
      return { ...autumn, ...running('2024-05-31') };
    case 'autumn':
      return { ...autumn, ...finished('2023-12-29', workday(addDays('2023-12-18', random.whole(0, 10)))) };
    case 'left-early':
      return { ...autumn, ...stopped(lastDay, '2023-02-17', 'увольнение') };
    case 'stopped':
      return { ...autumn, ...stopped('2023-12-29', '2023-11-14', 'перевод') };
    case 'replaced':
      return { ...autumn, ...stopped('2024-05-31', '2023-11-30', 'замена наставника') };
    case 'replacement':
      return { order: 'replacement', from: '2023-12-01', ...running('2024-05-31') };
    case 'expired':
      return { ...autumn, ...running(o.id === 'ORG-03' ? '2023-12-29' : '2024-01-31') };
    case 'next':
      return { ...autumn, ...running('2024-12-27') };
    case 'short23':
      return { ...autumn, ...finished('2024-02-29', workday(addDays('2024-02-19', random.whole(0, 10)))) };
    case 'stopped23':
      return { ...autumn, ...stopped('2024-05-31', '2024-01-26', 'отказ наставника') };
    case 'paused':
      return { ...autumn, plannedEnd: '2024-05-31', status: 'Приостановлена' };
    case 'planned':
      return { order: 'spring', from: '2024-05-06', plannedEnd: '2024-12-27', status: 'Планируется' };
    case 'after-D':
      return { ...autumn, ...stopped('2024-05-31', '2024-04-12', 'увольнение') };
    case 'winter':
      return {
        order: 'winter',
        from: workday(addDays('2024-01-15', random.whole(0, 7))),
        ...running('2024-12-27'),
      };
    case 'no-order':
      return { from, ...running('2024-05-31') };
    case 'before-order':
      return { order, from: workday(addDays(o.days[order], -9)), ...running('2024-05-31') };
    case 'group-speed':
      return { order: 'winter', from: '2024-01-15', ...running('2024-06-28') };
    default:
      return year === 2022 ? { ...autumn, ...finished(lastDay, may) } : { ...autumn, ...running(lastDay) };
  }
}
