/** The thread of the book: one act after another, so that two windows never write at once. */
import { parentPort, workerData } from 'node:worker_threads';
import { RefusedError } from '../command';
import { KeptBook } from './kept-book';
import type { Outside } from './live-run';
import { type BookThreadOptions, type FromBook, SharedWord, type ToBook } from './thread-messages';

const port = parentPort!;
const options = workerData as BookThreadOptions;
const shared = new SharedWord(options.memory);
const say = (message: FromBook) => port.postMessage(message);
let questions = 0;
let book: KeptBook | null = null;

const outside: Outside = {
  stopAsked: () => shared.stopAsked,
  progress: (trips, last) => say({ kind: 'progress', trips, last }),
  ask({ kind, title, message, buttons }) {
    shared.expect();
    const question = { id: ++questions, kind, title, message, buttons: buttons.split('_') };
    say({ kind: 'ask', window: book?.actor ?? '', question });
    return shared.wait();
  },
};

async function serve(message: ToBook): Promise<void> {
  if (!book) return;
  shared.stop(false);
  say({ kind: 'started', id: message.id });
  if (message.kind === 'request') {
    say({ kind: 'reply', id: message.id, reply: await book.request(message.request) });
  } else if (message.kind === 'file') {
    say({ kind: 'file', id: message.id, file: await book.file(message.path) });
  } else {
    say({ kind: 'closed', id: message.id, closed: await book.close() });
    port.close();
  }
}

async function start(): Promise<void> {
  try {
    book = await KeptBook.open(options, outside, (window, event) => say({ kind: 'event', window, event }));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    say({ kind: 'refused', words: error.message });
    port.close();
    return;
  }
  say({ kind: 'open', boot: book.boot });
  let last = Promise.resolve();
  port.on('message', (message: ToBook) => {
    last = last.then(() => serve(message));
  });
  book.onIdle = (work) => {
    last = last.then(work);
  };
}

await start();
