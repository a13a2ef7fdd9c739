import JSZip from 'jszip';
import { readDocx } from '../../../src/local/files/docx-read';
import { textOf, walk } from '../../../src/local/services/document/tree';
import { newDocument, png } from '../document/open-document';
import { made, outline, writtenAndRead } from './docx-documents';

function rich({ app, doc, body, blob }: ReturnType<typeof newDocument>): void {
  const { ParagraphHeading, HorizontalAlignment, GlyphType, VerticalAlignment } = app;
  body.setMarginLeft(85).setMarginRight(42.5);
  body.appendParagraph('Справка').setHeading(ParagraphHeading.TITLE);
  body
    .appendParagraph('1. Раздел')
    .setHeading(ParagraphHeading.HEADING1)
    .setAlignment(HorizontalAlignment.CENTER);
  const p = body.appendParagraph('Обычный жирный ссылка\nновая строка\tтаб');
  p.setAlignment(HorizontalAlignment.JUSTIFY)
    .setIndentFirstLine(35.4)
    .setLineSpacing(1.5)
    .setSpacingAfter(0)
    .setSpacingBefore(4);
  p.editAsText()
    .setBold(8, 13, true)
    .setLinkUrl(15, 20, 'https://example.com/?a=1&b=2')
    .setFontSize(0, 3, 13.5);
  p.editAsText()
    .setForegroundColor(0, 3, '#c00000')
    .setItalic(0, 1, true)
    .setFontFamily(0, 3, 'Arial')
    .setUnderline(0, 0, true);
  body.appendListItem('первый');
  body.appendListItem('вложенный').setNestingLevel(1).setGlyphType(GlyphType.SQUARE_BULLET);
  body.appendListItem('второй');
  body.appendParagraph('между');
  body.appendListItem('маркер').setGlyphType(GlyphType.BULLET);
  body.appendPageBreak();
  body.appendParagraph('Таблица 1');
  const table = body.appendTable([
    ['№', 'Организация', 'Доля'],
    ['1', 'Школа\nлицей', '50'],
  ]);
  table
    .setBorderWidth(1)
    .setBorderColor('#808080')
    .setColumnWidth(0, 30)
    .setColumnWidth(1, 200)
    .setColumnWidth(2, 80);
  table.getRow(0).setMinimumHeight(24);
  table
    .getCell(0, 0)
    .setBackgroundColor('#d9e2f3')
    .setVerticalAlignment(VerticalAlignment.CENTER)
    .setPaddingLeft(9);
  table.getRow(1).getCell(2).merge();
  const image = body.appendImage(blob(png(60, 30), 'image/png', 'p.png'));
  image.setAltDescription('рисунок').setAltTitle('Р').setWidth(120).setHeight(60);
  body.appendHorizontalRule();
  body.appendParagraph('конец').editAsText().setTextAlignment(0, 0, app.TextAlignment.SUPERSCRIPT);
  doc.addHeader().setText('шапка');
  doc.addFooter().setText('подвал');
}

describe('what was written is read again', () => {
  test('the whole tree', async () => {
    const content = made(rich);
    const again = await writtenAndRead(content);
    for (const node of walk(content.body))
      if (node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM') node.textAttributes = {};
    for (const node of walk(again.body))
      if (node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM') node.textAttributes = {};
    content.body.attributes = again.body.attributes;
    expect(outline(again.body)).toEqual(outline(content.body));
    expect(again.lists).toEqual(content.lists);
    expect(again.header && textOf(again.header)).toBe('шапка');
    expect(again.footer && textOf(again.footer)).toBe('подвал');
  });

  test('page and margins to a twentieth of a point', async () => {
    const { body } = await writtenAndRead(made(rich));
    expect(body.attributes).toEqual({
      PAGE_WIDTH: 595.3,
      PAGE_HEIGHT: 841.9,
      MARGIN_TOP: 72,
      MARGIN_BOTTOM: 72,
      MARGIN_LEFT: 85,
      MARGIN_RIGHT: 42.5,
    });
  });

  test('an empty document: one empty paragraph, no header, no footer', async () => {
    const again = await writtenAndRead(made(() => {}));
    expect([again.body.children.length, textOf(again.body), again.header, again.footer]).toEqual([
      1,
      '',
      null,
      null,
    ]);
  });

  test('a second round changes nothing', async () => {
    const once = await writtenAndRead(made(rich));
    const twice = await writtenAndRead(once);
    expect(outline(twice.body)).toEqual(outline(once.body));
  });

  test('the document goes on under its id', async () => {
    const first = newDocument();
    rich(first);
    const [metadata] = first.documents.exportMetadata();
    const content = await writtenAndRead(first.documents.require(metadata.id));
    const second = newDocument();
    second.documents.restore({ ...metadata, id: 'local-doc-0007' }, content);
    const doc = second.app.openById('local-doc-0007');
    expect(doc.getBody().getText()).toBe(first.body.getText());
    doc.getBody().appendListItem('ещё');
    doc.getBody().replaceText('Справка', 'Итог');
    expect(doc.getBody().getChild(1).asParagraph().getText()).toBe('Итог');
    expect(doc.getBody().getChild(0).getAttributes().LINE_SPACING).toBeNull();
  });
});

describe('files of others', () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const docx = async (body: string, extra: Record<string, string> = {}) => {
    const zip = new JSZip();
    zip.file('word/document.xml', `<w:document ${W}><w:body>${body}</w:body></w:document>`);
    for (const [name, text] of Object.entries(extra)) zip.file(name, text);
    return zip.generateAsync({ type: 'uint8array' });
  };

  test('headings by the names of styles, also through a style based on one', async () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Мой"/><w:basedOn w:val="1"/></w:style></w:styles>`;
    const p = (style: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>`;
    const { body } = await readDocx(await docx(p('1') + p('a') + p('b'), { 'word/styles.xml': styles }));
    expect(body.children.map((node) => node.attributes.HEADING)).toEqual(['HEADING1', 'HEADING1', undefined]);
  });

  test('shown text of fields, inserted text and content controls stay, deleted text and page numbers go', async () => {
    const field = (code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { body } = await readDocx(
      await docx(
        `<w:sdt><w:sdtContent><w:p>${field(' REF a ')}${field('PAGE')}<w:ins><w:r><w:t>да</w:t></w:r></w:ins><w:del><w:r><w:delText>нет</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> &amp; </w:t></w:r></w:p></w:sdtContent></w:sdt>`,
      ),
    );
    expect(textOf(body)).toBe('7да & ');
  });

  test('cells merged downwards', async () => {
    const cell = (merge: string, text: string) =>
      `<w:tc><w:tcPr>${merge}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const rows = `<w:tr>${cell('<w:vMerge w:val="restart"/>', 'a')}${cell('', 'b')}</w:tr><w:tr>${cell('<w:vMerge/>', '')}${cell('', 'c')}</w:tr>`;
    const content = await readDocx(await docx(`<w:tbl>${rows}</w:tbl>`));
    const spans = (tree: typeof content) =>
      [...walk(tree.body)].flatMap((node) => (node.type === 'TABLE_CELL' ? [node.rowSpan] : []));
    expect(spans(content)).toEqual([2, 1, 0, 1]);
    expect(spans(await writtenAndRead(content))).toEqual([2, 1, 0, 1]);
    expect(content.body.children.at(-1)?.type).toBe('PARAGRAPH');
  });

  test('footnotes are read and written', async () => {
    const notes = `<w:footnotes ${W}><w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Приказ № 1</w:t></w:r></w:p></w:footnote></w:footnotes>`;
    const text = '<w:p><w:r><w:t>текст</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>';
    const content = await readDocx(await docx(text, { 'word/footnotes.xml': notes }));
    for (const tree of [content, await writtenAndRead(content)]) {
      const note = [...walk(tree.body)].find((node) => node.type === 'FOOTNOTE');
      expect(note?.type === 'FOOTNOTE' && textOf(note.contents).trim()).toBe('Приказ № 1');
      expect(textOf(tree.body)).toBe('текст');
    }
    const { documents, app } = newDocument();
    const doc = app.openById(documents.add('с примечанием', content).id);
    expect(doc.getFootnotes()[0].getFootnoteContents().getText()).toBe('Приказ № 1');
  });

  test('numbers of one definition are one list unless they start anew', async () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
    const item = (id: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr></w:p>`;
    const relations =
      '<Relationships><Relationship Id="r1" Type="x" Target="numbering.xml"/></Relationships>';
    const file = await docx(item(1) + item(2) + item(3) + item(0), {
      'word/numbering.xml': numbering,
      'word/_rels/document.xml.rels': relations,
    });
    const { body, lists } = await readDocx(file);
    const ids = body.children.map((node) => (node.type === 'LIST_ITEM' ? node.listId : node.type));
    expect(ids).toEqual(['kix.list1', 'kix.list1', 'kix.list2', 'PARAGRAPH']);
    expect(lists['kix.list1'].glyphs[0]).toBe('HOLLOW_BULLET');
  });

  test('what is not a .docx is said in words', async () => {
    await expect(readDocx(new Uint8Array([1, 2, 3]))).rejects.toThrow(
      'The file is not a .docx: it is not a ZIP archive',
    );
    const zip = await new JSZip().file('x', 'y').generateAsync({ type: 'uint8array' });
    await expect(readDocx(zip)).rejects.toThrow('it has no part word/document.xml');
  });
});
