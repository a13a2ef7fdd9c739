import { fitQuota } from '../domain/letters/fit-quota';
import { ledgerRowsOf } from '../domain/letters/intents';
import { outcomeOf, unknownOf } from '../domain/letters/ledger';
import type { Letter } from '../domain/letters/letter';
import { planLetters } from '../domain/letters/plan-letters';
import { stillOpen } from '../domain/letters/still-open';
import { addLedgerRows, makeLedgerTab, type Settled, settleRows } from './ledger-rows';
import { keysOf, type LetterBook, letterBook, letterInput, outgoing } from './letter-book';
import { isCopy, isStopped, lettersState } from './letters-state';
import { MailRefusal, type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';

/** Google ends a run after six minutes: no letter is begun later than this. */
const STOP_AT_SECONDS = 270;
/** What is left to do is looked at again before a letter leaves when the last look is older. */
const FRESH_SECONDS = 60;
/** The stop switch works within so many seconds. */
const STOP_LOOK_SECONDS = 5;

export interface SendOutcome {
  readonly sent: number;
  /** Addresses that the service did not take. */
  readonly refused: number;
  /** Letters that the service did not take for another reason; the next run tries again. */
  readonly failed: number;
  /** It is not known whether they left; they are shown and never sent again by themselves. */
  readonly unknown: number;
  /** Nothing was left to do at the moment of sending. */
  readonly notNeeded: number;
  /** They go with the next run: over the quota, out of time, stopped on the way. */
  readonly waiting: Readonly<Record<Halt, number>>;
}

export type Halt = 'quota' | 'time' | 'stopped';

const HALTED: Readonly<Record<Halt, string>> = {
  quota: 'суточный лимит писем исчерпан',
  time: 'не хватило времени запуска',
  stopped: 'отправка остановлена',
};

/** Letters whose intents are written: from here on each of them leaves at most once. */
export interface Claim {
  /** ID of this run in the ledger. */
  readonly run: string;
  readonly book: LetterBook;
  readonly letters: readonly Letter[];
  /** Letters that did not fit into the quota. */
  readonly later: number;
}

/**
 * Sends the letters of today: reads the workbook, writes an intent for every line of every letter and flushes it, hands
 * the letters to the mail service, writes what became of them. A run that dies in between leaves intents without a
 * result: nobody can tell whether those letters left, so they are shown as unknown and never sent again by themselves.
 * The lock is held until the run ends.
 * @param explicit the person who asks says so: «письма уходят» need not be switched on; the stop switch still counts
 * @throws Refusal
 */
export function sendLetters(ports: Ports, explicit = false): SendOutcome {
  const { run, book, letters, later } = claimLetters(ports, explicit);
  const tally = { sent: 0, refused: 0, failed: 0, unknown: 0, notNeeded: 0 };
  const waiting = { quota: later, time: 0, stopped: 0 };
  const settled = new Map<string, Settled>();
  const settle = (letter: Letter, result: Settled['result'], note = '') => {
    const when = ports.clock.now();
    for (const key of keysOf(letter)) settled.set(key, { result, note, when });
  };
  for (const letter of letters) settle(letter, 'отложено', 'запуск прерван');
  const watch = watchOver(ports, book);
  let usedUp = false;
  try {
    for (const letter of letters) {
      const halt = usedUp ? 'quota' : watch.halt();
      if (halt !== null) {
        waiting[halt]++;
        settle(letter, 'отложено', HALTED[halt]);
        continue;
      }
      const now = watch.still(letter);
      settle(letter, 'не нужно', 'к моменту отправки всё сделано');
      if (now === null) {
        tally.notNeeded++;
        continue;
      }
      const mail = outgoing(now, book.registry);
      // Until the service answers nobody knows.
      settle(now, 'неизвестно', 'отправка прервана');
      try {
        ports.mail.send(mail);
        settle(now, 'отправлено');
        tally.sent++;
      } catch (error) {
        const why = error instanceof MailRefusal ? error.why : null;
        const message = String((error as Error | null)?.message ?? error);
        if (why === 'quota') {
          usedUp = true;
          waiting.quota++;
          settle(now, 'отложено', HALTED.quota);
        } else if (why === 'address') {
          tally.refused++;
          settle(now, 'неверный адрес', message);
        } else if (why === 'size') {
          tally.failed++;
          settle(now, 'не отправлено', message);
        } else {
          tally.unknown++;
          settle(now, 'неизвестно', message);
        }
      }
    }
  } finally {
    // After an error too: a letter that left must not be taken for unknown, nor one that was not begun.
    settleRun(ports, run, settled);
  }
  return { ...tally, waiting };
}

/**
 * Decides and writes down what this run is going to send. An intent of another run that has no result by now is unknown:
 * runs hold the lock, so that run is dead.
 * @throws Refusal when letters are off or stopped, another run is at work, or this is a copy of the workbook
 */
export function claimLetters(ports: Ports, explicit: boolean): Claim {
  refuseToSend(ports, explicit);
  if (!ports.locks.hold())
    throw new Refusal('Книга занята другим запуском: письма не отправлены. Повторите через минуту.');
  makeLedgerTab(ports);
  const book = letterBook(ports);
  const { letters } = planLetters(book.input);
  const fitted =
    letters.length === 0 ? { now: [], later: [] } : fitQuota(letters, ports.mail.quota(), book.input);
  const { entries } = book.ledger;
  const run = `${ports.clock.now()} #${entries.length}`;
  const dead = unknownOf(entries, run).filter((entry) => outcomeOf(entry) === 'намерение');
  if (dead.length > 0) declareUnknown(ports, new Set(dead.map(({ row }) => row)));
  const now = ports.clock.now();
  const rows = fitted.now.flatMap((letter) => ledgerRowsOf(letter, run, now));
  if (rows.length > 0) addLedgerRows(ports, book.ledger, rows);
  // Stored before the first letter leaves, whatever becomes of this run.
  if (rows.length + dead.length > 0) ports.locks.flush();
  return { run, book, letters: fitted.now, later: fitted.later.length };
}

function declareUnknown(ports: Ports, rows: ReadonlySet<number>): void {
  settleRows(ports, (entry) =>
    rows.has(entry.row) && outcomeOf(entry) === 'намерение'
      ? { result: 'неизвестно', note: 'запуск прервался до ответа почты', when: ports.clock.now() }
      : undefined,
  );
}

/** Writes the results of a run into its own rows. */
export function settleRun(ports: Ports, run: string, settled: ReadonlyMap<string, Settled>): void {
  if (settled.size === 0) return;
  settleRows(ports, (entry) =>
    entry.run === run && outcomeOf(entry) === 'намерение' ? settled.get(entry.key) : undefined,
  );
}

function refuseToSend(ports: Ports, explicit: boolean): void {
  const state = lettersState(ports.store);
  if (state.stopped)
    throw new Refusal('Отправка писем остановлена. Возобновите её: меню «Наставничество → Напоминания».');
  if (isCopy(state, ports))
    throw new Refusal('Это копия книги: письма ведёт её оригинал. Включите напоминания в этой книге заново.');
  if (!state.live && !explicit)
    throw new Refusal('Режим пробный: письма не уходят. Включите отправку в панели «Напоминания».');
}

/** Looks at the clock, the stop switch and the registries between two letters, no more often than it must. */
function watchOver(ports: Ports, book: LetterBook) {
  const { clock, store } = ports;
  let lookedAt = clock.seconds();
  let readAt = clock.seconds();
  let stopped = false;
  let input = book.input;
  return {
    halt(): 'time' | 'stopped' | null {
      const seconds = clock.seconds();
      if (seconds > STOP_AT_SECONDS) return 'time';
      if (!stopped && seconds - lookedAt >= STOP_LOOK_SECONDS) {
        lookedAt = seconds;
        stopped = isStopped(store);
      }
      return stopped ? 'stopped' : null;
    },
    still(letter: Letter): Letter | null {
      if (clock.seconds() - readAt >= FRESH_SECONDS) {
        readAt = clock.seconds();
        input = letterInput(ports, readWorkbook(ports.workbook).registry, book.input.told);
      }
      return input === book.input ? letter : stillOpen(letter, input);
    },
  };
}
