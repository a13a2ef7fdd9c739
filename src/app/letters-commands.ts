import { foldAddress, outcomeOf, unknownOf } from '../domain/letters/ledger';
import { planLetters } from '../domain/letters/plan-letters';
import { counted, type PluralForms } from '../domain/text/plural';
import { coordinatorOnly } from './access';
import { readLedgerTab, type Settled, settleRows } from './ledger-rows';
import { letterBook, outgoing } from './letter-book';
import { asCoordinator } from './letters-switch';
import { type Ports, Refusal } from './ports';
import type { SendOutcome } from './send-letters';

const LETTERS: PluralForms = ['письмо', 'письма', 'писем'];
const TRIAL = '[Пробное]';

/** «Отправить мне пробное»: the letter that would go to this address goes to the acting person; the ledger knows nothing of it. */
export function sendTrial(ports: Ports, to: string): string {
  const me = ports.actor();
  if (!me.includes('@'))
    throw new Refusal('Google не сообщил ваш адрес, поэтому пробное письмо отправить некуда.');
  const { input, registry } = letterBook(ports);
  coordinatorOnly(ports, registry);
  const letter = planLetters(input).letters.find((l) => l.to === foldAddress(to));
  if (!letter) throw new Refusal(`Письма на адрес ${to} сейчас нет: обновите предпросмотр.`);
  const mail = outgoing(letter, registry);
  ports.mail.send({ ...mail, to: me, subject: `${TRIAL} ${mail.subject}` });
  return `Пробное письмо отправлено на ${me}.`;
}

/**
 * What really became of a letter that a dead run left unknown, as a person found out: sent, so that it is never told
 * again; or not sent, so that the next run tells it.
 */
export function settleUnknown(
  ports: Ports,
  { letter, run, as }: { readonly letter: string; readonly run: string; readonly as: string },
): string {
  if (as !== 'отправлено' && as !== 'не отправлено')
    throw new Refusal(`Ответ «${as}» не известен: «отправлено» или «не отправлено».`);
  asCoordinator(ports);
  const note = `решил ${ports.actor()}`;
  const changed = settled(ports, (entry, unknown) =>
    entry.letter === letter && entry.run === run && unknown ? { result: as, note } : null,
  );
  if (changed === 0) throw new Refusal('Этого письма среди неизвестных уже нет: обновите панель.');
  return as === 'отправлено'
    ? 'Отмечено как отправленное: повторно оно не уйдёт.'
    : 'Отмечено как неотправленное: оно уйдёт при следующем запуске.';
}

/** A person says that mail to the address does not arrive: nothing more is sent there, and it moves to the phone list. */
export function markUndelivered(ports: Ports, address: string): string {
  asCoordinator(ports);
  const wanted = foldAddress(address);
  const note = `отметил ${ports.actor()}`;
  const changed = settled(ports, (entry) =>
    entry.to === wanted && outcomeOf(entry) === 'отправлено' ? { result: 'не дошло', note } : null,
  );
  if (changed === 0)
    throw new Refusal(
      `На адрес ${address} писем ещё не отправляли. Если он неверен, исправьте его в реестре.`,
    );
  return `Писем на ${address} больше не будет, пока в реестре не появится другой адрес.`;
}

function settled(
  ports: Ports,
  decide: (
    entry: Parameters<typeof outcomeOf>[0],
    unknown: boolean,
  ) => { readonly result: Settled['result']; readonly note: string } | null,
): number {
  const done = ports.locks.alone(() => {
    const unknown = new Set(unknownOf(readLedgerTab(ports).entries, '').map(({ row }) => row));
    const when = ports.clock.now();
    let count = 0;
    settleRows(ports, (entry) => {
      const decision = decide(entry, unknown.has(entry.row));
      if (decision === null) return undefined;
      count++;
      return { ...decision, when };
    });
    return count;
  });
  if (done === null) throw new Refusal('Книга занята другим запуском. Повторите через минуту.');
  return done.result;
}

/** «отправлено 5 писем; 2 письма ждут: суточный лимит» */
export function sendWords({ sent, refused, failed, unknown, notNeeded, waiting }: SendOutcome): string {
  const parts = [sent === 0 ? 'писем не отправлено' : `отправлено ${counted(sent, LETTERS)}`];
  const add = (n: number, words: string) => {
    if (n > 0) parts.push(`${counted(n, LETTERS)} — ${words}`);
  };
  add(refused, 'адрес не принят почтой');
  add(failed, 'не принято почтой');
  add(unknown, 'неизвестно, ушло ли');
  add(notNeeded, 'к моменту отправки всё сделано');
  add(waiting.quota, 'не поместилось в суточный лимит');
  add(waiting.time, 'не хватило времени');
  add(waiting.stopped, 'отправку остановили');
  return parts.join('; ');
}

/** What the daily run of the dry mode says: «пробный режим: готово 5 писем, ни одно не ушло». */
export function waitingWords(ports: Ports): string {
  const { letters } = planLetters(letterBook(ports).input);
  return letters.length === 0
    ? 'пробный режим: писать сегодня некому'
    : `пробный режим: готово ${counted(letters.length, LETTERS)}, ничего не ушло`;
}
