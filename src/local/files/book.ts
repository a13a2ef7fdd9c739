import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { SpreadsheetModel } from '../services/spreadsheet/model';
import { BookFileError } from './book-error';
import { isSaving, saveFiles, settleSave } from './commit';
import { freeFileName } from './file-name';
import { readWorkbook } from './xlsx-read';
import { type WriteOptions, writeWorkbook } from './xlsx-write';

/** What a spreadsheet has besides its cells and sheets. */
export type SpreadsheetFacts = Pick<
  SpreadsheetModel,
  'id' | 'name' | 'locale' | 'timeZone' | 'owner' | 'editors' | 'viewers'
>;

/**
 * state.json: what the services keep between runs, as JSON. `spreadsheet` is written by saveBook; the other keys
 * (`properties`, `triggers`, `journal`, `documents` …) belong to their services and are passed on as they are.
 */
export interface BookState {
  spreadsheet?: Partial<SpreadsheetFacts>;
  [part: string]: unknown;
}

/** A book folder in memory: workbook.xlsx + state.json + documents/*.docx + outbox/*.eml. Maps are by file name. */
export interface Book {
  spreadsheet: SpreadsheetModel;
  state: BookState;
  documents: Map<string, Uint8Array>;
  outbox: Map<string, Uint8Array>;
}

const WORKBOOK = 'workbook.xlsx';
const STATE = 'state.json';
const DEFAULTS: SpreadsheetFacts = {
  id: 'local-book',
  name: '',
  locale: 'ru_RU',
  timeZone: 'Asia/Yekaterinburg',
  owner: '',
  editors: [],
  viewers: [],
};

/**
 * Opens a book folder or a single .xlsx. Nothing on the disk changes, but that a save that was interrupted is ended.
 * @param facts what to assume where state.json says nothing
 * @throws BookFileError one line in Russian
 */
export async function openBook(path: string, facts: Partial<SpreadsheetFacts> = {}): Promise<Book> {
  const found = await stat(path).catch(() => null);
  if (!found)
    throw new BookFileError(
      `Нет файла или папки «${path}». Проверьте путь: нужна папка книги или файл .xlsx.`,
    );
  const isFolder = found.isDirectory();
  const file = isFolder ? join(path, WORKBOOK) : path;
  const { data, state } = isFolder ? await readPair(path, file) : { data: await readTable(file), state: {} };
  const known: SpreadsheetFacts = {
    ...DEFAULTS,
    name: basename(isFolder ? path : path.slice(0, path.length - extname(path).length)),
    ...facts,
    ...state.spreadsheet,
  };
  const spreadsheet = await readWorkbook(data, { ...known, fileName: isFolder ? file : basename(file) });
  spreadsheet.editors = [...known.editors];
  spreadsheet.viewers = [...known.viewers];
  return {
    spreadsheet,
    state,
    documents: isFolder ? await readFolder(join(path, 'documents'), '.docx') : new Map(),
    outbox: isFolder ? await readFolder(join(path, 'outbox'), '.eml') : new Map(),
  };
}

export interface SaveOptions extends WriteOptions {
  /** What puts the files on the disk; absent = saveFiles. */
  readonly write?: (files: ReadonlyMap<string, Uint8Array>) => Promise<void>;
}

/**
 * Writes a book folder, made when missing. Files that the book does not know are left alone.
 * Cells are read between awaits: whoever changes the book meanwhile gets a torn picture of it.
 * @returns the names under which documents and letters were written, by their names in the book
 * @throws BookFileError; the old files are whole then
 */
export async function saveBook(
  book: Book,
  folder: string,
  options: SaveOptions = {},
): Promise<Map<string, string>> {
  const { id, name, locale, timeZone, owner, editors, viewers } = book.spreadsheet;
  const state: BookState = {
    ...book.state,
    spreadsheet: { id, name, locale, timeZone, owner, editors, viewers },
  };
  const files = new Map<string, Uint8Array>();
  const written = new Map<string, string>();
  for (const [part, contents] of [
    ['documents', book.documents],
    ['outbox', book.outbox],
  ] as const) {
    const taken = new Set<string>();
    for (const [title, data] of contents) {
      const file = freeFileName(title, taken);
      written.set(title, file);
      files.set(join(folder, part, file), data);
    }
  }
  files.set(join(folder, STATE), Buffer.from(`${JSON.stringify(state, null, 2)}\n`));
  files.set(join(folder, WORKBOOK), await writeWorkbook(book.spreadsheet, options));
  await (options.write ?? ((all) => saveFiles(folder, all)))(files);
  return written;
}

/** The workbook and its state of one save, whoever saves meanwhile. */
async function readPair(folder: string, file: string): Promise<{ data: Buffer; state: BookState }> {
  for (;;) {
    await settleSave(folder);
    const before = await stat(file).catch(() => null);
    const data = await readTable(file, folder);
    const state = await readState(join(folder, STATE));
    const after = await stat(file).catch(() => null);
    const isSame = before?.ino === after?.ino && before?.mtimeMs === after?.mtimeMs;
    if (isSame && !isSaving(folder)) return { data, state };
  }
}

/** @param folder that the table is the workbook of; absent = it is a file by itself */
async function readTable(file: string, folder?: string): Promise<Buffer> {
  return await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (folder !== undefined && error.code === 'ENOENT')
      throw new BookFileError(
        `В папке «${folder}» нет файла ${WORKBOOK}. Укажите папку книги или сам файл .xlsx, либо создайте книгу командой new.`,
      );
    throw new BookFileError(`Файл «${file}» не открывается: ${unreadable(error)}.`);
  });
}

async function readState(path: string): Promise<BookState> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new BookFileError(`Файл «${path}» не открывается: ${unreadable(error)}.`);
  });
  if (text === null) return {};
  const advice =
    'Верните его из копии или удалите: вместе с ним пропадут настройки, триггеры и журнал, книга останется.';
  let state: unknown;
  try {
    state = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new BookFileError(`Файл «${path}» повреждён: это не JSON${placeOf(error, text)}. ${advice}`);
  }
  if (typeof state !== 'object' || state === null || Array.isArray(state)) {
    throw new BookFileError(`Файл «${path}» повреждён: ожидался объект { … }. ${advice}`);
  }
  return state as BookState;
}

/** ` (строка 3, символ 14)`, when the parser says where it stopped. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  if (position === undefined) return ' (текст обрывается)';
  const before = text.slice(0, Number(position)).split('\n');
  return ` (строка ${before.length}, символ ${(before.at(-1) ?? '').length + 1})`;
}

function unreadable(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return 'нет права чтения. Скопируйте его в свою папку и повторите';
    case 'EBUSY':
      return 'он открыт в другой программе. Закройте его и повторите';
    case 'EISDIR':
      return 'это папка, а нужен файл. Переименуйте её и повторите';
    default:
      return `${error.message}. Проверьте путь и повторите`;
  }
}

/** Files of one kind; the lock files of Word and hidden files are left out. */
async function readFolder(folder: string, extension: string): Promise<Map<string, Uint8Array>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BookFileError(`Папка «${folder}» не открывается: ${unreadable(error)}.`);
  });
  const files = new Map<string, Uint8Array>();
  for (const name of names.sort()) {
    if (!name.toLowerCase().endsWith(extension) || /^(~\$|\.)/.test(name)) continue;
    files.set(
      name,
      await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        throw new BookFileError(`Файл «${join(folder, name)}» не открывается: ${unreadable(error)}.`);
      }),
    );
  }
  return files;
}
