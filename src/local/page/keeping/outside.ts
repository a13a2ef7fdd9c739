import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../../files/atomic-write';
import { BookFileError } from '../../files/book-error';
import type { Base } from './unsaved-log';

/** The files that one moment of the book is made of. */
export const BOOK_FILES = { workbook: 'workbook.xlsx', state: 'state.json' } as const;
export type BookPart = keyof typeof BOOK_FILES;
export const BOOK_PARTS = Object.keys(BOOK_FILES) as BookPart[];

/** A program that saves by renaming (Excel does) leaves no file for a moment. */
const MOMENT = 200;

/** A file as it was read or written here; the marks besides the hash are for a look without reading. */
export interface Seen {
  readonly sha256: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
}

/** Somebody else has changed the book's files since they were read or written here. Nothing was written. */
export class ChangedOutside extends BookFileError {}

/** @returns the file's hash and marks; null = there is none. With the last look, an unchanged file is not read. */
export async function seeFile(path: string, last: Seen | null = null): Promise<Seen | null> {
  for (let tries = 0; ; tries += 1) {
    const before = await stat(path).catch(() => null);
    if (last && before && isSame(before, last)) return last;
    const data = before?.isFile() ? await readFile(path).catch(() => null) : null;
    const after = await stat(path).catch(() => null);
    if (data && before && after && isSame(before, after)) return { sha256: hashOf(data), ...marksOf(after) };
    if ((!before && !after && last === null) || tries === 3) return null;
    await new Promise((resolve) => setTimeout(resolve, MOMENT / 2));
  }
}

export type Marks = Omit<Seen, 'sha256'>;

export function marksOf({ size, mtimeMs, ino }: Marks): Marks {
  return { size, mtimeMs, ino };
}

function isSame(a: Marks, b: Marks): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;
}

export type SeenBook = Readonly<Record<BookPart, Seen | null>>;

export async function seeBook(folder: string, last?: SeenBook): Promise<SeenBook> {
  const [workbook, state] = await Promise.all(
    BOOK_PARTS.map((part) => seeFile(join(folder, BOOK_FILES[part]), last?.[part])),
  );
  return { workbook, state };
}

export function baseOf(seen: SeenBook): Base {
  return { workbook: seen.workbook?.sha256 ?? null, state: seen.state?.sha256 ?? null };
}

export function isSameBase(a: Base, b: Base): boolean {
  return a.workbook === b.workbook && a.state === b.state;
}

/** What to say of a file that is not the one known. */
export function changedWords(folder: string, part: BookPart, now: Seen | null): string {
  const name = BOOK_FILES[part];
  if (now === null)
    return `Файл «${name}» удалён, переименован или не читается. Верните его на место или сохраните книгу отсюда.`;
  const time = new Date(now.mtimeMs).toTimeString().slice(0, 5);
  return [
    `Файл «${name}» изменила другая программа (${time}): выберите, какие изменения оставить, другие сохранятся как версия.`,
    openElsewhere(folder),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

/** Office programs lay a file beside a book that they have open. '' = nobody has. */
export function openElsewhere(folder: string): string {
  const program = existsSync(join(folder, `~$${BOOK_FILES.workbook}`))
    ? 'Excel'
    : existsSync(join(folder, `.~lock.${BOOK_FILES.workbook}#`))
      ? 'LibreOffice'
      : '';
  return program === ''
    ? ''
    : `Книга открыта в ${program}: закройте её там, чтобы не править её в двух местах.`;
}
