import { constants } from 'node:fs';
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attempt, flushFolder, writeThrough } from './atomic-write';

export const VERSIONS = 'versions';
/** Written last: a version without it was not finished. */
export const WHY = 'why.json';

/** What a version was kept for. `step`: one of many ordinary saves, thinned with time; `loss`: else it would be gone. */
export type VersionKind = 'step' | 'loss';

export interface WhyJson {
  readonly format: 1;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: VersionKind;
  /** For people. */
  readonly why: string;
}

/** A file of a version: its place in the book folder (`documents/…` too), and where the bytes are. */
export type Piece = { readonly name: string } & ({ readonly from: string } | { readonly data: Uint8Array });

/**
 * Keeps files as a version: `versions/<local time>/`. A file that will be replaced by renaming costs no bytes: it gets
 * a second name; where a disk knows no such names it is copied.
 * @returns its id: the name of its folder
 * @throws BookFileError
 */
export async function keepVersion(
  folder: string,
  kind: VersionKind,
  why: string,
  pieces: Iterable<Piece>,
): Promise<string> {
  const at = new Date();
  const all = join(folder, VERSIONS);
  return await attempt(
    all,
    async () => {
      await mkdir(all, { recursive: true });
      const id = await freeFolder(all, localStamp(at));
      const own = join(all, id);
      try {
        for (const piece of pieces) {
          const target = join(own, piece.name);
          await mkdir(dirname(target), { recursive: true });
          if ('data' in piece) await writeThrough(target, piece.data);
          else
            await link(piece.from, target).catch(() =>
              copyFile(piece.from, target, constants.COPYFILE_FICLONE),
            );
        }
        const said: WhyJson = { format: 1, at: at.getTime(), kind, why };
        await writeThrough(join(own, WHY), Buffer.from(`${JSON.stringify(said)}\n`));
      } catch (error) {
        await rm(own, { recursive: true, force: true }).catch(() => undefined);
        throw error;
      }
      await flushFolder(own);
      await flushFolder(all);
      return id;
    },
    'Прежняя версия не сохранена, поэтому и файлы книги не изменены',
  );
}

async function freeFolder(all: string, stamp: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stamp : `${stamp}-${n}`;
    const made = await mkdir(join(all, id)).catch((error: NodeJS.ErrnoException) => error);
    if (made === undefined) return id;
    if (made.code !== 'EEXIST') throw made;
  }
}

/** The time on the clock at hand, for a name that people read. @example localStamp(new Date()) // '2024-04-20T09-05-00' */
export function localStamp(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}-${two(at.getMinutes())}-${two(at.getSeconds())}`;
}
