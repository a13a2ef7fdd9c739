import { readWorkbook } from '../../../src/local/files/xlsx-read';
import { writeWorkbook } from '../../../src/local/files/xlsx-write';
import { newBook, refusal } from './grid-fixture';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const depths = (sheet: Sheet, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => sheet.getRowGroupDepth(from + i));
const hidden = (sheet: Sheet, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => sheet.isRowHiddenByUser(from + i));

describe('groups of rows', () => {
  test('nest: a group of depth d is a run of rows that deep', () => {
    const { sheet } = newBook();
    sheet.getRange('B3:D8').shiftRowGroupDepth(1);
    sheet.getRange('A5:A6').shiftRowGroupDepth(1);
    expect(depths(sheet, 2, 9)).toEqual([0, 1, 1, 2, 2, 1, 1, 0]);
    const outer = sheet.getRowGroup(4, 1);
    expect([outer?.getRange().getA1Notation(), outer?.getDepth(), outer?.getControlIndex()]).toEqual([
      '3:8',
      1,
      2,
    ]);
    expect(sheet.getRowGroup(5, 2)?.getRange().getA1Notation()).toBe('5:6');
    expect(refusal(() => sheet.getRowGroup(3, 2))).toMatch(/group does not exist/);
  });

  test('taking a level away leaves the inner rows in a group of depth 1', () => {
    const { sheet } = newBook();
    sheet.getRange('3:8').shiftRowGroupDepth(1);
    sheet.getRange('5:6').shiftRowGroupDepth(1);
    sheet.getRange('3:8').shiftRowGroupDepth(-1);
    expect(depths(sheet, 3, 8)).toEqual([0, 0, 1, 1, 0, 0]);
    sheet.getRange('A1:Z100').shiftRowGroupDepth(-9);
    expect(depths(sheet, 3, 8)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('folding hides; a range folds the outermost groups in it and unfolds all that touch it', () => {
    const { sheet } = newBook();
    sheet.getRange('3:6').shiftRowGroupDepth(1);
    sheet.getRange('4:5').shiftRowGroupDepth(1);
    sheet.getRange('A1:A20').collapseGroups();
    expect(sheet.getRowGroup(3, 1)?.isCollapsed()).toBe(true);
    expect(sheet.getRowGroup(4, 2)?.isCollapsed()).toBe(false);
    expect(hidden(sheet, 2, 7)).toEqual([false, true, true, true, true, false]);
    sheet.getRange('A4').expandGroups();
    expect(sheet.getRowGroup(3, 1)?.isCollapsed()).toBe(false);
    expect(hidden(sheet, 3, 6)).toEqual([false, false, false, false]);
  });

  test('rows of an inner folded group stay hidden when the outer unfolds', () => {
    const { sheet } = newBook();
    sheet.getRange('3:6').shiftRowGroupDepth(1);
    sheet.getRange('4:5').shiftRowGroupDepth(1);
    sheet.expandRowGroupsUpToDepth(1);
    expect(hidden(sheet, 3, 6)).toEqual([false, true, true, false]);
    sheet.getRowGroup(3, 1)?.collapse().expand();
    expect(hidden(sheet, 3, 6)).toEqual([false, true, true, false]);
    sheet.expandAllRowGroups();
    expect(hidden(sheet, 3, 6)).toEqual([false, false, false, false]);
    sheet.collapseAllRowGroups();
    expect(hidden(sheet, 3, 6)).toEqual([true, true, true, true]);
    sheet.getRowGroup(3, 1)?.remove();
    expect(depths(sheet, 3, 6)).toEqual([0, 1, 1, 0]);
    expect(hidden(sheet, 3, 3)).toEqual([false]);
  });

  test('follow insertion and deletion of rows', () => {
    const { sheet } = newBook();
    sheet.getRange('4:6').shiftRowGroupDepth(1);
    sheet.insertRowBefore(1);
    sheet.insertRowAfter(5);
    expect(depths(sheet, 4, 9)).toEqual([0, 1, 1, 1, 1, 0]);
    sheet.deleteRows(1, 5);
    expect(depths(sheet, 1, 4)).toEqual([1, 1, 1, 0]);
  });
});

test('columns have groups of their own, and toggles behind them when asked', () => {
  const { app, sheet } = newBook();
  sheet.getRange('C1:E1').shiftColumnGroupDepth(2);
  expect([sheet.getColumnGroupDepth(3), sheet.getColumnGroupDepth(6), sheet.getRowGroupDepth(1)]).toEqual([
    2, 0, 0,
  ]);
  const { BEFORE, AFTER } = app.GroupControlTogglePosition;
  expect(sheet.getColumnGroupControlPosition()).toBe(BEFORE);
  sheet.setColumnGroupControlPosition(AFTER);
  expect(sheet.getColumnGroupControlPosition()).toBe(AFTER);
  expect(sheet.getColumnGroup(6, 2)?.getRange().getA1Notation()).toBe('C:E');
  expect(sheet.getColumnGroup(3, 1)?.getControlIndex()).toBe(6);
});

test('groups are kept in the file', async () => {
  const { host, app, book, sheet } = newBook();
  sheet.getRange('A1:B9').setValue('x');
  sheet.getRange('3:6').shiftRowGroupDepth(1);
  sheet.getRange('4:5').shiftRowGroupDepth(1);
  sheet.getRange('B:C').shiftColumnGroupDepth(1).collapseGroups();
  sheet.setRowGroupControlPosition(app.GroupControlTogglePosition.AFTER);
  const model = host.spreadsheets.get(book.getId())?.model;
  if (!model) throw new Error('no spreadsheet');
  const { id, name, locale, timeZone, owner } = model;
  const back = await readWorkbook(await writeWorkbook(model), { id, name, locale, timeZone, owner });
  expect(back.sheets[0].rowGroups).toEqual(model.sheets[0].rowGroups);
  expect(back.sheets[0].columnGroups).toEqual(model.sheets[0].columnGroups);
  expect([...back.sheets[0].hiddenColumns]).toEqual([1, 2]);
});
