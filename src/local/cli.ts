import { parseArgs } from 'node:util';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from './command';
import { writeJson } from './output';

type Command = (options: Options, progress: Progress) => Promise<Outcome>;

/** Loaded when called: a refusal or the help need not wait for the libraries of all commands. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./commands/new')).newBook,
  report: async () => (await import('./commands/report')).report,
  check: async () => (await import('./commands/check')).check,
  import: async () => (await import('./commands/import')).importTable,
  plan: async () => (await import('./commands/plan')).importPlan,
  codes: async () => (await import('./commands/codes')).codes,
  names: async () => (await import('./commands/names')).names,
  remind: async () => (await import('./commands/remind')).remind,
  rehearse: async () => (await import('./commands/rehearse')).rehearse,
  call: async () => (await import('./commands/call')).call,
  demo: async () => (await import('./commands/demo')).demo,
  deadlines: async () => (await import('./commands/deadlines')).deadlines,
  serve: async () => (await import('./commands/serve')).serve,
};

/** Commands that take words after their name. */
const WITH_WORDS: readonly string[] = ['call', 'deadlines'];

const USAGE = `Использование: npm run local -- <команда> [параметры]
  new     создать книгу: --out <папка>
  report  отчёт и справка: --book <папка или .xlsx> --out <папка> [--wave 2024-04] [--as-of 2024-03-31]
  check   проверить записи: --book <папка или .xlsx> --out <папка> [--organisation ORG-01]
  import  внести старую таблицу школы: --book <…> --from <файл .xlsx> [--sheet] [--tab] [--organisation ORG-01]
          [--status Черновик|Действует] [--map '{"заголовок": "столбец"}'] [--apply [--skip-bad]]; без --apply — проба
  plan    внести план («дорожную карту»): --book <…> --from <файл .docx, .xlsx или .txt с табуляцией> [--sheet]
          [--mode add|replace] [--apply]; без --apply — проба
  codes   заменить ФИО кодами: --book <…> --key <файл ключа .csv> --out <папка> [--apply]; без --apply — проба
  remind  письма на сегодня: --book <…> --out <папка> [--send [--smtp smtp://сервер:587 --user <от кого>]];
          без --send — проба; --smtp env — адрес сервера из переменной NASTAVNICHESTVO_SMTP
  rehearse прогнать год: --book <…> --out <папка> [--date-from гггг-мм-дд] [--date-to гггг-мм-дд]
  names   копия книги с ФИО для печати: --book <…> --key <файл ключа .csv> --out <папка>
  call    вызвать функцию надстройки: call <функция> [json] --book <…> --out <папка>
  demo    вымышленный округ с отчётом и справкой: [--out <папка>] [--serve — и открыть его в браузере]
  serve   открыть книгу в браузере: --book <папка> [--port 4780]; новая или пустая папка — новая книга
  deadlines  сроки плана из файла, по одному в строке: deadlines <файл> [--plan-start гггг-мм-дд] [--plan-end гггг-мм-дд]
Общие параметры: --book, --out, --today гггг-мм-дд, --user <e-mail>, --json`;

const SEE_HELP = 'Все команды и параметры: npm run local -- --help.';

/** null: the person asked for help. */
function parse(argv: readonly string[]): { command: string; options: Options } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        book: { type: 'string' },
        out: { type: 'string' },
        today: { type: 'string' },
        user: { type: 'string' },
        json: { type: 'boolean', default: false },
        wave: { type: 'string' },
        'as-of': { type: 'string' },
        storage: { type: 'string' },
        key: { type: 'string' },
        from: { type: 'string' },
        sheet: { type: 'string' },
        tab: { type: 'string' },
        map: { type: 'string' },
        organisation: { type: 'string' },
        status: { type: 'string' },
        mode: { type: 'string' },
        apply: { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        send: { type: 'boolean', default: false },
        smtp: { type: 'string' },
        'date-from': { type: 'string' },
        'date-to': { type: 'string' },
        'plan-start': { type: 'string' },
        'plan-end': { type: 'string' },
        port: { type: 'string' },
        serve: { type: 'boolean' },
        'no-serve': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return null;
    const [command, ...rest] = positionals;
    if (command === undefined) throw new RefusedError(`Укажите команду. ${SEE_HELP}`);
    const { book, out, user, json, wave, storage } = values;
    for (const name of ['today', 'date-from', 'date-to', 'plan-start', 'plan-end'] as const) {
      const day = values[name];
      if (day !== undefined && !isDay(day))
        throw new RefusedError(`Дата «${day}» не распознана: нужен вид 2024-04-20.`);
    }
    return {
      command,
      options: {
        book,
        out,
        today: values.today,
        user,
        json: json ?? false,
        wave,
        asOf: values['as-of'],
        storage,
        key: values.key,
        from: values.from,
        sheet: values.sheet,
        tab: values.tab,
        map: values.map,
        organisation: values.organisation,
        status: values.status,
        mode: values.mode,
        apply: values.apply ?? false,
        skipBad: values['skip-bad'] ?? false,
        send: values.send ?? false,
        smtp: values.smtp,
        dateFrom: values['date-from'],
        dateTo: values['date-to'],
        planStart: values['plan-start'],
        planEnd: values['plan-end'],
        port: portOf(values.port),
        serve: values.serve === true && values['no-serve'] !== true,
        keep: values.serve === true,
        rest,
      },
    };
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(`${optionWords(error as NodeJS.ErrnoException)} ${SEE_HELP}`);
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RefusedError(`Порт «${text}» не годится: нужно целое число до 65535.`);
  return port;
}

/** What parseArgs says, in one Russian line. */
function optionWords({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(-[^\s']*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Нет параметра «${option}».`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return /does not take/.test(message)
      ? `Параметр «${option}» указывается без значения.`
      : `После параметра «${option}» нужно значение.`;
  return `Параметры не распознаны: ${message.split('\n')[0]}.`;
}

/** A folder or a disk that cannot be written is bad input, not a fault of the program. */
function unwritable(error: unknown): string | null {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `Нет права на запись: «${path ?? 'папка результата'}». Укажите другую папку: --out <папка>.`;
  return code === 'ENOSPC' ? 'На диске нет места. Освободите место и повторите.' : null;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

async function main(argv: readonly string[]): Promise<number> {
  const started = performance.now();
  const parsed = parse(argv);
  if (parsed === null) {
    process.stdout.write(`${USAGE}\n`);
    return EXIT.done;
  }
  const { command, options } = parsed;
  if (!Object.keys(commands).includes(command))
    throw new RefusedError(`Нет команды «${command}». ${SEE_HELP}`);
  if (!WITH_WORDS.includes(command) && options.rest.length > 0)
    throw new RefusedError(`Лишнее слово «${options.rest[0]}» после команды «${command}». ${SEE_HELP}`);
  // A program that reads JSON wants nothing but errors on stderr.
  const progress: Progress = (step) => options.json || process.stderr.write(`${step}\n`);
  const run = await commands[command]();
  const outcome = await run(options, progress);
  const usage = process.resourceUsage();
  const { folder } = outcome;
  if (folder !== null)
    await writeJson(folder, 'run.json', {
      command,
      calls: outcome.calls,
      trips: outcome.trips,
      wallMs: Math.round(performance.now() - started),
      cpuMs: Math.round((usage.userCPUTime + usage.systemCPUTime) / 1000),
      maxRssMb: Math.round(usage.maxRSS / 1024),
      counts: outcome.counts,
      warnings: outcome.warnings,
    });
  const lines = outcome.onlyLines || folder === null ? outcome.lines : [...outcome.lines, `Файлы: ${folder}`];
  const shown = options.json && !outcome.onlyLines ? [JSON.stringify(outcome.data ?? null, null, 2)] : lines;
  if (shown.length > 0) process.stdout.write(`${shown.join('\n')}\n`);
  return outcome.exit;
}

main(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  (error: unknown) => {
    const words = error instanceof RefusedError ? error.message : unwritable(error);
    const refused = words !== null;
    process.stderr.write(
      refused ? `${words}\n` : `Сбой программы: ${(error as Error).stack ?? String(error)}\n`,
    );
    process.exitCode = refused ? EXIT.refused : EXIT.failed;
  },
);
