import type { ParagraphNode } from '../../../src/local/services/document/model';
import { png } from '../document/open-document';
import { made, parts, writtenAndRead } from './docx-documents';

const LAYOUTS = ['ABOVE_TEXT', 'BREAK_BOTH', 'BREAK_LEFT', 'BREAK_RIGHT', 'WRAP_TEXT'] as const;

test.each(LAYOUTS)('a picture beside the text survives a file: %s', async (layout) => {
  const content = made(({ app, body, blob }) => {
    const paragraph = body.appendParagraph('текст');
    paragraph
      .addPositionedImage(blob(png(40, 20), 'image/png', 'знак.png'))
      .setLayout(app.PositionedLayout[layout])
      .setLeftOffset(36)
      .setTopOffset(7.2);
    paragraph.appendInlineImage(blob(png(10, 10)));
  });
  const read = (await writtenAndRead(content)).body.children[1] as ParagraphNode;
  expect(read.children.map((child) => child.type)).toEqual(['TEXT', 'INLINE_IMAGE']);
  expect(read.positioned).toHaveLength(1);
  const [{ left, top, picture, layout: readLayout }] = read.positioned;
  expect([readLayout, left, top, picture.width, picture.height, picture.name]).toEqual([
    layout,
    36,
    7.2,
    40,
    20,
    'знак.png',
  ]);
});

test('a paragraph of nothing but such a picture is written, also in the header', async () => {
  const content = made(({ doc, body, blob }) => {
    (body.getChild(0) as GoogleAppsScript.Document.Paragraph).addPositionedImage(blob(png(9, 9)));
    (doc.addHeader().getChild(0) as GoogleAppsScript.Document.Paragraph).addPositionedImage(blob(png(8, 8)));
  });
  const read = await writtenAndRead(content);
  const sections = [read.body, read.header].filter((section) => section !== null);
  const pictures = sections.map((section) => (section.children[0] as ParagraphNode).positioned);
  expect(pictures.map(([each]) => each.picture.width)).toEqual([9, 8]);
  expect(new Set(pictures.map(([each]) => each.id)).size).toBe(2);
});

test('the text of a line is not broken by a picture anchored in it', async () => {
  const content = made(
    ({ body, blob }) => void body.appendParagraph('до и после').addPositionedImage(blob(png(9, 9))),
  );
  expect((await parts(content))['word/document.xml']).toContain('<wp:anchor');
  const read = (await writtenAndRead(content)).body.children[1];
  expect(read.children).toHaveLength(1);
});
