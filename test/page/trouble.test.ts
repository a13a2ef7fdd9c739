import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { columnName } from '../../src/local/services/spreadsheet/notation';
import { cli, removeScratch, scratch } from '../cli/run-cli';
import { inChromium } from '../ui/chromium';
import { type OpenPage, openPage } from './page-in-browser';
import { actId, killServed, type Served, serve } from './served';

/** Troubles of a day: nothing typed is lost, and the page says what is going on. */

const TAB = 'Практики';
/** A free text of a record: any value is taken. */
const NAME = 'G';
/** A second of the issue, and what a loaded machine adds. */
const AT_ONCE_MS = 10_000;

let made = '';
let folder = '';
let server: Served | null = null;

/** One demo book and one server for all tests; a test that ends its server starts it again. */
async function served(): Promise<Served> {
  if (made === '') {
    made = join(scratch(), 'demo');
    await cli(['demo', '--out', made]);
    folder = join(scratch(), 'book');
    cpSync(made, folder, { recursive: true });
    server = await serve(folder, '--port', '0');
  }
  // The port and the token of the last time are in the folder.
  server ??= await serve(folder);
  return server;
}

afterAll(() => {
  killServed();
  removeScratch();
});

async function until(isDone: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; !(await isDone()); tries++) {
    if (tries > 200) throw new Error(`It did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the book holds, `D3`. */
async function inBook(book: Served, title: string, address: string): Promise<string> {
  const { id } = await book.tab(title);
  const [, letters, number] = /^([A-Z]{1,2})(\d+)$/.exec(address)!;
  const column = [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(number) - 1;
  const { rows } = await book.act({ kind: 'rows', sheetId: id, from: row, to: row + 1 });
  return rows[0]?.c[column]?.t ?? '';
}

/** How often cells were edited, ever: an edit that is done twice shows here, though the cells are the same. */
async function edits(book: Served): Promise<number> {
  return (await book.act({ kind: 'runs' })).filter(({ what }) => what === 'edit').length;
}

const drawn = (window: OpenPage, text: string) =>
  window.page.getByRole('gridcell', { name: text, exact: true });
const pending = (window: OpenPage) => window.page.locator('[role=gridcell][aria-busy=true]');
const noLink = (window: OpenPage) => window.page.getByText('Нет связи с программой');

async function on(book: Served, cell: string, title = TAB): Promise<OpenPage> {
  const window = await openPage(browserOf(), book);
  await window.tab(title);
  await window.cell(cell);
  return window;
}
let browserOf: () => Parameters<typeof openPage>[0];

inChromium('troubles of the page', (browser) => {
  browserOf = browser;

  afterEach(async () => {
    for (const context of browser().contexts()) await context.close();
  });

  test('a lost connection: what is typed is kept, counted and sent once', async () => {
    const book = await served();
    const before = await edits(book);
    const window = await on(book, `${NAME}40`);
    await window.page.context().setOffline(true);
    await window.type('Без связи 1');
    await window.type('Без связи 2');
    await window.page.getByText('2 правки').waitFor();
    expect(await pending(window).allInnerTexts()).toEqual(['Без связи 1', 'Без связи 2']);
    await window.check('offline');
    await window.page.context().setOffline(false);
    await noLink(window).waitFor({ state: 'detached' });
    await until(async () => (await pending(window).count()) === 0, 'nothing is pending');
    expect(await inBook(book, TAB, `${NAME}40`)).toBe('Без связи 1');
    expect(await inBook(book, TAB, `${NAME}41`)).toBe('Без связи 2');
    expect(await edits(book)).toBe(before + 2);
  });

  test('two windows see each other, undo their own, and follow rows that go', async () => {
    const book = await served();
    const [one, two] = await Promise.all([on(book, `${NAME}50`), on(book, `${NAME}52`)]);
    await one.type('Первое окно');
    const from = Date.now();
    await drawn(two, 'Первое окно').waitFor();
    expect(Date.now() - from).toBeLessThan(AT_ONCE_MS);
    await one.cell(`${NAME}50`);
    await Promise.all([one.type('Первое снова'), two.type('Второе окно')]);
    await Promise.all([drawn(one, 'Второе окно').waitFor(), drawn(two, 'Первое снова').waitFor()]);
    await one.page.keyboard.press('Control+z');
    await drawn(two, 'Первое окно').waitFor();
    expect(await inBook(book, TAB, `${NAME}52`)).toBe('Второе окно');
    // The second window stands on its cell; the first deletes a row above.
    await two.cell(`${NAME}52`);
    // What it is typing goes with the record, not with the place.
    await two.page.keyboard.press('F2');
    await two.page.keyboard.press('End');
    await two.page.keyboard.insertText(', дополнено');
    await one.cell(`${NAME}45`);
    await one.choose('Правка', 'Удалить выделенные строки…');
    await one.page.getByRole('button', { name: 'Удалить 1 строку' }).click();
    await until(async () => (await inBook(book, TAB, `${NAME}51`)) === 'Второе окно', 'the row is gone');
    await until(
      async () => (await drawn(two, 'Второе окно').getAttribute('id'))?.includes('-50-') === true,
      'the row is shown where it is now',
    );
    await two.page.keyboard.press('Enter');
    await drawn(one, 'Второе окно, дополнено').waitFor();
    expect(await inBook(book, TAB, `${NAME}51`)).toBe('Второе окно, дополнено');
    expect(await inBook(book, TAB, `${NAME}52`)).toBe('');
    // A record that is gone takes no edit.
    await two.cell(`${NAME}51`);
    await two.page.keyboard.press('F2');
    await two.page.keyboard.insertText('!');
    await one.cell(`${NAME}51`);
    await one.choose('Правка', 'Удалить выделенные строки…');
    await one.page.getByRole('button', { name: 'Удалить 1 строку' }).click();
    await until(async () => (await inBook(book, TAB, `${NAME}51`)) === '', 'the row is gone');
    await two.page.keyboard.press('Enter');
    await two.page.getByText('тем временем удалили или переставили').waitFor();
    expect(await inBook(book, TAB, `${NAME}51`)).toBe('');
  });

  test('bad pastes: text as it is, all or nothing, and said why', async () => {
    const book = await served();
    const { id: sheetId } = await book.tab(TAB);
    const { sheet } = await book.act({ kind: 'sheet', sheetId });
    // Also when the test is run again.
    const blank = Array.from({ length: 5 }, () => ['', '']);
    await book.act({ kind: 'edit', id: actId(), sheetId, row: 59, column: 19, values: blank });
    const window = await on(book, 'T60');
    const { page } = window;
    // Outside of what people fill: asked first.
    await window.type('будет стёрто');
    await page.getByRole('button', { name: 'Отмена' }).click();
    expect(await inBook(book, TAB, 'T60')).toBe('');
    await window.cell('T60');
    await window.paste('=1+1\t2');
    await page.getByRole('button', { name: 'Всё равно изменить' }).click();
    await until(async () => (await inBook(book, TAB, 'T60')) === '2', 'the formula is computed');
    await window.cell('T60');
    await until(async () => (await window.content()) === '=1+1', 'the formula is a formula');
    // Short lines leave blanks, line ends of Windows and a last one are none of the cells.
    await window.cell('U63');
    await window.paste('старое\nстрока ниже');
    await until(async () => (await inBook(book, TAB, 'U64')) === 'строка ниже', 'the block is there');
    await window.cell('T62');
    await window.paste('"а\r\nб"\t"в\tг"\r\n"д ""е"""\r\n');
    await until(async () => (await inBook(book, TAB, 'T63')) === 'д "е"', 'the block is there');
    expect(await inBook(book, TAB, 'T62')).toBe('а\nб');
    expect(await inBook(book, TAB, 'U62')).toBe('в\tг');
    expect(await inBook(book, TAB, 'U63')).toBe('');
    expect(await inBook(book, TAB, 'U64')).toBe('строка ниже');
    // The tab grows under a block that goes beyond its edge; what is too much is refused at once.
    await window.cell(`${columnName(sheet.columns - 1)}${sheet.rows}`);
    await window.paste('1\t2\n3\t4');
    const corner = `${columnName(sheet.columns)}${sheet.rows + 1}`;
    await until(async () => (await inBook(book, TAB, corner)) === '4', 'the block is there');
    await window.cell(corner);
    await until(async () => (await window.content()) === '4', 'the tab has grown');
    const count = await edits(book);
    await window.paste('x\n'.repeat(100_001));
    await page.getByText(/не больше 100\s000 ячеек/).waitFor();
    expect(await edits(book)).toBe(count);
    // One value of ten that its rule refuses.
    await window.tab('Наставники');
    await window.cell('L2');
    const years = await Promise.all([2, 5, 11].map((row) => inBook(book, 'Наставники', `L${row}`)));
    await window.paste([1, 2, 3, 4, 5, 6, 99, 8, 9, 10].join('\n'));
    await page.getByText('Значение в ячейке L8').waitFor();
    await window.check('a block is refused');
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toContain('99\n8');
    await page.keyboard.press('Enter');
    expect(await Promise.all([2, 5, 11].map((row) => inBook(book, 'Наставники', `L${row}`)))).toEqual(years);
    await until(async () => (await pending(window).count()) === 0, 'nothing is pending');
  });

  test('the page is loaded anew with an edit that has no answer: it is done once', async () => {
    const book = await served();
    const window = await on(book, `${NAME}70`);
    const before = await edits(book);
    const ended = book.kill('SIGSTOP');
    await window.type('До перезагрузки');
    await pending(window).waitFor();
    const reloaded = window.page.reload();
    void book.kill('SIGCONT');
    await reloaded;
    await drawn(window, 'До перезагрузки').waitFor();
    await until(async () => (await edits(book)) > before, 'the edit is done');
    expect(await inBook(book, TAB, `${NAME}70`)).toBe('До перезагрузки');
    expect(await edits(book)).toBe(before + 1);
    void ended;
  });

  test('the program is killed in the middle of an edit and started again: all of it arrives, once', async () => {
    let book = await served();
    const window = await on(book, `${NAME}80`);
    const { page } = window;
    const before = await edits(book);
    // The book has the edit, the window has no answer.
    let done = () => {};
    const isDone = new Promise<void>((resolve) => {
      done = resolve;
    });
    await page.route('**/api/do', async (route) => {
      if (!route.request().postData()?.includes('"edit"')) return route.continue();
      await route.fetch();
      done();
      server = null;
      await book.kill('SIGKILL');
      await route.abort();
    });
    await window.type('Сделано без ответа');
    await isDone;
    await noLink(window).waitFor();
    await page.unrouteAll();
    await drawn(window, 'Сделано без ответа').waitFor();
    await window.type('Введено без программы');
    await page.getByText('2 правки').waitFor();
    await drawn(window, 'Сделано без ответа').waitFor();
    expect(await pending(window).allInnerTexts()).toContain('Введено без программы');
    book = await served();
    await until(async () => (await pending(window).count()) === 0, 'nothing is pending');
    await drawn(window, 'Сделано без ответа').waitFor();
    await drawn(window, 'Введено без программы').waitFor();
    expect(await inBook(book, TAB, `${NAME}80`)).toBe('Сделано без ответа');
    expect(await inBook(book, TAB, `${NAME}81`)).toBe('Введено без программы');
    expect(await edits(book)).toBe(before + 2);
    await page.getByText('восстановлено действий из журнала').waitFor();
    await window.check('started again');
  });

  test('the file is changed by another program: either is taken, the other is a version', async () => {
    const book = await served();
    const window = await on(book, `${NAME}2`);
    const { page } = window;
    const original = await inBook(book, TAB, `${NAME}2`);
    const theirs = join(made, 'workbook.xlsx');
    const change = async (text: string) => {
      await window.cell(`${NAME}2`);
      await window.type(text);
      await until(async () => (await inBook(book, TAB, `${NAME}2`)) === text, text);
      copyFileSync(theirs, join(folder, 'workbook.xlsx'));
      await page.keyboard.press('Control+s');
      await page.getByText('Файл книги изменён другой программой').waitFor();
    };
    const whys = async () => (await book.act({ kind: 'versions' })).map(({ why }) => why);
    await page.keyboard.press('Control+s');
    await page.getByText('Сохранено в').waitFor();
    await change('Моя правка 1');
    await window.check('changed outside');
    await page.getByRole('button', { name: 'Записать поверх' }).click();
    await page.getByText('Файл книги изменён').waitFor({ state: 'detached' });
    expect(await inBook(book, TAB, `${NAME}2`)).toBe('Моя правка 1');
    expect((await whys())[0]).toMatch(/изменён другой программой/);
    await change('Моя правка 2');
    await page.getByRole('button', { name: 'Открыть изменённый файл' }).click();
    await page.getByText('Файл книги изменён').waitFor({ state: 'detached' });
    await drawn(window, original).first().waitFor();
    expect(await inBook(book, TAB, `${NAME}2`)).toBe(original);
    expect((await whys())[0]).toMatch(/несохранённое в браузере/);
    // What was done here is not lost.
    await window.choose('Файл', 'Прежние версии…');
    await page.getByRole('button', { name: 'Восстановить' }).first().click();
    await page.getByRole('dialog').last().getByRole('button', { name: 'Восстановить' }).click();
    await drawn(window, 'Моя правка 2').waitFor();
  });

  test('a long command is stopped by a word, or with the thread of the book', async () => {
    const book = await served();
    const window = await on(book, 'V90');
    const { page } = window;
    const sums = (count: number) => Array(count).fill('=SUM(Наставники!A1:Z1000)').join('\n');
    await window.type('до команды');
    await page.getByRole('button', { name: 'Всё равно изменить' }).click();
    await until(async () => (await inBook(book, TAB, 'V90')) === 'до команды', 'typed');
    await window.cell('W90');
    await window.paste(sums(900));
    await page.getByText('Выполняется: Ввод в ячейки').waitFor();
    await page.getByText(/\d+ с, обращений: \d+/).waitFor();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await page.getByRole('button', { name: 'Прервать сейчас' }).click();
    await page.getByText('Она прервана: в книге её нет.').waitFor();
    await window.check('stopped');
    await page.keyboard.press('Enter');
    await until(async () => (await pending(window).count()) === 0, 'nothing is pending');
    expect(await inBook(book, TAB, 'V90')).toBe('до команды');
    expect(await inBook(book, TAB, 'W90')).toBe('');
    await window.cell('V91');
    await window.type('после команды');
    await until(async () => (await inBook(book, TAB, 'V91')) === 'после команды', 'typed');
  });

  test('a damaged tab comes back from a previous version', async () => {
    const book = await served();
    const window = await on(book, `${NAME}1`);
    const { page } = window;
    const [header, third] = [await inBook(book, TAB, `${NAME}1`), await inBook(book, TAB, 'A3')];
    await book.act({ kind: 'save' });
    await window.type('Не та шапка');
    await page.getByRole('button', { name: 'Всё равно изменить' }).click();
    await until(async () => (await inBook(book, TAB, `${NAME}1`)) === 'Не та шапка', 'typed');
    await window.cell('A2:A12');
    await window.choose('Правка', 'Удалить выделенные строки…');
    await page.getByRole('button', { name: 'Удалить 11 строк' }).click();
    await until(async () => (await inBook(book, TAB, 'A3')) !== third, 'the rows are gone');
    await book.act({ kind: 'save' });
    await window.choose('Файл', 'Прежние версии…');
    await page.getByRole('button', { name: 'Восстановить' }).first().click();
    await page.getByRole('dialog').last().getByRole('button', { name: 'Восстановить' }).click();
    await page.getByText('Восстановлена версия').waitFor();
    await drawn(window, third).waitFor();
    expect(await inBook(book, TAB, `${NAME}1`)).toBe(header);
    expect(await inBook(book, TAB, 'A3')).toBe(third);
  });

  test('axe finds nothing beside a side bar and a dialog, in the dark, in English, on a phone', async () => {
    const book = await served();
    const wide = await openPage(browser(), book, { dark: true });
    await wide.choose('Наставничество', 'Мои замечания');
    await wide
      .panel()
      .getByRole('heading', { name: /Осталось/ })
      .waitFor();
    await wide.check('a side bar in the dark');
    await wide.choose('Файл', 'История запусков…');
    await wide.page.getByRole('dialog').getByRole('table').waitFor();
    await wide.check('a dialog in the dark');
    const narrow = await openPage(browser(), book, { width: 390, height: 800 });
    await narrow.check('a phone');
    await narrow.page.getByRole('button', { name: 'Switch to English' }).click();
    await narrow.page.getByRole('grid', { name: /^Tab / }).waitFor();
    await narrow.check('a phone in English');
    expect((await book.stop()).exit).toBe(0);
    server = null;
  });
});
