import type { PageRecord, ToastRecord } from '../services/ui';
import type { LiveBook } from './live-book';
import type { BookEvent, BookView } from './protocol';
import { sheetInfo } from './sheet-views';
import { stepsOf } from './steps';

/** What the windows hear without asking: changes for all, numbered; toasts and pages for the one that acts. */
export class Telling {
  /** The window that acts now. */
  actor = '';
  #seq = 0;
  #announced = 0;
  #book = '';
  #shown = 0;
  readonly #pages = new Map<number, PageRecord>();

  /** @param tell to one window, or to all (null) */
  constructor(
    readonly live: LiveBook,
    readonly tell: (window: string | null, event: BookEvent) => void,
  ) {
    const { ui } = live.session.host;
    ui.onToast = (toast) => this.#toast(toast);
    ui.onShow = (page) => this.#show(page);
  }

  get seq(): number {
    return this.#seq;
  }

  to(window: string, event: BookEvent): void {
    if (window !== '') this.tell(window, event);
  }

  /** Everything that has changed since the last call. */
  all(): void {
    const { live } = this;
    const sheets = live.shadow.changes(live.spreadsheet.getSheets(), live.styles);
    if (sheets.length > 0) {
      const styles = live.styles.from(this.#announced);
      this.#announced = live.styles.size;
      this.tell(null, { type: 'changes', seq: ++this.#seq, styles, sheets });
    }
    const change = this.book();
    const text = JSON.stringify(change);
    if (text === this.#book) return;
    const isFirst = this.#book === '';
    this.#book = text;
    if (!isFirst) this.tell(null, { type: 'book', seq: ++this.#seq, change });
  }

  /** What all windows see alike beside the cells. */
  book(): Pick<BookView, 'sheets' | 'today' | 'moved' | 'steps'> {
    const { live } = this;
    return {
      sheets: live.spreadsheet.model.sheets.map(sheetInfo),
      today: live.today,
      moved: live.moved,
      steps: stepsOf(live.spreadsheet, live.session),
    };
  }

  /** The page behind `/frame/<id>`. */
  page(id: number): string | null {
    return this.#pages.get(id)?.content ?? null;
  }

  #toast({ title, message, seconds }: ToastRecord): void {
    this.to(this.actor, { type: 'toast', title, message, seconds });
  }

  #show(page: PageRecord): void {
    const id = ++this.#shown;
    this.#pages.set(id, page);
    // The pages that can still be on screen in some window.
    for (const old of this.#pages.keys()) if (old <= id - 50) this.#pages.delete(old);
    const { kind, title, width, height } = page;
    const shown = { id, kind, title, address: `/frame/${id}`, width, height };
    this.to(this.actor, { type: 'show', shown });
  }
}
