import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { Finding } from '../../src/domain/checks/finding';
import type { IndicatorValue } from '../../src/domain/monitoring/report';
import { openBook } from '../../src/local/files/book';
import { bound } from '../bundle/bundle';
import { threeSchools } from '../domain/monitoring/fixture';
import { columnAt, foreignTable } from './foreign-table';
import { cli, digest, json, type Run, removeScratch, scratch } from './run-cli';

jest.setTimeout(120_000);
afterAll(removeScratch);

const refusedLine = ({ exit, stdout, stderr }: Run): string => {
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !line.endsWith('…'));
  expect({ exit, stdout, lines: lines.length }).toEqual({ exit: 2, stdout: '', lines: 1 });
  return lines[0];
};

async function report(file: string): Promise<{ run: Run; out: string }> {
  const before = existsSync(file) && !file.endsWith('folder') ? digest(file) : null;
  const out = join(scratch(), 'out');
  const run = await cli(['report', '--book', file, '--out', out, '--today', '2024-04-20']);
  if (before !== null) expect(digest(file)).toBe(before);
  return { run, out };
}

type Change = (workbook: ExcelJS.Workbook) => void;

const spoilt = (change: Change) => foreignTable(join(scratch(), 'таблица.xlsx'), threeSchools, { change });

const sheet = (workbook: ExcelJS.Workbook, title: string): ExcelJS.Worksheet => workbook.getWorksheet(title)!;

const put = (workbook: ExcelJS.Workbook, title: string, row: number, heading: string, value: unknown) => {
  const tab = sheet(workbook, title);
  tab.getCell(row, columnAt(tab, heading)).value = value as ExcelJS.CellValue;
};

const rename = (workbook: ExcelJS.Workbook, title: string, heading: string, to: string) =>
  put(workbook, title, 1, heading, to);

describe('refused in one line, nothing is written', () => {
  const tables: [string, Change, RegExp][] = [
    [
      'no tab «Организации»',
      (w) => w.removeWorksheet(sheet(w, 'Организации').id),
      /нет вкладки «Организации», без неё отчёт не строится\. Выполните .*верните прежнее название/,
    ],
    [
      'the tab has another name',
      (w) => {
        sheet(w, 'Организации').name = 'Школы и сады';
      },
      /нет вкладки «Организации»/,
    ],
    [
      'the column of identity is gone',
      (w) => rename(w, 'Организации', 'ID', 'Шифр'),
      /На вкладке «Организации» нет столбца «ID»/,
    ],
    [
      'a needed column has another name',
      (w) => rename(w, 'Организации', 'Участвует в ЦМН', 'Участие'),
      /На вкладке «Организации» нет столбца «Участвует в ЦМН»/,
    ],
    [
      'a needed column stands twice',
      (w) => {
        sheet(w, 'Организации').getCell(1, 20).value = 'участвует в ЦМН ';
      },
      /«Участвует в ЦМН» стоит дважды\. Переименуйте лишний столбец/,
    ],
    [
      'the tab has headers only',
      (w) => {
        for (const n of [2, 3, 4]) sheet(w, 'Организации').getRow(n).values = [];
      },
      /На вкладке «Организации» нет ни одной организации/,
    ],
    [
      'an empty workbook',
      (w) => {
        for (const tab of [...w.worksheets]) w.removeWorksheet(tab.id);
        w.addWorksheet('Sheet1');
      },
      /нет вкладки «Организации»/,
    ],
  ];
  test.concurrent.each(tables)('%s', async (_, change, words) => {
    const { run, out } = await report(await spoilt(change));
    expect(refusedLine(run)).toMatch(words);
    expect(existsSync(out)).toBe(false);
  });

  const files: [string, string, () => Promise<Uint8Array>][] = [
    ['a text with the name of a table', 'a.xlsx', async () => Buffer.from('ОО;Наставников\nШкола 1;3\n')],
    ['an empty file', 'a.xlsx', async () => Buffer.alloc(0)],
    ['half of a file', 'a.xlsx', async () => readFileSync(await spoilt(() => undefined)).subarray(0, 4000)],
    ['an old .xls', 'a.xls', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    [
      'another archive',
      'a.ods',
      async () => new JSZip().file('mimetype', 'application/vnd.oasis').generateAsync({ type: 'nodebuffer' }),
    ],
    [
      'a .docx with the name of a table',
      'a.xlsx',
      async () => new JSZip().file('word/document.xml', '<w/>').generateAsync({ type: 'nodebuffer' }),
    ],
  ];
  test.concurrent.each(files)('%s', async (_, name, bytes) => {
    const file = join(scratch(), name);
    writeFileSync(file, await bytes());
    const { run, out } = await report(file);
    expect(refusedLine(run)).toMatch(/a\.(xlsx|xls|ods).*(\.xlsx|Excel)/);
    expect(existsSync(out)).toBe(false);
  });

  test('no such file, a folder without a book, a table without a folder for the result', async () => {
    const folder = join(scratch(), 'folder');
    mkdirSync(folder);
    expect(refusedLine((await report(join(folder, 'нет.xlsx'))).run)).toMatch(
      /Нет файла или папки «.*нет\.xlsx»\. Проверьте путь/,
    );
    expect(refusedLine((await report(folder)).run)).toMatch(/нет файла workbook\.xlsx.*командой new/);
    const file = await spoilt(() => undefined);
    expect(refusedLine(await cli(['report', '--book', file]))).toMatch(
      /не перезаписывается. Укажите папку .*--out/,
    );
  });

  test('a file where the folder of the result should be', async () => {
    const file = await spoilt(() => undefined);
    const before = digest(file);
    for (const args of [['report', '--book', file], ['new'], ['demo']])
      expect(refusedLine(await cli([...args, '--out', file]))).toMatch(/«.*» — это файл, а .* нужна папка/);
    expect(digest(file)).toBe(before);
  });

  test('the result may not land on the table itself', async () => {
    const folder = scratch();
    const file = await foreignTable(join(folder, 'workbook.xlsx'), threeSchools);
    const before = digest(file);
    expect(refusedLine(await cli(['report', '--book', file, '--out', folder]))).toMatch(
      /workbook\.xlsx.*не перезаписывается.*другую папку/,
    );
    expect(digest(file)).toBe(before);
  });
});

describe('reported as findings with the place, what was found, what is expected and what to do', () => {
  interface Expected extends Partial<Finding> {
    readonly code: string;
  }
  interface Case {
    readonly change: Change;
    readonly finding: Expected;
    /** A figure that would be wrong if the cell were guessed, and what it must be. */
    readonly figure?: readonly [code: string, part: string, expected: Partial<IndicatorValue>];
  }
  const noData = { status: 'no-data', value: null } as const;
  const cases: Record<string, Case> = {
    'a tab is missing': {
      change: (w) => w.removeWorksheet(sheet(w, 'Наставники').id),
      finding: { code: 'S-01', tab: 'Наставники', row: null, severity: 'error' },
      figure: ['И-10', 'mentors.D', noData],
    },
    'a column has another name': {
      change: (w) => rename(w, 'Наставляемые', 'Педагогический стаж, полных лет', 'Лет'),
      finding: { code: 'S-02', tab: 'Наставляемые', row: 1, column: 'Педагогический стаж, полных лет' },
      figure: ['И-02', '', noData],
    },
    'a column stands twice': {
      change: (w) => {
        sheet(w, 'Наставники').getCell(1, 20).value = 'Дата вхождения';
      },
      finding: {
        code: 'S-03',
        tab: 'Наставники',
        row: 1,
        column: 'Дата вхождения',
        found: expect.stringContaining('T') as never,
      },
      figure: ['И-10', 'mentors.D', noData],
    },
    'words where a date is due': {
      change: (w) => put(w, 'Наставники', 3, 'Дата вхождения', 'в сентябре, как обычно'),
      finding: {
        code: 'R-35',
        tab: 'Наставники',
        row: 3,
        recordId: 'NST-002',
        column: 'Дата вхождения',
        found: 'в сентябре, как обычно',
      },
    },
    'a date that does not exist': {
      change: (w) => put(w, 'Наставники', 3, 'Дата вхождения', '31.02.2024'),
      finding: { code: 'R-35', tab: 'Наставники', row: 3, column: 'Дата вхождения', found: '31.02.2024' },
    },
    'words where a number is due': {
      change: (w) => put(w, 'Организации', 2, 'Численность педагогических работников, чел.', 'сорок'),
      finding: {
        code: expect.stringMatching(/^[RS]-\d\d$/) as never,
        tab: 'Организации',
        row: 2,
        column: 'Численность педагогических работников, чел.',
        found: 'сорок',
      },
      figure: ['И-01', '', { numerator: 3, denominator: 30 }],
    },
    'merged cells': {
      change: (w) => sheet(w, 'Наставники').mergeCells(2, 1, 3, 1),
      finding: { code: 'S-05', tab: 'Наставники', found: expect.stringContaining('A2:A3') as never },
    },
    'a formula with an error': {
      change: (w) =>
        put(w, 'Наставники', 4, 'Дата вхождения', { formula: 'Лист9!A1', result: { error: '#REF!' } }),
      finding: {
        code: expect.stringMatching(/^[RS]-\d\d$/) as never,
        tab: 'Наставники',
        row: 4,
        column: 'Дата вхождения',
        found: '#REF!',
      },
    },
    'a cell of fifty thousand letters': {
      change: (w) => put(w, 'Пары и группы', 2, 'Дата начала', 'я'.repeat(50_000)),
      finding: { code: 'R-35', tab: 'Пары и группы', row: 2, column: 'Дата начала' },
    },
  };
  interface Result {
    readonly findings: Finding[];
    readonly indicators: IndicatorValue[];
  }

  /** The same as the command does, without a process for each table. */
  async function reportHere(file: string): Promise<Result> {
    const { spreadsheet } = await openBook(file, { locale: 'ru_RU', owner: 'user@example.com' });
    return bound({}, spreadsheet).rpc<Result>('report');
  }

  test.each(Object.entries(cases))('%s', async (_, { change, finding, figure }) => {
    const { findings, indicators } = await reportHere(await spoilt(change));
    expect(findings).toContainEqual(expect.objectContaining(finding));
    for (const f of findings) {
      expect(Object.keys(f).sort()).toEqual([
        'accepted',
        'code',
        'column',
        'expected',
        'found',
        'instruction',
        'message',
        'organisation',
        'recordId',
        'row',
        'severity',
        'since',
        'state',
        'tab',
      ]);
      for (const text of [f.message, f.expected, f.instruction]) expect(text).not.toBe('');
      expect(f.found.length + f.message.length).toBeLessThan(600);
    }
    if (!figure) return;
    const [code, part, expected] = figure;
    expect(
      indicators.find((i) => i.code === code && i.part === part && i.scope === 'municipality'),
    ).toMatchObject(expected);
  });

  test('the command ends with status 1, lists them in findings.json and says the errors in words', async () => {
    const { change, finding } = cases['words where a date is due'];
    const { run, out } = await report(await spoilt(change));
    expect(run.exit).toBe(1);
    expect(run.stdout).toMatch(/Ошибок в записях: \d+/);
    const findings = json<Finding[]>(out, 'findings.json');
    expect(findings).toContainEqual(expect.objectContaining(finding));
    const { warnings } = json<{ warnings: string[] }>(out, 'run.json');
    const first = findings.find((f) => f.severity === 'error')!;
    const place = `${first.code} «${first.tab}», строка ${first.row}, «${first.column}»: `;
    expect(warnings).toContain(`${place}${first.message} ${first.instruction}`);
    expect(warnings.at(-1)).toMatch(/^Показано 20 из \d+: полный список в findings\.json\.$/);
  });
});
