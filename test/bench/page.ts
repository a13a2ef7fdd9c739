import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { mentors } from '../../src/domain/registry/tabs/mentors';
import { openSession } from '../../src/local/session';
import { actId, killServed, type Served, serve } from '../page/served';
import { ARGUMENTS, findChromium } from '../ui/find-chromium';
import { fillHost } from './fill-host';
import type { Load } from './load';
import { median } from './measure';
import type { Figure, TableRow } from './table';

/** The page of a served book in a real Chromium: wall time, as a person waits. */
const LOADS = 5;
const EDITS = 30;
const MANY_EDITS = 1000;
const LONG_TAB = 60_000;
/** Frames of a wheel that turns; after them come flings over thousands of rows. */
const WHEEL = 300;
const MB = 2 ** 20;
const CELL = '[role=gridcell]';

const row = (operation: string, value: number, unit: string, limit?: number, load = ''): TableRow => ({
  operation: `page: ${operation}`,
  load,
  figure: { value, unit, limit } satisfies Figure,
});

export async function pageRows(load: Load): Promise<TableRow[]> {
  const found = findChromium();
  if ('none' in found) {
    process.stdout.write(`page: not measured, no Chromium starts here: ${found.none}\n`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'nast-bench-'));
  const env = found.env as Record<string, string>;
  const browser = await chromium.launch({ executablePath: found.path, args: ARGUMENTS, env });
  try {
    return [
      ...(await firstPaint(browser, join(folder, 'demo'))),
      ...(await editing(browser, join(folder, 'load'), load)),
      ...(await scrolling(browser, join(folder, 'long'))),
    ];
  } finally {
    await browser.close();
    killServed();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPaint(browser: Browser, folder: string): Promise<TableRow[]> {
  execFileSync(process.execPath, ['build/cli.mjs', 'demo', '--out', folder], { stdio: 'ignore' });
  return await withServed(folder, async (book) => {
    const paints: { paint: number; cell: number }[] = [];
    for (let i = 0; i < LOADS; i++) {
      const { page, close } = await opened(browser, book);
      paints.push(
        await page.evaluate(() => {
          const { performance: clock, firstCell } = globalThis as unknown as {
            performance: { getEntriesByName(name: string): readonly { startTime: number }[] };
            firstCell: number;
          };
          const [paint] = clock.getEntriesByName('first-contentful-paint');
          return { paint: paint.startTime, cell: firstCell };
        }),
      );
      await close();
    }
    return [
      row('first paint of the demo book', median(paints.map((p) => p.paint)), 'ms', 1000),
      row('its first cells', median(paints.map((p) => p.cell)), 'ms', 1000),
    ];
  });
}

/** A book of the load as set-up and a person would have made it. */
async function fill(folder: string, load: Load): Promise<void> {
  mkdirSync(folder);
  const session = await openSession({ folder });
  const setUp = (args: object) => session.project.run('rpc', ['setUp', args]);
  setUp({ storageMode: 'Полный' });
  fillHost(session.host, load);
  setUp({});
  await session.save(folder);
}

async function editing(browser: Browser, folder: string, load: Load): Promise<TableRow[]> {
  await fill(folder, load);
  const of = (operation: string, value: number, unit: string, limit?: number) =>
    row(operation, value, unit, limit, load.name);
  const from = performance.now();
  return await withServed(folder, async (book) => {
    const opening = performance.now() - from;
    const { page, close } = await opened(browser, book);
    await page.getByRole('tab', { name: mentors.title, exact: true }).click();
    await page.getByRole('grid', { name: `Лист «${mentors.title}»` }).waitFor();
    const { id: sheetId } = await book.tab(mentors.title);
    const { rows: seen } = await book.act({ kind: 'sheet', sheetId });
    const title = mentors.columns.find(({ key }) => key === 'years')!.title;
    const column = seen[0].c.findIndex((cell) => cell?.t === title);
    const trips = await typed(page, column, EDITS);
    const posts: number[] = [];
    const post = async (i: number): Promise<number> => {
      const sent = performance.now();
      await book.act({ kind: 'edit', id: actId(), sheetId, row: 900 + i, column, values: [[String(i % 9)]] });
      return performance.now() - sent;
    };
    for (let i = 0; i < EDITS; i++) posts.push(await post(i));
    const saving = performance.now();
    const saved = book.act({ kind: 'save' });
    const held = await post(EDITS);
    await saved;
    const save = performance.now() - saving;
    const memory = await memoryOf(page, book, column);
    await close();
    return [
      of('opening', opening, 'ms'),
      of('an edit, from Enter to the book, median', median(trips), 'ms', 100),
      of('an edit, from Enter to the book, 95 %', high(trips), 'ms', 100),
      of('  the server alone, median', median(posts), 'ms', 100),
      of('  the server alone, 95 %', high(posts), 'ms', 100),
      of('  while the book is being saved', held, 'ms'),
      of('a save', save, 'ms'),
      of(`heap after ${MANY_EDITS} edits`, memory.heap, 'MB more', 2),
      of(`DOM nodes after ${MANY_EDITS} edits`, memory.nodes, 'more', 200),
      of(`program after ${MANY_EDITS} edits`, memory.program, 'MB more'),
    ];
  });
}

/** Types numbers down a column, each another than the one that is there. @returns milliseconds from Enter until the cell is known to be in the book */
async function typed(page: Page, column: number, count: number, first = 10): Promise<number[]> {
  const address = page.getByRole('textbox', { name: 'Адрес ячейки' });
  await address.fill(`${String.fromCharCode(65 + column)}2`);
  await address.press('Enter');
  await page.locator('[role=grid]:focus').waitFor();
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    await page.evaluate('watchEnter()');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(String(first + (i % 7)));
    await page.keyboard.press('Enter');
    times.push((await page.evaluate('entered')) as number);
  }
  return times;
}

async function memoryOf(page: Page, book: Served, column: number) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await typed(page, column, 100, 20);
  const before = await sizes(client, book);
  for (let done = 0; done < MANY_EDITS; done += 100)
    await typed(page, column, 100, 30 + 10 * ((done / 100) % 2));
  const after = await sizes(client, book);
  return {
    heap: (after.heap - before.heap) / MB,
    nodes: after.nodes - before.nodes,
    program: (after.program - before.program) / MB,
  };
}

async function sizes(client: CDPSession, book: Served) {
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)!.value;
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), program: residentBytes(book.pid) };
}

/** 0 where the system does not tell. */
function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;
  } catch {
    return 0;
  }
}

async function scrolling(browser: Browser, folder: string): Promise<TableRow[]> {
  mkdirSync(folder);
  const session = await openSession({ folder });
  const { model } = session.host.spreadsheets.active()!;
  const [sheet] = model.sheets;
  sheet.maxRows = LONG_TAB;
  for (let r = 0; r < LONG_TAB; r++)
    sheet.rows[r] = { values: Array.from({ length: 16 }, (_, c) => (c === 0 ? r + 1 : `Запись ${r} ${c}`)) };
  await session.save(folder);
  return await withServed(folder, async (book) => {
    const { page, close } = await opened(browser, book);
    const frames = (await page.evaluate('scrollDown()')) as number[];
    await close();
    const late = (some: readonly number[]) => some.filter((ms) => ms > 50).length;
    const [wheel, flings] = [frames.slice(0, WHEEL), frames.slice(WHEEL)];
    return [
      row(`scrolling ${LONG_TAB} rows, a frame`, median(wheel), 'ms', 20),
      row('  frames over 50 ms', late(wheel), `of ${wheel.length}`, 5),
      row('flinging over them, a frame', median(flings), 'ms', 50),
      row('  frames over 50 ms', late(flings), `of ${flings.length}`),
    ];
  });
}

/** What the page measures of itself. */
const WATCH = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector('${CELL}')) return;
    globalThis.firstCell = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });

  globalThis.watchEnter = () => {
    globalThis.entered = new Promise((resolve) => {
      addEventListener('keydown', function enter({ key, target }) {
        if (key !== 'Enter') return;
        removeEventListener('keydown', enter, true);
        const from = performance.now();
        const id = document.querySelector('[role=grid]').getAttribute('aria-activedescendant');
        const text = target.value;
        const observer = new MutationObserver(() => {
          const cell = document.getElementById(id);
          if (cell?.ariaBusy === 'true' || cell?.textContent !== text) return;
          observer.disconnect();
          resolve(performance.now() - from);
        });
        observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      }, true);
    });
  };

  globalThis.scrollDown = () => new Promise((resolve) => {
    const scroller = [...document.querySelectorAll('.grid *')].find((one) => one.scrollHeight > 100_000);
    const frames = [];
    let last = null;
    const step = (now) => {
      if (last !== null) frames.push(now - last);
      last = now;
      scroller.scrollTop += frames.length < ${WHEEL} ? 150 : 15_000;
      if (frames.length < 400) requestAnimationFrame(step);
      else resolve(frames);
    };
    requestAnimationFrame(step);
  });
`;

async function opened(browser: Browser, book: Served) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(book.entrance);
  await page.locator(CELL).first().waitFor();
  return { page, close: () => context.close() };
}

async function withServed<T>(folder: string, measure: (book: Served) => Promise<T>): Promise<T> {
  const book = await serve(folder, '--port', '0');
  try {
    return await measure(book);
  } finally {
    await book.stop();
  }
}

function high(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)];
}
