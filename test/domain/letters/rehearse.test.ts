import { fitQuota } from '../../../src/domain/letters/fit-quota';
import { ledgerRowsOf } from '../../../src/domain/letters/intents';
import { LEDGER_HEADER, ledgerCells, readLedger } from '../../../src/domain/letters/ledger';
import type { Letter } from '../../../src/domain/letters/letter';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { type RehearsalInput, rehearse } from '../../../src/domain/letters/rehearse';
import { Told } from '../../../src/domain/letters/told';
import { addDays, type DateText } from '../../../src/domain/text/calendar';
import { contact, contacts, obligation, scene } from './town';

const FROM = '2024-01-01';
const TO = '2024-12-31';
const SCHOOLS = 8;

/** Measures of the schools over the year; some are done late, some never, one school has no address. */
function obligationsOn(day: DateText) {
  const list = [];
  for (let school = 1; school <= SCHOOLS; school++)
    for (let measure = 1; measure <= 5; measure++) {
      const due = addDays(FROM, 31 * measure + ((school * 7) % 11));
      const doneOn = school % 3 === 0 ? '9999-12-31' : addDays(due, ((school * measure * 5) % 40) - 15);
      list.push(
        obligation({ number: `2.${measure}`, organisation: `ORG-0${school}`, due, open: day < doneOn }),
      );
    }
  list.push(
    obligation({
      owner: 'coordinator',
      organisation: '',
      number: '3.5',
      due: '2024-04-30',
      open: day < '2024-05-20',
    }),
  );
  return list;
}

function town() {
  const base = contacts(SCHOOLS);
  const home = base.organisations.get('ORG-02')!;
  return {
    ...base,
    organisations: new Map([...base.organisations, ['ORG-02', { ...home, curators: [contact('')] }]]),
  };
}

const { findings, calendar, settings, url, bookId } = scene({ values: { calendarFile: 'да' } });
const input: RehearsalInput = {
  ...{ calendar, settings, url, bookId, obligationsOn },
  findingsOn: () => findings,
  contactsOn: town,
  from: FROM,
  to: TO,
  quotaPerDay: 4,
  ledger: [],
};

test('a rehearsed year is the year run day by day with the ledger in its tab', () => {
  const rehearsed: Letter[] = [];
  const { totals } = rehearse(input, (_, letters) => rehearsed.push(...letters));
  const lived: Letter[] = [];
  let grid = [[...LEDGER_HEADER]];
  for (let today = FROM; today <= TO; today = addDays(today, 1)) {
    const told = new Told(readLedger(grid));
    const day = { ...scene(), settings, today, told, obligations: obligationsOn(today), contacts: town() };
    const { now } = fitQuota(planLetters(day).letters, input.quotaPerDay, day);
    lived.push(...now);
    const rows = now.flatMap((letter) => ledgerRowsOf(letter, today, `${today} 08:00`, 'отправлено'));
    grid = [...grid, ...rows.map(ledgerCells)];
  }
  expect(rehearsed).toEqual(lived);
  expect(totals.letters).toBe(lived.length);
  expect(totals.letters).toBeGreaterThan(100);
});

test('the sums are those of the days; nobody has more letters in a week than it has working days', () => {
  const { days, persons, totals } = rehearse(input);
  const letters = days.flatMap((day) => day.letters);
  expect(letters).toHaveLength(totals.letters);
  expect(letters.reduce((sum, letter) => sum + letter.items, 0)).toBe(totals.items);
  expect(days.reduce((sum, day) => sum + day.carried, 0)).toBe(totals.carried);
  expect(persons.reduce((sum, person) => sum + person.letters, 0)).toBe(totals.letters);
  expect(persons.reduce((sum, person) => sum + person.items, 0)).toBe(totals.items);
  expect(totals.peakDay!.letters).toBe(Math.max(...days.map((day) => day.letters.length)));
  expect(totals.quotaUse).toBe(totals.peakDay!.letters / input.quotaPerDay);
  expect(totals.escalations).toBeGreaterThan(0);
  for (const person of persons) expect(person.mostInAWeek).toBeLessThanOrEqual(5);
  for (const day of days) expect(day.letters.length).toBeLessThanOrEqual(input.quotaPerDay);
  expect(days.some((day) => day.unreachable > 0)).toBe(true);
});

test('two halves with the ledger between them are the whole', () => {
  const whole: Letter[] = [];
  rehearse(input, (_, letters) => whole.push(...letters));
  const halves: Letter[] = [];
  const add = (_: DateText, letters: readonly Letter[]) => halves.push(...letters);
  rehearse({ ...input, to: '2024-06-30' }, add);
  const ledger = halves.flatMap((letter) =>
    ledgerRowsOf(letter, 'run', `${letter.date} 08:00`, 'отправлено'),
  );
  rehearse({ ...input, from: '2024-07-01', ledger }, add);
  expect(halves).toEqual(whole);
});

test('a period without anything to tell is empty', () => {
  expect(rehearse({ ...input, obligationsOn: () => [] })).toEqual({
    days: [],
    persons: [],
    totals: { letters: 0, items: 0, escalations: 0, carried: 0, peakDay: null, quotaUse: 0 },
  });
});
