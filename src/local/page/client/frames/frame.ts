import { element } from '../element';
import { onTheme, theme } from '../theme';
import type { FrameAnswer, FrameMessage } from './messages';

/** What a page of the script can do to the page around it. */
export interface FrameHost {
  /** @returns what the function gave; throws with words for the failure handler */
  call(name: string, args: readonly unknown[]): Promise<unknown>;
  /** All of it is there: the focus can go in. */
  loaded(): void;
  close(): void;
  size(size: { readonly width?: number; readonly height?: number }): void;
  focusGrid(): void;
  link(href: string): void;
  key(key: string, shift: boolean): void;
}

export interface Frame {
  readonly element: HTMLIFrameElement;
  dispose(): void;
}

const SANDBOX = 'allow-scripts allow-forms allow-modals allow-downloads allow-popups';
/** As many calls of a page are under way at once on Google; others wait. */
const AT_ONCE = 10;

/**
 * A page of the script in a frame of its own: no access to the page, to its origin or to the network. They speak by
 * messages, and know each other by identity.
 */
export function openFrame(title: string, address: string, host: FrameHost): Frame {
  const frame = element('iframe', {
    title,
    sandbox: SANDBOX,
    allow: 'clipboard-write',
    // The scheme that was chosen for the page, before the first line of the frame is drawn.
    name: theme(),
    class: 'loading',
    src: address,
  });
  const waiting: (() => void)[] = [];
  let running = 0;

  const say = (answer: FrameAnswer) => frame.contentWindow?.postMessage(answer, '*');

  async function call(call: number, name: string, args: readonly unknown[]): Promise<void> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      say({ call, value: await host.call(name, args) });
    } catch (error) {
      say({ call, error: (error as Error).message });
    } finally {
      running--;
      waiting.shift()?.();
    }
  }

  function hear({ source, data }: MessageEvent): void {
    if (source !== frame.contentWindow) return;
    const message = data as FrameMessage;
    if (message.kind === 'call') void call(message.call, message.name, message.args);
    else if (message.kind === 'where') say({ call: message.call, value: where() });
    else if (message.kind === 'close') host.close();
    else if (message.kind === 'focus') host.focusGrid();
    else if (message.kind === 'size') host.size(message);
    else if (message.kind === 'link') host.link(message.href);
    else if (message.kind === 'key') host.key(message.key, message.shift);
  }

  addEventListener('message', hear);
  const unfollow = onTheme((next) => say({ theme: next }));
  frame.addEventListener('load', () => {
    frame.classList.remove('loading');
    host.loaded();
  });
  return {
    element: frame,
    dispose() {
      removeEventListener('message', hear);
      unfollow();
      frame.remove();
    },
  };
}

/** What google.script.url.getLocation gives. */
function where(): unknown {
  return { hash: location.hash.slice(1), parameter: {}, parameters: {} };
}
