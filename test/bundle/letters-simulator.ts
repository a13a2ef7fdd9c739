import { seededRandom } from '../../src/local/demo/random';
import type { Row } from '../domain/book';
import { type LettersBook, lettersBook, type Terms } from './letters-book';

/**
 * Kills the run that sends letters at every single service call, over random towns and days, and lets the next run come.
 * Laws: nobody gets a letter twice; every letter that an unbroken run would have sent has left, or its outcome is shown
 * as unknown; what was told once is never told again.
 */
class Killed extends Error {}

interface State {
  /** Values of the rows of the ledger. */
  readonly rows: readonly (readonly unknown[])[];
  readonly maxRows: number;
  readonly properties: [string, string][];
  readonly messages: number;
  readonly quota: ReturnType<LettersBook['host']['outbox']['quota']>;
}

type Ledger = LettersBook['model']['sheets'][number];

const NEEDED: readonly string[] = [
  'Организации',
  'Кураторы',
  'Документы',
  'Дорожная карта',
  'Настройки',
  'Письма',
];

const isBlank = (row: Ledger['rows'][number]) => !row?.values.some((value) => value !== '');

class Simulator {
  readonly book: LettersBook;
  /** Service calls until the run is killed. */
  #left = Number.POSITIVE_INFINITY;
  #calls = 0;
  /** The ledger as it is stored for certain: what was written after it may be lost with the run. */
  #stored: State | null = null;
  #loses = false;

  constructor(schools: number, terms: Terms) {
    this.book = lettersBook({ schools, terms });
    // A small book is read quickly: the letters need no more.
    const { sheets } = this.book.model;
    sheets.splice(0, sheets.length, ...sheets.filter(({ name }) => NEEDED.includes(name)));
    for (const { rows } of sheets) while (rows.length > 1 && isBlank(rows.at(-1))) rows.pop();
    this.book.watch((service, method) => {
      this.#calls++;
      if (--this.#left < 0) throw new Killed();
      if (service === 'SpreadsheetApp' && method === 'flush') this.#stored = this.save();
    });
  }

  get ledger(): Ledger {
    return this.book.sheet('Письма');
  }

  save(): State {
    const { host } = this.book;
    return {
      rows: this.ledger.rows.map((row) => [...(row?.values ?? [])]),
      maxRows: this.ledger.maxRows,
      properties: [...host.properties.document],
      messages: host.outbox.messages.length,
      quota: host.outbox.quota(),
    };
  }

  restore(state: State): void {
    const { host } = this.book;
    const rows = state.rows.map((values) => ({ values: [...values], formats: [] }));
    this.ledger.rows.splice(0, Number.POSITIVE_INFINITY, ...(rows as unknown as Ledger['rows']));
    (this.ledger as { maxRows: number }).maxRows = state.maxRows;
    host.properties.document.clear();
    for (const [key, value] of state.properties) host.properties.document.set(key, value);
    host.outbox.messages.length = state.messages;
    host.outbox.restoreQuota(state.quota);
  }

  /** A whole run. @returns its service calls */
  run(): number {
    this.#left = Number.POSITIVE_INFINITY;
    this.#calls = 0;
    this.book.project.run('rpc', ['lettersSendNow']);
    return this.#calls;
  }

  /** A run that dies before its call number `at`; what it had not flushed may be lost. */
  die(at: number, loses: boolean): void {
    this.#left = at;
    this.#stored = this.save();
    this.#loses = loses;
    try {
      this.book.project.run('rpc', ['lettersSendNow']);
      throw new Error(`The run did not die at call ${at}`);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    } finally {
      this.#left = Number.POSITIVE_INFINITY;
      if (this.#loses) {
        const { rows, maxRows } = this.#stored;
        this.restore({ ...this.save(), rows, maxRows });
      }
    }
  }

  /** `day address` of the letters from a number on. */
  letters(from = 0): string[] {
    return this.book.host.outbox.messages
      .slice(from)
      .map(({ date, to }) => `${new Date(date).toISOString().slice(0, 10)} ${to.join(',')}`);
  }

  /** Rows of the ledger as they stand. */
  told(): { readonly key: string; readonly to: string; readonly result: string }[] {
    const [header, ...rows] = this.ledger.rows;
    const [key, to, result] = ['Ключ', 'Кому', 'Результат'].map((title) => header!.values.indexOf(title));
    return rows.flatMap((row) =>
      row?.values[key!]
        ? [
            {
              key: String(row.values[key!]),
              to: String(row.values[to!]),
              result: String(row.values[result!]),
            },
          ]
        : [],
    );
  }
}

/** What became of the letter is shown to the coordinator. */
const ENDED = ['неизвестно', 'неверный адрес', 'отложено'];
const TOLD = ['отправлено', 'неизвестно', 'намерение', 'не дошло'];
const doubles = (list: readonly string[]) => list.filter((one, i) => list.indexOf(one) !== i);

/** A town of chance: shared mailboxes, lost addresses, terms around the day, a small quota, refusals of the mail. */
function town(seed: number): { simulator: Simulator; days: string[] } {
  const { whole, pick, chance } = seededRandom(seed);
  const near = () => {
    const date = new Date(Date.UTC(2024, 3, 22 + whole(-20, 20)));
    return date.toISOString().slice(0, 10).split('-').reverse().join('.');
  };
  const terms: Record<string, string> = { '2.1': near() };
  if (chance(0.5)) terms['2.2'] = near();
  if (chance(0.5)) terms['1.1'] = near();
  const count = whole(1, 4);
  const simulator = new Simulator(count, terms);
  const { book } = simulator;
  const curators = Array.from(
    { length: count },
    (_, i): Row => ({
      ...{
        id: `CUR-00${i + 1}`,
        organisation: `ORG-0${i + 1}`,
        name: `Куратор ${i + 1}`,
        recordStatus: 'Действует',
      },
      ...{ from: { date: '2022-09-01' } },
      email: pick([
        `c${i}@example.ru`,
        `c${i}@example.ru`,
        'shared@example.ru',
        `c${i}@example.ru; d${i}@example.ru`,
        'нет',
        '',
      ]),
    }),
  );
  book.fill({ curators });
  book.host.outbox.dailyLimit = chance(0.3) ? whole(1, 3) : 100;
  if (chance(0.3)) book.set('Файл календаря в письмах', 'да');
  if (chance(0.2)) book.set('Письма в нерабочие дни', 'да');
  const moody = chance(0.3);
  const { outbox } = book.host;
  const send = outbox.send.bind(outbox);
  let n = 0;
  outbox.send = (message) => {
    n++;
    if (moody && n % 4 === 1) throw new Error(`Invalid email: ${message.to[0]}`);
    send(message);
    // The letter has left, and the answer is lost.
    if (moody && n % 4 === 3) throw new Error('Service error: Mail');
  };
  const first = whole(8, 28);
  const days = Array.from({ length: 3 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 3, first + i * whole(1, 4), whole(0, 23), whole(0, 59)));
    return day.toISOString();
  }).sort();
  return { simulator, days };
}

/** @returns how many runs were killed */
function simulate(seed: number): number {
  const { simulator, days } = town(seed);
  const { book } = simulator;
  let killed = 0;
  for (const moment of days) {
    book.at(moment);
    const before = simulator.save();
    const calls = simulator.run();
    const whole = simulator.letters(before.messages);
    expect(doubles(whole)).toEqual([]);
    const after = simulator.save();
    for (let at = 0; at < calls; at++) {
      simulator.restore(before);
      simulator.die(at, (seed + at) % 2 === 0);
      killed++;
      simulator.run();
      // And once more: what the run before left unknown, or could not say, does not leave again.
      if (at % 3 === 0) simulator.run();
      const letters = simulator.letters();
      const here = `seed ${seed}, ${moment}, call ${at}`;
      expect([here, doubles(letters)]).toEqual([here, []]);
      const ledger = simulator.told();
      const shown = new Set(ledger.filter(({ result }) => ENDED.includes(result)).map(({ to }) => to));
      const lost = whole.filter((one) => !letters.includes(one) && !shown.has(one.split(' ')[1]!));
      // A small quota, and a mail service in another mood, may leave letters for the next run: they wait, and are not lost.
      const waiting = lost.length > 0 ? book.report().letters.map(({ to }) => to) : [];
      expect([here, lost.filter((one) => !waiting.includes(one.split(' ')[1]!))]).toEqual([here, []]);
      const keys = ledger.filter(({ result }) => TOLD.includes(result)).map(({ key }) => key);
      expect([here, doubles(keys)]).toEqual([here, []]);
      expect([here, ledger.filter(({ result }) => result === 'намерение')]).toEqual([here, []]);
    }
    simulator.restore(after);
  }
  return killed;
}

/**
 * Kills so many runs, in towns of chance from a seed on.
 * @returns how many were killed
 */
export function killRuns(seed: number, runs: number): number {
  let killed = 0;
  for (let next = seed; killed < runs; next++) killed += simulate(next);
  return killed;
}
