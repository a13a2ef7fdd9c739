import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBook } from '../../../src/domain/checks/check';
import {
  computedDiffer,
  journalSize,
  lastCheckOf,
  lastReport,
  listsFresh,
  longestText,
  strictOrganisations,
} from '../../../src/domain/health/book-facts';
import { type Answer, examine, type HealthResult } from '../../../src/domain/health/check';
import type { FastFacts, SlowFacts } from '../../../src/domain/health/facts';
import { type FastKey, fastChecks } from '../../../src/domain/health/fast-checks';
import { type SlowKey, slowChecks } from '../../../src/domain/health/slow-checks';
import { JOURNAL_HEADER } from '../../../src/domain/journal/journal-row';
import type { Cell, Grid } from '../../../src/domain/registry/cell';
import { readSettings } from '../../../src/domain/registry/read-settings';
import type { TabKey } from '../../../src/domain/registry/tab';
import { tabs } from '../../../src/domain/registry/tabs';
import { type Registry, readRegistry, type WorkbookGrids } from '../../../src/domain/registry/workbook';
import { listRows } from '../../../src/domain/workbook/lists';
import { SCHEMA_VERSION } from '../../../src/domain/workbook/migrations';
import { type DamageKind, damages } from '../../../src/domain/workbook/repair-plan';
import { foundWords, supportReport } from '../../../src/ui/doctor/report';
import type { CheckKey } from '../../../src/ui/doctor/words';
import { englishWords } from '../../../src/ui/doctor/words-en';
import { russianWords } from '../../../src/ui/doctor/words-ru';
import { type Book, gridsOf, type Row, type Values } from '../book';

const TODAY = '2024-04-20';
const BOSS = 'boss@example.ru';
const answer = <T>(value: T): Answer<T> => ({ value });
const SILENT = { failed: 'You do not have permission' };

const SETTINGS: Values = {
  coordinatorAccounts: BOSS,
  territory: 'Округ',
  chiefName: 'И. О. Главный',
  coordinatorName: 'И. О. Второй',
  storageMode: 'Коды вместо ФИО',
  schemaVersion: String(SCHEMA_VERSION),
};
const settingsWith = (values: Values) => readSettings(gridsOf({}, { ...SETTINGS, ...values }).settings);
const headers = () =>
  new Map(Object.values(tabs).map((t) => [t.key, t.columns.map((c) => c.title)] as const));

const FAST: FastFacts = {
  today: TODAY,
  openedBy: BOSS,
  zones: answer(['Asia/Yekaterinburg', 'Asia/Yekaterinburg'] as const),
  locale: answer('ru_RU'),
  accounts: answer([BOSS, BOSS] as const),
  missingScopes: answer([]),
  mailLeft: answer(100),
  triggers: answer({ all: 1, sweep: ['t1'] }),
  titles: answer(Object.values(tabs).map((t) => t.title)),
  headers: answer(headers()),
  settings: answer(settingsWith({})),
  lastCheck: answer({ day: '2024-04-19', errors: 0, warnings: 0 }),
  properties: answer({ a: 'b' }),
  letters: answer({ owner: BOSS, seen: '2024-04-20 08:10', alive: true, stopped: false }),
  sweep: answer({ owner: BOSS, trigger: 't1', seen: '2024-04-20 03:10', outcome: '0 ошибок', alive: true }),
  storageUnfinished: answer(false),
};
const sweep = (change: object): Partial<FastFacts> => ({
  sweep: answer({ ...(FAST.sweep as { value: object }).value, ...change }) as FastFacts['sweep'],
});
const settings = (values: Values): Partial<FastFacts> => ({ settings: answer(settingsWith(values)) });
const header = (key: TabKey, change: (row: string[]) => string[]): Partial<FastFacts> => ({
  headers: answer(new Map([...headers(), [key, change(headers().get(key)!)]])),
});

/** What makes a check speak, and what nearly does. */
type Case<F> = readonly [speaks: Partial<F>, nearly: Partial<F>];

const FAST_CASES: Readonly<Record<FastKey, Case<FastFacts>>> = {
  account: [{ accounts: answer(['', BOSS] as const) }, {}],
  accountsDiffer: [
    { accounts: answer([BOSS, 'other@example.ru'] as const) },
    { accounts: answer(['', 'other@example.ru'] as const) },
  ],
  twoAccounts: [{ openedBy: 'other@example.ru' }, { openedBy: 'неизвестно' }],
  scopes: [{ missingScopes: answer(['https://www.googleapis.com/auth/documents']) }, {}],
  mail: [{ mailLeft: answer(19) }, { mailLeft: answer(20) }],
  coordinator: [
    settings({ coordinatorAccounts: 'директор' }),
    settings({ coordinatorAccounts: 'a@b.ru; c@d.ru' }),
  ],
  sweep: [
    { sweep: answer(null), letters: answer({ owner: '', seen: '', alive: false, stopped: false }) },
    { sweep: answer(null) },
  ],
  letters: [{ letters: answer({ owner: '', seen: '', alive: false, stopped: false }) }, {}],
  lettersAlive: [
    { letters: answer({ owner: BOSS, seen: '2024-04-18 08:10', alive: false, stopped: false }) },
    { letters: answer({ owner: '', seen: '', alive: false, stopped: false }) },
  ],
  lettersStopped: [
    { letters: answer({ owner: BOSS, seen: '2024-04-20 08:10', alive: true, stopped: true }) },
    {},
  ],
  sweepAlive: [sweep({ alive: false }), { sweep: answer(null) }],
  sweepOutcome: [
    sweep({ outcome: '3 ошибки; на журнал не хватило времени' }),
    sweep({ outcome: '3\u00a0ошибки' }),
  ],
  sweepOwner: [sweep({ owner: 'gone@example.ru' }), sweep({ owner: 'Boss@Example.ru' })],
  sweepTrigger: [
    { triggers: answer({ all: 0, sweep: [] }) },
    { ...sweep({ owner: 'other@example.ru' }), triggers: answer({ all: 0, sweep: [] }) },
  ],
  triggersDoubled: [
    { triggers: answer({ all: 2, sweep: ['t1', 't2'] }) },
    { triggers: answer({ all: 2, sweep: ['t1'] }) },
  ],
  triggers: [
    { triggers: answer({ all: 18, sweep: ['t1'] }) },
    { triggers: answer({ all: 17, sweep: ['t1'] }) },
  ],
  zones: [{ zones: answer(['Asia/Yekaterinburg', 'Europe/Moscow'] as const) }, {}],
  locale: [{ locale: answer('en_US') }, { locale: answer('ru') }],
  schemaNewer: [settings({ schemaVersion: String(SCHEMA_VERSION + 1) }), {}],
  schemaOlder: [settings({ schemaVersion: '0' }), {}],
  tabs: [
    { titles: answer(['Наставники']) },
    { titles: answer(Object.values(tabs).flatMap((t) => (t.optional ? [] : [` ${t.title.toUpperCase()}`]))) },
  ],
  tabCopies: [
    { titles: answer([...Object.values(tabs).map((t) => t.title), 'Наставники (копия)']) },
    { titles: answer([...Object.values(tabs).map((t) => t.title), 'Мои заметки']) },
  ],
  columns: [
    header('mentors', (row) => row.filter((t) => t !== 'ФИО наставника')),
    header('mentors', (row) => row.filter((t) => t !== 'Ошибки')),
  ],
  columnsOptional: [
    header('curators', (row) => row.filter((t) => t !== 'Служебный телефон')),
    header('curators', (row) => row.map((t) => (t === 'Служебный телефон' ? 'Телефон' : t))),
  ],
  doubledHeaders: [
    header('mentors', (row) => [...row, 'ФИО наставника']),
    header('mentors', (row) => [...row, 'Моя пометка', 'Моя пометка']),
  ],
  settings: [settings({ loadLimit: 'много' }), settings({ loadLimit: '4' })],
  lastCheck: [
    { lastCheck: answer({ day: '2024-03-19', errors: 0, warnings: 0 }) },
    { lastCheck: answer({ day: '2024-03-20', errors: 0, warnings: 0 }) },
  ],
  openErrors: [{ lastCheck: answer({ day: TODAY, errors: 2, warnings: 0 }) }, {}],
  openWarnings: [{ lastCheck: answer({ day: TODAY, errors: 0, warnings: 2 }) }, {}],
  storageLaw: [settings({ storageMode: 'Полный' }), settings({ storageMode: 'Только агрегаты' })],
  storageSwitch: [{ storageUnfinished: answer(true) }, {}],
  store: [
    { properties: answer({ a: 'ж'.repeat(226_000) }) },
    { properties: answer({ a: 'z'.repeat(226_000) }) },
  ],
  property: [
    { properties: answer({ big: 'ж'.repeat(4_100) }) },
    { properties: answer({ big: 'z'.repeat(8_100) }) },
  ],
  territory: [settings({ territory: ' ' }), {}],
  chief: [settings({ chiefName: '' }), {}],
  reporter: [settings({ coordinatorName: '' }), {}],
};

const record = { recordStatus: 'Действует' };
const school: Row = { id: 'ORG-01', fullName: 'Школа', shortName: 'СОШ', participates: 'да', ...record };
const curator: Row = {
  id: 'CUR-001',
  organisation: 'ORG-01',
  name: 'П-001',
  account: 'a@b.ru',
  trained: 'нет',
  ...record,
};
const GOOD: Book = { organisations: [school], curators: [curator] };

interface BookChange {
  readonly book?: Book;
  readonly values?: Values;
  readonly lists?: Grid;
}

function bookOf({ book, values, lists }: BookChange = {}): SlowFacts['book'] {
  const grids: WorkbookGrids = gridsOf({ ...GOOD, ...book }, { ...SETTINGS, ...values });
  const registry = readRegistry(grids);
  const { dictionaries: _, ...own } = grids;
  const byKey = new Map(
    Object.entries(own).flatMap(([k, g]) => (g === null ? [] : [[k as TabKey, g] as const])),
  );
  return answer({
    registry,
    checked: checkBook(registry, TODAY),
    computedDiffer: computedDiffer(registry, byKey, TODAY),
    listsFresh: listsFresh(lists ?? [['x'], ...listRows(registry)], registry),
    longest: longestText(registry, byKey),
    strictWanted: new Map([[tabs.mentors.title, strictOrganisations(registry, 'mentors', TODAY)]]),
  });
}

const withBook = (change: BookChange): Partial<SlowFacts> => ({ book: bookOf(change) });
const damaged = (...kinds: DamageKind[]): Partial<SlowFacts> => ({
  structure: answer({ differences: kinds.map((kind) => ({ kind, tab: 'Наставники' })) }),
});
const journal = (rows: number, past: number, month: number): Partial<SlowFacts> => ({
  journal: answer({ rows, past, month }),
});
const mentor = (change: Row = {}): Row => ({
  id: 'NST-001',
  organisation: 'ORG-01',
  name: 'П-002',
  load: 'нет',
  ...record,
  ...change,
});
const exception: Row = {
  id: 'EXC-001',
  code: 'R-21',
  record: 'NST-001',
  reason: 'так надо',
  acceptedBy: 'Координатор',
  acceptedOn: '2024-04-01',
};

/** The checks that count open findings of the little book are not silent: only their own keys are looked at. */
const SLOW: SlowFacts = {
  today: TODAY,
  book: bookOf(),
  lowMarks: answer([]),
  structure: answer({ differences: [] }),
  typedTables: answer([]),
  protections: answer([]),
  names: answer(0),
  unknownLetters: answer(0),
  cells: answer(1_000_000),
  journal: answer({ rows: 10, past: 0, month: 10 }),
  lastReport: answer('2024-04-01'),
};
const CLEAN = counted({ errors: 0, warnings: 0 });

function counted(counts: object): SlowFacts['book'] {
  const { value } = SLOW.book as { value: object };
  return answer({ ...value, checked: { findings: [], counts, exceptions: { states: [] } } } as never);
}

const SLOW_CASES: Readonly<Record<SlowKey, Case<SlowFacts>>> = {
  tabs: [damaged('tab-missing'), damaged('tab-copy')],
  tabsRenamed: [damaged('tab-renamed'), {}],
  tabCopies: [damaged('tab-copy'), {}],
  tabsHidden: [damaged('tab-shown'), {}],
  tabsOccupied: [damaged('occupied'), {}],
  columns: [damaged('header-lost'), damaged('header-alias')],
  doubledHeaders: [damaged('header-twin'), {}],
  headerNames: [damaged('header-alias'), {}],
  headerRow: [damaged('header-row'), {}],
  frozen: [damaged('frozen'), {}],
  notes: [damaged('header-note'), {}],
  formats: [damaged('wrap'), {}],
  textsAsDates: [damaged('text-became-date'), damaged('format')],
  validations: [damaged('validation'), damaged('validation-source')],
  sources: [damaged('lists-empty'), {}],
  merged: [damaged('merged'), {}],
  totals: [damaged('repeated-header'), {}],
  templateRows: [damaged('rows-missing'), {}],
  warnings: [damaged('protection'), {}],
  filters: [damaged('filter'), {}],
  typedTables: [{ typedTables: answer(['Обучение']) }, {}],
  hardProtections: [
    { protections: answer([{ tab: 'Наставники', strict: false, passable: false }]) },
    {
      protections: answer([
        { tab: 'Наставники', strict: true, passable: false },
        { tab: 'Наставники', strict: false, passable: true },
      ]),
    },
  ],
  ids: [withBook({ book: { practices: [{ name: 'Семинар', ...record }] } }), {}],
  doubledIds: [withBook({ book: { organisations: [school, school] } }), {}],
  lowMarks: [{ lowMarks: answer(['Наставники']) }, {}],
  references: [withBook({ book: { curators: [{ ...curator, order: 'DOC-777' }] } }), {}],
  blanks: [withBook({ book: { organisations: [{ id: 'ORG-01' }] } }), { book: CLEAN }],
  formulas: [withBook({ book: { organisations: [{ ...school, whyNot: '#REF!' }] } }), {}],
  orderDates: [
    withBook({ book: { documents: [{ id: 'DOC-001', number: { date: '2024-01-26' }, ...record }] } }),
    {},
  ],
  openErrors: [withBook({ book: { organisations: [school, school] } }), { book: CLEAN }],
  openWarnings: [
    { book: counted({ errors: 0, warnings: 2 }) },
    { book: counted({ errors: 2, warnings: 0 }) },
  ],
  noRecords: [withBook({ book: { organisations: [] } }), {}],
  exceptions: [
    withBook({ book: { exceptions: [{ ...exception, until: '2024-04-19' }] } }),
    withBook({ book: { exceptions: [{ ...exception, until: TODAY }] } }),
  ],
  exceptionsVoid: [withBook({ book: { exceptions: [{ ...exception, reason: '' }] } }), {}],
  computed: [
    withBook({ book: { mentors: [mentor({ load: '5 / 9 чел.' })] } }),
    withBook({ book: { mentors: [mentor()] } }),
  ],
  lists: [withBook({ lists: [['x'], ['ORG-09 · Чужая']] }), {}],
  curators: [
    withBook({ book: { curators: [{ ...curator, to: '2024-04-19' }] } }),
    withBook({ book: { curators: [{ ...curator, to: TODAY }] } }),
  ],
  curatorAccounts: [
    withBook({ book: { curators: [{ ...curator, account: '' }] } }),
    withBook({ book: { curators: [{ ...curator, account: '', to: '2024-01-01' }] } }),
  ],
  curatorAddresses: [withBook({ book: { curators: [{ ...curator, account: 'школа' }] } }), {}],
  strictBlocks: [
    withBook({ book: { mentors: [mentor()] }, values: { strictRows: 'да' } }),
    {
      ...withBook({ book: { mentors: [mentor()] }, values: { strictRows: 'да' } }),
      protections: answer([{ tab: 'Наставники', strict: true, passable: true }]),
    },
  ],
  strictLeft: [
    { protections: answer([{ tab: 'Наставники', strict: true, passable: true }]) },
    { protections: answer([{ tab: 'Наставники', strict: false, passable: true }]) },
  ],
  names: [{ names: answer(1) }, {}],
  codes: [
    withBook({ book: { mentors: [mentor({ name: 'Иванова Мария' })] } }),
    withBook({ book: { mentors: [mentor()] } }),
  ],
  publicLinks: [
    withBook({
      book: { organisations: [{ ...school, section: 'https://drive.google.com/drive/folders/x' }] },
    }),
    withBook({ book: { organisations: [{ ...school, section: 'https://school.example/mentoring' }] } }),
  ],
  lettersUnknown: [{ unknownLetters: answer(2) }, {}],
  cells: [{ cells: answer(9_000_001) }, { cells: answer(9_000_000) }],
  rows: [{ book: largest(54_001) }, { book: largest(54_000) }],
  longCells: [
    withBook({ book: { organisations: [{ ...school, whyNot: 'я'.repeat(45_001) }] } }),
    withBook({ book: { organisations: [{ ...school, whyNot: 'я'.repeat(45_000) }] } }),
  ],
  journal: [journal(50_001, 0, 1), journal(50_000, 0, 1)],
  journalGrowth: [journal(10, 0, 4_167), journal(10, 0, 4_166)],
  journalPast: [journal(6_000, 5_001, 1), journal(6_000, 5_000, 1)],
  journalThere: [{ journal: answer(null) }, journal(1, 0, 0)],
  lastReport: [{ lastReport: answer('2023-04-01') }, { lastReport: answer('2023-04-21') }],
};

function largest(rows: number): SlowFacts['book'] {
  const { value } = SLOW.book as { value: { registry: Registry } };
  const { mentors } = value.registry.tabs;
  const archived = { id: '', row: 2, values: { recordStatus: 'Архив' } };
  const entries = new Array(rows).fill(archived);
  const registry = { ...value.registry, tabs: { ...value.registry.tabs, mentors: { ...mentors, entries } } };
  return answer({ ...value, registry } as never);
}

const only = <R extends { key: string }>(results: readonly R[], key: string) =>
  results.find((r) => r.key === key)!;
const fast = (change: Partial<FastFacts>) => examine(fastChecks, { ...FAST, ...change });
const slow = (change: Partial<SlowFacts>) => examine(slowChecks, { ...SLOW, ...change });

/** Words in both languages: what was found is said whole, with one thing to do. */
function expectWords(result: HealthResult): void {
  for (const words of [russianWords, englishWords]) {
    const [title, , todo] = words.checks[result.key as CheckKey];
    const found = foundWords(words, result);
    expect([title, todo, found].filter((t) => t.trim() === '' || /[{}]|undefined|NaN/.test(t))).toEqual([]);
    expect(todo).toMatch(/^[А-ЯЁA-Z].*\.$/s);
  }
}

describe('fast checks', () => {
  test('a workbook in order', () => {
    expect(fast({}).filter((r) => r.state !== 'ok')).toEqual([]);
  });
  test.each(Object.entries(FAST_CASES))('%s', (key, [speaks, nearly]) => {
    const result = only(fast(speaks), key);
    expect(['warning', 'error']).toContain(result.state);
    expectWords(result);
    expect(only(fast(nearly), key)).toMatchObject({ state: 'ok' });
  });
});

describe('slow checks', () => {
  test.each(Object.entries(SLOW_CASES))('%s', (key, [speaks, nearly]) => {
    const result = only(slow(speaks), key);
    expect(['warning', 'error']).toContain(result.state);
    expectWords(result);
    expect(only(slow(nearly), key)).toMatchObject({ state: 'ok' });
  });
  test.each(Object.keys(damages) as DamageKind[])('damage «%s» is seen by exactly one check', (kind) => {
    const found = slow({ ...damaged(kind), book: CLEAN }).filter((r) => r.state !== 'ok');
    expect(found).toEqual([expect.objectContaining({ tabs: ['Наставники'], count: 1 })]);
  });
});

test('what could not be asked is unknown, never well', () => {
  const silentFast = Object.fromEntries(
    Object.entries(FAST).map(([key, fact]) => [key, typeof fact === 'string' ? fact : SILENT]),
  ) as unknown as FastFacts;
  const silentSlow = Object.fromEntries(
    Object.entries(SLOW).map(([key, fact]) => [key, typeof fact === 'string' ? fact : SILENT]),
  ) as unknown as SlowFacts;
  const results = [...examine(fastChecks, silentFast), ...examine(slowChecks, silentSlow)];
  expect(results.filter((r) => r.state !== 'unknown')).toEqual([]);
  expect(foundWords(russianWords, results[0])).toBe('Узнать не удалось. You do not have permission');
});

test('at least thirty named checks, fast and slow', () => {
  const keys = new Set([...Object.keys(fastChecks), ...Object.keys(slowChecks)]);
  expect(keys.size).toBeGreaterThanOrEqual(70);
  expect(Object.keys(russianWords.checks).sort()).toEqual([...keys].sort());
});

test('the report for support names nobody', () => {
  const results = [
    ...fast({
      accounts: answer(['ivanova@school.example', 'petrova@school.example'] as const),
      titles: answer([
        ...Object.values(tabs).map((t) => t.title),
        'Наставники Иванова (копия)',
        'Пары (копия)',
      ]),
      ...sweep({ owner: 'sidorova@school.example', alive: false, outcome: 'не выполнена: Сидорова' }),
      lastCheck: SILENT,
    }),
    ...slow({
      ...withBook({
        book: {
          curators: [
            { ...curator, id: 'Кузнецова', account: '' },
            { ...curator, account: '' },
          ],
        },
      }),
      structure: answer({ differences: [{ kind: 'tab-copy', tab: 'Копия Петровой' }] }),
    }),
  ];
  const about = { at: '2024-04-20 12:00', schema: 1, storageMode: 'Полный', locale: 'ru_RU' };
  const text = supportReport(russianWords, about, results);
  expect(text).toMatch(/error sweepAlive · 2024-04-20 03:10 · \[1 …\]/);
  expect(text).toMatch(/warning curatorAccounts · n=2 · CUR-001 · «Кураторы»/);
  expect(text).toMatch(/unknown lastCheck · \[1 …\]/);
  expect(text).not.toMatch(/@|Иванов|Петров|Сидоров|Кузнецов|permission/);
});

describe('facts of a workbook', () => {
  test('the journal: a snapshot is no growth', () => {
    const row = (when: string, source: string): Cell[] => {
      const cells: Cell[] = JOURNAL_HEADER.map(() => '');
      cells[JOURNAL_HEADER.indexOf('Когда')] = when;
      cells[JOURNAL_HEADER.indexOf('Вкладка')] = 'Пары';
      cells[JOURNAL_HEADER.indexOf('Источник')] = source;
      return cells;
    };
    const grid = [
      [...JOURNAL_HEADER],
      row('2023-12-01 10:00', 'правка'),
      row('2024-03-21 10:00', 'правка'),
      row('2024-03-20 10:00', 'правка'),
      row('2024-04-01 10:00', 'снимок'),
    ];
    expect(journalSize(grid, TODAY)).toEqual({ rows: 4, past: 1, month: 1 });
  });
  test('the last check and the last report', () => {
    expect(
      lastCheckOf([
        ['Проверка записей'],
        ['Когда', '19.04.2024 12:30'],
        ['Ошибок', 3],
        ['Предупреждений', 4],
      ]),
    ).toEqual({
      day: '2024-04-19',
      errors: 3,
      warnings: 4,
    });
    expect(lastCheckOf([])).toBeNull();
    expect(lastReport([])).toBe('');
  });
});

test('the scopes that are asked for are those of the manifest', () => {
  const root = join(__dirname, '../../..');
  const { oauthScopes } = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8')) as {
    oauthScopes: string[];
  };
  const source = readFileSync(join(root, 'src/google/health.ts'), 'utf8');
  const asked = /SCOPES = \[([^\]]*)\]/.exec(source)![1].match(/[\w.]+/g)!;
  expect(asked.map((s) => `https://www.googleapis.com/auth/${s}`).sort()).toEqual([...oauthScopes].sort());
});
