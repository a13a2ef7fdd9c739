import { fireOnOpen } from '../host/editor-events';
import { callFromPage } from '../host/script-run';
import { RangeImpl } from '../services/spreadsheet/range';
import { activeRange, select } from '../services/spreadsheet/selected-ranges';
import type { SpreadsheetImpl } from '../services/spreadsheet/spreadsheet';
import type { Answer } from '../services/ui';
import { openSession, type Session } from '../session';
import { StyleTable } from './cell-views';
import { dayOf, sameTimeOn } from './live-clock';
import { LiveRun, type Outside } from './live-run';
import { menuViews } from './menu-views';
import { passTime } from './pass-time';
import { peopleOf } from './people';
import {
  ActRefused,
  back,
  deleteRows,
  edit,
  insertRows,
  resize,
  rowsMoved,
  sheetOf,
  sort,
} from './person-acts';
import type { Area, BookView, ChangingAct, Language, Reply, RunView } from './protocol';
import { refusedReply } from './reply-words';
import { type Moved, RowMoves } from './row-moves';
import { errorOf, Meter, oneLine, RunHistory, whatOf } from './runs';
import { type Seat, Seats } from './seats';
import { Shadow } from './shadow';
import { Telling } from './telling';

/** A change as the recovery log keeps it: enough to do it again. */
export interface Logged {
  readonly act: ChangingAct;
  readonly window: string;
  readonly user: string;
  readonly language: Language;
  readonly at: Area | null;
  /** Milliseconds on the book's clock. */
  readonly time: number;
  readonly answers: readonly Answer[];
  /** Number of the call at which somebody stopped it. */
  readonly stoppedAt: number | null;
  /** Time has passed up to this moment by itself, and triggers ran; null = a person acted. */
  readonly until: number | null;
}

/** What of the page is kept in state.json. */
export interface PageState {
  /** Day on which a moved clock stands, `yyyy-mm-dd`. */
  readonly today?: string;
  readonly runs?: unknown;
}

export interface LiveBookOptions {
  /** The folder of the book; a new one is made from nothing. */
  readonly folder: string;
  readonly isNew: boolean;
  readonly today?: string;
  readonly user?: string;
}

/** Lines of the script's log that are kept. */
const MOST_LOGGED = 200;

/** The book while it is open: windows act on it one after another, and everybody hears what has changed. */
export class LiveBook {
  readonly session: Session;
  readonly runs: RunHistory;
  readonly styles = new StyleTable();
  readonly shadow = new Shadow();
  readonly telling: Telling;
  readonly moves = new RowMoves();
  /** Rows that the present act has moved. */
  #moving: Moved | null = null;
  readonly #live: LiveRun;
  readonly #seats: Seats;
  #moved = false;

  static async open(options: LiveBookOptions, outside: Outside, tell: Telling['tell']): Promise<LiveBook> {
    const live = new LiveRun(outside);
    const session = await openSession({
      ...(options.isNew ? {} : { book: options.folder }),
      folder: options.folder,
      user: options.user,
      onCall: live.observe,
    });
    return new LiveBook(session, live, options, tell);
  }

  private constructor(session: Session, live: LiveRun, options: LiveBookOptions, tell: Telling['tell']) {
    this.session = session;
    this.#live = live;
    this.telling = new Telling(this, tell);
    const state = (session.state.page ?? {}) as PageState;
    this.runs = new RunHistory(state.runs);
    this.#seats = new Seats(session.host.context.user);
    session.host.ui.asker = live.answer;
    this.goOn(options.today ?? state.today);
  }

  get spreadsheet(): SpreadsheetImpl {
    return this.session.host.spreadsheets.active()!;
  }

  get today(): string {
    const { clock, context } = this.session.host;
    return dayOf(clock.now(), context.timeZone);
  }

  /** What state.json keeps of the page. */
  state(): PageState {
    return { ...(this.#moved ? { today: this.today } : {}), runs: this.runs.list() };
  }

  seat(window: string): Seat {
    return this.#seats.of(window);
  }

  /** The person opens the document: the script makes its menu for them. */
  open(seat: Seat): Omit<BookView, 'folder' | 'save' | 'recovered'> {
    const { host } = this.session;
    this.#sit(seat, null);
    host.ui.menus.length = 0;
    this.#live.begin();
    fireOnOpen(host);
    this.telling.all();
    return {
      name: this.spreadsheet.model.name,
      ...this.telling.book(),
      activeSheetId: this.spreadsheet.model.activeSheetId,
      menus: menuViews(host.ui.menus),
      user: seat.user,
      people: peopleOf(this.spreadsheet, this.today, seat.language),
      undo: seat.undo.view(seat.language),
      seq: this.telling.seq,
    };
  }

  get moved(): boolean {
    return this.#moved;
  }

  /** @returns the reply, and what the log must keep: null when nothing has changed */
  perform(seat: Seat, act: ChangingAct, at: Area | null): { reply: Reply; logged: Logged | null } {
    const time = this.session.host.clock.now();
    this.#live.begin();
    const { reply, writes } = this.#do(seat, act, at);
    const { answers, stoppedAt } = this.#live;
    const { window, user, language } = seat;
    const by = { window, user, language, at, time };
    const logged = { act, ...by, answers: [...answers], stoppedAt, until: null };
    return { reply, logged: writes ? logged : null };
  }

  /** The clock goes on from this day, or from the machine's, at the machine's time of day. */
  goOn(today: string | undefined): void {
    const { clock, context } = this.session.host;
    const now = Date.now();
    this.#moved = today !== undefined && today !== dayOf(now, context.timeZone);
    clock.runFrom(today === undefined ? now : sameTimeOn(today, now, context.timeZone));
  }

  /** Does again what the log says was done, without anybody looking. */
  replay({ act, window, user, language, at, time, answers, stoppedAt, until }: Logged): Reply | null {
    const { clock } = this.session.host;
    const seat = Object.assign(this.seat(window), { user, language });
    clock.set(time);
    this.#live.beginReplay(answers, stoppedAt);
    const reply = until === null ? this.#do(seat, act, at).reply : null;
    if (until !== null) this.#pass(seat, until);
    return reply;
  }

  /** Triggers that have become due since a moment, while the book was open. */
  tick(since: number): Logged | null {
    const { host } = this.session;
    const seat = this.seat('');
    const until = host.clock.now();
    if (host.triggers.due(since, until).length === 0) return null;
    host.clock.set(since);
    this.#live.begin();
    this.#pass(seat, until);
    this.telling.all();
    const act = { kind: 'today', id: `tick-${until}`, date: this.today } as const;
    const { window, user, language } = seat;
    return { act, window, user, language, at: null, time: since, answers: [], stoppedAt: null, until };
  }

  #do(seat: Seat, act: ChangingAct, at: Area | null): { reply: Reply; writes: boolean } {
    const { host } = this.session;
    this.#sit(seat, at);
    this.#moving = null;
    const before = this.telling.seq;
    const meter = new Meter(host);
    const started = host.clock.now();
    let reply: Reply;
    let error = '';
    try {
      const { value, failed } = this.#work(seat, act);
      error = failed;
      reply = { ok: true, value } as Reply;
    } catch (thrown) {
      error = oneLine(thrown);
      reply = refusedReply(thrown, seat.language);
    }
    const { writes, ...cost } = meter.read();
    const byHand = !['run', 'call', 'today'].includes(act.kind);
    // What a person typed is in the cells: only the trigger after it was stopped.
    if (this.#live.stoppedAt !== null && !(byHand && reply.ok))
      reply = { ok: false, refused: '', why: 'stopped' };
    if ((byHand && reply.ok) || act.kind === 'run' || (act.kind === 'call' && writes))
      this.runs.add({ at: started, user: seat.user, ...whatOf(act), ...cost, error } satisfies RunView);
    this.telling.all();
    // The first event is that of the cells; with nobody looking there is none.
    const seq = Math.min(this.telling.seq, before + 1);
    const moved = this.#moving as Moved | null;
    if (moved && reply.ok) this.moves.add({ ...moved, seq });
    this.#forget();
    this.#toldSelection(seat, at);
    return {
      reply: withDone(reply, act, { seq: this.telling.seq, undo: seat.undo.view(seat.language) }),
      writes: writes || (byHand && reply.ok) || act.kind === 'today',
    };
  }

  #work(seat: Seat, act: ChangingAct): { value: object; failed: string } {
    const { host, project } = this.session;
    const { undo } = seat;
    switch (act.kind) {
      case 'edit':
        return { value: {}, failed: errorOf(edit(host, act, undo)) };
      case 'insertRows':
        return this.#move(seat, act.sheetId, act.row, act.count, () => insertRows(host, act, undo));
      case 'deleteRows':
        return this.#move(seat, act.sheetId, act.row, -act.count, () => deleteRows(host, act, undo));
      case 'sort':
        this.#moving = {
          sheetId: act.sheetId,
          row: sheetOf(host, act.sheetId).model.frozenRows,
          count: null,
        };
        return { value: {}, failed: errorOf(sort(host, act, undo)) };
      case 'resize':
        return { value: {}, failed: errorOf(resize(host, act)) };
      case 'undo':
      case 'redo': {
        const done = back(host, act.kind, undo);
        if (done) this.#shift(seat, done.step.sheetId, done.step.row, -rowsMoved(done.step));
        if (done?.step.kind === 'cells' && done.step.whole)
          this.#moving = { sheetId: done.step.sheetId, row: done.step.row, count: null };
        return { value: { area: done?.area ?? null }, failed: errorOf(done?.fired ?? []) };
      }
      case 'run':
        project.run(act.function);
        return { value: {}, failed: '' };
      case 'call':
        return { value: { value: callFromPage(project, act.function, act.args) }, failed: '' };
      case 'today':
        return this.#setDay(seat, act.date);
    }
  }

  /** Rows have come or gone: the steps of the other windows follow, and so does what is on its way from them. */
  #shift(seat: Seat, sheetId: number, row: number, count: number): void {
    this.#seats.shift(seat, sheetId, row, count);
    this.#moving = { sheetId, row, count };
  }

  #move(seat: Seat, sheetId: number, row: number, count: number, work: () => Parameters<typeof errorOf>[0]) {
    const failed = errorOf(work());
    this.#shift(seat, sheetId, row, count);
    return { value: {}, failed };
  }

  /** Forwards the triggers run that become due on the way; backwards only the day changes. */
  #setDay(seat: Seat, day: string): { value: object; failed: string } {
    const { clock, context } = this.session.host;
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
      throw new ActRefused(`Дата «${day}» не распознана.`);
    const target = sameTimeOn(day, clock.now(), context.timeZone);
    this.#moved = day !== dayOf(Date.now(), context.timeZone);
    const fired = target > clock.now() ? this.#pass(seat, target) : [];
    clock.runFrom(target);
    return { value: { fired }, failed: '' };
  }

  #pass(seat: Seat, until: number): RunView[] {
    const fired = passTime(this.session.host, until);
    this.runs.add(...fired);
    this.#sit(seat, null);
    return fired;
  }

  /** The host keeps all that was ever shown, for tests; a book that is open for days must not. */
  #forget(): void {
    const { ui, log } = this.session.host;
    for (const list of [ui.pages, ui.toasts, ui.questions]) list.length = 0;
    log.splice(0, log.length - MOST_LOGGED);
  }

  #sit(seat: Seat, at: Area | null): void {
    const { context } = this.session.host;
    context.user = seat.user;
    context.userLocale = seat.language;
    this.telling.actor = seat.window;
    const sheet = at ? this.spreadsheet.getSheetById(at.sheetId) : null;
    if (!at || !sheet) return;
    const { maxRows, maxColumns } = sheet.model;
    if (at.row + at.rows > maxRows || at.column + at.columns > maxColumns) return;
    select(sheet, [new RangeImpl(sheet, at.row, at.column, at.rows, at.columns)]);
  }

  /** A script has moved the selection: «Показать в таблице». */
  #toldSelection(seat: Seat, at: Area | null): void {
    if (!at) return;
    const now = activeRange(this.spreadsheet.activeSheet()).ref();
    const isSame =
      now.sheetId === at.sheetId &&
      now.row === at.row &&
      now.column === at.column &&
      now.rows === at.rows &&
      now.columns === at.columns;
    if (!isSame) this.telling.to(seat.window, { type: 'select', area: now });
  }
}

function withDone(reply: Reply, act: ChangingAct, done: { seq: number; undo: BookView['undo'] }): Reply {
  if (!reply.ok || act.kind === 'call') return reply;
  return { ok: true, value: { ...(reply.value as object), ...done } } as Reply;
}
