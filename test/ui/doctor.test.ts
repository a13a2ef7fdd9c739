import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import type { HostOptions } from '../../src/local/host/host';
import { type Bound, bound } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';

const BOSS = 'boss@example.ru';

function opened(options: HostOptions = {}): Bound {
  const book = bound({ user: BOSS, ...options });
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, demoRecords());
  book.tab('Практики').getRange(1, 3).clearNote();
  book.project.run('openDoctor');
  return book;
}

inChromium('the doctor', (browser) => {
  test('what needs a hand comes first, with what to do; one call a screen; the keyboard alone; nothing is changed', async () => {
    const book = opened();
    const was = JSON.stringify(book.model.sheets);
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await page.getByText(/Требуют внимания: \d+ из 3\d/).waitFor();
    await page.locator('[data-key="storageLaw"]').getByText('152-ФЗ').waitFor();
    await page.getByText(`Программа видит вас как ${BOSS}`).waitFor();
    await panel.check('fast');
    const states = await page.locator('.check').evaluateAll((all) => all.map((c) => String(c.className)));
    const ranks = states.map((s) => ['error', 'warning', 'unknown'].findIndex((w) => s.endsWith(w)));
    expect(ranks).toEqual([...ranks].sort());
    await page.getByRole('button', { name: 'Проверить глубже' }).press('Enter');
    const notes = page.locator('[data-key="notes"]');
    await notes.getByText('«Практики»').first().waitFor();
    await notes.getByText('▲').waitFor();
    await notes.getByText('Внимание').waitFor();
    await panel.check('slow');
    await notes.getByRole('button', { name: 'Показать: «Практики»' }).press('Enter');
    await page.waitForTimeout(100);
    expect(panel.calls.at(-1)).toMatchObject({ name: 'goTo', args: { tab: 'Практики' } });
    await page.locator('summary').press('Enter');
    await page.getByText('Персональные данные').waitFor();
    await panel.check('opened');
    expect(panel.calls.map((c) => c.name)).toEqual(['doctorFast', 'doctorSlow', 'goTo']);
    expect(JSON.stringify(book.model.sheets)).toBe(was);
    await panel.close();
  }, 60_000);

  test('the report for support names nobody', async () => {
    const panel = await openPanel(browser(), opened());
    const { page } = panel;
    await page.getByRole('button', { name: 'Проверить глубже' }).press('Enter');
    await page.locator('[data-key="notes"]').waitFor();
    await page.getByRole('button', { name: 'Скопировать отчёт для поддержки' }).press('Enter');
    const report = page.getByRole('textbox', { name: 'Отчёт для поддержки' });
    await page.getByText(/Отчёт (?:скопирован|выделен)/).waitFor();
    const text = await report.inputValue();
    expect(text).toMatch(/^Доктор: 2024-04-20 \d\d:\d\d · schema \d+ · Полный · ru_RU\n/);
    expect(text).toMatch(/^warning storageLaw$/m);
    expect(text).toMatch(/^warning notes · n=1 · «Практики»$/m);
    expect(text).not.toContain('@');
    for (const { name } of demoRecords().mentors) expect(text).not.toContain(String(name).split(' ')[0]);
    await panel.check('report');
    await panel.close();
  }, 60_000);

  test('English, dark, two accounts', async () => {
    const book = opened({ userLocale: 'en' });
    book.host.context.user = 'second@example.ru';
    const panel = await openPanel(browser(), book, { dark: true });
    const { page } = panel;
    await page.getByText(/Need attention: \d+ of 3\d/).waitFor();
    await page
      .locator('[data-key="twoAccounts"]')
      .getByText(`${BOSS} opened the panel, Google answers as second@example.ru.`)
      .waitFor();
    await page.getByRole('button', { name: 'Look deeper' }).press('Enter');
    await page.locator('[data-key="notes"]').waitFor();
    await page.locator('summary').press('Enter');
    expect(await page.locator('main').textContent()).not.toMatch(/(?<!«[^»]*)[а-яё]{3}(?![^«]*»)/i);
    await panel.check('English, dark');
    await panel.close();
  }, 60_000);

  test('says it when the server cannot be reached, and tries again', async () => {
    const book = opened();
    const panel = await openPanel(browser(), book, { dark: true, delay: 200 });
    panel.failNext('Сервер занят.');
    await panel.page.getByText('Сервер занят.').waitFor();
    await panel.check('failed');
    await panel.page.getByRole('button', { name: 'Проверить снова' }).press('Enter');
    await panel.page.getByText(/Требуют внимания/).waitFor();
    panel.failNext('Сервер занят.');
    await panel.page.getByRole('button', { name: 'Проверить глубже' }).press('Enter');
    await panel.page.getByText('Сервер занят.').waitFor();
    await panel.page.locator('[data-key="storageLaw"]').waitFor();
    await panel.check('failed later');
    await panel.close();
  }, 60_000);

  test('one cause of silence is said once', async () => {
    const book = opened();
    const version = book
      .tab('Настройки')
      .getDataRange()
      .getValues()
      .findIndex((row) => row.includes('Версия схемы'));
    const value = book.tab('Настройки').getDataRange().getValues()[0].indexOf('Значение');
    book
      .tab('Настройки')
      .getRange(version + 1, value + 1)
      .setValue('99');
    const panel = await openPanel(browser(), book);
    await panel.page.getByRole('button', { name: 'Проверить глубже' }).press('Enter');
    const silent = panel.page.locator('.check.unknown');
    await silent.getByText(/Не проверено: \d+/).waitFor();
    await silent.getByText('Обновите программу').waitFor();
    expect(await silent.count()).toBe(1);
    await panel.check('unknown');
    await panel.close();
  }, 60_000);
});
