import ExcelJS from 'exceljs';
import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import { type Bound, bound, shown } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';

function demoBook(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(book.host, demoRecords({ codes: false }));
  book.project.run('openImport');
  return book;
}

/** The old base of a school: a title, its own headers, dates as dates and as words, HTML in a name, a total. */
async function oldTable(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('База');
  sheet.addRow(['База наставников на 1 сентября']);
  sheet.addRow([
    'Ф.И.О. наставника',
    'Должность',
    'Предмет',
    'Педагогический стаж',
    'Дата вхождения',
    'Кабинет',
  ]);
  sheet.addRow([
    'Лазурная <img src=x onerror=alert(1)> Инна',
    'учитель',
    'химия',
    '12 лет',
    new Date(Date.UTC(2023, 8, 1)),
    5,
  ]);
  sheet.getCell('E3').numFmt = 'dd.mm.yyyy';
  sheet.addRow(['Ветров Глеб Олегович', 'учитель', 'физика', 7, '1 сентября 2023 г.', 6]);
  sheet.addRow(['Кедрова Яна Олеговна', 'учитель', 'физика', 'много', '31.02.2023', 7]);
  sheet.addRow(['Итого', 3]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

inChromium('the dialog of the import', (browser) => {
  test('an .xlsx: preview of columns and rows, then the rows without errors', async () => {
    const book = demoBook();
    const before = shown(book, 'Наставники').length;
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await panel.check('source');
    await page
      .getByLabel('Файл .xlsx или .csv')
      .setInputFiles({ name: 'база.xlsx', mimeType: 'application/octet-stream', buffer: await oldTable() });
    await page.getByLabel('Организация для строк').selectOption({ index: 1 });
    await page.getByLabel('Внести строки без ошибок').check();
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByRole('heading', { name: 'Импорт таблицы: Наставники' }).waitFor();
    await panel.check('preview');
    expect(await page.getByLabel('В реестре: Педагогический стаж').inputValue()).toBe('years');
    expect(await page.getByLabel('В реестре: Кабинет').inputValue()).toBe('');
    await page.getByText('Недопустимая дата «31.02.2023»').waitFor();
    await page.getByRole('button', { name: 'Внести: 2' }).press('Enter');
    await page.getByText('Внесено записей: 2.').waitFor();
    await panel.check('done');
    await panel.close();
    const rows = shown(book, 'Наставники');
    expect(rows.length).toBe(before + 2);
    expect(rows.at(-2)!.join('|')).toContain('<img src=x onerror=alert(1)>');
    expect(rows.at(-1)!).toEqual(
      expect.arrayContaining(['Ветров Глеб Олегович', '01.09.2023', 'Черновик', '7']),
    );
    expect(new Set(rows.map((r) => r[0])).size).toBe(rows.length);
  });

  test('pasted cells, all or nothing: errors block, and the words say it', async () => {
    const book = demoBook();
    const panel = await openPanel(browser(), book, { dark: true });
    const { page } = panel;
    await page
      .getByLabel('Или вставьте таблицу')
      .fill('ФИО наставника\tДолжность\tДата вхождения\n"Ветров\nГлеб Олегович"\tучитель\t32.01.2023\n');
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByText('1 — с ошибками').waitFor();
    expect(await page.getByRole('button', { name: 'Внести: 0' }).isDisabled()).toBe(true);
    await panel.check('blocked');
    await page.getByRole('button', { name: 'Другая таблица' }).press('Enter');
    await page.getByLabel('Или вставьте таблицу').fill('просто текст');
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByRole('status').getByText('По заголовкам не видно').waitFor();
    await panel.close();
  });
});
