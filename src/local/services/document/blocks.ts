import { ContainerImpl } from './container';
import { checkDetached, checkInsertIndex, ElementImpl } from './element';
import { imageNode } from './image';
import { adoptList, listIdAt } from './lists';
import {
  type DocNode,
  type MarkNode,
  newListItem,
  newMark,
  newParagraph,
  newTable,
  type ParagraphNode,
  type SectionNode,
  type TableCellNode,
  type TableNode,
} from './model';
import { setTextOf } from './text-edit';
import { attach, isParagraph, textOf, walk } from './tree';

/** Elements whose children are blocks: paragraphs, list items and tables. Sections and table cells. */
export class BlockContainerImpl<
  N extends SectionNode | TableCellNode = SectionNode,
> extends ContainerImpl<N> {
  appendParagraph(content: string | ElementImpl): ElementImpl {
    return this.insertParagraph(this.getNumChildren(), content);
  }

  insertParagraph(index: number, content: string | ElementImpl): ElementImpl {
    return this.#insert(index, content, (text) => newParagraph(text, this.#textDefaults()));
  }

  appendListItem(content: string | ElementImpl): ElementImpl {
    return this.insertListItem(this.getNumChildren(), content);
  }

  /** A new item joins the list it stands next to; otherwise it starts a list. */
  insertListItem(index: number, content: string | ElementImpl): ElementImpl {
    const lists = this.session.document.lists;
    return this.#insert(index, content, (text) =>
      newListItem(text, listIdAt(this.node, index, lists), this.#textDefaults()),
    );
  }

  appendTable(content?: unknown): ElementImpl {
    return this.insertTable(this.getNumChildren(), content);
  }

  /** A table at the end is followed by an empty paragraph: a section cannot end with a table. */
  insertTable(index: number, content?: unknown): ElementImpl {
    this.session.change();
    checkInsertIndex(index, this.getNumChildren());
    const node: TableNode =
      content instanceof ElementImpl
        ? content.node
        : newTable((content ?? []) as string[][], this.#textDefaults());
    const table = this.#place(index, node);
    if (index === this.getNumChildren() - 1)
      attach(this.node, index + 1, newParagraph('', this.#textDefaults()));
    return table;
  }

  appendImage(image: unknown): ElementImpl {
    return this.insertImage(this.getNumChildren(), image);
  }

  /** The picture gets a paragraph of its own. */
  insertImage(index: number, image: unknown): ElementImpl {
    return this.#insertInline(index, imageNode(image));
  }

  appendHorizontalRule(): ElementImpl {
    return this.insertHorizontalRule(this.getNumChildren());
  }

  insertHorizontalRule(index: number): ElementImpl {
    return this.#insertInline(index, newMark('HORIZONTAL_RULE'));
  }

  appendPageBreak(pageBreak?: ElementImpl | null): ElementImpl {
    return this.insertPageBreak(this.getNumChildren(), pageBreak);
  }

  insertPageBreak(index: number, pageBreak?: ElementImpl | null): ElementImpl {
    return this.#insertInline(index, (pageBreak?.node as MarkNode | undefined) ?? newMark('PAGE_BREAK'));
  }

  getParagraphs(): ElementImpl[] {
    return this.#all(isParagraph);
  }
  getListItems(): ElementImpl[] {
    return this.#all((node) => node.type === 'LIST_ITEM');
  }
  getTables(): ElementImpl[] {
    return this.node.children
      .filter((node) => node.type === 'TABLE')
      .map((node) => this.session.element(node));
  }
  getImages(): ElementImpl[] {
    return this.#all((node) => node.type === 'INLINE_IMAGE');
  }
  getFootnotes(): ElementImpl[] {
    return this.#all((node) => node.type === 'FOOTNOTE');
  }

  override clear(): this {
    return this.setText('');
  }

  setText(text: string): this {
    this.session.change();
    setTextOf(this.node, String(text), this.session.document.textDefaults);
    return this;
  }

  /** Look of new text: what Body.setAttributes left, in a cell that of its text. */
  #textDefaults(): Record<string, string | number | boolean> {
    const defaults = { ...this.session.document.textDefaults };
    const first = this.node.type === 'TABLE_CELL' ? this.node.children.find(isParagraph) : undefined;
    if (first && textOf(first) === '') Object.assign(defaults, (first as ParagraphNode).textAttributes);
    return defaults;
  }

  #all(wanted: (node: DocNode) => boolean): ElementImpl[] {
    return [...walk(this.node)].filter(wanted).map((node) => this.session.element(node));
  }

  #insert(index: number, content: string | ElementImpl, make: (text: string) => ParagraphNode): ElementImpl {
    this.session.change();
    checkInsertIndex(index, this.getNumChildren());
    return this.#place(index, content instanceof ElementImpl ? content.node : make(String(content)));
  }

  #insertInline(index: number, node: DocNode): ElementImpl {
    this.session.change();
    checkInsertIndex(index, this.getNumChildren());
    checkDetached(node);
    const paragraph = newParagraph('', this.#textDefaults());
    attach(paragraph, 0, node);
    this.#place(index, paragraph);
    return this.session.element(node);
  }

  #place(index: number, node: DocNode): ElementImpl {
    checkDetached(node);
    attach(this.node, index, node);
    adoptList(this.session.document.lists, node);
    return this.session.element(node);
  }
}
