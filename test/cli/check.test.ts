import { join } from 'node:path';
import { foreignTable } from './foreign-table';
import { cli, digest, json, removeScratch, scratch } from './run-cli';

afterAll(removeScratch);

interface Row {
  code: string;
  severity: string;
  organisation: string;
  accepted: object | null;
}

const KEYS = [
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
  'tab',
];

describe('check', () => {
  const demo = scratch();
  const out = join(scratch(), 'checked');
  const today = ['--today', '2024-04-20'];

  beforeAll(async () => {
    await cli(['demo', '--out', demo]);
  }, 60_000);

  test('open errors end with status 1; the findings have the keys of the contract; the input stays as it was', async () => {
    const before = digest(join(demo, 'workbook.xlsx'));
    const run = await cli(['check', '--book', demo, '--out', out, ...today]);
    expect([run.exit, digest(join(demo, 'workbook.xlsx'))]).toEqual([1, before]);
    const findings = json<Row[]>(out, 'findings.json');
    expect(findings.length).toBeGreaterThan(10);
    for (const f of findings) expect(Object.keys(f).sort()).toEqual(KEYS);
    const { counts, command } = json<{ counts: Record<string, number>; command: string }>(out, 'run.json');
    const all = (severity: string) => findings.filter((f) => f.severity === severity).length;
    // findings.json tells of accepted ones too, in words of the instruction; the demo has one accepted warning.
    const of = (severity: string) => all(severity) - (severity === 'warning' ? counts.accepted! : 0);
    expect(command).toBe('check');
    expect(counts).toMatchObject({
      errors: of('error'),
      warnings: of('warning'),
      hints: of('hint'),
      accepted: 1,
    });
    expect(run.stdout).toContain(`Ошибок: ${of('error')}`);
  }, 60_000);

  test('the checked book remembers: nothing is new a day later', async () => {
    const next = join(scratch(), 'next');
    const run = await cli(['check', '--book', out, '--out', next, '--today', '2024-04-20', '--json']);
    expect(JSON.parse(run.stdout)).toEqual(json(next, 'findings.json'));
    expect(json<{ counts: object }>(next, 'run.json').counts).toMatchObject({ fixed: 0, fresh: 0 });
  }, 60_000);

  test('one organisation only', async () => {
    const all = json<Row[]>(out, 'findings.json');
    const id = all.find((f) => f.organisation !== '')!.organisation;
    const own = join(scratch(), 'own');
    await cli(['check', '--book', demo, '--out', own, ...today, '--organisation', id]);
    expect(json<Row[]>(own, 'findings.json')).toEqual(all.filter((f) => f.organisation === id));
    const wrong = await cli(['check', '--book', demo, '--out', own, ...today, '--organisation', 'ORG-99']);
    expect([wrong.exit, wrong.stderr]).toEqual([2, expect.stringContaining('нет организации «ORG-99»')]);
  }, 60_000);

  test('a book without findings of severity error ends with status 0', async () => {
    const fresh = scratch();
    await cli(['new', '--out', fresh]);
    const run = await cli(['check', '--book', fresh, '--out', join(fresh, 'out')]);
    expect([run.exit, run.stderr.includes('Сбой')]).toEqual([0, false]);
  }, 60_000);
});

test('a table of another program, without our tabs, is checked and stays as it was', async () => {
  const file = join(scratch(), 'Таблица школы.xlsx');
  const out = join(scratch(), 'checked');
  await foreignTable(file, {
    organisations: [{ id: 'ORG-01', shortName: 'СОШ 1', recordStatus: 'Действует' }],
    mentors: [{ id: 'NST-001', organisation: 'ORG-01', name: 'П-017', years: 99, recordStatus: 'Действует' }],
  });
  const before = digest(file);
  const run = await cli(['check', '--book', file, '--out', out, '--today', '2024-04-20']);
  expect([run.exit, digest(file)]).toEqual([1, before]);
  const findings = json<Row[]>(out, 'findings.json');
  expect(findings.map((f) => f.code)).toContain('R-12');
  for (const f of findings) expect(Object.keys(f).sort()).toEqual(KEYS);
}, 60_000);
