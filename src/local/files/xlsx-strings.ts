import type { CellFormat, TextRun } from '../services/spreadsheet/model';
import { readFont } from './xlsx-format';
import { child, decodeText, parseXml, type XmlElement } from './xml';

/** A text with the fonts of its pieces; a piece without a font has that of the cell. */
export interface RichString {
  readonly text: string;
  readonly pieces?: readonly {
    readonly start: number;
    readonly end: number;
    readonly font: CellFormat | null;
  }[];
}

/** What a piece of text can have of its own, with the value that absence means. */
const FONT_DEFAULTS = {
  fontColor: '#000000',
  fontFamily: 'Arial',
  fontSize: 10,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
} satisfies CellFormat;
const FONT_KEYS = Object.keys(FONT_DEFAULTS) as (keyof typeof FONT_DEFAULTS)[];

/** Pieces carry whole fonts in the file; in the model a run has only what differs from the cell. */
export function relativeRuns(
  string: RichString,
  cell: CellFormat | undefined,
): readonly TextRun[] | undefined {
  const runs = string.pieces?.map(({ start, end, font }) => {
    const own = FONT_KEYS.filter(
      (key) => font && (font[key] ?? FONT_DEFAULTS[key]) !== (cell?.[key] ?? FONT_DEFAULTS[key]),
    );
    const style: CellFormat = Object.fromEntries(own.map((key) => [key, font?.[key] ?? FONT_DEFAULTS[key]]));
    return { start, end, style, link: null };
  });
  return runs?.some((run) => Object.keys(run.style).length > 0) ? runs : undefined;
}

/** `<si>`, `<is>` or `<text>` of a note. Phonetic readings are left out. */
export function readRichString(element: XmlElement, theme: readonly string[]): RichString {
  let text = '';
  const pieces: { start: number; end: number; font: CellFormat | null }[] = [];
  const clean = (t: string) => decodeText(t).replace(/\r\n?/g, '\n');
  for (const part of element.children) {
    if (part.name === 't') text += clean(part.text);
    if (part.name !== 'r') continue;
    const piece = clean(child(part, 't')?.text ?? '');
    if (piece === '') continue;
    const font = child(part, 'rPr');
    pieces.push({
      start: text.length,
      end: text.length + piece.length,
      font: font ? readFont(font, theme) : null,
    });
    text += piece;
  }
  return pieces.some((piece) => piece.font !== null) ? { text, pieces } : { text };
}

/** sharedStrings.xml → texts by number. Plain strings (nearly all) skip the tree. */
export function readSharedStrings(xml: string, theme: readonly string[]): RichString[] {
  const strings: RichString[] = [];
  const plain = xml.replace(/(<\/?)[A-Za-z0-9]+:(?=(?:si|t|r|rPr|sst)[\s/>])/g, '$1');
  for (const [whole, empty, body] of plain.matchAll(/<si(?:\s[^>]*)?(?:(\/)>|>([\s\S]*?)<\/si>)/g)) {
    if (empty) {
      strings.push({ text: '' });
      continue;
    }
    const simple = /^\s*<t(?:\s[^>]*)?>([^<]*)<\/t>\s*$/.exec(body);
    strings.push(
      simple
        ? { text: decodeText(simple[1]).replace(/\r\n?/g, '\n') }
        : readRichString(parseXml(whole), theme),
    );
  }
  return strings;
}
