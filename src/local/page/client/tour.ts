import type { BookView } from '../protocol';
import { button, element } from './element';
import { icon } from './icon';
import { recall, remember } from './memory';
import { words } from './words/words';
import './tour.css';

const KEY = 'page:tour';

interface TourDesk {
  /** Runs the menu item of this function, if the menus have one. */
  run(name: string): void;
  firstRecord(): void;
}

type Step = keyof BookView['steps'];

/** Three steps from the blank book to the first report; each ticks itself off. The card is the empty state of the book too. */
export class Tour {
  readonly element = element('section', { class: 'tour', 'aria-labelledby': 'tour-title', hidden: true });
  private steps: BookView['steps'] | null = null;
  private asked = false;

  constructor(private readonly desk: TourDesk) {}

  show(steps: BookView['steps']): void {
    const same = this.steps && STEPS.every((step) => this.steps?.[step] === steps[step]);
    this.steps = steps;
    if (same) return;
    const done = STEPS.every((step) => steps[step]);
    // A book that has its report does not greet; one that gets it while the card is open says so.
    const open = this.asked || (recall(KEY) === null && (!done || !this.element.hidden));
    this.element.hidden = !open;
    if (open) this.draw();
  }

  /** From the menu: also when all is done, and after it was closed. */
  open(): void {
    this.asked = true;
    remember(KEY, null);
    this.element.hidden = false;
    this.draw();
    this.element.querySelector<HTMLElement>('button')?.focus();
  }

  private close(): void {
    this.asked = false;
    this.element.hidden = true;
    remember(KEY, 'closed');
  }

  private draw(): void {
    const steps = this.steps;
    if (!steps) return;
    const next = STEPS.find((step) => !steps[step]);
    const focused = this.element.contains(document.activeElement);
    this.element.replaceChildren(
      element(
        'div',
        { class: 'tour-head' },
        element('h2', { id: 'tour-title' }, words.tourTitle),
        button(icon('close'), () => this.close(), {
          class: 'icon',
          'aria-label': words.close,
          title: words.close,
        }),
      ),
      element('ol', {}, ...STEPS.map((step) => this.line(step, steps[step], step === next))),
    );
    if (!next) this.element.append(element('p', { class: 'good' }, words.tourDone));
    if (focused) this.element.querySelector<HTMLElement>('button.main, button')?.focus();
  }

  private line(step: Step, done: boolean, next: boolean): HTMLElement {
    const { title, help, act } = words.tour[step];
    const line = element(
      'li',
      { class: done ? 'done' : '', 'aria-current': next ? 'step' : undefined },
      element('strong', {}, title),
    );
    if (done) line.append(element('span', { class: 'good' }, ' ', icon('done'), ` ${words.stepDone}`));
    if (next)
      line.append(
        element('p', {}, help),
        button(act, () => this.act(step), { class: 'main' }),
      );
    return line;
  }

  private act(step: Step): void {
    if (step === 'tabs') this.desk.run('setUpWorkbook');
    else if (step === 'records') this.desk.firstRecord();
    else this.desk.run('buildMonitoringReport');
  }
}

const STEPS: readonly Step[] = ['tabs', 'records', 'report'];
