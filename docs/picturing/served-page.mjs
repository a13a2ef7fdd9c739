/**
 * The built program as a person starts it, and its page in a Chromium: what the pictures are taken from.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const PATIENCE_MS = 30_000;
/** Where @sparticuz/chromium unpacks the libraries that a bare machine lacks. */
const LIBRARIES = join(tmpdir(), 'al2023', 'lib');
const RUSSIAN = { LANGUAGE: 'ru_RU', LC_ALL: 'ru_RU.UTF-8' };

/** Runs a command of the program to its end. @param words `demo --out folder` */
export function cli(...words) {
  const stdio = ['ignore', 'ignore', 'inherit'];
  execFileSync(process.execPath, ['build/cli.mjs', ...words, '--json'], { cwd: root, stdio });
}

/**
 * The fonts that pages of the script and letters ask for are not on every machine, and what stands in for them may be a
 * third wider: the pictures take PT Sans, which comes with the program.
 */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${join(root, 'node_modules/@expo-google-fonts/pt-sans')}</dir>
${[
  ['Arial', 'PT Sans'],
  ['Helvetica', 'PT Sans'],
  ['system-ui', 'PT Sans'],
  ['sans-serif', 'PT Sans'],
]
  .map(
    ([asked, given]) =>
      `<match target="pattern"><test name="family"><string>${asked}</string></test>` +
      `<edit name="family" mode="assign" binding="strong"><string>${given}</string></edit></match>`,
  )
  .join('\n')}
</fontconfig>`;

/**
 * CHROMIUM_PATH, else the one that npm installs: with the libraries of this machine, or on a bare machine with those that
 * it brings along.
 * @param work folder for what it needs
 * @throws when none starts
 */
export async function launch(work) {
  const fonts = join(work, 'fonts.conf');
  writeFileSync(fonts, FONTS);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=ru-RU'];
  const own = { ...process.env, ...RUSSIAN, FONTCONFIG_FILE: fonts };
  let executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) {
    // It unpacks its libraries and fonts too, and names them in the environment, when it takes the machine for a bare one.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
    executablePath = await (await import('@sparticuz/chromium')).default.executablePath();
  }
  const bare = { ...process.env, ...RUSSIAN, LD_LIBRARY_PATH: LIBRARIES };
  return chromium
    .launch({ executablePath, args, env: own })
    .catch(() => chromium.launch({ executablePath, args, env: bare }));
}

/**
 * `serve` over a folder, until `stop`.
 * @param options more words of the command line: `--today 2024-04-15`
 */
export async function serve(folder, ...options) {
  const words = ['build/cli.mjs', 'serve', '--book', folder, '--port', '0', '--json', ...options];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  try {
    const entrance = await entranceOf(child);
    const { origin } = new URL(entrance);
    const entered = await fetch(entrance, { redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0];
    return {
      entrance,
      /** What a window asks of the server. */
      async act(act) {
        const response = await fetch(`${origin}/api/do`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ window: 'pictures', act }),
        });
        const reply = await response.json();
        if (!reply.ok) throw new Error(`${act.kind}: ${reply.refused}`);
        return reply.value;
      },
      async stop() {
        child.kill('SIGINT');
        await exited;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function entranceOf(child) {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (data) => {
      said += data;
      const line = said.split('\n').find((one) => one.startsWith('{"entrance"'));
      if (line) resolve(JSON.parse(line).entrance);
    });
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}

/** The page of a served book; every method does what a person does with the mouse and the keyboard. */
export async function openPage(browser, book, { width, height, scale, dark = false }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
    timezoneId: 'Asia/Yekaterinburg',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(book.entrance);
  await page.getByRole('gridcell').first().waitFor();
  return {
    page,
    /** The page of the script that was opened last: a side bar or a dialog. */
    panel: () => page.frameLocator('iframe').last(),
    button(name) {
      return this.panel().getByRole('button', { name, exact: true }).first();
    },
    async choose(...captions) {
      for (const caption of captions)
        await page.getByRole('menuitem', { name: caption, exact: true }).first().click();
    },
    async tab(title) {
      await page.getByRole('tab', { name: title, exact: true }).click();
      await page.getByRole('grid', { name: `Лист «${title}»` }).waitFor();
    },
    async cell(address) {
      const box = page.getByRole('textbox', { name: 'Адрес ячейки' });
      await box.fill(address);
      await box.press('Enter');
      await page.locator('[role=grid]:focus').waitFor();
    },
    close: () => context.close(),
  };
}

/** The element, without the mark of the keyboard, once it is as large as it will be. */
export async function shotOf(locator) {
  const page = locator.page();
  await page.mouse.move(0, 0);
  await locator.waitFor();
  for (const frame of page.frames()) await frame.evaluate(() => globalThis.document.activeElement?.blur());
  await settled(page);
  return locator.screenshot({ animations: 'disabled' });
}

/** Fonts are there and two frames were drawn. */
export function settled(page) {
  return page.evaluate(async () => {
    const { document, requestAnimationFrame } = globalThis;
    await document.fonts.ready;
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  });
}

/**
 * A part of the shown tab with its letters and numbers: the frozen row and column, and what is right of and below them.
 * @param from the first column beside the frozen one; @param row the first row under the frozen one
 */
export async function shotOfTab({ page, cell }, { from = 'B', to, row = 2, rows }) {
  const scroller = page.locator('.scroller');
  const letter = (name) => page.locator('.letter', { hasText: new RegExp(`^${name}$`) });
  const number = (n) => page.locator('.number', { hasText: new RegExp(`^${n}$`) });
  for (const address of [`${to}${rows}`, `${from}${row}`]) await cell(address);
  await settled(page);
  const [column, line] = [await letter(from).boundingBox(), await number(row).boundingBox()];
  const [left, top] = [await letter('A').boundingBox(), await number(1).boundingBox()];
  await scroller.evaluate(
    (element, [x, y]) => element.scrollBy({ left: x, top: y, behavior: 'instant' }),
    [column.x - left.x - left.width, line.y - top.y - top.height],
  );
  await settled(page);
  const [grid, right, bottom] = await Promise.all(
    [scroller, letter(to), number(rows)].map((part) => part.boundingBox()),
  );
  // The selection goes below the picture; a cell that is half seen would move the page.
  const place = await scroller.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  await page.mouse.click(left.x + left.width + 60, grid.y + grid.height - 80);
  await page.mouse.move(0, 0);
  await settled(page);
  await scroller.evaluate(
    (element, [x, y]) => element.scrollTo({ left: x, top: y, behavior: 'instant' }),
    place,
  );
  await settled(page);
  const [width, height] = [right.x + right.width - grid.x, bottom.y + bottom.height - grid.y];
  return page.screenshot({ clip: { x: grid.x, y: grid.y, width, height }, animations: 'disabled' });
}
