import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChangedOutside, type Keeper, openKeeper } from '../../../src/local/page/keeping/keeper';
import { actsOf, bookOf, putBook } from './book-of';
import { child, folder, removeFolders } from './children';
import { onEachStep } from './counted-disk';

afterAll(removeFolders);

const THEIRS = 'of another program';
let book: string;
let keeper: Keeper;

const workbook = (): string => join(book, 'workbook.xlsx');
const text = (...path: string[]): string => readFileSync(join(book, ...path), 'utf8');
const change = (): void => writeFileSync(workbook(), THEIRS);
const write = (...acts: number[]): Promise<void> => keeper.write(bookOf(book, acts));
const whys = async (): Promise<string[]> => (await keeper.versions()).map(({ why }) => why);

beforeEach(async () => {
  book = folder();
  putBook(book, []);
  keeper = await openKeeper(book);
});

describe('noticing', () => {
  test('nothing has changed, nor has a file that was only touched or written again as it was', async () => {
    expect(await keeper.changedOutside()).toBeNull();
    utimesSync(workbook(), 1, 1);
    expect(await keeper.changedOutside()).toBeNull();
    writeFileSync(workbook(), readFileSync(workbook()));
    expect(await keeper.changedOutside()).toBeNull();
    await write(1);
    expect(await keeper.changedOutside()).toBeNull();
  });

  test('a change before the save: refused in words, nothing is touched', async () => {
    keeper.record(1);
    change();
    writeFileSync(join(book, '~$workbook.xlsx'), '');
    expect(await keeper.changedOutside()).toMatch(
      /^Файл «workbook\.xlsx» изменила другая программа \(\d\d:\d\d\): .* Книга открыта в Excel: закройте её там/,
    );
    const before = readdirSync(book, { recursive: true });
    await expect(write(1)).rejects.toThrow(ChangedOutside);
    expect(text('workbook.xlsx')).toBe(THEIRS);
    expect(actsOf(readFileSync(join(book, 'state.json')))).toEqual([]);
    expect(readdirSync(book, { recursive: true })).toEqual(before);
    keeper.record(2);
    expect(text('.unsaved.ndjson').split('\n')).toHaveLength(4);
  });

  test('a change in the middle of the save, when the bytes are already on the disk', async () => {
    const undo = await onEachStep(({ name, args }) => {
      if (name === 'mkdir' && String(args[0]).includes('versions')) change();
      return undefined;
    });
    await expect(write(1)).rejects.toThrow(ChangedOutside);
    undo();
    expect(text('workbook.xlsx')).toBe(THEIRS);
    expect(await whys()).toEqual([]);
    expect(readdirSync(book).filter((name) => /\.tmp$|saving/.test(name))).toEqual([]);
  });

  test('a change after the save, of the same length', async () => {
    await write(1);
    writeFileSync(workbook(), text('workbook.xlsx').replace('1', '9'));
    expect(await keeper.changedOutside()).toContain('изменила другая программа');
  });

  test('a file that is gone', async () => {
    rmSync(workbook());
    expect(await keeper.changedOutside()).toContain('удалён, переименован или не читается');
    await expect(write(1)).rejects.toThrow(ChangedOutside);
    await keeper.takeOurs(bookOf(book, [1]));
    expect(actsOf(readFileSync(workbook()))).toEqual([1]);
  });
});

describe('choosing', () => {
  test('ours: their file becomes a version', async () => {
    keeper.record(1);
    change();
    await keeper.takeOurs(bookOf(book, [1]));
    expect(actsOf(readFileSync(workbook()))).toEqual([1]);
    const [version] = await keeper.versions();
    expect(version).toMatchObject({ why: 'изменён другой программой', kind: 'loss', bytes: THEIRS.length });
    expect(text('versions', version.id, 'workbook.xlsx')).toBe(THEIRS);
    await keeper.close();
    expect((await openKeeper(book)).unsaved).toEqual([]);
  });

  test('theirs: what was not saved becomes a version, with the letters that are nowhere else', async () => {
    keeper.record(1);
    change();
    await keeper.takeTheirs(bookOf(book, [1]));
    expect(text('workbook.xlsx')).toBe(THEIRS);
    const [version] = await keeper.versions();
    expect(version.why).toBe('несохранённое в браузере');
    for (const file of ['workbook.xlsx', 'state.json', 'documents/Справка.docx', 'outbox/0001 Письмо.eml'])
      expect(actsOf(readFileSync(join(book, 'versions', version.id, file)))).toEqual([1]);
    expect(await keeper.changedOutside()).toBeNull();
    keeper.record(2);
    await keeper.close();
    expect((await openKeeper(book)).unsaved).toEqual([2]);
  });
});

describe('a document that a person edits in Word meanwhile', () => {
  const memo = (): string => join(book, 'documents', 'Справка.docx');

  test('stays, while the book has not changed it', async () => {
    const files = bookOf(book, []);
    writeFileSync(memo(), 'edited in Word');
    files.set(workbook(), Buffer.from('{"acts":[1]}'));
    await keeper.write(files);
    expect(text('documents', 'Справка.docx')).toBe('edited in Word');
  });

  test('is kept as a version, when the book has a new one', async () => {
    writeFileSync(memo(), 'edited in Word');
    await write(1);
    expect(actsOf(readFileSync(memo()))).toEqual([1]);
    const [version] = await keeper.versions();
    expect(version).toMatchObject({ kind: 'loss', why: 'документы изменены другой программой' });
    expect(text('versions', version.id, 'documents', 'Справка.docx')).toBe('edited in Word');
  });
});

describe('a change between a kill and the next opening', () => {
  test('of the log only: it is set aside and said', async () => {
    keeper.record(1);
    keeper.record(2);
    await keeper.close();
    change();
    keeper = await openKeeper(book);
    expect(keeper.unsaved).toEqual([]);
    expect(keeper.words).toMatch(
      /изменила другая программа.*\(2.правки\).*отложено в файл «(\.unsaved-[^»]+)»/,
    );
    const aside = /«(\.unsaved-[^»]+)»/.exec(keeper.words)?.[1] ?? '';
    expect(text(aside)).toContain('"act":2');
  });

  test('before any file of the save had its name: theirs stays, ours is a version', async () => {
    await keeper.close();
    await child({ folder: book, killAt: 'rename workbook.xlsx' }).ended;
    change();
    keeper = await openKeeper(book);
    expect(text('workbook.xlsx')).toBe(THEIRS);
    expect(actsOf(readFileSync(join(book, 'state.json')))).toEqual([]);
    expect(keeper.unsaved).toEqual([]);
    expect(keeper.words).toMatch(/Её файлы оставлены, а «workbook.xlsx», «state.json».*«\.unsaved-/);
    const kept = (await keeper.versions()).find(({ why }) => why === 'прерванное сохранение');
    expect(actsOf(readFileSync(join(book, 'versions', kept?.id ?? '', 'workbook.xlsx')))).toEqual([1, 2]);
    // Letters are only added: those of the save are there.
    expect(existsSync(join(book, 'outbox', '0002 Письмо.eml'))).toBe(true);
  });

  test('after the workbook had its name: it goes on from the new one', async () => {
    await keeper.close();
    await child({ folder: book, killAt: 'rename state.json' }).ended;
    change();
    keeper = await openKeeper(book);
    expect(text('workbook.xlsx')).toBe(THEIRS);
    expect(actsOf(readFileSync(join(book, 'state.json')))).toEqual([1, 2]);
    expect(keeper.unsaved).toEqual([]);
    expect(keeper.words).not.toContain('.unsaved-');
  });
});
