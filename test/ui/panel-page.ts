/**
 * A panel of the built add-on in a real browser, served by the local host. How to use it:
 *
 *   inChromium('my panel', (browser) => {
 *     test('…', async () => {
 *       const book = bound();                        // test/bundle/bundle.ts
 *       book.project.run('openMyPanel');             // the menu item that shows the panel
 *       const panel = await openPanel(browser(), book);
 *       await panel.page.getByRole('button', { name: 'Сохранить' }).press('Enter');
 *       await panel.check('saved');                  // axe (WCAG 2 A, AA), no horizontal scroll, no script error
 *       await panel.close();
 *     });
 *   });
 *
 * The page is what the host's Ui shows now, at its own width (side bars: 300 px). `google.script.run` calls back into the
 * host by the rules of Apps Script (src/local/host/script-run.ts), with a delay. Nothing else can be reached: a request
 * to the network is an error of the panel.
 *
 * Where what matters is how a panel shows an answer, `openStubbed(browser(), 'letters', answers)` opens the built page
 * alone and answers its commands from a table; throw a Refused for a refusal in words.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { callFromPage } from '../../src/local/host/script-run';
import { type Bound, DIST, requireBuilt } from '../bundle/bundle';

export interface PanelOptions {
  readonly dark?: boolean;
  /** Milliseconds before the server answers. */
  readonly delay?: number;
}

export interface Panel {
  readonly page: Page;
  /** Commands asked of rpc so far, with their arguments. */
  readonly calls: readonly { readonly name: string; readonly args: unknown }[];
  /** True once the page has called google.script.host.close(). */
  readonly closed: boolean;
  /** The next call ends in the failure handler with these words. */
  failNext(message: string): void;
  /** The coming answers wait until the returned function is called: to look at the panel while it waits. */
  hold(): () => void;
  /** axe finds nothing, nothing needs a horizontal scroll, no script failed. @param state for the message */
  check(state: string): Promise<void>;
  close(): Promise<void>;
}

/** A panel that is not there by then is not coming, on a machine that is busy with other tests too. */
const PATIENCE_MS = 30_000;
const ADDRESS = 'https://panel.example/';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Opens what the add-on shows now (side bar or dialog). @throws when it shows nothing */
export async function openPanel(browser: Browser, book: Bound, options: PanelOptions = {}): Promise<Panel> {
  const shown = book.host.ui.open;
  if (!shown) throw new Error('The add-on shows no page');
  return openPage(browser, shown, (name, args) => callFromPage(book.project, name, args), options);
}

/** A command is refused in these words, as by `Refusal` of the app. */
export class Refused extends Error {}

/** What the server answers to each command; it may take its time. */
export type Answers = Readonly<Record<string, (args: Record<string, unknown>) => unknown>>;

export interface StubOptions extends PanelOptions {
  readonly language?: 'ru' | 'en';
  readonly width?: number;
  readonly height?: number;
}

/** Opens the built page of a panel with a server that is only a table of answers. */
export async function openStubbed(
  browser: Browser,
  panel: string,
  answers: Answers,
  options: StubOptions = {},
): Promise<Panel> {
  requireBuilt();
  const content = readFileSync(join(DIST, `${panel}.html`), 'utf8')
    .replace('<?= lang ?>', options.language ?? 'ru')
    .replace('<?= data ?>', 'null');
  const server: Server = async (_, [name, args]) => {
    const answer = answers[String(name)];
    if (!answer) throw new Error(`The test has no answer to ${name}`);
    try {
      return { ok: true, value: await answer(args as Record<string, unknown>) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { ok: false, refused: error.message };
    }
  };
  return openPage(browser, { content, width: options.width ?? 300, height: options.height }, server, options);
}

/** A public function of the script, asked by the page. */
type Server = (name: string, args: unknown[]) => unknown;

interface ShownPage {
  readonly content: string;
  readonly width?: number | null;
  readonly height?: number | null;
}

async function openPage(
  browser: Browser,
  shown: ShownPage,
  server: Server,
  options: PanelOptions,
): Promise<Panel> {
  const context = await browser.newContext({
    viewport: { width: shown.width ?? 600, height: shown.height ?? 720 },
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  const calls: { name: string; args: unknown }[] = [];
  let closed = false;
  let failure: string | null = null;
  let gate = Promise.resolve();
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === ADDRESS)
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown.content });
    if (!url.endsWith('/favicon.ico')) faults.push(`network: ${url}`);
    return route.abort();
  });
  await page.exposeFunction('callServer', async (name: string, args: unknown[]) => {
    if (name === 'rpc') calls.push({ name: String(args[0]), args: args[1] });
    await gate;
    await new Promise((resolve) => setTimeout(resolve, options.delay ?? 5));
    if (failure !== null) {
      const message = failure;
      failure = null;
      return { message };
    }
    try {
      return { value: await server(name, args) };
    } catch (error) {
      return { message: (error as Error).message };
    }
  });
  await page.exposeFunction('closeHost', () => {
    closed = true;
  });
  await page.addInitScript(installGoogle);
  await page.goto(ADDRESS);
  return {
    page,
    calls,
    get closed() {
      return closed;
    },
    failNext(message) {
      failure = message;
    },
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    async check(state) {
      await page.evaluate(axe.source);
      const found = await page.evaluate(async (tags) => {
        const { axe: checker, document } = globalThis as unknown as PageGlobals;
        const { violations } = await checker.run({ runOnly: { type: 'tag', values: tags } });
        const { scrollWidth, clientWidth } = document.documentElement;
        return [
          ...violations.map(
            (v) =>
              `${v.id}: ${v.help}: ${v.nodes
                .slice(0, 5)
                .map((n) => n.html)
                .join(' | ')}`,
          ),
          ...(scrollWidth > clientWidth ? [`horizontal scroll: ${scrollWidth} > ${clientWidth}`] : []),
        ];
      }, TAGS);
      expect({ state, found: [...found, ...faults] }).toEqual({ state, found: [] });
    },
    close: () => context.close(),
  };
}

/** The tests are compiled without the types of a browser. */
interface PageGlobals {
  readonly axe: typeof axe;
  readonly document: {
    readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
  };
}

type Handler = (value: unknown, user?: unknown) => void;
interface Answer {
  readonly value?: unknown;
  readonly message?: string;
}

/** Runs in the page before its scripts: google.script as Apps Script gives it. */
function installGoogle(): void {
  const page = globalThis as unknown as {
    google: unknown;
    callServer(name: string, args: unknown[]): Promise<Answer>;
    closeHost(): void;
  };
  const runner = (success?: Handler, failure?: Handler, user?: unknown): unknown =>
    new Proxy(
      {},
      {
        get(_, name) {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failure, user);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(success, handler, user);
          if (name === 'withUserObject') return (object: unknown) => runner(success, failure, object);
          return (...args: unknown[]) => {
            page.callServer(String(name), args).then((answer) => {
              if (answer.message === undefined) success?.(answer.value, user);
              else failure?.(new Error(answer.message), user);
            });
          };
        },
      },
    );
  page.google = {
    script: { run: runner(), host: { close: () => page.closeHost(), setHeight() {}, setWidth() {} } },
  };
}
