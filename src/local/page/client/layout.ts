import { keepAbove } from './dialogs/above';
import { element } from './element';
import { words } from './words/words';

interface Parts {
  readonly top: HTMLElement;
  readonly banners: HTMLElement;
  readonly progress: HTMLElement;
  readonly tools: HTMLElement;
  readonly tabs: HTMLElement;
  readonly status: HTMLElement;
  /** They lie over the table. */
  readonly over: readonly HTMLElement[];
  readonly notices: HTMLElement;
  readonly focusTable: () => void;
}

interface Places {
  readonly table: HTMLElement;
  readonly hint: HTMLElement;
  readonly side: HTMLElement;
}

/** Puts the parts of the page where Google Sheets has them. */
export function layOut(parts: Parts): Places {
  const table = element('div', { class: 'table', id: 'table', tabindex: -1 });
  const hint = element('div', { class: 'hint', role: 'status', hidden: true });
  const side = element('aside', { class: 'side', hidden: true, 'aria-label': words.panel });
  document.body.replaceChildren(
    skip(parts.focusTable),
    parts.top,
    parts.banners,
    parts.tools,
    parts.progress,
    element(
      'div',
      { class: 'work' },
      element('main', { class: 'middle', 'aria-label': words.table }, hint, table, ...parts.over),
      side,
    ),
    element('footer', { class: 'bottom' }, parts.tabs, parts.status),
    parts.notices,
  );
  keepAbove(parts.progress);
  keepAbove(parts.notices);
  return { table, hint, side };
}

/** A link in its look, a button in what it does: the address stays what it was. */
function skip(go: () => void): HTMLElement {
  const link = element('a', { class: 'skip', href: '#table' }, words.skip);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go();
  });
  return link;
}
