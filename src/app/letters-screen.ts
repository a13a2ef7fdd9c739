import { fitQuota } from '../domain/letters/fit-quota';
import { type LedgerEntry, unknownOf } from '../domain/letters/ledger';
import type { Letter, LetterBlock, Recipient, Unreachable } from '../domain/letters/letter';
import { messengerNotes } from '../domain/letters/messenger';
import { type LetterPlan, planLetters } from '../domain/letters/plan-letters';
import type { Registry } from '../domain/registry/workbook';
import type { WorkingCalendar } from '../domain/roadmap/working-calendar';
import { joinList } from '../domain/text/list';
import { counted } from '../domain/text/plural';
import { type LetterBook, letterBook } from './letter-book';
import { momentWords } from './letters-heartbeat';
import { isCopy, isRunning, type LettersState, lettersState, NOT_YET } from './letters-state';
import { isMine } from './letters-switch';
import type { Ports } from './ports';

/**
 * What the side bar «Напоминания» shows: `rpc('lettersScreen')`. Read only: the letters that would go out now, as they
 * would be, and what stands in their way.
 */
export interface LettersScreen {
  /**
   * `off`: no daily run; `dry`: it runs and only counts; `live`: letters leave; `stopped`: the stop switch is on;
   * `copy`: this is a copy of the workbook for which they were switched on.
   */
  readonly state: 'off' | 'dry' | 'live' | 'stopped' | 'copy';
  /** The mode in which letters leave, whatever the daily run does; the stop switch halts it. */
  readonly live: boolean;
  readonly owner: string;
  /** The daily run is the acting person's own. */
  readonly mine: boolean;
  /** False: no run for 36 hours. */
  readonly alive: boolean;
  /** `dd.mm.yyyy hh:mm` of the last run and how it went; ''. */
  readonly seen: string;
  readonly outcome: string;
  /** `yyyy-mm-dd` */
  readonly today: string;
  /** False on a day off on which nothing is sent. */
  readonly sendsToday: boolean;
  /** Letters that may still be sent today; null = could not be asked. */
  readonly quota: number | null;
  readonly letters: readonly ShownLetter[];
  /** Letters that do not fit into the quota and go with the next run. */
  readonly later: number;
  readonly unreachable: readonly (Unreachable & { readonly name: string })[];
  /** A run died between its intent and the result: whether they left is not known, and they are not sent again. */
  readonly unknown: readonly UnknownLetter[];
  readonly messengers: readonly MessengerText[];
  /** Years without holidays on «Календарь», obligations without dates: sentences for the person. */
  readonly notes: readonly string[];
}

export interface ShownLetter {
  readonly to: string;
  readonly as: readonly Recipient[];
  readonly subject: string;
  readonly content: readonly LetterBlock[];
  readonly items: number;
  readonly overdue: number;
}

export interface UnknownLetter {
  /** Identify it for `lettersSettle`. */
  readonly letter: string;
  readonly run: string;
  readonly to: string;
  /** `yyyy-mm-dd hh:mm` of the intent. */
  readonly at: string;
  readonly items: number;
}

/** For somebody whom mail does not reach: a text to copy and a number to call. */
export interface MessengerText {
  readonly organisation: string;
  /** Short name of the organisation. */
  readonly name: string;
  readonly phone: string;
  readonly text: string;
}

/** The letters of now and how they stand, without sending or writing anything. */
export function lettersScreen(ports: Ports): LettersScreen {
  const book = letterBook(ports);
  const { input, ledger } = book;
  const state = lettersState(ports.store);
  const plan = planLetters(input);
  const quota = quotaOf(ports);
  const fitted = quota === null ? { now: plan.letters, later: [] } : fitQuota(plan.letters, quota, input);
  const nameOf = (id: string) => input.contacts.organisations.get(id)?.name ?? id;
  return {
    state: kindOf(state, ports),
    live: state.live && !isCopy(state, ports),
    owner: state.owner,
    mine: isMine(ports, state),
    alive: isRunning(state, ports.clock.now()),
    seen: state.seen === '' || state.outcome === NOT_YET ? '' : momentWords(state.seen),
    outcome: state.outcome,
    today: input.today,
    sendsToday: !plan.waiting.dayOff,
    quota,
    letters: fitted.now.map(shownLetter),
    later: fitted.later.length,
    unreachable: plan.unreachable.map((one) => ({
      ...shownUnreachable(one),
      name: nameOf(one.organisation),
    })),
    unknown: unknownLetters(ledger.entries),
    messengers: messengerNotes(plan.unreachable, input).map(({ organisation, where, phone, text }) => ({
      organisation,
      name: where,
      phone,
      text,
    })),
    notes: notesOf(book, plan),
  };
}

/** Without the right to send the preview is shown all the same: the screen then says that the quota is not known. */
function quotaOf({ mail }: Ports): number | null {
  try {
    return mail.quota();
  } catch {
    return null;
  }
}

function kindOf(state: LettersState, ports: Ports): LettersScreen['state'] {
  if (isCopy(state, ports)) return 'copy';
  if (state.stopped) return 'stopped';
  if (state.owner === '') return 'off';
  return state.live ? 'live' : 'dry';
}

export function shownLetter({ to, as, subject, content, items }: Letter): ShownLetter {
  return {
    to,
    as,
    subject,
    content,
    items: items.length,
    overdue: items.filter(({ daysLeft }) => daysLeft < 0).length,
  };
}

/** Without the person's name, telephone and letter. */
export function shownUnreachable({ organisation, as, address, why, items }: Unreachable): Unreachable {
  return { organisation, as, address, why, items };
}

/** Rows of one letter together. */
export function unknownLetters(entries: readonly LedgerEntry[]): UnknownLetter[] {
  const letters = new Map<string, { -readonly [K in keyof UnknownLetter]: UnknownLetter[K] }>();
  for (const { letter, run, to, intent } of unknownOf(entries, '')) {
    const key = `${letter}|${run}`;
    const known = letters.get(key);
    if (known) known.items++;
    else letters.set(key, { letter, run, to, at: intent, items: 1 });
  }
  return [...letters.values()];
}

function notesOf({ input, registry }: LetterBook, { waiting }: LetterPlan): string[] {
  const undated = input.obligations.filter((o) => o.open && o.due === '').length;
  return [
    ...planNotes(input.calendar, registry, input.today),
    ...(waiting.people > 0 && !waiting.dayOff
      ? [`Письмо сегодня уже получили: ${counted(waiting.people, ['адресат', 'адресата', 'адресатов'])}.`]
      : []),
    ...(undated > 0
      ? [
          `Без контрольной даты: ${counted(undated, ['дело', 'дела', 'дел'])}. Письма о них не уходят: впишите даты на вкладке «Дорожная карта».`,
        ]
      : []),
  ];
}

/**
 * What makes letters fewer or later than they should be, in sentences: no plan in the workbook, and years without holidays,
 * in which terms that fall on days off cannot be moved rightly.
 */
export function planNotes(calendar: WorkingCalendar, registry: Registry, today: string): string[] {
  const notes: string[] = [];
  const { tab, entries } = registry.tabs.roadmap;
  if (entries.length === 0)
    notes.push(
      `На вкладке «${tab.title}» нет мероприятий: напоминать не о чем. Выполните «Создать или обновить книгу» или «Импорт плана…».`,
    );
  const first = Number(today.slice(0, 4));
  const last = Math.max(Number(registry.settings.date('planEnd').slice(0, 4)), first);
  const years: string[] = [];
  for (let year = first; year <= last; year++) if (!calendar.knows(year)) years.push(String(year));
  if (years.length > 0)
    notes.push(
      `На вкладке «Календарь» нет праздников и переносов: ${joinList(years)} год. Выходными считаются только субботы и воскресенья.`,
    );
  return notes;
}

/** What a command of the panel answers: its words, and the screen anew. */
export function withScreen<T>(ports: Ports, words: string, outcome?: T) {
  return { words, outcome, screen: lettersScreen(ports) };
}
