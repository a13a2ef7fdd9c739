import { BorderStyle, HeadingLevel, type IParagraphOptions, Paragraph, type Table } from 'docx';
import type { DocNode, ParagraphNode } from '../services/document/model';
import { isParagraph, textOf } from '../services/document/tree';
import { columnCount } from './docx-columns';
import { writeInline, writePositioned } from './docx-inline';
import { alignment, runOptions, STYLE, spacing, twips } from './docx-look';
import type { Place } from './docx-place';
import { writeTable } from './docx-table';

/** Blocks of a section or cell as parts of the docx package. */
export function writeBlocks(blocks: readonly DocNode[], place: Place): (Paragraph | Table)[] {
  const written: (Paragraph | Table)[] = [];
  let breakBefore = false;
  blocks.forEach((block, i) => {
    if (block.type === 'TABLE') {
      if (columnCount(block) > 0) written.push(writeTable(block, place, writeBlocks));
      else if (place.tableStyle && blocks.length === 1) written.push(new Paragraph({}));
      return;
    }
    if (!isParagraph(block)) return;
    const next = blocks[i + 1];
    // A paragraph of nothing but a page break would leave an empty line at the head of the next page.
    if (isPageBreak(block) && next && isParagraph(next) && place.tableStyle === null) {
      breakBefore = true;
      return;
    }
    const afterTable = place.tableStyle === null && blocks[i - 1]?.type === 'TABLE' && isBare(block);
    const keepNext = next !== undefined && place.tableStyle === null && staysWithNext(block, next);
    written.push(writeParagraph(block, place, { breakBefore, afterTable, keepNext }));
    breakBefore = false;
  });
  if (place.tableStyle && !(written.at(-1) instanceof Paragraph))
    written.push(new Paragraph({ style: place.tableStyle }));
  return written;
}

function isPageBreak(paragraph: ParagraphNode): boolean {
  return (
    paragraph.children.length === 1 &&
    paragraph.positioned.length === 0 &&
    paragraph.children[0].type === 'PAGE_BREAK'
  );
}

function isBare(paragraph: ParagraphNode): boolean {
  return (
    paragraph.type === 'PARAGRAPH' &&
    paragraph.children.length === 0 &&
    paragraph.positioned.length === 0 &&
    Object.keys(paragraph.attributes).length === 0
  );
}

const HEADING_STYLES: Readonly<Record<string, IParagraphOptions>> = {
  HEADING1: { heading: HeadingLevel.HEADING_1 },
  HEADING2: { heading: HeadingLevel.HEADING_2 },
  HEADING3: { heading: HeadingLevel.HEADING_3 },
  HEADING4: { heading: HeadingLevel.HEADING_4 },
  HEADING5: { heading: HeadingLevel.HEADING_5 },
  HEADING6: { heading: HeadingLevel.HEADING_6 },
  TITLE: { heading: HeadingLevel.TITLE },
  SUBTITLE: { style: STYLE.subtitle },
};

/** A caption stays with the table under it, a picture with the caption under it. */
function staysWithNext(block: ParagraphNode, next: DocNode): boolean {
  const text = textOf(block);
  if (next.type === 'TABLE') return text !== '' && text.length < 250;
  return (
    block.children.some((child) => child.type === 'INLINE_IMAGE') && isParagraph(next) && textOf(next) !== ''
  );
}

interface Flow {
  breakBefore: boolean;
  afterTable: boolean;
  keepNext: boolean;
}

function writeParagraph(
  node: ParagraphNode,
  place: Place,
  { breakBefore, afterTable, keepNext }: Flow,
): Paragraph {
  const { attributes } = node;
  const plain = afterTable
    ? { style: STYLE.afterTable }
    : place.tableStyle
      ? { style: place.tableStyle }
      : {};
  const rule = node.children.some((child) => child.type === 'HORIZONTAL_RULE');
  const aligned = alignment(attributes);
  const indent = writeIndent(node);
  const lines = spacing(attributes);
  return new Paragraph({
    ...(HEADING_STYLES[String(attributes.HEADING)] ?? plain),
    ...(aligned ? { alignment: aligned } : {}),
    ...(Object.keys(lines).length > 0 ? { spacing: lines } : {}),
    ...(indent ? { indent } : {}),
    ...(node.type === 'LIST_ITEM'
      ? { numbering: { reference: node.listId, level: node.nesting, custom: true } }
      : {}),
    ...(attributes.LEFT_TO_RIGHT === false ? { bidirectional: true } : {}),
    ...(breakBefore ? { pageBreakBefore: true } : {}),
    ...(keepNext ? { keepNext: true } : {}),
    ...(rule
      ? { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '808080' } } }
      : {}),
    ...(node.children.length === 0 && !afterTable ? { run: runOptions(node.textAttributes) } : {}),
    children: [
      ...node.positioned.map((each) => writePositioned(each, place)),
      ...node.children.flatMap((child) => writeInline(child, place)),
    ],
  });
}

/** The model counts both indents from the margin; a .docx counts the first line from the start indent. */
function writeIndent(node: ParagraphNode): IParagraphOptions['indent'] {
  const { INDENT_START, INDENT_END, INDENT_FIRST_LINE } = node.attributes;
  if (INDENT_START === undefined && INDENT_END === undefined && INDENT_FIRST_LINE === undefined)
    return undefined;
  const usual = node.type === 'LIST_ITEM' ? 36 * (node.nesting + 1) : 0;
  const start = Number(INDENT_START ?? usual);
  const first = Number(INDENT_FIRST_LINE ?? (node.type === 'LIST_ITEM' ? usual - 18 : 0)) - start;
  return {
    left: twips(start),
    ...(INDENT_END === undefined ? {} : { right: twips(INDENT_END) }),
    ...(first < 0 ? { hanging: twips(-first) } : { firstLine: twips(first) }),
  };
}
