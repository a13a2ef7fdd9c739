import type { HostContext } from '../../host/context';
import { fail } from '../../host/errors';
import type { ElementImpl } from './element';
import type { DocNode, DocumentModel } from './model';

/**
 * One opening of a document. All openings share the model; each has its own element objects, which die for writing
 * with saveAndClose().
 */
export class DocumentSession {
  closed = false;
  readonly #elements = new WeakMap<DocNode, ElementImpl>();

  constructor(
    readonly context: HostContext,
    readonly document: DocumentModel,
    private readonly make: (session: DocumentSession, node: DocNode) => ElementImpl,
  ) {}

  /** The element of a node, always the same object. */
  element(node: DocNode): ElementImpl {
    let element = this.#elements.get(node);
    if (!element) {
      element = this.make(this, node);
      this.#elements.set(node, element);
    }
    return element;
  }

  /** To be called by everything that changes the document. */
  change(): void {
    if (this.closed) fail('Document is closed, its contents cannot be updated.');
    this.document.modified = this.context.clock.now();
    this.document.edits += 1;
  }
}
