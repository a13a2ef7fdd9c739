/**
 * `google.script` of a page of the script, in the sandboxed frame where the server puts this in front of the page. The page
 * of the book around it is asked by messages; who speaks is known by identity, the origin of a sandboxed frame is "null".
 */
import type { FrameAnswer, FrameMessage } from './frames/messages';

type Handler = (value: unknown, user: unknown) => void;
interface Waiting {
  readonly success: Handler | undefined;
  readonly failure: Handler | undefined;
  readonly user: unknown;
}
const waiting = new Map<number, Waiting>();
let calls = 0;
const say = (message: FrameMessage) => parent.postMessage(message, '*');

const illegal = (where: string) => new Error(`Failed due to illegal value in property: ${where}`);

/** By the rules of google.script.run: primitives, null, plain objects and arrays cross; undefined in an array is null. */
function cross(value: unknown, where: string, above: readonly object[]): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || above.includes(value)) throw illegal(where);
  const inside = [...above, value];
  if (Array.isArray(value))
    return Array.from(value as unknown[], (one) => (one === undefined ? null : cross(one, where, inside)));
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && prototype !== Object.prototype) throw illegal(where);
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value))
    if (one !== undefined) copy[key] = cross(one, where, inside);
  return copy;
}

/** A form crosses alone: its fields by name, a list where several have one name. */
function fields(form: HTMLFormElement): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') throw illegal('0');
    const had = read[name];
    read[name] = had === undefined ? value : Array.isArray(had) ? [...had, value] : [had, value];
  }
  return read;
}

function runner(success?: Handler, failure?: Handler, user?: unknown): unknown {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failure, user);
        if (name === 'withFailureHandler') return (handler: Handler) => runner(success, handler, user);
        if (name === 'withUserObject') return (object: unknown) => runner(success, failure, object);
        // Private names are not there; neither is `then`, which would make the runner a promise.
        if (typeof name !== 'string' || name === 'then' || name.endsWith('_')) return undefined;
        return (...args: unknown[]) => {
          const [form] = args;
          const sent =
            args.length === 1 && form instanceof HTMLFormElement
              ? [fields(form)]
              : args.map((one, i) => (one === undefined ? null : cross(one, String(i), [])));
          const call = ++calls;
          waiting.set(call, { success, failure, user });
          say({ kind: 'call', call, name, args: sent });
        };
      },
    },
  );
}

Object.assign(window, {
  google: {
    script: {
      run: runner(),
      host: {
        close: () => say({ kind: 'close' }),
        setWidth: (width: number) => say({ kind: 'size', width }),
        setHeight: (height: number) => say({ kind: 'size', height }),
        editor: { focus: () => say({ kind: 'focus' }) },
      },
      url: {
        getLocation: (then: Handler) => {
          const call = ++calls;
          waiting.set(call, { success: then, failure: undefined, user: undefined });
          say({ kind: 'where', call });
        },
      },
    },
  },
});

function answered(answer: Exclude<FrameAnswer, { theme: string }>): void {
  const call = waiting.get(answer.call);
  waiting.delete(answer.call);
  if (!call) return;
  if ('value' in answer) {
    call.success?.(answer.value, call.user);
    return;
  }
  const error = Object.assign(new Error(answer.error), { name: 'ScriptError' });
  if (call.failure) call.failure(error, call.user);
  else console.error(error);
}

/** A frame may not leave itself: where a link leads is decided by the page around it. */
function clicked(event: MouseEvent): void {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  if (!link || event.defaultPrevented || link.hasAttribute('download')) return;
  const href = link.getAttribute('href') ?? '';
  if (href === '' || /^(?:javascript|blob|data):/i.test(href)) return;
  event.preventDefault();
  const inside = /^#(?!gid=)/.test(href) ? document.getElementById(href.slice(1)) : null;
  if (!inside) say({ kind: 'link', href });
  inside?.scrollIntoView();
  inside?.focus();
}

function pressed(event: KeyboardEvent): void {
  const { key, shiftKey: shift } = event;
  const save = (event.ctrlKey || event.metaKey) && event.code === 'KeyS';
  if (event.defaultPrevented || !(save || key === 'Escape' || key === 'F6')) return;
  event.preventDefault();
  say({ kind: 'key', key: save ? 'Save' : key, shift });
}

addEventListener('message', ({ source, data }) => {
  const answer = data as FrameAnswer;
  if (source !== parent) return;
  if ('theme' in answer) follow(answer.theme);
  else answered(answer);
});
addEventListener('click', clicked);
addEventListener('keydown', pressed);

/**
 * A scheme that was chosen for the page holds in its panels too: a browser does not hand it into a frame of another origin,
 * so the rules that ask for the scheme are answered here.
 */
const asked = new Map<CSSMediaRule, string>();

function follow(theme: string): void {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme'))
        asked.set(rule, asked.get(rule) ?? rule.media.mediaText);
  for (const [rule, media] of asked)
    rule.media.mediaText = theme === 'system' ? media : media.includes(theme) ? 'all' : 'not all';
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
}

if (window.name !== 'system') document.addEventListener('DOMContentLoaded', () => follow(window.name));
