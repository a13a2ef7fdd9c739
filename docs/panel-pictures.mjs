/**
 * Part of `npm run docs:pictures`: the panels of the add-on over the demo municipality, drawn by a Chromium of
 * playwright-core. Each picture says which menu item opens the panel and what is done in it before the picture is taken.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const ADDRESS = 'https://panel.example/';
/** The day of the demo. */
export const TODAY = '2024-04-20';
/** The last day of the April forms: the demo's 20 April is a Saturday, on which no letters leave. */
export const LETTER_DAY = '2024-04-15';
/** Sharp enough on a page, small enough for the repository. */
const SCALE = 1.5;
const PATIENCE_MS = 15_000;

/** A school's old table as a person copies it: columns between tabs. */
const OLD_TABLE = [
  'Ф.И.О. наставника\tДолжность\tПредмет\tПедагогический стаж\tДата вхождения\tКабинет',
  'Соловьёва Тамара Ильинична\tучитель\tхимия\t18\t01.09.2023\t5',
  'Ершов Павел Денисович\tучитель\tфизика\t12\t01.09.2023\t6',
  'Белкина Зоя Марковна\tучитель\tматематика\t7\t31.02.2023\t8',
].join('\n');

/** A plan of another authority, as it is copied from Word. */
const OTHER_PLAN = [
  '№ п/п\tНаименование мероприятий\tСрок реализации\tОтветственный исполнитель\tВид документа',
  '2\tИнституциональный уровень\t\t\t',
  '2.9\tКруглый стол молодых педагогов\tноябрь 2023, апрель 2024\tСектор по методической работе\tПротокол',
  '2.10\tСоставление индивидуальных маршрутов\tдо 15 сентября 2023 г.\tОО\tИОМ',
  '2.11\tКонкурс «Наставник года»\tв сроки, устанавливаемые ИРО ПК\tСектор по методической работе, ОО\tПриказ',
  '2.12\tАнкетирование наставляемых\tII квартал 2024\tОО\tАналитическая справка',
  '2.13\tВыездной семинар\tпосле ремонта здания\tСектор по методической работе\tПрограмма',
].join('\n');

/** A curator with something overdue and something due on the day. */
const LATE_CURATOR = 'kurator.tri-reki@example.ru';

/**
 * `damage` changes the book first, `act` works in the panel. `height` cuts a long panel, `whole` takes all of it; `today`
 * is another day, `scale` another sharpness.
 */
const pictures = [
  {
    file: 'card.png',
    height: 640,
    open: (session) =>
      session.project.run('rpc', ['showCard', { tab: 'mentors', id: faultyMentor(session), row: 0 }], 'FULL'),
    act: (page) => startAt(page, 'Педагогический стаж'),
  },
  {
    file: 'findings.png',
    height: 760,
    open: (session) => session.project.run('openMyFindings', [], 'FULL'),
    act: (page) => page.getByRole('button', { name: 'Так и должно быть…' }).first().waitFor(),
  },
  {
    file: 'doctor.png',
    height: 760,
    open: (session) => session.project.run('openDoctor', [], 'FULL'),
    act: (page) => page.getByText('Требуют внимания').first().waitFor(),
  },
  {
    file: 'repair.png',
    damage: wipeRules,
    open: (session) => session.project.run('openRepair', [], 'FULL'),
    act: (page) => page.getByRole('checkbox').first().waitFor(),
  },
  {
    file: 'fixes.png',
    damage: untidy,
    open: (session) => session.project.run('openFixes', [], 'FULL'),
    act: (page) => page.getByRole('checkbox').first().waitFor(),
  },
  {
    file: 'import.png',
    open: (session) => session.project.run('openImport', [], 'FULL'),
    act: async (page) => {
      await page.getByRole('textbox').first().fill(OLD_TABLE);
      await page.getByLabel('Организация для строк').selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Показать, что получится' }).click();
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    file: 'storage.png',
    damage: onDrive,
    open: (session) => session.project.run('openStorage', [], 'FULL'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Заменить ФИО кодами…' }).click();
      await page.getByRole('heading', { name: /Шаг 1/ }).waitFor();
    },
  },
  {
    file: 'history.png',
    open: (session) => session.project.run('openRegisterOnDate', [], 'FULL'),
    act: (page) => page.getByRole('button').first().waitFor(),
  },
  {
    file: 'letters.png',
    height: 860,
    today: LETTER_DAY,
    damage: withDailyRun,
    open: (session) => session.project.run('openLetters', [], 'FULL'),
    act: (page) => page.getByRole('button', { name: LATE_CURATOR }).waitFor(),
  },
  {
    file: 'letter.png',
    today: LETTER_DAY,
    damage: withDailyRun,
    open: (session) => {
      const { letters } = session.project.run('rpc', ['lettersReport', {}], 'FULL').value;
      const { html } = letters.find(({ to }) => to === LATE_CURATOR);
      session.host.ui.open = { content: html, width: 640 };
    },
    act: (page) => page.getByText('Здравствуйте').waitFor(),
    whole: true,
    scale: 1.25,
  },
  {
    file: 'rehearsal.png',
    height: 900,
    scale: 1,
    today: LETTER_DAY,
    damage: withDailyRun,
    open: (session) => session.project.run('openRehearsal', [], 'FULL'),
    act: async (page) => {
      await page.getByRole('button', { name: 'Прогнать' }).click();
      await page.getByRole('heading', { name: 'Календарь писем' }).waitFor();
      await page
        .getByRole('button', { name: /22 апреля/ })
        .first()
        .click();
    },
  },
  {
    file: 'plan.png',
    open: (session) => session.project.run('openPlan', [], 'FULL'),
    act: async (page) => {
      await page.getByRole('textbox').first().fill(OTHER_PLAN);
      await page.getByRole('button', { name: 'Показать, что получится' }).click();
      await page.getByRole('table').first().waitFor();
    },
  },
];

/** A long panel from the field with this label on. */
async function startAt(page, label) {
  const field = page.getByText(label).first();
  await field.evaluate((node) => node.scrollIntoView({ block: 'start' }));
  await page.evaluate(() => globalThis.scrollBy(0, -2));
}

function sheetOf(session, title) {
  return session.host.globals.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
}

/** ID of the mentor whose category is not in the list: a flaw of the demo. */
function faultyMentor(session) {
  const [header, ...rows] = sheetOf(session, 'Наставники').getDataRange().getDisplayValues();
  const at = header.indexOf('Квалификационная категория');
  return rows.find((row) => row[at] === '1 категория')[header.indexOf('ID')];
}

/** The coordinator is named and runs the letters daily, in the trial mode; the workbook lies in Google. */
function withDailyRun(session) {
  const settings = sheetOf(session, 'Настройки');
  const rows = settings.getDataRange().getDisplayValues();
  const row = rows.findIndex((cells) => cells.includes('Учётные записи координаторов'));
  settings.getRange(row + 1, rows[0].indexOf('Значение') + 1).setValue('coordinator@example.ru');
  session.host.context.spreadsheetUrl = () => 'https://docs.google.com/spreadsheets/d/1aB2cD3eF/edit';
  session.project.run('rpc', ['lettersSwitch', { to: 'on' }], 'FULL');
}

/** Memos of a workbook in Google are documents of the Drive. */
function onDrive(session) {
  const documents = sheetOf(session, 'Документы');
  const [header, ...rows] = documents.getDataRange().getDisplayValues();
  const [kind, link] = ['Вид', 'Ссылка'].map((title) => header.indexOf(title));
  rows.forEach((row, i) => {
    if (row[kind] !== 'Аналитическая справка' || row[link] === '') return;
    documents.getRange(i + 2, link + 1).setValue(`https://docs.google.com/document/d/1aB2cD${i}/edit`);
  });
}

/** What a paste from another table does: no dropdowns, another header, joined cells, a total at the end. */
function wipeRules(session) {
  const mentors = sheetOf(session, 'Наставники');
  const position = mentors.getDataRange().getDisplayValues()[0].indexOf('Должность') + 1;
  mentors.getRange(2, position, 40, 6).setDataValidation(null);
  mentors.getRange(1, position).setValue('Кем работает');
  const training = sheetOf(session, 'Обучение');
  training.getRange(5, 4, 2, 1).merge();
  sheetOf(session, 'Практики').hideSheet();
}

function untidy(session) {
  const documents = sheetOf(session, 'Документы');
  const header = documents.getDataRange().getDisplayValues()[0];
  const put = (row, title, text) => documents.getRange(row, header.indexOf(title) + 1).setValue(text);
  put(3, '№', '№ 40-од');
  put(4, '№', 'Пр. № 12');
  put(5, 'Название', 'Положение о наставничестве  в МБОУ "Заречная СОШ"');
}

/** The parts of the local host that the panels need, from its sources: build/host.mjs does not open books. */
async function hostParts(folder) {
  await build({
    entryPoints: {
      session: join(root, 'src/local/session.ts'),
      call: join(root, 'src/local/host/script-run.ts'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  const [{ openSession }, { callFromPage }] = await Promise.all([
    import(join(folder, 'session.mjs')),
    import(join(folder, 'call.mjs')),
  ]);
  return { openSession, callFromPage };
}

async function executable() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** google.script of the page: calls go to the host, answers come back a moment later. */
function installGoogle() {
  const runner = (success, failure) =>
    new Proxy(
      {},
      {
        get(_, name) {
          if (name === 'withSuccessHandler') return (handler) => runner(handler, failure);
          if (name === 'withFailureHandler') return (handler) => runner(success, handler);
          return (...args) =>
            globalThis.callServer(String(name), args).then(({ value, message }) => {
              if (message === undefined) success?.(value);
              else failure?.(new Error(message));
            });
        },
      },
    );
  globalThis.google = { script: { run: runner(), host: { close() {}, setHeight() {}, setWidth() {} } } };
}

async function draw(browser, session, callFromPage, { height, act, scale = SCALE, whole = false }) {
  const shown = session.host.ui.open;
  const viewport = { width: shown.width ?? 600, height: height ?? shown.height ?? 720 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale, locale: 'ru-RU' });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown.content })
      : route.abort(),
  );
  await page.exposeFunction('callServer', (name, args) => {
    try {
      return { value: callFromPage(session.project, name, args) };
    } catch (error) {
      return { message: error.message };
    }
  });
  await page.addInitScript(installGoogle);
  try {
    await page.goto(ADDRESS);
    await act(page);
    await page.evaluate(() => document.activeElement?.blur());
    return await page.screenshot({ fullPage: whole });
  } finally {
    await page.close();
  }
}

/**
 * Draws the panels.
 * @param book folder of the checked demo book
 * @param save (file, png) => void
 */
export async function panelPictures(book, save) {
  let browser;
  try {
    browser = await chromium.launch({
      executablePath: await executable(),
      // The form of dates in their fields.
      env: { ...process.env, LANGUAGE: 'ru_RU', LC_ALL: 'ru_RU.UTF-8' },
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=ru-RU'],
    });
  } catch (error) {
    process.stdout.write(
      `Chromium не запускается, картинки панелей не обновлены: ${String(error.message).split('\n')[0]}\n`,
    );
    return;
  }
  const parts = mkdtempSync(join(root, 'build', 'panels-'));
  try {
    const { openSession, callFromPage } = await hostParts(parts);
    for (const picture of pictures) {
      const folder = mkdtempSync(join(tmpdir(), 'panel-'));
      const session = await openSession({ book, folder, today: picture.today ?? TODAY });
      picture.damage?.(session);
      picture.open(session);
      try {
        save(picture.file, await draw(browser, session, callFromPage, picture));
      } catch (error) {
        process.stdout.write(`${picture.file}: не получилась (${String(error.message).split('\n')[0]})\n`);
      }
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    await browser.close();
    rmSync(parts, { recursive: true, force: true });
  }
}
