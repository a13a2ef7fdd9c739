import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { RefusedError } from '../../src/local/command';
import { mailServer } from '../../src/local/smtp';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
}

/** A mail server on loopback that keeps what it gets. */
async function server(options: {
  readonly refuse?: (address: string) => boolean;
  /** What it does when a whole letter has come. */
  readonly onLetter?: 'take' | 'refuse' | 'later' | 'hang-up';
  readonly password?: string;
}) {
  const received: Received[] = [];
  const smtp = new SMTPServer({
    disabledCommands: options.password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      username === 'boss' && password === options.password
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    onRcptTo: ({ address }, _session, done) =>
      options.refuse?.(address)
        ? done(Object.assign(new Error('No such user'), { responseCode: 550 }))
        : done(),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { envelope } = session;
        const letter = {
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          data: Buffer.concat(chunks).toString('utf8'),
        };
        switch (options.onLetter ?? 'take') {
          case 'take':
            received.push(letter);
            return done();
          case 'refuse':
            return done(Object.assign(new Error('Message rejected'), { responseCode: 554 }));
          case 'later':
            return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
          default:
            // The letter was taken, and the answer is lost.
            received.push(letter);
            for (const connection of smtp.connections)
              (connection as { _socket: { destroy(): void } })._socket.destroy();
        }
      });
    },
  });
  smtp.on('error', () => {});
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise<void>((resolve) => {
        smtp.close(() => resolve());
      }),
  };
}

const EML = Buffer.from(
  'From: a@example.ru\r\nTo: b@example.ru\r\nSubject: =?utf-8?B?0KLQtdGB0YI=?=\r\n\r\nТело\r\n',
);
const FROM = 'coordinator@example.ru';

test('a letter reaches the server as it is, from the sender to one address', async () => {
  const there = await server({});
  const mail = await mailServer(there.url, FROM);
  expect(await mail.send('b@example.ru', EML)).toEqual({ result: 'отправлено', note: '' });
  mail.close();
  await there.close();
  expect(there.received).toEqual([{ from: FROM, to: ['b@example.ru'], data: EML.toString('utf8') }]);
});

test.each([
  ['the address is refused', { refuse: () => true }, 'неверный адрес'],
  ['the letter is refused for good', { onLetter: 'refuse' }, 'не отправлено'],
  ['the server asks to come later', { onLetter: 'later' }, 'не отправлено'],
  ['the connection breaks before the answer', { onLetter: 'hang-up' }, 'неизвестно'],
] as const)('%s → %s', async (_, options, result) => {
  const there = await server(options);
  const mail = await mailServer(there.url, FROM);
  expect((await mail.send('b@example.ru', EML)).result).toBe(result);
  mail.close();
  await there.close();
});

test('user and password of the address are used; a wrong password is told before anything is claimed', async () => {
  const there = await server({ password: 'с:п@ция' });
  const login = (password: string) => `smtp://boss:${encodeURIComponent(password)}@127.0.0.1:${there.port}`;
  const mail = await mailServer(login('с:п@ция'), FROM);
  expect((await mail.send('b@example.ru', EML)).result).toBe('отправлено');
  mail.close();
  await expect(mailServer(login('другой'), FROM)).rejects.toThrow(RefusedError);
  await there.close();
});

test('nobody answers, or the address is none: one line, and nothing is claimed', async () => {
  const there = await server({});
  await there.close();
  await expect(mailServer(there.url, FROM)).rejects.toThrow(/не отвечает/);
  await expect(mailServer('mail.example.ru', FROM)).rejects.toThrow(/не распознан/);
  await expect(mailServer('https://mail.example.ru', FROM)).rejects.toThrow(/не распознан/);
});
