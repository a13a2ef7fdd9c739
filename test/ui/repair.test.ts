import { bound } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';

inChromium('the panel of repair', (browser) => {
  test('shows the differences by tab, mends only what is left ticked, by keyboard alone', async () => {
    const book = bound();
    book.rpc('setUp', { storageMode: 'Полный' });
    book.tab('Документы').getRange(1, 1).clearNote();
    book.tab('Практики').getRange(1, 1).clearNote();
    book.project.run('openRepair');
    const panel = await openPanel(browser(), book);
    await panel.page.getByRole('button', { name: 'Восстановить' }).waitFor();
    await panel.check('preview');
    expect(book.sheet('Документы').rows[0]!.notes![0] ?? '').toBe('');
    await panel.page.getByRole('checkbox', { name: 'Практики' }).press('Space');
    await panel.page.getByRole('button', { name: 'Восстановить' }).press('Enter');
    await panel.page.getByText('«Документы»: заметки к заголовкам (1).').waitFor();
    await panel.check('done');
    expect(book.sheet('Документы').rows[0]!.notes![0]).toMatch(/^Обязательно/);
    expect(book.sheet('Практики').rows[0]!.notes![0] ?? '').toBe('');
    expect(panel.calls.map((c) => c.name)).toEqual(['repairPreview', 'repairApply']);
    await panel.close();
  });

  test('says when there is nothing to do', async () => {
    const book = bound();
    book.rpc('setUp', { storageMode: 'Полный' });
    book.project.run('openRepair');
    const panel = await openPanel(browser(), book, { dark: true });
    await panel.page.getByText('восстанавливать нечего').waitFor();
    await panel.check('nothing');
    await panel.close();
  });
});
