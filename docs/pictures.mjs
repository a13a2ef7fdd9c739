/**
 * `npm run docs:pictures [-- <file.png> …]`: makes docs/pictures/*.png from the running product: the demo municipality is
 * made, served and opened in a Chromium, and what a person would do is done in the page. Where no Chromium starts this is
 * said in one line, and the committed pictures stay as they are.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { books } from './picturing/books.mjs';
import { cli, launch, openPage, serve } from './picturing/served-page.mjs';

const target = join(import.meta.dirname, 'pictures');
const LIMIT = 150 * 1024;
/** Sharp enough on a page, small enough for the repository. */
const SHARP = 1.5;

function save(file, png) {
  writeFileSync(join(target, file), png);
  const note = png.length > LIMIT ? ' (больше 150 КБ)' : '';
  process.stdout.write(`${file}: ${Math.round(png.length / 1024)} КБ${note}\n`);
}

/** @param wanted names of pictures; none = all */
async function picturesOf(browser, { from, options = [], prepare, damage, pictures }, work, wanted) {
  const isWanted = ({ file }) => wanted.length === 0 || wanted.includes(file);
  if (!pictures.some(isWanted)) return;
  const folder = mkdtempSync(join(work, 'book-'));
  if (from) cpSync(join(work, from), folder, { recursive: true });
  await prepare?.(folder);
  const book = await serve(folder, ...options);
  try {
    await damage?.(book);
    // One builds on what was done for another, so those before it are taken too.
    const last = pictures.findLastIndex(isWanted);
    for (const picture of pictures.slice(0, last + 1)) {
      const { file, size = [1440, 1200], scale = SHARP, dark, take } = picture;
      const window = await openPage(browser, book, { width: size[0], height: size[1], scale, dark });
      try {
        const png = await take(window, book);
        if (isWanted(picture)) save(file, png);
      } catch (error) {
        process.exitCode = 1;
        process.stdout.write(`${file}: не получилась (${String(error.message).split('\n')[0]})\n`);
      }
      await window.close();
    }
  } finally {
    await book.stop();
  }
}

async function main(wanted) {
  const work = mkdtempSync(join(tmpdir(), 'pictures-'));
  let browser;
  try {
    browser = await launch(work);
    mkdirSync(target, { recursive: true });
    cli('demo', '--out', join(work, 'demo'));
    for (const book of books) await picturesOf(browser, book, work, wanted);
  } catch (error) {
    if (browser) throw error;
    const why = String(error.message).split('\n')[0];
    process.stdout.write(`Chromium не запускается, картинки не обновлены: ${why}\n`);
  } finally {
    await browser?.close();
    rmSync(work, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
