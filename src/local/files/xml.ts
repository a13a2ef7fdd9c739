/**
 * XML of office files as a small tree. Only what OOXML parts need: prefixes are dropped from element names, entities
 * of the DTD are never expanded, white space between elements is kept only where a leaf holds text.
 */

export interface XmlElement {
  /** Local name: `x:row` is `row`. */
  readonly name: string;
  /** As written, with prefixes (`r:id`, `xml:space`). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** `&lt;`, `&#10;`, `&#x41F;` → characters; an unknown entity stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name[0] !== '#') return NAMED[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Text of a cell: XML entities, then the `_x000D_` escapes that Excel uses for what XML cannot hold. */
export function decodeText(text: string): string {
  const plain = decodeEntities(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** For attributes and element text. Characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;')
    .replace(/\t/g, '&#9;');
}

const NEEDS_CARE = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_/;

/** Text of a cell for `<t>`: the reverse of decodeText. */
export function encodeText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => `_x${hex(c)}_`)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

const hex = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Attributes of a start tag: `r="B2" s='3'` → {r: 'B2', s: '3'}. */
export function parseAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name] = decodeEntities(double ?? single);
  }
  return attributes;
}

/** @throws Error when the document is cut off or its tags do not match. */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  const token =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g;
  let end = 0;
  for (const match of source.matchAll(token)) {
    if (match.index !== end) break;
    end = match.index + match[0].length;
    const [, cdata, closing, tag, attributes, empty, text] = match;
    const current = open[open.length - 1];
    if (text !== undefined) current.text += decodeEntities(text);
    else if (cdata !== undefined) current.text += cdata;
    else if (tag !== undefined) {
      const name = tag.slice(tag.indexOf(':') + 1);
      if (closing) {
        if (open.length === 1 || current.name !== name) throw new Error(`XML: unexpected </${tag}>`);
        open.pop();
      } else {
        const made: XmlElement = { name, attributes: parseAttributes(attributes), children: [], text: '' };
        current.children.push(made);
        if (!empty) open.push(made);
      }
    }
  }
  if (end !== source.length || open.length !== 1 || root.children.length === 0)
    throw new Error('XML: cut off');
  return root.children[0];
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((c) => c.name === name);
}

/** All children of that name. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((c) => c.name === name) ?? [];
}

/** All elements of that name below, in document order. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const c of element?.children ?? []) {
    if (c.name === name) found.push(c);
    if (c.children.length > 0) found.push(...descendants(c, name));
  }
  return found;
}

/** The relationship id, whatever prefix the namespace got. */
export function relationId(element: XmlElement, kind: 'id' | 'embed' = 'id'): string | undefined {
  const key = Object.keys(element.attributes).find((name) => name.endsWith(`:${kind}`));
  return key === undefined ? undefined : element.attributes[key];
}

/** XSD boolean; `absent` when the attribute is missing. */
export function flag(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : value === '1' || value === 'true' || value === 'on';
}
