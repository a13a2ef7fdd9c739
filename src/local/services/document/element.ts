import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { readTable, TEXT_KEYS, toScript, writeTable } from './attributes';
import type { Attributes, AttributeValue, DocNode, NodeType } from './model';
import type { DocumentSession } from './session';
import { applyChanges, attach, cloneNode, detach, isParagraph, paintText, walk } from './tree';

/** What all elements of a document share (class Element of the reference). */
export class ElementImpl<N extends DocNode = DocNode> {
  /** Attribute keys that are kept on the node itself. */
  protected readonly ownKeys: readonly string[] = [];
  /** Whether text looks set here go down to the text inside. */
  protected readonly hasText: boolean = true;

  constructor(
    readonly session: DocumentSession,
    readonly node: N,
  ) {}

  getType(): EnumValue {
    return enumeration('Document.ElementType')[this.node.type];
  }

  getParent(): ElementImpl | null {
    return this.node.parent ? this.session.element(this.node.parent) : null;
  }

  getNextSibling(): ElementImpl | null {
    return this.#sibling(1);
  }

  getPreviousSibling(): ElementImpl | null {
    return this.#sibling(-1);
  }

  /** A deep copy that belongs to no document yet. */
  copy(): ElementImpl {
    return this.session.element(cloneNode(this.node));
  }

  isAtDocumentEnd(): boolean {
    let node: DocNode = this.node;
    for (; node.parent; node = node.parent) if (node.parent.children.at(-1) !== node) return false;
    return node.type.endsWith('_SECTION');
  }

  removeFromParent(): this | null {
    this.session.change();
    const parent = this.node.parent;
    if (!parent) return null;
    checkRemovable(this.node, parent);
    detach(this.node);
    return this;
  }

  /** Moves the contents to the end of the sibling before, which must be of the same type, and goes away. */
  merge(): ElementImpl {
    this.session.change();
    const before = this.#siblingNode(-1);
    if (before?.type !== this.node.type)
      return fail('Element must be preceded by an element of the same type.');
    if (before.type === 'TEXT' && this.node.type === 'TEXT')
      before.runs = [...before.runs, ...this.node.runs];
    if (before.type === 'TABLE_CELL' && this.node.type === 'TABLE_CELL') before.colSpan += this.node.colSpan;
    for (const child of [...this.node.children]) {
      detach(child);
      attach(before, before.children.length, child);
    }
    detach(this.node);
    return this.session.element(before);
  }

  getAttributes(): Record<string, unknown> {
    const texts = this.hasText
      ? Object.fromEntries(TEXT_KEYS.map((key) => [key, this.commonText(key) ?? undefined]))
      : {};
    const own = this.ownAttributes();
    const keys = [...(this.hasText ? TEXT_KEYS : []), ...this.ownKeys];
    return writeTable([...new Set(keys)], { ...texts, ...own } as Attributes);
  }

  setAttributes(attributes: unknown): this {
    this.session.change();
    if (this.ownKeys.length > 0) this.setOwn(readTable(attributes, this.ownKeys));
    if (this.hasText) {
      const inherited = TEXT_KEYS.filter((key) => !this.ownKeys.includes(key));
      paintText(this.node, readTable(attributes, inherited));
    }
    return this;
  }

  asBody(): ElementImpl {
    return this.#as('BODY_SECTION');
  }
  asHeaderSection(): ElementImpl {
    return this.#as('HEADER_SECTION');
  }
  asFooterSection(): ElementImpl {
    return this.#as('FOOTER_SECTION');
  }
  asFootnoteSection(): ElementImpl {
    return this.#as('FOOTNOTE_SECTION');
  }
  asParagraph(): ElementImpl {
    return this.#as('PARAGRAPH');
  }
  asListItem(): ElementImpl {
    return this.#as('LIST_ITEM');
  }
  asTable(): ElementImpl {
    return this.#as('TABLE');
  }
  asTableRow(): ElementImpl {
    return this.#as('TABLE_ROW');
  }
  asTableCell(): ElementImpl {
    return this.#as('TABLE_CELL');
  }
  asInlineImage(): ElementImpl {
    return this.#as('INLINE_IMAGE');
  }
  asPageBreak(): ElementImpl {
    return this.#as('PAGE_BREAK');
  }
  asHorizontalRule(): ElementImpl {
    return this.#as('HORIZONTAL_RULE');
  }
  asFootnote(): ElementImpl {
    return this.#as('FOOTNOTE');
  }
  asText(): object {
    return this.#as('TEXT');
  }

  /** Values for getAttributes(); elements with computed ones add them. */
  protected ownAttributes(): Attributes {
    return this.node.attributes;
  }

  protected setOwn(changes: Readonly<Record<string, AttributeValue | null>>): void {
    applyChanges(this.node.attributes, changes);
  }

  /** Reads one own attribute as a script sees it. */
  protected read(key: string): unknown {
    return toScript(key, this.ownAttributes()[key]);
  }

  /** Sets one own attribute from a script's value. */
  protected write(key: string, value: unknown): this {
    this.session.change();
    this.setOwn(readTable({ [key]: value }, [key]));
    return this;
  }

  /** The look that all text under the element shares; null when unset or mixed. */
  protected commonText(key: string): AttributeValue | null {
    const values = new Set<AttributeValue | undefined>();
    for (const node of walk(this.node)) {
      if (node.type === 'TEXT') for (const run of node.runs) values.add(run.attributes[key]);
      else if (isParagraph(node) && node.children.length === 0) values.add(node.textAttributes[key]);
    }
    return values.size === 1 ? ([...values][0] ?? null) : null;
  }

  #as(type: NodeType): this {
    if (this.node.type !== type) fail(`${this.node.type} can't be cast to ${type}.`);
    return this;
  }

  #siblingNode(step: number): DocNode | null {
    const siblings = this.node.parent?.children;
    return siblings?.[siblings.indexOf(this.node) + step] ?? null;
  }

  #sibling(step: number): ElementImpl | null {
    const node = this.#siblingNode(step);
    return node ? this.session.element(node) : null;
  }
}

/** A section and a cell end with a paragraph; it can be emptied, never removed. */
export function checkRemovable(node: DocNode, parent: DocNode): void {
  const holdsBlocks = parent.type.endsWith('_SECTION') || parent.type === 'TABLE_CELL';
  const isLast = parent.children.at(-1) === node;
  if (holdsBlocks && isLast && isParagraph(node))
    fail("Can't remove the last paragraph in a document section.");
}

/** A place among the children, 0 … their number. */
export function checkInsertIndex(index: number, count: number): void {
  if (index > count)
    fail(`Child index (${index}) must be less than or equal to the number of child elements (${count}).`);
  if (index < 0) fail(`Child index (${index}) must be greater than or equal to zero.`);
}

export function checkDetached(node: DocNode): void {
  if (node.parent) fail('Element must be detached.');
}
