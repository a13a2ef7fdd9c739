import type { Answer } from '../services/ui';
import type { BookEvent, QuestionView, Reply, Request } from './protocol';

/** What the thread of the server and the thread of the book say to each other. */
export interface BookThreadOptions {
  readonly folder: string;
  readonly today?: string;
  readonly user?: string;
  /** Token of the lock of the folder: this process holds it, whichever of its threads has the book. */
  readonly lock: string;
  readonly memory: SharedArrayBuffer;
}

/** A file of the page: `['documents', name]`, `['outbox', name]`, `['outbox', name, '0']`, `['picture', tab, kind, '0']` … */
export interface FileAnswer {
  readonly type: string;
  /** Name for the download; null = shown in the page. */
  readonly name: string | null;
  readonly data: Uint8Array;
}

export type ToBook =
  | { readonly id: number; readonly kind: 'request'; readonly request: Request }
  | { readonly id: number; readonly kind: 'file'; readonly path: readonly string[] }
  | { readonly id: number; readonly kind: 'close' };

export type FromBook =
  | { readonly kind: 'open'; readonly boot: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'file'; readonly id: number; readonly file: FileAnswer | null }
  | { readonly kind: 'closed'; readonly id: number; readonly closed: Closed }
  | { readonly kind: 'event'; readonly window: string | null; readonly event: BookEvent }
  | { readonly kind: 'started'; readonly id: number }
  | { readonly kind: 'progress'; readonly trips: number; readonly last: string }
  | { readonly kind: 'ask'; readonly window: string; readonly question: QuestionView };

/** What the book has done while it was open. */
export interface Closed {
  readonly calls: Readonly<Record<string, number>>;
  readonly trips: number;
  readonly acts: number;
  readonly saves: number;
  readonly warnings: readonly string[];
}

const [STOP, ANSWERED, LENGTH] = [0, 1, 2];
const HEAD = 16;
const ROOM = 256 * 1024;

/** Memory that both threads see: a script that runs can be stopped, and can wait for an answer, only through it. */
export class SharedWord {
  readonly #flags: Int32Array;
  readonly #text: Uint8Array;

  constructor(readonly memory = new SharedArrayBuffer(HEAD + ROOM)) {
    this.#flags = new Int32Array(memory, 0, HEAD / 4);
    this.#text = new Uint8Array(memory, HEAD);
  }

  stop(asked: boolean): void {
    Atomics.store(this.#flags, STOP, asked ? 1 : 0);
  }

  get stopAsked(): boolean {
    return Atomics.load(this.#flags, STOP) === 1;
  }

  /** Before the question goes out. */
  expect(): void {
    Atomics.store(this.#flags, ANSWERED, 0);
  }

  /** Waits, on the thread of the book. */
  wait(): Answer {
    Atomics.wait(this.#flags, ANSWERED, 0);
    const length = Atomics.load(this.#flags, LENGTH);
    return JSON.parse(Buffer.from(this.#text.slice(0, length)).toString()) as Answer;
  }

  answer(answer: Answer): void {
    const bytes = Buffer.from(JSON.stringify(answer)).subarray(0, ROOM);
    this.#text.set(bytes);
    Atomics.store(this.#flags, LENGTH, bytes.length);
    Atomics.store(this.#flags, ANSWERED, 1);
    Atomics.notify(this.#flags, ANSWERED);
  }
}
