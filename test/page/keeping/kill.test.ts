import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleSave } from '../../../src/local/files/commit';
import { openKeeper } from '../../../src/local/page/keeping/keeper';
import { unsavedCount } from '../../../src/local/page/keeping/unsaved-log';
import { actsOf, bookOf, putBook } from './book-of';
import { child, folder, removeFolders } from './children';

afterAll(removeFolders);

const leftovers = (book: string): string[] =>
  readdirSync(book, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.tmp') || /\.saving|\.lock-/.test(name));

/** What a kill has left, opened again: one moment of the book, and each act once. */
async function checkedAfter(book: string, said: readonly string[], told: string): Promise<void> {
  const keeper = await openKeeper(book);
  const isNew = actsOf(readFileSync(join(book, 'workbook.xlsx'))).length > 0;
  for (const [path, data] of bookOf(book, [1, 2])) {
    const wanted = isNew ? data : bookOf(book, []).get(path);
    expect([told, path, existsSync(path) ? actsOf(readFileSync(path)) : null]).toEqual([
      told,
      path,
      wanted ? actsOf(wanted) : null,
    ]);
  }
  if (said.includes('saved')) expect([told, isNew]).toEqual([told, true]);

  const acts = [...(isNew ? [1, 2] : []), ...keeper.unsaved];
  expect([told, acts]).toEqual([told, [1, 2, 3].slice(0, acts.length)]);
  const recorded = said.filter((line) => line.startsWith('recorded')).length;
  expect(acts.length).toBeGreaterThanOrEqual(recorded);
  expect(acts.length).toBeLessThanOrEqual(recorded + 1);
  expect([told, keeper.words]).not.toEqual([told, expect.stringContaining('другая программа')]);
  expect([told, leftovers(book)]).toEqual([told, []]);

  // The book goes on from here as if nothing had been.
  keeper.record('next');
  await keeper.write(bookOf(book, [1, 2, 3, 4]));
  expect(actsOf(readFileSync(join(book, 'state.json')))).toEqual([1, 2, 3, 4]);
  const kept = (await keeper.versions()).map(({ id }) =>
    actsOf(readFileSync(join(book, 'versions', id, 'workbook.xlsx'))),
  );
  expect([told, kept]).toEqual([told, isNew ? [[1, 2], []] : [[]]]);
  await keeper.close();
  expect([told, readdirSync(book).filter((name) => name.startsWith('.'))]).toEqual([told, []]);
}

/** Runs `killedAt` for 1, 2, 3 … until a process lives. @returns how many did not */
async function atEachStep(killedAt: (step: number) => Promise<boolean>): Promise<number> {
  let [next, kills] = [1, 0];
  let isOver = false;
  const lane = async (): Promise<void> => {
    while (!isOver) {
      const step = next;
      next += 1;
      if (await killedAt(step)) kills += 1;
      else isOver = true;
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  return kills;
}

function oldBook(): string {
  const book = folder();
  putBook(book, []);
  return book;
}

test('a kill at any step of opening, recording, saving and closing loses nothing and doubles nothing', async () => {
  const kills = await atEachStep(async (step) => {
    const book = oldBook();
    const { signal, said } = await child({ folder: book, killAt: step }).ended;
    await checkedAfter(book, said, `step ${step}, after «${said.at(-1)}»`);
    if (signal === null) expect([step, said.at(-1)]).toEqual([step, 'closed']);
    return signal !== null;
  });
  expect(kills).toBeGreaterThan(60);
}, 60_000);

test('a kill at any step of the opening after a kill', async () => {
  const begun = oldBook();
  const first = await child({ folder: begun, killAt: 'rename state.json' }).ended;
  expect(first.signal).toBe('SIGKILL');
  expect(actsOf(readFileSync(join(begun, 'workbook.xlsx')))).toEqual([1, 2]);
  expect(actsOf(readFileSync(join(begun, 'state.json')))).toEqual([]);
  const kills = await atEachStep(async (step) => {
    const book = folder();
    cpSync(begun, book, { recursive: true });
    const { signal, said } = await child({ folder: book, killAt: step, hold: 0 }).ended;
    if (signal === null) expect([step, said]).toEqual([step, ['open']]);
    await checkedAfter(book, first.said, `step ${step} of the second opening`);
    return signal !== null;
  });
  expect(kills).toBeGreaterThan(15);
}, 60_000);

test('a command that reads the book after a kill ends the save, and the log knows', async () => {
  const book = oldBook();
  const { said } = await child({ folder: book, killAt: 'rename state.json' }).ended;
  await settleSave(book);
  expect(unsavedCount(book)).toBe(0);
  await checkedAfter(book, said, 'after a command');
});
