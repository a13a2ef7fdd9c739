import type { EnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import { LIST_KEYS, NORMAL_PARAGRAPH, PARAGRAPH_KEYS, toScript } from './attributes';
import { ContainerImpl } from './container';
import { checkDetached, checkInsertIndex, type ElementImpl } from './element';
import { imageNode } from './image';
import { glyphAt } from './lists';
import {
  type Attributes,
  type AttributeValue,
  type DocNode,
  type DocumentModel,
  newMark,
  newText,
  type ParagraphNode,
} from './model';
import { PositionedImageImpl } from './positioned-image';
import type { TextImpl } from './text';
import { setParagraphText } from './text-edit';
import { attach, isParagraph, walk } from './tree';

/** What paragraphs and list items share. */
class ParagraphLike extends ContainerImpl<ParagraphNode> {
  protected override readonly ownKeys: readonly string[] = PARAGRAPH_KEYS;

  appendText(content: string | TextImpl): ElementImpl {
    return this.insertText(this.getNumChildren(), content);
  }

  /** New text is a child of its own and looks like the text before it. */
  insertText(index: number, content: string | TextImpl): ElementImpl {
    if (typeof content === 'object') return this.#insertInline(index, content.node);
    const before = this.node.children
      .slice(0, index)
      .filter((child) => child.type === 'TEXT')
      .at(-1);
    const look = { ...(before?.type === 'TEXT' ? before.runs.at(-1)?.attributes : undefined) };
    delete look.LINK_URL;
    return this.#insertInline(index, newText(String(content), before ? look : this.node.textAttributes));
  }

  appendInlineImage(image: unknown): ElementImpl {
    return this.insertInlineImage(this.getNumChildren(), image);
  }
  insertInlineImage(index: number, image: unknown): ElementImpl {
    return this.#insertInline(index, imageNode(image));
  }
  appendPageBreak(pageBreak?: ElementImpl | null): ElementImpl {
    return this.insertPageBreak(this.getNumChildren(), pageBreak);
  }
  insertPageBreak(index: number, pageBreak?: ElementImpl | null): ElementImpl {
    return this.#insertInline(index, pageBreak?.node ?? newMark('PAGE_BREAK'));
  }
  appendHorizontalRule(): ElementImpl {
    return this.insertHorizontalRule(this.getNumChildren());
  }
  insertHorizontalRule(index: number): ElementImpl {
    return this.#insertInline(index, newMark('HORIZONTAL_RULE'));
  }

  addPositionedImage(image: unknown): PositionedImageImpl {
    this.session.change();
    const id = newPositionedId(this.session.document);
    const model = { id, picture: imageNode(image), layout: 'WRAP_TEXT', left: 0, top: 0 };
    this.node.positioned.push(model);
    return new PositionedImageImpl(this.session, this.node, model);
  }
  getPositionedImages(): PositionedImageImpl[] {
    return this.node.positioned.map((model) => new PositionedImageImpl(this.session, this.node, model));
  }
  getPositionedImage(id: string): PositionedImageImpl | null {
    return this.getPositionedImages().find((image) => image.getId() === id) ?? null;
  }
  /** @returns whether there was such a picture */
  removePositionedImage(id: string): boolean {
    this.session.change();
    const before = this.node.positioned.length;
    this.node.positioned = this.node.positioned.filter((each) => each.id !== id);
    return this.node.positioned.length < before;
  }

  setText(text: string): void {
    this.session.change();
    setParagraphText(this.node, String(text));
    this.node.original = false;
  }

  getHeading(): unknown {
    return this.read('HEADING');
  }
  setHeading(heading: EnumValue): this {
    return this.write('HEADING', heading);
  }
  getAlignment(): unknown {
    return this.read('HORIZONTAL_ALIGNMENT');
  }
  setAlignment(alignment: EnumValue | null): this {
    return this.write('HORIZONTAL_ALIGNMENT', alignment);
  }
  getIndentStart(): unknown {
    return this.read('INDENT_START');
  }
  setIndentStart(points: number): this {
    return this.write('INDENT_START', points);
  }
  getIndentEnd(): unknown {
    return this.read('INDENT_END');
  }
  setIndentEnd(points: number): this {
    return this.write('INDENT_END', points);
  }
  getIndentFirstLine(): unknown {
    return this.read('INDENT_FIRST_LINE');
  }
  /** Measured from the margin, as INDENT_START is: a hanging indent has the smaller value here. */
  setIndentFirstLine(points: number): this {
    return this.write('INDENT_FIRST_LINE', points);
  }
  getLineSpacing(): unknown {
    return this.read('LINE_SPACING');
  }
  setLineSpacing(lines: number): this {
    return this.write('LINE_SPACING', lines);
  }
  getSpacingBefore(): unknown {
    return this.read('SPACING_BEFORE');
  }
  setSpacingBefore(points: number): this {
    return this.write('SPACING_BEFORE', points);
  }
  getSpacingAfter(): unknown {
    return this.read('SPACING_AFTER');
  }
  setSpacingAfter(points: number): this {
    return this.write('SPACING_AFTER', points);
  }
  isLeftToRight(): unknown {
    return this.read('LEFT_TO_RIGHT');
  }
  setLeftToRight(leftToRight: boolean): this {
    return this.write('LEFT_TO_RIGHT', leftToRight);
  }

  /**
   * In a plain paragraph unset attributes read as their computed values, under a heading style they read null;
   * the paragraph that a new document is born with reads null too.
   */
  protected override ownAttributes(): Attributes {
    const { attributes, original } = this.node;
    const heading = attributes.HEADING ?? 'NORMAL';
    const computed = heading === 'NORMAL' && !original ? this.computed() : {};
    return { HEADING: heading, ...computed, ...attributes };
  }

  protected computed(): Attributes {
    return NORMAL_PARAGRAPH;
  }

  protected override setOwn(changes: Readonly<Record<string, AttributeValue | null>>): void {
    super.setOwn(changes);
    if (this.node.attributes.HEADING === 'NORMAL') delete this.node.attributes.HEADING;
    if (Object.keys(changes).length > 0) this.node.original = false;
  }

  #insertInline(index: number, node: DocNode): ElementImpl {
    this.session.change();
    checkInsertIndex(index, this.getNumChildren());
    checkDetached(node);
    attach(this.node, index, node);
    return this.session.element(node);
  }
}

function newPositionedId(document: DocumentModel): string {
  const taken = new Set<string>();
  for (const section of [document.body, document.header, document.footer])
    for (const node of section ? walk(section) : [])
      if (isParagraph(node)) for (const each of node.positioned) taken.add(each.id);
  let number = taken.size + 1;
  while (taken.has(`kix.image${number}`)) number++;
  return `kix.image${number}`;
}

export class ParagraphImpl extends ParagraphLike {
  static readonly api = 'Document.Paragraph';
}

const POINTS_PER_LEVEL = 36;

export class ListItemImpl extends ParagraphLike {
  static readonly api = 'Document.ListItem';
  protected override readonly ownKeys = [...PARAGRAPH_KEYS, ...LIST_KEYS];

  getListId(): string {
    return this.node.listId;
  }
  setListId(item: ListItemImpl): this {
    this.session.change();
    this.node.listId = item.node.listId;
    return this;
  }
  getNestingLevel(): number {
    return this.node.nesting;
  }
  setNestingLevel(level: number): this {
    return this.write('NESTING_LEVEL', level);
  }
  getGlyphType(): unknown {
    return toScript('GLYPH_TYPE', glyphAt(this.session.document.lists[this.node.listId], this.node.nesting));
  }
  /** The glyph belongs to the level of the list: all its items at this level show it. */
  setGlyphType(glyph: EnumValue): this {
    return this.write('GLYPH_TYPE', glyph);
  }
  /** Live drops pictures that are put into a list item, without a word. */
  override insertInlineImage(index: number, image: unknown): ElementImpl {
    this.session.change();
    checkInsertIndex(index, this.getNumChildren());
    const node = imageNode(image);
    checkDetached(node);
    return this.session.element(node);
  }

  protected override computed(): Attributes {
    const start = POINTS_PER_LEVEL * (this.node.nesting + 1);
    return { ...NORMAL_PARAGRAPH, INDENT_START: start, INDENT_FIRST_LINE: start - POINTS_PER_LEVEL / 2 };
  }

  protected override ownAttributes(): Attributes {
    const { listId, nesting } = this.node;
    const list = {
      LIST_ID: listId,
      NESTING_LEVEL: nesting,
      GLYPH_TYPE: glyphAt(this.session.document.lists[listId], nesting),
    };
    return { ...super.ownAttributes(), ...list };
  }

  protected override setOwn(changes: Readonly<Record<string, AttributeValue | null>>): void {
    const { GLYPH_TYPE: glyph, NESTING_LEVEL: level, LIST_ID: listId, ...rest } = changes;
    const lists = this.session.document.lists;
    if (typeof level === 'number') this.node.nesting = checkLevel(level);
    if (typeof listId === 'string' && lists[listId]) this.node.listId = listId;
    if (typeof glyph === 'string') {
      lists[this.node.listId] ??= { glyphs: {} };
      lists[this.node.listId].glyphs[this.node.nesting] = glyph;
    }
    super.setOwn(rest);
  }
}

/** A list has nine levels. */
function checkLevel(level: number): number {
  return Number.isInteger(level) && level >= 0 && level <= 8
    ? level
    : fail(`Invalid nesting level: ${level}`);
}
