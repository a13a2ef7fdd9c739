import { newBook, refusal } from './grid-fixture';

describe('addresses', () => {
  test.each([
    ['a1', 'A1'],
    ['$B$2:$c$3', 'B2:C3'],
    ['C5:B2', 'B2:C5'],
    ['!c2:e5', 'C2:E5'],
    ['D:B', 'B:D'],
    ['D:F', 'D:F'],
    ['5:7', '5:7'],
    ['A2:A', 'A2:A'],
    ['R5C3', 'C5'],
    ['r1c1:r2c2', 'A1:B2'],
    ['R10C5:R1C2', 'B1:E10'],
    ['RC1', 'RC1'],
    ['$aa$11', 'AA11'],
    ['C11:AB20', 'C11:AB20'],
    ['bb4:be12', 'BB4:BE12'],
    ['Sheet1!B2', 'B2'],
    ["'Sheet1'!B2", 'B2'],
    ['A1:A1', 'A1'],
  ])('%s is %s', (asked, notation) => expect(newBook().sheet.getRange(asked).getA1Notation()).toBe(notation));

  test('open sides', () => {
    const { sheet } = newBook();
    const rows = sheet.getRange('5:7');
    expect([rows.getNumColumns(), rows.getNumRows(), rows.getRow(), rows.getColumn()]).toEqual([26, 3, 5, 1]);
    expect([
      rows.isStartRowBounded(),
      rows.isEndRowBounded(),
      rows.isStartColumnBounded(),
      rows.isEndColumnBounded(),
    ]).toEqual([true, true, false, false]);
    const columns = sheet.getRange('D:F');
    expect([columns.getNumRows(), columns.getLastRow(), columns.getLastColumn()]).toEqual([1000, 1000, 6]);
    expect([
      columns.isStartRowBounded(),
      columns.isEndRowBounded(),
      columns.isStartColumnBounded(),
      columns.isEndColumnBounded(),
    ]).toEqual([false, false, true, true]);
    expect(sheet.getRange('A2:A').isStartRowBounded()).toBe(true);
    expect(sheet.getRange('A2:A').isEndRowBounded()).toBe(false);
    expect(sheet.getRange('A2:A').getNumRows()).toBe(999);
    expect(sheet.getRange('B2:C3').isEndRowBounded()).toBe(true);
  });

  test.each<[number[], string]>([
    [[0, 1], 'The starting row of the range is too small.'],
    [[1, 0], 'The starting column of the range is too small.'],
    [[1, 1, 0], 'The number of rows in the range must be at least 1.'],
    [[1, 1, 1, 0], 'The number of columns in the range must be at least 1.'],
    [[1001, 1], 'The coordinates of the range are outside the dimensions of the sheet.'],
    [[1, 26, 1, 2], 'The coordinates of the range are outside the dimensions of the sheet.'],
  ])('getRange(%p): %s', (args, text) => {
    const { sheet } = newBook();
    expect(refusal(() => (sheet.getRange as (...a: number[]) => unknown)(...args))).toBe(text);
  });

  test('offset', () => {
    const { sheet } = newBook();
    const range = sheet.getRange('B2:C3');
    expect(range.offset(1, 2).getA1Notation()).toBe('D3:E4');
    expect(range.offset(-1, -1, 1, 1).getA1Notation()).toBe('A1');
    expect(refusal(() => range.offset(0, 0, 0))).toContain('number of rows');
    expect(refusal(() => range.offset(0, 0, 1, 0))).toContain('number of columns');
    expect(refusal(() => range.offset(-2, 0))).toBe('The starting row of the range is too small.');
    expect(range.getCell(2, 1).getA1Notation()).toBe('B3');
  });

  test('names, other sheets, unknown names', () => {
    const { sheet, book } = newBook();
    book.insertSheet("О'Коннор");
    expect(sheet.getRange("'О''Коннор'!B2").getSheet().getName()).toBe("О'Коннор");
    book.setNamedRange('people', sheet.getRange('A2:B'));
    expect(book.getRangeByName('people')?.getA1Notation()).toBe('A2:B');
    expect(sheet.getRange('people').getA1Notation()).toBe('A2:B');
    expect(book.getRangeByName('nobody')).toBeNull();
    expect(refusal(() => sheet.getRange('nobody'))).toBe('Range not found');
    expect(book.getRange('A1').getSheet().getName()).toBe("О'Коннор");
  });

  test('named ranges act at once', () => {
    const { sheet, book } = newBook();
    book.setNamedRange('one', sheet.getRange('A1:B2'));
    const named = book.getNamedRanges()[0];
    named.setName('two').setRange(named.getRange().offset(0, 2));
    expect(sheet.getNamedRanges().map((n) => [n.getName(), n.getRange().getA1Notation()])).toEqual([
      ['two', 'C1:D2'],
    ]);
    named.remove();
    expect(book.getNamedRanges()).toEqual([]);
  });
});

describe('clear and notes', () => {
  const filled = () => {
    const { sheet, app } = newBook();
    sheet
      .getRange('A1')
      .setValue('v')
      .setNote('n')
      .setBackground('#ff0000')
      .setDataValidation(app.newDataValidation().requireNumberEqualTo(5).build());
    const state = () => {
      const cell = sheet.getRange('A1');
      return [cell.getValue(), cell.getNote(), cell.getBackground(), cell.getDataValidation() !== null];
    };
    return { sheet, state };
  };
  test.each<[string, unknown[]]>([
    ['clear', ['', 'n', '#ffffff', true]],
    ['clearContents', ['', 'n', '#ff0000', true]],
    ['clearFormats', ['v', 'n', '#ffffff', true]],
    ['clearNotes', ['v', '', '#ff0000', true]],
  ])('Sheet.%s', (method, expected) => {
    const { sheet, state } = filled();
    (sheet as unknown as Record<string, () => void>)[method]();
    expect(state()).toEqual(expected);
  });
  test('notes: numbers, none, size', () => {
    const { sheet } = newBook();
    sheet.getRange('A1').setNote(25 as never);
    expect(sheet.getRange('A1').getNote()).toBe('25');
    sheet.getRange('A1:C1').setNotes([[25 as never, null as never, 'x']]);
    expect(sheet.getRange('A1:C1').getNotes()).toEqual([['25.0', '', 'x']]);
    expect(refusal(() => sheet.getRange('A1:C1').setNotes('foo' as never))).toBe(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes.",
    );
    sheet.getRange('A1:C1').clearNote();
    expect(sheet.getRange('C1').getNote()).toBe('');
  });
});

describe('data range', () => {
  test('empty sheet is A1', () => {
    const { sheet } = newBook();
    expect(sheet.getDataRange().getA1Notation()).toBe('A1');
    expect(sheet.getDataRange().getValues()).toEqual([['']]);
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([0, 0]);
  });
  test('blanked cells do not count', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:D9').setValue(1);
    sheet.getRange('A3:D9').clearContent();
    sheet.getRange('C1:D2').setValue('');
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:B2');
  });
  test('insertions', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:C1').setValues([[1, 2, 3]]);
    sheet.insertRowAfter(2);
    sheet.insertRowsBefore(2, 2);
    expect([sheet.getLastRow(), sheet.getMaxRows()]).toEqual([1, 1003]);
    sheet.insertColumnAfter(2);
    expect([sheet.getLastColumn(), sheet.getMaxColumns()]).toEqual([4, 27]);
    expect(sheet.getDataRange().getValues()).toEqual([[1, 2, '', 3]]);
  });
  test('appendRow grows the grid', () => {
    const { app } = newBook();
    const sheet = app.create('small', 2, 2).getSheets()[0];
    sheet.appendRow(['a', 1]).appendRow(['b', 2]).appendRow(['c', '2020-01-01', 3]);
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow()]).toEqual([3, 3, 3]);
    expect(sheet.getRange('B3').getDisplayValue()).toBe('2020-01-01');
  });
});

describe('sort', () => {
  test('kinds, blanks, stability, mixed specs', () => {
    const { sheet } = newBook();
    const values = [['b'], [true], [10], [''], ['A'], [false], [2], ['B']];
    sheet.getRange('A1:A8').setValues(values);
    sheet.getRange('B1:B8').setValues(values.map((_, i) => [i]));
    sheet.getRange('A1:B8').sort(1);
    expect(sheet.getRange('A1:B8').getValues()).toEqual([
      [2, 6],
      [10, 2],
      ['A', 4],
      ['b', 0],
      ['B', 7],
      [false, 5],
      [true, 1],
      ['', 3],
    ]);
    sheet.getRange('A1:B8').sort([{ column: 1, ascending: false }, 2]);
    expect(sheet.getRange('A1:A8').getValues().flat()).toEqual([true, false, 'b', 'B', 'A', 10, 2, '']);
    sheet.getRange('A2:B8').sort({ column: 2, ascending: false });
    expect(sheet.getRange('B1:B8').getValues().flat()).toEqual([1, 7, 6, 5, 4, 3, 2, 0]);
  });
  test('Sheet.sort sorts row 1 too, formats and notes go along', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:A3').setValues([['c'], ['a'], ['b']]);
    sheet.getRange('A1').setNote('of c').setBackground('#00ff00');
    sheet.sort(1);
    expect(sheet.getRange('A1:A3').getValues().flat()).toEqual(['a', 'b', 'c']);
    expect(sheet.getRange('A1:A3').getNotes().flat()).toEqual(['', '', 'of c']);
    expect(sheet.getRange('A1:A3').getBackgrounds().flat()).toEqual(['#ffffff', '#ffffff', '#00ff00']);
    newBook().sheet.sort(1);
  });
});

describe('merge', () => {
  test('across, down, apart', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:C2').setValues([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    sheet.getRange('A1:B2').merge();
    expect(sheet.getRange('A1:C2').getValues()).toEqual([
      [1, '', 3],
      ['', '', 6],
    ]);
    expect(sheet.getRange('B2').isPartOfMerge()).toBe(true);
    expect(sheet.getRange('C1').isPartOfMerge()).toBe(false);
    expect(
      sheet
        .getRange('B2:C3')
        .getMergedRanges()
        .map((r) => r.getA1Notation()),
    ).toEqual(['A1:B2']);
    sheet.getRange('B1').breakApart();
    expect(sheet.getRange('A1:C3').getMergedRanges()).toEqual([]);
    sheet.getRange('D1:F2').mergeAcross();
    sheet.getRange('A5:B7').mergeVertically();
    expect(
      sheet
        .getRange('A1:Z9')
        .getMergedRanges()
        .map((r) => r.getA1Notation())
        .sort(),
    ).toEqual(['A5:A7', 'B5:B7', 'D1:F1', 'D2:F2']);
  });
});
