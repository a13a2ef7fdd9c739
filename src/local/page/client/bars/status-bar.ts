import { element } from '../element';
import { words } from '../words/words';

/** Beside the tabs: what is selected, and how many rows the filters of this window let through. */
export class StatusBar {
  private readonly selected = element('span', { role: 'status' });
  private readonly rows = element('span', { role: 'status' });
  readonly element = element('div', { class: 'status' }, this.rows, this.selected);

  showSelected(text: string): void {
    if (this.selected.textContent !== text) this.selected.textContent = text;
  }

  showRows(shown: number, total: number): void {
    this.rows.textContent = shown === total ? '' : words.filtered(shown, total);
  }
}
