import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { RefusedError } from '../command';
import type { BookEvent, QuestionView, Reply, Request } from './protocol';
import {
  type BookThreadOptions,
  type Closed,
  type FileAnswer,
  type FromBook,
  SharedWord,
  type ToBook,
} from './thread-messages';

type Tell = (window: string | null, event: BookEvent, except?: string) => void;

interface Waiting {
  readonly window: string;
  /** For the person: what runs. */
  readonly what: string;
  readonly request: Request | null;
  readonly resolve: (answer: unknown) => void;
}

interface Running {
  readonly id: number;
  readonly since: number;
  trips: number;
  last: string;
  question: { readonly window: string; readonly question: QuestionView } | null;
}

/** A command that takes longer is told of, and then again. */
const BUSY_MS = 400;

/** The book in its thread, as the server sees it. A thread that dies is replaced: the log brings its changes back. */
export class BookThread {
  boot = '';
  seq = 0;
  #worker!: Worker;
  #shared!: SharedWord;
  #next = 0;
  #running: Running | null = null;
  #closing = false;
  /** Acts that were stopped for good: sent again by a window, they are not done. */
  readonly #stopped = new Set<string>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #busy: NodeJS.Timeout;

  /** @throws RefusedError when the book cannot be opened */
  static async open(options: Omit<BookThreadOptions, 'memory'>, tell: Tell): Promise<BookThread> {
    const thread = new BookThread(options, tell);
    await thread.#start();
    return thread;
  }

  private constructor(
    readonly options: Omit<BookThreadOptions, 'memory'>,
    readonly tell: Tell,
  ) {
    this.#busy = setInterval(() => this.#tellBusy(), BUSY_MS / 2);
    this.#busy.unref();
  }

  async request(request: Request): Promise<Reply> {
    const { act } = request;
    if (act.kind === 'stop') return this.#stop(act.now);
    if (act.kind === 'answer') return this.#answer(act.question, act.button, act.text);
    if ('id' in act && this.#stopped.has(act.id)) return { ok: false, refused: '', why: 'stopped' };
    return (await this.#send({ kind: 'request', request }, request)) as Reply;
  }

  file(path: readonly string[]): Promise<FileAnswer | null> {
    return this.#send({ kind: 'file', path }, null) as Promise<FileAnswer | null>;
  }

  async close(): Promise<Closed> {
    this.#closing = true;
    clearInterval(this.#busy);
    // Nobody is there to answer any more.
    this.#giveUp(() => true);
    return (await this.#send({ kind: 'close' }, null)) as Closed;
  }

  /** The question that a window has not answered yet: it may have been reloaded. */
  questionFor(window: string): QuestionView | null {
    const asked = this.#running?.question;
    return asked?.window === window ? asked.question : null;
  }

  /** The window is gone: a question of it is closed, as by the × of its dialog. */
  leave(window: string): void {
    this.#giveUp((asked) => asked === window);
  }

  async #start(): Promise<void> {
    this.#shared = new SharedWord();
    const workerData: BookThreadOptions = { ...this.options, memory: this.#shared.memory };
    const worker = new Worker(join(dirname(process.argv[1]), 'book-worker.mjs'), { workerData });
    this.#worker = worker;
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromBook) => {
        if (message.kind === 'open') {
          this.boot = message.boot;
          resolve();
        } else if (message.kind === 'refused') reject(new RefusedError(message.words));
        else this.#heard(message);
      });
      worker.on('error', (error) => {
        process.stderr.write(`Сбой книги: ${error.stack ?? String(error)}\n`);
        reject(error);
      });
      worker.on('exit', () => {
        reject(new Error('The thread of the book has ended'));
        if (this.#worker === worker && !this.#closing) void this.#restart('restarted');
      });
    });
  }

  /** The thread is gone, or is sent away: what waited for it is told so, and a new one goes on from the log. */
  async #restart(why: 'restarted' | 'stopped'): Promise<void> {
    const left = [...this.#waiting];
    const running = this.#running?.id;
    this.#waiting.clear();
    this.#running = null;
    for (const [id, { request, resolve }] of left) {
      const act = request?.act;
      const isStopped = id === running && why === 'stopped';
      if (isStopped && act && 'id' in act) this.#stopped.add(act.id);
      resolve(request === null ? null : { ok: false, refused: '', why: isStopped ? 'stopped' : 'restarted' });
    }
    await this.#start();
    this.tell(null, { type: 'idle' });
    this.tell(null, { type: 'hello', boot: this.boot, seq: 0 });
  }

  #send(
    message:
      | { kind: 'request'; request: Request }
      | { kind: 'file'; path: readonly string[] }
      | { kind: 'close' },
    request: Request | null,
  ) {
    const id = ++this.#next;
    return new Promise((resolve) => {
      this.#waiting.set(id, {
        window: request?.window ?? '',
        what: request ? whatOf(request) : '',
        request,
        resolve,
      });
      this.#worker.postMessage({ ...message, id } as ToBook);
    });
  }

  #heard(message: Exclude<FromBook, { kind: 'open' | 'refused' }>): void {
    switch (message.kind) {
      case 'event':
        if ('seq' in message.event) this.seq = message.event.seq;
        if (message.event.type === 'hello') this.boot = message.event.boot;
        this.tell(message.window, message.event);
        return;
      case 'started':
        this.#running = { id: message.id, since: Date.now(), trips: 0, last: '', question: null };
        return;
      case 'progress':
        if (this.#running) Object.assign(this.#running, { trips: message.trips, last: message.last });
        return;
      case 'ask':
        if (this.#running) this.#running.question = message;
        this.tell(message.window, { type: 'ask', question: message.question });
        return;
      case 'reply':
        this.#settle(message.id, message.reply);
        return;
      case 'file':
        this.#settle(message.id, message.file);
        return;
      case 'closed':
        this.#settle(message.id, message.closed);
    }
  }

  #settle(id: number, answer: unknown): void {
    const wasLong = this.#running !== null && Date.now() - this.#running.since > BUSY_MS;
    this.#running = null;
    this.#waiting.get(id)?.resolve(answer);
    this.#waiting.delete(id);
    if (wasLong) this.tell(null, { type: 'idle' });
  }

  #answer(question: number, button: string, text: string): Reply {
    const asked = this.#running?.question;
    if (!asked || asked.question.id !== question)
      return { ok: false, refused: 'На этот вопрос уже ответили или команда закончилась.', why: 'refused' };
    this.#give(button, text);
    return { ok: true, value: null };
  }

  #give(button: string, text: string): void {
    const running = this.#running;
    if (!running?.question) return;
    const { window, question } = running.question;
    running.question = null;
    this.#shared.answer({ button, text });
    this.tell(window, { type: 'asked', question: question.id });
  }

  #giveUp(isGone: (window: string) => boolean): void {
    const asked = this.#running?.question;
    if (asked && isGone(asked.window)) this.#give('CLOSE', '');
  }

  async #stop(now: boolean): Promise<Reply> {
    if (!this.#running) return { ok: true, value: null };
    this.#shared.stop(true);
    this.#giveUp(() => true);
    if (now) {
      const worker = this.#worker;
      const restarted = this.#restart('stopped');
      await Promise.all([worker.terminate(), restarted]);
    }
    return { ok: true, value: null };
  }

  #tellBusy(): void {
    const running = this.#running;
    if (!running) return;
    const ms = Date.now() - running.since;
    const waiting = this.#waiting.get(running.id);
    if (ms < BUSY_MS || !waiting || waiting.what === '') return;
    const { trips, last, question } = running;
    const facts = {
      type: 'busy',
      what: waiting.what,
      ms,
      trips,
      last,
      asking: question !== null,
    } as const;
    this.tell(waiting.window, { ...facts, mine: true });
    this.tell(null, { ...facts, mine: false }, waiting.window);
  }
}

function whatOf({ act }: Request): string {
  if (act.kind === 'run') return act.caption;
  if (act.kind === 'call') return act.caption || act.function;
  return 'id' in act ? act.kind : '';
}
