import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area, Reply } from '../../src/local/page/protocol';
import { cli, removeScratch, scratch } from '../cli/run-cli';
import { actId, killServed, type Served, serve } from './served';

jest.setTimeout(120_000);

let made = '';
/** A set-up book with one organisation, copied for each test. */
async function bookFolder(): Promise<string> {
  if (made === '') {
    made = join(scratch(), 'made');
    await cli(['new', '--out', made]);
  }
  const folder = join(scratch(), `book-${actId()}`);
  cpSync(made, folder, { recursive: true });
  return folder;
}

afterAll(() => {
  killServed();
  removeScratch();
});

const area = (sheetId: number, row: number, column: number): Area => ({
  sheetId,
  row,
  column,
  rows: 1,
  columns: 1,
});

async function rowOf(book: Served, title: string, row: number): Promise<string[]> {
  const { id } = await book.tab(title);
  const { rows } = await book.act({ kind: 'sheet', sheetId: id });
  return (rows[row]?.c ?? []).map((cell) => cell?.t ?? '');
}

async function columnOf(book: Served, title: string, header: string): Promise<number> {
  return (await rowOf(book, title, 0)).indexOf(header);
}

async function type(
  book: Served,
  title: string,
  row: number,
  header: string,
  text: string,
  id = actId(),
): Promise<Reply> {
  const { id: sheetId } = await book.tab(title);
  const column = await columnOf(book, title, header);
  return book.reply(
    { kind: 'edit', id, sheetId, row, column, values: [[text]] },
    'w1',
    area(sheetId, row, column),
  );
}

test('an edit fires onEdit, the number of the record comes back to every window, and undo takes it away', async () => {
  const book = await serve(await bookFolder(), '--port', '0');
  const [one, two] = [await book.listen('w1'), await book.listen('w2')];
  const { id: sheetId } = await book.tab('Организации');
  await book.act({ kind: 'sheet', sheetId }, 'w2');
  const column = await columnOf(book, 'Организации', 'Краткое наименование');
  await book.act({ kind: 'edit', id: actId(), sheetId, row: 1, column, values: [['СОШ № 1']] });
  for (const heard of [one, two]) {
    const { sheets } = await heard.next('changes');
    expect(JSON.stringify(sheets)).toMatch(/ORG-01.*СОШ № 1/);
  }
  const { undo } = await book.act({ kind: 'undo', id: actId() });
  expect(undo.redo).toMatch(/^ввод в /);
  expect((await rowOf(book, 'Организации', 1))[column]).toBe('');
  await book.act({ kind: 'redo', id: actId() });
  expect((await rowOf(book, 'Организации', 1))[column]).toBe('СОШ № 1');
  // What another window has typed since is not taken back with it.
  await book.act({ kind: 'edit', id: actId(), sheetId, row: 1, column, values: [['Лицей']] }, 'w2');
  const late = await book.reply({ kind: 'undo', id: actId() });
  expect(late).toMatchObject({
    ok: false,
    why: 'refused',
    refused: expect.stringMatching(/стёрла бы новое/),
  });
  expect((await rowOf(book, 'Организации', 1))[column]).toBe('Лицей');
  // A place that is on no tab is refused, not written somewhere.
  for (const place of [
    { row: 1, column: -1 },
    { row: 1.5, column: 0 },
  ])
    expect(await book.reply({ kind: 'edit', id: actId(), sheetId, ...place, values: [['?']] })).toMatchObject(
      {
        ok: false,
        why: 'refused',
      },
    );
  expect((await book.stop()).exit).toBe(0);
});

test('rows are inserted, deleted and sorted, and come back whole', async () => {
  const book = await serve(await bookFolder(), '--port', '0');
  const { id: sheetId } = await book.tab('Организации');
  const column = await columnOf(book, 'Организации', 'Краткое наименование');
  const names = async () => {
    const { rows } = await book.act({ kind: 'rows', sheetId, from: 1, to: 6 });
    return rows.map(({ c }) => c[column]?.t ?? '').slice(0, 4);
  };
  await book.act({
    kind: 'edit',
    id: actId(),
    sheetId,
    row: 1,
    column,
    values: [['Вторая'], ['Первая'], ['Третья']],
  });
  await book.act({ kind: 'insertRows', id: actId(), sheetId, row: 2, count: 1 });
  expect(await names()).toEqual(['Вторая', '', 'Первая', 'Третья']);
  await book.act({ kind: 'undo', id: actId() });
  await book.act({ kind: 'deleteRows', id: actId(), sheetId, row: 1, count: 2 });
  expect(await names()).toEqual(['Третья', '', '', '']);
  await book.act({ kind: 'undo', id: actId() });
  expect(await names()).toEqual(['Вторая', 'Первая', 'Третья', '']);
  await book.act({ kind: 'sort', id: actId(), sheetId, column, ascending: true });
  expect(await names()).toEqual(['Вторая', 'Первая', 'Третья', '']);
  await book.act({ kind: 'sort', id: actId(), sheetId, column, ascending: false });
  expect(await names()).toEqual(['Третья', 'Первая', 'Вторая', '']);
  await book.act({ kind: 'undo', id: actId() });
  expect(await names()).toEqual(['Вторая', 'Первая', 'Третья', '']);
  await book.stop();
});

test('a value that the rule of its cell rejects is refused in Russian, and nothing changes', async () => {
  const book = await serve(await bookFolder(), '--port', '0');
  await type(book, 'Организации', 1, 'Краткое наименование', 'СОШ № 1');
  const before = await rowOf(book, 'Организации', 1);
  const answer = await type(book, 'Организации', 1, 'Дата архивации', 'позавчера');
  if (answer.ok) expect((await rowOf(book, 'Организации', 1)).join()).toMatch(/позавчера/);
  else {
    expect(answer).toMatchObject({ why: 'refused', refused: expect.stringMatching(/^Значение в ячейке /) });
    expect(await rowOf(book, 'Организации', 1)).toEqual(before);
  }
  await book.stop();
});

test('killed at once after an answer: the change is there again, done once, and the window learns of it', async () => {
  const folder = await bookFolder();
  let book = await serve(folder, '--port', '0');
  const [first, second] = [actId(), actId()];
  await type(book, 'Организации', 1, 'Краткое наименование', 'СОШ № 1', first);
  await type(book, 'Организации', 2, 'Краткое наименование', 'СОШ № 2', second);
  await book.kill('SIGKILL');
  book = await serve(folder, '--port', '0');
  const { recovered } = await book.act({ kind: 'open', language: 'ru' });
  expect(recovered).toMatch(/восстановлено действий из журнала — 2/);
  // The window that had no answer sends it again.
  expect((await type(book, 'Организации', 2, 'Краткое наименование', 'СОШ № 2', second)).ok).toBe(true);
  const rows = await Promise.all([1, 2, 3].map((row) => rowOf(book, 'Организации', row)));
  expect(rows.map((cells) => cells[0])).toEqual(['ORG-01', 'ORG-02', '']);
  expect((await book.stop()).exit).toBe(0);
  expect(existsSync(join(folder, '.lock'))).toBe(false);
  book = await serve(folder, '--port', '0');
  expect((await book.act({ kind: 'open', language: 'ru' })).recovered).toBe('');
  expect((await rowOf(book, 'Организации', 2))[0]).toBe('ORG-02');
  await book.stop();
});

test('a second program is refused, with the address of the first; so is a command that would write into the folder', async () => {
  const folder = await bookFolder();
  const book = await serve(folder, '--port', '0');
  const second = await cli(['serve', '--book', folder, '--port', '0']);
  expect(second).toMatchObject({ exit: 2, stdout: '' });
  expect(second.stderr).toContain(book.origin);
  const check = await cli(['check', '--book', folder]);
  expect(check).toMatchObject({ exit: 2 });
  expect(check.stderr).toContain(book.origin);
  await book.stop();
});

test('a file that another program has changed is not overwritten: either side can be taken, the other is kept', async () => {
  const folder = await bookFolder();
  const other = await bookFolder();
  const book = await serve(folder, '--port', '0');
  const heard = await book.listen('w1');
  await type(book, 'Организации', 1, 'Краткое наименование', 'Наша');
  writeFileSync(
    join(folder, 'workbook.xlsx'),
    Buffer.concat([readFileSync(join(other, 'workbook.xlsx')), Buffer.from('\0')]),
  );
  const saved = await book.act({ kind: 'save' });
  expect(saved).toMatchObject({ state: 'outside', words: expect.stringMatching(/\S/) });
  await book.act({ kind: 'outside', take: 'ours' });
  expect(await book.act({ kind: 'save' })).toMatchObject({ state: 'saved' });
  const versions = await book.act({ kind: 'versions' });
  expect(versions.map(({ why }) => why).join()).toMatch(/другой программой/);
  const hello = heard.next('hello');
  await hello;
  const id = versions.find(({ why }) => /другой программой/.test(why))!.id;
  await book.act({ kind: 'restore', version: id });
  await heard.next('hello');
  expect((await rowOf(book, 'Организации', 1)).join('')).toBe('');
  // Names that the book holds no more must not stay in its versions.
  expect(await book.act({ kind: 'forget' })).toBeGreaterThan(1);
  expect(await book.act({ kind: 'versions' })).toEqual([]);
  await book.stop();
});

test('a question of a script waits for its window; a command can be stopped; what it does is told', async () => {
  const folder = join(scratch(), 'blank');
  const book = await serve(folder, '--port', '0');
  const heard = await book.listen('w1');
  const before = await book.act({ kind: 'open', language: 'ru' });
  expect(before.steps).toEqual({ tabs: false, records: false, report: false });
  const args = ['setUp', { storageMode: 'Полный' }];
  await book.act({ kind: 'call', id: actId(), function: 'rpc', args, caption: 'Новая книга' });
  expect((await book.act({ kind: 'open', language: 'ru' })).steps.tabs).toBe(true);
  const run = (id: string) =>
    book.reply({ kind: 'run', id, function: 'toggleNightlySweep', caption: 'Ночная сверка' });
  const answered = run(actId());
  const { question } = await heard.next('ask');
  expect(question).toMatchObject({ kind: 'alert', buttons: ['YES', 'NO'] });
  expect((await heard.next('busy')).asking).toBe(true);
  await book.act({ kind: 'answer', question: question.id, button: 'NO', text: '' });
  expect((await answered).ok).toBe(true);
  const stopped = run(actId());
  await heard.next('ask');
  await book.act({ kind: 'stop', now: false });
  expect(await stopped).toMatchObject({ ok: false, why: 'stopped' });
  const [last] = await book.act({ kind: 'runs' });
  expect(last).toMatchObject({ what: 'Ночная сверка', how: 'menu', error: 'Остановлено' });
  await book.stop();
});

test('moving the day runs the triggers of their owners; what they did is done again after a kill, letters once', async () => {
  const folder = await bookFolder();
  let book = await serve(folder, '--port', '0', '--today', '2024-04-15');
  const rpc = (name: string, args: object) =>
    book.act({ kind: 'call', id: actId(), function: 'rpc', args: [name, args], caption: 'Напоминания' });
  await rpc('lettersSwitch', { to: 'on' });
  const { fired } = await book.act({ kind: 'today', id: actId(), date: '2024-04-17' });
  expect(fired.map(({ what, user, error }) => ({ what, user, error }))).toEqual([
    { what: 'dailyRun', user: 'coordinator@example.ru', error: '' },
    { what: 'dailyRun', user: 'coordinator@example.ru', error: '' },
  ]);
  expect(fired.every(({ trips }) => trips > 0)).toBe(true);
  const before = await book.act({ kind: 'runs' });
  await book.kill('SIGKILL');
  book = await serve(folder, '--port', '0');
  expect((await book.act({ kind: 'open', language: 'ru' })).today).toBe('2024-04-17');
  const after = await book.act({ kind: 'runs' });
  expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
  expect(await book.reply({ kind: 'today', id: actId(), date: '2024-02-31x' })).toMatchObject({ ok: false });
  await book.stop();
});

test('only this machine, only who was let in, only our own pages', async () => {
  const book = await serve(await bookFolder(), '--port', '0');
  const status = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(book.origin + path, { headers, redirect: 'manual' })).status;
  expect(await status('/')).toBe(401);
  expect(await status('/?token=wrong')).toBe(401);
  const { cookie } = book;
  expect(await status('/', { cookie })).toBe(200);
  expect(await status('/workbook.xlsx', { cookie, origin: 'https://evil.example' })).toBe(403);
  expect(await status('/workbook.xlsx', { cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status('/chunks/..%2f..%2fcli.mjs', { cookie })).toBe(404);
  const page = await book.get('/');
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  const file = await book.get('/workbook.xlsx');
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await book.stop();
});

test('a folder with something else in it is not turned into a book', async () => {
  const folder = join(scratch(), 'else');
  cpSync(join(__dirname, '../data'), folder, { recursive: true });
  const names = readdirSync(folder);
  const run = await cli(['serve', '--book', folder]);
  expect(run).toMatchObject({ exit: 2, stdout: '' });
  expect(run.stderr).toMatch(/лежит что-то другое/);
  expect(readdirSync(folder)).toEqual(names);
});
