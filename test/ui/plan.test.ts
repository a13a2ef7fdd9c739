import ExcelJS from 'exceljs';
import { type Bound, bound, shown } from '../bundle/bundle';
import { okhansk, PERM } from '../domain/roadmap/import/plan-tables-of';
import { inChromium } from './chromium';
import { openPanel } from './panel-page';
import { planDocx } from './plan-file';

function made(): Bound {
  const book = bound();
  book.rpc('setUp', { storageMode: 'Полный' });
  book.project.run('openPlan');
  return book;
}

const names = (book: Bound): string[] => {
  const [header, ...rows] = shown(book, 'Дорожная карта');
  const [id, name] = ['ID', 'Наименование'].map((title) => header!.indexOf(title));
  return rows.map((r) => `${r[id!]} ${r[name!]}`);
};

inChromium('the dialog of the import of a plan', (browser) => {
  test('a .docx: merged cells, tracked changes, a table inside a cell, a second table that goes on', async () => {
    const book = made();
    const buffer = await planDocx(
      [['УТВЕРЖДАЮ', 'Начальник отдела']],
      [
        PERM,
        [{ text: '4 Своё направление (муниципальный уровень)', span: 5 }],
        [
          '4.1',
          'Издание |[-распоряжения-]|[+приказа+]|~о порядке',
          { text: 'до 20 октября 2022', merge: 'restart' },
          'Отдел',
          'Приказ',
        ],
        [
          '4.2',
          'Опрос <img src=x onerror=alert(1)>',
          { text: '', merge: 'continue' },
          'ОО',
          'Справка\nЖурнал',
        ],
      ],
      [['4.3', 'Совещание', 'когда получится', 'Отдел', '']],
    );
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await panel.check('source');
    await page
      .getByLabel('Файл .docx или .xlsx')
      .setInputFiles({ name: 'план.docx', mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByText('Срок не распознан: «когда получится»').first().waitFor();
    await panel.check('preview');
    const cells = await page.locator('tbody tr').nth(1).locator('td').allTextContents();
    expect(cells[1]).toContain('Результат: Справка Журнал');
    expect(cells.slice(2, 5)).toEqual(['до 20 октября 2022', 'дата «до»', '20.10.2022']);
    await page.getByRole('button', { name: 'Внести 3 мероприятия' }).press('Enter');
    await page.getByText('Внесено мероприятий: 3.').waitFor();
    await panel.check('done');
    await panel.close();
    expect(names(book).slice(-3)).toEqual([
      'RM-4.1 Издание приказа о порядке',
      'RM-4.2 Опрос <img src=x onerror=alert(1)>',
      'RM-4.3 Совещание',
    ]);
  });

  test('an .xlsx with two sheets and merged cells, in the dark', async () => {
    const book = made();
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Титул').addRow(['План']);
    const sheet = workbook.addWorksheet('План');
    sheet.addRow(['ПЛАН мероприятий на год']);
    sheet.mergeCells('A1:E1');
    sheet.addRow(PERM);
    sheet.addRow(['4.1', 'Приказ', 'до 20 октября 2022', 'Отдел', 'Приказ']);
    sheet.addRow(['4.2', 'Письмо', '', 'Отдел', '']);
    sheet.mergeCells('C3:C4');
    const panel = await openPanel(browser(), book, { dark: true });
    const { page } = panel;
    await page.getByLabel('Файл .docx или .xlsx').setInputFiles({
      name: 'план.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
    });
    await page.getByLabel('Лист файла').selectOption('План');
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByText('Всё разобрано: вопросов нет.').waitFor();
    await panel.check('preview');
    await page.getByRole('button', { name: 'Внести 2 мероприятия' }).press('Enter');
    await page.getByText('Внесено мероприятий: 2.').waitFor();
    await panel.close();
    expect(names(book).slice(-2)).toEqual(['RM-4.1 Приказ', 'RM-4.2 Письмо']);
  });

  test('pasted from Word (HTML), and what a text without columns is told', async () => {
    const book = made();
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    const field = page.getByLabel('Или вставьте таблицу');
    await field.fill('ПЛАН\nмероприятий\n1.1 Утверждение\nоктябрь 2022');
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByRole('status').getByText('Это сплошной текст без столбцов').waitFor();
    await field.fill('');
    const html = `<html><body><script>alert(1)</script><table>
      <tr>${PERM.map((h) => `<td><p>${h}</p></td>`).join('')}</tr>
      <tr><td colspan=5><b>4 Своё (муниципальный\n уровень)</b></td></tr>
      <tr><td>4.1<td><p>Опрос<img src="https://evil.example/x.png"> учебно-<br>методический</p><td rowspan=2>весь период<td>ОО<td></tr>
      <tr><td>4.2<td>Письмо<td>Отдел<td>Письмо</tr></table></body></html>`;
    await field.evaluate((area, text) => {
      const page = globalThis as unknown as {
        DataTransfer: new () => { setData(type: string, text: string): void };
        ClipboardEvent: new (type: string, options: object) => Event;
      };
      const clipboardData = new page.DataTransfer();
      clipboardData.setData('text/html', text);
      clipboardData.setData('text/plain', 'без таблицы');
      area.dispatchEvent(
        new page.ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true }),
      );
    }, html);
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByRole('button', { name: 'Внести 2 мероприятия' }).waitFor();
    await panel.check('preview');
    expect(panel.calls.at(-1)!.args).toMatchObject({
      tables: [
        [
          PERM,
          new Array(5).fill('4 Своё (муниципальный уровень)'),
          ['4.1', 'Опрос учебно-\nметодический', 'весь период', 'ОО', ''],
          ['4.2', 'Письмо', 'весь период', 'Отдел', 'Письмо'],
        ],
      ],
    });
    await panel.close();
  });

  test('pasted cells; another plan under the same numbers is offered as a replacement; a failed call', async () => {
    const book = made();
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    const lines = [PERM, ['1.1', 'Совсем другое', 'до 1 мая 2023 г.', 'Отдел', '']];
    await page.getByLabel('Или вставьте таблицу').fill(lines.map((l) => l.join('\t')).join('\n'));
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByText('Под номером 1.1 на вкладке другое мероприятие').first().waitFor();
    expect(await page.getByRole('button', { name: 'Внести 0 мероприятий' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Показать замену плана целиком' }).press('Enter');
    const write = page.getByRole('button', { name: 'Заменить план: 1 мероприятие' });
    await write.waitFor();
    await panel.check('replace');
    panel.failNext('Сеть пропала');
    await write.press('Enter');
    await page.getByRole('status').getByText('Сеть пропала').waitFor();
    await write.press('Enter');
    await page.getByText('Записано на место прежних: 1.').waitFor();
    await panel.close();
    expect(names(book)).toEqual(['RM-1.1 Совсем другое']);
  });

  test('over three hundred measures, in English', async () => {
    const book = bound({ userLocale: 'en' });
    book.rpc('setUp', { storageMode: 'Полный' });
    book.project.run('openPlan');
    const lines = [
      PERM,
      ...Array.from({ length: 320 }, (_, i) => [`7.${i + 1}`, `Дело ${i + 1}`, 'июнь 2023', 'ОО', '']),
    ];
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await page.getByLabel('Or paste the table').fill(lines.map((l) => l.join('\t')).join('\n'));
    await page.getByRole('button', { name: 'Show what would happen' }).press('Enter');
    await page.getByRole('button', { name: 'Add 320 measures' }).press('Enter');
    await page.getByText('Measures added: 320.').waitFor();
    await panel.check('done');
    await panel.close();
    expect(names(book)).toHaveLength(19 + 320);
  });

  test('the Okhansk plan as a .docx: nineteen rows, all there already', async () => {
    const book = made();
    const rows = okhansk().map((row) =>
      new Set(row).size === 2 && row[2] === row[1] ? [row[0]!, { text: row[1]!, span: 4 }] : row,
    );
    const panel = await openPanel(browser(), book);
    const { page } = panel;
    await page.getByLabel('Файл .docx или .xlsx').setInputFiles({
      name: 'план.docx',
      mimeType: 'application/octet-stream',
      buffer: await planDocx(rows),
    });
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByText('Мероприятий в плане: 19; уже есть: 19.').waitFor();
    await panel.check('known');
    await page.getByRole('button', { name: 'Другой план' }).press('Enter');
    await page.getByLabel('Файл .docx или .xlsx').setInputFiles({
      name: 'план.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('не zip'),
    });
    await page.getByRole('status').getByText('Файл не читается').waitFor();
    await page.getByRole('button', { name: 'Показать, что получится' }).press('Enter');
    await page.getByRole('status').getByText('Вставьте таблицу или выберите файл').waitFor();
    await panel.close();
  });
});
