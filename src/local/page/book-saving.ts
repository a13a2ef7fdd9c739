import { BookFileError } from '../files/book-error';
import { ChangedOutside, type Files, type Keeper } from './keeping/keeper';
import type { SaveView } from './protocol';

/** A save holds up the acts after it: the longer it takes, the longer a quiet moment is waited for. */
const QUIET_MS = 1_500;
const QUIET_SHARE = 10;
const MOST_QUIET_MS = 60_000;
/** What a full disk, or a file open in Excel, kept from the files is in the log; it is tried again. */
const AGAIN_MS = 15_000;

type Writer = (files: Files) => Promise<void>;

/** What saving needs of the book around it. */
interface Saved {
  /** Session.save with this writer. */
  write(writer: Writer): Promise<void>;
  /** Puts work behind the acts that wait. */
  later(work: () => Promise<void>): void;
  tell(save: SaveView): void;
}

/** When the files of an open book are written, and what is said of it. Files that are another program's are left alone. */
export class BookSaving {
  saves = 0;
  #view: SaveView = { state: 'saved', words: '', at: null };
  #quiet = QUIET_MS;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    readonly keeper: Keeper,
    readonly book: Saved,
  ) {}

  get view(): SaveView {
    return this.#view;
  }

  /** Something has changed: it is saved when nobody has acted for a moment. */
  waiting(): void {
    if (this.#view.state !== 'outside') this.#tell({ ...this.#view, state: 'waiting' });
    this.#later(this.#quiet);
  }

  async now(): Promise<void> {
    if (this.#view.state === 'outside') return;
    this.stop();
    this.#tell({ ...this.#view, state: 'saving', words: '' });
    const started = performance.now();
    await this.#attempt();
    this.#quiet = Math.min(MOST_QUIET_MS, Math.max(QUIET_MS, QUIET_SHARE * (performance.now() - started)));
    if (this.#view.state === 'failed') this.#later(AGAIN_MS);
  }

  /** What could not be written, in words; the book goes on. */
  failed(words: string): void {
    this.#tell({ ...this.#view, state: 'failed', words });
  }

  async lookOutside(): Promise<void> {
    if (this.#view.state === 'outside') return;
    const words = await this.keeper.changedOutside();
    if (words !== null) this.#tell({ ...this.#view, state: 'outside', words });
  }

  async takeOurs(): Promise<void> {
    await this.book.write((files) => this.keeper.takeOurs(files));
    this.done();
  }

  /** What was done here becomes a version; then the book is to be opened anew. */
  takeTheirs(): Promise<void> {
    return this.book.write((files) => this.keeper.takeTheirs(files));
  }

  /** The files hold what the book holds. */
  done(): void {
    this.#tell({ state: 'saved', words: '', at: Date.now() });
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #attempt(): Promise<void> {
    try {
      await this.book.write((files) => this.keeper.write(files));
      this.saves++;
      this.done();
    } catch (error) {
      if (error instanceof ChangedOutside)
        this.#tell({ ...this.#view, state: 'outside', words: error.message });
      else if (error instanceof BookFileError) this.failed(error.message);
      else {
        process.stderr.write(`Сбой при сохранении: ${(error as Error).stack}\n`);
        this.failed(faultWords(error));
      }
    }
  }

  #later(ms: number): void {
    this.stop();
    this.#timer = setTimeout(() => this.book.later(() => this.now()), ms);
  }

  #tell(save: SaveView): void {
    this.#view = save;
    this.book.tell(save);
  }
}

function faultWords(error: unknown): string {
  return `Сбой программы при сохранении (${(error as Error).message}). Сделанное записано в журнал и не пропадёт; перезапустите программу.`;
}
