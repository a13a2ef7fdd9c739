import { fail } from '../../host/errors';
import { ColorImpl, parseColor } from './color';
import type { CellFormat } from './model';

/** What a text style says; a missing part is not said (and leaves a cell as it was). */
export interface StyleParts {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
}

/** What a cell without any formatting answers. The family differs from Range.getFontFamily(), as live. */
const DEFAULT_STYLE: Required<StyleParts> = {
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fontFamily: 'arial,sans,sans-serif',
  fontSize: 10,
  fontColor: '#000000',
};

export class TextStyleImpl {
  static readonly api = 'Spreadsheet.TextStyle';
  constructor(readonly parts: StyleParts) {}
  copy(): TextStyleBuilderImpl {
    return new TextStyleBuilderImpl(this.parts);
  }
  getFontFamily(): string | null {
    return this.parts.fontFamily ?? null;
  }
  getFontSize(): number | null {
    return this.parts.fontSize ?? null;
  }
  /** `#rrggbb`, or the key of the theme colour ("ACCENT4"); null when the style says nothing of colour. */
  getForegroundColor(): string | null {
    return this.parts.fontColor?.replace(/^theme:/, '') ?? null;
  }
  getForegroundColorObject(): ColorImpl | null {
    return this.parts.fontColor === undefined ? null : new ColorImpl(this.parts.fontColor);
  }
  isBold(): boolean | null {
    return this.parts.bold ?? null;
  }
  isItalic(): boolean | null {
    return this.parts.italic ?? null;
  }
  isUnderline(): boolean | null {
    return this.parts.underline ?? null;
  }
  isStrikethrough(): boolean | null {
    return this.parts.strikethrough ?? null;
  }
}

export class TextStyleBuilderImpl {
  static readonly api = 'Spreadsheet.TextStyleBuilder';
  #parts: StyleParts;
  constructor(parts: StyleParts = {}) {
    this.#parts = parts;
  }
  #with(change: StyleParts): this {
    this.#parts = { ...this.#parts, ...change };
    return this;
  }
  setBold(bold: boolean): this {
    return this.#with({ bold });
  }
  setItalic(italic: boolean): this {
    return this.#with({ italic });
  }
  setUnderline(underline: boolean): this {
    return this.#with({ underline });
  }
  setStrikethrough(strikethrough: boolean): this {
    return this.#with({ strikethrough });
  }
  setFontFamily(fontFamily: string | null): this {
    return this.#with({ fontFamily: fontFamily ?? undefined });
  }
  setFontSize(fontSize: number): this {
    return this.#with({ fontSize });
  }
  setForegroundColor(text: string | null): this {
    if (text === null) return this.#with({ fontColor: undefined });
    const fontColor = parseColor(String(text));
    if (!fontColor) fail(`Invalid color string: ${text}`);
    return this.#with({ fontColor });
  }
  setForegroundColorObject(color: ColorImpl | null): this {
    return this.#with({ fontColor: color?.color ?? undefined });
  }
  build(): TextStyleImpl {
    return new TextStyleImpl(this.#parts);
  }
}

/** The text style of a whole cell: everything is said, defaults included. */
export function styleOfFormat(format: CellFormat | undefined): TextStyleImpl {
  const parts: Record<string, unknown> = { ...DEFAULT_STYLE };
  if (format) {
    for (const key of Object.keys(DEFAULT_STYLE)) {
      const own = format[key as keyof StyleParts];
      if (own !== undefined) parts[key] = own;
    }
  }
  return new TextStyleImpl(parts as StyleParts);
}
