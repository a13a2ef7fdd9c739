import { type EnumValue, enumeration } from '../host/enums';
import type { HtmlOutputImpl } from './html';
import type { Answer, UiState } from './ui';

export interface MenuRecord {
  /** '' for the add-on's own menu. */
  readonly title: string;
  readonly addOn: boolean;
  readonly items: readonly MenuEntry[];
}

type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly menu: MenuRecord };

/** `SpreadsheetApp.getUi()`. */
export class UiImpl {
  static readonly api = 'Base.Ui';
  readonly #state: UiState;

  constructor(state: UiState) {
    this.#state = state;
  }

  createMenu(caption: string): MenuImpl {
    return new MenuImpl(this.#state, String(caption), false);
  }

  createAddonMenu(): MenuImpl {
    return new MenuImpl(this.#state, '', true);
  }

  alert(...args: readonly unknown[]): EnumValue {
    return enumeration('Base.Button')[this.#ask('alert', args).button];
  }

  prompt(...args: readonly unknown[]): PromptResponseImpl {
    return new PromptResponseImpl(this.#ask('prompt', args));
  }

  showModalDialog(html: HtmlOutputImpl, title: string): void {
    this.#state.show('modal', html, String(title));
  }

  showDialog(html: HtmlOutputImpl): void {
    this.#state.show('modal', html, html.getTitle());
  }

  showModelessDialog(html: HtmlOutputImpl, title: string): void {
    this.#state.show('modeless', html, String(title));
  }

  showSidebar(html: HtmlOutputImpl): void {
    this.#state.show('sidebar', html, html.getTitle());
  }

  /** (message), (message, buttons) or (title, message, buttons). */
  #ask(kind: 'alert' | 'prompt', args: readonly unknown[]): Answer {
    const title = args.length === 3 ? String(args[0]) : null;
    const message = String(args[args.length === 3 ? 1 : 0]);
    const byDefault = kind === 'prompt' ? 'OK_CANCEL' : 'OK';
    const buttons = args.length > 1 ? (args[args.length - 1] as EnumValue).name() : byDefault;
    return this.#state.ask({ kind, title, message, buttons });
  }
}

class MenuImpl {
  static readonly api = 'Base.Menu';
  readonly #state: UiState;
  readonly #record: { title: string; addOn: boolean; items: MenuEntry[] };

  constructor(state: UiState, title: string, addOn: boolean) {
    this.#state = state;
    this.#record = { title, addOn, items: [] };
  }

  addItem(caption: string, functionName: string): this {
    this.#record.items.push({ kind: 'item', caption: String(caption), functionName: String(functionName) });
    return this;
  }

  addSeparator(): this {
    this.#record.items.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: MenuImpl): this {
    this.#record.items.push({ kind: 'submenu', menu: menu.record });
    return this;
  }

  addToUi(): void {
    this.#state.addToMenus(this.record);
  }

  get record(): MenuRecord {
    return { ...this.#record, items: [...this.#record.items] };
  }
}

class PromptResponseImpl {
  static readonly api = 'Base.PromptResponse';
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  getResponseText(): string {
    return this.#answer.text;
  }

  getSelectedButton(): EnumValue {
    return enumeration('Base.Button')[this.#answer.button];
  }
}

export function menuOf(menus: readonly MenuRecord[], captions: readonly string[]): string | null {
  const [title, ...rest] = captions;
  const menu = menus.find((m) => m.title === title);
  if (!menu || rest.length === 0) return null;
  const item = menu.items.find((e) => e.kind === 'item' && e.caption === rest[0]);
  if (rest.length === 1) return item?.kind === 'item' ? item.functionName : null;
  const inner = menu.items.flatMap((e) => (e.kind === 'submenu' ? [e.menu] : []));
  return menuOf(inner, rest);
}
