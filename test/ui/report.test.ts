import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import { bound } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';

inChromium('the panel of the report', (browser) => {
  test('asks for the wave, builds the report by keyboard alone and shows what came out', async () => {
    const book = bound();
    book.rpc('setUp', { storageMode: 'Полный' });
    typeDemo(book.host, demoRecords({ codes: false }));
    book.project.run('chooseMonitoringWave');
    const panel = await openPanel(browser(), book);
    await panel.check('choice');
    const release = panel.hold();
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Tab');
    await panel.page.getByRole('button').press('Enter');
    await panel.page.getByText('Считаю показатели').waitFor();
    await panel.check('waiting');
    release();
    await panel.page.getByRole('heading', { name: /Отчёт за апрель 2024 г. готов/ }).waitFor();
    await panel.check('result');
    expect(panel.calls.map((c) => c.name)).toEqual(['reportSummary']);
    await panel.close();
  });

  test('says what to do when the server cannot be reached', async () => {
    const book = bound();
    book.rpc('setUp', { storageMode: 'Полный' });
    book.project.run('chooseMonitoringWave');
    const panel = await openPanel(browser(), book, { dark: true });
    panel.failNext('Сервер занят.');
    await panel.page.getByRole('button').press('Enter');
    await panel.page.getByText('Сервер занят.').waitFor();
    await panel.page.getByText('несколько аккаунтов Google').waitFor();
    await panel.check('failed');
    await panel.close();
  });
});
