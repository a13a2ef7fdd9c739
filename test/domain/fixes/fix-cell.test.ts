import fc from 'fast-check';
import { cellFixer, formatFor } from '../../../src/domain/fixes/fix-cell';
import { allFixKinds, type FixKind } from '../../../src/domain/fixes/kinds';
import type { Cell } from '../../../src/domain/registry/cell';
import { type Column, columnOf, type TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { cellReader } from '../../../src/domain/registry/values';
import { vocabulariesOf } from '../../../src/domain/registry/workbook';
import { foldKey } from '../../../src/domain/text/fold';

const ALL = new Set(allFixKinds);
const words = vocabulariesOf(null);
const fixIn = (tab: TabKey, column: Column, cell: Cell, kinds: ReadonlySet<FixKind> = ALL) =>
  cellFixer(tab, column, words)?.(cell, kinds) ?? null;
const fixed = (tab: TabKey, column: string, cell: Cell, kinds: ReadonlySet<FixKind> = ALL) =>
  fixIn(tab, columnOf(tabs[tab], column), cell, kinds);

test.each([
  ['mentors', 'name', '  Иванова\u00a0 Мария ', 'Иванова Мария', 'spaces'],
  ['mentors', 'name', 'Ива\u00adнова\u200b Мария', 'Иванова Мария', 'spaces'],
  ['mentors', 'name', 'Иванова – Петрова Мария', 'Иванова-Петрова Мария', 'dashes'],
  ['mentors', 'name', 'Мамед\u2011оглы Али', 'Мамед-оглы Али', 'dashes'],
  ['organisations', 'shortName', 'МБОУ "СОШ №1"', 'МБОУ «СОШ №1»', 'quotes'],
  ['organisations', 'shortName', 'МБОУ “СОШ”', 'МБОУ «СОШ»', 'quotes'],
  ['documents', 'name', 'О наставничестве - 2023', 'О наставничестве – 2023', 'dashes'],
  ['documents', 'name', 'План на 2022-2024', 'План на 2022–2024', 'dashes'],
  ['documents', 'name', 'План на 2022-23 уч. год', 'План на 2022/2023 уч. год', 'school-year'],
  ['practices', 'name', '\u201c2022-2023 уч. год"', '«2022/2023 уч. год»', 'school-year'],
  ['documents', 'name', 'План (2022-2024)', 'План (2022–2024)', 'dashes'],
  ['documents', 'date', ' 1 сентября 2023 г.', { date: '2023-09-01' }, 'date'],
  ['documents', 'date', '01.09.2023', { date: '2023-09-01' }, 'date'],
  ['documents', 'number', '№ 26/1', '26/1', 'order-number'],
  ['documents', 'number', 'Пр. № 26/1', '26/1', 'order-number'],
  ['documents', 'number', 'N26/1', '26/1', 'order-number'],
  ['documents', 'recordStatus', ' Действует ', 'Действует', 'spaces'],
  ['documents', 'recordStatus', 'ДЕЙСТВУЕТ', 'Действует', 'word'],
  ['mentors', 'position', 'Учитель - логопед', 'учитель-логопед', 'word'],
  ['mentors', 'readyForms', 'Педагог-педагог', 'педагог – педагог', 'word'],
  ['mentors', 'birth', '1985 г.', '1985', 'number'],
  ['mentors', 'birth', '30-34', '30–34', 'word'],
  ['organisations', 'teachers', '12 чел.', 12, 'number'],
  ['organisations', 'teachers', ' 1 250', 1250, 'number'],
  ['mentors', 'hours', '1,5 ч', 1.5, 'number'],
  ['mentors', 'years', '12 лет', 12, 'number'],
  ['mentors', 'years', '3 года 5 мес.', 3, 'years'],
  ['organisations', 'participates', 'Да', 'да', 'yes-no'],
  ['organisations', 'participates', 'отсутствует', 'нет', 'yes-no'],
  ['mentors', 'workplace', 'ORG-01 - СОШ № 1', 'ORG-01 · СОШ № 1', 'reference'],
  [
    'training',
    'participants',
    'NST-001 · Иванова М.;\n NST-002',
    'NST-001 · Иванова М.; NST-002',
    'reference',
  ],
  ['forms', 'wave', 'апрель 2024', '2024-04', 'wave'],
] as const)('%s.%s: %p → %p', (tab, column, before, after, kind) => {
  expect(fixed(tab, column, before)).toEqual({ kind, after });
});

test.each([
  ['organisations', 'shortName', 'МБОУ "СОШ №1'],
  ['documents', 'name', 'План-график'],
  ['documents', 'name', 'Приказ 5-6'],
  ['documents', 'name', 'План на 2022/2024 уч. год'],
  ['documents', 'date', '31.02.2023'],
  ['documents', 'date', 'сентябрь'],
  ['documents', 'date', '22-10-20'],
  // The number would be lost.
  ['documents', 'date', '14 апреля 2022 г. № 78'],
  ['documents', 'number', 'ПР-15'],
  ['documents', 'number', '№'],
  ['documents', 'link', ' https://example.org/ '],
  ['mentors', 'name', '   '],
  ['mentors', 'name', 'П-017'],
  // Two people, and letters and their case, are never touched.
  ['mentors', 'name', 'Иванова Мария – Петрова Инна'],
  ['mentors', 'name', 'ИВАНОВА мария'],
  // One letter is Latin: R-45 says it.
  ['documents', 'recordStatus', '\u0447\u0065рновик'],
  ['documents', 'id', ' DOC-001 '],
  ['documents', 'errors', ' текст '],
  ['organisations', 'teachers', 'около 5'],
  ['organisations', 'teachers', '-'],
  ['organisations', 'teachers', 5],
  ['organisations', 'participates', 'возможно'],
  ['mentors', 'years', '2010'],
  ['mentors', 'workplace', 'org-01'],
  ['mentors', 'workplace', 'Иная организация: НКО - фонд'],
  ['mentors', 'order', '26/1 от 01.09.2022'],
] as const)('%s.%s: %p stays', (tab, column, cell) => {
  expect(fixed(tab, column, cell)).toBeNull();
});

test('only what was accepted is done', () => {
  expect(fixed('organisations', 'shortName', ' МБОУ "СОШ" ', new Set(['spaces']))).toEqual({
    kind: 'spaces',
    after: 'МБОУ "СОШ"',
  });
  expect(fixed('documents', 'date', '01.09.2023', new Set(['spaces']))).toBeNull();
  expect(fixed('mentors', 'years', '3 года 5 мес.', new Set(['number']))).toBeNull();
});

test('a value that a cell without a format would change gets one', () => {
  const number = columnOf(tabs.documents, 'number');
  expect(formatFor(number, '26/1')).toBe('@');
  expect(formatFor(number, 'б/н')).toBeNull();
  expect(formatFor(columnOf(tabs.documents, 'date'), { date: '2023-09-01' })).toBe('dd.mm.yyyy');
  expect(formatFor(columnOf(tabs.organisations, 'teachers'), 12)).toBe('0');
});

/** Texts as they come from Word, PDF and keyboards. */
const messy = fc
  .array(
    fc.constantFrom(
      ...'Аб9 "«»“”-–—\u00a0\u200b\u00ad\n№/. ;,'.split(''),
      ' - ',
      'Пр. № ',
      '01.09.2023',
      '2022-23',
      '2022-2023 уч. год',
      'NST-001 · ',
      'NST-002 - ',
      '; ',
      'да',
      'ИМЕЕТСЯ',
      'Учитель',
      'педагог-педагог',
      '30-34',
      '12 чел.',
      '3 года 5 мес.',
      'апрель 2024',
      'Иванова – Петрова Инна',
      'СОШ',
      '\u0421O\u0428',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const columns = Object.values(tabs).flatMap((tab) => tab.columns.map((column) => [tab.key, column] as const));
const anyKinds = fc.oneof(
  fc.constant(ALL),
  fc.subarray(allFixKinds).map((kinds) => new Set(kinds)),
);

test('a fixed cell needs no fix', () => {
  fc.assert(
    fc.property(fc.constantFrom(...columns), messy, anyKinds, ([tab, column], text, kinds) => {
      const fix = fixIn(tab, column, text, kinds);
      if (fix)
        expect([column.key, text, fixIn(tab, column, fix.after, kinds)]).toEqual([column.key, text, null]);
    }),
    { numRuns: 6000 },
  );
});

/** Names and titles may change their quotes, dashes and forms of school years, never their words. */
const meaning = (value: unknown): unknown =>
  typeof value === 'string'
    ? foldKey(value.replace(/2022\/2023/g, '2022-2023').replace(/2022-23(?!\d)/g, '2022-2023'))
    : value;

test('what is read from a fixed cell is what was read before, with no new remark', () => {
  fc.assert(
    fc.property(fc.constantFrom(...columns), messy, anyKinds, ([tab, column], text, kinds) => {
      const fix = fixIn(tab, column, text, kinds);
      if (!fix) return;
      const read = (cell: Cell) => {
        const codes: string[] = [];
        return { value: meaning(cellReader(column, words)(cell, (p) => codes.push(p.code))), codes };
      };
      const [before, after] = [read(text), read(fix.after)];
      expect([column.key, text, after.value]).toEqual([column.key, text, before.value]);
      expect(after.codes.filter((code) => !before.codes.includes(code))).toEqual([]);
    }),
    { numRuns: 6000 },
  );
});
