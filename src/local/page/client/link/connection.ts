import type { Act, Area, BookEvent, ChangingAct, Reply, Results, Seen } from '../../protocol';
import { type Entry, Pending } from './pending';
import { Expired, given, Lost, post, Refused } from './post';

export interface Listener {
  event(event: BookEvent): void;
  /** `waiting`: acts that are kept here and not answered. */
  state(online: boolean, waiting: number): void;
  /** An act of this window from before a reload of the page was done now, or refused. */
  resent(act: ChangingAct, reply: Reply): void;
  /** The address of the page is not valid any more. */
  expired(): void;
}

const RETRY_MS = [500, 1000, 2000, 4000] as const;
/** An act that ends every book it reaches is told about, not sent for ever. */
const TRIES = 3;
/** A question waits for a book that is being opened. */
const ASKED = 120;

/**
 * The one way to the server. Edits and other acts that change the book go one after another, and are kept until they are
 * answered; questions go beside them.
 */
export class Connection {
  private readonly pending: Pending;
  private readonly answers = new Map<Entry, (reply: Reply) => void>();
  private readonly quiet: (() => void)[] = [];
  private readonly back: (() => void)[] = [];
  private online = true;
  /** The book knows this window and whom it acts as: what is kept can be sent. */
  private opened = false;
  private sending = false;
  private stopped = false;
  private tries = 0;
  private failures = 0;
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly windowId: string,
    private readonly listener: Listener,
  ) {
    this.pending = new Pending(windowId);
  }

  get connected(): boolean {
    return this.online;
  }

  start(): void {
    addEventListener('online', () => this.soon());
    this.listen();
  }

  /** The view of the book is here, from the server that answers now. */
  resume(): void {
    this.opened = true;
    void this.send();
  }

  /** A question: an answer that was lost is asked for again when the connection is back. @throws Refused */
  async ask<K extends Act['kind']>(act: Act & { kind: K }, at?: Area): Promise<Results[K]> {
    let tries = 0;
    for (;;) {
      if (!this.online) await new Promise<void>((resolve) => this.back.push(resolve));
      try {
        const reply = await post(this.windowId, act, at);
        if (reply.ok || reply.why !== 'restarted' || ++tries >= ASKED) return given<K>(reply);
        await moment();
      } catch (error) {
        if (error instanceof Refused) throw error;
        this.fail(error);
      }
    }
  }

  /** After everything that was typed before it; it does not hold up what is typed after it. @throws Refused */
  async askAfterEdits<K extends Act['kind']>(act: Act & { kind: K }, at?: Area): Promise<Results[K]> {
    if (!this.opened || this.pending.count > 0)
      await new Promise<void>((resolve) => this.quiet.push(resolve));
    return this.ask<K>(act, at);
  }

  /**
   * A change of the book, in order; kept until it is answered.
   * @param seen the moment that the rows of the act are counted in, for acts that name rows
   * @throws Refused
   */
  async change<K extends ChangingAct['kind']>(
    act: ChangingAct & { kind: K },
    at?: Area,
    seen?: Seen,
  ): Promise<Results[K]> {
    const entry: Entry = { act, at, seen };
    const reply = new Promise<Reply>((resolve) => this.answers.set(entry, resolve));
    this.pending.add(entry);
    this.tell();
    void this.send();
    return given<K>(await reply);
  }

  private async send(): Promise<void> {
    if (this.sending || !this.opened) return;
    this.sending = true;
    try {
      for (let entry = this.pending.first; entry && this.online; entry = this.pending.first) {
        const reply = await post(this.windowId, entry.act, entry.at, entry.seen);
        if (!reply.ok && reply.why === 'restarted' && entry.act.kind !== 'run' && ++this.tries < TRIES) {
          await moment();
          continue;
        }
        this.tries = 0;
        this.pending.drop(entry);
        this.settle(entry, reply);
        this.tell();
      }
      if (this.pending.count === 0) for (const go of this.quiet.splice(0)) go();
    } catch (error) {
      this.fail(error);
    } finally {
      this.sending = false;
    }
  }

  private settle(entry: Entry, reply: Reply): void {
    const answer = this.answers.get(entry);
    this.answers.delete(entry);
    if (answer) answer(reply);
    else this.listener.resent(entry.act, reply);
  }

  private fail(error: unknown): void {
    if (error instanceof Expired) {
      this.stopped = true;
      this.source?.close();
      this.setOnline(false);
      this.listener.expired();
      return;
    }
    if (!(error instanceof Lost)) throw error;
    this.setOnline(false);
    this.again();
  }

  private setOnline(online: boolean): void {
    if (this.online === online) return;
    this.online = online;
    this.tell();
    if (!online) this.opened = false;
    else for (const go of this.back.splice(0)) go();
  }

  private tell(): void {
    this.listener.state(this.online, this.pending.count);
  }

  private listen(): void {
    const lost = () => {
      if (this.source !== source) return;
      this.setOnline(false);
      this.again();
    };
    const source = new EventSource(`/api/events?window=${encodeURIComponent(this.windowId)}`);
    this.source = source;
    source.onmessage = ({ data }) => {
      const event = JSON.parse(String(data)) as BookEvent;
      // The server is there, its book is not yet.
      if (event.type === 'hello' && event.boot === '') return lost();
      // Perhaps another book, or the same one after a restart: what is kept waits until `resume`.
      if (event.type === 'hello') this.opened = false;
      this.listener.event(event);
      if (event.type !== 'hello') return;
      this.failures = 0;
      this.setOnline(true);
    };
    source.onerror = lost;
  }

  /** Opens the events anew in a moment. An answer that is no stream shows its reason only to a POST. */
  private again(): void {
    const refused = this.source?.readyState === EventSource.CLOSED;
    this.source?.close();
    if (!this.source || this.stopped) return;
    this.source = null;
    const wait = RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)];
    this.retry = setTimeout(() => {
      this.retry = undefined;
      if (this.stopped) return;
      if (refused) post(this.windowId, { kind: 'runs' }).catch((error) => this.probe(error));
      this.listen();
    }, wait);
  }

  /** The network is back: nothing is waited for. */
  private soon(): void {
    if (this.online || this.stopped || !this.retry) return;
    clearTimeout(this.retry);
    this.retry = undefined;
    this.listen();
  }

  private probe(error: unknown): void {
    if (error instanceof Expired) this.fail(error);
  }
}

/** The book comes back from its log. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, RETRY_MS[0]));
}
