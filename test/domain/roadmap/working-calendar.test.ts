import fc from 'fast-check';
import { DAY_OFF_RULES } from '../../../src/domain/registry/settings';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { calendarOf, officialCalendar } from '../../../src/domain/roadmap/calendar-of';
import { dueDay } from '../../../src/domain/roadmap/due-day';
import { type CalendarDay, officialDays } from '../../../src/domain/roadmap/holidays';
import { workingCalendar } from '../../../src/domain/roadmap/working-calendar';
import { addDays, isDate, weekday } from '../../../src/domain/text/calendar';
import { gridsOf, type Row } from '../book';
import { anyDate } from '../text/samples';

const days = (year: number, text: string): string[] => text.split(' ').map((day) => `${year}-${day}`);

/** Days off from Monday to Friday and worked weekends, as the lists of the decrees and the law give them. */
const YEARS: readonly (readonly [year: number, workingDays: number, off: string, worked: string])[] = [
  [
    2021,
    247,
    '01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31',
    '02-20',
  ],
  [2022, 247, '01-03 01-04 01-05 01-06 01-07 02-23 03-07 03-08 05-02 05-03 05-09 05-10 06-13 11-04', '03-05'],
  [2023, 247, '01-02 01-03 01-04 01-05 01-06 02-23 02-24 03-08 05-01 05-08 05-09 06-12 11-06', ''],
  [
    2024,
    248,
    '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
    '04-27 11-02 12-28',
  ],
  [
    2025,
    247,
    '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
    '11-01',
  ],
  [2026, 247, '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31', ''],
];

describe.each(YEARS)('%i', (year, workingDays, off, worked) => {
  test('every day is what the decree and the law say', () => {
    const offDays = new Set(days(year, off));
    const workedDays = new Set(worked === '' ? [] : days(year, worked));
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      const expected = weekday(day) < 6 ? !offDays.has(day) : workedDays.has(day);
      expect([day, officialCalendar.isWorking(day)]).toEqual([day, expected]);
    }
  });

  test(`has ${workingDays} working days`, () => {
    expect(officialCalendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(workingDays);
    expect(officialCalendar.knows(year)).toBe(true);
  });
});

test('the list of official days is of real days, each once, with the reason', () => {
  const dates = officialDays.map((day) => day.date);
  expect(dates).toEqual([...new Set(dates)].sort());
  expect(dates.every(isDate)).toBe(true);
  for (const { date, working, note } of officialDays) {
    expect(note).not.toBe('');
    if (working) expect([date, weekday(date)]).toEqual([date, 6]);
  }
  expect(officialDays.find((day) => day.date === '2024-05-10')).toEqual({
    date: '2024-05-10',
    working: false,
    note: 'перенос с 06.01.2024',
  });
  expect(officialDays.find((day) => day.date === '2024-04-27')!.note).toBe('перенос на 29.04.2024');
});

test('a year without entries has weekends only and is not known', () => {
  for (const year of [1999, 2020, 2027]) expect(officialCalendar.knows(year)).toBe(false);
  expect(officialCalendar.isWorking('2027-01-01')).toBe(true);
  expect(officialCalendar.isWorking('2027-01-02')).toBe(false);
});

test.each([
  ['2024-04-27', 1, '2024-05-02'],
  ['2024-05-02', -1, '2024-04-27'],
  ['2024-12-28', 1, '2025-01-09'],
  ['2026-12-30', 1, '2027-01-01'],
  ['2023-12-30', 1, '2024-01-09'],
  ['2024-01-09', -1, '2023-12-29'],
  ['2024-01-03', -1, '2023-12-29'],
  ['2024-04-20', 3, '2024-04-24'],
  ['2024-01-01', 0, '2024-01-01'],
  ['2022-03-04', 2, '2022-03-09'],
  ['2021-12-30', 495, '2024-01-09'],
])('%s and %i working days: %s', (from, n, to) => {
  expect(officialCalendar.addWorkingDays(from, n)).toBe(to);
});

test('the setting of days off decides the last day in time', () => {
  const [later, earlier, stays] = DAY_OFF_RULES.map((rule) => dueDay('2024-04-30', rule, officialCalendar));
  expect([later, earlier, stays]).toEqual(['2024-05-02', '2024-04-27', '2024-04-30']);
  for (const rule of DAY_OFF_RULES) expect(dueDay('2024-04-27', rule, officialCalendar)).toBe('2024-04-27');
});

test('what is no day, and what is no number of days, is refused', () => {
  for (const bad of ['', '2024-02-30', '30.04.2024', '0000-01-01', 'null'])
    expect(() => officialCalendar.isWorking(bad)).toThrow(RangeError);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1.5])
    expect(() => officialCalendar.addWorkingDays('2024-04-01', bad)).toThrow(RangeError);
  expect(() => officialCalendar.addWorkingDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => officialCalendar.addWorkingDays('0001-01-01', -1)).toThrow(RangeError);
});

describe('the calendar of a workbook', () => {
  const of = (rows: readonly Row[] | null) => calendarOf(readRegistry(gridsOf({ calendar: rows })));

  test('without the tab, and with an empty one, is the official one', () => {
    for (const calendar of [of(null), of([])]) {
      expect(calendar.isWorking('2024-04-27')).toBe(true);
      expect(calendar.knows(2026)).toBe(true);
      expect(calendar.knows(2027)).toBe(false);
    }
  });

  test('says of a year what the tab says, and of other years what the program knows', () => {
    const calendar = of([
      { date: '2024-05-10', day: 'выходной', note: 'перенос с 06.01.2024' },
      { date: '2027-02-20', day: 'рабочий' },
      { date: '22.02.2027', day: 'Выходной' },
    ]);
    const working = (...days: string[]) => days.map(calendar.isWorking);
    expect(working('2024-05-10', '2024-05-09', '2024-04-27')).toEqual([false, true, false]);
    expect(working('2027-02-20', '2027-02-22', '2027-02-21')).toEqual([true, false, false]);
    expect(working('2023-02-24', '2022-03-05')).toEqual([false, true]);
    expect([2022, 2024, 2027, 2028].map(calendar.knows)).toEqual([true, true, true, false]);
  });

  test('of two rows for a day the lower one holds, a row that says nothing is not there', () => {
    const twice = [
      { date: '2024-05-13', day: 'выходной' },
      { date: '2024-05-13', day: 'рабочий' },
    ];
    expect(of(twice).isWorking('2024-05-13')).toBe(true);
    expect(of([...twice].reverse()).isWorking('2024-05-13')).toBe(false);
    const unread = [
      { date: 'скоро', day: 'выходной' },
      { date: '2027-05-10', day: '' },
      { date: '2027-05-11', day: 'да' },
    ];
    expect(of(unread).knows(2027)).toBe(false);
    expect(of(unread).isWorking('2024-05-10')).toBe(false);
  });

  test('the official days, typed on the tab, change nothing', () => {
    const calendar = of(officialDays.map((d) => ({ date: d.date, day: d.working ? 'рабочий' : 'выходной' })));
    for (let day = '2020-12-01'; day < '2027-02-01'; day = addDays(day, 1))
      expect([day, calendar.isWorking(day)]).toEqual([day, officialCalendar.isWorking(day)]);
  });
});

describe('laws', () => {
  const anyDay = fc.record({ date: anyDate, working: fc.boolean(), note: fc.constant('') });
  /** Calendars of any days, the official one with some days changed, and both with a year that has no working day. */
  const anyCalendar = fc
    .tuple(fc.array(anyDay, { maxLength: 40 }), fc.boolean(), fc.boolean())
    .map(([own, official, idleYear]) => {
      const idle: CalendarDay[] = [];
      for (let day = '2023-01-01'; idleYear && day < '2024-01-01'; day = addDays(day, 1))
        idle.push({ date: day, working: false, note: '' });
      return workingCalendar([...(official ? officialDays : []), ...idle, ...own]);
    });
  const soon = fc.integer({ min: 0, max: 800 });

  test('so many working days later there are so many working days between', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, soon, (calendar, day, n) => {
        const later = calendar.addWorkingDays(day, n);
        expect(calendar.workingDaysBetween(day, later)).toBe(n);
        if (n > 0) expect(calendar.isWorking(later)).toBe(true);
      }),
    );
  });

  test('from a working day there and back is the same day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, soon, (calendar, any, n) => {
        const day = calendar.onOrAfter(any);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(day, n), -n)).toBe(day);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(day, -n), n)).toBe(day);
      }),
    );
  });

  test('steps add up', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, soon, soon, (calendar, day, a, b) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(day, a), b)).toBe(
          calendar.addWorkingDays(day, a + b),
        );
      }),
    );
  });

  test('the nearest working day is one, is the same when asked again, and keeps the order of days', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 0, max: 40 }), (calendar, first, gap) => {
        const second = addDays(first, gap);
        for (const nearest of [calendar.onOrAfter, calendar.onOrBefore]) {
          expect(calendar.isWorking(nearest(first))).toBe(true);
          expect(nearest(nearest(first))).toBe(nearest(first));
          expect(nearest(first) <= nearest(second)).toBe(true);
        }
        expect(calendar.onOrBefore(first) <= first && first <= calendar.onOrAfter(first)).toBe(true);
      }),
    );
  });

  test('answers are those of walking day by day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: -30, max: 400 }), (calendar, from, gap) => {
        const to = addDays(from, gap);
        let count = 0;
        for (let day = from; day < to; ) {
          day = addDays(day, 1);
          if (calendar.isWorking(day)) count++;
        }
        expect(calendar.workingDaysBetween(from, to)).toBe(count);
      }),
    );
  });
});

test('half a million questions are cheap', () => {
  const calendar = workingCalendar(officialDays);
  const started = process.cpuUsage();
  for (let i = 0; i < 500_000; i++) calendar.addWorkingDays('2022-10-20', (i % 700) - 350);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
});
