import { sendWords, waitingWords } from './letters-commands';
import { showHeartbeat } from './letters-heartbeat';
import { isCopy, keepLetters, lettersState } from './letters-state';
import { CONTINUE_HANDLER, DAILY_HANDLER } from './letters-switch';
import { sweepBook, sweptOn } from './nightly-sweep';
import { type Ports, Refusal } from './ports';
import { sendLetters } from './send-letters';

/** A sweep is not begun later than this: the letters need the rest of the run. */
const SWEEP_BY_SECONDS = 60;
/** What a run had no time for goes on so much later. */
const CONTINUE_MINUTES = 10;

/**
 * The daily run of the owner: the checks of the night where no sweep of their own did them, then the letters.
 * @param trigger id of the trigger that fired
 */
export function dailyRun(ports: Ports, trigger: string): void {
  const { automation, store, clock } = ports;
  const state = lettersState(store);
  if (trigger === '') return;
  if (state.trigger !== trigger) {
    // The owner has changed, or it was switched off by somebody else: one run a day is enough.
    automation.removeMine(DAILY_HANDLER);
    return;
  }
  if (!automation.isAuthorised()) {
    askForAccess(ports);
    return;
  }
  const faults: unknown[] = [];
  const words: string[] = [];
  if (!sweptOn(store, clock.today()) && clock.seconds() < SWEEP_BY_SECONDS)
    words.push(`проверка: ${attempt(faults, () => sweepBook(ports))}`);
  words.push(attempt(faults, () => lettersNow(ports)));
  finish(ports, words.join('; '));
  if (faults.length > 0) throw faults[0];
}

/** The one-off run that goes on with what the last one had no time for. */
export function continueLetters(ports: Ports, trigger: string): void {
  const { automation, store } = ports;
  automation.removeMine(CONTINUE_HANDLER);
  const state = lettersState(store);
  if (trigger === '' || state.next !== trigger) return;
  keepLetters(store, state, { next: '' });
  const faults: unknown[] = [];
  finish(
    ports,
    attempt(faults, () => lettersNow(ports)),
  );
  if (faults.length > 0) throw faults[0];
}

function lettersNow(ports: Ports): string {
  const state = lettersState(ports.store);
  if (isCopy(state, ports)) return 'это копия книги, письма не уходят';
  if (state.stopped) return 'отправка остановлена';
  if (!state.live) return waitingWords(ports);
  const outcome = sendLetters(ports);
  const words = sendWords(outcome);
  if (outcome.waiting.time === 0) return words;
  return `${words}; ${goOn(ports)}`;
}

/**
 * Google may refuse one more trigger (an add-on has one of a kind): the next daily run takes the rest up then.
 * @returns how it goes on, in words
 */
function goOn(ports: Ports): string {
  const { automation, store } = ports;
  automation.removeMine(CONTINUE_HANDLER);
  try {
    const next = automation.installOnce(CONTINUE_HANDLER, CONTINUE_MINUTES);
    keepLetters(store, lettersState(store), { next });
    return `продолжение через ${CONTINUE_MINUTES} мин.`;
  } catch (error) {
    return `остальные — со следующим ежедневным запуском, раньше не получится: ${(error as Error).message}`;
  }
}

/** One part of the run that fails does not stop the other; the fault is thrown at the end, into the log of executions. */
function attempt(faults: unknown[], work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.message.replace(/\s+/g, ' ').replace(/\.$/, '');
    faults.push(error);
    return 'прервано ошибкой, см. журнал запусков';
  }
}

function finish(ports: Ports, outcome: string): void {
  keepLetters(ports.store, lettersState(ports.store), { seen: ports.clock.now(), outcome });
  showHeartbeat(ports);
}

/** Missing access is told to the owner by a letter, where mail is still allowed, once a day; and on «Начало». */
function askForAccess(ports: Ports): void {
  const { automation, store, clock, mail } = ports;
  const state = lettersState(store);
  const faults: unknown[] = [];
  if (state.warned !== clock.today()) {
    keepLetters(store, state, { warned: clock.today(), outcome: 'нужно заново разрешить доступ' });
    attempt(faults, () => {
      const url = automation.authorisationUrl();
      const text = `Напоминания не работают: программе снова нужны ваши разрешения. Откройте ссылку и разрешите доступ:\n${url}`;
      mail.send({
        to: state.owner,
        subject: 'Наставничество: нужно заново разрешить доступ',
        text,
        html: '',
        senderName: 'Наставничество',
        replyTo: '',
        calendar: null,
      });
      return '';
    });
    attempt(faults, () => {
      showHeartbeat(ports);
      return '';
    });
  }
  if (faults.length > 0) throw faults[0];
}
