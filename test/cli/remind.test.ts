import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { cli, digest, json, removeScratch, scratch } from './run-cli';

interface Letters {
  readonly today: string;
  readonly mode: 'dry' | 'sent';
  readonly letters: readonly { readonly to: string; readonly items: readonly { readonly key: string }[] }[];
  readonly sent: null | { readonly sent: number; readonly unknown: number };
}

jest.setTimeout(120_000);

const DAY = '2024-04-22';
const NEXT = '2024-04-23';
const files = (folder: string) => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};
const run = (command: string, book: string, ...more: string[]) =>
  cli([command, '--book', book, '--today', DAY, ...more]);

let demo = '';
beforeAll(async () => {
  demo = join(scratch(), 'demo');
  expect((await cli(['demo', '--out', demo])).exit).toBe(0);
});
afterAll(removeScratch);

test('a trial writes letters.json and the letters themselves, and leaves the book as it was', async () => {
  const out = join(scratch(), 'out');
  const before = digest(join(demo, 'workbook.xlsx'));
  const { exit, stdout } = await run('remind', demo, '--out', out);
  expect([exit, stdout]).toEqual([0, expect.stringContaining('Это проба: ничего не отправлено')]);
  const report = json<Letters>(out, 'letters.json');
  expect(report).toMatchObject({ today: DAY, mode: 'dry', sent: null });
  expect(report.letters.length).toBeGreaterThan(3);
  expect(files(join(out, 'preview'))).toHaveLength(report.letters.length);
  expect(files(join(out, 'outbox'))).toEqual([]);
  expect(files(out)).not.toContain('workbook.xlsx');
  expect(digest(join(demo, 'workbook.xlsx'))).toBe(before);
  const eml = readFileSync(join(out, 'preview', `${report.letters[0]!.to}.eml`), 'utf8');
  expect(eml).toMatch(/^Content-Type: text\/plain/m);
  expect(eml).toMatch(/^Content-Type: text\/html/m);
  expect(json(out, 'run.json')).toMatchObject({
    command: 'remind',
    counts: { letters: report.letters.length, sent: 0 },
  });
});

test('--send keeps in the book what was sent: the same day again nothing, the next day only what is new', async () => {
  const book = join(scratch(), 'book');
  const first = await run('remind', demo, '--out', book, '--send');
  expect(first.exit).toBe(0);
  const { letters, sent } = json<Letters>(book, 'letters.json');
  expect(sent).toMatchObject({ sent: letters.length, unknown: 0 });
  const keys = letters.flatMap(({ items }) => items.map(({ key }) => key));
  const outbox = files(join(book, 'outbox'));
  expect(outbox).toHaveLength(letters.length);
  await run('remind', book, '--send');
  expect(json<Letters>(book, 'letters.json').letters).toEqual([]);
  expect(files(join(book, 'outbox'))).toEqual(outbox);
  expect((await cli(['remind', '--book', book, '--today', NEXT, '--send'])).exit).toBe(0);
  const later = json<Letters>(book, 'letters.json').letters.flatMap(({ items }) =>
    items.map(({ key }) => key),
  );
  expect(later.filter((key) => keys.includes(key))).toEqual([]);
});

test('--smtp: letters leave through a real server, after their intents are on the disk', async () => {
  const book = join(scratch(), 'book');
  const received: { to: string; ledgerThen: boolean }[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on('end', () => {
        received.push({
          to: envelope.rcptTo[0]!.address,
          ledgerThen: files(book).includes('workbook.xlsx'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  const address = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  try {
    const { exit, stderr } = await run(
      'remind',
      demo,
      '--out',
      book,
      '--send',
      '--smtp',
      address,
      '--user',
      'boss@example.ru',
    );
    expect([exit, stderr]).toEqual([0, expect.stringContaining('Отправляю')]);
    const { letters, sent } = json<Letters>(book, 'letters.json');
    expect(received.map(({ to }) => to).sort()).toEqual(letters.map(({ to }) => to).sort());
    expect(received.every(({ ledgerThen }) => ledgerThen)).toBe(true);
    expect(sent).toMatchObject({ sent: letters.length, unknown: 0 });
    expect(files(join(book, 'outbox'))).toHaveLength(letters.length);
    await run('remind', book, '--send', '--smtp', address, '--user', 'boss@example.ru');
    expect(received).toHaveLength(letters.length);
  } finally {
    await new Promise<void>((resolve) => {
      smtp.close(() => resolve());
    });
  }
  // Nobody answers any more: nothing is claimed, and nothing is lost for the next day.
  const dead = await cli([
    'remind',
    '--book',
    book,
    '--today',
    NEXT,
    '--send',
    '--smtp',
    address,
    '--user',
    'boss@example.ru',
  ]);
  expect([dead.exit, dead.stderr]).toEqual([2, expect.stringMatching(/не отвечает/)]);
  await cli(['remind', '--book', book, '--today', NEXT]);
  expect(json<Letters>(book, 'letters.json').letters.length).toBeGreaterThan(0);
});

test('what is asked for wrongly is refused in one line', async () => {
  const refused = async (...args: string[]) => {
    const { exit, stderr } = await cli(args);
    return [exit, stderr.trim().split('\n').at(-1)];
  };
  expect(await refused('remind')).toEqual([2, expect.stringMatching(/--book/)]);
  expect(await refused('remind', '--book', demo, '--out', scratch(), '--smtp', 'smtp://x')).toEqual([
    2,
    expect.stringMatching(/только вместе с --send/),
  ]);
  for (const [more, words] of [
    [['--smtp', 'smtp://x'], /от чьего адреса/],
    [['--smtp', 'env', '--user', 'boss@example.ru'], /не задан/],
    [['--smtp', '', '--user', 'boss@example.ru'], /не задан/],
  ] as const)
    expect(await refused('remind', '--book', demo, '--out', scratch(), '--send', ...more)).toEqual([
      2,
      expect.stringMatching(words),
    ]);
  expect(await refused('rehearse', '--book', demo, '--out', scratch(), '--date-from', '2024-13-01')).toEqual([
    2,
    expect.stringMatching(/не распознана/),
  ]);
  expect(
    await refused(
      'rehearse',
      '--book',
      demo,
      '--out',
      scratch(),
      '--date-from',
      '2024-05-01',
      '--date-to',
      '2024-04-01',
    ),
  ).toEqual([2, expect.stringMatching(/не раньше первого/)]);
});

test('rehearsed days are the same days run day by day through the command line', async () => {
  const [from, to] = ['2024-04-18', '2024-04-25'];
  const out = join(scratch(), 'rehearsal');
  const { exit, stdout } = await run('rehearse', demo, '--out', out, '--date-from', from, '--date-to', to);
  expect([exit, stdout]).toEqual([0, expect.stringMatching(/Прогон 18\.04\.2024 — 25\.04\.2024/)]);
  const { days } = json<{
    days: { date: string; letters: { to: string; subject: string; items: number }[] }[];
  }>(out, 'rehearsal.json');
  const book = join(scratch(), 'book');
  let source = demo;
  for (let day = from; day <= to; day = following(day)) {
    await cli(['remind', '--book', source, '--out', book, '--today', day, '--send']);
    source = book;
    const sent = json<{ letters: { to: string; subject: string; items: unknown[] }[] }>(
      book,
      'letters.json',
    ).letters;
    const rehearsed = days.find(({ date }) => date === day)?.letters ?? [];
    expect([day, rehearsed.map(({ to, subject, items }) => [to, subject, items])]).toEqual([
      day,
      sent.map(({ to, subject, items }) => [to, subject, items.length]),
    ]);
  }
});

function following(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
