import type { Settings } from '../domain/registry/settings';
import type { TabKey } from '../domain/registry/tab';
import { coordinatorOnly } from './access';
import { momentWords, showHeartbeat } from './letters-heartbeat';
import {
  isCopy,
  isRunning,
  keepLetters,
  keepStopped,
  type LettersState,
  lettersState,
  NOT_YET,
} from './letters-state';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';

/** Functions of src/main.ts that the clock calls. */
export const DAILY_HANDLER = 'dailyRun';
export const CONTINUE_HANDLER = 'continueLetters';

/** What a person may do with the daily letters; each is deliberate and said in words. */
export type Switch = 'on' | 'take-over' | 'off' | 'live' | 'dry' | 'resume';

export const isSwitch = (to: unknown): to is Switch => Object.keys(actions).some((known) => known === to);

/**
 * Switches the daily run and the letters. One owner on record: a second person is refused while the owner's run is alive;
 * taking over is a choice of its own, and the former owner's trigger then removes itself at its next run.
 * @returns what was done, in words
 * @throws Refusal
 */
export function switchLetters(ports: Ports, to: Switch): string {
  const settings = asCoordinator(ports);
  const done = ports.locks.alone(() => {
    const state = lettersState(ports.store);
    const words = actions[to](ports, state, settings);
    showHeartbeat(ports);
    return words;
  });
  if (done === null) throw new Refusal('Книга занята другим запуском. Повторите через минуту.');
  return done.result;
}

/**
 * The settings, for a command of the coordinator.
 * @throws Refusal for somebody who is known to be another
 */
export function asCoordinator(ports: Ports): Settings {
  const { registry } = readWorkbook(ports.workbook, new Set<TabKey>(['settings', 'curators']));
  coordinatorOnly(ports, registry);
  return registry.settings;
}

/** The stop switch asks for no lock: a run that is sending right now holds it, and looks at the switch between letters. */
export function stopLetters(ports: Ports): string {
  keepStopped(ports.store, true);
  showHeartbeat(ports);
  return 'Письма остановлены: ни одно не уйдёт, пока вы не возобновите отправку.';
}

const actions: Readonly<Record<Switch, (ports: Ports, state: LettersState, settings: Settings) => string>> = {
  on(ports, state, settings) {
    if (isRunning(state, ports.clock.now()) && !isCopy(state, ports) && !isMine(ports, state))
      throw new Refusal(
        `Напоминания уже ведёт ${state.owner}: последний запуск ${momentWords(state.seen)}. Второй ежедневный запуск дал бы письма дважды. Чтобы вести их самому, выберите «Перенять».`,
      );
    return install(ports, state, settings);
  },
  'take-over': install,
  // Somebody else's trigger is out of reach: it finds that it is not on record any more, and removes itself.
  off(ports, state) {
    ports.automation.removeMine(DAILY_HANDLER);
    ports.automation.removeMine(CONTINUE_HANDLER);
    keepLetters(ports.store, state, { owner: '', trigger: '', next: '', seen: '', outcome: '' });
    return 'Ежедневный запуск выключен: писем по часам больше не будет.';
  },
  live(ports, state) {
    refuseCopy(ports, state);
    keepLetters(ports.store, state, { live: true, book: ports.workbook.id() });
    return 'Отправка включена: письма уходят на самом деле.';
  },
  dry(ports, state) {
    keepLetters(ports.store, state, { live: false });
    return 'Пробный режим: письма готовятся и показываются, но не уходят.';
  },
  resume(ports, state) {
    refuseCopy(ports, state);
    keepStopped(ports.store, false);
    return state.live ? 'Отправка возобновлена.' : 'Остановка снята. Режим остаётся пробным.';
  },
};

function install(ports: Ports, state: LettersState, settings: Settings): string {
  const { automation, clock } = ports;
  const copy = isCopy(state, ports);
  automation.removeMine(DAILY_HANDLER);
  automation.removeMine(CONTINUE_HANDLER);
  const hour = Math.min(23, Math.max(0, Math.round(settings.number('sendHour'))));
  const trigger = automation.install(DAILY_HANDLER, hour, clock.zone());
  keepLetters(ports.store, state, {
    owner: ports.actor(),
    trigger,
    next: '',
    book: ports.workbook.id(),
    seen: clock.now(),
    outcome: NOT_YET,
    // A copy begins with the dry run, whatever its original did.
    live: copy ? false : state.live,
  });
  return `Напоминания включены: каждый день с ${hour}:00 до ${hour + 1}:00 от вашего имени. ${
    state.live && !copy
      ? 'Письма уходят.'
      : 'Режим пробный: письма только готовятся, отправку включают отдельно.'
  } Прежде чем уйти, передайте их другому.`;
}

function refuseCopy(ports: Ports, state: LettersState): void {
  if (isCopy(state, ports))
    throw new Refusal(
      'Это копия книги: письма ведёт её оригинал. Чтобы письма шли отсюда, сначала включите напоминания в этой книге.',
    );
}

/** The daily trigger on record is the acting person's own. */
export function isMine(ports: Ports, { trigger }: LettersState): boolean {
  return trigger !== '' && ports.automation.mine(DAILY_HANDLER).includes(trigger);
}
