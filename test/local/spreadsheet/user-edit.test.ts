import { newBook, refusal } from './grid-fixture';

/** The grid's own objects behind the façades are compared by what they say. */
function edited(event: { range: { row: number; column: number; rows: number; columns: number } }) {
  const { range, ...rest } = event;
  return { at: [range.row, range.column, range.rows, range.columns], ...rest };
}

describe('an edit by a person', () => {
  test('one cell: value and oldValue as text', () => {
    const { host, sheet } = newBook({ locale: 'ru_RU' });
    const type = (text: unknown) => edited(host.spreadsheets.userEdit(0, 0, 0, [[text]]));
    expect(type('1,5')).toEqual({ at: [0, 0, 1, 1], value: '1.5' });
    expect(sheet.getRange('A1').getValue()).toBe(1.5);
    expect(type('01.09.2022')).toEqual({ at: [0, 0, 1, 1], value: '44805', oldValue: '1.5' });
    expect(type('ИСТИНА')).toEqual({ at: [0, 0, 1, 1], value: 'TRUE', oldValue: '44805' });
    expect(type('')).toEqual({ at: [0, 0, 1, 1], oldValue: 'TRUE' });
  });

  test('a paste has only its range, grows the grid and is selected', () => {
    const { host, sheet, app } = newBook();
    expect(
      edited(
        host.spreadsheets.userEdit(0, 999, 25, [
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ),
    ).toEqual({ at: [999, 25, 2, 2] });
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getRange('AA1001').getValue()]).toEqual([
      1001,
      27,
      'd',
    ]);
    expect(app.getActiveRange()?.getA1Notation()).toBe('Z1000:AA1001');
  });

  test('rules reject people, not scripts, and nothing is entered', () => {
    const { host, sheet, app } = newBook();
    const rule = app.newDataValidation().requireValueInList(['да', 'нет']).setAllowInvalid(false).build();
    sheet.getRange('B2').setDataValidation(rule);
    sheet.getRange('B2').setValue('может быть');
    expect(
      refusal(() =>
        host.spreadsheets.userEdit(0, 0, 0, [
          ['x', 'y'],
          ['z', 'no'],
        ]),
      ),
    ).toMatch(/^The data you entered in cell B2 violates the data validation rules set on this cell\./);
    expect(sheet.getRange('A1').getValue()).toBe('');
    expect(host.spreadsheets.userEdit(0, 1, 1, [['да']]).value).toBe('да');
  });

  test('protected cells', () => {
    const { host, book, sheet } = newBook({ activeUser: 'owner@example.com' });
    book.addEditor('curator@example.com');
    const protection = sheet.getRange('A1:A9').protect();
    protection.removeEditors(['curator@example.com']);
    host.context.user = 'curator@example.com';
    const text =
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
    expect(refusal(() => host.spreadsheets.userEdit(0, 0, 0, [['x']]))).toBe(text);
    expect(refusal(() => sheet.getRange('A2:B2').setValues([[1, 2]]))).toBe(text);
    expect(refusal(() => sheet.deleteRow(3))).toBe(text);
    expect(host.spreadsheets.userEdit(0, 0, 1, [['x']]).value).toBe('x');
    host.context.user = 'owner@example.com';
    expect(host.spreadsheets.userEdit(0, 0, 0, [['x']]).value).toBe('x');
  });
});
