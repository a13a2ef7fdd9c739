import { element } from '../element';
import { icon } from '../icon';
import './menu.css';
import { byLetter, step } from './roving';

/** A line of a menu of the page. */
export type MenuLine =
  | {
      readonly kind: 'item';
      readonly caption: string;
      /** The keys that do the same, as people write them. */
      readonly keys?: string;
      readonly disabled?: boolean;
      readonly checked?: boolean;
      act(): void;
    }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly caption: string; readonly lines: readonly MenuLine[] };

export interface MenuPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface MenuOptions {
  readonly label: string;
  /** Gets the focus back when the menu is left without a choice. */
  readonly back: () => void;
  /** Where the focus goes after a choice, before it is carried out; absent = back. */
  readonly chosen?: () => void;
  /** The arrows left and right at the edge: the next menu of the bar. */
  readonly sideways?: (by: 1 | -1) => void;
  readonly closed?: () => void;
  readonly from?: 'first' | 'last';
}

const EDGE = 4;
let root: Menu | null = null;

/** One menu is open at a time, with the submenus that lead on from it. */
export function openMenu(lines: readonly MenuLine[], place: MenuPlace, options: MenuOptions): void {
  closeMenus();
  root = new Menu(lines, options, null);
  root.place(place, false);
  root.focus(options.from === 'last' ? -1 : 0);
}

export function closeMenus(): void {
  const closing = root;
  root = null;
  closing?.remove();
}

class Menu {
  private readonly list: HTMLElement;
  private readonly items: HTMLButtonElement[] = [];
  private child: Menu | null = null;

  constructor(
    lines: readonly MenuLine[],
    private readonly options: MenuOptions,
    private readonly above: Menu | null,
  ) {
    this.list = element('div', { class: 'page-menu', role: 'menu', 'aria-label': options.label });
    for (const line of lines) this.list.append(this.line(line));
    this.list.addEventListener('keydown', (event) => this.key(event));
    this.list.addEventListener('contextmenu', (event) => event.preventDefault());
    document.body.append(this.list);
  }

  /** Below or beside the place, inside the window. */
  place(at: MenuPlace, beside: boolean): void {
    const { offsetWidth: width, offsetHeight: height } = this.list;
    let left = beside ? at.right - EDGE : at.left;
    if (left + width > innerWidth - EDGE) left = beside ? at.left - width + EDGE : innerWidth - width - EDGE;
    // No room on either side, on a phone: over the menu it came from, a little inside, so that one sees where one is.
    if (left < EDGE) left = Math.max(EDGE, innerWidth - width - EDGE);
    const top = beside ? at.top - EDGE : at.bottom;
    this.list.style.left = `${left}px`;
    this.list.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
  }

  focus(index: number): void {
    (index < 0 ? this.items.at(-1) : this.items[index])?.focus();
  }

  remove(): void {
    this.child?.remove();
    this.list.remove();
    if (!this.above) this.options.closed?.();
  }

  private line(line: MenuLine): HTMLElement {
    if (line.kind === 'separator') return element('div', { role: 'separator' });
    const checks = line.kind === 'item' && line.checked !== undefined;
    const item = element(
      'button',
      {
        type: 'button',
        role: checks ? 'menuitemcheckbox' : 'menuitem',
        tabindex: -1,
        'aria-checked': checks ? String(line.checked) : undefined,
        'aria-disabled': line.kind === 'item' && line.disabled ? 'true' : undefined,
        'aria-haspopup': line.kind === 'submenu' ? 'menu' : undefined,
        'aria-expanded': line.kind === 'submenu' ? 'false' : undefined,
      },
      element('span', { class: 'menu-caption' }, line.caption),
    );
    if (line.kind === 'submenu') {
      item.append(element('span', { class: 'menu-keys', 'aria-hidden': 'true' }, icon('more')));
      item.addEventListener('click', () => this.lead(item, line.caption, line.lines, true));
    } else {
      if (line.keys) item.append(element('span', { class: 'menu-keys', 'aria-hidden': 'true' }, line.keys));
      if (line.keys) item.setAttribute('aria-keyshortcuts', line.keys.replace('Ctrl', 'Control'));
      item.addEventListener('click', () => {
        if (line.disabled) return;
        closeMenus();
        this.home(true);
        line.act();
      });
    }
    item.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'mouse') return;
      item.focus();
      if (line.kind === 'submenu') this.lead(item, line.caption, line.lines, false);
      else this.fold();
    });
    this.items.push(item);
    return item;
  }

  private lead(item: HTMLElement, label: string, lines: readonly MenuLine[], enter: boolean): void {
    this.fold();
    item.setAttribute('aria-expanded', 'true');
    this.child = new Menu(lines, { ...this.options, label, back: () => item.focus() }, this);
    this.child.place(item.getBoundingClientRect(), true);
    if (enter) this.child.focus(0);
  }

  private fold(): void {
    this.child?.remove();
    this.child = null;
    for (const item of this.items)
      if (item.hasAttribute('aria-expanded')) item.setAttribute('aria-expanded', 'false');
  }

  private key(event: KeyboardEvent): void {
    const at = this.items.indexOf(document.activeElement as HTMLButtonElement);
    const { key } = event;
    const moved = step(key, at, this.items.length, 'vertical') ?? byLetter(event, this.items, at);
    if (moved !== null) this.items[moved]?.focus();
    else if (key === 'ArrowRight') {
      if (this.items[at]?.getAttribute('aria-haspopup')) this.items[at].click();
      else this.options.sideways?.(1);
    } else if (key === 'ArrowLeft') {
      if (this.above) this.leave();
      else this.options.sideways?.(-1);
    } else if (key === 'Escape') this.leave();
    else if (key === 'Tab') {
      closeMenus();
      this.home(false);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private home(chosen: boolean): void {
    if (this.above) this.above.home(chosen);
    else if (chosen && this.options.chosen) this.options.chosen();
    else this.options.back();
  }

  private leave(): void {
    if (this.above) this.above.fold();
    else closeMenus();
    this.options.back();
  }
}

addEventListener('pointerdown', ({ target }) => {
  if (!(target instanceof Element && target.closest('.page-menu, [aria-haspopup="menu"]'))) closeMenus();
});
// A click into a frame of the script takes the focus of the window away, and is no event here.
addEventListener('blur', closeMenus);
addEventListener('resize', closeMenus);
