import { createHost, type HostOptions } from '../../../src/local/host/host';

const START = '2024-03-01T06:10:00Z'; // a Friday, 11:10 in Yekaterinburg

function service(options: HostOptions = {}) {
  const host = createHost({ now: START, ...options });
  return { host, ScriptApp: host.globals.ScriptApp as GoogleAppsScript.Script.ScriptApp };
}
type Clock = GoogleAppsScript.Script.ClockTriggerBuilder;

/** The firings of a clock trigger in the days that follow, in the zone of the script. */
function firings(
  plan: (clock: Clock, app: GoogleAppsScript.Script.ScriptApp) => Clock,
  days: number,
  options: HostOptions = {},
) {
  const { host, ScriptApp } = service(options);
  plan(ScriptApp.newTrigger('tick').timeBased(), ScriptApp).create();
  const from = host.clock.now();
  const Utilities = host.globals.Utilities as GoogleAppsScript.Utilities.Utilities;
  return host.triggers
    .due(from, from + days * 86_400_000)
    .map(({ at }) => Utilities.formatDate(new Date(at) as never, host.context.timeZone, 'EEE dd.MM HH:mm'));
}

test('a trigger says what it is', () => {
  const { host, ScriptApp } = service();
  const book = host.spreadsheets.create('Книга');
  const clock = ScriptApp.newTrigger('remind').timeBased().everyDays(1).atHour(9).create();
  expect(String(clock)).toBe('Trigger');
  expect([
    clock.getHandlerFunction(),
    clock.getEventType(),
    clock.getTriggerSource(),
    clock.getTriggerSourceId(),
  ]).toEqual(['remind', ScriptApp.EventType.CLOCK, ScriptApp.TriggerSource.CLOCK, null]);
  const edit = ScriptApp.newTrigger('edited').forSpreadsheet(book.model.id).onEdit().create();
  expect([edit.getEventType(), edit.getTriggerSource(), edit.getTriggerSourceId()]).toEqual([
    ScriptApp.EventType.ON_EDIT,
    ScriptApp.TriggerSource.SPREADSHEETS,
    book.model.id,
  ]);
  expect(ScriptApp.getProjectTriggers().map((t) => t.getUniqueId())).toEqual([
    clock.getUniqueId(),
    edit.getUniqueId(),
  ]);
  ScriptApp.deleteTrigger(clock);
  expect(ScriptApp.getProjectTriggers()).toHaveLength(1);
});

test('each person sees and owns only their own triggers', () => {
  const { host, ScriptApp } = service({ activeUser: 'a@example.com' });
  ScriptApp.newTrigger('f').timeBased().everyHours(1).create();
  host.context.user = 'b@example.com';
  expect(ScriptApp.getProjectTriggers()).toEqual([]);
  expect(host.triggers.all()[0].owner).toBe('a@example.com');
});

test('a time zone that does not exist is refused at once', () => {
  const clock = service().ScriptApp.newTrigger('f').timeBased();
  expect(() => clock.inTimezone('Europe/Okhansk')).toThrow('Invalid argument: timezone');
  for (const zone of ['Asia/Yekaterinburg', 'GMT', 'Etc/UTC']) expect(clock.inTimezone(zone)).toBe(clock);
});

test('a token is some text', () => {
  expect(service().ScriptApp.getOAuthToken()).toMatch(/^\S+$/);
});

test('twenty triggers a person', () => {
  const { host, ScriptApp } = service();
  const add = () => ScriptApp.newTrigger('f').timeBased().everyHours(1).create();
  for (let i = 0; i < 20; i++) add();
  expect(add).toThrow(
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  );
  host.context.user = 'other@example.com';
  expect(add).not.toThrow();
});

describe('schedules', () => {
  test('every day at some minute of the hour, always the same one', () => {
    const times = firings((c) => c.everyDays(1).atHour(9), 3);
    expect(times.map((t) => t.slice(0, 9))).toEqual(['Sat 02.03', 'Sun 03.03', 'Mon 04.03']);
    expect(new Set(times.map((t) => t.slice(10))).size).toBe(1);
    expect(times[0].slice(10)).toMatch(/^09:\d\d$/);
  });

  test('today still counts when the hour is ahead', () => {
    expect(firings((c) => c.everyDays(1).atHour(15), 1)[0]).toMatch(/^Fri 01.03 15:/);
  });

  test('near a minute: a quarter of an hour at most from it', () => {
    const [time] = firings((c) => c.everyDays(1).atHour(9).nearMinute(30), 1);
    const minute = Number(time.slice(-2));
    expect(minute).toBeGreaterThanOrEqual(15);
    expect(minute).toBeLessThanOrEqual(45);
  });

  test('every third day', () => {
    expect(firings((c) => c.everyDays(3).atHour(1), 10).map((t) => t.slice(4, 9))).toEqual([
      '04.03',
      '07.03',
      '10.03',
    ]);
  });

  test('weekdays, and every second week', () => {
    const monday = (c: Clock, app: GoogleAppsScript.Script.ScriptApp) =>
      c.onWeekDay(app.WeekDay.MONDAY).atHour(8);
    expect(firings(monday, 15).map((t) => t.slice(0, 9))).toEqual(['Mon 04.03', 'Mon 11.03']);
    const second = firings((c, app) => monday(c, app).everyWeeks(2), 29).map((t) => t.slice(0, 9));
    expect(second).toEqual(['Mon 11.03', 'Mon 25.03']);
  });

  test('a day of the month, left out in months without it', () => {
    expect(firings((c) => c.onMonthDay(31).atHour(8), 100).map((t) => t.slice(4, 9))).toEqual([
      '31.03',
      '31.05',
    ]);
  });

  test('minutes and hours', () => {
    expect(firings((c) => c.everyMinutes(30), 1 / 12)).toEqual([
      'Fri 01.03 11:40',
      'Fri 01.03 12:10',
      'Fri 01.03 12:40',
      'Fri 01.03 13:10',
    ]);
    const hours = firings((c) => c.everyHours(6), 1);
    expect(hours).toHaveLength(4);
    expect(new Set(hours.map((t) => t.slice(-2))).size).toBe(1);
    expect(() => firings((c) => c.everyMinutes(7), 1)).toThrow('It must be one of 1, 5, 10, 15 or 30.');
  });

  test('once: at a moment, after a while, near midnight of a date', () => {
    expect(firings((c) => c.at(new Date('2024-03-02T00:00:00Z') as never), 9)).toEqual(['Sat 02.03 05:00']);
    expect(firings((c) => c.after(3_600_000), 9)).toEqual(['Fri 01.03 12:10']);
    expect(firings((c) => c.at(new Date('2024-02-01T00:00:00Z') as never), 9)).toEqual([]);
    expect(firings((c) => c.atDate(2024, 3, 5), 9)[0]).toMatch(
      /^(Mon 04.03 23:(4[5-9]|5\d)|Tue 05.03 00:(0\d|1[0-5]))$/,
    );
  });

  test('in another time zone, over a change of summer time', () => {
    const times = firings((c) => c.everyDays(1).atHour(9).nearMinute(30).inTimezone('Europe/Berlin'), 40);
    const hour = (day: string) => Number(times.find((t) => t.includes(day))?.slice(10, 12));
    expect([hour('30.03'), hour('31.03')]).toEqual([13, 12]);
  });

  test('a builder without an event or a schedule makes nothing', () => {
    const { ScriptApp } = service();
    expect(() => ScriptApp.newTrigger('f').timeBased().create()).toThrow('The trigger has no schedule');
    expect(() => ScriptApp.newTrigger('f').forSpreadsheet('x').create()).toThrow('The trigger has no event');
    expect(() => ScriptApp.newTrigger('f').forUserCalendar('x')).toThrow(
      /is not implemented in the local host/,
    );
  });
});

test('triggers go into a file and come back, firing at the same minute', () => {
  const { host, ScriptApp } = service();
  ScriptApp.newTrigger('f').timeBased().everyDays(1).atHour(9).create();
  const saved = JSON.parse(JSON.stringify(host.triggers));
  const other = service();
  other.host.triggers.restore(saved);
  const [from, to] = [host.clock.now(), host.clock.now() + 5 * 86_400_000];
  expect(other.host.triggers.due(from, to).map((d) => d.at)).toEqual(
    host.triggers.due(from, to).map((d) => d.at),
  );
  expect(other.ScriptApp.getProjectTriggers()[0].getHandlerFunction()).toBe('f');
});

describe('authorisation of the person', () => {
  const MAIL = 'https://www.googleapis.com/auth/script.send_mail';
  const SHEETS = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

  test('all granted', () => {
    const { ScriptApp } = service({ scopes: [MAIL, SHEETS] });
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    expect(info.getAuthorizationStatus()).toBe(ScriptApp.AuthorizationStatus.NOT_REQUIRED);
    expect(info.getAuthorizationUrl()).toBeNull();
    expect(() => ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [MAIL])).not.toThrow();
  });

  test('a scope not granted: asked for by name, and refused in use', () => {
    const { host, ScriptApp } = service({ scopes: [MAIL, SHEETS] });
    host.context.revokedScopes = new Set([MAIL]);
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    expect(info.getAuthorizationStatus()).toBe(ScriptApp.AuthorizationStatus.REQUIRED);
    expect(info.getAuthorizationUrl()).toMatch(/^https:/);
    expect(() => ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [SHEETS])).not.toThrow();
    expect(() => ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [MAIL])).toThrow(
      'Authorization is required to perform that action. Please run the script again to authorize it.',
    );
    const MailApp = host.globals.MailApp as GoogleAppsScript.Mail.MailApp;
    expect(() => MailApp.getRemainingDailyQuota()).toThrow(
      /You do not have permission to call MailApp.getRemainingDailyQuota/,
    );
  });

  test('invalidateAuth takes everything back', () => {
    const { ScriptApp } = service({ scopes: [SHEETS] });
    ScriptApp.invalidateAuth();
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    expect(info.getAuthorizationStatus()).toBe(ScriptApp.AuthorizationStatus.REQUIRED);
  });
});

test('the project itself', () => {
  const { ScriptApp } = service();
  expect(typeof ScriptApp.getScriptId()).toBe('string');
  expect(ScriptApp.getService().getUrl()).toBeNull();
  expect(ScriptApp.getInstallationSource()).toBe(ScriptApp.InstallationSource.NONE);
  expect(ScriptApp.AuthMode.FULL).not.toBe('FULL');
  expect(() => ScriptApp.getIdentityToken()).toThrow(
    'ScriptApp.getIdentityToken is not implemented in the local host',
  );
});
