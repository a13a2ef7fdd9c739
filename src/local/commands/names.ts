import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseKey } from '../../domain/privacy/key-file';
import type { TabKey } from '../../domain/registry/tab';
import { tabs } from '../../domain/registry/tabs';
import { asPlainText } from '../../domain/text/escape';
import { initialsOf } from '../../domain/text/person-name';
import { EXIT, type Options, type Outcome, type Progress, RefusedError } from '../command';
import { decodeText } from '../services/charset';
import { openSession, outputFolder } from '../session';

interface Sheet {
  getName(): string;
  getDataRange(): { getValues(): unknown[][]; getDisplayValues(): string[][]; getFormulas(): string[][] };
  getRange(row: number, column: number, rows?: number, columns?: number): { setValues(v: unknown[][]): void };
}

interface Spreadsheet {
  getSheets(): Sheet[];
  insertSheet(name: string): Sheet;
}

/** The registries that the plan asks for with names (1.3, 1.4), and what of a record is printed. */
const PRINTED: readonly { title: string; tab: TabKey; columns: readonly string[] }[] = [
  {
    title: 'Печать 1.3 База кураторов',
    tab: 'curators',
    columns: ['name', 'organisation', 'position', 'phone', 'email', 'order', 'from'],
  },
  {
    title: 'Печать 1.4 Реестр наставников',
    tab: 'mentors',
    columns: [
      'name',
      'workplace',
      'position',
      'subject',
      'years',
      'qualification',
      'competences',
      'order',
      'entered',
    ],
  },
];

/** The copy holds names: its own check must not take them for faults. */
const [CODES, FULL] = ['Коды вместо ФИО', 'Полный'];

const CODE = /(?<![\p{L}\d])[A-ZА-ЯЁ]{1,3}-\d{1,6}(?!\d)/gu;

/**
 * `names`: a copy of a workbook with codes where the names stand again, joined from the key file on this computer, and
 * the registries for printing. The book itself is never changed.
 */
export async function names(options: Options, progress: Progress): Promise<Outcome> {
  if (options.book === undefined) throw new RefusedError('Укажите книгу: --book <папка или файл .xlsx>.');
  if (options.key === undefined) throw new RefusedError('Укажите файл ключа: --key <файл .csv>.');
  if (options.out === undefined || resolve(options.out) === resolve(options.book))
    throw new RefusedError('Имена ставятся только в копию: укажите другую папку, --out <папка>.');
  const folder = outputFolder(options.book, options.out);
  const { rows, problems } = parseKey(await keyText(options.key));
  if (rows.length === 0) throw new RefusedError(problems[0] ?? `В файле ключа «${options.key}» нет строк.`);
  const known = new Map(rows.map((r) => [r.code, r.name]));
  progress('Подставляю имена в копию…');
  const session = await openSession({ book: options.book, folder, today: options.today, user: options.user });
  const book = (
    session.host.globals.SpreadsheetApp as { getActiveSpreadsheet(): Spreadsheet }
  ).getActiveSpreadsheet();
  let changed = 0;
  for (const sheet of book.getSheets()) changed += restore(sheet, known);
  const printed = PRINTED.map((form) => print(book, form)).reduce((sum, n) => sum + n, 0);
  await session.save(folder);
  return {
    exit: EXIT.done,
    folder,
    counts: { codes: known.size, cells: changed, printed },
    warnings: problems,
    data: { codes: known.size, cells: changed, printed },
    lines: [
      `Имён в ключе: ${known.size}; ячеек с именами в копии: ${changed}`,
      `Для печати: ${PRINTED.map((form) => `«${form.title}»`).join(', ')}, строк ${printed}`,
      ...problems,
      'В копии ФИО: храните её только на компьютере организации.',
    ],
    calls: session.host.calls,
    trips: session.host.trips(),
  };
}

async function keyText(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new RefusedError(`Файл ключа «${path}» не открывается.`);
  });
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? decodeText(bytes, 'windows-1251') : text;
}

/** A cell that is a code becomes the whole name; a code among other words becomes surname and initials. */
function restore(sheet: Sheet, known: ReadonlyMap<string, string>): number {
  const range = sheet.getDataRange();
  const [values, formulas] = [range.getValues(), range.getFormulas()];
  let changed = 0;
  values.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (typeof cell !== 'string' || formulas[r][c] !== '') return;
      const whole = known.get(cell.trim());
      const text =
        (cell === CODES ? FULL : whole) ??
        cell.replace(CODE, (code) => {
          const name = known.get(code);
          return name === undefined ? code : initialsOf(name);
        });
      if (text === cell) return;
      sheet.getRange(r + 1, c + 1, 1, 1).setValues([[asPlainText(text)]]);
      changed++;
    });
  });
  return changed;
}

function print(book: Spreadsheet, { title, tab, columns }: (typeof PRINTED)[number]): number {
  const source = book.getSheets().find((s) => s.getName() === tabs[tab].title);
  if (!source) return 0;
  const [header, ...lines] = source.getDataRange().getDisplayValues();
  const titles = columns.map((key) => tabs[tab].columns.find((c) => c.key === key)?.title ?? '');
  const at = titles.map((text) => header.indexOf(text));
  const statusAt = header.indexOf('Статус записи');
  const rows = lines
    .filter((line) => at[0] >= 0 && line[at[0]] !== '' && line[statusAt] !== 'Архив')
    .map((line, i) => [i + 1, ...at.map((position) => (position < 0 ? '' : line[position]))]);
  const sheet = book.insertSheet(title);
  const table = [['№ п/п', ...titles], ...rows];
  sheet.getRange(1, 1, table.length, table[0].length).setValues(table.map((row) => row.map(asPlainText)));
  return rows.length;
}
