import { button, element } from '../element';

interface BannerAct {
  readonly caption: string;
  readonly help?: string;
  act(): void;
}

/** A strip under the menus that stays until what it says is over. One a reason. */
export class Banners {
  readonly element = element('div', { class: 'banners', role: 'status', 'aria-live': 'polite' });
  private readonly shown = new Map<string, { readonly box: HTMLElement; readonly text: string }>();

  show(reason: string, text: string, acts: readonly BannerAct[] = [], tone: 'warn' | 'info' = 'warn'): void {
    const had = this.shown.get(reason);
    if (had?.text === text) return;
    const box = element('div', { class: `banner ${tone}` }, element('p', {}, text));
    for (const { caption, help, act } of acts)
      box.append(button(caption, act, { title: help }), ...(help ? [element('small', {}, help)] : []));
    if (had) had.box.replaceWith(box);
    else this.element.append(box);
    this.shown.set(reason, { box, text });
  }

  hide(reason: string): void {
    this.shown.get(reason)?.box.remove();
    this.shown.delete(reason);
  }
}
