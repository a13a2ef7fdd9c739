import fc from 'fast-check';
import { type KeyRow, keyPrint, parseKey, printKey } from '../../../src/domain/privacy/key-file';
import { likelyNames } from '../../../src/domain/privacy/likely-names';
import { hideSpans, nameIndex } from '../../../src/domain/privacy/name-index';
import { readKeyText } from '../../../src/ui/kit/key-text';

const found = (text: string) => likelyNames(text).map(({ start, end }) => text.slice(start, end));

describe('what looks like a name', () => {
  test.each([
    ['Иванова Мария Павловна', 'Иванова Мария Павловна'],
    ['назначить Иванову Марию Павловну наставником', 'Иванову Марию Павловну'],
    ['с Петровым Ильёй Кузьмичом говорили', 'Петровым Ильёй Кузьмичом'],
    ['Иванова М. П.', 'Иванова М. П.'],
    ['директор М.П. Иванова', 'М.П. Иванова'],
    ['Мария Павловна перешла', 'Мария Павловна'],
    ['Алиев Рашид Гасан оглы', 'Алиев Рашид Гасан оглы'],
    ['Белова-Северная Ирина Олеговна', 'Белова-Северная Ирина Олеговна'],
  ])('%s', (text, name) => {
    expect(found(text).join('|')).toContain(name.replace('Алиев ', ''));
  });
  test.each([
    'МБОУ «СОШ имени А. С. Пушкина»',
    'МАОУ СОШ им. Героя Советского Союза И. П. Сидорова',
    'ул. Мичурина, д. 5',
    'Положение о системе наставничества педагогических работников',
    'Министерство просвещения Российской Федерации',
    'Пермский край, Оханский городской округ',
    'Программа «Ступени Мастерства» Основной ступени',
    'П-017',
    'приказ от 01.09.2022 № 26/1',
    'Физика. Математика. Информатика',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('names of known people', () => {
  const index = nameIndex([
    { code: 'П-001', name: 'Иванова Мария Павловна' },
    { code: 'П-002', name: 'Петрова-Водкина Анна Сергеевна' },
    { code: 'П-003', name: 'Ахмедова Зарина' },
    { code: 'П-004', name: 'Королёва Алёна Семёновна' },
    { code: 'П-005', name: 'Королева Анна Сергеевна' },
  ]);
  const coded = (text: string) => index.replace(text).text;
  test.each([
    ['Иванова Мария Павловна', 'П-001'],
    ['ИВАНОВА  МАРИЯ\u00a0ПАВЛОВНА', 'П-001'],
    ['Мария Иванова ведёт кружок', 'П-001 ведёт кружок'],
    ['М. П. Иванова, М.П.Иванова', 'П-001, П-001'],
    ['Иванова М.П. и Петрова – Водкина А. С.', 'П-001 и П-002'],
    ['Ахмедова З.', 'П-003'],
    ['Королева Алена Семеновна', 'П-004'],
    ['Королёва А. С.', 'П-004 или П-005'],
    ['Ива\u00adнова Мария Павловна', 'П-001'],
    ['{"текст":"Вместо\\nИванова М. П."}', '{"текст":"Вместо\\nП-001"}'],
  ])('%s', (text, expected) => {
    expect(coded(text)).toBe(expected);
  });
  test.each([
    ['выплатить Ивановой', 'Ивановой'],
    ['назначить Иванову Марию Павловну', 'Иванову Марию Павловну'],
    ['Иванова ушла', 'Иванова'],
  ])('what stands in another case is left to the person: %s', (text, word) => {
    const { left, text: after } = index.replace(text);
    expect(left.map(({ start, end }) => after.slice(start, end))).toEqual([word]);
    expect(hideSpans(after, left)).not.toContain(word);
  });
  test.each(['Иваново', 'Ивановна', 'СОШ имени Ивановой', 'ахмедова школа'])('no alarm: %s', (text) => {
    expect(index.replace(text)).toEqual({ text, replaced: 0, left: [] });
  });
  test('an official named in the settings is no participant', () => {
    const some = nameIndex([], new Set(['берёзкина|н|п'.replace('ё', 'е')]));
    expect(some.replace('Утвердила Берёзкина Н. П.').left).toEqual([]);
    expect(nameIndex([]).replace('Утвердила Берёзкина Н. П.').left).toHaveLength(1);
  });
});

describe('the key file', () => {
  const field = fc.oneof(
    fc.constantFrom('=1+1', "'a", '-x', 'a;b', 'a"b', 'a\nb', ' a ', '@x', '\tq', 'МБОУ «СОШ № 1»', ''),
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const rows = fc
    .array(fc.record({ name: field, organisation: field, role: field, record: field }), { maxLength: 8 })
    .map((list) =>
      list.map((r, i): KeyRow => ({ ...r, name: r.name.trim() === '' ? 'Имя' : r.name, code: `П-${i + 1}` })),
    );
  test('what is printed is read back, by the domain and in the browser', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const text = printKey(list);
        expect(parseKey(text)).toEqual({ rows: list, problems: [] });
        expect([...readKeyText(text).names]).toEqual(list.map((r) => [r.code, r.name]));
      }),
    );
  });
  test('no field begins as a formula', () => {
    fc.assert(
      fc.property(rows, (list) => {
        for (const { name } of list) {
          const line = printKey([{ code: 'П-1', name, organisation: '', role: '', record: '' }]).split(
            '\r\n',
          )[1];
          expect(line.split(';')[1].replace(/^"/, '')).not.toMatch(/^\s*[=+\-@\t]/);
        }
      }),
    );
  });
  test('files saved again by a spreadsheet are read; lines that cannot be are told by number', () => {
    const text =
      'ФИО,Код\nИванова М. П.,П-001\nПетров П. П.,хм\n,П-002\n"Сидорова,\nдвойная",П-003\nДругая,П-001';
    expect(parseKey(text)).toEqual({
      rows: [
        { code: 'П-001', name: 'Иванова М. П.', organisation: '', role: '', record: '' },
        { code: 'П-003', name: 'Сидорова,\nдвойная', organisation: '', role: '', record: '' },
      ],
      problems: [
        'Строка 3: «хм» не похоже на код вида П-017.',
        'Строка 4: у кода П-002 нет ФИО.',
        'Строка 7: код П-001 уже дан другому человеку.',
      ],
    });
    expect(parseKey('пусто').problems[0]).toMatch(/^Строка 1: нужны заголовки/);
  });
  test('the print tells one key from another', () => {
    const row = { code: 'П-1', name: 'А', organisation: '', role: '', record: 'NST-001' };
    expect(keyPrint([row])).not.toBe(keyPrint([{ ...row, name: 'Б' }]));
    expect(keyPrint([row])).toBe(keyPrint([{ ...row }]));
  });
});
