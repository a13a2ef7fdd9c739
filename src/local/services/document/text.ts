import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { fromScript, readTable, TEXT_KEYS, toScript, writeTable } from './attributes';
import { ElementImpl } from './element';
import type { Attributes, AttributeValue, DocNode, RangeElementModel } from './model';
import { RangeElementImpl } from './range';
import { findTextIn, replaceTextIn } from './search';
import { deleteCharacters, insertCharacters, lookAt, paintCharacters, setTextOf } from './text-edit';
import { applyChanges, isParagraph, paintText, segmentsOf, textOf } from './tree';

/**
 * Rich text: a text node, or what `editAsText()` gives — the whole text of a container, whose offsets run over all its
 * paragraphs with a line break between them.
 */
export class TextImpl extends ElementImpl<DocNode> {
  static readonly api = 'Document.Text';

  override getType(): EnumValue {
    return enumeration('Document.ElementType').TEXT;
  }

  override getParent(): ElementImpl | null {
    const parent = this.node.type === 'TEXT' || !isParagraph(this.node) ? this.node.parent : this.node;
    return parent ? this.session.element(parent) : null;
  }

  override asText(): this {
    return this;
  }

  editAsText(): this {
    return this;
  }

  getText(): string {
    return textOf(this.node);
  }

  setText(text: string): this {
    this.session.change();
    setTextOf(this.node, text);
    return this;
  }

  appendText(text: string): this {
    this.session.change();
    insertCharacters(this.node, textOf(this.node).length, text);
    return this;
  }

  insertText(offset: number, text: string): this {
    this.session.change();
    const length = textOf(this.node).length;
    if (offset < 0 || offset > length)
      fail(`Index (${offset}) must be less than or equal to the content length (${length}).`);
    insertCharacters(this.node, offset, text);
    return this;
  }

  deleteText(start: number, endInclusive: number): this {
    this.session.change();
    this.#checkRange(start, endInclusive);
    deleteCharacters(this.node, start, endInclusive + 1);
    return this;
  }

  replaceText(pattern: string, replacement: string): this {
    this.session.change();
    replaceTextIn(this.node, pattern, String(replacement));
    return this;
  }

  findText(pattern: string, from?: RangeElementImpl | null): RangeElementImpl | null {
    const found: RangeElementModel | null = findTextIn(this.node, pattern, from?.model ?? null);
    return found ? new RangeElementImpl(this.session, found) : null;
  }

  /** Offsets at which the look changes, 0 first. */
  getTextAttributeIndices(): number[] {
    const indices: number[] = [];
    for (const { text, start } of segmentsOf(this.node)) {
      let at = start;
      for (const run of text?.runs ?? []) {
        indices.push(at);
        at += run.text.length;
      }
    }
    return indices;
  }

  override getAttributes(offset?: number | null): Record<string, unknown> {
    const values = Object.fromEntries(TEXT_KEYS.map((key) => [key, this.#value(key, offset)]));
    return writeTable(TEXT_KEYS, values as Attributes);
  }

  override setAttributes(...args: unknown[]): this {
    this.session.change();
    const [table, range] = args.length >= 3 ? [args[2], args as number[]] : [args[0], null];
    return this.#paint(readTable(table, TEXT_KEYS), range);
  }

  isBold(offset?: number | null): unknown {
    return this.#value('BOLD', offset);
  }
  setBold(...args: unknown[]): this {
    return this.#set('BOLD', args);
  }
  isItalic(offset?: number | null): unknown {
    return this.#value('ITALIC', offset);
  }
  setItalic(...args: unknown[]): this {
    return this.#set('ITALIC', args);
  }
  isUnderline(offset?: number | null): unknown {
    return this.#value('UNDERLINE', offset);
  }
  setUnderline(...args: unknown[]): this {
    return this.#set('UNDERLINE', args);
  }
  isStrikethrough(offset?: number | null): unknown {
    return this.#value('STRIKETHROUGH', offset);
  }
  setStrikethrough(...args: unknown[]): this {
    return this.#set('STRIKETHROUGH', args);
  }
  getFontFamily(offset?: number | null): unknown {
    return this.#value('FONT_FAMILY', offset);
  }
  setFontFamily(...args: unknown[]): this {
    return this.#set('FONT_FAMILY', args);
  }
  getFontSize(offset?: number | null): unknown {
    return this.#value('FONT_SIZE', offset);
  }
  setFontSize(...args: unknown[]): this {
    return this.#set('FONT_SIZE', args);
  }
  getForegroundColor(offset?: number | null): unknown {
    return this.#value('FOREGROUND_COLOR', offset);
  }
  setForegroundColor(...args: unknown[]): this {
    return this.#set('FOREGROUND_COLOR', args);
  }
  getBackgroundColor(offset?: number | null): unknown {
    return this.#value('BACKGROUND_COLOR', offset);
  }
  setBackgroundColor(...args: unknown[]): this {
    return this.#set('BACKGROUND_COLOR', args);
  }
  getLinkUrl(offset?: number | null): unknown {
    return this.#value('LINK_URL', offset);
  }
  setLinkUrl(...args: unknown[]): this {
    return this.#set('LINK_URL', args);
  }
  getTextAlignment(offset?: number | null): unknown {
    return toScript('TEXT_ALIGNMENT', this.#value('TEXT_ALIGNMENT', offset));
  }
  setTextAlignment(...args: unknown[]): this {
    return this.#set('TEXT_ALIGNMENT', args);
  }

  #value(key: string, offset: number | null | undefined): AttributeValue | null {
    if (offset === undefined || offset === null) return this.commonText(key);
    this.#checkRange(offset, offset);
    return lookAt(this.node, offset)?.[key] ?? null;
  }

  /** The setters take (value) or (start, end inclusive, value). */
  #set(key: string, args: unknown[]): this {
    this.session.change();
    const range = args.length >= 3 ? (args as number[]) : null;
    return this.#paint({ [key]: fromScript(key, args[range ? 2 : 0]) }, range);
  }

  #paint(changes: Readonly<Record<string, AttributeValue | null>>, range: readonly number[] | null): this {
    if (range) {
      this.#checkRange(range[0], range[1]);
      paintCharacters(this.node, range[0], range[1] + 1, (attributes) => applyChanges(attributes, changes));
    } else paintText(this.node, changes);
    return this;
  }

  #checkRange(start: number, endInclusive: number): void {
    const length = textOf(this.node).length;
    for (const index of [start, endInclusive])
      if (index < 0 || index >= length)
        fail(`Index (${index}) must be less than the content length (${length}).`);
    if (start > endInclusive)
      fail(`The start offset (${start}) must be less than or equal to the end offset (${endInclusive}).`);
  }
}
