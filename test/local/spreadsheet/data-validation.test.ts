import { createHost } from '../../../src/local/host/host';
import { violates } from '../../../src/local/services/spreadsheet/validation-check';

function setUp() {
  const host = createHost({ locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg' });
  const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const spreadsheet = app.create('Проверки');
  const sheet = spreadsheet.getSheets()[0];
  const own = host.spreadsheets.get(spreadsheet.getId());
  if (!own) throw new Error('no spreadsheet');
  const ownSheet = own.sheetOf(own.model.sheets[0]);
  const rule = (a1: string) => {
    const range = sheet.getRange(a1);
    const found = own.model.sheets[0].rows[range.getRow() - 1]?.validations?.[range.getColumn() - 1];
    if (!found) throw new Error(`no rule in ${a1}`);
    return found;
  };
  return { host, app, sheet, own, ownSheet, rule };
}

describe('the builder', () => {
  test('defaults', () => {
    const builder = setUp().app.newDataValidation();
    expect(String(builder)).toBe('DataValidationBuilder');
    expect(builder.getCriteriaType()).toBeNull();
    expect(builder.getCriteriaValues()).toEqual([]);
    expect(builder.getHelpText()).toBeNull();
    expect(builder.getAllowInvalid()).toBe(true);
  });

  test('a list becomes text and gets the drop-down flag', () => {
    const builder = setUp()
      .app.newDataValidation()
      .requireValueInList([9, false, 'z'] as unknown as string[]);
    expect(builder.getCriteriaValues()).toEqual([['9', 'false', 'z'], true]);
    expect(builder.requireValueInList(['a'], false).getCriteriaValues()).toEqual([['a'], false]);
  });

  test('checkbox values', () => {
    const builder = setUp().app.newDataValidation();
    expect(builder.requireCheckbox().getCriteriaValues()).toEqual([]);
    expect(builder.requireCheckbox('да', 'нет').getCriteriaValues()).toEqual(['да', 'нет']);
    expect(String(builder.getCriteriaType())).toBe('CHECKBOX');
  });

  test('a date rule with text is a signature error, withCriteria takes a formula', () => {
    const { app } = setUp();
    expect(() => app.newDataValidation().requireDateAfter('=i1' as unknown as Date)).toThrow(
      /don't match the method signature/,
    );
    const built = app
      .newDataValidation()
      .withCriteria(app.DataValidationCriteria.DATE_EQUAL_TO, ['=i1'])
      .build();
    expect(built.getCriteriaType()).toBe(app.DataValidationCriteria.DATE_EQUAL_TO);
    expect(built.getCriteriaValues()).toEqual(['=i1']);
  });

  test('copies are independent', () => {
    const { app } = setUp();
    const builder = app.newDataValidation().requireNumberBetween(1, 5);
    const copy = builder.copy();
    builder.requireTextIsEmail();
    expect(String(copy.getCriteriaType())).toBe('NUMBER_BETWEEN');
    expect(String(builder.build().copy().getCriteriaType())).toBe('TEXT_IS_VALID_EMAIL');
  });
});

describe('on cells', () => {
  test('round trip with a range and an open range', () => {
    const { app, sheet } = setUp();
    for (const notation of ['D2:D40', 'D2:D']) {
      sheet
        .getRange('A2:A5')
        .setDataValidation(app.newDataValidation().requireValueInRange(sheet.getRange(notation)).build());
      const [range, dropdown] = sheet.getRange('A3').getDataValidation()?.getCriteriaValues() ?? [];
      expect((range as GoogleAppsScript.Spreadsheet.Range).getA1Notation()).toBe(notation);
      expect(dropdown).toBe(true);
    }
    expect(sheet.getRange('A6').getDataValidation()).toBeNull();
  });

  test('dates come back as days of the spreadsheet', () => {
    const { app, sheet, host } = setUp();
    const day = new host.context.Date('2025-03-01T10:30:00+05:00');
    sheet.getRange('A1').setDataValidation(
      app
        .newDataValidation()
        .requireDateOnOrAfter(day as never)
        .build(),
    );
    const [value] = sheet.getRange('A1').getDataValidation()?.getCriteriaValues() ?? [];
    expect((value as Date).toISOString()).toBe('2025-02-28T19:00:00.000Z');
  });

  test('a grid must be of the size of the range, null clears', () => {
    const { app, sheet } = setUp();
    const built = app.newDataValidation().requireTextIsUrl().build();
    const range = sheet.getRange('A1:B1').setDataValidations([[built, null]]);
    expect(range.getDataValidations()[0].map((r) => r && String(r.getCriteriaType()))).toEqual([
      'TEXT_IS_VALID_URL',
      null,
    ]);
    expect(() => range.setDataValidations([[built]])).toThrow('The data has 1 but the range has 2.');
    range.setDataValidations([[null, null]]);
    expect(range.getDataValidations()).toEqual([[null, null]]);
  });

  test('cells share one rule object', () => {
    const { app, sheet, own } = setUp();
    const built = app.newDataValidation().requireValueInList(['а', 'б']).build();
    sheet
      .getRange('A1:Z1000')
      .setDataValidations(Array.from({ length: 1000 }, () => new Array(26).fill(built)));
    expect(new Set(own.model.sheets[0].rows.flatMap((row) => row?.validations ?? [])).size).toBe(1);
  });

  test('scripts may write what the rule rejects', () => {
    const { app, sheet } = setUp();
    const cell = sheet.getRange('A1');
    cell
      .setDataValidation(app.newDataValidation().requireNumberGreaterThan(5).setAllowInvalid(false).build())
      .setValue(1);
    expect(cell.getValue()).toBe(1);
  });
});

describe('checkboxes', () => {
  test('insert, check, uncheck, remove', () => {
    const { sheet } = setUp();
    const range = sheet.getRange('A1:B1').insertCheckboxes();
    expect(range.getValues()).toEqual([[false, false]]);
    expect(range.isChecked()).toBe(false);
    sheet.getRange('A1').check();
    expect(range.isChecked()).toBeNull();
    range.check();
    expect([range.isChecked(), sheet.getRange('A1:C1').isChecked()]).toEqual([true, null]);
    range.removeCheckboxes();
    expect([range.getValues(), range.getDataValidations()]).toEqual([[['', '']], [[null, null]]]);
  });

  test('own values; cells that are no checkboxes stay', () => {
    const { sheet } = setUp();
    sheet.getRange('A1').insertCheckboxes('да', 'нет');
    sheet.getRange('B1').setValue('x');
    sheet.getRange('A1:B1').check();
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['да', 'x']]);
    expect(sheet.getRange('A1').uncheck().getValue()).toBe('нет');
  });
});

describe('violates: edits by people', () => {
  test('list, help text, warnings', () => {
    const { app, sheet, ownSheet, rule } = setUp();
    const strict = app.newDataValidation().requireValueInList(['Да', 'Нет']).setAllowInvalid(false);
    sheet.getRange('X9').setDataValidation(strict.build());
    expect(violates(rule('X9'), 'Да', ownSheet, 'X9')).toBeNull();
    expect(violates(rule('X9'), 'Может быть', ownSheet, 'X9')).toMatch(
      /^The data you entered in cell X9 violates the data validation rules set on this cell\./,
    );
    expect(violates(rule('X9'), '', ownSheet, 'X9')).toBeNull();
    sheet.getRange('X9').setDataValidation(strict.setHelpText('Выберите из списка').build());
    expect(violates(rule('X9'), 'нет такого', ownSheet, 'X9')).toContain('Выберите из списка');
    sheet.getRange('X9').setDataValidation(strict.setAllowInvalid(true).build());
    expect(violates(rule('X9'), 'нет такого', ownSheet, 'X9')).toBeNull();
  });

  test('values of another column, numbers, dates, addresses', () => {
    const { app, sheet, ownSheet, rule } = setUp();
    const check = (
      builder: GoogleAppsScript.Spreadsheet.DataValidationBuilder,
      value: string | number | boolean,
    ) => {
      sheet.getRange('A1').setDataValidation(builder.setAllowInvalid(false).build());
      return violates(rule('A1'), value, ownSheet, 'A1') === null;
    };
    sheet.getRange('D2:D3').setValues([['Школа 1'], [7]]);
    const listed = app.newDataValidation().requireValueInRange(sheet.getRange('D2:D'));
    expect([check(listed, 'Школа 1'), check(listed, 7), check(listed, 'Школа 2')]).toEqual([
      true,
      true,
      false,
    ]);
    const between = app.newDataValidation().requireNumberBetween(1, 5);
    expect([check(between, 1), check(between, 5.1), check(between, 'три')]).toEqual([true, false, false]);
    const after = app.newDataValidation().requireDateAfter(new Date('2025-01-10T00:00:00+05:00'));
    expect([check(after, 45667.9), check(after, 45668)]).toEqual([false, true]);
    const mail = app.newDataValidation().requireTextIsEmail();
    expect([check(mail, 'a@b.ru'), check(mail, 'a.b.ru')]).toEqual([true, false]);
    expect(check(app.newDataValidation().requireCheckbox(), 'x')).toBe(false);
    expect(check(app.newDataValidation().requireFormulaSatisfied('=A1>0'), -1)).toBe(true);
  });
});
