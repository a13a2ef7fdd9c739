import fc from 'fast-check';
import { hasMixedAlphabet } from '../../../src/domain/text/alphabet';
import { foldHeader, foldKey, foldName, foldOrganisation, foldUrl } from '../../../src/domain/text/fold';
import { cleanLines, cleanText } from '../../../src/domain/text/spaces';
import { anyPerson, anyText } from './samples';

const NB = '\u00a0';

describe('spaces', () => {
  test('one line', () => {
    expect(cleanText(`  Иванова${NB}\u202f\u2009Мария\r\nПавловна\t`)).toBe('Иванова Мария Павловна');
    expect(cleanText('\u200bнастав\u00adничество\ufeff')).toBe('наставничество');
    expect(cleanText('и\u0306 е\u0308')).toBe('й ё');
    expect(cleanText('a\u0007b\u0000')).toBe('ab');
    expect(cleanText(' \n ')).toBe('');
  });
  test('several lines', () => {
    expect(cleanLines(' \n а  б \r\n\r\nв\u000bг\u2028д \n')).toBe('а б\n\nв\nг\nд');
  });
});

describe('foldKey', () => {
  test.each([
    ['Педагог – педагог', 'педагог-педагог'],
    ['Педагог — педагог.', 'педагог−педагог'],
    ['«Первая»', 'первая'],
    ['Ещё..', 'еще'],
    ['Пономарёв Е.А..', 'пономарев е.а'],
    ['Учи\u0301тель', 'учитель'],
    ['Yчитeль', 'учитель'],
    ['  Классное\nруководство ', 'классное руководство'],
    ['Методика “преподавания” предмета', 'методика преподавания предмета'],
  ])('%j = %j', (a, b) => expect(foldKey(a)).toBe(foldKey(b)));

  test('keeps apart what differs', () => {
    expect(foldKey('COVID')).toBe('covid');
    expect(foldKey('Положение o системе')).not.toBe(foldKey('Положение о системе'));
    expect(foldKey('наставник')).not.toBe(foldKey('наставники'));
    expect(foldKey('')).toBe('');
  });
});

describe('foldName', () => {
  test.each([
    ['Иванова  Мария Павловна', 'ИВАНОВА МАРИЯ ПАВЛОВНА'],
    ['Петрова – Иванова Анна', 'Петрова-Иванова Анна'],
    ['Пономарёв Пётр', 'Пономарев Петр'],
    ['Иванова М.П.', 'Иванова М. П.'],
    ['Иванова M. П.', 'Иванова М. П.'],
    ['О’Нил Иван', "О'Нил Иван"],
    ['Ивaнова Мария', 'Иванова Мария'],
  ])('%j = %j', (a, b) => expect(foldName(a)).toBe(foldName(b)));
  test('different people', () => {
    expect(foldName('Иванова Мария Павловна')).not.toBe(foldName('Иванова Мария Петровна'));
  });
});

describe('foldOrganisation', () => {
  test.each([
    ['МБОУ «СОШ №1»', 'МБОУ "СОШ № 1"'],
    ['МБОУ „СОШ N1“', 'МБОУ СОШ № 1'],
    ['МБДОУ д/с №27', 'МБДОУ д/с 27'],
    ['МБОУ"СОШ № 1"', 'мбоу  сош 1'],
    ['МБОУ СОШ No 1', 'МБОУ СОШ 1'],
    ['МБОУ «СОШ г. Оханска»', 'МБОУ СОШ г.Оханска'],
    ['МБОУ СОШ (филиал)', 'МБОУ СОШ филиал'],
    ['Детский сад «Ёлочка»', 'детский сад елочка'],
  ])('%j = %j', (a, b) => expect(foldOrganisation(a)).toBe(foldOrganisation(b)));
  test('numbers count', () => {
    expect(foldOrganisation('СОШ № 1')).not.toBe(foldOrganisation('СОШ № 2'));
    expect(foldOrganisation('СОШ № 1')).not.toBe(foldOrganisation('СОШ № 11'));
  });
});

describe('foldHeader', () => {
  test.each([
    ['Педагогический стаж, полных лет', 'педагогический стаж ,полных лет *'],
    ['Дата начала:', 'Дата\nначала'],
    ['Код / ФИО наставляемого', 'код/ФИО наставляемого'],
    ['Рубрика «Наставничество» (ссылка)', 'Рубрика "Наставничество"(ссылка)'],
    ['№ п/п', '№п/п'],
    ['* ФИО наставника', 'ФИО наставника*'],
    ['Приём', 'прием'],
    ['Дата завершения (план)', 'Дата завершения ( план ) :'],
    ['ОО (ID)', 'oо (ID)'],
  ])('%j = %j', (a, b) => expect(foldHeader(a)).toBe(foldHeader(b)));
  test('different columns', () => {
    expect(foldHeader('Дата окончания план')).not.toBe(foldHeader('Дата окончания факт'));
    expect(foldHeader('Дата завершения (план)')).not.toBe(foldHeader('Дата завершения (факт)'));
  });
});

describe('foldUrl', () => {
  test.each([
    ['https://www.school.ru/nastav/', 'http://School.ru/nastav'],
    ['school.ru', 'https://school.ru/?utm_source=vk&utm_medium=x'],
    ['https://school.ru/p?id=5&yclid=1', 'https://school.ru/p?id=5#top'],
    ['https://school.ru/%D0%BF', 'https://school.ru/п'],
    ['http://школа.рф:80/', 'ШКОЛА.РФ'],
  ])('%j = %j', (a, b) => expect(foldUrl(a)).toBe(foldUrl(b)));
  test('different pages', () => {
    expect(foldUrl('https://school.ru/A')).not.toBe(foldUrl('https://school.ru/a'));
    expect(foldUrl('https://school.ru/p?id=5')).not.toBe(foldUrl('https://school.ru/p?id=6'));
    expect(foldUrl('https://school.ru/#/a')).not.toBe(foldUrl('https://school.ru/#/b'));
    expect(foldUrl('https://school.ru/%E0%A4%A')).toContain('%E0%A4%A');
  });
});

test('mixed alphabets', () => {
  for (const mixed of ['Ивaнова', 'cад', 'ФИO', 'план o cистеме', 'шкoла-5', 'Ивëнова']) {
    expect(hasMixedAlphabet(mixed)).toBe(true);
  }
  for (const pure of ['Иванова', 'IT-куб', 'план o системе', 'NST-001', 'Word и Excel', '1С', '']) {
    expect(hasMixedAlphabet(pure)).toBe(false);
  }
});

describe('laws', () => {
  test.each([
    ['cleanText', cleanText],
    ['cleanLines', cleanLines],
    ['foldKey', foldKey],
    ['foldName', foldName],
    ['foldOrganisation', foldOrganisation],
    ['foldHeader', foldHeader],
  ])('%s twice is %s once', (_, fold) => {
    fc.assert(
      fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))),
      { numRuns: 3000 },
    );
  });

  test('no text throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(typeof foldUrl(text)).toBe('string');
        expect(typeof hasMixedAlphabet(text)).toBe('boolean');
      }),
    );
  });

  test('keys do not see case and kinds of spaces', () => {
    fc.assert(
      fc.property(anyPerson, ({ surname, name, patronymic }) => {
        const full = `${surname} ${name} ${patronymic}`;
        const typed = full.toUpperCase().replace(/ /g, ` ${NB}\u200b`).replace(/-/g, ' – ');
        expect(foldName(typed)).toBe(foldName(full));
        expect(foldKey(typed)).toBe(foldKey(full));
      }),
    );
  });
});
