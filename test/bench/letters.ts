import type { LetterInput } from '../../src/domain/letters/letter-input';
import { planLetters } from '../../src/domain/letters/plan-letters';
import { officialDays } from '../../src/domain/roadmap/holidays';
import type { Obligation } from '../../src/domain/roadmap/obligation';
import { workingCalendar } from '../../src/domain/roadmap/working-calendar';
import { addDays } from '../../src/domain/text/calendar';
import type { Row } from '../domain/book';
import { contacts, obligation, scene } from '../domain/letters/town';
import { handLetters } from './hand-letters';
import { compare, timeOf } from './measure';
import { MeasuredBook } from './operations';
import type { Figure, TableRow } from './table';

const ORGANISATIONS = 40;
/** A Tuesday. */
const TODAY = '2024-04-23';
const NOW = '2024-04-23T07:00:00Z';
/** Days to the control date of each of 13 measures: long overdue, escalated, each stage, and not yet spoken of. */
const DAYS_LEFT = [-180, -60, -30, -15, -8, -1, 0, 1, 3, 7, 14, 20, 60];
const BUDGET = 10;

const at = (value: number, limit?: number, unit = ''): Figure => ({ value, limit, unit });

/** What is open in 40 organisations by 13 measures. */
function plannedInput(): LetterInput {
  const ids = Array.from({ length: ORGANISATIONS }, (_, i) => `ORG-${String(i + 1).padStart(2, '0')}`);
  const obligations = DAYS_LEFT.flatMap((left, i) =>
    ids.map((organisation): Obligation => {
      const due = addDays(TODAY, left);
      return obligation({ number: `2.${i + 1}`, organisation, due, controlDate: due });
    }),
  );
  return scene({ today: TODAY, obligations, contacts: contacts(ORGANISATIONS) });
}

/** Planning the letters of a day: the first call of the process, and when it has run before, beside a loop by hand. */
export function planning(): TableRow[] {
  const input = plannedInput();
  // The calendar is laid out anew, as in each run of the script.
  const plan = () => planLetters({ ...input, calendar: workingCalendar(officialDays) });
  const first = timeOf(plan);
  const { own, hand } = compare(plan, () => handLetters(input), 51);
  const row = (operation: string, more: Partial<TableRow>): TableRow => ({ operation, load: '', ...more });
  return [
    row('letters: planning 40 × 13, first call', { cpu: at(first, BUDGET, 'ms') }),
    row('letters: planning 40 × 13, again', {
      cpu: at(own, BUDGET, 'ms'),
      hand: at(hand, undefined, 'ms'),
      ratio: at(own / hand),
    }),
  ];
}

/** Sending to a number of curators, beside the reading of the workbook, which a run with nobody to write to costs. */
export function sending(people: number): TableRow {
  const book = new MeasuredBook(NOW);
  book.run('setUp', { storageMode: 'Полный' });
  book.fill({ book: schools(people) });
  book.set('Руководителю ОО: через, раб. дней после срока', 0);
  const whole = book.run('lettersSendNow', {});
  const reading = book.run('lettersClaim', {});
  const { sent } = whole.value as { sent: number };
  if (sent !== people) throw new Error(`${sent} letters went out, not ${people}`);
  return {
    operation: `letters: sending to ${people}, beside reading`,
    load: '',
    trips: at(whole.trips - reading.trips, people + 6),
    calls: at(whole.calls - reading.calls),
    cpu: at(whole.cpu, undefined, 'ms'),
  };
}

function schools(count: number): { organisations: Row[]; curators: Row[] } {
  const each = (make: (n: string) => Row): Row[] =>
    Array.from({ length: count }, (_, i) => make(String(i + 1).padStart(3, '0')));
  return {
    organisations: each((n) => ({
      id: `ORG-${n}`,
      shortName: `Школа № ${n}`,
      fullName: `МБОУ «Школа № ${n}»`,
      type: 'Общеобразовательная',
      participates: 'да',
      email: `school${n}@example.ru`,
      recordStatus: 'Действует',
    })),
    curators: each((n) => ({
      id: `CUR-${n}`,
      organisation: `ORG-${n}`,
      name: `Иванова Анна ${n}`,
      from: { date: '2022-09-01' },
      email: `curator${n}@example.ru`,
      recordStatus: 'Действует',
    })),
  };
}
