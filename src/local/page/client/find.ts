import type { HitView } from '../protocol';
import { button, element } from './element';
import { icon } from './icon';
import type { Connection } from './link/connection';
import { Refused } from './link/post';
import { placeName } from './places/place';
import { words } from './words/words';

const PAUSE_MS = 200;

interface FindDesk {
  sheetId(): number | null;
  go(hit: HitView): void;
  focusGrid(): void;
}

/** Looks for a text on the shown tab or on all of them; Enter leads from hit to hit. */
export class Find {
  readonly element: HTMLElement;
  private readonly field = element('input', {
    type: 'search',
    autocomplete: 'off',
    'aria-label': words.find,
  });
  private readonly everywhere = element('input', { type: 'checkbox' });
  private readonly status = element('p', { role: 'status', class: 'muted' });
  private readonly list = element('ul', { class: 'hits' });
  private hits: readonly HitView[] = [];
  private at = -1;
  private turn = 0;
  private pause = 0;

  constructor(
    private readonly connection: Connection,
    private readonly desk: FindDesk,
  ) {
    this.everywhere.checked = true;
    this.element = element(
      'section',
      { class: 'find', role: 'search', 'aria-label': words.find, hidden: true },
      element(
        'div',
        { class: 'line' },
        this.field,
        button('↑', () => this.step(-1), {
          class: 'icon',
          'aria-label': words.previousHit,
          title: words.previousHit,
        }),
        button('↓', () => this.step(1), { class: 'icon', 'aria-label': words.nextHit, title: words.nextHit }),
        button(icon('close'), () => this.close(), {
          class: 'icon',
          'aria-label': words.close,
          title: words.close,
        }),
      ),
      element('label', { class: 'check' }, this.everywhere, words.everywhere),
      this.status,
      this.list,
    );
    const later = () => {
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => void this.look(), PAUSE_MS);
    };
    this.field.addEventListener('input', later);
    this.everywhere.addEventListener('change', later);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.field) this.step(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  open(): void {
    this.element.hidden = false;
    this.field.focus();
    this.field.select();
  }

  private close(): void {
    this.element.hidden = true;
    this.desk.focusGrid();
  }

  private async look(): Promise<void> {
    const turn = ++this.turn;
    const text = this.field.value.trim();
    this.hits = [];
    this.at = -1;
    this.list.replaceChildren();
    this.status.textContent = '';
    if (text === '') return;
    const sheetId = this.everywhere.checked ? null : this.desk.sheetId();
    try {
      const { hits, total } = await this.connection.ask({ kind: 'find', text, sheetId });
      if (turn !== this.turn) return;
      this.hits = hits;
      this.status.textContent = total === 0 ? words.nothingFound : words.found(total, hits.length);
      this.list.replaceChildren(
        ...hits.map((hit, i) =>
          element(
            'li',
            {},
            button(
              element(
                'span',
                {},
                element('span', { class: 'muted' }, `${hit.sheet}!${placeOf(hit)} `),
                hit.text,
              ),
              () => this.go(i),
              { class: 'hit' },
            ),
          ),
        ),
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.status.textContent = error.message;
    }
  }

  private step(by: 1 | -1): void {
    if (this.hits.length === 0) return;
    this.go((this.at + by + this.hits.length) % this.hits.length);
    // Going there takes the focus into the table: the next Enter is for the next hit.
    setTimeout(() => this.field.focus());
  }

  private go(index: number): void {
    const hit = this.hits[index];
    if (!hit) return;
    this.at = index;
    const lines = this.list.querySelectorAll('button');
    for (const line of lines) line.removeAttribute('aria-current');
    lines[index]?.setAttribute('aria-current', 'true');
    lines[index]?.scrollIntoView({ block: 'nearest' });
    this.desk.go(hit);
  }
}

function placeOf({ row, column }: HitView): string {
  return placeName({ row, column, rows: 1, columns: 1 });
}
