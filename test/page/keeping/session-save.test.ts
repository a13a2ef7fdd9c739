import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openKeeper } from '../../../src/local/page/keeping/keeper';
import { openSession } from '../../../src/local/session';
import { folder, removeFolders } from './children';

const ROOT = join(__dirname, '../../..');

interface Services {
  readonly DocumentApp: {
    create(name: string): { getId(): string; saveAndClose(): void };
    openById(id: string): { getBody(): { appendParagraph(text: string): void } };
  };
  readonly MailApp: { sendEmail(to: string, subject: string, body: string): void };
}

const started = process.argv[1];
beforeAll(() => {
  if (!existsSync(join(ROOT, 'dist/Code.js'))) throw new Error('Run `node build.mjs` before this test.');
  process.argv[1] = join(ROOT, 'build/cli.mjs');
});
afterAll(() => {
  process.argv[1] = started;
  removeFolders();
});

test('saved again and again, a session encodes only what has changed; its files keep their names', async () => {
  const book = folder();
  const session = await openSession({ folder: book, today: '2024-04-20' });
  const { DocumentApp, MailApp } = session.host.globals as unknown as Services;
  const id = DocumentApp.create('Справка').getId();
  DocumentApp.create('Справка');
  MailApp.sendEmail('a@b.ru', 'Письмо', 'текст');
  MailApp.sendEmail('a@b.ru', 'Письмо', 'текст');
  const keeper = await openKeeper(book);
  const given: Map<string, Uint8Array>[] = [];
  const save = (): Promise<void> =>
    session.save(book, async (files) => {
      given.push(new Map([...files].map(([path, data]) => [basename(path), data])));
      await keeper.write(files);
    });
  await save();
  await save();
  // The clock stands still: the time of the last change says nothing.
  DocumentApp.openById(id).getBody().appendParagraph('Добавлено');
  MailApp.sendEmail('a@b.ru', 'Письмо', 'ещё одно');
  await save();

  const [first, second, third] = given;
  const files = ['Справка.docx', 'Справка (2).docx', '0001 Письмо.eml', '0002 Письмо.eml'];
  for (const file of files) expect(second.get(file)).toBe(first.get(file));
  expect(third.get('Справка.docx')).not.toEqual(first.get('Справка.docx'));
  for (const file of files.slice(1)) expect(third.get(file)).toBe(first.get(file));
  expect([...third.keys()]).toContain('0003 Письмо.eml');
  expect(readdirSync(join(book, 'outbox'))).toHaveLength(3);
  expect(readdirSync(join(book, 'documents'))).toHaveLength(2);
  await keeper.close();

  const again = await openSession({ book, folder: book, today: '2024-04-20' });
  const last = new Map<string, Uint8Array>();
  await again.save(book, async (all) => {
    for (const [path, data] of all) last.set(basename(path), data);
  });
  for (const file of [...files, '0003 Письмо.eml'])
    expect(Buffer.from(last.get(file) ?? []).equals(third.get(file) ?? Buffer.from('?'))).toBe(true);
}, 30_000);
