import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder, notWritten, temporaryName } from '../../files/atomic-write';
import { localStamp } from '../../files/version-folder';

export const LOG = '.unsaved.ndjson';

/** Hashes of the files that the acts of a log go on from; null = there is no such file. */
export interface Base {
  readonly workbook: string | null;
  readonly state: string | null;
}

interface Header {
  readonly format: 1;
  /** Counts the saves, for whoever reads the file. */
  readonly generation: number;
  readonly base: Base;
}

/** A log as it was found. */
export interface FoundLog extends Header {
  readonly acts: readonly unknown[];
  /** Bytes of the whole lines. */
  readonly size: number;
  /** The last line breaks off: the process was killed while it wrote, and has told nobody that the act is safe. */
  readonly torn: boolean;
}

/** The bytes of a log without acts. */
export function emptyLog(generation: number, base: Base): Buffer {
  const header: Header = { format: 1, generation, base };
  return Buffer.from(`${JSON.stringify(header)}\n`);
}

/** What is in the log of a folder; null = there is none, `unreadable` = there is one without a header of ours. */
export async function readLog(folder: string): Promise<FoundLog | null | 'unreadable'> {
  const data = await readFile(join(folder, LOG)).catch(() => null);
  return data && parseLog(data);
}

/** How many acts wait for a save in this folder, for commands that would write over what they go on from. */
export function unsavedCount(folder: string): number {
  try {
    const log = parseLog(readFileSync(join(folder, LOG)));
    return log === 'unreadable' ? 0 : log.acts.length;
  } catch {
    return 0;
  }
}

function parseLog(data: Buffer): FoundLog | 'unreadable' {
  const size = data.lastIndexOf('\n') + 1;
  const [first, ...lines] = data.subarray(0, size).toString('utf8').split('\n').slice(0, -1);
  try {
    const header = JSON.parse(first ?? '') as Header;
    if (header.format !== 1) return 'unreadable';
    const acts = lines.map((line) => (JSON.parse(line) as { act: unknown }).act);
    return { ...header, acts, size, torn: size < data.length };
  } catch {
    return 'unreadable';
  }
}

/** Gives the log another name, that says when. @returns the name */
export async function setLogAside(folder: string): Promise<string> {
  const name = `.unsaved-${localStamp(new Date())}-${process.pid}.ndjson`;
  await rename(join(folder, LOG), join(folder, name));
  await flushFolder(folder);
  return name;
}

/** Through to the disk; one call may write less than it was given. */
function writeAll(file: number, data: Uint8Array, at: number): void {
  for (let done = 0; done < data.length; ) done += writeSync(file, data, done, data.length - done, at + done);
  fsyncSync(file);
}

/** The log that a save restarts by giving it a new file under the same name: closed before, opened again after. */
export class UnsavedLog {
  readonly #path: string;
  /** null = closed: its number may be another file's by now. */
  #file: number | null = null;
  #size = 0;
  #count = 0;
  #generation = 0;

  /** Goes on with the log of the folder. @throws BookFileError */
  constructor(readonly folder: string) {
    this.#path = join(folder, LOG);
    this.open();
  }

  /** Begins the log of the folder; one that is there goes. @throws BookFileError */
  static begin(folder: string, generation: number, base: Base): UnsavedLog {
    const path = join(folder, LOG);
    const temporary = temporaryName(path);
    try {
      const file = openSync(temporary, 'w');
      try {
        writeAll(file, emptyLog(generation, base), 0);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw notWritten(path, error, 'Без журнала правок книга не открывается');
    }
    return new UnsavedLog(folder);
  }

  get count(): number {
    return this.#count;
  }

  get generation(): number {
    return this.#generation;
  }

  /** Whichever log has the name now. @throws BookFileError; it is closed then */
  open(): void {
    this.close();
    let file: number | null = null;
    try {
      const found = parseLog(readFileSync(this.#path));
      if (found === 'unreadable')
        throw new Error('он изменён другой программой. Закройте книгу и откройте её снова');
      file = openSync(this.#path, 'r+');
      // What a killed process has left of its last line; the next act begins a line of its own.
      ftruncateSync(file, found.size);
      this.#file = file;
      this.#size = found.size;
      this.#count = found.acts.length;
      this.#generation = found.generation;
    } catch (error) {
      if (file !== null) closeSync(file);
      throw notWritten(this.#path, error, 'Журнал правок не открыт');
    }
  }

  /** On the disk when this returns. @throws BookFileError; the log is as it was */
  add(act: unknown): void {
    if (this.#file === null) this.open();
    const line = Buffer.from(`${JSON.stringify({ at: Date.now(), act })}\n`);
    try {
      this.#write(this.#file!, line);
    } catch (error) {
      this.close();
      throw notWritten(
        this.#path,
        error,
        'Правка не попала в журнал: если программа остановится до сохранения, её не будет',
      );
    }
    this.#size += line.length;
    this.#count += 1;
  }

  #write(file: number, line: Buffer): void {
    try {
      let done = 0;
      while (done < line.length) done += writeSync(file, line, done, line.length - done, this.#size + done);
      fsyncSync(file);
    } catch (error) {
      // Half a line in the middle would make the rest of the log unreadable.
      ftruncateSync(file, this.#size);
      throw error;
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}
