import { createHost, type HostOptions } from '../../src/local/host/host';

test('a documented service that the host lacks names itself', () => {
  const { globals } = createHost();
  const drive = globals.DriveApp as { getFileById(id: string): unknown };
  expect(() => drive.getFileById('x')).toThrow('DriveApp.getFileById is not implemented in the local host');
});

type Apps = {
  SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  DocumentApp: GoogleAppsScript.Document.DocumentApp;
  PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  Session: GoogleAppsScript.Base.Session;
  Utilities: GoogleAppsScript.Utilities.Utilities;
  Date: DateConstructor;
};
const apps = (options?: HostOptions) => createHost(options).globals as unknown as Apps;
const MOMENT = Date.UTC(2026, 8, 1, 4);

describe('options', () => {
  test.each([{ activeUser: 'a@example.com' }, { user: 'a@example.com' }, { email: 'a@example.com' }])(
    'the acting person as %j',
    (options) => expect(apps(options).Session.getActiveUser().getEmail()).toBe('a@example.com'),
  );

  test.each([{ timeZone: 'Asia/Omsk' }, { timezone: 'Asia/Omsk' }])('the time zone as %j', (options) => {
    const { Session, Date: ScriptDate } = apps({ ...options, now: MOMENT });
    expect(Session.getScriptTimeZone()).toBe('Asia/Omsk');
    expect(new ScriptDate().getHours()).toBe(10);
  });

  test.each([
    ['a Date', new Date(MOMENT)],
    ['text', '2026-09-01T09:00:00+05:00'],
    ['a number', MOMENT],
    ['a function that gives a number', () => MOMENT],
    ['a function that gives a Date', () => new Date(MOMENT)],
  ])('now as %s', (_, now) => {
    const { Date: ScriptDate } = apps({ now });
    expect([new ScriptDate().getTime(), ScriptDate.now()]).toEqual([MOMENT, MOMENT]);
  });

  test('a script sees the very error that onCall throws', () => {
    const broken = new RangeError('link down');
    const onCall: HostOptions['onCall'] = (service, method) => {
      if (`${service}.${method}` === 'Sheet.getRange') throw broken;
    };
    const sheet = apps({ onCall }).SpreadsheetApp.create('Книга').getSheets()[0];
    let caught: unknown;
    try {
      sheet.getRange('A1');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(broken);
    expect(sheet.getName()).toBe('Sheet1');
  });
});

test('two hosts share nothing that a script can change', () => {
  const [one, two] = [apps(), apps()];
  const id = one.SpreadsheetApp.create('Книга').getId();
  expect(() => two.SpreadsheetApp.openById(id)).toThrow();
  one.PropertiesService.getScriptProperties().setProperty('k', 'v');
  expect(two.PropertiesService.getScriptProperties().getKeys()).toEqual([]);
  const places = (globals: Apps): object[] => [
    globals.Utilities,
    Object.getPrototypeOf(globals.Utilities),
    globals.Date,
    globals.Date.prototype,
    (globals as unknown as { MimeType: object }).MimeType,
    globals.SpreadsheetApp.BorderStyle,
    globals.SpreadsheetApp.BorderStyle.SOLID,
  ];
  for (const place of places(one)) Reflect.set(place, 'mark', 1);
  for (const place of places(two)) expect(Reflect.has(place, 'mark')).toBe(false);
});

describe('globals', () => {
  test('services, console, Logger and Date are listed by name', () => {
    const names = Object.keys(createHost().globals);
    for (const name of [
      'SpreadsheetApp',
      'DocumentApp',
      'MailApp',
      'ContentService',
      'Logger',
      'console',
      'Date',
    ])
      expect(names).toContain(name);
  });

  test('everything can be turned to JSON and to text', () => {
    const { globals } = createHost();
    for (const [name, value] of Object.entries(globals)) {
      expect({ name, text: typeof String(value) }).toEqual({ name, text: 'string' });
      expect(() => JSON.stringify(value)).not.toThrow();
    }
    const { SpreadsheetApp } = globals as unknown as Apps;
    const sheet = SpreadsheetApp.create('Книга').getSheets()[0];
    expect(JSON.stringify({ sheet, style: SpreadsheetApp.BorderStyle.SOLID })).toBe(
      '{"sheet":{},"style":"SOLID"}',
    );
  });
});

describe('enums', () => {
  const { SpreadsheetApp, DocumentApp } = apps();
  type Enum = Record<string, { name(): string; ordinal(): number }> & { name(): string; ordinal(): number };

  test('an enum answers for its first constant', () => {
    const styles = SpreadsheetApp.BorderStyle as unknown as Enum;
    expect([styles.name(), String(styles), styles.ordinal()]).toEqual(['DOTTED', 'DOTTED', 0]);
    expect(Object.keys(styles).slice(0, 2)).toEqual(['DOTTED', 'DASHED']);
  });

  test('those that the published types leave out are there', () => {
    const sheets = SpreadsheetApp as unknown as Record<string, Enum>;
    expect(sheets.SortOrder.DESCENDING.ordinal()).toBe(1);
    expect(sheets.FrequencyType.WEEKLY.name()).toBe('WEEKLY');
    expect(Object.keys(sheets.DateTimeGroupingRuleType)).toContain('YEAR_QUARTER');
    expect(Object.keys(sheets.DataSourceRefreshScope)).toContain('ALL_DATA_SOURCES');
    const { TabType } = DocumentApp as unknown as Record<string, Enum>;
    expect(DocumentApp.create('Справка').getTabs()[0].getType()).toBe(TabType.DOCUMENT_TAB);
  });
});
