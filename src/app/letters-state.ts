import { daysBetween } from '../domain/text/calendar';
import type { Ports, Store } from './ports';

/** Who runs the daily letters, and how the last run went: one record, kept with the workbook. */
export interface LettersState {
  /** The person's address: a trigger runs as the person who made it. '' while the daily run is off. */
  readonly owner: string;
  readonly trigger: string;
  /** The one-off trigger that goes on with what a run had no time for; '' = none. */
  readonly next: string;
  /** Identifier of the workbook for which it was switched on: a copy is another one and does not send. */
  readonly book: string;
  /** `yyyy-mm-dd hh:mm` of the last run, or of switching on. */
  readonly seen: string;
  readonly outcome: string;
  /** Letters really leave; false = the daily run only counts them. */
  readonly live: boolean;
  /** The stop switch: nothing leaves, whoever asks. */
  readonly stopped: boolean;
  /** `yyyy-mm-dd` on which missing access was last told of. */
  readonly warned: string;
}

const KEY = 'letters';
/** Apart from the rest: a run that writes how it went must not undo a stop that came meanwhile. */
const STOP_KEY = 'letters stopped';
/** `outcome` of a daily run that was switched on and has not come yet; `seen` is when. */
export const NOT_YET = 'запуска ещё не было';
/** A run that did not come for longer has died: the banner turns red. */
export const SILENT_HOURS = 36;

const OFF: LettersState = {
  owner: '',
  trigger: '',
  next: '',
  book: '',
  seen: '',
  outcome: '',
  live: false,
  stopped: false,
  warned: '',
};

export function lettersState(store: Store): LettersState {
  const text = store.get(KEY);
  return {
    ...OFF,
    ...(text === null ? {} : (JSON.parse(text) as Partial<LettersState>)),
    stopped: isStopped(store),
  };
}

/** The stop switch alone. */
export function isStopped(store: Store): boolean {
  return store.get(STOP_KEY) !== null;
}

export function keepStopped(store: Store, stopped: boolean): void {
  store.set(STOP_KEY, stopped ? 'да' : null);
}

/** Changes some of it; the stop switch is not among it. */
export function keepLetters(
  store: Store,
  now: LettersState,
  change: Partial<Omit<LettersState, 'stopped'>>,
): void {
  const { stopped: _, ...kept } = { ...now, ...change };
  store.set(KEY, JSON.stringify(kept));
}

/** Whether the daily run came lately. @param now `yyyy-mm-dd hh:mm` */
export function isRunning({ owner, seen }: LettersState, now: string): boolean {
  return owner !== '' && hoursBetween(seen, now) <= SILENT_HOURS;
}

/** Another workbook than the one for which the letters were switched on: a copy. */
export function isCopy({ book }: LettersState, ports: Pick<Ports, 'workbook'>): boolean {
  return book !== '' && book !== ports.workbook.id();
}

function hoursBetween(from: string, to: string): number {
  const hours = (moment: string) => Number(moment.slice(11, 13)) + Number(moment.slice(14, 16)) / 60;
  return daysBetween(from.slice(0, 10), to.slice(0, 10)) * 24 + hours(to) - hours(from);
}
