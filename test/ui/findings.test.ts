import { demoRecords } from '../../src/local/demo/demo-records';
import { typeDemo } from '../../src/local/demo/type-demo';
import { type Bound, bound, shown } from '../bundle/bundle';
import { inChromium } from './chromium';
import { openPanel, type Panel } from './panel-page';

const records = demoRecords({ codes: false });
const CURATOR = 'curator@example.ru';

/** The demo workbook, with a coordinator, and the person a curator of ORG-01 when `curator`. */
function book(curator: boolean, userLocale = 'ru'): Bound {
  const made = bound({ activeUser: CURATOR, userLocale });
  made.rpc('setUp', { storageMode: 'Полный' });
  typeDemo(made.host, records);
  const settings = shown(made, 'Настройки');
  const row = settings.findIndex((r) => r.includes('Учётные записи координаторов'));
  made
    .tab('Настройки')
    .getRange(row + 1, settings[0].indexOf('Значение') + 1)
    .setValue('boss@example.ru');
  if (curator) {
    const [header, ...rows] = shown(made, 'Кураторы');
    const at = rows.findIndex(
      (r) =>
        r[header.indexOf('ОО (ID)')].startsWith('ORG-01') && r[header.indexOf('Окончание полномочий')] === '',
    );
    made
      .tab('Кураторы')
      .getRange(at + 2, header.indexOf('Аккаунт доступа') + 1)
      .setValue(CURATOR);
  }
  return made;
}

/** 1-based row and column of a cell of the mentors of ORG-01. */
function mentorCell(made: Bound, column: string): { row: number; at: number; id: string } {
  const [header, ...rows] = shown(made, 'Наставники');
  const row = rows.findIndex(
    (r) =>
      r[header.indexOf('ОО (ID)')].startsWith('ORG-01') && r[header.indexOf('Статус записи')] === 'Действует',
  );
  return { row: row + 2, at: header.indexOf(column) + 1, id: rows[row][header.indexOf('ID')] };
}

async function shot(panel: Panel, name: string): Promise<void> {
  if (process.env.SHOTS)
    await panel.page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}

/** «Осталось 3 из 12» */
async function left(panel: Panel): Promise<string> {
  return (await panel.page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

inChromium('the side bar «Мои замечания»', (browser) => {
  test('a curator sees the own organisation only; the list shrinks as findings are mended and accepted', async () => {
    const made = book(true);
    const years = mentorCell(made, 'Педагогический стаж, полных лет');
    const cell = made.tab('Наставники').getRange(years.row, years.at);
    const [[before]] = cell.getValues();
    cell.setValue(99);
    made
      .tab('Наставники')
      .getRange(years.row, mentorCell(made, 'ФИО наставника').at)
      .setValue('Ёлкина З. <img src=x>');
    made.project.run('openMyFindings');
    const panel = await openPanel(browser(), made);
    const { page } = panel;
    await page.getByRole('heading', { name: /^Осталось \d+ из \d+/ }).waitFor();
    await panel.check('findings');
    await shot(panel, 'findings');
    const first = /Осталось (\d+) из (\d+)/.exec(await left(panel))!;
    expect(first[1]).toBe(first[2]);
    await page.getByText('до 15.04.2025').waitFor();
    const section = page.locator('section', { hasText: years.id });
    await section.getByText('Недопустимый стаж.').waitFor();

    await section
      .getByRole('button', { name: `Перейти к ячейке: ${years.id} Педагогический стаж, полных лет` })
      .press('Enter');
    await page.waitForFunction('!document.querySelector("button[disabled]")');
    const app = made.host.globals.SpreadsheetApp as {
      getActiveRange(): { getRow(): number; getColumn(): number };
    };
    expect([app.getActiveRange().getRow(), app.getActiveRange().getColumn()]).toEqual([years.row, years.at]);

    cell.setValue(before);
    await page.getByRole('button', { name: 'Проверить снова' }).press('Enter');
    await page.getByRole('heading', { name: `Осталось ${Number(first[1]) - 1} из ${first[2]}` }).waitFor();

    await section
      .getByRole('button', { name: /^Так и должно быть/ })
      .first()
      .press('Enter');
    await panel.check('reason');
    await section.getByRole('button', { name: 'Принять исключение' }).first().press('Enter');
    await section.getByText('Впишите причину').waitFor();
    await panel.check('refused');
    await section.getByLabel('Почему').and(page.locator(':visible')).first().fill('Инициалы в приказе');
    await section.getByRole('button', { name: 'Принять исключение' }).first().press('Enter');
    await page.getByText('Принято как исключение: 1.').waitFor();
    await page.getByRole('heading', { name: `Осталось ${Number(first[1]) - 2} из ${first[2]}` }).waitFor();
    await panel.check('shrunk');
    await panel.close();
  });

  test('somebody without a known address chooses the organisation first; English, dark', async () => {
    const made = book(false, 'en');
    made.project.run('openMyFindings');
    const panel = await openPanel(browser(), made, { dark: true });
    const { page } = panel;
    await page.getByRole('heading', { name: 'Choose the organisation first' }).waitFor();
    await panel.check('choice');
    await page.getByLabel('Organisation').selectOption('ORG-02');
    await page.getByRole('button', { name: 'Show' }).press('Enter');
    await page.getByRole('heading', { name: /left$|All is well/ }).waitFor();
    expect(panel.calls.at(-1)?.args).toEqual({ organisation: 'ORG-02' });
    await panel.check('findings in English');
    await shot(panel, 'findings-english-dark');
    await panel.close();
  });

  test('two like records are decided upon and not asked about again', async () => {
    const made = book(true);
    const name = mentorCell(made, 'ФИО наставника');
    const [header, ...rows] = shown(made, 'Наставники');
    const twin = rows.findIndex(
      (r, i) => i > name.row - 2 && r[header.indexOf('ОО (ID)')].startsWith('ORG-01'),
    );
    made
      .tab('Наставники')
      .getRange(twin + 2, name.at)
      .setValue(rows[name.row - 2][name.at - 1]);
    made.project.run('openMyFindings');
    const panel = await openPanel(browser(), made);
    const { page } = panel;
    const section = page.locator('section', { hasText: 'Возможный дубль' });
    await section.getByRole('button', { name: /^Один человек или разные/ }).press('Enter');
    await panel.check('decision');
    await shot(panel, 'findings-people');
    await section.getByLabel('Почему').and(page.locator(':visible')).fill('Тёзки: разные годы рождения');
    await section.getByRole('button', { name: 'Записать решение' }).press('Enter');
    await section.waitFor({ state: 'detached' });
    expect(shown(made, 'Совпадения людей').at(-1)).toEqual(
      expect.arrayContaining(['разные люди', 'Тёзки: разные годы рождения']),
    );
    await panel.close();
  });

  test('an empty list is a pleasure', async () => {
    const made = bound();
    made.rpc('setUp', { storageMode: 'Полный' });
    made.project.run('openMyFindings');
    const panel = await openPanel(browser(), made);
    await panel.page.getByRole('heading', { name: 'Всё в порядке' }).waitFor();
    await panel.check('empty');
    await shot(panel, 'findings-empty');
    await panel.close();
  });
});
