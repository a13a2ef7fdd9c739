import { createHost, type HostOptions } from '../../../src/local/host/host';

function service(options: HostOptions = {}) {
  const host = createHost({ activeUser: 'm.ivanova@example.com', now: '2024-03-01T00:00:00Z', ...options });
  return { host, Session: host.globals.Session as GoogleAppsScript.Base.Session };
}

test('a person is shown by e-mail', () => {
  const user = service().Session.getActiveUser();
  expect(user.getEmail()).toBe('m.ivanova@example.com');
  expect(String(user)).toBe(user.getEmail());
});

test.each(['LIMITED', 'NONE', 'CUSTOM_FUNCTION'])('unknown to a script in mode %s', (mode) => {
  const { host, Session } = service();
  host.context.authMode = mode;
  if (mode === 'NONE')
    expect(() => Session.getActiveUser()).toThrow(
      'You do not have permission to call Session.getActiveUser.',
    );
  else expect(Session.getActiveUser().getEmail()).toBe('');
});

test('unknown without the scope for it', () => {
  const without = service({ scopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] });
  expect(without.Session.getActiveUser().getEmail()).toBe('');
  const having = service({ scopes: ['https://www.googleapis.com/auth/userinfo.email'] });
  expect(having.Session.getActiveUser().getEmail()).toBe('m.ivanova@example.com');
});

test('the effective user is the owner of a trigger', () => {
  const { host, Session } = service();
  expect(Session.getEffectiveUser().getEmail()).toBe('m.ivanova@example.com');
  host.context.effectiveUser = 'owner@example.com';
  expect(Session.getEffectiveUser().getEmail()).toBe('owner@example.com');
  expect(Session.getActiveUser().getEmail()).toBe('m.ivanova@example.com');
});

test('time zone, language, and a key that lasts 30 days', () => {
  const { host, Session } = service({ timeZone: 'Europe/Moscow', locale: 'ru_RU' });
  expect(Session.getScriptTimeZone()).toBe('Europe/Moscow');
  expect(Session.getActiveUserLocale()).toBe('ru');
  const key = Session.getTemporaryActiveUserKey();
  expect(key).not.toContain('ivanova');
  expect(Session.getTemporaryActiveUserKey()).toBe(key);
  host.clock.advance(31 * 86_400_000);
  expect(Session.getTemporaryActiveUserKey()).not.toBe(key);
});
