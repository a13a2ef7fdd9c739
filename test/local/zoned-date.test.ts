import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { ZonedDate } from '../../src/local/host/zoned-date';

const zone = fc.constantFrom(
  'Europe/Moscow',
  'Asia/Yekaterinburg',
  'America/New_York',
  'Asia/Kathmandu',
  'UTC',
);
const moment = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2090, 0, 1) });

/** Everything a script can ask a date for its local parts. */
function parts(date: Date): unknown[] {
  return [
    date.getTime(),
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getDay(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
    date.getMilliseconds(),
    date.getTimezoneOffset(),
    date.toString(),
    date.toDateString(),
    date.toLocaleDateString('ru'),
    date.toISOString().slice(0, 19),
  ];
}
const tzParts = (date: TZDate) => [
  ...parts(date).slice(0, -1),
  new Date(date.getTime()).toISOString().slice(0, 19),
];

test('says what TZDate says', () => {
  fc.assert(
    fc.property(moment, zone, (at, name) => {
      expect(parts(new ZonedDate(at, name))).toEqual(tzParts(new TZDate(at, name)));
    }),
  );
});

test('is made from local parts and changed like TZDate', () => {
  fc.assert(
    fc.property(moment, zone, fc.integer({ min: -3, max: 40 }), (at, name, n) => {
      const own = new ZonedDate(at, name);
      const model = new TZDate(at, name);
      for (const set of ['setDate', 'setMonth', 'setHours', 'setMinutes'] as const)
        expect(own[set](n)).toBe(model[set](n));
      expect(own.setHours(0, 0, 0, 0)).toBe(model.setHours(0, 0, 0, 0));
      const made = [own.getFullYear(), own.getMonth(), own.getDate(), n, 5] as const;
      expect(new ZonedDate(...made, name).getTime()).toBe(new TZDate(...made, name).getTime());
    }),
  );
});

test('an invalid date stays invalid', () => {
  const date = new ZonedDate(Number.NaN, 'Europe/Moscow');
  expect([date.getTime(), date.getHours(), Object.prototype.toString.call(date)]).toEqual([
    NaN,
    NaN,
    '[object Date]',
  ]);
  expect(Object.keys(new ZonedDate(0, 'UTC'))).toEqual([]);
});
