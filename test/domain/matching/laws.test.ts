import fc from 'fast-check';
import { match } from '../../../src/domain/matching/candidates';
import { compareNames } from '../../../src/domain/matching/compare-names';
import { nameForm } from '../../../src/domain/matching/name-form';
import { isOneEdit, oneEditPairs } from '../../../src/domain/matching/one-edit';
import { candidatesOf } from '../../../src/domain/matching/people';
import { type Person, personOf } from '../../../src/domain/matching/person';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { gridsOf, type Row } from '../book';

const SURNAMES = [
  'Берёзкин',
  'Березкин',
  'Бирезкин',
  'Королёва',
  'Королева',
  'Королёва-Лунина',
  'Ким',
  'Кин',
  'Петрова',
];
const NAMES = ['Алёна', 'Елена', 'Пётр', 'Наталья', 'Наталия', 'М.', 'А.'];
const PATRONYMICS = ['Фёдоровна', 'Федоровна', 'Семёнович', 'Федрвна', 'П.', ''];

const name = fc
  .tuple(
    fc.constantFrom(...SURNAMES),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...PATRONYMICS),
    fc.boolean(),
  )
  .map(([surname, given, patronymic, first]) =>
    (first ? `${surname} ${given} ${patronymic}` : `${given} ${patronymic} ${surname}`)
      .replace(/ +/g, ' ')
      .trim(),
  );
const row = fc.record({
  name,
  organisation: fc.constantFrom('ORG-01', 'ORG-02'),
  birth: fc.constantFrom('', '1985', '1990', '30–34'),
  subject: fc.constantFrom('', 'физика', 'химия'),
  position: fc.constantFrom('учитель', 'методист'),
});
type Facts = { name: string; organisation: string; birth: string; subject: string; position: string };

const entry = (values: Facts, i: number) => ({
  row: i + 2,
  id: `MNT-${i + 1}`,
  values,
  due: 0,
  filled: 0,
  errors: 0,
});
const people = (rows: readonly Facts[]): Person[] =>
  rows.map((values, i) => personOf('mentees', entry(values, i))!);
const found = (rows: readonly Person[]): string[] => {
  const { same, alike } = match(rows, 2024);
  return [
    ...same.map((group) => group.map((p) => p.entry.id).join(' = ')),
    ...alike.map((l) => `${l.first.entry.id} ~ ${l.second.entry.id} ${l.score} ${l.reasons.join('; ')}`),
  ].sort();
};

describe('laws of matching', () => {
  test('names are compared alike from both sides', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [x, y] = [nameForm(a), nameForm(b)];
        const [there, back] = [compareNames(x, y), compareNames(y, x)];
        expect(there?.cost).toBe(back?.cost);
        expect([...(there?.reasons ?? [])].sort()).toEqual([...(back?.reasons ?? [])].sort());
      }),
      // Both have initials for a given name: which of them the reason quotes once depended on the order.
      { examples: [['А. Королёва', 'А. П. Королева']] },
    );
  });

  test('the order in which rows are given does not matter', () => {
    const rows = fc.array(row, { maxLength: 25 });
    fc.assert(
      fc.property(
        rows.chain((all) =>
          fc.tuple(fc.constant(people(all)), fc.shuffledSubarray(people(all), { minLength: all.length })),
        ),
        ([all, shuffled]) => expect(found(shuffled)).toEqual(found(all)),
      ),
      { numRuns: 60 },
    );
  });

  test('ё and е, capitals and small letters find the same people', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const folded = rows.map((r) => ({ ...r, name: r.name.replace(/ё/g, 'е').toUpperCase() }));
        expect(found(people(folded))).toEqual(found(people(rows)));
      }),
      { numRuns: 60 },
    );
  });

  test('blocking loses nothing that the names of the same first letter and surname would give', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const all = people(
          rows.map((r) => ({ ...r, organisation: 'ORG-01', birth: '1985', subject: 'физика' })),
        );
        const pairs = new Set(
          match(all, 2024).alike.flatMap((l) => [
            `${l.first.form.key}|${l.second.form.key}`,
            `${l.second.form.key}|${l.first.form.key}`,
          ]),
        );
        for (const a of all)
          for (const b of all) {
            if (a.form.key === b.form.key) continue;
            const difference = compareNames(a.form, b.form);
            if (difference && difference.cost <= 70) expect(pairs).toContain(`${a.form.key}|${b.form.key}`);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('codes are equal or they are not', () => {
    const code = fc
      .tuple(fc.constantFrom('П', 'Н', 'К'), fc.integer({ min: 1, max: 30 }))
      .map(([letter, n]) => `${letter}-${String(n).padStart(3, '0')}`);
    fc.assert(
      fc.property(
        fc.array(fc.record({ code, organisation: fc.constantFrom('ORG-01', 'ORG-02') }), { maxLength: 20 }),
        (rows) => {
          const { same, alike } = match(
            people(
              rows.map((r) => ({
                name: r.code,
                organisation: r.organisation,
                birth: '1990',
                subject: 'физика',
                position: 'учитель',
              })),
            ),
            2024,
          );
          expect(alike).toEqual([]);
          for (const group of same) {
            expect(new Set(group.map((p) => p.name)).size).toBe(1);
            expect(new Set(group.map((p) => p.organisation)).size).toBe(1);
          }
        },
      ),
    );
  });

  test('words one edit apart are found without comparing all with all', () => {
    const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 25 }), (words) => {
        const quick: string[] = [];
        oneEditPairs(words, (a, b) => quick.push([a, b].sort().join(' ')));
        const slow = words.flatMap((a, i) =>
          words
            .slice(0, i)
            .filter((b) => isOneEdit(a, b))
            .map((b) => [a, b].sort().join(' ')),
        );
        expect(quick.sort()).toEqual(slow.sort());
      }),
    );
  });
});

describe('who is asked about', () => {
  const active = { recordStatus: 'Действует', organisation: 'ORG-01', position: 'учитель' };
  const ask = (book: { mentors?: Row[]; mentees?: Row[] }) =>
    candidatesOf(readRegistry(gridsOf(book)), '2024-04-20').map(({ first, second, reasons }) => ({
      ids: `${first.id} ${second.id}`,
      reasons,
    }));
  const mentor = (id: string, full: string, more: Row = {}): Row => ({ id, name: full, ...active, ...more });

  test.each([
    ['Берёзкина Алёна Ильинична', 'Березкина Алена Ильинична', 'отличаются только ё/е'],
    ['Носкова Агата Юрьевна', 'Hоскова Агата Юрьевна', 'латинские буквы, похожие на русские'],
    ['Иванова Мария Павловна', 'Иванова М. П.', 'инициалы вместо имени: Иванова М. П.'],
    ['Петрова Ада Львовна', 'Петрова-Иванова Ада Львовна', 'двойная фамилия: Петрова / Петрова-Иванова'],
    [
      'Окулова (Петрова) Ада Львовна',
      'Петрова Ада Львовна',
      'смена фамилии: Окулова / Петрова, прежняя в скобках',
    ],
    ['Брагина Ада Львовна', 'Ада Львовна Брагина', 'части ФИО переставлены'],
    ['Овчинникова Ада Львовна', 'Овчиникова Ада Львовна', 'одна буква в фамилии: Овчиникова / Овчинникова'],
    ['Мамедов Али Гасан оглы', 'Мамедов Али Гасанович', 'написание отчества: Гасан / Гасанович'],
  ])('%s and %s: the reason is said', (a, b, reason) => {
    expect(ask({ mentors: [mentor('NST-001', a), mentor('NST-002', b)] })).toEqual([
      { ids: 'NST-001 NST-002', reasons: expect.arrayContaining([reason]) },
    ]);
  });

  test.each([
    ['a man and a woman of one surname', 'Иванов М. П.', 'Иванова Мария Павловна'],
    ['another patronymic', 'Иванова Мария Павловна', 'Иванова Мария Петровна'],
    ['two names that one letter tells apart', 'Иванова Мария Павловна', 'Иванова Марина Павловна'],
    [
      'a common name and patronymic alone',
      'Иванова Елена Николаевна',
      'Сорокина Елена Николаевна',
      { birth: '1970' },
    ],
  ])('%s: not asked', (_, a, b, more: Row = {}) => {
    expect(
      ask({
        mentors: [mentor('NST-001', a, { birth: '1990' }), mentor('NST-002', b, { birth: '1990', ...more })],
      }),
    ).toEqual([]);
  });

  test('rows of two roles, of the archive, drafts and people who left are nobody’s doubles', () => {
    const full = 'Иванова Мария Павловна';
    expect(
      ask({
        mentors: [
          mentor('NST-001', full),
          mentor('NST-002', full, { recordStatus: 'Архив', archivedOn: '2024-01-01', archivedWhy: 'дубль' }),
          mentor('NST-003', full, { recordStatus: 'Черновик' }),
          mentor('NST-004', full, { left: '2023-05-31', leftWhy: 'перевод' }),
        ],
        mentees: [{ id: 'MNT-001', name: full, ...active }],
      }),
    ).toEqual([]);
  });

  test('a group of a common name is not every row with every other', () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      mentor(`NST-${i + 1}`, 'Иванова Мария Павловна', { organisation: `ORG-${i + 1}` }),
    );
    expect(ask({ mentors: rows })).toHaveLength(299);
  });
});
