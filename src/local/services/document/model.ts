/**
 * A document as plain data: a tree of nodes under a body, an optional header and footer, and the lists.
 * The implementations of the service (element.ts and its neighbours) and the .docx files both work on it.
 * Lengths are in points, pictures in pixels, enum values are kept by their key ("CENTER").
 */
export type AttributeValue = string | number | boolean;
/** By key of DocumentApp.Attribute; TEXT_ALIGNMENT is kept beside them. An absent key is inherited. */
export type Attributes = Record<string, AttributeValue>;

/** A stretch of text with one look. Neighbouring runs of a text node always differ in attributes. */
export interface Run {
  text: string;
  attributes: Attributes;
}

interface NodeBase {
  parent: DocNode | null;
  /** What was set on this very node; text looks live in the runs. */
  attributes: Attributes;
  children: DocNode[];
}

export interface SectionNode extends NodeBase {
  type: 'BODY_SECTION' | 'HEADER_SECTION' | 'FOOTER_SECTION' | 'FOOTNOTE_SECTION';
}

export interface ParagraphNode extends NodeBase {
  type: 'PARAGRAPH' | 'LIST_ITEM';
  /** Look of text that is typed into the empty paragraph. */
  textAttributes: Attributes;
  /** Key of DocumentModel.lists; '' for a plain paragraph. */
  listId: string;
  nesting: number;
  /** The paragraph a document is born with: its computed attributes read as null (live quirk). */
  original: boolean;
  /** Pictures anchored to the paragraph, beside its text. */
  positioned: PositionedModel[];
}

export interface PositionedModel {
  id: string;
  picture: ImageNode;
  /** Key of PositionedLayout. */
  layout: string;
  /** Points from the left top corner of the paragraph. */
  left: number;
  top: number;
}

export interface TableNode extends NodeBase {
  type: 'TABLE';
  /** By column; null = left to the reader. */
  columnWidths: (number | null)[];
}

export interface TableRowNode extends NodeBase {
  type: 'TABLE_ROW';
}

export interface TableCellNode extends NodeBase {
  type: 'TABLE_CELL';
  colSpan: number;
  /** 0: covered by the cell above. */
  rowSpan: number;
}

export interface TextNode extends NodeBase {
  type: 'TEXT';
  runs: Run[];
}

export interface ImageNode extends NodeBase {
  type: 'INLINE_IMAGE';
  data: Uint8Array;
  contentType: string;
  name: string | null;
  width: number;
  height: number;
  altTitle: string | null;
  altDescription: string | null;
}

export interface FootnoteNode extends NodeBase {
  type: 'FOOTNOTE';
  contents: SectionNode;
}

export interface MarkNode extends NodeBase {
  type: 'PAGE_BREAK' | 'HORIZONTAL_RULE' | 'UNSUPPORTED';
}

export type DocNode =
  | SectionNode
  | ParagraphNode
  | TableNode
  | TableRowNode
  | TableCellNode
  | TextNode
  | ImageNode
  | FootnoteNode
  | MarkNode;

export type NodeType = DocNode['type'];

/** Glyphs by nesting level, where they differ from the usual 1 / a / i. */
export interface ListModel {
  glyphs: Record<number, string>;
}

export interface NamedRangeModel {
  id: string;
  name: string;
  elements: RangeElementModel[];
}

/** Offsets are of characters, the end inclusive; null = the whole element. */
export interface RangeElementModel {
  node: DocNode;
  start: number | null;
  end: number | null;
}

export interface BookmarkModel {
  id: string;
  node: DocNode;
  offset: number;
}

/** What a .docx holds. */
export interface DocumentContent {
  /** Page size and margins are attributes of the body (PAGE_WIDTH, MARGIN_LEFT …). */
  body: SectionNode;
  header: SectionNode | null;
  footer: SectionNode | null;
  lists: Record<string, ListModel>;
  /** By key of ParagraphHeading: what Body.setHeadingAttributes changed. */
  headingAttributes: Record<string, Attributes>;
  /** Look of text that is added from now on (Body.setAttributes). */
  textDefaults: Attributes;
}

export interface DocumentModel extends DocumentContent {
  readonly id: string;
  name: string;
  owner: string;
  editors: string[];
  viewers: string[];
  language: string | null;
  namedRanges: NamedRangeModel[];
  bookmarks: BookmarkModel[];
  /** Milliseconds since 1970. */
  created: number;
  modified: number;
  /** Changes since it was opened: the clock may stand still. */
  edits: number;
}

export const A4_WIDTH = 595.276;
export const A4_HEIGHT = 841.89;

export function newSection(type: SectionNode['type'], children: DocNode[] = []): SectionNode {
  return adopt({ type, parent: null, attributes: {}, children });
}

export function newParagraph(text = '', textAttributes: Attributes = {}): ParagraphNode {
  const base = {
    parent: null,
    attributes: {},
    textAttributes: { ...textAttributes },
    listId: '',
    nesting: 0,
    original: false,
    positioned: [],
  };
  return adopt({ ...base, type: 'PARAGRAPH', children: text === '' ? [] : [newText(text, textAttributes)] });
}

export function newListItem(text: string, listId: string, textAttributes: Attributes = {}): ParagraphNode {
  return adopt({ ...newParagraph(text, textAttributes), type: 'LIST_ITEM', listId });
}

export function newText(text: string, attributes: Attributes = {}): TextNode {
  const runs = text === '' ? [] : [{ text, attributes: { ...attributes } }];
  return { type: 'TEXT', parent: null, attributes: {}, children: [], runs };
}

export function newMark(type: MarkNode['type']): MarkNode {
  return { type, parent: null, attributes: {}, children: [] };
}

export function newTable(rows: readonly (readonly unknown[])[], textAttributes: Attributes = {}): TableNode {
  const children = rows.map((row) => newRow(row.map((value) => newCell(cellText(value), textAttributes))));
  return adopt({ type: 'TABLE', parent: null, attributes: {}, children, columnWidths: [] });
}

export function newRow(cells: TableCellNode[] = []): TableRowNode {
  return adopt({ type: 'TABLE_ROW', parent: null, attributes: {}, children: cells });
}

export function newCell(text = '', textAttributes: Attributes = {}): TableCellNode {
  const children = [newParagraph(text, textAttributes)];
  return adopt({ type: 'TABLE_CELL', parent: null, attributes: {}, children, colSpan: 1, rowSpan: 1 });
}

/** The content of a document just made: one empty paragraph on an A4 page with margins of an inch. */
export function newContent(): DocumentContent {
  const first = newParagraph();
  first.original = true;
  const body = newSection('BODY_SECTION', [first]);
  body.attributes = { PAGE_WIDTH: A4_WIDTH, PAGE_HEIGHT: A4_HEIGHT, ...margins(72) };
  return { body, header: null, footer: null, lists: {}, headingAttributes: {}, textDefaults: {} };
}

function margins(points: number): Attributes {
  return { MARGIN_TOP: points, MARGIN_BOTTOM: points, MARGIN_LEFT: points, MARGIN_RIGHT: points };
}

function cellText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Makes the node the parent of its children. */
export function adopt<T extends DocNode>(node: T): T {
  for (const child of node.children) child.parent = node;
  return node;
}
