import { writeEml } from '../../../src/local/files/eml';
import { BlobImpl } from '../../../src/local/services/blob';
import type { MailMessage } from '../../../src/local/services/mail';

const message: MailMessage = {
  date: Date.parse('2024-03-01T04:30:00Z'),
  from: 'curator@example.com',
  to: ['Иванова М. П. <ivanova@example.com>', 'b@example.com'],
  cc: [],
  bcc: ['archive@example.com'],
  replyTo: 'reply@example.com',
  name: 'Управление образования',
  noReply: false,
  subject: 'Контрольная дата: подписать соглашение',
  body: 'Здравствуйте!\nСрок — 5 марта.',
  htmlBody: '<p>Срок — <b>5 марта</b> <img src="cid:chart"></p>',
  attachments: [new BlobImpl(new Uint8Array(Buffer.from('a;b\n')), 'text/csv', 'Список.csv')],
  inlineImages: { chart: new BlobImpl(Uint8Array.of(137, 80, 78, 71), 'image/png', null) },
};

const textOf = async (m: MailMessage) => Buffer.from(await writeEml(m)).toString('utf8');
const decoded = (header: string) =>
  header
    .replace(/\r\n /g, ' ')
    .replace(/\?=\s*=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, body: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(body, 'base64').toString()
        : Buffer.from(
            body
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/g, (_hex, h: string) => String.fromCharCode(Number.parseInt(h, 16))),
            'latin1',
          ).toString(),
    );

test('headers', async () => {
  const text = await textOf(message);
  const headers = decoded(text.slice(0, text.indexOf('\r\n\r\n')));
  expect(headers).toContain('Subject: Контрольная дата: подписать соглашение');
  expect(headers).toMatch(/From: "?Управление образования"? <curator@example.com>/);
  expect(headers).toMatch(/To: "?Иванова М. П."? <ivanova@example.com>, b@example.com/);
  expect(headers).toContain('Bcc: archive@example.com');
  expect(headers).toContain('Reply-To: reply@example.com');
  expect(headers).toContain('Date: Fri, 01 Mar 2024 04:30:00 +0000');
  expect(headers).toMatch(/Message-ID: <[0-9a-f]{24}@local-host>/);
});

test('text and HTML are alternatives, the picture belongs to the HTML, the file is attached', async () => {
  const text = await textOf(message);
  const order = [
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'multipart/related',
    'text/html',
    'image/png',
    'text/csv',
  ];
  const places = order.map((type) => text.indexOf(`Content-Type: ${type}`));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text).toContain('Content-ID: <chart>');
  expect(text).toMatch(/Content-Disposition: inline/);
  expect(text).toMatch(/Content-Disposition: attachment/);
});

test('the same letter gives the same bytes, another one does not', async () => {
  expect(await textOf(message)).toBe(await textOf(message));
  const other = await textOf({ ...message, subject: 'Другая' });
  const id = (text: string) => /Message-ID: (\S+)/.exec(text)?.[1];
  expect(id(other)).not.toBe(id(await textOf(message)));
});

test('a plain letter is one part', async () => {
  const text = await textOf({ ...message, htmlBody: null, attachments: [], inlineImages: {} });
  expect(text).not.toContain('multipart');
  expect(text).toContain('Content-Type: text/plain; charset=utf-8');
});
