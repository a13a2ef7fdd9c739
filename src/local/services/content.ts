import { type EnumValue, enumeration } from '../host/enums';

/** Text that a web app would answer with. The local host serves no web app; functions that make an answer can be run. */
export class ContentServiceImpl {
  static readonly api = 'Content.ContentService';

  createTextOutput(content?: string | null): TextOutputImpl {
    return new TextOutputImpl(content === undefined ? '' : content);
  }
}

class TextOutputImpl {
  static readonly api = 'Content.TextOutput';
  #content: string | null;
  #mimeType: EnumValue = enumeration('Content.MimeType').TEXT;
  #fileName: string | null = null;

  constructor(content: string | null) {
    this.#content = content === null ? null : String(content);
  }

  append(added: string): this {
    this.#content = `${this.#content ?? ''}${added}`;
    return this;
  }

  /** Afterwards getContent() is null, not empty text. */
  clear(): this {
    this.#content = null;
    return this;
  }

  downloadAsFile(name: string): this {
    this.#fileName = String(name);
    return this;
  }

  getContent(): string | null {
    return this.#content;
  }

  /** null while the answer is not a download. */
  getFileName(): string | null {
    return this.#fileName;
  }

  getMimeType(): EnumValue {
    return this.#mimeType;
  }

  setContent(content: string): this {
    this.#content = String(content);
    return this;
  }

  setMimeType(type: EnumValue): this {
    this.#mimeType = type;
    return this;
  }
}
