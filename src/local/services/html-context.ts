/**
 * Where in a page a printed value stands. The scriptlet `<?= ?>` is escaped for its place, so that a value can be
 * neither markup nor code there.
 */
export type Place =
  | { readonly in: 'text' | 'comment' | 'tag' | 'script' | 'script-string' | 'style' }
  | { readonly in: 'attribute'; readonly name: string; readonly quoted: boolean; readonly before: string };

const URL_ATTRIBUTES = /^(href|src|action|formaction|poster|cite|data|background)$/;

/** Reads a page piece by piece and knows the place after what it has read. */
export class HtmlScanner {
  #state: 'text' | 'comment' | 'tag' | 'value' | 'script' | 'style' = 'text';
  #tag = '';
  #attribute = '';
  #quote = '';
  #value = '';
  /** The quote that a string of a script is in; `//` or `/*` in a comment of it. */
  #jsQuote = '';
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
    if (this.#state === 'script') return { in: this.#jsQuote.length === 1 ? 'script-string' : 'script' };
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
    else if (this.#state === 'script') this.#inScript(c, before);
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
    this.#jsQuote = '';
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
    this.#jsQuote = '';
    this.#tail = '';
  }

  #inScript(c: string, before: string): void {
    switch (this.#jsQuote) {
      case '//':
        if (c === '\n') this.#jsQuote = '';
        return;
      case '/*':
        if (c === '/' && before.endsWith('*')) this.#jsQuote = '';
        return;
      case '':
        if (/["'`]/.test(c)) this.#jsQuote = c;
        else if (before.endsWith('/') && (c === '/' || c === '*')) this.#jsQuote = `/${c}`;
        return;
      default:
        if (c === this.#jsQuote && !/(^|[^\\])(\\\\)*\\$/.test(before)) this.#jsQuote = '';
    }
  }
}

export function escapeIn(place: Place, value: unknown): string {
  switch (place.in) {
    case 'script':
      return literal(value);
    case 'script-string':
      return inString(String(value));
    case 'style':
      return String(value).replace(/[^\w\s#%.,-]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `);
    case 'attribute':
      return inAttribute(place, value);
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
  const code = /^on/.test(place.name) ? escapeHtml(inHandler(place.before, value)) : null;
  const text =
    code ?? escapeHtml(URL_ATTRIBUTES.test(place.name) ? inUrl(place.before, String(value)) : String(value));
  return place.quoted ? text : text.replace(/[\s=`]/g, (c) => `&#${c.charCodeAt(0)};`);
}

function inHandler(before: string, value: unknown): string {
  const scanner = new HtmlScanner();
  scanner.read(`<script>${before}`);
  return scanner.place().in === 'script-string' ? inString(String(value)) : literal(value);
}

/** A whole address may only be of a harmless kind; a part of one is percent-encoded. */
function inUrl(before: string, value: string): string {
  if (/[?#]/.test(before)) return encodeURIComponent(value);
  if (before === '' && /^\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(value)) return '#';
  return encodeURI(value).replace(/%25([0-9a-f]{2})/gi, '%$1');
}

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
