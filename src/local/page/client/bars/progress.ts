import type { BookEvent } from '../../protocol';
import { button, element } from '../element';
import { words } from '../words/words';

type Busy = Extract<BookEvent, { readonly type: 'busy' }>;

/** A command usually stops at its next call of a service; after this long the book can be restarted instead. */
const PATIENCE_MS = 3000;
const TICK_MS = 1000;

/** What runs now, how long already, and the way to stop it. */
export class Progress {
  readonly element = element('div', { class: 'progress', hidden: true });
  private readonly text = element('p', { role: 'status', 'aria-live': 'polite' });
  private readonly count = element('p', { class: 'muted' });
  private readonly stop: HTMLButtonElement;
  private readonly force: HTMLButtonElement;
  private readonly warning = element('small', { hidden: true }, words.stopNowHelp);
  private busy: Busy | null = null;
  private since = 0;
  private clock = 0;
  private patience = 0;

  constructor(stop: (now: boolean) => void) {
    this.stop = button(words.stop, () => {
      stop(false);
      this.stop.textContent = words.stopping;
      this.patience = window.setTimeout(() => {
        this.force.hidden = false;
        this.warning.hidden = false;
      }, PATIENCE_MS);
    });
    this.force = button(words.stopNow, () => stop(true), { hidden: true, class: 'danger' });
    this.element.append(
      element('span', { class: 'spinner', 'aria-hidden': 'true' }),
      this.text,
      this.count,
      this.stop,
      this.force,
      this.warning,
    );
  }

  show(busy: Busy): void {
    if (!this.busy) this.clock = window.setInterval(() => this.draw(), TICK_MS);
    this.busy = busy;
    this.since = Date.now() - busy.ms;
    const what = words.acts[busy.what] ?? busy.what;
    const here = busy.asking ? words.asking(what) : words.running(what);
    const text = busy.mine ? here : words.runsElsewhere(what);
    if (this.text.textContent !== text) this.text.textContent = text;
    this.stop.hidden = !busy.mine;
    this.element.hidden = false;
    this.draw();
  }

  hide(): void {
    clearInterval(this.clock);
    clearTimeout(this.patience);
    this.busy = null;
    this.element.hidden = true;
    this.stop.textContent = words.stop;
    this.force.hidden = true;
    this.warning.hidden = true;
  }

  private draw(): void {
    if (!this.busy) return;
    const seconds = Math.round((Date.now() - this.since) / 1000);
    this.count.textContent = words.ranFor(seconds, this.busy.trips);
    this.count.title = this.busy.last;
  }
}
