import { imageSize } from '../services/document/image-size';
import { glyphAt } from '../services/document/lists';
import {
  type Attributes,
  adopt,
  type DocNode,
  type DocumentContent,
  type ImageNode,
  type MarkNode,
  newCell,
  newContent,
  newMark,
  newParagraph,
  newRow,
  newSection,
  newTable,
  type ParagraphNode,
  type PositionedModel,
  type SectionNode,
  type TableCellNode,
  type TableNode,
  type TextNode,
} from '../services/document/model';
import { joinRuns } from '../services/document/runs';
import { isParagraph } from '../services/document/tree';
import { readAnchor } from './docx-anchor';
import { type Field, isPageField, nextField } from './docx-field';
import { STYLE } from './docx-look';
import { type DocxPackage, openPackage, type Part } from './docx-package';
import { headingOf, paragraphAttributes, points, runAttributes } from './docx-read-look';
import { borderAttributes, cellAttributes, rowCells, spanRows } from './docx-read-table';
import { child, descendant, elements, textContent, toggle, value, type Xml } from './docx-xml';

/**
 * A .docx as a document: paragraphs with headings and looks, lists, tables, pictures, footnotes, header, footer, page.
 * Reads what writeDocx wrote and files of Word and LibreOffice; there the rest (drawings, comments, fields) is left out
 * and of a field its last shown text is kept.
 * @throws Error in words when the bytes are not a .docx
 */
export async function readDocx(bytes: Uint8Array): Promise<DocumentContent> {
  const reader = new Reader(await openPackage(bytes));
  return reader.read();
}

class Reader {
  readonly #package: DocxPackage;
  readonly #content = newContent();
  readonly #listIds = new Map<string, string>();
  /** Pictures beside the text of the paragraph that is being read. */
  #floating: PositionedModel[] = [];
  #floatingCount = 0;

  constructor(source: DocxPackage) {
    this.#package = source;
  }

  read(): DocumentContent {
    const content = this.#content;
    const { document } = this.#package;
    const body = child(document.root, 'w:body');
    content.body.children = this.#blocks(body, document);
    const last = content.body.children.at(-1);
    if (!last || !isParagraph(last)) content.body.children.push(newParagraph());
    adopt(content.body);
    const first = content.body.children[0];
    if (isParagraph(first)) first.original = true;
    const section = child(body, 'w:sectPr');
    Object.assign(content.body.attributes, pageAttributes(section));
    content.header = this.#furniture(section, 'w:headerReference', 'HEADER_SECTION');
    content.footer = this.#furniture(section, 'w:footerReference', 'FOOTER_SECTION');
    return content;
  }

  /** The header or footer of all pages; null when it holds nothing but what writeDocx adds. */
  #furniture(section: Xml | undefined, reference: string, type: SectionNode['type']): SectionNode | null {
    const references = elements(section, reference);
    const chosen = references.find((each) => each.attributes['w:type'] === 'default');
    const target = this.#package.document.targets.get(chosen?.attributes['r:id'] ?? '');
    const part = target ? this.#package.part(target) : null;
    if (!part) return null;
    const blocks = this.#blocks(part.root, part);
    const isEmpty = blocks.every(
      (block) => isParagraph(block) && block.children.length === 0 && block.positioned.length === 0,
    );
    return isEmpty ? null : newSection(type, blocks);
  }

  #blocks(parent: Xml | undefined, part: Part): DocNode[] {
    return elements(parent).flatMap((element): DocNode[] => {
      switch (element.name) {
        case 'w:p':
          return this.#paragraph(element, part);
        case 'w:tbl':
          return [this.#table(element, part)];
        case 'w:sdt':
          return this.#blocks(child(element, 'w:sdtContent'), part);
        case 'w:ins':
        case 'w:customXml':
          return this.#blocks(element, part);
        default:
          return [];
      }
    });
  }

  #paragraph(element: Xml, part: Part): ParagraphNode[] {
    const properties = child(element, 'w:pPr');
    const styleId = value(properties, 'w:pStyle');
    if (styleId === STYLE.pageNumber) return [];
    const { styles } = this.#package;
    const numbering = child(properties, 'w:numPr') ?? child(styles.get(styleId ?? '')?.paragraph, 'w:numPr');
    const numberId = value(numbering, 'w:numId');
    const heading = headingOf(styleId, styles);
    const isListItem = numberId !== undefined && numberId !== '0' && heading === null;
    const node = newParagraph();
    if (isListItem) {
      node.type = 'LIST_ITEM';
      node.listId = this.#listId(numberId);
      node.nesting = Math.min(Number(value(numbering, 'w:ilvl') ?? 0), 8);
    }
    node.attributes = paragraphAttributes(properties, isListItem);
    if (heading) node.attributes.HEADING = heading;
    node.textAttributes = runAttributes(child(properties, 'w:rPr'), styles);
    // A footnote inside reads paragraphs of its own.
    const outside = this.#floating;
    this.#floating = node.positioned;
    node.children = this.#inlines(element, part, {}, { inField: [] });
    this.#floating = outside;
    if (node.children.length === 0 && child(properties, 'w:pBdr', 'w:bottom'))
      node.children = [newMark('HORIZONTAL_RULE')];
    const [first] = node.children;
    if (first?.type === 'TEXT') node.textAttributes = { ...first.runs[0]?.attributes };
    adopt(node);
    if (!toggle(properties, 'w:pageBreakBefore')) return [node];
    const breakBefore = newParagraph();
    breakBefore.children = [newMark('PAGE_BREAK')];
    return [adopt(breakBefore), node];
  }

  #listId(numberId: string): string {
    const numbering = this.#package.numberings.get(numberId) ?? { list: `number ${numberId}`, glyphs: [] };
    const known = this.#listIds.get(numbering.list);
    if (known) return known;
    const id = `kix.list${this.#listIds.size + 1}`;
    this.#listIds.set(numbering.list, id);
    const glyphs: Record<number, string> = {};
    numbering.glyphs.forEach((glyph, level) => {
      if (glyph !== glyphAt(undefined, level)) glyphs[level] = glyph;
    });
    this.#content.lists[id] = { glyphs };
    return id;
  }

  /** Children of a paragraph; neighbouring runs become one text. */
  #inlines(parent: Xml, part: Part, outer: Attributes, field: Field): DocNode[] {
    const found: DocNode[] = [];
    const add = (nodes: readonly DocNode[]) => {
      for (const node of nodes) {
        const last = found.at(-1);
        if (node.type === 'TEXT' && last?.type === 'TEXT') last.runs = joinRuns([...last.runs, ...node.runs]);
        else if (node.type !== 'TEXT' || node.runs.length > 0) found.push(node);
      }
    };
    for (const element of elements(parent)) {
      switch (element.name) {
        case 'w:r':
          add(this.#run(element, part, outer, field));
          break;
        case 'w:hyperlink': {
          const anchor = element.attributes['w:anchor'];
          const target =
            part.targets.get(element.attributes['r:id'] ?? '') ?? (anchor ? `#${anchor}` : undefined);
          add(this.#inlines(element, part, target ? { ...outer, LINK_URL: target } : outer, field));
          break;
        }
        case 'w:fldSimple':
          if (!isPageField(element.attributes['w:instr'] ?? ''))
            add(this.#inlines(element, part, outer, field));
          break;
        case 'w:sdt':
          add(this.#inlines(child(element, 'w:sdtContent') ?? element, part, outer, field));
          break;
        case 'w:ins':
        case 'w:smartTag':
          add(this.#inlines(element, part, outer, field));
          break;
      }
    }
    return found;
  }

  #run(element: Xml, part: Part, outer: Attributes, field: Field): DocNode[] {
    const attributes = { ...runAttributes(child(element, 'w:rPr'), this.#package.styles), ...outer };
    return elements(element).flatMap((piece): DocNode[] => {
      if (piece.name === 'w:fldChar')
        field.inField = nextField(field.inField, piece.attributes['w:fldCharType']);
      const current = field.inField.at(-1);
      if (piece.name === 'w:instrText' && current) current.instruction += textContent(piece);
      if (current && (!current.shown || isPageField(current.instruction))) return [];
      switch (piece.name) {
        case 'w:t':
          return [run(textContent(piece), attributes)];
        case 'w:tab':
          return [run('\t', attributes)];
        case 'w:noBreakHyphen':
          return [run('\u2011', attributes)];
        case 'w:cr':
          return [run('\n', attributes)];
        case 'w:br':
          return piece.attributes['w:type'] === 'page' ? [newMark('PAGE_BREAK')] : [run('\n', attributes)];
        case 'w:drawing':
          return this.#drawing(piece, part, outer);
        case 'mc:AlternateContent': {
          const drawing = descendant(child(piece, 'mc:Choice'), 'w:drawing');
          return drawing ? this.#drawing(drawing, part, outer) : [];
        }
        case 'w:footnoteReference':
          return this.#footnote(piece.attributes['w:id'], part);
        default:
          return [];
      }
    });
  }

  /** A picture in the line, or nothing there when it stands beside the text. */
  #drawing(drawing: Xml, part: Part, outer: Attributes): DocNode[] {
    const picture = this.#picture(drawing, part, outer);
    const anchor = child(drawing, 'wp:anchor');
    if (!anchor || picture.type !== 'INLINE_IMAGE') return [picture];
    this.#floating.push({ id: `kix.image${++this.#floatingCount}`, picture, ...readAnchor(anchor) });
    return [];
  }

  #picture(drawing: Xml, part: Part, outer: Attributes): ImageNode | MarkNode {
    const target = part.targets.get(descendant(drawing, 'a:blip')?.attributes['r:embed'] ?? '');
    const data = this.#package.media.get(target ?? '');
    const size = data && imageSize(data);
    if (!data || !size) return newMark('UNSUPPORTED');
    const extent = descendant(drawing, 'wp:extent')?.attributes ?? {};
    const pixels = (emu: string | undefined, natural: number) =>
      Math.round(Number(emu ?? 0) / 9525) || natural;
    const { name, title, descr } = descendant(drawing, 'wp:docPr')?.attributes ?? {};
    return {
      type: 'INLINE_IMAGE',
      parent: null,
      attributes: outer.LINK_URL ? { LINK_URL: outer.LINK_URL } : {},
      children: [],
      data,
      contentType: size.contentType,
      name: name || null,
      width: pixels(extent.cx, size.width),
      height: pixels(extent.cy, size.height),
      altTitle: title || null,
      altDescription: descr || null,
    };
  }

  #footnote(id: string, part: Part): DocNode[] {
    const note = this.#package.footnotes.get(id);
    if (!note) return [];
    const contents = newSection('FOOTNOTE_SECTION', this.#blocks(note, part));
    return [{ type: 'FOOTNOTE', parent: null, attributes: {}, children: [], contents }];
  }

  #table(element: Xml, part: Part): TableNode {
    const table = newTable([]);
    table.attributes = borderAttributes(child(element, 'w:tblPr', 'w:tblBorders', 'w:top'));
    table.columnWidths = elements(child(element, 'w:tblGrid'), 'w:gridCol').map((column) => {
      const width = points(column.attributes['w:w'] ?? '0');
      return width > 0 ? width : null;
    });
    table.children = elements(element, 'w:tr').map((row) => {
      const node = newRow(rowCells(row).map((cell) => this.#cell(cell, part)));
      const height = child(row, 'w:trPr', 'w:trHeight')?.attributes['w:val'];
      if (height !== undefined) node.attributes.MINIMUM_HEIGHT = points(height);
      return node;
    });
    spanRows(table);
    return adopt(table);
  }

  #cell(element: Xml, part: Part): TableCellNode {
    const properties = child(element, 'w:tcPr');
    const cell = newCell();
    const blocks = this.#blocks(element, part);
    cell.children = blocks.length > 0 ? blocks : [newParagraph()];
    cell.colSpan = Number(value(properties, 'w:gridSpan') ?? 1);
    const merged = child(properties, 'w:vMerge');
    if (merged && merged.attributes['w:val'] !== 'restart') cell.rowSpan = 0;
    cell.attributes = cellAttributes(properties);
    return adopt(cell);
  }
}

function run(text: string, attributes: Attributes): TextNode {
  const runs = text === '' ? [] : [{ text, attributes: { ...attributes } }];
  return { type: 'TEXT', parent: null, attributes: {}, children: [], runs };
}

function pageAttributes(section: Xml | undefined): Attributes {
  const found: Attributes = {};
  const read = (element: string, attribute: string, key: string) => {
    const text = child(section, element)?.attributes[attribute];
    if (text !== undefined) found[key] = points(text);
  };
  read('w:pgSz', 'w:w', 'PAGE_WIDTH');
  read('w:pgSz', 'w:h', 'PAGE_HEIGHT');
  read('w:pgMar', 'w:top', 'MARGIN_TOP');
  read('w:pgMar', 'w:bottom', 'MARGIN_BOTTOM');
  read('w:pgMar', 'w:left', 'MARGIN_LEFT');
  read('w:pgMar', 'w:right', 'MARGIN_RIGHT');
  return found;
}
