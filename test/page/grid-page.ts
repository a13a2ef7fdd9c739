/** The grid of the page alone in a real browser, with a made-up book behind it that counts what it is asked for. */
import { join } from 'node:path';
import axe from 'axe-core';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const ADDRESS = 'http://127.0.0.1/';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
let bundle: Promise<{ script: string; style: string }> | null = null;

export interface GridPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the grid has said since the last time, by the names of its events. */
  said(): Promise<readonly (readonly [string, ...unknown[]])[]>;
  /** The last block that was edited. */
  edited(): Promise<{ row: number; column: number; values: string[][] } | undefined>;
  requests(): Promise<number>;
  cell(address: string): Promise<string>;
  active(): Promise<string>;
  axe(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openGrid(
  browser: Browser,
  { dark = false, width = 1100, height = 620, rows = 6_000, touch = false } = {},
): Promise<GridPage> {
  bundle ??= bundled();
  const { script, style } = await bundle;
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    colorScheme: dark ? 'dark' : 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html(style) })
      : route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }),
  );
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: `globalThis.ROWS = ${rows};${script}` });
  await page.waitForSelector('[role=gridcell]');
  const ask = <T>(expression: string) => page.evaluate(expression) as Promise<T>;
  return {
    page,
    context,
    said: () => ask('book.said.splice(0)'),
    edited: () => ask('book.edits.at(-1)'),
    requests: () => ask('book.requests.length'),
    cell: (address) => ask(`book.drawn(${JSON.stringify(address)})?.textContent ?? null`),
    active: () => ask('book.active()'),
    async axe() {
      await page.evaluate(axe.source);
      const found = await ask<string[]>(
        `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} } }).then(({ violations }) =>
          violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html + ' ' + n.failureSummary).join(' | ')))`,
      );
      return [...found, ...faults];
    },
    close: () => context.close(),
  };
}

async function bundled(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'grid-book.js')],
    outdir: 'out',
    bundle: true,
    write: false,
    format: 'iife',
  });
  const of = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: of('.js'), style: of('.css') };
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 180"><path fill="#1a5fb4" d="M20 160V90h60v70zm80 0V40h60v120zm80 0V110h60v50z"/></svg>';

function html(style: string): string {
  return `<!doctype html><html lang="ru"><head><title>grid</title><meta name="viewport" content="width=device-width">
    <style>html, body { height: 100%; margin: 0; color-scheme: light dark } main { height: 100% } ${style}</style></head>
    <body><main></main></body></html>`;
}
