import { newDocument } from './open-document';

describe('lists', () => {
  test('neighbours share a list, an item after something else starts one', () => {
    const { app, body } = newDocument();
    const a = body.appendListItem('a');
    const b = body.appendListItem('b');
    body.appendParagraph('между');
    const c = body.appendListItem('c');
    expect(b.getListId()).toBe(a.getListId());
    expect(c.getListId()).not.toBe(a.getListId());
    expect([a.getNestingLevel(), a.getGlyphType()]).toEqual([0, app.GlyphType.NUMBER]);
    c.setListId(a);
    expect(c.getListId()).toBe(a.getListId());
  });

  test('the glyph belongs to a level of the list', () => {
    const { app, body } = newDocument();
    const a = body.appendListItem('a').setGlyphType(app.GlyphType.BULLET);
    const nested = body.appendListItem('b').setNestingLevel(1);
    expect(nested.getGlyphType()).toBe(app.GlyphType.LATIN_LOWER);
    nested.setGlyphType(app.GlyphType.SQUARE_BULLET);
    expect(a.getGlyphType()).toBe(app.GlyphType.BULLET);
    expect(nested.getAttributes()).toMatchObject({ NESTING_LEVEL: 1, LIST_ID: a.getListId() });
    expect(() => nested.setNestingLevel(9)).toThrow('Invalid nesting level: 9');
  });

  test('setText returns nothing, indents follow the level', () => {
    const { body } = newDocument();
    const item = body.appendListItem('a');
    expect(item.setText('b')).toBeUndefined();
    expect([item.getIndentStart(), item.getIndentFirstLine()]).toEqual([36, 18]);
    item.setIndentFirstLine(-18);
    expect(item.getIndentFirstLine()).toBe(-18);
  });

  test('insertListItem between paragraphs', () => {
    const { body } = newDocument();
    body.appendParagraph('p1');
    body.appendParagraph('p3');
    const item = body.insertListItem(2, 'Item 2');
    body.insertListItem(1, item.copy());
    expect(body.getText()).toBe('\nItem 2\np1\nItem 2\np3');
  });
});

describe('tables', () => {
  test('a table is followed by an empty paragraph; text is joined by line breaks', () => {
    const { app, body } = newDocument();
    body.appendParagraph('Search for me');
    const table = body.appendTable([
      ['R1C1', 'R1C2'],
      ['R2C1', 'R2C2'],
    ]);
    body.appendParagraph('Another');
    expect(body.getChild(2).getType()).toBe(app.ElementType.TABLE);
    expect(table.getText()).toBe('R1C1\nR1C2\nR2C1\nR2C2');
    expect(body.getText()).toBe('\nSearch for me\nR1C1\nR1C2\nR2C1\nR2C2\n\nAnother');
    expect(table.getCell(1, 0).getText()).toBe('R2C1');
    expect(() => table.getCell(2, 0)).toThrow(
      'Child index (2) must be less than the number of child elements (2).',
    );
  });

  test('an empty table is filled row by row', () => {
    const { body } = newDocument();
    const table = body.appendTable();
    expect([table.getNumRows(), table.getText()]).toEqual([0, '']);
    const row = table.appendTableRow();
    row.appendTableCell('a');
    row.appendTableCell().setText('b\nc');
    row.insertTableCell(0, 'first');
    expect(row.getNumCells()).toBe(3);
    expect(table.getText()).toBe('first\na\nb\nc');
    expect(row.getCell(2).getNumChildren()).toBe(2);
    table.insertTableRow(0, row.copy());
    table.removeRow(1);
    expect(table.getNumRows()).toBe(1);
    row.removeCell(0);
  });

  test('inserting in the middle adds no paragraph', () => {
    const { body } = newDocument();
    body.appendParagraph('p');
    body.insertTable(1, [['x']]);
    expect(body.getNumChildren()).toBe(3);
    expect(body.getText()).toBe('\nx\np');
  });

  test('looks of cells, rows and the table', () => {
    const { app, body } = newDocument();
    const table = body
      .appendTable([['a', 'b']])
      .setBorderColor('#ABC')
      .setBorderWidth(2);
    expect([table.getBorderColor(), table.getBorderWidth()]).toEqual(['#aabbcc', 2]);
    const cell = table.getCell(0, 1);
    cell
      .setBackgroundColor('#d9e2f3')
      .setPaddingLeft(3)
      .setVerticalAlignment(app.VerticalAlignment.CENTER)
      .setWidth(120);
    expect([
      cell.getBackgroundColor(),
      cell.getPaddingLeft(),
      cell.getVerticalAlignment(),
      table.getColumnWidth(1),
    ]).toEqual(['#d9e2f3', 3, app.VerticalAlignment.CENTER, 120]);
    expect(table.getColumnWidth(0)).toBeNull();
    expect(table.getCell(0, 0).getBackgroundColor()).toBeNull();
    table.setColumnWidth(0, 40);
    expect(table.getCell(0, 0).getWidth()).toBe(40);
    expect(() => table.setColumnWidth(2, 1)).toThrow('Column index (2)');
    table
      .getRow(0)
      .setMinimumHeight(20)
      .setAttributes({ [app.Attribute.BOLD]: true });
    expect(cell.editAsText().isBold()).toBe(true);
    cell.setText('другое');
    expect(cell.editAsText().isBold()).toBe(true);
  });

  test('merging a cell moves its contents and widens the one before', () => {
    const { body } = newDocument();
    const row = body.appendTable([['a', 'b', 'c']]).getRow(0);
    const merged = row.getCell(1).merge();
    expect(row.getNumCells()).toBe(2);
    expect(merged.getText()).toBe('a\nb');
    expect(row.getCell(0).getColSpan()).toBe(2);
  });

  test('the last paragraph of a cell stays', () => {
    const { body } = newDocument();
    const cell = body.appendTable([['a']]).getCell(0, 0);
    expect(() => cell.removeChild(cell.getChild(0))).toThrow("Can't remove the last paragraph");
    cell.clear();
    expect([cell.getText(), cell.getNumChildren()]).toEqual(['', 1]);
    expect(cell.getParentTable().getNumRows()).toBe(1);
  });
});

test('what the host lacks says so by name', () => {
  expect(() => newDocument().doc.getAs('application/pdf')).toThrow(
    'DocumentApp.Document.getAs is not implemented in the local host',
  );
});
