import { shortDate } from '../../domain/text/print-date';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { writeJson } from '../output';
import { readPlanTables } from '../plan-source';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';

interface Row {
  readonly rows: readonly number[];
  readonly number: string;
  readonly name: string;
  readonly term: string;
  readonly termKind: string;
  readonly deadline: { readonly kind: string; readonly controlDates: readonly string[] };
  readonly outcome: 'new' | 'same' | 'changed' | 'conflict' | 'doubled' | 'incomplete';
  readonly questions: readonly string[];
  readonly remarks: readonly string[];
}

interface Preview {
  readonly mode: 'add' | 'replace';
  readonly headerRow: number;
  readonly unused: readonly string[];
  readonly passed: readonly { readonly row: number; readonly text: string }[];
  readonly sections: readonly { row: number; title: string; section: string; guessed: boolean }[];
  readonly rows: readonly Row[];
  readonly counts: Readonly<Record<Row['outcome'] | 'asked', number>>;
  readonly blocked: string;
}

interface Done {
  readonly added: number;
  readonly kept: number;
}

const MODES: readonly string[] = ['add', 'replace'];

/**
 * `plan --from plan.docx`: a dry run that says how every row was understood (plan-import.json); with `--apply` the new
 * measures are written, with `--mode replace` in the place of the built-in plan.
 */
export async function importPlan(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  if (options.from === undefined)
    throw new RefusedError('Укажите план: --from <файл .docx, .xlsx или .txt с табуляцией>.');
  const mode = options.mode ?? 'add';
  if (!MODES.includes(mode))
    throw new RefusedError(`Способ «${mode}» не известен: --mode ${MODES.join(' или ')}.`);
  const folder = outputFolder(options.book, options.out);
  progress('Читаю план…');
  const tables = await readPlanTables(options.from, options.sheet);
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  progress('Разбираю сроки…');
  const preview = callRpc<Preview>(session.project, 'planPreview', { tables, mode });
  const done = options.apply ? callRpc<Done>(session.project, 'planImport', { tables, mode }) : null;
  if (done) {
    progress('Сохраняю файлы…');
    await session.save(folder);
  }
  const { counts, rows, unused, passed, sections, blocked } = preview;
  const report = { ...preview, applied: done !== null };
  await writeJson(folder, 'plan-import.json', report);
  const left = counts.conflict + counts.doubled + counts.incomplete;
  return {
    exit: counts.asked + left > 0 || blocked !== '' ? EXIT.blocked : EXIT.done,
    folder,
    counts: { ...counts, added: done?.added ?? 0 },
    warnings: [
      ...(blocked === '' ? [] : [blocked]),
      ...unused.map((header) => `Столбец «${header}» не перенесён.`),
      ...sections
        .filter((s) => s.guessed)
        .map((s) => `Раздел «${s.title}» (строка ${s.row}): ${s.section || 'не соотнесён, выберите сами'}.`),
      ...session.warnings(),
    ],
    data: report,
    lines: [
      `План: мероприятий ${rows.length}; внести ${counts.new}, уже есть ${counts.same + counts.changed}, не вносится ${left}, спросить ${counts.asked}`,
      ...(blocked === '' ? [] : [`  ${blocked}`]),
      ...rows.map(
        (r) =>
          `  ${r.number} ${r.name} — «${r.term}»: ${[r.termKind, ...r.deadline.controlDates.map(shortDate)].join(', ')}`,
      ),
      ...rows.flatMap((r) =>
        [...r.questions, ...r.remarks].map((words) => `  строка ${r.rows[0]}, № ${r.number}: ${words}`),
      ),
      ...passed.map((p) => `  строка ${p.row} не вошла в план: ${p.text}`),
      done
        ? `Внесено мероприятий: ${done.added}${mode === 'replace' ? `, на место прежних: ${done.kept}` : ''}`
        : 'Это проба: ничего не изменено. Чтобы внести, добавьте --apply.',
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}
