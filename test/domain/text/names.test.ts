import fc from 'fast-check';
import {
  organisationNumber,
  organisationNumbers,
  printOrganisation,
  shortOrganisation,
} from '../../../src/domain/text/organisation-name';
import { initialsOf, isCode, parseName } from '../../../src/domain/text/person-name';
import { anyPerson, anyText } from './samples';

const NB = '\u00a0';

describe('parseName', () => {
  test.each([
    ['Иванова Мария Павловна', ['Иванова', 'Мария', 'Павловна', '']],
    [' Иванова  Мария\nПавловна ', ['Иванова', 'Мария', 'Павловна', '']],
    ['Петрова – Иванова Мария Павловна', ['Петрова-Иванова', 'Мария', 'Павловна', '']],
    ['Петрова Иванова Мария Павловна', ['Петрова Иванова', 'Мария', 'Павловна', '']],
    ['Петрова Иванова М. П.', ['Петрова Иванова', 'М.', 'П.', '']],
    ['Иванова (Петрова) Мария Павловна', ['Иванова', 'Мария', 'Павловна', 'Петрова']],
    ['Иванова(Петрова) Мария', ['Иванова', 'Мария', '', 'Петрова']],
    ['Алиев Вагиф Гасан оглы', ['Алиев', 'Вагиф', 'Гасан оглы', '']],
    ['Алиева Лейла Гасан кызы', ['Алиева', 'Лейла', 'Гасан кызы', '']],
    ['Ким Анна', ['Ким', 'Анна', '', '']],
    ['О’Нил Иван Ильич', ['О’Нил', 'Иван', 'Ильич', '']],
    ['Иванова М.П.', ['Иванова', 'М.', 'П.', '']],
    ['Пономарёву Е.А..', ['Пономарёву', 'Е.', 'А.', '']],
    ['М. П. Иванова', ['Иванова', 'М.', 'П.', '']],
    ['Иванова', ['Иванова', '', '', '']],
    ['Иванов Иван Иванович младший', ['Иванов', 'Иван', 'Иванович', 'младший']],
    ['', ['', '', '', '']],
  ])('%j', (full, [surname, name, patronymic, extra]) => {
    expect(parseName(full)).toEqual({ surname, name, patronymic, extra });
  });

  test('law: a full name falls into its parts, its initials stay', () => {
    fc.assert(
      fc.property(anyPerson, (person) => {
        const full = `${person.surname} ${person.name} ${person.patronymic}`;
        expect(parseName(full)).toEqual({ ...person, extra: '' });
        const short = initialsOf(full);
        expect(initialsOf(short)).toBe(short);
      }),
    );
    fc.assert(fc.property(anyText, (text) => expect(typeof initialsOf(text)).toBe('string')));
  });
});

test('initials', () => {
  expect(initialsOf('Иванова Мария Павловна')).toBe(`Иванова${NB}М.${NB}П.`);
  expect(initialsOf('Ким Анна-Мария')).toBe(`Ким${NB}А.-М.`);
  expect(initialsOf('Алиев Вагиф Гасан оглы')).toBe(`Алиев${NB}В.${NB}Г.`);
  expect(initialsOf('Иванова М.П.')).toBe(`Иванова${NB}М.${NB}П.`);
  expect(initialsOf('Иванова')).toBe('Иванова');
  expect(initialsOf('П-017')).toBe('П-017');
  expect(initialsOf('')).toBe('');
});

test('codes', () => {
  for (const code of ['П-017', 'К-12', ' МН-3 ']) expect(isCode(code)).toBe(true);
  for (const name of ['Петрова-Иванова', 'П017', 'п-017', 'Иванова П-017', ''])
    expect(isCode(name)).toBe(false);
});

describe('organisations', () => {
  test('numbers in names and titles', () => {
    expect(organisationNumber('МБОУ «СОШ № 05»')).toBe('5');
    expect(organisationNumber('МБДОУ «Детский сад «Ромашка» № 3»')).toBe('3');
    expect(organisationNumber('МБОУ СОШ N1')).toBe('1');
    expect(organisationNumber('МБОУ «Дубровская СОШ»')).toBeNull();
    expect(organisationNumbers('План наставничества в МБДОУ д/с 27')).toEqual(['27']);
    expect(organisationNumbers('Приказ № 26 от 01.09.2022 по школе № 5')).toEqual(['5']);
    expect(organisationNumbers('Положение детского сада 01.09.2022')).toEqual([]);
    expect(organisationNumbers('Лицензия № 35, школа 2022 года')).toEqual([]);
    expect(organisationNumbers('Лицей № 2 и гимназия №10')).toEqual(['2', '10']);
  });

  test.each([
    ['МБОУ "СОШ №5"', `МБОУ «СОШ №${NB}5»`],
    ['МБОУ „СОШ № 5“', `МБОУ «СОШ №${NB}5»`],
    ['МБОУ “СОШ”', 'МБОУ «СОШ»'],
    ['МБОУ"СОШ"', 'МБОУ«СОШ»'],
    ['МБДОУ "Детский сад "Ромашка""', 'МБДОУ «Детский сад «Ромашка»»'],
    ['МБДОУ «Детский сад "Ромашка"»', 'МБДОУ «Детский сад «Ромашка»»'],
    ['"СОШ"г.Оханск', '«СОШ»г.Оханск'],
    ['МБОУ СОШ', 'МБОУ СОШ'],
  ])('%j prints as %j', (name, printed) => expect(printOrganisation(name)).toBe(printed));

  test.each([
    [
      'Муниципальное бюджетное общеобразовательное учреждение "Средняя общеобразовательная школа №1"',
      `МБОУ «СОШ №${NB}1»`,
    ],
    ['Муниципальное автономное дошкольное образовательное учреждение «Ёлочка»', 'МАДОУ «Ёлочка»'],
    ['Муниципальное казённое общеобразовательное учреждение «Острожская СОШ»', 'МКОУ «Острожская СОШ»'],
    ['муниципальное бюджетное учреждение дополнительного образования «ДДТ»', 'МБУ ДО «ДДТ»'],
    ['МБОУ «Основная общеобразовательная школа»', 'МБОУ «ООШ»'],
  ])('%j is shortened', (name, short) => expect(shortOrganisation(name)).toBe(short));

  test('laws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printOrganisation(printOrganisation(text))).toBe(printOrganisation(text));
        expect(shortOrganisation(shortOrganisation(text))).toBe(shortOrganisation(text));
        expect(Array.isArray(organisationNumbers(text))).toBe(true);
      }),
    );
  });
});
