import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BookFileError } from '../../files/book-error';
import { VERSIONS, type VersionKind, WHY, type WhyJson } from '../../files/version-folder';
import { staying } from './thinning';

/** An earlier state of the book. */
export interface Version {
  /** Name of its folder in `versions/`. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Why it was kept, in words. */
  readonly why: string;
  readonly kind: VersionKind;
  /** Size of its workbook; 0 = it holds none (a letter, a document). */
  readonly bytes: number;
}

/** The versions of a folder, the newest first. */
export async function listVersions(folder: string): Promise<Version[]> {
  const all = join(folder, VERSIONS);
  const versions: Version[] = [];
  for (const id of await readdir(all).catch(() => [])) {
    const said = await readWhy(join(all, id));
    if (said === null) continue;
    const workbook = await stat(join(all, id, 'workbook.xlsx')).catch(() => null);
    versions.push({ id, at: said.at, why: said.why, kind: said.kind, bytes: workbook?.size ?? 0 });
  }
  return versions.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** Removes versions that later ones stand for. @returns those that stay, the newest first */
export async function thinVersions(
  folder: string,
  versions: readonly Version[],
  now: number,
): Promise<Version[]> {
  const stay = staying(versions, now);
  for (const { id } of versions.filter((v) => !stay.has(v))) await removeVersion(folder, id);
  return versions.filter((v) => stay.has(v));
}

export async function removeVersion(folder: string, id: string): Promise<void> {
  const path = join(folder, VERSIONS, id);
  // Without its reason it is no version any more, however far the removal comes.
  await rm(join(path, WHY), { force: true });
  await rm(path, { recursive: true, force: true });
}

/** Versions that a kill left half made or half removed. */
export async function removeUnfinished(folder: string): Promise<void> {
  const all = join(folder, VERSIONS);
  for (const entry of await readdir(all, { withFileTypes: true }).catch(() => []))
    if (
      entry.isDirectory() &&
      /^\d{4}-\d\d-\d\dT/.test(entry.name) &&
      !(await readWhy(join(all, entry.name)))
    )
      await rm(join(all, entry.name), { recursive: true, force: true });
}

/** The files of a version by their places in the book folder. @throws BookFileError */
export async function readVersion(folder: string, id: string): Promise<Map<string, Uint8Array>> {
  const own = join(folder, VERSIONS, id);
  if (!/^[\w-]+$/.test(id) || (await readWhy(own)) === null)
    throw new BookFileError(`Версии «${id}» нет. Обновите список версий и выберите другую.`);
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(own, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const name = path.slice(own.length + 1);
    if (entry.isFile() && name !== WHY) files.set(join(folder, name), await readFile(path));
  }
  return files;
}

async function readWhy(path: string): Promise<WhyJson | null> {
  try {
    return JSON.parse(await readFile(join(path, WHY), 'utf8')) as WhyJson;
  } catch {
    return null;
  }
}
