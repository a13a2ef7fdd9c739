import { fail } from '../../host/errors';
import { ElementImpl } from './element';
import { InlineImageImpl } from './image';
import type { DocNode, FootnoteNode, MarkNode, NodeType } from './model';
import { ListItemImpl, ParagraphImpl } from './paragraph';
import { BodyImpl, FooterSectionImpl, FootnoteSectionImpl, HeaderSectionImpl } from './sections';
import type { DocumentSession } from './session';
import { TableCellImpl, TableImpl, TableRowImpl } from './table';
import { TextImpl } from './text';

class MarkImpl extends ElementImpl<MarkNode> {
  protected override readonly hasText = false;
}

class PageBreakImpl extends MarkImpl {
  static readonly api = 'Document.PageBreak';
}

class HorizontalRuleImpl extends MarkImpl {
  static readonly api = 'Document.HorizontalRule';
}

class UnsupportedElementImpl extends MarkImpl {
  static readonly api = 'Document.UnsupportedElement';
}

class FootnoteImpl extends ElementImpl<FootnoteNode> {
  static readonly api = 'Document.Footnote';
  protected override readonly hasText = false;

  getFootnoteContents(): ElementImpl {
    return this.session.element(this.node.contents);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each class takes its own kind of node
const CLASSES: Readonly<Record<NodeType, new (session: DocumentSession, node: any) => ElementImpl>> = {
  BODY_SECTION: BodyImpl,
  HEADER_SECTION: HeaderSectionImpl,
  FOOTER_SECTION: FooterSectionImpl,
  FOOTNOTE_SECTION: FootnoteSectionImpl,
  PARAGRAPH: ParagraphImpl,
  LIST_ITEM: ListItemImpl,
  TABLE: TableImpl,
  TABLE_ROW: TableRowImpl,
  TABLE_CELL: TableCellImpl,
  TEXT: TextImpl,
  INLINE_IMAGE: InlineImageImpl,
  PAGE_BREAK: PageBreakImpl,
  HORIZONTAL_RULE: HorizontalRuleImpl,
  FOOTNOTE: FootnoteImpl,
  UNSUPPORTED: UnsupportedElementImpl,
};

/** The element class of a node. */
export function makeElement(session: DocumentSession, node: DocNode): ElementImpl {
  const Class = CLASSES[node.type] ?? fail(`Unknown element ${node.type}`);
  return new Class(session, node);
}
