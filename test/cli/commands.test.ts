import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, digest, json, type Run, removeScratch, scratch } from './run-cli';

jest.setTimeout(120_000);
afterAll(removeScratch);

/** A refusal: exit status 2, one line on stderr besides the progress, no stack, nothing on stdout. */
function expectRefused({ exit, stdout, stderr }: Run, words: RegExp): void {
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !line.endsWith('…'));
  expect({ exit, stdout, lines }).toEqual({ exit: 2, stdout: '', lines: [expect.stringMatching(words)] });
}

describe('demo', () => {
  const out = join(scratch(), 'out');
  let started: Promise<Run> | null = null;
  /** One run for all tests here. */
  const demo = (): Promise<Run> => {
    started ??= cli(['demo', '--out', out]);
    return started;
  };

  test.concurrent('ends well and leaves the book, the memo, the figures and the account of the run', async () => {
    const run = await demo();
    expect(run.exit).toBe(0);
    expect(readdirSync(out).sort()).toEqual(
      ['documents', 'findings.json', 'report.json', 'run.json', 'state.json', 'workbook.xlsx'].sort(),
    );
    const documents = readdirSync(join(out, 'documents'));
    expect(documents).toEqual([expect.stringMatching(/справка.*апрель 2024.*\.docx$/i)]);
    expect(
      readFileSync(join(out, 'documents', documents[0]))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test.concurrent('says what it does on stderr, and the main figures and the folder on stdout', async () => {
    const run = await demo();
    expect(run.stderr).toMatch(/Создаю книгу…\n/);
    expect(run.stdout).toMatch(/Волна 2024-04, данные на 31\.03\.2024; формы представили 10 из 12 ОО/);
    expect(run.stdout).toMatch(/И-01 {2}\d+ из\s\d+ \(\d+,\d\s%\)/);
    expect(run.stdout.trim().split('\n').at(-1)).toBe(`Файлы: ${out}`);
  });

  test.concurrent('as npm start asks for it: a book that is there is not made anew', async () => {
    await demo();
    const file = join(out, 'workbook.xlsx');
    const before = digest(file);
    const again = await cli(['demo', '--out', out, '--serve', '--no-serve']);
    expect(again).toMatchObject({ exit: 0, stdout: expect.stringMatching(/оставлена как есть/) });
    expect(digest(file)).toBe(before);
  });

  test.concurrent('run.json has what the contract names', async () => {
    await demo();
    const account = json<Record<string, number> & { calls: Record<string, number>; warnings: string[] }>(
      out,
      'run.json',
    );
    expect(Object.keys(account).sort()).toEqual(
      ['calls', 'command', 'counts', 'cpuMs', 'maxRssMb', 'trips', 'wallMs', 'warnings'].sort(),
    );
    expect(account.command).toBe('demo');
    expect(account.calls['Range.getValues']).toBeGreaterThan(10);
    for (const key of ['trips', 'wallMs', 'cpuMs', 'maxRssMb']) expect(account[key]).toBeGreaterThan(0);
    expect(account.warnings.length).toBeGreaterThan(0);
  });

  test.concurrent('report.json has the shape of contract 4', async () => {
    await demo();
    const report = json<{ indicators: Record<string, unknown>[]; memo: { kind: string }[] }>(
      out,
      'report.json',
    );
    expect(Object.keys(report).sort()).toEqual(['asOf', 'indicators', 'memo', 'wave']);
    expect(report).toMatchObject({ wave: '2024-04', asOf: '2024-03-31' });
    for (const indicator of report.indicators) {
      expect(Object.keys(indicator).sort()).toEqual(
        ['code', 'denominator', 'numerator', 'part', 'scope', 'status', 'target', 'unit', 'value'].sort(),
      );
      expect(indicator.code).toMatch(/^И-\d\d$/);
      expect(['%', 'count', 'ratio']).toContain(indicator.unit);
      expect(['value', 'zero-denominator', 'no-data']).toContain(indicator.status);
      expect(indicator.status === 'value').toBe(indicator.value !== null);
      expect(indicator.scope).toMatch(/^(municipality|ORG-\d\d)$/);
    }
    expect(new Set(report.indicators.map((i) => i.scope)).size).toBe(13);
    expect(report.memo.length).toBeGreaterThan(100);
  });

  test.concurrent('a second time it is the same to the letter', async () => {
    await demo();
    const other = join(scratch(), 'again');
    expect((await cli(['demo', '--out', other])).exit).toBe(0);
    expect(digest(join(other, 'report.json'))).toBe(digest(join(out, 'report.json')));
    expect(digest(join(other, 'findings.json'))).toBe(digest(join(out, 'findings.json')));
  });

  describe('its book', () => {
    test.concurrent('gives another wave in another folder and stays byte for byte', async () => {
      await demo();
      const before = readdirSync(out)
        .filter((f) => f.includes('.'))
        .map((f) => [f, digest(join(out, f))]);
      const target = join(scratch(), 'april 2023');
      const { exit, stdout } = await cli(['report', '--book', out, '--out', target, '--wave', '2023-04']);
      expect(exit).toBe(1);
      expect(stdout).toMatch(/Волна 2023-04, данные на 31\.03\.2023/);
      expect(json(target, 'report.json')).toMatchObject({ wave: '2023-04', asOf: '2023-03-31' });
      expect(readdirSync(join(target, 'documents')).sort()).toHaveLength(2);
      expect(before).toEqual(
        readdirSync(out)
          .filter((f) => f.includes('.'))
          .map((f) => [f, digest(join(out, f))]),
      );
    });

    test.concurrent('the same wave again, without --out, works in place and gives the same figures', async () => {
      await demo();
      const folder = join(scratch(), 'copy');
      cpSync(out, folder, { recursive: true });
      expect((await cli(['report', '--book', folder, '--today', '2024-04-20'])).exit).toBe(1);
      const figures = json<{ indicators: unknown }>(out, 'report.json').indicators;
      expect(json<{ indicators: unknown }>(folder, 'report.json').indicators).toEqual(figures);
      expect(digest(join(folder, 'workbook.xlsx'))).not.toBe(digest(join(out, 'workbook.xlsx')));
    });

    test.concurrent('set-up of it has nothing to do', async () => {
      await demo();
      const target = join(scratch(), 'o');
      const { exit, stdout } = await cli(['new', '--book', out, '--out', target, '--json']);
      expect(exit).toBe(0);
      expect(JSON.parse(stdout)).toEqual({ created: [], repaired: [], leftAlone: [] });
    });
  });
});

describe('call', () => {
  test.concurrent('runs one function and prints what it gives', async () => {
    const args = ['call', 'rpc', '["reportScreen"]', '--today', '2023-05-02', '--json', '--out'];
    const { exit, stdout, stderr } = await cli([...args, join(scratch(), 'o')]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      value: {
        waves: [
          { wave: '2023-04', asOf: '2023-03-31' },
          { wave: '2022-04', asOf: '2022-03-31' },
          { wave: '2021-04', asOf: '2021-03-31' },
        ],
      },
    });
  });

  test.concurrent('tells of the windows and panels that a person would see', async () => {
    const out = join(scratch(), 'o');
    const { exit, stdout } = await cli(['call', 'chooseMonitoringWave', '--out', out]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Панель: Отчёт по мониторингу/);
    const refused = await cli(['call', 'buildMonitoringReport', '--book', out]);
    expect(refused.stdout).toMatch(/Окно: В книге нет вкладки «Организации»/);
  });

  test.concurrent.each([
    ['a function that is not there', ['call', 'нет'], /Нет функции «нет»\. Есть: .*rpc/],
    ['a private function', ['call', 'app_'], /Нет функции «app_»/],
    ['a name of Object.prototype', ['call', 'toString'], /Нет функции «toString»/],
    ['no function', ['call'], /Нужно: call <функция>/],
    ['arguments that are no JSON', ['call', 'rpc', '[oops'], /Аргументы не читаются как JSON: \[oops/],
    [
      'a day that does not exist',
      ['call', 'rpc', '--today', '2024-02-31'],
      /Дата «2024-02-31» не распознана/,
    ],
  ])('%s is refused', async (_, args, words) => {
    const target = join(scratch(), 'o');
    expectRefused(await cli([...args, '--out', target]), words);
    expect(existsSync(target)).toBe(false);
  });
});

describe('new', () => {
  test.concurrent('makes a book; set up again it changes nothing', async () => {
    const out = join(scratch(), 'книга');
    const made = await cli(['new', '--out', out, '--today', '2024-09-01']);
    expect(made.exit).toBe(0);
    expect(made.stdout).toMatch(/Создано вкладок: 3\d/);
    expect(readdirSync(out).sort()).toEqual(['run.json', 'state.json', 'workbook.xlsx']);
    const again = await cli(['new', '--book', out, '--json']);
    expect(again.exit).toBe(0);
    expect(JSON.parse(again.stdout)).toEqual({ created: [], repaired: [], leftAlone: [] });
  });

  test.concurrent('works from any current folder', async () => {
    const folder = scratch();
    expect((await cli(['new', '--out', 'here'], folder)).exit).toBe(0);
    expect(existsSync(join(folder, 'here/workbook.xlsx'))).toBe(true);
  });

  test.concurrent('keeps names or codes as asked; a mode that is none is refused', async () => {
    const folder = scratch();
    const out = join(folder, 'o');
    expectRefused(
      await cli(['new', '--out', out, '--storage', 'Тайный']),
      /Режим хранения «Тайный» не известен/,
    );
    expect(existsSync(out)).toBe(false);
    expect((await cli(['new', '--out', out, '--storage', 'Только агрегаты'])).exit).toBe(0);
  });
});

describe('what cannot be understood is refused in one line', () => {
  test.concurrent.each([
    ['no command', [], /^Укажите команду\./],
    ['an unknown command', ['отчёт'], /^Нет команды «отчёт»\./],
    ['a name of Object.prototype', ['constructor'], /^Нет команды «constructor»\./],
    ['an unknown option', ['demo', '--fast'], /^Нет параметра «--fast»\./],
    ['an option without its value', ['report', '--book'], /^После параметра «--book.*» нужно значение\./],
    ['a value for a switch', ['demo', '--json=yes'], /^Параметр «--json» указывается без значения\./],
    ['check without a book', ['check'], /^Укажите книгу: --book/],
    ['a book that is not there', ['check', '--book', 'x'], /^Нет файла или папки «x»\./],
    ['remind without a book', ['remind'], /^Укажите книгу: --book/],
    ['serve without a book', ['serve'], /Укажите папку книги: --book/],
    ['a port that is none', ['serve', '--book', 'x', '--port', 'abc'], /Порт «abc» не годится/],
    ['report without a book', ['report'], /^Укажите книгу: --book/],
    ['new without a folder', ['new'], /^Укажите папку для результата: --out/],
    ['a word too many', ['new', 'лишнее', '--out', '/tmp/never'], /Лишнее слово «лишнее»/],
    [
      'a word too many after report',
      ['report', 'лишнее', '--book', 'x', '--out', '/tmp/never'],
      /Лишнее слово «лишнее»/,
    ],
    ['a word too many after demo', ['demo', 'лишнее', '--out', '/tmp/never'], /Лишнее слово «лишнее»/],
  ])('%s', async (_, args, words) => {
    expectRefused(await cli(args), words);
  });

  test.concurrent('--help lists the commands and ends well', async () => {
    const { exit, stdout, stderr } = await cli(['--help']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    for (const command of ['new', 'report', 'call', 'demo'])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });
});
