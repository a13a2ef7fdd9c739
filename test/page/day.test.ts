import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { cli, removeScratch, scratch } from '../cli/run-cli';
import { inChromium } from '../ui/chromium';
import { type OpenPage, openPage } from './page-in-browser';
import { actId, killServed, type Served, serve } from './served';

let made = '';
/** The demo municipality in a folder of its own. */
async function demo(): Promise<string> {
  if (made === '') {
    made = join(scratch(), 'demo');
    await cli(['demo', '--out', made]);
  }
  const folder = join(scratch(), actId());
  cpSync(made, folder, { recursive: true });
  return folder;
}

afterAll(() => {
  killServed();
  removeScratch();
});

/** The letter of the column with this header, `D`. */
async function columnOf(book: Served, title: string, header: string): Promise<string> {
  const { id } = await book.tab(title);
  const { rows } = await book.act({ kind: 'sheet', sheetId: id });
  const at = rows[0].c.findIndex((cell) => cell?.t === header);
  if (at < 0) throw new Error(`«${title}» has no column «${header}»`);
  return `${at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : ''}${String.fromCharCode(65 + (at % 26))}`;
}

async function text(book: Served, title: string, row: number, header: string): Promise<string> {
  const { id } = await book.tab(title);
  const { rows } = await book.act({ kind: 'sheet', sheetId: id });
  return rows[row - 1]?.c[rows[0].c.findIndex((cell) => cell?.t === header)]?.t ?? '';
}

async function until<T>(look: () => Promise<T>, isDone: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const seen = await look();
    if (isDone(seen) || tries > 100) return seen;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

const heading = (window: OpenPage, name: RegExp) => window.panel().getByRole('heading', { name }).first();

inChromium('the day of a coordinator, in the page', (browser) => {
  test('cells and their verdict, 50 pasted rows, a card, a finding, the report and its memo', async () => {
    const book = await serve(await demo(), '--port', '0');
    const window = await openPage(browser(), book);
    const { page } = window;
    await window.check('opened');

    // A wrong value: the verdict stands in the row, and goes when it is mended.
    const years = await columnOf(book, 'Наставники', 'Педагогический стаж, полных лет');
    await window.tab('Наставники');
    await window.cell(`${years}2`);
    const right = await until(
      () => window.content(),
      (content) => content !== '',
    );
    await window.type('99');
    // The cell's own rule refuses it; what was typed is still there.
    await page.getByText('Значение в ячейке').waitFor();
    await page.keyboard.press('Enter');
    const editor = page.locator('textarea:focus, input:focus');
    await editor.waitFor();
    expect(await editor.inputValue()).toBe('99');
    await page.keyboard.press('Escape');
    await window.cell(`${years}2`);
    expect(await window.content()).toBe(right);
    await page.keyboard.press('Delete');
    await until(
      () => text(book, 'Наставники', 2, 'Ошибки'),
      (words) => words !== '',
    );
    expect(await text(book, 'Наставники', 2, 'Ошибки')).toMatch(/стаж/i);
    const errors = await columnOf(book, 'Наставники', 'Ошибки');
    await window.cell(`${errors}2`);
    await until(
      () => window.content(),
      (words) => /стаж/i.test(words),
    );
    expect(await window.content()).toMatch(/стаж/i);
    await window.cell(`${years}2`);
    await window.type(right);
    await until(
      () => text(book, 'Наставники', 2, 'Ошибки'),
      (words) => words === '',
    );
    expect(await text(book, 'Наставники', 2, 'Ошибки')).toBe('');

    // 50 rows as they come from Excel, one of them with a line break in a cell.
    await window.tab('Наставляемые');
    const name = await columnOf(book, 'Наставляемые', 'Код / ФИО наставляемого');
    await window.cell(`${name}400`);
    const block = Array.from({ length: 50 }, (_, i) => (i === 3 ? '"Юдина\nАнна"' : `Петров Пётр ${i}`)).join(
      '\n',
    );
    await window.paste(block);
    const last = await until(
      async () => {
        const { id } = await book.tab('Наставляемые');
        const { rows } = await book.act({ kind: 'rows', sheetId: id, from: 399, to: 449 });
        return rows;
      },
      (rows) => (rows[49]?.c[0]?.t ?? '') !== '',
    );
    expect(last).toHaveLength(50);
    expect(new Set(last.map(({ c }) => c[0]?.t)).size).toBe(50);
    expect(last[3].c.some((cell) => cell?.t === 'Юдина\nАнна')).toBe(true);
    await page.keyboard.press('Control+z');
    const after = await until(
      async () => {
        const { id } = await book.tab('Наставляемые');
        return (await book.act({ kind: 'rows', sheetId: id, from: 399, to: 402 })).rows.flatMap(({ c }) => c);
      },
      (cells) => !cells.some((cell) => cell?.t.startsWith('Петров')),
    );
    expect(after.some((cell) => cell?.t.startsWith('Петров'))).toBe(false);

    // A card, saved.
    await window.tab('Наставники');
    await window.cell('A3');
    await window.choose('Наставничество', 'Карточка…');
    const subject = window.panel().getByLabel('Педагогический стаж, полных лет').first();
    await subject.waitFor();
    await subject.fill('21');
    await window.panel().getByRole('button', { name: 'Сохранить' }).first().click();
    await until(
      () => text(book, 'Наставники', 3, 'Педагогический стаж, полных лет'),
      (v) => v === '21',
    );
    expect(await text(book, 'Наставники', 3, 'Педагогический стаж, полных лет')).toBe('21');

    // A finding: its cell is shown, mended, and the list is shorter by the check.
    await window.choose('Наставничество', 'Мои замечания');
    await heading(window, /Осталось \d+/).waitFor();
    await window.panel().getByRole('button', { name: 'Перейти к ячейке' }).first().click();
    await page.getByRole('tab', { name: 'Обучение', selected: true }).waitFor();
    await window.check('a finding');

    // The report and the memo as it will be printed.
    await window.choose('Наставничество', 'Построить отчёт по мониторингу');
    const memo = page.frameLocator('dialog iframe').getByText('Открыть аналитическую справку');
    await memo.click();
    await page.getByText('АНАЛИТИЧЕСКАЯ СПРАВКА').first().waitFor();
    await page
      .getByText(/Диаграмма 1/)
      .first()
      .waitFor();
    await window.close();
    expect((await book.stop()).exit).toBe(0);
  });

  test('letters: preview, sending, the outbox; another day; damage and repair; what a curator sees', async () => {
    const folder = await demo();
    const book = await serve(folder, '--port', '0', '--today', '2024-04-15');
    const window = await openPage(browser(), book);
    const { page } = window;
    const press = (name: string | RegExp) =>
      window.panel().getByRole('button', { name, exact: true }).first().click();
    await window.choose('Наставничество', 'Напоминания', 'Предпросмотр и отправка…');
    await heading(window, /выключены/i).waitFor();
    await press('Включить ежедневно');
    await heading(window, /Пробный режим/i).waitFor();
    await press('Включить отправку…');
    await window.panel().getByRole('checkbox').check();
    await press('Включить отправку');
    await heading(window, /уходят/i).waitFor();
    await press('Отправить сейчас');
    await window
      .panel()
      .getByText(/отправлено \d+/)
      .waitFor();
    const sent = await book.act({ kind: 'outbox' });
    expect(sent.length).toBeGreaterThan(3);

    await window.choose('Файл', 'Исходящие…');
    await page.getByText(sent[0].subject).first().click();
    await page.frameLocator('dialog iframe').getByText('Здравствуйте').waitFor();
    await window.check('a letter');
    await page.keyboard.press('Escape');

    // The daily run of the next days sends what is due then.
    await page.getByRole('button', { name: /Сегодня: 15 апреля 2024/ }).click();
    await page.getByLabel('День книги').fill('2024-04-17');
    await page.getByRole('button', { name: 'Передвинуть' }).click();
    await page.getByText(/Теперь 17 апреля 2024.*сработал/).waitFor();
    const runs = await book.act({ kind: 'runs' });
    expect(runs.filter(({ how, what }) => how === 'trigger' && what === 'dailyRun').length).toBeGreaterThan(
      0,
    );
    await page.keyboard.press('Escape');

    // A header is overwritten; the repair brings it back.
    await window.tab('Практики');
    const header = 'Название';
    const column = await columnOf(book, 'Практики', header);
    await window.cell(`${column}1`);
    await window.type('Моя шапка');
    const anyway = page.getByRole('button', { name: 'Всё равно изменить' });
    await anyway.click();
    await until(
      () => text(book, 'Практики', 1, 'Моя шапка'),
      (found) => found === 'Моя шапка',
    );
    await window.choose('Наставничество', 'Исправить и восстановить', 'Восстановить правила…');
    await window.panel().getByRole('checkbox').first().waitFor();
    await press(/^(Восстановить|Исправить)/);
    await until(
      () => text(book, 'Практики', 1, header),
      (found) => found === header,
    );
    expect(await columnOf(book, 'Практики', header)).toBe(column);

    await page.getByRole('button', { name: 'Закрыть', exact: true }).first().click();

    // The curator's view: another person in the same window.
    await page.getByRole('button', { name: /^Вы: / }).click();
    await page.getByRole('dialog').getByText('kurator.zarechnaya@example.ru').first().click();
    await page.getByRole('button', { name: /Вы: kurator\.zarechnaya@example\.ru/ }).waitFor();
    await window.choose('Наставничество', 'Мои замечания');
    await heading(window, /Осталось|Всё|Замечаний/).waitFor();
    await window.close();
    expect((await book.stop()).exit).toBe(0);
  });
});
