import { EXIT, type Options, type Outcome, type Progress } from '../command';
import { TODAY } from '../demo/cells';
import { demoRecords } from '../demo/demo-records';
import { typeDemo } from '../demo/type-demo';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';
import { runReport } from './report';

/**
 * `demo`: the invented municipality with the real plan, its check, report and memo. Its tables have the errors that real tables
 * have, on purpose, so they do not make the exit status 1.
 */
export async function demo(options: Options, progress: Progress): Promise<Outcome> {
  const folder = outputFolder(undefined, options.out ?? 'out');
  const today = options.today ?? TODAY;
  const codes = options.storage === 'Коды вместо ФИО';
  const session = await openSession({ folder, today, user: options.user });
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
