import fc from 'fast-check';
import { fitQuota } from '../../../src/domain/letters/fit-quota';
import { ledgerRowsOf } from '../../../src/domain/letters/intents';
import {
  countsAsTold,
  LEDGER_HEADER,
  type LedgerEntry,
  ledgerCells,
  OUTCOMES,
  type Outcome,
  outcomeOf,
  readLedger,
} from '../../../src/domain/letters/ledger';
import type { Letter } from '../../../src/domain/letters/letter';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { letterRules } from '../../../src/domain/letters/rules';
import { standings } from '../../../src/domain/letters/stages';
import { Told } from '../../../src/domain/letters/told';
import type { Obligation } from '../../../src/domain/roadmap/obligation';
import { addDays } from '../../../src/domain/text/calendar';
import { contact, contacts, obligation, scene, weekends } from './town';

const FIRST = '2024-03-25';
const NAMES = ['Анна Петровна', 'Вера'];

/** People with few mailboxes among them, so that roles and organisations meet in one. */
const mailbox = fc.constantFrom('a@t.ru', 'b@t.ru', 'c@t.ru', 'wrong@', '');
const someContacts = fc
  .array(fc.record({ curators: fc.array(mailbox, { maxLength: 2 }), head: mailbox }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((homes) =>
    fc.record({
      organisations: fc.constant(
        new Map(
          homes.map(({ curators, head }, i) => [
            `ORG-0${i + 1}`,
            {
              name: `Школа ${i + 1}`,
              curators: [...new Set(curators)].map((one) => contact(one, { name: NAMES[0] })),
              head: contact(head),
            },
          ]),
        ),
      ),
      coordinators: fc.uniqueArray(mailbox, { maxLength: 2 }).map((all) => all.map((one) => contact(one))),
    }),
  );
const someObligations = fc.array(
  fc.record({
    number: fc.constantFrom('2.1', '2.2', '3.3'),
    organisation: fc.constantFrom('ORG-01', 'ORG-02', 'ORG-03', 'ORG-09'),
    day: fc.integer({ min: -40, max: 60 }),
    owner: fc.constantFrom<Obligation['owner']>('curator', 'curator', 'coordinator', 'nobody'),
    continuous: fc.boolean(),
    /** Days until it is done. */
    done: fc.integer({ min: 5, max: 90 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const someValues = fc.record({
  letterStages: fc.constantFrom('14; 7; 3; 1; 0', '3; 0', ''),
  overdueEvery: fc.constantFrom('5', '1', '0'),
  escalateHead: fc.constantFrom('5', '1', '0'),
  escalateCoordinator: fc.constantFrom('10', '2', '0'),
  continuousLetters: fc.constantFrom('да', 'нет'),
  lettersOnDaysOff: fc.constantFrom('нет', 'да'),
  calendarFile: fc.constantFrom('нет', 'да'),
});
const someRuns = fc.array(
  fc.record({
    skip: fc.integer({ min: 0, max: 9 }),
    quota: fc.constantFrom(0, 1, 2, 3, 100, 100, 100),
    /** What the service does with the letters, in turn. */
    outcomes: fc.array(fc.constantFrom<Outcome>('отправлено', 'отправлено', 'отправлено', ...OUTCOMES), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  { minLength: 1, maxLength: 12 },
);
const someTown = fc.record({
  contacts: someContacts,
  given: someObligations,
  values: someValues,
  runs: someRuns,
});

interface Sent {
  readonly letter: Letter;
  readonly outcome: Outcome;
}

/** Runs on the days of the town; the ledger goes through the tab each time. */
function live(
  { contacts: people, given, values, runs }: typeof someTown extends fc.Arbitrary<infer T> ? T : never,
  onRun: (
    input: ReturnType<typeof scene>,
    letters: readonly Letter[],
    later: readonly Letter[],
  ) => void = () => {},
): Sent[] {
  const known = new Set<string>();
  const all = given.flatMap(({ day, done, ...more }) => {
    const made = obligation({ ...more, due: addDays(FIRST, day) });
    const id = `${made.number}${made.organisation}${made.due}`;
    if (known.has(id)) return [];
    known.add(id);
    return [{ made, doneOn: addDays(FIRST, done) }];
  });
  const calendar = weekends(['2024-05-01', '2024-05-09', '2024-05-10']);
  let grid: string[][] = [[...LEDGER_HEADER]];
  let today = FIRST;
  const sent: Sent[] = [];
  runs.forEach(({ skip, quota, outcomes }, n) => {
    today = addDays(today, skip);
    const obligations = all.map(({ made, doneOn }) => ({ ...made, open: today < doneOn }));
    const told = new Told(readLedger(grid));
    const input = { ...scene({ contacts: people, values, calendar, obligations, today }), told };
    const { now, later } = fitQuota(planLetters(input).letters, quota, input);
    onRun(input, now, later);
    now.forEach((letter, i) => {
      const outcome = outcomes[i % outcomes.length];
      sent.push({ letter, outcome });
      grid = [...grid, ...ledgerRowsOf(letter, `run-${n}`, `${today} 08:00`, outcome).map(ledgerCells)];
    });
  });
  return sent;
}
const RUNS = { numRuns: 300 };

test('no key is told twice, whatever days are skipped and whatever became of the letters', () => {
  fc.assert(
    fc.property(someTown, (town) => {
      const keys = live(town)
        .filter(({ outcome }) => countsAsTold(outcome))
        .flatMap(({ letter }) => letter.items.map((item) => item.key));
      expect(new Set(keys).size).toBe(keys.length);
    }),
    RUNS,
  );
});

test('one digest a day to an address, and within it an obligation once', () => {
  fc.assert(
    fc.property(someTown, (town) => {
      const told = live(town).filter(({ outcome }) => countsAsTold(outcome));
      const days = told.map(({ letter }) => `${letter.to} ${letter.date}`);
      expect(new Set(days).size).toBe(days.length);
      for (const { letter } of told) {
        const ids = letter.items.map(({ obligation: o }) => `${o.measureId} ${o.organisation} ${o.due}`);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    RUNS,
  );
});

test('nothing that is done, external or continuous without leave; nothing on a day off; to good addresses only', () => {
  fc.assert(
    fc.property(someTown, (town) => {
      const refused = new Set<string>();
      const { continuousLetters, lettersOnDaysOff } = town.values;
      for (const { letter, outcome } of live(town)) {
        expect(['a@t.ru', 'b@t.ru', 'c@t.ru']).toContain(letter.to);
        expect(refused).not.toContain(letter.to);
        if (outcome === 'неверный адрес' || outcome === 'не дошло') refused.add(letter.to);
        if (lettersOnDaysOff === 'нет')
          expect(weekends(['2024-05-01', '2024-05-09', '2024-05-10']).isWorking(letter.date)).toBe(true);
        for (const { obligation: o } of letter.items) {
          expect(o.open && o.owner !== 'nobody').toBe(true);
          if (continuousLetters === 'нет') expect(o.continuous).toBe(false);
        }
      }
    }),
    RUNS,
  );
});

test('every open dated thing of somebody who can be reached is told at its stage by a run, or waits for a reason', () => {
  fc.assert(
    fc.property(someTown, (town) => {
      live(town, (input, letters, later) => {
        const rules = letterRules(input.settings);
        if (!rules.daysOff && !input.calendar.isWorking(input.today)) return;
        const standing = standings(rules, input.calendar, input.today);
        const waiting = new Set(later.map((letter) => letter.to));
        for (const o of input.obligations) {
          if (!o.open || o.owner === 'nobody' || (o.continuous && !rules.continuous)) continue;
          const { stage, since } = standing(o.due);
          if (stage === null) continue;
          const people =
            o.owner === 'coordinator'
              ? input.contacts.coordinators
              : (input.contacts.organisations.get(o.organisation)?.curators ?? []);
          for (const { address, error } of people) {
            if (error !== null || input.told.isRefused(address) || input.told.isUndelivered(address))
              continue;
            if (waiting.has(address) || input.told.wroteOn(address, input.today)) continue;
            const keyOf = (at: string) => `RM-${o.number}|${o.organisation}|${address}|${at}|${o.due}`;
            const before =
              input.told.has(keyOf(stage)) ||
              ['head', 'coordinator'].some((at) => (input.told.dayOf(keyOf(at)) ?? '') >= since);
            const now = letters.some(
              (letter) => letter.to === address && letter.items.some((item) => item.obligation === o),
            );
            expect(before || now).toBe(true);
          }
        }
      });
    }),
    RUNS,
  );
});

test('the order: letters by priority, items from the longest overdue on', () => {
  fc.assert(
    fc.property(someTown, (town) => {
      live(town, (_, letters) => {
        for (let i = 1; i < letters.length; i++)
          expect(letters[i].priority).toBeGreaterThanOrEqual(letters[i - 1].priority);
        for (const { items } of letters)
          for (let i = 1; i < items.length; i++)
            expect(items[i].daysLeft).toBeGreaterThanOrEqual(items[i - 1].daysLeft);
      });
    }),
    RUNS,
  );
});

test('a plan depends on nothing but its input, and not on the order of the obligations', () => {
  fc.assert(
    fc.property(someTown, (town) => {
      live(town, (input) => {
        const once = planLetters(input);
        expect(planLetters(input)).toEqual(once);
        const backwards = planLetters({ ...input, obligations: [...input.obligations].reverse() });
        expect(backwards.letters).toEqual(once.letters);
      });
    }),
    { numRuns: 100 },
  );
});

test('no names but in the greeting, and a word of what is told in each line', () => {
  fc.assert(
    fc.property(someTown, (town) => {
      for (const { letter } of live(town)) {
        const said = JSON.stringify([letter.subject, letter.content.slice(1), letter.calendar]);
        for (const name of NAMES) expect(said).not.toContain(name);
      }
    }),
    RUNS,
  );
});

test('a ledger that people have spoilt does not stop the planner', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(...OUTCOMES, 'a@t.ru', '12.04.2024', 'RM-2.1', 'ORG-01'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 13, maxLength: 13 }), { maxLength: 6 }), (rows) => {
      const ledger: LedgerEntry[] = readLedger([[...LEDGER_HEADER], ...rows]);
      ledger.map(outcomeOf);
      planLetters(scene({ contacts: contacts(), ledger, values: { calendarFile: 'да' } }));
    }),
  );
});
