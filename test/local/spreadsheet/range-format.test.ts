import { createHost } from '../../../src/local/host/host';

function setUp() {
  const host = createHost({ locale: 'ru_RU' });
  const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const sheet = app.create('Форматы').getSheets()[0];
  return { host, app, sheet };
}

describe('defaults of an untouched cell', () => {
  const { sheet } = setUp();
  const cell = sheet.getRange('B2');
  test.each([
    ['getBackground', '#ffffff'],
    ['getFontColor', '#000000'],
    ['getFontFamily', 'Arial'],
    ['getFontSize', 10],
    ['getFontWeight', 'normal'],
    ['getFontStyle', 'normal'],
    ['getFontLine', 'none'],
    ['getHorizontalAlignment', 'general'],
    ['getVerticalAlignment', 'bottom'],
    ['getNumberFormat', '0.###############'],
    ['getWrap', true],
    ['getTextDirection', null],
  ])('%s() is %p', (method, expected) => {
    expect((cell as unknown as Record<string, () => unknown>)[method]()).toBe(expected);
  });

  test('the wrap strategy is OVERFLOW although wrap is true', () => {
    expect(String(cell.getWrapStrategy())).toBe('OVERFLOW');
  });

  test('the text style names another family than the range', () => {
    const style = cell.getTextStyle();
    expect(style.getFontFamily()).toBe('arial,sans,sans-serif');
    expect([style.isBold(), style.getFontSize(), style.getForegroundColor()]).toEqual([false, 10, '#000000']);
    expect(String(style)).toBe('TextStyle');
  });
});

describe('setting and reading back', () => {
  test.each([
    ['Background', 'Red', '#ff0000'],
    ['Background', '#ABC', '#aabbcc'],
    ['FontColor', '#00FF00', '#00ff00'],
    ['FontWeight', 'bold', 'bold'],
    ['FontStyle', 'italic', 'italic'],
    ['FontLine', 'line-through', 'line-through'],
    ['HorizontalAlignment', 'center', 'center'],
    ['HorizontalAlignment', 'normal', 'general-left'],
    ['VerticalAlignment', 'middle', 'middle'],
    ['NumberFormat', 'dd.MM.yyyy', 'dd.MM.yyyy'],
    ['NumberFormat', 'general', '0.###############'],
  ])('%s %s reads as %s in every cell', (property, value, expected) => {
    const { sheet } = setUp();
    const range = sheet.getRange('B2:C3') as unknown as Record<string, (v?: unknown) => unknown>;
    range[`set${property}`](value);
    expect(range[`get${property}`]()).toBe(expected);
    const plural = property.replace(/y$/, 'ie');
    expect(range[`get${plural}s`]()).toEqual([
      [expected, expected],
      [expected, expected],
    ]);
    expect((sheet.getRange('A1') as unknown as typeof range)[`get${property}`]()).not.toBe('x');
  });

  test('null puts a property back, other properties stay', () => {
    const { sheet } = setUp();
    const cell = sheet.getRange('A1').setBackground('red').setFontWeight('bold');
    cell.setBackground(null);
    expect([cell.getBackground(), cell.getFontWeight()]).toEqual(['#ffffff', 'bold']);
  });

  test('an unknown colour or alignment is ignored silently', () => {
    const { sheet } = setUp();
    const cell = sheet.getRange('A1').setBackground('red').setHorizontalAlignment('left');
    cell.setBackground('not-a-colour').setHorizontalAlignment('foo' as 'left');
    expect([cell.getBackground(), cell.getHorizontalAlignment()]).toEqual(['#ff0000', 'left']);
  });

  test('wrap: explicit OVERFLOW is no longer wrap', () => {
    const { app, sheet } = setUp();
    const cell = sheet.getRange('A1').setWrapStrategy(app.WrapStrategy.OVERFLOW);
    expect(cell.getWrap()).toBe(false);
    expect(cell.setWrapStrategy(app.WrapStrategy.CLIP).getWrap()).toBe(false);
    expect(cell.setWrap(true).getWrapStrategy()).toBe(app.WrapStrategy.WRAP);
  });

  test('rotation and vertical text exclude each other', () => {
    const { sheet } = setUp();
    const cell = sheet.getRange('A1').setTextRotation(45);
    expect([cell.getTextRotation().getDegrees(), cell.getTextRotation().isVertical()]).toEqual([45, false]);
    cell.setVerticalText(true);
    expect([cell.getTextRotation().getDegrees(), cell.getTextRotation().isVertical()]).toEqual([0, true]);
  });

  test('the size of a grid must be that of the range', () => {
    const { sheet } = setUp();
    expect(() => sheet.getRange('A1:B2').setBackgrounds([['red', 'red']])).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(() => sheet.getRange('A1:B2').setNumberFormats([['0'], ['0']])).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
  });

  test('a text style changes only what it says', () => {
    const { app, sheet } = setUp();
    const cell = sheet.getRange('A1').setFontColor('blue').setFontWeight('bold');
    cell.setTextStyle(app.newTextStyle().setItalic(true).setFontSize(14).setBold(false).build());
    expect([cell.getFontStyle(), cell.getFontSize(), cell.getFontWeight(), cell.getFontColor()]).toEqual([
      'italic',
      14,
      'normal',
      '#0000ff',
    ]);
  });

  test('a theme colour keeps its name and shows its concrete value', () => {
    const { app, sheet } = setUp();
    const accent = app.newColor().setThemeColor(app.ThemeColorType.ACCENT1).build();
    const cell = sheet.getRange('A1').setFontColorObject(accent);
    expect(cell.getFontColorObject()?.asThemeColor().getThemeColorType()).toBe(app.ThemeColorType.ACCENT1);
    expect(cell.getFontColor()).toBe('#4285f4');
    expect(cell.getTextStyle().getForegroundColor()).toBe('ACCENT1');
    expect(() => accent.asRgbColor()).toThrow('Object is not of type RgbColor.');
    expect(() => app.newColor().setRgbColor('red').build().asThemeColor()).toThrow(
      'Object is not of type ThemeColor.',
    );
    expect(String(app.newColor().getColorType())).toBe('UNSUPPORTED');
  });
});

describe('borders', () => {
  test('all sides, null leaves a side, false takes away on both sides of the line', () => {
    const { host, app, sheet } = setUp();
    const range = sheet.getRange('B2:C3');
    range.setBorder(true, true, true, true, true, true);
    range.setBorder(true, null, true, true, null, null, 'red', app.BorderStyle.DASHED);
    const model = host.spreadsheets.get(sheet.getParent().getId())?.model.sheets[0];
    const borders = (row: number, column: number) => model?.rows[row]?.formats?.[column]?.borders;
    expect(borders(1, 1)).toEqual({
      top: { style: 'DASHED', color: '#ff0000' },
      left: { style: 'SOLID', color: '#000000' },
      bottom: { style: 'SOLID', color: '#000000' },
      right: { style: 'SOLID', color: '#000000' },
    });
    sheet.getRange('D2').setBorder(null, false, null, null, null, null);
    expect(borders(1, 2)).not.toHaveProperty('right');
    expect(borders(2, 2)).toHaveProperty('right');
  });
});

test('30 000 formats in one call share their objects and are quick', () => {
  const { host, sheet } = setUp();
  const grid = Array.from({ length: 1000 }, (_, r) =>
    Array.from({ length: 26 }, (__, c) => ((r + c) % 2 ? '#eeeeee' : '#ffffee')),
  );
  const start = Date.now();
  sheet.getRange(1, 1, 1000, 26).setBackgrounds(grid).setNumberFormat('0.00').setFontWeight('bold');
  expect(Date.now() - start).toBeLessThan(10_000);
  const rows = host.spreadsheets.get(sheet.getParent().getId())?.model.sheets[0].rows ?? [];
  expect(new Set(rows.flatMap((row) => row?.formats ?? [])).size).toBe(2);
  expect(sheet.getRange(1, 1, 1000, 26).getBackgrounds()).toEqual(grid);
});
