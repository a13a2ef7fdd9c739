import type { Documents } from '../app/ports';
import type { Block } from '../domain/memo/blocks';
import { tableLook } from '../domain/memo/table-look';

type Body = GoogleAppsScript.Document.Body;

/** Margins of an official document in points: 3 cm left, 1.5 cm right, 2 cm above and below. */
const MARGINS = { left: 85, right: 43, vertical: 57 } as const;
const TEXT_WIDTH = 595 - MARGINS.left - MARGINS.right;
const INDENT = 35;
/** Pictures are measured in pixels, 96 an inch. */
const PICTURE_WIDTH = Math.floor((TEXT_WIDTH * 96) / 72);

/** The port Documents over DocumentApp: a call a paragraph, table or picture, never a call a table cell. */
export function memoDocuments(): Documents {
  return {
    write(title, blocks, pictures) {
      const document = DocumentApp.create(title);
      const body = document.getBody();
      const { Attribute } = DocumentApp;
      body.setAttributes({
        [String(Attribute.MARGIN_LEFT)]: MARGINS.left,
        [String(Attribute.MARGIN_RIGHT)]: MARGINS.right,
        [String(Attribute.MARGIN_TOP)]: MARGINS.vertical,
        [String(Attribute.MARGIN_BOTTOM)]: MARGINS.vertical,
        [String(Attribute.FONT_FAMILY)]: 'Times New Roman',
        [String(Attribute.FONT_SIZE)]: 12,
      });
      for (const block of blocks) write(body, block, pictures);
      // A new document begins with an empty paragraph, which would push the heading down.
      if (body.getNumChildren() > 1) body.getChild(0).removeFromParent();
      const made = { id: document.getId(), url: document.getUrl() };
      document.saveAndClose();
      return made;
    },
  };
}

function write(body: Body, block: Block, pictures: Readonly<Record<string, unknown>>): void {
  switch (block.kind) {
    case 'heading':
      writeHeading(body, block.text, block.level);
      return;
    case 'paragraph':
      writeParagraph(body, block.text, block.style);
      return;
    case 'list':
      for (const item of block.items)
        body
          .appendListItem(item)
          .setGlyphType(block.ordered ? DocumentApp.GlyphType.NUMBER : DocumentApp.GlyphType.BULLET)
          .setAlignment(DocumentApp.HorizontalAlignment.JUSTIFY);
      return;
    case 'table':
      writeTable(body, block);
      return;
    case 'chart': {
      const picture = pictures[block.key] as GoogleAppsScript.Base.BlobSource | undefined;
      if (!picture) return;
      const image = body.appendImage(picture);
      const width = PICTURE_WIDTH;
      image.setHeight(Math.round((image.getHeight() * width) / image.getWidth())).setWidth(width);
      image.setAltTitle(block.title);
      writeParagraph(body, block.title, 'caption');
      return;
    }
    case 'page-break':
      body.appendPageBreak();
  }
}

function writeHeading(body: Body, text: string, level: 0 | 1 | 2): void {
  const paragraph = body.appendParagraph(text);
  if (level === 0) {
    paragraph
      .setHeading(DocumentApp.ParagraphHeading.TITLE)
      .setAlignment(DocumentApp.HorizontalAlignment.CENTER);
    paragraph
      .editAsText()
      .setFontFamily('Times New Roman')
      .setFontSize(14)
      .setBold(true)
      .setForegroundColor('#000000');
    return;
  }
  paragraph
    .setHeading(level === 1 ? DocumentApp.ParagraphHeading.HEADING1 : DocumentApp.ParagraphHeading.HEADING2)
    .setSpacingBefore(14)
    .setSpacingAfter(6);
  paragraph
    .editAsText()
    .setFontFamily('Times New Roman')
    .setFontSize(level === 1 ? 13 : 12)
    .setBold(true)
    .setForegroundColor('#000000');
}

function writeParagraph(
  body: Body,
  text: string,
  style: Extract<Block, { kind: 'paragraph' }>['style'],
): void {
  const paragraph = body.appendParagraph(text);
  const { CENTER, RIGHT, LEFT, JUSTIFY } = DocumentApp.HorizontalAlignment;
  switch (style) {
    case 'centre':
      paragraph.setAlignment(CENTER);
      return;
    case 'right':
      paragraph.setAlignment(RIGHT);
      return;
    case 'caption':
      paragraph.setAlignment(CENTER).setSpacingAfter(8);
      paragraph.editAsText().setItalic(true).setFontSize(11);
      return;
    case 'note':
      paragraph.setAlignment(JUSTIFY).setSpacingAfter(4);
      paragraph.editAsText().setItalic(true).setFontSize(11);
      return;
    case 'signature':
      paragraph.setAlignment(LEFT).setSpacingBefore(24);
      return;
    default:
      paragraph.setAlignment(JUSTIFY).setIndentFirstLine(INDENT).setSpacingAfter(4);
  }
}

function writeTable(body: Body, block: Extract<Block, { kind: 'table' }>): void {
  const caption = body.appendParagraph(block.title);
  caption.setAlignment(DocumentApp.HorizontalAlignment.LEFT).setSpacingBefore(8).setSpacingAfter(4);
  caption.editAsText().setBold(true).setFontSize(11);
  const table = body.appendTable(block.rows.map((row) => [...row]));
  const { fontSize, widths } = tableLook(block, TEXT_WIDTH);
  table.editAsText().setFontSize(fontSize);
  table.getRow(0).editAsText().setBold(true);
  if (block.total)
    table
      .getRow(block.rows.length - 1)
      .editAsText()
      .setBold(true);
  widths.forEach((width, i) => {
    table.setColumnWidth(i, width);
  });
}
