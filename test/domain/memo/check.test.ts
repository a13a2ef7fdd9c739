import type { Block } from '../../../src/domain/memo/blocks';
import { checkMemo } from '../../../src/domain/memo/check';
import { fullReport } from './reports';

const faultsOf = (...blocks: Block[]) => checkMemo(blocks, fullReport());
const ofText = (text: string) => faultsOf({ kind: 'paragraph', text });

describe('the self-check of the memo', () => {
  it.each([
    ['Сведения представили {n} ОО.', 'незаполненное место'],
    ['Всего undefined.', 'незаполненное место'],
    ['Доля NaN.', 'незаполненное место'],
    ['Всего null пар.', 'незаполненное место'],
    ['Два  пробела.', 'двойной пробел'],
    ['Пробел , перед запятой.', 'пробел перед знаком препинания'],
    ['Конец .', 'пробел перед знаком препинания'],
    ['План 70\u00a0% %.', 'двойной знак процента'],
    ['План 70%.', 'нет неразрывного пробела'],
    ['Апрель 2023 г..', 'лишний знак препинания'],
    ['По данным 4 из 4\u00a0ОО вовлечены.', 'неверное «по данным n из N ОО»'],
    ['По данным 2 из 3\u00a0ОО вовлечены.', 'неверное «по данным n из N ОО»'],
    ['Куратор назначен в 5 из 4\u00a0ОО.', 'неверное число ОО'],
    ['Ответили 6 из\u00a05 (120,0\u00a0%).', 'доля больше 100'],
    ['Закреплены 3 из\u00a05 (80,0\u00a0%).', 'доля не сходится с числами'],
    ['Закреплены 3 из 5\u00a0пар и групп (50,0\u00a0%).', 'доля не сходится с числами'],
  ])('finds the fault in «%s»', (text, what) => {
    expect(ofText(text).join()).toContain(what);
  });

  it.each([
    'Закреплены 3 из 5\u00a0пар и групп (60,0\u00a0%); план — 100\u00a0%, не достигнут.',
    'По данным 3 из 4\u00a0ОО вовлечены 10\u00a0педагогов (+5,5\u00a0п.\u00a0п. к апрелю 2023\u00a0г.).',
    'Приказ №\u00a026/1 от 01.09.2022; https://example.ru/0%D0%BF..a?c=1 на сайте.',
  ])('leaves a good sentence alone: %s', (text) => {
    expect(ofText(text)).toEqual([]);
  });

  it('finds empty tables, uneven rows and empty sections', () => {
    expect(faultsOf({ kind: 'table', title: 'Т', rows: [['А']] })).toEqual(['Таблица пуста: Т']);
    expect(faultsOf({ kind: 'table', title: 'Т', rows: [['А', 'Б'], ['1']] })).toEqual([
      'Строки таблицы разной длины: Т',
    ]);
    expect(
      faultsOf(
        { kind: 'heading', level: 1, text: '1. А' },
        { kind: 'heading', level: 1, text: '2. Б' },
        { kind: 'paragraph', text: 'В.' },
      ),
    ).toEqual(['Раздел пуст: 1. А']);
    expect(faultsOf({ kind: 'list', ordered: false, items: [] })).toEqual(['Пустой список.']);
  });
});
