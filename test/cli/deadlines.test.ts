import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plan } from '../../src/domain/roadmap/plan';
import { cli, json, type Run, removeScratch, scratch } from './run-cli';

jest.setTimeout(120_000);
afterAll(removeScratch);

const file = (text: string): string => {
  const path = join(scratch(), 'сроки.txt');
  writeFileSync(path, text);
  return path;
};
const linesOf = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test.concurrent('a line of JSON for each term, in order, and nothing else', async () => {
  const path = file(`${plan.map((row) => row.term).join('\n')}\nежегодно до 1 октября\n`);
  const run = await cli(['deadlines', path]);
  expect([run.exit, run.stderr]).toEqual([0, '']);
  const read = linesOf(run.stdout);
  expect(read.map((line) => line.text)).toEqual([...plan.map((row) => row.term), 'ежегодно до 1 октября']);
  expect(read[0]).toEqual({
    text: 'октябрь 2022',
    kind: 'month',
    start: '2022-10-01',
    controlDates: ['2022-10-31'],
    freshness: null,
    recurrence: null,
    question: '',
  });
  expect(Object.keys(read[0]!)).toEqual(
    'text kind start controlDates freshness recurrence question'.split(' '),
  );
  expect(read.at(-1)).toMatchObject({
    kind: 'recurring',
    recurrence: 'year',
    controlDates: ['2023-10-01', '2024-10-01'],
  });
  expect(read.find((line) => line.kind === 'external')!.start).toBeNull();
  expect(read[8]!.freshness).toEqual({ start: '2022-10-20', end: '2024-12-31' });
  expect(readdirSync(join(path, '..'))).toEqual(['сроки.txt']);
});

test.concurrent('a byte order mark, CRLF and blank lines are of no account', async () => {
  const run = await cli(['deadlines', file('\ufeffпостоянно\r\n\r\n \u00a0\r\n  по запросу\r\n')]);
  expect(linesOf(run.stdout).map((line) => [line.text, line.kind])).toEqual([
    ['постоянно', 'continuous'],
    ['  по запросу', 'as-needed'],
  ]);
});

test.concurrent('another plan, and --json changes nothing', async () => {
  const path = file('ежегодно до 1 октября');
  const args = ['deadlines', path, '--plan-start', '2024-01-01', '--plan-end', '2026-12-31'];
  const [plain, asJson] = await Promise.all([cli(args), cli([...args, '--json'])]);
  expect(linesOf(plain.stdout)[0]).toMatchObject({
    start: '2024-01-01',
    controlDates: ['2024-10-01', '2025-10-01', '2026-10-01'],
  });
  expect(asJson.stdout).toBe(plain.stdout);
});

test.concurrent('an empty file gives nothing', async () => {
  expect(await cli(['deadlines', file('\n')])).toEqual({ exit: 0, stdout: '', stderr: '' });
});

test.concurrent('with --out the lines and the account of the run are left there', async () => {
  const out = join(scratch(), 'out');
  const run = await cli(['deadlines', file('постоянно\nкак получится'), '--out', out]);
  expect(readdirSync(out).sort()).toEqual(['deadlines.jsonl', 'run.json']);
  expect(readFileSync(join(out, 'deadlines.jsonl'), 'utf8')).toBe(run.stdout);
  expect(json(out, 'run.json')).toMatchObject({
    command: 'deadlines',
    trips: 0,
    counts: { terms: 2, unknown: 1, questions: 1 },
  });
});

describe('refused in one line', () => {
  const refused = ({ exit, stdout, stderr }: Run, words: RegExp): void => {
    expect([exit, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(words);
  };
  const none = join(scratch(), 'нет.txt');

  test.concurrent('a file that is not there', async () => {
    refused(await cli(['deadlines', none]), /Файл «.*нет\.txt» не открывается/);
  });
  test.concurrent('no file', async () => {
    refused(await cli(['deadlines']), /Укажите один файл/);
  });
  test.concurrent.each([
    ['2022-13-01', /Дата «2022-13-01» не распознана/],
    ['03.10.2022', /Дата «03\.10\.2022» не распознана/],
    ['2025-01-01', /кончается раньше/],
  ])('--plan-start %s', async (day, words) => {
    refused(await cli(['deadlines', file('постоянно'), '--plan-start', day]), words);
  });
});
