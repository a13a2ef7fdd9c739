import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseKey } from '../../domain/privacy/key-file';
import { parseName } from '../../domain/text/person-name';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { callRpc } from '../rpc';
import { openSession, outputFolder } from '../session';

interface Preview {
  readonly people: number;
  readonly tabs: readonly { readonly tab: string; readonly cells: number }[];
  readonly left: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly words: readonly string[];
  }[];
  readonly leftMore: number;
  readonly problems: readonly string[];
}

/** `codes`: full names give way to codes; the key is on the disk before anything is replaced. Without `--apply` a rehearsal. */
export async function codes(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  const folder = outputFolder(options.book, options.out);
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  progress('Ищу имена…');
  const preview = callRpc<Preview>(session.project, 'storagePreview', {});
  const lines = [
    `Людей, которые получат код: ${preview.people}`,
    ...preview.tabs.map(({ tab, cells }) => `  «${tab}»: ${cells}`),
    ...preview.left.map((l) => `Похоже на имя: «${l.sheet}» ${l.cell}: ${l.words.join('; ')}`),
    ...(preview.leftMore > 0 ? [`… и ещё ${preview.leftMore}`] : []),
  ];
  const warnings = [...preview.problems];
  const left = preview.left.length + preview.leftMore;
  if (options.apply) {
    if (options.key === undefined) throw new RefusedError('Укажите, куда сохранить ключ: --key <файл .csv>.');
    if (existsSync(options.key))
      throw new RefusedError(`Файл «${options.key}» уже есть, ключ не перезаписывается. Укажите другое имя.`);
    const key = callRpc<{ text: string; print: string }>(session.project, 'storageKey', {});
    await writeFile(options.key, key.text, { flag: 'wx' });
    progress('Ключ сохранён. Заменяю имена кодами…');
    const done = callRpc<{ cells: number; again: readonly string[] }>(session.project, 'storageSwitch', {
      confirmed: true,
      keyPrint: key.print,
      leftovers: 'hide',
    });
    lines.push(`Изменено ячеек и заметок: ${done.cells}`, `Ключ: ${options.key}`);
    const surnames = parseKey(key.text).rows.map(({ name }) => parseName(name).surname);
    const named = session.leaveOut((text) => namesAny(text, surnames));
    for (const file of named)
      warnings.push(
        `Документ «${file}» содержит имена и в книгу с кодами не перенесён: он остался в прежней папке. Постройте отчёт заново.`,
      );
    await session.save(folder);
  } else lines.push('Это проба: книга не изменена. Для замены добавьте --apply и --key <файл .csv>.');
  return {
    exit: preview.problems.length > 0 ? EXIT.blocked : EXIT.done,
    folder,
    counts: { people: preview.people, left },
    warnings,
    data: preview,
    lines,
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}

/** Whether one of the surnames stands in the text as a word. */
function namesAny(text: string, surnames: readonly string[]): boolean {
  const words = new Set(text.match(/[\p{L}-]+/gu));
  return surnames.some((surname) => surname !== '' && words.has(surname));
}
