import { fail } from '../../host/errors';
import type { ElementImpl } from './element';
import type { BookmarkModel, DocNode, NamedRangeModel, RangeElementModel } from './model';
import type { DocumentSession } from './session';
import { textOf, walk } from './tree';

/** Ranges, named ranges, positions and bookmarks: references to places in the document. */

export class RangeElementImpl {
  static readonly api = 'Document.RangeElement';
  constructor(
    readonly session: DocumentSession,
    readonly model: RangeElementModel,
  ) {}

  getElement(): ElementImpl {
    return this.session.element(this.model.node);
  }
  isPartial(): boolean {
    return this.model.start !== null;
  }
  getStartOffset(): number {
    return this.model.start ?? -1;
  }
  getEndOffsetInclusive(): number {
    return this.model.end ?? -1;
  }
}

export class RangeImpl {
  static readonly api = 'Document.Range';
  constructor(
    readonly session: DocumentSession,
    readonly elements: readonly RangeElementModel[],
  ) {}

  getRangeElements(): RangeElementImpl[] {
    return this.elements.map((model) => new RangeElementImpl(this.session, model));
  }
}

export class RangeBuilderImpl {
  static readonly api = 'Document.RangeBuilder';
  readonly #elements: RangeElementModel[] = [];
  constructor(readonly session: DocumentSession) {}

  addElement(element: ElementImpl, start?: number, endInclusive?: number): this {
    const length = textOf(element.node).length;
    if (
      start !== undefined &&
      endInclusive !== undefined &&
      (start > endInclusive || endInclusive >= length || start < 0)
    )
      fail(`Index (${endInclusive}) must be less than the content length (${length}).`);
    this.#elements.push({ node: element.node, start: start ?? null, end: endInclusive ?? null });
    return this;
  }

  addElementsBetween(...args: [ElementImpl, ElementImpl] | [ElementImpl, number, ElementImpl, number]): this {
    const [first, last] = args.length === 4 ? [args[0].node, args[2].node] : [args[0].node, args[1].node];
    const nodes = leavesBetween(first, last);
    nodes.forEach((node, i) => {
      const partial = args.length === 4 && (i === 0 || i === nodes.length - 1);
      const start = partial ? (i === 0 ? (args[1] as number) : 0) : null;
      const end = partial ? (i === nodes.length - 1 ? (args[3] as number) : textOf(node).length - 1) : null;
      this.#elements.push({ node, start, end });
    });
    return this;
  }

  addRange(range: RangeImpl): this {
    this.#elements.push(...range.elements);
    return this;
  }

  getRangeElements(): RangeElementImpl[] {
    return this.#elements.map((model) => new RangeElementImpl(this.session, model));
  }

  build(): RangeImpl {
    return new RangeImpl(this.session, [...this.#elements]);
  }
}

/** Nodes of the same parent between two, or those of the whole section that hold no others. */
function leavesBetween(first: DocNode, last: DocNode): DocNode[] {
  let root = first;
  while (root.parent) root = root.parent;
  const nodes =
    first.parent === last.parent && first.parent
      ? first.parent.children
      : [...walk(root)].filter((n) => n.children.length === 0);
  const [from, to] = [nodes.indexOf(first), nodes.indexOf(last)];
  if (from < 0 || to < from) fail('The start element must come before the end element in the same section.');
  return nodes.slice(from, to + 1);
}

export class NamedRangeImpl {
  static readonly api = 'Document.NamedRange';
  constructor(
    readonly session: DocumentSession,
    readonly model: NamedRangeModel,
  ) {}

  getId(): string {
    return this.model.id;
  }
  getName(): string {
    return this.model.name;
  }
  getRange(): RangeImpl {
    return new RangeImpl(this.session, this.model.elements);
  }
  remove(): void {
    this.session.change();
    const { document } = this.session;
    document.namedRanges = document.namedRanges.filter((each) => each !== this.model);
  }
}

export class PositionImpl {
  static readonly api = 'Document.Position';
  constructor(
    readonly session: DocumentSession,
    readonly element: ElementImpl,
    readonly offset: number,
  ) {}

  getElement(): ElementImpl {
    return this.element;
  }
  /** Characters in a text, children in any other element. */
  getOffset(): number {
    return this.offset;
  }
}

export class BookmarkImpl {
  static readonly api = 'Document.Bookmark';
  constructor(
    readonly session: DocumentSession,
    readonly model: BookmarkModel,
  ) {}

  getId(): string {
    return this.model.id;
  }
  getPosition(): PositionImpl {
    return new PositionImpl(this.session, this.session.element(this.model.node), this.model.offset);
  }
  remove(): void {
    this.session.change();
    const { document } = this.session;
    document.bookmarks = document.bookmarks.filter((each) => each !== this.model);
  }
}
