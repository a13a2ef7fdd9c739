import { newBook, refusal, untyped } from './grid-fixture';

/** Methods of the live service that @types/google-apps-script leaves out. */

test('old names of addresses and ids', () => {
  const { app, book, sheet } = newBook();
  expect(untyped(sheet.getRange('D9')).getColumnIndex()).toBe(4);
  expect(untyped(book).getKey()).toBe(book.getId());
  expect(untyped(untyped(app).openByKey(book.getId())).getName()).toBe('Book');
});

describe('borders of a cell', () => {
  test('are null until one is set, then told side by side', () => {
    const { app, sheet } = newBook();
    const block = sheet.getRange('B2:C3');
    expect(untyped(block).getBorder()).toBeNull();
    block.setBorder(true, true, false, false, false, false, 'teal', app.BorderStyle.DOUBLE);
    const borders = untyped(block).getBorder();
    expect(borders.getTop().getBorderStyle()).toBe(app.BorderStyle.DOUBLE);
    expect(borders.getLeft().getColor().asRgbColor().asHexString()).toBe('#008080');
    expect(borders.getRight().getBorderStyle()).toBeNull();
    expect(String(borders.getBottom().getColor().getColorType())).toBe('UNSUPPORTED');
    block.setBorder(false, false, false, false, false, false);
    expect(untyped(block).getBorder()).toBeNull();
  });

  test('null keeps a side as it was', () => {
    const { app, sheet } = newBook();
    const cell = sheet.getRange('F5');
    cell.setBorder(true, true, true, true, null, null);
    cell.setBorder(true, null, true, true, null, null, '#e06666', app.BorderStyle.DOTTED);
    const borders = untyped(cell).getBorder();
    expect(borders.getTop().getBorderStyle()).toBe(app.BorderStyle.DOTTED);
    expect(borders.getLeft().getBorderStyle()).toBe(app.BorderStyle.SOLID);
    expect(borders.getLeft().getColor().asRgbColor().asHexString()).toBe('#000000');
  });
});

describe('colours as objects', () => {
  test('background under its first name', () => {
    const { sheet } = newBook();
    const cells = untyped(sheet.getRange('A1:B1'));
    cells.setBackgroundColors([['Khaki', '#ABC']]);
    expect(cells.getBackgroundColors()).toEqual([['#f0e68c', '#aabbcc']]);
    cells.setBackgroundColor('plum');
    expect(cells.getBackgroundColor()).toBe('#dda0dd');
  });

  test('tab', () => {
    const { app, sheet } = newBook();
    const tab = untyped(sheet);
    expect(tab.getTabColorObject()).toBeNull();
    tab.setTabColorObject(app.newColor().setThemeColor(app.ThemeColorType.ACCENT1).build());
    expect(tab.getTabColor()).toBe('#4285f4');
    expect(String(tab.getTabColorObject().getColorType())).toBe('THEME');
    tab.setTabColorObject(null);
    expect(tab.getTabColor()).toBeNull();
  });

  test('banding', () => {
    const { app, sheet } = newBook();
    const banding = untyped(sheet.getRange('A1:C8').applyRowBanding(app.BandingTheme.TEAL, true, true));
    expect(banding.getSecondRowColorObject().asRgbColor().asHexString()).toBe('#ddf2f0');
    expect(banding.getFirstColumnColorObject()).toBeNull();
    const blue = app.newColor().setRgbColor('#3d85c6').build();
    expect(banding.setHeaderRowColorObject(blue).getHeaderRowColor()).toBe('#3d85c6');
    expect(banding.setFooterRowColorObject(null).getFooterRowColorObject()).toBeNull();
    expect(refusal(() => banding.setFirstRowColorObject(null))).toBe('First row color should not be null');
  });

  test('conditional formats', () => {
    const { app, sheet } = newBook();
    const accent = app.newColor().setThemeColor(app.ThemeColorType.ACCENT3).build();
    const rose = app.newColor().setRgbColor('#f4cccc').build();
    const flat = untyped(
      app
        .newConditionalFormatRule()
        .whenCellEmpty()
        .setRanges([sheet.getRange('A:A')]),
    );
    const scale = untyped(app.newConditionalFormatRule().setRanges([sheet.getRange('B2:B9')]));
    flat.setBackgroundObject(accent).setFontColorObject(rose);
    scale
      .setGradientMinpointObject(rose)
      .setGradientMidpointObjectWithValue(accent, app.InterpolationType.PERCENT, '40')
      .setGradientMaxpointObjectWithValue(rose, app.InterpolationType.NUMBER, '9');
    untyped(sheet).setConditionalFormatRules([flat.build(), scale.build()]);
    const [first, second] = sheet.getConditionalFormatRules().map(untyped);
    const look = first.getBooleanCondition();
    expect(String(look.getBackgroundObject().asThemeColor().getThemeColorType())).toBe('ACCENT3');
    expect([look.getBackground(), look.getFontColor()]).toEqual(['#fbbc04', '#f4cccc']);
    const points = second.getGradientCondition();
    expect(points.getMinColorObject().asRgbColor().asHexString()).toBe('#f4cccc');
    expect(String(points.getMidColorObject().getColorType())).toBe('THEME');
    expect([points.getMidColor(), points.getMaxValue()]).toEqual(['#fbbc04', '9']);
    expect(String(points.getMaxColorObject().getColorType())).toBe('RGB');
  });
});

describe('sort of a filter', () => {
  test('is that of the column sorted last', () => {
    const { sheet } = newBook();
    sheet.getRange('B2:C4').setValues([
      ['Школа', 'Пар'],
      ['№ 5', 8],
      ['№ 2', 11],
    ]);
    const filter = sheet.getRange('B2:C4').createFilter();
    filter?.sort(3, false);
    const sorted = untyped(filter).getColumnSortSpec(3);
    expect(sorted.getDimensionIndex()).toBe(3);
    expect(sorted.isAscending()).toBe(false);
    expect(String(sorted.getSortOrder())).toBe('DESCENDING');
    expect(refusal(() => untyped(filter).getColumnSortSpec(2).getSortOrder())).toBe(
      'Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
    );
    filter?.sort(2, true);
    expect(refusal(() => untyped(filter).getColumnSortSpec(3).getSortOrder())).toMatch(/^Unexpected error/);
    expect(String(untyped(filter).getColumnSortSpec(2).getSortOrder())).toBe('ASCENDING');
  });

  test('follows its column, and goes with it', () => {
    const { sheet } = newBook();
    sheet.getRange('A1:B3').setValues([
      ['a', 'b'],
      [2, 1],
      [1, 2],
    ]);
    const filter = sheet.getRange('A1:B3').createFilter();
    filter?.sort(2, true);
    sheet.insertColumnBefore(1);
    expect(untyped(filter).getColumnSortSpec(3).isAscending()).toBe(true);
    sheet.deleteColumn(3);
    expect(refusal(() => untyped(filter).getColumnSortSpec(2).getSortOrder())).toMatch(/^Unexpected error/);
  });
});

test('pivot tables tell their source and let values go', () => {
  const { app, sheet } = newBook();
  sheet.getRange('C3:D5').setValues([
    ['Округ', 'Пар'],
    ['Юг', 4],
    ['Север', 6],
  ]);
  const table = sheet.getRange('H1').createPivotTable(sheet.getRange('C3:D5'));
  table.addRowGroup(3);
  const value = untyped(table.addPivotValue(4, app.PivotTableSummarizeFunction.SUM));
  expect(untyped(table).getSourceDataRange().getA1Notation()).toBe('C3:D5');
  expect(value.getSourceDataColumn()).toBe(4);
  value.remove();
  expect(table.getPivotValues()).toEqual([]);
});

test('an image for a cell is described by its builder', () => {
  const { app } = newBook();
  const builder = untyped(app).newCellImage();
  builder
    .setSourceUrl('https://example.org/logo.png')
    .setAltTextTitle('Логотип')
    .setAltTextDescription('Школа');
  const image = builder.build();
  expect([String(builder), String(image)]).toEqual(['CellImageBuilder', 'CellImage']);
  expect([image.getAltTextTitle(), image.toBuilder().getAltTextDescription()]).toEqual(['Логотип', 'Школа']);
  for (const object of [builder, image])
    expect(refusal(() => object.getContentUrl())).toMatch(/getting the method or property getContentUrl/);
});

test('links can be made to look plain, and the cell keeps its other formats', () => {
  const { sheet } = newBook();
  const cells = sheet.getRange('A1:A2').setFontWeight('bold');
  cells.setShowHyperlink(false);
  expect(cells.getFontWeights()).toEqual([['bold'], ['bold']]);
  expect(refusal(() => cells.setShowHyperlink(null as never))).toBe(
    "The parameters (null) don't match the method signature for SpreadsheetApp.Range.setShowHyperlink.",
  );
});

test('the data region grows in the four directions only', () => {
  const { sheet } = newBook();
  sheet.getRange('C3:D4').setValues([
    ['x', 'y'],
    ['z', 'w'],
  ]);
  sheet.getRange('E5').setValue('corner');
  expect(sheet.getRange('C3').getDataRegion().getA1Notation()).toBe('C3:D4');
  expect(sheet.getRange('B2').getDataRegion().getA1Notation()).toBe('B2');
  expect(sheet.getRange('E4').getDataRegion().getA1Notation()).toBe('C3:E5');
});
