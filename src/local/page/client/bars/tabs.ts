import type { SheetInfo } from '../../protocol';
import { button, element } from '../element';
import { icon } from '../icon';
import { openMenu } from '../menus/menu';
import { step } from '../menus/roving';
import { words } from '../words/words';

/** The tabs of the book: arrows walk them, Enter shows one; the hidden ones are in the menu of all tabs. */
export class Tabs {
  readonly element: HTMLElement;
  private readonly list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': words.tabs });
  private readonly all: HTMLButtonElement;
  private sheets: readonly SheetInfo[] = [];
  private active = -1;

  constructor(private readonly choose: (sheetId: number) => void) {
    this.all = button(icon('list'), () => this.openAll(), {
      class: 'icon',
      'aria-label': words.allTabs,
      title: words.allTabs,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    });
    this.element = element('nav', { class: 'tab-bar', 'aria-label': words.tabs }, this.all, this.list);
    this.list.addEventListener('keydown', (event) => this.key(event));
    // A wheel scrolls the tabs sideways.
    this.list.addEventListener(
      'wheel',
      ({ deltaX, deltaY }) => {
        this.list.scrollLeft += Math.abs(deltaY) > Math.abs(deltaX) ? deltaY : 0;
      },
      { passive: true },
    );
  }

  show(sheets: readonly SheetInfo[], active: number): void {
    if (sheets === this.sheets && active === this.active) return;
    const had = this.list.contains(document.activeElement);
    this.sheets = sheets;
    this.active = active;
    // A hidden tab that was opened from the menu is shown as long as one is on it.
    const seen = sheets.filter((one) => !one.hidden || one.id === active);
    const reachable = seen.some((one) => one.id === active) ? active : seen[0]?.id;
    this.list.replaceChildren(
      ...seen.map((sheet) => {
        const tab = button(sheet.name, () => this.choose(sheet.id), {
          role: 'tab',
          'aria-selected': String(sheet.id === active),
          'aria-controls': 'table',
          tabindex: sheet.id === reachable ? 0 : -1,
        });
        if (sheet.color) tab.style.setProperty('--tab', sheet.color);
        return tab;
      }),
    );
    const tab = this.list.querySelector<HTMLElement>('[aria-selected="true"]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (had) this.focus();
  }

  focus(): void {
    this.list.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private key(event: KeyboardEvent): void {
    const tabs = [...this.list.querySelectorAll<HTMLElement>('[role="tab"]')];
    const moved = step(event.key, tabs.indexOf(event.target as HTMLElement), tabs.length, 'horizontal');
    if (moved === null) return;
    event.preventDefault();
    tabs.forEach((tab, i) => {
      tab.tabIndex = i === moved ? 0 : -1;
    });
    tabs[moved]?.focus();
  }

  private openAll(): void {
    this.all.setAttribute('aria-expanded', 'true');
    openMenu(
      this.sheets.map((sheet) => ({
        kind: 'item',
        caption: sheet.hidden ? words.hiddenTab(sheet.name) : sheet.name,
        checked: sheet.id === this.active,
        act: () => this.choose(sheet.id),
      })),
      this.all.getBoundingClientRect(),
      {
        label: words.allTabs,
        back: () => this.all.focus(),
        closed: () => this.all.setAttribute('aria-expanded', 'false'),
      },
    );
  }
}
