import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { type FolderLock, LockedError, lockFolder } from '../files/folder-lock';
import { keepAddress, pageAddress } from '../page/address';
import { BookThread } from '../page/book-thread';
import { type PageServer, startServer } from '../page/server';

/**
 * `serve`: the book in a browser on this machine, until Ctrl-C. A folder that is not there yet, or is empty, becomes a new
 * blank book.
 */
export async function serve(options: Options, progress: Progress): Promise<Outcome> {
  const folder = bookFolder(options);
  const lock = await locked(folder);
  const known = await pageAddress(folder, options.port);
  const server = await startServer(known.port, known.token);
  try {
    progress('Открываю книгу…');
    const { today, user } = options;
    const book = await BookThread.open({ folder, lock: lock.token, today, user }, server.tell);
    server.attach(book);
    await lock.announce(server.address);
    await keepAddress(folder, { port: server.port, token: known.token });
    announce(server, options, progress);
    await interrupted();
    progress('Сохраняю…');
    const { calls, trips, acts, saves, warnings } = await book.close();
    return {
      exit: EXIT.done,
      folder,
      counts: { acts, saves },
      warnings,
      data: { address: server.address, acts, saves },
      lines: [`Страница закрыта. Действий: ${acts}.`, ...warnings],
      calls,
      trips,
    };
  } finally {
    await server.close();
    await lock.release();
  }
}

/** Held by this thread: the thread of the book may be busy for long, or be replaced. */
async function locked(folder: string): Promise<FolderLock> {
  try {
    return await lockFolder(folder, 'page');
  } catch (error) {
    if (error instanceof LockedError) throw new RefusedError(error.message);
    throw error;
  }
}

function bookFolder({ book }: Options): string {
  if (book === undefined) throw new RefusedError('Укажите папку книги: --book <папка>.');
  if (book.toLowerCase().endsWith('.xlsx'))
    throw new RefusedError(
      `Страница открывает папку книги, а «${book}» — файл. Сделайте из него папку: npm run local -- new --book «файл» --out <папка>.`,
    );
  if (holdsSomethingElse(book))
    throw new RefusedError(
      `В папке «${book}» лежит что-то другое, книги в ней нет. Укажите папку книги или пустую.`,
    );
  return book;
}

/** A folder without a book in it may become one only when it is empty: nothing of another program is touched. */
function holdsSomethingElse(folder: string): boolean {
  if (!existsSync(folder) || existsSync(join(folder, 'workbook.xlsx'))) return false;
  return readdirSync(folder).some((name) => !name.startsWith('.'));
}

function announce(server: PageServer, options: Options, progress: Progress): void {
  // A program that reads JSON needs the address before the end.
  if (options.json) process.stderr.write(`${JSON.stringify({ entrance: server.entrance })}\n`);
  progress(`Книга открыта: ${server.entrance}\nЗакончить: Ctrl-C, всё сохранится.`);
  if (process.stdout.isTTY) openBrowser(server.entrance);
}

/** Where there is a screen. No browser is no fault: the address is printed. */
function openBrowser(address: string): void {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [program, ...words] =
    platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : [platform === 'darwin' ? 'open' : 'xdg-open', address];
  const opened = spawn(program, words, { stdio: 'ignore', detached: true });
  opened.on('error', () => undefined);
  opened.unref();
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
