import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holderOf, LOCK, LockedError, lockFolder } from '../../../src/local/files/folder-lock';
import { thisProcess } from '../../../src/local/files/process-mark';
import { openKeeper } from '../../../src/local/page/keeping/keeper';
import { outputFolder } from '../../../src/local/session';
import { child, folder, removeFolders } from './children';

afterAll(removeFolders);

const message = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  );

/** A lock as another process would have left it. */
function leaveLock(book: string, change: object = {}, touched = Date.now(), name = LOCK): void {
  const holder = {
    ...thisProcess(),
    token: 'left',
    folder: book,
    kind: 'page',
    started: '',
    address: 'http://127.0.0.1:4000',
  };
  writeFileSync(join(book, name), JSON.stringify({ ...holder, ...change }));
  utimesSync(join(book, name), touched / 1000, touched / 1000);
}

const GONE = { born: '1' };
const MINUTE = 60_000;

describe('one holder', () => {
  test('a second process is told where the book is open', async () => {
    const book = folder();
    const first = child({ folder: book, hold: 20_000 });
    expect(await first.opened).toBe('open');
    expect(await message(openKeeper(book))).toBe(
      `Книга «${book}» уже открыта: http://127.0.0.1:4000. Работайте там или сначала закройте её там.`,
    );
    expect(() => outputFolder(book, undefined)).toThrow(
      'Книга открыта в браузере (http://127.0.0.1:4000): закройте её там или укажите другую папку: --out <папка>.',
    );
    expect(outputFolder(book, join(book, 'итог'))).toBe(join(book, 'итог'));
    first.kill();
    await first.ended;
    await (await openKeeper(book)).close();
    expect(readdirSync(book)).toEqual([]);
  });

  test.each([
    ['a free folder', false],
    ['the lock of a process that is gone', true],
  ])(
    'of processes that race for %s one wins',
    async (_, isStale) => {
      const book = folder();
      if (isStale) leaveLock(book, GONE);
      const racers = [1, 2, 3, 4].map(() => child({ folder: book, hold: 800 }));
      const said = (await Promise.all(racers.map((r) => r.ended))).map((r) => r.said[0]);
      expect(said.filter((line) => line === 'open')).toHaveLength(1);
      expect(said.filter((line) => line?.startsWith('Error: Книга'))).toHaveLength(3);
    },
    20_000,
  );

  test('of many takers in one process one wins, whatever is left of those before', async () => {
    for (let round = 0; round < 20; round += 1) {
      const book = folder();
      if (round % 3 > 0) leaveLock(book, GONE);
      if (round % 3 > 1) leaveLock(book, { ...GONE, token: 'left-2' }, Date.now(), '.lock-after-left');
      const taken = await Promise.allSettled([...'abcdefgh'].map(() => lockFolder(book, 'page')));
      const won = taken.flatMap((t) => (t.status === 'fulfilled' ? [t.value] : []));
      const lost = taken.flatMap((t) => (t.status === 'rejected' ? [t.reason as unknown] : []));
      expect(won).toHaveLength(1);
      expect(lost.every((error) => error instanceof LockedError)).toBe(true);
      expect(() => won[0].assertHeld()).not.toThrow();
      expect(readdirSync(book)).toEqual([LOCK]);
      await won[0].release();
      expect(readdirSync(book)).toEqual([]);
    }
  });
});

describe('a lock that was left', () => {
  const cases: [string, object, number, boolean][] = [
    ['the process runs, however silent', {}, -60 * MINUTE, true],
    ['its pid is given to another process', GONE, 0, false],
    ['no such process', { pid: 2 ** 22 + 1 }, 0, false],
    ['the machine was switched off since', { boot: 'another' }, 0, false],
    ['copied with its folder, a minute ago', { folder: '/from/here' }, -MINUTE, true],
    ['copied with its folder, three minutes ago', { folder: '/from/here' }, -3 * MINUTE, false],
    ['another machine, a minute ago', { host: 'pc-2', machine: 'm' }, -MINUTE, true],
    ['another machine, three minutes ago', { host: 'pc-2', machine: 'm' }, -3 * MINUTE, false],
    ['the system tells no start of processes, a minute ago', { born: '' }, -MINUTE, true],
    ['the same, three minutes ago', { born: '' }, -3 * MINUTE, false],
  ];
  test.each(cases)('%s', async (_, change, age, isHeld) => {
    const book = folder();
    leaveLock(book, change, Date.now() + age);
    expect(holderOf(book) !== null).toBe(isHeld);
    expect((await message(lockFolder(book, 'page'))).includes('уже открыта')).toBe(isHeld);
  });

  test('on another machine: said which', async () => {
    const book = folder();
    leaveLock(book, { host: 'pc-2', address: '' });
    expect(await message(openKeeper(book))).toContain('уже открыта на компьютере «pc-2»');
  });

  test('an empty lock is waited for, then taken', async () => {
    const book = folder();
    writeFileSync(join(book, LOCK), '');
    expect(await message(lockFolder(book, 'command'))).not.toBe('done');
    utimesSync(join(book, LOCK), 1, 1);
    expect(await message(lockFolder(book, 'command'))).toBe('done');
  });
});

describe('holding', () => {
  test('the thread of the book comes and goes with the token of the main thread', async () => {
    const book = folder();
    const lock = await lockFolder(book, 'page');
    await lock.announce('http://127.0.0.1:4001');
    const first = await openKeeper(book, { token: lock.token });
    first.record('a');
    // The thread is stopped hard: it closes nothing.
    const second = await openKeeper(book, { token: lock.token });
    expect(second.unsaved).toEqual(['a']);
    // An act that cannot be done again does not stand in the way for ever.
    expect(readFileSync(join(book, await second.setAside()), 'utf8')).toContain('"act":"a"');
    second.record('b');
    expect((await openKeeper(book, { token: lock.token })).unsaved).toEqual(['b']);
    await second.close();
    expect(holderOf(book)?.address).toBe('http://127.0.0.1:4001');
    await lock.release();
    expect(existsSync(join(book, LOCK))).toBe(false);
  });

  test('who has lost the lock writes nothing more', async () => {
    const book = folder();
    const keeper = await openKeeper(book);
    leaveLock(book, { pid: process.ppid, born: '', token: 'other' });
    expect(() => keeper.record(1)).toThrow('Папку книги тем временем заняли');
    expect(await message(keeper.write(new Map([[join(book, 'workbook.xlsx'), Buffer.from('x')]])))).toContain(
      'Папку книги тем временем заняли',
    );
    expect(existsSync(join(book, 'workbook.xlsx'))).toBe(false);
    await keeper.close();
    expect(JSON.parse(readFileSync(join(book, LOCK), 'utf8'))).toMatchObject({ token: 'other' });
    rmSync(join(book, LOCK));
    expect(() => keeper.record(1)).toThrow('Закройте книгу и откройте её снова');
  });

  test('a command does not write over acts that are in no file yet', async () => {
    const book = folder();
    mkdirSync(join(book, 'versions'));
    const keeper = await openKeeper(book);
    keeper.record('a');
    await keeper.close();
    expect(() => outputFolder(undefined, book)).toThrow(
      'есть правки из браузера, которые не успели попасть в файлы (1)',
    );
  });
});
