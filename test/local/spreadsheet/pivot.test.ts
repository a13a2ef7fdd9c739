import { createHost } from '../../../src/local/host/host';

const ROWS = [
  ['Организация', 'Статус', 'Часы', 'Дата'],
  ['Школа 2', 'Действует', 10, ''],
  ['Школа 1', 'Действует', 4, ''],
  ['Школа 1', 'Завершена', 6, ''],
  ['Школа 2', 'Действует', 2, ''],
];

function setUp(locale = 'ru_RU') {
  const host = createHost({ locale });
  const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const spreadsheet = app.create('Сводная');
  const source = spreadsheet.getSheets()[0];
  source.getRange(1, 1, ROWS.length, 4).setValues(ROWS);
  const sheet = spreadsheet.insertSheet('Отчёт');
  const pivot = sheet.getRange('B2').createPivotTable(source.getRange('A1:D5'));
  const shown = () =>
    sheet.getLastRow() < 2
      ? []
      : sheet.getRange(2, 2, sheet.getLastRow() - 1, sheet.getLastColumn() - 1).getValues();
  return { host, app, spreadsheet, source, sheet, pivot, shown, F: app.PivotTableSummarizeFunction };
}

test('one group, two values, grand total', () => {
  const { pivot, shown, F } = setUp();
  expect(shown()).toEqual([]);
  pivot.addRowGroup(1);
  pivot.addPivotValue(3, F.SUM);
  pivot.addPivotValue(2, F.COUNTA).setDisplayName('Пар');
  expect(shown()).toEqual([
    ['Организация', 'SUM из Часы', 'Пар'],
    ['Школа 1', 10, 2],
    ['Школа 2', 12, 2],
    ['Общий итог', 22, 4],
  ]);
});

test('English words in an English spreadsheet', () => {
  const { pivot, shown, F } = setUp('en_US');
  pivot.addRowGroup(1);
  pivot.addPivotValue(3, F.AVERAGE);
  expect(shown()).toEqual([
    ['Организация', 'AVERAGE of Часы'],
    ['Школа 1', 5],
    ['Школа 2', 6],
    ['Grand Total', 5.5],
  ]);
});

test('rows × columns', () => {
  const { pivot, shown, F } = setUp();
  pivot.addRowGroup(1);
  pivot.addColumnGroup(2);
  pivot.addPivotValue(3, F.SUM);
  expect(shown()).toEqual([
    ['SUM из Часы', 'Статус', '', ''],
    ['Организация', 'Действует', 'Завершена', 'Общий итог'],
    ['Школа 1', 4, 6, 10],
    ['Школа 2', 12, '', 12],
    ['Общий итог', 16, 6, 22],
  ]);
  pivot.getColumnGroups()[0].showTotals(false);
  pivot.getRowGroups()[0].showTotals(false).sortDescending();
  expect(shown()).toEqual([
    ['SUM из Часы', 'Статус', ''],
    ['Организация', 'Действует', 'Завершена'],
    ['Школа 2', 12, ''],
    ['Школа 1', 4, 6],
  ]);
});

test('nested groups with subtotals and repeated labels', () => {
  const { pivot, shown, F } = setUp();
  const outer = pivot.addRowGroup(1);
  pivot.addRowGroup(2);
  pivot.addPivotValue(3, F.SUM);
  expect(shown()).toEqual([
    ['Организация', 'Статус', 'SUM из Часы'],
    ['Школа 1', 'Действует', 4],
    ['', 'Завершена', 6],
    ['Школа 1 Итог', '', 10],
    ['Школа 2', 'Действует', 12],
    ['Школа 2 Итог', '', 12],
    ['Общий итог', '', 22],
  ]);
  outer.showTotals(false).showRepeatedLabels();
  expect(shown().map((row) => row[0])).toEqual(['Организация', 'Школа 1', 'Школа 1', 'Школа 2']);
});

test('filters, and what happens when the source changes', () => {
  const { app, pivot, source, shown, F } = setUp();
  pivot.addRowGroup(1);
  pivot.addPivotValue(3, F.SUM);
  const filter = pivot.addFilter(2, app.newFilterCriteria().setVisibleValues(['Действует']).build());
  expect(shown().at(-1)).toEqual(['Общий итог', 16]);
  source.getRange('C2').setValue(110);
  expect(shown().at(-1)).toEqual(['Общий итог', 116]);
  source.getRange('A2').setValue('Школа 3');
  expect(shown().map((row) => row[0])).toEqual([
    'Организация',
    'Школа 1',
    'Школа 2',
    'Школа 3',
    'Общий итог',
  ]);
  filter.remove();
  expect(shown().at(-1)).toEqual(['Общий итог', 122]);
});

test('formulas see the refreshed cells', () => {
  const { pivot, source, sheet, F } = setUp();
  pivot.addPivotValue(3, F.SUM);
  sheet.getRange('F1').setFormula('=B3*2');
  source.getRange('C2').setValue(100);
  expect(sheet.getRange('F1').getValue()).toBe(224);
});

test.each([
  ['COUNT', 4],
  ['COUNTA', 4],
  ['COUNTUNIQUE', 4],
  ['MIN', 2],
  ['MAX', 10],
  ['MEDIAN', 5],
  ['PRODUCT', 480],
  ['AVERAGE', 5.5],
  ['VARP', 8.75],
])('%s', (name, expected) => {
  const { pivot, sheet, F } = setUp();
  pivot.addPivotValue(3, F[name as 'SUM']);
  expect(sheet.getRange('B3').getValue()).toBe(expected);
});

test('shares of totals', () => {
  const { app, pivot, sheet, shown, F } = setUp();
  pivot.addRowGroup(1);
  pivot.addPivotValue(3, F.SUM).showAs(app.PivotValueDisplayType.PERCENT_OF_GRAND_TOTAL);
  expect(shown()[1][1]).toBeCloseTo(10 / 22);
  expect(sheet.getRange('C3').getDisplayValue()).toBe('45,45%');
});

describe('calculated values', () => {
  test('sums of fields', () => {
    const { pivot, shown } = setUp();
    pivot.addRowGroup(1);
    const value = pivot.addCalculatedPivotValue('Часов на пару', "=SUM('Часы')/COUNTA(Статус)");
    expect(shown().slice(1)).toEqual([
      ['Школа 1', 5],
      ['Школа 2', 6],
      ['Общий итог', 5.5],
    ]);
    expect([value.getFormula(), String(value)]).toEqual(["=SUM('Часы')/COUNTA(Статус)", 'PivotValue']);
  });

  test('anything else is refused by name', () => {
    const { pivot, sheet } = setUp();
    pivot.addCalculatedPivotValue('x', '=IF(Часы>1;1;0)');
    expect(() => sheet.getRange('B2').getValue()).toThrow(/not implemented in the local host/);
  });
});

test('sorted by a value', () => {
  const { pivot, shown, F } = setUp();
  const group = pivot.addRowGroup(1);
  const value = pivot.addPivotValue(3, F.SUM);
  group.sortBy(value, []).sortDescending();
  expect(shown().map((row) => row[0])).toEqual(['Организация', 'Школа 2', 'Школа 1', 'Общий итог']);
});

test('the table shows #REF! instead of covering cells, and recovers', () => {
  const { pivot, sheet, shown, F } = setUp();
  sheet.getRange('B4').setValue('занято');
  pivot.addRowGroup(1);
  pivot.addPivotValue(3, F.SUM);
  expect(shown()[0][0]).toBe('#REF!');
  sheet.getRange('B4').clearContent();
  pivot.getRowGroups()[0].sortAscending();
  expect(shown().at(-1)).toEqual(['Общий итог', 22]);
});

test('reading the table back, removing', () => {
  const { app, pivot, sheet, F } = setUp();
  const group = pivot.addRowGroup(2);
  pivot.addPivotValue(3, F.SUM);
  expect(sheet.getPivotTables()).toEqual([pivot]);
  expect([group.getSourceDataColumn(), group.getIndex(), group.getDimension()]).toEqual([
    2,
    0,
    app.Dimension.ROWS,
  ]);
  expect([pivot.getAnchorCell().getA1Notation(), pivot.getPivotValues()[0].getSummarizedBy()]).toEqual([
    'B2',
    F.SUM,
  ]);
  expect(pivot.getPivotValues()[0].getFormula()).toBeNull();
  expect(() => pivot.addRowGroup(9)).toThrow(/outside the source range/);
  pivot.remove();
  expect([sheet.getPivotTables(), sheet.getLastRow()]).toEqual([[], 0]);
});

test('blank rows of an open source make a blank group, first in the list', () => {
  const { sheet, source, F } = setUp();
  const open = sheet.getRange('H1').createPivotTable(source.getRange('A:C'));
  open.addRowGroup(1);
  open.addPivotValue(3, F.COUNT);
  expect(sheet.getRange('H1:I5').getValues()).toEqual([
    ['Организация', 'COUNT из Часы'],
    ['', 0],
    ['Школа 1', 2],
    ['Школа 2', 2],
    ['Общий итог', 4],
  ]);
});
