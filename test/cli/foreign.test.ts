import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { IndicatorValue } from '../../src/domain/monitoring/report';
import { threeSchools } from '../domain/monitoring/fixture';
import { foreignTable } from './foreign-table';
import { cli, digest, json, removeScratch, scratch } from './run-cli';

jest.setTimeout(120_000);
afterAll(removeScratch);

/** The figures of domain.md §3.5. */
const EXPECTED: Readonly<Record<string, readonly [number | null, number | null, number]>> = {
  'И-01': [10, 70, 14.3],
  'И-02': [5, 6, 83.3],
  'И-05': [2, 3, 66.7],
  'И-07': [2, 3, 66.7],
  'И-08': [1, 3, 33.3],
  'И-10 mentors.D': [null, null, 4],
  'И-10 mentees.D': [null, null, 7],
  'И-10 pairs.D': [null, null, 4],
  'И-10 groups.D': [null, null, 1],
  'И-15': [3, 4, 75],
  'И-21 mean': [7, 4, 1.75],
};

async function figures(file: string, ...more: string[]): Promise<IndicatorValue[]> {
  const before = digest(file);
  const out = join(scratch(), 'out');
  const run = await cli(['report', '--book', file, '--out', out, '--today', '2024-04-20', ...more]);
  expect({ ...run, stdout: '' }).toMatchObject({
    exit: expect.any(Number),
    stderr: expect.not.stringContaining('Сбой'),
  });
  expect([0, 1]).toContain(run.exit);
  expect(digest(file)).toBe(before);
  expect(existsSync(join(out, 'workbook.xlsx'))).toBe(true);
  const { indicators, wave } = json<{ indicators: IndicatorValue[]; wave: string }>(out, 'report.json');
  expect(wave).toBe('2024-04');
  return indicators;
}

function expectFixture(indicators: readonly IndicatorValue[]): void {
  const found = Object.fromEntries(
    Object.entries(EXPECTED).map(([key, [numerator, denominator]]) => {
      const [code, part = ''] = key.split(' ');
      const figure = indicators.find(
        (i) => i.code === code && i.part === part && i.scope === 'municipality',
      )!;
      return [
        key,
        [
          numerator === null ? null : figure.numerator,
          denominator === null ? null : figure.denominator,
          figure.unit === '%' ? Math.round(figure.value! * 10) / 10 : figure.value,
        ],
      ];
    }),
  );
  expect(found).toEqual(EXPECTED);
  const curatorless = indicators.find((i) => i.code === 'И-02' && i.scope === 'ORG-03')!;
  expect(curatorless).toMatchObject({ status: 'zero-denominator', value: null });
}

test.concurrent.each([
  ['as a program would write it, dates as dates', {}],
  [
    'columns in another order, strange ones among them, other headers, dates both ways',
    { shuffled: true, aliases: true, dates: 'both' as const },
  ],
])('a table of another program gives the figures of domain.md §3.5: %s', async (_, options) => {
  expectFixture(await figures(await foreignTable(join(scratch(), 'реестр.xlsx'), threeSchools, options)));
});

test.concurrent('a table put together by hand, texts inside the cells and nothing but the parts that must be', async () => {
  const from = await JSZip.loadAsync(
    await import('node:fs').then(async ({ readFileSync }) =>
      readFileSync(
        await foreignTable(join(scratch(), 'a.xlsx'), threeSchools, { dates: 'text', shuffled: true }),
      ),
    ),
  );
  const strings = [
    ...(await from.file('xl/sharedStrings.xml')!.async('string')).matchAll(/<si>(.*?)<\/si>/gs),
  ].map((m) => m[1]);
  const zip = new JSZip();
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])
    zip.file(
      name,
      (await from.file(name)!.async('string')).replace(
        /<[^>]*(sharedStrings|theme|styles|docProps)[^>]*\/>/g,
        '',
      ),
    );
  for (const name of Object.keys(from.files).filter((n) => n.startsWith('xl/worksheets/sheet'))) {
    const xml = await from.file(name)!.async('string');
    zip.file(
      name,
      xml
        .replace(/ s="\d+"/g, '')
        .replace(/ t="s"><v>(\d+)<\/v>/g, (_, i: string) => ` t="inlineStr"><is>${strings[Number(i)]}</is>`),
    );
  }
  const file = join(scratch(), 'руками.xlsx');
  writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));
  expectFixture(await figures(file));
});

test.concurrent('--as-of and --wave choose what is counted; --json prints it and nothing else', async () => {
  const file = await foreignTable(join(scratch(), 'реестр.xlsx'), threeSchools);
  const out = join(scratch(), 'out');
  const args = ['--wave', '2024-04', '--as-of', '2023-08-31', '--json', '--out', out];
  const { stdout, stderr } = await cli(['report', '--book', file, ...args]);
  expect(stderr).toBe('');
  const printed = JSON.parse(stdout) as { indicators: IndicatorValue[] };
  expect(printed).toMatchObject({ wave: '2024-04', asOf: '2023-08-31' });
  expect(printed).toEqual(json(out, 'report.json'));
  const mentors = printed.indicators.find(
    (i) => i.code === 'И-10' && i.part === 'mentors.D' && i.scope === 'municipality',
  );
  expect(mentors?.value).toBe(0);
});

test.concurrent.each([
  ['a wave that is no wave', ['--wave', 'весной'], /Волна «весной» не распознана/],
  ['an as-of that does not exist', ['--as-of', '31.03.2024'], /Отчётная дата «31\.03\.2024» не распознана/],
])('%s is refused', async (_, args, words) => {
  const file = await foreignTable(join(scratch(), 'реестр.xlsx'), threeSchools);
  const out = join(scratch(), 'out');
  const { exit, stderr } = await cli(['report', '--book', file, '--out', out, '--json', ...args]);
  expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringMatching(words) });
  expect(existsSync(out)).toBe(false);
});

test.concurrent('set-up names the tab that it left alone and ends with status 1', async () => {
  const file = await foreignTable(join(scratch(), 'реестр.xlsx'), threeSchools, {
    change: (w) => {
      w.getWorksheet('Наставники')!.getCell(1, 20).value = 'Дата вхождения';
      w.getWorksheet('Наставники')!.getCell(2, 20).value = 'осенью';
    },
  });
  const before = digest(file);
  const { exit, stdout } = await cli(['new', '--book', file, '--out', join(scratch(), 'книга')]);
  expect(exit).toBe(1);
  expect(stdout).toMatch(
    /«Наставники» не изменена: заголовок «Дата вхождения» стоит дважды \(столбцы [A-Z] и T\)/,
  );
  expect(digest(file)).toBe(before);
});

test.concurrent('the result is a book: it opens again, set-up makes it whole, and the figures stay', async () => {
  const file = await foreignTable(join(scratch(), 'реестр.xlsx'), threeSchools, {
    shuffled: true,
    aliases: true,
  });
  const book = join(scratch(), 'книга');
  const made = await cli(['new', '--book', file, '--out', book, '--json']);
  expect(made.exit).toBe(0);
  const outcome = JSON.parse(made.stdout) as {
    repaired: { tab: string; what: string }[];
    leftAlone: unknown[];
  };
  expect(outcome.leftAlone).toEqual([]);
  expect(outcome.repaired.find((r) => r.tab === 'Документы')!.what).toMatch(
    /заголовок «ВИД ДОКУМЕНТА» → «Вид».*добавлены столбцы.*форматы столбцов.*закрепление заголовка/,
  );
  const again = await cli(['new', '--book', book, '--json']);
  expect(JSON.parse(again.stdout)).toEqual({ created: [], repaired: [], leftAlone: [] });
  expectFixture(await figures(join(book, 'workbook.xlsx')));
});
