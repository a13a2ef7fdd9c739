import { readFileSync } from 'node:fs';

/**
 * Text widths from the font files themselves: pictures are drawn without a browser, and their layout (wrapped names,
 * margins, legends) needs true widths.
 */

/**
 * `require` of this project, wherever it is called from: native under jest (CommonJS), made by build.mjs for the ESM
 * bundle. Big packages are loaded by it only when a picture is drawn.
 */
export function packageRequire(): NodeJS.Require {
  return require;
}

export type FontWeight = 'regular' | 'bold';

const FILES: Readonly<Record<FontWeight, string>> = {
  regular: '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  bold: '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf',
};

export function fontFile(weight: FontWeight): string {
  return packageRequire().resolve(FILES[weight]);
}

interface Font {
  readonly unitsPerEm: number;
  advance(codePoint: number): number;
}

const fonts = new Map<FontWeight, Font>();

/** Width of one line of PT Sans text in pixels. */
export function textWidth(text: string, size: number, weight: FontWeight = 'regular'): number {
  let font = fonts.get(weight);
  if (!font) {
    font = readFont(readFileSync(fontFile(weight)));
    fonts.set(weight, font);
  }
  let units = 0;
  for (const character of text) units += font.advance(character.codePointAt(0) as number);
  return (units * size) / font.unitsPerEm;
}

/** Reads the tables head, hhea, hmtx and cmap (format 4) of a TrueType file. */
function readFont(file: Buffer): Font {
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`The font has no table ${name}`);
    return offset;
  };
  const metrics = file.readUInt16BE(at('hhea') + 34);
  const hmtx = at('hmtx');
  const glyphOf = readCmap(file, at('cmap'));
  const known = new Map<number, number>();
  return {
    unitsPerEm: file.readUInt16BE(at('head') + 18),
    advance(codePoint) {
      let width = known.get(codePoint);
      if (width === undefined) {
        width = file.readUInt16BE(hmtx + Math.min(glyphOf(codePoint), metrics - 1) * 4);
        known.set(codePoint, width);
      }
      return width;
    },
  };
}

function readCmap(file: Buffer, cmap: number): (codePoint: number) => number {
  let table = 0;
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const offset = cmap + file.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (file.readUInt16BE(offset) === 4) table = offset;
  }
  if (!table) throw new Error('The font has no character map of format 4');
  const segments = file.readUInt16BE(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  return (codePoint) => {
    for (let i = 0; i < segments; i++) {
      if (codePoint > file.readUInt16BE(ends + i * 2)) continue;
      const start = file.readUInt16BE(starts + i * 2);
      if (codePoint < start) return 0;
      const offset = file.readUInt16BE(offsets + i * 2);
      const delta = file.readUInt16BE(deltas + i * 2);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = file.readUInt16BE(offsets + i * 2 + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
