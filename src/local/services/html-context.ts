import { ScriptScanner } from './script-scanner';

/**
 * Where in a page a printed value stands. The scriptlet `<?= ?>` is escaped for its place, so that a value can be
 * neither markup nor code there.
 */
export type Place =
  | { readonly in: 'text' | 'comment' | 'tag' | 'script' | 'script-string' | 'style' }
  | { readonly in: 'attribute'; readonly name: string; readonly quoted: boolean; readonly before: string };

const URL_ATTRIBUTES = /^(xlink:)?(href|src|action|formaction|poster|cite|data|background|ping|manifest)$/;
/** Attributes whose values are code, an address or a page: a printed name must not become one of them. */
const POWERFUL = /^(on|style|srcdoc|srcset|href|xlink:|src|action|formaction|poster|cite|data$|background)/i;

/** Reads a page piece by piece and knows the place after what it has read. */
export class HtmlScanner {
  #state: 'text' | 'comment' | 'tag' | 'value' | 'script' | 'style' = 'text';
  #tag = '';
  #attribute = '';
  #quote = '';
  #value = '';
  #script = new ScriptScanner();
  #unread = '';
  /** The end of what was read, enough to see `<!--`, `-->` and closing tags that are split between pieces. */
  #tail = '';

  read(text: string): void {
    this.#unread += text;
  }

  /** The place after all that was read; a page without printed values is never looked at. */
  place(): Place {
    for (const c of this.#unread) this.#step(c);
    this.#unread = '';
    if (this.#state === 'value')
      return {
        in: 'attribute',
        name: this.#attribute.toLowerCase(),
        quoted: this.#quote !== '',
        before: this.#value,
      };
    if (this.#state === 'tag' && /=\s*$/.test(this.#tail))
      return { in: 'attribute', name: this.#attribute.toLowerCase(), quoted: false, before: '' };
    if (this.#state === 'script') return { in: this.#script.inCode ? 'script' : 'script-string' };
    return { in: this.#state };
  }

  #step(c: string): void {
    const before = this.#tail;
    this.#tail = (before + c).slice(-16);
    if (this.#state === 'text') this.#inText(c, before);
    else if (this.#state === 'tag') this.#inTag(c, before);
    else if (this.#state === 'value') this.#inValue(c);
    else if (this.#state === 'comment') {
      if (this.#tail.endsWith('-->')) this.#state = 'text';
    } else if (/[te]/i.test(c) && this.#tail.toLowerCase().endsWith(`</${this.#state}`))
      this.#leave(`/${this.#state}`);
    else if (this.#state === 'script') this.#script.step(c);
  }

  #inText(c: string, before: string): void {
    if (this.#tail.endsWith('<!--')) this.#state = 'comment';
    else if (before.endsWith('<') && /[a-z/]/i.test(c)) {
      this.#state = 'tag';
      this.#tag = c;
      this.#attribute = '';
    }
  }

  #leave(tag: string): void {
    this.#state = 'tag';
    this.#tag = tag;
  }

  #inTag(c: string, before: string): void {
    const afterEquals = /=\s*$/.test(before);
    if (c === '>') this.#afterTag();
    else if (afterEquals && !/\s/.test(c)) {
      this.#state = 'value';
      this.#quote = c === '"' || c === "'" ? c : '';
      this.#value = this.#quote ? '' : c;
    } else if (/[^\s=/"']/.test(c)) {
      // The tag's name goes up to the first blank; then attribute names begin after blanks.
      const startsWord = /[\s/"']$/.test(before) && this.#tag !== '/';
      if (startsWord) this.#attribute = c;
      else if (this.#attribute) this.#attribute += c;
      else this.#tag += c;
    }
  }

  #inValue(c: string): void {
    const ends = this.#quote ? c === this.#quote : /\s/.test(c);
    if (ends) this.#state = 'tag';
    else if (!this.#quote && c === '>') this.#afterTag();
    else this.#value += c;
  }

  #afterTag(): void {
    const name = this.#tag.toLowerCase();
    this.#state = name === 'script' ? 'script' : name === 'style' ? 'style' : 'text';
    this.#attribute = '';
    this.#script = new ScriptScanner();
    this.#tail = '';
  }
}

export function escapeIn(place: Place, value: unknown): string {
  switch (place.in) {
    case 'script':
      return literal(value);
    case 'script-string':
      return inString(String(value));
    case 'style':
      return inStyle(String(value));
    case 'attribute':
      return inAttribute(place, value);
    case 'tag':
      return attributeName(String(value));
    default:
      return escapeHtml(String(value));
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c]);
}

function inAttribute(place: Extract<Place, { in: 'attribute' }>, value: unknown): string {
  const text = escapeHtml(attributeValue(place.name, fromEntities(place.before), value));
  return place.quoted ? text : text.replace(/[\s=`]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A value for the attribute's own language, before it is escaped as a part of the page. */
function attributeValue(name: string, before: string, value: unknown): string {
  if (/^on/.test(name)) return inHandler(before, value);
  if (name === 'style') return inStyle(String(value));
  // The value is a page of its own, and is text in it.
  if (name === 'srcdoc') return escapeHtml(String(value));
  return URL_ATTRIBUTES.test(name) ? inUrl(before, String(value)) : String(value);
}

/** A printed name of an attribute, or a list of nothing else than names. */
function attributeName(text: string): string {
  return text
    .split(/\s+/)
    .map((name) => name.replace(/[^\w:.-]/g, ''))
    .map((name) => (POWERFUL.test(name) ? `data-${name}` : name))
    .join(' ');
}

function inStyle(text: string): string {
  return text.replace(/[^\w\s#%.,-]/gu, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `);
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

/** What the author wrote in an attribute as the browser reads it: `f(&quot;` opens a string. */
function fromEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(quot|apos|amp|lt|gt));?/gi, (_, decimal, hex, name) =>
    name ? NAMED[name.toLowerCase()] : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );
}

function inHandler(before: string, value: unknown): string {
  const scanner = new ScriptScanner();
  for (const c of before) scanner.step(c);
  return scanner.inCode ? literal(value) : inString(String(value));
}

/** A whole address may only be of a harmless kind; a part of one is percent-encoded and cannot complete its kind. */
function inUrl(before: string, value: string): string {
  const text = value.replace(LONE_SURROGATE, '\ufffd');
  if (/[?#]/.test(before)) return encodeURIComponent(text);
  if (before.trim() === '' && /^\s*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(text)) return '#';
  const address = encodeURI(text).replace(/%25([0-9a-f]{2})/gi, '%$1');
  return before.trim() === '' || /[:/]/.test(before) ? address : address.replace(/:/g, '%3A');
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A value as code: JSON in which no tag and no line separator can appear. */
function literal(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').replace(/[<>&\u2028\u2029]/g, unicode);
}

function inString(text: string): string {
  return text.replace(/[\\"'`$<>&/\u0000-\u001f\u2028\u2029]/g, unicode);
}

function unicode(c: string): string {
  return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
