import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BookFileError } from './book-error';

/**
 * Writes files all or nothing as far as a file system allows: every file goes to a temporary one beside it and to the
 * disk, and only when all of them are there do they take their names. A file that has these bytes already is left alone.
 * @throws BookFileError with the file and what to do; the old files are whole
 */
export async function writeFiles(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const staged: { temporary: string; path: string }[] = [];
  try {
    for (const [path, data] of files) {
      await attempt(path, async () => {
        await mkdir(dirname(path), { recursive: true });
        if (await hasBytes(path, data)) return;
        const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
        staged.push({ temporary, path });
        await writeThrough(temporary, data);
      });
    }
    while (staged.length > 0) {
      const { temporary, path } = staged[0];
      await attempt(path, () => rename(temporary, path));
      staged.shift();
    }
    for (const folder of new Set([...files.keys()].map(dirname))) await flushFolder(folder);
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true });
  }
}

async function writeThrough(path: string, data: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function hasBytes(path: string, data: Uint8Array): Promise<boolean> {
  const old = await readFile(path).catch(() => null);
  return old?.equals(data) ?? false;
}

/** Makes the new names last through a power cut. Windows cannot flush a folder, and need not. */
async function flushFolder(folder: string): Promise<void> {
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
  EISDIR: 'на его месте папка. Переименуйте её и повторите',
  ENOTDIR: 'на месте папки стоит файл. Выберите другую папку',
  EEXIST: 'на месте папки стоит файл. Выберите другую папку',
};

async function attempt<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new BookFileError(
      `Файл «${path}» не записан: ${REASONS[code] ?? (error as Error).message}. Прежний файл не изменён.`,
    );
  }
}
