/**
 * `npm run docs:pictures`: makes docs/pictures/*.png from the demo municipality: tabs and the memo with LibreOffice and
 * pdftoppm (poppler), panels with a Chromium (panel-pictures.mjs). What is not there is said in one line, and the
 * committed pictures are left as they are.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { LETTER_DAY, panelPictures, TODAY } from './panel-pictures.mjs';

const root = join(import.meta.dirname, '..');
const target = join(import.meta.dirname, 'pictures');

/** Tabs in the order of the workbook; `width` is the picture's width in pixels, `hidden` are columns left out. */
const tabs = [
  { tab: 'Начало', area: 'A1:B9', file: 'start.png', width: 820 },
  { tab: 'Организации', area: 'A1:J7', file: 'organisations.png', width: 1150 },
  { tab: 'Обучение', area: 'A1:H5', file: 'verdicts.png', width: 1300 },
  { tab: 'Дорожная карта', area: 'A1:R14', hidden: 'ACFGIJKLNO', file: 'roadmap.png', width: 1300 },
  { tab: 'Мониторинг ОО', area: 'A1:J7', file: 'form.png', width: 1150 },
  { tab: 'Настройки', area: 'A1:D14', file: 'settings.png', width: 900 },
  { tab: 'Проверка', area: 'C1:L7', file: 'check.png', width: 1400 },
  { tab: 'Исполнение', area: 'A1:P12', hidden: 'DEHKM', file: 'fulfilment.png', width: 1300 },
  { tab: 'Показатели', area: 'A1:H16', file: 'indicators.png', width: 1150 },
  { tab: 'Свод', area: 'A1:F17', file: 'pivot.png', width: 800 },
  { tab: 'Письма', area: 'A1:K9', hidden: 'AB', file: 'ledger.png', width: 1300 },
];
/** Pages of the memo, by a text that stands on them. */
const memoPages = [
  { text: 'АНАЛИТИЧЕСКАЯ СПРАВКА', file: 'memo-1.png' },
  { text: 'Диаграмма 1', file: 'memo-2.png' },
];
const LIMIT = 150 * 1024;

function has(command, flag) {
  return spawnSync(command, [flag], { stdio: 'ignore' }).error === undefined;
}

function toPdf(file, folder) {
  const office = ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf'];
  execFileSync('libreoffice', [...office, '--outdir', folder, file], { stdio: 'ignore' });
}

/** A copy in which only the wanted parts of the wanted tabs are printed, a page each, with letters and numbers. */
async function printable(workbook, file) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(workbook);
  for (const sheet of book.worksheets) {
    const wanted = tabs.find((t) => t.tab === sheet.name);
    sheet.state = wanted ? 'visible' : 'hidden';
    sheet.headerFooter = {};
    if (!wanted) continue;
    for (const letter of wanted.hidden ?? '') leaveOut(sheet, letter);
    if (wanted.hidden) sheet.eachRow((row) => fitHeight(sheet, row));
    sheet.pageSetup = {
      paperSize: 8,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      // exceljs puts the first dollar only.
      printArea: wanted.area.replace(/(?=\d)(?<!\d)/g, '$'),
      showGridLines: true,
      showRowColHeaders: true,
      margins: { left: 0.2, right: 0.2, top: 0.2, bottom: 0.2, header: 0, footer: 0 },
    };
  }
  book.views = [{ activeTab: book.worksheets.findIndex((s) => s.name === tabs[0].tab) }];
  await book.xlsx.writeFile(file);
}

/** Its texts go too: they would make the rows high. */
function leaveOut(sheet, letter) {
  const column = sheet.getColumn(letter);
  column.hidden = true;
  column.eachCell((cell) => {
    cell.value = null;
  });
}

/** As high as the texts that are left need, words kept whole: LibreOffice does not do it by itself. */
function fitHeight(sheet, row) {
  let lines = 1;
  row.eachCell((cell, at) => {
    const { width = 10 } = sheet.getColumn(at);
    lines = Math.max(lines, Math.ceil(cell.text.length / (0.78 * width)));
  });
  row.height = 3 + 12 * lines;
}

function render(pdf, page, resolution, rest = []) {
  const at = ['-f', String(page), '-l', String(page), '-r', String(resolution)];
  return execFileSync('pdftoppm', [...at, ...rest, pdf], { maxBuffer: 1 << 28 });
}

/** The rectangle of a page that is not white, in pixels of this resolution (binary PGM: `P5 width height 255` + bytes). */
function inked(pgm) {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  const [width, height] = [Number(header[1]), Number(header[2])];
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0, i = header[0].length; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (pgm[i] > 245) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** The inked part of a page, this many pixels wide. */
function picture(pdf, page, width, file) {
  const rough = inked(render(pdf, page, 100, ['-gray']));
  const resolution = Math.round((100 * width) / rough.width);
  const { left, top, width: w, height: h } = inked(render(pdf, page, resolution, ['-gray']));
  const [x, y] = [Math.max(0, left - 4), Math.max(0, top - 4)];
  const crop = ['-x', x, '-y', y, '-W', w + 8, '-H', h + 8].map(String);
  save(file, render(pdf, page, resolution, [...crop, '-png']));
}

/** Number of the first page with this text; pdftotext ends a page with a form feed. */
function pageWith(pdf, text) {
  const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f');
  return pages.findIndex((page) => page.includes(text)) + 1 || 1;
}

function save(file, png) {
  writeFileSync(join(target, file), png);
  const note = png.length > LIMIT ? ' (больше 150 КБ)' : '';
  process.stdout.write(`${file}: ${Math.round(png.length / 1024)} КБ${note}\n`);
}

function cli(...words) {
  execFileSync(process.execPath, ['build/cli.mjs', ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function tabPictures(work, book) {
  if (!has('libreoffice', '--version') || !has('pdftoppm', '-v')) {
    process.stdout.write(
      'Нет libreoffice или pdftoppm (poppler-utils): картинки вкладок и справки не обновлены.\n',
    );
    return;
  }
  const sheets = join(work, 'print.xlsx');
  await printable(join(book, 'workbook.xlsx'), sheets);
  toPdf(sheets, work);
  for (const [i, { file, width }] of tabs.entries()) picture(join(work, 'print.pdf'), i + 1, width, file);
  const memo = readdirSync(join(work, 'documents')).find((name) => name.endsWith('.docx'));
  toPdf(join(work, 'documents', memo), work);
  const pdf = join(work, memo.replace(/\.docx$/, '.pdf'));
  for (const { text, file } of memoPages) save(file, render(pdf, pageWith(pdf, text), 70, ['-png']));
}

const work = mkdtempSync(join(tmpdir(), 'pictures-'));
const checked = join(work, 'checked');
const sent = join(work, 'sent');
mkdirSync(target, { recursive: true });
try {
  cli('demo', '--out', work, '--json');
  // Its findings are deliberate: the check ends with 1.
  spawnSync(
    process.execPath,
    ['build/cli.mjs', 'check', '--book', work, '--out', checked, '--today', TODAY],
    {
      cwd: root,
      stdio: 'ignore',
    },
  );
  // The tab «Письма» is empty before the first letters.
  cli('remind', '--send', '--book', checked, '--out', sent, '--today', LETTER_DAY);
  await tabPictures(work, sent);
  await panelPictures(checked, save);
} finally {
  rmSync(work, { recursive: true, force: true });
}
