import { weekday } from '../../domain/text/calendar';
import { shortDate } from '../../domain/text/print-date';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { writeJson } from '../output';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';

interface RehearsalJson {
  readonly from: string;
  readonly to: string;
  readonly days: readonly {
    readonly date: string;
    readonly letters: readonly { readonly to: string; readonly items: number; readonly overdue: number }[];
    readonly carried: number;
  }[];
  readonly persons: readonly {
    readonly address: string;
    readonly letters: number;
    readonly mostInAWeek: number;
  }[];
  readonly totals: {
    readonly letters: number;
    readonly items: number;
    readonly escalations: number;
    readonly peakDay: { readonly date: string; readonly letters: number } | null;
    readonly daysOverQuota: number;
  };
  readonly notes: readonly string[];
}

const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];

/** `rehearse`: every day of a year as its letters would go, with the registries as they are; nothing is sent. */
export async function rehearse(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  const folder = outputFolder(options.book, options.out);
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  const year = callRpc<{ from: string; to: string }>(session.project, 'rehearsalScreen', {});
  const period = { from: options.dateFrom ?? year.from, to: options.dateTo ?? year.to };
  progress(`Прогоняю ${period.from} … ${period.to}…`);
  const done = callRpc<RehearsalJson>(session.project, 'rehearse', period);
  await writeJson(folder, 'rehearsal.json', done);
  const { totals, days, persons } = done;
  return {
    exit: EXIT.done,
    folder,
    counts: {
      days: days.length,
      letters: totals.letters,
      items: totals.items,
      escalations: totals.escalations,
      persons: persons.length,
      daysOverQuota: totals.daysOverQuota,
    },
    warnings: done.notes,
    data: done,
    lines: [
      `Прогон ${shortDate(period.from)} — ${shortDate(period.to)}: писем ${totals.letters}, пунктов в них ${totals.items}, эскалаций ${totals.escalations}.`,
      totals.peakDay === null
        ? 'За это время писем нет.'
        : `Больше всего писем ${shortDate(totals.peakDay.date)}: ${totals.peakDay.letters}. Дней сверх суточного лимита: ${totals.daysOverQuota}.`,
      ...done.notes,
      ...days.map(
        ({ date, letters, carried }) =>
          `${shortDate(date)} ${WEEKDAYS[weekday(date) - 1]}  писем ${letters.length}, пунктов ${sum(letters, 'items')}, из них просрочено ${sum(letters, 'overdue')}${carried > 0 ? `, перенесено ${carried}` : ''}`,
      ),
      ...(persons.length > 0 ? ['Нагрузка по адресатам:'] : []),
      ...persons.map(
        ({ address, letters, mostInAWeek }) =>
          `  ${address}: писем ${letters}, больше всего за неделю ${mostInAWeek}`,
      ),
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}

const sum = <K extends string>(list: readonly Readonly<Record<K, number>>[], key: K) =>
  list.reduce((total, one) => total + one[key], 0);
