import { newBook, refusal } from './grid-fixture';

describe('copies and moves', () => {
  const source = () => {
    const made = newBook();
    made.sheet
      .getRange('A1:B2')
      .setValues([
        ['V1', 'V2'],
        ['V3', 'V4'],
      ])
      .setBackground('#ff0000');
    return made;
  };
  test('a smaller target receives everything', () => {
    const { sheet } = source();
    sheet.getRange('A1:B2').copyTo(sheet.getRange('G1'));
    expect(sheet.getRange('G1:H2').getValues()).toEqual([
      ['V1', 'V2'],
      ['V3', 'V4'],
    ]);
  });
  test('a larger one whole repetitions, transposed too', () => {
    const { sheet, app } = source();
    sheet.getRange('A1:B2').copyTo(sheet.getRange('J1:L4'));
    expect(sheet.getRange('J1:L4').getValues()).toEqual([
      ['V1', 'V2', ''],
      ['V3', 'V4', ''],
      ['V1', 'V2', ''],
      ['V3', 'V4', ''],
    ]);
    expect(sheet.getRange('L1').getBackground()).toBe('#ffffff');
    sheet.getRange('A1:B2').copyTo(sheet.getRange('D9'), app.CopyPasteType.PASTE_NORMAL, true);
    expect(sheet.getRange('D9:E10').getValues()).toEqual([
      ['V1', 'V3'],
      ['V2', 'V4'],
    ]);
  });
  test('options', () => {
    const { sheet } = source();
    sheet.getRange('D5:E6').setBackground('#cccccc');
    sheet.getRange('A1:B2').copyTo(sheet.getRange('D5:E6'), { contentsOnly: true });
    expect([sheet.getRange('D5').getValue(), sheet.getRange('D5').getBackground()]).toEqual([
      'V1',
      '#cccccc',
    ]);
    sheet.getRange('A1:B2').copyTo(sheet.getRange('D9'), { formatOnly: true });
    expect([sheet.getRange('E10').getValue(), sheet.getRange('E10').getBackground()]).toEqual([
      '',
      '#ff0000',
    ]);
    sheet.getRange('A100:B101').copyTo(sheet.getRange('D5:E6'));
    expect([sheet.getRange('D5').getValue(), sheet.getRange('D5').getBackground()]).toEqual(['', '#ffffff']);
  });
  test('wrong arguments', () => {
    const { sheet } = source();
    const range = sheet.getRange('A1');
    for (const args of [[], ['x'], [range, 1, 'notbool']])
      expect(refusal(() => (range.copyTo as (...a: unknown[]) => void)(...args))).toMatch(
        /The parameters \(.*\) don't match the method signature/,
      );
  });
  test('relative references move along, moveTo keeps them', () => {
    const { sheet } = newBook();
    sheet.getRange('A1').setFormula('=B1+$C$1&"A1"');
    sheet.getRange('A1').copyTo(sheet.getRange('B3'));
    expect(sheet.getRange('B3').getFormula()).toBe('=C3+$C$1&"A1"');
    sheet.getRange('A1').moveTo(sheet.getRange('D4'));
    expect([sheet.getRange('D4').getFormula(), sheet.getRange('A1').getFormula()]).toEqual([
      '=B1+$C$1&"A1"',
      '',
    ]);
  });
  test('moveTo over itself', () => {
    const { sheet } = source();
    sheet.getRange('A1:B2').moveTo(sheet.getRange('B1'));
    expect(sheet.getRange('A1:C2').getValues()).toEqual([
      ['', 'V1', 'V2'],
      ['', 'V3', 'V4'],
    ]);
    expect([sheet.getRange('A1').getBackground(), sheet.getRange('C2').getBackground()]).toEqual([
      '#ffffff',
      '#ff0000',
    ]);
  });
  test('copyValuesToRange', () => {
    const { sheet } = source();
    sheet.getRange('A1:B2').copyValuesToRange(sheet, 4, 5, 1, 5);
    expect(sheet.getRange('D1:E5').getValues()).toEqual([
      ['V1', 'V2'],
      ['V3', 'V4'],
      ['V1', 'V2'],
      ['V3', 'V4'],
      ['', ''],
    ]);
    sheet.getRange('A1:B2').copyValuesToRange(sheet.getSheetId(), 7, 7, 1, 1);
    expect(sheet.getRange('H2').getValue()).toBe('V4');
  });
});

describe('autoFill', () => {
  const fill = (values: unknown[], notation: string, target: string) => {
    const { sheet, app } = newBook();
    const range = sheet.getRange(notation);
    range.setValues(range.getNumRows() > 1 ? values.map((v) => [v]) : [values]);
    range.autoFill(sheet.getRange(target), app.AutoFillSeries.DEFAULT_SERIES);
    return sheet.getRange(target).getValues().flat();
  };
  test('numbers down, backwards, months', () => {
    expect(fill([1, 2, 3, 4], 'A1:A4', 'A1:A7')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(fill([10, 8, 6, 4], 'E1:H1', 'B1:H1')).toEqual([16, 14, 12, 10, 8, 6, 4]);
    expect(fill(['Jan', 'Feb'], 'B1:B2', 'B1:B4')).toEqual(['Jan', 'Feb', 'Mar', 'Apr']);
    expect(fill(['Wave 1', 'Wave 2'], 'B1:B2', 'B1:B3')).toEqual(['Wave 1', 'Wave 2', 'Wave 3']);
    expect(fill(['x', 'y'], 'B1:B2', 'B1:B4')).toEqual(['x', 'y', 'x', 'y']);
  });
  test('to the neighbour, alternating', () => {
    const { sheet, app } = newBook();
    sheet.getRange('A1:A5').setValue('n');
    sheet
      .getRange('B1:B2')
      .setValues([[1], [2]])
      .autoFillToNeighbor(app.AutoFillSeries.ALTERNATE_SERIES);
    expect(sheet.getRange('B1:B6').getValues().flat()).toEqual([1, 2, 1, 2, 1, '']);
  });
  test('formulas', () => {
    const { sheet, app } = newBook();
    sheet
      .getRange('B1')
      .setFormula('=A1')
      .autoFill(sheet.getRange('B1:B3'), app.AutoFillSeries.DEFAULT_SERIES);
    expect(sheet.getRange('B1:B3').getFormulas().flat()).toEqual(['=A1', '=A2', '=A3']);
  });
  test('refusals', () => {
    const { sheet, app } = newBook();
    const series = app.AutoFillSeries.DEFAULT_SERIES;
    expect(refusal(() => sheet.getRange('A1:A4').autoFill(sheet.getRange('C1:C5'), series))).toMatch(
      /destination range must contain the source range/,
    );
    expect(refusal(() => sheet.getRange('A1:A4').autoFill(sheet.getRange('A1:B10'), series))).toBe(
      'AutoFill destination range must extend the source range in only one direction.',
    );
  });
});

describe('walking over data', () => {
  test('getNextDataCell', () => {
    const { sheet, app } = newBook();
    for (const cell of ['B2', 'B5', 'D2', 'D3', 'D4', 'E9', 'F9', 'F1000'])
      sheet.getRange(cell).setValue('x');
    const { DOWN, UP, NEXT, PREVIOUS } = app.Direction;
    const go = (from: string, direction: GoogleAppsScript.Spreadsheet.Direction) =>
      sheet.getRange(from).getNextDataCell(direction).getA1Notation();
    expect([
      go('B1', DOWN),
      go('B2', DOWN),
      go('D2', DOWN),
      go('B5', DOWN),
      go('A1', DOWN),
      go('F1000', DOWN),
    ]).toEqual(['B2', 'B5', 'D4', 'B1000', 'A1000', 'F1000']);
    expect([go('B4', UP), go('B5', UP), go('D4', UP), go('B2', UP), go('A1', UP)]).toEqual([
      'B2',
      'B2',
      'D2',
      'B1',
      'A1',
    ]);
    expect([go('A2', NEXT), go('B2', NEXT), go('E9', NEXT), go('F9', NEXT), go('Z1', NEXT)]).toEqual([
      'B2',
      'D2',
      'F9',
      'Z9',
      'Z1',
    ]);
    expect([go('F9', PREVIOUS), go('G9', PREVIOUS), go('B2', PREVIOUS)]).toEqual(['E9', 'F9', 'A2']);
  });
  test('getDataRegion', () => {
    const { sheet, app } = newBook();
    sheet.getRange('B2:D4').setValue(1);
    const region = (cell: string, dimension?: GoogleAppsScript.Spreadsheet.Dimension) => {
      const range = sheet.getRange(cell);
      return (dimension ? range.getDataRegion(dimension) : range.getDataRegion()).getA1Notation();
    };
    expect([region('C3'), region('B1'), region('H9'), region('A1')]).toEqual(['B2:D4', 'B1:D4', 'H9', 'A1']);
    expect([region('C3', app.Dimension.ROWS), region('C3', app.Dimension.COLUMNS)]).toEqual([
      'C2:C4',
      'B3:D3',
    ]);
  });
});

describe('cells come and go', () => {
  const grid = () => {
    const made = newBook();
    made.sheet
      .getRange('A1:D4')
      .setValues(['1', '2', '3', '4'].map((r) => ['A', 'B', 'C', 'D'].map((c) => c + r)));
    return made;
  };
  test.each<[string, 'insertCells' | 'deleteCells', 'ROWS' | 'COLUMNS', string[]]>([
    ['B2:C3', 'deleteCells', 'COLUMNS', ['A1 B1 C1 D1', 'A2 D2 - -', 'A3 D3 - -', 'A4 B4 C4 D4']],
    ['B2:C3', 'deleteCells', 'ROWS', ['A1 B1 C1 D1', 'A2 B4 C4 D2', 'A3 - - D3', 'A4 - - D4']],
    ['B2:C2', 'insertCells', 'COLUMNS', ['A1 B1 C1 D1', 'A2 - - B2', 'A3 B3 C3 D3', 'A4 B4 C4 D4']],
    ['B2:B3', 'insertCells', 'ROWS', ['A1 B1 C1 D1', 'A2 - C2 D2', 'A3 - C3 D3', 'A4 B2 C4 D4']],
  ])('%s %s %s', (notation, method, dimension, expected) => {
    const { sheet, app } = grid();
    sheet.getRange(notation)[method](app.Dimension[dimension]);
    expect(
      sheet
        .getRange('A1:D4')
        .getValues()
        .map((line) => line.map((v) => v || '-').join(' ')),
    ).toEqual(expected);
  });
  test('removeDuplicates', () => {
    const { sheet } = newBook();
    sheet.getRange('C3:D6').setValues([
      ['foo', 'bar'],
      ['bar', 'foo'],
      ['foo', 'foo'],
      ['bar', 'foo'],
    ]);
    const left = sheet.getRange('C3:D6').removeDuplicates();
    expect([left.getA1Notation(), left.getValues()]).toEqual([
      'C3:D5',
      [
        ['foo', 'bar'],
        ['bar', 'foo'],
        ['foo', 'foo'],
      ],
    ]);
    expect(sheet.getRange('C6').getValue()).toBe('');
    expect(sheet.getRange('C3:D5').removeDuplicates([4]).getValues()).toEqual([
      ['foo', 'bar'],
      ['bar', 'foo'],
    ]);
  });
  test('trim, split', () => {
    const { sheet, app } = newBook();
    sheet.getRange('A1').setValue('  a   b \t c ').trimWhitespace();
    expect(sheet.getRange('A1').getValue()).toBe('a b c');
    sheet.getRange('A1:A2').setValues([['x,y,3'], ['one']]);
    sheet.getRange('A1:A2').splitTextToColumns();
    expect(sheet.getRange('A1:C2').getValues()).toEqual([
      ['x', 'y', 3],
      ['one', '', ''],
    ]);
    sheet.getRange('A3').setValue('p:q').splitTextToColumns(':');
    sheet.getRange('A4').setValue('p;q').splitTextToColumns(app.TextToColumnsDelimiter.SEMICOLON);
    expect(sheet.getRange('A3:B4').getValues()).toEqual([
      ['p', 'q'],
      ['p', 'q'],
    ]);
  });
});

describe('text finder', () => {
  const book = () => {
    const made = newBook();
    made.sheet.getRange('A1:B5').setValues([
      ['sample', 'sámplé'],
      ['SampleA', 'sámplé'],
      ['=SAMPLE()', '=SámpléB()'],
      ['=sample()', '=sámpléB()'],
      ['=sampleA()', '=sámpléB()'],
    ]);
    return made;
  };
  const found = (finder: GoogleAppsScript.Spreadsheet.TextFinder) =>
    finder.findAll().map((r) => r.getA1Notation());
  test('findAll', () => {
    const { book: b, sheet } = book();
    const all = (text = 'sample') => sheet.createTextFinder(text);
    expect(found(all())).toEqual(['A1', 'A2']);
    expect(found(b.createTextFinder('sample'))).toEqual(['A1', 'A2']);
    expect(found(all().ignoreDiacritics(true).matchCase(true).matchEntireCell(true))).toEqual([
      'A1',
      'B1',
      'B2',
    ]);
    expect(found(all().matchFormulaText(true))).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
    expect(
      found(all().matchFormulaText(true).ignoreDiacritics(true).matchCase(true).matchEntireCell(true)),
    ).toEqual(['A1', 'B1', 'B2']);
    expect(found(sheet.getRange('A3:B5').createTextFinder('sample'))).toEqual([]);
    expect(found(all('^s.m').useRegularExpression(true))).toEqual(['A1', 'B1', 'A2', 'B2']);
  });
  test('replace and step', () => {
    const { sheet } = book();
    expect(sheet.createTextFinder('sample').replaceAllWith('te$t')).toBe(2);
    expect(sheet.getRange('A1:A2').getValues().flat()).toEqual(['te$t', 'te$tA']);
    const finder = sheet.createTextFinder('te$t');
    expect(finder.getCurrentMatch()).toBeNull();
    expect(finder.findNext()?.getA1Notation()).toBe('A1');
    expect(finder.findNext()?.getA1Notation()).toBe('A2');
    expect(finder.replaceWith('x')).toBe(1);
    expect(sheet.getRange('A2').getValue()).toBe('xA');
    expect(finder.findNext()).toBeNull();
  });
});

test('range lists do everything range by range', () => {
  const { sheet, book } = newBook();
  const list = sheet.getRangeList(['a2:c3', 'bb4:be12']);
  expect(list.getRanges().map((r) => r.getA1Notation())).toEqual(['A2:C3', 'BB4:BE12']);
  const cells = sheet.getRangeList(['A1', 'E5']);
  expect(cells.setValue('hello').setNote('n')).toBe(cells);
  expect(sheet.getRange('E5').getValue()).toBe('hello');
  cells.setFormula('SUM(1,2)');
  expect([sheet.getRange('E5').getFormula(), sheet.getRange('E5').getValue()]).toEqual(['=SUM(1,2)', 3]);
  cells.setValue('  w  ').trimWhitespace();
  cells.setFormulaR1C1('=R[1]C[1]');
  expect(sheet.getRange('E5').getFormula()).toBe('=F6');
  cells.clear({ contentsOnly: true });
  expect([sheet.getRange('A1').isBlank(), sheet.getRange('A1').getNote()]).toEqual([true, 'n']);
  cells.clearNote();
  expect(sheet.getRange('E5').getNote()).toBe('');
  cells.activate();
  expect(
    book
      .getActiveRangeList()
      ?.getRanges()
      .map((r) => r.getA1Notation()),
  ).toEqual(['A1', 'E5']);
});
