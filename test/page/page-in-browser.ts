/** The page of a served book in a real browser, as a person uses it. */
import axe from 'axe-core';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Served } from './served';

const PATIENCE_MS = 30_000;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface OpenPage {
  readonly page: Page;
  /** Opens menus one in another by their captions, and chooses the last. */
  choose(...captions: readonly string[]): Promise<void>;
  tab(title: string): Promise<void>;
  /** Jumps to a cell of the shown tab by the address box, `D3`. */
  cell(address: string): Promise<void>;
  /** Types over the active cell and presses Enter. */
  type(text: string): Promise<void>;
  /** What the formula bar shows of the active cell. */
  content(): Promise<string>;
  /** The script's side bar or dialog. */
  panel(): FrameLocator;
  /** Pastes as from Excel. */
  paste(text: string): Promise<void>;
  /** axe finds nothing, nothing needs a horizontal scroll, no script failed. */
  check(state: string): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export async function openPage(
  browser: Browser,
  served: Served,
  options: PageOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'ru-RU',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // A lost connection is what some tests are about.
    if (
      message.type() === 'error' &&
      !/ERR_CONNECTION|ERR_FAILED|ERR_INTERNET|ERR_EMPTY|ERR_INCOMPLETE/.test(text)
    )
      faults.push(`console: ${text}`);
  });
  await page.goto(served.entrance);
  await page.getByRole('gridcell').first().waitFor();
  const address = (): Locator => page.getByRole('textbox', { name: 'Адрес ячейки' });
  return {
    page,
    async choose(...captions) {
      for (const caption of captions)
        await page.getByRole('menuitem', { name: caption, exact: true }).first().click();
    },
    async tab(title) {
      await page.getByRole('tab', { name: title, exact: true }).click();
      await page.getByRole('grid', { name: `Лист «${title}»` }).waitFor();
    },
    async cell(at) {
      await address().fill(at);
      await address().press('Enter');
      // The table has the keyboard when it is there.
      await page.locator('[role=grid]:focus').waitFor();
    },
    async type(text) {
      // The keyboard of the tests has no Cyrillic keys, and a text is put into an open editor only.
      await page.keyboard.press('F2');
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    },
    content: () => page.getByRole('textbox', { name: 'Содержимое ячейки' }).inputValue(),
    panel: () => page.frameLocator('iframe').last(),
    async paste(text) {
      await page.evaluate((block) => {
        const { document, ClipboardEvent, DataTransfer } = globalThis as unknown as {
          document: { activeElement: { dispatchEvent(event: unknown): void } };
          ClipboardEvent: new (type: string, init: object) => unknown;
          DataTransfer: new () => { setData(type: string, text: string): void };
        };
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', block);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
      }, text);
    },
    async check(state) {
      await page.evaluate(axe.source);
      const found = await page.evaluate(async (tags) => {
        const { axe: checker, document } = globalThis as unknown as {
          axe: typeof axe;
          document: { documentElement: { scrollWidth: number; clientWidth: number } };
        };
        const { violations } = await checker.run({ runOnly: { type: 'tag', values: tags }, iframes: false });
        const { scrollWidth, clientWidth } = document.documentElement;
        const wide = scrollWidth > clientWidth ? [`horizontal scroll: ${scrollWidth} > ${clientWidth}`] : [];
        return [
          ...violations.map(
            (v) =>
              `${v.id}: ${v.nodes
                .slice(0, 3)
                .map((n) => n.html)
                .join(' | ')}`,
          ),
          ...wide,
        ];
      }, TAGS);
      expect({ state, found: [...found, ...faults] }).toEqual({ state, found: [] });
    },
    close: () => context.close(),
  };
}
