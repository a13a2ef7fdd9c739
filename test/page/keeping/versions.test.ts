import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Keeper, openKeeper } from '../../../src/local/page/keeping/keeper';
import { actsOf, bookOf, putBook } from './book-of';
import { folder, removeFolders } from './children';
import { onEachStep } from './counted-disk';

afterAll(removeFolders);

let book: string;
let keeper: Keeper;

const actsIn = (...path: string[]): number[] => actsOf(readFileSync(join(book, ...path)));
const kept = async (): Promise<number[][]> =>
  (await keeper.versions()).map(({ id }) => actsIn('versions', id, 'workbook.xlsx'));

beforeEach(async () => {
  book = folder();
  putBook(book, []);
  keeper = await openKeeper(book);
});

test('each save keeps what it replaces; one that changes nothing keeps nothing', async () => {
  await keeper.write(bookOf(book, [1]));
  await keeper.write(bookOf(book, [1, 2]));
  const before = readdirSync(book, { recursive: true });
  await keeper.write(bookOf(book, [1, 2]));
  expect(readdirSync(book, { recursive: true })).toEqual(before);
  expect(await kept()).toEqual([[1], []]);
  const [last] = await keeper.versions();
  expect(last.id).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d)?$/);
  expect(last).toMatchObject({ why: 'сохранение', kind: 'step' });
  expect(last.bytes).toBeGreaterThan(0);
  expect(Math.abs(last.at - Date.now())).toBeLessThan(60_000);
});

test('a version costs no bytes: it is the old file under its old inode', async () => {
  const { ino } = statSync(join(book, 'workbook.xlsx'));
  await keeper.write(bookOf(book, [1]));
  const [{ id }] = await keeper.versions();
  expect(statSync(join(book, 'versions', id, 'workbook.xlsx'))).toMatchObject({ ino, nlink: 1 });
});

test('on a disk without links it is a copy, and the lock works too', async () => {
  await keeper.close();
  const mend = await onEachStep(({ name }) =>
    name === 'link' ? Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })) : undefined,
  );
  keeper = await openKeeper(book);
  await expect(openKeeper(book)).rejects.toThrow('уже открыта');
  await keeper.write(bookOf(book, [1]));
  mend();
  expect(await kept()).toEqual([[]]);
});

test('many saves do not pile up', async () => {
  for (let n = 1; n <= 30; n += 1) await keeper.write(bookOf(book, [n]));
  const acts = await kept();
  expect(acts.length).toBeLessThan(10);
  expect(acts.slice(0, 5)).toEqual([[29], [28], [27], [26], [25]]);
});

describe('going back', () => {
  test('the present files become a version, and acts that no file has are kept', async () => {
    await keeper.write(bookOf(book, [1]));
    const [old] = await keeper.versions();
    await keeper.write(bookOf(book, [1, 2]));
    keeper.record(3);
    await keeper.restore(old.id);
    for (const file of ['workbook.xlsx', 'state.json']) expect(actsIn(file)).toEqual([]);
    const [last] = await keeper.versions();
    expect(last).toMatchObject({ kind: 'loss', why: `перед возвратом к версии «${old.id}»` });
    expect(actsIn('versions', last.id, 'workbook.xlsx')).toEqual([1, 2]);
    expect(existsSync(join(book, 'outbox', '0002 Письмо.eml'))).toBe(true);
    const aside = readdirSync(book).find((name) => name.startsWith('.unsaved-')) ?? '';
    expect(readFileSync(join(book, aside), 'utf8')).toContain('"act":3');
    expect(await keeper.changedOutside()).toBeNull();
    await keeper.restore(last.id);
    expect(actsIn('state.json')).toEqual([1, 2]);
    await keeper.close();
    keeper = await openKeeper(book);
    expect([keeper.unsaved, keeper.words]).toEqual([[], '']);
  });

  test.each(['нет-такой', '../versions', ''])('no version «%s»', async (id) => {
    await expect(keeper.restore(id)).rejects.toThrow(`Версии «${id}» нет`);
  });

  test('a version without a state does not take the present one', async () => {
    const id = await keeper.keepAs('проба', new Map([[join(book, 'workbook.xlsx'), Buffer.from('other')]]));
    await keeper.restore(id);
    expect(readFileSync(join(book, 'state.json'), 'utf8')).toBe('{}\n');
  });
});

test('at opening: half made versions go, foreign files stay', async () => {
  await keeper.write(bookOf(book, [1]));
  await keeper.close();
  mkdirSync(join(book, 'versions', '2024-04-20T10-00-00'));
  mkdirSync(join(book, 'versions', 'мои'));
  writeFileSync(join(book, '.чужой.tmp'), '');
  writeFileSync(join(book, `.workbook.xlsx.${2 ** 22 + 1}.tmp`), '');
  keeper = await openKeeper(book);
  expect(await keeper.versions()).toHaveLength(1);
  expect(readdirSync(join(book, 'versions'))).toHaveLength(2);
  expect(readdirSync(book).filter((name) => name.endsWith('.tmp'))).toEqual(['.чужой.tmp']);
});
