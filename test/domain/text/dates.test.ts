import fc from 'fast-check';
import { parseDate } from '../../../src/domain/text/parse-date';
import { longDate, monthYear, shortDate } from '../../../src/domain/text/print-date';
import { anyDate, anyText } from './samples';

const NB = '\u00a0';

describe('parseDate', () => {
  test.each([
    '20.10.2022',
    '20.10.22',
    '20. 10. 2022 г.',
    '20. 10. 22 г.',
    '20.10.2022г',
    '20.10.2022 года',
    '20.10.2022.',
    '20 октября 2022',
    '20 октября 2022 г.',
    '20 октября 2022 г',
    '20 октября 2022года',
    '20октября2022г.',
    '20 Октябрь 2022',
    '20 ОКТЯБРЯ 2022 ГОДА',
    '20 окт. 2022',
    '20 окт 2022 г.',
    '«20» октября 2022 г.',
    '« 20 » октября 2022г.',
    '"20" октября 2022',
    '“20” октября 2022',
    '«_20» октября 2022г.',
    '«20»__10_2022_г.',
    '«20»__10_22_г.',
    '20/10/2022',
    '20/10/22',
    '20-10-2022',
    '2022-10-20',
    '2022-10-20T00:00:00.000Z',
    '2022-10-20 14:30',
    '2022-10-20T23:59:59+05:00',
    '20.10.2022 00:00:00',
    'на 20.10.2022г',
    'от 20.10.2022 г.',
    '«20» октября 2022г.№78',
    `20${NB}октября\u202f2022${NB}г.`,
    '20\u2009октября 2022',
    '\u200b20.10\u00ad.2022 ',
    '20\nоктября 2022',
  ])('reads %j', (text) => {
    expect(parseDate(text)).toEqual({ value: '2022-10-20' });
  });

  test.each([
    ['«14» апреля 2022г.', '2022-04-14'],
    ['«14» апреля 2022г.№78', '2022-04-14'],
    ['31. 03. 22 г.', '2022-03-31'],
    ['5.03.2022', '2022-03-05'],
    ['«_24» марта 2022г.', '2022-03-24'],
    ['«31»__08_2021_г.', '2021-08-31'],
    ['на 13.12.2024г', '2024-12-13'],
    ['5 сент. 2023', '2023-09-05'],
    ['5 сен 2023', '2023-09-05'],
    ['1 мая 2024', '2024-05-01'],
    ['1 май 2024', '2024-05-01'],
    ['9 нояб. 2023 г.', '2023-11-09'],
    ['1 февр. 2023', '2023-02-01'],
    ['03.04.2022', '2022-04-03'],
    ['01.01.69', '2069-01-01'],
    ['01.01.70', '1970-01-01'],
    ['29.02.2024', '2024-02-29'],
  ])('reads %j as %s', (text, date) => {
    expect(parseDate(text)).toEqual({ value: date });
  });

  test('a number is a serial', () => {
    expect(parseDate(44854)).toEqual({ value: '2022-10-20' });
    expect(parseDate(Number.NaN)).toEqual({ error: 'impossible' });
    expect(parseDate('44854')).toEqual({ error: 'not-a-date' });
  });

  test.each([
    '31.02.2023',
    '20.13.2022',
    '10/20/2022',
    '00.10.2022',
    '29 февраля 2023 г.',
    '2022-13-01',
    '31.04.22',
  ])('there is no day %j', (text) => expect(parseDate(text)).toEqual({ error: 'impossible' }));

  test.each([
    '«08» декабри 2022 г.',
    '20 oктября 2022',
    '20 октября',
    'октябрь 2022',
    '20.10',
    '20.10.202',
    '20.10.20222',
    '20.10-2022',
    '22-10-20',
    '20 10 22',
    '20.10.2022 21.10.2022',
    '20.10.2022, 21.10.2022',
    '20.10.2022–21.10.2022',
    '20–21 октября 2022',
    'до 20 октября 2022',
    '2022-10-19T19:00:00.000Z',
    'б/н',
    '-',
    'апрель 2023 г. апрель 2024 г.',
  ])('is not a date: %j', (text) => expect(parseDate(text)).toEqual({ error: 'not-a-date' }));

  test.each(['', '  ', '\u200b', NB])('is empty: %j', (text) =>
    expect(parseDate(text)).toEqual({ error: 'empty' }),
  );

  test('laws: what is printed is read back, no text throws', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        for (const text of [shortDate(date), longDate(date), date, shortDate(date).replace(/\./g, '/')]) {
          expect(parseDate(text)).toEqual({ value: date });
        }
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { value, error } = parseDate(text);
        if (!error) expect(parseDate(value!)).toEqual({ value });
      }),
    );
  });
});

describe('printing dates', () => {
  test('short and long', () => {
    expect(shortDate('2022-10-20')).toBe('20.10.2022');
    expect(shortDate('2022-03-05')).toBe('05.03.2022');
    expect(longDate('2022-10-20')).toBe(`20${NB}октября 2022${NB}г.`);
    expect(longDate('2024-05-01')).toBe(`1${NB}мая 2024${NB}г.`);
    expect(() => shortDate('')).toThrow(RangeError);
  });

  test('months in their cases', () => {
    expect(monthYear('2024-04')).toBe(`апрель 2024${NB}г.`);
    expect(monthYear('2023-04-15', 'prepositional')).toBe(`апреле 2023${NB}г.`);
    expect(monthYear('2024-04', 'genitive')).toBe(`апреля 2024${NB}г.`);
    expect(monthYear('2023-04', 'dative')).toBe(`апрелю 2023${NB}г.`);
    expect(monthYear('2023-05', 'nominative')).toBe(`май 2023${NB}г.`);
    expect(monthYear('2023-05', 'prepositional')).toBe(`мае 2023${NB}г.`);
    expect(monthYear('2023-03')).toBe(`март 2023${NB}г.`);
    expect(monthYear('2023-08', 'dative')).toBe(`августу 2023${NB}г.`);
    expect(() => monthYear('2024-13')).toThrow(RangeError);
  });
});
