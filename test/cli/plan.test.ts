import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { okhansk, PERM } from '../domain/roadmap/import/plan-tables-of';
import { planDocx } from '../ui/plan-file';
import { cli, digest, json, removeScratch, scratch } from './run-cli';

jest.setTimeout(120_000);
afterAll(removeScratch);

interface Report {
  readonly mode: string;
  readonly applied: boolean;
  readonly counts: Record<string, number>;
  readonly passed: { row: number; text: string }[];
  readonly rows: {
    number: string;
    outcome: string;
    termKind: string;
    deadline: { controlDates: string[] };
  }[];
}

const report = (folder: string): Report => json<Report & Record<string, unknown>>(folder, 'plan-import.json');

let made: Promise<string> | null = null;
/** One empty book for all tests: it is only read. */
function book(): Promise<string> {
  made ??= (async () => {
    const folder = scratch();
    await cli(['new', '--out', folder]);
    return folder;
  })();
  return made;
}

function file(name: string, content: string | Buffer): string {
  const path = join(scratch(), name);
  writeFileSync(path, content);
  return path;
}

const rows = [
  PERM,
  ['4.1', 'Приказ', 'до 20 октября 2022', 'Отдел', 'Приказ'],
  ['4.2', 'Опрос', 'ежегодно до 1 октября', 'ОО', ''],
];
const tsv = (table: readonly (readonly string[])[]): string => table.map((r) => r.join('\t')).join('\n');

test.concurrent('the Okhansk plan as a .docx: dry, all nineteen rows known, the book stays as it is', async () => {
  const from = file(
    'план.docx',
    await planDocx(okhansk().map((r) => (r[2] === r[1] ? [r[0]!, { text: r[1]!, span: 4 }] : r))),
  );
  const [kept, out] = [await book(), scratch()];
  const before = digest(join(kept, 'workbook.xlsx'));
  const run = await cli(['plan', '--book', kept, '--from', from, '--out', out]);
  expect(run.exit).toBe(0);
  expect(run.stdout).toMatch(/План: мероприятий 19; внести 0, уже есть 19, не вносится 0, спросить 0/);
  expect(run.stdout).toMatch(/3\.3 .*несколько месяцев, 30\.04\.2023, 30\.04\.2024/);
  expect(run.stdout).toMatch(/Это проба: ничего не изменено/);
  expect(existsSync(join(out, 'workbook.xlsx'))).toBe(false);
  expect(digest(join(kept, 'workbook.xlsx'))).toBe(before);
});

test.concurrent('an .xlsx with merged cells is written with --apply; again nothing is added', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('План');
  for (const row of [['ПЛАН'], ...rows, ['4.3', 'Рассылка', '', 'Отдел', '']]) sheet.addRow(row);
  sheet.mergeCells('A1:E1');
  sheet.mergeCells('C4:C5');
  const from = file('план.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
  const out = scratch();
  const run = await cli(['plan', '--book', await book(), '--from', from, '--out', out, '--apply']);
  expect(run.exit).toBe(0);
  expect(run.stdout).toMatch(/Внесено мероприятий: 3/);
  expect(report(out)).toMatchObject({
    mode: 'add',
    applied: true,
    counts: { new: 3 },
    passed: [{ row: 1, text: 'ПЛАН' }],
    rows: [{ number: '4.1' }, { termKind: 'повторяющийся' }, { number: '4.3', termKind: 'повторяющийся' }],
  });
  const again = await cli(['plan', '--book', out, '--from', from, '--apply']);
  expect([again.exit, again.stdout]).toEqual([0, expect.stringMatching(/Внесено мероприятий: 0/)]);
});

test.concurrent('terms that were not understood and numbers that are taken: written what can be, exit status 1', async () => {
  const from = file(
    'план.txt',
    `\ufeff${tsv([...rows, ['4.3', 'Беседы', 'когда-нибудь', 'ОО', ''], ['1.1', 'Иное', 'май 2023', '', '']])}`,
  );
  const out = scratch();
  const run = await cli(['plan', '--book', await book(), '--from', from, '--out', out, '--apply', '--json']);
  expect(run.exit).toBe(1);
  expect((JSON.parse(run.stdout) as Report).counts).toMatchObject({ new: 3, conflict: 1, asked: 2 });
  expect(report(out).rows.map((r) => r.outcome)).toEqual(['new', 'new', 'new', 'conflict']);
});

test.concurrent('another plan takes the place of the built-in one', async () => {
  const from = file('план.tsv', tsv([PERM, ['1.1', 'Иное', 'май 2023', 'Отдел', '']]));
  const out = scratch();
  const args = ['plan', '--book', await book(), '--from', from, '--out', out, '--mode', 'replace'];
  expect((await cli(args)).stdout).toMatch(/внести 1, уже есть 0/);
  expect((await cli([...args, '--apply'])).stdout).toMatch(/Внесено мероприятий: 0, на место прежних: 1/);
});

test.concurrent.each([
  [
    'a text without tabs',
    'план.txt',
    '1.1 Утверждение\nоктябрь 2022',
    [],
    /^Это сплошной текст без столбцов/,
  ],
  ['a .docx without tables', 'план.docx', '', [], /нет таблиц|не читается как \.docx/],
  ['another kind of file', 'план.pdf', '%PDF', [], /нужен \.docx, \.xlsx или \.txt/],
  ['a mode that is none', 'план.txt', tsv(rows), ['--mode', 'all'], /Способ «all» не известен/],
])('%s is refused', async (_, name, content, more, words) => {
  const run = await cli([
    'plan',
    '--book',
    await book(),
    '--from',
    file(name, content),
    '--out',
    scratch(),
    ...more,
  ]);
  const lines = run.stderr
    .trim()
    .split('\n')
    .filter((line) => !line.endsWith('…'));
  expect({ exit: run.exit, stdout: run.stdout, lines }).toEqual({
    exit: 2,
    stdout: '',
    lines: [expect.stringMatching(words)],
  });
});

test.concurrent('no file, no plan, no book: said in one line', async () => {
  const kept = await book();
  const words = async (...args: string[]) => (await cli(['plan', ...args])).stderr.trim().split('\n').at(-1);
  expect(await words('--book', kept)).toMatch(/Укажите план: --from/);
  expect(await words('--from', 'x.docx')).toMatch(/Укажите книгу: --book/);
  expect(await words('--book', kept, '--from', join(kept, 'нет.docx'), '--out', scratch())).toMatch(
    /Нет файла «.*нет\.docx»/,
  );
});
