import type { HostContext } from '../../host/context';
import { fail } from '../../host/errors';
import { DocumentImpl } from './document';
import type { DocumentStore } from './store';

/** The global DocumentApp. */
export class DocumentAppService {
  static readonly api = 'Document.DocumentApp';
  readonly #documents: DocumentStore;

  constructor(
    readonly context: HostContext,
    documents: DocumentStore,
    ...rest: unknown[]
  ) {
    void rest;
    this.#documents = documents;
  }

  create(name: string): DocumentImpl {
    return new DocumentImpl(this.context, this.#documents.create(String(name)));
  }

  openById(id: string): DocumentImpl {
    return new DocumentImpl(this.context, this.#documents.require(String(id)));
  }

  openByUrl(url: string): DocumentImpl {
    const id = /\/document\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(String(url))?.[1];
    return id ? this.openById(id) : fail('Invalid argument: url');
  }

  /** The project is bound to a workbook, never to a document. */
  getActiveDocument(): null {
    return null;
  }

  getUi(): never {
    return fail('Cannot call DocumentApp.getUi() from this context.');
  }
}
