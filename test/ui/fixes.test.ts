import { type Bound, bound, shown } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';

const TAB = 'Документы';
const LONG = `Положение${' о парах'.repeat(300)}  и группах`;

function filled(options: Parameters<typeof bound>[0] = {}): Bound {
  const book = bound(options);
  book.rpc('setUp', { storageMode: 'Полный' });
  const at = shown(book, TAB)[0].indexOf('Название') + 1;
  book
    .tab(TAB)
    .getRange(2, 1, 3, 1)
    .setValues([['DOC-001'], ['DOC-002'], ['DOC-003']]);
  book
    .tab(TAB)
    .getRange(2, at, 3, 1)
    .setValues([['Положение "О <b>парах</b>"'], ['План\u00a0 работы'], [LONG]]);
  book.project.run('openFixes');
  return book;
}

inChromium('the panel of safe fixes', (browser) => {
  test('shows each cell before and after, fixes what is ticked, and gives back: with the keyboard alone', async () => {
    const book = filled();
    const before = shown(book, TAB);
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await page.getByRole('cell', { name: 'Положение «О <b>парах</b>»' }).waitFor();
    await page.getByRole('cell', { name: 'План␣работы' }).waitFor();
    await panel.check('preview');
    const spaces = page.getByLabel('Лишние пробелы и невидимые знаки: 2');
    await page.getByRole('button', { name: 'Исправить 3 ячейки' }).waitFor();
    await spaces.press('Space');
    const fix = page.getByRole('button', { name: 'Исправить 1 ячейку' });
    await fix.waitFor();
    await page.getByLabel('Кавычки → «ёлочки»: 1').press('Space');
    expect(await page.getByRole('button', { name: 'Отметьте, что исправить' }).isDisabled()).toBe(true);
    await page.getByLabel('Кавычки → «ёлочки»: 1').press('Space');
    await fix.press('Enter');
    await page.getByRole('heading', { name: 'Исправлено ячеек: 1.' }).waitFor();
    expect(panel.calls.at(-1)).toEqual({ name: 'fixesApply', args: { kinds: ['quotes'] } });
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await panel.check('done');
    await page.getByRole('button', { name: 'Проверить ещё раз' }).press('Enter');
    await page.getByRole('button', { name: 'Исправить 2 ячейки' }).waitFor();
    await page.getByRole('button', { name: 'Отменить последние исправления (1)' }).press('Enter');
    await page.getByRole('heading', { name: 'Возвращено ячеек: 1.' }).waitFor();
    expect(shown(book, TAB)).toEqual(before);
    await page.getByRole('button', { name: 'Закрыть' }).press('Enter');
    await panel.close();
  });

  test('in English, dark; a refusal keeps the screen; what was left is told', async () => {
    const book = filled({ userLocale: 'en' });
    const panel = await openPanel(browser(), book, { dark: true });
    const { page } = panel;
    const fix = page.getByRole('button', { name: 'Fix 3 cells' });
    await fix.waitFor();
    await panel.check('preview');
    panel.failNext('Нет связи');
    await fix.press('Enter');
    await page.getByRole('status').filter({ hasText: /\S/ }).waitFor();
    expect(await fix.isDisabled()).toBe(false);
    await fix.press('Enter');
    await page.getByText('Cells fixed: 3.').waitFor();
    const at = shown(book, TAB)[0].indexOf('Название') + 1;
    book.tab(TAB).getRange(3, at).setValue('<i>Другое</i>');
    await page.getByRole('button', { name: 'Undo the last fixes (3)' }).press('Enter');
    await page.getByText('Cells given back: 2.').waitFor();
    await page.getByRole('listitem').filter({ hasText: '«<i>Другое</i>»' }).waitFor();
    await panel.check('left');
    await panel.close();
  });
});
