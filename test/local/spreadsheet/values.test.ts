import { newBook, refusal } from './grid-fixture';

describe('values', () => {
  test('are copies, 1-based, "" for blank', () => {
    const { sheet } = newBook();
    sheet.getRange(2, 3).setValue('x');
    const values = sheet.getRange(1, 1, 2, 3).getValues();
    expect(values).toEqual([
      ['', '', ''],
      ['', '', 'x'],
    ]);
    values[1][2] = 'changed';
    expect(sheet.getRange('C2').getValue()).toBe('x');
    const given = [[1, 2]];
    sheet.getRange('A1:B1').setValues(given);
    given[0][0] = 99;
    expect(sheet.getRange('A1').getValue()).toBe(1);
  });

  test('null and undefined blank a cell', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:C1').setValues([[1, 2, 3]]);
    sheet.getRange('A1:B1').setValues([[null, undefined]]);
    expect(sheet.getRange('A1:C1').getValues()).toEqual([['', '', 3]]);
    sheet.getRange('C1').setValue(undefined);
    expect(sheet.getRange('C1').isBlank()).toBe(true);
  });

  test('size must fit', () => {
    const { sheet } = newBook();
    expect(refusal(() => sheet.getRange('A1:B2').setValues([[1, 2]]))).toBe(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(refusal(() => sheet.getRange('A1:B2').setValues([[1, 2], [3]]))).toBe(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(refusal(() => sheet.getRange('A1').setValues('x' as never))).toMatch(
      /don't match the method signature/,
    );
  });

  test('texts are read like typed input, apostrophe keeps them', () => {
    const { sheet } = newBook();
    sheet
      .getRange('A1:H1')
      .setValues([['2,000,000.01', '50%', '2020-01-01', 'TRUE', "'=x", "'01", '007', '=4/2']]);
    const values = sheet.getRange('A1:H1').getValues()[0];
    expect(values.map((v) => (Object.prototype.toString.call(v) === '[object Date]' ? 'date' : v))).toEqual([
      2000000.01,
      0.5,
      'date',
      true,
      '=x',
      '01',
      7,
      2,
    ]);
    expect(sheet.getRange('A1:H1').getDisplayValues()[0]).toEqual([
      '2,000,000.01',
      '50%',
      '2020-01-01',
      'TRUE',
      '=x',
      '01',
      '7',
      '2',
    ]);
    expect(sheet.getRange('E1').getFormula()).toBe('');
    expect(sheet.getRange('H1').getFormula()).toBe('=4/2');
  });

  test('plain text cells keep texts', () => {
    const { sheet } = newBook();
    sheet
      .getRange('A1:C1')
      .setNumberFormat('@')
      .setValues([['007', '2020-01-01', '=1+1']]);
    expect(sheet.getRange('A1:C1').getValues()).toEqual([['007', '2020-01-01', '=1+1']]);
  });

  test('dates: format, time zone, midnight', () => {
    const { sheet, Date: ScriptDate } = newBook();
    sheet.getRange('A1').setValue(new ScriptDate(Date.UTC(2024, 0, 1, 21))); // midnight in Moscow
    sheet.getRange('A2').setValue(new ScriptDate(Date.UTC(2024, 0, 2, 9, 30)));
    expect(sheet.getRange('A1:A2').getDisplayValues()).toEqual([['1/2/2024'], ['1/2/2024 12:30:00']]);
    expect((sheet.getRange('A1').getValue() as Date).getTime()).toBe(Date.UTC(2024, 0, 1, 21));
    expect((sheet.getRange('A2').getValue() as Date).getTime()).toBe(Date.UTC(2024, 0, 2, 9, 30));
    sheet
      .getRange('A3')
      .setNumberFormat('yyyy-MM-dd')
      .setValue(new ScriptDate(Date.UTC(2024, 0, 1, 21)));
    expect(sheet.getRange('A3').getDisplayValue()).toBe('2024-01-02');
    sheet.getRange('A1').setNumberFormat('0');
    expect(sheet.getRange('A1').getValue()).toBe(45293);
  });

  test('Russian locale', () => {
    const { sheet } = newBook({ locale: 'ru_RU' });
    expect(sheet.getName()).toBe('Лист1');
    sheet.getRange('A1:C1').setValues([['01.09.2022', '1,5', 'ИСТИНА']]);
    const [date, number, truth] = sheet.getRange('A1:C1').getValues()[0];
    expect((date as Date).getTime()).toBe(Date.UTC(2022, 7, 31, 21));
    expect([number, truth]).toEqual([1.5, true]);
    expect(sheet.getRange('A1:C1').getDisplayValues()).toEqual([['01.09.2022', '1,5', 'ИСТИНА']]);
  });

  test('50 000 characters', () => {
    const { sheet } = newBook();
    sheet.getRange('A1').setValue('x'.repeat(50_000));
    expect(refusal(() => sheet.getRange('A1').setValue('x'.repeat(50_001)))).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });

  test('typed columns of a Table refuse every write', () => {
    const { sheet, host } = newBook();
    const model = host.spreadsheets.active()?.model.sheets[0];
    if (!model) throw new Error('no sheet');
    model.typedTable = { row: 0, column: 1, rows: 5, columns: 2 };
    const text = 'This operation is not allowed on cells in typed columns.';
    for (const write of [
      () => sheet.getRange('A1:B1').setValues([[1, 2]]),
      () => sheet.getRange('C5').setNote('x'),
      () => sheet.getRange('B2').clearContent(),
      () => sheet.appendRow([1, 2]),
    ])
      expect(refusal(write)).toBe(text);
    sheet.getRange('A1').setValue(1);
    sheet.getRange('B6').setValue(1);
  });

  test('writing off the grid is refused', () => {
    const { sheet } = newBook();
    const text = 'The coordinates of the range are outside the dimensions of the sheet.';
    expect(refusal(() => sheet.getRange('AA1').setValue(1))).toBe(text);
    expect(refusal(() => sheet.getRange('A1001').getValue())).toBe(text);
  });

  test('130 000 × 16 cells in well under a second', () => {
    const { sheet } = newBook();
    sheet.insertRowsAfter(1000, 129_000);
    const line = Array.from({ length: 16 }, (_, c) =>
      c % 4 === 0 ? 'NST-001' : c % 4 === 1 ? 'Иванова Мария Петровна' : c % 4 === 2 ? c : true,
    );
    const grid = Array.from({ length: 130_000 }, () => line.slice());
    const started = performance.now();
    sheet.getRange(1, 1, 130_000, 16).setValues(grid);
    const written = performance.now();
    const values = sheet.getRange(1, 1, 130_000, 16).getValues();
    const read = performance.now();
    expect(values[129_999]).toEqual(line);
    expect({ write: written - started < 15_000, read: read - written < 7_000 }).toEqual({
      write: true,
      read: true,
    });
    if (process.env.TIMES) process.stderr.write(`write ${written - started} read ${read - written}\n`);
  });
});

describe('formulas', () => {
  test('=, relative references over a range, grids, null', () => {
    const { sheet } = newBook();
    sheet.getRange('A1').setFormula('Value');
    expect(sheet.getRange('A1').getFormula()).toBe('=Value');
    sheet.getRange('C1:D2').setFormula('=A1+$B$1');
    expect(sheet.getRange('C1:D2').getFormulas()).toEqual([
      ['=A1+$B$1', '=B1+$B$1'],
      ['=A2+$B$1', '=B2+$B$1'],
    ]);
    sheet.getRange('C1:D2').setFormulas(null as never);
    expect(sheet.getRange('C1:D2').getFormulas()).toEqual([
      ['', ''],
      ['', ''],
    ]);
    sheet.getRange('C1').setValue(5);
    expect(sheet.getRange('C1').getFormula()).toBe('');
  });

  test('R1C1', () => {
    const { sheet } = newBook();
    const cases: [string, string, string, string][] = [
      ['A1', '=R[1]C[1]', '=B2', '=R[1]C[1]'],
      ['C3', '=R1C1', '=$A$1', '=R1C1'],
      ['D4', '=R[1]C1', '=$A5', '=R[1]C1'],
      ['D4', '=R1C[1]', '=E$1', '=R1C[1]'],
      ['E5', '=R[-2]C[-1]', '=D3', '=R[-2]C[-1]'],
      ['G7', '=R[-1]C[-1]+R1C1*R[1]C[1]', '=F6+$A$1*H8', '=R[-1]C[-1]+R1C1*R[1]C[1]'],
      [
        'H15',
        '=R[-1]C & " some text R1C1 not a ref"',
        '=H14 & " some text R1C1 not a ref"',
        '=R[-1]C[0] & " some text R1C1 not a ref"',
      ],
      ['A2', '=SUM(R[-1]C:R[-1]C[2])', '=SUM(A1:C1)', '=SUM(R[-1]C[0]:R[-1]C[2])'],
    ];
    for (const [cell, written, a1, canonical] of cases) {
      sheet.getRange(cell).setFormulaR1C1(written);
      expect([sheet.getRange(cell).getFormula(), sheet.getRange(cell).getFormulaR1C1()]).toEqual([
        a1,
        canonical,
      ]);
    }
    sheet.getRange('B3').setFormula('=SUM($A$1:B$2)');
    expect(sheet.getRange('B3').getFormulaR1C1()).toBe('=SUM(R1C1:R2C[0])');
    sheet.getRange('B10:C11').setFormulasR1C1([
      ['=R[1]C', '=R1C1'],
      ['=R[-1]C[-1]', 'Value'],
    ]);
    expect(sheet.getRange('B10:C11').getFormulas()).toEqual([
      ['=B11', '=$A$1'],
      ['=A10', '=Value'],
    ]);
    expect(sheet.getRange('B10:C11').getFormulasR1C1()).toEqual([
      ['=R[1]C[0]', '=R1C1'],
      ['=R[-1]C[-1]', '=Value'],
    ]);
  });

  test.each([
    ['=4/2', 2],
    ['=1/1024', 1 / 1024],
    ['=A1', 10],
    ['=A1*2+A2^2', 29],
    ['=-A1%', -0.1],
    ['="a"&A1&"b"', 'a10b'],
    ['=SUM(A1:A3)', 13],
    ['=SUM(A:A)', 13],
    ['=SUM(1,2)', 3],
    ['=AVERAGE(A1:A2)', 6.5],
    ['=MIN(A1:A2)', 3],
    ['=MAX(A1:A2;100)', 100],
    ['=COUNT(A1:A3)', 2],
    ['=COUNTA(A1:A4)', 3],
    ['=IF(A1>5,"yes","no")', 'yes'],
    ['=IF(A4=0,"",1/A4)', ''],
    ['=AND(A1>5,A1<0)', false],
    ['=AND(A1>5,TRUE())', true],
    ['=OR(A1>5,A1<0)', true],
    ['=NOT(A1>5)', false],
    ['=1/0', '#DIV/0!'],
    ['=A3+1', '#VALUE!'],
    ['=HYPERLINK("http://x","label")', 'label'],
    ['=ROW()', 5],
    ['=COLUMN(C1)', 3],
    ['=CONCATENATE("a",A2)', 'a3'],
    ['=Other!A1', 'o'],
    ["='My sheet'!A1", '#REF!'],
    ['=UNKNOWN(1)', ''],
    ['=VLOOKUP(1,A:B,2)', ''],
  ])('%s', (formula, value) => {
    const { sheet, book } = newBook();
    book.insertSheet('Other').getRange('A1').setValue('o');
    sheet.getRange('A1:A3').setValues([[10], [3], ['t']]);
    sheet.getRange('E5').setFormula(formula);
    expect(sheet.getRange('E5').getValue()).toBe(value);
  });

  test('follow what they refer to; circles are errors', () => {
    const { sheet, host } = newBook();
    sheet.getRange('A1').setValue(1);
    sheet.getRange('A2').setFormula('=A1+1');
    sheet.getRange('A3').setFormula('=A2*10');
    expect(sheet.getRange('A3').getValue()).toBe(20);
    sheet.getRange('A1').setValue(4);
    expect(sheet.getRange('A3').getValue()).toBe(50);
    sheet.getRange('B1').setFormula('=B1');
    expect(sheet.getRange('B1').getValue()).toBe('#REF!');
    sheet.getRange('C1').setFormula('=TODAY()');
    expect(sheet.getRange('C1').getDisplayValue()).toBe('6/15/2024');
    host.clock.set('2024-06-16T09:30:00Z');
    expect(sheet.getRange('C1').getDisplayValue()).toBe('6/16/2024');
  });

  test('=A1 repeats a date as a date', () => {
    const { sheet } = newBook();
    sheet.getRange('A1').setValue('2024-02-29');
    sheet.getRange('B1').setFormula('=A1');
    expect(sheet.getRange('B1').getDisplayValue()).toBe('2024-02-29');
    expect((sheet.getRange('B1').getValue() as Date).getTime()).toBe(
      (sheet.getRange('A1').getValue() as Date).getTime(),
    );
  });

  test('1/1024 shows all its digits', () => {
    const { sheet } = newBook();
    sheet.getRange('A1').setValue('= 1 / 1024');
    expect(sheet.getRange('A1').getDisplayValue()).toBe('0.0009765625');
  });
});
