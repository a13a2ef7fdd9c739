import { existsSync } from 'node:fs';
import { copyFile, readdir, rm, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { hashOf, type Staged } from '../../files/atomic-write';
import { BookFileError } from '../../files/book-error';
import { commitFiles, finishSave, isSaving } from '../../files/commit';
import type { FolderLock } from '../../files/folder-lock';
import { keepVersion, localStamp, type Piece, type VersionKind } from '../../files/version-folder';
import type { FilesBeside } from './beside';
import type { Files, Keeper } from './keeper';
import {
  BOOK_FILES,
  BOOK_PARTS,
  type BookPart,
  baseOf,
  ChangedOutside,
  changedWords,
  isSameBase,
  marksOf,
  type SeenBook,
  seeBook,
} from './outside';
import { type Base, emptyLog, LOG, setLogAside, UnsavedLog } from './unsaved-log';
import { listVersions, readVersion, removeVersion, thinVersions, type Version } from './versions';

/** What a keeper goes on with from save to save. */
export interface Kept {
  readonly lock: FolderLock;
  readonly beside: FilesBeside;
  seen: SeenBook;
  /** What the log goes on from. */
  base: Base;
  log: UnsavedLog;
}

/** The keeper of an opened folder; `folder` is absolute. */
export class FolderKeeper implements Keeper {
  #busy = false;
  #kept: Kept;

  constructor(
    readonly folder: string,
    readonly unsaved: readonly unknown[],
    readonly words: string,
    kept: Kept,
  ) {
    this.#kept = kept;
  }

  record(act: unknown): void {
    if (this.#busy) throw new Error('An act was recorded while the book was being saved.');
    this.#kept.lock.assertHeld();
    // The log that the unfinished save puts in place would not have it.
    if (isSaving(this.folder))
      throw new BookFileError(
        'Последнее сохранение не окончено. Сохраните книгу ещё раз, потом продолжайте.',
      );
    this.#kept.log.add(act);
  }

  setAside(): Promise<string> {
    return this.#alone(async () => {
      const kept = this.#kept;
      kept.log.close();
      const name = await setLogAside(this.folder);
      kept.log = UnsavedLog.begin(this.folder, kept.log.generation, kept.base);
      return name;
    });
  }

  write(files: Files): Promise<void> {
    return this.#alone(async () => {
      await this.#save(this.#own(files), { kind: 'step', why: 'сохранение', over: false });
    });
  }

  takeOurs(files: Files): Promise<void> {
    return this.#alone(() =>
      this.#save(this.#own(files), { kind: 'loss', why: 'изменён другой программой', over: true }),
    );
  }

  takeTheirs(files: Files): Promise<void> {
    return this.#alone(async () => {
      const theirs = await seeBook(this.folder);
      if (theirs.workbook === null)
        throw new BookFileError(`${changedWords(this.folder, 'workbook', null)} Брать нечего.`);
      await this.#keep('несохранённое в браузере', this.#own(files));
      const kept = this.#kept;
      kept.log.close();
      kept.seen = theirs;
      kept.base = baseOf(theirs);
      kept.log = UnsavedLog.begin(this.folder, kept.log.generation + 1, kept.base);
      await kept.beside.look();
    });
  }

  async changedOutside(): Promise<string | null> {
    const { seen } = this.#kept;
    const now = await seeBook(this.folder, seen);
    for (const part of BOOK_PARTS)
      if (now[part]?.sha256 !== seen[part]?.sha256) return changedWords(this.folder, part, now[part]);
    // Touched, or written again as it was: the next look need not read it.
    if (this.#kept.seen === seen) this.#kept.seen = now;
    return null;
  }

  versions(): Promise<Version[]> {
    return listVersions(this.folder);
  }

  restore(id: string): Promise<void> {
    return this.#alone(async () => {
      const files = await readVersion(this.folder, id);
      const [workbook, state] = BOOK_PARTS.map((part) => join(this.folder, BOOK_FILES[part]));
      // A book without a state opens with its own settings; the present ones are of another time.
      if (files.has(workbook) && !files.has(state)) files.set(state, Buffer.from('{}\n'));
      if (this.#kept.log.count > 0)
        await copyFile(
          join(this.folder, LOG),
          join(this.folder, `.unsaved-${localStamp(new Date())}.ndjson`),
        );
      await this.#save(files, { kind: 'loss', why: `перед возвратом к версии «${id}»`, over: true });
    });
  }

  forget(): Promise<number> {
    return this.#alone(async () => {
      const versions = await listVersions(this.folder);
      for (const { id } of versions) await removeVersion(this.folder, id);
      const aside = (await readdir(this.folder)).filter((name) => /^\.unsaved-.*\.ndjson$/.test(name));
      for (const name of aside) await rm(join(this.folder, name), { force: true });
      return versions.length + aside.length;
    });
  }

  keepAs(why: string, files: Files): Promise<string> {
    return this.#alone(() => this.#keep(why, this.#own(files)));
  }

  async close(): Promise<void> {
    const { log, lock } = this.#kept;
    log.close();
    if (log.count === 0 && !isSaving(this.folder)) await rm(join(this.folder, LOG), { force: true });
    await lock.release();
  }

  async #save(
    files: Files,
    { kind, why, over }: { kind: VersionKind; why: string; over: boolean },
  ): Promise<void> {
    const kept = this.#kept;
    // An earlier save that failed half-way is ended first, or its files would look like another program's.
    if (isSaving(this.folder)) await finishSave(this.folder);
    const now = await this.#look(over);
    const book = new Map(BOOK_PARTS.flatMap((part) => this.#given(files, part)));
    const { own, foreign } = await kept.beside.changed(
      new Map([...files].filter(([path]) => !book.has(path))),
    );
    const hashes = BOOK_PARTS.map((part) => {
      const data = files.get(join(this.folder, BOOK_FILES[part]));
      return [part, data ? hashOf(data) : (now[part]?.sha256 ?? null)] as const;
    });
    const base = Object.fromEntries(hashes) as unknown as Base;
    const all = new Map([...book, ...own]);
    const goesOn = kept.log.count === 0 && isSameBase(base, kept.base) && isSameBase(base, baseOf(now));
    if (!goesOn) all.set(join(this.folder, LOG), emptyLog(kept.log.generation + 1, base));
    const replaced: Piece[] = foreign.map((path) => this.#piece(path));
    let seen: SeenBook = now;
    // Windows gives no new file the name of one that is open.
    kept.log.close();
    let isDone = false;
    try {
      await commitFiles(this.folder, all, async (staged) => {
        seen = await this.#seenAfter(staged, now);
        const id = await this.#keepReplaced(staged, replaced, kind, why);
        try {
          kept.lock.assertHeld();
          await this.#look(over);
        } catch (error) {
          if (id !== null) await removeVersion(this.folder, id);
          throw error;
        }
      });
      isDone = true;
    } finally {
      // With a list on the disk the save will be ended, here or at the next opening.
      if (isDone || isSaving(this.folder)) {
        kept.seen = seen;
        kept.base = base;
        kept.beside.written(own);
      }
      // The old one or the new one, its own header says; what fails here fails again when an act is recorded.
      if (isDone) kept.log.open();
      else reopened(kept.log);
    }
    // The book is saved whatever becomes of old versions; the next save tries again.
    await thinVersions(this.folder, await this.versions(), Date.now()).catch(() => undefined);
  }

  /** @throws ChangedOutside */
  async #look(over: boolean): Promise<SeenBook> {
    const words = over ? null : await this.changedOutside();
    if (words !== null) throw new ChangedOutside(words);
    return over ? await seeBook(this.folder) : this.#kept.seen;
  }

  #given(files: Files, part: BookPart): [string, Uint8Array][] {
    const path = join(this.folder, BOOK_FILES[part]);
    const data = files.get(path);
    return data ? [[path, data]] : [];
  }

  /** The marks of a file go with it when it is renamed: taken now, they are ours for certain. */
  async #seenAfter(staged: readonly Staged[], now: SeenBook): Promise<SeenBook> {
    const seen = { ...now };
    for (const part of BOOK_PARTS) {
      const file = staged.find(({ path }) => path === join(this.folder, BOOK_FILES[part]));
      if (file) seen[part] = { sha256: file.sha256, ...marksOf(await stat(file.temporary)) };
    }
    return seen;
  }

  async #keepReplaced(
    staged: readonly Staged[],
    foreign: readonly Piece[],
    kind: VersionKind,
    why: string,
  ): Promise<string | null> {
    const paths = BOOK_PARTS.map((part) => join(this.folder, BOOK_FILES[part]));
    const isNew = staged.some(({ path }) => paths.includes(path));
    const pieces = isNew ? paths.filter((path) => existsSync(path)).map((path) => this.#piece(path)) : [];
    if (pieces.length + foreign.length === 0) return null;
    return await (foreign.length > 0
      ? keepVersion(this.folder, 'loss', 'документы изменены другой программой', [...pieces, ...foreign])
      : keepVersion(this.folder, kind, why, pieces));
  }

  #own(files: Files): Files {
    const own = new Map([...files].map(([path, data]) => [resolve(path), data]));
    for (const path of own.keys())
      if (this.#name(path).startsWith('..')) throw new Error(`«${path}» is not in «${this.folder}».`);
    return own;
  }

  #piece(path: string): Piece {
    return { name: this.#name(path), from: path };
  }

  #name(path: string): string {
    return relative(this.folder, path).split(sep).join('/');
  }

  async #keep(why: string, files: Files): Promise<string> {
    const pieces: Piece[] = [];
    const paths = BOOK_PARTS.map((part) => join(this.folder, BOOK_FILES[part]));
    const { own } = await this.#kept.beside.changed(new Map([...files].filter(([p]) => !paths.includes(p))));
    for (const [path, data] of files)
      if (paths.includes(path) || own.has(path)) pieces.push({ name: this.#name(path), data });
    return await keepVersion(this.folder, 'loss', why, pieces);
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy) throw new Error('The keeper was asked for something while it was saving.');
    this.#busy = true;
    try {
      this.#kept.lock.assertHeld();
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}

/** When a save has failed, its error is the one to be said. */
function reopened(log: UnsavedLog): void {
  try {
    log.open();
  } catch {
    // said when the next act is recorded
  }
}
