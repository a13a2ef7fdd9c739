import { readFileSync } from 'node:fs';
import { parseKey } from '../../src/domain/privacy/key-file';
import { parseName } from '../../src/domain/text/person-name';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import { bound, shown } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';

inChromium('the window of the storage mode', (browser) => {
  test('a new workbook: codes are preselected, the law is said, one key press makes the workbook', async () => {
    const book = bound();
    book.project.run('setUpWorkbook');
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await page.getByText('152-ФЗ').waitFor();
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('Коды вместо ФИО');
    await panel.check('modes');
    await page.getByRole('button', { name: 'Создать книгу' }).press('Enter');
    await page.getByText('Книга готова').waitFor();
    await panel.check('made');
    expect(shown(book, 'Настройки').flat()).toContain('Коды вместо ФИО');
    await panel.close();
  });

  test('from full names to codes: preview, key saved, confirmed, replaced; then the key is compared in the browser', async () => {
    const book = bound();
    book.rpc('setUp', { storageMode: 'Полный' });
    typeDemo(book.host, demoRecords());
    book.tab('Практики').getRange(2, 20).setValue('похвалить Миронову');
    book.project.run('openStorage');
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await panel.check('full');
    await page.getByRole('button', { name: 'Заменить ФИО кодами…' }).press('Enter');
    await page.getByRole('heading', { name: 'Шаг 1 из 3. Что изменится' }).waitFor();
    await page.getByText('Миронову').waitFor();
    await panel.check('preview');
    const last = page.getByRole('button', { name: 'Заменить имена кодами' });
    expect(await last.isDisabled()).toBe(true);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Сохранить файл ключа' }).press('Enter');
    const buffer = readFileSync(await (await saving).path());
    const file = { name: 'ключ.csv', mimeType: 'text/csv', buffer };
    const { rows } = parseKey(buffer.toString('utf8'));
    expect(rows.length).toBeGreaterThan(150);
    await page.getByLabel('Файл сохранён').check();
    expect(await last.isDisabled()).toBe(true);
    await page.getByLabel('Заменить на «(имя скрыто)»').check();
    await panel.check('ready');
    await last.press('Enter');
    await page.getByText('Готово. Изменено').waitFor();
    await panel.check('done');
    await panel.close();

    book.project.run('openStorage');
    const codes = await openPanel(browser(), book);
    await codes.page.getByRole('button', { name: 'Найти имена в книге' }).press('Enter');
    await codes.page.getByText('Ничего похожего на имена не найдено.').waitFor();
    await codes.page.getByLabel('Сверить с файлом ключа…').setInputFiles(file);
    await codes.page.getByText('Ни одной фамилии из ключа в книге нет.').waitFor();
    await codes.check('codes');
    book.tab('Практики').getRange(2, 20).setValue('Миронова похвалила');
    await codes.page.getByLabel('Сверить с файлом ключа…').setInputFiles([]);
    await codes.page.getByLabel('Сверить с файлом ключа…').setInputFiles(file);
    await codes.page.getByText('Миронова: «Практики», строка 2').waitFor();
    await codes.check('found');
    const sent = JSON.stringify([...panel.calls, ...codes.calls]);
    expect(rows.map((r) => parseName(r.name).surname).filter((surname) => sent.includes(surname))).toEqual(
      [],
    );
    await codes.close();
  }, 60_000);
});
