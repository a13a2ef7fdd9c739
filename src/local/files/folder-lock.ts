import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { attempt, notWritten, temporaryName, writeThrough } from './atomic-write';
import { BookFileError } from './book-error';
import { fateOf, type ProcessMark, thisProcess } from './process-mark';

export const LOCK = '.lock';
const AFTER = '.lock-after-';
const HEARTBEAT = 30_000;
/** A holder that cannot be asked (another machine) is there while its file was touched so lately. */
const SILENCE = 120_000;
/** A lock without contents is one that is being written, or was by a process that was killed then. */
const UNREADABLE = 10_000;

/** What `.lock` says. */
export interface Holder extends ProcessMark {
  readonly token: string;
  /** Where it was made: with a folder that people copy, the lock is copied too. */
  readonly folder: string;
  /** `page`: the book is open in a browser for hours; `command`: it is being written right now. */
  readonly kind: 'page' | 'command';
  readonly started: string;
  readonly address: string;
}

/** The folder is another process's. */
export class LockedError extends BookFileError {
  constructor(
    readonly holder: Holder,
    words: string,
  ) {
    super(words);
  }
}

export interface FolderLock {
  /** Whoever knows it may use the lock in place of its holder: the main thread hands it to the thread of the book. */
  readonly token: string;
  /** @throws BookFileError when somebody else has taken the folder, as after the sleep of a machine */
  assertHeld(): void;
  /** Tells others where the book is open. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes a book folder for this process. One process at a time: the lock file appears whole and only where there was none,
 * and the lock of a process that is gone is taken over under a name that only one process can make.
 * @param patience milliseconds to wait for a command to end; a book open in a browser is not waited for
 * @throws LockedError, BookFileError
 */
export async function lockFolder(
  folder: string,
  kind: Holder['kind'],
  { address = '', patience = 0 }: { address?: string; patience?: number } = {},
): Promise<FolderLock> {
  const path = join(folder, LOCK);
  await attempt(path, () => mkdir(folder, { recursive: true }), 'Книга не открыта');
  const mine: Holder = {
    ...thisProcess(),
    token: randomUUID(),
    folder: resolve(folder),
    kind,
    started: new Date().toISOString(),
    address,
  };
  const until = Date.now() + patience;
  for (;;) {
    const holder = await attempt(path, () => take(folder, mine), 'Книга не открыта');
    if (holder === mine) break;
    if (holder !== null && (holder.kind === 'page' || Date.now() >= until))
      throw new LockedError(holder, lockedWords(folder, holder));
    if (holder !== null) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const touch = setInterval(() => {
    const now = new Date();
    if (readHolder(path)?.token === mine.token) utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT);
  touch.unref();
  return {
    ...adoptLock(folder, mine.token),
    async announce(where) {
      assertHeld(folder, mine.token);
      const temporary = temporaryName(path);
      await writeThrough(temporary, print({ ...mine, address: where }));
      await rename(temporary, path);
    },
    async release() {
      clearInterval(touch);
      if (readHolder(path)?.token === mine.token) await rm(path, { force: true });
    },
  };
}

/** The lock in the hands of one who was told its token: looked at, kept alive and released by its holder. */
export function adoptLock(folder: string, token: string): FolderLock {
  return {
    token,
    assertHeld: () => assertHeld(folder, token),
    announce: () => Promise.resolve(),
    release: () => Promise.resolve(),
  };
}

/** Who works in the folder now; null = nobody. */
export function holderOf(folder: string): Holder | null {
  const holder = readHolder(join(folder, LOCK));
  return holder && holds(holder) ? holder : null;
}

export function lockedWords(folder: string, { kind, address, host, pid }: Holder): string {
  const where = host === thisProcess().host ? '' : ` на компьютере «${host}»`;
  if (kind === 'command')
    return `В папку «${folder}» сейчас пишет другая команда${where} (процесс ${pid}). Повторите, когда она закончит.`;
  return `Книга «${folder}» уже открыта${where}${address === '' ? ` (процесс ${pid})` : `: ${address}`}. Работайте там или сначала закройте её там.`;
}

function assertHeld(folder: string, token: string): void {
  const holder = readHolder(join(folder, LOCK));
  if (holder?.token === token) return;
  throw new BookFileError(
    holder && holds(holder)
      ? `Папку книги тем временем заняли: ${lockedWords(folder, holder)}`
      : `Пропал файл «${join(folder, LOCK)}»: без него книгу может изменить другая программа. Закройте книгу и откройте её снова.`,
  );
}

type Found = Holder & { readonly touched: number; readonly isElsewhere: boolean };

/** @returns `mine` = taken; another holder; null = things have changed meanwhile, look again */
async function take(folder: string, mine: Holder): Promise<Holder | null> {
  const lock = join(folder, LOCK);
  if (await place(lock, mine)) {
    // What killed takers have left. Nobody else can be taking over: there was no lock to take over.
    for (const name of await readdir(folder))
      if (name.startsWith(AFTER) && !holdsFile(join(folder, name)))
        await rm(join(folder, name), { force: true });
    return mine;
  }
  // Each holder that is gone has one successor, who may be gone as well before it could take the place.
  const chain: { path: string; token: string }[] = [];
  let path = lock;
  for (;;) {
    const holder = readHolder(path);
    if (holder === null) return null;
    if (holds(holder)) return holder;
    chain.push({ path, token: holder.token });
    path = join(folder, AFTER + holder.token);
    if (await place(path, mine)) break;
  }
  // Only now nobody else can replace the lock; it may have been replaced before.
  if (chain.some((link) => readHolder(link.path)?.token !== link.token)) {
    await rm(path, { force: true });
    return null;
  }
  await rename(path, lock).catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
  for (const { path: left } of chain.slice(1)) await rm(left, { force: true });
  return mine;
}

function holds({ touched, ...holder }: Found): boolean {
  const silence = Date.now() - touched;
  if (holder.token.startsWith('unreadable')) return silence < UNREADABLE;
  // Two paths may lead to one folder; then the holder touches this lock as well.
  const fate = fateOf(holder);
  return (fate === 'runs' && !holder.isElsewhere) || (fate !== 'gone' && silence < SILENCE);
}

function holdsFile(path: string): boolean {
  const holder = readHolder(path);
  return holder !== null && holds(holder);
}

/** Makes the file with all it says, if there is none. A disk without links gives it its contents a moment later. */
async function place(path: string, holder: Holder): Promise<boolean> {
  const temporary = temporaryName(`${path}-${holder.token}`);
  await writeThrough(temporary, print(holder));
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return await placeUnlinked(path, holder);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function placeUnlinked(path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(print(holder)).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function print(holder: Holder): Buffer {
  return Buffer.from(`${JSON.stringify(holder)}\n`);
}

function readHolder(path: string): Found | null {
  let [text, touched] = ['', 0];
  try {
    touched = statSync(path).mtimeMs;
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw notWritten(path, error, 'Книга не открыта');
  }
  try {
    const holder = JSON.parse(text) as Holder;
    return { ...holder, touched, isElsewhere: holder.folder !== resolve(dirname(path)) };
  } catch {
    const nobody = {
      pid: 0,
      host: thisProcess().host,
      machine: '',
      boot: '',
      born: '',
      address: '',
      folder: '',
    };
    return {
      ...nobody,
      token: `unreadable-${Math.round(touched)}`,
      kind: 'command',
      started: '',
      touched,
      isElsewhere: false,
    };
  }
}
