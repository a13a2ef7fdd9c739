import fc from 'fast-check';
import type { Finding } from '../../../src/domain/checks/finding';
import { codesOf, verdictOf } from '../../../src/domain/checks/verdict';

const finding = (changes: Partial<Finding>): Finding => ({
  code: 'R-01',
  severity: 'error',
  tab: 'Наставники',
  row: 2,
  recordId: 'NST-001',
  column: 'Должность',
  found: '',
  expected: 'значение',
  message: 'Не заполнено обязательное поле «Должность».',
  instruction: 'Выберите из списка.',
  organisation: 'ORG-01',
  ...changes,
});

const years = finding({
  code: 'R-12',
  column: 'Педагогический стаж, полных лет',
  message: 'Недопустимый стаж.',
});
const late = finding({
  code: 'R-20',
  severity: 'warning',
  column: 'Дата начала',
  message: 'Работа начата до издания приказа.',
});

test('a clean row, or one with hints only, has no words', () => {
  expect(verdictOf([])).toBe('');
  expect(verdictOf([finding({ severity: 'hint' })])).toBe('');
});

test('counts first, errors before warnings, the column named unless the message names it, the code in brackets', () => {
  expect(verdictOf([late, years, finding({})])).toBe(
    '2 ошибки, 1 предупреждение. Не заполнено обязательное поле «Должность». [R-01] ' +
      '«Педагогический стаж, полных лет»: Недопустимый стаж. [R-12] ' +
      '«Дата начала»: Работа начата до издания приказа. [R-20]',
  );
});

test('what finds no room is named by its code', () => {
  const many = Array.from({ length: 9 }, (_, i) =>
    finding({ code: `R-${20 + i}`, message: `Замечание ${'о '.repeat(40)}${i}.` }),
  );
  const words = verdictOf(many);
  expect(words.length).toBeLessThanOrEqual(300);
  expect(words).toMatch(/^9 ошибок\. .*Ещё: \[R-/);
  expect(codesOf(words)).toEqual(many.map((f) => f.code));
});

test('at most 300 characters, the same words in any order, and no code is lost', () => {
  const any = fc.record({
    code: fc.integer({ min: 1, max: 70 }).map((n) => `R-${String(n).padStart(2, '0')}`),
    severity: fc.constantFrom('error' as const, 'warning' as const),
    column: fc.constantFrom('', 'Должность', 'Очень длинный заголовок столбца, который занимает много места'),
    message: fc.string({ maxLength: 400 }).map((s) => s.replace(/[[\]]/g, '')),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (changes) => {
      const findings = changes.map(finding);
      const words = verdictOf(findings);
      expect(words.length).toBeLessThanOrEqual(300);
      expect(verdictOf([...findings].reverse())).toBe(words);
      expect([...codesOf(words)].sort()).toEqual([...new Set(findings.map((f) => f.code))].sort());
    }),
  );
});
