import { fail } from '../../host/errors';
import { changed } from './calculation';
import { checkGridSize } from './cell-formats';
import { put } from './cell-write';
import { type CellFormat, rowForWriting, type TextRun } from './model';
import type { RangeImpl } from './range';
import { type StyleParts, styleOfFormat, TextStyleImpl } from './text-style';
import { assertWritable } from './write-guard';

/** What a stretch of text says of itself: only what was set. */
interface Piece {
  readonly style: StyleParts;
  readonly link: string | null;
}

const NOTHING: Piece = { style: {}, link: null };

/** A text and, for each of its characters, the piece that it belongs to (shared objects). */
interface Content {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The style of the cell under it all; null for a text that is in no cell yet. */
  readonly base: StyleParts | null;
}

export class RichTextValueImpl {
  static readonly api = 'Spreadsheet.RichTextValue';
  constructor(
    readonly content: Content,
    readonly start = 0,
    readonly end = content.text.length,
  ) {}
  copy(): RichTextValueBuilderImpl {
    const { text, pieces, base } = this.content;
    return new RichTextValueBuilderImpl({
      text: text.slice(this.start, this.end),
      pieces: pieces.slice(this.start, this.end),
      base,
    });
  }
  getText(): string {
    return this.content.text.slice(this.start, this.end);
  }
  getStartIndex(): number {
    return this.start;
  }
  getEndIndex(): number {
    return this.end;
  }
  /** The one link of the text, or of a part of it; null when there is none or there are several. */
  getLinkUrl(start = 0, end = this.end - this.start): string | null {
    const links = new Set(this.#part(start, end).map((piece) => piece.link));
    return links.size === 1 ? ([...links][0] as string | null) : null;
  }
  /** What all characters of the text (or of a part) have in common. */
  getTextStyle(start = 0, end = this.end - this.start): TextStyleImpl {
    const [first = NOTHING, ...others] = new Set(this.#part(start, end));
    const common: Record<string, unknown> = { ...this.content.base, ...first.style };
    for (const other of others) {
      const style: Record<string, unknown> = { ...this.content.base, ...other.style };
      for (const key of Object.keys(common)) if (style[key] !== common[key]) delete common[key];
    }
    return new TextStyleImpl(common as StyleParts);
  }
  /** The text in stretches of one style and link, those without any included. */
  getRuns(): RichTextValueImpl[] {
    const { pieces } = this.content;
    const runs: RichTextValueImpl[] = [];
    let from = this.start;
    for (let i = this.start + 1; i <= this.end; i++) {
      if (i < this.end && samePiece(pieces[i], pieces[i - 1])) continue;
      runs.push(new RichTextValueImpl(this.content, from, i));
      from = i;
    }
    return runs;
  }
  #part(start: number, end: number): readonly Piece[] {
    checkOffsets(start, end, this.end - this.start);
    return this.content.pieces.slice(this.start + start, this.start + end);
  }
}

function samePiece(a: Piece, b: Piece): boolean {
  return a === b || (a.link === b.link && JSON.stringify(a.style) === JSON.stringify(b.style));
}

function checkOffsets(start: number, end: number, length: number): void {
  if (start < 0 || end > length || start > end)
    fail(`Illegal argument: offsets (${start}, ${end}) are outside the text.`);
}

export class RichTextValueBuilderImpl {
  static readonly api = 'Spreadsheet.RichTextValueBuilder';
  #content: Content;
  constructor(content: Content = { text: '', pieces: [], base: null }) {
    this.#content = content;
  }
  /** A new text forgets the styles and links of the old one. */
  setText(text: string): this {
    const plain = String(text);
    this.#content = { ...this.#content, text: plain, pieces: new Array<Piece>(plain.length).fill(NOTHING) };
    return this;
  }
  setTextStyle(...args: [TextStyleImpl | null] | [number, number, TextStyleImpl | null]): this {
    const [start, end, style] = args.length === 3 ? args : [0, this.#content.text.length, args[0]];
    return this.#change(start, end, (piece) => ({
      ...piece,
      style: style ? { ...piece.style, ...style.parts } : {},
    }));
  }
  setLinkUrl(...args: [string | null] | [number, number, string | null]): this {
    const [start, end, link] = args.length === 3 ? args : [0, this.#content.text.length, args[0]];
    return this.#change(start, end, (piece) => ({ ...piece, link: link || null }));
  }
  build(): RichTextValueImpl {
    return new RichTextValueImpl(this.#content);
  }
  #change(start: number, end: number, change: (piece: Piece) => Piece): this {
    checkOffsets(start, end, this.#content.text.length);
    const changedPieces = new Map<Piece, Piece>();
    const pieces = this.#content.pieces.map((piece, i) => {
      if (i < start || i >= end) return piece;
      if (!changedPieces.has(piece)) changedPieces.set(piece, change(piece));
      return changedPieces.get(piece) as Piece;
    });
    this.#content = { ...this.#content, pieces };
    return this;
  }
}

/** The rich text of a cell; null when the cell holds a number, a boolean or a date. */
function read(range: RangeImpl, row: number, column: number): RichTextValueImpl | null {
  const cells = range.sheet.model.rows[row];
  const value = cells?.values[column] ?? '';
  if (typeof value !== 'string') return null;
  const pieces = new Array<Piece>(value.length).fill(NOTHING);
  for (const run of cells?.runs?.[column] ?? []) {
    pieces.fill({ style: partsOf(run.style), link: run.link }, run.start, Math.min(run.end, value.length));
  }
  return new RichTextValueImpl({ text: value, pieces, base: styleOfFormat(cells?.formats?.[column]).parts });
}

const STYLE_KEYS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'fontFamily',
  'fontSize',
  'fontColor',
] as const;

function partsOf(format: CellFormat): StyleParts {
  return Object.fromEntries(
    STYLE_KEYS.filter((key) => format[key] !== undefined).map((key) => [key, format[key]]),
  );
}

function write(range: RangeImpl, row: number, column: number, value: RichTextValueImpl | null): void {
  const cells = rowForWriting(range.sheet.model, row);
  put(cells, column, value?.getText() ?? '');
  if (cells.formulas) cells.formulas[column] = undefined;
  const runs: TextRun[] = (value?.getRuns() ?? [])
    .map((run): TextRun => {
      const piece = run.content.pieces[run.start] ?? NOTHING;
      const offset = value?.start ?? 0;
      return { start: run.start - offset, end: run.end - offset, style: piece.style, link: piece.link };
    })
    .filter((run) => run.link !== null || Object.keys(run.style).length > 0);
  if (runs.length > 0) {
    cells.runs ??= [];
    cells.runs[column] = runs;
  } else if (cells.runs) cells.runs[column] = undefined;
}

export const rangeRichTextMethods = {
  getRichTextValue(this: RangeImpl): RichTextValueImpl | null {
    return read(this, this.row, this.column);
  },
  getRichTextValues(this: RangeImpl): (RichTextValueImpl | null)[][] {
    return Array.from({ length: this.rows }, (_, r) =>
      Array.from({ length: this.columns }, (__, c) => read(this, this.row + r, this.column + c)),
    );
  },
  setRichTextValue(this: RangeImpl, value: RichTextValueImpl): RangeImpl {
    assertWritable(this.sheet, this);
    for (let r = 0; r < this.rows; r++)
      for (let c = 0; c < this.columns; c++) write(this, this.row + r, this.column + c, value);
    changed(this.sheet);
    return this;
  },
  setRichTextValues(this: RangeImpl, values: RichTextValueImpl[][]): RangeImpl {
    checkGridSize(this, values, 'setRichTextValues');
    assertWritable(this.sheet, this);
    for (const [r, line] of values.entries())
      for (const [c, value] of line.entries())
        write(this, this.row + r, this.column + c, value as RichTextValueImpl | null);
    changed(this.sheet);
    return this;
  },
};
