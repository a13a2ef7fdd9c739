import fc from 'fast-check';
import { ServiceException } from '../../../src/local/host/errors';
import { formatDate } from '../../../src/local/services/simple-date-format';
import { parseDate } from '../../../src/local/services/simple-date-parse';
import formatted from '../../data/simple-date-format.json';
import parsed from '../../data/simple-date-parse.json';

// Both files are what SimpleDateFormat of a JDK 17 (Locale.US) answers: [moment, zone, pattern, text] and
// [text, pattern, zone, moment or null], the hundred years of two-digit years beginning on 1946-11-22.
const NOW = Date.UTC(2026, 10, 22);

describe('as Java formats', () => {
  const zones = [...new Set(formatted.map((v) => v[1] as string))];
  test.each(zones)('zone "%s"', (zone) => {
    const own = formatted.filter((v) => v[1] === zone) as [number, string, string, string][];
    const ours = own.map(([moment, , pattern]) => formatDate(moment, zone, pattern));
    expect(ours).toEqual(own.map((v) => v[3]));
  });
});

test.each(parsed as [string, string, string, number | null][])(
  'as Java parses %s with %s in %s',
  (text, pattern, zone, moment) => {
    if (moment === null)
      expect(() => parseDate(text, zone, pattern, NOW)).toThrow(`Unparseable date: "${text}"`);
    else
      expect(new Date(parseDate(text, zone, pattern, NOW)).toISOString()).toBe(
        new Date(moment).toISOString(),
      );
  },
);

test('errors of patterns', () => {
  expect(() => formatDate(0, 'UTC', 'yyyy b')).toThrow(new ServiceException("Illegal pattern character 'b'"));
  expect(() => formatDate(0, 'UTC', "yyyy 'year")).toThrow('Unterminated quote');
  expect(() => formatDate(0, 'UTC', 'XXXX')).toThrow('invalid ISO 8601 format: length=4');
});

test('an unknown zone is GMT, and so is one in the wrong case', () => {
  for (const zone of ['Nowhere/City', 'europe/moscow', 'UTC+3', 'GMT+24', ''])
    expect(formatDate(0, zone, 'HH:mm z')).toBe('00:00 GMT');
});

test('summer time changes', () => {
  const spring = Date.UTC(2024, 2, 10, 7);
  expect(formatDate(spring - 1, 'America/New_York', 'HH:mm:ss zzzz')).toBe('01:59:59 Eastern Standard Time');
  expect(formatDate(spring, 'America/New_York', 'HH:mm:ss zzzz')).toBe('03:00:00 Eastern Daylight Time');
  expect(formatDate(Date.UTC(2010, 6, 1), 'Asia/Yekaterinburg', 'HH z')).toBe('06 YEKST');
  expect(formatDate(Date.UTC(2024, 6, 1), 'Asia/Yekaterinburg', 'HH z')).toBe('05 YEKT');
});

test('what is formatted is parsed back', () => {
  const zones = ['Asia/Yekaterinburg', 'America/New_York', 'Australia/Lord_Howe', 'GMT-03:30', 'UTC'];
  const moments = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), fc.constantFrom(...zones), (moment, zone, other) => {
      const pattern = "EEE, d MMMM yyyy G hh:mm:ss.SSS a 'at' XXX";
      expect(parseDate(formatDate(moment, zone, pattern), other, pattern, NOW)).toBe(moment);
    }),
  );
});

// What TimeZone.getDisplayName and SimpleDateFormat of the same JDK answer for January and July 2025.
test.each([
  ['Asia/Novosibirsk', 'Novosibirsk Standard Time|NOVT', 'Novosibirsk Standard Time|NOVT'],
  [
    'Asia/Kamchatka',
    'Petropavlovsk-Kamchatski Standard Time|PETT',
    'Petropavlovsk-Kamchatski Standard Time|PETT',
  ],
  ['Europe/Saratov', 'Saratov Standard Time|GMT+04:00', 'Saratov Standard Time|GMT+04:00'],
  ['Europe/Volgograd', 'Volgograd Standard Time|MSK', 'Volgograd Standard Time|MSK'],
  ['Africa/Casablanca', 'Western European Summer Time|WEST', 'Western European Summer Time|WEST'],
  ['Europe/Jersey', 'Greenwich Mean Time|GMT', 'British Summer Time|BST'],
  ['America/Nuuk', 'West Greenland Standard Time|WGT', 'West Greenland Summer Time|WGST'],
])('Java has its own long names: %s', (zone, january, july) => {
  const names = (month: number) => formatDate(Date.UTC(2025, month, 15, 12), zone, "zzzz'|'z");
  expect([names(0), names(6)]).toEqual([january, july]);
});
