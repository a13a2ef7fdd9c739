import type { HostContext } from '../../host/context';
import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { BODY_SHORTCUTS } from '../../host/reference-left-out';
import { UserImpl } from '../user';
import type { ElementImpl } from './element';
import { makeElement } from './elements';
import { type DocumentModel, newParagraph, newSection, type SectionNode } from './model';
import { BookmarkImpl, NamedRangeImpl, PositionImpl, RangeBuilderImpl, type RangeImpl } from './range';
import { DocumentSession } from './session';
import { emailOf } from './sharing';
import { attach, detach, textOf, walk } from './tree';

const TAB_ID = 't.0';

/** What a document and its tab share: the contents. A local document has one tab. */
class Contents {
  constructor(readonly session: DocumentSession) {}

  protected get document(): DocumentModel {
    return this.session.document;
  }

  getBody(): ElementImpl {
    return this.session.element(this.document.body);
  }
  getHeader(): ElementImpl | null {
    return this.document.header && this.session.element(this.document.header);
  }
  getFooter(): ElementImpl | null {
    return this.document.footer && this.session.element(this.document.footer);
  }
  addHeader(): ElementImpl {
    return this.#addSection('header', 'HEADER_SECTION');
  }
  addFooter(): ElementImpl {
    return this.#addSection('footer', 'FOOTER_SECTION');
  }
  getFootnotes(): ElementImpl[] {
    return [...walk(this.document.body)]
      .filter((n) => n.type === 'FOOTNOTE')
      .map((n) => this.session.element(n));
  }

  newRange(): RangeBuilderImpl {
    return new RangeBuilderImpl(this.session);
  }
  addNamedRange(name: string, range: RangeImpl): NamedRangeImpl {
    this.session.change();
    if (range.elements.length === 0) fail('Range must contain at least one element.');
    const model = {
      id: this.#newId('kix.range', this.document.namedRanges),
      name,
      elements: [...range.elements],
    };
    this.document.namedRanges.push(model);
    return new NamedRangeImpl(this.session, model);
  }
  getNamedRanges(name?: string | null): NamedRangeImpl[] {
    const all = this.document.namedRanges.filter((each) => !name || each.name === name);
    return all.map((model) => new NamedRangeImpl(this.session, model));
  }
  getNamedRangeById(id: string): NamedRangeImpl | null {
    const model = this.document.namedRanges.find((each) => each.id === id);
    return model ? new NamedRangeImpl(this.session, model) : null;
  }

  newPosition(element: ElementImpl, offset: number): PositionImpl {
    const limit = element.node.type === 'TEXT' ? textOf(element.node).length : element.node.children.length;
    if (offset < 0 || offset > limit) fail(`Invalid position offset: ${offset}`);
    return new PositionImpl(this.session, element, offset);
  }
  addBookmark(position: PositionImpl): BookmarkImpl {
    this.session.change();
    const id = this.#newId('id.bookmark', this.document.bookmarks);
    const model = { id, node: position.element.node, offset: position.offset };
    this.document.bookmarks.push(model);
    return new BookmarkImpl(this.session, model);
  }
  getBookmarks(): BookmarkImpl[] {
    return this.document.bookmarks.map((model) => new BookmarkImpl(this.session, model));
  }
  getBookmark(id: string): BookmarkImpl | null {
    const model = this.document.bookmarks.find((each) => each.id === id);
    return model ? new BookmarkImpl(this.session, model) : null;
  }

  #newId(prefix: string, taken: readonly { id: string }[]): string {
    let number = taken.length + 1;
    while (taken.some((each) => each.id === `${prefix}${number}`)) number++;
    return `${prefix}${number}`;
  }

  #addSection(place: 'header' | 'footer', type: SectionNode['type']): ElementImpl {
    this.session.change();
    if (this.document[place]) fail(`Document tab already contains a ${place}.`);
    const section = newSection(type, [newParagraph()]);
    this.document[place] = section;
    return this.session.element(section);
  }
}

class DocumentTabImpl extends Contents {
  static readonly api = 'Document.DocumentTab';
}

class TabImpl {
  static readonly api = 'Document.Tab';
  readonly #contents: DocumentTabImpl;
  constructor(readonly session: DocumentSession) {
    this.#contents = new DocumentTabImpl(session);
  }

  getId(): string {
    return TAB_ID;
  }
  getIndex(): number {
    return 0;
  }
  getTitle(): string {
    return this.session.context.userLocale === 'ru' ? 'Вкладка 1' : 'Tab 1';
  }
  getType(): EnumValue {
    return enumeration('Document.TabType').DOCUMENT_TAB;
  }
  getChildTabs(): TabImpl[] {
    return [];
  }
  asDocumentTab(): DocumentTabImpl {
    return this.#contents;
  }
}

export class DocumentImpl extends Contents {
  static readonly api = 'Document.Document';
  readonly #tab: TabImpl;

  constructor(context: HostContext, model: DocumentModel) {
    super(new DocumentSession(context, model, makeElement));
    this.#tab = new TabImpl(this.session);
  }

  getId(): string {
    return this.document.id;
  }
  getUrl(): string {
    const { id, name } = this.document;
    return this.session.context.documentUrl?.(id, name) ?? documentUrl(id);
  }
  getName(): string {
    return this.document.name;
  }
  setName(name: string): this {
    this.session.change();
    this.document.name = String(name);
    return this;
  }
  getLanguage(): string | null {
    return this.document.language;
  }
  setLanguage(language: string): this {
    this.session.change();
    this.document.language = language;
    return this;
  }

  /** Writes what is pending; this opening of the document takes no more changes. */
  saveAndClose(): void {
    this.session.change();
    this.session.closed = true;
  }

  /** Empties the body; header, footer, margins and page stay. */
  clear(): this {
    this.session.change();
    const { body } = this.document;
    for (const child of [...body.children]) detach(child);
    attach(body, 0, newParagraph());
    return this;
  }

  getTabs(): TabImpl[] {
    return [this.#tab];
  }
  getTab(id: string): TabImpl | null {
    return id === TAB_ID ? this.#tab : null;
  }
  getActiveTab(): TabImpl {
    return this.#tab;
  }

  /** Nobody has a local document open in front of them. */
  getSelection(): null {
    return null;
  }
  getCursor(): null {
    return null;
  }

  getEditors(): UserImpl[] {
    return this.#people([this.document.owner, ...this.document.editors]);
  }
  addEditor(who: unknown): this {
    return this.addEditors([who]);
  }
  addEditors(people: readonly unknown[]): this {
    return this.#share('editors', people);
  }
  removeEditor(who: unknown): this {
    this.session.change();
    this.document.editors = this.document.editors.filter((each) => each !== emailOf(who));
    return this;
  }
  /** Everybody who may read: the owner, the editors, the viewers. */
  getViewers(): UserImpl[] {
    return this.#people([this.document.owner, ...this.document.editors, ...this.document.viewers]);
  }
  addViewer(who: unknown): this {
    return this.addViewers([who]);
  }
  addViewers(people: readonly unknown[]): this {
    return this.#share('viewers', people);
  }
  removeViewer(who: unknown): this {
    this.session.change();
    this.document.viewers = this.document.viewers.filter((each) => each !== emailOf(who));
    return this;
  }

  #share(role: 'editors' | 'viewers', people: readonly unknown[]): this {
    this.session.change();
    this.document[role] = [...new Set([...this.document[role], ...people.map(emailOf)])];
    return this;
  }

  #people(emails: readonly string[]): UserImpl[] {
    return [...new Set(emails)].filter((email) => email !== '').map((email) => new UserImpl(email));
  }
}

for (const name of BODY_SHORTCUTS)
  Object.defineProperty(DocumentImpl.prototype, name, {
    value(this: DocumentImpl, ...args: unknown[]): unknown {
      const body = this.getBody() as unknown as Record<string, (...values: unknown[]) => unknown>;
      return body[name](...args);
    },
  });

function documentUrl(id: string): string {
  return `https://docs.google.com/document/d/${id}/edit`;
}
