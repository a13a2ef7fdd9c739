import fc from 'fast-check';
import type { Cell } from '../../../../src/domain/registry/cell';
import { previewPlan, roadmapCells } from '../../../../src/domain/roadmap/import/plan-preview';
import { isId } from '../../../../src/domain/text/id';
import { CHELYABINSK, PERM, reading, tab } from './plan-tables-of';

const number = fc.oneof(
  fc.constantFrom<Cell>(
    '',
    '',
    '1',
    '2',
    'II',
    '1.1',
    '1.2.',
    '2.1',
    '1,3',
    '1.9',
    '1.10',
    '3а',
    '№ 4',
    1.1,
    3,
    {
      date: '2024-02-01',
    },
  ),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 })).map(([a, b]) => `${a}.${b}`),
);
const text = fc.constantFrom(
  '',
  'Издание приказа',
  'издание приказа',
  'Опрос школ и',
  'Обучение настав-\nников',
  '«Школа наставника»',
  '1.1 Совещание',
  '2023 год педагога',
  'Раздел II. Мониторинг',
  '* примечание',
  'toString',
);
const term = fc.constantFrom(
  '',
  'май 2023',
  'до 20 октября',
  'весь период',
  'как выйдет',
  'ежегодно',
  '31.02.2023',
);
const who = fc.constantFrom('', 'ОО', 'Отдел, ОО', 'кураторы');
const measure = fc.tuple(number, text, term, who, text);
const merged = text.map((t) => new Array<Cell>(5).fill(t));
const rows = fc.array(fc.oneof({ weight: 5, arbitrary: measure }, { weight: 1, arbitrary: merged }), {
  maxLength: 14,
});

test('whatever a plan holds: new rows have valid numbers of their own and a name, every row is told, and again nothing is new', () => {
  fc.assert(
    fc.property(rows, rows, fc.constantFrom(PERM, CHELYABINSK.slice(0, 5)), (first, second, header) => {
      const tables = [[header, ...first], second];
      const found = previewPlan(tables, tab(), reading, false);
      if (typeof found === 'string') return;
      const added = found.rows.filter((r) => r.outcome === 'new');
      expect(new Set(added.map((r) => r.number)).size).toBe(added.length);
      for (const r of found.rows) {
        if (r.outcome === 'new') expect([isId(`RM-${r.number}`), r.name !== '']).toEqual([true, true]);
        else expect(r.questions.length).toBeGreaterThan(0);
      }
      const again = previewPlan(tables, tab(...added.map(roadmapCells)), reading, false);
      if (typeof again === 'string') throw new Error(again);
      expect(again.rows.filter((r) => r.outcome === 'new')).toEqual([]);
      expect(again.rows.filter((r) => r.outcome === 'same').map((r) => r.number)).toEqual(
        added.map((r) => r.number),
      );
    }),
    { numRuns: 500 },
  );
});

test('it stands any cells', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant({ date: '2024-01-01' } as Cell),
    number,
    text,
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 10 }), (grid) => {
      previewPlan([[PERM, ...grid], grid], tab(), reading, false);
    }),
    { numRuns: 500 },
  );
});
