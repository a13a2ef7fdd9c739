import { createHost } from '../../../src/local/host/host';

function setUp() {
  const host = createHost({ now: '2025-09-01T12:00:00+05:00' });
  const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const sheet = app.create('Фильтр').getSheets()[0];
  sheet.getRange('A1:C5').setValues([
    ['ФИО', 'Стаж', 'Статус'],
    ['Иванов', 3, 'да'],
    ['Петрова', 12, 'нет'],
    ['Сидоров', 7, 'Да'],
    ['Яковлева', '', ''],
  ]);
  return { host, app, sheet };
}

test('one filter a sheet', () => {
  const { sheet } = setUp();
  expect(sheet.getFilter()).toBeNull();
  const filter = sheet.getRange('A1:C5').createFilter();
  expect(String(filter)).toBe('Filter');
  expect(() => sheet.getRange('A1:B2').createFilter()).toThrow(
    "You can't create a filter in a sheet that already has a filter.",
  );
  expect(sheet.getRange('F1:F5').getFilter()).toBe(filter);
  filter?.remove();
  expect(sheet.getFilter()).toBeNull();
});

test('criteria hide rows below the heading', () => {
  const { app, sheet } = setUp();
  const filter = sheet.getRange('A1:C5').createFilter();
  const hidden = () => [1, 2, 3, 4, 5].filter((row) => sheet.isRowHiddenByFilter(row));
  filter?.setColumnFilterCriteria(2, app.newFilterCriteria().whenNumberGreaterThan(5).build());
  expect(hidden()).toEqual([2, 5]);
  filter?.setColumnFilterCriteria(2, app.newFilterCriteria().setHiddenValues(['12']).build());
  expect(hidden()).toEqual([3]);
  filter?.removeColumnFilterCriteria(2);
  filter?.setColumnFilterCriteria(3, app.newFilterCriteria().whenTextEqualTo('ДА').build());
  expect(hidden()).toEqual([3, 5]);
  filter?.setColumnFilterCriteria(3, app.newFilterCriteria().setVisibleValues(['нет']).build());
  expect(hidden()).toEqual([2, 4, 5]);
  expect(() => filter?.getColumnFilterCriteria(9)).toThrow('Those columns are out of bounds.');
});

test('criteria read back and follow an inserted column', () => {
  const { app, sheet } = setUp();
  const filter = sheet.getRange('A1:C5').createFilter();
  filter?.setColumnFilterCriteria(2, app.newFilterCriteria().whenNumberBetween(1, 5).build());
  sheet.insertColumnBefore(1);
  expect(filter?.getColumnFilterCriteria(2)).toBeNull();
  expect(filter?.getColumnFilterCriteria(3)?.getCriteriaValues()).toEqual([1, 5]);
  expect(filter?.getRange().getA1Notation()).toBe('B1:D5');
});

test('sorting leaves the heading', () => {
  const { sheet } = setUp();
  sheet.getRange('A1:C5').createFilter()?.sort(2, false);
  expect(sheet.getRange('A1:A5').getValues().flat()).toEqual([
    'ФИО',
    'Петрова',
    'Сидоров',
    'Иванов',
    'Яковлева',
  ]);
});

describe('the criteria builder', () => {
  test('an empty one', () => {
    const criteria = setUp().app.newFilterCriteria().build();
    expect([criteria.getCriteriaType(), criteria.getCriteriaValues(), criteria.getHiddenValues()]).toEqual([
      null,
      [],
      [],
    ]);
  });

  test('a relative date makes the relative criterion', () => {
    const { app } = setUp();
    const criteria = app.newFilterCriteria().whenDateAfter(app.RelativeDate.TODAY).build();
    expect(String(criteria.getCriteriaType())).toBe('DATE_AFTER_RELATIVE');
    expect(criteria.getCriteriaValues()).toEqual([app.RelativeDate.TODAY]);
    const day = new Date('2023-01-01T00:00:00Z');
    expect(app.newFilterCriteria().whenDateBefore(day).build().getCriteriaValues()).toEqual([day]);
  });

  test('copies are independent', () => {
    const { app } = setUp();
    const builder = app.newFilterCriteria().whenNumberEqualTo(50);
    const copy = builder.copy();
    builder.whenNumberEqualTo(100);
    expect(copy.build().getCriteriaValues()).toEqual([50]);
  });

  test('relative dates are counted from the clock of the host', () => {
    const { host, app, sheet } = setUp();
    sheet
      .getRange('A2:A3')
      .setValues([[new Date('2025-08-31T00:00:00+05:00')], [new Date('2025-09-02T00:00:00+05:00')]]);
    const filter = sheet.getRange('A1:A3').createFilter();
    filter?.setColumnFilterCriteria(
      1,
      app.newFilterCriteria().whenDateBefore(app.RelativeDate.TODAY).build(),
    );
    expect([2, 3].map((row) => sheet.isRowHiddenByFilter(row))).toEqual([false, true]);
    host.clock.set('2025-09-03T12:00:00+05:00');
    expect([2, 3].map((row) => sheet.isRowHiddenByFilter(row))).toEqual([false, false]);
  });

  test('a formula condition is refused by name, not passed over', () => {
    const { app, sheet } = setUp();
    const filter = sheet.getRange('A1:C5').createFilter();
    filter?.setColumnFilterCriteria(1, app.newFilterCriteria().whenFormulaSatisfied('=A2>1').build());
    expect(() => sheet.isRowHiddenByFilter(2)).toThrow(/not implemented in the local host/);
  });
});
