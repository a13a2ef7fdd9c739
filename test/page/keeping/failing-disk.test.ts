import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BookFileError } from '../../../src/local/files/book-error';
import { holderOf } from '../../../src/local/files/folder-lock';
import { type Keeper, openKeeper } from '../../../src/local/page/keeping/keeper';
import { actsOf, bookOf, putBook } from './book-of';
import { folder, removeFolders } from './children';
import { onEachStep } from './counted-disk';

afterAll(removeFolders);

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** From the step `at` on (or only at it) the disk fails. @returns what undoes it and tells whether it came to that */
async function failing(at: number, code: string, once: boolean): Promise<() => boolean> {
  let step = 0;
  const mend = await onEachStep(({ name }) => {
    step += 1;
    // A full disk still renames and removes.
    if (code === 'ENOSPC' && /^(rename|rm|utimes|openSync|ftruncateSync)$/.test(name)) return undefined;
    if (once ? step !== at : step < at) return undefined;
    if (name.endsWith('Sync')) throw failure(code);
    return Promise.reject(failure(code));
  });
  return () => {
    mend();
    return step >= at;
  };
}

async function openOld(): Promise<{ book: string; keeper: Keeper }> {
  const book = folder();
  putBook(book, []);
  return { book, keeper: await openKeeper(book) };
}

const inFiles = (book: string): number[] => actsOf(readFileSync(join(book, 'workbook.xlsx')));

test.each([
  ['a disk that is full from then on', 'ENOSPC', false],
  ['one failure, as of a file that is open elsewhere', 'EPERM', true],
])(
  'at each step of a save %s: nothing is lost, and the next save is whole',
  async (_, code, once) => {
    let failures = 0;
    let isReached = true;
    for (let at = 1; isReached; at += 1) {
      const { book, keeper } = await openOld();
      keeper.record(1);
      const mend = await failing(at, code, once);
      const error = await keeper.write(bookOf(book, [1])).then(
        () => null,
        (e: Error) => e,
      );
      isReached = mend();
      if (error) {
        failures += 1;
        expect(error).toBeInstanceOf(BookFileError);
      }
      // Killed now and opened again: the act is there once.
      const copy = folder();
      cpSync(book, copy, { recursive: true });
      const again = await openKeeper(copy, { token: holderOf(copy)?.token ?? '' });
      expect([at, ...inFiles(copy), ...again.unsaved]).toEqual([at, 1]);
      expect(actsOf(readFileSync(join(copy, 'state.json')))).toEqual(inFiles(copy));
      await again.close();
      // Not killed: it goes on by itself, at once where no file has its new name yet.
      const goesOn = !existsSync(join(book, '.saving.json'));
      if (goesOn) keeper.record(2);
      await keeper.write(bookOf(book, goesOn ? [1, 2] : [1]));
      keeper.record(3);
      expect([at, inFiles(book)]).toEqual([at, goesOn ? [1, 2] : [1]]);
      expect(await keeper.changedOutside()).toBeNull();
      await keeper.close();
      const back = await openKeeper(book);
      expect([at, back.unsaved]).toEqual([at, [3]]);
      await back.close();
    }
    expect(failures).toBeGreaterThan(10);
  },
  60_000,
);

test('a full disk while an act is recorded: said, and the log is as it was', async () => {
  const { book, keeper } = await openOld();
  keeper.record(1);
  const mend = await onEachStep(({ name, args }, real) => {
    if (name !== 'writeSync') return undefined;
    real(args[0], args[1], 0, 5, args[4]);
    throw failure('ENOSPC');
  });
  expect(() => keeper.record(2)).toThrow(/на диске кончилось место.*Правка не попала в журнал/);
  mend();
  keeper.record(3);
  await keeper.close();
  expect((await openKeeper(book)).unsaved).toEqual([1, 3]);
});

test('bytes are on the disk before their list, the list before the names, the names before it goes', async () => {
  const { book, keeper } = await openOld();
  keeper.record(1);
  const trace: string[] = [];
  let opened = '';
  const mend = await onEachStep(({ name, args }) => {
    const path = String(name === 'rename' ? args[1] : args[0]);
    if (name === 'open') opened = path;
    if (name === 'sync') trace.push(`sync ${basename(opened)}`);
    if (name === 'rename' || (name === 'rm' && path.endsWith('.saving.json')))
      trace.push(`${name} ${basename(path)}`);
    return undefined;
  });
  await keeper.write(bookOf(book, [1]));
  mend();
  const at = (step: string): number => trace.indexOf(step);
  const list = at('rename .saving.json');
  for (const file of ['workbook.xlsx', 'state.json', '.unsaved.ndjson', 'Справка.docx']) {
    const synced = trace.findIndex((step) => step.startsWith(`sync .${file}.`));
    expect([file, synced >= 0 && synced < list]).toEqual([file, true]);
    expect([file, at(`rename ${file}`) > list]).toEqual([file, true]);
  }
  expect(trace.slice(list + 1)[0]).toBe(`sync ${basename(book)}`);
  const last = trace.slice(trace.map((step) => step.startsWith('rename')).lastIndexOf(true) + 1);
  expect(new Set(last.slice(0, -2))).toEqual(
    new Set([`sync ${basename(book)}`, 'sync documents', 'sync outbox']),
  );
  expect(last.slice(-2)).toEqual(['rm .saving.json', `sync ${basename(book)}`]);
  await keeper.close();
});
