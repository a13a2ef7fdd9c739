import fc from 'fast-check';
import { calendarFile, escapeText, foldLine, uidOf, unfoldLines } from '../../../src/domain/letters/ics';
import { ledgerRowsOf } from '../../../src/domain/letters/intents';
import type { LedgerEntry } from '../../../src/domain/letters/ledger';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { obligation, type Scene, scene } from './town';

const plan = (given: Scene) =>
  planLetters(scene({ ...given, values: { calendarFile: 'да', ...given.values } })).letters;
/** The properties of the events of the first letter. */
function events(given: Scene): Record<string, string>[] {
  const text = unfoldLines(plan(given)[0].calendar!);
  return text
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .split('BEGIN:VALARM')[0]
          .split('\r\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    );
}
const sent = (given: Scene): LedgerEntry[] => [
  ...(given.ledger ?? []),
  ...plan(given).flatMap((letter) => ledgerRowsOf(letter, 'run', `${letter.date} 08:00`, 'отправлено')),
];

test('an event of a whole day with an alarm the day before', () => {
  expect(plan({})[0].calendar).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Nastavnichestvo//Letters//RU',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:rm-2.1_org-01_2024-04-19@1AbC.nastavnichestvo',
      'DTSTAMP:20240412T000000Z',
      'SEQUENCE:0',
      'DTSTART;VALUE=DATE:20240419',
      'DTEND;VALUE=DATE:20240420',
      'SUMMARY:Срок: 2.1. Назначение кураторов (МБОУ «',
      ' Школа № 1»)',
      'DESCRIPTION:Осталось: внести приказ о назначен',
      ' ии',
      'URL:https://docs.google.com/book#%D0%9A%D1%83%D1%80%D0%B0%D1%82%D0%BE%D1%80',
      ' %D1%8B',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Срок: 2.1. Назначение кураторов (МБО',
      ' У «Школа № 1»)',
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('no file by default, nor where there is nothing of the own', () => {
  expect(planLetters(scene()).letters[0].calendar).toBeNull();
  const head = plan({ obligations: [obligation({ due: '2024-03-29' })] }).find((one) =>
    one.as.includes('head'),
  )!;
  expect(head.calendar).toBeNull();
});

test('the sequence counts the earlier days on which letters told of it; the UID stays', () => {
  const ledger = sent({});
  const [first] = events({});
  const [second] = events({ today: '2024-04-16', ledger });
  expect([first.SEQUENCE, second.SEQUENCE]).toEqual(['0', '1']);
  expect(second.UID).toBe(first.UID);
  const moved = obligation({ due: '2024-04-22', controlDate: '2024-04-19' });
  const [third] = events({
    today: '2024-04-19',
    ledger: sent({ today: '2024-04-16', ledger }),
    obligations: [moved],
  });
  expect(third).toMatchObject({ UID: first.UID, SEQUENCE: '2', 'DTSTART;VALUE=DATE': '20240422' });
});

describe('what was told before and', () => {
  const other = obligation({ number: '2.2', due: '2024-04-16' });
  const ledger = sent({});
  test.each([
    ['is done', [obligation({ open: false }), other]],
    ['is not there any more', [other]],
  ])('%s is cancelled under its UID, with a greater sequence', (_, obligations) => {
    const [, gone] = events({ today: '2024-04-15', ledger, obligations });
    expect(gone).toMatchObject({
      UID: 'rm-2.1_org-01_2024-04-19@1AbC.nastavnichestvo',
      STATUS: 'CANCELLED',
      SEQUENCE: '1',
      'DTSTART;VALUE=DATE': '20240419',
    });
    expect(gone.SUMMARY).toMatch(/^Отменено: /);
  });

  test('lies long back is left alone', () => {
    const late = { ...other, due: '2024-08-16', controlDate: '2024-08-16' };
    expect(
      events({ today: '2024-08-09', ledger, obligations: [obligation({ open: false }), late] }),
    ).toHaveLength(1);
  });
});

test('a file of cancellations only is one', () => {
  const event = {
    uid: 'a@b',
    day: '2024-04-19',
    sequence: 1,
    summary: 'x',
    description: '',
    url: '',
    cancelled: true,
  };
  expect(calendarFile([event], '2024-04-12')).toContain('METHOD:CANCEL\r\n');
  expect(calendarFile([], '2024-04-12')).toBeNull();
});

test('a text keeps no character that the format means something by', () => {
  expect(escapeText('а, б; в\\г\r\nд\nе')).toBe('а\\, б\\; в\\\\г\\nд\\nе');
});

test('folded lines are of 75 octets at most, cut no character, and unfold to what they were', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'ж', '№', '👩', '«', ' ', ':'), maxLength: 300 });
  fc.assert(
    fc.property(line, (text) => {
      const folded = foldLine(text);
      for (const one of folded.split('\r\n')) {
        expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
        expect(one).not.toMatch(/^[\udc00-\udfff]/);
      }
      expect(unfoldLines(folded)).toBe(text);
    }),
  );
});

test('UIDs of two obligations, and of two books, differ', () => {
  const ids = [
    'RM-3.3|ORG-01|2024-04-15',
    'RM-3.3/submit|ORG-01|2024-04-15',
    'RM-3.3/submit|ORG-01|2023-04-15',
    'RM-3.3/submit|ORG-10|2024-04-15',
    'RM-3.3/submit||2024-04-15',
  ];
  const uids = ids.flatMap((id) => [uidOf(id, 'AbC'), uidOf(id, 'aBc')]);
  expect(new Set(uids).size).toBe(uids.length);
  for (const uid of uids) expect(uid).toMatch(/^[\w.@-]+$/);
});
