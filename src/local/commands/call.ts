import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { callFromPage } from '../host/script-run';
import { openSession, outputFolder } from '../session';

/** `call <function> [json]`: one public function of the bundle, as a menu click or a panel would call it. */
export async function call(options: Options, progress: Progress): Promise<Outcome> {
  const [name, json, extra] = options.rest;
  if (name === undefined || extra !== undefined)
    throw new RefusedError(
      'Нужно: call <функция> [аргументы в JSON], например call rpc \'["reportScreen"]\'.',
    );
  const args = argumentsOf(json);
  const folder = outputFolder(options.book, options.out);
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  if (!Object.keys(session.project.functions).includes(name) || name.endsWith('_')) {
    const known = Object.keys(session.project.functions).filter((f) => !f.endsWith('_'));
    throw new RefusedError(`Нет функции «${name}». Есть: ${known.join(', ')}.`);
  }
  progress(`Выполняю ${name}…`);
  const value = callFromPage(session.project, name, args);
  await session.save(folder);
  const { ui } = session.host;
  return {
    exit: EXIT.done,
    folder,
    counts: { toasts: ui.toasts.length, questions: ui.questions.length, pages: ui.pages.length },
    warnings: [],
    data: value ?? null,
    lines: [
      ...ui.questions.map((q) => `Окно: ${q.message}`),
      ...ui.pages.map((p) => `Панель: ${p.title}`),
      ...(value === undefined || value === null ? [] : [JSON.stringify(value, null, 2)]),
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}

/** A JSON array gives the arguments, any other JSON value is the only one. */
function argumentsOf(json: string | undefined): unknown[] {
  if (json === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    throw new RefusedError(`Аргументы не читаются как JSON: ${json.slice(0, 80)}`);
  }
}
