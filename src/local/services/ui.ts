import type { HostContext } from '../host/context';
import { fail } from '../host/errors';
import type { HtmlOutputImpl } from './html';
import { type MenuRecord, menuOf, UiImpl } from './ui-service';

export interface ToastRecord {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
  readonly time: number;
}

/** A question put to the person, and what was answered. */
export interface QuestionRecord {
  readonly kind: 'alert' | 'prompt';
  readonly title: string | null;
  readonly message: string;
  /** Keys of Base.ButtonSet: OK, OK_CANCEL, YES_NO, YES_NO_CANCEL. */
  readonly buttons: string;
  readonly answer: Answer;
}

export interface Answer {
  /** A key of Base.Button; CLOSE is the × of the window. */
  readonly button: string;
  /** What was typed into a prompt. */
  readonly text: string;
}

export interface PageRecord {
  readonly kind: 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  readonly content: string;
  /** Pixels; null where the page did not say. A side bar is always 300 wide. */
  readonly width: number | null;
  readonly height: number | null;
}

type QueuedAnswer =
  | string
  | Partial<Answer>
  | ((question: Omit<QuestionRecord, 'answer'>) => string | Partial<Answer>);

/** What scripts show in the editor: recorded, with the answers of the person taken from a queue. */
export class UiState {
  /** Menus in the order in which they were added; one with the same title replaces the older. */
  readonly menus: MenuRecord[] = [];
  readonly toasts: ToastRecord[] = [];
  readonly questions: QuestionRecord[] = [];
  /** Every page that was shown. */
  readonly pages: PageRecord[] = [];
  /** The page on screen: there is one side bar or dialog at a time. */
  open: PageRecord | null = null;
  /** false while nobody looks at the document: clock triggers, the command line without a person. */
  available = true;
  /** Called when alert or prompt suspends the script: its locks are dropped then. */
  onSuspend: () => void = () => undefined;
  /** Asked for the answer when none is queued: a person, who may take long. */
  asker: ((question: Omit<QuestionRecord, 'answer'>) => Partial<Answer>) | null = null;
  onToast: (toast: ToastRecord) => void = () => undefined;
  onShow: (page: PageRecord) => void = () => undefined;
  readonly #answers: QueuedAnswer[] = [];
  readonly #uis = new Map<string, UiImpl>();

  constructor(readonly context: HostContext) {}

  /**
   * Queues answers for the coming alerts and prompts: a button ("NO"), `{button: 'OK', text: 'typed'}`, or a function
   * of the question. Without one an alert is agreed to (OK or YES) and a prompt is closed.
   */
  answer(...answers: readonly QueuedAnswer[]): void {
    this.#answers.push(...answers);
  }

  /**
   * The Ui of an editor.
   * @param app the global that getUi was called on: SpreadsheetApp or DocumentApp
   * @throws `Cannot call SpreadsheetApp.getUi() from this context.` where nobody looks at the document
   */
  forContainer(app: string): UiImpl {
    if (!this.available || this.context.authMode === 'CUSTOM_FUNCTION')
      fail(`Cannot call ${app}.getUi() from this context.`);
    let ui = this.#uis.get(app);
    if (!ui) {
      ui = new UiImpl(this);
      this.#uis.set(app, ui);
    }
    return ui;
  }

  /** Spreadsheet.toast: 5 seconds unless said otherwise; a negative number stays until it is closed. */
  toast(message: string, title?: string | null, seconds?: number | null): void {
    const toast = {
      message: String(message),
      title: title ?? '',
      seconds: seconds ?? 5,
      time: this.context.clock.now(),
    };
    this.toasts.push(toast);
    this.onToast(toast);
  }

  /** Spreadsheet.addMenu / updateMenu: `{name, functionName}` or null for a separator. */
  addMenu(title: string, items: readonly ({ name: string; functionName: string } | null)[]): void {
    this.addToMenus({
      title,
      addOn: false,
      items: items.map((item) =>
        item === null
          ? { kind: 'separator' }
          : { kind: 'item', caption: item.name, functionName: item.functionName },
      ),
    });
  }

  removeMenu(title: string): void {
    const at = this.menus.findIndex((m) => m.title === title);
    if (at >= 0) this.menus.splice(at, 1);
  }

  addToMenus(menu: MenuRecord): void {
    const same = this.menus.findIndex((m) => m.title === menu.title && m.addOn === menu.addOn);
    if (same >= 0) this.menus[same] = menu;
    else this.menus.push(menu);
  }

  /** The function behind a menu item, by captions from the top: `functionAt('Наставничество', 'Проверить книгу')`. */
  functionAt(...captions: readonly string[]): string | null {
    return menuOf(this.menus, captions);
  }

  show(kind: PageRecord['kind'], html: HtmlOutputImpl, title: string): void {
    const sidebar = kind === 'sidebar';
    this.open = {
      kind,
      title,
      content: html.getContent(),
      width: sidebar ? 300 : html.getWidth(),
      height: sidebar ? null : html.getHeight(),
    };
    this.pages.push(this.open);
    this.onShow(this.open);
  }

  ask(question: Omit<QuestionRecord, 'answer'>): Answer {
    this.onSuspend();
    const queued = this.#answers.length > 0 ? this.#answers.shift() : this.asker?.(question);
    const given = typeof queued === 'function' ? queued(question) : queued;
    const answer = {
      text: '',
      button: unanswered(question),
      ...(typeof given === 'string' ? { button: given } : given),
    };
    if (answer.button !== 'CLOSE' && !buttonsOf(question.buttons).includes(answer.button))
      throw new Error(
        `The answer ${answer.button} is not a button of «${question.message}» (${question.buttons})`,
      );
    this.questions.push({ ...question, answer });
    return answer;
  }
}

function buttonsOf(set: string): string[] {
  return set.split('_');
}

function unanswered(question: Omit<QuestionRecord, 'answer'>): string {
  return question.kind === 'prompt' ? 'CLOSE' : buttonsOf(question.buttons)[0];
}
