import { parseXml, type XmlElement } from './xml';
import { decodeXmlBytes } from './zip-package';

/** A sheet part without its cells, and the cells in pieces that end with a row. */
export interface SheetParts {
  readonly frame: XmlElement;
  readonly pieces: Iterable<string>;
}

const PIECE = 4 * 1024 * 1024;

/**
 * Cuts the cells out of a sheet's XML. The frame (views, columns, merges, rules) is small and becomes a tree;
 * the cells are handed on as text a few megabytes at a time, so a large sheet is never one string.
 */
export function splitSheet(data: Uint8Array): SheetParts {
  const bytes = withoutPrefix(data);
  const open = tagStart(bytes, '<sheetData');
  const openEnd = open === -1 ? -1 : bytes.indexOf('>', open);
  if (open === -1 || openEnd === -1 || bytes[openEnd - 1] === 0x2f /* / */) {
    return { frame: parseXml(decodeXmlBytes(bytes)), pieces: [] };
  }
  const close = bytes.indexOf('</sheetData>', openEnd);
  if (close === -1) throw new Error('XML: cut off in sheetData');
  const frame = parseXml(
    decodeXmlBytes(bytes.subarray(0, open)) + bytes.toString('utf8', close + '</sheetData>'.length),
  );
  return { frame, pieces: pieces(bytes, openEnd + 1, close) };
}

function* pieces(bytes: Buffer, start: number, end: number): Iterable<string> {
  let from = start;
  while (from < end) {
    const wanted = from + PIECE;
    const rowEnd = wanted >= end ? -1 : bytes.indexOf('</row>', wanted);
    const to = rowEnd === -1 || rowEnd >= end ? end : rowEnd + '</row>'.length;
    yield bytes.toString('utf8', from, to);
    from = to;
  }
}

function tagStart(bytes: Buffer, tag: string): number {
  for (let at = bytes.indexOf(tag); at !== -1; at = bytes.indexOf(tag, at + 1)) {
    const next = bytes[at + tag.length];
    if (next === 0x3e || next === 0x2f || next === 0x20) return at;
  }
  return -1;
}

/** Some writers give the main namespace a prefix (`<x:worksheet>`) or use UTF-16; both are made usual. */
function withoutPrefix(data: Uint8Array): Buffer {
  const isUtf16 = (data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff);
  const bytes = isUtf16
    ? Buffer.from(decodeXmlBytes(data))
    : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const prefix = /<([A-Za-z0-9]+):worksheet[\s>]/.exec(bytes.toString('utf8', 0, 4096))?.[1];
  if (!prefix) return bytes;
  return Buffer.from(bytes.toString('utf8').replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1'));
}
