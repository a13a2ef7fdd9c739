import { EXIT, type Options, type Outcome, type Progress } from '../command';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';

interface SetUpOutcome {
  readonly created: readonly string[];
  readonly repaired: readonly { readonly tab: string; readonly what: string }[];
  readonly leftAlone: readonly { readonly tab: string; readonly why: string }[];
}

/** `new`: a book with all tabs; with `--book` the set-up of that book. Names may be kept: the book stays on this machine. */
export async function newBook(options: Options, progress: Progress): Promise<Outcome> {
  const folder = outputFolder(options.book, options.out);
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  progress('Создаю вкладки, списки и проверки…');
  const result = callRpc<SetUpOutcome>(session.project, 'setUp', {
    storageMode: options.storage ?? 'Полный',
  });
  await session.save(folder);
  const leftAlone = result.leftAlone.map((t) => `«${t.tab}» не изменена: ${t.why}`);
  return {
    exit: leftAlone.length > 0 ? EXIT.blocked : EXIT.done,
    folder,
    counts: {
      created: result.created.length,
      repaired: result.repaired.length,
      leftAlone: result.leftAlone.length,
    },
    warnings: leftAlone,
    data: result,
    lines: [
      `Создано вкладок: ${result.created.length}`,
      ...result.repaired.map((t) => `«${t.tab}»: ${t.what}`),
      ...leftAlone,
      ...(result.created.length + result.repaired.length + leftAlone.length === 0
        ? ['Всё на месте: менять ничего не пришлось.']
        : []),
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}
