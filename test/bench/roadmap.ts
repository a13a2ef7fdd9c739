import { performance } from 'node:perf_hooks';
import { countsByDay, openCounts } from '../../src/domain/checks/counts-by-day';
import { contactsOf } from '../../src/domain/letters/contacts';
import { rehearse } from '../../src/domain/letters/rehearse';
import { type Registry, readRegistry } from '../../src/domain/registry/workbook';
import { calendarOf } from '../../src/domain/roadmap/calendar-of';
import { parseDeadline } from '../../src/domain/roadmap/deadline/parse-deadline';
import { fulfilmentOn, prepareFulfilment } from '../../src/domain/roadmap/fulfilment';
import { plan } from '../../src/domain/roadmap/plan';
import { usualPlanPeriod } from '../../src/domain/roadmap/plan-period';
import { withErrors } from '../../src/domain/roadmap/with-errors';
import { addDays } from '../../src/domain/text/calendar';
import { terms } from '../domain/roadmap/deadline/terms';
import { gridsOfTown, type Load } from './load';
import { collect, heapOf, timeOf, times } from './measure';
import { MeasuredBook } from './operations';
import type { Figure, TableRow } from './table';

const TODAY = '2024-04-20';
const YEAR = 365;
/** Seconds of a rehearsal of a year. */
const REHEARSAL = 60;

const at = (value: number, limit?: number, unit = ''): Figure => ({ value, limit, unit });

/** Terms as plans write them: the plan's own, and those of the tests over and over. */
export function deadlines(): TableRow[] {
  const period = usualPlanPeriod();
  const own = plan.map((row) => row.term);
  const others = Array.from({ length: 300 }, (_, i) => terms[i % terms.length]!.text);
  const row = (operation: string, texts: readonly string[]): TableRow[] => {
    const parse = () => texts.map((text) => parseDeadline(text, period));
    const first = timeOf(parse);
    collect();
    const again = times(21, parse);
    return [
      { operation: `${operation}, first call`, load: '', cpu: at(first, undefined, 'ms') },
      { operation: `${operation}, again`, load: '', cpu: at(again, undefined, 'ms') },
    ];
  };
  return [...row('deadlines: the plan of 19 rows', own), ...row('deadlines: 300 texts', others)];
}

/** Statuses of the whole plan from the registries: what is prepared once, and a day of it; open errors of a day. */
export function fulfilment(load: Load): TableRow[] {
  const registry = readRegistry(gridsOfTown(load));
  const calendar = calendarOf(registry);
  const rounds = load.name === 'S' ? 21 : 3;
  const prepared = heapOf(() => prepareFulfilment(registry, null));
  const day = heapOf(() => fulfilmentOn(prepared.made, TODAY, calendar));
  const row = (operation: string, ms: number, mb?: number): TableRow => ({
    operation,
    load: load.name,
    cpu: at(ms, undefined, 'ms'),
    ...(mb === undefined ? {} : { heap: at(mb, undefined, 'MB') }),
  });
  const byDay = countsByDay(registry);
  byDay(TODAY);
  let next = TODAY;
  return [
    row(
      'fulfilment: prepared',
      times(rounds, () => prepareFulfilment(registry, null)),
      prepared.mb,
    ),
    row(
      'fulfilment: a day',
      times(rounds, () => fulfilmentOn(prepared.made, TODAY, calendar)),
      day.mb,
    ),
    row(
      'open errors by organisation: a day',
      times(Math.min(rounds, 7), () => openCounts(registry, TODAY)),
    ),
    row(
      'open errors: each further day',
      times(Math.min(rounds, 7), () => {
        next = addDays(next, 1);
        return byDay(next);
      }),
    ),
  ];
}

/** «Прогнать год» in the domain alone, and through the bundle. */
export function rehearsals(load: Load): TableRow[] {
  const registry = readRegistry(gridsOfTown(load));
  collect();
  const domain = timeOf(() => rehearsedYear(registry)) / 1000;
  const book = new MeasuredBook();
  book.run('setUp', { storageMode: 'Полный' });
  book.fill(load);
  book.set('Учётные записи координаторов', 'boss@example.ru');
  const from = performance.now();
  const { trips } = book.run('rehearse', { from: TODAY, to: addDays(TODAY, YEAR - 1) });
  const whole = (performance.now() - from) / 1000;
  const row = (operation: string, seconds: number): TableRow => ({
    operation,
    load: load.name,
    cpu: at(seconds, REHEARSAL, 's'),
  });
  return [
    row(`rehearsal of ${YEAR} days, domain`, domain),
    { ...row(`rehearsal of ${YEAR} days, bundle`, whole), trips: at(trips) },
  ];
}

function rehearsedYear(registry: Registry) {
  const calendar = calendarOf(registry);
  const prepared = prepareFulfilment(registry, null);
  const countsOn = countsByDay(registry);
  let counts: ReturnType<typeof countsOn> = new Map();
  return rehearse({
    from: TODAY,
    to: addDays(TODAY, YEAR - 1),
    findingsOn: (day) => {
      counts = countsOn(day);
      return counts;
    },
    obligationsOn: (day) => {
      const errors = new Map([...counts].map(([id, one]) => [id, one.errors]));
      return fulfilmentOn(withErrors(prepared, errors), day, calendar).obligations;
    },
    contactsOn: (day) => contactsOf(registry, day),
    calendar,
    settings: registry.settings,
    url: () => '',
    bookId: 'book',
    quotaPerDay: 100,
    ledger: [],
  });
}
