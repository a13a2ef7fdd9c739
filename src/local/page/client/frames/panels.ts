import type { ShownView } from '../../protocol';
import { openDialog } from '../dialogs/dialog';
import { button, element } from '../element';
import { icon } from '../icon';
import { words } from '../words/words';
import { type Frame, type FrameHost, openFrame } from './frame';
import { movable } from './movable';
import './panels.css';

/** What the pages of the script need of the page of the book. */
export interface PanelDesk {
  /** @param title of the panel that calls */
  call(title: string, name: string, args: readonly unknown[]): Promise<unknown>;
  focusGrid(): void;
  link(href: string): void;
  /** F6 and Ctrl+S pressed inside. */
  key(key: string, shift: boolean): void;
}

interface Shown {
  readonly frame: Frame;
  close(): void;
}

const SIDE_BAR_WIDTH = 300;
const DIALOG = { width: 600, height: 400 } as const;
const MARGIN = 24;

/** One side bar and one dialog at a time, as on Google: the next one takes the place. */
export class Panels {
  private sideBar: Shown | null = null;
  private dialog: Shown | null = null;

  constructor(
    readonly side: HTMLElement,
    private readonly desk: PanelDesk,
  ) {}

  show(shown: ShownView): void {
    if (shown.kind === 'sidebar') this.showSideBar(shown);
    else if (shown.kind === 'modal') this.showModal(shown);
    else this.showModeless(shown);
  }

  /** Is there a side bar to go into? */
  get hasSideBar(): boolean {
    return this.sideBar !== null;
  }

  focusSideBar(): void {
    this.sideBar?.frame.element.focus();
  }

  private showSideBar(shown: ShownView): void {
    this.sideBar?.close();
    const close = () => {
      if (this.sideBar !== panel) return;
      this.sideBar = null;
      frame.dispose();
      this.side.replaceChildren();
      this.side.hidden = true;
      this.desk.focusGrid();
    };
    const frame = this.frame(
      shown,
      close,
      () => this.desk.focusGrid(),
      () => {},
    );
    const panel: Shown = { frame, close };
    this.sideBar = panel;
    this.side.setAttribute('aria-label', shown.title);
    this.side.style.setProperty('--side-width', `${SIDE_BAR_WIDTH}px`);
    this.side.replaceChildren(
      element(
        'div',
        { class: 'side-head' },
        element('h2', {}, shown.title),
        button(icon('close'), close, {
          class: 'icon',
          'aria-label': words.closePanel,
          title: words.closePanel,
        }),
      ),
      frame.element,
    );
    this.side.hidden = false;
  }

  private showModal(shown: ShownView): void {
    this.dialog?.close();
    const dialog = openDialog(shown.title, {
      closed: () => {
        frame.dispose();
        if (this.dialog?.frame === frame) this.dialog = null;
        this.desk.focusGrid();
      },
    });
    const frame = this.frame(shown, dialog.close, dialog.close, (size) => sizeTo(frame.element, size));
    dialog.element.classList.add('script');
    dialog.body.append(frame.element);
    sizeTo(frame.element, sizeOf(shown));
    this.dialog = { frame, close: dialog.close };
  }

  private showModeless(shown: ShownView): void {
    this.dialog?.close();
    const close = () => {
      if (this.dialog?.frame !== frame) return;
      this.dialog = null;
      frame.dispose();
      box.remove();
      this.desk.focusGrid();
    };
    const frame = this.frame(
      shown,
      close,
      () => this.desk.focusGrid(),
      (size) => sizeTo(frame.element, size),
    );
    const head = element(
      'div',
      { class: 'dialog-head movable' },
      element('h2', {}, shown.title),
      button(icon('close'), close, { class: 'icon', 'aria-label': words.close, title: words.close }),
    );
    const box = element('section', { class: 'modeless', 'aria-label': shown.title }, head, frame.element);
    document.body.append(box);
    sizeTo(frame.element, sizeOf(shown));
    movable(box, head);
    this.dialog = { frame, close };
  }

  /** @param escaped what the key does that the page inside did not use itself */
  private frame(shown: ShownView, close: () => void, escaped: () => void, size: (size: Size) => void): Frame {
    const { desk } = this;
    const host: FrameHost = {
      call: (name, args) => desk.call(shown.title, name, args),
      loaded: () => frame.element.focus(),
      close,
      size,
      focusGrid: () => desk.focusGrid(),
      link: (href) => desk.link(href),
      key: (key, shift) => (key === 'Escape' ? escaped() : desk.key(key, shift)),
    };
    const frame = openFrame(shown.title, shown.address, host);
    return frame;
  }
}

interface Size {
  readonly width?: number;
  readonly height?: number;
}

function sizeOf({ width, height }: ShownView): Size {
  return { width: width ?? DIALOG.width, height: height ?? DIALOG.height };
}

/** As large as asked, inside the window. */
function sizeTo(frame: HTMLElement, { width, height }: Size): void {
  if (width !== undefined) frame.style.width = `min(${width}px, calc(100vw - ${MARGIN}px))`;
  if (height !== undefined) frame.style.height = `min(${height}px, calc(100vh - ${MARGIN + 60}px))`;
}
