import { contactsOf, replyAddress } from '../../../src/domain/letters/contacts';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { gridsOf, type Values } from '../book';

const TODAY = '2024-04-12';
const curator = (more = {}) => ({
  id: 'CUR-001',
  organisation: 'ORG-01',
  name: 'Иванова Анна Петровна',
  email: 'anna@school.ru',
  from: '2022-09-01',
  recordStatus: 'Действует',
  ...more,
});
const of = (curators: object[], values: Values = {}, organisation = {}) => {
  const book = {
    organisations: [
      { id: 'ORG-01', shortName: 'МБОУ "Школа №1"', email: 'School1@school.ru', ...organisation },
    ],
    curators: curators as never[],
  };
  return contactsOf(readRegistry(gridsOf(book, values)), TODAY);
};
const curatorsOf = (...given: Parameters<typeof of>) => of(...given).organisations.get('ORG-01')!.curators;
const addresses = (...given: Parameters<typeof of>) => curatorsOf(...given).map((one) => one.address);

test('the organisation: its short name ready for print, its mailbox as the head', () => {
  expect(of([]).organisations.get('ORG-01')).toMatchObject({
    name: 'МБОУ «Школа №\u00a01»',
    curators: [],
    head: { address: 'school1@school.ru', error: null },
  });
  expect(of([], {}, { email: '' }).organisations.get('ORG-01')!.head.error).toBe('empty');
});

test.each([
  ['the working address', {}, ['anna@school.ru']],
  [
    'two addresses are two people',
    { email: 'anna@school.ru; vera@school.ru' },
    ['anna@school.ru', 'vera@school.ru'],
  ],
  ['the account where no address is given', { email: '', account: 'Anna@gmail.com' }, ['anna@gmail.com']],
  ['an account that is no address', { email: '', account: 'anna' }, ['']],
  ['a wrong address stays, to be shown', { email: 'anna', account: 'anna@gmail.com' }, ['anna']],
  ['nobody whose term is over', { to: '2024-04-11' }, []],
  ['the last day of the term is in it', { to: '2024-04-12' }, ['anna@school.ru']],
  ['nobody whose term has not begun', { from: '2024-04-13' }, []],
  ['nobody archived', { recordStatus: 'Архив' }, []],
])('a curator: %s', (_, more, expected) => {
  expect(addresses([curator(more)])).toEqual(expected);
});

test('one curator in two rows is one person', () => {
  expect(addresses([curator(), curator({ id: 'CUR-002', email: 'ANNA@school.ru' })])).toEqual([
    'anna@school.ru',
  ]);
});

describe('names', () => {
  const names = (values: Values, more = {}) =>
    curatorsOf([curator(more)], { storageMode: 'Полный', letterNames: 'да', ...values }).map(
      (one) => one.name,
    );

  test('where the settings allow', () => expect(names({})).toEqual(['Анна Петровна']));
  test.each([
    ['by default', { letterNames: 'нет' }],
    ['in the mode of codes', { storageMode: 'Коды вместо ФИО' }],
    ['in the mode of aggregates', { storageMode: 'Только агрегаты' }],
  ])('none %s', (_, values) => expect(names(values)).toEqual(['']));
  test.each([['К-12'], ['Иванова А. П.'], ['Иванова']])('none from «%s»', (name) =>
    expect(names({}, { name })).toEqual(['']),
  );
  test('none where a cell has two mailboxes', () =>
    expect(names({}, { email: 'a@b.ru; c@d.ru' })).toEqual(['', '']));
});

test('coordinators, and where answers go', () => {
  const registry = (values: Values) => readRegistry(gridsOf({}, values));
  const values = { coordinatorAccounts: 'chief; Chief@town.ru, second@town.ru' };
  expect(contactsOf(registry(values), TODAY).coordinators.map((one) => [one.address, one.error])).toEqual([
    ['chief', 'no-at'],
    ['chief@town.ru', null],
    ['second@town.ru', null],
  ]);
  expect(replyAddress(registry(values))).toBe('Chief@town.ru');
  expect(replyAddress(registry({ ...values, replyTo: 'office@town.ru' }))).toBe('office@town.ru');
  expect(replyAddress(registry({}))).toBe('');
});
