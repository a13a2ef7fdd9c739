import { daysBetween } from '../domain/text/calendar';
import { counted } from '../domain/text/plural';
import { shortDate } from '../domain/text/print-date';
import { checkWorkbook } from './check-workbook';
import { type Ports, Refusal, type Store } from './ports';
import { readWorkbook } from './read-workbook';
import { recordJournal } from './record-journal';
import { keepStrictRows } from './strict-rows';

/** Who runs the nightly sweep, and how the last night went. */
interface Sweep {
  /** The person's address: triggers run as the person who made them, and nobody else can see or remove them. */
  readonly owner: string;
  readonly trigger: string;
  /** `yyyy-mm-dd hh:mm` of the last run, or of switching on. */
  readonly seen: string;
  readonly outcome: string;
}

const KEY = 'sweep';
export const SWEEP_HANDLER = 'nightlySweep';
const HOUR = 3;
/** An owner who was not seen for longer has left, or the trigger has died. */
const ALIVE_DAYS = 3;
/** Google stops a run after six minutes: what would not fit is left for the next night. */
const CHECK_BY_SECONDS = 180;

export function readSweep(store: Store): Sweep | null {
  const text = store.get(KEY);
  if (text === null) return null;
  const [owner = '', trigger = '', seen = '', outcome = ''] = text.split('\t');
  return { owner, trigger, seen, outcome };
}

function keepSweep(store: Store, sweep: Sweep | null): void {
  const line = sweep && [sweep.owner, sweep.trigger, sweep.seen, sweep.outcome].join('\t');
  store.set(KEY, line);
}

/** Whether the sweep ran lately. @param now `yyyy-mm-dd hh:mm` */
export function isAlive(sweep: Sweep, now: string): boolean {
  return daysBetween(sweep.seen.slice(0, 10), now.slice(0, 10)) < ALIVE_DAYS;
}

/**
 * «Ночная сверка: включить или выключить»: one named owner. Somebody else's living sweep is taken over only by a
 * deliberate answer; the trigger of the former owner then removes itself at its next run.
 * @returns what was done, in words; null when the person thought better of it
 */
export function toggleSweep(ports: Ports): string | null {
  const { automation, store, screen, clock } = ports;
  const sweep = readSweep(store);
  const isMine = sweep !== null && automation.mine(SWEEP_HANDLER).includes(sweep.trigger);
  const question = isMine
    ? `Ночная сверка включена вами. Последний раз: ${whenOf(sweep)}. Выключить?`
    : sweep && isAlive(sweep, clock.now())
      ? `Ночную сверку ведёт ${sweep.owner}. Последний раз: ${whenOf(sweep)}. Перенять её? Она будет работать от вашего имени.`
      : `Каждую ночь с ${HOUR}:00 до ${HOUR + 1}:00 проверять книгу от вашего имени: номера записей, столбец «Ошибки», журнал. Включить?`;
  if (screen.ask('Ночная сверка', question) !== true) return null;
  const done = ports.locks.alone(() => {
    const now = readSweep(store);
    if (now?.trigger !== sweep?.trigger)
      throw new Refusal('Ночную сверку только что переключил другой человек. Откройте команду ещё раз.');
    automation.removeMine(SWEEP_HANDLER);
    if (isMine) {
      keepSweep(store, null);
      return 'Ночная сверка выключена.';
    }
    const trigger = automation.install(SWEEP_HANDLER, HOUR, clock.zone());
    keepSweep(store, { owner: ports.actor(), trigger, seen: clock.now(), outcome: 'включена' });
    return 'Ночная сверка включена: она работает от вашего имени. Прежде чем уйти, передайте её другому.';
  });
  if (done === null) throw new Refusal('Книга занята другим запуском. Повторите через минуту.');
  return done.result;
}

function whenOf({ seen, outcome }: Sweep): string {
  return `${shortDate(seen.slice(0, 10))} ${seen.slice(11)} (${outcome})`;
}

/**
 * The same as «Проверить записи», by the clock: IDs, findings, the index of the cell checks; then the journal.
 * @param trigger id of the trigger that fired
 */
export function nightlySweep(ports: Ports, trigger: string): void {
  const { automation, store, clock } = ports;
  const sweep = readSweep(store);
  // The owner has changed, or the workbook is a copy: one sweep is enough.
  if (trigger === '') return;
  if (sweep?.trigger !== trigger) {
    automation.removeMine(SWEEP_HANDLER);
    return;
  }
  const keep = (outcome: string) => keepSweep(store, { ...sweep, seen: clock.now(), outcome });
  if (!automation.isAuthorised()) {
    keep('не выполнена: нужно заново разрешить доступ, откройте команду из меню');
    return;
  }
  try {
    keep(sweepBook(ports));
  } catch (error) {
    keep(
      error instanceof Refusal ? error.message.replace(/\s+/g, ' ') : 'прервана ошибкой, см. журнал запусков',
    );
    if (!(error instanceof Refusal)) throw error;
  }
}

/**
 * What a night does: the full check, then the journal and the strict rows where time is left.
 * @returns how it went, in words
 */
export function sweepBook(ports: Ports): string {
  const { counts } = checkWorkbook(ports);
  const found = counted(counts.errors, ['ошибка', 'ошибки', 'ошибок']);
  if (ports.clock.seconds() > CHECK_BY_SECONDS) return `${found}; на журнал не хватило времени`;
  const recorded = ports.locks.alone(() => {
    const read = readWorkbook(ports.workbook);
    recordJournal(ports, read);
    keepStrictRows(ports, read);
  });
  return recorded ? found : `${found}; журнал занят другим запуском`;
}

/** A sweep of its own has run on this day: the daily run need not do it again. @param day `yyyy-mm-dd` */
export function sweptOn(store: Store, day: string): boolean {
  return readSweep(store)?.seen.startsWith(day) ?? false;
}
