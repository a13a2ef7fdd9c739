import type { HostContext } from '../../host/context';
import { fail } from '../../host/errors';
import { type DocumentContent, type DocumentModel, newContent } from './model';

/** What state.json keeps of a document; the contents are in its .docx. */
export interface DocumentMetadata {
  id: string;
  name: string;
  owner: string;
  editors: string[];
  viewers: string[];
  language: string | null;
  created: number;
  modified: number;
}

/** The documents of one host. Bound to none of them: the project lives in the workbook. */
export class DocumentStore {
  static readonly api = 'x.Store';
  readonly #documents = new Map<string, DocumentModel>();

  constructor(readonly context: HostContext) {}

  /** A new empty document; ids run `local-doc-0001`, `local-doc-0002` … */
  create(name: string): DocumentModel {
    const now = this.context.clock.now();
    const owner = this.context.user;
    const empty = { editors: [], viewers: [], language: null };
    return this.restore(
      { id: this.#nextId(), name, owner, ...empty, created: now, modified: now },
      newContent(),
    );
  }

  /** Adds a document from a file of which nothing but the contents is known. */
  add(name: string, content: DocumentContent): DocumentModel {
    return Object.assign(this.create(name), content);
  }

  /** Puts back a document of an earlier run. */
  restore(metadata: DocumentMetadata, content: DocumentContent): DocumentModel {
    const model: DocumentModel = { ...metadata, ...content, namedRanges: [], bookmarks: [], edits: 0 };
    this.#documents.set(model.id, model);
    return model;
  }

  get(id: string): DocumentModel | undefined {
    return this.#documents.get(id);
  }

  /** @throws the live text for an id that is not there */
  require(id: string): DocumentModel {
    return this.#documents.get(id) ?? fail(`Document ${id} is missing (perhaps it was deleted?)`);
  }

  /** In the order they were added. */
  list(): DocumentModel[] {
    return [...this.#documents.values()];
  }

  remove(id: string): boolean {
    return this.#documents.delete(id);
  }

  exportMetadata(): DocumentMetadata[] {
    return this.list().map(({ id, name, owner, editors, viewers, language, created, modified }) => ({
      id,
      name,
      owner,
      editors: [...editors],
      viewers: [...viewers],
      language,
      created,
      modified,
    }));
  }

  #nextId(): string {
    let number = this.#documents.size + 1;
    const id = () => `local-doc-${String(number).padStart(4, '0')}`;
    while (this.#documents.has(id())) number++;
    return id();
  }
}
