import fc from 'fast-check';
import { fromR1C1, moveFormula, toR1C1 } from '../../../src/local/services/spreadsheet/formula-references';
import {
  columnIndex,
  columnName,
  parseNotation,
  rectangleName,
} from '../../../src/local/services/spreadsheet/notation';
import { SerialDates, serialOfDay } from '../../../src/local/services/spreadsheet/serial-date';
import { type Change, shiftRange, shiftSpan } from '../../../src/local/services/spreadsheet/shift-range';

const line = fc.integer({ min: 0, max: 900 });
const reference = fc
  .record({ row: line, column: fc.integer({ min: 0, max: 800 }), fixed: fc.constantFrom('', 'r', 'c', 'rc') })
  .map(
    ({ row, column, fixed }) =>
      `${fixed.includes('c') ? '$' : ''}${columnName(column)}${fixed.includes('r') ? '$' : ''}${row + 1}`,
  );
const formula = fc
  .array(fc.oneof(reference, fc.constantFrom('"A1"', 'SUM(B2:C3)', "'My tab'!A1", 'LOG10(2)', '1')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => `=${parts.join('+')}`);

test('column names are read back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 18_277 }), (n) => columnIndex(columnName(n)) === n));
});

test('notations are read back', () => {
  const size = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(Infinity));
  fc.assert(
    fc.property(line, line, size, size, (row, column, rows, columns) => {
      fc.pre(Number.isFinite(rows) || Number.isFinite(columns));
      const parsed = parseNotation(rectangleName(row, column, rows, columns));
      expect(parsed).toEqual({ sheet: null, row, column, rows, columns });
    }),
  );
});

test('R1C1 and back gives the same formula', () => {
  fc.assert(
    fc.property(formula, line, line, (text, row, column) =>
      expect(fromR1C1(toR1C1(text, row, column), row, column)).toBe(text),
    ),
  );
});

test('there and back again moves nothing', () => {
  fc.assert(
    fc.property(formula, line, line, (text, rows, columns) =>
      expect(moveFormula(moveFormula(text, rows, columns), -rows, -columns)).toBe(text),
    ),
  );
});

test('names of functions and texts are no references', () => {
  expect(moveFormula('=LOG10(A1)&"B2"&A1B+Лист1!C3', 1, 1)).toBe('=LOG10(B2)&"B2"&A1B+Лист1!D4');
  expect(moveFormula('=A1', -1, 0)).toBe('=#REF!');
});

test('lines that were inserted and deleted again leave everything in its place', () => {
  fc.assert(
    fc.property(
      line,
      fc.integer({ min: 1, max: 50 }),
      line,
      fc.integer({ min: 1, max: 50 }),
      (start, size, at, count) => {
        const change = (n: number): Change => ({ sheetId: 1, dimension: 'ROWS', at, count: n });
        const there = shiftSpan(start, size, change(count));
        expect(there && shiftSpan(there.start, there.size, change(-count))).toEqual({ start, size });
      },
    ),
  );
});

test('a deletion takes away exactly the lines it names', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 10 }),
      (start, size, at, count) => {
        const left = Array.from({ length: size }, (_, i) => start + i).filter(
          (n) => n < at || n >= at + count,
        );
        const span = shiftSpan(start, size, { sheetId: 1, dimension: 'ROWS', at, count: -count });
        expect(span?.size ?? 0).toBe(left.length);
        if (span) expect(span.start).toBe(left[0] >= at + count ? left[0] - count : left[0]);
      },
    ),
  );
});

test('other sheets and other columns of cells stay', () => {
  const ref = { sheetId: 1, row: 5, column: 5, rows: 2, columns: 2 };
  expect(shiftRange(ref, { sheetId: 2, dimension: 'ROWS', at: 0, count: 3 })).toBe(ref);
  const within = { start: 6, size: 3 };
  expect(shiftRange(ref, { sheetId: 1, dimension: 'ROWS', at: 0, count: 3, within })).toBe(ref);
});

test.each(['Europe/Moscow', 'Asia/Yekaterinburg', 'America/New_York', 'UTC'])(
  'serial numbers and moments in %s',
  (zone) => {
    const dates = new SerialDates(zone);
    fc.assert(
      fc.property(fc.integer({ min: -2_208_988_800_000, max: 4_102_444_800_000 }), (moment) => {
        // An hour that is shown twice when clocks go back has two moments: the clock on the wall must be the same.
        const serial = dates.serial(moment);
        expect(dates.serial(dates.moment(serial))).toBeCloseTo(serial, 7);
      }),
    );
    expect(dates.serial(dates.moment(45_293))).toBe(45_293);
  },
);

test('days that do not exist have no serial number', () => {
  expect([serialOfDay(2023, 2, 29), serialOfDay(2024, 13, 1), serialOfDay(2024, 4, 31)]).toEqual([
    null,
    null,
    null,
  ]);
  expect([serialOfDay(2024, 2, 29), serialOfDay(1899, 12, 30), serialOfDay(2020, 1, 1)]).toEqual([
    45_351, 0, 43_831,
  ]);
});
