import type { CheckCounts, CheckedFinding, OrganisationCheck } from '../../domain/checks/check';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { errorWords, findingCounts, writeFindings } from '../findings';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';

interface CheckOutcome {
  readonly findings: readonly CheckedFinding[];
  readonly counts: CheckCounts;
  readonly organisations: readonly OrganisationCheck[];
  readonly notes: readonly string[];
}

/** `check`: every rule over the whole book; the checked workbook and findings.json. */
export async function check(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  const folder = outputFolder(options.book, options.out);
  progress('Открываю книгу…');
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  progress('Проверяю записи…');
  const { findings, counts, organisations, notes } = callRpc<CheckOutcome>(session.project, 'check', {});
  const { organisation } = options;
  if (organisation !== undefined && !organisations.some((o) => o.id === organisation))
    throw new RefusedError(`В книге нет организации «${organisation}»: нужен её ID, например ORG-01.`);
  const asked =
    organisation === undefined ? findings : findings.filter((f) => f.organisation === organisation);
  progress('Сохраняю файлы…');
  await session.save(folder);
  const data = await writeFindings(folder, asked);
  const { errors, warnings, hints, accepted } = findingCounts(asked);
  const { fixed, fresh } = organisations.find((o) => o.id === organisation) ?? counts;
  return {
    exit: errors > 0 ? EXIT.blocked : EXIT.done,
    folder,
    counts: { organisations: organisations.length, errors, warnings, hints, accepted, fixed, fresh },
    warnings: [...notes, ...session.warnings()],
    data,
    lines: [
      `Ошибок: ${errors}, предупреждений: ${warnings}, подсказок: ${hints}, принято исключений: ${accepted}`,
      `С прошлой проверки: исправлено ${fixed}, новых ${fresh}`,
      ...errorWords(asked),
      ...notes,
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}
