import fc from 'fast-check';
import { buildReport, definitionWords } from '../../../src/domain/monitoring/build';
import { indicators } from '../../../src/domain/monitoring/indicators';
import {
  mergeSnapshot,
  readSnapshots,
  SNAPSHOT_HEADER,
  snapshotRows,
} from '../../../src/domain/monitoring/snapshot';
import { waveOf } from '../../../src/domain/monitoring/wave';
import type { Cell, Grid } from '../../../src/domain/registry/cell';
import { mapHeaders } from '../../../src/domain/registry/headers';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { readRegistry, type WorkbookGrids } from '../../../src/domain/registry/workbook';
import { type Book, gridsOf, type Row } from '../book';
import { figures, figuresOf, WAVE } from './figures';
import { form, mentee, mentor, order, organisation, pair, row, threeSchools } from './fixture';
import { definitions, municipality } from './municipality';

const RUNS = { numRuns: 25 };
const KEYS = Object.keys(tabs).filter((k) => k !== 'settings') as TabKey[];
const change = (grids: WorkbookGrids, key: TabKey, of: (grid: Grid) => Grid): WorkbookGrids => ({
  ...grids,
  [key]: grids[key] === null ? null : of(grids[key]),
});

/** A permutation made from numbers, so that fast-check can shrink it. */
function shuffled<T>(items: readonly T[], seed: readonly number[]): T[] {
  return items
    .map((item, i) => ({ item, at: seed[i % seed.length] * 1000 + ((i * 7919) % 997) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
const seed = fc.array(fc.nat({ max: 50 }), { minLength: 3, maxLength: 9 });

test('a second run gives the same report and changes nothing', () => {
  fc.assert(
    fc.property(municipality, definitions, (book, values) => {
      const grids = gridsOf(book, values);
      const before = JSON.stringify(grids);
      const registry = readRegistry(grids);
      const build = () => buildReport(registry, waveOf(WAVE, registry.settings), '2024-04-20', []).report;
      expect(build()).toEqual(build());
      expect(JSON.stringify(grids)).toBe(before);
    }),
    RUNS,
  );
});

test('the order of rows, columns and tabs does not matter', () => {
  fc.assert(
    fc.property(municipality, definitions, seed, (book, values, order) => {
      const grids = gridsOf(book, values);
      let mixed = grids;
      for (const key of KEYS)
        mixed = change(mixed, key, ([header, ...rest]) => {
          const at = shuffled(
            header.map((_, i) => i),
            order,
          );
          return [header, ...shuffled(rest, order)].map((cells) => at.map((i) => cells[i]));
        });
      const turned = Object.fromEntries(Object.entries(mixed).reverse()) as unknown as WorkbookGrids;
      expect(figuresOf(turned)).toEqual(figuresOf(grids));
    }),
    RUNS,
  );
});

test('headers under an alias, in capitals, with an asterisk or spaces are the same columns', () => {
  const plain = gridsOf(threeSchools);
  let renamed = plain;
  for (const key of KEYS)
    renamed = change(renamed, key, ([header, ...rest]) => {
      const titles = tabs[key].columns.map((c): Cell => {
        // An alias that is another column's title or alias on this tab would be that column.
        const free = (c.aliases ?? []).find((a) => {
          const trial = header.map((h, i) => (tabs[key].columns[i] === c ? a : h));
          const { at, doubled } = mapHeaders(tabs[key], trial);
          return doubled.length === 0 && at.size === tabs[key].columns.length;
        });
        return free ?? ` ${c.title.toUpperCase()} *`;
      });
      return [titles, ...rest];
    });
  expect(figuresOf(renamed)).toEqual(figuresOf(plain));
});

test('a row of another organisation leaves an organisation’s own figures as they are', () => {
  fc.assert(
    fc.property(
      municipality,
      fc.constantFrom<TabKey>('mentors', 'mentees', 'practices', 'documents', 'curators'),
      (book, key) => {
        const other = (book.organisations ?? []).length;
        const added: Row = {
          id: 'ZZZ-999',
          organisation: `ORG-${other}`,
          recordStatus: 'Действует',
          ...(key === 'mentors' || key === 'mentees'
            ? { name: 'Иванова Мария', entered: '2023-09-01' }
            : key === 'curators'
              ? { from: '2023-09-01' }
              : { date: '2023-10-10' }),
        };
        const before = figures(book);
        const after = figures({ ...book, [key]: [...(book[key] ?? []), added] });
        const untouched = [...before.keys()].filter(
          (k) => !k.endsWith('|municipality') && !k.endsWith(`|ORG-${other}`),
        );
        const home = (id: string) =>
          book.organisations!.find((o) => o.id === id)?.reportsThroughHead === true;
        for (const k of untouched)
          if (!home(`ORG-${other}`)) expect([k, after.get(k)]).toEqual([k, before.get(k)]);
      },
    ),
    RUNS,
  );
});

/** Every column that an indicator reads is filled, so that losing one shows. */
const rich: Book = {
  ...threeSchools,
  organisations: [
    ...threeSchools.organisations!.map(
      (o): Row => ({ ...o, section: 'https://school.example/n', noMentees: '' }),
    ),
    organisation('ORG-04', { participates: false }),
    organisation('ORG-05', { reportsThroughHead: true, head: 'ORG-01', teachers: 3 }),
    organisation('ORG-06', { activeFrom: '2025-01-01' }),
    organisation('ORG-07', { activeTo: '2023-01-01' }),
    organisation('ORG-08', { recordStatus: 'Архив', archivedOn: '2024-06-01' }),
  ],
  forms: [
    ...threeSchools.forms!.map(
      (f, i): Row => ({
        ...f,
        teachers: 30 + i,
        newTeachers: 5,
        youngTeachers: 5,
        menteeAnswers: 4,
        menteeAnswers7: 1,
        menteeAnswers8: 1,
        menteeAnswers9: 1,
        menteeAnswers10: 1,
        mentorAnswers: 3,
        mentorAnswers8: 1,
        mentorAnswers9: 1,
        mentorAnswers10: 1,
        students: 10,
        studentsInvolved: 5,
      }),
    ),
    form('MON-009', { organisation: 'ORG-08', wave: '2023-04' }),
    form('MON-010', { recordStatus: 'Черновик', status: 'Не начато', submittedOn: '2024-04-14' }),
  ],
  curators: [
    ...threeSchools.curators!,
    row('CUR-003', { from: '2022-10-10', to: '2023-01-01', order: 'DOC-001' }),
  ],
  mentors: [
    ...threeSchools.mentors!,
    mentor('NST-005', { workplace: 'Иная организация: вуз', left: '2024-01-01', order: 'DOC-011' }),
    mentor('NST-006', { workplace: 'Иная организация: вуз' }),
    mentor('NST-007', { order: 'DOC-010' }),
    mentor('NST-008', { recordStatus: 'Черновик' }),
    mentor('NST-009', { recordStatus: 'Архив', archivedOn: '2024-05-01' }),
  ],
  mentees: [
    ...threeSchools.mentees!,
    mentee('MNT-008', { birth: 1995, years: 1, yearsOn: '2020-01-01' }),
    mentee('MNT-009', { birth: 1995, years: 1, category: 'целевик' }),
    mentee('MNT-010', { ended: '2024-01-10', result: 'цель достигнута' }),
    mentee('MNT-011', {
      entered: '2022-01-10',
      ended: '2023-01-10',
      retained: 'да',
      category: 'молодой специалист',
    }),
    mentee('MNT-012', { recordStatus: 'Архив', archivedOn: '2024-05-01' }),
  ],
  pairs: [
    ...threeSchools.pairs!.map((p): Row => ({ ...p, order: 'DOC-012' })),
    pair('PAR-006', 'NST-001', 'MNT-008', {
      status: 'Завершена',
      ended: '2024-01-10',
      endWhy: 'замена наставника',
    }),
    pair('PAR-007', 'NST-001', 'MNT-008', { status: 'Приостановлена' }),
  ],
  programmes: [row('PRG-001', { type: 'ИОМ', pair: 'PAR-001', from: '2023-09-01' })],
  training: [
    ...threeSchools.training!,
    row('TRN-002', {
      kind: 'КПК (удостоверение)',
      from: '2023-10-02',
      to: '2023-10-20',
      participants: 'NST-001; CUR-001',
      state: 'факт',
    }),
  ],
  practices: [row('PUB-001', { type: 'статья', level: 'краевой', date: '2024-01-10' })],
  documents: [
    ...threeSchools.documents!,
    order('DOC-008', { kind: 'Локальный акт о поощрении наставников', to: '2023-12-31' }),
    order('DOC-009', { kind: 'Приказ о внедрении ЦМН', from: '2024-09-01' }),
    order('DOC-010', { date: '2025-03-10' }),
    order('DOC-011', { date: '2023-09-01' }),
    order('DOC-012'),
  ],
  roadmap: [{ id: 'RM-1.1', number: '1.1', status: 'Действует постоянно', evidence: 'DOC-001' }],
};

/** `no data` or exactly what it was: a lost column never makes another number. */
function wrongFigures(before: ReturnType<typeof figuresOf>, after: ReturnType<typeof figuresOf>): string[] {
  return [...after]
    .filter(([key, f]) => {
      const was = before.get(key);
      return f.status !== 'no-data' && (was === undefined || JSON.stringify(was) !== JSON.stringify(f));
    })
    .map(([key]) => key);
}

const whole = gridsOf(rich);
const figuresBefore = figuresOf(whole);
/** Accepted (domain.md §3.6): an organisation without a head count leaves both sums; a pair's own column is the fallback. */
const PARTIAL = new Set(['organisations.noMentees', 'organisations.section']);

test.each(KEYS)('without the tab %s its figures are no data, never another number', (key) => {
  expect(wrongFigures(figuresBefore, figuresOf({ ...whole, [key]: null }))).toEqual([]);
});

test.each(
  KEYS.flatMap((key) =>
    tabs[key].columns.filter((c) => c.owner !== 'script').map((c) => [key, c.key] as const),
  ),
)('with a doubled column %s.%s its figures are no data, never another number', (key, column) => {
  if (PARTIAL.has(`${key}.${column}`)) return;
  const at = tabs[key].columns.findIndex((c) => c.key === column);
  const grids = change(whole, key, (grid) => grid.map((cells) => [...cells, cells[at]]));
  expect(wrongFigures(figuresBefore, figuresOf(grids))).toEqual([]);
});

test.each(
  indicators.flatMap((i) =>
    i.needs.flatMap(([tab, ...columns]) =>
      columns.filter((c) => !c.endsWith('?')).map((c) => [i.code, i.part, tab, c] as const),
    ),
  ),
)('%s %s without %s.%s is no data', (code, part, tab, column) => {
  // Without the column and without the one that is read in its place.
  const { standIn } = tabs[tab].columns.find((c) => c.key === column)!;
  const lost = tabs[tab].columns.flatMap((c, i) => (c.key === column || c.key === standIn ? [i] : []));
  const grids = change(whole, tab, (grid) => grid.map((cells) => cells.filter((_, i) => !lost.includes(i))));
  const after = [...figuresOf(grids)].filter(([k]) => k.startsWith(`${code}|${part}|`));
  for (const [, f] of after) expect(f).toMatchObject({ status: 'no-data', value: null, numerator: null });
});

describe('snapshots', () => {
  const snapshotOf = (book: Book, wave: string) => {
    const registry = readRegistry(gridsOf(book));
    const { report } = buildReport(registry, waveOf(wave, registry.settings), '2024-04-20', []);
    return {
      wave,
      asOf: report.asOf,
      definitions: definitionWords(registry.settings),
      indicators: report.indicators,
    };
  };
  test('rows read back as they were', () => {
    fc.assert(
      fc.property(municipality, (book) => {
        const snapshot = snapshotOf(book, WAVE);
        expect(readSnapshots([SNAPSHOT_HEADER, ...snapshotRows(snapshot, '2024-04-20')])).toEqual(
          snapshot.indicators.length > 0 ? [snapshot] : [],
        );
      }),
      RUNS,
    );
  });
  test('a run of one wave replaces its rows and keeps those of the others', () => {
    const [first, second] = [snapshotOf(rich, '2023-04'), snapshotOf(rich, WAVE)];
    let grid: Grid = [SNAPSHOT_HEADER, ...mergeSnapshot(null, WAVE, snapshotRows(second, '2024-04-20'))];
    grid = [SNAPSHOT_HEADER, ...mergeSnapshot(grid, '2023-04', snapshotRows(first, '2024-04-20'))];
    expect(readSnapshots(grid)).toEqual([first, second]);
    const again = mergeSnapshot(grid, WAVE, snapshotRows(second, '2024-04-20'));
    expect([SNAPSHOT_HEADER, ...again]).toEqual(grid);
    const emptied = readSnapshots([SNAPSHOT_HEADER, ...mergeSnapshot(grid, WAVE, [])]);
    expect(emptied).toEqual([first]);
  });
  test('dynamics come from the recorded wave and stop when a definition changed', () => {
    const registry = readRegistry(gridsOf(rich));
    const recorded = snapshotOf(rich, '2023-04');
    const build = (definitions: string) =>
      buildReport(registry, waveOf(WAVE, registry.settings), '2024-04-20', [{ ...recorded, definitions }])
        .report.previous;
    expect(build(recorded.definitions)).toMatchObject({
      source: 'snapshot',
      comparable: true,
      wave: '2023-04',
    });
    expect(build(`${recorded.definitions}; иначе`)).toMatchObject({ comparable: false });
  });
});
