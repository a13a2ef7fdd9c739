import { type CheckedFinding, checkBook, mostImportant } from '../../../src/domain/checks/check';
import { CHECK_HEADER, checkRows, rememberedFindings } from '../../../src/domain/checks/check-sheet';
import { compareRuns, type RememberedFinding } from '../../../src/domain/checks/compare';
import type { Finding } from '../../../src/domain/checks/finding';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { gridsOf } from '../book';

const TODAY = '2024-04-20';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  code: 'R-21',
  severity: 'warning',
  tab: 'Пары и группы',
  row: 2,
  recordId: 'PAR-001',
  column: 'Дата окончания план',
  found: '',
  expected: '',
  message: '',
  instruction: '',
  organisation: 'ORG-01',
  ...changes,
});

const earlier = (changes: Partial<RememberedFinding> = {}): RememberedFinding => ({
  ...finding(),
  since: '2024-03-01',
  marked: 'warning',
  ...changes,
});

describe('two runs', () => {
  test('what stands still keeps its day, what is new has today, what is gone was fixed', () => {
    const { since, fresh, gone } = compareRuns(
      [finding({ row: 9 }), finding({ recordId: 'PAR-002' })],
      [earlier(), earlier({ recordId: 'PAR-003' })],
      TODAY,
    );
    expect(since).toEqual(['2024-03-01', TODAY]);
    expect(fresh).toEqual([false, true]);
    expect(gone.map((f) => f.recordId)).toEqual(['PAR-003']);
  });

  test('without an ID the row tells records apart; another column or code is another finding', () => {
    const before = [earlier({ recordId: '' })];
    const now = [
      finding({ recordId: '', row: 3 }),
      finding({ recordId: '', column: 'Статус' }),
      finding({ recordId: '', code: 'R-19' }),
    ];
    expect(compareRuns(now, before, TODAY).fresh).toEqual([true, true, true]);
  });

  test('of two findings in one cell one may be fixed', () => {
    const { fresh, gone } = compareRuns([finding()], [earlier(), earlier({ since: '2024-02-01' })], TODAY);
    expect(fresh).toEqual([false]);
    expect(gone).toHaveLength(1);
  });

  test('the tab remembers what was written into it, dates included', () => {
    const registry = readRegistry(
      gridsOf(
        {
          organisations: [{ id: 'ORG-01', shortName: 'СОШ 1' }],
          mentors: [{ id: 'NST-001', name: 'ИВАНОВА' }],
        },
        { storageMode: 'Полный' },
      ),
    );
    const { findings } = checkBook(registry, TODAY);
    const remembered = rememberedFindings([[...CHECK_HEADER], ...checkRows(findings, registry)]);
    expect(remembered).toHaveLength(findings.length);
    const later = checkBook(registry, '2024-05-05', remembered);
    expect(later.counts).toMatchObject({ fresh: 0, fixed: 0 });
    expect(new Set(later.findings.map((f) => f.since))).toEqual(new Set([TODAY]));
    expect(later.findings.every((f) => f.state === 'open')).toBe(true);
  });

  test('a tab with other columns remembers nothing', () => {
    expect(
      rememberedFindings([
        ['№', 'Код'],
        [1, 'R-01'],
      ]),
    ).toEqual([]);
    expect(rememberedFindings(null)).toEqual([]);
  });
});

test('of too many findings errors of all organisations come first, accepted ones last, in their own order', () => {
  const of = (severity: Finding['severity'], row: number, accepted = false): CheckedFinding => ({
    ...finding({ severity, row }),
    accepted: accepted ? { exception: '', reason: '', by: '', until: '' } : null,
    since: TODAY,
    state: accepted ? 'accepted' : 'new',
  });
  const all = [of('hint', 1), of('error', 2), of('warning', 3, true), of('warning', 4), of('error', 5)];
  expect(mostImportant(all, 3).map((f) => f.row)).toEqual([2, 4, 5]);
  expect(mostImportant(all, 4).map((f) => f.row)).toEqual([1, 2, 4, 5]);
  expect(mostImportant(all, 5)).toBe(all);
});
