import { TextDecoder } from 'node:util';
import { fail } from '../host/errors';

/** Bytes of a text in a named charset; UTF-8 when none is named. Characters that the charset lacks become "?". */
export function encodeText(text: string, charset = 'UTF-8'): Uint8Array {
  const name = charset.toLowerCase().replace(/_/g, '-');
  if (name === 'utf-8' || name === 'utf8') return new Uint8Array(Buffer.from(text, 'utf8'));
  if (/^(us-)?ascii$/.test(name)) return upTo(text, 0x7f);
  if (/^(iso-?8859-1|latin1)$/.test(name)) return upTo(text, 0xff);
  if (name === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (name === 'utf-16be') return bigEndian(text);
  // Java's UTF-16 writes a byte order mark.
  if (name === 'utf-16') return bigEndian(`\ufeff${text}`);
  const table = singleByteTable(charset);
  return Uint8Array.from(Array.from(text), (c) => table.get(c) ?? 0x3f);
}

export function decodeText(data: Uint8Array, charset = 'UTF-8'): string {
  const name = charset.toLowerCase().replace(/_/g, '-');
  if (/^(us-)?ascii$/.test(name))
    return Array.from(data, (b) => (b < 0x80 ? String.fromCharCode(b) : '\ufffd')).join('');
  if (/^(iso-?8859-1|latin1)$/.test(name)) return Buffer.from(data).toString('latin1');
  // A byte order mark stays in the text, as it does on Google's side.
  return decoder(charset).decode(data);
}

function decoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset.toLowerCase().replace(/^utf-16$/, 'utf-16be'), { ignoreBOM: true });
  } catch {
    return fail(`Invalid argument: ${charset}`);
  }
}

/** A character beyond the basic plane is two UTF-16 units and one "?". */
function upTo(text: string, last: number): Uint8Array {
  return Uint8Array.from(Array.from(text), (c) => ((c.codePointAt(0) ?? 0) <= last ? c.charCodeAt(0) : 0x3f));
}

function bigEndian(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
}

const tables = new Map<string, ReadonlyMap<string, number>>();

function singleByteTable(charset: string): ReadonlyMap<string, number> {
  const known = tables.get(charset);
  if (known) return known;
  const all = decoder(charset).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  if (all.length !== 256) fail(`Invalid argument: ${charset}`);
  const table = new Map([...all].map((c, i) => [c, i] as const).filter(([c]) => c !== '\ufffd'));
  tables.set(charset, table);
  return table;
}
