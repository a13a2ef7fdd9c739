import fc from 'fast-check';
import { dateParts, schoolYearOf } from '../../../src/domain/text/calendar';
import { asPlainText, withoutApostrophe } from '../../../src/domain/text/escape';
import { isId, likelyId, makeId, nextId, parseId } from '../../../src/domain/text/id';
import { findValue, otherText, splitValues } from '../../../src/domain/text/multi-value';
import {
  cleanOrderNumber,
  parseOrderReference,
  printOrderReference,
} from '../../../src/domain/text/order-number';
import { parseReferences, printReference, printReferences } from '../../../src/domain/text/reference';
import { parseSchoolYear } from '../../../src/domain/text/school-year';
import { checkUrl, isOpenFileLink } from '../../../src/domain/text/url';
import { anyDate, anyText } from './samples';

const NB = '\u00a0';

describe('school years', () => {
  test.each([
    '2022–2023',
    '2022-2023',
    '2022/23',
    '2022-23',
    '2022/2023',
    '2022/2023 уч.г.',
    '2022 / 2023 уч. г.',
    '2022/2023 учебный год',
    `2022—2023${NB}гг.`,
  ])('%j', (text) => expect(parseSchoolYear(text)).toEqual({ value: '2022/2023' }));
  test('others', () => {
    expect(parseSchoolYear('1999/00')).toEqual({ value: '1999/2000' });
    expect(parseSchoolYear('')).toEqual({ error: 'empty' });
    for (const text of ['2022/2024', '2022/22', '2023-2022'])
      expect(parseSchoolYear(text)).toEqual({ error: 'not-consecutive' });
    for (const text of ['2022', '22/23', '2022 2023', '2022/2023/2024', '01.09.2022']) {
      expect(parseSchoolYear(text)).toEqual({ error: 'not-a-school-year' });
    }
  });
  test('law: the school year of a day is read back', () => {
    fc.assert(
      fc.property(anyDate, (date) =>
        expect(parseSchoolYear(schoolYearOf(date)).value).toBe(schoolYearOf(date)),
      ),
    );
  });
});

describe('orders', () => {
  test.each([
    ['26/1', '26/1'],
    ['№ 26/1', '26/1'],
    ['№26/1', '26/1'],
    ['N 26/1', '26/1'],
    ['No. 26', '26'],
    ['Пр. № 26/1', '26/1'],
    ['пр.26', '26'],
    ['Приказ № 26/1', '26/1'],
    ['приказом №№ 26', '26'],
    ['26 / 1.', '26/1'],
    ['01-03\\482', '01-03\\482'],
    ['113а', '113а'],
    ['б/н', 'б/н'],
    ['Б/Н', 'б/н'],
    ['№ б/н', 'б/н'],
    ['без номера', 'б/н'],
    ['ПР-15', 'ПР-15'],
    ['СЭД-26-01-05-123', 'СЭД-26-01-05-123'],
    [156, '156'],
    ['', ''],
  ])('%j → %j', (text, number) => expect(cleanOrderNumber(text)).toBe(number));

  test.each([
    ['26/1 от 01.09.2022', '26/1', '2022-09-01'],
    ['№ 26/1 от 01.09.2022 г.', '26/1', '2022-09-01'],
    ['Приказ № 113а от «14» апреля 2022г.', '113а', '2022-04-14'],
    ['от 01.09.2022 № 26/1', '26/1', '2022-09-01'],
    ['приказ от 03.10.2022 № 156', '156', '2022-10-03'],
    ['«14» апреля 2022г.№78', '78', '2022-04-14'],
    ['б/н от 1 сентября 2022', 'б/н', '2022-09-01'],
  ])('%j', (text, number, date) => expect(parseOrderReference(text)).toEqual({ value: { number, date } }));

  test('what is no order', () => {
    expect(parseOrderReference('')).toEqual({ error: 'empty' });
    expect(parseOrderReference('26/1')).toEqual({ error: 'not-an-order' });
    expect(parseOrderReference('01.09.2022')).toEqual({ error: 'not-an-order' });
    expect(parseOrderReference('о назначении от 01.09.2022')).toEqual({ error: 'not-an-order' });
    expect(parseOrderReference('26/1 от 31.02.2022')).toEqual({ error: 'impossible' });
    expect(parseOrderReference('26/1 от 08 декабри 2022')).toEqual({ error: 'not-a-date' });
  });

  test('laws', () => {
    const number = fc.constantFrom('26/1', '01-03\\482', '113а', 'б/н', 'СЭД-26', '5');
    fc.assert(
      fc.property(number, anyDate, (n, date) => {
        expect(parseOrderReference(printOrderReference({ number: n, date }))).toEqual({
          value: { number: n, date },
        });
        expect(parseOrderReference(`№ ${printOrderReference({ number: n, date })} г.`)).toEqual({
          value: { number: n, date },
        });
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanOrderNumber(cleanOrderNumber(text))).toBe(cleanOrderNumber(text));
        const { value } = parseOrderReference(text);
        if (value) expect(dateParts(value.date)).toHaveLength(3);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('IDs', () => {
  test('parts', () => {
    expect(parseId('NST-001')).toEqual({ prefix: 'NST', number: 1 });
    expect(parseId('ORG-12')).toEqual({ prefix: 'ORG', number: 12 });
    for (const bad of ['nst-001', 'NST–001', 'NST001', 'NST-', ' NST-001', 'RM-1.1', 'NST-001a', ''])
      expect(parseId(bad)).toBeNull();
    expect(isId('RM-1.1')).toBe(true);
    expect(isId('NSТ-001')).toBe(false);
  });
  test('the next one is never a used one', () => {
    expect(nextId('NST', [])).toBe('NST-001');
    expect(nextId('NST', ['NST-001', 'NST-007', 'MNT-050', 'мусор', ''])).toBe('NST-008');
    expect(nextId('NST', new Set(['NST-999']))).toBe('NST-1000');
    expect(nextId('ORG', ['ORG-02'], 2)).toBe('ORG-03');
  });
  test('the likely one', () => {
    for (const text of ['nst-001', 'NSТ-001', 'NST–001', 'NST - 001', ' NST_001 '])
      expect(likelyId(text)).toBe('NST-001');
    expect(likelyId('СUR-001')).toBe('CUR-001');
    expect(likelyId('Иванова')).toBeNull();
  });
  test('law: made IDs are read back', () => {
    fc.assert(
      fc.property(fc.constantFrom('NST', 'ORG', 'PAR'), fc.nat(99999), (prefix, number) => {
        expect(parseId(makeId(prefix, number))).toEqual({ prefix, number });
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => expect(likelyId(text) === null || isId(likelyId(text)!)).toBe(true)),
    );
  });
});

describe('references', () => {
  const ids = (cell: string) => parseReferences(cell).ids;
  test('by the ID in front, in order', () => {
    expect(ids('NST-001 · Иванова М. П.; NST-002')).toEqual(['NST-001', 'NST-002']);
    expect(ids(`NST-002\nNST-001${NB}·${NB}Иванова`)).toEqual(['NST-002', 'NST-001']);
    expect(ids('NST-001, NST-002,NST-003')).toEqual(['NST-001', 'NST-002', 'NST-003']);
    expect(ids('ORG-01 · МБОУ «СОШ, д/с»')).toEqual(['ORG-01']);
    expect(ids('NST-001 Иванова М. П.')).toEqual(['NST-001']);
    expect(ids('DOC-014 · 26/1 от 01.09.2022')).toEqual(['DOC-014']);
    expect(ids('RM-1.1')).toEqual(['RM-1.1']);
    expect(parseReferences(' ; \n')).toEqual({ ids: [], wrong: [] });
  });
  test.each([
    ['nst-001', 'NST-001'],
    ['NST–001 · Иванова', 'NST-001'],
    ['NSТ-001', 'NST-001'],
    ['NST - 001', 'NST-001'],
  ])('%j is reported, not repaired', (text, likely) => {
    expect(parseReferences(`MNT-001; ${text}`)).toEqual({
      ids: ['MNT-001'],
      wrong: [{ text, error: 'misspelt-id', likely }],
    });
  });
  test('a name without an ID', () => {
    expect(parseReferences('Иванова М. П.')).toEqual({
      ids: [],
      wrong: [{ text: 'Иванова М. П.', error: 'no-id', likely: null }],
    });
    expect(parseReferences('NST-001, nst-002').wrong).toEqual([
      { text: 'nst-002', error: 'misspelt-id', likely: 'NST-002' },
    ]);
  });
  test('printing', () => {
    expect(printReference('NST-001', 'Иванова М. П.')).toBe('NST-001 · Иванова М. П.');
    expect(printReference('NST-001', ' ')).toBe('NST-001');
    expect(printReference('NST-001', 'а;\nб')).toBe('NST-001 · а, б');
  });
  test('laws', () => {
    const reference = fc.record({
      id: fc.tuple(fc.constantFrom('NST', 'MNT', 'DOC'), fc.nat(9999)).map(([p, n]) => makeId(p, n)),
      label: fc.string({ unit: fc.constantFrom(...'абв,;:.«»· \n—/12') }),
    });
    fc.assert(
      fc.property(fc.array(reference), (references) => {
        expect(parseReferences(printReferences(references))).toEqual({
          ids: references.map((r) => r.id),
          wrong: [],
        });
      }),
    );
    fc.assert(fc.property(anyText, (text) => expect(parseReferences(text).ids.every(isId)).toBe(true)));
  });
});

describe('several values', () => {
  const vocabulary = [
    'Методика преподавания предмета',
    'Оценивание',
    'Работа с детьми, требующими внимания',
    'Подготовка к ГИА/ВПР',
  ];
  test('separators', () => {
    expect(splitValues('Оценивание; Подготовка к ГИА/ВПР', vocabulary)).toEqual([
      'Оценивание',
      'Подготовка к ГИА/ВПР',
    ]);
    expect(splitValues('Оценивание\n Подготовка к ГИА/ВПР;', vocabulary)).toEqual([
      'Оценивание',
      'Подготовка к ГИА/ВПР',
    ]);
    expect(splitValues('оценивание, подготовка к гиа/впр', vocabulary)).toEqual([
      'оценивание',
      'подготовка к гиа/впр',
    ]);
    expect(splitValues('Работа с детьми, требующими внимания', vocabulary)).toEqual([vocabulary[2]]);
    expect(splitValues('Оценивание, танцы', vocabulary)).toEqual(['Оценивание, танцы']);
    expect(splitValues(' ', vocabulary)).toEqual([]);
  });
  test('free text', () => {
    expect(splitValues('Оценивание; Иное: шахматы, шашки', vocabulary)).toEqual([
      'Оценивание',
      'Иное: шахматы, шашки',
    ]);
    expect(splitValues('Оценивание, Иное: шахматы, шашки', vocabulary)).toEqual([
      'Оценивание',
      'Иное: шахматы, шашки',
    ]);
    expect(otherText('Иное: шахматы')).toBe('шахматы');
    expect(otherText('иное (шахматы)')).toBe('шахматы');
    for (const none of ['Иное', 'Иное:', 'Иностранный язык', 'Оценивание'])
      expect(otherText(none)).toBeNull();
  });
  test('the value of the list', () => {
    expect(findValue('«оценивание»', vocabulary)).toBe('Оценивание');
    expect(findValue('Оценки', vocabulary)).toBeNull();
  });
  test('law: joined values are read back, no text throws', () => {
    fc.assert(
      fc.property(fc.subarray(vocabulary), fc.constantFrom('; ', ';', '\n'), (values, separator) => {
        expect(splitValues(values.join(separator), vocabulary)).toEqual(values);
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => expect(splitValues(text, vocabulary).every((v) => v !== '')).toBe(true)),
    );
  });
});

describe('cells', () => {
  test.each([
    '=1+1',
    '+7 902',
    '-5',
    '@a',
    '\t=1',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    ' =1',
    `${NB}=1`,
    '\u200b=1',
    "'a",
  ])('%j is written as a text', (text) => expect(asPlainText(text)).toBe(`'${text}`));
  test('others pass', () => {
    for (const value of ['Иванова', '26/1', '—', '', 5, -5, true, null, '1-2', ' a'])
      expect(asPlainText(value)).toBe(value);
  });
  test('law: the spreadsheet gives the text back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = asPlainText(text);
        expect(written.startsWith("'") ? written.slice(1) : written).toBe(text);
      }),
    );
  });
});

describe('addresses', () => {
  test('checked', () => {
    for (const good of [
      'https://school.ru/a?b=1#c',
      'http://школа.рф',
      'HTTPS://A.ru',
      'https://a-b.perm.ru:8080/',
    ]) {
      expect(checkUrl(` ${good} `)).toEqual({ value: good });
    }
    expect(checkUrl('')).toEqual({ error: 'empty' });
    expect(checkUrl('school.ru/a')).toEqual({ error: 'no-scheme' });
    expect(checkUrl('www.school.ru')).toEqual({ error: 'no-scheme' });
    expect(checkUrl('https://')).toEqual({ error: 'no-host' });
    expect(checkUrl('http:///a')).toEqual({ error: 'no-host' });
    for (const bad of [
      'javascript:alert(1)',
      'ftp://a.ru',
      'https://a b.ru',
      'https://a.ru https://b.ru',
      'https://localhost',
      'есть',
      'нет',
      'https://u@a.ru',
      '01.09.2022',
    ]) {
      expect(checkUrl(bad)).toEqual({ error: 'not-a-url' });
    }
  });
  test('stores of files', () => {
    for (const link of [
      'https://drive.google.com/file/d/1',
      'docs.google.com/x',
      'https://disk.yandex.ru/d/1',
      'https://yadi.sk/i/1',
      'https://cloud.mail.ru/public/1',
      'https://www.dropbox.com/s/1',
    ]) {
      expect(isOpenFileLink(link)).toBe(true);
    }
    for (const link of [
      'https://school.ru/drive.google.com',
      'https://drive.google.com.evil.ru/',
      'https://mydropbox.com',
      'https://google.com',
      'текст',
      '',
    ]) {
      expect(isOpenFileLink(link)).toBe(false);
    }
  });
  test('no text throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value, error } = checkUrl(text);
        expect(value === undefined).toBe(error !== undefined);
        isOpenFileLink(text);
      }),
    );
  });
});

test('a text reads back as it was written, whether the cell keeps the apostrophe or takes it off', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '-5', "'", "''", "'=x", '@', '\t', '－1', "'a"));
  fc.assert(
    fc.property(text, (written) => {
      const kept = String(asPlainText(written));
      expect(withoutApostrophe(kept)).toBe(written);
    }),
  );
});
