import { join } from 'node:path';
import type { Finding } from '../../src/domain/checks/finding';
import { cli, digest, json, removeScratch, scratch } from './run-cli';
import { type Sheets, soundBook, writeSeeded } from './seeded-book';
import { CONSEQUENCES, DEFECTS, seedDefects } from './seeded-defects';

jest.setTimeout(60_000);
afterAll(removeScratch);

async function findings(book: Sheets): Promise<Finding[]> {
  const folder = scratch();
  const file = join(folder, 'реестр.xlsx');
  await writeSeeded(file, book);
  const before = digest(file);
  const out = join(folder, 'out');
  const run = await cli(['check', '--book', file, '--out', out, '--today', '2024-04-20']);
  expect(run.exit).toBe(1);
  expect(digest(file)).toBe(before);
  const found = json<{ findings: Finding[] } | Finding[]>(out, 'findings.json');
  return Array.isArray(found) ? found : found.findings;
}

/** Tabs and columns that a foreign table does without are told apart from its records. */
const ofRecords = (all: readonly Finding[]) => all.filter((f) => !f.code.startsWith('S-'));

test.concurrent('a sound foreign table: nothing is said about its records', async () => {
  expect(ofRecords(await findings(soundBook()))).toEqual([]);
});

test.concurrent('defects seeded by someone else are all found, and nothing that is not there', async () => {
  const book = soundBook();
  seedDefects(book);
  const found = ofRecords(await findings(book));
  const told = found.map((f) => [f.code, f.tab, f.recordId, f.column].join(' | ')).sort();
  const expected = [...DEFECTS.flatMap((d) => d.expect), ...CONSEQUENCES].map((e) => e.join(' | ')).sort();
  expect(told).toEqual(expected);
  for (const f of found) {
    expect(f.row).toBeGreaterThan(1);
    expect([f.message, f.expected, f.instruction].every((text) => text.length > 3)).toBe(true);
  }
});
