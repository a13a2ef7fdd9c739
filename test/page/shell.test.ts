/** The page around the grid, in a real browser, with a server that is a table of answers. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { ShownView } from '../../src/local/page/protocol';
import { inChromium } from '../ui/chromium';
import { StubServer } from './stub-server';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PATIENCE_MS = 20_000;

interface Options {
  readonly dark?: boolean;
  readonly width?: number;
  readonly locale?: string;
  readonly hash?: string;
}

let server: StubServer;

async function open(browser: Browser, options: Options = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'ru-RU',
    timezoneId: 'Europe/Moscow',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(server.address + (options.hash ?? ''));
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('tab', { selected: true }).waitFor();
  return page;
}

const faults: string[] = [];

async function clean(page: Page, state: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} } }).then(({ violations }) => [
      ...violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html + ' ' + n.failureSummary).join(' | ')),
      ...(document.documentElement.scrollWidth > innerWidth ? ['horizontal scroll'] : []),
    ])`,
  )) as string[];
  expect({ state, found }).toEqual({ state, found: [] });
}

/** A page of the script is shown in the only window. */
function show(kind: ShownView['kind'], html: string, id = 1): void {
  const address = `/frame/${id}`;
  server.frames.set(address, html);
  server.tell({ type: 'show', shown: { id, kind, title: 'Карточка', address, width: null, height: null } });
}

const until = async (page: Page, what: () => boolean): Promise<void> => {
  for (let waited = 0; !what(); waited += 25) {
    if (waited > PATIENCE_MS) throw new Error('It does not come');
    await page.waitForTimeout(25);
  }
};

/** Into the active cell. A keyboard of a test has no Russian keys: the editor is opened first. */
const type = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('F2');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
};

const address = (page: Page) => page.getByRole('textbox', { name: 'Адрес ячейки' });
const content = (page: Page) => page.getByRole('textbox', { name: 'Содержимое ячейки' });

inChromium('the page of the book', (browser) => {
  beforeEach(async () => {
    faults.length = 0;
    server = await StubServer.start();
  });
  afterEach(async () => {
    for (const context of browser().contexts()) await context.close();
    await server.close();
    expect(faults).toEqual([]);
  });

  test('typing is kept without a connection, survives a reload, and is sent in order, once', async () => {
    const page = await open(browser(), { hash: '#gid=1&range=B4' });
    server.cut();
    await page.getByText('Нет связи с программой').waitFor();
    for (const text of ['Первая', 'Вторая', 'Третья']) {
      await type(page, text);
    }
    await page.getByText('3 правки').waitFor();
    server.state = 'on';
    server.boot = 'boot-2';
    await page.getByText('Нет связи с программой').waitFor({ state: 'detached' });
    await until(page, () => server.acts('edit').length >= 3);
    // Not before the new server knows whom this window acts as.
    const kinds = server.asked.map(({ act }) => act.kind);
    expect(kinds.indexOf('edit')).toBeGreaterThan(kinds.lastIndexOf('open'));
    expect(server.acts('edit').map((act) => [act.row, act.values[0][0]])).toEqual([
      [3, 'Первая'],
      [4, 'Вторая'],
      [5, 'Третья'],
    ]);
    // A page that is loaded anew while the server is away sends what its window has kept.
    server.answers.edit = () => new Promise(() => undefined);
    await type(page, 'Четвёртая');
    await until(page, () => server.acts('edit').length === 4);
    delete server.answers.edit;
    await page.reload();
    await until(page, () => server.acts('edit').length === 5);
    const [fourth, again] = server.acts('edit').slice(3);
    expect(again).toEqual(fourth);
    await page.getByRole('gridcell', { name: 'Четвёртая' }).waitFor();
    expect(
      await page.evaluate('Object.keys(sessionStorage).filter((key) => key.includes("pending"))'),
    ).toEqual([]);
  });

  test('a duplicate of the window takes another name and sends nothing of it', async () => {
    const page = await open(browser());
    const kept = (await page.evaluate('({ ...sessionStorage })')) as Record<string, string>;
    const twin = await page.context().newPage();
    await twin.addInitScript(`Object.assign(sessionStorage, ${JSON.stringify(kept)})`);
    await twin.goto(server.address);
    await twin.getByRole('gridcell').first().waitFor();
    const names = new Set(server.asked.filter(({ act }) => act.kind === 'open').map(({ window }) => window));
    expect(names.size).toBe(2);
  });

  test('a restart opens the book again: the tab and the place stay', async () => {
    const page = await open(browser(), { hash: '#gid=2&range=C7' });
    expect(await address(page).inputValue()).toBe('C7');
    server.book.cells.set('2:6:2', 'После запуска');
    server.cut();
    server.boot = 'boot-2';
    server.book.seq = 0;
    server.state = 'on';
    await page.getByRole('gridcell', { name: 'После запуска' }).waitFor();
    expect(await address(page).inputValue()).toBe('C7');
    expect(await content(page).inputValue()).toBe('После запуска');
    // An event that was missed: the tab is asked for again.
    server.book.cells.set('2:6:2', 'После пропуска');
    server.book.seq = 7;
    server.tell({ type: 'book', seq: 7, change: {} });
    await page.getByRole('gridcell', { name: 'После пропуска' }).waitFor();
  });

  test('an address that is not valid any more says what to do', async () => {
    const page = await open(browser());
    server.state = 'strange';
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Адрес этой страницы больше не действует' }).waitFor();
    await page.getByText('npm start').waitFor();
    await clean(page, 'expired');
  });

  test('a refusal is said as it is, and the editor opens with what was typed', async () => {
    const page = await open(browser(), { hash: '#gid=1&range=B4' });
    server.answers.edit = () => {
      throw new Error('«Школа» уже есть в строке 2.');
    };
    await type(page, 'Школа');
    await page.getByText('«Школа» уже есть в строке 2.').waitFor();
    await clean(page, 'refused');
    await page.keyboard.press('Enter');
    const editor = page.locator('.grid .editor :is(input, textarea)');
    expect(await editor.inputValue()).toBe('Школа');
  });

  test('a protected tab is asked about first', async () => {
    const page = await open(browser(), { hash: '#gid=3&range=A2' });
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Отмена' }).click();
    expect(server.acts('edit')).toEqual([]);
    await address(page).fill('C2');
    await address(page).press('Enter');
    await page.keyboard.type('free');
    await page.keyboard.press('Enter');
    await until(page, () => server.acts('edit').length === 1);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('y');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Всё равно изменить' }).click();
    await until(page, () => server.acts('edit').length === 2);
  });

  test('menus by the keyboard alone', async () => {
    const page = await open(browser());
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Shift+F6');
    expect(await focused()).toBe('Файл');
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'н', bubbles: true }))`,
    );
    expect(await focused()).toBe('Наставничество');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Карточка…');
    await page.keyboard.press('End');
    expect(await focused()).toContain('Настройка');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Создать или обновить книгу');
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('Настройка');
    await page.keyboard.press('ArrowRight');
    await clean(page, 'menu');
    await page.keyboard.press('Enter');
    await until(page, () => server.acts('run').length === 1);
    expect(server.acts('run')[0]).toMatchObject({
      function: 'setUpWorkbook',
      caption: 'Создать или обновить книгу',
    });
    expect(server.asked.at(-1)?.at).toMatchObject({ sheetId: 1, row: 1, column: 0 });
  });

  test('google.script.run: handlers, the user object, what crosses and what is refused', async () => {
    const page = await open(browser());
    show(
      'sidebar',
      '<!doctype html><html lang="ru"><head><title>t</title></head><body><h1>Панель</h1></body></html>',
    );
    const frame = page.frameLocator('aside iframe');
    await frame.getByRole('heading').waitFor();
    const panel = page.frames().find((one) => one.url().includes('/frame/1'));
    const ask = (code: string) =>
      panel?.evaluate(
        `new Promise((done) => { const run = google.script.run; const ok = (...all) => done(all); ${code} })`,
      );
    expect(
      await ask(`run.withUserObject(7).withFailureHandler(done).withSuccessHandler(ok)
      .rpc('x', { a: [undefined, 1, NaN], b: undefined, c: null })`),
    ).toEqual([['x', { a: [null, 1, null], c: null }], 7]);
    for (const value of [
      'new Date()',
      '() => 1',
      'document.body',
      '{ a: new Map() }',
      '(() => { const a = []; a.push(a); return a })()',
    ])
      expect(
        await ask(`try { run.rpc('x', ${value}); done('crossed') } catch (error) { done(error.message) }`),
      ).toBe('Failed due to illegal value in property: 1');
    expect(
      await ask(`const form = document.createElement('form'); form.innerHTML = '<input name=a value=1><input name=b value=2><input name=b value=3>';
      run.withSuccessHandler(ok).rpc(form)`),
    ).toEqual([[{ a: '1', b: ['2', '3'] }], undefined]);
    expect(await ask('done([typeof run.hidden_, typeof run.then, run.withUserObject(1) === run])')).toEqual([
      'undefined',
      'undefined',
      false,
    ]);
    server.answers.call = () => {
      throw new Error('Такой записи нет');
    };
    expect(
      await ask(
        'run.withFailureHandler((error, user) => done([error.message, user])).withUserObject(5).rpc()',
      ),
    ).toEqual(['Такой записи нет', 5]);
    // The frame has no way out: neither to the page, nor to the storage, nor to the network.
    expect(
      await ask(`let walls = 0; try { parent.document } catch { walls++ } try { localStorage } catch { walls++ }
      fetch('/api/do').catch(() => done(walls + 1))`),
    ).toBe(3);
  });

  test('side bars and dialogs: focus, links, size, closing', async () => {
    const page = await open(browser());
    const html = `<!doctype html><html lang="ru"><head><title>t</title></head><body><a href="#gid=2&range=B5" target="_blank">место</a>
      <a href="file:///home/me/book/documents/нет.docx">документ</a><button autofocus onclick="google.script.host.close()">Закрыть всё</button></body></html>`;
    show('sidebar', html);
    const frame = page.frameLocator('aside iframe');
    await frame.getByText('место').waitFor();
    await page.waitForFunction('document.activeElement.tagName === "IFRAME"');
    expect((await page.locator('aside').boundingBox())?.width).toBe(300);
    await clean(page, 'side bar');
    await frame.getByText('место').click();
    await page.getByRole('tab', { name: 'Наставники', selected: true }).waitFor();
    expect(await address(page).inputValue()).toBe('B5');
    await frame.getByText('документ').click();
    await page.getByText('Документ не удалось показать').waitFor();
    await page.keyboard.press('Escape');
    await frame.getByRole('button').click();
    await page.locator('aside').waitFor({ state: 'hidden' });
    show('modal', html, 2);
    await page.frameLocator('dialog iframe').getByText('место').waitFor();
    await page.waitForFunction('document.activeElement.tagName === "IFRAME"');
    server.tell({ type: 'busy', what: 'Отчёт', mine: true, ms: 1000, trips: 3, last: '', asking: false });
    await page.getByRole('dialog').getByRole('button', { name: 'Остановить' }).click();
    await until(page, () => server.acts('stop').length === 1);
    server.tell({ type: 'idle' });
    await page.frameLocator('dialog iframe').getByRole('button').press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    show('modeless', html, 3);
    await page.frameLocator('.modeless iframe').getByRole('button').click();
    await page.locator('.modeless').waitFor({ state: 'detached' });
  });

  test('questions of the script: buttons in its order; closing is an answer', async () => {
    const page = await open(browser());
    const question = {
      id: 1,
      kind: 'alert',
      title: null,
      message: 'Удалить?',
      buttons: ['YES', 'NO', 'CANCEL'],
    } as const;
    server.tell({ type: 'ask', question });
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('.buttons button').allTextContents()).toEqual(['Да', 'Нет', 'Отмена']);
    await page.keyboard.press('Escape');
    server.tell({ type: 'ask', question: { ...question, id: 2, kind: 'prompt', buttons: ['OK', 'CANCEL'] } });
    await page.getByRole('dialog').getByRole('textbox').fill('2024-04');
    await page.keyboard.press('Enter');
    server.tell({ type: 'ask', question: { ...question, id: 3 } });
    await page.getByRole('dialog').waitFor();
    server.tell({ type: 'asked', question: 3 });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until(page, () => server.acts('answer').length === 2);
    expect(server.acts('answer').map(({ question: id, button, text }) => [id, button, text])).toEqual([
      [1, 'CLOSE', ''],
      [2, 'OK', '2024-04'],
    ]);
  });

  test('the address box, the content, the tabs, the filter, find', async () => {
    const page = await open(browser());
    await address(page).fill('Наставники!B3:B5');
    await address(page).press('Enter');
    await page.getByText('3 ячейки').waitFor();
    await address(page).fill('нигде!A1');
    await address(page).press('Enter');
    expect(await address(page).getAttribute('aria-invalid')).toBe('true');
    await address(page).press('Escape');
    await address(page).fill('E3:E5');
    await address(page).press('Enter');
    await page.getByText('3 ячейки, сумма 6').waitFor();
    await content(page).fill('100');
    await content(page).press('Enter');
    await until(page, () => server.acts('edit').length === 1);
    expect(server.acts('edit')[0]).toMatchObject({ row: 2, column: 4, values: [['100']] });
    await page.getByRole('gridcell', { name: '100' }).waitFor();
    await address(page).fill('C3');
    await address(page).press('Enter');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /Фильтр по значениям/ }).click();
    await page.getByRole('checkbox', { name: /ОРГ-001/ }).uncheck();
    await clean(page, 'filter');
    await page.getByRole('button', { name: 'Применить' }).click();
    await page.getByText('Показано 15 из 30').waitFor();
    server.answers.find = () => ({
      hits: [{ sheetId: 1, sheet: 'Организации', row: 2, column: 1, text: 'МБОУ «Лицей»' }],
      total: 1,
    });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Лицей');
    await page.getByText('Найдено: 1').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Организации', selected: true }).waitFor();
    expect(await address(page).inputValue()).toBe('B3');
    await page.getByRole('button', { name: 'Все вкладки' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Служебный (скрыта)' }).click();
    await page.getByRole('tab', { name: 'Служебный', selected: true }).waitFor();
  });

  test('the first steps tick themselves off', async () => {
    server.book.blank();
    const page = await open(browser());
    const card = page.getByRole('region', { name: 'Первые шаги' });
    await card.getByRole('button', { name: 'Создать вкладки' }).click();
    await until(page, () => server.acts('run').length === 1);
    server.book.sheets.splice(0, 1, { id: 1, name: 'Организации', hidden: false, color: null });
    const step = (steps: Partial<typeof server.book.steps>) => {
      Object.assign(server.book.steps, steps);
      const change = { steps: { ...server.book.steps }, sheets: [...server.book.sheets] };
      server.tell({ type: 'book', seq: ++server.book.seq, change });
    };
    server.answers.sheet = undefined;
    step({ tabs: true });
    await card.getByRole('button', { name: 'К листу «Организации»' }).click();
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Организации');
    step({ records: true });
    await card.getByRole('button', { name: 'Построить отчёт' }).click();
    await until(page, () => server.acts('run').length === 2);
    expect(server.acts('run')[1].function).toBe('buildMonitoringReport');
    step({ report: true });
    await card.getByText('Всё готово').waitFor();
    await card.getByRole('button', { name: 'Закрыть' }).click();
    await page.reload();
    await page.getByRole('gridcell').first().waitFor();
    expect(await card.isVisible()).toBe(false);
    await page.getByRole('menuitem', { name: 'Справка' }).click();
    await page.getByRole('menuitem', { name: 'Первые шаги' }).click();
    expect(await card.isVisible()).toBe(true);
  });

  test('letters, runs, people and the day; empty lists say what to do', async () => {
    const page = await open(browser());
    const file = async (name: string) => {
      await page.getByRole('menuitem', { name: 'Файл' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await file('Документы');
    await page.getByText('Документов пока нет').waitFor();
    await page.keyboard.press('Escape');
    const letter = { file: '1.eml', date: 0, to: 'school1@example.ru', subject: 'Скоро срок' };
    server.answers.outbox = () => [letter];
    server.answers.letter = () => ({
      ...letter,
      from: 'coordinator@example.ru',
      replyTo: '',
      html: '<p>Здравствуйте</p><a href="file:///b/workbook.xlsx#gid=2&range=B5">ваша строка</a><script>document.body.textContent = "плохо"</script>',
      text: 'Просто текст',
      attachments: [{ name: 'план.docx', address: '/outbox/1.eml/0' }],
    });
    await file('Исходящие');
    await page.getByRole('button', { name: /Скоро срок/ }).click();
    await page.frameLocator('dialog iframe').getByText('Здравствуйте').waitFor();
    await clean(page, 'letter');
    await page.getByRole('button', { name: 'Простой текст' }).click();
    await page.getByText('Просто текст', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Простой текст' }).click();
    await page.frameLocator('dialog iframe').getByText('ваша строка').click();
    await page.getByRole('tab', { name: 'Наставники', selected: true }).waitFor();
    const run = {
      at: 0,
      what: 'morningLetters',
      user: 'a@example.ru',
      how: 'trigger',
      trips: 2,
      calls: 3,
      ms: 4,
      letters: 21,
      error: '',
    };
    server.answers.today = () => ({ seq: server.book.seq, undo: { undo: '', redo: '' }, fired: [run] });
    await page.getByRole('button', { name: /Сегодня/ }).click();
    await page.getByLabel('День книги').fill('2024-05-01');
    await page.getByRole('button', { name: 'Передвинуть' }).click();
    await page.getByText('Теперь 1 мая 2024 г., сработало: 1 триггер, отправлено: 21 письмо.').waitFor();
    await clean(page, 'today');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Вы:/ }).click();
    await clean(page, 'people');
    await page.getByRole('button', { name: /Лицей/ }).click();
    await page.getByRole('button', { name: 'Вы: licey@example.ru' }).waitFor();
  });

  test('stopping: a word, then by force', async () => {
    const page = await open(browser());
    const busy = {
      type: 'busy',
      what: 'Отчёт',
      ms: 61_000,
      trips: 12,
      last: 'Range.getValues',
      asking: false,
    } as const;
    server.tell({ ...busy, mine: true });
    await page.getByText('61 с, обращений: 12').waitFor();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await page.getByRole('button', { name: 'Прервать сейчас' }).click();
    await until(page, () => server.acts('stop').length === 2);
    expect(server.acts('stop').map(({ now }) => now)).toEqual([false, true]);
    server.tell({ ...busy, mine: false });
    await page.getByText('Выполняется в другом окне: Отчёт').waitFor();
    server.tell({ type: 'idle' });
    server.tell({ type: 'save', save: { state: 'outside', words: 'В 12:40.', at: 0 } });
    await page.getByRole('button', { name: 'Открыть изменённый файл' }).click();
    await until(page, () => server.acts('outside').length === 1);
  });

  test.each([
    { locale: 'ru-RU', dark: false, width: 1280 },
    { locale: 'ru-RU', dark: true, width: 390 },
    { locale: 'en-GB', dark: false, width: 390 },
    { locale: 'en-GB', dark: true, width: 1920 },
  ])('axe finds nothing: $locale, dark $dark, $width px', async (options) => {
    const russian = options.locale === 'ru-RU';
    const page = await open(browser(), options);
    expect(await page.evaluate('document.documentElement.lang')).toBe(russian ? 'ru' : 'en');
    await clean(page, 'page');
    server.tell({ type: 'toast', title: 'Готово', message: 'Всё сделано', seconds: -1 });
    await page.getByText('Всё сделано').waitFor();
    if (options.width < 720) {
      await page.getByRole('menuitem', { name: russian ? 'Меню' : 'Menu' }).press('Enter');
      await page.getByRole('menuitem', { name: russian ? 'Справка' : 'Help' }).press('Enter');
    } else await page.getByRole('menuitem', { name: russian ? 'Справка' : 'Help' }).press('Enter');
    await clean(page, 'menu and toast');
    await page.getByRole('menuitem', { name: russian ? 'Клавиши' : 'Keys' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await clean(page, 'keys');
  });
});
