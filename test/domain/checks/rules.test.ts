import fc from 'fast-check';
import { ruleOf, rules } from '../../../src/domain/checks/rules';
import { checkRegistry } from '../../../src/domain/checks/run';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { readRegistry, type WorkbookGrids } from '../../../src/domain/registry/workbook';
import { demoRecords } from '../../../src/local/demo/demo-records';
import { type Book, gridsOf, type Values } from '../book';
import { cases } from './cases';
import { bookWith, type Changes, findingsOf, TODAY } from './healthy';

const codes = Array.from({ length: 48 }, (_, i) => `R-${String(i + 1).padStart(2, '0')}`);

test('the healthy book has no finding at all', () => {
  expect(findingsOf({})).toEqual([]);
});

test('every rule of domain.md §2.14 stands in the table once, every rule says what is wrong', () => {
  expect(rules.map((rule) => rule.code).filter((code) => codes.includes(code))).toEqual(codes);
  expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.title).not.toBe('');
    if (rule.scope !== 'reading') expect(rule.instruction).toMatch(/^[А-ЯЁ].*\.$/);
  }
});

describe.each(cases)('$code at $at', ({ code, at, breaks, nearly, values }) => {
  const [record, title] = at.split(' › ') as [string, string?];

  test('is found, in its words and its severity', () => {
    const found = findingsOf(breaks, values).filter((f) => f.code === code);
    const places = found.map((f) => (title === undefined ? f.recordId : `${f.recordId} › ${f.column}`));
    expect(places).toContain(at);
    const [finding] = found.filter((f) => f.recordId === record);
    expect(finding!.severity).toBe(ruleOf(code).severity);
    for (const words of [finding!.message, finding!.expected, finding!.instruction])
      expect(words).not.toBe('');
    expect(finding).toMatchObject({
      row: expect.any(Number),
      organisation: expect.stringMatching(/^(ORG-\d\d)?$/),
    });
  });

  test('is not found where it nearly is', () => {
    for (const changes of [nearly].flat())
      expect(findingsOf(changes, values).filter((f) => f.code === code)).toEqual([]);
  });
});

/** All of its cases in one book: as much that rules could trip over as there is. */
const troubled: Changes = Object.assign({}, ...cases.map((c) => c.breaks));

test.each((Object.keys(tabs) as TabKey[]).filter((key) => key !== 'settings'))(
  'a book without the tab %s, or with its headers only, is checked without it',
  (key) => {
    for (const book of [
      { ...bookWith({}), [key]: null },
      { ...bookWith({}), [key]: [] },
    ]) {
      const found = checkRegistry(readRegistry(gridsOf(book as Book, { storageMode: 'Полный' })), TODAY);
      expect(found.every((f) => f.message !== '')).toBe(true);
      // Nothing is said of the records of a tab that is not there, and nobody is blamed for it twice.
      if (book[key] === null)
        expect(new Set(found.map((f) => f.code))).toEqual(new Set(tabs[key].optional ? [] : ['S-01']));
    }
  },
);

test('no column is needed: a rule whose column is missing is silent', () => {
  const grids = gridsOf(bookWith(troubled), { storageMode: 'Полный' });
  for (const tab of Object.values(tabs))
    for (let column = 0; column < tab.columns.length; column++) {
      const grid = grids[tab.key];
      if (!grid || tab.key === 'settings') continue;
      const without = { ...grids, [tab.key]: grid.map((row) => row.filter((_, at) => at !== column)) };
      expect(() => checkRegistry(readRegistry(without), TODAY)).not.toThrow();
    }
});

test('a header that is lost makes no findings about the cells below it', () => {
  const grids = gridsOf(bookWith({}), { storageMode: 'Полный' });
  for (const tab of Object.values(tabs)) {
    const grid = grids[tab.key];
    if (!grid || tab.key === 'settings') continue;
    tab.columns.forEach(({ key, title }, at) => {
      // An unknown ID is reported by every reference to it.
      if (key === 'id') return;
      const lost = { ...grids, [tab.key]: [grid[0]!.map((h, i) => (i === at ? '' : h)), ...grid.slice(1)] };
      const codes = checkRegistry(readRegistry(lost), TODAY).map((f) => f.code);
      expect({ tab: tab.key, title, codes: codes.filter((code) => code !== 'S-02') }).toEqual({
        tab: tab.key,
        title,
        codes: [],
      });
    });
  }
});

test('whatever stands in the cells, a check ends with findings', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom<string | number | boolean>(
      '',
      'NST-001',
      'NST-001; MNT-001',
      '31.02.2024',
      '2024-04',
      'да',
      -1,
      1e9,
      0.5,
      true,
    ),
    fc.constantFrom(
      'ORG-01',
      'ORG-02',
      'PAR-001',
      'DOC-001',
      '26/1 от 01.09.2022',
      'группа',
      'Действует',
      '=1+1',
    ),
    fc.constantFrom({ date: '2024-04-20' }, { date: '1900-01-01' }, { date: '2099-12-31' }),
  );
  const grids = gridsOf(bookWith(troubled), { storageMode: 'Полный' });
  const places = Object.values(tabs).flatMap((tab) =>
    tab.key === 'settings'
      ? []
      : (grids[tab.key] ?? []).flatMap((row, r) =>
          r === 0 ? [] : row.map((_, c) => [tab.key, r, c] as const),
        ),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...places), cell), { minLength: 20, maxLength: 200 }),
      (edits) => {
        const changed = Object.fromEntries(
          Object.entries(grids).map(([key, grid]) => [key, grid?.map((row) => [...row]) ?? null]),
        ) as unknown as Record<TabKey, (typeof edits)[number][1][][]>;
        for (const [[key, row, column], value] of edits) changed[key][row]![column] = value;
        for (const finding of checkRegistry(readRegistry(changed as unknown as WorkbookGrids), TODAY)) {
          ruleOf(finding.code);
          expect(
            [finding.message, finding.expected, finding.instruction].every((words) => words !== ''),
          ).toBe(true);
        }
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

test('in the demo municipality nothing is found that was not put there', () => {
  const grids = gridsOf(demoRecords() as unknown as Book, { storageMode: 'Полный' });
  const found = checkRegistry(readRegistry(grids), TODAY).filter((f) => f.severity !== 'hint');
  const count = (code: string) => found.filter((f) => f.code === code).length;
  const records = (code: string) => found.filter((f) => f.code === code).map((f) => f.recordId);
  expect(records('R-20')).toEqual(['PAR-066']);
  expect(records('R-29')).toEqual(['ORG-11']);
  expect(records('R-32')).toEqual(['MON-015']);
  expect(records('R-36')).toEqual(['DOC-086']);
  expect(records('R-40')).toEqual(['PUB-013']);
  expect(records('R-43')).toEqual(['TRN-003']);
  expect(records('R-76')).toEqual(['TRN-018', 'TRN-019']);
  expect([count('R-21'), count('R-34')]).toEqual([2, 6]);
  const told = new Set([
    'R-01',
    'R-02',
    'R-03',
    'R-04',
    'R-20',
    'R-21',
    'R-29',
    'R-32',
    'R-33',
    'R-34',
    'R-36',
    'R-38',
  ]);
  for (const code of ['R-40', 'R-43', 'R-45', 'R-76', 'R-90']) told.add(code);
  expect(found.filter((f) => !told.has(f.code))).toEqual([]);
});

test('namesakes that were told apart are no longer one person', () => {
  const same = { 'NST-001': { name: 'Сёмина Алёна Юрьевна' }, 'MNT-001': { name: 'Сёмина Алёна Юрьевна' } };
  const decision = {
    first: 'NST-001',
    second: 'MNT-001',
    decision: 'разные люди',
    reason: 'мать и дочь',
    decidedBy: 'куратор',
    decidedOn: '2024-04-01',
  };
  const codesOf = (changes: Changes) => findingsOf(changes).map((f) => f.code);
  expect(codesOf(same)).toEqual(expect.arrayContaining(['R-08', 'R-09']));
  const told = codesOf({ ...same, 'DUP-001': decision });
  expect(told).not.toContain('R-08');
  expect(told).not.toContain('R-09');
});

test('the thresholds of the settings are the thresholds of the rules', () => {
  const codesOf = (changes: Changes, values: Values) => findingsOf(changes, values).map((f) => f.code);
  const thresholds: [code: string, key: string, changes: Changes, still: number, no: number][] = [
    ['R-21', 'overdueDays', { 'PAR-001': { plannedEnd: '2024-04-01' } }, 18, 19],
    ['R-25', 'shortKindMonths', { 'PAR-001': { kind: 'скоростное', plannedEnd: '2024-05-04' } }, 7, 8],
    ['R-33', 'menteeWaitDays', { 'MNT-002': { entered: '2024-04-01' } }, 18, 19],
    ['R-33', 'mentorWaitDays', { 'NST-002': { entered: '2024-04-01' } }, 18, 19],
    ['R-43', 'courseHours', { 'TRN-001': { hours: 18 } }, 19, 18],
    ['R-71', 'curatorGapDays', { 'CUR-001': { to: '2024-01-31' }, 'CUR-002': { from: '2024-02-06' } }, 4, 5],
    ['R-80', 'programmeMonthsMax', { 'PRG-001': { to: '2024-05-04' } }, 7, 8],
  ];
  for (const [code, key, changes, still, no] of thresholds) {
    expect([code, codesOf(changes, { [key]: still }).includes(code)]).toEqual([code, true]);
    expect([code, codesOf(changes, { [key]: no }).includes(code)]).toEqual([code, false]);
  }
});
