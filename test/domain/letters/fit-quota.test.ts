import fc from 'fast-check';
import { fitQuota } from '../../../src/domain/letters/fit-quota';
import { ledgerRowsOf } from '../../../src/domain/letters/intents';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { contacts, obligation, type Scene, scene } from './town';

/** Schools with something due, the first the least urgent; with `own` the coordinator has a thing due last of all. */
const town = (schools: number, own: boolean, more: Scene = {}) =>
  scene({
    contacts: contacts(schools),
    obligations: [
      ...Array.from({ length: schools }, (_, i) =>
        obligation({
          organisation: `ORG-${String(i + 1).padStart(2, '0')}`,
          due: i % 2 ? '2024-04-12' : '2024-04-19',
        }),
      ),
      ...(own ? [obligation({ owner: 'coordinator', organisation: '', due: '2024-04-26' })] : []),
    ],
    ...more,
  });
const fitted = (input = town(5, true), quota = 3) => fitQuota(planLetters(input).letters, quota, input);
const saysCarried = (letter: { content: readonly unknown[] }) =>
  /Не поместилось в суточный лимит: \d+/.exec(JSON.stringify(letter.content))?.[0];

test('all of them when they fit, without a word', () => {
  const { now, later } = fitted(town(5, true), 6);
  expect([now.length, later.length]).toEqual([6, 0]);
  expect(now.some(saysCarried)).toBe(false);
});

test('the digest of the coordinator tells of the rest, and comes among them for that', () => {
  const { now, later } = fitted();
  expect(now.map((letter) => letter.to.split('@')[0])).toEqual(['curator02', 'curator04', 'coordinator']);
  expect(later).toHaveLength(3);
  expect(saysCarried(now[2])).toBe('Не поместилось в суточный лимит: 3');
  expect(JSON.stringify(now[2].content)).toContain('3\u00a0письма, уйдут');
});

test('where there is no digest a short letter takes the place of the least urgent one', () => {
  const { now, later } = fitted(town(5, false), 3);
  expect(now.map((letter) => letter.to.split('@')[0])).toEqual(['coordinator', 'curator02', 'curator04']);
  expect(now[0].items).toEqual([]);
  expect(saysCarried(now[0])).toBe('Не поместилось в суточный лимит: 3');
  expect(later).toHaveLength(3);
});

test('that letter takes the day of the coordinator: a second run sends no other', () => {
  const input = town(5, false);
  const { now } = fitted(input, 3);
  const ledger = now.flatMap((letter) => ledgerRowsOf(letter, 'run', '2024-04-12 08:00', 'отправлено'));
  const again = town(5, false, { ledger });
  expect(planLetters(again).letters).toHaveLength(3);
  expect(fitted(again, 2).now.map((letter) => letter.to.split('@')[0])).toEqual(['curator01', 'curator03']);
});

test.each([
  [0, 0],
  [-3, 0],
  [Number.NaN, 0],
  [1, 1],
])('a quota of %d: %d letters and no word', (quota, count) => {
  const { now, later } = fitted(town(5, false), quota);
  expect(now).toHaveLength(count);
  expect(later).toHaveLength(5 - count);
  expect(now.some(saysCarried)).toBe(false);
});

test('no letter is lost or doubled, the quota is kept, and the rest is told of', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 12 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 14 }),
      (schools, own, quota) => {
        const input = town(schools, own);
        const { letters } = planLetters(input);
        const { now, later } = fitQuota(letters, quota, input);
        const planned = now.filter((letter) => letter.items.length > 0);
        expect([...planned, ...later].map((letter) => letter.to).sort()).toEqual(
          letters.map((one) => one.to).sort(),
        );
        expect(now.length).toBeLessThanOrEqual(quota);
        if (later.length > 0 && quota > 1) expect(now.filter(saysCarried)).toHaveLength(1);
        const toOthers = planned.filter((letter) => !letter.as.includes('coordinator'));
        for (const left of later)
          for (const gone of toOthers) expect(gone.priority).toBeLessThanOrEqual(left.priority);
      },
    ),
  );
});
