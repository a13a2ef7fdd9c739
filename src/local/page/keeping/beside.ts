import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, hashOfFile } from '../../files/atomic-write';

const FOLDERS: Readonly<Record<string, string>> = { documents: '.docx', outbox: '.eml' };

/**
 * Documents and letters, as they were read or written here. People edit a document in Word while the book is open: what
 * has not changed in the book is not written, so that their file stays; what has, takes its place, and theirs is kept.
 */
export class FilesBeside {
  readonly #known = new Map<string, string>();
  /** The book gives the same bytes at every save. */
  readonly #hashes = new WeakMap<Uint8Array, string>();

  constructor(readonly folder: string) {}

  async look(): Promise<void> {
    this.#known.clear();
    for (const [name, extension] of Object.entries(FOLDERS)) {
      const folder = join(this.folder, name);
      for (const file of await readdir(folder).catch(() => [])) {
        if (!file.toLowerCase().endsWith(extension) || /^(~\$|\.)/.test(file)) continue;
        const data = await readFile(join(folder, file)).catch(() => null);
        if (data) this.#known.set(join(folder, file), hashOf(data));
      }
    }
  }

  /** The files that the book has changed; and those of them whose places hold what somebody else has put there. */
  async changed(files: ReadonlyMap<string, Uint8Array>): Promise<{
    readonly own: Map<string, Uint8Array>;
    readonly foreign: readonly string[];
  }> {
    const own = new Map<string, Uint8Array>();
    const foreign: string[] = [];
    for (const [path, data] of files) {
      const hash = this.#hash(data);
      const known = this.#known.get(path);
      if (known === hash) continue;
      own.set(path, data);
      const there = await hashOfFile(path);
      if (there !== null && there !== known && there !== hash) foreign.push(path);
    }
    return { own, foreign };
  }

  written(files: ReadonlyMap<string, Uint8Array>): void {
    for (const [path, data] of files) this.#known.set(path, this.#hash(data));
  }

  #hash(data: Uint8Array): string {
    let hash = this.#hashes.get(data);
    if (hash === undefined) {
      hash = hashOf(data);
      this.#hashes.set(data, hash);
    }
    return hash;
  }
}
