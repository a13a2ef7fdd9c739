import { lettersBook } from '../bundle/letters-book';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';

/** The panels over the add-on itself: a coordinator's first day with the letters. */
inChromium('a first day with the letters', (browser) => {
  test('preview, daily run, trial letter, first live run in two steps, sending, stop', async () => {
    const book = lettersBook();
    book.project.run('openLetters');
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter');
    await page.getByRole('heading', { level: 1, name: /выключены/i }).waitFor();
    await press('Включить ежедневно');
    await page.getByText(/Напоминания включены/).waitFor();
    await page.getByRole('heading', { level: 1, name: /Пробный режим/i }).waitFor();
    await panel.check('dry');
    await press(/curator1@example\.ru/);
    await page.getByText('2.1. Назначение куратора', { exact: false }).waitFor();
    await panel.check('a letter');
    await press('Отправить мне пробное');
    await page.getByText(/Пробное письмо отправлено на boss@example\.ru/).waitFor();
    expect(book.sent()).toEqual([expect.stringMatching(/^boss@example\.ru: \[Пробное\]/)]);
    await press('← Все письма');
    await press('Включить отправку…');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Включить отправку', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /уходят/i }).waitFor();
    await press('Отправить сейчас');
    await page.getByText(/отправлено 5\sписем/).waitFor();
    await panel.check('sent');
    expect(book.sent()).toHaveLength(6);
    await press('Остановить письма');
    await page.getByRole('heading', { level: 1, name: /остановлены/i }).waitFor();
    await panel.check('stopped');
    expect(book.refusal('lettersSend')).toMatch(/остановлена/);
    await panel.close();
  });

  test('a rehearsed year over the add-on itself', async () => {
    const book = lettersBook();
    book.project.run('openRehearsal');
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await page.getByRole('button', { name: 'Прогнать', exact: true }).press('Enter');
    await page.getByRole('table').first().waitFor();
    await page.getByText('curator1@example.ru').first().waitFor();
    await panel.check('a year');
    expect(book.sent()).toEqual([]);
    await panel.close();
  });
});
