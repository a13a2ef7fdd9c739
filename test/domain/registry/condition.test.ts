import fc from 'fast-check';
import { cellText } from '../../../src/domain/registry/cell';
import { type Condition, holds } from '../../../src/domain/registry/condition';
import { tabs } from '../../../src/domain/registry/tabs';
import { isDue } from '../../../src/ui/kit/due';

/** Every condition that a column of the registry has. */
const conditions = Object.values(tabs).flatMap((tab) =>
  tab.columns.flatMap(({ required }) => (typeof required === 'object' ? [required.condition] : [])),
);
const day = fc.date({ min: new Date('1960-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
const value = fc.oneof(
  fc.constantFrom('', 'учитель', 'Архив', 'Завершена', true, false, null, 100, 99.5, 0),
  day.map((d) => d.toISOString().slice(0, 10)),
);
/** What a field shows of a value as read. */
function shownText(read: unknown): string {
  if (read === null) return '';
  const date = /^\d{4}-\d\d-\d\d$/.test(String(read));
  return date ? cellText({ date: String(read) }) : cellText(read as string);
}
const sent = (c: Condition): Condition => ('is' in c ? { ...c, is: c.is.map((v) => cellText(v)) } : c);

test('the registry has conditions of each kind', () => {
  expect(conditions.length).toBeGreaterThan(10);
  for (const kind of ['is', 'from', 'filled']) expect(conditions.some((c) => kind in c)).toBe(true);
});

test('the browser and the server agree on when a field is due', () => {
  fc.assert(
    fc.property(fc.constantFrom(...conditions), value, (condition, read) => {
      // The others are asked of dates only.
      fc.pre('is' in condition || read === '' || /^\d{4}-/.test(String(read)));
      const expected = holds(condition, { [condition.column]: read });
      expect(isDue(sent(condition), { [condition.column]: shownText(read) })).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['1.3.25', true],
  ['01032025', true],
  ['2025-03-01', true],
  ['28.02.2025', false],
  ['31.02.2026', false],
  ['', false],
])('a day typed as «%s»', (typed, due) => {
  expect(isDue({ column: 'entered', from: '2025-03-01' }, { entered: typed })).toBe(due);
});
