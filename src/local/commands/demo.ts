import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type Options, type Outcome, type Progress } from '../command';
import { TODAY } from '../demo/cells';
import { demoRecords } from '../demo/demo-records';
import { typeDemo } from '../demo/type-demo';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';
import { runReport } from './report';
import { serve } from './serve';

/**
 * `demo`: the invented municipality with the real plan, its check, report and memo. Its tables have the errors that real tables
 * have, on purpose, so they do not make the exit status 1. With `--serve` the page follows, and a book that is there is
 * opened as it is: somebody may have worked in it.
 */
export async function demo(options: Options, progress: Progress): Promise<Outcome> {
  const out = options.out ?? 'out';
  if (!options.keep || !existsSync(join(out, 'workbook.xlsx'))) {
    const outcome = await makeDemo(options, out, progress);
    if (!options.serve) return outcome;
    for (const line of outcome.lines) progress(line);
  } else if (!options.serve) return left(out);
  return serve({ ...options, book: out }, progress);
}

async function makeDemo(options: Options, out: string, progress: Progress): Promise<Outcome> {
  const folder = outputFolder(undefined, out);
  const today = options.today ?? TODAY;
  const codes = options.storage === 'Коды вместо ФИО';
  const session = await openSession({ folder, today, user: options.user });
  // The municipality lives in the spring of 2024: opened in a browser, the book goes on from that day.
  session.state.page = { today };
  progress('Создаю книгу…');
  callRpc(session.project, 'setUp', { storageMode: options.storage ?? 'Полный' });
  progress('Вношу вымышленный округ…');
  typeDemo(session.host, demoRecords({ codes }), session.host.context.user);
  progress('Проверяю записи…');
  callRpc(session.project, 'check', {});
  const outcome = await runReport(session, options, folder, progress);
  return {
    ...outcome,
    exit: EXIT.done,
    lines: [...outcome.lines, 'Недочёты в данных внесены нарочно: такими бывают настоящие таблицы.'],
  };
}

function left(out: string): Outcome {
  const lines = [
    `Книга уже есть и оставлена как есть: «${out}». Чтобы сделать её заново, удалите эту папку.`,
  ];
  return { exit: EXIT.done, folder: null, counts: {}, warnings: [], lines, calls: {}, trips: 0 };
}
