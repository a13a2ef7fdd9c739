import { newDocument } from './open-document';

describe('DocumentApp', () => {
  test('a document is found again by id and by address', () => {
    const { app, doc } = newDocument();
    expect(doc.getId()).toBe('local-doc-0001');
    expect(doc.getUrl()).toBe('https://docs.google.com/document/d/local-doc-0001/edit');
    expect(app.openById(doc.getId()).getName()).toBe('Справка');
    expect(app.openByUrl(`${doc.getUrl()}#heading=h.1`).getId()).toBe(doc.getId());
    expect(app.create('вторая').getId()).toBe('local-doc-0002');
    expect(app.getActiveDocument()).toBeNull();
  });

  test('says what is missing as the live service does', () => {
    const { app } = newDocument();
    expect(() => app.openById('nope')).toThrow('Document nope is missing (perhaps it was deleted?)');
    expect(() => app.openByUrl('https://example.com')).toThrow('Invalid argument: url');
    expect(() => app.getUi()).toThrow('Cannot call DocumentApp.getUi() from this context.');
  });

  test('class names and enums', () => {
    const { app, doc, body } = newDocument();
    expect(String(doc)).toBe('Document');
    expect(String(body)).toBe('DocumentBodySection');
    expect(String(body.getChild(0))).toBe('Paragraph');
    expect(body.getType()).toBe(app.ElementType.BODY_SECTION);
    expect(String(doc.addHeader())).toBe('HeaderSection');
    expect(String(doc.getTabs()[0])).toBe('Tab');
  });

  test('a rename is seen through another opening', () => {
    const { app, doc } = newDocument();
    doc.setName('Новая');
    expect(app.openById(doc.getId()).getName()).toBe('Новая');
  });
});

describe('Document', () => {
  test('after saveAndClose() it takes no changes, can be read and opened again', () => {
    const { app, doc, body } = newDocument();
    const item = body.appendListItem('пункт');
    doc.saveAndClose();
    expect(() => body.appendParagraph('x')).toThrow('Document is closed, its contents cannot be updated.');
    expect(() => item.setText('x')).toThrow('Document is closed');
    expect(doc.getId()).toBe('local-doc-0001');
    const again = app.openById(doc.getId()).getBody();
    expect(again.getText()).toBe('\nпункт');
    expect(again.appendListItem(item.copy()).getText()).toBe('пункт');
  });

  test('clear() empties only the body and may be repeated', () => {
    const { doc, body } = newDocument();
    doc.addHeader().setText('шапка');
    body.setMarginTop(144);
    body.appendParagraph('x');
    (doc as unknown as { clear(): void }).clear();
    (doc as unknown as { clear(): void }).clear();
    expect(body.getText()).toBe('');
    expect(body.getNumChildren()).toBe(1);
    expect(body.getMarginTop()).toBe(144);
    expect(doc.getHeader()?.getText()).toBe('шапка');
  });

  test('one header, one footer, removable', () => {
    const { doc } = newDocument();
    expect(doc.getFooter()).toBeNull();
    const footer = doc.addFooter();
    expect(footer.getNumChildren()).toBe(1);
    expect(() => doc.addFooter()).toThrow('Document tab already contains a footer.');
    footer.appendTable([['a', 'b']]);
    expect(footer.getNumChildren()).toBe(3);
    expect(footer.getTables()).toHaveLength(1);
    footer.removeFromParent();
    expect(doc.getFooter()).toBeNull();
    doc.addHeader();
    expect(() => doc.addHeader()).toThrow('Document tab already contains a header.');
  });

  test('the owner is an editor, editors are viewers', () => {
    const { doc } = newDocument();
    doc.addEditor('e@example.com').addViewers(['v@example.com', 'w@example.com']);
    const emails = (people: GoogleAppsScript.Base.User[]) => people.map((person) => person.getEmail());
    expect(emails(doc.getEditors())).toEqual(['owner@example.com', 'e@example.com']);
    expect(emails(doc.getViewers())).toEqual([
      'owner@example.com',
      'e@example.com',
      'v@example.com',
      'w@example.com',
    ]);
    doc.removeEditor('e@example.com').removeViewer('v@example.com');
    expect(emails(doc.getViewers())).toEqual(['owner@example.com', 'w@example.com']);
    expect(() => doc.addEditor('никто')).toThrow('Invalid email: никто');
  });

  test('one tab with the same body', () => {
    const { doc, body } = newDocument();
    const tab = doc.getTabs()[0];
    expect(tab.getIndex()).toBe(0);
    expect(String(tab.getType())).toBe('DOCUMENT_TAB');
    expect(tab.asDocumentTab().getBody()).toBe(body);
    expect(doc.getTab('нет')).toBeNull();
    expect(doc.getTab(tab.getId())).toBe(tab);
  });

  test('named ranges and bookmarks', () => {
    const { app, doc, body } = newDocument();
    const paragraph = body.appendParagraph('место');
    const range = doc.newRange().addElement(paragraph).build();
    const named = doc.addNamedRange('итоги', range);
    expect(doc.getNamedRanges('итоги').map((each) => each.getId())).toEqual([named.getId()]);
    expect(doc.getNamedRanges()[0].getRange().getRangeElements()[0].getElement()).toBe(paragraph);
    expect(doc.getNamedRanges('нет')).toEqual([]);
    named.remove();
    expect(doc.getNamedRangeById(named.getId())).toBeNull();
    const mark = doc.addBookmark(doc.newPosition(paragraph, 0));
    expect(mark.getPosition().getElement()).toBe(paragraph);
    mark.remove();
    expect(doc.getBookmark(mark.getId())).toBeNull();
    expect(app.openById(doc.getId()).getBookmarks()).toEqual([]);
  });

  test('ranges collect elements in order', () => {
    const { doc, body } = newDocument();
    const [a, b, c] = ['a', 'b', 'c'].map((text) => body.appendParagraph(text));
    const builder = doc.newRange();
    expect(builder.build().getRangeElements()).toEqual([]);
    builder.addElement(a).addElementsBetween(b, c);
    const texts = builder.getRangeElements().map((each) => each.getElement().asText().getText());
    expect(texts).toEqual(['a', 'b', 'c']);
    const part = doc.newRange().addElement(a.editAsText(), 0, 0).build().getRangeElements()[0];
    expect([part.isPartial(), part.getStartOffset(), part.getEndOffsetInclusive()]).toEqual([true, 0, 0]);
    expect(builder.getRangeElements()[0].getStartOffset()).toBe(-1);
  });

  test('takes new contents for its body', () => {
    const { app, doc, body } = newDocument();
    type Old = typeof doc &
      Pick<typeof body, 'appendParagraph' | 'insertListItem' | 'appendTable' | 'insertPageBreak'>;
    const old = doc as Old;
    const paragraph = old.appendParagraph('Итог');
    expect(paragraph.getParent()).toBe(body);
    expect(old.insertListItem(1, 'мера').getGlyphType()).toBe(app.GlyphType.NUMBER);
    old.appendTable([['a', 'b']]);
    old.insertPageBreak(0);
    expect(body.getText()).toBe('\n\nмера\nИтог\na\nb\n');
    expect(() => old.appendParagraph(body as never)).toThrow(
      "The parameters (DocumentApp.Body) don't match the method signature for DocumentApp.Document.appendParagraph.",
    );
  });
});
