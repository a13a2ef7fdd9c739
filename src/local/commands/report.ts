import type { CheckedFinding } from '../../domain/checks/check';
import type { Block } from '../../domain/memo/blocks';
import { printFigure } from '../../domain/monitoring/indicator-sheet';
import { indicators as table } from '../../domain/monitoring/indicators';
import { type IndicatorValue, MUNICIPALITY } from '../../domain/monitoring/report';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { errorWords, findingCounts, writeFindings } from '../findings';
import { writeJson } from '../output';
import { callRpc } from '../rpc';
import { openSession, outputFolder, type Session } from '../session';

export interface ReportOutcome {
  readonly wave: string;
  readonly asOf: string;
  readonly indicators: readonly IndicatorValue[];
  readonly memo: readonly Block[];
  readonly document: { readonly id: string; readonly url: string };
  readonly findings: readonly CheckedFinding[];
  readonly notes: readonly string[];
  readonly organisations: number;
  readonly submitted: number;
}

/** Shown after a report: enough to see whether it makes sense. */
const MAIN = ['И-01', 'И-02', 'И-05', 'И-08', 'И-11', 'И-12', 'И-15', 'И-22', 'И-23', 'И-29'];

/** `report`: figures, pivot, charts, memo and report.json of a wave. */
export async function report(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  const folder = outputFolder(options.book, options.out);
  progress('Открываю книгу…');
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  return runReport(session, options, folder, progress);
}

export async function runReport(
  session: Session,
  options: Options,
  folder: string,
  progress: Progress,
): Promise<Outcome> {
  progress('Считаю показатели, строю свод и диаграммы, пишу справку…');
  const result = callRpc<ReportOutcome>(session.project, 'report', {
    ...(options.wave ? { wave: options.wave } : {}),
    ...(options.asOf ? { asOf: options.asOf } : {}),
  });
  progress('Сохраняю файлы…');
  await session.save(folder);
  const { wave, asOf, indicators, memo, findings, notes, organisations, submitted } = result;
  await writeJson(folder, 'report.json', { wave, asOf, indicators, memo });
  await writeFindings(folder, findings);
  const counts = findingCounts(findings);
  return {
    exit: counts.errors > 0 ? EXIT.blocked : EXIT.done,
    folder,
    counts: { organisations, submitted, indicators: indicators.length, ...counts },
    warnings: [...notes, ...session.warnings(), ...errorWords(findings)],
    data: { wave, asOf, indicators, memo },
    lines: [
      `Волна ${wave}, данные на ${asOf.split('-').reverse().join('.')}; формы представили ${submitted} из ${organisations} ОО`,
      ...mainFigures(indicators),
      ...(counts.errors > 0
        ? [`Ошибок в записях: ${counts.errors}, предупреждений: ${counts.warnings} (findings.json)`]
        : []),
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}

function mainFigures(values: readonly IndicatorValue[]): string[] {
  return MAIN.flatMap((code) => {
    const definition = table.find((i) => i.code === code);
    const figure = values.find(
      (v) => v.code === code && v.part === (definition?.part ?? '') && v.scope === MUNICIPALITY,
    );
    return definition && figure
      ? [`  ${code}  ${String(printFigure(figure)).padEnd(24)} ${definition.name}`]
      : [];
  });
}
