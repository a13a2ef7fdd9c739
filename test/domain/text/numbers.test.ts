import fc from 'fast-check';
import { joinList } from '../../../src/domain/text/list';
import { parseCount, parseDecimal, parsePercent } from '../../../src/domain/text/parse-number';
import { parseYears } from '../../../src/domain/text/parse-years';
import { parseYesNo } from '../../../src/domain/text/parse-yes-no';
import { counted, plural } from '../../../src/domain/text/plural';
import {
  percent,
  pointsDifference,
  printNumber,
  round,
  shareOf,
} from '../../../src/domain/text/print-number';
import { anyText } from './samples';

const NB = '\u00a0';
const pair = ['пара', 'пары', 'пар'] as const;

describe('plural forms', () => {
  test.each([
    [0, 'пар'],
    [1, 'пара'],
    [2, 'пары'],
    [4, 'пары'],
    [5, 'пар'],
    [11, 'пар'],
    [12, 'пар'],
    [14, 'пар'],
    [20, 'пар'],
    [21, 'пара'],
    [24, 'пары'],
    [101, 'пара'],
    [111, 'пар'],
    [112, 'пар'],
    [1.5, 'пары'],
    [-1, 'пара'],
  ])('%d %s', (n, word) => expect(plural(n, pair)).toBe(word));

  test('with the number, unbroken', () => {
    expect(counted(21, pair)).toBe(`21${NB}пара`);
    expect(counted(1.5, pair)).toBe(`1,5${NB}пары`);
    expect(counted(12500, pair)).toBe(`12${NB}500${NB}пар`);
  });
});

describe('printing numbers', () => {
  test('numbers', () => {
    expect(printNumber(1.75)).toBe('1,75');
    expect(printNumber(3)).toBe('3');
    expect(printNumber(100)).toBe('100');
    expect(printNumber(1250)).toBe('1250');
    expect(printNumber(10000)).toBe(`10${NB}000`);
    expect(printNumber(1234567.5)).toBe(`1${NB}234${NB}567,5`);
    expect(printNumber(-5)).toBe('−5');
    expect(printNumber(-0.001)).toBe('0');
    expect(printNumber(2.349, 1)).toBe('2,3');
    expect(printNumber(99.999)).toBe('100');
    expect(printNumber(7, 0)).toBe('7');
    expect(printNumber(Number.NaN)).toBe('—');
  });

  test('percent, one decimal, half up', () => {
    expect(percent(14.2857)).toBe(`14,3${NB}%`);
    expect(percent(100)).toBe(`100,0${NB}%`);
    expect(percent(0)).toBe(`0,0${NB}%`);
    expect(percent(14.25)).toBe(`14,3${NB}%`);
    expect(percent((57 / 400) * 100)).toBe(`14,3${NB}%`);
    expect(percent(1.005 * 10)).toBe(`10,1${NB}%`);
    expect(percent(0.05)).toBe(`0,1${NB}%`);
  });

  test('differences in п. п.', () => {
    expect(pointsDifference(3.1)).toBe(`+3,1${NB}п.${NB}п.`);
    expect(pointsDifference(-2)).toBe(`−2,0${NB}п.${NB}п.`);
    for (const nothing of [0, -0, 0.04, -0.04]) expect(pointsDifference(nothing)).toBe(`0,0${NB}п.${NB}п.`);
    expect(pointsDifference(-2.05)).toBe(`−2,1${NB}п.${NB}п.`);
  });

  test('shares of the fixture', () => {
    expect(shareOf(10, 70)).toBe(`10 из${NB}70 (14,3${NB}%)`);
    expect(shareOf(5, 6)).toBe(`5 из${NB}6 (83,3${NB}%)`);
    expect(shareOf(0, 0)).toBe('—');
  });

  test('law: a share is rounded as in whole numbers', () => {
    const share = fc
      .integer({ min: 1, max: 4000 })
      .chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));
    fc.assert(
      fc.property(share, ([part, whole]) => {
        const tenths = Math.floor((2000 * part + whole) / (2 * whole));
        expect(round((part / whole) * 100, 1)).toBe(tenths / 10);
      }),
      { numRuns: 2000 },
    );
  });

  test('law: a printed number is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999999, max: 99999999 }), (hundredths) => {
        expect(parseDecimal(printNumber(hundredths / 100))).toEqual({ value: hundredths / 100 || 0 });
      }),
    );
    fc.assert(
      fc.property(fc.nat(999999999), (n) => expect(parseCount(printNumber(n))).toEqual({ value: n })),
    );
  });
});

describe('lists', () => {
  test('with «и»', () => {
    expect(joinList([])).toBe('');
    expect(joinList(['а'])).toBe('а');
    expect(joinList(['а', 'б'])).toBe('а и б');
    expect(joinList(['а', 'б', 'в'])).toBe('а, б и в');
  });
  test('with a limit', () => {
    const items = ['а', 'б', 'в', 'г', 'д'];
    expect(joinList(items, { limit: 2 })).toBe(`а, б и ещё${NB}3`);
    expect(joinList(items, { limit: 3, forms: ['школа', 'школы', 'школ'] })).toBe(
      `а, б, в и ещё${NB}2${NB}школы`,
    );
    expect(joinList(items, { limit: 5 })).toBe('а, б, в, г и д');
    expect(joinList(items, { limit: 0 })).toBe(`а и ещё${NB}4`);
  });
});

describe('reading numbers', () => {
  test.each([
    ['12', 12],
    ['12 чел.', 12],
    ['12чел', 12],
    ['5 пар', 5],
    ['21 пара', 21],
    ['1 250', 1250],
    [`1${NB}250 человек`, 1250],
    ['12,0', 12],
    ['12.00', 12],
    ['0', 0],
    ['12.', 12],
    [7, 7],
    [0, 0],
  ])('count %j', (text, n) => expect(parseCount(text)).toEqual({ value: n }));

  test.each([
    ['', 'empty'],
    ['-', 'needs-confirmation'],
    ['—', 'needs-confirmation'],
    ['--', 'needs-confirmation'],
    ['нет', 'needs-confirmation'],
    ['Нет.', 'needs-confirmation'],
    ['отсутствуют', 'needs-confirmation'],
    ['1,5', 'not-whole'],
    [1.5, 'not-whole'],
    [1e-7, 'not-whole'],
    ['-3', 'negative'],
    ['−3', 'negative'],
    [-3, 'negative'],
    ['12,000', 'not-a-number'],
    ['12 5', 'not-a-number'],
    ['12 тыс.', 'not-a-number'],
    ['10-12', 'not-a-number'],
    ['около 10', 'not-a-number'],
    ['б/н', 'not-a-number'],
    ['100%', 'not-a-number'],
    ['1О', 'not-a-number'],
    [Number.NaN, 'not-a-number'],
    ['89021234567', 'out-of-range'],
  ])('no count %j: %s', (text, error) => expect(parseCount(text)).toEqual({ error }));

  test('percent and decimals', () => {
    expect(parsePercent('100%')).toEqual({ value: 100 });
    expect(parsePercent('85,5 %')).toEqual({ value: 85.5 });
    expect(parsePercent('85')).toEqual({ value: 85 });
    expect(parsePercent(85)).toEqual({ value: 85 });
    expect(parsePercent('101%')).toEqual({ error: 'out-of-range' });
    expect(parsePercent('-1')).toEqual({ error: 'out-of-range' });
    expect(parsePercent('5 чел.')).toEqual({ error: 'not-a-number' });
    expect(parsePercent('—')).toEqual({ error: 'needs-confirmation' });
    expect(parseDecimal('1,5')).toEqual({ value: 1.5 });
    expect(parseDecimal('1.5 ч')).toEqual({ value: 1.5 });
    expect(parseDecimal('-0,5')).toEqual({ value: -0.5 });
    expect(parseDecimal('1,5,2')).toEqual({ error: 'not-a-number' });
  });
});

describe('years of service', () => {
  test.each([
    ['3 года 5 мес.', 3],
    ['3 г. 5 м.', 3],
    ['3г.5м.', 3],
    ['3 года, 5 месяцев', 3],
    ['3 года и 11 месяцев 12 дней', 3],
    ['3 года 20 дней', 3],
    ['3,5', 3],
    ['3.5', 3],
    ['3,5 года', 3],
    ['менее года', 0],
    ['Менее 1 года', 0],
    ['до года', 0],
    ['меньше года', 0],
    ['полгода', 0],
    ['11 мес.', 0],
    ['35 мес.', 2],
    ['12', 12],
    ['12 лет', 12],
    ['1 год', 1],
    ['год', 1],
    ['0', 0],
    [3.9, 3],
    [0, 0],
  ])('%j', (text, years) => expect(parseYears(text)).toEqual({ value: years }));

  test.each([
    ['', 'empty'],
    ['нет', 'needs-confirmation'],
    ['-', 'needs-confirmation'],
    ['-3', 'negative'],
    [-1, 'negative'],
    ['2010', 'out-of-range'],
    ['3 года 14 мес.', 'out-of-range'],
    ['более 10 лет', 'not-years'],
    ['с 2010 года', 'not-years'],
    ['3-5 лет', 'not-years'],
    ['б/н', 'not-years'],
  ])('%j: %s', (text, error) => expect(parseYears(text)).toEqual({ error }));
});

describe('yes and no', () => {
  test.each(['да', 'Да.', 'ДА', ' да ', 'yes', 'TRUE', 'ИСТИНА', '1', 1, '+', 'есть', 'имеется', true])(
    '%j',
    (text) => expect(parseYesNo(text)).toEqual({ value: true }),
  );
  test.each(['нет', 'Нет', 'no', 'false', '0', 0, 'нету', 'не имеется', false])('%j', (text) =>
    expect(parseYesNo(text)).toEqual({ value: false }),
  );
  test('neither', () => {
    expect(parseYesNo('')).toEqual({ error: 'empty' });
    expect(parseYesNo('—')).toEqual({ error: 'needs-confirmation' });
    for (const text of ['?', 'наверное', 'да/нет', 2])
      expect(parseYesNo(text)).toEqual({ error: 'not-yes-no' });
  });
});

test('no text throws', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const parse of [parseCount, parseDecimal, parsePercent, parseYears, parseYesNo]) {
        const parsed = parse(text);
        expect((parsed.value === undefined) !== (parsed.error === undefined)).toBe(true);
      }
    }),
  );
});
