import type { BookEvent, BookView, Seen, SheetChange, StylesView, StyleView, UndoView } from '../protocol';
import type { Connection } from './link/connection';
import { ofWindow, recall, remember } from './memory';
import { language } from './words/words';

const USER = 'page:user';

interface BookListener {
  /** Something of the view is another now. */
  view(view: BookView): void;
  /** Rows or the whole of a tab are others; kept until the tab shows them. */
  sheet(change: SheetChange): Promise<void>;
  /** Anything may be another: the book was restarted, or an event was missed. */
  everything(): Promise<void>;
}

/** The book as this window knows it, kept up to date by the events of the server, in their order. */
export class Book {
  private current: BookView | null = null;
  private styles: StyleView[] = [];
  private seq = 0;
  private boot = '';
  private shownMoment: Seen = { boot: '', seq: 0 };
  /** Events wait for the first view: what came before it may be in it, what comes after it is not. */
  private turn: Promise<void>;
  private opened = () => {};
  private waiting: { readonly seq: number; go(): void }[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly listener: BookListener,
  ) {
    this.turn = new Promise((resolve) => {
      this.opened = resolve;
    });
  }

  get view(): BookView | null {
    return this.current;
  }

  /** The event up to which everything is known. */
  get known(): number {
    return this.seq;
  }

  /** The moment of the book that is on the screen. */
  get seen(): Seen {
    return this.shownMoment;
  }

  style(index: number): StyleView {
    return this.styles[index] ?? {};
  }

  /** Asks for the view; the shown tab is asked for beside it. */
  async open(): Promise<BookView> {
    const user = recall(USER, ofWindow);
    return this.take(
      await this.connection.ask({ kind: 'open', language, ...(user === null ? {} : { user }) }),
    );
  }

  /** The window goes on as another person, after a reload or a restart of the program too. */
  become(view: BookView): void {
    remember(USER, view.user, ofWindow);
    this.take(view);
  }

  /** A view that came as an answer. */
  private take(view: BookView): BookView {
    this.current = view;
    this.reached(view.seq);
    this.listener.view(view);
    this.opened();
    this.connection.resume();
    return view;
  }

  addStyles({ from, list }: StylesView): void {
    list.forEach((style, i) => {
      this.styles[from + i] = style;
    });
  }

  /** Keeps the promise when what the act has changed is shown. */
  shown(seq: number): Promise<void> {
    if (seq <= this.seq) return Promise.resolve();
    return new Promise((go) => this.waiting.push({ seq, go }));
  }

  undo(undo: UndoView): void {
    this.change({ undo });
  }

  change(change: Partial<BookView>): void {
    if (!this.current) return;
    this.current = { ...this.current, ...change };
    this.listener.view(this.current);
  }

  event(event: BookEvent): void {
    if (event.type === 'save') this.change({ save: event.save });
    else if (event.type === 'menus') this.change({ menus: event.menus });
    else if (event.type === 'hello' || event.type === 'changes' || event.type === 'book')
      this.turn = this.turn.then(() => this.follow(event)).catch((error) => console.error(error));
  }

  private async follow(event: BookEvent): Promise<void> {
    if (event.type === 'hello') {
      const known = this.boot !== '';
      const other = known && this.boot !== event.boot;
      this.boot = event.boot;
      if (other) {
        this.styles = [];
        // Numbers of the old server: what they stand for is in the new view, or is sent again.
        this.reached(Number.POSITIVE_INFINITY);
      }
      if (other || (known && event.seq > this.seq)) await this.again();
      else {
        if (!known) this.drawn();
        this.connection.resume();
      }
      return;
    }
    if (event.type !== 'changes' && event.type !== 'book') return;
    // What was sent while the view was on its way is in it already.
    if (!this.current || event.seq <= this.seq) return;
    if (event.seq > this.seq + 1) return this.again();
    if (event.type === 'book') this.change(event.change);
    else {
      this.addStyles(event.styles);
      for (const change of event.sheets) await this.listener.sheet(change);
    }
    this.reached(event.seq);
    this.drawn();
  }

  private async again(): Promise<void> {
    await this.open();
    await this.listener.everything();
    this.drawn();
  }

  private drawn(): void {
    this.shownMoment = { boot: this.boot, seq: this.seq };
  }

  private reached(seq: number): void {
    this.seq = seq;
    const late = this.waiting.filter((one) => one.seq <= seq);
    this.waiting = this.waiting.filter((one) => one.seq > seq);
    for (const one of late) one.go();
  }
}
