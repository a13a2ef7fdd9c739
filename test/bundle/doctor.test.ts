import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastExamination } from '../../src/app/doctor';
import type { HealthResult } from '../../src/domain/health/check';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import type { HostOptions } from '../../src/local/host/host';
import { isTrip } from '../../src/local/host/trips';
import type { SpreadsheetModel } from '../../src/local/services/spreadsheet/model';
import { type Bound, bound, DIST, shown } from './bundle';

const BOSS = 'boss@example.ru';

/** The doctor touches these in ways that other tests do not. */
interface AnySheet {
  getRange(row: number, column: number, rows?: number, columns?: number): AnyRange;
  getRange(a1: string): AnyRange;
  setName(name: string): unknown;
  hideSheet(): unknown;
  setFrozenRows(rows: number): unknown;
  protect(): {
    removeEditors(users: unknown[]): unknown;
    getEditors(): unknown[];
    setWarningOnly(on: boolean): unknown;
  };
  copyTo(book: unknown): { setName(name: string): unknown };
}
interface AnyRange {
  setValue(value: unknown): unknown;
  clearContent(): unknown;
  clearNote(): unknown;
  clearDataValidations(): unknown;
  setNumberFormat(format: string): unknown;
  merge(): unknown;
  createFilter(): unknown;
}
const sheet = (book: Bound, title: string) => book.tab(title) as unknown as AnySheet;
const spreadsheet = (book: Bound) =>
  (
    book.host.globals.SpreadsheetApp as never as {
      getActiveSpreadsheet(): {
        deleteSheet(sheet: unknown): void;
        setSpreadsheetLocale(locale: string): void;
        setSpreadsheetTimeZone(zone: string): void;
      };
    }
  ).getActiveSpreadsheet();

/** The cell of a record of the first row, or of another one, by its header. */
function cell(book: Bound, title: string, header: string, row = 2): AnyRange {
  const at = shown(book, title)[0].indexOf(header);
  if (at < 0) throw new Error(`No «${header}» on «${title}»`);
  return sheet(book, title).getRange(row, at + 1);
}

function setting(book: Bound, title: string, value: unknown): void {
  const row = shown(book, 'Настройки').findIndex((cells) => cells.includes(title));
  if (row < 0) throw new Error(`No setting «${title}»`);
  cell(book, 'Настройки', 'Значение', row + 1).setValue(value);
}

/** The demo with full names, checked once, so that IDs and lists stand. Made once; each test damages a copy. */
function filled(options: HostOptions = {}): Bound {
  made ??= make();
  const book = bound({ user: BOSS, ...options }, structuredClone(made.model));
  propertiesOf(book).setProperties(made.properties);
  return book;
}

let made: { model: SpreadsheetModel; properties: Readonly<Record<string, string>> } | null = null;

function make(): NonNullable<typeof made> {
  const book = bound({ user: BOSS });
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, demoRecords());
  setting(book, 'Учётные записи координаторов', BOSS);
  book.rpc('check');
  return { model: book.model, properties: { ...propertiesOf(book).getProperties() } };
}

interface Properties {
  getProperties(): Record<string, string>;
  setProperties(properties: Readonly<Record<string, string>>): unknown;
}
const propertiesOf = (book: Bound) =>
  (book.host.globals.PropertiesService as { getDocumentProperties(): Properties }).getDocumentProperties();

const fastOf = (book: Bound, account = BOSS) => book.rpc<FastExamination>('doctorFast', { account });
const slowOf = (book: Bound) => book.rpc<HealthResult[]>('doctorSlow');
const of = (results: readonly HealthResult[], key: string): HealthResult => {
  const found = results.find((r) => r.key === key);
  if (!found) throw new Error(`No check ${key}`);
  return found;
};

type Damage = readonly [key: string, state: 'warning' | 'error' | 'unknown', spoil: (book: Bound) => void];

const FAST: readonly Damage[] = [
  ['tabs', 'error', (b) => spreadsheet(b).deleteSheet(b.tab('Практики'))],
  ['tabCopies', 'warning', (b) => sheet(b, 'Практики').copyTo(spreadsheet(b)).setName('Практики (копия)')],
  ['columns', 'error', (b) => cell(b, 'Наставники', 'ФИО наставника', 1).setValue('Кто')],
  ['columnsOptional', 'warning', (b) => cell(b, 'Кураторы', 'Служебный телефон', 1).setValue('Звонить')],
  ['doubledHeaders', 'error', (b) => cell(b, 'Практики', 'Дата', 1).setValue('Название')],
  ['schemaNewer', 'error', (b) => setting(b, 'Версия схемы', '99')],
  ['schemaOlder', 'warning', (b) => setting(b, 'Версия схемы', '0')],
  ['settings', 'error', (b) => setting(b, 'Предельная нагрузка наставника, наставляемых', 'много')],
  ['coordinator', 'warning', (b) => setting(b, 'Учётные записи координаторов', '')],
  ['locale', 'warning', (b) => spreadsheet(b).setSpreadsheetLocale('en_US')],
  ['zones', 'warning', (b) => spreadsheet(b).setSpreadsheetTimeZone('Europe/Moscow')],
  ['lastCheck', 'warning', (b) => sheet(b, 'Сводка проверки').getRange('A:B').clearContent()],
];

const SLOW: readonly Damage[] = [
  ['tabsRenamed', 'error', (b) => sheet(b, 'Практики').setName('Опыт')],
  ['columns', 'error', (b) => cell(b, 'Практики', 'Название', 1).clearContent()],
  ['notes', 'warning', (b) => cell(b, 'Практики', 'ID', 1).clearNote()],
  ['validations', 'warning', (b) => sheet(b, 'Документы').getRange('B2:F60').clearDataValidations()],
  ['formats', 'warning', (b) => cell(b, 'Документы', '№', 5).setNumberFormat('dd.mm.yyyy')],
  ['merged', 'error', (b) => sheet(b, 'Документы').getRange('C40:D41').merge()],
  ['frozen', 'warning', (b) => sheet(b, 'Пары и группы').setFrozenRows(0)],
  ['tabsHidden', 'warning', (b) => sheet(b, 'Пары и группы').hideSheet()],
  ['filters', 'warning', (b) => sheet(b, 'Практики').getRange('A1:D9').createFilter()],
  ['sources', 'error', (b) => sheet(b, 'Списки').getRange('A:Z').clearContent()],
  ['references', 'error', (b) => cell(b, 'Кураторы', 'Приказ о назначении').setValue('DOC-9999')],
  ['doubledIds', 'error', (b) => cell(b, 'Наставники', 'ID', 3).setValue('NST-001')],
  ['ids', 'error', (b) => cell(b, 'Наставники', 'ID', 3).setValue('')],
  ['lowMarks', 'warning', (b) => cell(b, 'Наставники', 'ID', 3).setValue('NST-7777')],
  [
    'computed',
    'warning',
    (b) => cell(b, 'Наставники', 'Активных пар / наставляемых сейчас', 3).setValue('9 / 9 чел.'),
  ],
  ['lists', 'warning', (b) => cell(b, 'Организации', 'Краткое наименование').setValue('Совсем другая школа')],
  ['curatorAddresses', 'warning', (b) => cell(b, 'Кураторы', 'Аккаунт доступа').setValue('школа')],
  ['longCells', 'warning', (b) => cell(b, 'Практики', 'Название').setValue('я'.repeat(49_000))],
  ['journalThere', 'warning', (b) => sheet(b, 'Журнал изменений').getRange('A2:K').clearContent()],
  [
    'typedTables',
    'error',
    (b) =>
      void Object.assign(b.sheet('Обучение'), { typedTable: { row: 1, column: 1, rows: 50, columns: 5 } }),
  ],
  [
    'names',
    'error',
    (b) => {
      setting(b, 'Режим хранения', 'Коды вместо ФИО');
    },
  ],
  ['strictBlocks', 'warning', (b) => setting(b, 'Строгий режим строк', 'да')],
];

describe('really damaged workbooks', () => {
  let well: { fast: HealthResult[]; slow: HealthResult[] };
  beforeAll(() => {
    const book = filled();
    well = { fast: [...fastOf(book).results], slow: slowOf(book) };
  });
  test('the workbook in order: structure is as the template, nothing is unknown', () => {
    expect([...well.fast, ...well.slow].filter((r) => r.area === 'structure' && r.state !== 'ok')).toEqual(
      [],
    );
    expect([...well.fast, ...well.slow].filter((r) => r.state === 'unknown')).toEqual([]);
  });
  test.each(FAST)('fast: %s', (key, state, spoil) => {
    expect(of(well.fast, key)).toMatchObject({ state: 'ok' });
    const book = filled();
    spoil(book);
    expect(of(fastOf(book).results, key)).toMatchObject({ state });
  });
  test.each(SLOW)('slow: %s', (key, state, spoil) => {
    const before = of(well.slow, key);
    const book = filled();
    spoil(book);
    const after = of(slowOf(book), key);
    expect(after).toMatchObject({ state });
    // The demo has a few defects of its own: the damage adds to them.
    if (before.state !== 'ok') expect(after.count ?? 0).toBeGreaterThan(before.count ?? 0);
  });
});

describe('the account and the services', () => {
  test('two accounts: the panel was opened by one, Google answers as another', () => {
    const book = filled();
    book.host.context.user = 'second@example.ru';
    const { results, account } = fastOf(book);
    expect(of(results, 'twoAccounts')).toMatchObject({
      state: 'error',
      personal: [BOSS, 'second@example.ru'],
    });
    expect(account).toBe('second@example.ru');
  });
  test('an unknown account is a warning and no accusation', () => {
    const book = filled();
    book.host.context.user = '';
    expect(of(fastOf(book, '').results, 'account')).toMatchObject({ state: 'warning' });
    expect(of(fastOf(book, '').results, 'twoAccounts')).toMatchObject({ state: 'ok' });
  });
  test('the nightly sweep: off, on, its trigger deleted, its owner gone', () => {
    let now = '2024-04-20T07:00:00Z';
    const book = filled({ now: () => new Date(now) });
    expect(of(fastOf(book).results, 'sweep')).toMatchObject({ state: 'warning' });
    book.host.ui.answer('YES', 'OK');
    book.project.run('toggleNightlySweep');
    const on = fastOf(book).results;
    for (const key of ['sweep', 'sweepAlive', 'sweepOwner', 'sweepTrigger', 'triggersDoubled'])
      expect(of(on, key)).toMatchObject({ state: 'ok' });
    now = '2024-04-27T07:00:00Z';
    expect(of(fastOf(book).results, 'sweepAlive')).toMatchObject({ state: 'error' });
    const script = book.host.globals.ScriptApp as {
      getProjectTriggers(): unknown[];
      deleteTrigger(trigger: unknown): void;
    };
    for (const trigger of script.getProjectTriggers()) script.deleteTrigger(trigger);
    expect(of(fastOf(book).results, 'sweepTrigger')).toMatchObject({ state: 'error' });
    setting(book, 'Учётные записи координаторов', 'other@example.ru');
    expect(of(fastOf(book).results, 'sweepOwner')).toMatchObject({ state: 'warning', personal: [BOSS] });
  });
  test('a permission that was not ticked is named; what needs it is unknown, the rest is examined', () => {
    const { oauthScopes: scopes } = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8')) as {
      oauthScopes: string[];
    };
    const book = filled({ scopes });
    expect(of(fastOf(book).results, 'scopes')).toMatchObject({ state: 'ok' });
    book.host.context.revokedScopes = new Set(scopes.filter((s) => s.endsWith('send_mail')));
    const { results } = fastOf(book);
    expect(of(results, 'scopes')).toMatchObject({ state: 'error', count: 1, values: ['script.send_mail'] });
    expect(of(results, 'mail')).toMatchObject({ state: 'unknown' });
    expect(of(results, 'tabs')).toMatchObject({ state: 'ok' });
  });
  test('a service that does not answer makes its checks unknown, not well', () => {
    let broken = false;
    const book = filled({
      onCall(service, method) {
        if (broken && `${service}.${method}` === 'Spreadsheet.getSpreadsheetLocale')
          throw new Error('Service Spreadsheets failed while accessing document');
      },
    });
    broken = true;
    const found = of(fastOf(book).results, 'locale');
    expect(found).toMatchObject({
      state: 'unknown',
      personal: [expect.stringContaining('Service Spreadsheets')],
    });
  });
  test('a protection of somebody else that stops the script', () => {
    const book = filled();
    book.sheet('Наставники').protections.length = 0;
    const protection = sheet(book, 'Наставники').protect();
    protection.removeEditors(protection.getEditors());
    book.model.owner = 'owner@example.ru';
    for (const p of book.sheet('Наставники').protections) p.editors = [];
    expect(of(slowOf(book), 'hardProtections')).toMatchObject({ state: 'error', tabs: ['Наставники'] });
  });
  test('a workbook of a newer version: the structure is unknown, the records are examined', () => {
    const book = filled();
    setting(book, 'Версия схемы', '99');
    const results = slowOf(book);
    expect(of(results, 'formats')).toMatchObject({ state: 'unknown' });
    expect(of(results, 'doubledIds')).toMatchObject({ state: 'ok' });
  });
});

describe('a blank spreadsheet', () => {
  test('is examined too', () => {
    const book = bound({ user: BOSS });
    expect(of(fastOf(book).results, 'tabs')).toMatchObject({ state: 'error' });
    expect(of(slowOf(book), 'noRecords')).toMatchObject({ state: 'warning' });
  });
});

describe('cost', () => {
  const calls: string[] = [];
  const book = filled({ onCall: (service, method) => void calls.push(`${service}.${method}`) });
  const trips = () => calls.filter((c) => isTrip(...(c.split('.') as [string, string]))).length;
  const picture = () => JSON.stringify([book.model.sheets, propertiesOf(book).getProperties()]);

  test('fast: a header a tab and few trips more; nothing is written', () => {
    const before = picture();
    calls.length = 0;
    fastOf(book);
    // 14 headers, «Настройки» and «Сводка проверки» whole, the account and the services.
    expect(trips()).toBeLessThanOrEqual(27);
    expect(calls.filter((c) => /getSheetValues|Range\.getValues/.test(c)).length).toBeLessThanOrEqual(2);
    expect(picture()).toBe(before);
  });
  test('slow: each tab is read once; nothing is written', () => {
    const before = picture();
    calls.length = 0;
    slowOf(book);
    expect(calls.filter((c) => /getSheetValues|Range\.getValues/.test(c)).length).toBeLessThanOrEqual(
      book.titles().length,
    );
    expect(picture()).toBe(before);
  });
});
