import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../../../domain/text/plural';
import { makerOf } from '../../files/atomic-write';
import { isRunning } from '../../files/process-mark';
import { VERSIONS } from '../../files/version-folder';
import { BOOK_FILES } from './outside';
import { type Base, type FoundLog, readLog, setLogAside } from './unsaved-log';
import { listVersions, removeUnfinished, removeVersion } from './versions';

const HOUR = 3_600_000;

/** The log to go on with; null = a new one is to be begun. */
export async function logFor(
  folder: string,
  base: Base,
): Promise<{ readonly log: FoundLog | null; readonly words: string }> {
  const log = await readLog(folder);
  if (log === null) return { log: null, words: '' };
  if (log === 'unreadable') {
    const name = await setLogAside(folder);
    return {
      log: null,
      words: `Журнал несохранённых правок не читается. Он отложен в файл «${name}», книга открыта без него.`,
    };
  }
  const acts = counted(log.acts.length, ['правка', 'правки', 'правок']);
  const torn = log.torn ? ' Последняя правка записана не до конца и пропущена.' : '';
  if (log.base.workbook === base.workbook && log.base.state === base.state) {
    const words = log.acts.length > 0 ? `Не были сохранены в файл, но не потеряны: ${acts}.` : '';
    return { log, words: words + torn };
  }
  if (log.acts.length === 0) return { log: null, words: torn.trim() };
  const name = await setLogAside(folder);
  return {
    log: null,
    words: `Пока книга была закрыта, её файлы изменила другая программа. Открыты её файлы; то, что до этого не было сохранено (${acts}), в них не внесено и отложено в файл «${name}».${torn}`,
  };
}

/** Removes what killed processes have left. The caller holds the lock and has ended the interrupted save. */
export async function sweep(folder: string): Promise<void> {
  for (const part of ['.', 'documents', 'outbox'])
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      const pid = makerOf(name);
      if (pid === null) continue;
      const path = join(folder, part, name);
      const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0);
      if (pid === process.pid || !isRunning(pid) || age > HOUR) await rm(path, { force: true });
    }
  await removeUnfinished(folder);
  await removeShared(folder);
}

/**
 * A version made right before a kill is one file with the present workbook under two names: a program that writes into it in
 * place would change both.
 */
async function removeShared(folder: string): Promise<void> {
  const present = await stat(join(folder, BOOK_FILES.workbook)).catch(() => null);
  if (!present || present.nlink < 2) return;
  for (const { id } of await listVersions(folder)) {
    const kept = await stat(join(folder, VERSIONS, id, BOOK_FILES.workbook)).catch(() => null);
    if (kept?.ino === present.ino && kept.dev === present.dev) await removeVersion(folder, id);
  }
}
