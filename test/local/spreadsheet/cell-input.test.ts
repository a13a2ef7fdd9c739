import { parseInput } from '../../../src/local/services/spreadsheet/cell-input';
import { localeSettings } from '../../../src/local/services/spreadsheet/locale';
import { displayText } from '../../../src/local/services/spreadsheet/number-format';

const shown = (text: string, locale: string) => {
  const parsed = parseInput(text, localeSettings(locale), 2024);
  return parsed && [parsed.value, displayText(parsed.value, parsed.format, localeSettings(locale))];
};

describe('text as Sheets reads typed input', () => {
  test.each([
    ['2,000,000.01', 2000000.01, '2,000,000.01'],
    ['50%', 0.5, '50%'],
    ['12.5%', 0.125, '12.50%'],
    ['1/2/2024', 45293, '1/2/2024'],
    ['01/02/2024', 45293, '01/02/2024'],
    ['2020-01-01', 43831, '2020-01-01'],
    ['2020-01-01 12:30', 43831 + 12.5 / 24, '2020-01-01 12:30'],
    ['TRUE', true, 'TRUE'],
    ['false', false, 'FALSE'],
    ['12:30', 12.5 / 24, '12:30'],
    ['$5', 5, '$5'],
    ['007', 7, '7'],
    ['-5', -5, '-5'],
    ['(5)', -5, '-5'],
    ['1e21', 1e21, '1.00E+21'],
    [' 5 ', 5, '5'],
    ['.5', 0.5, '0.5'],
    ['Jan 5, 2024', 45296, 'Jan 5, 2024'],
  ])('en_US %s', (text, value, display) => {
    expect(shown(text, 'en_US')).toEqual([value, display]);
  });

  test.each([
    ['01.09.2022', 44805, '01.09.2022'],
    ['1.9.22', 44805, '1.9.22'],
    ['2022-09-01', 44805, '2022-09-01'],
    ['1,5', 1.5, '1,5'],
    ['1 000,5', 1000.5, '1\u00a0000,5'],
    ['ИСТИНА', true, 'ИСТИНА'],
    ['1 сентября 2022', 44805, '1 сентября 2022'],
    ['5 ₽', 5, '5 ₽'],
  ])('ru_RU %s', (text, value, display) => {
    expect(shown(text, 'ru_RU')?.map((v) => (typeof v === 'string' ? v.replace(/\s/g, ' ') : v))).toEqual([
      value,
      display.replace(/\s/g, ' '),
    ]);
  });

  test.each([
    'hello',
    'NST-001',
    '8-800',
    '31.02.2022',
    '32.13.2022',
    '1,5',
    '1,2,3',
    '01.09.2022',
    '1 000',
    'Infinity',
    '0x10',
    'May',
    '-',
    '+',
    '%',
    '$',
    '(',
    '.',
    '2020-01-01T12:30:00',
    '1.2.3',
    'x'.repeat(50),
  ])('en_US keeps %s as text', (text) => expect(parseInput(text, localeSettings('en_US'), 2024)).toBeNull());
  test.each([
    'Иванова М. П.',
    'март',
    '1.5.5',
    '+7 912 345-67-89',
    '8 (34) 5',
    '31.11.2022',
    'НСТ-1',
    '1,5,5',
  ])('ru_RU keeps %s as text', (text) => expect(parseInput(text, localeSettings('ru_RU'), 2024)).toBeNull());
});

describe('display', () => {
  const en = localeSettings('en_US');
  const ru = localeSettings('ru_RU');
  test.each([
    [1 / 1024, '0.0009765625'],
    [1 / 3, '0.3333333333'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1E+21'],
    [123456789012345, '123456789012345'],
    [123456789012345680, '1.23457E+17'],
    [-2.5, '-2.5'],
    [0.00001, '0.00001'],
    [12345678901.5, '12345678902'],
  ])('automatic %p', (value, text) => expect(displayText(value, undefined, en)).toBe(text));
  test('dates, months in the case of the language', () => {
    expect(displayText(45000, 'd mmmm yyyy', ru)).toBe('15 марта 2023');
    expect(displayText(45000, 'mmmm yyyy', ru)).toBe('март 2023');
    expect(displayText(45000, 'd mmmm yyyy', en)).toBe('15 March 2023');
    expect(displayText(45000.75, 'M/d/yyyy H:mm:ss', en)).toBe('3/15/2023 18:00:00');
    expect(displayText(45000, 'dd.MM.yyyy', ru)).toBe('15.03.2023');
    expect(displayText(1, 'yyyy-mm-dd', en)).toBe('1899-12-31');
  });
  test('numbers by locale', () => {
    expect(displayText(1.5, undefined, ru)).toBe('1,5');
    expect(displayText(5, '0.###############', en)).toBe('5');
    expect(displayText(0.5, '0%', ru)).toBe('50%');
    expect(displayText(true, undefined, ru)).toBe('ИСТИНА');
    expect(displayText('x', '@', ru)).toBe('x');
  });
});
