import { JOURNAL_TITLE } from '../../src/domain/journal/journal-row';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import type { HostOptions } from '../../src/local/host/host';
import { type Bound, bound, shown } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel, type Panel } from './panel-page';

const records = demoRecords({ codes: false });

function demoBook(options: HostOptions = {}): Bound {
  const book = bound(options);
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, records);
  return book;
}

/** A row as an object by header; the row is found by its ID. */
function record(book: Bound, tab: string, id: string): Record<string, string> {
  const [header, ...rows] = shown(book, tab);
  const row = rows.find((r) => r[header.indexOf('ID')] === id);
  if (!row) throw new Error(`No ${id} on ${tab}`);
  return Object.fromEntries(header.map((name, i) => [name, row[i]]));
}

function typeInto(book: Bound, tab: string, id: string, column: string, value: string): void {
  const [header, ...rows] = shown(book, tab);
  const row = rows.findIndex((r) => r[header.indexOf('ID')] === id) + 2;
  book
    .tab(tab)
    .getRange(row, header.indexOf(column) + 1)
    .setValue(value);
}

/** A screenshot for the eyes of a developer: SHOTS=/tmp/shots. */
async function shot(panel: Panel, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await panel.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const heading = (panel: Panel, name: string | RegExp) => panel.page.getByRole('heading', { name, level: 1 });

inChromium('the side bar «Карточка»', (browser) => {
  test('a mentor is entered by keyboard alone and stands in the sheet', async () => {
    const book = demoBook();
    const before = shown(book, 'Наставники').length;
    book.project.run('openCard');
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    const { keyboard } = page;
    await heading(panel, 'Что внести?').waitFor();
    await panel.check('kinds');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await heading(panel, 'Наставники').waitFor();
    await panel.check('blank card');
    await shot(panel, 'card-blank');

    // Each field by its label; a field that is not next in the order of Tab fails.
    const reach = async (label: string) => {
      for (let i = 0; i < 60; i++) {
        const name = await page.evaluate(
          "document.activeElement.labels?.[0]?.textContent.replace(' *', '') ?? document.activeElement.textContent",
        );
        if (name === label) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach «${label}»`);
    };
    await reach('ОО (ID)');
    await keyboard.type('ORG-01');
    await keyboard.press('ArrowDown');
    await panel.check('open list');
    await shot(panel, 'card-list');
    await keyboard.press('Enter');
    await reach('ФИО наставника');
    await keyboard.type('Ёлкина <img src=x onerror=alert(1)> Зоя');
    await reach('Основное место работы (ОО)');
    await keyboard.type('ORG-01');
    await keyboard.press('Enter');
    await reach('Должность');
    await keyboard.type('воспитатель');
    await reach('Педагогический стаж, полных лет');
    await keyboard.type('12');
    await reach('Квалификационная категория');
    await keyboard.press('ArrowDown');
    await reach('Компетенции (перечень)');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.type('оцен');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await reach('Дата вхождения');
    await keyboard.type('01092023');
    await reach('Согласие на обработку ПДн (дата)');
    await keyboard.type('1.9.23');
    await reach('Сохранить');
    const release = panel.hold();
    await keyboard.press('Enter');
    await page.getByRole('button', { name: 'Сохраняю…' }).waitFor();
    await panel.check('waiting');
    release();

    // The order is required: nothing is written, the draft is offered.
    await page.getByRole('heading', { name: 'Исправьте одно поле' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-order');
    expect(shown(book, 'Наставники')).toHaveLength(before);
    await panel.check('errors beside fields');
    await shot(panel, 'card-errors');
    await reach('Сохранить черновиком');
    await keyboard.press('Enter');
    await heading(panel, /^Сохранено: NST-/).waitFor();
    await panel.check('saved');
    await shot(panel, 'card-saved');
    const id = ((await heading(panel, /^Сохранено/).textContent()) ?? '').slice(-7);
    expect(shown(book, 'Наставники')).toHaveLength(before + 1);
    const saved = record(book, 'Наставники', id);
    expect(saved).toMatchObject({
      'ФИО наставника': 'Ёлкина <img src=x onerror=alert(1)> Зоя',
      'Дата вхождения': '01.09.2023',
      'Согласие на обработку ПДн (дата)': '01.09.2023',
      'Статус записи': 'Черновик',
      'Дата актуализации': '20.04.2024',
      'Кто изменил': 'user@example.com',
    });
    expect(saved['ОО (ID)']).toMatch(/^ORG-01 · /);
    expect(saved['Компетенции (перечень)'].split('; ')).toHaveLength(2);
    expect(shown(book, JOURNAL_TITLE).at(-1)?.join(' ')).toContain(id);
    expect(panel.calls.map((c) => c.name)).toEqual(['cardScreen', 'cardScreen', 'cardSave', 'cardSave']);
    await panel.close();
  });

  test('fields of art. 351.8 appear only for those who entered since 01.03.2025', async () => {
    const book = demoBook({ now: '2025-04-20T07:00:00Z' });
    book.rpc('showCard', { tab: 'mentors' });
    const panel = await openPanel(browser(), book);
    const entered = panel.page.getByLabel('Дата вхождения');
    const consent = panel.page.getByLabel('Письменное согласие на наставничество (дата)');
    await entered.waitFor();
    expect(await consent.isVisible()).toBe(false);
    await entered.fill('28.02.2025');
    expect(await consent.isVisible()).toBe(false);
    await entered.fill('1.3.25');
    expect(await consent.isVisible()).toBe(true);
    await panel.page.getByText(/Появились поля: .*Доп. соглашение №/).waitFor({ state: 'attached' });
    await panel.check('due fields');
    await entered.fill('');
    expect(await consent.isVisible()).toBe(false);
    await panel.close();
  });

  test('a record that somebody changed meanwhile is not written over: both values, and the person chooses', async () => {
    const book = demoBook();
    book.rpc('showCard', { tab: 'mentors', id: 'NST-002' });
    const panel = await openPanel(browser(), book, { dark: true });
    const { page } = panel;
    const achievements = page.getByLabel('Достижения, значимые для наставничества');
    await heading(panel, 'Наставники').waitFor();
    await page.getByText(/^Дополнительно/).press('Enter');
    await achievements.fill('Моё: призёр конкурса');
    await page.getByLabel('Педагогический стаж, полных лет').fill('21');
    typeInto(book, 'Наставники', 'NST-002', 'Достижения, значимые для наставничества', 'Чужое: победитель');
    typeInto(book, 'Наставники', 'NST-002', 'Педагогический стаж, полных лет', '22');
    typeInto(book, 'Наставники', 'NST-002', 'Ресурс времени, ч/нед.', '3');
    await page.getByRole('button', { name: 'Сохранить', exact: true }).press('Enter');
    await heading(panel, 'Запись изменили').waitFor();
    await panel.check('conflict');
    await shot(panel, 'card-conflict-dark');
    expect(record(book, 'Наставники', 'NST-002')['Педагогический стаж, полных лет']).toBe('22');
    await page.getByLabel('Сейчас в таблице: 22').check();
    await page.getByRole('button', { name: 'Сохранить выбранное' }).press('Enter');
    await heading(panel, 'Сохранено: NST-002').waitFor();
    expect(record(book, 'Наставники', 'NST-002')).toMatchObject({
      'Достижения, значимые для наставничества': 'Моё: призёр конкурса',
      'Педагогический стаж, полных лет': '22',
      'Ресурс времени, ч/нед.': '3',
    });
    await panel.close();
  });

  test('in English, with a failing server and an unreadable day', async () => {
    const book = demoBook({ userLocale: 'en' });
    book.rpc('showCard', { tab: 'pairs', id: 'PAR-001' });
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await heading(panel, 'Пары и группы').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.getByLabel('Дата окончания план').fill('31.02.2024');
    panel.failNext('Service error.');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByText('Service error. If you are signed in to several').waitFor();
    await panel.check('failed');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByText('Недопустимая дата «31.02.2024»').waitFor();
    await panel.check('unreadable');
    // A value that cannot be read is no draft either.
    expect(await page.getByRole('button', { name: 'Save as a draft' }).isVisible()).toBe(false);
    await shot(panel, 'card-english');
    await panel.close();
  });

  test('hard texts (formula, emoji, direction marks, HTML, 48 000 characters) are shown and kept as text', async () => {
    const book = demoBook();
    const hard = `=HYPERLINK("x") 👩‍🏫 \u202eחיים <img src=x onerror=alert(1)> ${'длинноеслово'.repeat(4000)}`;
    book.rpc('showCard', { tab: 'mentors', id: 'NST-003' });
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await page.getByText(/^Дополнительно/).press('Enter');
    await page.getByLabel('Достижения, значимые для наставничества').fill(hard);
    await page.getByRole('button', { name: 'Сохранить', exact: true }).press('Enter');
    await heading(panel, 'Сохранено: NST-003').waitFor();
    const kept = record(book, 'Наставники', 'NST-003')['Достижения, значимые для наставничества'];
    // A cell of the format «text» keeps the apostrophe.
    expect(kept.replace(/^'/, '').startsWith('=HYPERLINK("x") 👩')).toBe(true);
    expect(kept.length).toBeGreaterThan(48_000);
    await page.getByRole('button', { name: 'Продолжить правку' }).press('Enter');
    await panel.check('hard text');
    await panel.close();
  });
});
