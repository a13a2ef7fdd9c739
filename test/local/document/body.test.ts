import { newDocument, png } from './open-document';

describe('children of a body', () => {
  test('text is added after the first empty paragraph, one line break a paragraph', () => {
    const { body } = newDocument();
    expect(body.getText()).toBe('');
    body.appendParagraph('p1');
    body.appendParagraph('p3');
    body.insertParagraph(2, 'p2');
    expect(body.getText()).toBe('\np1\np2\np3');
    body.insertParagraph(body.getNumChildren(), 'p4');
    expect(body.getChild(4).asParagraph().getText()).toBe('p4');
  });

  test('an element keeps its identity when others are put before it', () => {
    const { body } = newDocument();
    const p = body.appendParagraph('p');
    body.insertParagraph(0, 'раньше');
    expect(body.getChild(2)).toBe(p);
    expect(body.getChildIndex(p)).toBe(2);
    expect(p.getParent()).toBe(body);
  });

  test('only detached elements go in; copy() gives one', () => {
    const { app, body } = newDocument();
    const p = body.appendParagraph('p');
    p.setHeading(app.ParagraphHeading.HEADING1);
    expect(() => body.appendParagraph(p)).toThrow('Element must be detached.');
    const copy = p.copy();
    expect(copy.getParent()).toBeNull();
    const added = body.appendParagraph(copy);
    expect(added.getHeading()).toBe(app.ParagraphHeading.HEADING1);
    expect(body.getText()).toBe('\np\np');
    const table = body.appendTable([['a']]);
    expect(() => body.insertTable(1, table)).toThrow('Element must be detached.');
    const pageBreak = body.appendPageBreak();
    expect(() => body.insertPageBreak(1, pageBreak)).toThrow('Element must be detached.');
  });

  test('wrong places and wrong kinds', () => {
    const { body } = newDocument();
    const p = body.appendParagraph('p');
    expect(() => body.insertParagraph(99, p.copy())).toThrow(
      'Child index (99) must be less than or equal to the number of child elements (2).',
    );
    expect(() => body.getChild(2)).toThrow(
      'Child index (2) must be less than the number of child elements (2).',
    );
    expect(() => body.insertParagraph(1, body as never)).toThrow(
      /The parameters \(.*\) don't match the method signature/,
    );
    expect(() => body.appendParagraph(body.appendListItem('x') as never)).toThrow(/don't match/);
    expect(() => body.getChildIndex(p.copy())).toThrow(
      'Element does not contain the specified child element.',
    );
    expect(() => p.asTable()).toThrow("PARAGRAPH can't be cast to TABLE.");
  });

  test('the last paragraph stays', () => {
    const { body } = newDocument();
    expect(() => body.getChild(0).removeFromParent()).toThrow(
      "Can't remove the last paragraph in a document section.",
    );
    const first = body.getChild(0);
    const last = body.appendParagraph('last');
    body.removeChild(first);
    expect(body.getText()).toBe('last');
    expect(() => body.removeChild(last)).toThrow("Can't remove the last paragraph");
  });

  test('siblings and the end of the document', () => {
    const { body } = newDocument();
    const a = body.appendParagraph('a');
    const b = body.appendParagraph('b');
    expect(a.getNextSibling()).toBe(b);
    expect(b.getNextSibling()).toBeNull();
    expect([a.isAtDocumentEnd(), b.isAtDocumentEnd()]).toEqual([false, true]);
    expect(b.merge()).toBe(a);
    expect(body.getText()).toBe('\nab');
  });

  test('a page break sits in a paragraph of its own', () => {
    const { app, body } = newDocument();
    body.appendParagraph('p1');
    const pageBreak = body.appendPageBreak();
    expect(pageBreak.getType()).toBe(app.ElementType.PAGE_BREAK);
    expect(pageBreak.getParent().getType()).toBe(app.ElementType.PARAGRAPH);
    expect(pageBreak.getParent().getParent()).toBe(body);
    body.appendParagraph('p2');
    body.insertPageBreak(1, body.appendPageBreak().copy());
    expect(body.getText()).toBe('\n\np1\n\np2\n');
    body.appendHorizontalRule();
    expect(body.findElement(app.ElementType.HORIZONTAL_RULE)).not.toBeNull();
  });

  test('setText makes a paragraph a line, clear() leaves one empty', () => {
    const { body } = newDocument();
    body.setText('раз\nдва');
    expect(body.getParagraphs().map((p) => p.getText())).toEqual(['раз', 'два']);
    body.appendTable([['x']]);
    body.clear();
    expect([body.getNumChildren(), body.getText()]).toEqual([1, '']);
  });

  test('getParagraphs() takes list items and cells in, getTables() does not go down', () => {
    const { body } = newDocument();
    body.appendListItem('i');
    const table = body.appendTable([['c']]);
    table.getCell(0, 0).appendTable([['inner']]);
    expect(body.getParagraphs().map((p) => p.getText())).toEqual(['', 'i', 'c', 'inner', '', '']);
    expect(body.getListItems()).toHaveLength(1);
    expect(body.getTables()).toHaveLength(1);
  });
});

describe('search', () => {
  test('findText goes on from the last match, never across paragraphs', () => {
    const { body } = newDocument();
    body.appendParagraph('один и один');
    body.appendTable([['один']]);
    const found: string[] = [];
    for (let at = body.findText('один'); at; at = body.findText('один', at))
      found.push(`${at.getStartOffset()}-${at.getEndOffsetInclusive()}`);
    expect(found).toEqual(['0-3', '7-10', '0-3']);
    expect(body.findText('один\nодин')).toBeNull();
  });

  test('replaceText takes RE2 text, puts the replacement in as it is and keeps the look', () => {
    const { body } = newDocument();
    const p = body.appendParagraph('{{Имя}} и {{имя}}');
    p.editAsText().setBold(0, 6, true);
    body.replaceText('(?i)\\{\\{имя\\}\\}', '$1 Анна');
    expect(p.getText()).toBe('$1 Анна и $1 Анна');
    expect(p.editAsText().isBold(3)).toBe(true);
    expect(p.editAsText().isBold(10)).toBeNull();
    body.replaceText('{{нет}}', 'x');
    body.replaceText('\\p{Cyrillic}+', 'Ж');
    body.replaceText('\\Q$1\\E', '');
    expect(p.getText()).toBe(' Ж Ж  Ж');
  });

  test('what RE2 refuses is refused', () => {
    const { body } = newDocument();
    body.appendParagraph('aa');
    for (const pattern of ['(a)\\1', 'a(?=a)', '(?<!a)a', '(', '*'])
      expect(() => body.replaceText(pattern, '')).toThrow(`Invalid regular expression pattern ${pattern}`);
  });

  test('findElement walks in reading order', () => {
    const { app, body } = newDocument();
    body.appendTable([['1']]);
    body.appendTable([['2']]);
    const first = body.findElement(app.ElementType.TABLE);
    const second = body.findElement(app.ElementType.TABLE, first);
    expect(second.getElement().asTable().getText()).toBe('2');
    expect(body.findElement(app.ElementType.TABLE, second)).toBeNull();
  });
});

describe('pictures', () => {
  test('natural size, setters, alternative text, bytes', () => {
    const { app, body, blob } = newDocument();
    const image = body.appendImage(blob(png(300, 100)));
    expect([image.getWidth(), image.getHeight()]).toEqual([300, 100]);
    expect(image.getParent().getType()).toBe(app.ElementType.PARAGRAPH);
    image.setWidth(150).setHeight(50).setAltDescription('рисунок').setAltTitle('Р');
    expect([image.getWidth(), image.getAttributes().HEIGHT, image.getAltDescription()]).toEqual([
      150,
      50,
      'рисунок',
    ]);
    expect(image.getBlob().getContentType()).toBe('image/png');
    expect(image.getBlob().getBytes()).toEqual(png(300, 100));
    expect(body.getImages()).toEqual([image]);
    expect(body.getText()).toBe('\n');
  });

  test('in a paragraph among text', () => {
    const { app, body, blob } = newDocument();
    const source = body.appendImage(blob(png(10, 10)));
    const p = body.appendParagraph('Текст. ');
    const added = p.appendInlineImage(source.copy());
    p.insertInlineImage(0, source.copy());
    expect([0, 1, 2].map((i) => String(p.getChild(i).getType()))).toEqual([
      'INLINE_IMAGE',
      'TEXT',
      'INLINE_IMAGE',
    ]);
    expect(p.getText()).toBe('Текст. ');
    expect(p.getChildIndex(added)).toBe(2);
    expect(() => p.appendInlineImage(added)).toThrow('Element must be detached.');
    expect(added.getType()).toBe(app.ElementType.INLINE_IMAGE);
  });

  test('what is not a picture is refused, in a list item pictures vanish', () => {
    const { body, blob } = newDocument();
    expect(() => body.appendImage(blob([1, 2, 3], 'text/plain'))).toThrow('Invalid image data.');
    const item = body.appendListItem('i');
    item.appendInlineImage(blob(png(5, 5)));
    expect(item.getNumChildren()).toBe(1);
  });
});
