import { newBook, refusal, untyped } from './grid-fixture';

/** What the service says to a call of `method` with these arguments. */
function said(object: unknown, method: string, ...args: unknown[]): string | null {
  return refusal(() => untyped(object)[method](...args));
}

const mismatch = (types: string, method: string) =>
  `The parameters (${types}) don't match the method signature for SpreadsheetApp.${method}.`;

describe('arguments that no signature takes', () => {
  test.each([
    ['nothing', 'getRange', [], ''],
    ['a notation and a number', 'getRange', ['B7', 2], 'String,number'],
    ['undefined counts and reads null', 'getRange', [4, 2, 1, undefined], 'number,number,number,null'],
    ['undefined in front', 'getRange', [undefined, 3], 'null,number'],
    ['a plain object', 'getRange', [{}], '(class)'],
    ['undefined for a number', 'deleteRow', [undefined], 'null'],
    ['a text for a row', 'appendRow', ['Иванов'], 'String'],
  ])('Sheet: %s', (_, method, args, types) => {
    const { sheet } = newBook();
    expect(said(sheet, method, ...args)).toBe(mismatch(types, `Sheet.${method}`));
  });

  test.each([
    ['a list for a grid', [7, 8], 'number[]'],
    ['a list of texts', ['да'], 'String[]'],
    ['a text', 'да', 'String'],
  ])('Range.setValues: %s', (_, value, types) => {
    const { sheet } = newBook();
    expect(said(sheet.getRange('C3'), 'setValues', value)).toBe(mismatch(types, 'Range.setValues'));
  });

  test('a builder is not what it builds, but for colours', () => {
    const { app, sheet } = newBook();
    const cell = sheet.getRange('B2');
    expect(said(cell, 'setDataValidation', app.newDataValidation())).toBe(
      mismatch('SpreadsheetApp.DataValidationBuilder', 'Range.setDataValidation'),
    );
    untyped(cell).setBackgroundObject(app.newColor().setRgbColor('#0b5394'));
    expect(cell.getBackground()).toBe('#0b5394');
    const style = untyped(app.newTextStyle()).setForegroundColorObject(
      app.newColor().setThemeColor(app.ThemeColorType.ACCENT2),
    );
    expect(style.build().getForegroundColor()).toBe('ACCENT2');
  });

  test('lists of objects are looked into', () => {
    const { sheet } = newBook();
    expect(said(sheet, 'setConditionalFormatRules', ['red'])).toBe(
      mismatch('String[]', 'Sheet.setConditionalFormatRules'),
    );
    expect(said(sheet.getRange('A1'), 'setDataValidations', [['list']])).toMatch(/don't match/);
    expect(said(sheet, 'getRangeList', [['A1']])).toMatch(/don't match/);
  });
});

describe('null where an object or a text is needed', () => {
  test('is refused by the name of the parameter', () => {
    const { book, sheet } = newBook();
    expect(said(sheet, 'getRange', null)).toBe('Argument cannot be null: a1Notation');
    expect(said(sheet, 'getRange', undefined)).toBe('Argument cannot be null: a1Notation');
    expect(said(book, 'setActiveSheet', null)).toBe('Argument cannot be null: sheet');
    expect(said(sheet.getRange('A1'), 'copyTo', null)).toBe('Argument cannot be null: destination');
    expect(said(sheet.getRange('A1'), 'getNextDataCell', null)).toMatch(/^Argument cannot be null/);
  });

  test('still means "none" where the reference says so', () => {
    const { book, sheet } = newBook();
    expect(book.getSheetByName(null as never)).toBeNull();
    expect(refusal(() => sheet.getRange('A1').setBorder(true, null, null, null, null, null))).toBeNull();
    expect(refusal(() => sheet.setTabColor(null))).toBeNull();
  });
});

describe('arguments that are converted', () => {
  test('text to a number, when it is one', () => {
    const { sheet } = newBook();
    untyped(sheet).setFrozenRows('2');
    expect(sheet.getFrozenRows()).toBe(2);
    expect(said(sheet, 'setFrozenRows', '')).toBe("Cannot convert '' to int.");
    expect(said(sheet, 'setFrozenRows', 'две')).toBe("Cannot convert 'две' to int.");
    expect(said(sheet, 'sort', [{ column: 1 }, { column: 2 }])).toBe(
      "Cannot convert '[object Object],[object Object]' to int.",
    );
    expect(said(sheet, 'insertRowAfter', Number.NaN)).toBe("Cannot convert 'NaN' to int.");
  });

  test('numbers to text; fractions of positions are cut off', () => {
    const { book, sheet } = newBook();
    untyped(sheet).setName(2024);
    expect(book.getSheetByName('2024')?.getSheetId()).toBe(sheet.getSheetId());
    expect(sheet.getRange(2.9, 3.2).getA1Notation()).toBe('C2');
    sheet.getRange('A1:A3').setValues([['а'], ['б'], ['в']]);
    sheet.insertRowAfter(1.7);
    expect(sheet.getRange('A1:A4').getValues().flat()).toEqual(['а', '', 'б', 'в']);
    sheet.sort(1.5, false);
    expect(sheet.getRange('A1').getValue()).toBe('в');
  });

  test('an object of a service is written as its class name', () => {
    const { sheet } = newBook();
    untyped(sheet.getRange('A1:B1')).setValues([[sheet, sheet.getRange('C1')]]);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['Sheet', 'Range']]);
  });
});

test('what the reference has and the host lacks says so by its name', () => {
  const { app, sheet } = newBook();
  expect(said(sheet, 'insertSlicer', sheet.getRange('A1'), 1, 1)).toBe(
    'SpreadsheetApp.Sheet.insertSlicer is not implemented in the local host',
  );
  expect(said(app.newFilterCriteria(), 'whenTextEqualToAny', ['да'])).toBe(
    'SpreadsheetApp.FilterCriteriaBuilder.whenTextEqualToAny is not implemented in the local host',
  );
  const image = untyped(app).newCellImage().setSourceUrl('https://example.org/герб.png').build();
  expect(said(sheet.getRange('A1'), 'setValue', image)).toBe(
    'An image in a cell is not implemented in the local host',
  );
});
