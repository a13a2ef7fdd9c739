import { newDocument } from './open-document';

describe('attributes of paragraphs', () => {
  test('a plain paragraph reads computed layout and null looks', () => {
    const { app, body } = newDocument();
    const attributes = body.appendParagraph('p').getAttributes();
    expect(attributes.HORIZONTAL_ALIGNMENT).toBe(app.HorizontalAlignment.LEFT);
    expect(attributes.HEADING).toBe(app.ParagraphHeading.NORMAL);
    expect(attributes.LINE_SPACING).toBe(1.15);
    expect(attributes.LEFT_TO_RIGHT).toBe(true);
    expect(attributes.BOLD).toBeNull();
    expect(attributes.FONT_FAMILY).toBeNull();
    expect(body.getChild(0).getAttributes().LINE_SPACING).toBeNull();
  });

  test('the first paragraph of a new document reads null layout also with new text', () => {
    const { app, body } = newDocument();
    body.setText('первая\nвторая');
    const [first, second] = body.getParagraphs();
    expect(first.getAlignment()).toBeNull();
    expect(second.getAlignment()).toBe(app.HorizontalAlignment.LEFT);
    body.setAttributes({ [app.Attribute.HORIZONTAL_ALIGNMENT]: app.HorizontalAlignment.RIGHT });
    expect(first.getAlignment()).toBeNull();
    expect(first.setAlignment(app.HorizontalAlignment.RIGHT).getSpacingBefore()).toBe(0);
  });

  test('under a heading only what was set on the paragraph is told', () => {
    const { app, body } = newDocument();
    const p = body.appendParagraph('p').setHeading(app.ParagraphHeading.HEADING2);
    expect(p.getAttributes().HORIZONTAL_ALIGNMENT).toBeNull();
    p.setAlignment(app.HorizontalAlignment.CENTER);
    expect(p.getAlignment()).toBe(app.HorizontalAlignment.CENTER);
    p.setAlignment(null as never);
    expect(p.getAlignment()).toBeNull();
    p.setHeading(app.ParagraphHeading.NORMAL);
    expect(p.getAlignment()).toBe(app.HorizontalAlignment.LEFT);
  });

  test('setAttributes splits between layout and text', () => {
    const { app, body } = newDocument();
    const p = body.appendParagraph('текст');
    p.setAttributes({
      [app.Attribute.HORIZONTAL_ALIGNMENT]: app.HorizontalAlignment.JUSTIFY,
      [app.Attribute.BOLD]: true,
    });
    expect(p.getAlignment()).toBe(app.HorizontalAlignment.JUSTIFY);
    expect(p.editAsText().isBold()).toBe(true);
    expect(p.getAttributes().BOLD).toBe(true);
  });

  test('an empty paragraph keeps the look for the text to come', () => {
    const { app, body } = newDocument();
    const p = body.appendParagraph('').setAttributes({ [app.Attribute.FONT_SIZE]: 9 });
    expect(p.appendText('мелко').getFontSize()).toBe(9);
  });

  test('Body.setAttributes reaches text that is there and text to come, not the alignment', () => {
    const { app, body } = newDocument();
    const before = body.appendParagraph('до');
    body.setAttributes({
      [app.Attribute.HORIZONTAL_ALIGNMENT]: app.HorizontalAlignment.CENTER,
      [app.Attribute.FONT_FAMILY]: 'PT Astra Serif',
      [app.Attribute.MARGIN_LEFT]: 85,
    });
    const after = body.appendParagraph('после');
    for (const p of [before, after]) {
      expect(p.getAttributes().FONT_FAMILY).toBe('PT Astra Serif');
      expect(p.getAlignment()).toBe(app.HorizontalAlignment.LEFT);
    }
    expect(body.getMarginLeft()).toBe(85);
    expect(
      body
        .appendTable([['x']])
        .getCell(0, 0)
        .editAsText()
        .getFontFamily(),
    ).toBe('PT Astra Serif');
  });

  test('setHeadingAttributes is kept and changes no paragraph', () => {
    const { app, body } = newDocument();
    const p = body.appendParagraph('p').setHeading(app.ParagraphHeading.HEADING1);
    body.setHeadingAttributes(app.ParagraphHeading.HEADING1, { [app.Attribute.SPACING_BEFORE]: 20 });
    expect(p.getAttributes().SPACING_BEFORE).toBeNull();
    expect(body.getHeadingAttributes(app.ParagraphHeading.HEADING1).SPACING_BEFORE).toBe(20);
    expect(body.getHeadingAttributes(app.ParagraphHeading.HEADING2).SPACING_BEFORE).toBeNull();
  });

  test('layout setters read back', () => {
    const { body } = newDocument();
    const p = body.appendParagraph('p');
    p.setIndentFirstLine(35)
      .setIndentStart(10)
      .setIndentEnd(5)
      .setLineSpacing(1.5)
      .setSpacingAfter(8)
      .setSpacingBefore(4);
    expect([
      p.getIndentFirstLine(),
      p.getIndentStart(),
      p.getIndentEnd(),
      p.getLineSpacing(),
      p.getSpacingAfter(),
      p.getSpacingBefore(),
    ]).toEqual([35, 10, 5, 1.5, 8, 4]);
    expect(p.setLeftToRight(false).isLeftToRight()).toBe(false);
  });

  test('pages: A4 and an inch of margins by default', () => {
    const { body } = newDocument();
    expect(body.getPageWidth()).toBeCloseTo(595.28, 1);
    expect(body.getMarginRight()).toBe(72);
    body.setPageWidth(841.89).setPageHeight(595.28);
    expect(body.getPageHeight()).toBe(595.28);
  });
});

describe('Text', () => {
  test('looks by offsets, the end inclusive', () => {
    const { body } = newDocument();
    const text = body.appendParagraph('Поручить школам').editAsText();
    text.setBold(0, 7, true).setForegroundColor(0, 3, '#F00').setLinkUrl(9, 14, 'https://example.com/');
    expect([text.isBold(7), text.isBold(8), text.isBold()]).toEqual([true, null, null]);
    expect(text.getForegroundColor(0)).toBe('#ff0000');
    expect(text.getTextAttributeIndices()).toEqual([0, 4, 8, 9]);
    expect(text.getLinkUrl(9)).toBe('https://example.com/');
    expect(text.getAttributes(0).BOLD).toBe(true);
    expect(() => text.setBold(0, 15, true)).toThrow('Index (15) must be less than the content length (15).');
    text.setBold(0, 7, false);
    expect(text.isBold(0)).toBe(false);
  });

  test('inserting and deleting characters', () => {
    const { body } = newDocument();
    const text = body.appendParagraph('ac').editAsText();
    text.setItalic(0, 0, true).insertText(1, 'b');
    expect([text.getText(), text.isItalic(1), text.isItalic(2)]).toEqual(['abc', true, null]);
    text.deleteText(0, 1);
    expect(text.getText()).toBe('c');
    expect(() => text.insertText(9, 'x')).toThrow('must be less than or equal to the content length (1)');
    text.deleteText(0, 0);
    expect(text.getText()).toBe('');
    text.appendText('снова');
    expect(body.getText()).toBe('\nснова');
  });

  test('appendText gives the new part, which starts with the look before it', () => {
    const { body } = newDocument();
    const p = body.appendParagraph('');
    p.appendText('Всего: ').setBold(true);
    const value = p.appendText('5').setBold(false);
    expect(value.getText()).toBe('5');
    expect(p.appendText('!').isBold()).toBe(false);
    expect(p.getText()).toBe('Всего: 5!');
    expect(p.editAsText().isBold(0)).toBe(true);
  });

  test('editAsText of a body runs over paragraphs', () => {
    const { body } = newDocument();
    body.setText('раз\nдва');
    const text = body.editAsText();
    text.setBold(2, 5, true);
    expect(text.getText()).toBe('раз\nдва');
    expect([text.isBold(1), text.isBold(2), text.isBold(4), text.isBold(6)]).toEqual([
      null,
      true,
      true,
      null,
    ]);
    expect(body.getParagraphs()[1].editAsText().isBold(0)).toBe(true);
  });

  test('super- and subscript', () => {
    const { app, body } = newDocument();
    const text = body
      .appendParagraph('м2')
      .editAsText()
      .setTextAlignment(1, 1, app.TextAlignment.SUPERSCRIPT);
    expect(text.getTextAlignment(1)).toBe(app.TextAlignment.SUPERSCRIPT);
    expect(text.getTextAlignment(0)).toBeNull();
  });
});
