import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidate, candidatesOf } from '../../../src/domain/matching/people';
import { readRegistry } from '../../../src/domain/registry/workbook';
import { gridsOf, type Row } from '../book';

interface LabelledPair {
  readonly same: boolean;
  readonly kind: string;
  readonly first: Row;
  readonly second: Row;
}

const pairs = JSON.parse(
  readFileSync(join(__dirname, '../../data/people-pairs.json'), 'utf8'),
) as readonly LabelledPair[];

/** All people of the pairs in one tab: whoever is not labelled as one person with somebody is another person. */
function everybody(): Row[] {
  return pairs.flatMap(({ first, second }, i) =>
    [first, second].map((row, j) => ({ ...row, id: `MNT-${pad(2 * i + j)}`, recordStatus: 'Действует' })),
  );
}

const pad = (n: number): string => String(n + 1).padStart(4, '0');
const idsOf = (i: number): string => `MNT-${pad(2 * i)} MNT-${pad(2 * i + 1)}`;
const pairOf = ({ first, second }: Candidate): string => [first.id, second.id].sort().join(' ');
const words = ({ first, second, reasons, score }: Candidate): string =>
  `${first.name} (${first.organisation}) / ${second.name} (${second.organisation}): ${score}, ${reasons.join('; ')}`;

describe('people who may be one, on labelled pairs', () => {
  const candidates = candidatesOf(readRegistry(gridsOf({ mentees: everybody() })), '2024-04-20');
  const found = new Map(candidates.map((c) => [pairOf(c), c]));
  const same = new Set(pairs.flatMap(({ same }, i) => (same ? [idsOf(i)] : [])));

  test('the set is large enough and holds both kinds', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(300);
    expect(same.size).toBeGreaterThan(150);
    expect(pairs.length - same.size).toBeGreaterThan(100);
  });

  test('recall is at least 0.98 at a precision of at least 0.90', () => {
    const right = [...same].filter((pair) => found.has(pair)).length;
    const recall = right / same.size;
    const precision = right / found.size;
    const missed = pairs.flatMap(({ same, kind, first, second }, i) =>
      same && !found.has(idsOf(i)) ? [`missed, ${kind}: ${first.name} / ${second.name}`] : [],
    );
    const wrong = [...found].flatMap(([pair, c]) => (same.has(pair) ? [] : [`wrong: ${words(c)}`]));
    const report = [
      `recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
      ...missed,
      ...wrong,
    ].join('\n');
    if (recall < 0.98 || precision < 0.9) throw new Error(report);
  });

  test('every question has a reason in words', () => {
    for (const { reasons } of candidates) expect(reasons[0]).toMatch(/[а-яё]{3}/);
  });
});
