import type { Cell } from '../../domain/registry/cell';
import { foldHeader } from '../../domain/text/fold';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { writeJson } from '../output';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';
import { readSourceTable } from '../source-table';

interface ImportedRow {
  readonly row: number;
  readonly outcome: 'add' | 'exists' | 'skip' | 'bad';
  readonly id: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly column: string;
    readonly message: string;
    readonly instruction: string;
  }[];
}

interface Preview {
  readonly tab: string;
  readonly title: string;
  readonly headerRow: number;
  readonly columns: readonly { at: number; letter: string; header: string; key: string; resembles: string }[];
  readonly targets: readonly { readonly key: string; readonly title: string }[];
  readonly missing: readonly string[];
  readonly counts: Readonly<Record<ImportedRow['outcome'], number>>;
  readonly rows: readonly ImportedRow[];
  readonly hidden: number;
}

interface Done {
  readonly added: number;
  readonly exists: number;
  readonly bad: number;
  readonly rows: readonly ImportedRow[];
  readonly hidden: number;
}

const STATUSES: readonly string[] = ['Черновик', 'Действует'];

/**
 * `import --from old.xlsx`: a dry run that says row by row what would happen (import.json); with `--apply` the rows are
 * added, all or nothing, or with `--skip-bad` those without errors.
 */
export async function importTable(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  if (options.from === undefined) throw new RefusedError('Укажите старую таблицу: --from <файл .xlsx>.');
  const folder = outputFolder(options.book, options.out);
  if (options.status !== undefined && !STATUSES.includes(options.status))
    throw new RefusedError(`Статус «${options.status}» не известен: --status ${STATUSES.join(' или ')}.`);
  progress('Читаю таблицу…');
  const grid = await readSourceTable(options.from, options.sheet);
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  const args = {
    ...(options.tab === undefined ? {} : { tab: options.tab }),
    grid,
    organisation: options.organisation ?? '',
    status: options.status ?? 'Черновик',
  };
  progress('Проверяю строки…');
  const first = callRpc<Preview>(session.project, 'importPreview', args);
  const choices = choicesOf(options.map, first, grid);
  const request = { ...args, tab: first.tab, choices };
  const preview =
    Object.keys(choices).length === 0 ? first : callRpc<Preview>(session.project, 'importPreview', request);
  const done = options.apply
    ? callRpc<Done>(session.project, 'importRows', { ...request, mode: options.skipBad ? 'good' : 'all' })
    : null;
  if (done) {
    progress('Сохраняю файлы…');
    await session.save(folder);
  }
  const { title, headerRow, columns, missing, counts } = preview;
  const rows = done?.rows ?? preview.rows;
  const report = { title, headerRow, columns, missing, counts, applied: done !== null, rows };
  await writeJson(folder, 'import.json', report);
  const hidden = done?.hidden ?? preview.hidden;
  return {
    exit: counts.bad > 0 ? EXIT.blocked : EXIT.done,
    folder,
    counts: { ...counts, added: done?.added ?? 0 },
    warnings: [
      ...missing.map((column) => `Нет обязательного столбца «${column}».`),
      ...columns
        .filter((c) => c.key === '' && c.header !== '')
        .map((c) => `Столбец «${c.header}» не перенесён${resembling(c.resembles, preview)}.`),
      ...session.warnings(),
    ],
    data: report,
    lines: [
      `Реестр «${title}», заголовки в строке ${headerRow}: внести ${counts.add}, уже есть ${counts.exists}, с ошибками ${counts.bad}`,
      ...columns
        .filter((c) => c.key !== '')
        .map((c) => `  ${c.letter}. ${c.header} → «${titleOf(c.key, preview)}»`),
      ...rows.flatMap((r) =>
        r.findings.map(
          (f) => `  строка ${r.row}${f.column ? `, «${f.column}»` : ''}: ${f.message} ${f.instruction}`,
        ),
      ),
      ...(hidden > 0 ? [`  … и ещё строк с замечаниями: ${hidden}`] : []),
      done
        ? `Внесено записей: ${done.added}`
        : 'Это проба: ничего не изменено. Чтобы внести, добавьте --apply.',
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}

function titleOf(key: string, { targets }: Preview): string {
  return targets.find((t) => t.key === key)?.title ?? key;
}

function resembling(key: string, preview: Preview): string {
  return key === '' ? '' : `; если это «${titleOf(key, preview)}», укажите --map`;
}

/** `--map '{"Категория": "Квалификационная категория"}'`: headers of the table → titles of the registry, '' = leave out. */
function choicesOf(
  json: string | undefined,
  preview: Preview,
  grid: readonly Cell[][],
): Record<string, string> {
  if (json === undefined) return {};
  let map: unknown;
  try {
    map = JSON.parse(json);
  } catch {
    throw new RefusedError('--map не читается: нужно {"заголовок таблицы": "столбец реестра"}.');
  }
  const choices: Record<string, string> = {};
  for (const c of preview.columns) choices[c.at] = c.key;
  for (const [header, title] of Object.entries(map as Record<string, string>)) {
    const at = (grid[preview.headerRow - 1] ?? []).findIndex(
      (cell) => foldHeader(String(cell)) === foldHeader(header),
    );
    if (at < 0) throw new RefusedError(`--map: в таблице нет столбца «${header}».`);
    const target = preview.targets.find((t) => foldHeader(t.title) === foldHeader(title));
    if (title !== '' && !target)
      throw new RefusedError(
        `--map: в реестре «${preview.title}» нет столбца «${title}». Есть: ${preview.targets.map((t) => t.title).join('; ')}.`,
      );
    choices[at] = target?.key ?? '';
  }
  return choices;
}
