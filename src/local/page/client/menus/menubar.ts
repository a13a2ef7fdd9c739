import { element } from '../element';
import { closeMenus, type MenuLine, openMenu } from './menu';
import { byLetter, step } from './roving';

export interface TopMenu {
  readonly caption: string;
  /** Made when the menu opens: what can be done depends on the moment. */
  lines(): readonly MenuLine[];
}

/** Below this width the menus are one button. */
const NARROW = matchMedia('(max-width: 720px)');

/** The bar of menus: the arrows walk it, Down, Enter or a letter opens. */
export class Menubar {
  readonly element: HTMLElement;
  private menus: readonly TopMenu[] = [];
  private buttons: HTMLButtonElement[] = [];

  constructor(
    label: string,
    private readonly collapsed: string,
    /** After a choice the focus is in the table again, as in Google Sheets. */
    private readonly chosen: () => void,
  ) {
    this.element = element('div', { class: 'menubar', role: 'menubar', 'aria-label': label });
    this.element.addEventListener('keydown', (event) => this.key(event));
    NARROW.addEventListener('change', () => this.draw());
  }

  show(menus: readonly TopMenu[]): void {
    this.menus = menus;
    this.draw();
  }

  focus(): void {
    (this.buttons.find((one) => one.tabIndex === 0) ?? this.buttons[0])?.focus();
  }

  private draw(): void {
    const had = this.element.contains(document.activeElement);
    this.buttons = [];
    for (const menu of this.shown()) {
      const top = element(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          'aria-haspopup': 'menu',
          'aria-expanded': 'false',
          tabindex: this.buttons.length === 0 ? 0 : -1,
        },
        menu.caption,
      );
      const index = this.buttons.push(top) - 1;
      top.addEventListener('click', () => {
        if (top.getAttribute('aria-expanded') === 'true') closeMenus();
        else this.open(index);
      });
      top.addEventListener('pointerenter', () => {
        const other = this.buttons.some((one) => one.getAttribute('aria-expanded') === 'true');
        if (other && top.getAttribute('aria-expanded') === 'false') this.open(index);
      });
    }
    this.element.replaceChildren(...this.buttons);
    if (had) this.focus();
  }

  private shown(): readonly TopMenu[] {
    if (!NARROW.matches) return this.menus;
    const lines = () =>
      this.menus.map((menu): MenuLine => ({ kind: 'submenu', caption: menu.caption, lines: menu.lines() }));
    return [{ caption: this.collapsed, lines }];
  }

  private open(index: number, from: 'first' | 'last' = 'first'): void {
    const top = this.buttons[index];
    const menu = this.shown()[index];
    if (!top || !menu) return;
    this.take(index);
    openMenu(menu.lines(), top.getBoundingClientRect(), {
      label: menu.caption,
      from,
      back: () => top.focus(),
      chosen: this.chosen,
      closed: () => top.setAttribute('aria-expanded', 'false'),
      sideways: (by) => this.open((index + by + this.buttons.length) % this.buttons.length),
    });
    top.setAttribute('aria-expanded', 'true');
  }

  private take(index: number): void {
    this.buttons.forEach((one, i) => {
      one.tabIndex = i === index ? 0 : -1;
    });
    this.buttons[index]?.focus();
  }

  private key(event: KeyboardEvent): void {
    const at = this.buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0) return;
    const moved = step(event.key, at, this.buttons.length, 'horizontal') ?? byLetter(event, this.buttons, at);
    if (moved !== null) this.take(moved);
    else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === ' ') this.open(at);
    else if (event.key === 'ArrowUp') this.open(at, 'last');
    else return;
    event.preventDefault();
  }
}
