import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  attempt,
  dropStaged,
  flushFolder,
  foldersOf,
  hashOfFile,
  type Staged,
  stageFiles,
  takeName,
  temporaryName,
  writeThrough,
} from './atomic-write';
import { BookFileError } from './book-error';
import { LockedError, lockFolder } from './folder-lock';
import { keepVersion } from './version-folder';

const LIST = '.saving.json';
const WORKBOOK = 'workbook.xlsx';
const PATIENCE = 15_000;
const UNFINISHED = 'Сохранение не окончено: его окончит следующее сохранение';

/** `.saving.json`: files that are all on the disk and have begun to take their names. Paths are from the folder, with `/`. */
interface SavingList {
  readonly format: 1;
  readonly files: readonly Staged[];
}

/**
 * Writes files of a book folder as one: a list of them is on the disk before the first takes its name, so that a kill at
 * any moment leaves the old files, or the list from which finishSave makes all new ones. The caller holds the lock.
 * @param beforeNames the last look around, when all bytes are on the disk; what it throws leaves everything as it was
 * @throws BookFileError
 */
export async function commitFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  beforeNames: (staged: readonly Staged[]) => Promise<void> = async () => undefined,
): Promise<void> {
  await finishSave(folder);
  const staged: Staged[] = [];
  try {
    await stageFiles(files, staged);
    // The workbook goes first: it is the one that another program may hold, and then nothing has happened yet.
    const isWorkbook = ({ path }: Staged): number => Number(path === join(folder, WORKBOOK));
    staged.sort((a, b) => isWorkbook(b) - isWorkbook(a));
    await beforeNames(staged);
    if (staged.length === 0) return;
    await writeList(folder, staged);
  } catch (error) {
    await dropStaged(staged);
    throw error;
  }
  await takeNames(folder, staged);
}

/** The names are taken; a failure of the first takes all back, a later one leaves the list for the next try. */
async function takeNames(folder: string, staged: readonly Staged[]): Promise<void> {
  let done = 0;
  try {
    for (const { temporary, path } of staged) {
      const after = done === 0 ? 'Прежние файлы не изменены' : UNFINISHED;
      await attempt(path, () => takeName(temporary, path), after);
      done += 1;
    }
  } catch (error) {
    if (done === 0) {
      await rm(join(folder, LIST), { force: true });
      await dropStaged(staged);
    }
    throw error;
  }
  await removeList(folder, staged);
}

async function writeList(folder: string, staged: readonly Staged[]): Promise<void> {
  const path = join(folder, LIST);
  const temporary = temporaryName(path);
  const named = (absolute: string): string => relative(folder, absolute).split(sep).join('/');
  const list: SavingList = {
    format: 1,
    files: staged.map((s) => ({ ...s, path: named(s.path), temporary: named(s.temporary) })),
  };
  await attempt(path, async () => {
    try {
      for (const one of foldersOf(staged.map((s) => s.path))) await flushFolder(one);
      await writeThrough(temporary, Buffer.from(JSON.stringify(list)));
      await rename(temporary, path);
      await flushFolder(folder);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}

async function removeList(folder: string, files: readonly Staged[]): Promise<void> {
  for (const one of foldersOf(files.map(({ path }) => path))) await flushFolder(one);
  const list = join(folder, LIST);
  await attempt(list, () => rm(list, { force: true }), UNFINISHED);
  await flushFolder(folder);
}

/**
 * Ends a save that was interrupted. The caller holds the lock. A file that another program has changed since is left as it
 * is: what was to come in its place is kept as a version, together with what makes sense only with it.
 * @returns what was found and done, in words; '' = there was nothing to end
 * @throws BookFileError
 */
export async function finishSave(folder: string): Promise<string> {
  const path = join(folder, LIST);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return '';
  const files = listed(path, text).map((s) => ({
    ...s,
    name: s.path,
    path: join(folder, s.path),
    temporary: join(folder, s.temporary),
  }));
  const waiting: typeof files = [];
  const foreign: typeof files = [];
  for (const file of files) {
    const there = await hashOfFile(file.path);
    if (there === file.sha256 || (await hashOfFile(file.temporary)) !== file.sha256) continue;
    (there === file.was ? waiting : foreign).push(file);
  }
  // Workbook, state and log are of one moment; documents and letters stand for themselves.
  const isBook = ({ name }: { name: string }): boolean => !name.includes('/');
  const aside = [...foreign, ...(foreign.some(isBook) ? waiting.filter(isBook) : [])];
  let id = '';
  if (aside.length > 0)
    id = await keepVersion(
      folder,
      'loss',
      'прерванное сохранение',
      aside.map(({ name, temporary }) => ({ name, from: temporary })),
    );
  for (const file of waiting)
    if (!aside.includes(file))
      await attempt(
        file.path,
        () => takeName(file.temporary, file.path),
        'Прерванное сохранение не окончено',
      );
  await removeList(folder, files);
  await dropStaged(files);
  if (id === '') return 'Прошлое сохранение прервалось, теперь оно окончено.';
  const names = aside.filter(({ name }) => !name.startsWith('.')).map(({ name }) => `«${name}»`);
  return `Прошлое сохранение прервалось, а потом файлы изменила другая программа. Её файлы оставлены, а ${names.join(', ')} из того сохранения — в версии «${id}».`;
}

function listed(path: string, text: string): readonly Staged[] {
  try {
    const { format, files } = JSON.parse(text) as SavingList;
    if (format === 1) return files;
  } catch {
    // said below
  }
  throw new BookFileError(
    `Файл «${path}» — список прерванного сохранения — не читается. Сделайте копию папки книги, удалите этот файл и откройте книгу снова.`,
  );
}

/** Saves files of a book folder from a command: takes the lock for the moment. @throws LockedError, BookFileError */
export async function saveFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const lock = await lockFolder(folder, 'command', { patience: PATIENCE });
  try {
    await commitFiles(folder, files);
  } finally {
    await lock.release();
  }
}

/**
 * Before a book is read: waits for a save that is going on, ends one that was interrupted.
 * @throws BookFileError when it can do neither
 */
export async function settleSave(folder: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (isSaving(folder)) {
    const lock = await lockFolder(folder, 'command').catch((error: unknown) => {
      if (error instanceof LockedError && Date.now() < until) return null;
      throw error;
    });
    if (lock === null) await new Promise((resolve) => setTimeout(resolve, 50));
    else
      try {
        await finishSave(folder);
      } finally {
        await lock.release();
      }
  }
}

/** Whether a save is going on or was interrupted. */
export function isSaving(folder: string): boolean {
  return existsSync(join(folder, LIST));
}
