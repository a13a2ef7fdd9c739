import type { HostContext } from '../host/context';
import { type EnumValue, enumeration } from '../host/enums';
import { fail } from '../host/errors';
import { BlobImpl, blobOf } from './blob';
import { escapeHtml } from './html-context';
import { HtmlTemplateImpl } from './html-template';

export class HtmlServiceImpl {
  static readonly api = 'HTML.HtmlService';

  constructor(readonly context: HostContext) {}

  createHtmlOutput(source?: unknown): HtmlOutputImpl {
    return new HtmlOutputImpl(this.context, textOf(source));
  }

  createHtmlOutputFromFile(name: string): HtmlOutputImpl {
    return new HtmlOutputImpl(this.context, this.#file(String(name)));
  }

  createTemplate(source: unknown): HtmlTemplateImpl {
    return newTemplate(this.context, textOf(source));
  }

  createTemplateFromFile(name: string): HtmlTemplateImpl {
    return newTemplate(this.context, this.#file(String(name)));
  }

  /** A browser's name is known only to web apps. */
  getUserAgent(): null {
    return null;
  }

  #file(name: string): string {
    const files = this.context.htmlFiles;
    return (
      files.get(name) ??
      files.get(name.replace(/\.html$/, '')) ??
      fail(`No HTML file named ${name} was found.`)
    );
  }
}

function newTemplate(context: HostContext, content: string): HtmlTemplateImpl {
  return new HtmlTemplateImpl(context, content, (page) => new HtmlOutputImpl(context, page));
}

function textOf(source: unknown): string {
  if (source === undefined || source === null) return '';
  return typeof source === 'object' ? blobOf(source).getDataAsString() : String(source);
}

const META_TAGS = [
  'apple-mobile-web-app-capable',
  'apple-mobile-web-app-status-bar-style',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

/** A page. Setters return the page. */
export class HtmlOutputImpl {
  static readonly api = 'HTML.HtmlOutput';
  #content: string;
  #title = '';
  #width: number | null = null;
  #height: number | null = null;
  #favicon: string | null = null;
  readonly #meta: HtmlOutputMetaTagImpl[] = [];
  sandboxMode: EnumValue = enumeration('HTML.SandboxMode').IFRAME;
  frameOptions: EnumValue = enumeration('HTML.XFrameOptionsMode').DEFAULT;

  constructor(
    readonly context: HostContext,
    content: string,
  ) {
    this.#content = content;
  }

  append(content: string): this {
    this.#content += String(content);
    return this;
  }

  appendUntrusted(content: string): this {
    this.#content += escapeHtml(String(content));
    return this;
  }

  asTemplate(): HtmlTemplateImpl {
    return newTemplate(this.context, this.#content);
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  getAs(contentType: string): BlobImpl {
    return this.getBlob().getAs(contentType);
  }

  getBlob(): BlobImpl {
    return new BlobImpl(new Uint8Array(Buffer.from(this.#content, 'utf8')), 'text/html', null);
  }

  getContent(): string {
    return this.#content;
  }

  setContent(content: string): this {
    this.#content = String(content);
    return this;
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): this {
    this.#title = String(title);
    return this;
  }

  /** Pixels, null until set. */
  getWidth(): number | null {
    return this.#width;
  }

  setWidth(width: number): this {
    this.#width = width;
    return this;
  }

  /** Pixels, null until set. */
  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: number): this {
    this.#height = height;
    return this;
  }

  getFaviconUrl(): string | null {
    return this.#favicon;
  }

  setFaviconUrl(url: string): this {
    this.#favicon = String(url);
    return this;
  }

  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.includes(String(name))) fail('The meta tag you specified is not allowed in this context.');
    this.#meta.push(new HtmlOutputMetaTagImpl(String(name), String(content)));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTagImpl[] {
    return [...this.#meta];
  }

  setSandboxMode(mode: EnumValue): this {
    this.sandboxMode = mode;
    return this;
  }

  setXFrameOptionsMode(mode: EnumValue): this {
    this.frameOptions = mode;
    return this;
  }
}

class HtmlOutputMetaTagImpl {
  static readonly api = 'HTML.HtmlOutputMetaTag';
  readonly #name: string;
  readonly #content: string;

  constructor(name: string, content: string) {
    this.#name = name;
    this.#content = content;
  }

  getName(): string {
    return this.#name;
  }

  getContent(): string {
    return this.#content;
  }
}
