import { createHost } from '../../../src/local/host/host';

const REFUSED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

function setUp() {
  const host = createHost({ activeUser: 'owner@school.ru' });
  const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const spreadsheet = app.create('Защита');
  return { host, app, spreadsheet, sheet: spreadsheet.getSheets()[0] };
}

test('a new protection lists nobody, and the owner may edit', () => {
  const { sheet } = setUp();
  const protection = sheet.getRange('A1:B2').protect().setDescription('шапка');
  expect(protection.getEditors()).toEqual([]);
  expect([protection.canEdit(), protection.canDomainEdit(), protection.isWarningOnly()]).toEqual([
    true,
    false,
    false,
  ]);
  expect([protection.getDescription(), protection.getRange().getA1Notation()]).toEqual(['шапка', 'A1:B2']);
  expect(String(protection.getProtectionType())).toBe('RANGE');
  expect(protection.getUnprotectedRanges()).toEqual([]);
});

test('everybody who may edit the file may edit the cells until taken away', () => {
  const { host, spreadsheet, sheet } = setUp();
  spreadsheet.addEditors(['a@school.ru', 'b@school.ru']);
  const protection = sheet.getRange('A1').protect();
  expect(protection.getEditors().map((u) => u.getEmail())).toEqual(['a@school.ru', 'b@school.ru']);
  protection.removeEditors(['a@school.ru']);
  host.context.user = 'a@school.ru';
  expect(sheet.getRange('A1').canEdit()).toBe(false);
  expect(sheet.getRange('B1').canEdit()).toBe(true);
  expect(() => sheet.getRange('A1').setValue(1)).toThrow(REFUSED);
  expect(() => protection.addEditor('a@school.ru')).toThrow(REFUSED);
  host.context.user = 'B@school.ru';
  sheet.getRange('A1').setValue(2);
  expect(sheet.getRange('A1').getValue()).toBe(2);
});

test('the owner is never listed and the acting person cannot lock themselves out', () => {
  const { host, spreadsheet, sheet } = setUp();
  spreadsheet.addEditor('a@school.ru');
  const protection = sheet.getRange('A1').protect().addEditor('owner@school.ru');
  expect(protection.getEditors().map((u) => u.getEmail())).toEqual(['a@school.ru']);
  host.context.user = 'a@school.ru';
  protection.removeEditors(protection.getEditors());
  expect(protection.getEditors().map(String)).toEqual(['a@school.ru']);
});

test('a warning stops nobody; overlapping protections: one refusal is enough', () => {
  const { host, sheet } = setUp();
  sheet.getRange('A1:C3').protect().setWarningOnly(true);
  host.context.user = 'stranger@school.ru';
  expect(sheet.getRange('B2').canEdit()).toBe(true);
  host.context.user = 'owner@school.ru';
  sheet.getRange('B2').protect();
  host.context.user = 'stranger@school.ru';
  expect(sheet.getRange('A1:B2').canEdit()).toBe(false);
});

test('a sheet has one protection, with open ranges and an empty notation', () => {
  const { host, app, spreadsheet, sheet } = setUp();
  const protection = sheet.protect();
  expect(sheet.protect()).toBe(protection);
  expect(protection.getRange().getA1Notation()).toBe('');
  expect(protection.getRange().getNumRows()).toBe(sheet.getMaxRows());
  protection.setUnprotectedRanges([sheet.getRange('B2:B9')]);
  expect(protection.getUnprotectedRanges().map((r) => r.getA1Notation())).toEqual(['B2:B9']);
  host.context.user = 'stranger@school.ru';
  expect([sheet.getRange('B3').canEdit(), sheet.getRange('B9:B10').canEdit()]).toEqual([true, false]);
  expect(spreadsheet.getProtections(app.ProtectionType.SHEET)).toEqual([protection]);
  expect(spreadsheet.getProtections(app.ProtectionType.RANGE)).toEqual([]);
});

test('open ranges belong to sheet protections; remove takes it away; a protected range follows inserted rows', () => {
  const { app, sheet } = setUp();
  const protection = sheet.getRange('A5:B6').protect();
  expect(() => protection.setUnprotectedRanges([sheet.getRange('A5')])).toThrow(/protected sheet/);
  sheet.insertRowsBefore(1, 2);
  expect(protection.getRange().getA1Notation()).toBe('A7:B8');
  protection.remove();
  expect(sheet.getProtections(app.ProtectionType.RANGE)).toEqual([]);
});

test('a named range can be protected by name', () => {
  const { spreadsheet, sheet } = setUp();
  spreadsheet.setNamedRange('список', sheet.getRange('D1:D5'));
  const protection = sheet.getRange('A1').protect().setRangeName('список');
  expect([protection.getRangeName(), protection.getRange().getA1Notation()]).toEqual(['список', 'D1:D5']);
  expect(protection.setRange(sheet.getRange('A2')).getRangeName()).toBeNull();
});

test('formats and rules of protected cells are refused too', () => {
  const { host, app, sheet } = setUp();
  sheet.getRange('A1').protect();
  host.context.user = 'stranger@school.ru';
  expect(() => sheet.getRange('A1:B1').setBackground('red')).toThrow(REFUSED);
  expect(() =>
    sheet.getRange('A1').setDataValidation(app.newDataValidation().requireCheckbox().build()),
  ).toThrow(REFUSED);
  expect(sheet.getRange('B1').setBackground('red').getBackground()).toBe('#ff0000');
});

test('typed columns of a Table take backgrounds, but no number format and no rule', () => {
  const { host, app, spreadsheet, sheet } = setUp();
  const model = host.spreadsheets.get(spreadsheet.getId())?.model.sheets[0];
  if (model) model.typedTable = { row: 0, column: 0, rows: 5, columns: 2 };
  const refused = 'This operation is not allowed on cells in typed columns.';
  expect(() => sheet.getRange('A2').setNumberFormat('0.00')).toThrow(refused);
  expect(() =>
    sheet.getRange('A2').setDataValidation(app.newDataValidation().requireCheckbox().build()),
  ).toThrow(refused);
  expect(sheet.getRange('A2').setBackground('red').getBackground()).toBe('#ff0000');
});

test('formatting beyond the grid is refused', () => {
  const { sheet } = setUp();
  expect(() => sheet.getRange('AZ5').setBackground('red')).toThrow(
    'The coordinates of the range are outside the dimensions of the sheet.',
  );
});
