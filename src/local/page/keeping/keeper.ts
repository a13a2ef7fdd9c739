import { resolve } from 'node:path';
import { RefusedError } from '../../command';
import { finishSave } from '../../files/commit';
import { adoptLock, type FolderLock, LockedError, lockFolder } from '../../files/folder-lock';
import { FilesBeside } from './beside';
import { FolderKeeper } from './folder-keeper';
import { logFor, sweep } from './opening';
import { baseOf, openElsewhere, seeBook } from './outside';
import { UnsavedLog } from './unsaved-log';
import type { Version } from './versions';

export { ChangedOutside } from './outside';
export type { Version } from './versions';

/** What saveBook writes: bytes by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Keeps the files of a book that is open for hours: no act is lost by a kill, no file by a save.
 *
 * One caller, one thing at a time: no act may be executed from the beginning of Session.save to the end of its writer.
 */
export interface Keeper {
  readonly folder: string;
  /** Acts that were recorded and are not in the files, in order: to be executed again before all else, not recorded again. */
  readonly unsaved: readonly unknown[];
  /** What was found at opening, in Russian; '' = nothing to say. */
  readonly words: string;
  /** The act survives a kill from now on. @throws BookFileError when it does not */
  record(act: unknown): void;
  /** Gives up the acts of the log, when they cannot be executed again: they stay in a file. @returns its name */
  setAside(): Promise<string>;
  /** The writer of a save. @throws ChangedOutside, BookFileError; nothing was changed then */
  write(files: Files): Promise<void>;
  /** The writer of a save over the files of another program; they become a version. @throws BookFileError */
  takeOurs(files: Files): Promise<void>;
  /**
   * A writer that leaves the files of another program and makes ours a version; then the book is to be opened anew.
   * @throws BookFileError
   */
  takeTheirs(files: Files): Promise<void>;
  /** Whether another program has changed the files, in words; null = it has not. Cheap: reads only what looks new. */
  changedOutside(): Promise<string | null>;
  /** The newest first. */
  versions(): Promise<Version[]>;
  /** Puts a version in place of the files, which become a version themselves; then the book is to be opened anew. */
  restore(id: string): Promise<void>;
  /** Removes all versions and logs that were set aside: after a change to codes they still hold names. @returns how many */
  forget(): Promise<number>;
  /** Keeps files as a version that is not thinned for a month. @returns its id */
  keepAs(why: string, files: Files): Promise<string>;
  /** Unlocks the folder, if it was locked here. A log with acts stays. */
  close(): Promise<void>;
}

/**
 * Opens a folder for keeping: ends an interrupted save, finds the acts that are in no file. The book itself is read after it.
 * @param about `token`: of the lock that the main thread holds (lockFolder); without it the keeper locks for itself
 * @throws RefusedError when the book is open elsewhere, BookFileError
 */
export async function openKeeper(
  path: string,
  about: { readonly address?: string; readonly token?: string } = {},
): Promise<Keeper> {
  const folder = resolve(path);
  const lock =
    about.token === undefined ? await lockPage(folder, about.address) : adoptLock(folder, about.token);
  try {
    lock.assertHeld();
    const finished = await finishSave(folder);
    await sweep(folder);
    const seen = await seeBook(folder);
    const base = baseOf(seen);
    const { log: found, words } = await logFor(folder, base);
    const log = found ? new UnsavedLog(folder) : UnsavedLog.begin(folder, 1, base);
    const beside = new FilesBeside(folder);
    await beside.look();
    const said = [finished, words, openElsewhere(folder)].filter((text) => text !== '').join(' ');
    return new FolderKeeper(folder, found?.acts ?? [], said, { lock, seen, base, log, beside });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A book that opens while a command writes into it waits for the command. */
const PATIENCE = 10_000;

async function lockPage(folder: string, address = ''): Promise<FolderLock> {
  try {
    return await lockFolder(folder, 'page', { address, patience: PATIENCE });
  } catch (error) {
    if (error instanceof LockedError) throw new RefusedError(error.message);
    throw error;
  }
}
