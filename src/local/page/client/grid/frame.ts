/** The elements of the grid that stay while its tabs change. */
import type { GridWords } from './words';

export interface Frame {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  /** As large as the whole tab, which gives the scroller its bars. */
  readonly sizer: HTMLElement;
  /** The grid of ARIA: has the focus; the active cell is told by aria-activedescendant, for it may be scrolled away. */
  readonly sheet: HTMLElement;
  readonly top: HTMLElement;
  readonly body: HTMLElement;
  readonly charts: HTMLElement;
  readonly tip: HTMLElement;
  readonly id: string;
}

let made = 0;

export function createFrame(host: HTMLElement, words: GridWords): Frame {
  made += 1;
  const id = `grid${made}`;
  const block = (name: string, role?: string) => {
    const element = document.createElement('div');
    element.className = name;
    if (role) element.setAttribute('role', role);
    return element;
  };
  const root = block('grid');
  const scroller = block('scroller');
  const sizer = block('sizer');
  const sheet = block('sheet', 'grid');
  const top = block('top', 'rowgroup');
  const body = block('body', 'rowgroup');
  const charts = block('charts');
  const tip = block('tip', 'tooltip');
  const help = block('unseen');
  sheet.tabIndex = 0;
  sheet.setAttribute('aria-multiselectable', 'true');
  sheet.setAttribute('aria-describedby', `${id}-help`);
  help.id = `${id}-help`;
  help.textContent = words.help;
  tip.id = `${id}-tip`;
  tip.hidden = true;
  sheet.append(top, body);
  sizer.append(sheet, charts);
  scroller.append(sizer);
  root.append(scroller, tip, help);
  host.append(root);
  return { root, scroller, sizer, sheet, top, body, charts, tip, id };
}
