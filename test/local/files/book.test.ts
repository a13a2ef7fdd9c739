import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../../src/local/files/atomic-write';
import { type Book, openBook, saveBook } from '../../../src/local/files/book';
import { BookFileError } from '../../../src/local/files/book-error';
import { freeFileName, safeFileName } from '../../../src/local/files/file-name';
import { blankSheet } from '../../../src/local/services/spreadsheet/model';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'книга-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function sample(): Book {
  const sheet = { ...blankSheet(0, 'Реестр'), rows: [{ values: ['NST-001', 45351] }] };
  return {
    spreadsheet: {
      id: 'abc',
      name: 'Наставничество',
      locale: 'ru_RU',
      timeZone: 'Asia/Omsk',
      owner: 'a@b.ru',
      editors: ['c@d.ru'],
      viewers: [],
      sheets: [sheet],
      activeSheetId: 0,
      namedRanges: [],
      metadata: [],
    },
    state: { properties: { document: { k: 'в' } }, triggers: [], journal: ['x'] },
    documents: new Map([['Справка: 1 кв. "2024".docx', Buffer.from('docx')]]),
    outbox: new Map([['0001.eml', Buffer.from('eml')]]),
  };
}
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(BookFileError);
  expect((error as Error).message).not.toContain('\n');
  return (error as Error).message;
};

describe('a book folder', () => {
  test('what was saved is opened again', async () => {
    const book = sample();
    const names = await saveBook(book, join(folder, 'новая', 'книга'));
    expect(names.get('Справка: 1 кв. "2024".docx')).toBe('Справка_ 1 кв. _2024_.docx');
    const back = await openBook(join(folder, 'новая', 'книга'));
    const { sheets, ...facts } = book.spreadsheet;
    expect(back.spreadsheet).toMatchObject(facts);
    expect(back.spreadsheet.sheets[0].rows).toEqual(sheets[0].rows);
    expect(back.state).toMatchObject(book.state);
    expect([...back.documents].map(([name, data]) => [name, String(data)])).toEqual([
      ['Справка_ 1 кв. _2024_.docx', 'docx'],
    ]);
    expect([...back.outbox.keys()]).toEqual(['0001.eml']);
  });

  test('saving twice writes nothing the second time, and leaves no temporary files', async () => {
    await saveBook(sample(), folder);
    const before = await stat(join(folder, 'workbook.xlsx'));
    await saveBook(await openBook(folder), folder);
    expect((await stat(join(folder, 'workbook.xlsx'))).ino).toBe(before.ino);
    expect((await readdir(folder)).sort()).toEqual(['documents', 'outbox', 'state.json', 'workbook.xlsx']);
  });

  test('only workbook.xlsx is needed; lock files and other files are left out and left alone', async () => {
    await saveBook(sample(), folder);
    await rm(join(folder, 'state.json'));
    await writeFile(join(folder, 'documents', '~$равка.docx'), 'lock');
    await writeFile(join(folder, 'documents', 'план.txt'), 'text');
    const book = await openBook(folder, { owner: 'x@y.ru' });
    expect(book.state).toEqual({});
    expect(book.spreadsheet.owner).toBe('x@y.ru');
    expect(book.documents.size).toBe(1);
    await saveBook(book, folder);
    expect(await readFile(join(folder, 'documents', 'план.txt'), 'utf8')).toBe('text');
  });

  test('a single .xlsx is a book too, and opening changes nothing', async () => {
    await saveBook(sample(), folder);
    const file = join(folder, 'workbook.xlsx');
    const before = await readFile(file);
    const book = await openBook(file);
    expect(book.spreadsheet.name).toBe('workbook');
    expect([book.state, book.documents.size, book.outbox.size]).toEqual([{}, 0, 0]);
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});

describe('refusals', () => {
  test('no such path', async () => {
    expect(await refusal(openBook(join(folder, 'нет')))).toMatch(
      /^Нет файла или папки «.*нет»\. Проверьте путь/,
    );
  });
  test('a folder without a workbook', async () => {
    expect(await refusal(openBook(folder))).toContain('нет файла workbook.xlsx');
  });
  test('a file of another kind', async () => {
    await writeFile(join(folder, 'Список.xls'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
    expect(await refusal(openBook(join(folder, 'Список.xls')))).toContain(
      'Файл «Список.xls» не читается как книга .xlsx: похоже на старый формат .xls',
    );
  });
  test.each([
    ['{"properties": {\n  "a": 1,\n}}', 'это не JSON (строка 3, символ 1)'],
    ['{"a": ', 'это не JSON'],
    ['[1]', 'ожидался объект'],
  ])('state.json %j', async (text, said) => {
    await saveBook(sample(), folder);
    await writeFile(join(folder, 'state.json'), text);
    const message = await refusal(openBook(folder));
    expect(message).toContain('state.json» повреждён');
    expect(message).toContain(said);
    expect(message).toContain('Верните его из копии или удалите');
  });
});

describe('writing', () => {
  test('when one file cannot be written, the others stay as they were', async () => {
    const [good, bad] = [join(folder, 'a.txt'), join(folder, 'b.txt', 'c.txt')];
    await writeFile(good, 'old');
    await writeFile(join(folder, 'b.txt'), 'a file in place of a folder');
    const message = await refusal(
      writeFiles(
        new Map([
          [good, Buffer.from('new')],
          [bad, Buffer.from('x')],
        ]),
      ),
    );
    expect(message).toMatch(/^Файл «.*c\.txt» не записан: .*Прежний файл не изменён\.$/);
    expect(await readFile(good, 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b.txt']);
  });

  test('a folder in place of the file', async () => {
    await mkdir(join(folder, 'workbook.xlsx'));
    expect(await refusal(saveBook(sample(), folder))).toContain('workbook.xlsx» не записан');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a read-only folder', async () => {
    if (process.getuid?.() === 0) return; // root may write anywhere
    await chmod(folder, 0o500);
    expect(await refusal(saveBook(sample(), folder))).toContain('нет права записи');
  });
});

describe('file names', () => {
  test.each([
    ['Отчёт: 1/2 "итог".docx', 'Отчёт_ 1_2 _итог_.docx'],
    ['  имя . ', 'имя'],
    ['CON.docx', '_CON.docx'],
    ['lpt1', '_lpt1'],
    ['..', 'файл'],
    ['.скрытый', '_.скрытый'],
    ['', 'файл'],
    ['а\u202eб\n', 'а_б_'],
    ['Й', 'Й'],
  ])('%j → %j', (title, name) => expect(safeFileName(title)).toBe(name));

  test('long names keep the extension and fit 255 bytes', () => {
    const name = safeFileName(`${'щ'.repeat(300)}.docx`);
    expect(name.endsWith('щ.docx')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThan(240);
  });

  test('names that differ in letter case only are told apart', () => {
    const taken = new Set<string>();
    expect(['Справка.docx', 'справка.docx', 'Справка.docx'].map((n) => freeFileName(n, taken))).toEqual([
      'Справка.docx',
      'справка (2).docx',
      'Справка (3).docx',
    ]);
  });
});
