import type { DateText } from '../text/calendar';

/** A day that is not what its weekday says: a holiday, a day off moved to a weekday, a Saturday that is worked. */
export interface CalendarDay {
  readonly date: DateText;
  readonly working: boolean;
  /** Why, for people. */
  readonly note: string;
}

/** Public holidays: ТК РФ, ст. 112. */
const HOLIDAYS: readonly (readonly [monthDay: string, name: string])[] = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06'].map(
    (day) => [day, 'Новогодние каникулы'] as const,
  ),
  ['01-07', 'Рождество Христово'],
  ['01-08', 'Новогодние каникулы'],
  ['02-23', 'День защитника Отечества'],
  ['03-08', 'Международный женский день'],
  ['05-01', 'Праздник Весны и Труда'],
  ['05-09', 'День Победы'],
  ['06-12', 'День России'],
  ['11-04', 'День народного единства'],
];

/**
 * Days off that were moved, from and to. Most are of the year's government decree; a holiday on a weekend that the
 * decree does not name moves to the next working day by ст. 112 itself.
 */
const TRANSFERS: Readonly<Record<number, readonly (readonly [from: string, to: string])[]>> = {
  // Постановление от 10.10.2020 № 1648. Before the plan, but orders of that year stand in the registry.
  2021: [
    ['01-02', '11-05'],
    ['01-03', '12-31'],
    ['02-20', '02-22'],
    ['05-01', '05-03'],
    ['05-09', '05-10'],
    ['06-12', '06-14'],
  ],
  // Постановление от 16.09.2021 № 1564
  2022: [
    ['01-01', '05-03'],
    ['01-02', '05-10'],
    ['03-05', '03-07'],
    ['05-01', '05-02'],
    ['06-12', '06-13'],
  ],
  // Постановление от 29.08.2022 № 1505
  2023: [
    ['01-01', '02-24'],
    ['01-08', '05-08'],
    ['11-04', '11-06'],
  ],
  // Постановление от 10.08.2023 № 1314
  2024: [
    ['01-06', '05-10'],
    ['01-07', '12-31'],
    ['04-27', '04-29'],
    ['11-02', '04-30'],
    ['12-28', '12-30'],
  ],
  // Постановление от 04.10.2024 № 1335
  2025: [
    ['01-04', '05-02'],
    ['01-05', '12-31'],
    ['02-23', '05-08'],
    ['03-08', '06-13'],
    ['11-01', '11-03'],
  ],
  // Постановление от 24.09.2025 № 1466
  2026: [
    ['01-03', '01-09'],
    ['01-04', '12-31'],
    ['03-08', '03-09'],
    ['05-09', '05-11'],
  ],
};

/** Holidays and transfers of the years that the program knows itself, in the order of the days. */
export const officialDays: readonly CalendarDay[] = Object.entries(TRANSFERS).flatMap(([year, transfers]) => {
  const days = new Map<DateText, CalendarDay>();
  for (const [monthDay, note] of HOLIDAYS) {
    const date = `${year}-${monthDay}`;
    days.set(date, { date, working: false, note });
  }
  for (const [from, to] of transfers) {
    const [left, taken] = [`${year}-${from}`, `${year}-${to}`];
    // A holiday stays a day off: what moved is the weekend under it.
    if (!days.has(left)) days.set(left, { date: left, working: true, note: `перенос на ${words(taken)}` });
    days.set(taken, { date: taken, working: false, note: `перенос с ${words(left)}` });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
});

function words(date: DateText): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}
