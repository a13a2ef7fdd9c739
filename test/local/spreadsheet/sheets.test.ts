import { newBook, refusal } from './grid-fixture';

describe('sheets of a spreadsheet', () => {
  test('a new spreadsheet', () => {
    const { app } = newBook();
    const book = app.create('n', 25, 10);
    expect([
      book.getName(),
      book.getNumSheets(),
      book.getSheets()[0].getMaxRows(),
      book.getSheets()[0].getMaxColumns(),
    ]).toEqual(['n', 1, 25, 10]);
    expect([
      book.getSheets()[0].getName(),
      book.getSheets()[0].getSheetId(),
      app.create('x').getSheets()[0].getMaxRows(),
    ]).toEqual(['Sheet1', 0, 1000]);
    expect(app.openById(book.getId()).getName()).toBe('n');
    expect(app.openByUrl(book.getUrl())).toBe(book);
    expect(refusal(() => app.openById('nope'))).toMatch(/openById/);
  });

  test('insertion places and indexes', () => {
    const { book } = newBook();
    const s1 = book.insertSheet('s1');
    book.insertSheet('s2');
    book.insertSheet('s3', 1);
    book.insertSheet('s4', 0);
    expect(book.getSheets().map((s) => [s.getName(), s.getIndex()])).toEqual([
      ['s4', 1],
      ['Sheet1', 2],
      ['s3', 3],
      ['s1', 4],
      ['s2', 5],
    ]);
    expect(book.getSheetById(s1.getSheetId())).toBe(s1);
    expect(book.getSheetByName('s1')).toBe(s1);
    expect(book.getSheetByName('none')).toBeNull();
    expect(new Set(book.getSheets().map((s) => s.getSheetId())).size).toBe(5);
    expect(book.insertSheet().getName()).toBe('Sheet6');
  });

  test('names are unique without regard to case', () => {
    const { book, sheet } = newBook();
    const text = 'A sheet with the name "Other" already exists. Please enter another name.';
    book.insertSheet('Other');
    expect(refusal(() => book.insertSheet('Other'))).toBe(text);
    expect(refusal(() => sheet.setName('Other'))).toBe(text);
    expect(sheet.setName('sheet1').getName()).toBe('sheet1');
  });

  test('formulas follow a new name', () => {
    const { book, sheet } = newBook();
    const other = book.insertSheet('Other');
    other.getRange('A1').setFormula('=Sheet1!A1&"Sheet1!A1"&A2');
    sheet.getRange('A1').setValue('v');
    sheet.setName("О'К 1");
    expect(other.getRange('A1').getFormula()).toBe(`='О''К 1'!A1&"Sheet1!A1"&A2`);
    expect(other.getRange('A1').getValue()).toBe('vSheet1!A1');
  });

  test('copies', () => {
    const { book, sheet, app } = newBook();
    sheet.getRange('A1').setValue('v').setNote('n');
    sheet.getRange('B1').setFormula('=A1');
    const copy = book.duplicateActiveSheet();
    expect([copy.getName(), copy.getIndex(), book.getActiveSheet()]).toEqual(['Copy of Sheet1', 2, copy]);
    copy.getRange('A1').setValue('changed');
    expect([
      sheet.getRange('B1').getValue(),
      copy.getRange('B1').getValue(),
      copy.getRange('A1').getNote(),
    ]).toEqual(['v', 'changed', 'n']);
    expect(sheet.copyTo(book).getName()).toBe('Copy of Sheet1 2');
    const fromTemplate = book.insertSheet('made', { template: sheet });
    expect(fromTemplate.getRange('A1').getValue()).toBe('v');
    const other = app.create('other');
    expect(sheet.copyTo(other).getParent()).toBe(other);
    expect(book.copy('twin').getSheets().length).toBe(book.getNumSheets());
  });

  test('deletion, order, visibility', () => {
    const { book, sheet } = newBook();
    const second = book.insertSheet('second');
    expect(refusal(() => [second.hideSheet(), sheet.hideSheet()])).toBe(
      "You can't hide all the sheets in a document.",
    );
    expect(second.isSheetHidden()).toBe(true);
    second.showSheet();
    expect(second.isSheetHidden()).toBe(false);
    book.setActiveSheet(second);
    book.moveActiveSheet(1);
    expect(second.getIndex()).toBe(1);
    book.setNamedRange('gone', second.getRange('A1'));
    book.deleteActiveSheet();
    expect([book.getNumSheets(), book.getNamedRanges().length, book.getActiveSheet()]).toEqual([1, 0, sheet]);
    expect(refusal(() => book.deleteSheet(sheet))).toMatch(/can't remove all/);
  });

  test('the spreadsheet does things on its active sheet', () => {
    const { book, sheet } = newBook();
    book.appendRow(['A', 'B', 'C']);
    expect(sheet.getLastRow()).toBe(1);
    book.hideRow(sheet.getRange('1:1'));
    expect(sheet.isRowHiddenByUser(1)).toBe(true);
    book.renameActiveSheet('Renamed');
    expect([sheet.getName(), book.getSheetName()]).toEqual(['Renamed', 'Renamed']);
    book.rename('New name');
    expect(book.getName()).toBe('New name');
    expect(book.getColumnWidth(2)).toBe(100);
  });

  test('people and settings', () => {
    const { book } = newBook({ activeUser: 'owner@example.com' });
    expect(book.getOwner()?.getEmail()).toBe('owner@example.com');
    book.addEditor('e@example.com').addEditors(['f@example.com', 'e@example.com']);
    book.addViewer('v@example.com');
    expect(book.getEditors().map(String)).toEqual(['owner@example.com', 'e@example.com', 'f@example.com']);
    expect(book.getViewers().map(String)).toContain('v@example.com');
    book.removeEditor('e@example.com');
    expect(book.getEditors().map(String)).toEqual(['owner@example.com', 'f@example.com']);
    expect(refusal(() => book.addEditor('nonsense'))).toBe('Invalid email: nonsense');
    book.setSpreadsheetTimeZone('Asia/Yekaterinburg');
    book.setSpreadsheetLocale('ru_RU');
    expect([book.getSpreadsheetTimeZone(), book.getSpreadsheetLocale()]).toEqual([
      'Asia/Yekaterinburg',
      'ru_RU',
    ]);
  });
});

describe('rows and columns', () => {
  test('sizes', () => {
    const { sheet } = newBook();
    expect([sheet.getRowHeight(3), sheet.getColumnWidth(2)]).toEqual([21, 100]);
    sheet.setColumnWidths(2, 3, 200).setRowHeights(3, 4, 31).setColumnWidth(1, 50);
    expect([1, 2, 4, 5].map((c) => sheet.getColumnWidth(c))).toEqual([50, 200, 200, 100]);
    expect([2, 3, 6, 7].map((r) => sheet.getRowHeight(r))).toEqual([21, 31, 31, 21]);
  });

  test('hiding', () => {
    const { sheet } = newBook();
    const range = sheet.getRange('B2');
    sheet.hideColumn(range);
    sheet.hideRows(2, 2);
    expect([sheet.isColumnHiddenByUser(2), sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4)]).toEqual([
      true,
      true,
      false,
    ]);
    sheet.unhideColumn(range);
    sheet.showRows(3);
    expect([sheet.isColumnHiddenByUser(2), sheet.isRowHiddenByUser(2), sheet.isRowHiddenByUser(3)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test.each<[string, string]>([
    ['deleteRow(1001)', 'Those rows are out of bounds.'],
    ['deleteRows(999, 3)', 'Those rows are out of bounds.'],
    ['insertRowAfter(1001)', 'Those rows are out of bounds.'],
    ['insertRowBefore(0)', 'Those rows are out of bounds.'],
    ['deleteColumn(27)', 'Those columns are out of bounds.'],
    ['hideColumns(26, 2)', 'Those columns are out of bounds.'],
    ['deleteRows(1, 1000)', 'Sorry, it is not possible to delete all non-frozen rows.'],
    ['deleteColumns(1, 26)', 'Sorry, it is not possible to delete all non-frozen columns.'],
  ])('%s', (call, text) => {
    const { sheet } = newBook();
    const [method, args] = call.slice(0, -1).split('(');
    const run = sheet as unknown as Record<string, (...a: number[]) => void>;
    expect(refusal(() => run[method](...args.split(',').map(Number)))).toBe(text);
  });

  test('frozen rows cannot be left alone', () => {
    const { sheet } = newBook();
    sheet.setFrozenRows(1);
    expect(refusal(() => sheet.deleteRows(2, 999))).toBe(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
    sheet.deleteRows(3, 998);
    expect(sheet.getMaxRows()).toBe(2);
    expect(refusal(() => sheet.deleteRow(2))).toBe(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
    expect(sheet.getFrozenRows()).toBe(1);
    sheet.deleteRow(1);
    expect([sheet.getMaxRows(), sheet.getFrozenRows()]).toEqual([1, 0]);
  });

  test('everything moves along', () => {
    const { sheet, book, app } = newBook();
    sheet.getRange('A1:C3').setValues([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    sheet.getRange('C3').setNote('n').setBackground('#ff0000');
    sheet.getRange('D1').setFormula('=SUM(A1:A3)+$B$2+Other!A3');
    const other = book.insertSheet('Other');
    other.getRange('A1').setFormula('=Sheet1!C3');
    sheet.getRange('A5:B6').merge();
    book.setNamedRange('block', sheet.getRange('B2:C3'));
    sheet
      .getRange('E1')
      .setDataValidation(app.newDataValidation().requireValueInRange(sheet.getRange('A1:A3')).build());
    sheet.getRange('B2:B3').protect();
    sheet.getRange('A1:C3').createFilter();
    sheet.setRowHeight(3, 40).hideRows(3);
    sheet.insertRowsBefore(2, 2);
    expect(sheet.getRange('A1:C5').getValues()).toEqual([
      [1, 2, 3],
      ['', '', ''],
      ['', '', ''],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect([sheet.getRange('C5').getNote(), sheet.getRange('C5').getBackground()]).toEqual(['n', '#ff0000']);
    expect(sheet.getRange('D1').getFormula()).toBe('=SUM(A1:A5)+$B$4+Other!A3');
    expect(other.getRange('A1').getFormula()).toBe('=Sheet1!C5');
    expect(sheet.getRange('A1:Z20').getMergedRanges()[0].getA1Notation()).toBe('A7:B8');
    expect(book.getRangeByName('block')?.getA1Notation()).toBe('B4:C5');
    const rule = sheet.getRange('E1').getDataValidation();
    const [source] = (rule?.getCriteriaValues() ?? []) as GoogleAppsScript.Spreadsheet.Range[];
    expect(source.getA1Notation()).toBe('A1:A5');
    expect(sheet.getProtections(app.ProtectionType.RANGE)[0].getRange().getA1Notation()).toBe('B4:B5');
    expect(sheet.getFilter()?.getRange().getA1Notation()).toBe('A1:C5');
    expect([sheet.getRowHeight(5), sheet.isRowHiddenByUser(5), sheet.isRowHiddenByUser(3)]).toEqual([
      40,
      true,
      false,
    ]);

    sheet.deleteRows(2, 3);
    expect(sheet.getRange('A1:C2').getValues()).toEqual([
      [1, 2, 3],
      [7, 8, 9],
    ]);
    expect(sheet.getRange('D1').getFormula()).toBe('=SUM(A1:A2)+#REF!+Other!A3');
    expect(book.getRangeByName('block')?.getA1Notation()).toBe('B2:C2');
    sheet.deleteColumns(2, 2);
    expect(book.getRangeByName('block')).toBeNull();
    expect(sheet.getProtections(app.ProtectionType.RANGE)).toEqual([]);
    expect(sheet.getRange('A1:C1').getValues()[0][0]).toBe(1);
  });

  test('new rows take over formats and rules of the row they come from', () => {
    const { sheet, app } = newBook();
    sheet
      .getRange('A2')
      .setBackground('#00ff00')
      .setDataValidation(app.newDataValidation().requireCheckbox().build())
      .setNote('n')
      .setValue(true);
    sheet.insertRowAfter(2);
    const made = sheet.getRange('A3');
    expect([
      made.getBackground(),
      made.getDataValidation() !== null,
      made.getNote(),
      made.getValue(),
    ]).toEqual(['#00ff00', true, '', '']);
    sheet.insertRowBefore(2);
    expect([sheet.getRange('A2').getBackground(), sheet.getRange('A2').isBlank()]).toEqual(['#00ff00', true]);
    sheet.insertRowsAfter(1000, 5);
    expect(sheet.getMaxRows()).toBe(1007);
  });
});

describe('selection', () => {
  test('what was activated', () => {
    const { sheet, book, app } = newBook();
    expect(sheet.getActiveRange()?.getA1Notation()).toBe('A1');
    sheet.getRange('B2:C3').activate();
    expect([app.getActiveRange()?.getA1Notation(), app.getCurrentCell()?.getA1Notation()]).toEqual([
      'B2:C3',
      'B2',
    ]);
    sheet.getRange('C3').activateAsCurrentCell();
    expect([sheet.getActiveRange()?.getA1Notation(), sheet.getCurrentCell()?.getA1Notation()]).toEqual([
      'B2:C3',
      'C3',
    ]);
    const other = book.insertSheet('o');
    other.setActiveSelection('D4');
    expect([app.getActiveSheet(), app.getSelection().getActiveRange()?.getA1Notation()]).toEqual([
      other,
      'D4',
    ]);
    app.setActiveSheet(sheet);
    expect(book.getActiveRange()?.getA1Notation()).toBe('B2:C3');
  });
});

describe('moving rows and columns', () => {
  test('rows go in front of the destination', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:A5').setValues([['a'], ['b'], ['c'], ['d'], ['e']]);
    sheet.setRowHeight(1, 50);
    sheet.moveRows(sheet.getRange('1:2'), 5);
    expect(sheet.getRange('A1:A5').getValues().flat()).toEqual(['c', 'd', 'a', 'b', 'e']);
    expect([sheet.getRowHeight(3), sheet.getRowHeight(1)]).toEqual([50, 21]);
    sheet.moveRows(sheet.getRange('A5'), 1);
    expect(sheet.getRange('A1:A5').getValues().flat()).toEqual(['e', 'c', 'd', 'a', 'b']);
  });
  test('columns', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]);
    sheet.getRange('C1').setNote('n');
    sheet.moveColumns(sheet.getRange('C:C'), 1);
    expect(sheet.getRange('A1:C1').getValues()).toEqual([['c', 'a', 'b']]);
    expect(sheet.getRange('A1').getNote()).toBe('n');
  });
});

test('pictures', () => {
  const { sheet, host } = newBook();
  const utilities = host.globals.Utilities as GoogleAppsScript.Utilities.Utilities;
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGP8z8Dwn4GBgQEADAYBAX9x1tQAAAAASUVORK5CYII=';
  const picture = sheet.insertImage(utilities.newBlob(utilities.base64Decode(pixel), 'image/png'), 2, 3);
  expect([picture.getWidth(), picture.getHeight(), picture.getAnchorCell().getA1Notation()]).toEqual([
    2,
    3,
    'B3',
  ]);
  sheet.insertRowBefore(1);
  expect([sheet.getImages()[0], picture.getAnchorCell().getA1Notation()]).toEqual([picture, 'B4']);
  picture.remove();
  expect(sheet.getImages()).toEqual([]);
});
