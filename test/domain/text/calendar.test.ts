import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  completeYears,
  dateToSerial,
  daysBetween,
  isDate,
  lastDayOfMonth,
  makeDate,
  schoolYearOf,
  schoolYearStart,
  serialToDate,
  weekday,
} from '../../../src/domain/text/calendar';
import { anyDate } from './samples';

describe('calendar', () => {
  test('makeDate knows which days exist', () => {
    expect(makeDate(2022, 10, 20)).toBe('2022-10-20');
    expect(makeDate(2024, 2, 29)).toBe('2024-02-29');
    expect(makeDate(2023, 2, 29)).toBeNull();
    expect(makeDate(1900, 2, 29)).toBeNull();
    expect(makeDate(2000, 2, 29)).toBe('2000-02-29');
    expect(makeDate(2022, 4, 31)).toBeNull();
    for (const bad of [0, 13, 1.5, Number.NaN]) expect(makeDate(2022, bad, 1)).toBeNull();
    expect(makeDate(2022, 1, 0)).toBeNull();
    expect(makeDate(0, 1, 1)).toBeNull();
    expect(makeDate(10000, 1, 1)).toBeNull();
  });

  test('isDate', () => {
    expect(isDate('2022-10-20')).toBe(true);
    for (const bad of ['2022-02-30', '2022-1-1', '20.10.2022', '2022-10-20T00:00', '', null, 44854]) {
      expect(isDate(bad)).toBe(false);
    }
  });

  test('serial numbers of a spreadsheet', () => {
    expect(serialToDate(44854)).toBe('2022-10-20');
    expect(serialToDate(44854.99)).toBe('2022-10-20');
    expect(serialToDate(1)).toBe('1899-12-31');
    expect(serialToDate(60)).toBe('1900-02-28');
    expect(serialToDate(61)).toBe('1900-03-01');
    expect(dateToSerial('2022-10-20')).toBe(44854);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e9, -1e9]) expect(serialToDate(bad)).toBeNull();
  });

  test('days, months and years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2022-10-20', '2022-10-19')).toBe(-1);
    expect(addDays('2022-12-31', 1)).toBe('2023-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-01-31', -2)).toBe('2023-11-30');
    expect(addMonths('2022-10-20', 6)).toBe('2023-04-20');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(lastDayOfMonth('2024-02-10')).toBe('2024-02-29');
    expect(lastDayOfMonth('2022-12-01')).toBe('2022-12-31');
    expect(() => addYears('9999-01-01', 1)).toThrow(RangeError);
    expect(() => addDays('20.10.2022', 1)).toThrow('Not a calendar date: 20.10.2022');
  });

  test('completeYears is truncated toward zero', () => {
    expect(completeYears('2022-10-20', '2025-10-19')).toBe(2);
    expect(completeYears('2022-10-20', '2025-10-20')).toBe(3);
    expect(completeYears('2025-10-20', '2022-10-21')).toBe(-2);
    expect(completeYears('2022-10-20', '2022-10-19')).toBe(0);
    expect(completeYears('2024-02-29', '2025-02-28')).toBe(1);
    expect(completeYears('2024-02-29', '2025-02-27')).toBe(0);
  });

  test('weekday: 30.10.2022 was a Sunday', () => {
    expect(weekday('2022-10-30')).toBe(7);
    expect(weekday('2022-10-31')).toBe(1);
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('1961-04-12')).toBe(3);
  });

  test('school year: 1 September – 31 August', () => {
    expect(schoolYearOf('2022-09-01')).toBe('2022/2023');
    expect(schoolYearOf('2023-08-31')).toBe('2022/2023');
    expect(schoolYearOf('2023-09-01')).toBe('2023/2024');
    expect(schoolYearStart('2024-03-31')).toBe('2023-09-01');
  });

  test('laws', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20000, max: 20000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
        expect(serialToDate(dateToSerial(date))).toBe(date);
        expect(moved > date).toBe(days > 0);
        expect(weekday(addDays(date, 7))).toBe(weekday(date));
        expect(moved).toBe(new Date(Date.parse(date) + days * 86400000).toISOString().slice(0, 10));
      }),
    );
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, years) => {
        if (years >= 0) expect(completeYears(date, addYears(date, years))).toBe(years);
        expect(addYears(date, years).slice(0, 7)).toBe(addMonths(date, years * 12).slice(0, 7));
      }),
    );
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => expect(completeYears(a, b) + completeYears(b, a)).toBe(0)),
    );
  });
});
