import fc from 'fast-check';
import { type Dated, staying } from '../../../src/local/page/keeping/thinning';

const NOW = Date.UTC(2024, 4, 20, 12, 0, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 31 * DAY;

/** Dense lately, sparse long ago, some at the same moment. */
const age = fc.oneof(
  fc.integer({ min: -MINUTE, max: 2 * HOUR }),
  fc.integer({ min: 0, max: 2 * DAY }),
  fc.integer({ min: 0, max: 400 * DAY }),
);
const versions = fc.array(
  fc
    .tuple(age, fc.boolean())
    .map(([ms, loss]): Dated => ({ at: NOW - ms, kind: loss ? ('loss' as const) : ('step' as const) })),
  { minLength: 1, maxLength: 200 },
);
const steps = (list: Iterable<Dated>): Dated[] => [...list].filter((v) => v.kind === 'step');

describe('what stays of the versions', () => {
  test('the newest, and all that would have been lost, for a month', () => {
    fc.assert(
      fc.property(versions, (list) => {
        const stay = staying(list, NOW);
        expect(stay.has(list.reduce((a, b) => (b.at > a.at ? b : a)))).toBe(true);
        for (const v of list) if (v.kind === 'loss' && NOW - v.at < MONTH) expect(stay.has(v)).toBe(true);
      }),
    );
  });

  test('twenty of the last hour at most, one an hour, a day, a month', () => {
    fc.assert(
      fc.property(versions, (list) => {
        const stay = steps(staying(list, NOW));
        const [hour, day, month] = [HOUR, DAY, MONTH].map(
          (span) => stay.filter((v) => NOW - v.at < span).length,
        );
        expect(hour).toBeLessThanOrEqual(20 + 2);
        expect(day - hour).toBeLessThanOrEqual(24 + 1);
        expect(month - day).toBeLessThanOrEqual(31 + 1);
        expect(stay.length - month).toBeLessThanOrEqual(15);
      }),
    );
  });

  test('for each one that goes, a newer one of the same hour, day or month stays', () => {
    fc.assert(
      fc.property(versions, (list) => {
        const stay = staying(list, NOW);
        for (const v of list.filter((one) => !stay.has(one))) {
          const old = NOW - v.at;
          const letters = old < DAY ? 13 : old < MONTH ? 10 : 7;
          const place = (one: Dated): string => new Date(one.at).toISOString().slice(0, letters);
          expect([...stay].some((one) => one.at >= v.at && (place(one) === place(v) || old < HOUR))).toBe(
            true,
          );
        }
      }),
    );
  });

  test('thinning what was thinned takes nothing away', () => {
    fc.assert(
      fc.property(versions, (list) => {
        const once = [...staying(list, NOW)];
        expect([...staying(once, NOW)]).toEqual(once);
      }),
    );
  });

  test('a day of saves every ten seconds, thinned at each, still has its hours', () => {
    let list: Dated[] = [];
    for (let at = NOW - 10 * HOUR; at <= NOW; at += 10_000)
      list = [...staying([...list, { at, kind: 'step' }], at)];
    const ages = list.map((v) => NOW - v.at);
    expect(list.length).toBeLessThan(40);
    for (let hour = 0; hour < 10; hour += 1)
      expect(ages.some((ms) => ms >= hour * HOUR && ms < (hour + 1) * HOUR)).toBe(true);
    // The last hour is not only its last minute.
    expect(ages.filter((ms) => ms > 10 * MINUTE && ms < HOUR).length).toBeGreaterThan(10);
  });
});
