import { createHost } from '../../../src/local/host/host';

function service() {
  const host = createHost({ now: '2024-03-01T00:00:00Z', activeUser: 'curator@example.com' });
  return {
    host,
    MailApp: host.globals.MailApp as GoogleAppsScript.Mail.MailApp,
    Utilities: host.globals.Utilities as GoogleAppsScript.Utilities.Utilities,
  };
}

test('all four ways to send', () => {
  const { host, MailApp } = service();
  MailApp.sendEmail('a@example.com', 'Тема', 'Текст');
  MailApp.sendEmail('a@example.com', 'reply@example.com', 'Тема', 'Текст');
  MailApp.sendEmail('a@example.com,b@example.com', 'Тема', 'Текст', {
    cc: 'c@example.com',
    name: 'Управление',
    noReply: true,
  });
  MailApp.sendEmail({
    to: '"Иванова, М." <a@example.com>',
    bcc: 'd@example.com',
    subject: 'Тема',
    htmlBody: '<b>Т</b>',
  });
  expect(host.outbox.messages.map((m) => ({ ...m }))).toMatchObject([
    {
      to: ['a@example.com'],
      subject: 'Тема',
      body: 'Текст',
      replyTo: null,
      htmlBody: null,
      from: 'curator@example.com',
    },
    { to: ['a@example.com'], replyTo: 'reply@example.com', subject: 'Тема', body: 'Текст' },
    { to: ['a@example.com', 'b@example.com'], cc: ['c@example.com'], name: 'Управление', noReply: true },
    { to: ['"Иванова, М." <a@example.com>'], bcc: ['d@example.com'], body: '', htmlBody: '<b>Т</b>' },
  ]);
  expect(host.outbox.messages[0].date).toBe(Date.parse('2024-03-01T00:00:00Z'));
});

test('attachments and pictures inside', () => {
  const { host, MailApp, Utilities } = service();
  const file = Utilities.newBlob('x', 'text/csv', 'x.csv');
  MailApp.sendEmail({
    to: 'a@example.com',
    subject: 's',
    body: 'b',
    attachments: [file],
    inlineImages: { logo: file },
  });
  const [message] = host.outbox.messages;
  expect(message.attachments.map((a) => a.getName())).toEqual(['x.csv']);
  expect(message.inlineImages.logo.getDataAsString()).toBe('x');
});

describe('refused', () => {
  test.each([
    ['no recipient', { subject: 's', body: 'b' }, 'Failed to send email: no recipient'],
    ['an empty recipient', { to: ' , ', subject: 's' }, 'Failed to send email: no recipient'],
    ['a wrong address', { to: 'a@example.com, нет адреса', subject: 's' }, 'Invalid email: нет адреса'],
    [
      'an address without a domain',
      { to: 'curator@localhost', subject: 's' },
      'Invalid email: curator@localhost',
    ],
    ['a wrong reply address', { to: 'a@example.com', replyTo: 'b', subject: 's' }, 'Invalid email: b'],
    [
      '51 recipients',
      { to: Array(51).fill('a@example.com').join(), subject: 's' },
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    [
      'a large body',
      { to: 'a@example.com', subject: 's', body: 'x'.repeat(204_801) },
      'Limit Exceeded: Email Body Size.',
    ],
    [
      'one attachment without a list',
      { to: 'a@example.com', subject: 's', attachments: 'file' },
      'Invalid argument: attachments',
    ],
    ['a long subject', { to: 'a@example.com', subject: 'x'.repeat(251) }, 'Argument too large: subject'],
  ])('%s', (_, message, text) => {
    const { host, MailApp } = service();
    expect(() => MailApp.sendEmail(message as never)).toThrow(text);
    expect(host.outbox.messages).toEqual([]);
    expect(MailApp.getRemainingDailyQuota()).toBe(100);
  });
});

test('the daily quota counts recipients and starts anew 24 hours after the first letter', () => {
  const { host, MailApp } = service();
  host.outbox.dailyLimit = 3;
  MailApp.sendEmail('a@example.com', 's', 'b', { cc: 'b@example.com' });
  expect(MailApp.getRemainingDailyQuota()).toBe(1);
  expect(() => MailApp.sendEmail('a@example.com,b@example.com', 's', 'b')).toThrow(
    'Service invoked too many times for one day: email.',
  );
  expect(MailApp.getRemainingDailyQuota()).toBe(1);
  const saved = JSON.parse(JSON.stringify(host.outbox.quota()));
  host.clock.advance(86_400_000 - 1);
  expect(MailApp.getRemainingDailyQuota()).toBe(1);
  host.clock.advance(1);
  expect(MailApp.getRemainingDailyQuota()).toBe(3);
  const other = service();
  other.host.outbox.restoreQuota(saved);
  expect(other.MailApp.getRemainingDailyQuota()).toBe(98);
});
