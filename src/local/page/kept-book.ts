import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BookFileError } from '../files/book-error';
import { BookSaving } from './book-saving';
import { type Files, type Keeper, openKeeper } from './keeping/keeper';
import { LiveBook, type Logged, type PageState } from './live-book';
import type { Outside } from './live-run';
import { look } from './look';
import { pageFile } from './page-files';
import { ActRefused } from './person-acts';
import type { Act, Area, BookEvent, BookView, ChangingAct, Reply, Request } from './protocol';
import type { BookThreadOptions, Closed, FileAnswer } from './thread-messages';

/** Ids of acts that are remembered, so that none is done twice. */
const MOST_ACTS = 500;
const LOOK_OUTSIDE_MS = 5_000;
const TICK_MS = 30_000;
type Tell = (window: string | null, event: BookEvent) => void;

interface KeptState extends PageState {
  readonly acts?: readonly string[];
}

/**
 * An open book and its files: every change is in the recovery log before it is answered, and in the files a little later.
 * What a killed program had done is done again from the log at the next opening.
 */
export class KeptBook {
  boot = randomUUID();
  /** How work is put behind the acts that wait. */
  onIdle: (work: () => Promise<void>) => void = (work) => void work();
  #live!: LiveBook;
  readonly #saving: BookSaving;
  #recovered = '';
  #ticked = 0;
  #acts = 0;
  readonly #replies = new Map<string, Reply | null>();
  readonly #clocks: NodeJS.Timeout[] = [];

  static async open(options: BookThreadOptions, outside: Outside, tell: Tell): Promise<KeptBook> {
    const keeper = await openKeeper(options.folder, { token: options.lock });
    try {
      const book = new KeptBook(options, outside, tell, keeper);
      await book.#openFirst();
      book.#watch();
      return book;
    } catch (error) {
      await keeper.close();
      throw error;
    }
  }

  private constructor(
    readonly options: BookThreadOptions,
    readonly outside: Outside,
    readonly tell: Tell,
    readonly keeper: Keeper,
  ) {
    this.#saving = new BookSaving(keeper, {
      write: (writer) => this.#write(writer),
      later: (work) => this.onIdle(work),
      tell: (save) => tell(null, { type: 'save', save }),
    });
  }

  /** The window that acts now. */
  get actor(): string {
    return this.#live.telling.actor;
  }

  async request({ window, act, at, seen }: Request): Promise<Reply> {
    try {
      if (isChanging(act)) return await this.#change(window, act, at ?? null, seen);
      return { ok: true, value: await this.#answer(window, act) } as Reply;
    } catch (error) {
      const why = error instanceof ActRefused || error instanceof BookFileError ? 'refused' : 'failed';
      return { ok: false, refused: (error as Error).message, why };
    }
  }

  async file(path: readonly string[]): Promise<FileAnswer | null> {
    if (path[0] !== 'workbook') return pageFile(this.#live, path);
    await this.#saving.now();
    const title = `${this.#live.spreadsheet.model.name || 'workbook'}.xlsx`;
    return { type: XLSX, name: title, data: await readFile(join(this.options.folder, 'workbook.xlsx')) };
  }

  async close(): Promise<Closed> {
    for (const clock of this.#clocks) clearInterval(clock);
    this.#saving.stop();
    if (this.#saving.view.state !== 'saved') await this.#saving.now();
    this.#saving.stop();
    await this.keeper.close();
    const { host } = this.#live.session;
    const { view, saves } = this.#saving;
    const warnings = view.state === 'saved' ? [] : [view.words];
    return { calls: host.calls, trips: host.trips(), acts: this.#acts, saves, warnings };
  }

  /** What cannot be done again must not keep the book shut: it is put aside, in a file that is named. */
  async #openFirst(): Promise<void> {
    const unsaved = this.keeper.unsaved as readonly Logged[];
    try {
      await this.#openLive(unsaved);
    } catch (error) {
      if (unsaved.length === 0) throw error;
      const aside = await this.keeper.setAside();
      await this.#openLive([]);
      this.#recovered = `Действия, которых нет в файлах книги, повторить не удалось: ${(error as Error).message}. Их запись осталась в файле «${aside}».`;
    }
  }

  /** @param unsaved what the log brings back */
  async #openLive(unsaved: readonly Logged[]): Promise<void> {
    const { folder, today, user } = this.options;
    const isNew = !existsSync(join(folder, 'workbook.xlsx'));
    this.#live = await LiveBook.open({ folder, isNew, today, user }, this.outside, this.tell);
    const kept = (this.#live.session.state.page ?? {}) as KeptState;
    this.#replies.clear();
    for (const id of kept.acts ?? []) this.#replies.set(id, null);
    this.#recovered = this.keeper.words;
    for (const logged of unsaved) this.#remember(logged.act.id, this.#live.replay(logged));
    // Time has gone on while nobody was there.
    if (unsaved.length > 0) this.#live.goOn(today ?? this.#live.state().today);
    this.#ticked = this.#live.session.host.clock.now();
    if (unsaved.length > 0) {
      this.#recovered = [this.#recovered, recoveredWords(unsaved.length)].filter(Boolean).join(' ');
      this.#saving.waiting();
    } else if (isNew) await this.#saving.now();
  }

  /** Another book stands behind the windows now: they open everything again. */
  async #reopen(): Promise<void> {
    await this.#openLive([]);
    this.boot = randomUUID();
    this.#saving.done();
    this.tell(null, { type: 'hello', boot: this.boot, seq: this.#live.telling.seq });
  }

  #watch(): void {
    const every = (ms: number, work: () => Promise<void>) =>
      this.#clocks.push(setInterval(() => this.onIdle(work), ms));
    every(LOOK_OUTSIDE_MS, () => this.#saving.lookOutside());
    every(TICK_MS, async () => {
      const logged = this.#live.tick(this.#ticked);
      this.#ticked = this.#live.session.host.clock.now();
      if (logged) this.#record(logged);
    });
  }

  async #change(
    window: string,
    asked: ChangingAct,
    selected: Area | null,
    seen: Request['seen'],
  ): Promise<Reply> {
    const known = this.#replies.get(asked.id);
    const seat = this.#live.seat(window);
    if (known !== undefined)
      return known ?? doneBefore(this.#live.telling.seq, seat.undo.view(seat.language), asked);
    const { moves } = this.#live;
    // Numbers of another opening of the book say nothing of this one.
    const since = seen?.boot === this.boot ? seen.seq : Number.POSITIVE_INFINITY;
    const act = moves.follow(asked, since);
    const at = selected && moves.followArea(selected, since);
    const { reply, logged } = this.#live.perform(seat, act, at);
    this.#ticked = this.#live.session.host.clock.now();
    this.#acts++;
    if (logged) this.#record(logged);
    // What a panel only reads may be read again; its answers are large.
    if (logged || act.kind !== 'call') this.#remember(act.id, reply);
    return reply;
  }

  /** What cannot be logged is done all the same, and is said: a full disk must not undo what a person sees. */
  #record(logged: Logged): void {
    this.#saving.waiting();
    try {
      this.keeper.record(logged);
    } catch (error) {
      if (!(error instanceof BookFileError)) throw error;
      this.#saving.failed(error.message);
    }
  }

  #remember(id: string, reply: Reply | null): void {
    this.#replies.set(id, reply);
    for (const old of this.#replies.keys()) {
      if (this.#replies.size <= MOST_ACTS) break;
      this.#replies.delete(old);
    }
  }

  async #answer(window: string, act: Exclude<Act, ChangingAct>): Promise<unknown> {
    const seat = this.#live.seat(window);
    switch (act.kind) {
      case 'open':
      case 'actAs':
        seat.language = act.language;
        if (act.user !== undefined) seat.user = act.user.trim().toLowerCase();
        return { ...this.#live.open(seat), ...this.#ofFiles() };
      case 'save':
        await this.#saving.now();
        return this.#saving.view;
      case 'versions':
        return this.keeper.versions();
      case 'restore':
        await this.#saving.now();
        await this.keeper.restore(act.version);
        await this.#reopen();
        return null;
      case 'forget':
        return this.keeper.forget();
      case 'outside':
        if (act.take === 'ours') await this.#saving.takeOurs();
        else {
          await this.#saving.takeTheirs();
          await this.#reopen();
        }
        return null;
      case 'answer':
      case 'stop':
        // Answered by the thread of the server: this one may be busy with what they are about.
        return null;
      default:
        return look(this.#live, seat, act);
    }
  }

  #ofFiles(): Pick<BookView, 'folder' | 'save' | 'recovered'> {
    return { folder: this.options.folder, save: this.#saving.view, recovered: this.#recovered };
  }

  #write(writer: (files: Files) => Promise<void>): Promise<void> {
    const { session } = this.#live;
    const acts = [...this.#replies.keys()].slice(-MOST_ACTS);
    session.state.page = { ...this.#live.state(), acts } satisfies KeptState;
    return session.save(this.options.folder, writer);
  }
}

/** Acts of a person or for one; an `id` alone does not make an act a change. */
const CHANGING: Readonly<Record<ChangingAct['kind'], true>> = {
  edit: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  resize: true,
  undo: true,
  redo: true,
  run: true,
  call: true,
  today: true,
};

function isChanging(act: Act): act is ChangingAct {
  return Object.hasOwn(CHANGING, act.kind);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function doneBefore(seq: number, undo: BookView['undo'], act: ChangingAct): Reply {
  if (act.kind === 'call')
    return { ok: false, refused: 'Команда уже выполнена до перезапуска программы.', why: 'restarted' };
  return { ok: true, value: { seq, undo, area: null, fired: [] } } as Reply;
}

function recoveredWords(acts: number): string {
  return `Программа была прервана: восстановлено действий из журнала — ${acts}.`;
}
