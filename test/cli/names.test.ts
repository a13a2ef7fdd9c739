import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseKey } from '../../src/domain/privacy/key-file';
import { openBook } from '../../src/local/files/book';
import { cli, digest, json, removeScratch, scratch } from './run-cli';

afterAll(removeScratch);

const texts = async (folder: string): Promise<Map<string, string[]>> => {
  const { spreadsheet } = await openBook(folder, { locale: 'ru_RU', owner: 'a@b.ru' });
  return new Map(
    spreadsheet.sheets.map((s) => [
      s.name,
      JSON.stringify(s)
        .match(/"(?:[^"\\]|\\.)*"/g)
        ?.map(String) ?? [],
    ]),
  );
};

test('a book goes to codes with the key on the disk first; names come back into a copy only', async () => {
  const [full, coded, named] = [scratch(), scratch(), scratch()];
  expect((await cli(['demo', '--out', full, '--today', '2024-04-20'])).exit).toBe(0);
  const key = join(scratch(), 'key.csv');
  const rehearsal = await cli(['codes', '--book', full, '--out', coded]);
  expect(rehearsal.stdout).toMatch(/Людей, которые получат код: \d+/);
  expect(existsSync(join(coded, 'workbook.xlsx'))).toBe(false);
  const args = ['codes', '--book', full, '--out', coded, '--key', key, '--apply'];
  expect((await cli(args)).exit).toBe(0);
  expect((await cli(args)).stderr).toMatch(/уже есть, ключ не перезаписывается/);
  const { rows } = parseKey(readFileSync(key, 'utf8'));
  const name = rows.find((r) => r.record === 'NST-001')!.name;
  expect(JSON.stringify([...(await texts(coded))])).not.toContain(name);
  // The memo of before names mentors: it stays behind, and the command says so.
  expect(readdirSync(join(full, 'documents'))).toHaveLength(1);
  expect(existsSync(join(coded, 'documents')) ? readdirSync(join(coded, 'documents')) : []).toEqual([]);
  expect(json<{ warnings: string[] }>(coded, 'run.json').warnings.join()).toContain('содержит имена');
  const was = digest(join(coded, 'workbook.xlsx'));
  const run = await cli(['names', '--book', coded, '--key', key, '--out', named]);
  expect([run.exit, run.stderr.includes('Сбой')]).toEqual([0, false]);
  expect(digest(join(coded, 'workbook.xlsx'))).toBe(was);
  const copy = await texts(named);
  expect(copy.get('Наставники')?.join(' ')).toContain(name);
  expect(copy.get('Печать 1.4 Реестр наставников')?.join(' ')).toContain(name);
  expect(copy.has('Печать 1.3 База кураторов')).toBe(true);
  expect(json<{ counts: { codes: number } }>(named, 'run.json').counts.codes).toBe(
    new Set(rows.map((r) => r.code)).size,
  );
}, 90_000);

test('names are never put into the book itself', async () => {
  const run = await cli(['names', '--book', 'x', '--key', 'y', '--out', 'x']);
  expect([run.exit, run.stderr]).toEqual([2, expect.stringContaining('только в копию')]);
});
