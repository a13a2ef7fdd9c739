import { createHost } from '../../../src/local/host/host';

function setUp() {
  const host = createHost({ locale: 'ru_RU' });
  const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const spreadsheet = app.create('Объекты');
  return { host, app, spreadsheet, sheet: spreadsheet.getSheets()[0] };
}

describe('banding', () => {
  test('theme colours, footer only when asked', () => {
    const { app, sheet } = setUp();
    const banding = sheet.getRange('A1:E10').applyRowBanding(app.BandingTheme.CYAN, true, false);
    expect([
      banding.getHeaderRowColor(),
      banding.getFirstRowColor(),
      banding.getSecondRowColor(),
      banding.getFooterRowColor(),
    ]).toEqual(['#4dd0e1', '#ffffff', '#e0f7fa', null]);
    expect(banding.getFirstColumnColor()).toBeNull();
    expect(String(banding)).toBe('Banding');
    expect(() => banding.setFirstRowColor(null)).toThrow('First row color should not be null');
    expect(() => banding.setSecondRowColor(null)).toThrow('Second row color should not be null');
    expect(banding.setHeaderRowColor('Red').getHeaderRowColor()).toBe('#ff0000');
  });

  test('copy, move, remove, overlap', () => {
    const { sheet } = setUp();
    const banding = sheet.getRange('A1:C10').applyColumnBanding();
    const copy = banding.copyTo(sheet.getRange('G1:K10')).setFirstColumnColor('#00ff00');
    expect([banding.getFirstColumnColor(), copy.getFirstColumnColor()]).toEqual(['#ffffff', '#00ff00']);
    expect(sheet.getRange('A1').getBandings()).toEqual([banding]);
    expect(() => sheet.getRange('B2').applyRowBanding()).toThrow(/already has alternating background colors/);
    expect(banding.setRange(sheet.getRange('A1:B5')).getRange().getA1Notation()).toBe('A1:B5');
    banding.remove();
    expect(sheet.getBandings()).toEqual([copy]);
  });
});

describe('conditional formats', () => {
  test('boolean and gradient rules round trip', () => {
    const { app, sheet } = setUp();
    const range = sheet.getRange('A1:B10');
    const overdue = app
      .newConditionalFormatRule()
      .whenNumberGreaterThan(50)
      .setBackground('#FF0000')
      .setBold(true)
      .setRanges([range])
      .build();
    const scale = app
      .newConditionalFormatRule()
      .setGradientMinpoint('#00FF00')
      .setGradientMaxpointWithValue('blue', app.InterpolationType.NUMBER, '10')
      .setRanges([sheet.getRange('C:C')])
      .build();
    sheet.setConditionalFormatRules([overdue, scale]);
    const [first, second] = sheet.getConditionalFormatRules();
    const condition = first.getBooleanCondition();
    expect([
      String(condition),
      condition?.getCriteriaValues(),
      condition?.getBackground(),
      condition?.getBold(),
      condition?.getItalic(),
    ]).toEqual(['ConditionalFormatBooleanCondition', [50], '#ff0000', true, null]);
    expect(first.getGradientCondition()).toBeNull();
    const gradient = second.getGradientCondition();
    expect([
      gradient?.getMinColor(),
      gradient?.getMaxType(),
      gradient?.getMaxValue(),
      gradient?.getMidColor(),
    ]).toEqual(['#00ff00', app.InterpolationType.NUMBER, '10', null]);
    expect(second.getRanges()[0].getA1Notation()).toBe('C:C');
    const copy = first.copy().whenCellEmpty().build();
    expect([
      String(copy.getBooleanCondition()?.getCriteriaType()),
      copy.getBooleanCondition()?.getBold(),
    ]).toEqual(['CELL_EMPTY', true]);
    sheet.clearConditionalFormatRules();
    expect(sheet.getConditionalFormatRules()).toEqual([]);
  });

  test('a rule of another sheet is refused; a relative date is an enum', () => {
    const { app, spreadsheet, sheet } = setUp();
    const rule = app
      .newConditionalFormatRule()
      .whenDateEqualTo(app.RelativeDate.TODAY)
      .setRanges([spreadsheet.insertSheet('Другой').getRange('A1')])
      .build();
    expect(() => sheet.setConditionalFormatRules([rule])).toThrow(
      'Conditional format rule cannot reference a different sheet.',
    );
    expect(rule.getBooleanCondition()?.getCriteriaType()).toBe(app.BooleanCriteria.DATE_EQUAL_TO_RELATIVE);
    expect(rule.getBooleanCondition()?.getCriteriaValues()).toEqual([app.RelativeDate.TODAY]);
  });

  test('rules follow inserted rows', () => {
    const { app, sheet } = setUp();
    sheet.setConditionalFormatRules([
      app
        .newConditionalFormatRule()
        .whenCellEmpty()
        .setRanges([sheet.getRange('A2:A5')])
        .build(),
    ]);
    sheet.insertRowBefore(1);
    expect(sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation()).toBe('A3:A6');
  });
});

describe('developer metadata', () => {
  test('only on whole rows and columns, sheets and spreadsheets', () => {
    const { sheet } = setUp();
    for (const notation of ['B2:D4', 'B6:D6', 'F2:F5', 'A1', 'A:B'])
      expect(() => sheet.getRange(notation).addDeveloperMetadata('k')).toThrow(
        /^Adding developer metadata to arbitrary ranges is not currently supported\./,
      );
  });

  test('a column keeps its mark when columns are inserted before it, and loses it when it is deleted', () => {
    const { app, sheet } = setUp();
    const column = sheet.getRange('G:G');
    expect(
      column
        .addDeveloperMetadata('column', 'status', app.DeveloperMetadataVisibility.PROJECT)
        .getA1Notation(),
    ).toBe('G:G');
    expect(sheet.getRange('G3').getDeveloperMetadata()).toEqual([]);
    const [entry] = column.getDeveloperMetadata();
    expect([
      entry.getKey(),
      entry.getValue(),
      String(entry.getVisibility()),
      String(entry.getLocation().getLocationType()),
    ]).toEqual(['column', 'status', 'PROJECT', 'COLUMN']);
    sheet.insertColumnBefore(2);
    expect(entry.getLocation().getColumn()?.getColumn()).toBe(8);
    sheet.deleteColumn(8);
    expect(sheet.createDeveloperMetadataFinder().withKey('column').find()).toEqual([]);
  });

  test('finder: by key and value, by type, on crossing lines', () => {
    const { app, spreadsheet, sheet } = setUp();
    spreadsheet.addDeveloperMetadata('k', 'book');
    sheet.addDeveloperMetadata('k', 'sheet');
    sheet.getRange('8:8').addDeveloperMetadata('k', 'row');
    const values = (finder: GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder) =>
      finder.find().map((m) => m.getValue());
    expect(values(spreadsheet.createDeveloperMetadataFinder().withKey('k'))).toEqual([
      'book',
      'sheet',
      'row',
    ]);
    expect(values(sheet.createDeveloperMetadataFinder().withValue('row'))).toEqual(['row']);
    expect(
      values(sheet.createDeveloperMetadataFinder().withLocationType(app.DeveloperMetadataLocationType.SHEET)),
    ).toEqual(['sheet']);
    expect(values(sheet.getRange('C8').createDeveloperMetadataFinder())).toEqual([]);
    expect(
      values(sheet.getRange('C8').createDeveloperMetadataFinder().onIntersectingLocations().withValue('row')),
    ).toEqual(['row']);
    expect(spreadsheet.getDeveloperMetadata().map((m) => m.getValue())).toEqual(['book']);
    expect(sheet.getDeveloperMetadata().map((m) => String(m.getVisibility()))).toEqual(['DOCUMENT']);
  });

  test('move and remove', () => {
    const { sheet } = setUp();
    sheet.addDeveloperMetadata('k', '1');
    const [entry] = sheet.getDeveloperMetadata();
    entry.setValue('2').moveToColumn(sheet.getRange('C:C'));
    expect([String(entry.getLocation().getLocationType()), sheet.getDeveloperMetadata().length]).toEqual([
      'COLUMN',
      0,
    ]);
    expect(sheet.getRange('C:C').getDeveloperMetadata()[0].getValue()).toBe('2');
    entry.remove();
    expect(sheet.getRange('C:C').getDeveloperMetadata()).toEqual([]);
  });
});

describe('rich text', () => {
  test('runs include the stretches without style', () => {
    const { app, sheet } = setUp();
    const value = app
      .newRichTextValue()
      .setText('Bold Italic Link')
      .setTextStyle(0, 4, app.newTextStyle().setBold(true).build())
      .setTextStyle(5, 11, app.newTextStyle().setItalic(true).build())
      .setLinkUrl(12, 16, 'https://example.com')
      .build();
    sheet.getRange('A1').setRichTextValue(value);
    const read = sheet.getRange('A1').getRichTextValue();
    const runs = read?.getRuns() ?? [];
    expect(runs.map((r) => [r.getStartIndex(), r.getEndIndex(), r.getText(), r.getLinkUrl()])).toEqual([
      [0, 4, 'Bold', null],
      [4, 5, ' ', null],
      [5, 11, 'Italic', null],
      [11, 12, ' ', null],
      [12, 16, 'Link', 'https://example.com'],
    ]);
    expect([
      runs[0].getTextStyle().isBold(),
      runs[1].getTextStyle().isBold(),
      runs[2].getTextStyle().isItalic(),
    ]).toEqual([true, false, true]);
    expect([read?.getLinkUrl(), read?.getLinkUrl(12, 16), read?.getTextStyle().isBold()]).toEqual([
      null,
      'https://example.com',
      null,
    ]);
    expect(sheet.getRange('A1').getValue()).toBe('Bold Italic Link');
  });

  test('plain text has one run, a number has none, a new value forgets the old runs', () => {
    const { app, sheet } = setUp();
    const cell = sheet.getRange('A1').setValue('просто');
    expect(cell.getRichTextValue()?.getRuns()).toHaveLength(1);
    expect([
      cell.getRichTextValue()?.getTextStyle().getFontSize(),
      cell.getRichTextValue()?.getTextStyle().isBold(),
    ]).toEqual([10, false]);
    expect(sheet.getRange('A2').setValue(5).getRichTextValue()).toBeNull();
    cell.setRichTextValue(app.newRichTextValue().setText('ссылка').setLinkUrl('https://a.ru').build());
    expect(cell.getRichTextValue()?.getLinkUrl()).toBe('https://a.ru');
    cell.setValue('ссылка');
    expect(cell.getRichTextValue()?.getLinkUrl()).toBeNull();
  });

  test('offsets outside the text are refused', () => {
    const { app } = setUp();
    expect(() => app.newRichTextValue().setText('да').setLinkUrl(0, 3, 'https://a.ru')).toThrow(
      /outside the text/,
    );
  });
});
