import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BookFileError } from './book-error';

/** A file that is on the disk under a temporary name and waits for its own. */
export interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly sha256: string;
  /** Hash of the file that it takes the place of; null = there is none. */
  readonly was: string | null;
}

/**
 * Writes files all or nothing as far as a file system allows without a list of what was begun (saveFiles has one): every
 * file goes to a temporary one beside it and to the disk, and only when all of them are there do they take their names.
 * A file that has these bytes already is left alone.
 * @throws BookFileError with the file and what to do; the old files are whole
 */
export async function writeFiles(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const staged: Staged[] = [];
  try {
    await stageFiles(files, staged);
    while (staged.length > 0) {
      const { temporary, path } = staged[0];
      await attempt(path, () => takeName(temporary, path));
      staged.shift();
    }
    for (const folder of foldersOf(files.keys())) await flushFolder(folder);
  } finally {
    await dropStaged(staged);
  }
}

/** Puts the files that differ from what is there beside their places; `staged` grows as they come, for the clean-up. */
export async function stageFiles(files: ReadonlyMap<string, Uint8Array>, staged: Staged[]): Promise<void> {
  for (const [path, data] of files) {
    await attempt(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      const [sha256, was] = [hashOf(data), await hashOfFile(path)];
      if (sha256 === was) return;
      const temporary = temporaryName(path);
      staged.push({ temporary, path, sha256, was });
      await writeThrough(temporary, data);
    });
  }
}

const TRIES = 10;

/** On Windows a scanner or an indexer holds a file for a moment after it was written: it is waited for up to a second. */
export async function takeName(temporary: string, path: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const error = await rename(temporary, path).catch((e: NodeJS.ErrnoException) => e);
    if (!error) return;
    const isHeld = process.platform === 'win32' && /^(EPERM|EBUSY|EACCES)$/.test(error.code ?? '');
    if (!isHeld || tries === TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20 * tries));
  }
}

export async function dropStaged(staged: readonly Staged[]): Promise<void> {
  for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => undefined);
}

/** The process is in the name: leftovers of one that is gone can be told from those of one that works. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

/** The process that made a temporary file; null = the name is not one of ours. */
export function makerOf(name: string): number | null {
  const pid = /^\..+\.(\d+)\.tmp$/.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}

export async function writeThrough(path: string, data: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

export function hashOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** null = there is no such file, or none that can be read. */
export async function hashOfFile(path: string): Promise<string | null> {
  const data = await readFile(path).catch(() => null);
  return data && hashOf(data);
}

export function foldersOf(paths: Iterable<string>): Set<string> {
  return new Set([...paths].map((path) => dirname(path)));
}

/** Makes the new names last through a power cut. Windows cannot flush a folder, and need not. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const REASONS: Record<string, string> = {
  EBUSY: 'он открыт в другой программе. Закройте его в Excel и повторите',
  EPERM: 'он открыт в другой программе или защищён от записи. Закройте его в Excel и повторите',
  EACCES: 'нет права записи. Выберите другую папку или снимите защиту от записи',
  EROFS: 'диск только для чтения. Выберите другую папку',
  ENOSPC: 'на диске кончилось место. Освободите место и повторите',
  EDQUOT: 'кончилось место, отведённое вам на диске. Освободите место и повторите',
  EISDIR: 'на его месте папка. Переименуйте её и повторите',
  ENOTDIR: 'на месте папки стоит файл. Выберите другую папку',
  EEXIST: 'на месте папки стоит файл. Выберите другую папку',
};

/** @param after what has become of the files there were */
export async function attempt<T>(
  path: string,
  write: () => Promise<T>,
  after = 'Прежний файл не изменён',
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof BookFileError ? error : notWritten(path, error, after);
  }
}

export function notWritten(path: string, error: unknown, after: string): BookFileError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new BookFileError(
    `Файл «${path}» не записан: ${REASONS[code] ?? (error as Error).message}. ${after}.`,
  );
}
