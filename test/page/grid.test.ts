import { inChromium } from '../ui/chromium';
import { type GridPage, openGrid } from './grid-page';

inChromium('the grid in a browser', (browser) => {
  let grid: GridPage;
  const go = (address: string) => grid.page.evaluate(`book.go('${address}')`);
  const press = async (...keys: string[]) => {
    for (const key of keys) await grid.page.keyboard.press(key);
  };
  /** Latin only where it opens the editor: Playwright has no keys for other letters. */
  const type = (text: string) => grid.page.keyboard.type(text);
  const paste = (text: string) =>
    grid.page.evaluate(
      `navigator.clipboard.writeText(${JSON.stringify(text)}).then(() => grid.focus())`,
    ) as Promise<void>;
  const scrollTo = (row: number) =>
    grid.page.evaluate(`document.querySelector('.scroller').scrollTop = ${row} * 21`);

  beforeEach(async () => {
    grid = await openGrid(browser());
  });
  afterEach(() => grid.close());

  test('the keyboard alone suffices to move, edit, undo what was typed and leave', async () => {
    expect(await grid.active()).toBe('1-0');
    await press('ArrowRight', 'ArrowDown');
    expect(await grid.active()).toBe('2-1');
    // Typing replaces, Enter takes and goes down; after Tabs it goes back to where they began.
    await type('Petrov');
    await press('Tab');
    await type('02.09.2024');
    await press('Enter');
    expect(await grid.edited()).toEqual({ row: 2, column: 2, values: [['02.09.2024']] });
    expect(await grid.cell('B3')).toBe('Petrov');
    expect(await grid.active()).toBe('3-1');
    // F2 opens with what was typed, not with what is shown; Escape leaves everything as it was.
    await go('G4');
    await press('F2');
    expect(await grid.page.locator('.editor textarea').inputValue()).toBe('3,125');
    await type('9');
    await press('Escape');
    expect(await grid.page.locator('.editor').count()).toBe(0);
    expect(await grid.cell('G4')).toBe('3');
    // Alt+Enter: a new line in the cell.
    await press('F2', 'Control+a');
    await type('а');
    await press('Alt+Enter');
    await type('б');
    await press('Enter');
    expect(await grid.edited()).toEqual({ row: 3, column: 6, values: [['а\nб']] });
    // Row 6 is hidden, the active cell steps over it.
    await press('ArrowDown');
    expect(await grid.active()).toBe('6-6');
    await press('Control+ArrowDown');
    await grid.page.waitForFunction("book.active() === '5989-6'");
    await press('Control+Home');
    expect(await grid.active()).toBe('0-0');
    await press('Control+End');
    expect(await grid.active()).toBe('5989-29');
    await grid.said();
    await press('F6');
    await press('Shift+F6');
    expect(await grid.said()).toEqual([
      ['leave', false],
      ['leave', true],
    ]);
  });

  test('a list, a date and a checkbox have their editors', async () => {
    await go('E2');
    await press('F2', 'Control+a');
    await type('вариант 499');
    const options = grid.page.getByRole('option');
    await expect(options.count()).resolves.toBe(8);
    expect(await grid.axe()).toEqual([]);
    await press('ArrowDown', 'Enter');
    expect(await grid.edited()).toEqual({ row: 1, column: 4, values: [['вариант 499']] });
    // What is not in the list goes to the server, which refuses it.
    await type('other');
    await press('Enter');
    expect(await grid.edited()).toEqual({ row: 2, column: 4, values: [['other']] });
    await go('C2');
    await press('F2');
    await grid.page.getByLabel('Выбрать дату').fill('2025-02-28');
    await grid.page.locator('.editor textarea').press('Enter');
    expect(await grid.edited()).toEqual({ row: 1, column: 2, values: [['28.02.2025']] });
    await go('D2');
    await press('Shift+ArrowDown', 'Space');
    expect(await grid.edited()).toEqual({ row: 1, column: 3, values: [['FALSE'], ['FALSE']] });
    await grid.page.locator('[aria-rowindex="4"] .box').click();
    expect(await grid.edited()).toEqual({ row: 3, column: 3, values: [['FALSE']] });
  });

  test('what was typed is drawn at once, and taken back when it is refused', async () => {
    const busy = () => grid.page.evaluate("book.drawn('B2').ariaBusy");
    await go('B2');
    await type('One');
    await press('Enter');
    await grid.page.evaluate("book.go('B2')");
    expect([await grid.cell('B2'), await busy()]).toEqual(['One', 'true']);
    await grid.page.evaluate("grid.settle('0', false)");
    await grid.page.waitForFunction("book.drawn('B2').textContent === 'Иванова Мария 1'");
    await grid.page.evaluate("grid.editWith(1, 1, 'One')");
    expect(await grid.page.locator('.editor textarea').inputValue()).toBe('One');
    // An open editor keeps its text when the cell below it becomes another.
    await grid.page.evaluate("book.edits.push({ row: 1, column: 1, values: [['Чужое']] }); book.take(1)");
    expect(await grid.cell('B2')).toBe('Чужое');
    expect(await grid.page.locator('.editor textarea').inputValue()).toBe('One');
    await press('Enter');
    expect([await grid.cell('B2'), await busy()]).toEqual(['One', 'true']);
    await grid.page.evaluate('book.take(2)');
    expect([await grid.cell('B2'), await busy()]).toEqual(['One', null]);
  });

  test('a tab shown again keeps the editor, another one is where it was left', async () => {
    await go('G40');
    await press('F2', 'Control+a');
    await type('12');
    const top = await grid.page.evaluate("document.querySelector('.scroller').scrollTop");
    await grid.page.evaluate('grid.show(book.sheet, [])');
    expect(await grid.page.locator('.editor textarea').inputValue()).toBe('12');
    await grid.page.evaluate('grid.show({ ...book.sheet, id: 2, merges: [] }, [])');
    expect(await grid.edited()).toEqual({ row: 39, column: 6, values: [['12']] });
    expect(await grid.active()).toBe('1-0');
    await grid.page.evaluate('grid.show(book.sheet, [])');
    expect(await grid.active()).toBe('39-6');
    expect(await grid.page.evaluate("document.querySelector('.scroller').scrollTop")).toBe(top);
    await grid.page.waitForFunction("book.drawn('A40')?.textContent === 'НСТ-039'");
  });

  test('fifty rows from Excel are pasted as one block, and copied back as the same text', async () => {
    const rows = Array.from({ length: 50 }, (_, r) => [`НСТ-${r}`, `"строка ""${r}""\nи ещё\tодна"`, '5']);
    const text = rows.map((row) => row.join('\t')).join('\r\n') + '\r\n';
    await go('K20');
    await paste(text);
    await press('Control+v');
    const { row, column, values } = (await grid.edited())!;
    expect([row, column, values.length, values[49]]).toEqual([
      19,
      10,
      50,
      ['НСТ-49', 'строка "49"\nи ещё\tодна', '5'],
    ]);
    expect(await grid.page.evaluate('book.edits.length')).toBe(1);
    await press('Control+c');
    const copied = (await grid.page.evaluate('navigator.clipboard.readText()')) as string;
    expect(copied.split('\n').length).toBe(100);
    await press('Control+v');
    expect((await grid.edited())!.values).toEqual(values);
    // One value fills what is selected.
    await paste('да');
    await go('K2');
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+v');
    expect((await grid.edited())!.values).toEqual([
      ['да', 'да'],
      ['да', 'да'],
    ]);
    await press('Delete');
    expect((await grid.edited())!.values).toEqual([
      ['', ''],
      ['', ''],
    ]);
    await grid.said();
    await paste('x\t'.repeat(10).concat('\n').repeat(10_000));
    await press('Control+v');
    expect(await grid.said()).toContainEqual(['refused', expect.stringContaining('100')]);
    expect(await grid.page.evaluate('book.edits.length')).toBe(4);
  });

  test('sixty thousand rows are had as they are looked at', async () => {
    await grid.close();
    grid = await openGrid(browser(), { rows: 60_000 });
    for (let row = 500; row < 50_000; row += 500) {
      await scrollTo(row);
      if (row % 5_000 === 0) await grid.page.evaluate('new Promise(requestAnimationFrame)');
    }
    await scrollTo(55_000);
    const last = "[...document.querySelectorAll('.body .row')].at(-1)";
    await grid.page.waitForFunction(`Number(${last}.ariaRowIndex) > 40_000 && !${last}.ariaBusy`);
    expect(await grid.requests()).toBeLessThan(12);
    expect(await grid.page.locator('[role=gridcell]').count()).toBeLessThan(1_500);
    expect(await grid.page.locator('.top [role=row]').count()).toBe(2);
  });

  test('rows and columns are selected by their headers, by dragging and with Shift', async () => {
    const cell = (address: string) => {
      const [letter, ...number] = address;
      const column = letter.charCodeAt(0) - 64;
      return grid.page.locator(`[aria-rowindex="${number.join('')}"] > [aria-colindex="${column}"]`);
    };
    const selection = () => grid.page.evaluate('grid.selection()');
    await cell('C3').click();
    await cell('D8').click({ modifiers: ['Shift'] });
    expect(await selection()).toEqual({ sheetId: 1, row: 2, column: 2, rows: 6, columns: 2 });
    expect(await grid.page.locator('[aria-selected=true]').count()).toBe(10);
    await cell('E3').hover();
    await grid.page.mouse.down();
    await cell('F5').hover();
    await grid.page.mouse.up();
    expect(await selection()).toEqual({ sheetId: 1, row: 2, column: 4, rows: 3, columns: 2 });
    await grid.page.getByRole('rowheader', { name: '7', exact: true }).click();
    expect(await selection()).toEqual({ sheetId: 1, row: 6, column: 0, rows: 1, columns: 30 });
    await grid.page.locator('.letter[aria-colindex="3"]').click({ position: { x: 20, y: 10 } });
    expect(await selection()).toEqual({ sheetId: 1, row: 0, column: 2, rows: 6_000, columns: 1 });
    // A merge is selected as a whole.
    await cell('G11').click();
    await press('Shift+ArrowRight');
    expect(await selection()).toEqual({ sheetId: 1, row: 9, column: 6, rows: 3, columns: 4 });
    await press('Control+a');
    expect(await selection()).toEqual({ sheetId: 1, row: 0, column: 0, rows: 6_000, columns: 30 });
    // Menus and links are the shell's.
    await go('F2');
    await grid.said();
    await press('Alt+ArrowDown', 'Shift+F10', 'Alt+Enter', 'ArrowRight', 'Enter');
    await cell('F2').getByRole('link', { name: 'Приказ' }).click();
    const said = await grid.said();
    expect(said.map(([name]) => name)).toEqual(['columnMenu', 'contextMenu', 'link', 'link']);
    expect(said.slice(2)).toEqual([
      ['link', '#gid=1&range=A2'],
      ['link', 'https://example.org/1'],
    ]);
  });

  test('a whole column is copied, the rows that are not kept too', async () => {
    await grid.close();
    grid = await openGrid(browser(), { rows: 30_000 });
    await grid.page.locator('.letter[aria-colindex="1"]').click({ position: { x: 20, y: 10 } });
    await press('Control+c');
    let rows: string[] = [];
    while (rows.length < 29_000) {
      await grid.page.waitForTimeout(100);
      rows = ((await grid.page.evaluate('navigator.clipboard.readText()')) as string).split('\n');
    }
    // Row 6 is hidden.
    expect([rows[0], rows[4], rows[5], rows.at(-1)]).toEqual(['ID', 'НСТ-004', 'НСТ-006', 'НСТ-29989']);
  });

  test('the border of a header is dragged', async () => {
    const grip = (await grid.page.locator('.letter[aria-colindex="3"] .grip').boundingBox())!;
    await grid.said();
    await grid.page.mouse.move(grip.x + 2, grip.y + 5);
    await grid.page.mouse.down();
    await grid.page.mouse.move(grip.x + 62, grip.y + 5);
    await grid.page.mouse.up();
    expect(await grid.said()).toEqual([['resize', 2, 170]]);
    expect((await grid.page.locator('.letter[aria-colindex="3"]').boundingBox())?.width).toBe(170);
  });

  test('a tap selects, a second one edits', async () => {
    await grid.close();
    grid = await openGrid(browser(), { width: 390, height: 700, touch: true });
    const cell = grid.page.locator('[aria-rowindex="5"] > [aria-colindex="2"]');
    await cell.tap();
    expect([await grid.active(), await grid.page.locator('.editor').count()]).toEqual(['4-1', 0]);
    await cell.tap();
    expect(await grid.page.locator('.editor textarea').inputValue()).toBe('Иванова Мария 4');
    await grid.page.locator('[aria-rowindex="7"] > [aria-colindex="1"]').tap();
    expect([await grid.active(), await grid.page.locator('.editor').count()]).toEqual(['6-0', 0]);
  });

  test('a filter hides rows of this window, and writing passes them over', async () => {
    expect(await grid.page.evaluate('grid.values(4)')).toEqual(['действует', 'завершено', 'приостановлено']);
    await grid.page.evaluate("grid.setFilter(4, { values: ['завершено'] })");
    expect(await grid.said()).toContainEqual(['filtered', 1_996, 5_989]);
    await go('K3');
    await press('ArrowDown');
    expect(await grid.active()).toBe('8-10');
    await paste('1\n2');
    await go('K3');
    await press('Control+v');
    expect(await grid.page.evaluate('book.edits')).toEqual([
      { row: 2, column: 10, values: [['1']] },
      { row: 8, column: 10, values: [['2']] },
    ]);
    await grid.page.evaluate('grid.clearFilters()');
    await press('ArrowDown');
    expect(await grid.active()).toBe('3-10');
  });

  test('a note is shown under the pointer and with the focus', async () => {
    const tip = grid.page.getByRole('tooltip');
    await press('ArrowRight');
    await expect(tip.count()).resolves.toBe(0);
    await press('ArrowDown');
    expect(await tip.textContent()).toBe('Проверьте отчество');
    await press('Escape');
    await expect(tip.count()).resolves.toBe(0);
    await grid.page.locator('[aria-rowindex="1"] > [aria-colindex="3"]').hover();
    await tip.waitFor();
    expect(await tip.textContent()).toBe('Дата приказа, дд.мм.гггг');
  });

  test('nothing is found by axe, and colours of the book can be read in the dark', async () => {
    expect(await grid.axe()).toEqual([]);
    await grid.page.evaluate("document.documentElement.dataset.theme = 'dark'");
    await grid.page.waitForSelector('.grid.dark');
    await grid.page.evaluate('new Promise(requestAnimationFrame)');
    expect(await grid.axe()).toEqual([]);
  });

  test('on a phone the frozen columns leave half of the page to the others', async () => {
    await grid.page.setViewportSize({ width: 390, height: 700 });
    await grid.page.waitForFunction("!document.querySelector('.cell.frozen')");
    expect(await grid.axe()).toEqual([]);
  });
});
