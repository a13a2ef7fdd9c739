import type { UndoView } from '../../protocol';
import { button, element } from '../element';
import { icon } from '../icon';
import { words } from '../words/words';

interface FormulaBarActs {
  undo(): void;
  redo(): void;
  find(): void;
  /** @returns false when the text is no address */
  jump(address: string): boolean;
  /** The text for the active cell. */
  type(text: string): void;
  focusGrid(): void;
}

export interface Shown {
  readonly address: string;
  readonly content: string;
}

/** The toolbar, the box of the address and the content of the active cell. */
export class FormulaBar {
  readonly element: HTMLElement;
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly address = element('input', {
    type: 'text',
    class: 'address',
    'aria-label': words.address,
    title: words.addressHelp,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  private readonly content = element('input', {
    type: 'text',
    class: 'content',
    'aria-label': words.content,
    autocomplete: 'off',
  });
  private shown: Shown = { address: '', content: '' };

  constructor(private readonly acts: FormulaBarActs) {
    const tool = (sign: 'undo' | 'redo' | 'find', name: string, keys: string, act: () => void) =>
      button(icon(sign), act, { class: 'icon', 'aria-label': name, title: `${name} (${keys})` });
    this.undo = tool('undo', words.undo, 'Ctrl+Z', acts.undo);
    this.redo = tool('redo', words.redo, 'Ctrl+Y', acts.redo);
    this.element = element(
      'div',
      { class: 'tools', role: 'region', 'aria-label': words.tools },
      this.undo,
      this.redo,
      tool('find', words.find, 'Ctrl+F', acts.find),
      this.address,
      this.content,
    );
    this.address.addEventListener('focus', () => this.address.select());
    this.address.addEventListener('keydown', (event) => this.addressKey(event));
    this.address.addEventListener('blur', () => this.drawAddress());
    this.content.addEventListener('keydown', (event) => this.contentKey(event));
    this.content.addEventListener('blur', () => {
      if (this.content.value !== this.shown.content) this.acts.type(this.content.value);
    });
  }

  focus(): void {
    this.address.focus();
  }

  show(shown: Shown): void {
    const left = shown.address !== this.shown.address;
    this.shown = shown;
    // What is being typed here is not taken away by a change that came meanwhile.
    if (document.activeElement !== this.address) this.drawAddress();
    if (left || document.activeElement !== this.content) this.drawContent();
  }

  showUndo({ undo, redo }: UndoView): void {
    state(this.undo, words.undo, undo, 'Ctrl+Z');
    state(this.redo, words.redo, redo, 'Ctrl+Y');
  }

  private drawAddress(): void {
    this.address.value = this.shown.address;
    this.address.removeAttribute('aria-invalid');
  }

  private drawContent(): void {
    this.content.value = this.shown.content;
    this.content.title = this.shown.content;
  }

  private addressKey({ key }: KeyboardEvent): void {
    if (key === 'Escape') {
      this.drawAddress();
      this.acts.focusGrid();
    }
    if (key === 'Enter' && !this.acts.jump(this.address.value))
      this.address.setAttribute('aria-invalid', 'true');
  }

  private contentKey({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.content.value = this.shown.content;
    // Leaving the field writes what was typed.
    if (key === 'Enter' || key === 'Escape') this.acts.focusGrid();
  }
}

function state(control: HTMLButtonElement, name: string, what: string, keys: string): void {
  control.setAttribute('aria-disabled', String(what === ''));
  const title = what === '' ? name : `${name}: ${what}`;
  control.setAttribute('aria-label', title);
  control.title = `${title} (${keys})`;
}
